//! The generic door: whole objects, statuses, receipts, errors.

use recht::openbaar::{Afloop, ToetsFout, lees_op, regel_json_by_name, regels_json, toets_json, toets_tekst};
use serde_json::{Value, json};

use super::{OP, d, toets_op, wet};

/// Right input for every rule.
pub(super) fn examples() -> Vec<(&'static str, Value)> {
    vec![
        (
            "aanmelding.beslistermijn",
            json!({"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": false,
                "opschortingen": [{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}]}),
        ),
        (
            "aanmelding.tijdelijke_plaatsing",
            json!({"ontvangen_op": "2026-01-19", "toelaatbaar_vanaf": "2026-01-01",
                "ingeschreven_in_zelfde_sector": false, "besloten_op": "2026-04-01"}),
        ),
        ("tlv.beslistermijn", json!({"ontvangen_op": "2026-01-19"})),
        ("tlv.geldigheid", json!({"ingangsdatum": "2026-08-01", "einddatum": "2027-07-31"})),
        (
            "tlv.bevoegd_samenwerkingsverband",
            json!({"gevraagd": "so", "woonplaats_swv_po": "PO1", "gevraagde_school_swv": "PO2"}),
        ),
        ("tlv.deskundigen", json!({"disciplines": ["orthopedagoog"], "voor": "so"})),
        ("opp.vaststellingstermijn", json!({"ingeschreven_op": "2026-01-19"})),
        ("opp.volledigheid", json!({"schoolsoort": "pro", "aanwezig": []})),
        ("bezwaar.termijnen", json!({"bekendgemaakt_op": "2026-01-19"})),
        ("schorsing.toets", json!({"van": "2026-03-02", "tot_en_met": "2026-03-03"})),
        (
            "verzuim.melding",
            json!({"verzuim": [{"datum": "2026-01-12", "uren": 8.50}], "schoolweken": ["2026-01-12"]}),
        ),
        ("thuiszitter.classificatie", json!({"geboortedatum": "2015-01-15", "ingeschreven": false})),
        ("leerplicht.periode", json!({"geboortedatum": "2015-01-15"})),
        ("ondersteuningsplan.indientermijn", json!({"eerste_schooljaar": "2027-2028"})),
        ("reserve.signaleringswaarde", json!({"totale_baten_eurocent": 1, "eigen_vermogen_eurocent": 1})),
        ("verevening.bedrag", json!({"correctie_eurocent": 100, "schooljaar": "2016-2017"})),
    ]
}

/// A JSON object with one line for each key, and for each item of a list.
fn by_line(object: &Value) -> String {
    let mut lines = Vec::new();
    for (key, value) in object.as_object().unwrap() {
        match value.as_array() {
            Some(items) => lines.extend(items.iter().map(|item| format!("{key}: {item}"))),
            None => lines.push(format!("{key}: {value}")),
        }
    }
    lines.join("\n")
}

