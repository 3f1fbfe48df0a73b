//! One name, one thing: no two types that other files of their room can use have the same name, in any two rooms.
//!
//! The glossary gives each word one meaning; a second type with the same name takes it away again, in whatever room it stands.
//! What had several meanings when this check came is listed, and the list only becomes shorter. Of the types that
//! a macro makes the acts are seen (`daad!`); not seen are those that only a part of a room can use.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{code_only, declared_acts, is_word_character, production_part};

pub(crate) const NAME: &str = "names";
/// Names that have several meanings still.
const KNOWN: &str = "xtask/double-names.txt";
/// What can stand before the name of a type.
const STARTS: [&str; 8] = [
    "pub struct ",
    "pub enum ",
    "pub trait ",
    "pub type ",
    "pub(crate) struct ",
    "pub(crate) enum ",
    "pub(crate) trait ",
    "pub(crate) type ",
];

/// Checks every production file of a room.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let known = files.iter().find(|file| file.path == KNOWN).map_or("", |file| file.text.as_str());
    let known: Vec<(usize, &str)> = known
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut declared: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for file in files.iter().filter(|file| is_production(file)) {
        for (line, name) in types(&code_only(production_part(&file.text))) {
            declared.entry(name).or_default().push((file.path.as_str(), line));
        }
    }
    let listed = |name: &str| known.iter().any(|(_, known)| *known == name);
    let mut findings: Vec<Finding> = declared
        .iter()
        .filter(|(name, _)| !listed(name))
        .flat_map(|(name, places)| places.iter().skip(1).map(move |place| double(name, *place, places)))
        .collect();
    let single = |name: &str| declared.get(name).is_none_or(|places| places.len() < 2);
    findings.extend(known.iter().filter(|(_, name)| single(name)).map(|(line, name)| mended(*line, name)));
    findings
}

fn is_production(file: &File) -> bool {
    file.path.starts_with("crates/") && file.path.contains("/src/") && file.is("rs") && !file.is_test_code()
}

/// The types that a whole room can use, with their lines.
fn types(code: &str) -> Vec<(usize, String)> {
    let named = |line: &str| {
        let line = line.trim_start();
        let rest = STARTS.iter().find_map(|start| line.strip_prefix(start))?;
        let end = rest.find(|c| !is_word_character(c)).unwrap_or(rest.len());
        rest.get(..end).filter(|name| !name.is_empty()).map(ToOwned::to_owned)
    };
    let written = code.lines().enumerate().filter_map(|(index, line)| Some((index + 1, named(line)?)));
    written.chain(declared_acts(code).into_iter().map(|(line, name)| (line, name.to_owned()))).collect()
}

fn double(name: &str, (file, line): (&str, usize), places: &[(&str, usize)]) -> Finding {
    let first = places.first().map_or("", |(file, _)| file);
    Finding {
        file: file.to_owned(),
        line: Some(line),
        check: NAME,
        what: format!("the type `{name}` has the name of another one, in {first}"),
        why: "a name that means two things is read as the wrong one".to_owned(),
        fix: "call the outer of the two otherwise: by what it is there (`Briefzaak`, `Formuliernaam`)"
            .to_owned(),
    }
}

fn mended(line: usize, name: &str) -> Finding {
    Finding {
        file: KNOWN.to_owned(),
        line: Some(line),
        check: NAME,
        what: format!("`{name}` means one thing now"),
        why: "the list of names with several meanings only becomes shorter".to_owned(),
        fix: "take the line out".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(known: &str, files: &[(&str, &str)]) -> Vec<String> {
        let mut all: Vec<File> = files.iter().map(|(path, text)| File::new(path, text)).collect();
        all.push(File::new(KNOWN, known));
        check(&all).into_iter().map(|finding| format!("{}: {}", finding.file, finding.what)).collect()
    }

    #[test]
    fn a_second_type_of_a_name_is_refused_in_whatever_room() {
        let one = ("crates/dossier/src/a.rs", "pub struct Zaak;\n");
        let said = "the type `Zaak` has the name of another one, in crates/dossier/src/a.rs";
        for other in
            ["pub(crate) enum Zaak {}\n", "    pub trait Zaak: Sync {\n", "pub type Zaak<'a> = &'a str;\n"]
        {
            assert_eq!(
                found("", &[one, ("crates/web/src/b.rs", other)]),
                [format!("crates/web/src/b.rs: {said}")]
            );
        }
        for other in
            ["struct Zaak;\n", "pub(super) struct Zaak;\n", "pub struct Zaakblad;\n", "// pub struct Zaak;\n"]
        {
            assert!(found("", &[one, ("crates/web/src/b.rs", other)]).is_empty(), "{other}");
        }
    }

    #[test]
    fn tests_are_not_looked_at() {
        let one = (
            "crates/dossier/src/a.rs",
            "pub struct Zaak;\n#[cfg(test)]\nmod tests {\n    pub struct Zaak;\n}\n",
        );
        let others = [
            one,
            ("crates/web/src/tests.rs", "pub struct Zaak;\n"),
            ("crates/web/tests/a.rs", "pub struct Zaak;\n"),
        ];
        assert!(found("", &others).is_empty());
    }

    #[test]
    fn what_is_listed_may_be_double_and_must_be_taken_out_when_it_is_no_more() {
        let two = [
            ("crates/dossier/src/a.rs", "pub struct Zaak;\n"),
            ("crates/web/src/b.rs", "pub struct Zaak;\n"),
        ];
        assert!(found("# For people.\nZaak\n", &two).is_empty());
        let said = "xtask/double-names.txt: `Zaak` means one thing now";
        assert_eq!(found("Zaak\n", &two[..1]), [said]);
        assert_eq!(found("Zaak\n", &[]), [said]);
    }
}
