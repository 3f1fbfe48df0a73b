//! The school says how it goes on after a request that brought no place.

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
    let hoe = Veld::textarea("hoe", "Hoe gaat het verder?", 5)
        .hint("Bijvoorbeeld: welke hulp het kind nu krijgt, op welke school, en wanneer u opnieuw kijkt.")
        .required_or("Schrijf op hoe het verder gaat.");
    Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::BepaalVervolg,
        titel: "Wij gaan verder zonder".into(),
        vooraf: vec![
            "Met deze aanvraag komt er geen plek, of de verklaring loopt af. Het kind is op uw school: u zegt hoe het verder gaat.".to_owned(),
            "Is er toch een verklaring nodig? Begin dan een nieuwe aanvraag. Dan hoeft u hier niets in te vullen.".to_owned(),
        ],
        feiten: Feiten::new(),
        velden: vec![hoe],
        begin: Vec::new(),
        knop: "Vastleggen".into(),
        gevolg: "De ouders en wie deze aanvraag mag lezen, lezen dit mee.",
        gedaan: ("", "vervolg"),
        doel: Doel::AanvraagVervolg,
        blad: None,
    }
}

/// Asks how.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::BepaalVervolg)?;
    toon(&gezien.werk, &stap(&gezien)).await
}

/// Records it.
pub(super) async fn say(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&gezien), formulier).await
}
