//! A letter that misses something cannot be made.

use std::collections::BTreeSet;

use serde_json::Value;

use super::sample;
use crate::{Brief, TEMPLATES, samples};

#[test]
fn every_kind_of_letter_has_an_example_with_a_name_of_its_own() {
    let kinds: BTreeSet<&str> = samples().iter().map(|s| s.brief.soort()).collect();
    let letters: BTreeSet<&str> =
        TEMPLATES.iter().map(|(name, _)| *name).filter(|name| *name != "stijl").collect();
    assert_eq!(kinds, letters);
    let names: BTreeSet<&str> = samples().iter().map(|s| s.naam).collect();
    assert_eq!(names.len(), samples().len());
}

#[test]
fn a_letter_survives_being_stored() {
    for example in samples() {
        let json = serde_json::to_string(&example.brief).unwrap();
        assert_eq!(serde_json::from_str::<Brief>(&json).unwrap(), example.brief, "{}", example.naam);
    }
}

/// Fields that a letter can do without: optional ones, and lists that may be empty.
const OPTIONAL: &[&str] = &[
    "open_aanbod",
    "bezwaar_zelf_vanaf",
    "eerst_verklaring",
    "verklaring_nodig",
    "onderzoek_eerst",
    "grondslag",
    "voorwaarden",
    "door_ander",
    "zonder_plicht",
    "weging_meningen",
    "weging_adviezen",
    "gevraagde_categorie",
    "zoekt_hooguit",
    "vervangt",
    "eigen_alineas",
    "bijlagen",
    "afschrift_aan",
    "andere_scholen",
    "andere_mogelijkheden",
    "praktisch",
    "andere",
    "adres",
    "bereikbaar",
    "e_mail",
    "lid",
    "onderdeel",
    "uiterlijk",
    "gewenst_vanaf",
    "verlenging",
    "stoppen_binnen",
    "antwoord_tot",
    "opp",
    "opp_binnen",
    "vaste_week",
    "elk_kind",
    "beslissen_uiterlijk",
    "tijdelijke_plaats",
    "gesprek",
    "aan",
    "nieuwe_school",
    "naam",
    "categorie",
    "afwijking",
    "mening_kind",
    "spoed",
    "werking",
    "begint_op",
    "dwangsom_vanaf",
    "niet_gewacht",
    "aan_leerling",
    "leerling_leest_mee",
    "is_ouder",
    "beperkt",
    "tijdens_overleg",
    "leerling_alleen",
    "eigen_uitleg",
    "besloten_door",
    "wijziging",
    "bekend_op",
    "treden",
    "niet_verschuldigd",
    "geen_plek",
    "tijdelijk_sinds",
    "geprobeerd",
    "niemand_kwam",
    "op_verzoek_van",
    "gesprek_vervalt",
    "in_eigen_woorden",
    "schoolwerk",
    "reactie_op_ouders",
    "biedt",
    "vanaf",
    "vervangt_advies",
    "zonder_besluit",
    "telefoon_naar",
    "weer_op",
    "uitgeschreven_per",
    "bezwaar_gehoord_op",
    "uitleg_herroepen",
    "ook_gemeld_aan",
    "ronde",
    "arbeid",
    "geldende_hulp",
    "inbreng",
    "invloed",
    "commissieadvies",
    "geldt_sinds",
    "doelen",
    "uitstroom",
    "anders",
    "belemmerend",
    "bevorderend",
    "gesprekken",
];

#[test]
fn a_letter_that_misses_a_field_is_no_letter() {
    for example in samples() {
        let whole = serde_json::to_value(&example.brief).unwrap();
        for path in paths(&whole, "") {
            let field = path.rsplit('/').next().unwrap_or_default();
            // A refusal on an exception tells of no talk.
            let of_some = match field {
                "overleg" => example.naam.starts_with("weigering"),
                // A decision that gives what was asked names an objection at a public school alone.
                "bezwaar" => {
                    ["toelating", "tijdelijke_plaatsing"].iter().any(|naam| example.naam.starts_with(naam))
                }
                _ => false,
            };
            if OPTIONAL.contains(&field) || of_some {
                continue;
            }
            let cut = without(&whole, &path);
            assert!(serde_json::from_value::<Brief>(cut).is_err(), "{}: {path}", example.naam);
        }
    }
}

#[test]
fn a_letter_with_an_empty_text_or_list_is_no_letter() {
    for example in samples() {
        let whole = serde_json::to_value(&example.brief).unwrap();
        for path in paths(&whole, "") {
            let field = path.rsplit('/').next().unwrap_or_default();
            if field == "overleg" && example.naam.starts_with("weigering") {
                continue;
            }
            let law = ["wet", "bwb", "artikel", "lid", "onderdeel", "zekerheid"].contains(&field)
                && path.contains("vindplaats");
            let mut empty = whole.clone();
            let value = empty.pointer_mut(&path).unwrap();
            match value {
                Value::String(text) if !law => *text = "  ".to_owned(),
                Value::Array(items) if !OPTIONAL.contains(&field) => items.clear(),
                _ => continue,
            }
            assert!(serde_json::from_value::<Brief>(empty).is_err(), "{}: {path}", example.naam);
        }
    }
}

#[test]
fn an_unknown_field_is_refused() {
    let mut json = serde_json::to_value(sample("weigering").unwrap()).unwrap();
    json["pgn"] = "123456789".into();
    assert!(serde_json::from_value::<Brief>(json).is_err());
}

#[test]
fn the_ground_of_a_refusal_comes_first() {
    let refusal = sample("weigering").unwrap();
    let grounds = refusal.rechtsgronden();
    assert_eq!(grounds[0].vindplaats.to_string(), "art. 40 lid 4 WPO");
    assert_eq!(grounds.len(), 1 + refusal.hoofd().wet.as_slice().len());
}

/// The paths of all fields of objects, deepest included.
fn paths(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, field)| {
                let here = format!("{path}/{name}");
                let mut below = paths(field, &here);
                below.push(here);
                below
            })
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(i, item)| paths(item, &format!("{path}/{i}"))).collect()
        }
        _ => vec![],
    }
}

fn without(whole: &Value, path: &str) -> Value {
    let mut cut = whole.clone();
    let (parent, field) = path.rsplit_once('/').unwrap();
    let parent = cut.pointer_mut(parent).unwrap();
    parent.as_object_mut().unwrap().remove(field);
    cut
}
