//! A copy for somebody who may not know where the child is: where it lives and goes to school is
//! taken out of every text of the letter, also out of what somebody typed.
//!
//! The reader has authority and keeps the right to the letter itself; what is hidden is the place.

use std::collections::BTreeMap;

use documents::Brief;
use dossier::staat::Dossier;
use serde_json::Value;
use verband::School;

use super::geadresseerde::written_postcode;
use super::omgeving::Omgeving;
use super::zaak::{Briefzaak, Schrijvend};
use crate::AppError;

/// Stands before the name of a partnership.
const SAMENWERKINGSVERBAND: &str = "Samenwerkingsverband ";
/// Shorter texts than this, such as the name of a town, are hidden as whole words: they stand inside other ones.
const LEAST_INSIDE_WORDS: usize = 4;
/// A text of one letter is no name of anything.
const LEAST_LETTERS: usize = 2;
/// Fields of a letter or a fact that hold a code of its own form, never a name.
pub(crate) const CODES: [&str; 6] = ["brief", "soort", "lezer", "grond", "zekerheid", "dossier"];
/// Stands where a school was named.
pub(crate) const DE_SCHOOL: &str = "de school";
/// Stands where a partnership was named.
pub(crate) const HET_VERBAND: &str = "het samenwerkingsverband";
/// Stands where a place, an address or a group was.
pub(crate) const NIET_VERMELD: &str = "(niet vermeld)";
/// The field that holds in which group a child is.
pub(crate) const GROEP: &str = "groep";

/// The letter without the places that are hidden from its reader, by number where the file knows them. The reader's own
/// address stays.
pub(super) fn afschermen(
    brief: &Brief,
    dossier: &Dossier,
    zaak: &Briefzaak,
    omgeving: &Omgeving,
    lezer: Option<u32>,
) -> Result<Brief, AppError> {
    let secrets = Secrets::of(dossier, zaak, omgeving, lezer);
    let fault = |_| AppError::Letter("de afgeschermde brief is niet op te stellen".to_owned());
    let mut value = serde_json::to_value(brief).map_err(fault)?;
    let own = value.pointer("/hoofd/ontvanger").cloned();
    secrets.hide_in(&mut value);
    if let (Some(place), Some(own)) = (value.pointer_mut("/hoofd/ontvanger"), own) {
        *place = own;
    }
    serde_json::from_value(value).map_err(fault)
}

