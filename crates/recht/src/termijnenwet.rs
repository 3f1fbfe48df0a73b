//! The Algemene termijnenwet: on which days a statutory term does not end.
//!
//! Which days are holidays stands in the corpus; here stands only how they are found in a year and how a last
//! day moves.

use std::collections::BTreeMap;

use base::Date;
use base::dates::{Weekday, plus_days, plus_months, short_nl};
use base::term::{easter_sunday, last_day};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::corpus::bron::{Bron, BronTekst};
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::Maat;
use crate::corpus::tijdlijn::Periode;
use crate::corpus::{Bestand, CorpusError, datum, read};
use crate::toetsing::Spoor;

/// Days in one week.
const DAYS_PER_WEEK: i32 = 7;
/// Months in one year.
const MONTHS_PER_YEAR: i32 = 12;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermijnenwetBestand {
    naam: String,
    #[serde(rename = "uitleg")]
    _uitleg: String,
    #[serde(deserialize_with = "datum::deserialize")]
    valid_from: Date,
    #[serde(default, with = "datum::optional")]
    valid_to: Option<Date>,
    #[serde(default, rename = "vervangt")]
    _vervangt: Option<IgnoredAny>,
    verlenging: BronTekst,
    feestdagen: BronTekst,
    uitzondering: Uitzondering,
    #[serde(default)]
    vaste_dag: Vec<VasteDag>,
    #[serde(default)]
    paasdag: Vec<Paasdag>,
    gelijkgesteld: Gelijkgesteld,
}

