//! The four rules on the toelaatbaarheidsverklaring, and objection.

use serde_json::{Value, json};

use super::{OP, cites, toets_op, uitkomst, wrong_fields};

#[test]
fn the_samenwerkingsverband_has_eight_weeks() {
    for (ontvangen, opschortingen, laatste, dagen, nu) in [
        ("2026-01-19", json!([]), json!("2026-03-16"), 0, false),
        // Good Friday 3 April.
        ("2026-02-06", json!([]), json!("2026-04-07"), 0, false),
        // 21 to 24 January: 4 days; 16 March + 4 is Friday 20 March.
        (
            "2026-01-19",
            json!([{"uitnodiging_op": "2026-01-20", "geeindigd_op": "2026-01-25"}]),
            json!("2026-03-20"),
            4,
            false,
        ),
        ("2026-01-19", json!([{"uitnodiging_op": "2026-01-20"}]), Value::Null, 0, true),
    ] {
        let expected = json!({"uiterlijk": laatste, "opgeschorte_dagen": dagen, "opgeschort_nu": nu});
        let invoer = json!({"ontvangen_op": ontvangen, "opschortingen": opschortingen});
        assert_eq!(uitkomst("tlv.beslistermijn", &invoer), expected);
    }
}

#[test]
fn a_suspension_before_the_receipt_or_reversed_is_wrong_input() {
    let invoer = json!({"ontvangen_op": "2026-01-19", "opschortingen": [
        {"uitnodiging_op": "2026-01-18", "geeindigd_op": "2026-01-17"}]});
    assert_eq!(
        wrong_fields("tlv.beslistermijn", &invoer, OP),
        ["opschortingen[0].geeindigd_op", "opschortingen[0].uitnodiging_op"]
    );
}

fn geldigheid(van: &str, tot: &str) -> (bool, usize, String) {
    let out = uitkomst("tlv.geldigheid", &json!({"ingangsdatum": van, "einddatum": tot}));
    let redenen = out["redenen"].as_array().unwrap().len();
    (out["geldig"] == true, redenen, out["vroegste_einddatum"].as_str().unwrap().to_owned())
}

#[test]
fn a_declaration_ends_on_31_july_after_at_least_a_whole_school_year() {
    for (van, tot, geldig, redenen, vroegste) in [
        ("2026-08-01", "2027-07-31", true, 0, "2027-07-31"),
        ("2026-07-31", "2027-07-31", true, 0, "2027-07-31"),
        // The rest of 2026-2027 and the whole of 2027-2028.
        ("2026-08-02", "2028-07-31", true, 0, "2028-07-31"),
        ("2026-08-02", "2027-07-31", false, 1, "2028-07-31"),
        ("2026-03-01", "2027-07-31", true, 0, "2027-07-31"),
        ("2026-03-01", "2040-07-31", true, 0, "2027-07-31"),
        ("2026-08-01", "2027-08-01", false, 1, "2027-07-31"),
        ("2026-08-01", "2027-07-30", false, 2, "2027-07-31"),
        ("2026-08-01", "2025-07-31", false, 2, "2027-07-31"),
        ("2026-08-01", "2026-07-30", false, 3, "2027-07-31"),
        ("2026-08-01", "9999-12-31", false, 1, "2027-07-31"),
    ] {
        assert_eq!(geldigheid(van, tot), (geldig, redenen, vroegste.to_owned()), "{van} - {tot}");
    }
}

#[test]
fn a_declaration_that_is_given_after_its_first_day_counts_from_the_day_on_which_it_is_given() {
    for (gegeven, vroegste) in [
        (None, "2027-07-31"),
        (Some("2026-08-01"), "2027-07-31"),
        // In the course of the school year: its rest, and a whole one.
        (Some("2026-08-02"), "2028-07-31"),
        (Some("2026-11-29"), "2028-07-31"),
        (Some("2027-08-01"), "2028-07-31"),
        // Before it starts: that day decides.
        (Some("2026-03-01"), "2027-07-31"),
    ] {
        let invoer = json!({"ingangsdatum": "2026-08-01", "einddatum": "2028-07-31", "gegeven_op": gegeven});
        assert_eq!(uitkomst("tlv.geldigheid", &invoer)["vroegste_einddatum"], vroegste, "{gegeven:?}");
    }
}

