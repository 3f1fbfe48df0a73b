//! The outermost step that makes a page, or problem details, of whatever went wrong below.

use std::sync::{Arc, OnceLock};

use app::AppError;
use askama::Template;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Date;
use teksten::{Tekst, fout};

use super::{Fout, Probleem, redirect};
use crate::api;
use crate::form::Getypt;
use crate::onderdelen::Weigering;
use crate::pagina::{Pagina, Schil, html};
use crate::query::Vraag;
use crate::session::{Bezoeker, Kijker};
use crate::state::WebState;

/// Where a request keeps who is signed in, for the menu of its error page.
#[derive(Debug, Clone, Default)]
pub struct Schilplek(Arc<OnceLock<Schil>>);

impl Schilplek {
    /// Remembers the menu of whoever is signed in.
    pub fn remember(&self, schil: &Schil) {
        // The first one stands: a request has one person.
        let _ = self.0.set(schil.clone());
    }

    /// What stands around the error page of a request: nobody was looked up for what no page answered.
    async fn take(&self, state: &WebState, mut parts: Parts) -> Schil {
        if self.0.get().is_none() {
            // Who cannot be looked up reads as somebody unknown.
            let _ = Bezoeker::from_request_parts(&mut parts, state).await;
        }
        self.0.get().cloned().unwrap_or_else(|| Schil::anonymous(state))
    }
}

/// Where a request keeps who asks in which role, and for which kind of page.
#[derive(Debug, Clone, Default)]
pub struct Vragerplek(Arc<OnceLock<(Kijker, String)>>);

impl Vragerplek {
    /// Remembers who asks for an address, as it was declared.
    pub fn remember(&self, kijker: &Kijker, pad: &str) {
        let _ = self.0.set((kijker.clone(), pad.to_owned()));
    }

    /// Writes down that this was refused. What goes wrong with that is told to whoever runs the program, and keeps no answer back.
    async fn log_refused(&self, state: &WebState, fout: &Fout) {
        let Some((kijker, pad)) = self.0.get().filter(|_| fout.is_refused()) else { return };
        if let Err(error) = state.app.log_geweigerd(&kijker.kijker, pad, kijker.moment).await {
            tracing::error!(%error, "a refusal could not be written down");
        }
    }
}

#[derive(Template)]
#[template(path = "paginas/fout.html")]
struct Foutpagina {
    pagina: Pagina,
    tekst: String,
    weigering: Option<Weigering>,
    wat_nu: String,
    getypt: Vec<String>,
}

/// Keys of an address that were left out because the page refused what stood there.
#[derive(Debug, Clone, Default)]
pub struct Weggelaten(pub Vec<String>);

/// What a browser asks for that shows a page.
const HTML: &[u8] = b"text/html";
/// Most keys that are left out of one address: a page has no more filters.
const MOST_LEFT_OUT: usize = 12;

/// Shows what went wrong. A list whose address asks for something that it does not know is shown without that, and says so:
/// addresses are kept, sent to others, and outlive what they name.
pub async fn show(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let for_page = request.headers().get(ACCEPT).is_some_and(|accept| {
        let accept = accept.as_bytes();
        accept.windows(HTML.len()).any(|part| part == HTML)
    });
    if request.method() != Method::GET || !for_page {
        return shown(&state, request, next).await;
    }
    let (mut parts, body) = request.into_parts();
    let mut response = shown(&state, Request::from_parts(parts.clone(), body), next.clone()).await;
    let mut lost = Weggelaten::default();
    while let Some(narrower) = without_refused(&parts, &response, &mut lost) {
        parts = narrower;
        let request = Request::from_parts(parts.clone(), Body::empty());
        response = shown(&state, request, next.clone()).await;
    }
    response
}

/// The same request without the key that a page refused.
fn without_refused(parts: &Parts, response: &Response, lost: &mut Weggelaten) -> Option<Parts> {
    let refused = response.extensions().get::<Geweigerd>()?;
    let query = Vraag::parse(parts.uri.query()?).ok()?;
    let known = query.all(&refused.0).next().is_some();
    if !known || lost.0.len() >= MOST_LEFT_OUT {
        return None;
    }
    lost.0.push(refused.0.clone());
    let mut narrower = parts.clone();
    narrower.uri = query.without(&refused.0).address(parts.uri.path()).parse().ok()?;
    narrower.extensions.insert(lost.clone());
    Some(narrower)
}

/// The key of an address that a page refused, beside the error that says so.
#[derive(Debug, Clone)]
struct Geweigerd(String);

