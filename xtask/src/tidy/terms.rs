//! Terms stand in the corpus, or among the bounds that the program chose: a page, a letter or a sentence of a catalogue that tells one in its
//! own words goes on telling it on the day on which the law changes.

use crate::catalogues::{self, Catalogue, Piece, Text};
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

/// The words of a language for numbers and units of time, as the catalogues have them.
struct Words {
    language: &'static str,
    /// Numbers above one.
    numbers: &'static [&'static str],
    /// An article that counts before these units: `een week` is as long as one, and `een dag` is any day.
    one: &'static [&'static str],
    one_of: &'static [&'static str],
    /// A numeral that counts before every unit.
    exactly_one: &'static [&'static str],
    /// What is counted, also as the end of a longer word: `schooldagen`.
    units: &'static [&'static str],
    /// What is counted as a word of its own alone: `besturen` are no `uren`.
    whole_units: &'static [&'static str],
    /// What can stand between the two.
    between: &'static [&'static str],
}

const LANGUAGES: [Words; 2] = [
    Words {
        language: "nl",
        numbers: &NUMBERS,
        one: &["een"],
        one_of: &["week", "maand", "jaar", "uur"],
        exactly_one: &["één"],
        units: &["dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "jaren"],
        whole_units: &["uur", "uren"],
        between: &["hele", "volle"],
    },
    Words {
        language: "en",
        numbers: &[
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        one: &["a", "an"],
        one_of: &["week", "month", "year", "hour"],
        exactly_one: &["one"],
        units: &["day", "days", "week", "weeks", "month", "months", "year", "years"],
        whole_units: &["hour", "hours"],
        between: &["full", "whole", "school", "working", "calendar", "more"],
    },
];

/// Sentences that name a time and no term: process, key, why.
const FIGURES_OF_SPEECH: [(&str, &str, &str); 1] = [(
    "beheer",
    "te-veel-verplaatst",
    "'in een jaar' says how seldom something happens; nothing is decided by it",
)];

/// Looks for a number before a unit of time in what the program says.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let told = |file: &&File| {
        file.is("rs") && !file.is_test_code() && ROOMS.iter().any(|room| file.path.starts_with(room))
    };
    let mut findings: Vec<Finding> = files.iter().filter(told).flat_map(check_file).collect();
    let catalogues = catalogues::read(files);
    findings.extend(catalogues.iter().flat_map(check_catalogue));
    findings.extend(idle_exceptions(&catalogues));
    findings
}

/// An exception for a sentence that needs none is taken out.
fn idle_exceptions(catalogues: &[Catalogue]) -> Vec<Finding> {
    let needed = |process: &str, key: &str| {
        let mut own = catalogues.iter().filter(|catalogue| catalogue.process == process);
        own.any(|catalogue| {
            catalogue.messages.iter().any(|text| text.key == key && counted_in(catalogue, text).is_some())
        })
    };
    let known = |process: &str| catalogues.iter().any(|catalogue| catalogue.process == process);
    let idle = FIGURES_OF_SPEECH.iter().filter(|(process, key, _)| known(process) && !needed(process, key));
    idle.map(|(process, key, _)| Finding {
        file: "xtask/src/tidy/terms.rs".to_owned(),
        line: None,
        check: NAME,
        what: format!("'{process}/{key}' is an exception and tells no term"),
        why: "an exception that is not needed hides the next term in that sentence".to_owned(),
        fix: "take it out of FIGURES_OF_SPEECH".to_owned(),
    })
    .collect()
}

fn check_catalogue(catalogue: &Catalogue) -> Vec<Finding> {
    let excepted = |text: &&Text| {
        !FIGURES_OF_SPEECH.iter().any(|(process, key, _)| *process == catalogue.process && *key == text.key)
    };
    let told = catalogue.messages.iter().filter(excepted);
    told.filter_map(|text| {
        let term = counted_in(catalogue, text)?;
        Some(Finding {
            file: catalogue.path.clone(),
            line: text.line,
            check: NAME,
            what: format!("'{}' tells '{term}' in words of its own", text.key),
            why: "a term of law stands in corpus/ and a bound of the program in `verband::grenzen`: a sentence takes the number from where it is decided"
                .to_owned(),
            fix: "make it an argument (`# $dagen: getal`), in every language".to_owned(),
        })
    })
    .collect()
}

/// The first number with a unit of time behind it in a sentence of a catalogue.
fn counted_in(catalogue: &Catalogue, text: &Text) -> Option<String> {
    let words = LANGUAGES.iter().find(|words| words.language == catalogue.language)?;
    text.pieces.iter().find_map(|piece| counted_in_piece(words, piece))
}