#[test]
fn a_declaration_whose_first_school_year_does_not_fit_the_calendar_is_wrong_input() {
    for van in ["9998-08-02", "9999-08-01", "9999-12-31"] {
        let invoer = json!({"ingangsdatum": van, "einddatum": "2027-07-31"});
        assert_eq!(wrong_fields("tlv.geldigheid", &invoer, OP), ["ingangsdatum"]);
    }
    assert_eq!(geldigheid("9998-08-01", "9999-07-31"), (true, 0, "9999-07-31".to_owned()));
}

const SWV: &str = "tlv.bevoegd_samenwerkingsverband";

fn everything(gevraagd: &str, soort: Option<&str>) -> Value {
    json!({"gevraagd": gevraagd, "ingeschreven_soort": soort, "ingeschreven_swv": "PO0001",
        "woonplaats_swv_po": "PO0002", "woonplaats_swv_vo": "VO0002", "gevraagde_school_swv": "PO0003"})
}

#[test]
fn enrolment_counts_where_the_statute_says_so_else_the_home_address() {
    let kinds = ["basisschool", "sbo", "so", "so_vso", "vso", "vo", "instelling_c1_2"];
    for (gevraagd, telt, woonplaats) in [
        ("sbo", &["basisschool"][..], "PO0002"),
        ("so", &["basisschool", "sbo", "so", "so_vso"][..], "PO0002"),
        ("vso", &["vo", "vso", "so_vso"][..], "VO0002"),
    ] {
        for kind in kinds {
            let (object, _) = toets_op(SWV, &everything(gevraagd, Some(kind)), OP);
            let expected = if telt.contains(&kind) {
                json!({"samenwerkingsverband": "PO0001", "grond": "inschrijving"})
            } else {
                json!({"samenwerkingsverband": woonplaats, "grond": "woonplaats"})
            };
            assert_eq!(object["uitkomst"], expected, "{kind} -> {gevraagd}");
            // Only from so to vso is it not verified that the enrolment does not count.
            assert_eq!(cites(&object, "kennis"), gevraagd == "vso" && kind == "so", "{kind} -> {gevraagd}");
        }
        let expected = json!({"samenwerkingsverband": woonplaats, "grond": "woonplaats"});
        assert_eq!(uitkomst(SWV, &everything(gevraagd, None)), expected, "not enrolled");
    }
}

#[test]
fn abroad_the_school_asked_for_decides_and_a_national_one_where_no_enrolment_counts() {
    let mut abroad = everything("so", None);
    abroad["woont_in_buitenland"] = json!(true);
    assert_eq!(
        uitkomst(SWV, &abroad),
        json!({"samenwerkingsverband": "PO0003", "grond": "gevraagde_school"})
    );
    let mut enrolled_abroad = everything("so", Some("sbo"));
    enrolled_abroad["woont_in_buitenland"] = json!(true);
    assert_eq!(uitkomst(SWV, &enrolled_abroad)["grond"], "inschrijving");
    // An enrolment that counts goes first, and one that does not count stands in nobody's way.
    for (kind, grond) in [("sbo", "inschrijving"), ("vo", "landelijk")] {
        let mut national = everything("so", Some(kind));
        national["landelijk_swv"] = json!("PO9999");
        assert_eq!(uitkomst(SWV, &national)["grond"], grond, "{kind}");
    }
    for gevraagd in ["sbo", "so", "vso"] {
        let mut national = everything(gevraagd, None);
        national["landelijk_swv"] = json!("PO9999");
        let (object, _) = toets_op(SWV, &national, OP);
        assert_eq!(object["uitkomst"], json!({"samenwerkingsverband": "PO9999", "grond": "landelijk"}));
        assert!(!cites(&object, "kennis"), "{gevraagd}");
    }
}

