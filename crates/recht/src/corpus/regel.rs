//! Rules as the corpus describes them: one file per rule per version.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use base::{Date, Fraction, Sector};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde::de::value::{Error as ValueError, StrDeserializer};

use super::bron::{Bron, BronTekst};
use super::parameter::{Eenheid, Parameter, Waarde, WaardeTekst, write_with_unit};
use super::schema::{Uitkomstveld, Veld, VeldTekst};
use super::tijdlijn::{Periode, Tijdlijn, TimelineError};
use super::{Bestand, CorpusError, datum};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ParameterRegel {
    naam: String,
    waarde: WaardeTekst,
    eenheid: Eenheid,
    vindplaats: String,
    #[serde(default)]
    uitleg: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TakTekst {
    naam: String,
    uitleg: String,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    vindplaats: String,
}

/// A rule's file, before anything in it is checked against the rest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegelBestand {
    pub(crate) naam: String,
    uitleg: String,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    algoritme: String,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    invoer: Vec<VeldTekst>,
    uitkomst: Vec<Uitkomstveld>,
    #[serde(default)]
    parameter: Vec<ParameterRegel>,
    vindplaats: Vec<BronTekst>,
    #[serde(default)]
    tak: Vec<TakTekst>,
}

/// A part of a rule that started later than the rule itself, or ended earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tak {
    pub(crate) uitleg: String,
    pub(crate) periode: Periode,
    pub(crate) bron: Bron,
}

/// What every version of every rule has, whatever it computes.
#[derive(Debug, Clone)]
pub(crate) struct RegelTekst {
    pub(crate) bestand: Bestand,
    pub(crate) uitleg: String,
    pub(crate) valid_from: Date,
    pub(crate) algoritme: String,
    pub(crate) invoer: Vec<Veld>,
    pub(crate) uitkomst: Vec<Uitkomstveld>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) bronnen: Vec<Bron>,
    /// Sources of every outcome.
    pub(crate) algemeen: Vec<Bron>,
}

/// A version with the figures that its algorithm reads.
#[derive(Debug, Clone)]
pub(crate) struct Versie<P> {
    pub(crate) tekst: RegelTekst,
    pub(crate) parameters: P,
}

/// A rule over time.
pub(crate) type Regel<P> = Tijdlijn<Versie<P>>;

/// A whole number with its source.
#[derive(Debug, Clone)]
pub(crate) struct Maat {
    pub(crate) aantal: i32,
    pub(crate) eenheid: Eenheid,
    pub(crate) bron: Bron,
}

impl fmt::Display for Maat {
    /// `6 weken`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_with_unit(f, &self.aantal.to_string(), self.eenheid)
    }
}

/// The same thing per sector.
#[derive(Debug, Clone)]
pub(crate) struct PerSector<T> {
    pub(crate) po: T,
    pub(crate) so: T,
    pub(crate) vo: T,
}

impl<T: Clone> PerSector<T> {
    /// One thing for every sector.
    pub(crate) fn same(thing: T) -> Self {
        Self { po: thing.clone(), so: thing.clone(), vo: thing }
    }
}

impl<T> PerSector<T> {
    pub(crate) fn get(&self, sector: Sector) -> &T {
        match sector {
            Sector::Po => &self.po,
            Sector::So => &self.so,
            Sector::Vo => &self.vo,
        }
    }
}

/// What a percentage is a part of.
const PER_HUNDRED: i128 = 100;

/// Hands a rule the figures and sources of its file, and keeps count of what it took: what nobody takes is an
/// error, so that a file cannot say what the program does not do.
pub(crate) struct Lezer<'a> {
    bestand: &'a str,
    parameters: BTreeMap<&'a str, &'a Parameter>,
    bronnen: &'a BTreeMap<String, Bron>,
    takken: &'a BTreeMap<String, Tak>,
    used: BTreeSet<String>,
}

