//! Opening a file: a school records a registration in writing, or that a child is at school already.
//!
//! The child, each of its people and the act with which the file begins have the fields that the form of the page has: both
//! read them by the same declaration ([`dossier::algemeen::nieuw`]).

use app::aanmelden::{NieuwDossier, NieuwKind};
use app::dossiers::Uitvoering;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::post;
use dossier::algemeen::nieuw::{self, BEGINNEN, OUDERS};
use dossier::opdracht::Opdracht;
use dossier::opdracht::velden::{Bron, Leesfout, Omgeving, Veld};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use web_base::error::Uitkomst;
use web_base::error::problem::VeldProbleem;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::DOSSIERS;
use super::lees;
use super::opdrachten::{NieuwFeit, PROEF, Velden, field, is_trial, key, schema_of, unfit};
use super::operatie::Operatie;
use super::schema::{Schemas, Vorm, described, vorm};
use super::velden::{field_schema, said, typed};
use crate::weg::werk::omgeving;

pub(super) const OPERATIES: &[Operatie] = &[Operatie::post(
    "/dossiers",
    "openDossier",
    (DOSSIERS, "Een dossier openen voor een kind dat er nog geen heeft"),
    || post(open),
)
.uitleg("Voor de intern begeleider van de school. Het begint met een aanmelding op papier of per mail (`aanmelding`), of met een inschrijving die er al is (`inschrijving`). Is er bij uw school al een dossier van een kind met deze of bijna deze naam en geboortedatum, dan is het antwoord 422 `mogelijk_dubbel`; stuur `ander_kind` mee als het een ander kind is. Met `proef=ja` wordt niets vastgelegd: het antwoord zegt wat eruit zou komen, of waarom het niet kan.")
.vraagt(&[PROEF])
.herhaalbaar()
.neemt(request_schema)
.geeft(Dossieropening::schema)];

vorm! {
    /// What opening a file recorded, or would record.
    Dossieropening: "Wat het openen van een dossier vastlegde, of zou vastleggen." {
        proef: bool = "Er is niets vastgelegd: het was een proef.",
        nummer: Option<String> = "Dossiernummer; niet bij een proef.",
        versie: u64 = "De versie van het dossier daarna.",
        feiten: Vec<NieuwFeit> = "De feiten, in volgorde.",
    }
}

/// What a program sends.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verzoek {
    /// The child.
    kind: Velden,
    /// Its people.
    ouders: Value,
    /// From whom it is secret where the child is.
    geheimhouding: Velden,
    /// The parents registered the child.
    #[serde(default, deserialize_with = "present")]
    aanmelding: Option<Velden>,
    /// The child is at school already.
    #[serde(default, deserialize_with = "present")]
    inschrijving: Option<Velden>,
    /// This is another child than the one that is known.
    #[serde(default)]
    ander_kind: bool,
}

/// Who names it gives it.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Velden>, D::Error> {
    Velden::deserialize(deserializer).map(Some)
}

fn request_schema(schemas: &mut Schemas) -> Value {
    schemas.named("NieuwDossier", |schemas| {
        let kind = schema_of(nieuw::KIND.naam, nieuw::KIND.velden, schemas);
        let ouders = nieuw::oudervelden().first().map(field_schema);
        let geheim = schema_of("nieuwe_geheimhouding", nieuw::geheimvelden, schemas);
        let [aanmelding, inschrijving] =
            BEGINNEN.map(|act| act.daad().map(|daad| schema_of(act.naam(), daad.velden, schemas)));
        json!({
            "type": "object",
            "description": "Een dossier om te openen.",
            "properties": {
                "kind": described(&kind, "Het kind."),
                "ouders": ouders.map(|list| described(&list, "Wie het gezag heeft; anderen voegt u later toe.")),
                "geheimhouding": described(&geheim, "Voor wie het geheim is waar het kind woont en naar school gaat. Het geldt voordat er een brief wordt gemaakt. Bij `personen` zegt `geheim` bij een ouder voor wie."),
                "aanmelding": aanmelding,
                "inschrijving": inschrijving,
                "ander_kind": {
                    "type": "boolean",
                    "description": "Er is al een dossier van een kind met deze of bijna deze naam en geboortedatum, en dit is een ander kind.",
                },
            },
            "required": ["kind", "ouders", "geheimhouding"],
            "oneOf": [{ "required": ["aanmelding"] }, { "required": ["inschrijving"] }],
            "additionalProperties": false,
        })
    })
}

