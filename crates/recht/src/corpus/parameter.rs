//! Terms, amounts and other figures of law: a value with its unit, source and dates.

use std::fmt;

use base::{Date, Eurocent, Fraction};
use serde::{Deserialize, Serialize};

use super::bron::Bron;
use super::{CorpusError, datum};
use crate::soort::IngeschrevenSoort;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Eenheid {
    /// Calendar weeks.
    Weken,
    /// Calendar days.
    Dagen,
    /// Hours; exact decimals.
    Uren,
    /// Calendar months.
    Maanden,
    /// Years, also of age.
    Jaren,
    /// Whole school years.
    Schooljaren,
    /// Per hundred; exact decimals.
    Procent,
    /// Whole eurocents.
    Eurocent,
    /// Points of a test; exact decimals.
    Punten,
    /// A number of things; exact decimals.
    Aantal,
    /// A day in any year, `05-01`.
    MaandDag,
    /// A list of codes.
    Lijst,
}

impl Eenheid {
    /// The word behind a figure, in the plural.
    pub fn word(self) -> &'static str {
        match self {
            Self::Weken => "weken",
            Self::Dagen => "dagen",
            Self::Uren => "uur",
            Self::Maanden => "maanden",
            Self::Jaren => "jaar",
            Self::Schooljaren => "schooljaren",
            Self::Procent => "%",
            Self::Punten => "punten",
            Self::Eurocent | Self::Aantal | Self::MaandDag | Self::Lijst => "",
        }
    }
}

/// The value of a figure, exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waarde {
    /// A whole number.
    Getal(i64),
    /// An exact decimal, with the text as it stands in the corpus.
    Decimaal(Fraction, String),
    /// A day in any year.
    MaandDag {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// Codes.
    Lijst(Vec<String>),
}

/// A figure of law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Name, `aanmelding.termijn_vooraf`.
    pub naam: String,
    /// What it is worth.
    pub waarde: Waarde,
    /// What it counts.
    pub eenheid: Eenheid,
    /// Where it stands.
    pub bron: Bron,
    /// Where the same figure stands in other acts: those of other sectors.
    pub ook: Vec<Bron>,
    /// Kinds of school at which it holds; every kind where none is named.
    pub scholen: Vec<IngeschrevenSoort>,
    /// What it means, in plain Dutch; empty where the rule around it says so.
    pub uitleg: String,
    /// First day on which it holds.
    pub valid_from: Date,
    /// First day on which it no longer holds.
    pub valid_to: Option<Date>,
}

/// A figure that is not there on that day, or is something else than asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParameterFout {
    /// No file of the corpus has it.
    #[error("de parameter '{naam}' staat niet in het corpus")]
    Onbekend {
        /// The name asked for.
        naam: String,
    },
    /// It starts later.
    #[error("de parameter '{naam}' geldt pas vanaf {vanaf}")]
    NogNietGeldig {
        /// The name asked for.
        naam: String,
        /// First day on which it holds.
        vanaf: Date,
    },
    /// It has ended.
    #[error("de parameter '{naam}' geldt niet meer sinds {sinds}")]
    Beeindigd {
        /// The name asked for.
        naam: String,
        /// First day on which it no longer held.
        sinds: Date,
    },
    /// It counts something else.
    #[error("de parameter '{naam}' is geen heel getal in {eenheid}")]
    AndereEenheid {
        /// The name asked for.
        naam: String,
        /// The unit asked for.
        eenheid: &'static str,
    },
}

impl Parameter {
    /// Where it stands in an act, where that act has it.
    pub fn bron_in(&self, wet: &str) -> Option<&Bron> {
        std::iter::once(&self.bron).chain(&self.ook).find(|bron| bron.vindplaats.wet == wet)
    }