impl<'a> Lezer<'a> {
    fn parameter(&mut self, naam: &str) -> Result<&'a Parameter, CorpusError> {
        self.used.insert(naam.to_owned());
        self.parameters.get(naam).copied().ok_or_else(|| CorpusError::ParameterMissing {
            bestand: self.bestand.to_owned(),
            naam: naam.to_owned(),
        })
    }

    fn wrong(&self, naam: &str) -> CorpusError {
        CorpusError::ParameterWrong { bestand: self.bestand.to_owned(), naam: naam.to_owned() }
    }

    /// A whole number in `eenheid`.
    pub(crate) fn maat(&mut self, naam: &str, eenheid: Eenheid) -> Result<Maat, CorpusError> {
        let parameter = self.parameter(naam)?;
        let aantal = parameter.aantal(eenheid).map_err(|_| self.wrong(naam))?;
        Ok(Maat { aantal, eenheid, bron: parameter.bron.clone() })
    }

    /// A whole number of eurocents.
    pub(crate) fn eurocent(&mut self, naam: &str) -> Result<(i64, Bron), CorpusError> {
        let parameter = self.parameter(naam)?;
        let cents = parameter.bedrag().ok_or_else(|| self.wrong(naam))?;
        Ok((cents.0, parameter.bron.clone()))
    }

    /// An exact decimal as it stands in the corpus.
    pub(crate) fn decimaal(
        &mut self,
        naam: &str,
        eenheid: Eenheid,
    ) -> Result<(Fraction, String, Bron), CorpusError> {
        let parameter = self.parameter(naam)?;
        let bron = parameter.bron.clone();
        if parameter.eenheid != eenheid {
            return Err(self.wrong(naam));
        }
        match &parameter.waarde {
            Waarde::Decimaal(value, text) => Ok((*value, text.clone(), bron)),
            Waarde::Getal(number) => Ok((Fraction::whole(*number), number.to_string(), bron)),
            Waarde::MaandDag { .. } | Waarde::Lijst(_) => Err(self.wrong(naam)),
        }
    }

    /// A share of the whole, with the percentage as it stands in the corpus.
    pub(crate) fn percentage(&mut self, naam: &str) -> Result<(Fraction, String, Bron), CorpusError> {
        let (value, text, bron) = self.decimaal(naam, Eenheid::Procent)?;
        let share = Fraction::new(1, PER_HUNDRED).and_then(|hundredth| value.checked_mul(hundredth));
        Ok((share.ok_or_else(|| self.wrong(naam))?, text, bron))
    }

    /// A whole number above 0, also as the unsigned type that counting wants.
    pub(crate) fn positive<N>(&mut self, naam: &str, eenheid: Eenheid) -> Result<(N, Maat), CorpusError>
    where
        N: TryFrom<i32>,
    {
        let maat = self.maat(naam, eenheid)?;
        let number = N::try_from(maat.aantal).ok().filter(|_| maat.aantal > 0);
        Ok((number.ok_or_else(|| self.wrong(naam))?, maat))
    }

    /// An age in years.
    pub(crate) fn age(&mut self, naam: &str) -> Result<Maat, CorpusError> {
        self.maat(naam, Eenheid::Jaren)
    }

    /// A day in any year.
    pub(crate) fn maand_dag(&mut self, naam: &str) -> Result<((i8, i8), Bron), CorpusError> {
        let parameter = self.parameter(naam)?;
        match parameter.waarde {
            Waarde::MaandDag { month, day } => Ok(((month, day), parameter.bron.clone())),
            Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::Lijst(_) => Err(self.wrong(naam)),
        }
    }

    /// A list of codes of a closed list of ours.
    pub(crate) fn lijst<T>(&mut self, naam: &str) -> Result<(Vec<T>, Bron), CorpusError>
    where
        T: for<'de> Deserialize<'de>,
    {
        let parameter = self.parameter(naam)?;
        let Waarde::Lijst(codes) = &parameter.waarde else {
            return Err(self.wrong(naam));
        };
        let read = |code: &String| T::deserialize(StrDeserializer::<ValueError>::new(code));
        let values = codes.iter().map(read).collect::<Result<_, _>>().map_err(|_| self.wrong(naam))?;
        Ok((values, parameter.bron.clone()))
    }

    /// As [`Self::lijst`], for a parameter that not every version has.
    pub(crate) fn optional_lijst<T>(&mut self, naam: &str) -> Result<Option<(Vec<T>, Bron)>, CorpusError>
    where
        T: for<'de> Deserialize<'de>,
    {
        if self.parameters.contains_key(naam) { self.lijst(naam).map(Some) } else { Ok(None) }
    }

    /// A source by its id.
    pub(crate) fn bron(&mut self, id: &str) -> Result<Bron, CorpusError> {
        self.used.insert(id.to_owned());
        self.bronnen
            .get(id)
            .cloned()
            .ok_or_else(|| CorpusError::BronMissing { bestand: self.bestand.to_owned(), id: id.to_owned() })
    }

    /// The sources `<id>_po`, `<id>_so` and `<id>_vo`.
    pub(crate) fn bron_per_sector(&mut self, id: &str) -> Result<PerSector<Bron>, CorpusError> {
        Ok(PerSector {
            po: self.bron(&format!("{id}_po"))?,
            so: self.bron(&format!("{id}_so"))?,
            vo: self.bron(&format!("{id}_vo"))?,
        })
    }

    /// The figures `<naam>_po`, `<naam>_so` and `<naam>_vo`.
    pub(crate) fn maat_per_sector(
        &mut self,
        naam: &str,
        eenheid: Eenheid,
    ) -> Result<PerSector<Maat>, CorpusError> {
        Ok(PerSector {
            po: self.maat(&format!("{naam}_po"), eenheid)?,
            so: self.maat(&format!("{naam}_so"), eenheid)?,
            vo: self.maat(&format!("{naam}_vo"), eenheid)?,
        })
    }

    /// A branch by its name.
    pub(crate) fn tak(&mut self, naam: &str) -> Result<Tak, CorpusError> {
        self.used.insert(naam.to_owned());
        self.takken.get(naam).cloned().ok_or_else(|| CorpusError::ParameterMissing {
            bestand: self.bestand.to_owned(),
            naam: naam.to_owned(),
        })
    }
}

