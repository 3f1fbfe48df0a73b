//! The register of declarations: of a samenwerkingsverband, checked by a receiving school, renewed in time.

mod categorie;
mod controle;
mod lijst;
mod verklaring;
mod verlengen;

use axum::Router;
use axum::routing::{get, post};
pub(crate) use lijst::VERKLARINGEN;
pub(crate) use verlengen::{VERLENGINGEN, ending, may_renew};
use web_base::error::Fout;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::weg::pagina;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/register", get(lijst::list))
        .route("/register.csv", get(lijst::csv))
        .route("/register/{nummer}", get(verklaring::show_one))
        .route("/register/{nummer}/intrekken", post(verklaring::withdraw).get(verklaring::show_one))
        .route("/register/{nummer}/verlopen", post(verklaring::expire).get(verklaring::show_one))
        .route("/tlv-controle", get(controle::form).post(controle::check))
        .route("/kind/{nummer}/aanvraag/{nr}/categorie", pagina(categorie::stap))
        .route("/verlengen", get(verlengen::list).post(verlengen::start_renewals))
        .route("/verlengen.csv", get(verlengen::csv))
}

/// Where the declaration with this number stands, for whoever works with the register that has it.
pub(super) async fn address_of(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
) -> Result<Option<String>, Fout> {
    let like_a_number = |text: &str| {
        text.split_once('-').is_some_and(|(year, sequence)| {
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            digits(year) && digits(sequence)
        })
    };
    if !like_a_number(nummer) {
        return Ok(None);
    }
    match verklaring::find(state, kijker, nummer).await {
        Ok(found) => Ok(Some(format!("/register/{}", found.tlv.nummer))),
        Err(Fout::NietGevonden) => Ok(None),
        Err(other) => Err(other),
    }
}
