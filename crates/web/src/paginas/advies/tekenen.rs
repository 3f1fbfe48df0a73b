//! An advice of two: what waits for the second signature, and signing it.

use app::dossiers::Uitvoering;
use axum::extract::{Path, State};
use base::Date;
use dossier::tlv::opdracht::TekenAdvies;
use web_base::error::{Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Adviesblok, Gezien, Nee, voorgelegd};

/// An advice that one wrote and the other is asked to sign.
pub(super) struct Voorstel {
    /// What it says, and of whom it is.
    pub(super) blok: Adviesblok,
    /// This person is asked to sign; otherwise it is the own proposal.
    pub(super) te_tekenen: bool,
    /// Who is asked.
    pub(super) aan: String,
    /// It cannot be signed any more.
    pub(super) achterhaald: bool,
    /// Number of its fact: nobody signs a text that changed meanwhile.
    pub(super) volgnummer: u64,
}

/// What lies before this expert, or what this expert laid before another.
pub(super) fn voorstel(gezien: &Gezien, kijker: &Kijker, on: Date) -> Option<Voorstel> {
    let aanvraag = &gezien.aanvraag;
    let found = aanvraag.adviesvoorstel.as_ref()?;
    let own = &kijker.kijker.actor.persoon;
    let asked_in_vain = found.aan == *own && found.achterhaald;
    if asked_in_vain || found.door != *own && found.aan != *own {
        return None;
    }
    let asked = aanvraag.toewijzingen.iter().find(|toewijzing| toewijzing.persoon == found.aan);
    Some(Voorstel {
        blok: voorgelegd(aanvraag, on)?,
        te_tekenen: aanvraag.te_tekenen_door(own).is_some(),
        aan: asked.map(|toewijzing| toewijzing.naam.clone()).unwrap_or_default(),
        achterhaald: found.achterhaald,
        volgnummer: found.volgnummer,
    })
}

/// Signs the advice that the other wrote.
pub(super) async fn sign(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let gedaan = format!("{}?gedaan=advies", plek.address());
    if gezien.aanvraag.has_advies_van(&kijker.kijker.actor.persoon) {
        return Ok(redirect(&gedaan));
    }
    let draft = super::geven::draft(&gezien)?.plek.klaar();
    let uitvoering = Uitvoering { drafts_done: vec![draft], ..Uitvoering::default() };
    let voorstel = formulier.text("voorstel").parse().unwrap_or_default();
    let opdracht = TekenAdvies { aanvraag: plek.nr, voorstel };
    let done = gezien.open.doe(opdracht, uitvoering).await;
    match done {
        Ok(_) => Ok(redirect(&gedaan)),
        Err(error) => {
            let mut nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            // The form for an own advice below shows what is kept of it, not the fields of this one.
            nee.ingevuld.formulier = None;
            super::geven::page(&state, &kijker, &gezien, nee).await
        }
    }
}
