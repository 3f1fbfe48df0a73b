//! The terms that stand in a file are what the rules say of the facts in it: per kind of school, per day, and after walks.

use base::{Date, Sector, dates};
use dossier::aanmelding::afloop::StelBuitenBehandeling;
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie, VerlengBeslistermijn, VraagInformatie};
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::opdracht::regels::{self, TermijnFeiten};
use dossier::soort::Schoolsoort;
use dossier::staat::Afloop;
use proptest::prelude::*;

use crate::gegeven::{
    LIBEL, WATERJUFFER, WINDVEER, Zaak, aangemeld, d, ib, kind, meld_aan, meld_aan_bij, uitzondering,
    vraag_informatie, weiger,
};
use crate::wandeling::{loop_door, stappen};

/// A kind of school with its code and its sector.
const SCHOLEN: [(&str, Schoolsoort, Sector); 5] = [
    (WATERJUFFER, Schoolsoort::Basisschool, Sector::Po),
    (WATERJUFFER, Schoolsoort::Sbo, Sector::Po),
    (LIBEL, Schoolsoort::So, Sector::So),
    (LIBEL, Schoolsoort::Vso, Sector::So),
    (WINDVEER, Schoolsoort::Vo, Sector::Vo),
];

/// Given a child of thirteen registered at such a school on a day.
fn bij(school: &str, soort: Schoolsoort, openbaar: bool, op: &str) -> Zaak {
    let mut zaak = kind("2013-03-12");
    zaak.op(op).als(ib(school));
    zaak.doe(MeldAan { openbaar, ontvangen_op: d(op), gewenst_per: None, ..meld_aan_bij(school, soort) });
    zaak
}

fn informatie(op: &str) -> OntvangInformatie {
    OntvangInformatie { aanmelding: 1, op: d(op), compleet: true, nog_nodig: String::new() }
}

#[test]
fn every_kind_of_school_decides_in_six_weeks_and_extends_by_four() {
    for (school, soort, sector) in SCHOLEN {
        for openbaar in [true, false] {
            let mut zaak = bij(school, soort, openbaar, "2026-03-02");
            assert_eq!(zaak.aanmelding().sector, sector);
            assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-13")), "{soort:?}");
            zaak.doe(VerlengBeslistermijn {
                aanmelding: 1,
                weken: 4,
                reden: "Het onderzoek loopt nog.".into(),
            });
            assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-05-11")), "{soort:?}");
        }
    }
}

#[test]
fn a_school_extends_by_as_few_weeks_as_it_needs_and_never_by_more_than_the_law_gives() {
    // Weeks, last day: 11 and 18 May are Mondays, 27 April is King's day, 4 May a Monday.
    for (weken, last) in [(1, "2026-04-20"), (2, "2026-04-28"), (3, "2026-05-04"), (4, "2026-05-11")] {
        let mut zaak = bij(WATERJUFFER, Schoolsoort::Basisschool, false, "2026-03-02");
        zaak.doe(VerlengBeslistermijn { aanmelding: 1, weken, reden: "Het onderzoek loopt nog.".into() });
        assert_eq!(zaak.beslissen_uiterlijk(), Some(d(last)), "{weken}");
        assert_eq!(zaak.aanmelding().verlenging.as_ref().and_then(|longer| longer.weken), Some(weken));
    }
    for weken in [0, 5, 250] {
        let zaak = bij(WATERJUFFER, Schoolsoort::Basisschool, false, "2026-03-02");
        let extend = VerlengBeslistermijn { aanmelding: 1, weken, reden: "Het onderzoek loopt nog.".into() };
        zaak.weigert(extend).veld("weken").op_grond_van("art. 40 lid 6 WPO");
    }
}

