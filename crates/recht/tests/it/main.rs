//! The rules as the public contract describes them, row by row, through the generic door.

mod aanmelding;
mod almanak;
mod bevoegdheid;
mod bewijzen;
mod cijfers;
mod corpus;
mod dag_voor_dag;
mod deuren;
mod geld;
mod invarianten;
mod leerplicht;
mod onderdelen;
mod openbaar;
mod opp;
mod plekken;
mod plichten;
mod schooljaren;
mod schorsing;
mod stappen;
mod stilstand;
mod termijnenwet;
mod tlv;
mod verzuim;
mod verzuim_telling;

use std::sync::LazyLock;

use base::Date;
use recht::Wet;
use recht::openbaar::{Afloop, ToetsFout, toets_tekst};
use serde_json::Value;

/// A day on which every rule and branch is in force.
const OP: &str = "2026-09-01";

fn wet() -> &'static Wet {
    static WET: LazyLock<Wet> = LazyLock::new(|| Wet::load().expect("the corpus loads"));
    &WET
}

fn d(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The whole object, on `op`.
fn toets_op(regel: &str, gegevens: &Value, op: &str) -> (Value, Afloop) {
    toets_tekst(wet(), regel, &gegevens.to_string(), d(op))
        .unwrap_or_else(|fout| panic!("{regel} {gegevens}: {fout}"))
}

/// The outcome of a rule that is in force.
fn uitkomst(regel: &str, gegevens: &Value) -> Value {
    let (object, afloop) = toets_op(regel, gegevens, OP);
    assert_eq!(afloop, Afloop::Getoetst);
    assert_eq!(object["status"], "toegepast");
    object["uitkomst"].clone()
}

/// The paths of the wrong fields, sorted.
fn wrong_fields(regel: &str, gegevens: &Value, op: &str) -> Vec<String> {
    match toets_tekst(wet(), regel, &gegevens.to_string(), d(op)) {
        Err(ToetsFout::Invoer(fout)) => {
            let mut velden: Vec<String> = fout.velden.into_iter().map(|fout| fout.veld).collect();
            velden.sort();
            velden
        }
        other => panic!("{regel} {gegevens}: {other:?}"),
    }
}

/// `true` when one of the sources of an object is as sure as `zekerheid`.
fn cites(object: &Value, zekerheid: &str) -> bool {
    object["vindplaatsen"].as_array().expect("a list").iter().any(|bron| bron["zekerheid"] == zekerheid)
}
