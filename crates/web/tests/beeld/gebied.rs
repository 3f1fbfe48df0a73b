//! The demo region at a moment that stands still, and browsers of the people in it.

use std::sync::Arc;

use app::{App, Moment};
use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use base::Timestamp;
use documents::{Brief, DocumentError, Engine, Huisstijl, Letters, Pdf, printed};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use tower::ServiceExt;
use web::{Settings, WebState};

use crate::html;

/// When the region is looked at: a Wednesday morning.
pub(crate) const MOMENT: &str = "2026-11-25T09:00:00Z";

/// Prints what a letter says instead of setting it.
struct Text;

impl Engine for Text {
    fn render(&self, brief: &Brief, huisstijl: &Huisstijl) -> Result<Pdf, DocumentError> {
        let said = serde_json::to_vec_pretty(&printed(brief, huisstijl)).unwrap_or_default();
        Ok(Pdf::new(said, 1, Vec::new()))
    }

    fn join(&self, letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError> {
        Ok(letters.concat())
    }
}

/// The program with the demo region.
pub(crate) struct Gebied {
    router: Router,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example only looks: it makes nobody"))]
    pub(crate) app: Arc<App>,
    _place: Place,
}

/// One of the people that the demo offers.
#[derive(Debug, Clone)]
pub(crate) struct Mens {
    /// `03-intern-begeleider`: what stands before the addresses this person saw.
    pub(crate) naam: String,
    /// What the form of the chooser sends.
    pub(crate) fields: Vec<(String, String)>,
}

/// Somebody who is signed in.
pub(crate) struct Browser {
    pub(crate) router: Router,
    pub(crate) cookie: String,
}

/// What came back.
pub(crate) struct Antwoord {
    pub(crate) status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Antwoord {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    pub(crate) fn is_page(&self) -> bool {
        self.header(CONTENT_TYPE.as_str()).starts_with("text/html")
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Status, kind and where it leads, in one line.
    pub(crate) fn head(&self) -> String {
        format!("{} {} {}", self.status.as_u16(), self.header(CONTENT_TYPE.as_str()), self.location())
    }
}

impl Gebied {
    /// Makes the region.
    pub(crate) async fn maak(dossiers: usize) -> Self {
        let place = Home::sqlite().place().await;
        let at: Timestamp = MOMENT.parse().expect("an instant");
        let options = Options::new(Secret::from_bytes([7; 32]), at);
        let storage = SqlStorage::open(place.address(), options).await.expect("an empty database");
        let app =
            Arc::new(App::new(Arc::new(storage), Letters::by(Text)).expect("law and matrix load").as_demo());
        let opties = demo::Opties { dossiers, zaad: 1 };
        demo::fill(&app, opties, Moment::of(at), &|_| {}).await.expect("the region is taken");
        let settings = Settings { demo: true, ..Settings::default() };
        let router = web::router(WebState::new(app.clone(), Arc::new(move || at), settings));
        Self { router, app, _place: place }
    }

    /// Whom the demo offers, in the order in which it does.
    pub(crate) async fn mensen(&self) -> Vec<Mens> {
        let page = self.browser_of(String::new()).get("/demo").await.text();
        let mut namen = html::seen(&page).lines().filter_map(kind_of).collect::<Vec<_>>().into_iter();
        let forms = html::forms(&page, "/demo").into_iter().filter(|form| form.action == "/demo");
        let mens = |(nr, form): (usize, html::Form)| {
            let naam = namen.next().unwrap_or_default();
            Mens { naam: format!("{nr:02}-{naam}"), fields: form.fields }
        };
        forms.enumerate().map(mens).collect()
    }

    /// Somebody nobody knows.
    pub(crate) fn onbekende(&self) -> Browser {
        self.browser_of(String::new())
    }

    fn browser_of(&self, cookie: String) -> Browser {
        Browser { router: self.router.clone(), cookie }
    }

    /// Signs somebody in.
    pub(crate) async fn als(&self, mens: &Mens) -> Browser {
        let answer = self.onbekende().post("/demo", &mens.fields).await;
        let set = answer.header(SET_COOKIE.as_str());
        self.browser_of(set.split(';').next().unwrap_or_default().to_owned())
    }
}

/// The role in the line of the chooser that says who somebody is: `ouder`, `intern begeleider · De Regenboog`.
fn kind_of(line: &str) -> Option<String> {
    let role = line.split(" · ").next()?;
    let known = dossier::rol::ROLLEN.iter().find(|rol| rol.label() == role)?;
    Some(known.code().to_owned())
}

impl Browser {
    pub(crate) async fn get(&self, address: &str) -> Antwoord {
        self.send(Request::get(address).header("accept", "text/html").body(Body::empty()).expect("a request"))
            .await
    }

    /// Sends a form of this site.
    pub(crate) async fn post(&self, address: &str, fields: &[(String, String)]) -> Antwoord {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address)
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin")
            .header("accept", "text/html")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    async fn send(&self, mut request: Request<Body>) -> Antwoord {
        if !self.cookie.is_empty() {
            request.headers_mut().insert(COOKIE, self.cookie.parse().expect("a cookie"));
        }
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        Antwoord { status: parts.status, headers: parts.headers, bytes: bytes.to_vec() }
    }
}
