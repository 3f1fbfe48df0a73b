//! The file as a parent reads it from whom the places of the child are secret: without anything that leads to one.
//!
//! What is hidden is taken out of the facts, before anything is computed of them: names of schools and partnerships out of every
//! text, codes wherever one stands, the group, and every municipality that a process names. So no page, list or JSON has
//! them to show, in whatever field. Every word that somebody else typed, what others filled in of the child and what they added in
//! documents, of which no list of words knows where it leads, is left out as a whole, but for reasons that were released for this reader. What the reader typed is given back as it was typed:
//! whoever types every school of the country reads in what was taken out which one it is. Where a code must stand, another stands that leads nowhere
//! ([`base::Vestigingscode::plaatsvervanger`]), numbered as the codes came into the file, so that what the reader types moves none; where a digest
//! stands of what a rule was asked, nothing does. A partnership that this parent knows from an own registration stays.

use std::collections::{BTreeMap, BTreeSet};

use base::{OrganisatieId, Organisatiesoort, PersoonId, SwvCode, Vestigingscode};
use dossier::kaart::{Lezers, Verhuld, Verhulling};
use dossier::staat::Dossier;
use dossier::{Feit, Gebeurtenis, Inhoud};
use serde_json::Value;

use crate::brieven::{
    CODES, DE_SCHOOL, HET_VERBAND, NIET_VERMELD, Secrets, Woordenlijst, carers, names_of_partnership,
};

mod codes;

use codes::{Code, Codes};

/// How the fields of a computation begin that are digests of what it was made of.
const BEWIJS: &str = "bewijs_";
/// Where a correction holds what stands there now.
const NIEUW: &str = "/nieuw/gegevens";
/// Where a first contact holds with which school it was, as the parent wrote it.
const CONTACT_MET: &str = "/school";

/// The schools and partnerships that a file names by their codes, but for what the parent with this number typed: their names are hidden too.
pub(crate) fn plaatsen(dossier: &Dossier, eigen: Option<u32>) -> Vec<OrganisatieId> {
    let codes = Codes::of(dossier, &Lezer::of(dossier, eigen));
    let schools = codes.scholen.iter().map(Vestigingscode::organisatie);
    schools.chain(codes.verbanden.iter().map(SwvCode::organisatie)).collect()
}

/// What is said instead of the name of an organisation of which somebody may not know.
pub(crate) fn in_plaats_van(organisatie: &OrganisatieId) -> Option<&'static str> {
    organisatie
        .is_plaatsvervanger()
        .then(|| if organisatie.kind() == Organisatiesoort::Swv { HET_VERBAND } else { DE_SCHOOL })
}

/// What whoever may not know where the child is reads in the place of an organisation of this kind, that has a turn; none where the
/// organisation leads to no place, or was hidden with the fact that names it.
pub(crate) fn in_plaats_van_soort(kind: Organisatiesoort) -> Option<&'static str> {
    match kind {
        Organisatiesoort::School | Organisatiesoort::Instelling => Some(DE_SCHOOL),
        Organisatiesoort::Bestuur
        | Organisatiesoort::Gemeente
        | Organisatiesoort::Jeugdhulp
        | Organisatiesoort::Steunpunt => Some(NIET_VERMELD),
        Organisatiesoort::Swv | Organisatiesoort::Gezin | Organisatiesoort::Beheer => None,
    }
}

/// The file as the parent with this number in it reads it, from whom its places are secret; `naam` knows what the
/// organisations of [`plaatsen`] are called, and `vrij` is the facts whose reasons they may have as they were written. A fact that cannot be read
/// without them is left out.
pub(crate) fn zonder_plaatsen(
    dossier: &Dossier,
    (eigen, vrij): (Option<u32>, &BTreeSet<u64>),
    naam: impl Fn(&OrganisatieId) -> Option<String>,
) -> Dossier {
    let lezer = Lezer::of(dossier, eigen);
    let plaatsen = Plaatsen::of(dossier, &lezer, naam);
    let facts = dossier.feiten.iter().map(|feit| {
        let own = lezer.typed(feit);
        let free = vrij.contains(&feit.volgnummer);
        plaatsen.hide_in_fact(Feit::clone(feit), own, free)
    });
    let mut seen = Dossier::replay(dossier.nummer.clone(), facts);
    seen.vrijgaven.retain(|(_, given)| vrij.contains(&given.volgnummer));
    seen
}

