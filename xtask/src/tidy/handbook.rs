//! The manual says terms in words, and nobody looks there when a term changes: behind each stands the name of the figure of the corpus or
//! of the bound of the program that it says, in a comment that no reader sees, and the two are compared.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::production_part;

pub(crate) const NAME: &str = "handbook";

const FOLDER: &str = "docs/handleiding/";

/// Numbers in words, from one.
const NUMBERS: [&str; 20] = [
    "een",
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

/// What a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Days,
    Workdays,
    Months,
    Times,
}

/// How many of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Amount {
    count: u64,
    unit: Unit,
}

impl Amount {
    /// A unit by its word, whichever of its forms: weeks are seven days, and years twelve months.
    fn of(count: u64, word: &str) -> Option<Self> {
        let (times, unit) = match word {
            "dag" | "dagen" => (1, Unit::Days),
            "week" | "weken" => (7, Unit::Days),
            "werkdag" | "werkdagen" | "schooldagen" => (1, Unit::Workdays),
            "maand" | "maanden" => (1, Unit::Months),
            "jaar" | "jaren" => (12, Unit::Months),
            "keer" => (1, Unit::Times),
            _ => return None,
        };
        Some(Self { count: count * times, unit })
    }

    /// A year of days is a year.
    fn is_as_long_as(self, other: Self) -> bool {
        let year = |amount: Self| amount == Self { count: 365, unit: Unit::Days };
        let twelve = |amount: Self| amount == Self { count: 12, unit: Unit::Months };
        self == other || year(self) && twelve(other) || twelve(self) && year(other)
    }
}

/// A term in the text, and what stands behind it.
struct Told<'a> {
    words: String,
    amount: Amount,
    line: usize,
    behind: &'a str,
}

/// Compares the terms of the manual with what decides.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let pages = files.iter().filter(|file| file.path.starts_with(FOLDER) && file.is("md"));
    pages
        .flat_map(|page| terms(&page.text).into_iter().filter_map(move |told| wrong(page, &told, files)))
        .collect()
}

fn wrong(page: &File, told: &Told<'_>, files: &[File]) -> Option<Finding> {
    let words = &told.words;
    let what = match marker(told.behind) {
        // What is done so many times is seldom a bound.
        None if told.amount.unit == Unit::Times => return None,
        None => format!("'{words}' does not say which figure it is"),
        Some(name) => match figure(name, files).as_slice() {
            [] => format!("'{words}' names '{name}', which is no figure of the corpus and no bound"),
            [found] if found.is_as_long_as(told.amount) => return None,
            [found] => format!("'{words}' is not what '{name}' says ({} {:?})", found.count, found.unit),
            [..] => format!("'{words}' names '{name}', and there is more than one"),
        },
    };
    Some(Finding {
        file: page.path.clone(),
        line: Some(told.line),
        check: NAME,
        what,
        why: "a term in the manual goes on being told on the day on which it changes".to_owned(),
        fix: "write the name behind it: `binnen twee weken<!-- DAGEN_TOT_NAGAAN -->`, a figure of corpus/parameters, `regel/figuur` of corpus/regels, or a constant; or say it without a number"
            .to_owned(),
    })
}

/// The name in the comment that stands right here.
fn marker(text: &str) -> Option<&str> {
    text.strip_prefix("<!--")?.split("-->").next().map(str::trim)
}

/// Every number with a unit of time behind it. One day is as often no term as it is one.
fn terms(text: &str) -> Vec<Told<'_>> {
    let words = words(text);
    let next = |at: usize| {
        words.get(at + 1).filter(|(_, word)| !matches!(*word, "hele" | "volle")).or(words.get(at + 2))
    };
    let told = words.iter().enumerate().filter_map(|(at, (start, number))| {
        let (unit_at, unit) = next(at)?;
        let lower = number.to_lowercase();
        let plain = lower.replace('é', "e");
        let spelled = || u64::try_from(NUMBERS.iter().position(|known| *known == plain)? + 1).ok();
        let count = lower.parse().ok().or_else(spelled)?;
        let any = lower == "een" && matches!(*unit, "dag" | "keer");
        let amount = Amount::of(count, unit).filter(|_| !any)?;
        Some(Told {
            words: format!("{number} {unit}"),
            amount,
            line: text.get(..*start)?.matches('\n').count() + 1,
            behind: text.get(unit_at + unit.len()..)?,
        })
    });
    told.collect()
}

/// The words of a text with where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = 0;
    for part in text.split(|c: char| !c.is_alphanumeric()) {
        if !part.is_empty() {
            words.push((rest, part));
        }
        rest += part.len();
        rest += text.get(rest..).and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8);
    }
    words
}

