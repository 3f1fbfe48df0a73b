//! A running program without a socket, a browser that keeps cookies, and people to be.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::organisaties::NieuweOrganisatie;
use app::{App, Letters, Moment};
use axum::Router;
use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use base::{OrganisatieId, PersoonId, Timestamp};
use dossier::Rol;
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use tower::ServiceExt;
use verband::{School, Schoolsoort};
use web::{Settings, WebState};

/// The password of everybody here.
pub(crate) const PASSWORD: &str = "de ijsvogel duikt diep";
/// The moment of every request: Tuesday 3 March 2026, 14:02 in the Netherlands.
pub(crate) const NOW: &str = "2026-03-03T13:02:00Z";

/// A program on an empty database.
pub(crate) struct Programma {
    pub(crate) app: Arc<App>,
    pub(crate) router: Router,
    klok: Arc<AtomicI64>,
    _place: Place,
}

pub(crate) fn now() -> Moment {
    Moment::of(NOW.parse().unwrap())
}

impl Programma {
    /// An ordinary one, without TLS.
    pub(crate) async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    /// One with other settings; a demo gets a demo database.
    pub(crate) async fn with(settings: Settings) -> Self {
        let place = Home::sqlite().place().await;
        let options = Options::new(Secret::generate().unwrap(), Timestamp::UNIX_EPOCH);
        let storage = SqlStorage::open(place.address(), options).await.unwrap();
        let app = App::new(Arc::new(storage), Letters::none()).unwrap();
        let app = Arc::new(if settings.demo { app.as_demo() } else { app });
        if settings.demo {
            app.storage.mark_demo("{}").await.unwrap();
        }
        app.make_organisaties(&[school()], now()).await.unwrap();
        let at: Timestamp = NOW.parse().unwrap();
        let klok = Arc::new(AtomicI64::new(at.as_second()));
        let told = klok.clone();
        let clock = move || Timestamp::from_second(told.load(Ordering::Relaxed)).unwrap();
        let router = web::router(WebState::new(app.clone(), Arc::new(clock), settings));
        Self { app, router, klok, _place: place }
    }

    /// Lets minutes go by.
    pub(crate) fn later(&self, minutes: i64) {
        self.klok.fetch_add(minutes * 60, Ordering::Relaxed);
    }

    /// Somebody who can sign in with [`PASSWORD`].
    pub(crate) async fn member(&self, naam: &str, e_mail: &str, rol: Rol) -> PersoonId {
        let link = self.invited(naam, e_mail, rol).await;
        let chosen = self.app.open_link(&link, now()).await.unwrap().choose(PASSWORD).unwrap();
        self.app.activate(chosen, now()).await.unwrap()
    }

    /// Somebody who has a link and no password yet: the token of the link.
    pub(crate) async fn invited(&self, naam: &str, e_mail: &str, rol: Rol) -> String {
        let nieuw = NieuwAccount { naam: naam.to_owned(), e_mail: e_mail.to_owned(), rol: role(rol) };
        let made = self.app.create_account(Beheer::Machine, &nieuw, now()).await.unwrap();
        made.link.expose().to_owned()
    }

    /// A browser with nothing in it.
    pub(crate) fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookie: None }
    }

    /// A browser of somebody who is signed in.
    pub(crate) async fn signed_in(&self, naam: &str, rol: Rol) -> Browser {
        let e_mail = format!("{}@school.example", naam.to_lowercase().replace(' ', "."));
        self.member(naam, &e_mail, rol).await;
        let mut browser = self.browser();
        let page = browser.post("/inloggen", &[("e_mail", &e_mail), ("wachtwoord", PASSWORD)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
        browser
    }
}

/// A role at the one school there is.
pub(crate) fn role(rol: Rol) -> NieuweRol {
    let organisatie: OrganisatieId = "school/99ZZ00".parse().unwrap();
    NieuweRol { rol, organisatie, groep: None, van: None, tot: None }
}

fn school() -> NieuweOrganisatie {
    NieuweOrganisatie::School(School {
        vestiging: "99ZZ00".parse().unwrap(),
        naam: "De Regenboog".to_owned(),
        schoolsoort: Schoolsoort::Basisschool,
        openbaar: true,
        bestuur: Some("40631".parse().unwrap()),
        swv_po: Some("PO9901".parse().unwrap()),
        swv_vo: None,
        postcode: Some("1315AB".parse().unwrap()),
        plaats: "Vogelwijk".to_owned(),
        gemeente: Some("0034".parse().unwrap()),
        adres: "Snavelstraat 1".to_owned(),
        telefoon: String::new(),
    })
}

/// A browser: keeps its cookie and says where its forms come from.
pub(crate) struct Browser {
    pub(crate) router: Router,
    pub(crate) cookie: Option<String>,
}

/// What came back.
pub(crate) struct Antwoord {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Antwoord {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    pub(crate) fn allow(&self) -> &str {
        self.header(ALLOW.as_str())
    }

    /// The page says this somewhere, white space aside.
    #[track_caller]
    pub(crate) fn assert_says(&self, text: &str) {
        let joined = self.body.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(text), "'{text}' is not in:\n{}", self.body);
    }
}

impl Browser {
    pub(crate) async fn get(&mut self, address: &str) -> Antwoord {
        self.send(Request::get(address).header("accept", "text/html").body(Body::empty()).unwrap()).await
    }

    /// Sends a form of this site.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Antwoord {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address)
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub(crate) async fn send(&mut self, mut request: Request<Body>) -> Antwoord {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(COOKIE, cookie.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        if let Some(set) = response.headers().get(SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            self.cookie = (!pair.ends_with('=')).then_some(pair);
        }
        read(response).await
    }
}

async fn read(response: Response<Body>) -> Antwoord {
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Antwoord {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}
