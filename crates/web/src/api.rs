//! The JSON interface, `/api/v1`: what the pages offer, for programs.
//!
//! Every operation is declared once ([`operatie::Operatie`]); the router, what it lets through, the OpenAPI document and the
//! page about it all come from that declaration, and the shapes of what goes over the line from theirs ([`schema`]).

mod accounts;
mod beleid;
mod bijlagen;
mod concepten;
mod document;
mod dossiers;
mod lijsten;
mod nieuw;
mod opdrachten;
mod operatie;
mod oso;
mod pagina;
mod regels;
mod registers;
pub(crate) mod schema;
mod stukken;
mod velden;
pub(crate) mod vormen;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::routing::get;
use serde::de::DeserializeOwned;
use web_base::api::{BASE, VERSION};
use web_base::error::Fout;
use web_base::state::WebState;

#[cfg(test)]
pub(crate) use self::document::document;
use self::operatie::Operatie;

/// Every operation, group after group.
fn operaties() -> impl Iterator<Item = &'static Operatie> {
    let groups = [
        dossiers::OPERATIES,
        nieuw::OPERATIES,
        opdrachten::OPERATIES,
        concepten::OPERATIES,
        stukken::OPERATIES,
        bijlagen::OPERATIES,
        oso::OPERATIES,
        lijsten::OPERATIES,
        registers::OPERATIES,
        accounts::OPERATIES,
        beleid::OPERATIES,
        regels::OPERATIES,
        document::OPERATIES,
    ];
    groups.into_iter().flatten()
}

/// Every operation with an example of its address: what the tests of every address walk. Its method, and whether everybody
/// may ask it.
pub fn examples() -> impl Iterator<Item = (&'static str, String, bool)> {
    operaties().map(|operatie| {
        let parts = operatie.pad.split('/').map(|part| {
            part.strip_prefix('{').and_then(|part| part.strip_suffix('}')).map_or(part, document::example)
        });
        let address = parts.collect::<Vec<_>>().join("/");
        (operatie.methode, format!("{BASE}{address}"), operatie.open)
    })
}

/// The addresses of the interface, and of the page about it.
pub(crate) fn routes(state: &WebState) -> Router<WebState> {
    operaties().fold(Router::new().route("/api", get(pagina::page)), |router, operatie| {
        router.route(&format!("{BASE}{}", operatie.pad), operatie.route(state))
    })
}

/// Reads the body of a request.
fn lees<T: DeserializeOwned>(body: Result<Bytes, BytesRejection>) -> Result<(T, Bytes), Fout> {
    let body = body.map_err(|rejection| Fout::body(rejection.status()))?;
    let read = serde_json::from_slice(&body).map_err(|error| Fout::GeenJson { reden: error.to_string() })?;
    Ok((read, body))
}
