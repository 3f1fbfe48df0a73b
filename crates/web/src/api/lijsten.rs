//! The lists of the pages over HTTP, through the same use cases: what a list tells somebody is decided there.

use app::lijst::{Aanvraag, Kind, Rows, Tlv, Toewijzing};
use app::lijsten::{Aanvragenlijst, Advieslijst, Kinderlijst};
use app::register::Registerlijst;
use app::vandaag::{BeurtRegel, Beurtenlijst};
use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use base::Date;
use dossier::Rol;
use dossier::beurt::Zet;

use super::dossiers::BLADZIJDE;
use super::operatie::{Groep, Operatie, Sleutel};
use super::schema::{Vorm, one_of, vorm};
use crate::error::Uitkomst;
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const LIJSTEN: Groep = Groep {
    naam: "Lijsten",
    over: "De lijsten van de pagina's, vijftig rijen per bladzijde. Een lijst zegt niemand meer dan de pagina van het kind.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/dossiers", "geefDossiers", (LIJSTEN, "De kinderen van uw werk"), || get(children))
        .vraagt(&[BLADZIJDE])
        .geeft(Kinderen::schema),
    Operatie::get("/beurten", "geefBeurten", (LIJSTEN, "Wie er aan zet is"), || get(turns))
        .vraagt(&[
            Sleutel {
                naam: "van",
                zegt: "Van u (`eigen`, dit geldt als u niets zegt) of van `anderen`.",
                schema: |_| one_of(&["eigen", "anderen"]),
            },
            Sleutel::of::<Zet>("zet", "Alleen dit werk."),
            Sleutel::of::<Date>("uiterlijk", "Alleen wat uiterlijk op deze dag moet."),
            BLADZIJDE,
        ])
        .geeft(Beurten::schema),
    Operatie::get(
        "/aanvragen",
        "geefAanvragen",
        (LIJSTEN, "De aanvragen bij uw samenwerkingsverband"),
        || get(requests),
    )
    .vraagt(&[BLADZIJDE])
    .geeft(Aanvragen::schema),
    Operatie::get(
        "/adviesvragen",
        "geefAdviesvragen",
        (LIJSTEN, "De aanvragen waarover u advies geeft"),
        || get(asked_advice),
    )
    .vraagt(&[BLADZIJDE])
    .geeft(Aanvragen::schema),
    Operatie::get(
        "/verklaringen",
        "geefVerklaringen",
        (LIJSTEN, "Het register van uw samenwerkingsverband"),
        || get(declarations),
    )
    .vraagt(&[Sleutel::of::<Date>("geldig", "Geldig op deze dag."), BLADZIJDE])
    .geeft(Verklaringen::schema),
];

vorm! {
    /// A page of children.
    Kinderen: "Een bladzijde kinderen." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<Kindrij> = "De rijen van deze bladzijde.",
    }
    /// A child.
    Kindrij: "Een kind in een lijst." {
        dossier: String = "Dossiernummer.",
        naam: String = "Naam.",
        geboortedatum: Option<Date> = "Geboortedatum.",
        fase: String = "Waar het staat, als code.",
        vestigingscode: Option<String> = "De school.",
        groep: Option<String> = "Groep.",
        aangemeld_op: Option<Date> = "Laatst aangemeld op.",
        volgende_datum: Option<Date> = "De volgende datum.",
        wacht_op_rol: Option<String> = "De rol die aan zet is.",
    }
    /// A page of turns.
    Beurten: "Een bladzijde beurten." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<Beurtrij> = "De rijen van deze bladzijde.",
    }
    /// A turn.
    Beurtrij: "Iemand is aan zet." {
        dossier: String = "Dossiernummer.",
        naam: String = "Naam van het kind.",
        groep: String = "Groep; mag leeg zijn.",
        zet: Zet = "Wat er moet gebeuren, als code.",
        wat: &'static str = "Wat er moet gebeuren.",
        over: String = "De zaak waar het over gaat, zoals `aanmelding-1`.",
        rol: Rol = "Wie, als rol.",
        organisatie: String = "Van welke organisatie.",
        van: Date = "Sinds.",
        uiterlijk: Option<Date> = "Uiterlijk.",
        grond: String = "Waarom die dag; mag leeg zijn.",
    }
    /// A page of requests.
    Aanvragen: "Een bladzijde aanvragen." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<Aanvraagrij> = "De rijen van deze bladzijde.",
    }
    /// A request.
    Aanvraagrij: "Een aanvraag in een lijst." {
        dossier: String = "Dossiernummer.",
        aanvraag: u32 = "Nummer van de aanvraag in het dossier.",
        naam: String = "Naam van het kind.",
        vestigingscode: Option<String> = "De school die aanvraagt.",
        soort: String = "Wat er gevraagd is.",
        fase: String = "Waar zij staat, als code.",
        ontvangen_op: Date = "Ontvangen op.",
        uiterlijk: Option<Date> = "Laatste dag om te beslissen.",
        opgeschort: bool = "De termijn staat stil.",
    }
    /// A page of declarations.
    Verklaringen: "Een bladzijde verklaringen." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<Verklaringrij> = "De rijen van deze bladzijde.",
    }
    /// A declaration.
    Verklaringrij: "Een verklaring in het register." {
        nummer: String = "Nummer.",
        dossier: String = "Dossiernummer.",
        aanvraag: u32 = "Nummer van de aanvraag in het dossier.",
        naam: String = "Naam van het kind.",
        geboortedatum: Option<Date> = "Geboortedatum.",
        soort: String = "Waarvoor.",
        categorie: Option<String> = "Bekostigingscategorie.",
        van: Date = "Eerste dag.",
        tot_en_met: Date = "Laatste dag.",
        stand: String = "Hoe zij staat.",
    }
}

