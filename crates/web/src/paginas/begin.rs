//! The front door: leads everybody to where they begin.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use web_base::error::{Uitkomst, redirect};
use web_base::menu;
use web_base::query::Terugpad;
use web_base::session::Bezoeker;
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/", get(begin))
}

async fn begin(State(state): State<WebState>, bezoeker: Bezoeker) -> Uitkomst {
    let address = match &bezoeker.wie {
        Some(wie) => after_sign_in(wie, &Terugpad::default()),
        None if state.settings.demo => "/demo".to_owned(),
        None => "/inloggen".to_owned(),
    };
    Ok(redirect(&address))
}

/// Where somebody goes who has just signed in: back to where they wanted to be, or to the begin of their role.
pub(super) fn after_sign_in(wie: &app::accounts::Aangemeld, back: &Terugpad) -> String {
    match &wie.gekozen {
        Some(kijker) => back.or(menu::home(kijker.actor.rol)).to_owned(),
        None => back.behind("/rol"),
    }
}
