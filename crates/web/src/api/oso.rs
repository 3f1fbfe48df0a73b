//! Taking over an OSO dossier that another program made, or only looking what would come of it.

use app::AppError;
use app::dossiers::herhaling;
use app::oso::{OsoOpties, OsoUitkomst};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::response::IntoResponse;
use axum::routing::post;
use base::{Date, DossierNummer};
use serde::Deserialize;
use web_base::error::Uitkomst;
use web_base::limits;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::lees;
use super::opdrachten::{PROEF, field, is_trial, key, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Bytes64, Vorm, aanwezig, teksten, vorm};
use crate::paginas::may_take_over;

const OSO: Groep = Groep {
    naam: "OSO",
    over: "Een dossier uit de leerlingadministratie overnemen, zonder overtypen. Voor de intern begeleider van de school.",
};

pub(super) const OPERATIES: &[Operatie] = &[Operatie::post(
    "/oso-overnames",
    "neemOsoOver",
    (OSO, "Een OSO-dossier overnemen, of alleen bekijken"),
    || post(take_over),
)
.uitleg("Van school naar samenwerkingsverband (POSWV of VOSWV, versie 2019.1). Met `proef=ja` wordt niets vastgelegd: het antwoord zegt wat er zou komen, of waarom het niet kan.")
.vraagt(&[PROEF])
.herhaalbaar()
.neemt(Osobestand::schema)
.hooguit(limits::OSO_JSON_BYTES)
.geeft(Osouitkomst::schema)];

vorm! {
    /// A dossier to take over.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    Osobestand: "Een OSO-dossier." {
        inhoud: Bytes64 = "Het XML-bestand, in base64.",
        eigen_school: bool = "Het hoort bij uw school, ook als er een andere schoolcode in staat.",
        #[serde(deserialize_with = "aanwezig")]
        dossier: Option<Nummertekst> = "Voeg het toe aan dit dossier van hetzelfde kind.",
        ander_kind: bool = "Er is al een dossier van een kind met deze naam en geboortedatum, en dit is een ander kind.",
    }
    /// What was taken over, or would be.
    Osouitkomst: "Wat er is overgenomen, of zou worden." {
        proef: bool = "Er is niets vastgelegd: het was een proef.",
        dossier: Option<String> = "Nummer van het dossier; niet bij een proef.",
        aanvraag: Option<u32> = "Nummer van de aanvraag die ermee begonnen is of al liep; niet bij een proef.",
        kind: String = "Naam van het kind in het bestand.",
        geboortedatum: Option<Date> = "Geboortedatum in het bestand.",
        waarden: u64 = "Hoeveel gegevens.",
        bijlagen: u64 = "Hoeveel bijlagen.",
        achtergehouden: Vec<String> = "Wat de ouders niet wilden delen.",
        voorlopig: Option<bool> = "De school kan het nog veranderen; leeg als dat niet bekend is.",
        ouders_inzage: Option<bool> = "De ouders hebben het gezien; leeg als dat niet bekend is.",
        akkoord: Option<bool> = "De ouders zijn het eens met de inhoud; leeg als dat niet bekend is.",
        toestemming: Option<bool> = "De ouders geven toestemming om het te delen; leeg als dat niet bekend is.",
        meldingen: Vec<String> = "Wat u moet weten.",
    }
}

teksten! {
    /// The number of a file.
    Nummertekst = { "type": "string", "pattern": "^[0-9]{4}-[0-9]{6}$" };
}

impl Osouitkomst {
    fn of(done: OsoUitkomst) -> Self {
        let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
        Self {
            proef: done.dossier.is_none(),
            dossier: done.dossier.map(|nummer| nummer.to_string()),
            aanvraag: done.aanvraag,
            kind: done.kind,
            geboortedatum: done.geboortedatum,
            waarden: count(done.waarden),
            bijlagen: count(done.bijlagen),
            achtergehouden: done.opt_out,
            voorlopig: done.voorlopig,
            ouders_inzage: done.ouders_inzage,
            akkoord: done.akkoord,
            toestemming: done.toestemming,
            meldingen: done.meldingen,
        }
    }
}

async fn take_over(
    State(state): State<WebState>,
    kijker: Kijker,
    vraag: Vraag,
    request: Request,
) -> Uitkomst {
    let actor = &kijker.kijker.actor;
    if !may_take_over(actor.rol) {
        return Err(AppError::Forbidden { reden: teksten::toegang::oso_ib() }.into());
    }
    let proef = is_trial(&vraag)?;
    let key = key(request.headers())?.to_owned();
    // So many bytes are read of nobody else.
    let (bestand, body): (Osobestand, Bytes) = lees(Bytes::from_request(request, &state).await)?;
    let mut wrong = Vec::new();
    let dossier = bestand.dossier.as_ref().map(|nummer| nummer.0.parse::<DossierNummer>());
    if matches!(dossier, Some(Err(_))) {
        wrong.push(field("dossier", "een dossiernummer zoals 2026-000017"));
    }
    let Some(bytes) = bestand.inhoud.bytes().filter(|_| wrong.is_empty()) else {
        if bestand.inhoud.bytes().is_none() {
            wrong.push(field("inhoud", "een bestand in base64"));
        }
        return Err(unfit(wrong));
    };
    let request = [b"oso\0", body.as_ref()].concat();
    let opties = OsoOpties {
        school: bestand.eigen_school.then(|| actor.organisatie.vestiging()).flatten(),
        dossier: dossier.and_then(Result::ok),
        zeker_nieuw: bestand.ander_kind,
        proef,
        herhaling: Some(herhaling(&kijker.kijker, &key, &request)),
    };
    let done = Box::pin(state.app.importeer_oso(&kijker.kijker, kijker.moment, bytes, &opties)).await?;
    Ok(Json(Osouitkomst::of(done)).into_response())
}
