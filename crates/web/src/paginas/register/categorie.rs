//! The school of placement asks for another funding category.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien, categories};
use crate::weg::{toon, verwerk};

/// Asks which and why.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::VraagCategorieWijziging)?;
    if gezien.aanvraag.fase() != TlvFase::Gebruikt {
        return Err(Fout::NietGevonden);
    }
    toon(&gezien.werk, &stap(&state, &kijker, &gezien)?).await
}

/// Asks it.
pub(super) async fn ask(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &stap(&state, &kijker, &gezien)?, formulier).await
}

fn stap<'g>(state: &WebState, kijker: &Kijker, gezien: &'g Gezien) -> Result<Aanvraagstap<'g>, Fout> {
    let besluit = gezien.aanvraag.verleend().ok_or(Fout::NietGevonden)?;
    let categorie = &besluit.categorie.ok_or(Fout::NietGevonden)?;
    let nummer = &besluit.nummer;
    let opties = categories(&state.app.wet, kijker.moment.vandaag)
        .into_iter()
        .filter(|(code, _)| code != categorie)
        .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
        .collect();
    Ok(Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::VraagCategorieWijziging,
        titel: "Een andere categorie vragen".into(),
        vooraf: vec![
            "Past de bekostigingscategorie niet bij wat het kind op uw school nodig blijkt te hebben? Vraag dan een andere. Het samenwerkingsverband beslist erover.".to_owned(),
        ],
        feiten: Feiten::new().with("Verklaring", nummer.as_str()).with("Categorie nu", categorie.to_string()),
        velden: vec![
            Veld::radio("categorie", "Welke categorie vraagt u?", opties).required_or("Kies een categorie."),
            Veld::textarea("reden", "Waarom?", 5).required_or("Schrijf op waarom."),
        ],
        begin: Vec::new(),
        knop: "Vraag de andere categorie".into(),
        gevolg: "",
        gedaan: ("", "categorie"),
        doel: Doel::CategorieVragen,
        blad: None,
    })
}
