//! A copy for somebody who may not know where the child is. What somebody typed is left out as a whole
//! ([`documents::Brief::zonder_getypt`]): no list knows every place that a free text can tell. Out of what the program writes is taken where the
//! child lives and goes to school, who works there and who cares for it, so that each sentence still reads as one. The office signs, and
//! whom to ask is somebody who leads to no place. Reasons that were released for the reader stay (`dossier::algemeen::vrijgave`).
//!
//! Whoever advised on a decision stays named: the law asks that of the decision (Awb 3:8).
//!
//! The reader has authority and keeps the right to the letter itself; what is hidden is the place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use base::{Date, PersoonId};
use documents::{Brief, Vrijgegeven};
use dossier::Feit;
use dossier::algemeen::feiten::Gecorrigeerd;
use dossier::gebeurtenis::Feitsoort;
use dossier::leven::feiten::PersoonVerbonden;
use dossier::soort::Relatie;
use dossier::staat::Dossier;
use serde_json::{Value, json};
use verband::School;

use super::geadresseerde::written_postcode;
use super::omgeving::Omgeving;
use super::schrijver::HET_SCHOOLBESTUUR;
use super::zaak::{Briefzaak, Schrijvend};
use crate::AppError;

/// Stands before the name of a partnership.
const SAMENWERKINGSVERBAND: &str = "Samenwerkingsverband ";
/// A text of one letter is no name of anything.
const LEAST_LETTERS: usize = 2;
/// Fields of a letter or a fact that hold a code of its own form, never a name.
pub(crate) const CODES: [&str; 6] = ["brief", "soort", "lezer", "grond", "zekerheid", "dossier"];
/// Stands where a school was named.
pub(crate) const DE_SCHOOL: &str = "de school";
/// Stands where another school was named, which is willing to take the child.
const EEN_ANDERE_SCHOOL: &str = "een andere school";
/// Stands where a partnership was named.
pub(crate) const HET_VERBAND: &str = "het samenwerkingsverband";
/// Stands where a place, an address or a group was.
pub(crate) const NIET_VERMELD: &str = "(niet vermeld)";
/// The same in a letter, where no other words fit.
const NIET_HIER: &str = "wat niet in deze brief staat";
/// Stands where somebody was named who works there.
pub(crate) const EEN_MEDEWERKER: &str = "een medewerker";
/// Stands where somebody was named who cares for the child.
pub(crate) const EEN_ANDER: &str = "iemand anders";
/// The field of a letter that holds in which group a child is.
const GROEP: &str = "groep";

/// The letter without the places and people that are hidden from its reader, by number where the file knows them. The
/// reader's own address stays. `algemeen` is where anybody can ask, whatever place they may not know; `vrij` what was released for the reader and names no
/// place.
pub(super) fn afschermen(
    brief: &Brief,
    dossier: &Dossier,
    zaak: &Briefzaak,
    omgeving: &Omgeving,
    (lezer, algemeen, vrij): (Option<u32>, &str, &Vrijgegeven),
) -> Result<Brief, AppError> {
    let secrets = Secrets::of(dossier, zaak, omgeving, lezer);
    let fault = |_| AppError::Letter("de afgeschermde brief is niet op te stellen".to_owned());
    let mut brief = brief.clone();
    brief.zonder_getypt(vrij);
    let mut value = serde_json::to_value(brief).map_err(fault)?;
    let own = value.pointer("/hoofd/ontvanger").cloned();
    secrets.hide_in(&mut value);
    close_holes(&mut value, "");
    tell_apart(&mut value);
    if let (Some(place), Some(own)) = (value.pointer_mut("/hoofd/ontvanger"), own) {
        *place = own;
    }
    let address = value.pointer_mut("/hoofd/afzender/adres");
    if let Some(address) = address.filter(|address| address.to_string().contains(NIET_HIER)) {
        *address = Value::Null;
    }
    let in_office = value.pointer("/hoofd/contact/naam").is_some_and(|naam| naam == "het loket");
    sign_by_office(&mut value, algemeen, in_office);
    serde_json::from_value(value).map_err(fault)
}

