//! The door for programs: no value of another type passes, and every answer carries its reasons.

use recht::Veld;
use recht::openbaar::{Afloop, ToetsFout, toets_json, toets_tekst};
use serde_json::{Value, json};

use super::openbaar::examples;
use super::{OP, d, toets_op, wet};

/// Values that a field of this type never takes.
fn verkeerd(soort: &str) -> Vec<Value> {
    let dates =
        [json!(""), json!("2026-02-30"), json!("2-3-2026"), json!("2026-3-2"), json!("2026-03-02T00:00")];
    match soort {
        "datum" => [dates.to_vec(), vec![json!(20_260_302), json!(true), json!([]), json!({})]].concat(),
        "bool" => vec![json!(0), json!(1), json!("true"), json!("ja"), json!([]), json!({})],
        "geheel getal" => vec![json!(1.5), json!("1"), json!(true), json!([]), json!({})],
        "getal" => vec![json!("1"), json!(true), json!([]), json!({})],
        "keuze" => vec![json!(""), json!("iets anders"), json!(1), json!(true), json!([]), json!({})],
        "tekst" => vec![json!(""), json!(1), json!(false), json!([]), json!({})],
        "schooljaar" => {
            vec![json!("2026"), json!("2026-2028"), json!("26-27"), json!(2026), json!([]), json!({})]
        }
        lijst if lijst.starts_with("lijst") => {
            vec![json!("x"), json!(1), json!(true), json!({}), json!([17])]
        }
        other => panic!("a type that this test does not know: {other}"),
    }
}

fn named(regel: &str, invoer: &Value) -> Vec<String> {
    match toets_json(wet(), regel, invoer, d(OP)) {
        Err(ToetsFout::Invoer(fout)) => fout.velden.into_iter().map(|fout| fout.veld).collect(),
        other => panic!("{regel} {invoer} was taken: {other:?}"),
    }
}

#[test]
fn no_value_of_another_type_passes_and_the_field_is_named() {
    for (regel, invoer) in examples() {
        let velden: &[Veld] = wet().regel(regel).expect("a rule").invoer;
        for veld in velden {
            for waarde in verkeerd(veld.vorm.name().split(':').next().expect("a word")) {
                let mut wrong = invoer.clone();
                wrong[&veld.naam] = waarde.clone();
                let found = named(regel, &wrong);
                let about = |path: &String| path.split('[').next() == Some(veld.naam.as_str());
                assert!(found.iter().any(about), "{regel} {} = {waarde}: {found:?}", veld.naam);
            }
        }
    }
}

#[test]
fn a_wrong_field_is_named_with_what_was_given_and_what_was_expected() {
    for (regel, veld, waarde, verwacht) in [
        ("schorsing.toets", "van", json!("morgen"), "een datum als 2026-03-02"),
        ("aanmelding.beslistermijn", "sector", json!("mbo"), "po"),
        ("aanmelding.beslistermijn", "openbaar", json!("ja"), "true of false"),
        ("tlv.deskundigen", "voor", json!("vmbo"), "sbo"),
        ("ondersteuningsplan.indientermijn", "eerste_schooljaar", json!("2026"), "2015-2016"),
    ] {
        let mut invoer = examples().into_iter().find(|(naam, _)| *naam == regel).expect("an example").1;
        invoer[veld] = waarde.clone();
        let fout = toets_json(wet(), regel, &invoer, d(OP)).expect_err("wrong input");
        let text = fout.to_string();
        assert_eq!(text.lines().count(), 1, "{text}");
        for part in [veld, &waarde.to_string(), verwacht] {
            assert!(text.contains(part), "{regel}: {part:?} is not in {text:?}");
        }
    }
}

#[test]
fn every_step_has_words_and_rests_on_a_place_that_is_listed() {
    for (regel, invoer) in examples() {
        let (object, afloop) = toets_op(regel, &invoer, OP);
        assert_eq!(afloop, Afloop::Getoetst, "{regel}");
        let places = object["vindplaatsen"].as_array().expect("a list").len();
        let steps = object["stappen"].as_array().expect("a list");
        assert!(!steps.is_empty() && places > 0, "{regel}");
        for step in steps {
            assert!(!step["omschrijving"].as_str().unwrap().trim().is_empty(), "{regel}");
            assert!(!step["resultaat"].as_str().unwrap().trim().is_empty(), "{regel}: {step}");
            let place = step["vindplaats"].as_u64();
            assert!(place.is_none_or(|place| place < places as u64), "{regel}: {step}");
        }
        let rests = |step: &Value| !step["vindplaats"].is_null();
        assert!(steps.iter().any(rests), "{regel}: nothing rests on the law");
    }
}

#[test]
fn no_place_in_the_law_is_listed_twice() {
    for (regel, invoer) in examples() {
        let (object, _) = toets_op(regel, &invoer, OP);
        let mut places: Vec<String> =
            object["vindplaatsen"].as_array().unwrap().iter().map(ToString::to_string).collect();
        let count = places.len();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), count, "{regel}");
    }
}

#[test]
fn space_and_escapes_in_the_text_do_not_matter() {
    for (regel, invoer) in examples() {
        let tight = invoer.to_string();
        let wide = serde_json::to_string_pretty(&invoer).expect("JSON");
        let escaped = tight.replace("\"2026", "\"\\u0032026");
        let ask = |text: &str| toets_tekst(wet(), regel, text, d(OP)).expect("right input").0;
        assert_eq!(ask(&tight), ask(&wide), "{regel}");
        assert_eq!(ask(&tight), ask(&escaped), "{regel}");
        assert_eq!(ask(&tight), ask(&format!(" \n\t{tight}\r\n ")), "{regel}");
    }
}

#[test]
fn what_is_no_single_object_is_refused() {
    for (regel, invoer) in examples() {
        for text in ["", "[", "{}{}", "nul", "{\"a\":1,}", "\u{feff}{}"] {
            assert!(toets_tekst(wet(), regel, text, d(OP)).is_err(), "{regel}: {text:?}");
        }
        let twice = format!("{invoer}{invoer}");
        assert!(toets_tekst(wet(), regel, &twice, d(OP)).is_err(), "{regel}");
    }
}

#[test]
fn a_key_that_nobody_asked_for_is_named() {
    for (regel, invoer) in examples() {
        for extra in ["Ontvangen_op", "onbekend", " ", "é"] {
            let mut more = invoer.clone();
            more[extra] = json!(null);
            assert_eq!(named(regel, &more), [extra], "{regel}");
        }
    }
}
