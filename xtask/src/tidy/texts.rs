//! Every language says every sentence with the same variables, and every sentence is said somewhere.

use crate::catalogues::{self, Catalogue, SOURCE, Text, rust_name};
use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::is_word_character;

pub(crate) const NAME: &str = "texts";
/// Where keys are made and parsed, not used.
const KEYS: [&str; 2] = ["crates/teksten/", "crates/sleutels/"];

/// Compares the catalogues with each other and with the code.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let all = catalogues::read(files);
    let mut findings: Vec<Finding> = all.iter().flat_map(unreadable).collect();
    let (dutch, others): (Vec<&Catalogue>, Vec<&Catalogue>) =
        all.iter().partition(|catalogue| catalogue.language == SOURCE);
    let mut languages: Vec<&str> = others.iter().map(|catalogue| catalogue.language.as_str()).collect();
    languages.dedup();
    for source in dutch {
        for language in &languages {
            let other =
                others.iter().find(|other| other.language == *language && other.process == source.process);
            findings
                .extend(other.map_or_else(|| vec![absent(source, language)], |other| compare(source, other)));
        }
        findings.extend(source.messages.iter().filter(|text| !is_used(files, source, text)).map(|text| {
            let what = format!("nothing says '{}'", text.key);
            finding(
                source,
                text.line,
                what,
                "a sentence that nobody reads is translated for nothing",
                "take it out of every language",
            )
        }));
    }
    findings
}

fn unreadable(catalogue: &Catalogue) -> Vec<Finding> {
    let why = "a page writes texts, variables and a choice by a variable, and leaves out anything else";
    let wrong = |(line, what): &(Option<usize>, String)| {
        finding(catalogue, *line, what.clone(), why, "write it with those")
    };
    catalogue.wrong.iter().map(wrong).collect()
}

fn absent(source: &Catalogue, language: &str) -> Finding {
    let what = format!("'{}' is not there in '{language}'", source.process);
    finding(source, None, what, "a family would read half of it in another language", "translate it")
}

fn compare(source: &Catalogue, other: &Catalogue) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in &source.messages {
        match other.messages.iter().find(|known| known.key == text.key) {
            None => {
                let what = format!("'{}' is not said in '{}'", text.key, other.language);
                findings.push(finding(
                    other,
                    None,
                    what,
                    "a family would read this sentence in Dutch",
                    "translate it",
                ));
            }
            Some(said) if names(said) != names(text) => {
                let what = format!("'{}' fills in {:?}, in Dutch {:?}", text.key, names(said), names(text));
                findings.push(finding(
                    other,
                    said.line,
                    what,
                    "something that the family must know is left out",
                    "use the same variables",
                ));
            }
            Some(_) => {}
        }
    }
    for text in
        other.messages.iter().filter(|text| !source.messages.iter().any(|known| known.key == text.key))
    {
        let what = format!("'{}' is not said in Dutch", text.key);
        findings.push(finding(
            other,
            text.line,
            what,
            "keys are made from the Dutch catalogue",
            "add it there, or take it out",
        ));
    }
    findings
}

fn names(text: &Text) -> Vec<&str> {
    let mut names: Vec<&str> = text.variables.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

/// `mijn::kop_nu` stands somewhere in the code or in a template.
fn is_used(files: &[File], catalogue: &Catalogue, text: &Text) -> bool {
    let name = format!("{}::{}", catalogue.process, rust_name(text));
    let says = |file: &&File| {
        (file.is("rs") || file.is("html"))
            && !KEYS.iter().any(|room| file.path.starts_with(room))
            && !file.is_test_code()
    };
    files.iter().filter(says).any(|file| contains_word(&file.text, &name))
}

fn contains_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let after = text.get(start + name.len()..).and_then(|rest| rest.chars().next());
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        !after.is_some_and(is_word_character) && !before.is_some_and(is_word_character)
    })
}

fn finding(catalogue: &Catalogue, line: Option<usize>, what: String, why: &str, fix: &str) -> Finding {
    Finding {
        file: catalogue.path.clone(),
        line,
        check: NAME,
        what,
        why: why.to_owned(),
        fix: fix.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "{{ pagina.zeg(teksten::mijn::groet()) }} mijn::TotDan { naam }";

    fn whats(nl: &str, en: &str, page: &str) -> Vec<String> {
        let files = [
            File::new("teksten/en/mijn.ftl", en),
            File::new("teksten/nl/mijn.ftl", nl),
            File::new("templates/a.html", page),
        ];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn languages_that_agree_and_are_used_are_fine() {
        let found =
            whats("groet = Dag\ntot-dan = Tot { $naam }\n", "groet = Hi\ntot-dan = Bye { $naam }\n", PAGE);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_sentence_or_a_variable_that_a_language_lacks_is_found() {
        let nl = "groet = Dag\ntot-dan = Tot { $naam }\n";
        assert_eq!(whats(nl, "groet = Hi\n", PAGE), ["'tot-dan' is not said in 'en'"]);
        let found = whats(nl, "groet = Hi\ntot-dan = Bye\n", PAGE);
        assert_eq!(found, ["'tot-dan' fills in [], in Dutch [\"naam\"]"]);
        let more = "groet = Hi\ntot-dan = Bye { $naam }\nmeer = x\n";
        assert_eq!(whats(nl, more, PAGE), ["'meer' is not said in Dutch"]);
    }

    #[test]
    fn a_sentence_that_nobody_says_is_found() {
        let page = "mijn::groet_ons() mijn::groet()";
        assert_eq!(whats("groet = a\nons = b\n", "groet = a\nons = b\n", page), ["nothing says 'ons'"]);
    }
}
