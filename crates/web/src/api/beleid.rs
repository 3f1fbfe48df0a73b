//! The policy of a samenwerkingsverband: what holds, every version with its reason, and adopting another.

use app::AppError;
use app::concepten::LosFormulier;
use app::dossiers::herhaling;
use app::organisaties::{BeleidVersie, NieuwBeleid};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{get, put};
use base::{Date, SwvCode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use verband::beleid::{ExtraVraag, MOST_EXTRA_QUESTIONS};
use verband::grenzen::MINSTE_LETTERS_REDEN;
use verband::{Beleid, TlvSoort};
use web_base::error::problem::{Botsing, VeldProbleem};
use web_base::error::{Fout, Probleem, Uitkomst};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lees;
use super::opdrachten::{field, key, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Geheel, Schemas, Vorm, aanwezig, one_of, vorm};
use crate::paginas::own_swv;

const BELEID: Groep = Groep {
    naam: "Beleid",
    over: "Wat een samenwerkingsverband zelf regelt, voor de directeur. De wet blijft altijd gelden.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/beleid", "geefBeleid", (BELEID, "Het beleid, met elke versie"), || get(show))
        .geeft(Beleidsstand::schema),
    Operatie::put("/beleid", "stelBeleidVast", (BELEID, "Beleid vaststellen"), || put(adopt))
        .uitleg("Op de versie die u zag; geef alle instellingen. Een vraag in dezelfde woorden houdt haar code; een nieuwe vraag, of een in andere woorden, krijgt een code die nog nooit is gebruikt.")
        .herhaalbaar()
        .neemt(NieuwBeleidsbesluit::schema)
        .geeft(Vastgesteld::schema)
        .botst(),
];

vorm! {
    /// The policy as it stands.
    Beleidsstand: "Het beleid van uw samenwerkingsverband." {
        samenwerkingsverband: String = "Code van het samenwerkingsverband.",
        versie: u64 = "De versie, om nieuw beleid op te baseren.",
        beleid: Instellingen = "Wat nu geldt.",
        versies: Vec<Beleidsversie> = "Wat er is vastgesteld, het nieuwste eerst.",
    }
    /// One version.
    Beleidsversie: "Een versie van het beleid." {
        volgnummer: u64 = "Volgnummer.",
        op: Date = "Vastgesteld op.",
        waarom: String = "Waarom.",
        beleid: Instellingen = "Wat er staat.",
    }
    /// The settings.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    Instellingen: "De instellingen." {
        #[serde(deserialize_with = "aanwezig")]
        tlv_beslistermijn_weken: Option<Geheel> = "Binnen hoeveel weken u belooft te beslissen; niets voor de termijn van de wet.",
        onafhankelijke_deskundigen: bool = "Deskundigen moeten onafhankelijk zijn van de aanvrager.",
        extra_vragen: Vec<Extravraag> = "Vragen naast die van de wet, hooguit 20.",
        accentkleur: String = "Kleur van uw regio, zoals #0b5a6f; leeg voor die van Leerrecht.",
        telefoon_loket: String = "Telefoon van het loket; mag leeg zijn.",
        postadres: String = "Waar brieven en bezwaren heen gaan, op één regel; mag leeg zijn.",
        steunpunt: String = "Ouder- en jeugdsteunpunt: naam en telefoon; mag leeg zijn.",
        #[serde(default = "usual_letters")]
        minste_letters_reden: Geheel = "Hoeveel letters een reden ten minste heeft; zonder dit zoveel als overal.",
    }
    /// A question of the partnership.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    Extravraag: "Een extra vraag." {
        #[serde(deserialize_with = "aanwezig")]
        code: Option<String> = "Code; niets voor een nieuwe vraag.",
        vraag: String = "De vraag.",
        voor: Vec<Soortcode> = "Voor welke aanvragen.",
    }
    /// A policy to adopt.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    NieuwBeleidsbesluit: "Beleid om vast te stellen." {
        versie: Geheel = "De versie die u zag.",
        waarom: String = "Waarom het verandert.",
        beleid: Instellingen = "Alle instellingen.",
    }
    /// The policy was adopted.
    Vastgesteld: "Het beleid is vastgesteld." {
        versie: u64 = "De versie daarna.",
    }
}

/// The code of what a request is for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::api) struct Soortcode(String);

impl Vorm for Soortcode {
    fn schema(_: &mut Schemas) -> Value {
        one_of(&TlvSoort::ALL.iter().map(|soort| soort.code()).collect::<Vec<_>>())
    }
}

/// Whoever knows the settings of before asks no more than holds for everybody.
fn usual_letters() -> Geheel {
    Geheel(MINSTE_LETTERS_REDEN.into())
}

impl Instellingen {
    fn of(beleid: &Beleid) -> Self {
        Self {
            tlv_beslistermijn_weken: beleid.tlv_beslistermijn_weken.map(|weken| Geheel(weken.into())),
            onafhankelijke_deskundigen: beleid.onafhankelijke_deskundigen,
            extra_vragen: beleid.extra_vragen.iter().map(Extravraag::of).collect(),
            accentkleur: beleid.accentkleur.clone(),
            telefoon_loket: beleid.telefoon_loket.clone(),
            postadres: beleid.postadres.clone(),
            steunpunt: beleid.steunpunt.clone(),
            minste_letters_reden: Geheel(beleid.minste_letters_reden.into()),
        }
    }

