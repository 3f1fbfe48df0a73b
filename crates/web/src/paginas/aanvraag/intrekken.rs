//! The school takes a request back.

use app::inzage::Doel;
use axum::extract::{Path, State};
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use web_base::error::{Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Veld};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::back;
use super::{Gezien, Nee, Stap, once};

/// Asks why.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

async fn page(kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("trek_tlv_aanvraag_in")?;
    gezien.toon(Doel::AanvraagIntrekken).await?;
    let plek = &gezien.plek;
    let sent = gezien.aanvraag.ontvangen_op.is_some();
    let vooraf = if sent {
        "De aanvraag ligt bij het samenwerkingsverband. Trekt u de aanvraag in, dan beslist het er niet meer over."
    } else {
        "De aanvraag is nog niet verstuurd. Trekt u de aanvraag in, dan blijft in het dossier staan dat u eraan begon."
    };
    let reden = Veld::textarea("reden", "Waarom trekt u de aanvraag in?", 4).required().filled(&nee.ingevuld);
    Stap {
        pagina: gezien.page_below(kijker, "Aanvraag intrekken").narrow(),
        actie: plek.below("intrekken"),
        vooraf: vec![vooraf.to_owned()],
        feiten: Feiten::new(),
        velden: vec![reden, Veld::hidden("versie", gezien.beeld().versie.to_string())],
        knop: "Aanvraag intrekken",
        gevolg: String::new(),
        terug: back(plek),
        bestanden: false,
        nee,
    }
    .answer()
}

/// Takes it back.
pub(super) async fn withdraw(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let opdracht = TrekTlvAanvraagIn { aanvraag: plek.nr, reden: formulier.text("reden").to_owned() };
    let uitvoering = once(&gezien, "intrekken", &formulier)?;
    let done = gezien.open.doe(opdracht, uitvoering).await;
    match done {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=ingetrokken", plek.address()))),
        Err(error) => page(&kijker, &gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
