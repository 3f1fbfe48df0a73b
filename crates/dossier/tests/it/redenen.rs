//! A reason says something: one letter is none. How much is asked, the policy may raise.

use dossier::aanmelding::afloop::Weiger;
use dossier::aanmelding::opdracht::VerlengBeslistermijn;
use dossier::algemeen::correctie::Corrigeer;
use dossier::tlv::besluit::NeemBesluit;
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use verband::Beleid;
use verband::grenzen::MINSTE_LETTERS_REDEN;

use crate::gegeven::{
    SWV_PO, Zaak, aangemeld, aangevraagd, behoefte_vastgesteld, besluitnemer, geadviseerd, uitzondering,
    verleen, weiger,
};

/// What the school answers when it extends the term for this reason.
fn extends(zaak: &Zaak, reden: &str) -> Result<(), Option<&'static str>> {
    let act = VerlengBeslistermijn { aanmelding: 1, weken: 2, reden: reden.into() };
    zaak.vraag(act).map(|_| ()).map_err(|refusal| refusal.veld)
}

fn onder(minste_letters_reden: u16, mut zaak: Zaak) -> Zaak {
    zaak.onder(Beleid { minste_letters_reden, ..Beleid::default() });
    zaak
}

#[test]
fn a_reason_of_a_few_letters_is_refused_and_a_policy_asks_for_more() {
    let usual = onder(MINSTE_LETTERS_REDEN, behoefte_vastgesteld());
    let (short, enough) = ("x".repeat(9), "x".repeat(10));
    for no in ["x", "?", "          ", "- - - - - - - - - - -", short.as_str()] {
        assert_eq!(extends(&usual, no), Err(Some("reden")), "{no}");
    }
    assert_eq!(extends(&usual, &enough), Ok(()));
    let strict = onder(40, behoefte_vastgesteld());
    assert_eq!(extends(&strict, &enough), Err(Some("reden")));
    assert_eq!(extends(&strict, "Het verslag van de peuterspeelzaal komt pas volgende week."), Ok(()));
}

#[test]
fn what_is_decided_or_put_right_has_a_reason_that_says_something() {
    let registered = onder(MINSTE_LETTERS_REDEN, aangemeld());
    registered.weigert(Corrigeer { volgnummer: 1, waarom: "fout".into(), nieuw: None }).veld("waarom");
    let mut late = onder(MINSTE_LETTERS_REDEN, behoefte_vastgesteld());
    late.op("2026-03-09");
    let ground = || uitzondering("geen_plaatsruimte_po");
    late.weigert(Weiger { motivering: "Vol.".into(), ..weiger(ground()) }).veld("motivering");
    late.doe(weiger(ground()));
    let asked = onder(MINSTE_LETTERS_REDEN, aangevraagd());
    asked.weigert(TrekTlvAanvraagIn { aanvraag: 1, reden: "x".into() }).veld("reden");
    let mut advised = onder(MINSTE_LETTERS_REDEN, geadviseerd());
    advised
        .als(besluitnemer(SWV_PO))
        .weigert(NeemBesluit { motivering: "Ja.".into(), ..verleen() })
        .veld("motivering");
    advised.doe(verleen());
}
