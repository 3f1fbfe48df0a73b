//! The language of the family pages: chosen with one button, kept in a cookie.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use teksten::Taal;

use crate::error::{Fout, redirect};
use crate::form::Formulier;
use crate::query::Terugpad;
use crate::session;
use crate::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/mijn/taal", post(choose))
}

async fn choose(State(state): State<WebState>, formulier: Formulier) -> Result<Response, Fout> {
    let taal = Taal::from_code(formulier.text("taal")).ok_or_else(|| Fout::vraag("taal", "een taal"))?;
    let back = Terugpad::of(formulier.text("terug"));
    Ok((session::keep_language(&state, taal), redirect(back.or("/mijn"))).into_response())
}