#[test]
fn an_extension_while_the_clock_stands_still_says_the_last_day_if_the_answer_comes_at_the_latest() {
    let mut zaak = bij(WATERJUFFER, Schoolsoort::Basisschool, false, "2026-03-02");
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    // Fifteen days of standing still: 13 April and fifteen days, moved past 28 April, which is a Tuesday.
    assert_eq!(zaak.aanmelding().beslissen_uiterlijk_op(d("2026-03-24")), Some(d("2026-04-28")));
    zaak.doe(VerlengBeslistermijn { aanmelding: 1, weken: 2, reden: "Het onderzoek loopt nog.".into() });
    assert_eq!(zaak.beslissen_uiterlijk(), None);
    assert_eq!(zaak.aanmelding().beslissen_uiterlijk_op(d("2026-03-24")), Some(d("2026-05-12")));
    // A corrected day of receipt moves it as it moves the rest.
    let corrected = CorrigeerOntvangst {
        aanmelding: 1,
        ontvangen_op: d("2026-02-23"),
        minderjarige_asielzoeker: None,
        onderwijs: None,
        gewenst_per: meld_aan().gewenst_per,
        nu_naar_school: None,
        andere_scholen: meld_aan().andere_scholen,
        recht_vervalt: false,
        waarom: "Stempel van maandag.".into(),
    };
    zaak.doe(corrected);
    assert_eq!(zaak.aanmelding().beslissen_uiterlijk_op(d("2026-03-24")), Some(d("2026-05-06")));
    // The answer that comes earlier leads to an earlier day.
    zaak.op("2026-03-10").doe(informatie("2026-03-10"));
    assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-21")));
}

#[test]
fn the_clock_stands_still_as_the_law_of_the_school_says() {
    // Asked on Monday 9 March, complete on Thursday 19 March: nine days after the first, or ten with it.
    for (school, soort, openbaar, dagen, last) in [
        (WATERJUFFER, Schoolsoort::Basisschool, true, 9, "2026-04-22"),
        (WATERJUFFER, Schoolsoort::Basisschool, false, 10, "2026-04-23"),
        (WATERJUFFER, Schoolsoort::Sbo, true, 9, "2026-04-22"),
        (WATERJUFFER, Schoolsoort::Sbo, false, 10, "2026-04-23"),
        (LIBEL, Schoolsoort::So, true, 9, "2026-04-22"),
        (LIBEL, Schoolsoort::So, false, 10, "2026-04-23"),
        (LIBEL, Schoolsoort::Vso, false, 10, "2026-04-23"),
        (WINDVEER, Schoolsoort::Vo, true, 9, "2026-04-22"),
        (WINDVEER, Schoolsoort::Vo, false, 9, "2026-04-22"),
    ] {
        let mut zaak = bij(school, soort, openbaar, "2026-03-02");
        zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
        assert_eq!(zaak.beslissen_uiterlijk(), None, "{soort:?}");
        zaak.op("2026-03-19").doe(informatie("2026-03-19"));
        let term = &zaak.aanmelding().termijn.uitkomst;
        assert_eq!((term.opgeschorte_dagen, term.uiterlijk), (dagen, Some(d(last))), "{soort:?} {openbaar}");
        assert!(!term.opgeschort_nu);
    }
}

#[test]
fn a_term_is_read_from_the_article_of_the_law_of_the_school() {
    for (school, soort, artikel) in [
        (WATERJUFFER, Schoolsoort::Basisschool, "art. 40 lid 6 WPO"),
        (LIBEL, Schoolsoort::So, "art. 40 lid 7 WEC"),
        (WINDVEER, Schoolsoort::Vo, "art. 8.8 lid 2 WVO 2020"),
    ] {
        let mut zaak = bij(school, soort, false, "2026-03-02");
        let cited = zaak.aanmelding().termijn.berekening.vindplaatsen.iter().map(ToString::to_string);
        assert!(cited.into_iter().any(|found| found == artikel), "{artikel}");
        zaak.op("2026-04-14");
        let late = VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "Te laat.".into() };
        zaak.weigert(late).met("termijn_voorbij").op_grond_van(artikel);
    }
}

