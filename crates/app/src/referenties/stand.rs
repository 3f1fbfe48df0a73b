//! Of which month a file is: what keeps an older file from being imported over a newer by mistake.
//!
//! The files of DUO do not say it, but for the pupils, whose years are columns. Their names do: `2026-04`, `202604`,
//! `01-04-2026`, or only a year. Where the name says nothing, a file that changes nearly everything is not taken for a newer.

use dossier::Refusal;
use storage::Page;
use storage::references::ReferenceQuery;
use teksten::beheer;

use super::Bestand;
use super::bronrij::Bronrij;
use crate::organisaties::from_json;
use crate::{App, AppError, Moment};

/// Pupils are counted on the first of this month.
const TELMAAND: u8 = 10;

/// Year and month, where the month is known.
type Stand = (i16, Option<u8>);

/// A file that is older than the one imported before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ouder {
    /// Month of the file, `2026-04`.
    pub nu: String,
    /// Month of what is known.
    pub bekend: String,
}

/// How old a file is beside what is known of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leeftijd {
    /// As new as what is known, or newer; or nothing is asked.
    Nieuw,
    /// Older.
    Ouder(Ouder),
    /// Its name says a month that is still to come: a slip of a digit, after which every right file would be older.
    KomtNog {
        /// Month of the file, `2062-04`.
        nu: String,
    },
    /// It does not say, or what is known does not.
    Onbekend {
        /// Month of what is known.
        bekend: Option<String>,
    },
}

impl Leeftijd {
    /// Why a file of this age is not imported, unless somebody says that it is meant.
    pub(super) fn weigering(&self) -> Option<Refusal> {
        match self {
            Self::Ouder(Ouder { nu, bekend }) => {
                let reden = beheer::OuderBestand { nu, bekend }.tekst();
                Some(Refusal::new("ouder_bestand", reden).instead(beheer::nieuwste_bestand()))
            }
            Self::KomtNog { nu } => {
                let reden = beheer::MaandKomtNog { nu }.tekst();
                Some(Refusal::new("maand_komt_nog", reden).instead(beheer::maand_in_naam()))
            }
            Self::Nieuw | Self::Onbekend { .. } => None,
        }
    }
}

impl App {
    /// How old a file is beside what is known of its kind.
    pub(super) async fn age(
        &self,
        bestand: &Bestand,
        bron: &str,
        moment: Moment,
    ) -> Result<Leeftijd, AppError> {
        let (now, known) = match bestand {
            Bestand::Leerlingen(import) => {
                let years = import.rijen.iter().filter_map(|row| row.rij.leerlingen.last_key_value());
                let now = years.map(|(year, _)| (*year, Some(TELMAAND))).max();
                (now, self.counted_last(bestand, moment).await?)
            }
            Bestand::Vestigingen(_) | Bestand::Geo(_) | Bestand::Postcodes(_) => {
                (month(bron), self.newest_month(bestand, moment).await?)
            }
        };
        if let Some(now) = now.filter(|now| is_to_come(*now, moment)) {
            return Ok(Leeftijd::KomtNog { nu: written(now) });
        }
        Ok(match (now, known, bestand) {
            (Some(now), Some(known), _) if is_before(now, known) => {
                Leeftijd::Ouder(Ouder { nu: written(now), bekend: written(known) })
            }
            (Some(_), Some(_), _) | (_, _, Bestand::Leerlingen(_) | Bestand::Postcodes(_)) => Leeftijd::Nieuw,
            (None, known, _) | (_, known @ None, _) => Leeftijd::Onbekend { bekend: known.map(written) },
        })
    }

    /// The month of the newest file of this kind whose name has one. An older one came after it only when somebody said
    /// that it was meant, and files without a month say nothing of it.
    async fn newest_month(&self, bestand: &Bestand, moment: Moment) -> Result<Option<Stand>, AppError> {
        let sources = self.storage.sources_of_runs(bestand.soort().naam()).await?;
        let came = |bron: &String| month(bron).filter(|stand| !is_to_come(*stand, moment));
        Ok(sources.iter().find_map(came))
    }

    /// The last year of the pupils that are known: every location has the same.
    async fn counted_last(&self, bestand: &Bestand, moment: Moment) -> Result<Option<Stand>, AppError> {
        let query = ReferenceQuery::all(bestand.soort().naam(), moment.vandaag, Page::first(1));
        let found = self.storage.references(&query).await?.rows;
        let row: Option<Bronrij> = found.first().map(from_json).transpose()?;
        Ok(row.and_then(|row| row.latest_pupils()).map(|(year, _)| (year, Some(TELMAAND))))
    }
}

