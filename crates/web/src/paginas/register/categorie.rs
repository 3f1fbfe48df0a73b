//! The school of placement asks for another funding category.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::opdracht::velden::Omgeving;
use dossier::staat::{Besluit, TlvFase};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Link, Optie, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanmelding::daad;
use crate::paginas::aanvraag::{Gezien, Nee, Stap, categories, once};

/// Asks which and why.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&state, &kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

async fn page(state: &WebState, kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("vraag_categorie_wijziging")?;
    gezien.toon(Doel::CategorieVragen).await?;
    let plek = &gezien.plek;
    if gezien.aanvraag.fase() != TlvFase::Gebruikt {
        return Err(Fout::NietGevonden);
    }
    let Some(Besluit::Verleend { categorie: Some(categorie), nummer, .. }) = &gezien.aanvraag.besluit else {
        return Err(Fout::NietGevonden);
    };
    let opties = categories(&state.app.wet, kijker.moment.vandaag)
        .into_iter()
        .filter(|(code, _)| code != categorie)
        .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
        .collect();
    let velden = fields(opties).map(|veld| veld.filled(&nee.ingevuld)).into_iter();
    let velden = velden.chain([Veld::hidden("versie", gezien.beeld().versie.to_string())]).collect();
    Stap {
        pagina: gezien.page_below(kijker, "Een andere categorie vragen").narrow(),
        actie: plek.below("categorie"),
        vooraf: vec![
            "Past de bekostigingscategorie niet bij wat het kind op uw school nodig blijkt te hebben? Vraag dan een andere. Het samenwerkingsverband beslist erover.".to_owned(),
        ],
        feiten: Feiten::new().with("Verklaring", nummer.as_str()).with("Categorie nu", categorie.to_string()),
        velden,
        knop: "Vraag de andere categorie",
        gevolg: String::new(),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        bestanden: false,
        nee,
    }
    .answer()
}

fn fields(opties: Vec<Optie>) -> [Veld; 2] {
    [
        Veld::radio("categorie", "Welke categorie vraagt u?", opties).required_or("Kies een categorie."),
        Veld::textarea("reden", "Waarom?", 5).required_or("Schrijf op waarom."),
    ]
}

/// Asks it.
pub(super) async fn ask(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
    let omgeving = Omgeving { vandaag: kijker.moment.vandaag, school: school.as_ref() };
    let act = "vraag_categorie_wijziging";
    let opdracht = match daad::lees_velden(act, plek.nr, &fields(Vec::new()), &formulier, &omgeving) {
        Ok(opdracht) => opdracht,
        Err(ingevuld) => return page(&state, &kijker, &gezien, ingevuld.into()).await,
    };
    let uitvoering = once(&gezien, "categorie", &formulier)?;
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=categorie", plek.address()))),
        Err(error) => page(&state, &kijker, &gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
