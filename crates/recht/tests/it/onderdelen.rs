//! `opp.volledigheid` for every set of parts, every kind of school and every version of the law; money in exact fractions.

use base::Eurocent;
use proptest::prelude::*;
use recht::openbaar::toets_json;
use recht::reserve::{ReserveInvoer, signaleringswaarde};
use serde_json::{Value, json};

use super::{OP, d, wet};

/// The parts in the order of the contract, with the day from which each is asked and of whom.
const ONDERDELEN: [(&str, &str, &[&str]); 8] = [
    ("uitstroombestemming", "2014-08-01", &ALLE),
    ("belemmerende_factoren", "2014-08-01", &ALLE),
    ("bevorderende_factoren", "2014-08-01", &ALLE),
    ("individuele_begeleiding", "2014-08-01", &ALLE),
    ("overleg_ouders", "2014-08-01", &ALLE),
    ("instemming_handelingsdeel", "2017-08-01", &ALLE),
    ("inbreng_leerling", "2025-08-01", &ALLE),
    ("soort_arbeid", "2014-08-01", &["pro"]),
];
const ALLE: [&str; 6] = ["basisschool", "sbo", "vo", "pro", "so", "vso"];

/// The parts of which the bit is set.
fn deel(set: usize) -> Vec<&'static str> {
    (0..ONDERDELEN.len()).filter(|bit| set >> bit & 1 == 1).map(|bit| ONDERDELEN[bit].0).collect()
}

fn gevraagd(soort: &str, op: &str) -> Vec<&'static str> {
    let asked = |(_, since, of): &&(&'static str, &str, &[&str])| *since <= op && of.contains(&soort);
    ONDERDELEN.iter().filter(asked).map(|(onderdeel, ..)| *onderdeel).collect()
}

fn ontbreekt(soort: &str, aanwezig: &[&str], op: &str) -> Value {
    let invoer = json!({"schoolsoort": soort, "aanwezig": aanwezig});
    let (object, _) = toets_json(wet(), "opp.volledigheid", &invoer, d(op)).expect("right input");
    let out = &object["uitkomst"];
    assert_eq!(out["volledig"] == true, out["ontbreekt"] == json!([]), "{object}");
    out["ontbreekt"].clone()
}

#[test]
fn every_set_of_parts_lacks_exactly_what_the_law_of_the_day_asks_and_is_not_there() {
    for op in ["2014-08-01", "2017-07-31", "2017-08-01", "2025-07-31", "2025-08-01", OP] {
        for soort in ALLE {
            let asked = gevraagd(soort, op);
            for set in 0..256 {
                let there = deel(set);
                let missing: Vec<&str> = asked.iter().copied().filter(|one| !there.contains(one)).collect();
                assert_eq!(ontbreekt(soort, &there, op), json!(missing), "{soort} {op} {there:?}");
            }
        }
    }
}

#[test]
fn the_law_never_asks_less_than_it_did() {
    let days = ["2014-08-01", "2017-08-01", "2025-08-01", OP];
    for soort in ALLE {
        for set in 0..256 {
            let there = deel(set);
            let lacks = |op| ontbreekt(soort, &there, op).as_array().expect("a list").len();
            let counts: Vec<usize> = days.into_iter().map(lacks).collect();
            assert!(counts.is_sorted(), "{soort} {there:?}: {counts:?}");
        }
    }
}

proptest! {
    #[test]
    fn the_order_and_doubles_of_what_is_there_do_not_matter(
        set in 0..256_usize, turn in 0..8_usize, soort in 0..6_usize,
    ) {
        let there = deel(set);
        let mut turned = there.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        let doubled: Vec<&str> = turned.iter().flat_map(|one| [*one, *one]).collect();
        let expected = ontbreekt(ALLE[soort], &there, OP);
        prop_assert_eq!(&expected, &ontbreekt(ALLE[soort], &turned, OP));
        prop_assert_eq!(&expected, &ontbreekt(ALLE[soort], &doubled, OP));
    }

    #[test]
    fn one_more_part_never_makes_a_plan_less_complete(set in 0..256_usize, more in 0..8_usize, soort in 0..6_usize) {
        let before = ontbreekt(ALLE[soort], &deel(set), OP);
        let after = ontbreekt(ALLE[soort], &deel(set | 1 << more), OP);
        let all = before.as_array().expect("a list");
        prop_assert!(after.as_array().expect("a list").iter().all(|gap| all.contains(gap)));
    }
}

fn signaal(baten: i64, vermogen: i64) -> (i64, i64) {
    let invoer =
        ReserveInvoer { totale_baten_eurocent: Eurocent(baten), eigen_vermogen_eurocent: Eurocent(vermogen) };
    let toetsing = signaleringswaarde(wet(), d(OP), &invoer).unwrap();
    let out = toetsing.uitkomst().unwrap();
    (out.signaleringswaarde_eurocent.0, out.mogelijk_bovenmatig_eurocent.0)
}

/// 3,5 % in exact thousandths of a cent, half a cent away from zero; at least a quarter of a million euros.
fn exact(baten: i64) -> i64 {
    let thousandths = i128::from(baten) * 35;
    let rounded = (thousandths + 500).div_euclid(1000);
    i64::try_from(rounded).expect("fits").max(25_000_000)
}

proptest! {
    #[test]
    fn the_signal_is_the_share_to_the_cent(baten in 0..i64::MAX) {
        prop_assert_eq!(signaal(baten, 0).0, exact(baten));
    }

    #[test]
    fn what_lies_above_the_signal_and_the_signal_are_the_whole_equity(baten in 0..1_000_000_000_000_i64, boven in 0..1_000_000_000_000_i64) {
        let grens = signaal(baten, 0).0;
        let (signaal, bovenmatig) = signaal(baten, grens + boven);
        prop_assert_eq!(signaal + bovenmatig, grens + boven);
    }

    #[test]
    fn equity_up_to_the_signal_is_never_too_much(baten in 0..i64::MAX, onder in 0..i64::MAX) {
        let grens = signaal(baten, 0).0;
        prop_assert_eq!(signaal(baten, grens - onder).1, 0);
    }

    #[test]
    fn equity_itself_does_not_move_the_signal(baten in 0..i64::MAX, vermogen: i64, ander: i64) {
        prop_assert_eq!(signaal(baten, vermogen).0, signaal(baten, ander).0);
    }
}

#[test]
fn the_least_signal_holds_up_to_the_income_at_which_the_share_overtakes_it() {
    // € 250.000 is 3,5 % of € 7.142.857,142…: the cent before, at and after.
    for (baten, grens) in [
        (714_285_700, 25_000_000),
        (714_285_714, 25_000_000),
        (714_285_728, 25_000_000),
        (714_285_729, 25_000_001),
        (714_285_757, 25_000_001),
        (714_285_758, 25_000_002),
    ] {
        assert_eq!(signaal(baten, 0).0, grens, "{baten}");
    }
}
