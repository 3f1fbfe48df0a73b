//! The address of drafts: `POST /concept?formulier=…&dossier=…` keeps one field (`veld`, `versie`, `waarde`) and answers with its
//! new version, or with the other text when somebody else was first.

use app::AppError;
use app::concepten::Bewaard;
use app::weigering::voluit;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use base::dates::clock_nl;
use serde_json::json;
use teksten::{fout, weg};
use web_base::error::Fout;
use web_base::form::Formulier as Ingezonden;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{Conceptvak, opened_at, typed};
use crate::weg::gang::must_be_of;
use crate::weg::gesloten::Bijkomend;

pub(crate) fn routes(bijkomend: &'static Bijkomend) -> Router<WebState> {
    let keep = move |State(state): State<WebState>, kijker: Kijker, vraag: Vraag, formulier: Ingezonden| async move {
        keep(bijkomend, state, kijker, vraag, formulier).await
    };
    Router::new().route("/concept", post(keep))
}

async fn keep(
    bijkomend: &'static Bijkomend,
    state: WebState,
    kijker: Kijker,
    vraag: Vraag,
    formulier: Ingezonden,
) -> Result<Response, Fout> {
    must_be_of(&kijker.kijker, &formulier)?;
    let vak = Conceptvak::op_adres(bijkomend, &state, &kijker, &vraag).await?;
    let versie = formulier.text("versie").parse().unwrap_or(0);
    let veld = formulier.text("veld");
    if !vak.has_field(veld) {
        return Err(Fout::Formulier { reden: fout::vreemd_veld() });
    }
    let waarde = typed(&formulier, "waarde");
    let kept = match opened_at(&formulier) {
        Some(geopend) => vak.plek.bewaar_onderweg((veld, versie), &waarde, geopend).await,
        None => vak.plek.bewaar((veld, versie), &waarde).await,
    };
    Ok(match kept {
        Ok(Bewaard::Ja(versie)) => {
            Json(json!({ "versie": versie, "om": clock_nl(kijker.moment.at) })).into_response()
        }
        Ok(Bewaard::Botsing(theirs)) => {
            let clash = match theirs {
                Some(theirs) => {
                    let wie = vak.name(&theirs.door).await?;
                    json!({ "versie": theirs.versie, "wie": wie, "waarde": theirs.waarde })
                }
                None => json!({ "versie": 0, "wie": vak.taal.zeg(weg::een_collega()), "waarde": "" }),
            };
            (StatusCode::CONFLICT, Json(clash)).into_response()
        }
        Ok(Bewaard::Verstuurd) => {
            let detail = "Dit formulier is al verstuurd. Open het opnieuw als u nog iets wilt invullen.";
            (StatusCode::GONE, Json(json!({ "detail": detail }))).into_response()
        }
        Err(AppError::Refused(refusal)) => {
            let answer = json!({ "detail": voluit(vak.taal, &refusal) });
            (StatusCode::UNPROCESSABLE_ENTITY, Json(answer)).into_response()
        }
        Err(error) => return Err(error.into()),
    })
}
