//! `schorsing.toets`.

use serde_json::json;

use super::{OP, uitkomst, wrong_fields};

#[test]
fn both_days_count_up_to_seven_and_the_inspectie_hears_from_two() {
    for (tot, dagen, toegestaan, melding) in [
        ("2026-03-02", 1, true, false),
        ("2026-03-03", 2, true, true),
        ("2026-03-08", 7, true, true),
        ("2026-03-09", 8, false, true),
    ] {
        let expected = json!({"toegestaan": toegestaan, "melding_inspectie": melding, "dagen": dagen});
        assert_eq!(uitkomst("schorsing.toets", &json!({"van": "2026-03-02", "tot_en_met": tot})), expected);
    }
}

#[test]
fn a_suspension_may_run_over_the_change_of_a_year_and_of_the_clock() {
    assert_eq!(
        uitkomst("schorsing.toets", &json!({"van": "2025-12-30", "tot_en_met": "2026-01-02"}))["dagen"],
        4
    );
    assert_eq!(
        uitkomst("schorsing.toets", &json!({"van": "2026-03-27", "tot_en_met": "2026-03-30"}))["dagen"],
        4
    );
    assert_eq!(
        uitkomst("schorsing.toets", &json!({"van": "0001-01-01", "tot_en_met": "9999-12-31"}))["dagen"],
        3_652_059
    );
}

#[test]
fn reversed_days_are_wrong_input() {
    let invoer = json!({"van": "2026-03-02", "tot_en_met": "2026-03-01"});
    assert_eq!(wrong_fields("schorsing.toets", &invoer, OP), ["tot_en_met"]);
}