async fn children(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = Kinderlijst::default();
    let found = state.app.kinderen(&kijker.kijker, kijker.moment, &lijst, vraag.rows()?).await?;
    let rijen = found.rows.into_iter().map(Kindrij::of).collect();
    Ok(Json(Kinderen { totaal: found.total, rijen }).into_response())
}

async fn turns(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = Beurtenlijst {
        zet: vraag.code("zet", Zet::from_code)?,
        uiterlijk: vraag.date("uiterlijk")?,
        ..Beurtenlijst::default()
    };
    let van = vraag.code("van", |code| ["eigen", "anderen"].iter().position(|known| *known == code))?;
    let (app, who, page) = (&state.app, &kijker.kijker, vraag.rows()?);
    let found: Rows<BeurtRegel> = if van == Some(1) {
        app.beurten_van_anderen(who, kijker.moment, &lijst, page).await?
    } else {
        app.eigen_beurten(who, kijker.moment, &lijst, page).await?
    };
    let rijen = found.rows.into_iter().map(Beurtrij::of).collect();
    Ok(Json(Beurten { totaal: found.total, rijen }).into_response())
}

async fn requests(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = Aanvragenlijst { open: true, ..Aanvragenlijst::default() };
    let found = state.app.aanvragen(&kijker.kijker, kijker.moment, &lijst, vraag.rows()?).await?;
    let rijen = found.rows.into_iter().map(Aanvraagrij::of).collect();
    Ok(Json(Aanvragen { totaal: found.total, rijen }).into_response())
}

async fn asked_advice(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = Advieslijst::default();
    let found = state.app.toewijzingen(&kijker.kijker, kijker.moment, &lijst, vraag.rows()?).await?;
    let requests =
        found.rows.into_iter().map(|Toewijzing { dossier, aanvraag, .. }| Aanvraag { dossier, aanvraag });
    let rijen = requests.map(Aanvraagrij::of).collect();
    Ok(Json(Aanvragen { totaal: found.total, rijen }).into_response())
}

async fn declarations(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = Registerlijst { geldig_op: vraag.date("geldig")?, ..Registerlijst::default() };
    let found = state.app.tlv_register(&kijker.kijker, &lijst, vraag.rows()?).await?;
    let rijen = found.rows.into_iter().map(Verklaringrij::of).collect();
    Ok(Json(Verklaringen { totaal: found.total, rijen }).into_response())
}

impl Kindrij {
    fn of(kind: Kind) -> Self {
        Self {
            dossier: kind.dossier.dossier.to_string(),
            naam: kind.dossier.weergavenaam,
            geboortedatum: kind.dossier.geboortedatum,
            fase: kind.fase,
            vestigingscode: kind.vestiging.map(|code| code.to_string()),
            groep: kind.dossier.groep,
            aangemeld_op: kind.aangemeld_op,
            volgende_datum: kind.volgende_datum,
            wacht_op_rol: kind.wacht_op_rol,
        }
    }
}

impl Beurtrij {
    fn of(beurt: BeurtRegel) -> Self {
        Self {
            dossier: beurt.dossier.to_string(),
            naam: beurt.naam,
            groep: beurt.groep,
            zet: beurt.zet,
            wat: beurt.zet.label(),
            over: beurt.onderwerp,
            rol: beurt.rol,
            organisatie: beurt.organisatie,
            van: beurt.van,
            uiterlijk: beurt.uiterlijk,
            grond: beurt.grond,
        }
    }
}

impl Aanvraagrij {
    fn of(Aanvraag { dossier, aanvraag }: Aanvraag) -> Self {
        Self {
            dossier: dossier.dossier.to_string(),
            aanvraag: aanvraag.aanvraag,
            naam: dossier.weergavenaam,
            vestigingscode: aanvraag.vestiging.map(|code| code.to_string()),
            soort: aanvraag.soort,
            fase: aanvraag.fase,
            ontvangen_op: aanvraag.ontvangen_op,
            uiterlijk: aanvraag.uiterlijk,
            opgeschort: aanvraag.opgeschort,
        }
    }
}

impl Verklaringrij {
    fn of(Tlv { dossier, tlv }: Tlv) -> Self {
        Self {
            nummer: tlv.nummer,
            dossier: dossier.to_string(),
            aanvraag: tlv.aanvraag,
            naam: tlv.weergavenaam,
            geboortedatum: tlv.geboortedatum,
            soort: tlv.soort,
            categorie: tlv.categorie,
            van: tlv.van,
            tot_en_met: tlv.tot_en_met,
            stand: tlv.status,
        }
    }
}
