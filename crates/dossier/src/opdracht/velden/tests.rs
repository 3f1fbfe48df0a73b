use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::leven::stem::Stem;
use crate::opdracht::{OPDRACHTEN, Opdrachtnaam, daad_van, daden};
use crate::rol::Rol;

fn school() -> School {
    School {
        vestiging: "99ZZ00".parse().unwrap(),
        naam: "De Zeester".to_owned(),
        schoolsoort: verband::Schoolsoort::Basisschool,
        openbaar: true,
        bestuur: None,
        swv_po: None,
        swv_vo: None,
        postcode: None,
        plaats: String::new(),
        gemeente: None,
        adres: String::new(),
        telefoon: String::new(),
    }
}

fn at(school: Option<&School>) -> Omgeving<'_> {
    Omgeving { vandaag: "2026-03-02".parse().unwrap(), school, actor: Some(&ACTOR) }
}

/// Somebody who works at a school.
static ACTOR: LazyLock<Actor> = LazyLock::new(|| Actor {
    persoon: "00000000-0000-4000-8000-000000000002".parse().unwrap(),
    rol: Rol::Ib,
    organisatie: "school/99ZZ00".parse().unwrap(),
});

fn read(daad: &Daad, typed: &[(&str, &str)]) -> Result<Opdracht, Vec<Leesfout>> {
    let typed: BTreeMap<&str, &str> = typed.iter().copied().collect();
    let bron = |veld: &str| typed.get(veld).copied().unwrap_or_default().to_owned();
    (daad.lees)(1, &bron, &at(Some(&school())))
}

/// A text that is right in a field of this kind.
fn right(soort: Veldsoort) -> &'static str {
    match soort {
        // A line that is a postcode is any other line too.
        Veldsoort::Regel | Veldsoort::Tekst | Veldsoort::Regels => "9901 AB",
        Veldsoort::Datum => "3-3-2026",
        Veldsoort::JaNee => "nee",
        Veldsoort::Keuze(codes) => codes[0],
        Veldsoort::Vestiging => "99ZZ00",
        Veldsoort::Account => "00000000-0000-4000-8000-000000000001",
        Veldsoort::Verband => "PO9901",
        Veldsoort::Stem => "persoon-2",
        Veldsoort::Zaak => "aanmelding-2",
        Veldsoort::Nummer | Veldsoort::Aantal | Veldsoort::Nummers(_) => "2",
        // Its rows have fields of their own.
        Veldsoort::Rijen(_) => "",
    }
}

#[test]
fn every_declared_act_is_an_act_of_the_core_with_fields_of_its_own() {
    for daad in daden() {
        assert!(OPDRACHTEN.contains(&daad.naam), "{}", daad.naam);
        assert_eq!(daad_van(daad.naam).map(|found| found.naam), Some(daad.naam));
        let mut names: Vec<&str> = (daad.velden)().iter().map(|veld| veld.naam).collect();
        assert_eq!(
            names.is_empty(),
            ["laat_tlv_verlopen", "leg_aanvraag_voor", "vraag_tlv_aan"].contains(&daad.naam),
            "{}",
            daad.naam
        );
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{}: a field twice", daad.naam);
    }
    assert!(daad_van("slapen").is_none());
}

#[test]
fn every_other_act_is_made_by_its_own_page_or_by_the_program() {
    let without: Vec<&str> =
        Opdrachtnaam::ALL.iter().filter(|naam| naam.daad().is_none()).map(|naam| naam.naam()).collect();
    // Whoever adds one here says with it that no form, draft or JSON body follows from its declaration.
    assert_eq!(
        without,
        [
            "open_dossier",
            "neem_oso_over",
            "corrigeer",
            "nodig_ouder_uit",
            "sluit_ouder_aan",
            "meld_verklaring_vervallen",
            "meld_aan_inspectie",
            "gebruik_tlv"
        ]
    );
    for naam in Opdrachtnaam::ALL {
        assert_eq!(Opdrachtnaam::met_naam(naam.naam()), Some(*naam));
    }
    assert_eq!(Opdrachtnaam::met_naam("slapen"), None);
}