/// What is hidden, in lower case, with what stands in its place. Longest first, so that a part of a
/// name is not replaced before the whole.
pub(crate) struct Secrets(Vec<(Vec<char>, &'static str)>);

impl Secrets {
    fn of(dossier: &Dossier, zaak: &Briefzaak, omgeving: &Omgeving, lezer: Option<u32>) -> Self {
        let mut found: BTreeMap<String, &'static str> = BTreeMap::new();
        found.extend(partnership(dossier, zaak, omgeving, lezer));
        for name in school_names(dossier, zaak) {
            found.insert(name, DE_SCHOOL);
        }
        for school in omgeving.school.iter().chain(&omgeving.gevonden) {
            found.insert(school.naam.clone(), DE_SCHOOL);
            found.extend(places_of(school).into_iter().map(|place| (place, NIET_VERMELD)));
        }
        if let Some(leerling) = &dossier.leerling {
            found.extend(with_street(&leerling.adres.straat).map(|place| (place, NIET_VERMELD)));
            found.insert(leerling.adres.plaats.clone(), NIET_VERMELD);
            if let Some(postcode) = &leerling.adres.postcode {
                found.insert(postcode.to_string(), NIET_VERMELD);
                found.insert(written_postcode(postcode), NIET_VERMELD);
            }
        }
        Self::longest_first(found)
    }

    pub(crate) fn longest_first(found: BTreeMap<String, &'static str>) -> Self {
        let mut secrets: Vec<(Vec<char>, &'static str)> = found
            .into_iter()
            .map(|(text, instead)| (text.trim().chars().map(lower).collect::<Vec<_>>(), instead))
            .filter(|(text, _)| text.len() >= LEAST_LETTERS)
            .collect();
        secrets.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        Self(secrets)
    }

    fn hide_in(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.hide(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.hide_in(item)),
            Value::Object(fields) => {
                let text = |(name, field): &(&String, &mut Value)| {
                    !(field.is_string() && CODES.contains(&name.as_str()))
                };
                fields.iter_mut().filter(text).for_each(|(name, field)| match field {
                    Value::String(group) if name == GROEP => NIET_VERMELD.clone_into(group),
                    field => self.hide_in(field),
                });
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Every secret in a text replaced, however it is written in capitals.
    pub(crate) fn hide(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let small: Vec<char> = letters.iter().copied().map(lower).collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let rest = small.get(at..).unwrap_or_default();
            let begins_word =
                at.checked_sub(1).and_then(|before| small.get(before)).is_none_or(|c| !c.is_alphanumeric());
            let stands = |secret: &[char]| {
                let ends_word = rest.get(secret.len()).is_none_or(|c| !c.is_alphanumeric());
                rest.starts_with(secret) && (secret.len() >= LEAST_INSIDE_WORDS || begins_word && ends_word)
            };
            if let Some((secret, instead)) = self.0.iter().find(|(secret, _)| stands(secret)) {
                out.push_str(instead);
                at += secret.len();
            } else {
                out.push(*letter);
                at += 1;
            }
        }
        out
    }
}

/// What tells which partnership is concerned, unless this reader knows it from a registration of their own: its name and
/// code, and where it can be reached.
fn partnership(
    dossier: &Dossier,
    zaak: &Briefzaak,
    omgeving: &Omgeving,
    lezer: Option<u32>,
) -> Vec<(String, &'static str)> {
    let swv = zaak.swv.as_ref().or_else(|| omgeving.school.as_ref().and_then(School::swv));
    let Some(swv) = swv.filter(|swv| !dossier.kent_verband_zelf(lezer, swv)) else { return Vec::new() };
    let mut found = names_of_partnership(swv.as_str());
    if zaak.schrijvend == Schrijvend::Verband {
        found.extend(names_of_partnership(&omgeving.afzender));
    }
    let beleid = &omgeving.beleid;
    let post = beleid.postadres.split(',').flat_map(with_street);
    let reached = [beleid.postadres.clone(), beleid.telefoon_loket.clone(), beleid.steunpunt.clone()];
    found.extend(post.chain(reached).map(|place| (place, NIET_VERMELD)));
    found
}

/// A partnership by name or code, as a sentence has it and alone.
pub(crate) fn names_of_partnership(naam: &str) -> Vec<(String, &'static str)> {
    let bare = naam.strip_prefix(SAMENWERKINGSVERBAND).unwrap_or(naam).trim();
    vec![(format!("{SAMENWERKINGSVERBAND}{bare}"), HET_VERBAND), (bare.to_owned(), HET_VERBAND)]
}

/// One letter in lower case, as long as that is one letter.
fn lower(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

/// A line of an address, and the street without its number.
fn with_street(line: &str) -> [String; 2] {
    let street = line.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    [line.to_owned(), street.trim().to_owned()]
}

fn places_of(school: &School) -> Vec<String> {
    let mut places: Vec<String> = school.adres.lines().flat_map(with_street).collect();
    places.extend([school.plaats.clone(), school.telefoon.clone(), school.vestiging.to_string()]);
    if let Some(postcode) = &school.postcode {
        places.extend([postcode.to_string(), written_postcode(postcode)]);
    }
    places
}

/// Every school that the file or the subject names.
fn school_names(dossier: &Dossier, zaak: &Briefzaak) -> Vec<String> {
    let mut names = dossier.schoolnamen();
    names.extend([zaak.schoolnaam.clone(), zaak.vestiging.to_string()]);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_hidden_however_it_is_written() {
        let secret = |text: &str, instead| (text.to_lowercase().chars().collect(), instead);
        let secrets = Secrets(vec![secret("basisschool de wilg", DE_SCHOOL), secret("de wilg", DE_SCHOOL)]);
        assert_eq!(secrets.hide("Op BASISSCHOOL DE WILG, of De Wilg."), "Op de school, of de school.");
        assert_eq!(secrets.hide("İets anders ☂"), "İets anders ☂");
    }

    #[test]
    fn a_town_of_two_or_three_letters_is_hidden_too_and_no_word_that_holds_it() {
        let towns = ["Ede", "Ee", "x"].map(|town| (town.to_owned(), NIET_VERMELD));
        let secrets = Secrets::longest_first(towns.into());
        let text = "In Ede, Ee of (EDE): iedereen mee, bede en x.";
        let hidden = "In (niet vermeld), (niet vermeld) of ((niet vermeld)): iedereen mee, bede en x.";
        assert_eq!(secrets.hide(text), hidden);
    }
}
