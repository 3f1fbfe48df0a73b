//! Of which month a file is: what keeps an older file from being imported over a newer by mistake.
//!
//! The files of DUO do not say it, but for the pupils, whose years are columns. Their names do: `2026-04`, `202604`,
//! `01-04-2026`. Where the name says nothing, nothing is known and nothing is refused.

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

/// Year and month.
type Stand = (i16, u8);

/// A file that is older than the one imported before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ouder {
    /// Month of the file, `2026-04`.
    pub nu: String,
    /// Month of what is known.
    pub bekend: String,
}

impl Ouder {
    pub(super) fn weigering(&self) -> Refusal {
        let reden = beheer::OuderBestand { nu: &self.nu, bekend: &self.bekend }.tekst();
        Refusal::new("ouder_bestand", reden).instead(beheer::nieuwste_bestand())
    }
}

impl App {
    /// Whether a file is older than what is known of its kind.
    pub(super) async fn older(
        &self,
        bestand: &Bestand,
        bron: &str,
        moment: Moment,
    ) -> Result<Option<Ouder>, AppError> {
        let (now, known) = match bestand {
            Bestand::Leerlingen(import) => {
                let years = import.rijen.iter().filter_map(|row| row.rij.leerlingen.last_key_value());
                (years.map(|(year, _)| (*year, TELMAAND)).max(), self.counted_last(bestand, moment).await?)
            }
            Bestand::Vestigingen(_) | Bestand::Geo(_) | Bestand::Postcodes(_) => {
                let newest = self.storage.newest_run(bestand.soort().naam()).await?;
                (month(bron), newest.and_then(|run| month(&run.bron)))
            }
        };
        let written = |(year, month): Stand| format!("{year}-{month:02}");
        let both = now.zip(known).filter(|(now, known)| now < known);
        Ok(both.map(|(now, known)| Ouder { nu: written(now), bekend: written(known) }))
    }

    /// The last year of the pupils that are known: every location has the same.
    async fn counted_last(&self, bestand: &Bestand, moment: Moment) -> Result<Option<Stand>, AppError> {
        let query = ReferenceQuery::all(bestand.soort().naam(), moment.vandaag, Page::first(1));
        let found = self.storage.references(&query).await?.rows;
        let row: Option<Bronrij> = found.first().map(from_json).transpose()?;
        Ok(row.and_then(|row| row.latest_pupils()).map(|(year, _)| (year, TELMAAND)))
    }
}

/// The month in a name; the last one, where it has more.
fn month(name: &str) -> Option<Stand> {
    let numbers: Vec<&str> =
        name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let of = |year: &str, month: &str| {
        let year: i16 = year.parse().ok().filter(|year| year_of_a_file(*year))?;
        let known: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        (month.len() == 2).then_some((year, known))
    };
    let whole = |digits: &&str| match digits.len() {
        6 | 8 => of(digits.get(..4)?, digits.get(4..6)?),
        _ => None,
    };
    let apart = |pair: &[&str]| match pair {
        [first, second] if first.len() == 4 => of(first, second),
        [first, second] if second.len() == 4 => of(second, first),
        _ => None,
    };
    let pairs = numbers.windows(2).filter_map(apart).next_back();
    pairs.or_else(|| numbers.iter().filter_map(whole).next_back())
}

fn year_of_a_file(year: i16) -> bool {
    (2000..2200).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn a_name_tells_its_month_where_it_has_one() {
        for (name, expected) in [
            ("duo_vestigingen_bo_2026-04.csv", Some((2026, 4))),
            ("duo_scholen_alle_sectoren_geocoded_2024-11-22.geojson", Some((2024, 11))),
            ("vestigingenbo 01-05-2026.csv", Some((2026, 5))),
            ("vestigingen_20260601.csv", Some((2026, 6))),
            ("vestigingen_202607.csv", Some((2026, 7))),
            ("duo_leerlingen_po_historisch_1996-2025.csv", None),
            ("03.-alle-vestigingen-bo.csv", None),
            ("pc4_2015.csv", None),
            ("vestigingen_2026-13.csv", None),
            ("test", None),
        ] {
            assert_eq!(month(name), expected, "{name}");
        }
    }
}
