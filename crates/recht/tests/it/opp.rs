//! The two rules on the ontwikkelingsperspectief.

use serde_json::{Value, json};

use super::{OP, cites, toets_op, uitkomst, wrong_fields};

#[test]
fn six_weeks_after_enrolment_or_after_the_definitive_place() {
    for (invoer, laatste) in [
        (json!({"ingeschreven_op": "2026-01-19"}), json!("2026-03-02")),
        (json!({"ingeschreven_op": "2026-02-20"}), json!("2026-04-07")),
        (json!({"ingeschreven_op": "2026-01-19", "tijdelijk_geplaatst": true}), Value::Null),
        (
            json!({"ingeschreven_op": "2025-11-03", "tijdelijk_geplaatst": true, "definitief_geplaatst_op": "2026-01-19"}),
            json!("2026-03-02"),
        ),
        // Definitive before the enrolment: evaluated as it stands.
        (
            json!({"ingeschreven_op": "2026-03-01", "tijdelijk_geplaatst": true, "definitief_geplaatst_op": "2026-01-19"}),
            json!("2026-03-02"),
        ),
    ] {
        assert_eq!(uitkomst("opp.vaststellingstermijn", &invoer), json!({"uiterlijk": laatste}), "{invoer}");
    }
}

#[test]
fn a_definitive_place_without_a_temporary_one_is_wrong_input() {
    let invoer = json!({"ingeschreven_op": "2026-01-19", "definitief_geplaatst_op": "2026-01-20"});
    assert_eq!(wrong_fields("opp.vaststellingstermijn", &invoer, OP), ["definitief_geplaatst_op"]);
    let wrong_flag = json!({"ingeschreven_op": "2026-01-19", "tijdelijk_geplaatst": 1,
        "definitief_geplaatst_op": "2026-01-20"});
    assert_eq!(wrong_fields("opp.vaststellingstermijn", &wrong_flag, OP), ["tijdelijk_geplaatst"]);
    assert_eq!(
        wrong_fields("opp.vaststellingstermijn", &json!({"ingeschreven_op": "9999-12-01"}), OP),
        ["ingeschreven_op"]
    );
    let late = json!({"ingeschreven_op": "2026-01-19", "tijdelijk_geplaatst": true,
        "definitief_geplaatst_op": "9999-12-01"});
    assert_eq!(wrong_fields("opp.vaststellingstermijn", &late, OP), ["definitief_geplaatst_op"]);
}

const FIVE: [&str; 5] = [
    "uitstroombestemming",
    "belemmerende_factoren",
    "bevorderende_factoren",
    "individuele_begeleiding",
    "overleg_ouders",
];

/// WPO 40a(8)b, WVO 2020 2.44(7)b, WEC 13(13).
#[test]
fn of_a_pupil_whose_programme_deviates_the_parts_of_it_are_described() {
    let all = [
        "uitstroombestemming",
        "belemmerende_factoren",
        "bevorderende_factoren",
        "individuele_begeleiding",
        "overleg_ouders",
        "instemming_handelingsdeel",
        "inbreng_leerling",
        "soort_arbeid",
    ];
    let missing = |schoolsoort: &str, wijkt_af: bool, op: &str| {
        let invoer = json!({"schoolsoort": schoolsoort, "aanwezig": all, "wijkt_af_van_programma": wijkt_af});
        toets_op("opp.volledigheid", &invoer, op).0
    };
    for (schoolsoort, artikel) in
        [("basisschool", "40a"), ("sbo", "40a"), ("vo", "2.44"), ("pro", "2.44"), ("so", "13")]
    {
        let object = missing(schoolsoort, true, OP);
        assert_eq!(object["uitkomst"]["ontbreekt"], json!(["afwijkende_onderdelen"]), "{schoolsoort}");
        let places = object["vindplaatsen"].as_array().unwrap();
        assert!(places.iter().any(|place| place["artikel"] == artikel), "{object}");
        assert_eq!(missing(schoolsoort, false, OP)["uitkomst"]["ontbreekt"], json!([]), "{schoolsoort}");
    }
    // In vso the exemption itself says what comes in its place (WEC 14c(12), 14f(11)).
    assert_eq!(missing("vso", true, OP)["uitkomst"]["ontbreekt"], json!([]));
    assert_eq!(missing("vo", true, "2025-07-31")["uitkomst"]["ontbreekt"], json!([]));
}

