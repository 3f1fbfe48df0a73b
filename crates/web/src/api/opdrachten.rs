//! The acts over HTTP: which there are, with their fields, and carrying one out or trying it.
//!
//! An act here is the act of the page: the same declaration reads its fields, the same open file decides it, and the same
//! rights hold. What a program may do is what its person may do.

use std::collections::BTreeMap;
use teksten::Taal;

use app::AppError;
use app::dossiers::{Uitgevoerd, Uitvoering};
use app::geopend::Geopend;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use base::Date;
use dossier::opdracht::velden::{Daad, Omgeving, Veld, Veldsoort};
use dossier::opdracht::{OPDRACHTEN as OPDRACHTEN_VAN_DE_KERN, Opdracht, Vaststelling, daad_van, daden};
use serde::Deserialize;
use serde_json::{Value, json};
use web_base::error::problem::{Botsing, VeldProbleem};
use web_base::error::{Fout, Probleem, Uitkomst};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::opened;
use super::lees;
use super::operatie::{Groep, Operatie, Sleutel};
use super::schema::{Geheel, Schemas, Vorm, described, one_of, vorm};
use super::velden::{Soort, object_of, said, typed};
use crate::weg::werk::omgeving;

/// The header with the key under which a request can be repeated.
const KEY_HEADER: &str = "idempotency-key";
/// Longest key.
pub(super) const KEY_BYTES: usize = 80;

const OPDRACHTEN: Groep = Groep {
    naam: "Opdrachten",
    over: "Wat er in een dossier gedaan kan worden: dezelfde handelingen als op de pagina's, met dezelfde regels.",
};

/// Whether it is only tried.
pub(super) const PROEF: Sleutel =
    Sleutel { naam: "proef", zegt: "`ja`: alleen proberen.", schema: |_| one_of(&["ja", "nee"]) };

/// It is only tried.
pub(super) fn is_trial(vraag: &Vraag) -> Result<bool, Fout> {
    let which = vraag.code("proef", |code| ["nee", "ja"].iter().position(|known| *known == code))?;
    Ok(which == Some(1))
}

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/opdrachten", "geefOpdrachten", (OPDRACHTEN, "Alle opdrachten met hun velden"), || get(list))
        .open()
        .geeft(Vec::<Daadkaart>::schema),
    Operatie::post(
        "/dossiers/{nummer}/opdrachten/{naam}",
        "geefOpdracht",
        (OPDRACHTEN, "Een opdracht uitvoeren of proberen"),
        || post(act),
    )
    .uitleg("Welke velden er bij welke opdracht horen, staat in `GET /opdrachten` en in de schema's `VeldenVan…`. Met `proef=ja` wordt niets vastgelegd: het antwoord zegt wat eruit zou komen, of waarom het niet kan.")
    .vraagt(&[PROEF])
    .herhaalbaar()
    .neemt(request_schema)
    .geeft(Gedaan::schema)
    .botst(),
];

vorm! {
    /// An act with its fields.
    Daadkaart: "Een opdracht met haar velden." {
        naam: &'static str = "Naam, in het adres.",
        velden: Vec<Veldkaart> = "Haar velden, in volgorde.",
    }
    /// A field of an act.
    Veldkaart: "Een veld van een opdracht." {
        naam: &'static str = "Naam.",
        soort: &'static str = "Wat erin staat: regel, tekst, regels, datum, ja_nee, keuze, vestigingscode, account, samenwerkingsverband, stem, nummer, nummers of rijen.",
        verplicht: bool = "Het mag niet leeg blijven.",
        keuzes: Vec<&'static str> = "Waaruit te kiezen is; leeg als dat vrij is.",
        velden: Vec<Veldkaart> = "Van `rijen`: de velden van elke rij; anders leeg.",
        hoogstens: Option<u32> = "Van `rijen`: hoeveel het er kunnen zijn.",
    }
    /// What an act recorded, or would record.
    Gedaan: "Wat een opdracht vastlegde, of zou vastleggen." {
        proef: bool = "Er is niets vastgelegd: het was een proef.",
        versie: u64 = "De versie van het dossier daarna.",
        feiten: Vec<NieuwFeit> = "De feiten, in volgorde.",
    }
    /// A fact that an act recorded.
    NieuwFeit: "Een feit dat een opdracht vastlegde, of zou vastleggen." {
        volgnummer: Option<u64> = "Volgnummer in het dossier; niet bij een proef.",
        soort: String = "Soort gebeurtenis.",
        op: Date = "De dag waar het over gaat.",
    }
}