/// What a name stands for: a figure of law that holds, or a constant.
fn figure(name: &str, files: &[File]) -> Vec<Amount> {
    if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        let rust = files.iter().filter(|file| file.is("rs") && !file.is_test_code());
        return rust.filter_map(|file| constant(name, production_part(&file.text))).collect();
    }
    let (folder, naam) = match name.split_once('/') {
        Some((rule, naam)) => (format!("corpus/regels/{rule}/"), naam),
        None => ("corpus/parameters/".to_owned(), name),
    };
    let own = files.iter().filter(|file| file.path.starts_with(&folder));
    let found: Vec<Amount> = own.flat_map(|file| parameters(naam, &file.text)).collect();
    // Of a rule the newest version holds.
    if name.contains('/') { found.last().copied().into_iter().collect() } else { found }
}

/// The figures of this name in a file of the corpus that did not end.
fn parameters<'a>(naam: &'a str, text: &'a str) -> impl Iterator<Item = Amount> + 'a {
    text.split("[[parameter]]").skip(1).filter_map(move |block| {
        let value = |key: &str| {
            let mut lines = block.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
            lines.next().map(|value| value.trim_matches('"'))
        };
        let own = value("naam") == Some(naam) && value("valid_to").is_none();
        Amount::of(value("waarde").filter(|_| own)?.parse().ok()?, value("eenheid")?)
    })
}

/// The constant of this name: what it counts is in its name, or it is a length of hours.
fn constant(name: &str, text: &str) -> Option<Amount> {
    let start = format!("const {name}: ");
    let (_, value) = text.split_once(&start)?.1.split_once('=')?;
    let value = value.split(';').next()?.trim();
    let product = |value: &str| {
        value.split('*').map(|factor| factor.trim().parse::<u64>().ok()).product::<Option<u64>>()
    };
    if let Some(hours) = value.strip_prefix("Duration::from_hours(") {
        return Amount::of(product(hours.trim_end_matches(')'))? / 24, "dagen");
    }
    let counts = |word: &&str| name.split('_').any(|part| part == *word);
    let units = [
        ("DAGEN", "dagen"),
        ("WEKEN", "weken"),
        ("WEEKS", "weken"),
        ("MAANDEN", "maanden"),
        ("MONTHS", "maanden"),
        ("LEEFTIJD", "jaar"),
        ("KEREN", "keer"),
    ];
    let (_, unit) = units.iter().find(|(word, _)| counts(word))?;
    Amount::of(product(value)?, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUND: &str =
        "pub const DAGEN_TOT_NAGAAN: i32 = 14;\npub const LINK: Duration = Duration::from_hours(7 * 24);\n";
    const LAW: &str =
        "[[parameter]]\nnaam = \"a.na\"\nwaarde = 10\neenheid = \"weken\"\nvalid_from = 2014-08-01\n";

    fn found(page: &str) -> Vec<(Option<usize>, String)> {
        let files = [
            File::new("docs/handleiding/a.md", page),
            File::new("crates/verband/src/grenzen.rs", BOUND),
            File::new("corpus/parameters/a.toml", LAW),
            File::new("corpus/regels/r/2014-08-01.toml", &LAW.replace("a.na", "na").replace("10", "6")),
            File::new("corpus/regels/r/2026-08-01.toml", &LAW.replace("a.na", "na")),
        ];
        check(&files).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    #[test]
    fn a_term_of_the_manual_is_what_it_names() {
        for page in [
            "Doe dat binnen twee weken<!-- DAGEN_TOT_NAGAAN -->.",
            "Doe dat binnen 14 dagen<!-- DAGEN_TOT_NAGAAN -->.",
            "De link werkt een\nweek<!-- LINK --> lang.",
            "Na tien weken<!-- a.na --> zonder beslissing.",
            "Na tien weken<!-- r/na --> zonder beslissing.",
        ] {
            assert_eq!(found(page), [], "{page}");
        }
    }

    #[test]
    fn a_term_that_is_another_or_names_nothing_is_found_with_its_line() {
        let page = "Kop\n\nDoe dat binnen drie weken<!-- DAGEN_TOT_NAGAAN -->.";
        assert_eq!(
            found(page),
            [(Some(3), "'drie weken' is not what 'DAGEN_TOT_NAGAAN' says (14 Days)".to_owned())]
        );
        let page = "Doe dat binnen twee weken.";
        assert_eq!(found(page), [(Some(1), "'twee weken' does not say which figure it is".to_owned())]);
        let page = "Doe dat binnen twee weken<!-- a.niets -->.";
        let what = "'twee weken' names 'a.niets', which is no figure of the corpus and no bound";
        assert_eq!(found(page), [(Some(1), what.to_owned())]);
    }

    #[test]
    fn one_day_and_what_is_done_so_many_times_are_no_terms() {
        for page in [
            "Kies een dag.",
            "`createuser` vraagt twee keer om een wachtwoord.",
            "op de dag zelf",
            "elke week",
        ] {
            assert_eq!(found(page), [], "{page}");
        }
        assert_eq!(
            found("binnen één dag"),
            [(Some(1), "'één dag' does not say which figure it is".to_owned())]
        );
    }
}
