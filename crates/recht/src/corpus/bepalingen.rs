//! Requirements of law that are no figure and no rule: what is asked, and in which article of which sector.

use base::{Date, Sector};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::bron::{Bron, BronTekst};
use super::lijsten::period;
use super::tijdlijn::Periode;
use super::{CorpusError, datum, read};
use crate::soort::IngeschrevenSoort;

/// A requirement of law, for the sectors of one statute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bepaling {
    /// Name, `aanmelding.andere_school`; the same in each statute that has it.
    pub naam: String,
    /// What it asks, in plain Dutch.
    pub tekst: String,
    /// Sectors in which it holds.
    pub sectoren: Vec<Sector>,
    /// Kinds of school of those sectors at which it holds; every kind where none is named.
    pub scholen: Vec<IngeschrevenSoort>,
    /// Where it stands.
    pub bron: Bron,
    /// When it holds.
    pub periode: Periode,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BepalingBestand {
    #[serde(rename = "onderwerp")]
    _onderwerp: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    bepaling: Vec<BepalingTekst>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BepalingTekst {
    naam: String,
    tekst: String,
    sectoren: Vec<Sector>,
    #[serde(default)]
    scholen: Vec<IngeschrevenSoort>,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: BronTekst,
}

/// The requirements of one file.
pub(crate) fn bepalingen(path: &str, text: &str) -> Result<Vec<Bepaling>, CorpusError> {
    let file: BepalingBestand = read(path, text)?;
    file.bepaling
        .into_iter()
        .map(|b| {
            Ok(Bepaling {
                periode: period(b.valid_from, b.valid_to, path, &b.naam)?,
                naam: b.naam,
                tekst: b.tekst,
                sectoren: b.sectoren,
                scholen: b.scholen,
                bron: b.vindplaats.read(path)?,
            })
        })
        .collect()
}

/// Two requirements of one name that hold for the same sector on the same day, if there are any.
pub(crate) fn double(bepalingen: &[Bepaling]) -> Option<&Bepaling> {
    let overlaps = |a: &Bepaling, b: &Bepaling| {
        a.naam == b.naam
            && a.sectoren.iter().any(|sector| b.sectoren.contains(sector))
            && (a.periode.contains(b.periode.valid_from) || b.periode.contains(a.periode.valid_from))
    };
    let mut seen: Vec<&Bepaling> = Vec::new();
    for bepaling in bepalingen {
        if seen.iter().any(|earlier| overlaps(earlier, bepaling)) {
            return Some(bepaling);
        }
        seen.push(bepaling);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "onderwerp = \"x\"\n[[bepaling]]\nnaam = \"a.b\"\ntekst = \"Iets.\"\nsectoren = [\"po\"]\n\
                        valid_from = 2014-08-01\nvindplaats = { wet = \"Afspraak\", zekerheid = \"beleid\" }\n";

    #[test]
    fn a_requirement_reads_with_its_sectors_and_source() {
        let read = bepalingen("bepalingen/x.toml", FILE).unwrap();
        assert_eq!(read[0].naam, "a.b");
        assert_eq!(read[0].sectoren, [Sector::Po]);
        assert_eq!(read[0].bron.vindplaats.wet, "Afspraak");
        assert!(bepalingen("bepalingen/x.toml", &FILE.replace("tekst", "text")).is_err());
    }

    #[test]
    fn one_name_means_one_thing_per_sector_and_day() {
        let one = bepalingen("bepalingen/x.toml", FILE).unwrap().remove(0);
        let elsewhere = Bepaling { sectoren: vec![Sector::Vo], ..one.clone() };
        assert_eq!(double(&[one.clone(), elsewhere]), None);
        assert_eq!(double(&[one.clone(), one.clone()]), Some(&one));
    }
}
