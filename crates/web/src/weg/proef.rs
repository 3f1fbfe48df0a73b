//! For tests of these pages: the program with the invented region, and browsers of people who are signed in.

use axum::Router;
use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Request, StatusCode};
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::toegang::Kijker;
use testkit::TestApp;
use tower::ServiceExt;
use web_base::state::{Settings, WebState};

use crate::paginas::tests::contract;

/// The program.
pub(crate) struct Proef {
    pub(crate) kit: TestApp,
    router: Router,
}

/// Somebody who is signed in, or a program with a key.
pub(crate) struct Browser {
    router: Router,
    /// What it sends with every request: its cookie or its key.
    wie: (HeaderName, String),
}

/// What came back.
pub(crate) struct Antwoord {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Proef {
    pub(crate) async fn start() -> Self {
        Self::on(TestApp::sqlite().await)
    }

    /// The same on a program that is there.
    pub(crate) fn on(kit: TestApp) -> Self {
        let settings = Settings { demo: true, ..Settings::default() };
        let router = crate::router(WebState::new(kit.app.clone(), std::sync::Arc::new(kit.klok()), settings));
        Self { kit, router }
    }

    /// Somebody in a role at the school where files begin.
    pub(crate) async fn as_(&self, rol: Rol) -> Browser {
        self.browser(&self.kit.as_(rol)).await
    }

    /// A browser of somebody, in the role of whoever that is.
    pub(crate) async fn browser(&self, kijker: &Kijker) -> Browser {
        let moment = self.kit.moment();
        let sessie = self.kit.app.sign_in_as(&kijker.actor.persoon, moment).await.unwrap();
        let token = sessie.token.expose();
        let who = self.kit.app.who(token, moment).await.unwrap().unwrap();
        if who.gekozen.as_ref() != Some(kijker) {
            let held = who
                .rollen
                .iter()
                .find(|held| held.rol == kijker.actor.rol && held.organisatie == kijker.actor.organisatie)
                .unwrap();
            self.kit.app.choose_rol(token, held.id, moment).await.unwrap();
        }
        self.who(COOKIE, format!("sessie={token}"))
    }

    /// A browser that got a cookie.
    pub(crate) fn with_cookie(&self, cookie: String) -> Browser {
        self.who(COOKIE, cookie)
    }

    /// A program with a key.
    pub(crate) fn program(&self, key: &str) -> Browser {
        self.who(AUTHORIZATION, format!("Bearer {key}"))
    }

    /// Somebody who is not signed in.
    pub(crate) fn nobody(&self) -> Browser {
        self.who(COOKIE, String::new())
    }

    fn who(&self, header: HeaderName, value: String) -> Browser {
        Browser { router: self.router.clone(), wie: (header, value) }
    }

    /// A file that tells a story.
    pub(crate) async fn given(&self, verhaallijn: Verhaallijn) -> DossierNummer {
        self.kit.given(verhaallijn).await
    }

    /// Somebody in a role at the school of the first registration or the enrolment of a file.
    pub(crate) async fn at_school_of(&self, nummer: &DossierNummer, rol: Rol) -> Browser {
        let dossier = self.kit.dossier(nummer).await;
        let enrolled = dossier.inschrijving_op(self.kit.moment().vandaag).map(|i| i.vestiging.organisatie());
        let registered = dossier.aanmeldingen.first().map(|a| a.vestiging.organisatie());
        let school = enrolled.or(registered).unwrap();
        self.browser(&self.kit.as_at(rol, &school)).await
    }

    /// The boxes of a form for each who has authority in a file today.
    pub(crate) async fn parents(&self, nummer: &DossierNummer) -> Vec<String> {
        let dossier = self.kit.dossier(nummer).await;
        dossier
            .gezag_op(self.kit.moment().vandaag)
            .map(|persoon| format!("voor_persoon_{}", persoon.nr))
            .collect()
    }

    /// The school of the first registration of a file.
    pub(crate) async fn at_registration_of(&self, nummer: &DossierNummer, rol: Rol) -> Browser {
        let dossier = self.kit.dossier(nummer).await;
        self.browser(&self.kit.as_at(rol, &dossier.aanmeldingen[0].vestiging.organisatie())).await
    }
}

impl Browser {
    pub(crate) async fn get(&self, address: &str) -> Antwoord {
        self.send(Request::get(address).header("accept", "text/html").body(Body::empty()).unwrap()).await
    }

