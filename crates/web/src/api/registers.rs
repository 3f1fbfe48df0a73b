//! Registers over HTTP: the schools that are known, and the check of a declaration.

use app::organisaties::Schoolkaart;
use app::register::Tlvcontrole;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use base::{Date, SwvCode, Vestigingscode};
use serde::Deserialize;
use web_base::error::{Fout, Uitkomst};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::BLADZIJDE;
use super::lees;
use super::opdrachten::{field, unfit};
use super::operatie::{Groep, Operatie};
use super::schema::{Vorm, teksten, vorm};
use crate::paginas::SCHOLEN;

const REGISTERS: Groep =
    Groep { naam: "Registers", over: "De scholen die bekend zijn, en het controleren van een verklaring." };

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/scholen", "geefScholen", (REGISTERS, "Scholen zoeken"), || get(schools))
        .uitleg("Vijftig per bladzijde.")
        .vraagt(&[BLADZIJDE])
        .vraagt_ook(|| SCHOLEN.parameters())
        .geeft(Scholen::schema),
    Operatie::get("/scholen/{vestigingscode}", "geefSchool", (REGISTERS, "Eén school"), || get(school))
        .geeft(School::schema),
    Operatie::post("/tlv-controles", "controleerVerklaring", (REGISTERS, "Een verklaring controleren"), || {
        post(check)
    })
    .uitleg("Voor de school die een kind wil plaatsen. Een onbekend nummer en een verkeerde geboortedatum geven hetzelfde antwoord.")
    .neemt(Controlevraag::schema)
    .geeft(Controle::schema),
];

vorm! {
    /// A page of schools.
    Scholen: "Een bladzijde scholen." {
        totaal: u64 = "Hoeveel er in totaal zijn.",
        rijen: Vec<School> = "De rijen van deze bladzijde.",
    }
    /// A school.
    School: "Een school." {
        vestigingscode: String = "Vestigingscode.",
        naam: String = "Naam.",
        schoolsoort: &'static str = "Soort school.",
        openbaar: bool = "Openbaar, of bijzonder.",
        plaats: String = "Plaats.",
        gemeente: Option<String> = "Gemeentecode.",
        bestuur: Option<String> = "Nummer van het bevoegd gezag.",
        swv_po: Option<String> = "Samenwerkingsverband voor primair onderwijs.",
        swv_vo: Option<String> = "Samenwerkingsverband voor voortgezet onderwijs.",
        leerlingen: Option<u32> = "Aantal leerlingen, waar bekend.",
        afgeleid: Vec<&'static str> = "Wat is afgeleid en in geen bron staat.",
        bronnen: Vec<String> = "De bronnen, met hun datum.",
    }
    /// A declaration as somebody asks about it.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    Controlevraag: "Een verklaring zoals zij op de brief staat." {
        samenwerkingsverband: Swvtekst = "Code van het samenwerkingsverband, zoals PO9901.",
        nummer: Nummertekst = "Nummer van de verklaring, zoals 2026-00017.",
        geboortedatum: Dagtekst = "Geboortedatum van het kind, zoals 2017-03-02.",
    }
    /// What the register says.
    Controle: "Wat het register zegt." {
        gevonden: bool = "Er is een verklaring met dit nummer en deze geboortedatum.",
        verklaring: Option<GecontroleerdeVerklaring> = "De verklaring.",
    }
    /// A declaration.
    GecontroleerdeVerklaring: "Een verklaring, voor wie het nummer en de geboortedatum kent." {
        samenwerkingsverband: String = "Wie haar gaf.",
        nummer: String = "Nummer.",
        soort: String = "Waarvoor.",
        van: Date = "Eerste dag.",
        tot_en_met: Date = "Laatste dag.",
        ingetrokken_per: Option<Date> = "Zij is ingetrokken vanaf deze dag, die nog kan komen.",
        te_gebruiken: bool = "Zij is nu te gebruiken.",
        stand: String = "Hoe zij staat: verleend, bekend, gebruikt, verlopen of ingetrokken.",
    }
}

/// Most characters to search for, or in the number of a declaration.
const MOST_WORDS: usize = 100;

