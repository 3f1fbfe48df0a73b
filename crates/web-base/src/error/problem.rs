//! Problem details (RFC 9457): how the JSON interface says no.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::{Vindplaats, Zekerheid};
use serde::Serialize;
use serde_json::{Value, json};

use app::AppError;
use app::weigering::{voluit, wat_wel};
use dossier::Refusal;
use dossier::opdracht::velden::Rijplaats;
use teksten::{Taal, fout};

use super::Fout;

/// Problem details, with the fields that are wrong and the place in the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Probleem {
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    regel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vindplaats: Option<Plaats>,
    #[serde(skip_serializing_if = "String::is_empty")]
    wat_wel: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fouten: Vec<VeldProbleem>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    botsing: Option<Botsing>,
}

/// Somebody else was first: what the asker saw, what stands there now, and what happened in between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Botsing {
    /// The version that the request was based on.
    pub versie_gezien: u64,
    /// The version now.
    pub versie_nu: u64,
    /// What the asker may see of what came since, newest first.
    pub sindsdien: Vec<String>,
    /// What the asker wanted to keep in a field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waarde_gegeven: Option<String>,
    /// What stands in that field now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waarde_nu: Option<String>,
}

/// A field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VeldProbleem {
    /// Path of the field, `opschortingen[0].geeindigd_op`; empty for the input as a whole.
    pub veld: String,
    /// What was given, cut short.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub gegeven: String,
    /// What is wrong with it, or what was expected.
    pub verwacht: String,
}

/// A place in the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Plaats {
    wet: String,
    bwb: String,
    artikel: String,
    lid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    onderdeel: Option<String>,
    zekerheid: &'static str,
}

/// What the kinds of problem are named after.
const KINDS: &str = "urn:leerrecht:probleem:";

impl Probleem {
    /// Problem details of a kind.
    pub fn new(status: StatusCode, code: &str, title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("{KINDS}{code}"),
            title: title.into(),
            status: status.as_u16(),
            detail: detail.into(),
            regel: None,
            vindplaats: None,
            wat_wel: String::new(),
            fouten: Vec::new(),
            botsing: None,
        }
    }

    /// Adds both sides of a clash.
    #[must_use]
    pub fn with_both_sides(mut self, botsing: Botsing) -> Self {
        self.botsing = Some(botsing);
        self
    }

    /// Names the rule that was asked.
    #[must_use]
    pub fn about_rule(mut self, naam: &str) -> Self {
        self.regel = Some(naam.to_owned());
        self
    }

    /// Adds the place in the law.
    #[must_use]
    pub fn at(mut self, vindplaats: Option<&Vindplaats>) -> Self {
        self.vindplaats = vindplaats.map(Plaats::from);
        self
    }

    /// Adds the fields that are wrong.
    #[must_use]
    pub fn with_fields(mut self, fouten: Vec<VeldProbleem>) -> Self {
        self.fouten = fouten;
        self
    }

    pub(super) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub(super) fn title(&self) -> &str {
        &self.title
    }

    pub(super) fn code(&self) -> &str {
        self.kind.strip_prefix(KINDS).unwrap_or_default()
    }

    /// What went wrong, in the language of whoever reads it.
    pub fn in_taal(fout: &Fout, taal: Taal) -> Self {
        let said = || Self::new(fout.status(), fout.code(), taal.zeg(fout.heading()), fout.zeg(taal));
        match fout {
            Fout::Probleem(problem) => (**problem).clone(),
            Fout::App(AppError::Refused(refusal)) => Self::of_refusal(refusal, taal),
            Fout::Vraag { sleutel, verwacht } => said().with_fields(vec![VeldProbleem {
                veld: sleutel.clone(),
                gegeven: String::new(),
                verwacht: taal.zeg(verwacht),
            }]),
            Fout::App(_)
            | Fout::NietGevonden
            | Fout::Formulier { .. }
            | Fout::GeenFormulier
            | Fout::GeenJson { .. }
            | Fout::TeGroot
            | Fout::Inloggen(_)
            | Fout::Sleutel(_)
            | Fout::KiesRol(_)
            | Fout::Laag(_)
            | Fout::Intern => said(),
        }
    }

    fn of_refusal(refusal: &Refusal, taal: Taal) -> Self {
        let (detail, titel) = (voluit(taal, refusal), taal.zeg(fout::kop_kan_nu_niet()));
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, refusal.code, titel, detail);
        let field = refusal.veld.map(|veld| VeldProbleem {
            veld: refusal.rij.as_ref().map_or_else(|| veld.to_owned(), |rij| in_rij(rij, veld)),
            gegeven: String::new(),
            verwacht: taal.zeg(&refusal.reden),
        });
        Self { wat_wel: wat_wel(taal, refusal), ..problem }
            .at(refusal.vindplaats.as_deref())
            .with_fields(field.into_iter().collect())
    }
}