    /// The whole number, when it counts `eenheid`.
    pub fn aantal(&self, eenheid: Eenheid) -> Result<i32, ParameterFout> {
        match self.waarde {
            Waarde::Getal(aantal) if self.eenheid == eenheid => i32::try_from(aantal).ok(),
            Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::MaandDag { .. } | Waarde::Lijst(_) => None,
        }
        .ok_or_else(|| ParameterFout::AndereEenheid { naam: self.naam.clone(), eenheid: eenheid.word() })
    }

    /// The amount, when it is one.
    pub fn bedrag(&self) -> Option<Eurocent> {
        match self.waarde {
            Waarde::Getal(cents) if self.eenheid == Eenheid::Eurocent => Some(Eurocent(cents)),
            Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::MaandDag { .. } | Waarde::Lijst(_) => None,
        }
    }

    /// The day in a calendar year, when it is a month and day.
    pub fn dag_in(&self, year: i16) -> Option<Date> {
        match self.waarde {
            Waarde::MaandDag { month, day } => Date::new(year, month, day).ok(),
            Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::Lijst(_) => None,
        }
    }
}

impl fmt::Display for Parameter {
    /// `6 weken`, `€ 250.000,00`, `25 maart`: the value as people read it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.waarde {
            Waarde::Getal(cents) if self.eenheid == Eenheid::Eurocent => Eurocent(*cents).fmt(f),
            Waarde::Getal(aantal) => write_with_unit(f, &aantal.to_string(), self.eenheid),
            Waarde::Decimaal(_, text) => write_with_unit(f, &text.replace('.', ","), self.eenheid),
            Waarde::MaandDag { month, day } => write!(f, "{day} {}", month_name(*month)),
            Waarde::Lijst(codes) => f.write_str(&codes.join(", ")),
        }
    }
}

/// `6 weken`, `1 dag`; without a word where the unit has none.
pub(crate) fn write_with_unit(f: &mut fmt::Formatter<'_>, figure: &str, eenheid: Eenheid) -> fmt::Result {
    match eenheid.word() {
        "" => f.write_str(figure),
        word => write!(f, "{figure} {}", singular(figure, word)),
    }
}

/// `1 week` and `1 dag`, but `0,5 punten`.
fn singular<'a>(figure: &str, word: &'a str) -> &'a str {
    match (figure, word) {
        ("1", "weken") => "week",
        ("1", "dagen") => "dag",
        ("1", "maanden") => "maand",
        ("1", "schooljaren") => "schooljaar",
        _ => word,
    }
}

fn month_name(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    usize::try_from(month).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied().unwrap_or("")
}

/// A value as TOML writes it. A TOML float is refused: it is not exact.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum WaardeTekst {
    Getal(i64),
    Tekst(String),
    Lijst(Vec<String>),
}

impl WaardeTekst {
    /// The exact value, when its form fits its unit.
    pub(crate) fn read(self, bestand: &str, naam: &str, eenheid: Eenheid) -> Result<Waarde, CorpusError> {
        let wrong = || CorpusError::ParameterWrong { bestand: bestand.to_owned(), naam: naam.to_owned() };
        match (eenheid, self) {
            (Eenheid::Lijst, Self::Lijst(codes)) => Ok(Waarde::Lijst(codes)),
            (Eenheid::MaandDag, Self::Tekst(text)) => {
                let (month, day) = datum::month_day(&text).ok_or_else(wrong)?;
                Ok(Waarde::MaandDag { month, day })
            }
            (Eenheid::Lijst | Eenheid::MaandDag, _) | (_, Self::Lijst(_)) => Err(wrong()),
            (_, Self::Getal(number)) => Ok(Waarde::Getal(number)),
            (Eenheid::Uren | Eenheid::Procent | Eenheid::Punten | Eenheid::Aantal, Self::Tekst(text)) => {
                Ok(Waarde::Decimaal(Fraction::parse_decimal(&text).map_err(|_| wrong())?, text))
            }
            (_, Self::Tekst(_)) => Err(wrong()),
        }
    }
}
