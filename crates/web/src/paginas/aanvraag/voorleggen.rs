//! The school lays before parents and pupil what it filled in, and asks what they think of it: nobody is asked about what they
//! cannot read.

use app::aanvraag::Aanvraagformulier;
use app::inzage::Doel;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::checklist::Stemvraag;
use web_base::error::Uitkomst;
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::open_form;
use super::versturen::GELEZEN;
use super::{Aanvraagstap, Gezien};
use crate::weg::{toon, verwerk};

/// What is told where somebody typed or added something after the page was shown.
const VERANDERD: &str =
    "De aanvraag is veranderd sinds u haar las, en is nog niet voorgelegd. Lees wat er nu staat.";

fn stap<'g>(gezien: &'g Gezien, form: &Aanvraagformulier) -> Aanvraagstap<'g> {
    Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::LegAanvraagVoor,
        titel: "De aanvraag aan ouders en leerling voorleggen".into(),
        vooraf: vec![
            "Zo lezen de ouders en de leerling wat u tot nu toe heeft ingevuld, op hun eigen pagina. Zij krijgen de vraag wat zij ervan vinden.".to_owned(),
            "Wie geen eigen pagina heeft, laat u dit op school of op papier lezen.".to_owned(),
            "Verandert u daarna nog iets? Leg de aanvraag dan opnieuw voor. Bij elk antwoord blijft staan over welke versie het gaat.".to_owned(),
        ],
        feiten: so_far(gezien, form),
        velden: vec![Veld::hidden(GELEZEN, "")],
        begin: vec![(GELEZEN.into(), form.stand())],
        knop: "Voorleggen".into(),
        gevolg: "",
        gedaan: ("", "voorleggen"),
        doel: Doel::AanvraagVoorleggen,
        blad: None,
    }
}

/// What they will read: the answers of the school, and which documents there are.
fn so_far(gezien: &Gezien, form: &Aanvraagformulier) -> Feiten {
    let own = form.antwoorden().into_iter().filter(|antwoord| Stemvraag::of(&antwoord.vraag).is_none());
    let feiten = own.fold(Feiten::new(), |feiten, antwoord| {
        feiten.with(antwoord.tekst.as_str(), antwoord.waarde.as_str())
    });
    let stukken: Vec<&str> = form.bijlagen.iter().map(|bijlage| bijlage.naam.as_str()).collect();
    let feiten = feiten.with_some("Stukken", (!stukken.is_empty()).then(|| stukken.join(", ")));
    let last = gezien
        .aanvraag
        .ligt_voor()
        .map(|laid| format!("versie {}, {}", laid.versie, base::dates::short_nl(laid.op)));
    feiten.with_some("Het laatst voorgelegd", last)
}

/// Shows what they will read.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::LegAanvraagVoor)?;
    let form = open_form(&gezien).await?;
    toon(&gezien.werk, &stap(&gezien, &form)).await
}

/// Lays it before them.
pub(super) async fn lay(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let form = open_form(&gezien).await?;
    let mut stap = stap(&gezien, &form);
    if gezien.aanvraag.ontvangen_op.is_none() && formulier.text(GELEZEN) != form.stand() {
        // What somebody typed since is laid before nobody who did not read it first: it cannot be taken back.
        stap.vooraf.insert(0, VERANDERD.to_owned());
        let mut answer = toon(&gezien.werk, &stap).await?;
        *answer.status_mut() = StatusCode::CONFLICT;
        return Ok(answer);
    }
    verwerk(&gezien.werk, &stap, formulier).await
}