/// What a program sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verzoek {
    /// Number of the case or fact that the act is about; 0 for an act about the file as a whole.
    #[serde(default)]
    over: Geheel,
    /// The version of the file that was seen.
    versie: Geheel,
    /// The mark of the draft that was read, of an act that takes its contents from one.
    #[serde(default)]
    gelezen: Option<String>,
    /// The fields of the act.
    velden: Velden,
}

/// Fields with what a program sent in each.
pub(super) type Velden = BTreeMap<String, Value>;

/// Names of the acts.
pub(super) fn names() -> Vec<&'static str> {
    daden().map(|daad| daad.naam).collect()
}

fn request_schema(schemas: &mut Schemas) -> Value {
    schemas.named("Opdracht", |schemas| {
        let velden: Vec<Value> = daden().map(|daad| fields_schema(daad, schemas)).collect();
        let gelezen = "De `stand` van het concept dat u las, van een opdracht die haar inhoud daaruit neemt: `leg_aanvraag_voor`, `vraag_tlv_aan`, en `ontvang_aanvulling` van de school. Alle drie nemen het concept `vraag_tlv_aan-` met het nummer van de aanvraag.";
        let over = "Nummer van de zaak of het feit waar de opdracht over gaat; hoeft niet als zij over het hele dossier gaat.";
        json!({
            "type": "object",
            "description": "Een opdracht in een dossier.",
            "properties": {
                "over": described(&u32::schema(schemas), over),
                "versie": described(&u64::schema(schemas), "De versie van het dossier die u zag."),
                "gelezen": described(&String::schema(schemas), gelezen),
                "velden": { "anyOf": velden, "description": "De velden van de opdracht." },
            },
            "required": ["versie", "velden"],
            "additionalProperties": false,
        })
    })
}

/// `stel_behoefte_vast` as `VeldenVanStelBehoefteVast`.
pub(super) fn schema_name(daad: &str) -> String {
    let words = daad.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    std::iter::once("VeldenVan".to_owned()).chain(words).collect()
}

fn fields_schema(daad: &Daad, schemas: &mut Schemas) -> Value {
    schema_of(daad.naam, daad.velden, schemas)
}

/// The schema of declared fields: of an act, or of a part of one.
pub(super) fn schema_of(naam: &str, velden: fn() -> Vec<Veld>, schemas: &mut Schemas) -> Value {
    schemas
        .named(&schema_name(naam), |_| described(&object_of(&velden()), &format!("De velden van `{naam}`.")))
}

/// `GET /api/v1/opdrachten`: every act with declared fields.
async fn list() -> Uitkomst {
    let all: Vec<Daadkaart> = daden().map(card).collect();
    Ok(Json(all).into_response())
}

fn card(daad: &Daad) -> Daadkaart {
    Daadkaart { naam: daad.naam, velden: (daad.velden)().iter().map(field_card).collect() }
}

fn field_card(veld: &Veld) -> Veldkaart {
    let soort = Soort::of(veld.soort);
    let rijen = if let Veldsoort::Rijen(vorm) = veld.soort { Some(vorm) } else { None };
    let velden = rijen.map(|vorm| (vorm.velden)()).unwrap_or_default();
    Veldkaart {
        naam: veld.naam,
        soort: soort.naam,
        verplicht: veld.verplicht,
        keuzes: soort.keuzes.to_vec(),
        velden: velden.iter().map(field_card).collect(),
        hoogstens: rijen.map(|vorm| vorm.hoogstens),
    }
}