/// The month in a name, or else the year. A whole date goes first: after it a name can tell the hour.
fn month(name: &str) -> Option<Stand> {
    let parts: Vec<&str> = name.split_inclusive(|c: char| !c.is_ascii_digit()).collect();
    // Digits, and what comes after them.
    let numbers: Vec<(&str, &str)> =
        parts.iter().map(|part| part.split_at(part.bytes().take_while(u8::is_ascii_digit).count())).collect();
    let of = |year: &str, month: &str| {
        let year: i16 = year.parse().ok().filter(|year| year_of_a_file(*year))?;
        let known: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        ((1..=2).contains(&month.len())).then_some((year, Some(known)))
    };
    let day = |digits: &str| (1..=2).contains(&digits.len());
    let date = |three: &[(&str, &str)]| match three {
        [(one, a), (two, b), (three, _)] if a == b => match (one.len(), three.len()) {
            (4, _) if day(three) => of(one, two),
            (_, 4) if day(one) => of(three, two),
            _ => None,
        },
        _ => None,
    };
    let joined = |between: &str| matches!(between, "-" | "_" | "." | "/");
    let apart = |pair: &[(&str, &str)]| match pair {
        [(first, between), (second, _)] if joined(between) && first.len() == 4 => of(first, second),
        [(first, between), (second, _)] if joined(between) && (first.len(), second.len()) == (2, 4) => {
            of(second, first)
        }
        _ => None,
    };
    let whole = |(digits, _): &(&str, &str)| match digits.len() {
        6 | 8 => of(digits.get(..4)?, digits.get(4..6)?),
        _ => None,
    };
    let year = |(digits, _): &(&str, &str)| match digits.len() {
        4 => digits.parse().ok().filter(|year| year_of_a_file(*year)).map(|year| (year, None)),
        _ => None,
    };
    let dates = numbers.windows(3).find_map(date);
    let months = dates.or_else(|| numbers.windows(2).filter_map(apart).next_back());
    let months = months.or_else(|| numbers.iter().filter_map(whole).next_back());
    months.or_else(|| numbers.iter().filter_map(year).next_back())
}

/// Of a month after this one.
fn is_to_come(stand: Stand, moment: Moment) -> bool {
    let today = (moment.vandaag.year(), u8::try_from(moment.vandaag.month()).ok());
    is_before(today, stand)
}

/// Of a year alone nothing is known within it.
fn is_before(now: Stand, known: Stand) -> bool {
    let months = now.1.zip(known.1);
    now.0 < known.0 || (now.0 == known.0 && months.is_some_and(|(now, known)| now < known))
}

fn written((year, month): Stand) -> String {
    month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}"))
}

fn year_of_a_file(year: i16) -> bool {
    (2000..2200).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::{is_before, month};

    #[test]
    fn a_name_tells_its_month_where_it_has_one() {
        let in_month = |year, month| Some((year, Some(month)));
        for (name, expected) in [
            ("duo_vestigingen_bo_2026-04.csv", in_month(2026, 4)),
            ("duo_scholen_alle_sectoren_geocoded_2024-11-22.geojson", in_month(2024, 11)),
            ("vestigingenbo 01-05-2026.csv", in_month(2026, 5)),
            ("vestigingen_20260601.csv", in_month(2026, 6)),
            ("vestigingen_202607.csv", in_month(2026, 7)),
            ("vestigingen_2012.csv", Some((2012, None))),
            ("pc4_2015.csv", Some((2015, None))),
            ("vestigingen_2026-13.csv", Some((2026, None))),
            ("vestigingen bo 01-04-2026 12.30.csv", in_month(2026, 4)),
            ("bo 1-4-2026.csv", in_month(2026, 4)),
            ("bo 2026-4.csv", in_month(2026, 4)),
            ("bo 2026 12.30.csv", Some((2026, None))),
            ("03.-alle-vestigingen-bo.csv", None),
            ("test", None),
        ] {
            assert_eq!(month(name), expected, "{name}");
        }
    }
    #[test]
    fn within_a_year_only_months_tell_which_is_older() {
        let year = (2026, None);
        for (now, known, expected) in [
            ((2026, Some(3)), (2026, Some(4)), true),
            ((2026, Some(4)), (2026, Some(4)), false),
            ((2012, None), (2026, Some(4)), true),
            (year, (2026, Some(4)), false),
            ((2026, Some(3)), year, false),
            ((2025, Some(12)), year, true),
        ] {
            assert_eq!(is_before(now, known), expected, "{now:?} {known:?}");
        }
    }
}