impl RegelBestand {
    /// Checks the file and lets its rule read its figures.
    pub(crate) fn read<P>(
        self,
        bestand: Bestand,
        algoritmes: &[&str],
        parameters: fn(&mut Lezer<'_>) -> Result<P, CorpusError>,
    ) -> Result<(Periode, Versie<P>), CorpusError> {
        let path = bestand.path.clone();
        let periode = Periode { valid_from: self.valid_from, valid_to: self.valid_to };
        self.check_head(&path, periode, algoritmes)?;
        let (bronnen, named, algemeen) = read_bronnen(self.vindplaats, &path)?;
        let mut points_at: BTreeSet<String> = self.parameter.iter().map(|p| p.vindplaats.clone()).collect();
        points_at.extend(self.tak.iter().map(|tak| tak.vindplaats.clone()));
        let figures = read_parameters(self.parameter, &named, periode, &path)?;
        let takken = read_takken(self.tak, &named, &path)?;
        let mut lezer = Lezer {
            bestand: &path,
            parameters: figures.iter().map(|p| (p.naam.as_str(), p)).collect(),
            bronnen: &named,
            takken: &takken,
            used: BTreeSet::new(),
        };
        let parameters = parameters(&mut lezer)?;
        let mut used = lezer.used;
        used.extend(algemeen.iter().cloned());
        let unused = figures.iter().map(|p| &p.naam).chain(takken.keys()).find(|naam| !used.contains(*naam));
        let idle = named.keys().find(|id| !used.contains(*id) && !points_at.contains(*id));
        if let Some(naam) = unused.or(idle) {
            return Err(CorpusError::Unused { bestand: path, naam: naam.clone() });
        }
        let tekst = RegelTekst {
            // The lines of the file break for the reader of the file only.
            uitleg: self.uitleg.split_whitespace().collect::<Vec<_>>().join(" "),
            valid_from: self.valid_from,
            algoritme: self.algoritme,
            invoer: self.invoer.into_iter().map(|veld| veld.read(&path)).collect::<Result<_, _>>()?,
            uitkomst: self.uitkomst,
            algemeen: algemeen.iter().filter_map(|id| named.get(id).cloned()).collect(),
            parameters: figures,
            bronnen,
            bestand,
        };
        Ok((periode, Versie { tekst, parameters }))
    }

    fn check_head(&self, path: &str, periode: Periode, algoritmes: &[&str]) -> Result<(), CorpusError> {
        let verwacht = format!("regels/{}/{}", self.naam, self.valid_from);
        if !path.starts_with(&verwacht) {
            return Err(CorpusError::Misnamed { bestand: path.to_owned(), verwacht });
        }
        if periode.is_empty() {
            return Err(CorpusError::EmptyPeriod { bestand: path.to_owned(), naam: self.naam.clone() });
        }
        if !algoritmes.contains(&self.algoritme.as_str()) {
            return Err(CorpusError::UnknownAlgorithm {
                bestand: path.to_owned(),
                algoritme: self.algoritme.clone(),
            });
        }
        Ok(())
    }
}

type Bronnen = (Vec<Bron>, BTreeMap<String, Bron>, Vec<String>);

/// Sources in the order of the file, by id, and the ids of those of every outcome.
fn read_bronnen(texts: Vec<BronTekst>, path: &str) -> Result<Bronnen, CorpusError> {
    let (mut ordered, mut named, mut algemeen) = (Vec::new(), BTreeMap::new(), Vec::new());
    for text in texts {
        let (id, general) = (text.id.clone(), text.algemeen);
        let bron = text.read(path)?;
        ordered.push(bron.clone());
        if id.is_empty() || named.insert(id.clone(), bron).is_some() {
            return Err(CorpusError::Unused { bestand: path.to_owned(), naam: id });
        }
        if general {
            algemeen.push(id);
        }
    }
    Ok((ordered, named, algemeen))
}

fn find_bron(named: &BTreeMap<String, Bron>, id: &str, path: &str) -> Result<Bron, CorpusError> {
    let missing = || CorpusError::BronMissing { bestand: path.to_owned(), id: id.to_owned() };
    named.get(id).cloned().ok_or_else(missing)
}

fn read_parameters(
    texts: Vec<ParameterRegel>,
    named: &BTreeMap<String, Bron>,
    periode: Periode,
    path: &str,
) -> Result<Vec<Parameter>, CorpusError> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for text in texts {
        if parameters.iter().any(|p| p.naam == text.naam) {
            return Err(CorpusError::Unused { bestand: path.to_owned(), naam: text.naam });
        }
        parameters.push(Parameter {
            waarde: text.waarde.read(path, &text.naam, text.eenheid)?,
            bron: find_bron(named, &text.vindplaats, path)?,
            ook: Vec::new(),
            scholen: Vec::new(),
            naam: text.naam,
            eenheid: text.eenheid,
            uitleg: text.uitleg,
            valid_from: periode.valid_from,
            valid_to: periode.valid_to,
        });
    }
    Ok(parameters)
}