#[test]
fn for_pro_and_lwoo_the_school_that_applies_decides_and_nothing_else() {
    for gevraagd in ["pro", "lwoo"] {
        for kind in [None, Some("vo"), Some("basisschool"), Some("so")] {
            for buitenland in [false, true] {
                let mut invoer = everything(gevraagd, kind);
                invoer["landelijk_swv"] = json!("VO9999");
                invoer["woont_in_buitenland"] = json!(buitenland);
                invoer["aanvragende_school_swv"] = json!("VO0007");
                let expected = json!({"samenwerkingsverband": "VO0007", "grond": "aanvragende_school"});
                assert_eq!(uitkomst(SWV, &invoer), expected, "{gevraagd} {kind:?} {buitenland}");
                invoer["aanvragende_school_swv"] = Value::Null;
                assert_eq!(wrong_fields(SWV, &invoer, OP), ["aanvragende_school_swv"], "{gevraagd} {kind:?}");
            }
        }
    }
    // Of any other kind of admission it says nothing.
    let mut other = everything("so", None);
    other["aanvragende_school_swv"] = json!("VO0007");
    assert_eq!(uitkomst(SWV, &other)["grond"], "woonplaats");
}

#[test]
fn what_the_ground_needs_and_is_not_there_is_wrong_input() {
    for (invoer, velden) in [
        (json!({"gevraagd": "sbo"}), &["woonplaats_swv_po"][..]),
        (json!({"gevraagd": "so", "woonplaats_swv_vo": "VO1"}), &["woonplaats_swv_po"]),
        (json!({"gevraagd": "vso", "woonplaats_swv_po": "PO1"}), &["woonplaats_swv_vo"]),
        (json!({"gevraagd": "vso", "woont_in_buitenland": true}), &["gevraagde_school_swv"]),
        (json!({"gevraagd": "sbo", "ingeschreven_soort": "basisschool"}), &["ingeschreven_swv"]),
        // A kind without its samenwerkingsverband is wrong whichever ground decides.
        (
            json!({"gevraagd": "sbo", "ingeschreven_soort": "vo", "woonplaats_swv_po": "PO1"}),
            &["ingeschreven_swv"],
        ),
        (json!({"gevraagd": "sbo", "ingeschreven_soort": "vo"}), &["ingeschreven_swv", "woonplaats_swv_po"]),
        (
            json!({"gevraagd": "sbo", "ingeschreven_soort": "vo", "landelijk_swv": "PO1"}),
            &["ingeschreven_swv"],
        ),
        (json!({"gevraagd": "sbo", "woonplaats_swv_po": ""}), &["woonplaats_swv_po"]),
        (json!({"gevraagd": "lwoo"}), &["aanvragende_school_swv"]),
        (
            json!({"gevraagd": "pro", "ingeschreven_soort": "vo", "aanvragende_school_swv": "VO1"}),
            &["ingeschreven_swv"],
        ),
        (json!({"gevraagd": "opdc", "ingeschreven_soort": "mbo"}), &["gevraagd", "ingeschreven_soort"]),
    ] {
        assert_eq!(wrong_fields(SWV, &invoer, OP), velden, "{invoer}");
    }
}

#[test]
fn a_samenwerkingsverband_without_a_kind_of_school_is_ignored() {
    let invoer = json!({"gevraagd": "sbo", "ingeschreven_swv": "PO0001", "woonplaats_swv_po": "PO0002"});
    assert_eq!(uitkomst(SWV, &invoer), json!({"samenwerkingsverband": "PO0002", "grond": "woonplaats"}));
}