#[test]
fn a_whole_answer_names_its_steps_sources_and_receipt() {
    let (object, afloop) = toets_op("aanmelding.beslistermijn", &examples()[0].1, "2026-03-02");
    assert_eq!((afloop, afloop.exit_code()), (Afloop::Getoetst, 0));
    insta::assert_snapshot!(by_line(&object), @r#"
    bewijs: {"invoer":"sha256:196bd07aa29421e14a58188b4e76b4e9b621fb6ddd0e75bb5c30ccf9eb13bd8c","regels":"sha256:98ed16bb9e7eb5afc453838c73ac7e3a1e2082fc19331de1a2a737ccf1a06c8d"}
    geldig_tot: null
    geldig_van: "2014-08-01"
    op: "2026-03-02"
    regel: "aanmelding.beslistermijn"
    stappen: {"omschrijving":"Ontvangen op","resultaat":"ma 19 jan 2026","vindplaats":null}
    stappen: {"omschrijving":"De termijn stond stil vanaf de dag van de uitnodiging tot de dag waarop dat eindigde","resultaat":"7 dagen","vindplaats":0}
    stappen: {"omschrijving":"6 weken later","resultaat":"ma 2 mrt 2026","vindplaats":1}
    stappen: {"omschrijving":"7 dagen stilstand erbij","resultaat":"ma 9 mrt 2026","vindplaats":null}
    stappen: {"omschrijving":"Geen weekend of feestdag","resultaat":"ma 9 mrt 2026","vindplaats":2}
    stappen: {"omschrijving":"Verlengen is nog mogelijk","resultaat":"ja","vindplaats":1}
    status: "toegepast"
    uitkomst: {"opgeschort_nu":false,"opgeschorte_dagen":7,"uiterlijk":"2026-03-09","verlenging_mogelijk":true}
    vindplaatsen: {"artikel":"63","bwb":"BWBR0003420","lid":"4","wet":"WPO","zekerheid":"wettekst"}
    vindplaatsen: {"artikel":"40","bwb":"BWBR0003420","lid":"6","wet":"WPO","zekerheid":"wettekst"}
    vindplaatsen: {"artikel":"1","bwb":"BWBR0002448","lid":"1","wet":"Algemene termijnenwet","zekerheid":"wettekst"}
    "#);
}

#[test]
fn an_answer_that_is_not_in_force_is_an_object_all_the_same() {
    let (object, afloop) = toets_op("tlv.beslistermijn", &examples()[2].1, "2014-07-31");
    assert_eq!((afloop, afloop.exit_code()), (Afloop::NietGeldig, 3));
    insta::assert_snapshot!(by_line(&object), @r#"
    bewijs: {"invoer":"sha256:ea1e94a1fbd687b7f244a9a2efd5f0e7b829e04c193f11d46ba37f6cbae5c036","regels":"sha256:f16c6d1a3806ab38adac2673e6915a3b764a4013b3611c85444b75de83dfba96"}
    geldig_tot: null
    geldig_van: "2014-08-01"
    op: "2014-07-31"
    regel: "tlv.beslistermijn"
    stappen: {"omschrijving":"Deze regel","resultaat":"geldt pas vanaf vr 1 aug 2014","vindplaats":0}
    status: "nog_niet_geldig"
    uitkomst: null
    vindplaatsen: {"artikel":"4:13","bwb":"BWBR0005537","lid":"2","wet":"Awb","zekerheid":"wettekst"}
    "#);
}

#[test]
fn a_rule_is_listed_with_what_it_asks_and_answers() {
    let listed = regel_json_by_name(wet(), "schorsing.toets").unwrap();
    insta::assert_snapshot!(by_line(&listed), @r#"
    geldig_tot: null
    geldig_van: "2014-08-01"
    invoer: {"betekenis":"Eerste dag van de schorsing.","naam":"van","standaard":null,"type":"datum","verplicht":true}
    invoer: {"betekenis":"Laatste dag van de schorsing.","naam":"tot_en_met","standaard":null,"type":"datum","verplicht":true}
    naam: "schorsing.toets"
    uitkomst: {"betekenis":"De schorsing is niet te lang.","naam":"toegestaan","type":"bool"}
    uitkomst: {"betekenis":"De school moet de schorsing bij de inspectie melden.","naam":"melding_inspectie","type":"bool"}
    uitkomst: {"betekenis":"Aantal dagen, de eerste en de laatste meegeteld.","naam":"dagen","type":"geheel getal"}
    uitleg: "Mag een leerling zo lang geschorst worden? Hooguit een week. De ouders krijgen de schorsing met de redenen op papier, in het voortgezet onderwijs ook de leerling. Een leerling die meerderjarig is en zelf kan beslissen, krijgt haar zelf. Duurt de schorsing langer dan één dag, dan hoort de inspectie het ook meteen, schriftelijk en met de redenen."
    vindplaatsen: {"artikel":"40c","bwb":"BWBR0003420","lid":null,"wet":"WPO","zekerheid":"wettekst"}
    vindplaatsen: {"artikel":"40a","bwb":"BWBR0003549","lid":null,"wet":"WEC","zekerheid":"wettekst"}
    vindplaatsen: {"artikel":"8.14","bwb":"BWBR0044212","lid":null,"wet":"WVO 2020","zekerheid":"wettekst"}
    "#);
}

#[test]
fn every_object_has_exactly_the_keys_of_the_contract() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    for (naam, invoer) in examples() {
        for op in ["2014-07-31", OP] {
            let (object, _) = toets_op(naam, &invoer, op);
            assert_eq!(
                keys(&object),
                "bewijs geldig_tot geldig_van op regel stappen status uitkomst vindplaatsen",
                "{naam}"
            );
            assert_eq!(keys(&object["bewijs"]), "invoer regels");
            let bronnen = object["vindplaatsen"].as_array().unwrap();
            assert!(!bronnen.is_empty(), "{naam}");
            assert!(bronnen.iter().all(|bron| keys(bron) == "artikel bwb lid wet zekerheid"));
            for stap in object["stappen"].as_array().unwrap() {
                assert_eq!(keys(stap), "omschrijving resultaat vindplaats");
                let place = stap["vindplaats"].as_u64();
                assert!(place.is_none_or(|place| usize::try_from(place).unwrap() < bronnen.len()), "{naam}");
            }
        }
    }
    for regel in regels_json(wet()).as_array().unwrap() {
        assert_eq!(keys(regel), "geldig_tot geldig_van invoer naam uitkomst uitleg vindplaatsen");
        assert!(
            regel["invoer"]
                .as_array()
                .unwrap()
                .iter()
                .all(|veld| { keys(veld) == "betekenis naam standaard type verplicht" })
        );
        assert!(regel["uitkomst"].as_array().unwrap().iter().all(|veld| keys(veld) == "betekenis naam type"));
    }
}

#[test]
fn before_the_start_every_rule_without_its_own_period_is_not_yet_in_force() {
    for (naam, invoer) in examples() {
        if ["ondersteuningsplan.indientermijn", "verevening.bedrag", "thuiszitter.classificatie"]
            .contains(&naam)
        {
            continue;
        }
        assert_eq!(toets_op(naam, &invoer, "2014-07-31").0["status"], "nog_niet_geldig", "{naam}");
        assert_eq!(toets_op(naam, &invoer, "2014-08-01").0["status"], "toegepast", "{naam}");
    }
    let child = json!({"geboortedatum": "2005-01-15", "ingeschreven": false});
    assert_eq!(toets_op("thuiszitter.classificatie", &child, "2014-07-31").0["status"], "nog_niet_geldig");
    assert_eq!(toets_op("thuiszitter.classificatie", &child, "2014-08-01").0["status"], "toegepast");
}

#[test]
fn the_receipt_covers_the_input_with_its_defaults_in_any_order_and_spelling() {
    let receipt = |tekst: &str| {
        let (object, _) = toets_tekst(wet(), "aanmelding.beslistermijn", tekst, d(OP)).unwrap();
        object["bewijs"]["invoer"].as_str().unwrap().to_owned()
    };
    let short = receipt(r#"{"ontvangen_op":"2026-01-19","sector":"po","openbaar":true}"#);
    let full = receipt(
        r#"{"openbaar": true, "opschortingen": [], "minderjarige_asielzoeker": false, "verlengd": false,
            "sector": "po", "ontvangen_op": "2026-01-19"}"#,
    );
    assert_eq!(short, full);
    // SHA-256 of {"minderjarige_asielzoeker":false,"ontvangen_op":"2026-01-19","openbaar":true,
    // "opschortingen":[],"sector":"po","verlengd":false,"verlenging_weken":null} without the line break.
    assert_eq!(short, "sha256:257bbe2a6bf557badae7cc6e083d6ce2a9053a96ba1a1b6028030df0ccf9c367");
    assert_ne!(short, receipt(r#"{"ontvangen_op":"2026-01-20","sector":"po","openbaar":true}"#));
}

#[test]
fn numbers_that_are_the_same_double_have_the_same_receipt() {
    let receipt = |uren: &str| {
        let tekst =
            format!(r#"{{"verzuim":[{{"datum":"2026-01-12","uren":{uren}}}],"schoolweken":["2026-01-12"]}}"#);
        toets_tekst(wet(), "verzuim.melding", &tekst, d(OP)).unwrap().0["bewijs"]["invoer"].clone()
    };
    assert_eq!(receipt("8"), receipt("8.0"));
    assert_eq!(receipt("80e-1"), receipt("8.0"));
    assert_ne!(receipt("8"), receipt("8.5"));
}

#[test]
fn a_receipt_does_not_depend_on_the_day_asked_about_while_the_law_is_the_same() {
    let invoer = &examples()[9].1;
    assert_eq!(
        toets_op("schorsing.toets", invoer, "2014-08-01").0["bewijs"],
        toets_op("schorsing.toets", invoer, OP).0["bewijs"]
    );
}

#[test]
fn errors_say_where_what_and_what_was_expected() {
    let invoer = json!({"van": "2 maart", "tot_en_met": null, "reden": {"a": [1, "x"]}});
    let fout = toets_json(wet(), "schorsing.toets", &invoer, d(OP)).unwrap_err();
    insta::assert_snapshot!(fout, @r#"
    van: gegeven "2 maart", verwacht een datum als 2026-03-02
    tot_en_met: gegeven null, verwacht een datum als 2026-03-02
    reden: gegeven {"a":[1,"x"]}, verwacht geen onbekend veld; wel: van, tot_en_met
    "#);
    assert_eq!((fout.exit_code(), fout.velden().len()), (2, 3));
}

#[test]
fn long_input_is_not_repeated_in_full() {
    let fout = toets_json(
        wet(),
        "schorsing.toets",
        &json!({"van": "x".repeat(500), "tot_en_met": "2026-01-01"}),
        d(OP),
    );
    assert!(fout.unwrap_err().to_string().chars().count() < 200);
}

#[test]
fn an_unknown_rule_names_the_known_ones() {
    let fout = toets_tekst(wet(), "vakantie.recht", "{}", d(OP)).unwrap_err();
    assert!(
        matches!(&fout, ToetsFout::OnbekendeRegel { naam, bekend } if naam == "vakantie.recht" && bekend.contains("schorsing.toets"))
    );
    assert!(fout.velden().is_empty());
    assert_eq!(regel_json_by_name(wet(), "vakantie.recht"), None);
}

#[test]
fn what_is_no_json_or_has_a_key_twice_is_refused_and_what_is_no_object_is_wrong_input() {
    let ask = |tekst: &str| toets_tekst(wet(), "schorsing.toets", tekst, d(OP)).unwrap_err();
    let double = r#"{"van": "2026-01-01", "van": "2026-01-02", "tot_en_met": "2026-01-02"}"#;
    for tekst in ["", "{", "van: 2026", double, "\u{feff}{}"] {
        assert!(matches!(ask(tekst), ToetsFout::GeenJson { .. }), "{tekst}");
    }
    for tekst in ["[]", "null", "3", "\"x\""] {
        let fout = ask(tekst);
        assert_eq!(fout.velden().len(), 1, "{tekst}");
        assert!(fout.to_string().starts_with("(invoer): gegeven"), "{fout}");
    }
    let huge = format!("{{\"van\": \"{}\"}}", "x".repeat(recht::MAX_INVOER_BYTES));
    assert!(matches!(ask(&huge), ToetsFout::GeenJson { .. }));
}

#[test]
fn the_day_asked_about_is_a_date_of_one_form() {
    assert_eq!(lees_op("2026-03-02"), Ok(d("2026-03-02")));
    for wrong in ["2026-3-2", "vandaag", "", "2026-02-30", "0000-01-01"] {
        let fout = lees_op(wrong).unwrap_err();
        assert_eq!(fout.velden[0].veld, "op", "{wrong}");
    }
}

#[test]
fn the_law_of_every_rule_can_be_asked_on_the_first_and_last_day_there_is() {
    for (naam, invoer) in examples() {
        for op in ["0001-01-01", "9999-12-31"] {
            assert!(toets_json(wet(), naam, &invoer, d(op)).is_ok(), "{naam} {op}");
        }
    }
}
