//! Receipts: the same question under the same law has the same receipt, another question or another figure has not.

use recht::Wet;
use recht::openbaar::toets_json;
use serde_json::{Map, Value, json};

use super::corpus::{changed, files, parse};
use super::openbaar::examples;
use super::{OP, d, wet};

fn bewijs(wet: &Wet, regel: &str, invoer: &Value, op: &str) -> (String, String) {
    let (object, _) = toets_json(wet, regel, invoer, d(op)).unwrap_or_else(|fout| panic!("{regel}: {fout}"));
    let text = |key: &str| object["bewijs"][key].as_str().expect("a digest").to_owned();
    (text("regels"), text("invoer"))
}

#[test]
fn a_receipt_is_two_digests() {
    for (regel, invoer) in examples() {
        let (regels, gegevens) = bewijs(wet(), regel, &invoer, OP);
        for digest in [regels, gegevens] {
            let hex = digest.strip_prefix("sha256:").expect("how it was made");
            assert_eq!(hex.len(), 64, "{regel}");
            assert!(hex.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase()), "{regel}: {hex}");
        }
    }
}

#[test]
fn the_same_question_has_the_same_receipt_from_a_law_that_was_loaded_anew() {
    let again = parse(&files()).expect("the corpus loads");
    for (regel, invoer) in examples() {
        assert_eq!(bewijs(wet(), regel, &invoer, OP), bewijs(&again, regel, &invoer, OP), "{regel}");
    }
}

/// The same object with its keys in another order, inside too.
fn turned(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_by(|a, b| b.cmp(a));
            Value::Object(
                keys.into_iter().map(|key| (key.clone(), turned(&fields[key]))).collect::<Map<_, _>>(),
            )
        }
        Value::Array(items) => Value::Array(items.iter().map(turned).collect()),
        other => other.clone(),
    }
}

#[test]
fn the_order_in_which_fields_are_written_does_not_matter() {
    for (regel, invoer) in examples() {
        assert_eq!(bewijs(wet(), regel, &invoer, OP), bewijs(wet(), regel, &turned(&invoer), OP), "{regel}");
    }
}

#[test]
fn a_default_that_is_written_out_is_the_default() {
    for (regel, invoer) in examples() {
        let kaart = wet().regel(regel).expect("a rule");
        let mut full = invoer.clone();
        for veld in kaart.invoer {
            if full.get(&veld.naam).is_none() {
                full[&veld.naam] = match &veld.aanwezigheid {
                    recht::Aanwezigheid::Standaard(value) => value.clone(),
                    recht::Aanwezigheid::MagLeeg => Value::Null,
                    recht::Aanwezigheid::Verplicht => panic!("{regel} needs {}", veld.naam),
                };
            }
        }
        assert_eq!(bewijs(wet(), regel, &invoer, OP), bewijs(wet(), regel, &full, OP), "{regel}");
    }
}