fn ontbreekt(disciplines: &[&str], voor: &str) -> Value {
    let out = uitkomst("tlv.deskundigen", &json!({"disciplines": disciplines, "voor": voor}));
    assert_eq!(out["voldoet"] == true, out["ontbreekt"].as_array().unwrap().is_empty());
    out["ontbreekt"].clone()
}

#[test]
fn two_experts_are_looked_for_separately() {
    let seconds =
        ["kinder_of_jeugdpsycholoog", "pedagoog", "kinderpsychiater", "maatschappelijk_werker", "arts"];
    for voor in ["sbo", "so", "vso", "pro", "lwoo"] {
        for first in ["orthopedagoog", "psycholoog"] {
            for second in seconds {
                assert_eq!(ontbreekt(&[second, first], voor), json!([]), "{first} {second} {voor}");
            }
            assert_eq!(ontbreekt(&[first], voor), json!(["tweede_deskundige"]));
        }
        assert_eq!(ontbreekt(&[], voor), json!(["eerste_deskundige", "tweede_deskundige"]));
        assert_eq!(ontbreekt(&["arts", "arts"], voor), json!(["eerste_deskundige"]));
        assert_eq!(ontbreekt(&["orthopedagoog", "psycholoog"], voor), json!(["tweede_deskundige"]));
        let vo = ontbreekt(&["psycholoog", "vo_deskundige"], voor);
        let expected = if ["pro", "lwoo"].contains(&voor) { json!([]) } else { json!(["tweede_deskundige"]) };
        assert_eq!(vo, expected, "{voor}");
        assert_eq!(
            ontbreekt(&["vo_deskundige"], voor).as_array().unwrap().first(),
            Some(&json!("eerste_deskundige"))
        );
    }
}

#[test]
fn how_sure_the_experts_are_depends_on_the_law_that_asks_for_them() {
    let sure = |disciplines: &[&str], voor: &str| {
        let (object, _) = toets_op("tlv.deskundigen", &json!({"disciplines": disciplines, "voor": voor}), OP);
        (cites(&object, "wettekst"), cites(&object, "wettekst_2015"), cites(&object, "kennis"))
    };
    assert_eq!(sure(&["orthopedagoog", "arts"], "so"), (false, true, false));
    assert_eq!(sure(&["orthopedagoog", "arts"], "pro"), (true, false, false));
    assert_eq!(sure(&["orthopedagoog", "orthopedagoog"], "vso"), (true, false, true));
    assert_eq!(sure(&["orthopedagoog"], "vso"), (true, false, false));
}

#[test]
fn objection_runs_in_three_terms_each_from_the_one_before_as_moved() {
    for (bekend, indienen, beslissen, verdaagd) in [
        ("2026-01-19", "2026-03-02", "2026-05-26", "2026-07-07"),
        // Good Friday 3 April becomes 7 April; + 84 days Tuesday 30 June; + 42 days Tuesday 11 August.
        ("2026-02-20", "2026-04-07", "2026-06-30", "2026-08-11"),
        // Twelve weeks do move: Christmas on Friday becomes Monday 28 December.
        ("2026-08-21", "2026-10-02", "2026-12-28", "2027-02-08"),
    ] {
        let expected = json!({"indienen_uiterlijk": indienen, "beslissen_uiterlijk": beslissen,
            "beslissen_na_verdaging": verdaagd});
        assert_eq!(uitkomst("bezwaar.termijnen", &json!({"bekendgemaakt_op": bekend})), expected);
    }
    assert_eq!(
        wrong_fields("bezwaar.termijnen", &json!({"bekendgemaakt_op": "9999-10-01"}), OP),
        ["bekendgemaakt_op"]
    );
    let (object, _) = toets_op("bezwaar.termijnen", &json!({"bekendgemaakt_op": "2026-01-19"}), OP);
    assert!(!cites(&object, "wettekst_2015"));
}
