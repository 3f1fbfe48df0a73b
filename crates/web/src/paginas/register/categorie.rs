//! The school of placement asks for another funding category.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use web_base::error::Fout;
use web_base::onderdelen::{Feiten, Optie, Veld};

use crate::paginas::aanvraag::{Aanvraagstap, Gezien, categories};
use crate::weg::{Aan, Gemaakt, Stap};

/// Which and why; for a declaration that is used.
pub(super) fn stap<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    if aan.is_none() && gezien.aanvraag.fase() != TlvFase::Gebruikt {
        return Err(Fout::NietGevonden);
    }
    let besluit = gezien.aanvraag.verleend().ok_or(Fout::NietGevonden)?;
    let categorie = &besluit.categorie.ok_or(Fout::NietGevonden)?;
    let nummer = &besluit.nummer;
    let opties = categories(&gezien.werk.state.app.wet, gezien.werk.vandaag())
        .into_iter()
        .filter(|(code, _)| code != categorie)
        .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
        .collect();
    Aanvraagstap {
        titel: "Een andere categorie vragen".into(),
        vooraf: vec![
            "Past de bekostigingscategorie niet bij wat het kind op uw school nodig blijkt te hebben? Vraag dan een andere. Het samenwerkingsverband beslist erover.".to_owned(),
        ],
        feiten: Feiten::new().with("Verklaring", nummer.as_str()).with("Categorie nu", categorie.to_string()),
        velden: vec![
            Veld::radio("categorie", "Welke categorie vraagt u?", opties).required_or("Kies een categorie."),
            Veld::textarea("reden", "Waarom?", 5).required_or("Schrijf op waarom."),
        ],
        knop: "Vraag de andere categorie".into(),
        gedaan: ("", "categorie"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::VraagCategorieWijziging, Doel::CategorieVragen)
    }
    .klaar()
}
