//! How the program stands: for a machine that watches, and for a person.

use app::onderhoud::{Gezondheid, Zegelstand};
use askama::Template;
use axum::extract::State;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use web_base::error::Uitkomst;
use web_base::onderdelen::Feiten;
use web_base::pagina::{Pagina, html};
use web_base::session::Nu;
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/gezondheid", get(health))
}

#[derive(Template)]
#[template(path = "paginas/gezondheid.html")]
struct GezondheidPagina {
    pagina: Pagina,
    feiten: Feiten,
}

/// What a machine that watches gets.
#[derive(Serialize)]
struct Antwoord {
    status: &'static str,
    versie: &'static str,
    opslag: &'static str,
    zegels: &'static str,
    schema: Option<i64>,
}

async fn health(State(state): State<WebState>, Nu(moment): Nu, headers: HeaderMap) -> Uitkomst {
    // The seals are not asked for: no seal has so high a number.
    let found = state.app.health(u64::from(u32::MAX), moment).await;
    let status = if found.is_goed() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if wants_page {
        Ok(html(status, &page(&state, &found)))
    } else {
        Ok((status, Json(answer(&found))).into_response())
    }
}

fn answer(found: &Gezondheid) -> Antwoord {
    Antwoord {
        status: status_word(found),
        versie: env!("CARGO_PKG_VERSION"),
        opslag: storage_word(found),
        zegels: seals_word(found),
        schema: found.schema,
    }
}

fn storage_word(found: &Gezondheid) -> &'static str {
    if found.verdrongen {
        return "een ander programma heeft deze database";
    }
    match (found.bereikbaar, found.schrijfbaar, found.schijf_vol) {
        (true, true, _) => "goed",
        (_, _, true) => "schijf vol",
        (true, false, false) => "alleen lezen",
        (false, _, false) => "niet bereikbaar",
    }
}

/// What a machine that watches looks at besides the code of the answer.
fn status_word(found: &Gezondheid) -> &'static str {
    match (found.is_goed(), found.vraagt_aandacht()) {
        (false, _) => "storing",
        (true, true) => "let op",
        (true, false) => "goed",
    }
}

/// Not a failure of the program: it goes on, and somebody has to look.
fn seals_word(found: &Gezondheid) -> &'static str {
    match found.zegels {
        Zegelstand::Goed => "goed",
        Zegelstand::KloptNiet => "bestand klopt niet",
        Zegelstand::NietTeSchrijven => "bestand niet te schrijven",
    }
}

fn page(state: &WebState, found: &Gezondheid) -> GezondheidPagina {
    let titel = match (found.is_goed(), found.vraagt_aandacht()) {
        (false, _) => "Er is een storing",
        (true, true) => "Alles werkt; kijk naar de zegels",
        (true, false) => "Alles werkt",
    };
    let feiten = Feiten::new()
        .with("Programma", format!("versie {}", env!("CARGO_PKG_VERSION")))
        .with("Opslag", storage_word(found))
        .with("Zegels", seals_word(found))
        .with_some("Versie van de tabellen", found.schema.map(|schema| schema.to_string()));
    // No menu: the page has to work when nobody can be looked up.
    let schil = web_base::pagina::Schil::anonymous(state);
    GezondheidPagina { pagina: Pagina::new(titel, schil).narrow(), feiten }
}
