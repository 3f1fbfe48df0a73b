//! One word per concept: every public type of a pure room is built from words of `docs/glossary.md` and
//! of the short list of machinery words.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{code_only, declared_acts, is_word_character, production_part};
use crate::tidy::purity;

pub(crate) const NAME: &str = "glossary";
const GLOSSARY: &str = "docs/glossary.md";
const MACHINERY: &str = "xtask/machinery-words.txt";

/// Checks the glossary itself and every public type of the pure rooms against it.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let text = |path: &str| files.iter().find(|file| file.path == path).map_or("", |file| file.text.as_str());
    let rows = rows(text(GLOSSARY));
    let mut findings = check_rows(&rows);
    let machinery =
        text(MACHINERY).lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let words: Vec<&str> =
        machinery.chain(rows.iter().flat_map(|row| row.identifiers.iter().copied())).collect();
    for file in files.iter().filter(|file| purity::is_production(file)) {
        findings.extend(check_types(file, &words));
    }
    findings
}

/// A row of the glossary: term, definition, source, gloss, identifiers.
struct Row<'a> {
    line: usize,
    term: &'a str,
    cells: Vec<&'a str>,
    identifiers: Vec<&'a str>,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let is_row =
        |line: &&str| line.starts_with('|') && !line.starts_with("|--") && !line.starts_with("| term ");
    text.lines()
        .enumerate()
        .filter(|(_, line)| is_row(line))
        .map(|(index, line)| {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            let identifiers = cells.last().map_or("", |cell| cell).split('`').skip(1).step_by(2).collect();
            Row { line: index + 1, term: cells.first().map_or("", |cell| cell), cells, identifiers }
        })
        .collect()
}

fn check_rows(rows: &[Row<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut previous = String::new();
    for row in rows {
        if row.cells.len() != 5 || row.cells.iter().any(|cell| cell.is_empty()) {
            findings.push(row_finding(
                row,
                "does not have five filled cells (a dash where there is nothing to say)",
            ));
        }
        let term = row.term.to_lowercase();
        if term < previous {
            findings.push(row_finding(row, &format!("stands out of order: after '{previous}'")));
        }
        previous = term;
        for identifier in &row.identifiers {
            if let Some(first) = seen.insert(identifier, row.line) {
                findings.push(row_finding(
                    row,
                    &format!("names the identifier `{identifier}`, which line {first} has already"),
                ));
            }
        }
    }
    findings
}

fn row_finding(row: &Row<'_>, what: &str) -> Finding {
    Finding {
        file: GLOSSARY.to_owned(),
        line: Some(row.line),
        check: NAME,
        what: format!("the row '{}' {what}", row.term),
        why: "the glossary decides, so one concept stands in one place, complete".to_owned(),
        fix: "mend the row: term · definition · source · English gloss · `Identifier`, sorted by term"
            .to_owned(),
    }
}

fn check_types(file: &File, words: &[&str]) -> Vec<Finding> {
    let code = code_only(production_part(&file.text));
    public_types(&code)
        .into_iter()
        .filter(|(_, name)| !is_built_from(&parts(name), words))
        .map(|(line, name)| Finding {
            file: file.path.clone(),
            line: Some(line),
            check: NAME,
            what: format!("the public type `{name}` has a word that the glossary does not know"),
            why: "a legal noun is spelled one way everywhere, and a reader can look it up".to_owned(),
            fix: format!(
                "take the glossary's word, or give it a row in {GLOSSARY} (machinery: a line in {MACHINERY})"
            ),
        })
        .collect()
}

/// Names of `pub struct`, `pub enum` and `pub trait`, of the enums that `code_enum!` makes, and of the acts that `daad!` makes, with
/// their lines.
fn public_types(code: &str) -> Vec<(usize, &str)> {
    let mut types = declared_types(code);
    types.extend(coded_enums(code));
    types.extend(declared_acts(code));
    types.sort_unstable();
    types
}

/// The name that follows each `code_enum! {`, on a line of its own with an opening brace.
fn coded_enums(code: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        if line.starts_with("code_enum! {") {
            inside = true;
        } else if let Some(name) = line.trim().strip_suffix(" {").filter(|_| inside) {
            found.push((index + 1, name));
            inside = false;
        }
    }
    found
}

fn declared_types(code: &str) -> Vec<(usize, &str)> {
    let name = |line: &str| {
        ["pub struct ", "pub enum ", "pub trait "]
            .iter()
            .find_map(|start| line.find(start).map(|at| at + start.len()))
    };
    code.lines()
        .enumerate()
        .filter_map(|(index, line)| {
            let rest = line.get(name(line)?..)?;
            let end = rest.find(|c| !is_word_character(c)).unwrap_or(rest.len());
            rest.get(..end).filter(|name| !name.is_empty()).map(|name| (index + 1, name))
        })
        .collect()
}

/// `DossierNummer` → `Dossier`, `Nummer`.
fn parts(name: &str) -> Vec<&str> {
    let mut starts: Vec<usize> =
        name.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
    starts.push(name.len());
    starts.windows(2).filter_map(|pair| name.get(*pair.first()?..*pair.last()?)).collect()
}

/// Whether the parts, joined in some way, are all known words.
fn is_built_from(parts: &[&str], words: &[&str]) -> bool {
    parts.is_empty()
        || (1..=parts.len()).any(|count| {
            let (front, rest) = parts.split_at(count);
            words.contains(&front.concat().as_str()) && is_built_from(rest, words)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "| term | definition | source | gloss | identifier |\n|---|---|---|---|---|\n";

    fn found(rows: &str, code: &str) -> Vec<String> {
        let files = [
            File::new(GLOSSARY, &format!("{ROWS}{rows}")),
            File::new(MACHINERY, "# For people.\nError\nId\n"),
            File::new("crates/dossier/src/a.rs", code),
        ];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_type_is_built_from_known_words() {
        let rows = "| bevoegd gezag | d | s | g | `BevoegdGezag` |\n| dossier | d | s | g | `Dossier` |\n";
        assert!(
            found(
                rows,
                "pub struct DossierId;\npub enum BevoegdGezagError {}\npub(crate) struct Anything;\n"
            )
            .is_empty()
        );
        assert_eq!(
            found(rows, "pub struct Gezag;\n"),
            ["the public type `Gezag` has a word that the glossary does not know"]
        );
    }

    #[test]
    fn the_glossary_is_sorted_complete_and_without_doubles() {
        let rows = "| dossier | d | s | g | `Dossier` |\n| bezwaar | d | s | | `Bezwaar`, `Dossier` |\n";
        assert_eq!(
            found(rows, ""),
            [
                "the row 'bezwaar' does not have five filled cells (a dash where there is nothing to say)",
                "the row 'bezwaar' stands out of order: after 'dossier'",
                "the row 'bezwaar' names the identifier `Dossier`, which line 3 has already",
            ]
        );
    }

    #[test]
    fn names_split_at_capitals() {
        assert_eq!(parts("BevoegdGezagNummer"), ["Bevoegd", "Gezag", "Nummer"]);
        assert_eq!(public_types("    pub struct A<T>(T);\npub trait B: C {}\n"), [(1, "A"), (2, "B")]);
        assert_eq!(
            public_types("code_enum! {\n\n    Relatie {\n        Voogd = , ;\n    }\n}\n"),
            [(3, "Relatie")]
        );
        let acts =
            "daad! {\n    \n    StelVast,\n    aanmelding {\n    }\n}\n\ndaad! {\n    MeldAan {\n    }\n}\n";
        assert_eq!(public_types(acts), [(3, "StelVast"), (9, "MeldAan")]);
    }
}