/// `POST /api/v1/dossiers/{nummer}/opdrachten/{naam}`: carries an act out; with `?proef=ja` it is only tried.
async fn act(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, naam)): Path<(String, String)>,
    vraag: Vraag,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let daad = daad_van(&naam).ok_or_else(|| not_here(&naam))?;
    let trial = is_trial(&vraag)?;
    let open = opened(&state, &kijker, &nummer).await?;
    open.vereis(daad.naam)?;
    let (verzoek, body): (Verzoek, Bytes) = lees(body)?;
    let versie = verzoek.versie.0;
    let key = key(&headers)?;
    let school = state.app.eigen_school(&kijker.kijker, kijker.moment).await?;
    let opdracht = read(daad, &verzoek, &omgeving(&kijker, school.as_ref()))?;
    if trial {
        return tried(&open, opdracht).await;
    }
    let request = [nummer.as_bytes(), b"\0", naam.as_bytes(), b"\0", &body].concat();
    let drafts_done = open.klaar_met(daad.naam, verzoek.over.0);
    let (expected, gelezen) = (Some(versie), verzoek.gelezen.clone());
    let uitvoering = Uitvoering { expected, gelezen, drafts_done, ..Uitvoering::default() };
    match open.doe(opdracht, uitvoering.herhaalbaar(&kijker.kijker, key, &request)).await {
        Ok(done) => {
            let gedaan = Gedaan { proef: false, versie: done.versie(), feiten: NieuwFeit::done(&done) };
            Ok(Json(gedaan).into_response())
        }
        Err(AppError::Clash { .. }) => {
            // As it is now: somebody may have been first since the file was opened.
            Err(clashed(&opened(&state, &kijker, &nummer).await?, versie).await?)
        }
        Err(AppError::ConceptVeranderd { gelezen, nu, wie }) => {
            Err(unread(&open, versie, (gelezen, nu), wie.as_deref()))
        }
        Err(error) => Err(error.into()),
    }
}

async fn tried(open: &Geopend, opdracht: Opdracht) -> Uitkomst {
    let decided = open.proef(opdracht).await?;
    let gedaan = Gedaan { proef: true, versie: open.beeld().versie, feiten: NieuwFeit::tried(&decided) };
    Ok(Json(gedaan).into_response())
}

impl NieuwFeit {
    /// What was recorded.
    pub(super) fn done(done: &Uitgevoerd) -> Vec<Self> {
        let fact =
            |(nr, soort, op): (u64, &str, Date)| Self { volgnummer: Some(nr), soort: soort.to_owned(), op };
        done.feiten().map(fact).collect()
    }

    /// What would be.
    pub(super) fn tried(decided: &[Vaststelling]) -> Vec<Self> {
        let fact = |vaststelling: &Vaststelling| Self {
            volgnummer: None,
            soort: vaststelling.gebeurtenis.event_type().to_owned(),
            op: vaststelling.on,
        };
        decided.iter().map(fact).collect()
    }
}

/// Says whether there is no such act, or one that needs more than fields and has a page only.
fn not_here(naam: &str) -> Fout {
    let known = OPDRACHTEN_VAN_DE_KERN.contains(&naam);
    let detail = if known {
        "Deze opdracht vraagt meer dan velden en kan alleen op de pagina's."
    } else {
        "Zo'n opdracht is er niet. `GET /opdrachten` noemt ze alle."
    };
    let problem = Probleem::new(
        StatusCode::NOT_FOUND,
        "onbekende_opdracht",
        "Die opdracht is hier niet",
        detail.to_owned(),
    );
    Fout::Probleem(Box::new(problem))
}

/// Reads the fields as the form would: a text, a list of lines, a date, yes or no.
fn read(daad: &Daad, verzoek: &Verzoek, omgeving: &Omgeving<'_>) -> Result<Opdracht, Fout> {
    let mut wrong: Vec<VeldProbleem> = Vec::new();
    let typed = typed("", &(daad.velden)(), &verzoek.velden, &mut wrong);
    let over = u32::try_from(verzoek.over.0).unwrap_or_else(|_| {
        wrong.push(field("over", "een nummer in het dossier"));
        0
    });
    match (daad.lees)(over, &|naam| typed.get(naam).cloned().unwrap_or_default(), omgeving) {
        Ok(opdracht) if wrong.is_empty() => Ok(opdracht),
        Ok(_) => Err(unfit(wrong)),
        Err(fouten) => {
            wrong.extend(fouten.iter().map(|fout| said("", fout)));
            Err(unfit(wrong))
        }
    }
}