/// Art. 4: the longest term that still moves, per unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Uitzondering {
    hooguit_weken: i32,
    hooguit_dagen: i32,
    hooguit_maanden: i32,
    vindplaats: BronTekst,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct VasteDag {
    naam: String,
    #[serde(deserialize_with = "datum::deserialize_month_day")]
    dag: (i8, i8),
    /// Celebrated on this day in a year in which `dag` is a Sunday.
    #[serde(default)]
    op_zondag: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paasdag {
    naam: String,
    dagen_na_pasen: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gelijkgesteld {
    vindplaats: BronTekst,
    dag: Vec<GelijkgesteldeDag>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GelijkgesteldeDag {
    #[serde(deserialize_with = "datum::deserialize")]
    datum: Date,
    naam: String,
}

/// One version of the Algemene termijnenwet.
#[derive(Debug, Clone)]
pub struct Termijnenwet {
    bestand: Bestand,
    vaste_dagen: Vec<(VasteDag, Option<(i8, i8)>)>,
    paasdagen: Vec<Paasdag>,
    gelijkgesteld: BTreeMap<Date, String>,
    hooguit_weken: i32,
    hooguit_dagen: i32,
    hooguit_maanden: i32,
    verlenging: Bron,
    feestdagen: Bron,
    uitzondering: Bron,
    gelijkstelling: Bron,
}

/// Why a term does not end on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeenWerkdag {
    /// `zaterdag`, `zondag` or the name of the holiday.
    pub naam: String,
    /// Where it stands.
    pub bron: Bron,
}

impl GeenWerkdag {
    fn of((naam, bron): (&str, &Bron)) -> Self {
        Self { naam: naam.to_owned(), bron: bron.clone() }
    }
}

impl Termijnenwet {
    pub(crate) fn read(path: &str, text: &str) -> Result<(Periode, Self), CorpusError> {
        let file: TermijnenwetBestand = read(path, text)?;
        let verwacht = format!("termijnen/{}/{}", file.naam, file.valid_from);
        if !path.starts_with(&verwacht) {
            return Err(CorpusError::Misnamed { bestand: path.to_owned(), verwacht });
        }
        let periode = Periode { valid_from: file.valid_from, valid_to: file.valid_to };
        let wet = Self {
            bestand: Bestand::new(path, text),
            vaste_dagen: file
                .vaste_dag
                .into_iter()
                .map(|dag| with_sunday(dag, path))
                .collect::<Result<_, _>>()?,
            paasdagen: file.paasdag,
            gelijkgesteld: file.gelijkgesteld.dag.into_iter().map(|dag| (dag.datum, dag.naam)).collect(),
            hooguit_weken: file.uitzondering.hooguit_weken,
            hooguit_dagen: file.uitzondering.hooguit_dagen,
            hooguit_maanden: file.uitzondering.hooguit_maanden,
            verlenging: file.verlenging.read(path)?,
            feestdagen: file.feestdagen.read(path)?,
            uitzondering: file.uitzondering.vindplaats.read(path)?,
            gelijkstelling: file.gelijkgesteld.vindplaats.read(path)?,
        };
        Ok((periode, wet))
    }

    /// The generally recognised holiday, or day put on a par with one, that falls on a day.
    ///
    /// [Art. 3](https://wetten.overheid.nl/BWBR0002448/2010-10-10#Artikel3).
    pub fn feestdag(&self, day: Date) -> Option<GeenWerkdag> {
        self.holiday(day).map(GeenWerkdag::of)
    }

    fn holiday(&self, day: Date) -> Option<(&str, &Bron)> {
        let fixed =
            self.vaste_dagen.iter().find(|(vast, sunday)| celebrated(vast, *sunday, day.year()) == Some(day));
        if let Some((vast, _)) = fixed {
            return Some((&vast.naam, &self.feestdagen));
        }
        let easter = easter_sunday(day.year())?;
        let moving = self.paasdagen.iter().find(|dag| plus_days(easter, dag.dagen_na_pasen) == Some(day));
        if let Some(dag) = moving {
            return Some((&dag.naam, &self.feestdagen));
        }
        let by_decree = self.gelijkgesteld.get(&day)?;
        Some((by_decree, &self.gelijkstelling))
    }

    /// Why a term cannot end on a day; `None` on a day on which it can.
    pub fn geen_werkdag(&self, day: Date) -> Option<GeenWerkdag> {
        self.day_off(day).map(GeenWerkdag::of)
    }

    fn day_off(&self, day: Date) -> Option<(&str, &Bron)> {
        match day.weekday() {
            Weekday::Saturday => Some(("zaterdag", &self.verlenging)),
            Weekday::Sunday => Some(("zondag", &self.verlenging)),
            Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => {
                self.holiday(day)
            }
        }
    }

    /// `true` for a term of the length that the statute names: longer ones do not move.
    ///
    /// [Art. 4](https://wetten.overheid.nl/BWBR0002448/2010-10-10#Artikel4), under a.
    pub fn applies_to(&self, aantal: i32, eenheid: Eenheid) -> bool {
        match eenheid {
            Eenheid::Weken => aantal <= self.hooguit_weken,
            Eenheid::Dagen => aantal <= self.hooguit_dagen,
            Eenheid::Maanden => aantal <= self.hooguit_maanden,
            Eenheid::Jaren
            | Eenheid::Schooljaren
            | Eenheid::Uren
            | Eenheid::Procent
            | Eenheid::Eurocent
            | Eenheid::Punten
            | Eenheid::Aantal
            | Eenheid::MaandDag
            | Eenheid::Lijst => false,
        }
    }

    /// The last day of a term of the length that the statute names, moved where it has to; `None` beyond the
    /// calendar.
    ///
    /// [Art. 1](https://wetten.overheid.nl/BWBR0002448/2010-10-10#Artikel1), first paragraph.
    pub fn roll(&self, last: Date, aantal: i32, eenheid: Eenheid) -> Option<Date> {
        let mut day = last;
        while self.applies_to(aantal, eenheid) && self.day_off(day).is_some() {
            day = plus_days(day, 1)?;
        }
        Some(day)
    }

    /// [`Self::roll`], written down step by step.
    pub(crate) fn roll_traced(&self, last: Date, termijn: &Maat, spoor: &mut Spoor) -> Option<Date> {
        spoor.uses(&self.bestand);
        if !self.applies_to(termijn.aantal, termijn.eenheid) {
            spoor.stap("Een lange termijn schuift niet op", short_nl(last), &self.uitzondering);
            return Some(last);
        }
        let mut day = last;
        while let Some((naam, bron)) = self.day_off(day) {
            let next = plus_days(day, 1)?;
            let omschrijving = format!("{} is geen dag waarop een termijn eindigt ({naam})", short_nl(day));
            spoor.stap(omschrijving, format!("schuift op naar {}", short_nl(next)), bron);
            day = next;
        }
        spoor.stap("Geen weekend of feestdag", short_nl(day), &self.verlenging);
        Some(day)
    }
}

fn with_sunday(dag: VasteDag, path: &str) -> Result<(VasteDag, Option<(i8, i8)>), CorpusError> {
    let wrong = || CorpusError::ParameterWrong { bestand: path.to_owned(), naam: dag.naam.clone() };
    let sunday = dag.op_zondag.as_deref().map(|text| datum::month_day(text).ok_or_else(wrong)).transpose()?;
    Ok((dag, sunday))
}

fn celebrated(dag: &VasteDag, op_zondag: Option<(i8, i8)>, year: i16) -> Option<Date> {
    let on = |(month, day)| Date::new(year, month, day).ok();
    let day = on(dag.dag)?;
    match op_zondag {
        Some(other) if day.weekday() == Weekday::Sunday => on(other),
        _ => Some(day),
    }
}

/// The last day of a term that starts on the day after `after`; `None` past the calendar, or in a unit that
/// counts no days.
pub(crate) fn length_after(after: Date, aantal: i32, eenheid: Eenheid) -> Option<Date> {
    match eenheid {
        Eenheid::Weken => last_day(after, aantal.checked_mul(DAYS_PER_WEEK)?),
        Eenheid::Dagen => last_day(after, aantal),
        Eenheid::Maanden => plus_months(after, aantal),
        Eenheid::Jaren => plus_months(after, aantal.checked_mul(MONTHS_PER_YEAR)?),
        Eenheid::Schooljaren
        | Eenheid::Uren
        | Eenheid::Procent
        | Eenheid::Eurocent
        | Eenheid::Punten
        | Eenheid::Aantal
        | Eenheid::MaandDag
        | Eenheid::Lijst => None,
    }
}

/// [`length_after`] of a figure of a rule.
pub(crate) fn term_end(after: Date, termijn: &Maat) -> Option<Date> {
    length_after(after, termijn.aantal, termijn.eenheid)
}

/// [`term_end`], written down: `6 weken later: ma 2 mrt 2026`.
pub(crate) fn term_end_traced(after: Date, termijn: &Maat, spoor: &mut Spoor) -> Option<Date> {
    let end = term_end(after, termijn)?;
    spoor.stap(format!("{termijn} later"), short_nl(end), &termijn.bron);
    Some(end)
}
