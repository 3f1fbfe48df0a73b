//! The school takes a request back.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use web_base::error::Uitkomst;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{Aanvraagstap, Gezien};
use crate::weg::{toon, verwerk};

fn stap(gezien: &Gezien) -> Aanvraagstap<'_> {
    let sent = gezien.aanvraag.ontvangen_op.is_some();
    let vooraf = if sent {
        "De aanvraag ligt bij het samenwerkingsverband. Trekt u de aanvraag in, dan beslist het er niet meer over."
    } else {
        "De aanvraag is nog niet verstuurd. Trekt u de aanvraag in, dan blijft in het dossier staan dat u eraan begon."
    };
    let reden = Veld::textarea("reden", "Waarom trekt u de aanvraag in?", 4)
        .required_or("Schrijf op waarom u de aanvraag intrekt.");
    Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::TrekTlvAanvraagIn,
        titel: "Aanvraag intrekken".into(),
        vooraf: vec![vooraf.to_owned()],
        feiten: Feiten::new(),
        velden: vec![reden],
        begin: Vec::new(),
        knop: "Aanvraag intrekken".into(),
        gevolg: "",
        gedaan: ("", "ingetrokken"),
        doel: Doel::AanvraagIntrekken,
        blad: None,
    }
}

/// Asks why.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::TrekTlvAanvraagIn)?;
    toon(&gezien.werk, &stap(&gezien)).await
}

/// Takes it back.
pub(super) async fn withdraw(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&gezien), formulier).await
}
