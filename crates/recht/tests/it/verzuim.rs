//! `verzuim.melding` and `thuiszitter.classificatie`.

use recht::openbaar::toets_tekst;
use serde_json::{Value, json};

use super::{OP, cites, d, toets_op, uitkomst, wet, wrong_fields};

/// Five school weeks with a holiday week (2 February) between the third and the fourth.
const WEKEN: [&str; 5] = ["2026-01-12", "2026-01-19", "2026-01-26", "2026-02-09", "2026-02-16"];

fn melding(dagen: &[(&str, f64)], weken: &[&str]) -> Value {
    let verzuim: Vec<Value> =
        dagen.iter().map(|(datum, uren)| json!({"datum": datum, "uren": uren})).collect();
    json!({"verzuim": verzuim, "schoolweken": weken})
}

fn bereikt(dagen: &[(&str, f64)], weken: &[&str]) -> Value {
    let out = uitkomst("verzuim.melding", &melding(dagen, weken));
    assert_eq!(out["melden"] == true, !out["bereikt_op"].is_null());
    out["bereikt_op"].clone()
}

#[test]
fn sixteen_hours_in_four_school_weeks_must_be_reported() {
    for (dagen, bereikt_op, waarom) in [
        (&[][..], Value::Null, "nothing"),
        (&[("2026-01-12", 16.0)], json!("2026-01-12"), "sixteen hours on one day"),
        (&[("2026-01-12", 15.99)], Value::Null, "just below"),
        (&[("2026-01-12", 8.0), ("2026-01-12", 8.0)], json!("2026-01-12"), "rows on one day add up"),
        (&[("2026-01-14", 8.0), ("2026-01-12", 8.0)], json!("2026-01-14"), "order does not matter"),
        (
            &[("2026-01-12", 8.0), ("2026-02-15", 8.0)],
            json!("2026-02-15"),
            "Sunday of the fourth school week",
        ),
        (&[("2026-01-18", 8.0), ("2026-02-16", 8.0)], Value::Null, "the fifth school week is too late"),
        (&[("2026-01-19", 8.0), ("2026-02-16", 8.0)], json!("2026-02-16"), "second to fifth"),
        (
            &[("2026-01-12", 10.0), ("2026-01-19", 5.0), ("2026-01-26", 0.5), ("2026-02-09", 0.5)],
            json!("2026-02-09"),
            "just",
        ),
        (
            &[("2026-01-12", 1.0), ("2026-01-19", 7.0), ("2026-02-16", 9.0)],
            json!("2026-02-16"),
            "a later window",
        ),
        (&[("2026-01-12", 0.0)], Value::Null, "no hours"),
    ] {
        assert_eq!(bereikt(dagen, &WEKEN), bereikt_op, "{waarom}");
    }
}

#[test]
fn weeks_are_sorted_and_counted_once() {
    let shuffled = ["2026-02-09", "2026-01-12", "2026-01-26", "2026-01-19", "2026-01-12", "2026-02-16"];
    assert_eq!(bereikt(&[("2026-01-12", 8.0), ("2026-02-15", 8.0)], &shuffled), "2026-02-15");
    assert_eq!(bereikt(&[("2026-01-12", 16.0)], &["2026-01-12"]), "2026-01-12", "fewer than four weeks");
    assert_eq!(bereikt(&[], &[]), Value::Null);
}

#[test]
fn tenths_add_up_exactly() {
    let tenths: Vec<(&str, f64)> = (0..160).map(|_| ("2026-01-12", 0.1)).collect();
    assert_eq!(bereikt(&tenths, &WEKEN), "2026-01-12");
    assert_eq!(bereikt(&tenths[..159], &WEKEN), Value::Null);
}

#[test]
fn digits_beyond_a_double_count_when_the_text_is_there() {
    let ask = |uren: &str| {
        let tekst = format!(
            r#"{{"verzuim": [{{"datum": "2026-01-12", "uren": {uren}}}], "schoolweken": ["2026-01-12"]}}"#
        );
        toets_tekst(wet(), "verzuim.melding", &tekst, d(OP)).unwrap().0["uitkomst"]["melden"].clone()
    };
    assert_eq!(ask("15.99999999999999999999"), false);
    assert_eq!(ask("16.00000000000000000000"), true);
    assert_eq!(ask("1.6e1"), true);
    assert_eq!(ask("1e300"), true);
    assert_eq!(ask("-0"), false);
}

#[test]
fn what_is_no_monday_no_hours_or_in_no_week_is_wrong_input() {
    let invoer = json!({
        "verzuim": [
            {"datum": "2026-01-12", "uren": -0.5},
            {"datum": "2026-02-02", "uren": 8},
            {"datum": "2026-01-12", "uren": "8"},
            {"datum": "2026-01-11", "uren": 1},
        ],
        "schoolweken": ["2026-01-12", "2026-01-20"],
    });
    assert_eq!(
        wrong_fields("verzuim.melding", &invoer, OP),
        ["schoolweken[1]", "verzuim[0].uren", "verzuim[1].datum", "verzuim[2].uren", "verzuim[3].datum"]
    );
}

#[test]
fn a_week_runs_monday_to_sunday() {
    assert_eq!(bereikt(&[("2026-01-18", 16.0)], &["2026-01-12"]), "2026-01-18");
    for outside in ["2026-01-11", "2026-01-19"] {
        assert_eq!(
            wrong_fields("verzuim.melding", &melding(&[(outside, 1.0)], &["2026-01-12"]), OP),
            ["verzuim[0].datum"]
        );
    }
    // The last Monday of the calendar, whose Sunday does not exist.
    assert_eq!(bereikt(&[("9999-12-31", 16.0)], &["9999-12-27"]), "9999-12-31");
}

