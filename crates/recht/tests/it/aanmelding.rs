//! `aanmelding.beslistermijn` and `aanmelding.tijdelijke_plaatsing`.

use recht::openbaar::Afloop;
use serde_json::{Value, json};

use super::{OP, cites, toets_op, uitkomst, wrong_fields};

const REGEL: &str = "aanmelding.beslistermijn";

fn aanmelding(ontvangen: &str) -> Value {
    json!({"ontvangen_op": ontvangen, "sector": "po", "openbaar": true})
}

fn with(mut base: Value, key: &str, value: Value) -> Value {
    base[key] = value;
    base
}

fn uiterlijk(invoer: &Value) -> Value {
    uitkomst(REGEL, invoer)["uiterlijk"].clone()
}

#[test]
fn six_weeks_after_receipt_moved_past_days_that_do_not_count() {
    for (ontvangen, laatste, waarom) in [
        ("2026-01-19", "2026-03-02", "Monday to Monday"),
        ("2026-01-17", "2026-03-02", "Saturday 28 February"),
        ("2026-01-18", "2026-03-02", "Sunday 1 March"),
        ("2026-02-20", "2026-04-07", "Good Friday 3 April, weekend, Easter Monday"),
        ("2026-02-23", "2026-04-07", "Easter Monday 6 April"),
        ("2026-03-16", "2026-04-28", "King's day, Monday 27 April"),
        ("2026-03-24", "2026-05-06", "5 May, a Tuesday"),
        ("2026-04-02", "2026-05-18", "Ascension 14 May, decree day 15 May, weekend"),
        ("2026-04-13", "2026-05-26", "Whit Monday 25 May"),
        ("2026-11-13", "2026-12-28", "Christmas on Friday and Saturday, Sunday"),
        ("2026-11-20", "2027-01-04", "New Year's day on Friday"),
        ("2025-11-21", "2026-01-05", "decree day Friday 2 January 2026"),
        ("2023-03-17", "2023-05-01", "decree day Friday 28 April 2023"),
        ("2022-04-15", "2022-05-27", "day after Ascension 2022: no decree encoded"),
        ("2025-03-15", "2025-04-28", "King's day celebrated on Saturday 26 April 2025, then Sunday"),
    ] {
        assert_eq!(uiterlijk(&aanmelding(ontvangen)), laatste, "{ontvangen}: {waarom}");
    }
}

#[test]
fn an_extension_is_part_of_the_term_and_the_termijnenwet_comes_once() {
    // 2 March + 28 days is Monday 30 March.
    assert_eq!(uiterlijk(&with(aanmelding("2026-01-19"), "verlengd", json!(true))), "2026-03-30");
    // Good Friday 3 April + 28 days is Friday 1 May; moved first it would have been 5 May and then 6 May.
    assert_eq!(uiterlijk(&with(aanmelding("2026-02-20"), "verlengd", json!(true))), "2026-05-01");
}

#[test]
fn an_extension_is_as_short_as_the_school_names_and_at_most_four_weeks() {
    let extended = |weken: Value| {
        with(with(aanmelding("2026-01-19"), "verlengd", json!(true)), "verlenging_weken", weken)
    };
    for (weken, laatste) in [(1, "2026-03-09"), (2, "2026-03-16"), (4, "2026-03-30")] {
        assert_eq!(uiterlijk(&extended(json!(weken))), laatste, "{weken}");
    }
    assert_eq!(uiterlijk(&extended(Value::Null)), "2026-03-30");
    for weken in [0, 5, -1] {
        assert_eq!(wrong_fields(REGEL, &extended(json!(weken)), OP), ["verlenging_weken"], "{weken}");
    }
    let without = with(aanmelding("2026-01-19"), "verlenging_weken", json!(2));
    assert_eq!(wrong_fields(REGEL, &without, OP), ["verlenging_weken"], "what is not extended has no length");
}

#[test]
fn an_extension_is_possible_once() {
    assert_eq!(uitkomst(REGEL, &aanmelding("2026-01-19"))["verlenging_mogelijk"], true);
    let verlengd = with(aanmelding("2026-01-19"), "verlengd", json!(true));
    assert_eq!(uitkomst(REGEL, &verlengd)["verlenging_mogelijk"], false);
}

fn suspended(sector: &str, openbaar: bool, opschortingen: &Value) -> Value {
    json!({"ontvangen_op": "2026-01-19", "sector": sector, "openbaar": openbaar, "opschortingen": opschortingen})
}

