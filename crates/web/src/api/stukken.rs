//! Letters and attachments of a file: which there are, and their bytes. That one is read is on record before it is sent.

use app::inzage::Doel;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;
use web_base::csv::download;
use web_base::error::{Fout, Uitkomst};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::opened;
use super::operatie::{Groep, Operatie};
use super::schema::Vorm;
use super::vormen::{Bijlage, Brief, all_documents};

const STUKKEN: Groep = Groep {
    naam: "Brieven en bijlagen",
    over: "De stukken in een dossier die voor deze persoon zijn. Dat een stuk is gelezen, komt in 'wie keek er'.",
};

/// What an attachment can be; what another program put into its dossier may be anything.
const KINDS: &[&str] = &[
    "application/pdf",
    "image/png",
    "image/jpeg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
];

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/dossiers/{nummer}/brieven", "geefBrieven", (STUKKEN, "De brieven"), || get(letters))
        .uitleg("De oudste eerst.")
        .geeft(Vec::<Brief>::schema),
    Operatie::get(
        "/dossiers/{nummer}/brieven/{volgnummer}",
        "geefBrief",
        (STUKKEN, "Een brief ophalen"),
        || get(letter),
    )
    .geeft_bytes(&["application/pdf"]),
    Operatie::get("/dossiers/{nummer}/bijlagen", "geefBijlagen", (STUKKEN, "De bijlagen"), || get(documents))
        .uitleg("Van aanvragen die verstuurd zijn, en uit overgenomen dossiers.")
        .geeft(Vec::<Bijlage>::schema),
    Operatie::get(
        "/dossiers/{nummer}/bijlagen/{bijlage}",
        "geefBijlage",
        (STUKKEN, "Een bijlage ophalen"),
        || get(document),
    )
    .geeft_bytes(KINDS),
];

async fn letters(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    let beeld = open.toon(Doel::Brief).await?;
    let brieven: Vec<Brief> = beeld.brieven.iter().map(Brief::of).collect();
    Ok(Json(brieven).into_response())
}

async fn letter(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, volgnummer)): Path<(String, String)>,
) -> Uitkomst {
    let volgnummer = volgnummer.parse().map_err(|_| Fout::NietGevonden)?;
    let (naam, bytes) = opened(&state, &kijker, &nummer).await?.brief(volgnummer).await?;
    Ok(download(&naam, "application/pdf", bytes))
}

async fn documents(State(state): State<WebState>, kijker: Kijker, Path(nummer): Path<String>) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    let beeld = open.toon(Doel::Bijlage).await?;
    Ok(Json(all_documents(beeld)).into_response())
}

async fn document(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, bijlage)): Path<(String, String)>,
) -> Uitkomst {
    let (naam, soort, bytes) = opened(&state, &kijker, &nummer).await?.bijlage(&bijlage).await?;
    Ok(download(&naam, &soort, bytes))
}
