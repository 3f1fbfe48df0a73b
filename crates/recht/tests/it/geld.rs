//! `reserve.signaleringswaarde` and `verevening.bedrag`.

use recht::openbaar::Afloop;
use serde_json::{Value, json};

use super::{OP, cites, toets_op, uitkomst, wrong_fields};

const RESERVE: &str = "reserve.signaleringswaarde";
const VEREVENING: &str = "verevening.bedrag";

#[test]
fn the_signal_is_a_share_of_the_income_and_at_least_a_quarter_of_a_million() {
    for (baten, vermogen, signaal, bovenmatig) in [
        (0_i64, 0_i64, 25_000_000_i64, 0_i64),
        // 3,5 % of € 7.142.857,14 is € 249.999,99…: the minimum.
        (714_285_714, 25_000_001, 25_000_000, 1),
        (1_000_000_000, 35_000_000, 35_000_000, 0),
        (1_000_000_000, 40_000_000, 35_000_000, 5_000_000),
        // 35.000.003,5 cents: half a cent goes up.
        (1_000_000_100, 35_000_004, 35_000_004, 0),
        (1_000_000_000, -1, 35_000_000, 0),
        (i64::MAX, i64::MAX, 322_818_021_289_917_153, 8_900_554_015_564_858_654),
        (0, i64::MIN, 25_000_000, 0),
    ] {
        let invoer = json!({"totale_baten_eurocent": baten, "eigen_vermogen_eurocent": vermogen});
        let expected =
            json!({"signaleringswaarde_eurocent": signaal, "mogelijk_bovenmatig_eurocent": bovenmatig});
        assert_eq!(uitkomst(RESERVE, &invoer), expected, "{invoer}");
    }
    let (object, _) =
        toets_op(RESERVE, &json!({"totale_baten_eurocent": 1, "eigen_vermogen_eurocent": 1}), OP);
    assert!(cites(&object, "website"));
}

#[test]
fn amounts_are_whole_cents_and_income_is_not_negative() {
    let wrong = |baten: Value, vermogen: Value| {
        let invoer = json!({"totale_baten_eurocent": baten, "eigen_vermogen_eurocent": vermogen});
        wrong_fields(RESERVE, &invoer, OP)
    };
    assert_eq!(wrong(json!(-1), json!(0)), ["totale_baten_eurocent"]);
    assert_eq!(wrong(json!(1.0), json!("1")), ["eigen_vermogen_eurocent", "totale_baten_eurocent"]);
    assert_eq!(wrong(json!(-1), json!(1.5)), ["eigen_vermogen_eurocent", "totale_baten_eurocent"]);
    assert_eq!(wrong(json!(u64::MAX), json!(0)), ["totale_baten_eurocent"]);
}

#[test]
fn the_correction_melts_away_over_the_school_years() {
    for (jaar, factor, bedrag, kennis) in [
        ("2015-2016", 100, 102, false),
        ("2016-2017", 90, 92, true),
        // 76,5 and 30,6.
        ("2017-2018", 75, 77, true),
        ("2018-2019", 60, 61, true),
        ("2019-2020", 30, 31, true),
        ("2020-2021", 0, 0, false),
        ("2035-2036", 0, 0, false),
    ] {
        for sign in [1, -1] {
            let invoer = json!({"correctie_eurocent": 102 * sign, "schooljaar": jaar});
            // The school year decides, not the day asked about.
            let (object, afloop) = toets_op(VEREVENING, &invoer, "2010-01-01");
            assert_eq!(afloop, Afloop::Getoetst);
            assert_eq!(
                object["uitkomst"],
                json!({"factor_procent": factor, "bedrag_eurocent": bedrag * sign})
            );
            assert_eq!(object["geldig_van"], "2015-08-01");
            assert_eq!(object["geldig_tot"], Value::Null);
            assert_eq!(cites(&object, "kennis"), kennis, "{jaar}");
        }
    }
}

#[test]
fn up_to_2014_2015_there_is_no_correction_yet() {
    for jaar in ["2014-2015", "2000-2001"] {
        let (object, afloop) =
            toets_op(VEREVENING, &json!({"correctie_eurocent": 1, "schooljaar": jaar}), OP);
        assert_eq!((object["status"].as_str(), afloop), (Some("nog_niet_geldig"), Afloop::NietGeldig));
        assert_eq!(object["geldig_van"], "2015-08-01");
    }
}

#[test]
fn a_correction_in_half_cents_or_a_year_of_another_form_is_wrong_input() {
    let invoer = json!({"correctie_eurocent": 0.5, "schooljaar": "2015"});
    assert_eq!(wrong_fields(VEREVENING, &invoer, OP), ["correctie_eurocent", "schooljaar"]);
}

#[test]
fn the_largest_corrections_do_not_overflow() {
    for cents in [i64::MAX, i64::MIN] {
        let invoer = json!({"correctie_eurocent": cents, "schooljaar": "2015-2016"});
        assert_eq!(uitkomst(VEREVENING, &invoer)["bedrag_eurocent"], cents);
    }
}
