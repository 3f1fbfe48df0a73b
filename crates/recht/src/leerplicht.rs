//! From when to when a child must go to school.

use base::dates::{birthday, plus_months, short_nl};
use base::{Date, Schooljaar};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::schooljaar::last_day;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// The child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeerplichtInvoer {
    /// Date of birth.
    pub geboortedatum: Date,
}

/// The time in which the child must go to school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leerplichtperiode {
    /// First day of the month after that of the fifth birthday.
    pub leerplicht_vanaf: Date,
    /// Last day of the school year in which the child turns sixteen.
    pub leerplicht_tot_en_met: Date,
    /// Eighteenth birthday: the first day without kwalificatieplicht.
    pub kwalificatieplicht_tot: Date,
}

/// The ages of the statute, with their sources.
#[derive(Debug)]
pub(crate) struct Leeftijden {
    pub(crate) leerplicht_vanaf: Maat,
    pub(crate) kwalificatieplicht_tot: Maat,
}

impl Leeftijden {
    pub(crate) fn read(lezer: &mut Lezer<'_>) -> Result<Self, CorpusError> {
        Ok(Self {
            leerplicht_vanaf: lezer.age("leerplicht_vanaf_leeftijd")?,
            kwalificatieplicht_tot: lezer.age("kwalificatieplicht_tot_leeftijd")?,
        })
    }
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    leeftijden: Leeftijden,
    leerplicht_tot: Maat,
}

/// The rule `leerplicht.periode`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "leerplicht.periode";
    const ALGORITMES: &'static [&'static str] = &["leerplicht_1"];
    type Parameters = Parameters;
    type Invoer = LeerplichtInvoer;
    type Uitkomst = Leerplichtperiode;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            leeftijden: Leeftijden::read(lezer)?,
            leerplicht_tot: lezer.age("leerplicht_tot_leeftijd")?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.leerplicht_periode
    }

    /// [LPW 3](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel3) and
    /// [4b](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel4b). The ground of twelve full school years is
    /// not computed, nor which day of the month is the first with school.
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &LeerplichtInvoer,
        spoor: &mut Spoor,
    ) -> Result<Leerplichtperiode, InvoerFout> {
        let Parameters { leeftijden, leerplicht_tot } = recht.regel;
        let born = invoer.geboortedatum;
        let past = || InvoerFout::past_calendar("geboortedatum", born);
        spoor.datum("Geboren op", born);
        let vanaf = leerplicht_vanaf(born, leeftijden).ok_or_else(past)?;
        let begin = &leeftijden.leerplicht_vanaf;
        let omschrijving = format!("Eerste dag van de maand nadat het kind {begin} werd");
        spoor.stap(omschrijving, short_nl(vanaf), &begin.bron);
        let tot_en_met = end_of_school_year(born, leerplicht_tot).ok_or_else(past)?;
        let omschrijving = format!("Einde van het schooljaar waarin het kind {leerplicht_tot} wordt");
        spoor.stap(omschrijving, short_nl(tot_en_met), &leerplicht_tot.bron);
        let tot = kwalificatieplicht_tot(born, leeftijden).ok_or_else(past)?;
        let einde = &leeftijden.kwalificatieplicht_tot;
        spoor.stap(format!("Het kind wordt {einde}"), short_nl(tot), &einde.bron);
        Ok(Leerplichtperiode {
            leerplicht_vanaf: vanaf,
            leerplicht_tot_en_met: tot_en_met,
            kwalificatieplicht_tot: tot,
        })
    }
}

/// First day of the month after that of the birthday; `None` past the calendar.
pub(crate) fn leerplicht_vanaf(born: Date, ages: &Leeftijden) -> Option<Date> {
    plus_months(age_birthday(born, &ages.leerplicht_vanaf)?.first_of_month(), 1)
}

/// The birthday on which the kwalificatieplicht is over; `None` past the calendar.
pub(crate) fn kwalificatieplicht_tot(born: Date, ages: &Leeftijden) -> Option<Date> {
    age_birthday(born, &ages.kwalificatieplicht_tot)
}

pub(crate) fn end_of_school_year(born: Date, age: &Maat) -> Option<Date> {
    last_day(Schooljaar::of(age_birthday(born, age)?))
}

fn age_birthday(born: Date, age: &Maat) -> Option<Date> {
    birthday(born, i16::try_from(age.aantal).ok()?)
}

/// From when to when a child must go to school (R7.1).
pub fn periode(
    wet: &Wet,
    op: Date,
    invoer: &LeerplichtInvoer,
) -> Result<Toetsing<Leerplichtperiode>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
