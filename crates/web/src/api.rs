//! The JSON interface, `/api/v1`: what the pages offer, for programs.

mod opdrachten;
mod regels;

use axum::Router;
use axum::http::HeaderName;
use axum::routing::{get, post};

use crate::state::WebState;

/// Version of the interface, in every answer.
pub(crate) const VERSION: &str = "1.0.0";
/// The header that says it.
pub(crate) const VERSION_HEADER: HeaderName = HeaderName::from_static("api-version");

/// A program asks: it gets problem details where a person gets an error page.
pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// The addresses of the interface.
pub(crate) fn routes() -> Router<WebState> {
    Router::new()
        .route("/api/v1/opdrachten", get(opdrachten::list))
        .route("/api/v1/dossiers/{nummer}", get(opdrachten::file))
        .route("/api/v1/dossiers/{nummer}/opdrachten/{naam}", post(opdrachten::act))
        .route("/api/v1/regels", get(regels::list))
        .route("/api/v1/regels/{regel}", get(regels::one))
        .route("/api/v1/regels/{regel}/toets", post(regels::toets))
}
