//! The last look before a request is sent: everything as the samenwerkingsverband will read it.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::tlv::checklist::TlvInvoer;
use web_base::error::{Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Checklijst, Link};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::{back, open_form};
use super::stap::Nee;
use super::{Gezien, Samenvatting};

#[derive(Template)]
#[template(path = "paginas/aanvraag/versturen.html")]
struct Versturen {
    pagina: Pagina,
    actie: String,
    swv: String,
    nee: Nee,
    /// Something is missing: then there is no button.
    ontbreekt: Option<Checklijst>,
    zonder_gevolg: Vec<String>,
    samenvatting: Samenvatting,
    terug: Link,
}

/// The last look.
pub(super) async fn last_look(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&state, &kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

async fn page(state: &WebState, kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    let form = open_form(gezien).await?;
    gezien.must("vraag_tlv_aan")?;
    gezien.toon(Doel::AanvraagNakijken).await?;
    let plek = &gezien.plek;
    let on = kijker.moment.vandaag;
    let swv = state.app.organisatie_naam(&form.aanvraag.swv_organisatie(), on).await?;
    let typed = form.velden.iter().map(|(code, veld)| (code.clone(), veld.waarde.clone()));
    let invoer = TlvInvoer {
        antwoorden: typed.collect(),
        bijlagen: form.bijlagen.clone(),
        pro_zijroute: form.pro_zijroute,
    };
    let mut as_sent = gezien.aanvraag.clone();
    as_sent.antwoorden = form.checklist.antwoorden(&invoer);
    as_sent.bijlagen.clone_from(&form.bijlagen);
    let complete = form.checklist.is_compleet();
    let template = Versturen {
        pagina: gezien.page_below(kijker, "Klopt alles?"),
        actie: plek.below("versturen"),
        swv,
        ontbreekt: (!complete).then(|| Checklijst::of(&form.checklist, on)),
        zonder_gevolg: form.checklist.zonder_gevolg().map(|punt| punt.vraag.clone()).collect(),
        samenvatting: Samenvatting::of(gezien.beeld(), &as_sent, on),
        terug: back(plek),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// Sends the request. The core refuses what is not complete.
pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    match gezien.open.verzend_aanvraag(plek.nr).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=verstuurd", plek.address()))),
        Err(error) => page(&state, &kijker, &gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