    /// As the form of the page reads it; the law and its limits are for the use case.
    fn read(&self) -> Result<Beleid, Vec<VeldProbleem>> {
        let mut wrong = Vec::new();
        let weken = self.tlv_beslistermijn_weken.map(|weken| u16::try_from(weken.0));
        let weken = weken.transpose().unwrap_or_else(|_| {
            wrong.push(field("tlv_beslistermijn_weken", "een aantal weken zoals 6"));
            None
        });
        let letters = u16::try_from(self.minste_letters_reden.0).unwrap_or_else(|_| {
            wrong.push(field("minste_letters_reden", "een aantal letters zoals 20"));
            MINSTE_LETTERS_REDEN
        });
        if self.extra_vragen.len() > MOST_EXTRA_QUESTIONS {
            wrong.push(field("extra_vragen", &format!("hooguit {MOST_EXTRA_QUESTIONS} vragen")));
            return Err(wrong);
        }
        let mut vragen = Vec::new();
        for (nr, vraag) in self.extra_vragen.iter().enumerate() {
            match vraag.read() {
                Some(vraag) => vragen.push(vraag),
                None => wrong.push(field(&format!("extra_vragen[{nr}].voor"), "soorten zoals so en vso")),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Beleid {
            tlv_beslistermijn_weken: weken,
            onafhankelijke_deskundigen: self.onafhankelijke_deskundigen,
            extra_vragen: vragen,
            accentkleur: self.accentkleur.trim().to_lowercase(),
            telefoon_loket: self.telefoon_loket.trim().to_owned(),
            postadres: self.postadres.trim().to_owned(),
            steunpunt: self.steunpunt.trim().to_owned(),
            minste_letters_reden: letters,
        })
    }
}

impl Extravraag {
    fn of(vraag: &ExtraVraag) -> Self {
        Self {
            code: Some(vraag.id.clone()),
            vraag: vraag.vraag.clone(),
            voor: vraag.voor.iter().map(|soort| Soortcode(soort.code().to_owned())).collect(),
        }
    }

    /// One without a code gets one when it is adopted.
    fn read(&self) -> Option<ExtraVraag> {
        let voor = self.voor.iter().map(|soort| TlvSoort::from_code(&soort.0)).collect::<Option<_>>()?;
        let id = self.code.clone().unwrap_or_default();
        Some(ExtraVraag { id, vraag: self.vraag.trim().to_owned(), voor })
    }
}

impl Beleidsversie {
    fn of(versie: &BeleidVersie) -> Self {
        Self {
            volgnummer: versie.volgnummer,
            op: versie.op,
            waarom: versie.waarom.clone(),
            beleid: Instellingen::of(&versie.beleid),
        }
    }
}

/// Where the policy stands, with every version: what a version is based on goes first.
async fn standing(state: &WebState, swv: &SwvCode) -> Result<Beleidsstand, Fout> {
    let versie = state.app.beleid_stand(swv).await?;
    let versies = state.app.beleid_versies(swv).await?;
    let now = versies.first().map(|versie| versie.beleid.clone()).unwrap_or_default();
    Ok(Beleidsstand {
        samenwerkingsverband: swv.to_string(),
        versie,
        beleid: Instellingen::of(&now),
        versies: versies.iter().map(Beleidsversie::of).collect(),
    })
}

async fn show(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    let swv = own_swv(&kijker)?;
    Ok(Json(standing(&state, &swv).await?).into_response())
}

async fn adopt(
    State(state): State<WebState>,
    kijker: Kijker,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let swv = own_swv(&kijker)?;
    let (besluit, body): (NieuwBeleidsbesluit, Bytes) = lees(body)?;
    let key = key(&headers)?;
    let beleid = besluit.beleid.read().map_err(unfit)?;
    let request = [b"beleid\0", body.as_ref()].concat();
    let concept = state.app.los_concept(&kijker.kijker, kijker.moment, LosFormulier::Beleid)?;
    let nieuw = NieuwBeleid {
        beleid: beleid.clone(),
        waarom: besluit.waarom.clone(),
        expected: besluit.versie.0,
        idempotency: Some(herhaling(&kijker.kijker, key, &request)),
        drafts_done: vec![concept.klaar()],
    };
    match state.app.stel_beleid_vast(&kijker.kijker.actor, &swv, nieuw, kijker.moment).await {
        Ok(versie) => Ok(Json(Vastgesteld { versie }).into_response()),
        Err(AppError::Clash { .. }) => {
            Err(clashed(&standing(&state, &swv).await?, besluit.versie.0, &Instellingen::of(&beleid)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Somebody adopted another version first: both, whole.
fn clashed(now: &Beleidsstand, seen: u64, given: &Instellingen) -> Fout {
    let news = now.versies.iter().filter(|versie| versie.volgnummer > seen);
    let botsing = Botsing {
        versie_gezien: seen,
        versie_nu: now.versie,
        sindsdien: news.map(|versie| format!("{}: {}", versie.op, versie.waarom)).collect(),
        waarde_gegeven: Some(json!(given).to_string()),
        waarde_nu: Some(json!(now.beleid).to_string()),
    };
    let detail = "Er is niets vastgesteld. Haal het beleid opnieuw op, kijk wat er veranderde, en stuur het uwe opnieuw met de nieuwe versie als het nog klopt.";
    let problem = Probleem::new(StatusCode::CONFLICT, "botsing", "Iemand anders was u voor", detail);
    Fout::Probleem(Box::new(problem.with_both_sides(botsing)))
}
