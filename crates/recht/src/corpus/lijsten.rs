//! Lists of law that are no rules: figures, grounds of refusal, requirements, and what is expected.

use base::{Date, Sector};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::bron::{Bron, BronTekst};
use super::parameter::{Eenheid, Parameter, WaardeTekst};
use super::tijdlijn::Periode;
use super::{CorpusError, datum, read};
use crate::soort::{IngeschrevenSoort, TlvSoort};

/// An exception to the duty to find another school first (R1.5): only then may a school refuse without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weigeringsgrond {
    /// Code, stored in decisions.
    pub id: String,
    /// What it is, in plain Dutch.
    pub tekst: String,
    /// Sectors in which it holds.
    pub sectoren: Vec<Sector>,
    /// Kinds of school of those sectors at which it holds; every kind where none is named.
    pub scholen: Vec<IngeschrevenSoort>,
    /// What shows it: each is asked, and without an answer the ground cannot be used.
    pub bewijs: Vec<Bewijspunt>,
    /// Where it stands.
    pub bron: Bron,
    /// When it holds.
    pub periode: Periode,
}

/// What an answer that shows a ground of refusal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bewijssoort {
    /// Words.
    Tekst,
    /// A day that has come.
    Dag,
    /// One of the answers that are named with it.
    Keuze,
}

/// One thing that shows a ground of refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bewijspunt {
    /// Code: the name of its field, stored with the answer.
    pub id: String,
    /// The question, in plain Dutch.
    pub vraag: String,
    /// What an answer is.
    pub soort: Bewijssoort,
    /// The answers of a choice; none of another kind.
    pub opties: Vec<String>,
    /// On what it rests.
    pub bron: Bron,
}

/// In which time of the Leerplichtwet a child is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leertijd {
    /// It has to be enrolled at a school (LPW 3).
    Leerplicht,
    /// It has to be enrolled until it has a startkwalificatie (LPW 4a, 4b).
    Kwalificatieplicht,
    /// In neither: it is too young, or past both.
    Vrij,
}

/// Why a school takes a pupil off its list (LPW 10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uitschrijfgrond {
    /// Code, stored with the end of an enrolment.
    pub id: String,
    /// What it is, in plain Dutch.
    pub tekst: String,
    /// What the school has to have seen, as a question in plain Dutch.
    pub vraag: String,
    /// The times in which it holds.
    pub tijdens: Vec<Leertijd>,
    /// Of a child that has to be enrolled somewhere: nobody knows by this where it goes to school, and the school finds out.
    pub nagaan: bool,
    /// Where it stands.
    pub bron: Bron,
    /// When it holds.
    pub periode: Periode,
}

/// When a requirement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voorwaarde {
    /// Always.
    Altijd,
    /// The pupil is enrolled at the school that asks, not only registered.
    Ingeschreven,
    /// The pupil has, or must have, an ontwikkelingsperspectief.
    HeeftOpp,
    /// Pro by the route of Uitvoeringsbesluit WVO 2020 2.47: from lwoo, a TLV or an OPP.
    ProZijroute,
    /// Not by that route: it is decided on other data there.
    NietProZijroute,
    /// The decision departs from an expert's advice.
    AfwijkingVanAdvies,
    /// The decision is a refusal.
    Weigering,
    /// The decision grants what was asked.
    Toekenning,
}

/// What the law asks of a complete request or of a lawful decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eis {
    /// Code, stored in answers.
    pub id: String,
    /// The question or label on the form, in plain Dutch.
    pub vraag: String,
    /// Why it is asked and what counts as an answer.
    pub toelichting: String,
    /// For which kinds of toelaatbaarheidsverklaring.
    pub voor: Vec<TlvSoort>,
    /// When it counts.
    pub voorwaarde: Voorwaarde,
    /// `true`: without it the request is not complete, or the decision not lawful. `false`: it is asked, and its
    /// absence stops nothing.
    pub blokkeert: bool,
    /// It is a document: words alone are no answer.
    pub stuk: bool,
    /// Where it stands.
    pub bron: Bron,
    /// When it holds.
    pub periode: Periode,
}