#[test]
fn a_public_school_stands_still_from_the_day_after_the_invitation_a_private_one_from_the_day_itself() {
    let once = json!([{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}]);
    for (sector, openbaar, dagen, laatste, kennis) in [
        // 27 January to 1 February: 6 days; 2 March + 6 is Sunday 8 March.
        ("po", true, 6, "2026-03-09", false),
        ("so", true, 6, "2026-03-09", false),
        ("vo", true, 6, "2026-03-09", false),
        // 26 January to 1 February: 7 days; Monday 9 March.
        ("po", false, 7, "2026-03-09", false),
        ("so", false, 7, "2026-03-09", false),
        // Private vo counts as public.
        ("vo", false, 6, "2026-03-09", true),
    ] {
        let (object, _) = toets_op(REGEL, &suspended(sector, openbaar, &once), OP);
        assert_eq!(object["uitkomst"]["opgeschorte_dagen"], dagen, "{sector} {openbaar}");
        assert_eq!(object["uitkomst"]["uiterlijk"], laatste, "{sector} {openbaar}");
        assert_eq!(cites(&object, "kennis"), kennis, "{sector} {openbaar}");
        assert!(!cites(&object, "wettekst_2015"), "{sector} {openbaar}");
    }
}

#[test]
fn without_a_suspension_a_private_school_rests_on_the_statute_alone() {
    for sector in ["po", "so", "vo"] {
        let (object, _) = toets_op(REGEL, &suspended(sector, false, &json!([])), OP);
        assert!(!cites(&object, "kennis"), "{sector}");
    }
}

fn spans(days: &[(&str, &str)]) -> Value {
    days.iter().map(|(van, tot)| json!({"uitnodiging_op": van, "geeindigd_op": tot})).collect()
}

#[test]
fn each_calendar_day_of_suspension_counts_once() {
    let (first, second) = (("2026-01-26", "2026-02-02"), ("2026-01-28", "2026-02-05"));
    let same_day = ("2026-01-26", "2026-01-26");
    for (openbaar, opschortingen, dagen, laatste, waarom) in [
        (true, &[][..], 0, "2026-03-02", "none"),
        (true, &[first, second], 9, "2026-03-11", "overlap: 27 January to 4 February"),
        (true, &[second, first], 9, "2026-03-11", "the same in another order"),
        (true, &[first, first], 6, "2026-03-09", "twice the same: 2 March + 6 is Sunday 8 March"),
        (false, &[("2026-01-19", "2026-01-20")], 1, "2026-03-03", "the day of receipt counts"),
        (true, &[same_day], 0, "2026-03-02", "invited and completed on one day"),
        (true, &[("2026-01-26", "2026-01-27")], 0, "2026-03-02", "completed the next day"),
        (false, &[same_day], 0, "2026-03-02", "invited and completed on one day"),
        (
            true,
            &[("2026-03-10", "2026-03-13")],
            2,
            "2026-03-04",
            "after the term had run out: 11 and 12 March",
        ),
    ] {
        let out = uitkomst(REGEL, &suspended("po", openbaar, &spans(opschortingen)));
        assert_eq!(out["opgeschorte_dagen"], dagen, "{waarom}");
        assert_eq!(out["uiterlijk"], laatste, "{waarom}");
        assert_eq!(out["opgeschort_nu"], false, "{waarom}");
    }
}

#[test]
fn a_suspension_without_an_end_leaves_no_last_day_and_counts_no_days_yet() {
    for open in [
        json!({"uitnodiging_op": "2026-02-10"}),
        json!({"uitnodiging_op": "2026-02-10", "geeindigd_op": null}),
    ] {
        let opschortingen = json!([{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}, open]);
        let expected = json!({"uiterlijk": null, "verlenging_mogelijk": true, "opgeschorte_dagen": 6, "opgeschort_nu": true});
        assert_eq!(uitkomst(REGEL, &suspended("po", true, &opschortingen)), expected);
    }
}

#[test]
fn a_minor_asylum_seeker_has_six_weeks_and_no_extension() {
    for sector in ["po", "so", "vo"] {
        let invoer = json!({"ontvangen_op": "2026-06-15", "sector": sector, "openbaar": false,
            "minderjarige_asielzoeker": true});
        let (object, afloop) = toets_op(REGEL, &invoer, "2026-06-12");
        assert_eq!(afloop, Afloop::Getoetst);
        assert_eq!(object["uitkomst"]["uiterlijk"], "2026-07-27");
        assert_eq!(object["uitkomst"]["verlenging_mogelijk"], false);
        assert!(cites(&object, "kennis"), "the start is not verified");
    }
}

