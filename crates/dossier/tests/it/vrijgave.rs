//! Reasons that whoever wrote them released for a parent from whom it is secret where the child is.

use std::collections::BTreeSet;
use std::sync::Arc;

use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::vrijgave::GeefTekstVrij;
use dossier::gebeurtenis::{EVENT_TYPES, Gebeurtenis};
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::Feit;
use dossier::verwijdering::opdracht::BeeindigSchorsing;

use crate::gegeven::{WATERJUFFER, Zaak, d, directie, ib, ingeschreven, ouder_met_gezag, schors};
use crate::herroepen::schorsing_met_reden;
use crate::verhalen::alle;

fn geheim(geheim: bool) -> ZetGeheimhouding {
    ZetGeheimhouding { geheim, voor_personen: vec![2], bron: "BRP".into() }
}

fn vrij(volgnummer: u64, nr: u32) -> GeefTekstVrij {
    GeefTekstVrij { volgnummer, voor_personen: vec![nr] }
}

/// Given Sam at De Waterjuffer, with a second parent from whom it is secret where he is; he is suspended.
fn geschorst() -> (Zaak, u64) {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer B. Mistral")).doe(geheim(true));
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    let nr = zaak.dossier.versie;
    (zaak, nr)
}

pub(crate) fn een_verhaal() -> Zaak {
    let (mut zaak, nr) = geschorst();
    zaak.doe(vrij(nr, 2));
    // It ends on the day after.
    zaak.doe(BeeindigSchorsing { schorsing: 1, terug_op: d("2026-03-03"), reden: "Er is een plan.".into() });
    zaak
}

#[test]
fn reasons_are_released_for_who_may_not_know_where_the_child_is_and_for_nobody_else() {
    let (mut zaak, nr) = geschorst();
    assert!(!zaak.dossier.is_vrijgegeven(nr, 2), "not before somebody says so");
    assert_eq!(zaak.dossier.vrij_te_geven(&directie(WATERJUFFER).organisatie).len(), 1);
    zaak.weigert(vrij(nr, 1)).veld("voor_personen");
    zaak.weigert(GeefTekstVrij { volgnummer: nr, voor_personen: Vec::new() }).veld("voor_personen");
    zaak.weigert(vrij(nr - 1, 2)).veld("volgnummer");
    zaak.doe(vrij(nr, 2)).dan_is_vastgelegd(&["tekst_vrijgegeven"]);
    assert!(zaak.dossier.is_vrijgegeven(nr, 2) && !zaak.dossier.is_vrijgegeven(nr, 1));
    assert_eq!(zaak.dossier.vrijgegeven_teksten(2), ["Na een gevecht op het plein."]);
    zaak.weigert(vrij(nr, 2)).veld("voor_personen");
    assert!(zaak.dossier.vrij_te_geven(&directie(WATERJUFFER).organisatie).is_empty());
}

#[test]
fn what_was_written_before_the_places_were_secret_is_released_by_nobody() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer B. Mistral"));
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    let nr = zaak.dossier.versie;
    zaak.weigert(vrij(nr, 2)).veld("voor_personen");
    zaak.als(ib(WATERJUFFER)).doe(geheim(true));
    zaak.als(directie(WATERJUFFER)).weigert(vrij(nr, 2)).veld("voor_personen");
}

#[test]
fn a_release_ends_where_it_is_taken_back_or_the_secrecy_began_anew() {
    let (mut zaak, nr) = geschorst();
    zaak.doe(vrij(nr, 2));
    let given = zaak.dossier.versie;
    zaak.als(ib(WATERJUFFER)).doe(geheim(false)).doe(geheim(true));
    assert!(!zaak.dossier.is_vrijgegeven(nr, 2), "it was secret by another word when this was written");
    let (mut zaak, nr) = geschorst();
    zaak.doe(vrij(nr, 2));
    zaak.doe(Corrigeer { volgnummer: given, waarom: "Er staat toch een straat in.".into(), nieuw: None });
    assert!(!zaak.dossier.is_vrijgegeven(nr, 2));
    zaak.doe(vrij(nr, 2));
    assert!(zaak.dossier.is_vrijgegeven(nr, 2));
}

#[test]
fn a_text_that_was_put_right_is_no_longer_released() {
    let (mut zaak, nr) = geschorst();
    zaak.doe(vrij(nr, 2));
    let nieuw = schors("2026-03-02", "2026-03-03");
    let nieuw =
        dossier::verwijdering::opdracht::Schors { redenen: "Op het plein aan de Dijk.".into(), ..nieuw };
    zaak.doe(Corrigeer {
        volgnummer: nr,
        waarom: "Het was anders.".into(),
        nieuw: Some(Box::new(nieuw.into())),
    });
    assert!(!zaak.dossier.is_vrijgegeven(nr, 2));
    assert!(zaak.dossier.vrijgegeven_teksten(2).is_empty());
}

#[test]
fn the_reasons_that_can_be_released_stand_in_their_facts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut found = 0;
    for (event_type, version) in EVENT_TYPES {
        let text = std::fs::read_to_string(folder.join(format!("{event_type}.v{version}.json")));
        let text = text.expect("a golden file");
        let fact = Gebeurtenis::decode(event_type, *version, text.as_bytes()).expect("a fact");
        let Some(place) = fact.plek_van_redenen() else { continue };
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(fact.redenen().is_some());
        assert_eq!(value.pointer(&place).and_then(serde_json::Value::as_str), fact.redenen(), "{event_type}");
        found += 1;
    }
    assert!(found >= 17, "{found}: a card lost its reasons");
}

#[test]
fn an_act_that_writes_reasons_says_so_and_no_other() {
    let mut wrote: BTreeSet<Opdrachtnaam> = BTreeSet::new();
    for zaak in alle() {
        // One that follows from another act has none.
        let has = |feit: &&Arc<Feit>| {
            feit.gebeurtenis().and_then(|fact| fact.redenen()).is_some_and(|redenen| !redenen.is_empty())
        };
        let with = zaak.dossier.feiten.iter().filter(has);
        wrote.extend(with.filter_map(|feit| feit.daad.map(|plek| plek.daad)));
    }
    let says: BTreeSet<Opdrachtnaam> =
        Opdrachtnaam::ALL.iter().copied().filter(|naam| naam.schrijft_redenen()).collect();
    assert_eq!(wrote, says);
}

#[test]
fn why_a_decision_was_revoked_can_be_released() {
    let (mut zaak, _) = geschorst();
    zaak.als(directie(WATERJUFFER)).doe(schorsing_met_reden("Er was niet naar haar gevraagd."));
    let nr = zaak.dossier.versie;
    zaak.doe(vrij(nr, 2));
    assert!(zaak.dossier.vrijgegeven_teksten(2).contains(&"Er was niet naar haar gevraagd.".to_owned()));
}
