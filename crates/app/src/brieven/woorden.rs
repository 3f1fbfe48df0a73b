//! From what the file holds to what a letter says: texts, numbers in words, salutations.

use base::{Date, Sector};
use documents::{NietLeeg, Tekst};
use recht::Eenheid;

use crate::{App, AppError};

/// Numbers that are written out; larger ones stand in figures.
const GETALLEN: [&str; 20] = [
    "één",
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

/// Stands where no group was chosen.
const GROEP_ONBEKEND: &str = "een groep die wij u nog laten weten";

/// A text of a letter. Refused when there is nothing to read in it.
pub(super) fn tekst(text: impl AsRef<str>) -> Result<Tekst, AppError> {
    Tekst::new(text.as_ref()).map_err(|error| AppError::Letter(error.to_string()))
}

/// `groep 5`, `klas 2b`, `de vlinders`: where a child sits, in a sentence.
pub(super) fn in_groep(groep: &str, sector: Sector) -> Result<Tekst, AppError> {
    let groep = groep.trim();
    if groep.is_empty() {
        return tekst(GROEP_ONBEKEND);
    }
    if !groep.starts_with(|c: char| c.is_ascii_digit()) {
        return tekst(groep);
    }
    tekst(format!("{} {groep}", if sector == Sector::Vo { "klas" } else { "groep" }))
}

/// A list of a letter that has to have something in it.
pub(super) fn minstens_een<T>(items: Vec<T>) -> Result<NietLeeg<T>, AppError> {
    NietLeeg::new(items).map_err(|error| AppError::Letter(error.to_string()))
}

/// Texts of our own, one per item.
pub(super) fn lijst(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<NietLeeg<Tekst>, AppError> {
    minstens_een(texts.into_iter().map(tekst).collect::<Result<_, _>>()?)
}

/// What somebody typed, one item per paragraph.
pub(super) fn alineas(text: &str) -> Result<NietLeeg<Tekst>, AppError> {
    parts(text, "\n\n")
}

/// What somebody typed, one item per line.
pub(super) fn regels(text: &str) -> Result<NietLeeg<Tekst>, AppError> {
    parts(text, "\n")
}

/// The parts that can be read; the whole as one where there are none, or more than a letter holds.
fn parts(text: &str, separator: &str) -> Result<NietLeeg<Tekst>, AppError> {
    let text = text.replace("\r\n", "\n");
    let items: Vec<Tekst> = text.split(separator).filter_map(|part| Tekst::new(part).ok()).collect();
    NietLeeg::new(items).or_else(|_| lijst([text.as_str()]))
}

/// `zes weken`, `één week`, `42 dagen`.
pub(super) fn duur(aantal: i32, eenheid: Eenheid) -> String {
    let word = usize::try_from(aantal).ok().and_then(|n| GETALLEN.get(n.checked_sub(1)?));
    let unit = match (aantal, eenheid) {
        (1, Eenheid::Weken) => "week",
        (1, Eenheid::Dagen) => "dag",
        (1, Eenheid::Maanden) => "maand",
        _ => eenheid.word(),
    };
    let number = word.map_or_else(|| aantal.to_string(), |word| (*word).to_owned());
    format!("{number} {unit}")
}

impl App {
    /// How long a term of law is on a day, as pages and letters say it: `zes weken`. Where the law of that day has no such figure it says
    /// where to look, so that no page tells another figure than the one by which is decided.
    pub fn duur(&self, naam: &str, on: Date) -> String {
        let parameter = self.wet.parameter(naam, on).ok();
        let counted =
            parameter.and_then(|found| Some(duur(found.aantal(found.eenheid).ok()?, found.eenheid)));
        counted.unwrap_or_else(|| "de tijd die in de wet staat".to_owned())
    }
}

impl App {
    /// Where a requirement or a figure of law stands on a day, as pages cite it: `art. 8.6 lid 2 WVO 2020`. Pages cite nothing in words of
    /// their own; `cargo xtask tidy references` sees that the corpus has the name.
    pub fn artikel(&self, naam: &str, on: Date) -> String {
        let bepaling = self.wet.bepaling_ergens(naam, on).map(|found| found.bron.vindplaats.to_string());
        let figure = || self.wet.parameter(naam, on).ok().map(|found| found.bron.vindplaats.to_string());
        bepaling.or_else(figure).unwrap_or_else(|| "de wet".to_owned())
    }
}

/// `a`, `a en b`, `a, b en c`.
pub(super) fn opsomming(items: &[String], laatste: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {laatste} {last}", rest.join(", ")),
    }
}

/// The same text with its first letter as a capital.
fn hoofdletter(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same text with its first letter as a small one, to stand behind a colon.
pub(super) fn met_kleine_letter(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Titles by which people are addressed, as they are typed, and how a salutation writes them.
const TITELS: [(&str, &str); 8] = [
    ("mevrouw", "mevrouw"),
    ("mevr.", "mevrouw"),
    ("mw.", "mevrouw"),
    ("de heer", "meneer"),
    ("dhr.", "meneer"),
    ("meneer", "meneer"),
    ("mijnheer", "meneer"),
    ("mx.", "mx."),
];

/// `mevrouw I. de Zonnevis` → `Beste mevrouw De Zonnevis`; without a title the whole name.
pub(super) fn aanhef(naam: &str) -> String {
    let lower = naam.to_lowercase();
    for (typed, written) in TITELS {
        let Some(rest) = lower.strip_prefix(typed).filter(|rest| rest.starts_with(' ')) else { continue };
        // Only where lower case has as many bytes is the rest of the name at the same place.
        let Some(name) = (lower.len() == naam.len()).then(|| naam.get(naam.len() - rest.len()..)).flatten()
        else {
            break;
        };
        let surname: Vec<&str> = name.split_whitespace().filter(|word| !is_initials(word)).collect();
        if !surname.is_empty() {
            return format!("Beste {written} {}", hoofdletter(&surname.join(" ")));
        }
    }
    format!("Beste {naam}")
}

/// `I.`, `A.B.`, `drs.`: what a salutation leaves out.
fn is_initials(word: &str) -> bool {
    word.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_written_out_up_to_twenty() {
        assert_eq!(duur(1, Eenheid::Weken), "één week");
        assert_eq!(duur(6, Eenheid::Weken), "zes weken");
        assert_eq!(duur(20, Eenheid::Dagen), "twintig dagen");
        assert_eq!(duur(42, Eenheid::Dagen), "42 dagen");
        assert_eq!(duur(0, Eenheid::Dagen), "0 dagen");
    }

    #[test]
    fn a_salutation_takes_title_and_surname() {
        for (naam, expected) in [
            ("mevrouw I. de Zonnevis", "Beste mevrouw De Zonnevis"),
            ("Mevr. A.B. IJsvogel-van 't Hof", "Beste mevrouw IJsvogel-van 't Hof"),
            ("de heer drs. O. van de Mist", "Beste meneer Van de Mist"),
            ("A. IJsvogel", "Beste A. IJsvogel"),
            ("mevrouw", "Beste mevrouw"),
            ("mevrouw I.", "Beste mevrouw I."),
            ("İ. Zonnevis", "Beste İ. Zonnevis"),
            ("mevrouw İpek Öz", "Beste mevrouw İpek Öz"),
            ("mevrouwtje Theepot", "Beste mevrouwtje Theepot"),
        ] {
            assert_eq!(aanhef(naam), expected);
        }
    }

    #[test]
    fn typed_text_keeps_its_paragraphs() {
        let items =
            |text| alineas(text).unwrap().as_slice().iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(items("Een.\nTwee.\r\n\r\n\n Drie. "), ["Een.\nTwee.", "Drie."]);
        assert_eq!(items(&"a\n\n".repeat(600)).len(), 1, "more than a letter holds stays in one piece");
        assert!(alineas("\u{0}\n\n").is_err());
    }

    #[test]
    fn enumerations_read_as_people_write_them() {
        let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(opsomming(&items, "of"), "a, b of c");
        assert_eq!(opsomming(&items[..1], "of"), "a");
    }
}
