//! What was asked of the school is not needed any more: the samenwerkingsverband says so, and the clock runs on.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{toon, verwerk};

const ACT: Opdrachtnaam = Opdrachtnaam::LaatAanvullingVervallen;

/// Asks why.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(ACT)?;
    let waits = gezien.aanvraag.fase_op(kijker.moment.vandaag) == TlvFase::WachtOpAanvulling;
    if !gezien.by_swv(&kijker) || !waits {
        return Err(Fout::NietGevonden);
    }
    toon(&gezien.werk, &stap(&gezien)).await
}

/// Records it.
pub(super) async fn drop_it(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&gezien), formulier).await
}

fn stap(gezien: &Gezien) -> Aanvraagstap<'_> {
    let asked = gezien.aanvraag.open_aanvulling().map(|asked| asked.wat.join("; "));
    Aanvraagstap {
        gezien,
        opdracht: ACT,
        titel: "De aanvulling is niet meer nodig".into(),
        vooraf: vec!["U vroeg de school om een aanvulling. Kunt u toch zonder beslissen? Dan loopt de termijn vanaf vandaag weer.".to_owned()],
        feiten: Feiten::new().with_some("Gevraagd", asked),
        velden: vec![
            Veld::textarea("waarom", "Waarom is de aanvulling niet meer nodig?", 3)
                .hint("De school en de ouders lezen dit op hun pagina.")
                .required_or("Schrijf op waarom de aanvulling niet meer nodig is."),
        ],
        begin: Vec::new(),
        knop: "Leg vast".into(),
        gevolg: "De school hoeft dan niets meer te sturen.",
        gedaan: ("", "vervallen"),
        doel: Doel::Aanvulling,
        blad: None,
    }
}
