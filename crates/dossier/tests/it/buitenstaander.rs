//! Who has no part in a case does nothing in it, whatever role they have: the second wall, behind the access matrix.

use base::Organisatiesoort;
use dossier::rol::Rol;

use crate::gegeven::{aangemeld, aangevraagd, actor, behoefte, vraag_aanvulling};

/// Kinds of organisation that have no case of their own.
fn outsiders() -> impl Iterator<Item = String> {
    let has_a_part = |kind: &Organisatiesoort| {
        matches!(kind, Organisatiesoort::School | Organisatiesoort::Swv | Organisatiesoort::Gezin)
    };
    let others = Organisatiesoort::ALL.iter().filter(move |kind| !has_a_part(kind));
    others.map(|kind| format!("{}/0034", kind.code()))
}

#[test]
fn a_board_a_municipality_or_a_service_does_nothing_in_the_case_of_a_school_or_partnership() {
    assert_eq!(outsiders().count(), 6);
    for organisatie in outsiders() {
        let mut registered = aangemeld();
        registered.als(actor("p-9", Rol::Ib, &organisatie)).weigert(behoefte(true)).met("andere_organisatie");
        let mut asked = aangevraagd();
        asked.als(actor("p-9", Rol::Loket, &organisatie));
        asked.weigert(vraag_aanvulling("2026-03-16")).met("andere_organisatie");
    }
}