/// The parent who reads, as the file knows them.
struct Lezer {
    eigen: Option<u32>,
    account: Option<PersoonId>,
}

impl Lezer {
    fn of(dossier: &Dossier, eigen: Option<u32>) -> Self {
        Self { eigen, account: eigen.and_then(|nr| dossier.persoon(nr)?.account.clone()) }
    }

    /// They typed this fact, or it holds their own words.
    fn typed(&self, feit: &Feit) -> bool {
        self.account.as_ref() == Some(&feit.actor.persoon)
            || matches!(&feit.inhoud, Inhoud::Leesbaar(fact) if is_word_of(fact, self.eigen))
    }
}

/// It holds the own words of this person, whoever wrote them down.
fn is_word_of(gebeurtenis: &Gebeurtenis, eigen: Option<u32>) -> bool {
    match gebeurtenis.lezers() {
        Lezers::Woorden(van) => van.is_some() && van == eigen,
        Lezers::Ingeleverd(van) => Some(van) == eigen,
        Lezers::Allen
        | Lezers::Ouders
        | Lezers::NaBekendmaking(_)
        | Lezers::Vanaf(_)
        | Lezers::SchoolEnGezin
        | Lezers::NietAndereOuder(_)
        | Lezers::AlleenSchool(_)
        | Lezers::Alleen(_)
        | Lezers::Houder
        | Lezers::Niemand => false,
    }
}

/// Leaves the fields out that a kind of fact names.
fn leave_out(value: &mut Value, fields: &[Verhuld]) {
    for field in fields {
        at_each(value, field.pad, &mut |found| match (field.hoe, found) {
            (Verhulling::Leeg, Value::String(text)) => text.clear(),
            (Verhulling::NietVermeld, Value::String(text)) => NIET_VERMELD.clone_into(text),
            (Verhulling::Geen, Value::Array(items)) => items.clear(),
            (Verhulling::Leeg | Verhulling::NietVermeld | Verhulling::Geen, _) => {}
        });
    }
}

