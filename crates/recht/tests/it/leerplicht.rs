//! `leerplicht.periode` and `ondersteuningsplan.indientermijn`.

use recht::openbaar::Afloop;
use serde_json::{Value, json};

use super::{OP, toets_op, uitkomst, wrong_fields};

#[test]
fn school_starts_after_five_and_ends_with_the_year_of_sixteen() {
    for (geboren, vanaf, tot_en_met, kwalificatie) in [
        ("2010-12-15", "2016-01-01", "2027-07-31", "2028-12-15"),
        // Sixteen on the first day of a school year, and on the last.
        ("2010-08-01", "2015-09-01", "2027-07-31", "2028-08-01"),
        ("2010-07-31", "2015-08-01", "2026-07-31", "2028-07-31"),
        ("2021-01-31", "2026-02-01", "2037-07-31", "2039-01-31"),
        // Fifth birthday on 1 March 2025, so from April; sixteenth on 29 February 2036.
        ("2020-02-29", "2025-04-01", "2036-07-31", "2038-03-01"),
    ] {
        let expected = json!({"leerplicht_vanaf": vanaf, "leerplicht_tot_en_met": tot_en_met,
            "kwalificatieplicht_tot": kwalificatie});
        assert_eq!(uitkomst("leerplicht.periode", &json!({"geboortedatum": geboren})), expected, "{geboren}");
    }
}

#[test]
fn a_youth_past_the_calendar_is_wrong_input() {
    for geboren in ["9982-01-01", "9990-01-01", "9999-12-31"] {
        assert_eq!(
            wrong_fields("leerplicht.periode", &json!({"geboortedatum": geboren}), OP),
            ["geboortedatum"]
        );
    }
    assert_eq!(
        uitkomst("leerplicht.periode", &json!({"geboortedatum": "9981-12-31"}))["kwalificatieplicht_tot"],
        "9999-12-31"
    );
}

const PLAN: &str = "ondersteuningsplan.indientermijn";

#[test]
fn the_plan_is_there_before_1_may_that_goes_before() {
    for (jaar, voor) in
        [("2027-2028", "2027-05-01"), ("2014-2015", "2014-05-01"), ("9998-9999", "9998-05-01")]
    {
        // Whatever the day asked about.
        for op in ["2010-01-01", "2026-09-01"] {
            let (object, afloop) = toets_op(PLAN, &json!({"eerste_schooljaar": jaar}), op);
            assert_eq!(afloop, Afloop::Getoetst);
            assert_eq!(object["uitkomst"], json!({"voor": voor}));
            assert_eq!(object["geldig_van"], "2014-08-01");
        }
    }
}

#[test]
fn before_2014_2015_there_was_no_plan_to_send() {
    for jaar in ["2013-2014", "1899-1900", "0001-0002"] {
        let (object, afloop) = toets_op(PLAN, &json!({"eerste_schooljaar": jaar}), OP);
        assert_eq!(afloop, Afloop::NietGeldig, "{jaar}");
        assert_eq!(object["status"], "nog_niet_geldig");
        assert_eq!(object["uitkomst"], Value::Null);
    }
}

#[test]
fn a_year_of_another_form_is_wrong_input() {
    for jaar in [
        json!("2027"),
        json!("2027-2029"),
        json!("27-28"),
        json!(2027),
        json!("2027/2028"),
        json!("9999-10000"),
    ] {
        assert_eq!(
            wrong_fields(PLAN, &json!({"eerste_schooljaar": jaar}), OP),
            ["eerste_schooljaar"],
            "{jaar}"
        );
    }
}
