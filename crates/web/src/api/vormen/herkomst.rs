//! Why something is so: the computation behind a date or an outcome, with its places in the law.

use base::{Date, Vindplaats};
use dossier::berekend;
use serde_json::Value;

use super::vorm;

vorm! {
    /// How an outcome came about.
    Berekening: "Hoe een uitkomst tot stand kwam." {
        regel: String = "Naam van de regel.",
        op: Date = "De dag waarvan het recht is toegepast.",
        stappen: Vec<Stap> = "De stappen, in volgorde.",
        vindplaatsen: Vec<Plaats> = "Waar het staat.",
        bewijs_regels: String = "Vingerafdruk van de regels.",
        bewijs_invoer: Option<String> = "Vingerafdruk van de invoer; niet voor een gezin.",
    }
    /// One step.
    Stap: "Eén stap van een berekening." {
        omschrijving: String = "Wat er gedaan is.",
        resultaat: String = "Wat eruit kwam.",
        vindplaats: Option<u64> = "Welke van de vindplaatsen erbij hoort, vanaf 0.",
    }
    /// A place in the law.
    Plaats: "Een plaats in de wet." {
        wet: String = "De wet.",
        bwb: String = "BWB-nummer; leeg bij beleid.",
        artikel: String = "Artikel.",
        lid: Option<String> = "Lid.",
        zekerheid: &'static str = "Hoe zeker: wettekst, wettekst_2015, website, beleid, kennis of door_gebruiker.",
    }
}

impl Berekening {
    pub(in crate::api) fn of(berekening: &berekend::Berekening) -> Self {
        let stappen = berekening.stappen.iter().map(|stap| Stap {
            omschrijving: stap.omschrijving.clone(),
            resultaat: stap.resultaat.clone(),
            vindplaats: stap.vindplaats.and_then(|place| u64::try_from(place).ok()),
        });
        Self {
            regel: berekening.regel.clone(),
            op: berekening.op,
            stappen: stappen.collect(),
            vindplaatsen: berekening.vindplaatsen.iter().map(Plaats::of).collect(),
            bewijs_regels: berekening.bewijs_regels.clone(),
            bewijs_invoer: Some(berekening.bewijs_invoer.clone()),
        }
    }
}

/// What the input of a rule was can be guessed by trying a rule, which anybody may: a family is given no digest of it. What it
/// may know of the input stands in the steps.
pub(super) fn without_fingerprints(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| {
            if name == "bewijs_invoer" && field.is_string() {
                *field = Value::Null;
            } else {
                without_fingerprints(field);
            }
        }),
        Value::Array(items) => items.iter_mut().for_each(without_fingerprints),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Plaats {
    fn of(place: &Vindplaats) -> Self {
        Self {
            wet: place.wet.clone(),
            bwb: place.bwb.clone(),
            artikel: place.artikel.clone(),
            lid: place.lid.clone(),
            zekerheid: web_base::error::problem::certainty(place.zekerheid),
        }
    }
}
