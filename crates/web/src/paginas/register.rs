//! The register of declarations: of a samenwerkingsverband, checked by a receiving school, renewed in time.

mod categorie;
mod controle;
mod lijst;
mod verklaring;
mod verlengen;

use axum::Router;
use axum::routing::{get, post};

use crate::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/register", get(lijst::list))
        .route("/register.csv", get(lijst::csv))
        .route("/register/{nummer}", get(verklaring::show_one))
        .route("/register/{nummer}/intrekken", post(verklaring::withdraw).get(verklaring::show_one))
        .route("/register/{nummer}/verlopen", post(verklaring::expire).get(verklaring::show_one))
        .route("/tlv-controle", get(controle::form).post(controle::check))
        .route("/tlv-controle/plaatsen", post(controle::place).get(controle::form))
        .route("/kind/{nummer}/aanvraag/{nr}/categorie", get(categorie::form).post(categorie::ask))
        .route("/verlengen", get(verlengen::list).post(verlengen::start_renewals))
}
