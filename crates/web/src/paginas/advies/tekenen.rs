//! An advice of two: what waits for the second signature, and signing it.

use app::dossiers::Uitvoering;
use axum::extract::{Path, State};
use base::Date;
use dossier::opdracht::tlv::TekenAdvies;

use crate::error::{Uitkomst, redirect};
use crate::form::Formulier;
use crate::paginas::aanvraag::{Adviesblok, Gezien, Nee, Plek, expected, voorgelegd};
use crate::session::Kijker;
use crate::state::WebState;

/// An advice that one wrote and the other is asked to sign.
pub(super) struct Voorstel {
    /// What it says, and of whom it is.
    pub(super) blok: Adviesblok,
    /// This person is asked to sign; otherwise it is the own proposal.
    pub(super) te_tekenen: bool,
    /// Who is asked.
    pub(super) aan: String,
    /// The version of the file in which it was read: nobody signs a text that changed meanwhile.
    pub(super) versie: u64,
}

/// What lies before this expert, or what this expert laid before another.
pub(super) fn voorstel(gezien: &Gezien, kijker: &Kijker, on: Date) -> Option<Voorstel> {
    let aanvraag = &gezien.aanvraag;
    let found = aanvraag.adviesvoorstel.as_ref()?;
    let own = &kijker.kijker.actor.persoon;
    if found.door != *own && found.aan != *own {
        return None;
    }
    let asked = aanvraag.toewijzingen.iter().find(|toewijzing| toewijzing.persoon == found.aan);
    Some(Voorstel {
        blok: voorgelegd(aanvraag, on)?,
        te_tekenen: found.aan == *own,
        aan: asked.map(|toewijzing| toewijzing.naam.clone()).unwrap_or_default(),
        versie: gezien.beeld.versie,
    })
}

/// Signs the advice that the other wrote.
pub(super) async fn sign(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let plek = Plek::parse(&parts)?;
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    let opdracht = TekenAdvies { aanvraag: plek.nr };
    let done = state
        .app
        .execute(&kijker.kijker, kijker.moment, &plek.nummer, vec![opdracht.into()], uitvoering)
        .await;
    match done {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=advies", plek.address()))),
        Err(error) => {
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            super::geven::page(&state, &kijker, &plek, nee).await
        }
    }
}