async fn shown(state: &WebState, mut request: Request, next: Next) -> Response {
    let plek = Schilplek::default();
    let for_program = api::is_api(request.uri().path());
    // A file has no place to say what was left out of it.
    let for_page = request.uri().path().rsplit('.').next() != Some("csv");
    let for_script = asks_json(&request);
    request.extensions_mut().insert(plek.clone());
    let vrager = Vragerplek::default();
    request.extensions_mut().insert(vrager.clone());
    let getypt = Getypt::default();
    request.extensions_mut().insert(getypt.clone());
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(fout) = what_went_wrong(&response) else { return response };
    log(&fout);
    vrager.log_refused(state, &fout).await;
    if for_program {
        let mut problem = with_headers_of(&response, Probleem::from(&*fout).into_response());
        if problem.status() == StatusCode::UNAUTHORIZED {
            problem.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        return problem;
    }
    if for_script {
        let taal = plek.take(state, asked).await.taal();
        return with_headers_of(&response, Probleem::in_taal(&fout, taal).into_response());
    }
    if let Some(address) = fout.elsewhere() {
        return redirect(&address);
    }
    let today = state.moment().vandaag;
    let is_shown_again = asked.method == Method::GET;
    let schil = plek.take(state, asked).await;
    let mut page = with_headers_of(&response, page(&fout, schil, is_shown_again, (getypt.texts(), today)));
    if let (Fout::Vraag { sleutel, .. }, true) = (&*fout, for_page) {
        page.extensions_mut().insert(Geweigerd(sleutel.clone()));
    }
    page
}

/// The script of a page asks: being led to another page tells it nothing.
fn asks_json(request: &Request) -> bool {
    let asked = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    asked.starts_with("application/json")
}

/// The error of a response; `None` for one that is right, or that shows itself what is wrong.
fn what_went_wrong(response: &Response) -> Option<Arc<Fout>> {
    if let Some(fout) = response.extensions().get::<Arc<Fout>>() {
        return Some(fout.clone());
    }
    let status = response.status();
    let shown = response.headers().get(CONTENT_TYPE).is_some_and(|kind| {
        let kind = kind.as_bytes();
        kind.starts_with(b"text/html")
            || kind.starts_with(b"application/json")
            || kind.starts_with(b"application/problem+json")
    });
    let failed = status.is_client_error() || status.is_server_error();
    (failed && !shown).then(|| {
        Arc::new(if status == StatusCode::INTERNAL_SERVER_ERROR { Fout::Intern } else { Fout::Laag(status) })
    })
}

/// Writes down what an operator has to look at; nothing about a child.
fn log(fout: &Fout) {
    if !fout.status().is_server_error() {
        return;
    }
    let cause = match fout {
        Fout::App(AppError::Storage(error)) => error.to_string(),
        Fout::App(error) => error.to_string(),
        Fout::NietGevonden
        | Fout::Vraag { .. }
        | Fout::Formulier { .. }
        | Fout::GeenFormulier
        | Fout::GeenJson { .. }
        | Fout::TeGroot
        | Fout::Probleem(_)
        | Fout::Inloggen(_)
        | Fout::Sleutel(_)
        | Fout::KiesRol(_)
        | Fout::Laag(_)
        | Fout::Intern => String::new(),
    };
    tracing::error!(code = fout.code(), cause, "a request failed");
}

/// A method that is not allowed says which are: such headers stay.
fn with_headers_of(original: &Response, mut shown: Response) -> Response {
    if let Some(allow) = original.headers().get(axum::http::header::ALLOW) {
        shown.headers_mut().insert(axum::http::header::ALLOW, allow.clone());
    }
    if shown.status() == StatusCode::SERVICE_UNAVAILABLE {
        shown.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("60"));
    }
    shown
}

/// The page that says what went wrong.
/// What somebody typed and sent comes back with it: nothing else has it any more.
fn page(fout: &Fout, schil: Schil, is_shown_again: bool, (getypt, today): (Vec<String>, Date)) -> Response {
    let (taal, family) = (schil.taal(), schil.is_family());
    let weigering = match fout {
        Fout::App(AppError::Refused(refusal)) => {
            Some(Weigering::in_taal(refusal, taal, today).without_heading())
        }
        Fout::App(_)
        | Fout::NietGevonden
        | Fout::Vraag { .. }
        | Fout::Formulier { .. }
        | Fout::GeenFormulier
        | Fout::GeenJson { .. }
        | Fout::TeGroot
        | Fout::Probleem(_)
        | Fout::Inloggen(_)
        | Fout::Sleutel(_)
        | Fout::KiesRol(_)
        | Fout::Laag(_)
        | Fout::Intern => None,
    };
    let titel = if weigering.is_some() { fout::kop_kan_nu_niet() } else { fout.heading() };
    // What was sent is not sent again by choosing a language: then it leads to the first page, unless something that somebody
    // typed stands here alone.
    let schil = if is_shown_again { schil } else { schil.at("/") };
    let pagina = Pagina::new(taal.zeg(titel), schil).narrow();
    let chooses = is_shown_again || getypt.is_empty();
    let template = Foutpagina {
        pagina: if chooses { pagina.in_chosen_language() } else { pagina.without_choice() },
        tekst: fout.zeg(taal),
        weigering,
        wat_nu: what_now(fout, family).map(|wat_nu| taal.zeg(wat_nu)).unwrap_or_default(),
        getypt,
    };
    html(fout.status(), &template)
}

fn says_what_instead(fout: &Fout) -> bool {
    matches!(fout, Fout::App(AppError::Refused(refusal)) if refusal.wat_wel.is_some())
}

fn what_now(fout: &Fout, family: bool) -> Option<Tekst> {
    match fout.status().as_u16() {
        // A family works in no role: whoever knows why a page is closed is the school.
        403 | 404 if family => Some(fout::bel_de_school()),
        403 | 404 => Some(fout::goede_rol()),
        409 => Some(fout::opnieuw_laden()),
        422 if !says_what_instead(fout) => Some(fout::iets_anders()),
        _ => None,
    }
}
