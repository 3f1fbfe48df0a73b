//! Terms stand in the corpus, or among the bounds that the program chose: a page or letter that tells one in its own words goes on telling
//! it on the day on which the law changes.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{production_part, string_literals};

pub(crate) const NAME: &str = "terms";

/// Rooms that tell people terms.
const ROOMS: [&str; 2] = ["crates/app/", "crates/web/"];

/// What is counted. One day, or one year, is as often no term as it is one.
const UNITS: [&str; 8] = ["week", "weken", "dagen", "werkdagen", "maand", "maanden", "jaar", "jaren"];

const NUMBERS: [&str; 19] = [
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
];

/// Looks for a number before a unit of time in what the program says.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let told = |file: &&File| {
        file.is("rs") && !file.is_test_code() && ROOMS.iter().any(|room| file.path.starts_with(room))
    };
    files.iter().filter(told).flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let production = production_part(&file.text);
    let mut findings = Vec::new();
    for literal in string_literals(production) {
        let Some(term) = term_in(literal) else { continue };
        let line =
            production.find(literal).and_then(|at| production.get(..at)).map(|before| before.lines().count());
        findings.push(Finding {
            file: file.path.clone(),
            line: line.map(|line| line.max(1)),
            check: NAME,
            what: format!("'{term}' is told in words of its own"),
            why: "a term of law stands in corpus/ and a bound of the program in `verband::grenzen`: what a page says follows what is decided"
                .to_owned(),
            fix: "fill it in: `App::duur` with the name of the figure, or the constant".to_owned(),
        });
    }
    findings
}

/// The first number with a unit of time behind it. A text that is no more than that is the label of a choice, which counts what it says.
fn term_in(literal: &str) -> Option<String> {
    let words: Vec<&str> =
        literal.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    if words.len() <= 2 {
        return None;
    }
    let pairs = words.iter().zip(words.iter().skip(1));
    let mut terms = pairs.filter(|(number, unit)| {
        let (number, unit) = (number.to_lowercase(), unit.to_lowercase());
        let counted = number.bytes().all(|b| b.is_ascii_digit()) || NUMBERS.contains(&number.as_str());
        let one = number == "een" && matches!(unit.as_str(), "week" | "maand");
        UNITS.contains(&unit.as_str()) && (counted || one)
    });
    terms.next().map(|(number, unit)| format!("{number} {unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Option<usize>, String)> {
        let file = File::new("crates/web/src/a.rs", text);
        check(&[file]).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    #[test]
    fn a_term_in_words_of_a_page_is_found_with_its_line() {
        let text = "//! Why.\n// twee weken\nconst A: &str = \"Dan hebt u nog twee weken.\";\n";
        assert_eq!(found(text), [(Some(3), "'twee weken' is told in words of its own".to_owned())]);
        assert_eq!(found("f(\"voor hooguit 42 dagen\")").len(), 1);
        assert_eq!(found("f(\"hooguit een week later\")").len(), 1);
    }

    #[test]
    fn what_is_filled_in_is_none_and_neither_is_a_label_or_a_test() {
        for text in [
            "f(\"Hooguit {MOST_WEEKS} weken vanaf nu.\")",
            "f(\"1 week\")",
            "f(\"binnen een jaar\")",
            "#[cfg(test)]\nmod tests {\n    f(\"nog zes weken te gaan\");\n}\n",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert!(check(&[File::new("crates/dossier/src/a.rs", "f(\"nog zes weken te gaan\")")]).is_empty());
        assert!(check(&[File::new("crates/web/src/a/tests.rs", "f(\"nog zes weken te gaan\")")]).is_empty());
    }
}