#[test]
fn asking_for_information_is_possible_up_to_and_with_the_last_day_of_the_term() {
    for (day, possible) in
        [("2026-03-02", true), ("2026-04-12", true), ("2026-04-13", true), ("2026-04-14", false)]
    {
        let mut zaak = aangemeld();
        zaak.op(day);
        let last = dates::plus_days(zaak.vandaag, 7).expect("a day");
        let ask = VraagInformatie { tot_en_met: last, ..vraag_informatie("2026-03-16") };
        assert_eq!(zaak.vraag(ask).is_ok(), possible, "{day}");
        let extend =
            VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "Het onderzoek loopt nog.".into() };
        assert_eq!(zaak.vraag(extend).is_ok(), possible, "{day}");
    }
}

#[test]
fn a_school_asks_twice_and_each_day_counts_once() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-11")).op("2026-03-12");
    zaak.doe(OntvangInformatie { compleet: false, ..informatie("2026-03-12") });
    assert_eq!(zaak.aanmelding().termijn.uitkomst.opgeschorte_dagen, 3);
    // Asked again on the day after, as not all of it came: that day stands still too, and only once.
    zaak.doe(vraag_informatie("2026-03-26")).op("2026-03-16").doe(informatie("2026-03-16"));
    assert_eq!(zaak.aanmelding().termijn.uitkomst.opgeschorte_dagen, 7);
    assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-20")));
}

#[test]
fn not_handling_is_told_within_four_weeks_after_the_time_for_it() {
    for (day, answer) in [
        ("2026-03-23", Some("nog_tijd")),
        ("2026-03-24", None),
        ("2026-04-20", None),
        ("2026-04-21", Some("te_laat")),
    ] {
        let mut zaak = aangemeld();
        zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23")).op(day);
        let act = StelBuitenBehandeling { aanmelding: 1, reden: "Er kwam niets.".into() };
        assert_eq!(zaak.vraag(act).err().map(|refusal| refusal.code), answer, "{day}");
    }
}

#[test]
fn the_last_day_to_object_is_six_weeks_after_the_decision_on_every_day_of_a_year() {
    let atw = recht::Wet::load().expect("the corpus loads");
    let mut zaak = aangemeld();
    for offset in 0..365 {
        zaak.vandaag = dates::plus_days(d("2026-03-02"), offset).expect("a day");
        let mut refusal = weiger(uitzondering("geen_plaatsruimte_po"));
        refusal.overleg = Some(dossier::aanmelding::feiten::Overleg {
            op: zaak.vandaag,
            ..crate::gegeven::overleg("2026-03-02")
        });
        let mut refused = zaak.clone();
        refused.doe(refusal);
        let Some(Afloop::Geweigerd { bezwaar_uiterlijk, .. }) = &refused.aanmelding().afloop else {
            panic!("refused")
        };
        let six_weeks = dates::plus_days(zaak.vandaag, 42).expect("a day");
        let wet = atw.termijnenwet(six_weeks).expect("in force");
        let mut last = six_weeks;
        while wet.geen_werkdag(last).is_some() {
            last = last.tomorrow().expect("a day");
        }
        assert_eq!(*bezwaar_uiterlijk, last, "{}", zaak.vandaag);
    }
}