fn read_takken(
    texts: Vec<TakTekst>,
    named: &BTreeMap<String, Bron>,
    path: &str,
) -> Result<BTreeMap<String, Tak>, CorpusError> {
    let mut takken = BTreeMap::new();
    for text in texts {
        let periode = Periode { valid_from: text.valid_from, valid_to: text.valid_to };
        if periode.is_empty() {
            return Err(CorpusError::EmptyPeriod { bestand: path.to_owned(), naam: text.naam });
        }
        let bron = find_bron(named, &text.vindplaats, path)?;
        if takken.insert(text.naam.clone(), Tak { uitleg: text.uitleg, periode, bron }).is_some() {
            return Err(CorpusError::Unused { bestand: path.to_owned(), naam: text.naam });
        }
    }
    Ok(takken)
}

/// Puts the versions of one rule in order.
pub(crate) fn timeline<T>(naam: &str, versions: Vec<(Periode, T)>) -> Result<Tijdlijn<T>, CorpusError> {
    Tijdlijn::new(versions).map_err(|error| match error {
        TimelineError::Empty => CorpusError::Missing { naam: naam.to_owned() },
        TimelineError::Overlap { first, second } => {
            CorpusError::Overlap { naam: naam.to_owned(), eerste: first, tweede: second }
        }
    })
}
