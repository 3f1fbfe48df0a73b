//! A form that was sent after its session ended: what was typed is not lost.
//!
//! The answer is the page to sign in, with the fields in a sealed parcel ([`app::accounts::Pakket`]). Whoever then signs in
//! as the person who opened the form finds them in its draft and is back there; anybody else finds nothing. Only
//! forms with a draft are held: what may not be kept, such as the number of a child, is not kept here either.

use app::AppError;
use app::accounts::{Aangemeld, Eigenaar, Pakket};
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::REFERER;
use axum::http::request::Parts;
use axum::http::{Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use dossier::toegang;
use web_base::api;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::limits;
use web_base::menu;
use web_base::pagina::Schil;
use web_base::query::{Terugpad, Vraag};
use web_base::session::{Bezoeker, Kijker, Sessietoken};
use web_base::state::WebState;

use super::inloggen;
use crate::weg::concept::Conceptvak;
use crate::weg::stand::Botsing;

/// Name of the field of a form that says where its draft is kept.
const DRAFT: &str = "concept";
/// Name of the field of a form that says who opened it.
const MARK: &str = "merk";
/// Choosing a language is no form to come back to.
const LANGUAGE: &str = "/mijn/taal";

/// Stands before the pages: a form without a session that holds leads to the page to sign in, with what was typed.
pub(crate) async fn hold(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_elsewhere = api::is_api(path) || path == LANGUAGE;
    if request.method() != Method::POST || is_elsewhere {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let nobody = match Bezoeker::from_request_parts(&mut parts, &state).await {
        Ok(bezoeker) => Some(bezoeker).filter(|bezoeker| bezoeker.wie.is_none()),
        Err(fout) => return fout.into_response(),
    };
    // Looked up once: the page finds it with the request.
    let Some(bezoeker) = nobody else { return next.run(Request::from_parts(parts, body)).await };
    let Ok(bytes) = axum::body::to_bytes(body, limits::FORM_BYTES).await else {
        return Fout::TeGroot.into_response();
    };
    let again = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    match held(&state, &bezoeker, &parts, again).await {
        Ok(Some(page)) => page,
        Ok(None) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(fout) => fout.into_response(),
    }
}

/// Whose a form was: of whoever opened it, which it says itself; else of the session that ended by itself a while ago.
async fn owner(
    state: &WebState,
    parts: &Parts,
    formulier: &Formulier,
    moment: app::Moment,
) -> Result<Option<Eigenaar>, Fout> {
    if let Some(marked) = Eigenaar::of_merk(formulier.text(MARK)) {
        return Ok(Some(marked));
    }
    let token = Sessietoken::of(parts, state).unwrap_or_default();
    Ok(state.app.verlopen_sessie(&token, moment).await?.map(Eigenaar::Sessie))
}

/// The page on which a form stands, where the browser says so: part of a page is sent to an address that shows none.
fn page_of(parts: &Parts) -> String {
    let from = parts.headers.get(REFERER).and_then(|from| from.to_str().ok()?.parse::<Uri>().ok());
    from.as_ref().map_or_else(|| parts.uri.path(), Uri::path).to_owned()
}

/// The page to sign in, with the parcel; none for a form without a draft, or too large to hold.
async fn held(
    state: &WebState,
    bezoeker: &Bezoeker,
    parts: &Parts,
    request: Request,
) -> Result<Option<Response>, Fout> {
    let path = page_of(parts);
    let formulier = Formulier::from_request(request, state).await?;
    let (concept, inhoud) = (formulier.text(DRAFT).to_owned(), formulier.inhoud());
    if concept.is_empty() || inhoud.len() > limits::HELD_BYTES {
        return Ok(None);
    }
    let Some(owner) = owner(state, parts, &formulier, bezoeker.moment).await? else { return Ok(None) };
    let sealed = state.app.verzegel(&owner, (&path, &concept, inhoud), bezoeker.moment)?;
    Ok(Some(inloggen::again(bezoeker, &Terugpad::of(&path), &sealed)))
}

/// What was held of a form, back in its draft.
pub(super) struct Terug {
    /// The address of the form, where it is one of ours.
    pub(super) pad: Terugpad,
    /// What a colleague changed meanwhile, with what was typed: neither goes over the other.
    pub(super) botsingen: Vec<(Botsing, String)>,
}

/// Puts what was held in the draft of its form, for whoever just signed in. None when it is not theirs, or no longer for
/// them to do.
pub(super) async fn restore(
    state: &WebState,
    token: &str,
    sealed: &str,
    moment: app::Moment,
) -> Result<Option<Terug>, Fout> {
    if sealed.is_empty() {
        return Ok(None);
    }
    let Some(wie) = state.app.who(token, moment).await? else { return Ok(None) };
    let Some(pakket) = state.app.ontzegel(&wie, sealed, moment) else { return Ok(None) };
    match keep(state, token, wie, &pakket, moment).await {
        Ok(botsingen) => Ok(Some(Terug { pad: Terugpad::of(&pakket.pad), botsingen })),
        Err(Fout::App(AppError::Forbidden { .. } | AppError::NotFound | AppError::Refused(_))) => Ok(None),
        Err(fout) => Err(fout),
    }
}

async fn keep(
    state: &WebState,
    token: &str,
    wie: Aangemeld,
    pakket: &Pakket,
    moment: app::Moment,
) -> Result<Vec<(Botsing, String)>, Fout> {
    let (one, taal) = (wie.rollen.len() == 1, wie.taal.unwrap_or_default());
    let kijker: toegang::Kijker = match (wie.gekozen, pakket.rol) {
        (Some(kijker), _) if one => kijker,
        (_, Some(rol)) => state.app.choose_rol(token, rol, moment).await?,
        (Some(kijker), None) => kijker,
        (None, None) => return Err(AppError::NotFound.into()),
    };
    let mut schil = Schil::anonymous(state);
    if menu::is_family(kijker.actor.rol) {
        schil.gekozen_taal = taal;
    }
    let kijker = Kijker { kijker, schil, moment };
    let (_, query) = pakket.concept.split_once('?').unwrap_or_default();
    let vak = Conceptvak::at(state, &kijker, &Vraag::parse(query)?).await?;
    let formulier = Formulier::parse(pakket.inhoud.as_bytes())?;
    let clashes = vak.keep_all(&formulier).await?;
    Ok(clashes
        .into_iter()
        .map(|clash| {
            let own = formulier.all(&clash.veld).collect::<Vec<_>>().join("\n");
            (clash, own)
        })
        .collect())
}
