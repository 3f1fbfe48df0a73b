//! A form that was sent after its session ended: what was typed is not lost.
//!
//! The answer is the page to sign in, with the fields in a sealed parcel ([`app::accounts::Pakket`]). Whoever then signs in
//! as the person of that session finds them in the draft of the form and is back there; anybody else finds nothing. Only
//! forms with a draft are held: what may not be kept, such as the number of a child, is not kept here either.

use app::AppError;
use app::accounts::{Aangemeld, Pakket, Verlopen};
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use dossier::toegang;
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::limits;
use web_base::pagina::Schil;
use web_base::query::{Terugpad, Vraag};
use web_base::session::{Bezoeker, Kijker, Sessietoken};
use web_base::state::WebState;

use super::aanmelding::concept::Conceptvak;
use super::inloggen;

/// Name of the field of a form that says where its draft is kept.
const DRAFT: &str = "concept";
/// Choosing a language is no form to come back to.
const LANGUAGE: &str = "/mijn/taal";
/// Pages whose forms have drafts.
const PAGES: [&str; 4] = ["/kind/", "/mijn/", "/aanmelden", "/beleid"];

/// Stands before the pages: a form without a session that holds leads to the page to sign in, with what was typed.
pub(crate) async fn hold(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let has_drafts = PAGES.iter().any(|page| path.starts_with(page)) && path != LANGUAGE;
    if request.method() != Method::POST || !has_drafts {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    match owner(&state, &mut parts).await {
        Ok(Some((bezoeker, owner))) => {
            let Ok(bytes) = axum::body::to_bytes(body, limits::FORM_BYTES).await else {
                return Fout::Inloggen(Terugpad::default()).into_response();
            };
            let again = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
            match held(&state, &bezoeker, &owner, again).await {
                Ok(Some(page)) => page,
                Ok(None) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
                Err(fout) => fout.into_response(),
            }
        }
        // Looked up once: the page finds it with the request.
        Ok(None) => next.run(Request::from_parts(parts, body)).await,
        Err(fout) => fout.into_response(),
    }
}

/// Whose session it was, when it ended a while ago and nobody is signed in now.
async fn owner(state: &WebState, parts: &mut Parts) -> Result<Option<(Bezoeker, Verlopen)>, Fout> {
    let bezoeker = Bezoeker::from_request_parts(parts, state).await?;
    if bezoeker.wie.is_some() {
        return Ok(None);
    }
    let token = Sessietoken::of(parts, state).unwrap_or_default();
    let owner = state.app.verlopen_sessie(&token, bezoeker.moment).await?;
    Ok(owner.map(|owner| (bezoeker, owner)))
}

/// The page to sign in, with the parcel; none for a form without a draft, or too large to hold.
async fn held(
    state: &WebState,
    bezoeker: &Bezoeker,
    owner: &Verlopen,
    request: Request,
) -> Result<Option<Response>, Fout> {
    let path = request.uri().path().to_owned();
    let formulier = Formulier::from_request(request, state).await?;
    let (concept, inhoud) = (formulier.text(DRAFT).to_owned(), formulier.inhoud());
    if concept.is_empty() || inhoud.len() > limits::HELD_BYTES {
        return Ok(None);
    }
    let sealed = state.app.verzegel(owner, (&path, &concept, inhoud), bezoeker.moment)?;
    Ok(Some(inloggen::again(bezoeker, &Terugpad::of(&path), &sealed)))
}

/// Puts what was held in the draft of its form, for whoever just signed in; the address of the form. None when it is not
/// theirs, or no longer for them to do.
pub(super) async fn restore(
    state: &WebState,
    token: &str,
    sealed: &str,
    moment: app::Moment,
) -> Result<Option<String>, Fout> {
    if sealed.is_empty() {
        return Ok(None);
    }
    let Some(wie) = state.app.who(token, moment).await? else { return Ok(None) };
    let Some(pakket) = state.app.ontzegel(&wie.account, sealed, moment) else { return Ok(None) };
    match keep(state, token, wie, &pakket, moment).await {
        Ok(()) => Ok(Some(pakket.pad)),
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
) -> Result<(), Fout> {
    let kijker: toegang::Kijker = match (wie.gekozen, pakket.rol) {
        (Some(kijker), _) => kijker,
        (None, Some(rol)) => state.app.choose_rol(token, rol, moment).await?,
        (None, None) => return Err(AppError::NotFound.into()),
    };
    let kijker = Kijker { kijker, schil: Schil::anonymous(state), moment };
    let (_, query) = pakket.concept.split_once('?').unwrap_or_default();
    let vak = Conceptvak::at(state, &kijker, &Vraag::parse(query)?).await?;
    vak.keep_all(&Formulier::parse(pakket.inhoud.as_bytes())?).await
}
