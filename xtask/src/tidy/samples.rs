//! The examples of letters say of the law what letters say: who looks at one to know what a letter says is not misled. A sentence of an
//! example is a row of the corpus or one that the program writes, and its place is one that the corpus knows.

use std::collections::BTreeSet;

use serde_json::Value;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{production_part, string_literals};

pub(crate) const NAME: &str = "samples";

const EXAMPLES: &str = "crates/documents/voorbeelden/";
const LETTERS: &str = "crates/app/src/brieven/";
const CORPUS: &str = "corpus/";

/// So many letters of a sentence stand outside what is filled in: a shorter one is like anything.
const FEWEST_LETTERS: usize = 20;

/// What can be said of the law, and where it can stand.
#[derive(Default)]
struct Known {
    sentences: BTreeSet<String>,
    /// What stands around what is filled in.
    patterns: Vec<Vec<String>>,
    places: BTreeSet<String>,
}

/// Compares what each example says of the law.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let examples = files.iter().filter(|file| file.path.starts_with(EXAMPLES) && file.is("json"));
    let known = known(files);
    examples.flat_map(|example| wrong(example, &known)).collect()
}

fn known(files: &[File]) -> Known {
    let mut known = Known::default();
    for file in files {
        if file.path.starts_with(CORPUS) && file.is("toml") {
            if let Ok(table) = DeTable::parse(&file.text) {
                read_table(table.get_ref(), &mut known);
            }
        } else if file.path.starts_with(LETTERS) && file.is("rs") && !file.is_test_code() {
            let literals = string_literals(production_part(&file.text)).into_iter();
            known.patterns.extend(literals.filter_map(pattern));
        }
    }
    known
}

/// Every sentence and every place of a file of the corpus, at any depth.
fn read_table(table: &DeTable<'_>, known: &mut Known) {
    let text = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str());
    if let Some(wet) = text("wet") {
        known.places.insert(place(wet, text("artikel"), text("lid"), text("onderdeel")));
    }
    known.sentences.extend(text("tekst").map(str::to_owned));
    for (_, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => read_table(inner, known),
            DeValue::Array(items) => {
                items
                    .iter()
                    .filter_map(|item| item.get_ref().as_table())
                    .for_each(|inner| read_table(inner, known));
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// `40 lid 6 onder b WPO`.
fn place(wet: &str, artikel: Option<&str>, lid: Option<&str>, onderdeel: Option<&str>) -> String {
    let artikel = artikel.unwrap_or_default();
    let lid = lid.map_or_else(String::new, |lid| format!(" lid {lid}"));
    let onderdeel = onderdeel.map_or_else(String::new, |part| format!(" onder {part}"));
    format!("{artikel}{lid}{onderdeel} {wet}").trim_start().to_owned()
}

/// What stands around what is filled in, where that is enough to know a sentence by.
fn pattern(literal: &str) -> Option<Vec<String>> {
    let joined = literal.split("\\\n").enumerate();
    let joined: String = joined.map(|(at, part)| if at == 0 { part } else { part.trim_start() }).collect();
    let mut parts = joined.split('{');
    let mut pieces = vec![parts.next()?.to_owned()];
    for part in parts {
        pieces.push(part.split_once('}')?.1.to_owned());
    }
    let letters: usize = pieces.iter().map(String::len).sum();
    (letters > FEWEST_LETTERS).then_some(pieces)
}

/// A sentence is one that is written so.
fn matches(pieces: &[String], sentence: &str) -> bool {
    let [first, between @ ..] = pieces else { return false };
    let Some(mut rest) = sentence.strip_prefix(first.trim_end_matches('\n')) else { return false };
    let Some((last, between)) = between.split_last() else { return rest.is_empty() };
    for piece in between {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return false };
        rest = after;
    }
    rest.ends_with(last.trim_end())
}

fn wrong(example: &File, known: &Known) -> Vec<Finding> {
    let Ok(letter) = serde_json::from_str::<Value>(&example.text) else { return Vec::new() };
    let own = letter.get("grond").filter(|ground| ground.get("vindplaats").is_some());
    let head = letter.pointer("/hoofd/wet").and_then(Value::as_array);
    let grounds = own.into_iter().chain(head.into_iter().flatten());
    let mut findings = Vec::new();
    for ground in grounds {
        let text = |path: &str| ground.pointer(path).and_then(Value::as_str);
        let said = text("/tekst").unwrap_or_default();
        let [wet, artikel, lid, onderdeel] =
            ["wet", "artikel", "lid", "onderdeel"].map(|key| text(&format!("/vindplaats/{key}")));
        let at = place(wet.unwrap_or_default(), artikel, lid, onderdeel);
        if !known.sentences.contains(said) && !known.patterns.iter().any(|pieces| matches(pieces, said)) {
            findings.push(finding(example, format!("no letter says '{said}'")));
        }
        if !known.places.contains(&at) {
            findings.push(finding(example, format!("the corpus has no place '{at}'")));
        }
    }
    findings
}

fn finding(example: &File, what: String) -> Finding {
    Finding {
        file: example.path.clone(),
        line: None,
        check: NAME,
        what,
        why: "an example shows what a letter says of the law, and one that says something else shows what it said before".to_owned(),
        fix: "say it as the row of corpus/ says it, or as crates/app/src/brieven writes it".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(said: &str, lid: &str) -> Vec<String> {
        let example = format!(
            "{{\"hoofd\": {{\"wet\": [{{\"tekst\": \"{said}\", \"vindplaats\": {{\"wet\": \"WPO\", \"artikel\": \"40\", \"lid\": \"{lid}\"}}}}]}}}}"
        );
        let files = [
            File::new("crates/documents/voorbeelden/a.json", &example),
            File::new(
                "corpus/bepalingen/a.toml",
                "[[bepaling]]\ntekst = \"Het bestuur hoort eerst de ouders.\"\n[bepaling.vindplaats]\nwet = \"WPO\"\nartikel = \"40\"\nlid = \"6\"\n",
            ),
            File::new(
                "crates/app/src/brieven/a.rs",
                "f(format!(\"Ouders kunnen binnen {termijn} bezwaar \\\n    maken bij {wie}.\"))",
            ),
        ];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn an_example_says_a_row_of_the_corpus_or_a_sentence_of_a_letter() {
        assert!(found("Het bestuur hoort eerst de ouders.", "6").is_empty());
        assert!(found("Ouders kunnen binnen zes weken bezwaar maken bij het bestuur.", "6").is_empty());
    }

    #[test]
    fn what_no_letter_says_and_a_place_that_nobody_cites_are_found() {
        let old = "Het bestuur hoort eerst de ouders en de leerkracht.";
        assert_eq!(found(old, "6"), [format!("no letter says '{old}'")]);
        assert_eq!(
            found("Het bestuur hoort eerst de ouders.", "7"),
            ["the corpus has no place '40 lid 7 WPO'"]
        );
        assert_eq!(found("Ouders kunnen bezwaar maken bij het bestuur.", "6").len(), 1);
    }
}
