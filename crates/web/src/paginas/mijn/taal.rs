//! The language of the family pages: chosen with one button, kept with the account, or in a cookie of who is not signed in.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use teksten::{Taal, fout};
use web_base::error::{Fout, redirect};
use web_base::form::Formulier;
use web_base::query::Terugpad;
use web_base::session::{self, Bezoeker};
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/mijn/taal", post(choose))
}

async fn choose(
    State(state): State<WebState>,
    bezoeker: Bezoeker,
    formulier: Formulier,
) -> Result<Response, Fout> {
    let taal =
        Taal::from_code(formulier.text("taal")).ok_or_else(|| Fout::adres("taal", fout::een_taal()))?;
    let back = redirect(Terugpad::of(formulier.text("terug")).or("/mijn"));
    let Some(wie) = &bezoeker.wie else {
        return Ok((session::keep_language(&state, taal), back).into_response());
    };
    state.app.kies_taal(wie, taal, bezoeker.moment).await?;
    Ok(back)
}
