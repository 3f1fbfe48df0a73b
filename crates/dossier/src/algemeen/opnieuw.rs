//! What parents decided together is asked again, where one of them stood as dead meanwhile and had not died: who has authority decides
//! with the other (BW 1:251, 1:253a), and a mistake of the school takes nobody's word away.

use std::sync::Arc;

use crate::aanmelding::keuze::{OuderKoos, Ouderkeuze, Ouderwoord};
use crate::algemeen::correctie::{effective, taken_back};
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::leven::feiten::{Overleden, Overledene};
use crate::opdracht::{Besluitvorming, Vaststelling};
use crate::rol::Rol;
use crate::staat::{Dossier, Feit};

/// What follows from taking back the death of somebody around the child: what the others decided since, at the school that was mistaken,
/// counts as the word of who gave it, and waits for who was passed over.
pub(super) fn gevraagd(
    dossier: &Dossier,
    (dood, waarom): (&Feit, &str),
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    let died = dood.gebeurtenis().and_then(Overleden::uit);
    let Some(Overledene::Persoon(nr)) = died.map(|died| died.wie) else { return Vec::new() };
    let had = dossier.personen.iter().any(|persoon| persoon.nr == nr && persoon.relatie.has_gezag());
    let later = dossier.feiten.iter().map(Arc::as_ref).filter(|feit| feit.volgnummer > dood.volgnummer);
    let own = later.filter(|feit| had && feit.holder == ctx.actor.organisatie);
    own.flat_map(|feit| again(dossier, (feit, nr, waarom), ctx)).collect()
}

/// A choice that was made without this person: what was recorded by it goes, and the word of who decided alone stays.
fn again(
    dossier: &Dossier,
    (feit, nr, waarom): (&Feit, u32, &str),
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    let Some((aanmelding, keuze, woorden)) = effective(dossier, feit).as_ref().and_then(made) else {
        return Vec::new();
    };
    let Some(about) = dossier.aanmelding(aanmelding) else { return Vec::new() };
    let said = about.gezegd(keuze);
    if said.iter().any(|said| said.van == nr) {
        return Vec::new();
    }
    let at_once = dossier.vastgelegd_met(feit).into_iter();
    let mut events: Vec<Vaststelling> = at_once
        .filter(|one| one.volgnummer <= feit.volgnummer && is_consequence(one, feit))
        .map(|one| Vaststelling::new(ctx.vandaag, dossier, ctx, taken_back(one.volgnummer, waarom)))
        .collect();
    // Whoever decided alone was not recorded by name: nobody else was there.
    let alone = dossier.beslissen_samen(ctx.vandaag);
    if let ([who], true) = (&alone[..], said.is_empty()) {
        let word = OuderKoos {
            aanmelding,
            keuze,
            van: who.nr,
            woord: Ouderwoord::Ja,
            toelichting: woorden,
            namens: feit.actor.rol != Rol::Ouder,
            grond: None,
            gerecht: String::new(),
            uitspraak_op: None,
        };
        events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, word));
    }
    events
}

/// The choice by which a registration ended, with the words.
fn made(event: &Gebeurtenis) -> Option<(u32, Ouderkeuze, String)> {
    if let Gebeurtenis::AanbodAanvaard(yes) = event {
        return Some((yes.aanmelding, Ouderkeuze::Aanbod(yes.aanbod), yes.toelichting.clone()));
    }
    let Gebeurtenis::AanmeldingIngetrokken(withdrawn) = event else { return None };
    Some((withdrawn.aanmelding, Ouderkeuze::Intrekken, withdrawn.reden.clone()))
}

/// Recorded with that choice: itself, and that a temporary place ends with the registration.
fn is_consequence(one: &Feit, choice: &Feit) -> bool {
    one.volgnummer == choice.volgnummer
        || matches!(
            one.gebeurtenis(),
            Some(Gebeurtenis::TijdelijkePlaatsingGeeindigd(_) | Gebeurtenis::Uitgeschreven(_))
        )
}