    /// Sends a form of this site.
    pub(crate) async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Antwoord {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address)
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Opens a form and sends it, with the version of the file that stands in it, and the mark of what it shows of a draft.
    pub(crate) async fn fill(&self, address: &str, fields: &[(&str, &str)]) -> Antwoord {
        let form = self.get(address).await;
        assert_eq!(form.status, StatusCode::OK, "{address}: {}", form.body);
        let version = form.version().to_owned();
        let read =
            form.body.split("name=\"gelezen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let along = std::iter::once(("versie", version.as_str())).chain(read.map(|mark| ("gelezen", mark)));
        let shown =
            hidden(&form.body).into_iter().filter(|(naam, _)| fields.iter().all(|(own, _)| own != naam));
        let all: Vec<(&str, &str)> = along.chain(shown).chain(fields.iter().copied()).collect();
        self.post(address, &all).await
    }

    /// Sends a form of this site with a file: name of its field, name of the file, contents.
    pub(crate) async fn upload(
        &self,
        address: &str,
        fields: &[(&str, &str)],
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Antwoord {
        let part = |head: String| format!("--grens\r\nContent-Disposition: form-data; name={head}\r\n\r\n");
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("{}{value}\r\n", part(format!("\"{name}\""))).bytes());
        }
        body.extend(
            part(format!("\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/pdf")).bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend(b"\r\n--grens--\r\n");
        let request = Request::post(address)
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends JSON, as a program does, with a key under which it can be repeated.
    pub(crate) async fn json(&self, address: &str, key: &str, body: &serde_json::Value) -> Antwoord {
        let request = Request::post(address)
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin")
            .header("idempotency-key", key)
            .header(CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Sends JSON that takes the place of what is there.
    pub(crate) async fn put(&self, address: &str, body: &serde_json::Value) -> Antwoord {
        let request = Request::put(address).header(CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// The same, with a key under which it can be repeated.
    pub(crate) async fn put_once(&self, address: &str, key: &str, body: &serde_json::Value) -> Antwoord {
        let request =
            Request::put(address).header("idempotency-key", key).header(CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Asks with a method, and nothing more.
    pub(crate) async fn with_method(&self, method: &str, address: &str) -> Antwoord {
        self.send(Request::builder().method(method).uri(address).body(Body::empty()).unwrap()).await
    }

    async fn send(&self, mut request: Request<Body>) -> Antwoord {
        let (header, value) = &self.wie;
        request.headers_mut().insert(header, value.parse().unwrap());
        let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if path.starts_with("/api/v1/") {
            contract::check(&method, &path, parts.status.as_u16(), &parts.headers, &body);
        }
        Antwoord { status: parts.status, headers: parts.headers, body }
    }
}

impl Antwoord {
    pub(crate) fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The version of the file in the form of this page.
    pub(crate) fn version(&self) -> &str {
        let after = self.body.split("name=\"versie\" value=\"").nth(1);
        after.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }

    /// It is done, and one is led to an address that begins so.
    #[track_caller]
    pub(crate) fn assert_leads_to(&self, begin: &str) {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        assert!(self.location().starts_with(begin), "{} is not {begin}", self.location());
    }

    /// The form was refused.
    #[track_caller]
    pub(crate) fn assert_refused(&self) {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.body);
    }

    /// The page says this somewhere, white space aside.
    #[track_caller]
    pub(crate) fn assert_says(&self, text: &str) {
        let joined = self.body.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(text), "'{text}' is not in:\n{}", self.body);
    }

    /// The page does not say this.
    #[track_caller]
    pub(crate) fn assert_silent_on(&self, text: &str) {
        assert!(!self.body.contains(text), "'{text}' is in:\n{}", self.body);
    }
}

/// What a form asks nobody and sends along, but for what keeps its draft.
fn hidden(body: &str) -> Vec<(&str, &str)> {
    let form = body
        .split("<form method=\"post\"")
        .skip(1)
        .find(|form| form.split('>').next().is_some_and(|tag| !tag.contains("action=")));
    let form = form.and_then(|form| form.split("</form>").next()).unwrap_or_default();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1).filter_map(|field| {
        let (naam, rest) = field.split_once("\" value=\"")?;
        Some((naam, rest.split('"').next()?))
    });
    let of_draft = ["versie", "gelezen", "merk", "concept", "standen", "geopend", "rij_minder"];
    fields.filter(|(naam, _)| !of_draft.contains(naam)).collect()
}
