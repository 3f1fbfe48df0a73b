//! The right to a place: what holds whatever the days are.

use base::Date;
use base::dates::plus_days;
use proptest::prelude::*;
use recht::aanmelding::{Plaatssoort, TijdelijkePlaatsing, TijdelijkePlaatsingInvoer, tijdelijke_plaatsing};
use recht::soort::Onderwijs;

use super::almanak::{later, morgen};
use super::{OP, d, wet};

fn dag(offset: i32) -> Date {
    plus_days(d("2026-07-01"), offset).expect("a day")
}

/// Registered on a day, admissible so many days later, decided so many days later or not yet.
fn invoer(ontvangen: i32, toelaatbaar: i32, besloten: Option<i32>) -> TijdelijkePlaatsingInvoer {
    TijdelijkePlaatsingInvoer {
        ontvangen_op: dag(ontvangen),
        toelaatbaar_vanaf: dag(ontvangen + toelaatbaar),
        ingeschreven_in_zelfde_sector: false,
        besloten_op: besloten.map(|days| dag(ontvangen + days)),
        minderjarige_asielzoeker: false,
        sector: Onderwijs::Po,
    }
}

fn plek(invoer: &TijdelijkePlaatsingInvoer) -> TijdelijkePlaatsing {
    tijdelijke_plaatsing(wet(), d(OP), invoer).unwrap().uitkomst().unwrap().clone()
}

proptest! {
    #[test]
    fn a_place_has_a_first_day_exactly_when_there_is_a_right_to_it(
        ontvangen in 0..900_i32, toelaatbaar in -400..900_i32, besloten in proptest::option::of(0..150_i32),
        ingeschreven: bool,
    ) {
        let asked = TijdelijkePlaatsingInvoer {
            ingeschreven_in_zelfde_sector: ingeschreven,
            ..invoer(ontvangen, toelaatbaar, besloten)
        };
        let out = plek(&asked);
        prop_assert_eq!(out.recht, out.vanaf.is_some());
        prop_assert_eq!(out.soort, out.recht.then_some(Plaatssoort::TijdelijkePlaatsing));
        prop_assert!(!(ingeschreven && out.recht), "a child of a school of the sector stays there");
        if let Some(vanaf) = out.vanaf {
            prop_assert!(vanaf > later(asked.ontvangen_op, 70) && vanaf >= asked.toelaatbaar_vanaf);
        }
    }

    #[test]
    fn a_later_registration_or_admissibility_never_gives_an_earlier_place(
        ontvangen in 0..900_i32, more in 0..60_i32, toelaatbaar in -100..300_i32, older in 0..100_i32,
    ) {
        let first = plek(&invoer(ontvangen, toelaatbaar, None)).vanaf;
        prop_assert!(first <= plek(&invoer(ontvangen + more, toelaatbaar, None)).vanaf);
        prop_assert!(first <= plek(&invoer(ontvangen, toelaatbaar + older, None)).vanaf);
    }

    #[test]
    fn a_minor_asylum_seeker_is_admitted_where_the_law_says_so_whatever_its_enrolment(
        ontvangen in 0..900_i32, toelaatbaar in -100..300_i32, besloten in proptest::option::of(0..150_i32),
        ingeschreven: bool, sector in proptest::sample::select(Onderwijs::ALL.to_vec()),
    ) {
        let asylum = TijdelijkePlaatsingInvoer {
            ingeschreven_in_zelfde_sector: ingeschreven,
            minderjarige_asielzoeker: true,
            sector,
            ..invoer(ontvangen, toelaatbaar, besloten)
        };
        let out = plek(&asylum);
        if sector == Onderwijs::Vo {
            let other = TijdelijkePlaatsingInvoer { minderjarige_asielzoeker: false, ..asylum };
            prop_assert_eq!(out, plek(&other), "in vo they follow the ten weeks like others");
        } else {
            let late = besloten.is_none_or(|days| days > 42);
            prop_assert_eq!(out.soort, late.then_some(Plaatssoort::Toelating));
            prop_assert_eq!(out.recht, late);
        }
    }

    #[test]
    fn a_minor_asylum_seeker_without_a_school_never_waits_longer_than_another_child(
        ontvangen in 0..900_i32, toelaatbaar in -100..300_i32,
    ) {
        let other = invoer(ontvangen, toelaatbaar, None);
        let asylum = TijdelijkePlaatsingInvoer { minderjarige_asielzoeker: true, ..other.clone() };
        let first = plek(&asylum).vanaf.expect("a place");
        prop_assert!(Some(first) <= plek(&other).vanaf);
        prop_assert_eq!(first, morgen(later(asylum.ontvangen_op, 42)).max(asylum.toelaatbaar_vanaf));
    }
}
