//! Every term of law for every day of receipt in five years, compared with the almanac: the day before, the day
//! itself and the day after each holiday are all among them.

use base::{Date, Sector};
use recht::aanmelding::{
    BeslistermijnInvoer, TijdelijkePlaatsingInvoer, beslistermijn, tijdelijke_plaatsing,
};
use recht::bezwaar::{BezwaarInvoer, termijnen};
use recht::opp::{VaststellingstermijnInvoer, vaststellingstermijn};
use recht::schorsing::{SchorsingInvoer, schorsing};
use recht::tlv::{TlvBeslistermijnInvoer, beslistermijn as tlv_beslistermijn};

use super::almanak::{dagen, later, morgen, termijn, volgnummer, weekdag};
use super::{OP, d, wet};

/// The days of receipt that are walked through: leap years and decree days are among them.
fn ontvangsten() -> impl Iterator<Item = Date> {
    dagen("2023-12-01", "2028-12-31")
}

fn aanmelding(ontvangen_op: Date, sector: Sector) -> BeslistermijnInvoer {
    BeslistermijnInvoer {
        ontvangen_op,
        sector,
        openbaar: true,
        verlengd: false,
        verlenging_weken: None,
        minderjarige_asielzoeker: false,
        opschortingen: Vec::new(),
    }
}

fn uiterlijk(invoer: &BeslistermijnInvoer) -> Option<Date> {
    beslistermijn(wet(), d(OP), invoer).unwrap().uitkomst().unwrap().uiterlijk
}

#[test]
fn a_registration_is_decided_in_six_weeks_in_every_sector() {
    for ontvangen in ontvangsten() {
        for sector in [Sector::Po, Sector::So, Sector::Vo] {
            let found = uiterlijk(&aanmelding(ontvangen, sector));
            assert_eq!(found, Some(termijn(ontvangen, 6, 0)), "{ontvangen} {sector:?}");
        }
    }
}

#[test]
fn a_private_school_has_the_same_time_as_a_public_one_when_nothing_stands_still() {
    for ontvangen in ontvangsten() {
        for sector in [Sector::Po, Sector::So, Sector::Vo] {
            let public = aanmelding(ontvangen, sector);
            let private = BeslistermijnInvoer { openbaar: false, ..public.clone() };
            assert_eq!(uiterlijk(&private), uiterlijk(&public), "{ontvangen} {sector:?}");
        }
    }
}

#[test]
fn an_extended_registration_is_decided_in_ten_weeks_that_move_once() {
    for ontvangen in ontvangsten() {
        let extended = BeslistermijnInvoer { verlengd: true, ..aanmelding(ontvangen, Sector::Po) };
        assert_eq!(uiterlijk(&extended), Some(termijn(ontvangen, 10, 0)), "{ontvangen}");
    }
}

#[test]
fn an_extension_is_four_weeks_and_at_most_five_free_days_in_a_row() {
    for ontvangen in ontvangsten() {
        let plain = aanmelding(ontvangen, Sector::Vo);
        let extended = BeslistermijnInvoer { verlengd: true, ..plain.clone() };
        let (first, second) = (uiterlijk(&plain).unwrap(), uiterlijk(&extended).unwrap());
        let gained = volgnummer(second) - volgnummer(later(ontvangen, 42));
        assert!(first < second, "{ontvangen}");
        assert!((28..=33).contains(&gained), "{ontvangen}: {gained}");
    }
}

#[test]
fn a_minor_asylum_seeker_waits_six_weeks_and_no_day_longer_than_another_child() {
    for ontvangen in dagen("2026-06-12", "2027-06-30") {
        for sector in [Sector::Po, Sector::So, Sector::Vo] {
            let other = aanmelding(ontvangen, sector);
            let asylum = BeslistermijnInvoer { minderjarige_asielzoeker: true, ..other.clone() };
            assert_eq!(uiterlijk(&asylum), uiterlijk(&other), "{ontvangen} {sector:?}");
        }
    }
}

#[test]
fn a_temporary_place_starts_on_the_day_after_ten_weeks_also_on_a_holiday() {
    for ontvangen_op in ontvangsten() {
        let invoer = TijdelijkePlaatsingInvoer {
            ontvangen_op,
            toelaatbaar_vanaf: ontvangen_op,
            ingeschreven_in_zelfde_sector: false,
            besloten_op: None,
            minderjarige_asielzoeker: false,
            sector: recht::soort::Onderwijs::Po,
        };
        let toetsing = tijdelijke_plaatsing(wet(), d(OP), &invoer).unwrap();
        assert_eq!(
            toetsing.uitkomst().unwrap().vanaf,
            Some(morgen(later(ontvangen_op, 70))),
            "{ontvangen_op}"
        );
    }
}

#[test]
fn a_decision_on_the_last_of_the_ten_weeks_is_in_time_and_one_day_later_is_not() {
    for ontvangen_op in dagen("2026-01-01", "2026-12-31") {
        let last = later(ontvangen_op, 70);
        for (besloten_op, recht) in [(ontvangen_op, false), (last, false), (morgen(last), true)] {
            let invoer = TijdelijkePlaatsingInvoer {
                ontvangen_op,
                toelaatbaar_vanaf: ontvangen_op,
                ingeschreven_in_zelfde_sector: false,
                besloten_op: Some(besloten_op),
                minderjarige_asielzoeker: false,
                sector: recht::soort::Onderwijs::Po,
            };
            let toetsing = tijdelijke_plaatsing(wet(), d(OP), &invoer).unwrap();
            assert_eq!(toetsing.uitkomst().unwrap().recht, recht, "{ontvangen_op} {besloten_op}");
        }
    }
}