/// The same for programs.
const WORDS: &str = r"^[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$";

/// Words to search for. The store need not take every character that there is.
fn words(text: &str) -> Option<String> {
    let fits = text.chars().count() <= MOST_WORDS && !text.contains(char::is_control);
    (fits && !text.is_empty()).then(|| text.to_owned())
}

teksten! {
    /// The code of a partnership.
    Swvtekst = { "type": "string", "pattern": SWV };
    /// The number of a declaration.
    Nummertekst = { "type": "string", "pattern": WORDS, "maxLength": MOST_WORDS };
    /// A day.
    Dagtekst = { "type": "string", "format": "date" };
}

/// Codes of partnerships.
const SWV: &str = "^(PO|VO)[0-9]{4}$";

async fn schools(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    // What a page passes on as it was typed is checked for programs: it is in the document.
    vraag.code("zoek", words)?;
    let wanted = SCHOLEN.wens_of_interface(&vraag)?.page(vraag.rows()?);
    let found = state.app.scholen(&wanted, kijker.moment.vandaag).await?;
    let rijen = found.rows.iter().map(School::of).collect();
    Ok(Json(Scholen { totaal: found.total, rijen }).into_response())
}

async fn school(State(state): State<WebState>, kijker: Kijker, Path(code): Path<String>) -> Uitkomst {
    let code: Vestigingscode = code.parse().map_err(|_| Fout::NietGevonden)?;
    let found = state.app.schoolkaart(&code, kijker.moment.vandaag).await?;
    Ok(Json(School::of(&found.ok_or(Fout::NietGevonden)?)).into_response())
}

impl School {
    fn of(kaart: &Schoolkaart) -> Self {
        let school = &kaart.school;
        let text = |code: Option<String>| code.filter(|code| !code.is_empty());
        Self {
            vestigingscode: school.vestiging.to_string(),
            naam: school.naam.clone(),
            schoolsoort: school.schoolsoort.code(),
            openbaar: school.openbaar,
            plaats: school.plaats.clone(),
            gemeente: text(school.gemeente.as_ref().map(ToString::to_string)),
            bestuur: text(school.bestuur.as_ref().map(ToString::to_string)),
            swv_po: text(school.swv_po.as_ref().map(ToString::to_string)),
            swv_vo: text(school.swv_vo.as_ref().map(ToString::to_string)),
            leerlingen: kaart.leerlingen.and_then(|(_, count)| count),
            afgeleid: kaart.afgeleid.iter().map(|fact| fact.code()).collect(),
            bronnen: kaart.bronnen.clone(),
        }
    }
}

async fn check(
    State(state): State<WebState>,
    kijker: Kijker,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let (asked, _): (Controlevraag, Bytes) = lees(body)?;
    let mut wrong = Vec::new();
    let swv = asked.samenwerkingsverband.0.parse::<SwvCode>();
    let swv = swv.map_err(|error| wrong.push(field("samenwerkingsverband", error.expected))).ok();
    let born = asked.geboortedatum.0.parse::<Date>();
    let born = born.map_err(|_| wrong.push(field("geboortedatum", "een datum als 2017-03-02"))).ok();
    let number = words(asked.nummer.0.trim());
    if number.is_none() {
        wrong.push(field("nummer", "een nummer als 2026-00017"));
    }
    let Some(((swv, born), number)) = swv.zip(born).zip(number) else { return Err(unfit(wrong)) };
    let found = state.app.controleer_tlv(&kijker.kijker, kijker.moment, &swv, &number, born).await?;
    let verklaring = found.map(GecontroleerdeVerklaring::of);
    Ok(Json(Controle { gevonden: verklaring.is_some(), verklaring }).into_response())
}

impl GecontroleerdeVerklaring {
    fn of(tlv: Tlvcontrole) -> Self {
        Self {
            samenwerkingsverband: tlv.swv.to_string(),
            nummer: tlv.nummer,
            soort: tlv.soort,
            van: tlv.van,
            tot_en_met: tlv.tot_en_met,
            ingetrokken_per: tlv.ingetrokken_per,
            te_gebruiken: tlv.te_gebruiken,
            stand: tlv.status.code().to_owned(),
        }
    }
}
