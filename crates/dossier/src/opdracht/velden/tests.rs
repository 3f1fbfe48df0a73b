use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::opdracht::{DADEN, OPDRACHTEN, daad_van};

fn read(daad: &Daad, typed: &[(&str, &str)]) -> Result<Opdracht, Vec<Leesfout>> {
    let typed: BTreeMap<&str, &str> = typed.iter().copied().collect();
    (daad.lees)(1, &|veld| typed.get(veld).copied().unwrap_or_default().to_owned())
}

/// A text that is right in a field of this kind.
fn right(soort: Veldsoort) -> &'static str {
    match soort {
        Veldsoort::Regel | Veldsoort::Tekst | Veldsoort::Regels => "proef",
        Veldsoort::Datum => "3-3-2026",
        Veldsoort::JaNee => "nee",
        Veldsoort::Keuze(codes) => codes[0],
        Veldsoort::Vestiging => "99ZZ00",
        Veldsoort::Nummer => "2",
    }
}

#[test]
fn every_declared_act_is_an_act_of_the_core_with_fields_of_its_own() {
    for daad in DADEN {
        assert!(OPDRACHTEN.contains(&daad.naam), "{}", daad.naam);
        assert_eq!(daad_van(daad.naam).map(|found| found.naam), Some(daad.naam));
        let mut names: Vec<&str> = (daad.velden)().iter().map(|veld| veld.naam).collect();
        assert!(!names.is_empty(), "{}", daad.naam);
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{}: a field twice", daad.naam);
    }
    assert!(daad_van("slapen").is_none());
}

#[test]
fn an_act_with_every_field_right_reads_and_is_that_act() {
    for daad in DADEN {
        let typed: Vec<(&str, &str)> =
            (daad.velden)().iter().map(|veld| (veld.naam, right(veld.soort))).collect();
        assert_eq!(read(daad, &typed).unwrap().naam(), daad.naam);
        let today = "2026-03-02".parse().unwrap();
        assert_eq!((daad.proef)(1, today).naam(), daad.naam);
    }
}

#[test]
fn each_required_field_that_is_empty_is_named_and_no_other() {
    for daad in DADEN {
        let velden = (daad.velden)();
        let required: Vec<&str> = velden.iter().filter(|veld| veld.verplicht).map(|veld| veld.naam).collect();
        let wrong = read(daad, &[]).err().unwrap_or_default();
        let named: Vec<&str> = wrong.iter().map(|fout| fout.veld).collect();
        assert_eq!(named, required, "{}", daad.naam);
        assert!(wrong.iter().all(|fout| fout.wat == Mis::Leeg));
    }
}

#[test]
fn what_is_no_date_or_code_is_said_with_what_was_typed() {
    let admit = daad_van("laat_toe").unwrap();
    let wrong = read(admit, &[("per", "31-2-2026")]).unwrap_err();
    assert_eq!(wrong, [Leesfout { veld: "per", wat: Mis::GeenDatum("31-2-2026".to_owned()) }]);
    let offer = daad_van("doe_aanbod").unwrap();
    let wrong = read(offer, &[("andere_vestiging", "geen code")]).unwrap_err();
    assert!(wrong.iter().any(|fout| fout.veld == "andere_vestiging" && matches!(fout.wat, Mis::Vorm(_))));
    let need = daad_van("stel_behoefte_vast").unwrap();
    let wrong = read(need, &[("extra_ondersteuning", "misschien"), ("toelichting", "x")]).unwrap_err();
    assert_eq!(wrong, [Leesfout { veld: "extra_ondersteuning", wat: Mis::Leeg }]);
}

proptest! {
    #[test]
    fn no_text_at_all_breaks_a_reader(texts in proptest::collection::vec("\\PC{0,40}", 10)) {
        for daad in DADEN {
            let velden = (daad.velden)();
            let typed: Vec<(&str, &str)> =
                velden.iter().zip(&texts).map(|(veld, text)| (veld.naam, text.as_str())).collect();
            // Read or named: a wrong field is always one of the act.
            if let Err(wrong) = read(daad, &typed) {
                prop_assert!(wrong.iter().all(|fout| velden.iter().any(|veld| veld.naam == fout.veld)));
            }
        }
    }
}