/// Does something to every field at a path.
fn at_each(value: &mut Value, pad: &[&str], act: &mut impl FnMut(&mut Value)) {
    let Some((step, rest)) = pad.split_first() else { return act(value) };
    match value {
        Value::Array(items) if *step == "*" => items.iter_mut().for_each(|item| at_each(item, rest, act)),
        Value::Object(fields) => {
            if let Some(field) = fields.get_mut(*step) {
                at_each(field, rest, act);
            }
        }
        Value::Array(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The paths (RFC 6901) of the texts in a value that are one of these.
fn texts_of(value: &Value, words: &BTreeSet<String>, path: String, found: &mut Vec<String>) {
    match value {
        Value::String(text) if words.contains(text) => found.push(path),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, item)| texts_of(item, words, format!("{path}/{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(naam, field)| texts_of(field, words, format!("{path}/{naam}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Where in a fact as it is stored stands what somebody typed into it. A field is one that is typed in where its card tells of it: the same
/// word can stand beside it as a code.
fn typed_in(value: &Value, (event_type, version): (&str, u16), fact: &Gebeurtenis) -> Vec<String> {
    let words: BTreeSet<String> = fact.getypt().into_iter().map(ToOwned::to_owned).collect();
    let mut places = Vec::new();
    texts_of(value, &words, String::new(), &mut places);
    let told = |value: &Value| {
        let bytes = serde_json::to_vec(value).ok()?;
        let read = Gebeurtenis::decode(event_type, version, &bytes).ok()?;
        Some(read.getypt().iter().filter(|words| **words == NIET_VERMELD).count())
    };
    let (mut seen, mut before) = (value.clone(), told(value));
    places.retain(|place| {
        let mut tried = seen.clone();
        let Some(Value::String(text)) = tried.pointer_mut(place) else { return false };
        NIET_VERMELD.clone_into(text);
        let after = told(&tried);
        let is_typed = after > before;
        if is_typed {
            (seen, before) = (tried, after);
        }
        is_typed
    });
    places
}

/// The same of a whole fact: of a correction also what it says that stands there now.
fn typed_in_fact(value: &Value, fact: &Gebeurtenis) -> Vec<String> {
    let mut places = typed_in(value, (fact.event_type(), fact.event_version()), fact);
    if let Gebeurtenis::Gecorrigeerd(correction) = fact
        && let Some(nieuw) = &correction.nieuw
        && let (Some(inside), Ok(read)) = (value.pointer(NIEUW), nieuw.lees())
    {
        let inner = typed_in(inside, (&nieuw.event_type, nieuw.event_version), &read);
        places.extend(inner.into_iter().map(|place| format!("{NIEUW}{place}")));
    }
    if let Gebeurtenis::EerstContactGemeld(_) = fact {
        // The sentence of the timeline says it, so that its words do not.
        places.push(CONTACT_MET.to_owned());
    }
    places
}

/// A fact as it is stored, where it can be read.
fn stored(feit: &Feit) -> Option<Value> {
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
    serde_json::from_slice(&gebeurtenis.encode().ok()?).ok()
}

/// The reasons in a fact that can be released, with their place in it.
fn reasons(gebeurtenis: &Gebeurtenis, value: &Value) -> Option<(String, Value)> {
    let place = gebeurtenis.plek_van_redenen()?;
    let text = value.pointer(&place)?.clone();
    Some((place, text))
}

/// What is hidden.
struct Plaatsen {
    codes: BTreeMap<String, Code>,
    names: Secrets,
}

impl Plaatsen {
    /// What is hidden from this reader.
    fn of(dossier: &Dossier, lezer: &Lezer, naam: impl Fn(&OrganisatieId) -> Option<String>) -> Self {
        let mut codes = Codes::of(dossier, lezer);
        codes.verbanden.retain(|swv| !dossier.kent_verband_zelf(lezer.eigen, swv));
        let mut names = Woordenlijst::new();
        names.extend(dossier.schoolnamen().into_iter().map(|name| (name, DE_SCHOOL)));
        let schools = codes.scholen.iter().filter_map(|code| naam(&code.organisatie()));
        names.extend(schools.map(|name| (name, DE_SCHOOL)));
        let partnerships = codes.verbanden.iter().filter_map(|code| naam(&code.organisatie()));
        names.extend(partnerships.flat_map(|name| names_of_partnership(&name)));
        names.extend(carers(dossier, lezer.eigen));
        names.extend(dossier.gemeentenamen().into_iter().map(|name| (name, NIET_VERMELD)));
        Self { codes: codes.replaced(), names: Secrets::longest_first(names) }
    }

    fn hide_in_fact(&self, mut feit: Feit, own: bool, free: bool) -> Feit {
        if let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud {
            let event_type = gebeurtenis.event_type().to_owned();
            let masked = stored(&feit).and_then(|value| self.masked(gebeurtenis, value, (own, free)));
            feit.inhoud = masked.map_or(Inhoud::Vernietigd { event_type }, Inhoud::Leesbaar);
        }
        feit
    }

    fn masked(
        &self,
        gebeurtenis: &Gebeurtenis,
        mut value: Value,
        (own, free): (bool, bool),
    ) -> Option<Gebeurtenis> {
        let (event_type, version) = (gebeurtenis.event_type(), gebeurtenis.event_version());
        let released = if free { reasons(gebeurtenis, &value) } else { None };
        leave_out(&mut value, gebeurtenis.verhuld());
        if let Gebeurtenis::Gecorrigeerd(correction) = gebeurtenis
            && let Some(nieuw) = &correction.nieuw
        {
            // What cannot be read cannot be looked through.
            leave_out(value.pointer_mut(NIEUW)?, nieuw.lees().ok()?.verhuld());
        }
        let typed = typed_in_fact(&value, gebeurtenis);
        let as_typed = |place: &String| Some((place.clone(), value.pointer(place)?.clone()));
        let kept: Vec<_> = typed.iter().filter(|_| own).filter_map(as_typed).collect();
        if !own {
            self.leave_out_typed(&mut value, &typed);
        }
        self.hide_in(&mut value);
        for (place, text) in kept.into_iter().chain(released) {
            *value.pointer_mut(&place)? = text;
        }
        let bytes = serde_json::to_vec(&value).ok()?;
        Gebeurtenis::decode(event_type, version, &bytes).ok()
    }

    /// Leaves out what somebody typed into a fact, at these places of it.
    fn leave_out_typed(&self, value: &mut Value, places: &[String]) {
        for place in places {
            let Some(Value::String(text)) = value.pointer_mut(place) else { continue };
            // The name of a school that somebody typed is said as every other name of one.
            if ![DE_SCHOOL, HET_VERBAND].contains(&self.hide(text).as_str()) {
                NIET_VERMELD.clone_into(text);
            }
        }
    }

    fn hide_in(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.hide(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.hide_in(item)),
            Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| {
                // A digest of what leads to a place leads there by guessing.
                if let Value::String(text) = field
                    && name.starts_with(BEWIJS)
                {
                    text.clear();
                } else if !(field.is_string() && CODES.contains(&name.as_str())) {
                    self.hide_in(field);
                }
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn hide(&self, text: &str) -> String {
        if let Some(hidden) = self.codes.get(text) {
            return hidden.code.clone();
        }
        if let Some((kind @ ("school" | "swv"), code)) = text.split_once('/')
            && let Some(hidden) = self.codes.get(code)
        {
            return format!("{kind}/{}", hidden.code);
        }
        self.names.hide(&self.without_codes(text))
    }

    /// Every word that is a code replaced, however it is written in capitals.
    fn without_codes(&self, text: &str) -> String {
        let is_letter = |c: char| c.is_ascii_alphanumeric();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(is_letter) {
            let (before, from) = rest.split_at(at);
            let (word, after) = from.split_at(from.find(|c| !is_letter(c)).unwrap_or(from.len()));
            out.push_str(before);
            out.push_str(self.codes.get(&word.to_ascii_uppercase()).map_or(word, |hidden| hidden.words));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use dossier::{Actor, Rol};
    use serde_json::json;

    use super::*;

    fn plaatsen() -> Plaatsen {
        let mut codes = Codes::default();
        codes.take_from(&json!({ "een": ["32JK00"], "twee": "ja, PO2401; gewoon weer school26" }));
        let names = BTreeMap::from([("De Wilg".to_owned(), DE_SCHOOL)]);
        Plaatsen { codes: codes.replaced(), names: Secrets::longest_first(names) }
    }

    #[test]
    fn a_code_is_hidden_wherever_it_stands_and_no_other_word_is() {
        let plaatsen = plaatsen();
        assert_eq!(plaatsen.codes.keys().map(String::as_str).collect::<Vec<_>>(), ["32JK00", "PO2401"]);
        assert_eq!(plaatsen.hide("ja, po2401 (DE WILG)"), "ja, het samenwerkingsverband (de school)");
        assert_eq!(plaatsen.hide("a32jk00b, 32JK01, weer"), "a32jk00b, 32JK01, weer");
        assert!(plaatsen.hide("32JK00").parse::<Vestigingscode>().unwrap().is_plaatsvervanger());
        assert!(plaatsen.hide("swv/PO2401").parse::<base::OrganisatieId>().unwrap().is_plaatsvervanger());
    }

    #[test]
    fn what_the_reader_types_moves_no_stand_in() {
        let fact = |by: &str, event_type: &str, stored: &Value| Feit {
            volgnummer: 1,
            daad: None,
            recorded_at: "2026-03-02T10:00:00Z".parse().unwrap(),
            on: "2026-03-02".parse().unwrap(),
            actor: Actor {
                persoon: by.parse().unwrap(),
                rol: Rol::Ib,
                organisatie: "school/99AA00".parse().unwrap(),
            },
            holder: "school/99AA00".parse().unwrap(),
            inhoud: Inhoud::Leesbaar(
                Gebeurtenis::decode(event_type, 1, stored.to_string().as_bytes()).unwrap(),
            ),
        };
        let enrolled = json!({
            "groep": "5b", "per": "2026-05-12", "schoolnaam": "De Wilg", "schoolsoort": "basisschool", "swv": "PO2401",
            "vestiging": "32JK00",
        });
        let typed = json!({
            "aanmelding": 1, "sinds": "2026-03-09", "gedaan": "PO0002 of 00AA00, en PO2401?", "wie": "",
            "tot_en_met": "2026-03-16",
        });
        let (enrolled, typed) = (fact("p-1", "ingeschreven", &enrolled), fact("p-2", "niet_gekomen", &typed));
        let lezer = Lezer { eigen: Some(1), account: Some("p-2".parse().unwrap()) };
        let instead = |facts: Vec<Feit>| {
            let dossier = Dossier::replay("2026-000017".parse().unwrap(), facts);
            let codes = Codes::of(&dossier, &lezer).replaced();
            codes.into_iter().map(|(code, instead)| (code, instead.code)).collect::<Vec<_>>()
        };
        let before = instead(vec![enrolled.clone()]);
        assert_eq!(before.len(), 2, "{before:?}");
        assert_eq!(instead(vec![typed.clone(), enrolled.clone()]), before);
        assert_eq!(instead(vec![enrolled, typed]), before);
    }

    #[test]
    fn what_a_kind_of_fact_names_is_left_out_as_a_whole_and_nothing_beside_it() {
        const FIELDS: &[Verhuld] = &[
            Verhuld { pad: &["antwoorden", "*", "waarde"], hoe: Verhulling::NietVermeld },
            Verhuld { pad: &["bijlagen"], hoe: Verhulling::Geen },
            Verhuld { pad: &["groep"], hoe: Verhulling::Leeg },
        ];
        let mut value = json!({
            "antwoorden": [{ "vraag": "swv_vervoer", "tekst": "Hoe?", "waarde": "Op de fiets met een buurkind." }],
            "bijlagen": [{ "naam": "opp.pdf" }],
            "groep": "5b",
            "in": { "groep": "5b" },
        });
        leave_out(&mut value, FIELDS);
        let answer = json!({ "vraag": "swv_vervoer", "tekst": "Hoe?", "waarde": NIET_VERMELD });
        let left = json!({ "antwoorden": [answer], "bijlagen": [], "groep": "", "in": { "groep": "5b" } });
        assert_eq!(value, left);
    }

    #[test]
    fn what_is_left_out_stays_out_of_a_correction_and_out_of_its_reason() {
        let enrolled = json!({
            "groep": "5b", "per": "2026-05-12", "schoolnaam": "De Wilg", "schoolsoort": "basisschool", "swv": "PO2401",
            "vestiging": "32JK00",
        });
        let stored = json!({
            "volgnummer": 3, "waarom": "Zij zit in 5c",
            "nieuw": { "event_type": "ingeschreven", "event_version": 1, "gegevens": enrolled },
        });
        let read = Gebeurtenis::decode("gecorrigeerd", 1, stored.to_string().as_bytes()).unwrap();
        let Some(Gebeurtenis::Gecorrigeerd(hidden)) = plaatsen().masked(&read, stored, (false, false)) else {
            panic!("masked")
        };
        assert_eq!(hidden.waarom, NIET_VERMELD);
        let nieuw = hidden.nieuw.as_ref().unwrap();
        assert_eq!(nieuw.gegevens["groep"], "");
        assert_ne!(nieuw.gegevens["vestiging"], "32JK00");
    }

    #[test]
    fn what_somebody_typed_is_left_out_as_a_whole_and_a_code_that_reads_the_same_is_not() {
        let masked = |event_type: &str, stored: Value, own: bool| {
            let read = Gebeurtenis::decode(event_type, 1, stored.to_string().as_bytes()).unwrap();
            let hidden = plaatsen().masked(&read, stored, (own, false)).unwrap();
            hidden.getypt().into_iter().map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        let missed = json!({
            "aanmelding": 1, "sinds": "2026-03-09", "gedaan": "Gebeld bij halte Kolk.", "wie": "buurvrouw Duif",
            "tot_en_met": "2026-03-16",
        });
        assert_eq!(masked("niet_gekomen", missed.clone(), false), [NIET_VERMELD, NIET_VERMELD]);
        // Their own words lead them nowhere.
        assert_eq!(masked("niet_gekomen", missed, true), ["Gebeld bij halte Kolk.", "buurvrouw Duif"]);
        // What was taken out of a list of schools that the reader typed would name the one.
        let list = json!({
            "aanmelding": 1, "sinds": "2026-03-09", "gedaan": "De Wilg, De Es, 32JK00 en PO2401?", "wie": "De Wilg",
            "tot_en_met": "2026-03-16",
        });
        assert_eq!(masked("niet_gekomen", list, true), ["De Wilg, De Es, 32JK00 en PO2401?", "De Wilg"]);
        let called = json!({ "school": "De Wilg en De Es", "op": "2026-02-27", "gezegd": "" });
        let read = Gebeurtenis::decode("eerst_contact_gemeld", 1, called.to_string().as_bytes()).unwrap();
        let Some(Gebeurtenis::EerstContactGemeld(own)) = plaatsen().masked(&read, called, (true, false))
        else {
            panic!("masked")
        };
        assert_eq!(own.school, "De Wilg en De Es");
        // The same word as a code of the fact stays a code.
        let told = json!({ "school": "De Wilg", "op": "2026-02-27", "gezegd": "2026-02-27" });
        assert_eq!(masked("eerst_contact_gemeld", told, false), [NIET_VERMELD]);
    }
}
