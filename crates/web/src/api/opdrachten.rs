//! The acts over HTTP: which there are, with their fields, and carrying one out or trying it.
//!
//! An act here is the act of the page: the same declaration reads its fields, the same open file decides it, and the same
//! rights hold. What a program may do is what its person may do.

use std::collections::BTreeMap;

use app::AppError;
use app::dossiers::Uitvoering;
use app::geopend::Geopend;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use base::DossierNummer;
use dossier::opdracht::velden::{Daad, Leesfout, Mis, Omgeving, Veldsoort};
use dossier::opdracht::{DADEN, Opdracht, daad_van};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::problem::{Botsing, VeldProbleem};
use crate::error::{Fout, Probleem, Uitkomst};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

/// The header with the key under which a request can be repeated.
const KEY_HEADER: &str = "idempotency-key";
/// Longest key.
const KEY_BYTES: usize = 80;

/// What a program sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verzoek {
    /// Number of the case or fact that the act is about; may be left out for an act about the file as a whole.
    #[serde(default)]
    over: u32,
    /// The version of the file that was seen.
    versie: u64,
    /// The fields of the act.
    velden: BTreeMap<String, Value>,
}

/// `GET /api/v1/opdrachten`: every act with declared fields.
pub(super) async fn list() -> Uitkomst {
    let all: Vec<Value> = DADEN.iter().map(described).collect();
    Ok(Json(all).into_response())
}

fn described(daad: &Daad) -> Value {
    let velden = (daad.velden)();
    let velden = velden.iter().map(|veld| {
        let (soort, keuzes): (&str, &[&str]) = match veld.soort {
            Veldsoort::Regel => ("regel", &[]),
            Veldsoort::Tekst => ("tekst", &[]),
            Veldsoort::Regels => ("regels", &[]),
            Veldsoort::Datum => ("datum", &[]),
            Veldsoort::JaNee => ("ja_nee", &[]),
            Veldsoort::Keuze(codes) => ("keuze", codes),
            Veldsoort::Vestiging => ("vestigingscode", &[]),
            Veldsoort::Nummer => ("nummer", &[]),
            Veldsoort::Nummers(_) => ("nummers", &[]),
        };
        json!({ "naam": veld.naam, "soort": soort, "verplicht": veld.verplicht, "keuzes": keuzes })
    });
    json!({ "naam": daad.naam, "velden": velden.collect::<Vec<_>>() })
}

/// `GET /api/v1/dossiers/{nummer}`: the version of a file and what this person's role may do in it. Nothing of the child.
pub(super) async fn file(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    let open = opened(&state, &kijker, &nummer).await?;
    let beeld = open.beeld();
    let mag: Vec<&str> = beeld.mag.iter().copied().filter(|naam| open.mag(naam)).collect();
    Ok(Json(json!({ "nummer": beeld.nummer.to_string(), "versie": beeld.versie, "mag": mag }))
        .into_response())
}

async fn opened(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let nummer: DossierNummer = nummer.parse().map_err(|_| Fout::NietGevonden)?;
    Ok(state.app.open(&kijker.kijker, &nummer, kijker.moment).await?)
}

/// `POST /api/v1/dossiers/{nummer}/opdrachten/{naam}`: carries an act out; with `?proef=ja` it is only tried.
pub(super) async fn act(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, naam)): Path<(String, String)>,
    vraag: Vraag,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let daad = daad_van(&naam).ok_or(Fout::NietGevonden)?;
    let trial = vraag.code("proef", |code| (code == "ja").then_some(()))?.is_some();
    let open = opened(&state, &kijker, &nummer).await?;
    open.vereis(daad.naam)?;
    let body = body.map_err(|rejection| Fout::body(rejection.status()))?;
    let verzoek: Verzoek =
        serde_json::from_slice(&body).map_err(|error| Fout::GeenJson { reden: error.to_string() })?;
    let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
    let omgeving = Omgeving { vandaag: kijker.moment.vandaag, school: school.as_ref() };
    let opdracht = read(daad, &verzoek, &omgeving)?;
    if trial {
        return tried(&open, opdracht);
    }
    let uitvoering = Uitvoering { expected: Some(verzoek.versie), ..Uitvoering::default() }.herhaalbaar(
        &kijker.kijker,
        key(&headers)?,
        &[naam.as_bytes(), b"\0", &body].concat(),
    );
    match open.doe(opdracht, uitvoering).await {
        Ok(done) => {
            let feiten = done
                .feiten()
                .map(|(nr, soort, on)| json!({ "volgnummer": nr, "soort": soort, "op": on.to_string() }));
            let feiten: Vec<Value> = feiten.collect();
            Ok(Json(json!({ "proef": false, "versie": done.versie(), "feiten": feiten })).into_response())
        }
        Err(AppError::Clash { .. }) => {
            // As it is now: somebody may have been first since the file was opened.
            Err(clashed(&opened(&state, &kijker, &nummer).await?, verzoek.versie))
        }
        Err(error) => Err(error.into()),
    }
}

