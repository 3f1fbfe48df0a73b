//! Drafts over HTTP: the same drafts as the forms of the pages keep, field by field with a version each.
//!
//! Who may not do the act can neither read nor write its draft. A field that was kept twice with the same text, because a
//! program repeated its request, is no clash.

use app::concepten::{Bewaard, Conceptplek, Conceptveld, Formulier, LosFormulier};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{delete, get, put};
use base::{PersoonId, Timestamp};
use dossier::opdracht::velden::Veld as Daadveld;
use serde::Deserialize;
use web_base::error::problem::Botsing;
use web_base::error::{Fout, Probleem, Uitkomst};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::opened;
use super::lees;
use super::opdrachten::{field, optional_key, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Geheel, Vorm, vorm};
use crate::weg::has_loose_field;

const CONCEPTEN: Groep = Groep {
    naam: "Concepten",
    over: "Wat er in een formulier is getypt en nog niet verstuurd. Collega's delen een concept; ouders en deskundigen hebben hun eigen.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get(
        "/dossiers/{nummer}/concepten/{formulier}",
        "geefConcept",
        (CONCEPTEN, "Een concept lezen"),
        || get(of_file),
    )
    .geeft(Concept::schema),
    Operatie::delete(
        "/dossiers/{nummer}/concepten/{formulier}",
        "gooiConceptWeg",
        (CONCEPTEN, "Een concept weggooien"),
        || delete(drop_of_file),
    ),
    Operatie::put(
        "/dossiers/{nummer}/concepten/{formulier}/velden/{veld}",
        "bewaarConceptveld",
        (CONCEPTEN, "Een veld van een concept bewaren"),
        || put(keep_of_file),
    )
    .neemt(Veldinhoud::schema)
    .geeft(Veldversie::schema)
    .botst(),
    Operatie::get(
        "/concepten/{los}",
        "geefLosConcept",
        (CONCEPTEN, "Een concept zonder dossier lezen"),
        || get(loose),
    )
    .geeft(Concept::schema),
    Operatie::delete(
        "/concepten/{los}",
        "gooiLosConceptWeg",
        (CONCEPTEN, "Een concept zonder dossier weggooien"),
        || delete(drop_loose),
    ),
    Operatie::put(
        "/concepten/{los}/velden/{veld}",
        "bewaarLosConceptveld",
        (CONCEPTEN, "Een veld van een concept zonder dossier bewaren"),
        || put(keep_loose),
    )
    .neemt(Veldinhoud::schema)
    .geeft(Veldversie::schema)
    .botst(),
];

vorm! {
    /// A draft.
    Concept: "Een concept." {
        formulier: String = "Naam van het formulier.",
        stand: String = "Merk van wat er nu staat. Een opdracht die haar inhoud uit dit concept neemt, vraagt het als `gelezen`.",
        velden: Vec<Veld> = "De velden die bewaard zijn.",
    }
    /// A field that was kept.
    Veld: "Een bewaard veld." {
        veld: String = "Naam.",
        versie: u64 = "Versie, om het te wijzigen.",
        waarde: String = "Wat er staat.",
        door: String = "Wie het bewaarde.",
        op: Timestamp = "Wanneer.",
    }
    /// What a field becomes.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    Veldinhoud: "Wat er in een veld komt te staan." {
        versie: Geheel = "De versie die u zag; 0 voor een nieuw veld.",
        waarde: String = "Wat er komt te staan.",
    }
    /// The version of a field.
    Veldversie: "De nieuwe versie van een veld." {
        versie: u64 = "Versie.",
    }
}

/// The fields of a form: nothing else is kept under its name.
enum Velden {
    /// Those of its act, with what it asks besides.
    Genoemd(Vec<Daadveld>, Vec<String>),
    /// Of a form that is about no file.
    Los(LosFormulier),
}

/// A form has this field; those of a row are called `doelen.2.omschrijving`.
fn is_asked(declared: &[Daadveld], names: &[String], veld: &str) -> bool {
    declared.iter().any(|known| known.naam == veld || known.is_van(veld))
        || names.iter().any(|known| known == veld)
}

/// A draft that somebody may reach, with the fields that it may have.
struct Plek {
    plek: Conceptplek,
    formulier: String,
    /// The fields that its form has.
    velden: Velden,
    persoon: PersoonId,
}

impl Plek {
    async fn of_file(state: &WebState, kijker: &Kijker, nummer: &str, formulier: &str) -> Result<Self, Fout> {
        let open = opened(state, kijker, nummer).await?;
        let form = Formulier::parse(formulier).ok_or(Fout::NietGevonden)?;
        let plek = open.conceptplek(&form)?;
        let declared = form.opdracht().daad().map(|daad| (daad.velden)()).unwrap_or_default();
        let besides = crate::paginas::besides(form.opdracht()).into_iter().map(ToOwned::to_owned);
        let mut names: Vec<String> = besides.collect();
        names.extend(crate::paginas::questions(&open, &form).await?);
        let velden = Velden::Genoemd(declared, names);
        let persoon = kijker.kijker.actor.persoon.clone();
        Ok(Self { plek, formulier: form.naam(), velden, persoon })
    }

