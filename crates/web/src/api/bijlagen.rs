//! The documents of a request that is being filled in or completed: the same draft as the form of the page keeps.
//!
//! What was sent with a request is read where the other documents of the file are; only what is not sent yet can change.

use app::aanvraag::{Aanvraagformulier, Document};
use app::geopend::Geopend;
use app::inzage::Doel;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{delete, get, post};
use dossier::beurt::Onderwerp;
use dossier::kaart::ALLES_WAT_KAN;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use dossier::toegang::Deel;
use serde::Deserialize;
use web_base::error::{Fout, Uitkomst};
use web_base::limits;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::opened;
use super::lees;
use super::opdrachten::{field, optional_key, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Bytes64, Vorm, vorm};
use super::vormen::Bijlage;
use crate::paginas::takes_documents;

const BIJLAGEN: Groep = Groep {
    naam: "Bijlagen van een aanvraag",
    over: "De stukken bij een aanvraag die nog niet verstuurd is, of bij een aanvulling daarvan.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get(
        "/dossiers/{nummer}/aanvragen/{aanvraag}/bijlagen",
        "geefAanvraagbijlagen",
        (BIJLAGEN, "Wat er bij de aanvraag is gedaan"),
        || get(list),
    )
    .geeft(Vec::<Bijlage>::schema),
    Operatie::post(
        "/dossiers/{nummer}/aanvragen/{aanvraag}/bijlagen",
        "voegBijlageToe",
        (BIJLAGEN, "Een bijlage toevoegen"),
        || post(add),
    )
    .uitleg("Pdf, Word (docx), png of jpg, hooguit 15 MB; samen hooguit 20 bijlagen. Wat het is, ziet Leerrecht aan de bytes. Hetzelfde stuk bij dezelfde vraag komt er niet twee keer bij.")
    .onschadelijk()
    .neemt(NieuweBijlage::schema)
    .hooguit(limits::DOCUMENT_JSON_BYTES)
    .geeft(Bijlage::schema),
    Operatie::delete(
        "/dossiers/{nummer}/aanvragen/{aanvraag}/bijlagen/{bijlage}",
        "haalBijlageWeg",
        (BIJLAGEN, "Een bijlage weghalen"),
        || delete(remove),
    ),
];

vorm! {
    /// A document to add.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    NieuweBijlage: "Een bijlage om toe te voegen." {
        vraag: String = "Code van de vraag waar zij bij hoort; bij een aanvulling kan dat ook `aanvulling` zijn.",
        naam: String = "Naam van het bestand.",
        inhoud: Bytes64 = "Het bestand, in base64.",
    }
}

/// A request of which documents can be added or taken away now, by whoever may do that.
struct Plek {
    open: Geopend,
    nr: u32,
    form: Aanvraagformulier,
}

impl Plek {
    async fn at(state: &WebState, kijker: &Kijker, (nummer, aanvraag): (&str, &str)) -> Result<Self, Fout> {
        let nr = aanvraag.parse().map_err(|_| Fout::NietGevonden)?;
        let open = opened(state, kijker, nummer).await?;
        let beeld = open.beeld();
        let found = beeld.aanvragen.iter().find(|found| found.nr == nr).ok_or(Fout::NietGevonden)?;
        let act = match found.fase() {
            TlvFase::Gestart => Opdrachtnaam::VraagTlvAan,
            TlvFase::WachtOpAanvulling => Opdrachtnaam::OntvangAanvulling,
            TlvFase::Aangevraagd
            | TlvFase::Advisering
            | TlvFase::Geadviseerd
            | TlvFase::Verleend
            | TlvFase::Geweigerd
            | TlvFase::VerleendBekend
            | TlvFase::GeweigerdBekend
            | TlvFase::Gebruikt
            | TlvFase::Verlopen
            | TlvFase::TlvIngetrokken
            | TlvFase::BuitenBehandeling
            | TlvFase::AanvraagIngetrokken => return Err(Fout::NietGevonden),
        };
        open.vereis(act.naam())?;
        if !open.mag(act.naam()) || beeld.overleden_op.is_some() {
            return Err(Fout::NietGevonden);
        }
        let form = open.aanvraagformulier(nr).await?;
        Ok(Self { open, nr, form })
    }

    /// The questions with which a document can stand.
    fn questions(&self) -> Vec<&str> {
        if self.form.aanvraag.fase() == TlvFase::Gestart {
            let all = self.form.checklist.punten.iter().map(|punt| punt.code.as_str());
            return all.filter(|code| takes_documents(code)).collect();
        }
        let answered = self.form.aanvraag.antwoorden.iter().map(|antwoord| antwoord.vraag.as_str());
        std::iter::once("aanvulling").chain(answered).collect()
    }
}

async fn list(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanvraag)): Path<(String, String)>,
) -> Uitkomst {
    let plek = Plek::at(&state, &kijker, (&nummer, &aanvraag)).await?;
    let named: Vec<Deel> = plek.form.bijlagen.iter().flat_map(|_| ALLES_WAT_KAN.iter().copied()).collect();
    let about = (Opdrachtnaam::VraagTlvAan, Some(Onderwerp::Aanvraag(plek.nr)));
    plek.open.toon_vorm(Doel::Bijlage, about, (false, &named)).await?;
    let all: Vec<Bijlage> = plek.form.bijlagen.iter().map(Bijlage::of).collect();
    Ok(Json(all).into_response())
}

async fn add(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanvraag)): Path<(String, String)>,
    request: Request,
) -> Uitkomst {
    let plek = Plek::at(&state, &kijker, (&nummer, &aanvraag)).await?;
    optional_key(request.headers())?;
    // So many bytes are read of nobody else.
    let (nieuw, _): (NieuweBijlage, Bytes) = lees(Bytes::from_request(request, &state).await)?;
    let questions = plek.questions();
    let mut wrong = Vec::new();
    if !questions.contains(&nieuw.vraag.as_str()) {
        wrong.push(field("vraag", &format!("een van: {}", questions.join(", "))));
    }
    let Some(bytes) = nieuw.inhoud.bytes().filter(|_| wrong.is_empty()) else {
        if nieuw.inhoud.bytes().is_none() {
            wrong.push(field("inhoud", "een bestand in base64"));
        }
        return Err(unfit(wrong));
    };
    let document = Document { vraag: &nieuw.vraag, naam: &nieuw.naam, bytes };
    let kept = plek.open.voeg_bijlage_eenmaal_toe(plek.nr, document).await?;
    Ok(Json(Bijlage::of(&kept)).into_response())
}

async fn remove(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, aanvraag, bijlage)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Uitkomst {
    let plek = Plek::at(&state, &kijker, (&nummer, &aanvraag)).await?;
    optional_key(&headers)?;
    plek.open.haal_bijlage_weg(plek.nr, &bijlage).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