impl Verzoek {
    /// As the form of the page reads it.
    fn read(&self, omgeving: &Omgeving<'_>, of_age: bool) -> Result<NieuwDossier, Vec<VeldProbleem>> {
        let mut wrong = Vec::new();
        let child = part(("kind.", (nieuw::KIND.velden)(), &self.kind), &mut wrong, |bron| {
            (nieuw::KIND.lees)(0, bron, omgeving)
        });
        let given = Velden::from([(OUDERS.to_owned(), self.ouders.clone())]);
        let ouders = part(("", nieuw::oudervelden(), &given), &mut wrong, |bron| {
            nieuw::lees_ouders(bron, omgeving, of_age)
        });
        let geheim =
            part(("geheimhouding.", nieuw::geheimvelden(), &self.geheimhouding), &mut wrong, |bron| {
                nieuw::lees_geheim(bron, omgeving)
            });
        let begin = self.begin(omgeving, &mut wrong);
        match (child, ouders, geheim, begin) {
            (Some(Opdracht::OpenDossier(kind)), Some(ouders), Some(geheim), Some(begin))
                if wrong.is_empty() =>
            {
                let kind = NieuwKind::of(kind, ouders, geheim);
                Ok(NieuwDossier { kind, begin, zeker_nieuw: self.ander_kind })
            }
            _ => Err(wrong),
        }
    }

    /// The act with which the file begins.
    fn begin(&self, omgeving: &Omgeving<'_>, wrong: &mut Vec<VeldProbleem>) -> Option<Opdracht> {
        let [meld_aan, schrijf_in] = BEGINNEN;
        let (at, act, given) = match (&self.aanmelding, &self.inschrijving) {
            (Some(given), None) => ("aanmelding.", meld_aan, given),
            (None, Some(given)) => ("inschrijving.", schrijf_in, given),
            _ => {
                wrong.push(field("aanmelding", "een aanmelding of een inschrijving, niet allebei"));
                return None;
            }
        };
        let daad = act.daad()?;
        part((at, (daad.velden)(), given), wrong, |bron| (daad.lees)(0, bron, omgeving))
    }
}

/// Reads one part; what is wrong is added with the place of the part before the name of its field.
fn part<T>(
    (at, velden, given): (&str, Vec<Veld>, &Velden),
    wrong: &mut Vec<VeldProbleem>,
    lees: impl Fn(&Bron<'_>) -> Result<T, Vec<Leesfout>>,
) -> Option<T> {
    let typed = typed(at, &velden, given, wrong);
    let read = lees(&|naam| typed.get(naam).cloned().unwrap_or_default());
    read.map_err(|fouten| wrong.extend(fouten.iter().map(|fout| said(at, fout)))).ok()
}

/// `POST /api/v1/dossiers`: opens a file; with `?proef=ja` it is only tried.
async fn open(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let (who, moment) = (&kijker.kijker, kijker.moment);
    state.app.vereis_openen(who, moment)?;
    let trial = is_trial(&vraag)?;
    let (verzoek, body): (Verzoek, Bytes) = lees(body)?;
    let key = key(&headers)?;
    let school = state.app.eigen_school(who, moment).await?;
    let born = verzoek.kind.get("geboortedatum").and_then(|typed| typed.as_str()?.parse().ok());
    let of_age = born.is_some_and(|born| state.app.is_meerderjarig(born, moment.vandaag));
    let nieuw = verzoek.read(&omgeving(&kijker, school.as_ref()), of_age).map_err(unfit)?;
    if trial {
        let decided = state.app.proef_nieuw(who, moment, &nieuw).await?;
        let feiten = NieuwFeit::tried(&decided);
        let opening = Dossieropening { proef: true, nummer: None, versie: 0, feiten };
        return Ok(Json(opening).into_response());
    }
    let request = [b"dossiers\0", body.as_ref()].concat();
    let uitvoering = Uitvoering::default().herhaalbaar(who, key, &request);
    let done = state.app.open_nieuw(who, moment, &nieuw, uitvoering).await?;
    let opening = Dossieropening {
        proef: false,
        nummer: Some(done.nummer().to_string()),
        versie: done.versie(),
        feiten: NieuwFeit::done(&done),
    };
    Ok(Json(opening).into_response())
}