/// One field of the question changed: another receipt of the question, the same of the law where the same files decide.
const ANDERE_VRAAG: [(&str, &str, &str); 26] = [
    ("aanmelding.beslistermijn", "ontvangen_op", r#""2026-01-20""#),
    ("aanmelding.beslistermijn", "sector", r#""so""#),
    ("aanmelding.beslistermijn", "openbaar", "true"),
    ("aanmelding.beslistermijn", "verlengd", "true"),
    ("aanmelding.beslistermijn", "opschortingen", "[]"),
    ("aanmelding.tijdelijke_plaatsing", "toelaatbaar_vanaf", r#""2026-01-02""#),
    ("aanmelding.tijdelijke_plaatsing", "ingeschreven_in_zelfde_sector", "true"),
    ("aanmelding.tijdelijke_plaatsing", "besloten_op", "null"),
    ("tlv.beslistermijn", "ontvangen_op", r#""2026-01-20""#),
    ("tlv.geldigheid", "einddatum", r#""2028-07-31""#),
    ("tlv.geldigheid", "ingangsdatum", r#""2026-08-02""#),
    ("tlv.bevoegd_samenwerkingsverband", "gevraagd", r#""sbo""#),
    ("tlv.bevoegd_samenwerkingsverband", "woonplaats_swv_po", r#""PO9""#),
    ("tlv.deskundigen", "disciplines", "[]"),
    ("tlv.deskundigen", "voor", r#""vso""#),
    ("opp.vaststellingstermijn", "tijdelijk_geplaatst", "true"),
    ("opp.volledigheid", "schoolsoort", r#""vo""#),
    ("opp.volledigheid", "aanwezig", r#"["overleg_ouders"]"#),
    ("bezwaar.termijnen", "bekendgemaakt_op", r#""2026-01-20""#),
    ("schorsing.toets", "tot_en_met", r#""2026-03-04""#),
    ("verzuim.melding", "verzuim", "[]"),
    ("thuiszitter.classificatie", "ingeschreven", "true"),
    ("leerplicht.periode", "geboortedatum", r#""2011-11-11""#),
    ("ondersteuningsplan.indientermijn", "eerste_schooljaar", r#""2031-2032""#),
    ("reserve.signaleringswaarde", "eigen_vermogen_eurocent", "12345"),
    ("verevening.bedrag", "correctie_eurocent", "12345"),
];

#[test]
fn another_question_has_another_receipt() {
    let all = examples();
    for (regel, veld, waarde) in ANDERE_VRAAG {
        let (_, invoer) = all.iter().find(|(naam, _)| *naam == regel).expect("an example");
        let mut other = invoer.clone();
        other[veld] = serde_json::from_str(waarde).expect("JSON");
        assert_ne!(other, *invoer, "{regel} {veld}: the table changes nothing");
        let (_, before) = bewijs(wet(), regel, invoer, OP);
        let (_, after) = bewijs(wet(), regel, &other, OP);
        assert_ne!(before, after, "{regel} {veld}");
    }
}

#[test]
fn two_questions_with_one_receipt_are_one_question() {
    let mut seen = std::collections::BTreeMap::new();
    for (regel, invoer) in examples() {
        let (_, digest) = bewijs(wet(), regel, &invoer, OP);
        if let Some(other) = seen.insert(digest, invoer.clone()) {
            assert_eq!(other, invoer, "{regel}");
        }
    }
}

/// A figure of a rule, another one in its place, a question in JSON, and what the answer then says.
struct AnderCijfer {
    regel: &'static str,
    naam: &'static str,
    van: &'static str,
    naar: &'static str,
    invoer: &'static str,
    veld: &'static str,
    waarde: &'static str,
}

const fn cijfer(
    [regel, naam, van, naar]: [&'static str; 4],
    invoer: &'static str,
    [veld, waarde]: [&'static str; 2],
) -> AnderCijfer {
    AnderCijfer { regel, naam, van, naar, invoer, veld, waarde }
}

const AANMELDING: &str = r#"{"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": true}"#;
const VERLENGD: &str =
    r#"{"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": true, "verlengd": true}"#;
const GEVRAAGD: &str = r#"{"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": true,
    "opschortingen": [{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}]}"#;
const BIJZONDER: &str = r#"{"ontvangen_op": "2026-01-19", "sector": "so", "openbaar": false,
    "opschortingen": [{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}]}"#;
const BIJZONDER_VO: &str = r#"{"ontvangen_op": "2026-01-19", "sector": "vo", "openbaar": false,
    "opschortingen": [{"uitnodiging_op": "2026-01-26", "geeindigd_op": "2026-02-02"}]}"#;
const ASIEL: &str = r#"{"ontvangen_op": "2026-09-07", "sector": "po", "openbaar": true,
    "minderjarige_asielzoeker": true}"#;
const PLAATS: &str = r#"{"ontvangen_op": "2026-01-19", "toelaatbaar_vanaf": "2026-01-01",
    "ingeschreven_in_zelfde_sector": false}"#;
const VERBAND: &str = r#"{"ontvangen_op": "2026-01-19",
    "opschortingen": [{"uitnodiging_op": "2026-01-20", "geeindigd_op": "2026-01-25"}]}"#;
const LOOPTIJD: &str = r#"{"ingangsdatum": "2026-08-01", "einddatum": "2027-07-31"}"#;
const INGESCHREVEN: &str = r#"{"ingeschreven_op": "2026-01-19"}"#;
const BEKEND: &str = r#"{"bekendgemaakt_op": "2026-01-19"}"#;
const TWEE_DAGEN: &str = r#"{"van": "2026-03-02", "tot_en_met": "2026-03-03"}"#;
const TWAALF_UUR: &str =
    r#"{"verzuim": [{"datum": "2026-01-12", "uren": 12}], "schoolweken": ["2026-01-12"]}"#;
const TWEE_WEKEN: &str = r#"{"verzuim": [{"datum": "2026-01-12", "uren": 8}, {"datum": "2026-01-19", "uren": 8}],
    "schoolweken": ["2026-01-12", "2026-01-19"]}"#;
const THUIS: &str = r#"{"geboortedatum": "2015-01-15", "ingeschreven": true, "afwezig_sinds": "2026-08-15"}"#;
const LANG_THUIS: &str =
    r#"{"geboortedatum": "2015-01-15", "ingeschreven": true, "afwezig_sinds": "2026-07-15"}"#;
const GEBOREN: &str = r#"{"geboortedatum": "2020-01-15"}"#;
const BATEN: &str = r#"{"totale_baten_eurocent": 1000000000, "eigen_vermogen_eurocent": 0}"#;
const NIETS: &str = r#"{"totale_baten_eurocent": 0, "eigen_vermogen_eurocent": 0}"#;
const PLAN: &str = r#"{"eerste_schooljaar": "2027-2028"}"#;

const BESLIS: &str = "aanmelding.beslistermijn";
const PLEK: &str = "aanmelding.tijdelijke_plaatsing";

const ANDERE_CIJFERS: [AnderCijfer; 27] = [
    cijfer([BESLIS, "termijn", "6", "5"], AANMELDING, ["uiterlijk", r#""2026-02-23""#]),
    cijfer([BESLIS, "verlenging", "4", "2"], VERLENGD, ["uiterlijk", r#""2026-03-16""#]),
    cijfer([BESLIS, "termijn_asielzoeker", "6", "4"], ASIEL, ["uiterlijk", r#""2026-10-05""#]),
    cijfer([BESLIS, "opschorting_openbaar_vanaf", "1", "3"], GEVRAAGD, ["opgeschorte_dagen", "4"]),
    cijfer([BESLIS, "opschorting_bijzonder_vanaf_so", "0", "2"], BIJZONDER, ["opgeschorte_dagen", "5"]),
    cijfer([BESLIS, "opschorting_bijzonder_vanaf_vo", "1", "0"], BIJZONDER_VO, ["opgeschorte_dagen", "7"]),
    cijfer([PLEK, "na", "10", "9"], PLAATS, ["vanaf", r#""2026-03-24""#]),
    cijfer(["tlv.beslistermijn", "termijn", "8", "7"], VERBAND, ["uiterlijk", r#""2026-03-13""#]),
    cijfer(["tlv.beslistermijn", "opschorting_vanaf", "1", "0"], VERBAND, ["opgeschorte_dagen", "5"]),
    cijfer(
        ["tlv.geldigheid", "hele_schooljaren", "1", "2"],
        LOOPTIJD,
        ["vroegste_einddatum", r#""2028-07-31""#],
    ),
    cijfer(["opp.vaststellingstermijn", "termijn", "6", "4"], INGESCHREVEN, ["uiterlijk", r#""2026-02-16""#]),
    cijfer(["bezwaar.termijnen", "indienen", "6", "4"], BEKEND, ["indienen_uiterlijk", r#""2026-02-16""#]),
    cijfer(["bezwaar.termijnen", "beslissen", "12", "4"], BEKEND, ["beslissen_uiterlijk", r#""2026-03-30""#]),
    cijfer(
        ["bezwaar.termijnen", "verdaging", "6", "2"],
        BEKEND,
        ["beslissen_na_verdaging", r#""2026-06-09""#],
    ),
    cijfer(["schorsing.toets", "hooguit", "7", "1"], TWEE_DAGEN, ["toegestaan", "false"]),
    cijfer(["schorsing.toets", "melding_boven", "1", "2"], TWEE_DAGEN, ["melding_inspectie", "false"]),
    cijfer(["verzuim.melding", "grens", "16", "12"], TWAALF_UUR, ["melden", "true"]),
    cijfer(["verzuim.melding", "schoolweken", "4", "1"], TWEE_WEKEN, ["melden", "false"]),
    cijfer(
        ["thuiszitter.classificatie", "thuiszitter_na", "4", "2"],
        THUIS,
        ["soort", r#""langdurig_relatief""#],
    ),
    cijfer(
        ["thuiszitter.classificatie", "langer_dan", "3", "1"],
        LANG_THUIS,
        ["langer_dan_drie_maanden", "true"],
    ),
    cijfer(
        ["leerplicht.periode", "leerplicht_vanaf_leeftijd", "5", "4"],
        GEBOREN,
        ["leerplicht_vanaf", r#""2024-02-01""#],
    ),
    cijfer(
        ["leerplicht.periode", "leerplicht_tot_leeftijd", "16", "17"],
        GEBOREN,
        ["leerplicht_tot_en_met", r#""2037-07-31""#],
    ),
    cijfer(
        ["leerplicht.periode", "kwalificatieplicht_tot_leeftijd", "18", "19"],
        GEBOREN,
        ["kwalificatieplicht_tot", r#""2039-01-15""#],
    ),
    cijfer(
        ["reserve.signaleringswaarde", "aandeel_van_de_baten", r#""3.5""#, r#""4.5""#],
        BATEN,
        ["signaleringswaarde_eurocent", "45000000"],
    ),
    cijfer(
        ["reserve.signaleringswaarde", "minimum", "25_000_000", "20_000_000"],
        NIETS,
        ["signaleringswaarde_eurocent", "20000000"],
    ),
    cijfer(
        ["ondersteuningsplan.indientermijn", "voor", r#""05-01""#, r#""04-01""#],
        PLAN,
        ["voor", r#""2027-04-01""#],
    ),
    cijfer(
        ["tlv.deskundigen", "eerste_deskundige", r#"["orthopedagoog", "psycholoog"]"#, r#"["psycholoog"]"#],
        r#"{"disciplines": ["orthopedagoog", "arts"], "voor": "so"}"#,
        ["ontbreekt", r#"["eerste_deskundige"]"#],
    ),
];

#[test]
fn another_figure_in_the_corpus_gives_another_answer_and_another_receipt_of_the_law() {
    for AnderCijfer { regel, naam, van, naar, invoer, veld, waarde } in ANDERE_CIJFERS {
        // Of the term of a registration the first reading was replaced.
        let reading = if regel == "aanmelding.beslistermijn" { "-zo-kort-mogelijk" } else { "" };
        let path = format!("regels/{regel}/2014-08-01{reading}.toml");
        let line = |figure: &str| format!("naam = \"{naam}\"\nwaarde = {figure}\n");
        let other = changed(&path, |text| {
            assert!(text.contains(&line(van)), "{path} has no {:?}", line(van));
            text.replacen(&line(van), &line(naar), 1)
        })
        .unwrap_or_else(|error| panic!("{path}: {error}"));
        let (invoer, waarde): (Value, Value) =
            (serde_json::from_str(invoer).expect("JSON"), serde_json::from_str(waarde).expect("JSON"));
        let ask = |wet: &Wet| toets_json(wet, regel, &invoer, d(OP)).expect("right input").0;
        let (before, after) = (ask(wet()), ask(&other));
        assert_ne!(before["uitkomst"][veld], waarde, "{regel} {naam}: the table changes nothing");
        assert_eq!(after["uitkomst"][veld], waarde, "{regel} {naam} = {naar}");
        assert_ne!(before["bewijs"]["regels"], after["bewijs"]["regels"], "{regel} {naam}");
        assert_eq!(before["bewijs"]["invoer"], after["bewijs"]["invoer"], "{regel} {naam}");
    }
}

#[test]
fn a_figure_that_a_rule_does_not_use_leaves_its_receipt_as_it_was() {
    let other = changed("regels/schorsing.toets/2014-08-01.toml", |text| {
        text.replacen("naam = \"hooguit\"\nwaarde = 7", "naam = \"hooguit\"\nwaarde = 6", 1)
    })
    .expect("it loads");
    for (regel, invoer) in examples() {
        let same = bewijs(wet(), regel, &invoer, OP) == bewijs(&other, regel, &invoer, OP);
        assert_eq!(same, regel != "schorsing.toets", "{regel}");
    }
}

#[test]
fn a_new_holiday_changes_the_receipt_of_terms_that_move_and_of_nothing_else() {
    let path = files()
        .into_iter()
        .map(|(path, _)| path)
        .find(|path| path.starts_with("termijnen/"))
        .expect("the Algemene termijnenwet");
    let day = "\n[[gelijkgesteld.dag]]\ndatum = 2026-03-02\nnaam = \"een dag die erbij komt\"\n";
    let other = changed(&path, |text| format!("{text}{day}")).expect("it loads");
    let moving =
        ["aanmelding.beslistermijn", "tlv.beslistermijn", "opp.vaststellingstermijn", "bezwaar.termijnen"];
    for (regel, invoer) in examples() {
        let changed = bewijs(wet(), regel, &invoer, OP).0 != bewijs(&other, regel, &invoer, OP).0;
        assert_eq!(changed, moving.contains(&regel), "{regel}");
    }
    // Monday 2 March was the last day of six weeks after 19 January.
    let invoer = json!({"ingeschreven_op": "2026-01-19"});
    let (object, _) = toets_json(&other, "opp.vaststellingstermijn", &invoer, d(OP)).unwrap();
    assert_eq!(object["uitkomst"]["uiterlijk"], "2026-03-03");
}

#[test]
fn a_receipt_names_the_law_of_the_day_and_not_the_day_itself() {
    for (regel, invoer) in examples() {
        // Two days on which no version of any rule changes.
        let early = bewijs(wet(), regel, &invoer, "2026-09-01");
        let late = bewijs(wet(), regel, &invoer, "2026-12-01");
        assert_eq!(early, late, "{regel}");
    }
}