/// The place of a field of a row in a body: `doelen[1].omschrijving`.
pub fn in_rij(rij: &Rijplaats, veld: &str) -> String {
    format!("{}[{}].{veld}", rij.lijst, rij.nr.saturating_sub(1))
}

impl From<&Fout> for Probleem {
    /// In Dutch, for programs.
    fn from(fout: &Fout) -> Self {
        Self::in_taal(fout, Taal::Nl)
    }
}

impl From<&Vindplaats> for Plaats {
    fn from(place: &Vindplaats) -> Self {
        Self {
            wet: place.wet.clone(),
            bwb: place.bwb.clone(),
            artikel: place.artikel.clone(),
            lid: place.lid.clone(),
            onderdeel: place.onderdeel.clone(),
            zekerheid: certainty(place.zekerheid),
        }
    }
}

/// The code of the public contract.
pub fn certainty(zekerheid: Zekerheid) -> &'static str {
    match zekerheid {
        Zekerheid::Wettekst => "wettekst",
        Zekerheid::Wettekst2015 => "wettekst_2015",
        Zekerheid::Website => "website",
        Zekerheid::Beleid => "beleid",
        Zekerheid::Kennis => "kennis",
        Zekerheid::DoorGebruiker => "door_gebruiker",
    }
}

/// What problem details look like, for programs; a test compares it with what is sent.
pub fn schema() -> Value {
    let text = |zegt: &str| json!({ "type": "string", "description": zegt });
    let number = |zegt: &str| json!({ "type": "integer", "minimum": 0, "description": zegt });
    let field = json!({
        "type": "object",
        "properties": {
            "veld": text("Het veld; leeg voor het geheel."),
            "gegeven": text("Wat er stond, ingekort."),
            "verwacht": text("Wat er mis is, of wat er moet staan."),
        },
        "required": ["veld", "verwacht"],
        "additionalProperties": false,
    });
    let place = json!({
        "type": "object",
        "description": "Waar het staat, en hoe zeker we dat weten.",
        "properties": {
            "wet": text("De wet."),
            "bwb": text("BWB-nummer."),
            "artikel": text("Artikel."),
            "lid": { "type": ["string", "null"], "description": "Lid." },
            "onderdeel": { "type": "string", "description": "Onderdeel van dat lid (de letter), waar het nodig is." },
            "zekerheid": text("Hoe zeker."),
        },
        "required": ["wet", "bwb", "artikel", "lid", "zekerheid"],
        "additionalProperties": false,
    });
    json!({
        "type": "object",
        "description": "Een probleembericht (RFC 9457).",
        "properties": {
            "type": text("Het soort probleem, als urn."),
            "title": text("Wat er is, in een paar woorden."),
            "status": { "type": "integer", "minimum": 400, "maximum": 599, "description": "De HTTP-status." },
            "detail": text("Wat er is, voor een mens."),
            "regel": text("De regel die nee zegt."),
            "vindplaats": place,
            "wat_wel": text("Wat er wel kan."),
            "fouten": { "type": "array", "items": field, "description": "De velden die niet kloppen." },
            "versie_gezien": number("De versie waar het verzoek van uitging."),
            "versie_nu": number("De versie van nu."),
            "sindsdien": { "type": "array", "items": { "type": "string" }, "description": "Wat er sindsdien kwam." },
            "waarde_gegeven": text("Wat u in het veld wilde zetten."),
            "waarde_nu": text("Wat er nu in het veld staat."),
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": false,
    })
}

impl IntoResponse for Probleem {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        (self.status(), [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
