//! The codes of schools and partnerships in a file, and what stands in their place.

use std::collections::BTreeMap;

use base::{SwvCode, Vestigingscode};
use dossier::Inhoud;
use dossier::staat::Dossier;
use serde_json::Value;

use super::{Lezer, stored, typed_in_fact};
use crate::brieven::{DE_SCHOOL, HET_VERBAND};

/// The codes of schools and partnerships in a file, wherever they stand, each once: as they came into it, and what its reader brought last.
#[derive(Default)]
pub(super) struct Codes {
    pub(super) scholen: Vec<Vestigingscode>,
    pub(super) verbanden: Vec<SwvCode>,
}

impl Codes {
    /// Every one in a fact, but where the reader typed it; and those of its cases and enrolments, also where they have not the shape of a
    /// code of today.
    pub(super) fn of(dossier: &Dossier, lezer: &Lezer) -> Self {
        let mut codes = Self::default();
        let (own, others): (Vec<_>, Vec<_>) = dossier.feiten.iter().partition(|feit| lezer.typed(feit));
        others.into_iter().filter_map(|feit| stored(feit)).for_each(|value| codes.take_from(&value));
        for feit in own {
            let (Some(mut value), Inhoud::Leesbaar(fact)) = (stored(feit), &feit.inhoud) else { continue };
            for place in typed_in_fact(&value, fact) {
                if let Some(text) = value.pointer_mut(&place) {
                    *text = Value::Null;
                }
            }
            codes.take_from(&value);
        }
        let cases = dossier.zaken().filter_map(|zaak| zaak.vestiging());
        let enrolled = dossier.inschrijvingen.iter().map(|inschrijving| &inschrijving.vestiging);
        cases.chain(enrolled).for_each(|code| add(&mut codes.scholen, code.clone()));
        codes
    }

    /// Every word of any text that has the shape of one.
    pub(super) fn take_from(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
                    if let Ok(swv) = word.parse::<SwvCode>() {
                        add(&mut self.verbanden, swv);
                    }
                    if let Some(school) = word.parse::<Vestigingscode>().ok().filter(|_| is_brin(word)) {
                        add(&mut self.scholen, school);
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.take_from(item)),
            Value::Object(fields) => fields.values().for_each(|field| self.take_from(field)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// What stands in the place of each.
    pub(super) fn replaced(&self) -> BTreeMap<String, Code> {
        let schools = self.scholen.iter().enumerate().map(|(nr, code)| {
            (
                code.to_string(),
                Code { code: Vestigingscode::plaatsvervanger(nr).to_string(), words: DE_SCHOOL },
            )
        });
        let partnerships = self.verbanden.iter().enumerate().map(|(nr, code)| {
            (code.to_string(), Code { code: code.plaatsvervanger(nr).to_string(), words: HET_VERBAND })
        });
        schools.chain(partnerships).collect()
    }
}

/// Adds what was not there yet.
fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// Two figures, two letters, two figures: the code of a location as the register has them.
fn is_brin(word: &str) -> bool {
    let shape = word.bytes().map(|b| (b.is_ascii_digit(), b.is_ascii_alphabetic()));
    let (digit, letter) = ((true, false), (false, true));
    shape.eq([digit, digit, letter, letter, digit, digit])
}

/// What stands in the place of a code: where only a code can stand, and among words.
pub(super) struct Code {
    pub(super) code: String,
    pub(super) words: &'static str,
}