/// Law that is expected and not in force; switched on for study only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verwacht {
    /// Code, the name of its switch.
    pub id: String,
    /// Title.
    pub titel: String,
    /// What changes, one thing per line.
    pub wijzigingen: Vec<String>,
    /// Planned start, where a day is planned.
    pub gepland: Option<Date>,
    /// What is known about the planning.
    pub planning: String,
    /// Where we know it from, and how sure that is.
    pub bron: Bron,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterBestand {
    #[serde(rename = "onderwerp")]
    _onderwerp: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    parameter: Vec<ParameterTekst>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterTekst {
    naam: String,
    uitleg: String,
    waarde: WaardeTekst,
    eenheid: Eenheid,
    #[serde(default)]
    scholen: Vec<IngeschrevenSoort>,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: BronTekst,
    /// The same figure in other acts.
    #[serde(default)]
    ook: Vec<BronTekst>,
}

/// The figures of one file.
pub(crate) fn parameters(path: &str, text: &str) -> Result<Vec<Parameter>, CorpusError> {
    let file: ParameterBestand = read(path, text)?;
    file.parameter
        .into_iter()
        .map(|p| {
            let periode = period(p.valid_from, p.valid_to, path, &p.naam)?;
            Ok(Parameter {
                waarde: p.waarde.read(path, &p.naam, p.eenheid)?,
                naam: p.naam,
                eenheid: p.eenheid,
                bron: p.vindplaats.read(path)?,
                ook: p.ook.into_iter().map(|bron| bron.read(path)).collect::<Result<_, _>>()?,
                scholen: p.scholen,
                uitleg: p.uitleg,
                valid_from: periode.valid_from,
                valid_to: periode.valid_to,
            })
        })
        .collect()
}

pub(crate) fn period(
    valid_from: Date,
    valid_to: Option<Date>,
    path: &str,
    naam: &str,
) -> Result<Periode, CorpusError> {
    let periode = Periode { valid_from, valid_to };
    if periode.is_empty() {
        return Err(CorpusError::EmptyPeriod { bestand: path.to_owned(), naam: naam.to_owned() });
    }
    Ok(periode)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GrondBestand {
    #[serde(rename = "onderwerp")]
    _onderwerp: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    grond: Vec<GrondTekst>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GrondTekst {
    id: String,
    tekst: String,
    sectoren: Vec<Sector>,
    #[serde(default)]
    scholen: Vec<IngeschrevenSoort>,
    bewijs: Vec<BewijsTekst>,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: BronTekst,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BewijsTekst {
    id: String,
    vraag: String,
    soort: Bewijssoort,
    #[serde(default)]
    opties: Vec<String>,
    vindplaats: BronTekst,
}

impl BewijsTekst {
    fn read(self, path: &str) -> Result<Bewijspunt, CorpusError> {
        if (self.soort == Bewijssoort::Keuze) == self.opties.is_empty() {
            return Err(CorpusError::Unused { bestand: path.to_owned(), naam: self.id });
        }
        let Self { id, vraag, soort, opties, vindplaats } = self;
        Ok(Bewijspunt { id, vraag, soort, opties, bron: vindplaats.read(path)? })
    }
}

/// The grounds of one file.
pub(crate) fn gronden(path: &str, text: &str) -> Result<Vec<Weigeringsgrond>, CorpusError> {
    let file: GrondBestand = read(path, text)?;
    file.grond
        .into_iter()
        .map(|g| {
            Ok(Weigeringsgrond {
                periode: period(g.valid_from, g.valid_to, path, &g.id)?,
                id: g.id,
                tekst: g.tekst,
                sectoren: g.sectoren,
                scholen: g.scholen,
                bewijs: g.bewijs.into_iter().map(|punt| punt.read(path)).collect::<Result<_, _>>()?,
                bron: g.vindplaats.read(path)?,
            })
        })
        .collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UitschrijfBestand {
    #[serde(rename = "onderwerp")]
    _onderwerp: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    grond: Vec<UitschrijfTekst>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UitschrijfTekst {
    id: String,
    tekst: String,
    vraag: String,
    tijdens: Vec<Leertijd>,
    nagaan: bool,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: BronTekst,
}

/// Why a pupil can be taken off the list, of one file.
pub(crate) fn uitschrijfgronden(path: &str, text: &str) -> Result<Vec<Uitschrijfgrond>, CorpusError> {
    let file: UitschrijfBestand = read(path, text)?;
    file.grond
        .into_iter()
        .map(|g| {
            Ok(Uitschrijfgrond {
                periode: period(g.valid_from, g.valid_to, path, &g.id)?,
                id: g.id,
                tekst: g.tekst,
                vraag: g.vraag,
                tijdens: g.tijdens,
                nagaan: g.nagaan,
                bron: g.vindplaats.read(path)?,
            })
        })
        .collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EisBestand {
    #[serde(rename = "onderwerp")]
    _onderwerp: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    eis: Vec<EisTekst>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EisTekst {
    id: String,
    vraag: String,
    toelichting: String,
    voor: Vec<TlvSoort>,
    voorwaarde: Voorwaarde,
    blokkeert: bool,
    #[serde(default)]
    stuk: bool,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: BronTekst,
}

/// The requirements of one file.
pub(crate) fn eisen(path: &str, text: &str) -> Result<Vec<Eis>, CorpusError> {
    let file: EisBestand = read(path, text)?;
    file.eis
        .into_iter()
        .map(|e| {
            Ok(Eis {
                periode: period(e.valid_from, e.valid_to, path, &e.id)?,
                id: e.id,
                vraag: e.vraag,
                toelichting: e.toelichting,
                voor: e.voor,
                voorwaarde: e.voorwaarde,
                blokkeert: e.blokkeert,
                stuk: e.stuk,
                bron: e.vindplaats.read(path)?,
            })
        })
        .collect()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerwachtBestand {
    id: String,
    titel: String,
    wijzigingen: Vec<String>,
    #[serde(default, with = "datum::optional")]
    gepland: Option<Date>,
    planning: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    vindplaats: BronTekst,
}

/// The expected law of one file.
pub(crate) fn verwacht(path: &str, text: &str) -> Result<Verwacht, CorpusError> {
    let file: VerwachtBestand = read(path, text)?;
    Ok(Verwacht {
        id: file.id,
        titel: file.titel,
        wijzigingen: file.wijzigingen,
        gepland: file.gepland,
        planning: file.planning,
        bron: file.vindplaats.read(path)?,
    })
}