pub(super) fn field(naam: &str, verwacht: &str) -> VeldProbleem {
    let veld = naam.chars().take(KEY_BYTES).collect();
    VeldProbleem { veld, gegeven: String::new(), verwacht: verwacht.to_owned() }
}

pub(super) fn unfit(velden: Vec<VeldProbleem>) -> Fout {
    let lines: Vec<String> =
        velden.iter().map(|fout| format!("{}: verwacht {}", fout.veld, fout.verwacht)).collect();
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let problem = Probleem::new(status, "ongeldige_invoer", "De invoer klopt niet", lines.join("\n"));
    Fout::Probleem(Box::new(problem.with_fields(velden)))
}

/// The key that makes a repeated request harmless; every act has one.
pub(super) fn key(headers: &HeaderMap) -> Result<&str, Fout> {
    optional_key(headers)?.ok_or_else(no_key)
}

/// The same, where the version alone makes a repeated request harmless.
pub(super) fn optional_key(headers: &HeaderMap) -> Result<Option<&str>, Fout> {
    let Some(given) = headers.get(KEY_HEADER) else { return Ok(None) };
    let given = given.to_str().unwrap_or_default();
    let plain = given.bytes().all(|byte| byte.is_ascii_graphic());
    if given.is_empty() || given.len() > KEY_BYTES || !plain { Err(no_key()) } else { Ok(Some(given)) }
}

fn no_key() -> Fout {
    let detail = format!(
        "Geef elke opdracht een eigen sleutel in de kop {KEY_HEADER}: hooguit {KEY_BYTES} letters, cijfers en leestekens, zonder spatie."
    );
    let problem =
        Probleem::new(StatusCode::BAD_REQUEST, "sleutel_ontbreekt", "Er is geen herhaalsleutel", detail);
    Fout::Probleem(Box::new(problem))
}

/// What stands in the draft is not what was read: both marks, and who wrote in it.
fn unread(open: &Geopend, versie_gezien: u64, (gelezen, nu): (String, String), wie: Option<&str>) -> Fout {
    let by = wie.map(|wie| Taal::Nl.zeg(teksten::weg::OokVan { wie }.tekst()));
    let botsing = Botsing {
        versie_gezien,
        versie_nu: open.beeld().versie,
        sindsdien: by.into_iter().collect(),
        waarde_gegeven: Some(gelezen),
        waarde_nu: Some(nu),
    };
    let problem = Probleem::new(
        StatusCode::CONFLICT,
        "concept_veranderd",
        "Het concept is veranderd sinds u het las",
        "Er is niets vastgelegd. Haal het concept opnieuw op, lees wat er nu staat, en stuur de opdracht opnieuw met de nieuwe `stand` als `gelezen`.",
    );
    Fout::Probleem(Box::new(problem.with_both_sides(botsing)))
}

/// Somebody was first: both versions, and what this person may see of what came in between.
async fn clashed(open: &Geopend, seen: u64) -> Result<Fout, Fout> {
    let news = open.sindsdien(seen).await?;
    let beeld = open.beeld();
    let botsing = Botsing {
        versie_gezien: seen,
        versie_nu: beeld.versie,
        sindsdien: news.iter().map(|regel| format!("{}: {}", regel.op, Taal::Nl.zeg(&regel.tekst))).collect(),
        waarde_gegeven: None,
        waarde_nu: None,
    };
    let problem = Probleem::new(
        StatusCode::CONFLICT,
        "botsing",
        "Iemand anders was u voor",
        "Er is niets vastgelegd. Haal het dossier opnieuw op, kijk wat er veranderde, en stuur de opdracht opnieuw met de nieuwe versie.",
    );
    Ok(Fout::Probleem(Box::new(problem.with_both_sides(botsing))))
}