#[test]
fn a_corrected_day_of_receipt_moves_the_terms_as_far_as_the_rules_say() {
    for (op, last, place) in [
        ("2026-03-01", "2026-04-13", "2026-05-11"),
        ("2026-02-28", "2026-04-13", "2026-05-10"),
        ("2026-02-23", "2026-04-07", "2026-05-05"),
        ("2026-02-16", "2026-03-30", "2026-04-28"),
        ("2026-01-02", "2026-02-13", "2026-03-14"),
    ] {
        let mut zaak = aangemeld();
        zaak.doe(CorrigeerOntvangst {
            aanmelding: 1,
            ontvangen_op: d(op),
            minderjarige_asielzoeker: None,
            onderwijs: None,
            gewenst_per: meld_aan().gewenst_per,
            nu_naar_school: None,
            andere_scholen: meld_aan().andere_scholen,
            recht_vervalt: false,
            waarom: "het poststempel".into(),
        });
        assert_eq!(zaak.beslissen_uiterlijk(), Some(d(last)), "{op}");
        assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d(place)), "{op}");
        let facts = zaak.dossier.feiten.len();
        assert_eq!(facts, 5, "one fact was corrected");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_term_in_the_file_is_what_the_rule_says_of_the_facts_in_the_file(stappen in stappen(70)) {
        let zaak = loop_door(&stappen);
        let ctx = zaak.ctx();
        for aanmelding in zaak.dossier.aanmeldingen.iter().filter(|a| !a.fase().is_final()) {
            let anew = regels::beslistermijn(&ctx, &TermijnFeiten::of(aanmelding)).expect("the rule is in force");
            prop_assert_eq!(&anew.uitkomst, &aanmelding.termijn.uitkomst, "registration {}", aanmelding.nr);
            prop_assert_eq!(&anew.berekening.bewijs_invoer, &aanmelding.termijn.berekening.bewijs_invoer);
        }
        for aanvraag in zaak.dossier.aanvragen.iter().filter(|a| a.fase().is_in_behandeling()) {
            let Some(received) = aanvraag.ontvangen_op else { continue };
            // What an earlier partnership asked stopped its clock, and not this one.
            let own = aanvraag.aanvullingen.iter().skip(aanvraag.aanvullingen_van_eerder);
            let stood: Vec<(Date, Option<Date>)> = own.map(|a| (a.uitnodiging_op, a.geeindigd_op)).collect();
            let anew = regels::tlv_termijn(&ctx, received, &stood).expect("the rule is in force");
            let kept = aanvraag.termijn.as_ref().expect("a term");
            prop_assert_eq!(&anew.uitkomst, &kept.uitkomst, "request {}", aanvraag.nr);
        }
    }

    #[test]
    fn what_was_promised_to_happen_without_an_answer_is_what_happens(
        asked in 0..35_i32, time in 1..40_i32, late in 0..60_i32, openbaar: bool,
    ) {
        let mut zaak = kind("2018-03-12");
        zaak.doe(MeldAan { openbaar, ..meld_aan() });
        zaak.vandaag = dates::plus_days(zaak.vandaag, asked).expect("a day");
        let last = dates::plus_days(zaak.vandaag, time).expect("a day");
        zaak.doe(VraagInformatie { tot_en_met: last, ..vraag_informatie("2026-03-16") });
        let promised = zaak.aanmelding().open_opschorting().expect("asked").uiterlijk_zonder_antwoord;
        zaak.vandaag = dates::plus_days(last, 1 + late).expect("a day");
        zaak.doe(OntvangInformatie { aanmelding: 1, op: zaak.vandaag, compleet: false, nog_nodig: String::new() });
        prop_assert_eq!(zaak.beslissen_uiterlijk(), promised);
    }

    #[test]
    fn parents_who_answer_sooner_never_have_to_wait_longer(
        asked in 0..35_i32, time in 2..40_i32, soon in 0..40_i32, later in 0..40_i32, openbaar: bool,
    ) {
        let mut zaak = kind("2018-03-12");
        zaak.doe(MeldAan { openbaar, ..meld_aan() });
        zaak.vandaag = dates::plus_days(zaak.vandaag, asked).expect("a day");
        let today = zaak.vandaag;
        let last = dates::plus_days(today, time).expect("a day");
        zaak.doe(VraagInformatie { tot_en_met: last, ..vraag_informatie("2026-03-16") });
        let answered = |days: i32| {
            let mut zaak = zaak.clone();
            zaak.vandaag = dates::plus_days(today, days).expect("a day");
            zaak.doe(OntvangInformatie { aanmelding: 1, op: zaak.vandaag, compleet: true, nog_nodig: String::new() });
            zaak.beslissen_uiterlijk()
        };
        prop_assert!(answered(soon.min(later)) <= answered(soon.max(later)));
    }
}