fn ontbreekt(schoolsoort: &str, aanwezig: &[&str], op: &str) -> Value {
    let invoer = json!({"schoolsoort": schoolsoort, "aanwezig": aanwezig});
    let (object, _) = toets_op("opp.volledigheid", &invoer, op);
    let out = object["uitkomst"].clone();
    assert_eq!(out["volledig"] == true, out["ontbreekt"].as_array().unwrap().is_empty());
    assert_eq!(object["geldig_van"], "2014-08-01");
    assert_eq!(object["geldig_tot"], Value::Null);
    out["ontbreekt"].clone()
}

#[test]
fn the_law_asks_more_from_2017_and_again_from_2025() {
    for (op, extra) in [
        ("2014-08-01", &[][..]),
        ("2017-07-31", &[]),
        ("2017-08-01", &["instemming_handelingsdeel"]),
        ("2025-07-31", &["instemming_handelingsdeel"]),
        ("2025-08-01", &["instemming_handelingsdeel", "inbreng_leerling"]),
    ] {
        for schoolsoort in ["basisschool", "sbo", "vo", "so", "vso"] {
            assert_eq!(ontbreekt(schoolsoort, &FIVE, op), json!(extra), "{schoolsoort} {op}");
        }
        let mut pro = extra.to_vec();
        pro.push("soort_arbeid");
        assert_eq!(ontbreekt("pro", &FIVE, op), json!(pro), "pro {op}");
    }
}

#[test]
fn missing_parts_come_in_the_order_of_the_contract() {
    let all: Vec<&str> =
        FIVE.into_iter().chain(["instemming_handelingsdeel", "inbreng_leerling", "soort_arbeid"]).collect();
    assert_eq!(ontbreekt("pro", &[], OP), json!(all));
    let reversed: Vec<&str> = all.iter().rev().copied().collect();
    assert_eq!(ontbreekt("pro", &reversed, OP), json!([]));
    assert_eq!(
        ontbreekt("basisschool", &reversed, OP),
        json!([]),
        "kind of work is allowed elsewhere and ignored"
    );
    assert_eq!(ontbreekt("sbo", &["overleg_ouders", "overleg_ouders"], "2014-08-01"), json!(FIVE[..4]));
}

#[test]
fn the_start_of_the_consent_is_not_verified_but_its_present_text_is() {
    let invoer = json!({"schoolsoort": "vo", "aanwezig": []});
    assert!(cites(&toets_op("opp.volledigheid", &invoer, "2020-01-01").0, "kennis"));
    assert!(!cites(&toets_op("opp.volledigheid", &invoer, "2026-09-01").0, "kennis"));
}

#[test]
fn each_version_has_its_own_receipt() {
    let invoer = json!({"schoolsoort": "vo", "aanwezig": []});
    let hash = |op: &str| toets_op("opp.volledigheid", &invoer, op).0["bewijs"]["regels"].clone();
    assert_eq!(hash("2017-08-01"), hash("2025-07-31"));
    assert_ne!(hash("2017-07-31"), hash("2017-08-01"));
    assert_ne!(hash("2025-07-31"), hash("2025-08-01"));
}

#[test]
fn unknown_parts_are_wrong_input_at_their_place() {
    let invoer = json!({"schoolsoort": "mbo", "aanwezig": ["overleg_ouders", "zienswijze", null]});
    assert_eq!(wrong_fields("opp.volledigheid", &invoer, OP), ["aanwezig[1]", "aanwezig[2]", "schoolsoort"]);
    assert_eq!(
        wrong_fields("opp.volledigheid", &json!({"schoolsoort": "vo", "aanwezig": "alles"}), OP),
        ["aanwezig"]
    );
}

#[test]
fn what_a_plan_of_special_secondary_education_says_stands_in_an_article_of_its_own() {
    for op in ["2014-08-01", "2017-08-01", OP] {
        for (schoolsoort, own, other) in [("so", "4", "5"), ("vso", "5", "4")] {
            let invoer = json!({"schoolsoort": schoolsoort, "aanwezig": ["uitstroombestemming"]});
            let (object, _) = toets_op("opp.volledigheid", &invoer, op);
            let cites = |artikel: &str| {
                let places = object["vindplaatsen"].as_array().unwrap().iter();
                places
                    .filter(|place| {
                        place["wet"] == "Onderwijskundig besluit WEC" && place["artikel"] == artikel
                    })
                    .count()
            };
            // What it says, and the factors that help and hinder.
            assert_eq!((cites(own), cites(other)), (2, 0), "{schoolsoort} {op}");
        }
    }
}