    fn loose(state: &WebState, kijker: &Kijker, formulier: &str) -> Result<Self, Fout> {
        let form = LosFormulier::parse(formulier).ok_or(Fout::NietGevonden)?;
        let plek = state.app.los_concept(&kijker.kijker, kijker.moment, form)?;
        let persoon = kijker.kijker.actor.persoon.clone();
        Ok(Self { plek, formulier: form.naam().to_owned(), velden: Velden::Los(form), persoon })
    }

    async fn show(&self) -> Uitkomst {
        let mut velden = Vec::new();
        let all = self.plek.velden().await?;
        let stand = app::concepten::stand(&all, &self.persoon);
        for kept in all {
            let door = self.plek.naam_van(&kept.door).await?.unwrap_or_default();
            let Conceptveld { veld, versie, waarde, op, .. } = kept;
            velden.push(Veld { veld, versie, waarde, door, op });
        }
        Ok(Json(Concept { formulier: self.formulier.clone(), stand, velden }).into_response())
    }

    async fn drop(&self, headers: &HeaderMap) -> Uitkomst {
        optional_key(headers)?;
        self.plek.gooi_weg().await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    }

    async fn keep(&self, veld: &str, headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Uitkomst {
        self.check_name(veld)?;
        optional_key(headers)?;
        let (inhoud, _): (Veldinhoud, Bytes) = lees(body)?;
        let versie = match self.plek.bewaar((veld, inhoud.versie.0), &inhoud.waarde).await? {
            Bewaard::Ja(versie) => versie,
            Bewaard::Botsing(Some(theirs)) if self.is_repeat(&inhoud, &theirs) => theirs.versie,
            Bewaard::Botsing(theirs) => return Err(self.clashed(&inhoud, theirs).await?),
            Bewaard::Verstuurd => return Err(self.clashed(&inhoud, None).await?),
        };
        Ok(Json(Veldversie { versie }).into_response())
    }

    fn check_name(&self, veld: &str) -> Result<(), Fout> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "_:.-".contains(c);
        if veld.is_empty() || veld.len() > 80 || !veld.chars().all(plain) {
            return Err(Fout::NietGevonden);
        }
        match &self.velden {
            Velden::Genoemd(declared, names) if !is_asked(declared, names, veld) => {
                let known = declared.iter().map(|field| field.naam).chain(names.iter().map(String::as_str));
                let known = known.collect::<Vec<_>>().join(", ");
                Err(unfit(vec![field(veld, &format!("een van: {known}"))]))
            }
            Velden::Los(form) if !has_loose_field(crate::paginas::loose_parts(*form), veld) => {
                Err(unfit(vec![field(veld, "een veld van dit formulier")]))
            }
            Velden::Genoemd(..) | Velden::Los(_) => Ok(()),
        }
    }

    /// The same request once more: nothing else was kept since.
    fn is_repeat(&self, ours: &Veldinhoud, theirs: &Conceptveld) -> bool {
        theirs.versie == ours.versie.0 + 1 && theirs.waarde == ours.waarde && theirs.door == self.persoon
    }

    async fn clashed(&self, ours: &Veldinhoud, theirs: Option<Conceptveld>) -> Result<Fout, Fout> {
        let (versie_nu, sindsdien, waarde_nu) = match theirs {
            Some(theirs) => {
                let door = self.plek.naam_van(&theirs.door).await?.unwrap_or_default();
                (theirs.versie, vec![format!("{door} bewaarde iets anders")], Some(theirs.waarde))
            }
            None => (0, vec!["het concept is weggegooid".to_owned()], None),
        };
        let botsing = Botsing {
            versie_gezien: ours.versie.0,
            versie_nu,
            sindsdien,
            waarde_gegeven: Some(ours.waarde.clone()),
            waarde_nu,
        };
        let detail =
            "Er is niets bewaard. Kijk wat er nu staat, en stuur het veld opnieuw met de nieuwe versie.";
        let problem = Probleem::new(StatusCode::CONFLICT, "botsing", "Iemand anders was u voor", detail);
        Ok(Fout::Probleem(Box::new(problem.with_both_sides(botsing))))
    }
}

async fn of_file(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, formulier)): Path<(String, String)>,
) -> Uitkomst {
    Plek::of_file(&state, &kijker, &nummer, &formulier).await?.show().await
}

async fn drop_of_file(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, formulier)): Path<(String, String)>,
    headers: HeaderMap,
) -> Uitkomst {
    Plek::of_file(&state, &kijker, &nummer, &formulier).await?.drop(&headers).await
}

async fn keep_of_file(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, formulier, veld)): Path<(String, String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    Plek::of_file(&state, &kijker, &nummer, &formulier).await?.keep(&veld, &headers, body).await
}

async fn loose(State(state): State<WebState>, kijker: Kijker, Path(formulier): Path<String>) -> Uitkomst {
    Plek::loose(&state, &kijker, &formulier)?.show().await
}

async fn drop_loose(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(formulier): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    Plek::loose(&state, &kijker, &formulier)?.drop(&headers).await
}

async fn keep_loose(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((formulier, veld)): Path<(String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    Plek::loose(&state, &kijker, &formulier)?.keep(&veld, &headers, body).await
}