#[test]
fn before_12_june_2026_the_branch_for_asylum_seekers_is_not_yet_in_force() {
    let invoer = with(aanmelding("2026-06-15"), "minderjarige_asielzoeker", json!(true));
    for regel in [REGEL, "aanmelding.tijdelijke_plaatsing"] {
        let invoer = if regel == REGEL {
            invoer.clone()
        } else {
            temporary(&json!({"minderjarige_asielzoeker": true}))
        };
        let (object, afloop) = toets_op(regel, &invoer, "2026-06-11");
        assert_eq!(afloop, Afloop::NietGeldig);
        assert_eq!(object["status"], "nog_niet_geldig");
        assert_eq!(object["uitkomst"], Value::Null);
        assert_eq!(object["geldig_van"], "2026-06-12");
        assert!(cites(&object, "kennis"));
    }
}

#[test]
fn wrong_input_goes_before_not_in_force() {
    let both = json!({"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": true, "verlengd": true,
        "minderjarige_asielzoeker": true});
    assert_eq!(wrong_fields(REGEL, &both, "2026-06-11"), ["verlengd"]);
    assert_eq!(wrong_fields(REGEL, &both, "2010-01-01"), ["verlengd"]);
    assert_eq!(wrong_fields(REGEL, &aanmelding("9999-12-01"), "2010-01-01"), ["ontvangen_op"]);
}

#[test]
fn every_wrong_field_is_named_also_when_another_is_wrong_too() {
    let invoer = json!({
        "ontvangen_op": "2026-01-19",
        "sector": "mbo",
        "openbaar": "ja",
        "verlengd": null,
        "opschortingen": [
            {"uitnodiging_op": "2026-01-18"},
            {"uitnodiging_op": "2026-02-02", "geeindigd_op": "2026-02-01"},
            {"uitnodiging_op": "2026-02-30", "geeindigd_op": "2026-02-01"},
            {"geeindigd_op": "2026-02-01", "reden": "x"},
            "niets",
        ],
        "haast": true,
    });
    assert_eq!(
        wrong_fields(REGEL, &invoer, OP),
        [
            "haast",
            "openbaar",
            "opschortingen[0].uitnodiging_op",
            "opschortingen[1].geeindigd_op",
            "opschortingen[2].uitnodiging_op",
            "opschortingen[3].reden",
            "opschortingen[3].uitnodiging_op",
            "opschortingen[4]",
            "sector",
            "verlengd",
        ]
    );
}

#[test]
fn a_term_past_the_calendar_is_wrong_input_and_never_a_panic() {
    assert_eq!(wrong_fields(REGEL, &aanmelding("9999-12-31"), OP), ["ontvangen_op"]);
    // 9999-12-31 is a Friday; 42 days earlier is the last receipt that fits.
    assert_eq!(uiterlijk(&aanmelding("9999-11-19")), "9999-12-31");
    let endless = json!({"ontvangen_op": "9999-12-31", "sector": "po", "openbaar": false,
        "opschortingen": [{"uitnodiging_op": "9999-12-31"}]});
    assert_eq!(uitkomst(REGEL, &endless)["uiterlijk"], Value::Null);
    let long = json!([{"uitnodiging_op": "2026-01-19", "geeindigd_op": "9999-12-31"}]);
    assert_eq!(wrong_fields(REGEL, &suspended("po", true, &long), OP), ["ontvangen_op"]);
}

fn temporary(extra: &Value) -> Value {
    let mut invoer = json!({"ontvangen_op": "2026-01-19", "toelaatbaar_vanaf": "2026-01-01",
        "ingeschreven_in_zelfde_sector": false});
    for (key, value) in extra.as_object().expect("fields") {
        invoer[key] = value.clone();
    }
    invoer
}