#[test]
fn a_place_never_starts_before_the_child_may_be_admitted() {
    let ontvangen_op = d("2026-01-19");
    let first = morgen(later(ontvangen_op, 70));
    for toelaatbaar_vanaf in dagen("2025-12-01", "2026-09-01") {
        let invoer = TijdelijkePlaatsingInvoer {
            ontvangen_op,
            toelaatbaar_vanaf,
            ingeschreven_in_zelfde_sector: false,
            besloten_op: None,
            minderjarige_asielzoeker: false,
            sector: recht::soort::Onderwijs::Po,
        };
        let toetsing = tijdelijke_plaatsing(wet(), d(OP), &invoer).unwrap();
        let expected = if toelaatbaar_vanaf > first { toelaatbaar_vanaf } else { first };
        assert_eq!(toetsing.uitkomst().unwrap().vanaf, Some(expected), "{toelaatbaar_vanaf}");
    }
}

#[test]
fn a_request_is_decided_in_eight_weeks() {
    for ontvangen_op in ontvangsten() {
        let invoer = TlvBeslistermijnInvoer { ontvangen_op, opschortingen: Vec::new() };
        let toetsing = tlv_beslistermijn(wet(), d(OP), &invoer).unwrap();
        let out = toetsing.uitkomst().unwrap();
        assert_eq!(out.uiterlijk, Some(termijn(ontvangen_op, 8, 0)), "{ontvangen_op}");
        assert_eq!((out.opgeschorte_dagen, out.opgeschort_nu), (0, false));
    }
}

#[test]
fn a_plan_is_adopted_in_six_weeks_after_enrolment() {
    for ingeschreven_op in ontvangsten() {
        let invoer = VaststellingstermijnInvoer {
            ingeschreven_op,
            tijdelijk_geplaatst: false,
            definitief_geplaatst_op: None,
        };
        let toetsing = vaststellingstermijn(wet(), d(OP), &invoer).unwrap();
        assert_eq!(toetsing.uitkomst().unwrap().uiterlijk, Some(termijn(ingeschreven_op, 6, 0)));
    }
}

#[test]
fn after_a_temporary_place_the_six_weeks_run_from_the_definitive_one_whenever_the_first_began() {
    for definitief in dagen("2026-01-01", "2026-12-31") {
        for since in ["2025-09-01", "2025-12-31"] {
            let invoer = VaststellingstermijnInvoer {
                ingeschreven_op: d(since),
                tijdelijk_geplaatst: true,
                definitief_geplaatst_op: Some(definitief),
            };
            let toetsing = vaststellingstermijn(wet(), d(OP), &invoer).unwrap();
            assert_eq!(toetsing.uitkomst().unwrap().uiterlijk, Some(termijn(definitief, 6, 0)));
        }
    }
}

#[test]
fn objection_runs_in_three_terms_that_each_start_where_the_one_before_ended() {
    for bekendgemaakt_op in ontvangsten() {
        let toetsing = termijnen(wet(), d(OP), &BezwaarInvoer { bekendgemaakt_op }).unwrap();
        let out = toetsing.uitkomst().unwrap();
        let indienen = termijn(bekendgemaakt_op, 6, 0);
        let beslissen = termijn(indienen, 12, 0);
        let verdaagd = termijn(beslissen, 6, 0);
        let found = (out.indienen_uiterlijk, out.beslissen_uiterlijk, out.beslissen_na_verdaging);
        assert_eq!(found, (indienen, beslissen, verdaagd), "{bekendgemaakt_op}");
    }
}

#[test]
fn no_statutory_term_ends_on_a_saturday_or_sunday() {
    for dag in ontvangsten() {
        let ends = [
            uiterlijk(&aanmelding(dag, Sector::Po)),
            Some(termijn(dag, 8, 0)),
            termijnen(wet(), d(OP), &BezwaarInvoer { bekendgemaakt_op: dag })
                .unwrap()
                .uitkomst()
                .map(|out| out.beslissen_na_verdaging),
        ];
        for end in ends.into_iter().flatten() {
            assert!(weekdag(end) < 5, "{dag}: {end}");
        }
    }
}

#[test]
fn a_suspension_counts_both_its_days_wherever_it_lies_in_the_year() {
    for van in dagen("2027-12-20", "2028-03-10") {
        for length in 1..=9 {
            let tot_en_met = later(van, length - 1);
            let toetsing = schorsing(wet(), d(OP), &SchorsingInvoer { van, tot_en_met }).unwrap();
            let out = toetsing.uitkomst().unwrap();
            assert_eq!(i64::from(out.dagen), length, "{van}");
            assert_eq!(out.toegestaan, length <= 7, "{van} {length}");
            assert_eq!(out.melding_inspectie, length > 1, "{van} {length}");
        }
    }
}