fn tried(open: &Geopend, opdracht: Opdracht) -> Uitkomst {
    let decided = open.proef(opdracht).map_err(AppError::from)?;
    let feiten = decided.iter().map(|vaststelling| {
        json!({ "soort": vaststelling.gebeurtenis.event_type(), "op": vaststelling.on.to_string() })
    });
    let feiten: Vec<Value> = feiten.collect();
    Ok(Json(json!({ "proef": true, "versie": open.beeld().versie, "feiten": feiten })).into_response())
}

/// Reads the fields as the form would: a text, a list of lines, a date, yes or no.
fn read(daad: &Daad, verzoek: &Verzoek, omgeving: &Omgeving<'_>) -> Result<Opdracht, Fout> {
    let velden = (daad.velden)();
    let mut wrong: Vec<VeldProbleem> = Vec::new();
    for (naam, value) in &verzoek.velden {
        if !velden.iter().any(|veld| veld.naam == naam) {
            let known: Vec<&str> = velden.iter().map(|veld| veld.naam).collect();
            wrong.push(field(naam, &format!("geen onbekend veld; wel: {}", known.join(", "))));
        } else if as_text(value).is_none() {
            wrong.push(field(naam, "een tekst, een lijst van teksten, of true of false"));
        }
    }
    let text = |naam: &str| verzoek.velden.get(naam).and_then(as_text).unwrap_or_default();
    match (daad.lees)(verzoek.over, &text, omgeving) {
        Ok(opdracht) if wrong.is_empty() => Ok(opdracht),
        Ok(_) => Err(unfit(wrong)),
        Err(fouten) => {
            wrong.extend(fouten.iter().map(said));
            Err(unfit(wrong))
        }
    }
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(true) => Some("ja".to_owned()),
        Value::Bool(false) => Some("nee".to_owned()),
        Value::Null => Some(String::new()),
        Value::Array(items) => {
            let lines: Option<Vec<String>> = items.iter().map(as_text).collect();
            Some(lines?.join("\n"))
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Object(_) => None,
    }
}

fn said(fout: &Leesfout) -> VeldProbleem {
    match &fout.wat {
        Mis::Leeg => field(fout.veld, "dit moet worden ingevuld"),
        Mis::GeenDatum(_) => field(fout.veld, "een datum als 2026-03-02"),
        Mis::Vorm(expected) => field(fout.veld, expected),
    }
}

fn field(naam: &str, verwacht: &str) -> VeldProbleem {
    let veld = naam.chars().take(KEY_BYTES).collect();
    VeldProbleem { veld, gegeven: String::new(), verwacht: verwacht.to_owned() }
}

fn unfit(velden: Vec<VeldProbleem>) -> Fout {
    let lines: Vec<String> =
        velden.iter().map(|fout| format!("{}: verwacht {}", fout.veld, fout.verwacht)).collect();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let problem = Probleem::new(status, "ongeldige_invoer", "De invoer klopt niet", lines.join("\n"));
    Fout::Probleem(Box::new(problem.with_fields(velden)))
}

/// The key that makes a repeated request harmless; every write has one.
fn key(headers: &HeaderMap) -> Result<&str, Fout> {
    let given = headers.get(KEY_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !given.is_empty() && given.len() <= KEY_BYTES {
        return Ok(given);
    }
    let detail =
        format!("Geef elke opdracht een eigen sleutel in de kop {KEY_HEADER}, hooguit {KEY_BYTES} tekens.");
    let problem =
        Probleem::new(StatusCode::BAD_REQUEST, "sleutel_ontbreekt", "Er is geen herhaalsleutel", detail);
    Err(Fout::Probleem(Box::new(problem)))
}

/// Somebody was first: both versions, and what this person may see of what came in between.
fn clashed(open: &Geopend, seen: u64) -> Fout {
    let beeld = open.beeld();
    let news = beeld.tijdlijn.iter().filter(|regel| regel.volgnummer > seen);
    let botsing = Botsing {
        versie_gezien: seen,
        versie_nu: beeld.versie,
        sindsdien: news.map(|regel| format!("{}: {}", regel.op, regel.tekst)).collect(),
    };
    let problem = Probleem::new(
        StatusCode::CONFLICT,
        "botsing",
        "Iemand anders was u voor",
        "Er is niets vastgelegd. Haal het dossier opnieuw op, kijk wat er veranderde, en stuur de opdracht opnieuw met de nieuwe versie.",
    );
    Fout::Probleem(Box::new(problem.with_both_sides(botsing)))
}
