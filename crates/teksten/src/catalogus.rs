//! The catalogues, parsed once per language, and how a sentence is written from one.
//!
//! Of Fluent we use texts, variables and a choice by the value of a variable. `cargo xtask tidy texts` refuses
//! anything else, so that nothing of a catalogue is silently left out here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use crate::catalogi::{EN, NL};
use crate::{Taal, Tekst, Waarde};

/// A part of a sentence.
enum Deel {
    Vast(String),
    Variabele(String),
    Keuze { variabele: String, gevallen: Vec<(String, Vec<Deel>)>, anders: Vec<Deel> },
}

/// Sentences by `catalogue/message`.
type Catalogus = BTreeMap<String, Vec<Deel>>;

static DUTCH: LazyLock<Catalogus> = LazyLock::new(|| parse_all(NL));
static ENGLISH: LazyLock<Catalogus> = LazyLock::new(|| parse_all(EN));

fn of(taal: Taal) -> &'static Catalogus {
    match taal {
        Taal::Nl => &DUTCH,
        Taal::En => &ENGLISH,
        #[cfg(feature = "testing")]
        Taal::Proef => &DUTCH,
    }
}

fn parse_all(files: &[(&str, &str)]) -> Catalogus {
    files.iter().flat_map(|(proces, text)| parse(proces, text)).collect()
}

fn parse(proces: &str, text: &str) -> Vec<(String, Vec<Deel>)> {
    // What could be read is used; `tidy` lets no catalogue through that could not be read in full.
    let resource = fluent_syntax::parser::parse_runtime(text).unwrap_or_else(|(partly, _)| partly);
    let sentence = |entry: Entry<&str>| match entry {
        Entry::Message(message) => Some((format!("{proces}/{}", message.id.name), parts(&message.value?))),
        _ => None,
    };
    resource.body.into_iter().filter_map(sentence).collect()
}

fn parts(pattern: &Pattern<&str>) -> Vec<Deel> {
    pattern.elements.iter().filter_map(part).collect()
}

fn part(element: &PatternElement<&str>) -> Option<Deel> {
    match element {
        PatternElement::TextElement { value } => Some(Deel::Vast((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            Some(Deel::Variabele(variable(inline)?))
        }
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let case = |variant: &Variant<&str>| (name(&variant.key), parts(&variant.value));
            let gevallen = variants.iter().filter(|variant| !variant.default).map(case).collect();
            let anders = variants.iter().find(|variant| variant.default);
            Some(Deel::Keuze {
                variabele: variable(selector)?,
                gevallen,
                anders: anders.map(|variant| parts(&variant.value)).unwrap_or_default(),
            })
        }
    }
}

fn variable(inline: &InlineExpression<&str>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    }
}

fn name(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

/// Writes a sentence. One that a language lacks is said in Dutch; `tidy` sees to it that there is none.
pub(crate) fn write(taal: Taal, tekst: &Tekst) -> String {
    if let Some(woorden) = tekst.als_letterlijk() {
        return woorden.to_owned();
    }
    let mut written = String::new();
    let found = of(taal).get(tekst.sleutel()).or_else(|| DUTCH.get(tekst.sleutel()));
    let delen = found.map(Vec::as_slice).unwrap_or_default();
    append(&mut written, delen, taal, tekst);
    if begins_with_what_is_filled_in(delen) { with_capital(&written) } else { written }
}

/// A sentence of which the first word is filled in: it may be a name that is hidden (`de school`), or begin with `de heer`.
fn begins_with_what_is_filled_in(delen: &[Deel]) -> bool {
    let ends = |vast: &String| vast.ends_with(['.', '?', '!']);
    matches!(delen, [Deel::Variabele(_), .., Deel::Vast(vast)] if ends(vast))
}

fn with_capital(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

fn append(written: &mut String, delen: &[Deel], taal: Taal, tekst: &Tekst) {
    for deel in delen {
        match deel {
            Deel::Vast(vast) => written.push_str(&spelled(taal, vast)),
            Deel::Variabele(naam) => written.push_str(&value(taal, tekst, naam)),
            Deel::Keuze { variabele, gevallen, anders } => {
                let is = value(taal, tekst, variabele);
                let case = gevallen.iter().find(|(geval, _)| *geval == is).map_or(anders, |(_, delen)| delen);
                append(written, case, taal, tekst);
            }
        }
    }
}

fn value(taal: Taal, tekst: &Tekst, naam: &str) -> String {
    match tekst.waarde(naam) {
        Some(Waarde::Tekst(text)) => text.clone(),
        Some(Waarde::Dag(dag)) => taal.dag(*dag),
        Some(Waarde::Kort(dag)) => taal.korte_dag(*dag),
        Some(Waarde::Getal(getal)) => getal.to_string(),
        Some(Waarde::Zin(zin)) => write(taal, zin),
        None => String::new(),
    }
}

#[cfg(not(feature = "testing"))]
fn spelled(_: Taal, vast: &str) -> std::borrow::Cow<'_, str> {
    vast.into()
}

#[cfg(feature = "testing")]
fn spelled(taal: Taal, vast: &str) -> std::borrow::Cow<'_, str> {
    if taal == Taal::Proef { crate::taal::mirrored(vast).into() } else { vast.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mijn;

    fn both(tekst: &Tekst) -> (String, String) {
        (Taal::Nl.zeg(tekst), Taal::En.zeg(tekst))
    }

    #[test]
    fn a_sentence_is_filled_in_and_chosen_by_its_value_in_each_language() {
        let Ok(dag) = "2026-12-01".parse() else { return assert_eq!("a date", "no date") };
        let on = |dagen| both(&mijn::Wanneer { dagen, dag }.tekst());
        assert_eq!(on(0).0, "Dit moet vandaag klaar zijn: dinsdag 1 december 2026.");
        assert_eq!(on(1).1, "Tomorrow at the latest, Tuesday 1 December 2026.");
        assert_eq!(on(6).0, "Uiterlijk op dinsdag 1 december 2026, over 6 dagen.");
        assert_eq!(on(6).1, "By Tuesday 1 December 2026 at the latest, in 6 days.");
    }

    #[test]
    fn what_is_filled_in_is_never_read_as_a_text_and_no_invisible_sign_stands_around_it() {
        let said = both(&mijn::VraagSchool { school: "{ $naam } <b>" }.tekst());
        assert_eq!(said, ("Vraag het aan { $naam } <b>.".to_owned(), "Ask { $naam } <b>.".to_owned()));
    }

    #[test]
    fn a_sentence_begins_with_a_capital_whatever_its_first_word_is_filled_in_with() {
        let said = both(&mijn::AanmeldingOntvangen { school: "de school", naam: "Noor" }.tekst());
        assert!(said.0.starts_with("De school heeft de aanmelding van Noor ontvangen"), "{}", said.0);
    }

    #[test]
    fn every_language_has_the_sentences_of_the_dutch_one_and_no_other() {
        for taal in Taal::KEUZES {
            assert!(of(taal).keys().eq(DUTCH.keys()), "{taal:?}");
            assert!(of(taal).values().all(|delen| !delen.is_empty()), "{taal:?}");
        }
    }
}