/// What stands in a letter where a place, an address or a number was: part of a sentence, never a mark that something is missing.
/// `naam` is the field in which the text stands.
fn close_holes(value: &mut Value, naam: &str) {
    match value {
        Value::String(text) if text.contains(NIET_VERMELD) => {
            *text = match naam {
                GROEP => "een groep die niet in deze brief staat".to_owned(),
                "plaats" => "een plaats die niet in deze brief staat".to_owned(),
                "waar" | "bij" => who_without_where(text),
                "straat" | "telefoon" => NIET_HIER.to_owned(),
                _ => text.replace(&format!(": {NIET_VERMELD}"), "").replace(NIET_VERMELD, NIET_HIER),
            };
        }
        Value::Array(items) => items.iter_mut().for_each(|item| close_holes(item, naam)),
        Value::Object(fields) => {
            // A number that nobody may call is left out with its sentence.
            if let Some(number) = fields.get_mut("telefoon_naar")
                && number.as_str().is_some_and(|number| number.contains(NIET_VERMELD))
            {
                *number = Value::Null;
            }
            fields.iter_mut().for_each(|(naam, field)| close_holes(field, naam));
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A school that was found for the child is another one than the school that writes, or of which the letter tells: both without a name they
/// would be one.
fn tell_apart(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(tell_apart),
        Value::Object(fields) => {
            if fields.contains_key("bereid_op")
                && let Some(naam) = fields.get_mut("naam").filter(|naam| **naam == DE_SCHOOL)
            {
                *naam = json!(EEN_ANDERE_SCHOOL);
            }
            fields.values_mut().for_each(tell_apart);
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// With whom, without where: an address and a number are the way of somebody else.
fn who_without_where(text: &str) -> String {
    let text = text.replace(". ", "\n");
    let parts = text.split([',', '\n']).map(str::trim);
    let who: Vec<&str> = parts.filter(|part| !part.is_empty() && !part.contains(NIET_VERMELD)).collect();
    if who.is_empty() {
        return "Dat staat niet in deze brief. Een onderwijsconsulent helpt u.".to_owned();
    }
    format!("{} (het adres staat niet in deze brief: een onderwijsconsulent helpt u)", who.join(", "))
}

/// The office signs where somebody did, and whoever has questions is led to where anybody can ask. A loket whose number the
/// reader may know stays.
fn sign_by_office(value: &mut Value, algemeen: &str, loket: bool) {
    let organisatie = value.pointer("/hoofd/afzender/organisatie").cloned();
    if let (Some(signer), Some(organisatie)) =
        (value.pointer_mut("/hoofd/afzender/ondertekenaar"), organisatie)
        && *signer == EEN_MEDEWERKER
    {
        *signer = organisatie;
    }
    if let Some(Value::String(decider)) = value.get_mut("besloten_door")
        && let Some(office) = decider.strip_prefix(EEN_MEDEWERKER).and_then(|rest| rest.strip_prefix(", "))
    {
        *decider = format!("de {office}");
    }
    let hidden = value.pointer("/hoofd/contact/telefoon").is_some_and(|number| number == NIET_HIER);
    if (hidden || !loket)
        && let Some(contact) = value.pointer_mut("/hoofd/contact")
    {
        *contact = json!({
            "naam": "een onderwijsconsulent",
            "functie": "werkt niet voor de school of het samenwerkingsverband",
            "telefoon": algemeen,
            "bereikbaar": null,
            "e_mail": null,
        });
    }
}

/// What leads to a place, and what is said instead.
pub(crate) type Woordenlijst = BTreeMap<String, &'static str>;

/// What is hidden. Longest first, so that a part of a name is not replaced before the whole.
pub(crate) struct Secrets(Vec<Secret>);

/// One text that is hidden, wherever it stands as whole words: inside another word it is no name, and hiding it there would
/// both spoil that word and tell the name.
struct Secret {
    /// In lower case.
    letters: Vec<char>,
    /// What stands in its place.
    instead: &'static str,
    /// Only where it is written with a capital: the name of a school or person of one word, which somebody may have typed to
    /// make another's letter unreadable.
    capital: bool,
}

impl Secret {
    /// None of what is no name: a single letter, or a school called by a number.
    fn of(text: &str, instead: &'static str) -> Option<Self> {
        let letters: Vec<char> = text.trim().chars().map(lower).collect();
        let is_school = instead == DE_SCHOOL;
        let is_name =
            letters.len() >= LEAST_LETTERS && (!is_school || letters.iter().any(|c| c.is_alphabetic()));
        let one_word = letters.iter().all(|c| c.is_alphabetic());
        is_name.then_some(Self {
            letters,
            instead,
            capital: one_word && (is_school || instead == EEN_MEDEWERKER),
        })
    }

    /// It stands at this place of a text, of which `small` is the same in lower case.
    fn stands_at(&self, at: usize, text: &[char], small: &[char]) -> bool {
        let rest = small.get(at..).unwrap_or_default();
        if !rest.starts_with(&self.letters) {
            return false;
        }
        let is_letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        let before =
            is_letter(self.letters.first()) && is_letter(at.checked_sub(1).and_then(|at| small.get(at)));
        let after = is_letter(self.letters.last()) && is_letter(rest.get(self.letters.len()));
        let written = !self.capital || text.get(at).is_some_and(|c| c.is_uppercase());
        !before && !after && written
    }
}

impl Secrets {
    fn of(dossier: &Dossier, zaak: &Briefzaak, omgeving: &Omgeving, lezer: Option<u32>) -> Self {
        let mut found = Woordenlijst::new();
        found.extend(people(dossier, omgeving, lezer));
        found.extend(partnership(dossier, zaak, omgeving, lezer));
        for name in school_names(dossier, zaak) {
            found.insert(name, DE_SCHOOL);
        }
        // Also the town of a school that was typed by its name, which no register knows.
        found.extend(dossier.gemeentenamen().into_iter().map(|name| (name, NIET_VERMELD)));
        for school in omgeving.school.iter().chain(&omgeving.gevonden) {
            found.insert(school.naam.clone(), DE_SCHOOL);
            found.extend(places_of(school).into_iter().map(|place| (place, NIET_VERMELD)));
        }
        found.extend(omgeving.bestuur.iter().map(|naam| (naam.clone(), HET_SCHOOLBESTUUR)));
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

    pub(crate) fn longest_first(found: Woordenlijst) -> Self {
        let mut secrets: Vec<Secret> =
            found.into_iter().filter_map(|(text, instead)| Secret::of(&text, instead)).collect();
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.letters.len()));
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
                fields.iter_mut().filter(text).for_each(|(name, field)| {
                    if let Value::String(group) = field
                        && name == GROEP
                    {
                        NIET_VERMELD.clone_into(group);
                    } else {
                        self.hide_in(field);
                    }
                });
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Every secret in a text replaced, however it is written in capitals. A date as it is stored holds no name.
    pub(crate) fn hide(&self, text: &str) -> String {
        if text.parse::<Date>().is_ok() {
            return text.to_owned();
        }
        let letters: Vec<char> = text.chars().collect();
        let small: Vec<char> = letters.iter().copied().map(lower).collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            if let Some(secret) = self.0.iter().find(|secret| secret.stands_at(at, &letters, &small)) {
                out.push_str(secret.instead);
                at += secret.letters.len();
            } else {
                out.push(*letter);
                at += 1;
            }
        }
        out
    }
}

/// Who signs or decided, and who cares for the child without being its parent: whoever looks them up finds the place. Not a
/// name that the reader has too.
fn people(dossier: &Dossier, omgeving: &Omgeving, lezer: Option<u32>) -> Vec<(String, &'static str)> {
    let family: Vec<&str> = dossier
        .leerling
        .iter()
        .map(|leerling| leerling.achternaam.as_str())
        .chain(dossier.personen.iter().map(|persoon| persoon.naam.as_str()))
        .collect();
    let signers = omgeving.ondertekenaar.iter().chain(&omgeving.besluitnemer);
    let named = signers.flat_map(|(naam, _)| {
        let surname = surname(naam);
        let shared = family.iter().any(|known| known.contains(surname.as_str()));
        [Some(naam.clone()), (!shared).then_some(surname)].into_iter().flatten()
    });
    named.map(|naam| (naam, EEN_MEDEWERKER)).chain(carers(dossier, lezer)).collect()
}

/// Who cares for the child or stands by a parent, besides the reader: their names lead to where it is, and what stands in their place. As they are
/// called now and as they were before that was put right, also as who they were recorded first.
pub(crate) fn carers(
    dossier: &Dossier,
    lezer: Option<u32>,
) -> impl Iterator<Item = (String, &'static str)> + '_ {
    let own = lezer.and_then(|nr| dossier.persoon(nr)).map(|persoon| persoon.naam.as_str());
    let recorded: Vec<Cow<'_, PersoonVerbonden>> =
        dossier.feiten.iter().filter_map(|feit| recorded_in(feit)).collect();
    let now = dossier.personen.iter().filter(|persoon| cares(persoon.relatie)).map(|persoon| persoon.nr);
    let then = recorded.iter().filter(|fact| cares(fact.relatie)).map(|fact| fact.persoon);
    let caring: BTreeSet<u32> = now.chain(then).filter(|nr| Some(*nr) != lezer).collect();
    let called = dossier.personen.iter().map(|persoon| (persoon.nr, persoon.naam.clone()));
    let before = recorded.iter().map(|fact| (fact.persoon, fact.naam.clone()));
    let names: BTreeSet<String> =
        called.chain(before).filter(|(nr, _)| caring.contains(nr)).map(|(_, naam)| naam).collect();
    names.into_iter().filter(move |naam| Some(naam.as_str()) != own).map(|naam| (naam, EEN_ANDER))
}

/// Somebody around the child as a fact recorded them, or as a correction says that it should have.
fn recorded_in(feit: &Feit) -> Option<Cow<'_, PersoonVerbonden>> {
    let gebeurtenis = feit.gebeurtenis()?;
    if let Some(fact) = PersoonVerbonden::uit(gebeurtenis) {
        return Some(Cow::Borrowed(fact));
    }
    let read = Gecorrigeerd::uit(gebeurtenis)?.nieuw.as_ref()?.lees().ok()?;
    PersoonVerbonden::uit(&read).cloned().map(Cow::Owned)
}

/// The same of an account: whoever is called otherwise in the file is so wherever the account is named, but to themselves.
pub(crate) fn is_carer(dossier: &Dossier, lezer: &PersoonId, account: &PersoonId) -> bool {
    let mut theirs = dossier.personen.iter().filter(|persoon| {
        persoon.account.as_ref() == Some(account) || persoon.eerdere_accounts.contains(account)
    });
    account != lezer && theirs.any(|persoon| cares(persoon.relatie))
}

pub(crate) fn cares(relatie: Relatie) -> bool {
    match relatie {
        Relatie::Voogd | Relatie::Pleegouder | Relatie::Gemachtigde | Relatie::Vertrouwenspersoon => true,
        Relatie::Gezagsouder
        | Relatie::GezagsouderBeperkt
        | Relatie::OuderZonderGezag
        | Relatie::Leerling => false,
    }
}

/// A name without what stands before the surname: `W. van der Wulp` is `van der Wulp`, `Wies Wulp` is `Wulp`.
pub(crate) fn surname(naam: &str) -> String {
    let words: Vec<&str> = naam.split_whitespace().collect();
    let initials = words.iter().take_while(|word| word.ends_with('.')).count();
    let from = if initials > 0 { initials } else { words.len().saturating_sub(1) };
    words.get(from..).unwrap_or_default().join(" ")
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
    // Where a request goes is known to nobody by where it was.
    let naar = omgeving.naar.iter().filter(|naar| !dossier.kent_verband_zelf(lezer, &naar.swv));
    let mut found: Vec<_> = naar
        .flat_map(|naar| {
            let codes = names_of_partnership(naar.swv.as_str());
            let reached = (naar.telefoon.clone(), NIET_VERMELD);
            names_of_partnership(&naar.naam).into_iter().chain(codes).chain([reached])
        })
        .collect();
    let Some(swv) = swv.filter(|swv| !dossier.kent_verband_zelf(lezer, swv)) else { return found };
    found.extend(names_of_partnership(swv.as_str()));
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
pub(crate) fn with_street(line: &str) -> [String; 2] {
    let street = line.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    [line.to_owned(), street.trim().to_owned()]
}

pub(crate) fn places_of(school: &School) -> Vec<String> {
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
    fn a_school_that_is_willing_is_another_one_than_the_school_that_writes() {
        let mut letter = json!({
            "school": "de school",
            "vervolgplek": { "soort": "school", "naam": "de school", "bereid_op": "2026-11-03" },
            "kind": { "naam": "de school" },
        });
        tell_apart(&mut letter);
        assert_eq!(letter["vervolgplek"]["naam"], EEN_ANDERE_SCHOOL);
        assert_eq!((&letter["school"], &letter["kind"]["naam"]), (&json!("de school"), &json!("de school")));
    }

    #[test]
    fn a_secret_is_hidden_however_it_is_written() {
        let names = ["Basisschool De Wilg", "De Wilg"].map(|name| (name.to_owned(), DE_SCHOOL));
        let secrets = Secrets::longest_first(names.into());
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

    #[test]
    fn what_somebody_typed_for_a_school_spoils_no_letter_of_another() {
        let typed = ["2026", "weken", "Berkenhof", "bestuur"].map(|name| (name.to_owned(), DE_SCHOOL));
        let secrets = Secrets::longest_first(typed.into());
        assert_eq!(secrets.hide("2026-11-29"), "2026-11-29");
        assert_eq!(secrets.hide("Binnen zes weken, in 2026."), "Binnen zes weken, in 2026.");
        assert_eq!(secrets.hide("het schoolbestuur van Berkenhof"), "het schoolbestuur van de school");
    }

    #[test]
    fn a_town_is_hidden_in_no_other_word() {
        let secrets = Secrets::longest_first([("Best".to_owned(), NIET_VERMELD)].into());
        assert_eq!(secrets.hide("Het schoolbestuur in Best."), "Het schoolbestuur in (niet vermeld).");
    }

    #[test]
    fn who_cares_for_the_child_is_hidden_by_every_name_of_before_whatever_they_were_recorded_as() {
        let person = |naam: &str, relatie: &str| {
            json!({
                "persoon": 2, "naam": naam, "relatie": relatie, "van": "2026-03-02", "tot": null, "brondocument": "akte",
                "contact": { "adres": "", "telefoon": "", "e_mail": "" }, "namens": null,
            })
        };
        let put_right = |naam: &str, relatie: &str| {
            json!({
                "volgnummer": 1, "waarom": "Een tikfout.",
                "nieuw": { "event_type": "persoon_verbonden", "event_version": 2, "gegevens": person(naam, relatie) },
            })
        };
        let facts = [
            ("persoon_verbonden", 2, person("mevrouw Q. Valkenoog", "ouder_zonder_gezag")),
            ("gecorrigeerd", 1, put_right("mevrouw Q. Meesoog", "pleegouder")),
            ("gecorrigeerd", 1, put_right("mevrouw Q. Zandoog", "pleegouder")),
        ];
        let facts = facts.iter().zip(1..).map(|((event_type, version, stored), volgnummer)| Feit {
            volgnummer,
            daad: None,
            recorded_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            on: "2026-03-02".parse().unwrap(),
            actor: dossier::Actor {
                persoon: "p-1".parse().unwrap(),
                rol: dossier::Rol::Ib,
                organisatie: "school/99AA00".parse().unwrap(),
            },
            holder: "school/99AA00".parse().unwrap(),
            inhoud: dossier::Inhoud::Leesbaar(
                dossier::Gebeurtenis::decode(event_type, *version, stored.to_string().as_bytes()).unwrap(),
            ),
        });
        let dossier = Dossier::replay("2026-000017".parse().unwrap(), facts);
        let names = |lezer| carers(&dossier, lezer).map(|(naam, _)| naam).collect::<Vec<_>>();
        assert_eq!(names(Some(1)), ["mevrouw Q. Meesoog", "mevrouw Q. Valkenoog", "mevrouw Q. Zandoog"]);
        assert!(names(Some(2)).is_empty(), "their own names lead them nowhere");
    }
}
