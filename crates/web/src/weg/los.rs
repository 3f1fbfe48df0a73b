//! A form that is about no file: what every one of them does with what was sent, before it is carried out.

use axum::response::Response;
use teksten::Taal;
use web_base::error::{Fout, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::session::Kijker;

use super::concept::Conceptvak;
use super::gang::must_be_of;
use super::rijen;
use super::stand::clash_errors;
use super::stap::Wens;

/// What is left to do with a form that was sent.
pub(crate) enum Rest {
    /// Nothing: it was kept or thrown away, and this says so.
    Klaar(Response),
    /// Show it again: looked at, or kept but for what was changed meanwhile in another window.
    Tonen(Ingevuld),
    /// Carry it out.
    Doen(Formulier),
}

/// Whether a form of which nothing is kept was sent to look at it alone: a school that is searched, a row more or less.
pub(crate) async fn kijkt(formulier: &mut Formulier, taal: Taal) -> Result<bool, Fout> {
    match Wens::of(formulier) {
        Wens::Kijken => rijen::haal_weg(None, formulier, taal).await.map(|_| true),
        Wens::Doen | Wens::Bewaren | Wens::Weggooien => Ok(false),
    }
}

/// Takes a form that was sent: of whoever opened it, and by the button that was pressed.
pub(crate) async fn neem(
    plek: &Conceptvak,
    kijker: &Kijker,
    mut formulier: Formulier,
    pad: &str,
) -> Result<Rest, Fout> {
    must_be_of(&kijker.kijker, &formulier)?;
    Ok(match Wens::of(&formulier) {
        Wens::Doen => Rest::Doen(formulier),
        Wens::Kijken => {
            let fouten = rijen::haal_weg(Some(plek), &mut formulier, kijker.taal()).await?;
            Rest::Tonen(Ingevuld { formulier: Some(formulier), fouten })
        }
        Wens::Weggooien => {
            plek.forget().await?;
            Rest::Klaar(redirect(pad))
        }
        Wens::Bewaren => {
            let clashes = plek.keep_all(&formulier).await?;
            if clashes.is_empty() {
                let next = if pad.contains('?') { "&" } else { "?" };
                Rest::Klaar(redirect(&format!("{pad}{next}na=bewaard")))
            } else {
                Rest::Tonen(Ingevuld::refused(formulier, clash_errors(&clashes, kijker.taal())))
            }
        }
    })
}