#[test]
fn a_temporary_place_comes_after_ten_weeks_without_a_decision() {
    // 19 January + 70 days is Monday 30 March.
    for (extra, recht, vanaf) in [
        (json!({}), true, json!("2026-03-31")),
        (json!({"besloten_op": null}), true, json!("2026-03-31")),
        (json!({"besloten_op": "2026-03-30"}), false, Value::Null),
        (json!({"besloten_op": "2026-03-31"}), true, json!("2026-03-31")),
        (json!({"ingeschreven_in_zelfde_sector": true}), false, Value::Null),
        (json!({"toelaatbaar_vanaf": "2026-05-01"}), true, json!("2026-05-01")),
        // Saturday 4 April is the last day; the Termijnenwet does not move it.
        (json!({"ontvangen_op": "2026-01-24"}), true, json!("2026-04-05")),
        (json!({"ontvangen_op": "2026-06-15", "minderjarige_asielzoeker": true}), true, json!("2026-07-28")),
        // Decided before the receipt: evaluated as it stands.
        (json!({"besloten_op": "2020-01-01"}), false, Value::Null),
    ] {
        let asylum = extra["minderjarige_asielzoeker"] == true;
        let soort = recht.then_some(if asylum { "toelating" } else { "tijdelijke_plaatsing" });
        let expected = json!({"recht": recht, "vanaf": vanaf, "soort": soort});
        assert_eq!(uitkomst("aanmelding.tijdelijke_plaatsing", &temporary(&extra)), expected, "{extra}");
    }
}

#[test]
fn a_minor_asylum_seeker_is_admitted_after_six_weeks_in_po_so_and_vso_and_waits_ten_weeks_in_vo() {
    // 15 June + 42 days is Monday 27 July; + 70 days is Monday 24 August.
    for (extra, recht, vanaf, soort) in [
        (json!({"sector": "po"}), true, json!("2026-07-28"), json!("toelating")),
        (json!({"sector": "so"}), true, json!("2026-07-28"), json!("toelating")),
        (json!({"sector": "vso"}), true, json!("2026-07-28"), json!("toelating")),
        (json!({"sector": "vo"}), true, json!("2026-08-25"), json!("tijdelijke_plaatsing")),
        // An enrolment elsewhere stands in the way of a temporary place and not of an admission.
        (
            json!({"sector": "so", "ingeschreven_in_zelfde_sector": true}),
            true,
            json!("2026-07-28"),
            json!("toelating"),
        ),
        (json!({"sector": "vo", "ingeschreven_in_zelfde_sector": true}), false, Value::Null, Value::Null),
        (json!({"sector": "po", "besloten_op": "2026-07-27"}), false, Value::Null, Value::Null),
        (json!({"sector": "po", "besloten_op": "2026-07-28"}), true, json!("2026-07-28"), json!("toelating")),
        (
            json!({"sector": "po", "toelaatbaar_vanaf": "2026-09-01"}),
            true,
            json!("2026-09-01"),
            json!("toelating"),
        ),
    ] {
        let mut invoer = temporary(&extra);
        invoer["ontvangen_op"] = json!("2026-06-15");
        invoer["minderjarige_asielzoeker"] = json!(true);
        let expected = json!({"recht": recht, "vanaf": vanaf, "soort": soort});
        assert_eq!(uitkomst("aanmelding.tijdelijke_plaatsing", &invoer), expected, "{extra}");
    }
    for sector in ["so", "vso", "vo"] {
        let other = temporary(&json!({"sector": sector}));
        assert_eq!(uitkomst("aanmelding.tijdelijke_plaatsing", &other)["vanaf"], "2026-03-31", "{sector}");
    }
    let null = temporary(&json!({"sector": null}));
    assert_eq!(wrong_fields("aanmelding.tijdelijke_plaatsing", &null, OP), ["sector"]);
}

#[test]
fn that_an_asylum_seeker_is_admitted_to_vso_is_told_as_an_interpretation() {
    for (sector, kennis) in [("so", false), ("vso", true)] {
        let mut invoer = temporary(&json!({"sector": sector, "ontvangen_op": "2026-06-15"}));
        invoer["minderjarige_asielzoeker"] = json!(true);
        let (object, _) = toets_op("aanmelding.tijdelijke_plaatsing", &invoer, OP);
        let told = object["stappen"].as_array().unwrap().iter().any(|stap| {
            let index = stap["vindplaats"].as_u64().and_then(|index| usize::try_from(index).ok());
            let place = index.map(|index| &object["vindplaatsen"][index]);
            place.is_some_and(|place| {
                place["artikel"] == "40" && place["wet"] == "WEC" && place["zekerheid"] == "kennis"
            })
        });
        assert_eq!(told, kennis, "{sector}: {object}");
    }
}

#[test]
fn a_waiting_time_past_the_calendar_is_wrong_input() {
    for ontvangen in ["9999-12-31", "9999-10-22"] {
        let invoer = temporary(&json!({"ontvangen_op": ontvangen}));
        assert_eq!(wrong_fields("aanmelding.tijdelijke_plaatsing", &invoer, OP), ["ontvangen_op"]);
    }
}