#[test]
fn an_act_with_every_field_right_reads_and_is_that_act() {
    for daad in daden() {
        let typed: Vec<(&str, &str)> =
            (daad.velden)().iter().map(|veld| (veld.naam, right(veld.soort))).collect();
        assert_eq!(read(daad, &typed).unwrap().naam(), daad.naam, "{typed:?}");
        let tried = (daad.proef)(1, &at(Some(&school())));
        let numbered = (daad.velden)().iter().any(|veld| veld.verplicht && veld.soort == Veldsoort::Nummer);
        let only_a_person_knows = numbered || daad.naam == "weiger";
        assert_eq!(tried.map(|act| act.naam()), (!only_a_person_knows).then_some(daad.naam), "{}", daad.naam);
    }
}

#[test]
fn what_was_filled_in_reads_back_from_the_fields_of_every_act() {
    for daad in daden() {
        let typed: Vec<(&str, &str)> =
            (daad.velden)().iter().map(|veld| (veld.naam, right(veld.soort))).collect();
        let refuse = [("grond", "andere_school"), ("motivering", "Vol.")];
        let filled = if daad.naam == "weiger" { [&typed[..], &refuse].concat() } else { typed };
        let nothing_else = (daad.proef)(1, &at(Some(&school())));
        for act in [read(daad, &filled).ok(), nothing_else].into_iter().flatten() {
            let written = act.ingevuld();
            let again: Vec<(&str, &str)> =
                written.iter().map(|(veld, text)| (veld.as_str(), text.as_str())).collect();
            assert_eq!(read(daad, &again).as_ref(), Ok(&act), "{}: {again:?}", daad.naam);
        }
    }
}

