//! Taking the own advice back, to advise anew before the decision.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use web_base::error::Uitkomst;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{toon, verwerk};

fn stap(gezien: &Gezien) -> Aanvraagstap<'_> {
    let waarom = Veld::textarea("waarom", "Wat klopt er niet?", 4)
        .required_or("Schrijf op wat er niet klopt in uw advies.");
    Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::HerzieAdvies,
        titel: "Advies herzien".into(),
        vooraf: vec![
            "U neemt uw advies terug en geeft daarna een nieuw advies. Dat kan tot er is beslist.".to_owned(),
            "Gaf u het advies samen met een ander? Dan tekent u allebei opnieuw.".to_owned(),
        ],
        feiten: Feiten::new(),
        velden: vec![waarom],
        begin: Vec::new(),
        knop: "Advies terugnemen".into(),
        gevolg: "Het oude advies en wat u hier opschrijft, blijven te lezen, ook voor de ouders. Van het nieuwe advies krijgen zij een afschrift.",
        gedaan: ("/advies", "teruggenomen"),
        doel: Doel::AdviesGeven,
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
    gezien.must(Opdrachtnaam::HerzieAdvies)?;
    toon(&gezien.werk, &stap(&gezien)).await
}

/// Takes it back.
pub(super) async fn take_back(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&gezien), formulier).await
}
