//! Pure rooms reach for nothing outside their arguments: no async, files, environment, clock, chance,
//! floating point, or collections whose order differs from run to run.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{code_only, lines_with_word, production_part};
use crate::tidy::PURE_ROOMS;

pub(crate) const NAME: &str = "purity";

/// The lints that a pure room denies at the top of its `lib.rs`.
const DENIED: [&str; 6] = [
    "missing_docs",
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::float_arithmetic",
];

/// Words that production code of a pure room does not contain, and why.
const FORBIDDEN: &[(&str, &str)] = &[
    ("async", "waiting is the business of the rooms around"),
    ("std::fs", "files are read by the rooms around and come in as text"),
    ("fs::", "files are read by the rooms around and come in as text"),
    ("std::env", "configuration is read once, in cli"),
    ("env::", "configuration is read once, in cli"),
    ("std::net", "a pure room knows no network"),
    ("std::process", "a pure room starts nothing"),
    ("HashMap", "its order differs from run to run; take BTreeMap"),
    ("HashSet", "its order differs from run to run; take BTreeSet"),
    ("f32", "amounts and counts are exact; take Eurocent or Fraction"),
    ("f64", "amounts and counts are exact; take Eurocent or Fraction"),
    ("SystemTime", "time is a parameter"),
    ("Instant::now", "time is a parameter"),
    ("Timestamp::now", "time is a parameter"),
    ("Zoned::now", "time is a parameter"),
    ("rand", "chance is a parameter"),
    ("println", "a pure room gives answers back"),
];

/// Files that may contain a forbidden word, each with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Checks the pure rooms.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = PURE_ROOMS.iter().filter_map(|room| check_lints(room, files)).collect();
    findings.extend(files.iter().filter(|file| is_production(file)).flat_map(check_words));
    findings
}

/// Production Rust of a pure room.
pub(crate) fn is_production(file: &File) -> bool {
    let in_pure_room = PURE_ROOMS.iter().any(|room| file.path.starts_with(&format!("crates/{room}/src/")));
    in_pure_room && file.is("rs") && !file.is_test_code()
}

fn check_lints(room: &str, files: &[File]) -> Option<Finding> {
    let path = format!("crates/{room}/src/lib.rs");
    let code =
        files.iter().find(|file| file.path == path).map(|file| code_only(&file.text)).unwrap_or_default();
    let denied = denied_lints(&code);
    let missing: Vec<&str> = DENIED.into_iter().filter(|lint| !denied.contains(lint)).collect();
    (!missing.is_empty()).then(|| Finding {
        file: path,
        line: Some(1),
        check: NAME,
        what: format!("the pure room '{room}' does not deny {}", missing.join(", ")),
        why: "what a pure room answers must never depend on a panic or on rounding, and its readers need its documentation"
            .to_owned(),
        fix: "put the deny line of CONTRIBUTING.md under the documentation of lib.rs".to_owned(),
    })
}

/// The lints inside every `#![deny(…)]`.
fn denied_lints(code: &str) -> Vec<&str> {
    code.split("#![deny(")
        .skip(1)
        .filter_map(|rest| rest.split_once(")]"))
        .flat_map(|(lints, _)| lints.split(','))
        .map(str::trim)
        .collect()
}

fn check_words(file: &File) -> Vec<Finding> {
    let code = code_only(production_part(&file.text));
    let excepted =
        |word: &str| EXCEPTIONS.iter().any(|(path, allowed, _)| *path == file.path && *allowed == word);
    let mut findings: Vec<Finding> = Vec::new();
    for (word, why) in FORBIDDEN.iter().filter(|(word, _)| !excepted(word)) {
        for line in lines_with_word(&code, word) {
            if !findings.iter().any(|found| found.line == Some(line) && found.why == *why) {
                findings.push(finding(file, line, word, why));
            }
        }
    }
    findings
}

fn finding(file: &File, line: usize, word: &str, why: &str) -> Finding {
    Finding {
        file: file.path.clone(),
        line: Some(line),
        check: NAME,
        what: format!("a pure room contains `{word}`"),
        why: why.to_owned(),
        fix: "let the caller pass it in; or list the file with its reason in EXCEPTIONS of xtask/src/tidy/purity.rs".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Option<usize>, String)> {
        check_words(&File::new("crates/dossier/src/a.rs", text))
            .into_iter()
            .map(|f| (f.line, f.what))
            .collect()
    }

    #[test]
    fn reaching_for_the_world_is_found_with_its_line() {
        let text = "//! Why.\nuse std::fs;\nasync fn a(x: f64) {}\n";
        let lines: Vec<Option<usize>> = found(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [Some(3), Some(2), Some(3)]);
    }

    #[test]
    fn comments_texts_and_tests_may_say_anything() {
        let text = "//! No HashMap and no f64.\nconst A: &str = \"HashMap\";\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert!(found(text).is_empty());
    }

    #[test]
    fn one_use_is_one_finding() {
        assert_eq!(found("let a = std::env::args();\n").len(), 1);
    }

    #[test]
    fn a_word_inside_a_word_is_no_word() {
        assert!(found("let strandtent = operand(brand);\n").is_empty());
    }

    #[test]
    fn every_lint_of_the_deny_line_is_asked_for() {
        let lib = File::new(
            "crates/base/src/lib.rs",
            "//! Why.\n#![deny(missing_docs, clippy::unwrap_used)]\n#![deny(clippy::panic)]\n",
        );
        let finding = check_lints("base", &[lib]).unwrap();
        assert_eq!(
            finding.what,
            "the pure room 'base' does not deny clippy::expect_used, clippy::indexing_slicing, clippy::float_arithmetic"
        );
    }
}