#[test]
fn each_required_field_that_is_empty_is_named_and_no_other() {
    for daad in daden() {
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
    let refuse = daad_van("weiger").unwrap();
    let named =
        |typed| -> Vec<&str> { read(refuse, typed).unwrap_err().iter().map(|fout| fout.veld).collect() };
    let another = ["schoolnaam", "bereid_op", "bewijs", "overleg_op", "overleg_met", "overleg_uitkomst"];
    assert_eq!(named(&[("grond", "andere_school"), ("motivering", "x")]), another);
    // What shows an exception is asked by its ground, which the reader does not know.
    assert!(read(refuse, &[("grond", "richting"), ("motivering", "x")]).is_ok());
    let need = daad_van("stel_behoefte_vast").unwrap();
    let wrong = read(need, &[("extra_ondersteuning", "misschien"), ("toelichting", "x")]).unwrap_err();
    assert_eq!(wrong, [Leesfout { veld: "extra_ondersteuning", wat: Mis::Leeg }]);
}

proptest! {
    #[test]
    fn no_text_at_all_breaks_a_reader(texts in proptest::collection::vec("\\PC{0,40}", 10)) {
        for daad in daden() {
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

#[test]
fn an_act_of_a_school_says_so_once_to_whoever_works_at_none() {
    let enrol = daad_van("schrijf_in").unwrap();
    let wrong = (enrol.lees)(0, &|_| "3-3-2026".to_owned(), &at(None)).unwrap_err();
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert_eq!(wrong[0].veld, "vestiging");
    assert!((enrol.proef)(0, &at(None)).is_none());
}

#[test]
fn people_are_named_by_number_and_a_box_of_a_form_belongs_to_their_field() {
    let secret = daad_van("zet_geheimhouding").unwrap();
    let typed = [("geheim", "ja"), ("bron", "BRP"), ("voor_personen", "2\n5")];
    let Ok(Opdracht::ZetGeheimhouding(read)) = read(secret, &typed) else { panic!("read") };
    assert_eq!(read.voor_personen, [2, 5]);
    let velden = (secret.velden)();
    let field = |naam: &str| velden.iter().find(|veld| veld.is_van(naam)).map(|veld| veld.naam);
    assert_eq!(field("voor_persoon_2"), Some("voor_personen"));
    assert_eq!((field("voor_persoon_x"), field("bron"), field("kleur")), (None, Some("bron"), None));
}

#[test]
fn what_follows_from_who_acts_is_not_typed() {
    let view = daad_van("geef_zienswijze").unwrap();
    let typed = [("van", "persoon-2"), ("eens", "nee"), ("namens", "nee")];
    let Ok(Opdracht::GeefZienswijze(read)) = read(view, &typed) else { panic!("read") };
    assert_eq!((read.van, read.eens), (Stem::Persoon(2), Some(false)));
    assert!(read.namens, "a school speaks for somebody");
    let parent = Actor { rol: Rol::Ouder, ..ACTOR.clone() };
    let omgeving = Omgeving { actor: Some(&parent), ..at(None) };
    let own =
        (view.lees)(1, &|naam| if naam == "van" { "persoon-2".to_owned() } else { String::new() }, &omgeving);
    let Ok(Opdracht::GeefZienswijze(own)) = own else { panic!("read") };
    assert!(!own.namens && own.eens.is_none());
}

#[test]
fn an_answer_that_is_none_of_the_choices_is_wrong_and_not_unsaid() {
    let view = daad_van("geef_zienswijze").unwrap();
    for (eens, said) in [("ja", Some(true)), ("nee", Some(false)), ("geen", None), (" ", None)] {
        let read = read(view, &[("van", "leerling"), ("eens", eens)]);
        let Ok(Opdracht::GeefZienswijze(read)) = read else { panic!("read") };
        assert_eq!(read.eens, said, "{eens}");
    }
    let name = [("per", "2026-03-02"), ("roepnaam", "Robin"), ("achternaam", "Zeehond")];
    for (act, typed, veld) in
        [("geef_zienswijze", &[("van", "leerling")][..], "eens"), ("wijzig_naam", &name[..], "geslacht")]
    {
        let daad = daad_van(act).unwrap();
        assert!(read(daad, typed).is_ok(), "{act}: it may stay empty");
        let typed: Vec<(&str, &str)> = typed.iter().copied().chain([(veld, "misschien")]).collect();
        let wrong = read(daad, &typed).unwrap_err();
        assert_eq!(wrong.iter().map(|fout| fout.veld).collect::<Vec<_>>(), [veld], "{act}");
    }
}

#[test]
fn an_advice_is_signed_by_whoever_writes_it_and_the_other_only_by_name() {
    let advise = daad_van("breng_advies_uit").unwrap();
    let typed = [("uitkomst", "toelaatbaar"), ("tekst", "Rust.")];
    let Ok(Opdracht::BrengAdviesUit(alone)) = read(advise, &typed) else { panic!("read") };
    assert_eq!(alone.door, std::slice::from_ref(&ACTOR.persoon));
    let other = "00000000-0000-4000-8000-000000000003";
    let typed = [("uitkomst", "toelaatbaar"), ("tekst", "Rust."), ("samen_met", other)];
    let Ok(Opdracht::BrengAdviesUit(both)) = read(advise, &typed) else { panic!("read") };
    assert_eq!(both.door, [ACTOR.persoon.clone(), other.parse().unwrap()]);
}

#[test]
fn a_refusal_asks_no_days_and_a_grant_does() {
    let decide = daad_van("neem_besluit").unwrap();
    assert!(read(decide, &[("uitspraak", "weiger"), ("motivering", "x")]).is_ok());
    let wrong = read(decide, &[("uitspraak", "verleen"), ("motivering", "x")]).unwrap_err();
    assert_eq!(wrong.iter().map(|fout| fout.veld).collect::<Vec<_>>(), ["van", "tot_en_met"]);
}
