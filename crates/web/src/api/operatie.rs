//! One declaration per operation of the interface: from it come its route, what it lets through, and its place in the
//! document. An operation that is not declared has no address.

use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::MethodRouter;
use serde_json::Value;
use web_base::error::{Fout, Probleem};
use web_base::limits;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::schema::{Schemas, Vorm};

/// Makes the schema of a body.
pub(super) type Schemamaker = fn(&mut Schemas) -> Value;

/// A group of operations, as the document and the page show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Groep {
    /// Its name.
    pub(super) naam: &'static str,
    /// What it is about.
    pub(super) over: &'static str,
}

/// What an operation gives when it goes well.
#[derive(Debug, Clone, Copy)]
pub(super) enum Antwoord {
    /// JSON of this shape.
    Json(Schemamaker),
    /// The bytes of a document, of one of these kinds.
    Bytes(&'static [&'static str]),
    /// Nothing.
    Leeg,
}

/// A key of the query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sleutel {
    /// Its name.
    pub(super) naam: &'static str,
    /// What it does.
    pub(super) zegt: &'static str,
    /// What stands behind it.
    pub(super) schema: Schemamaker,
}

impl Sleutel {
    /// A key whose value is of a type.
    pub(super) const fn of<T: Vorm>(naam: &'static str, zegt: &'static str) -> Self {
        Self { naam, zegt, schema: T::schema }
    }
}

/// Whether a write carries a key under which it can be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Herhaalsleutel {
    /// It reads only.
    Geen,
    /// It may; its version makes repeating harmless already.
    Mag,
    /// It must.
    Moet,
}