const THUIS: &str = "thuiszitter.classificatie";

fn kind(extra: &Value) -> Value {
    let mut invoer =
        json!({"geboortedatum": "2015-01-15", "ingeschreven": true, "afwezig_sinds": "2026-02-02"});
    for (key, value) in extra.as_object().expect("fields") {
        invoer[key] = value.clone();
    }
    invoer
}

fn class(extra: &Value, op: &str) -> (String, bool, bool) {
    let (object, _) = toets_op(THUIS, &kind(extra), op);
    let out = &object["uitkomst"];
    (
        out["soort"].as_str().unwrap().to_owned(),
        out["thuiszitter"] == true,
        out["langer_dan_drie_maanden"] == true,
    )
}

fn geen() -> (String, bool, bool) {
    ("geen".to_owned(), false, false)
}

#[test]
fn more_than_four_weeks_absent_is_a_child_at_home() {
    // 2 February + 28 days is 2 March.
    for (ingeschreven, op, soort, thuiszitter) in [
        (true, "2026-02-02", "relatief", false),
        (true, "2026-03-02", "relatief", false),
        (true, "2026-03-03", "langdurig_relatief", true),
        (false, "2026-03-02", "absoluut", false),
        (false, "2026-03-03", "absoluut", true),
    ] {
        let expected = (soort.to_owned(), thuiszitter, false);
        assert_eq!(class(&json!({"ingeschreven": ingeschreven}), op), expected, "{ingeschreven} {op}");
    }
}

#[test]
fn three_months_end_on_the_same_day_or_the_last_of_the_month() {
    for (sinds, op, langer) in [
        ("2026-02-02", "2026-05-02", false),
        ("2026-02-02", "2026-05-03", true),
        ("2025-11-30", "2026-02-28", false),
        ("2025-11-30", "2026-03-01", true),
    ] {
        assert_eq!(class(&json!({"afwezig_sinds": sinds}), op).2, langer, "{sinds} {op}");
    }
}

#[test]
fn an_exemption_ends_it_and_leave_matters_only_for_an_enrolled_child() {
    let op = "2026-03-03";
    for vrijstelling in ["5a", "5b", "5c", "art_5a"] {
        for ingeschreven in [true, false] {
            let extra = json!({"ingeschreven": ingeschreven, "vrijstelling": vrijstelling});
            assert_eq!(class(&extra, op), geen(), "{extra}");
        }
    }
    for leave in [json!({"vrijstelling": "11g"}), json!({"geoorloofd": true})] {
        assert_eq!(class(&leave, op), geen(), "{leave}");
        let mut not_enrolled = leave.clone();
        not_enrolled["ingeschreven"] = json!(false);
        assert_eq!(class(&not_enrolled, op), ("absoluut".to_owned(), true, false), "{leave}");
    }
}

#[test]
fn what_ends_the_kwalificatieplicht_counts_only_after_compulsory_education() {
    // Sixteen on 10 May 2026: compulsory until 31 July 2026, kwalificatieplicht from the day after.
    for (vrijstelling, artikel) in [("15", "15"), ("4a", "4a"), ("4b", "4b")] {
        for (op, soort) in [("2026-07-31", "absoluut"), ("2026-08-01", "geen")] {
            let invoer = json!({"geboortedatum": "2010-05-10", "ingeschreven": false,
                "vrijstelling": vrijstelling, "afwezig_sinds": "2026-07-30"});
            let (object, _) = toets_op("thuiszitter.classificatie", &invoer, op);
            assert_eq!(object["uitkomst"]["soort"], soort, "{vrijstelling} {op}");
            let places = object["vindplaatsen"].as_array().unwrap();
            assert!(places.iter().any(|place| place["artikel"] == artikel), "{op}: {object}");
        }
    }
}

#[test]
fn without_a_first_day_an_enrolled_child_is_there_and_another_is_not() {
    let op = "2026-03-03";
    assert_eq!(class(&json!({"afwezig_sinds": null}), op), geen());
    assert_eq!(
        class(&json!({"afwezig_sinds": null, "ingeschreven": false}), op),
        ("absoluut".to_owned(), false, false)
    );
}

#[test]
fn only_a_child_of_school_age_counts() {
    for (geboren, op, counts) in [
        // Five on 10 February 2026: from 1 March.
        ("2021-02-10", "2026-02-28", false),
        ("2021-02-10", "2026-03-01", true),
        // Eighteen on 2 March 2026.
        ("2008-03-02", "2026-03-01", true),
        ("2008-03-02", "2026-03-02", false),
        ("9990-01-01", "2026-03-02", false),
    ] {
        let extra = json!({"geboortedatum": geboren, "ingeschreven": false, "afwezig_sinds": null});
        assert_eq!(class(&extra, op).0 == "absoluut", counts, "{geboren} {op}");
    }
}

#[test]
fn an_absence_that_starts_after_the_day_asked_about_is_wrong_input() {
    let invoer = kind(&json!({"afwezig_sinds": "2026-03-04"}));
    assert_eq!(wrong_fields(THUIS, &invoer, "2026-03-03"), ["afwezig_sinds"]);
    // Also for a child that would not count at all.
    let young = kind(&json!({"afwezig_sinds": "2026-03-04", "geboortedatum": "2025-01-01"}));
    assert_eq!(wrong_fields(THUIS, &young, "2026-03-03"), ["afwezig_sinds"]);
}

#[test]
fn a_child_at_home_is_policy_and_says_so() {
    assert!(cites(&toets_op(THUIS, &kind(&json!({})), "2026-03-03").0, "beleid"));
}