fn counted_in_piece(language: &Words, piece: &Piece) -> Option<String> {
    let lower = piece.words.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_unit = |word: &str| {
        language.whole_units.contains(&word) || language.units.iter().any(|unit| word.ends_with(unit))
    };
    let counts = |number: &str, unit: &str, beside: bool| {
        // A variant for a number says that number: it is told of that many and of no other.
        if piece.counts.as_deref() == Some(number) {
            return false;
        }
        let one = beside && language.one.contains(&number) && language.one_of.contains(&unit);
        let exactly = language.exactly_one.contains(&number) && is_unit(unit);
        if piece.counts.as_deref() == Some("1") && (one || exactly) {
            return false;
        }
        let many = number.bytes().all(|b| b.is_ascii_digit()) || language.numbers.contains(&number);
        one || exactly || many && is_unit(unit)
    };
    let mut pairs = words.iter().enumerate().filter_map(|(at, number)| {
        let next = words.get(at + 1)?;
        let beside = !language.between.contains(next);
        let unit = if beside { next } else { words.get(at + 2)? };
        counts(number, unit, beside).then(|| format!("{number} {unit}"))
    });
    pairs.next()
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

    fn in_catalogue(path: &str, text: &str) -> Vec<String> {
        check(&[File::new(path, text)]).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_term_in_words_of_a_catalogue_is_found_in_each_language() {
        for (text, term) in [
            ("a = de school wacht twee weken", "twee weken"),
            ("a = binnen 14 dagen antwoorden", "14 dagen"),
            ("a = hooguit een week", "een week"),
            ("a = langer dan één dag", "één dag"),
            ("a = na tien schooldagen", "tien schooldagen"),
            ("a = twee hele\n    weken lang", "twee weken"),
            ("a = { $soort ->\n    [kort] een week\n   *[lang] anders\n}", "een week"),
        ] {
            let what = format!("'a' tells '{term}' in words of its own");
            assert_eq!(in_catalogue("teksten/nl/x.ftl", text), [what], "{text}");
        }
        for (text, term) in [
            ("a = wait for two weeks", "two weeks"),
            ("a = within three working days", "three days"),
            ("a = for a year at most", "a year"),
            ("a = of more than one day", "one day"),
        ] {
            let what = format!("'a' tells '{term}' in words of its own");
            assert_eq!(in_catalogue("teksten/en/x.ftl", text), [what], "{text}");
        }
    }

    #[test]
    fn an_argument_and_a_variant_for_a_number_are_no_terms_of_a_catalogue_and_neither_is_any_day() {
        for text in [
            "# $dagen: getal\na = binnen { $dagen } dagen",
            "# $dagen: getal\na = { $dagen ->\n    [1] nog 1 dag\n   *[anders] nog { $dagen } dagen\n}",
            "# $uren: getal\na = { $uren ->\n    [1] een uur\n   *[anders] { $uren } uur\n}",
            "a = kies een dag na vandaag",
            "a = art. 2:11 lid 2 Awb. Vandaag",
            "a = twee besturen, en dagen later",
        ] {
            assert_eq!(in_catalogue("teksten/nl/x.ftl", text), Vec::<String>::new(), "{text}");
        }
        // Of another number it is one.
        let other = "# $dagen: getal\na = { $dagen ->\n    [1] nog 2 dagen\n   *[anders] x\n}";
        assert_eq!(in_catalogue("teksten/nl/x.ftl", other), ["'a' tells '2 dagen' in words of its own"]);
    }

    #[test]
    fn leave_for_a_school_year_counts_none_and_two_school_years_are_counted() {
        assert!(in_catalogue("teksten/en/x.ftl", "a = gives leave for a school year").is_empty());
        assert!(in_catalogue("teksten/nl/x.ftl", "a = geeft toestemming voor een schooljaar").is_empty());
        assert_eq!(in_catalogue("teksten/en/x.ftl", "a = for two school years").len(), 1);
        assert_eq!(in_catalogue("teksten/nl/x.ftl", "a = twee schooljaren").len(), 1);
    }

    #[test]
    fn a_figure_of_speech_is_listed_and_an_exception_that_is_not_needed_is_found() {
        assert!(in_catalogue("teksten/nl/beheer.ftl", "te-veel-verplaatst = niet in een jaar").is_empty());
        let idle = in_catalogue("teksten/nl/beheer.ftl", "te-veel-verplaatst = niet zo vaak");
        assert_eq!(idle, ["'beheer/te-veel-verplaatst' is an exception and tells no term"]);
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