/// One operation.
#[derive(Clone, Copy)]
pub(super) struct Operatie {
    /// The method, in small letters.
    pub(super) methode: &'static str,
    /// The path below `/api/v1`.
    pub(super) pad: &'static str,
    /// Its name in programs.
    pub(super) id: &'static str,
    /// Its group.
    pub(super) groep: Groep,
    /// What it does, in a few words.
    pub(super) wat: &'static str,
    /// The rest of what one must know.
    pub(super) uitleg: &'static str,
    /// Everybody may ask it.
    pub(super) open: bool,
    /// Keys of the query.
    pub(super) vraag: &'static [Sleutel],
    /// Keys of the query that a list declares: name, words and schema.
    pub(super) vraag_van_lijst: fn() -> Vec<(String, &'static str, Value)>,
    /// The key against doing it twice.
    pub(super) herhaal: Herhaalsleutel,
    /// What it is sent.
    pub(super) lichaam: Option<Schemamaker>,
    /// What it gives.
    pub(super) antwoord: Antwoord,
    /// The most that it is sent, in bytes.
    pub(super) hooguit: usize,
    /// It answers 409 when somebody was first.
    pub(super) botst: bool,
    /// It is refused when it cannot be done now, though nothing that was sent is wrong.
    pub(super) weigert: bool,
    route: fn() -> MethodRouter<WebState>,
}

macro_rules! methods {
    ($($methode:ident = $herhaal:ident;)+) => {
        $(
            /// An operation with this method.
            pub(super) const fn $methode(
                pad: &'static str,
                id: &'static str,
                (groep, wat): (Groep, &'static str),
                route: fn() -> MethodRouter<WebState>,
            ) -> Self {
                Self {
                    methode: stringify!($methode),
                    pad,
                    id,
                    groep,
                    wat,
                    uitleg: "",
                    open: false,
                    vraag: &[],
                    vraag_van_lijst: Vec::new,
                    herhaal: Herhaalsleutel::$herhaal,
                    lichaam: None,
                    antwoord: Antwoord::Leeg,
                    hooguit: limits::FORM_BYTES,
                    botst: false,
                    weigert: false,
                    route,
                }
            }
        )+
    };
}

impl Operatie {
    methods! {
        get = Geen;
        post = Geen;
        put = Mag;
        delete = Mag;
    }

    /// Everybody may ask it.
    pub(super) const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// What one must know of it.
    pub(super) const fn uitleg(mut self, uitleg: &'static str) -> Self {
        self.uitleg = uitleg;
        self
    }

    /// With these keys in the query.
    pub(super) const fn vraagt(mut self, vraag: &'static [Sleutel]) -> Self {
        self.vraag = vraag;
        self
    }

    /// With the keys that a list declares.
    pub(super) const fn vraagt_ook(mut self, vraag: fn() -> Vec<(String, &'static str, Value)>) -> Self {
        self.vraag_van_lijst = vraag;
        self
    }

    /// It is sent JSON of this shape.
    pub(super) const fn neemt(mut self, schema: Schemamaker) -> Self {
        self.lichaam = Some(schema);
        self
    }

    /// It is sent more than other operations are.
    pub(super) const fn hooguit(mut self, bytes: usize) -> Self {
        self.hooguit = bytes;
        self
    }

    /// It gives JSON of this shape.
    pub(super) const fn geeft(mut self, schema: Schemamaker) -> Self {
        self.antwoord = Antwoord::Json(schema);
        self
    }

    /// It gives a document of one of these kinds.
    pub(super) const fn geeft_bytes(mut self, kinds: &'static [&'static str]) -> Self {
        self.antwoord = Antwoord::Bytes(kinds);
        self
    }

    /// It is based on a version, and says so when somebody was first.
    pub(super) const fn botst(mut self) -> Self {
        self.botst = true;
        self
    }

    /// It can be refused, though nothing that was sent is wrong.
    pub(super) const fn weigert(mut self) -> Self {
        self.weigert = true;
        self
    }

    /// What it does is the same when it is done twice: a key under which it can be repeated is no need.
    pub(super) const fn onschadelijk(mut self) -> Self {
        self.herhaal = Herhaalsleutel::Mag;
        self
    }

    /// It asks for a key under which it can be repeated.
    pub(super) const fn herhaalbaar(mut self) -> Self {
        self.herhaal = Herhaalsleutel::Moet;
        self
    }

    /// Names of the parts of its path that differ.
    pub(super) fn path_parts(&self) -> impl Iterator<Item = &'static str> {
        self.pad.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }

    /// The statuses with which it can answer, lowest first.
    pub(super) fn statuses(&self) -> Vec<u16> {
        let body = self.lichaam.is_some();
        let given = match self.antwoord {
            Antwoord::Leeg => 204,
            Antwoord::Json(_) | Antwoord::Bytes(_) => 200,
        };
        let all = [
            (given, true),
            (400, true),
            (401, !self.open),
            // Also a request that a page of another site sends.
            (403, !self.open || self.methode != "get"),
            (404, self.path_parts().next().is_some()),
            (409, self.botst),
            (413, body),
            (415, body && !self.open),
            (422, body || self.botst || self.weigert),
            (500, true),
            (503, true),
        ];
        all.into_iter().filter(|(_, can)| *can).map(|(status, _)| status).collect()
    }

    /// Its route, which lets nothing through that is not declared.
    pub(super) fn route(&'static self, state: &WebState) -> MethodRouter<WebState> {
        let guard = move |State(state): State<WebState>, request: Request, next: Next| async move {
            match self.check(&state, request).await {
                Ok(request) => next.run(request).await,
                Err(fout) => fout.into_response(),
            }
        };
        let route = (self.route)().layer(DefaultBodyLimit::max(self.hooguit));
        route.route_layer(middleware::from_fn_with_state(state.clone(), guard))
    }

    /// Who asks comes first: whoever may ask nothing hears nothing of what else is wrong.
    async fn check(&self, state: &WebState, request: Request) -> Result<Request, Fout> {
        let (mut parts, body) = request.into_parts();
        if !self.open {
            Kijker::from_request_parts(&mut parts, state).await?;
        }
        self.check_query(parts.uri.query().unwrap_or_default())?;
        // What everybody may ask changes nothing, so nobody gains by sending it from a form of another site.
        if self.lichaam.is_some() && !self.open {
            check_kind(&parts.headers)?;
        }
        Ok(Request::from_parts(parts, body))
    }

    fn check_query(&self, query: &str) -> Result<(), Fout> {
        if query.is_empty() {
            return Ok(());
        }
        let of_list = (self.vraag_van_lijst)();
        let known = self.vraag.iter().map(|sleutel| sleutel.naam);
        let known: Vec<&str> = known.chain(of_list.iter().map(|(naam, ..)| naam.as_str())).collect();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if !known.contains(&key.as_ref()) {
                let expected = if known.is_empty() { "niets".to_owned() } else { known.join(", ") };
                return Err(Fout::vraag(&key, &expected));
            }
            if value.trim().is_empty() {
                return Err(Fout::vraag(&key, "een waarde"));
            }
        }
        Ok(())
    }
}

/// A body says that it is JSON, or nothing at all.
fn check_kind(headers: &HeaderMap) -> Result<(), Fout> {
    let Some(kind) = headers.get(CONTENT_TYPE) else { return Ok(()) };
    let kind = kind.to_str().unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let json = kind.eq_ignore_ascii_case("application/json") || kind.is_empty();
    if json {
        return Ok(());
    }
    let detail = "Stuur JSON, en zeg dat in de kop content-type: application/json.";
    let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    Err(Fout::Probleem(Box::new(Probleem::new(status, "geen_json_soort", "Dit is geen JSON", detail))))
}
