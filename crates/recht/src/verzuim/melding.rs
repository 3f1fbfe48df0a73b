//! The sixteen hours in four school weeks after which a school must report.

use std::collections::BTreeSet;

use base::Date;
use base::dates::{Weekday, days_between, short_nl};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::decimaal::Decimaal;
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// A week runs Monday to Sunday.
const LAST_DAY_OF_WEEK: i32 = 6;

/// Unexcused absence on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verzuimdag {
    /// The day; rows on one day add up.
    pub datum: Date,
    /// Hours missed.
    pub uren: Decimaal,
}

/// The absence and the weeks in which there was school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerzuimmeldingInvoer {
    /// Unexcused absence, in any order.
    pub verzuim: Vec<Verzuimdag>,
    /// Mondays of the school weeks, in any order; a week twice counts once.
    pub schoolweken: Vec<Date>,
}

/// Whether the school must report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verzuimmelding {
    /// It must.
    pub melden: bool,
    /// First day on which the limit was reached.
    pub bereikt_op: Option<Date>,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    grens: (u32, Maat),
    weken: (usize, Maat),
}

/// The rule `verzuim.melding`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "verzuim.melding";
    const ALGORITMES: &'static [&'static str] = &["verzuimmelding_1"];
    type Parameters = Parameters;
    type Invoer = VerzuimmeldingInvoer;
    type Uitkomst = Verzuimmelding;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            grens: lezer.positive("grens", Eenheid::Uren)?,
            weken: lezer.positive("schoolweken", Eenheid::Weken)?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.verzuim_melding
    }

    fn check(_recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let weeks: BTreeSet<Date> = velden.dates("schoolweken").map(|(_, week)| week).collect();
        let mut fouten = Vec::new();
        for (i, rij) in velden.groups("verzuim") {
            if let Some(text) = rij.number("uren").filter(|text| Decimaal::parse(text).is_err()) {
                fouten.push(Veldfout::new(format!("verzuim[{i}].uren"), text, "een getal van 0 of hoger"));
            }
            let in_no_week = |day: &Date| !is_in_a_week(&weeks, *day);
            let stray =
                rij.date("datum").filter(|_| velden.is_well_formed_list("schoolweken")).filter(in_no_week);
            if let Some(day) = stray {
                let verwacht = "een datum in een van de schoolweken";
                fouten.push(Veldfout::new(format!("verzuim[{i}].datum"), day, verwacht));
            }
        }
        for (i, week) in velden.dates("schoolweken") {
            if week.weekday() != Weekday::Monday {
                fouten.push(Veldfout::new(format!("schoolweken[{i}]"), short_nl(week), "een maandag"));
            }
        }
        fouten
    }

    /// [LPW 21a](https://wetten.overheid.nl/BWBR0002628/2026-08-01#Artikel21a).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &VerzuimmeldingInvoer,
        spoor: &mut Spoor,
    ) -> Result<Verzuimmelding, InvoerFout> {
        let Parameters { grens: (grens, grens_maat), weken: (weken, weken_maat) } = recht.regel;
        let weeks = by_week(invoer);
        spoor.feit("Schoolweken", weeks.len().to_string());
        let limit = Decimaal::from(*grens);
        let reached =
            (0..weeks.len()).filter_map(|from| reached_in(weeks.iter().skip(from).take(*weken), &limit));
        let bereikt_op = reached.min();
        let omschrijving = format!("De grens van {grens_maat} in {weken_maat} achter elkaar is bereikt");
        spoor.stap(omschrijving, bereikt_op.map_or_else(|| "nee".to_owned(), short_nl), &grens_maat.bron);
        spoor.stap("De school moet melden", ja_nee(bereikt_op.is_some()), &grens_maat.bron);
        Ok(Verzuimmelding { melden: bereikt_op.is_some(), bereikt_op })
    }
}

/// The nearest week that started is the only one that can hold the day.
fn is_in_a_week(weeks: &BTreeSet<Date>, day: Date) -> bool {
    weeks.range(..=day).next_back().is_some_and(|week| days_between(*week, day) <= LAST_DAY_OF_WEEK)
}

/// The rows of each school week, weeks and rows in order of date.
fn by_week(invoer: &VerzuimmeldingInvoer) -> Vec<Vec<&Verzuimdag>> {
    let mut mondays = invoer.schoolweken.clone();
    mondays.sort_unstable();
    mondays.dedup();
    let mut rows: Vec<&Verzuimdag> = invoer.verzuim.iter().collect();
    rows.sort_by_key(|row| row.datum);
    let mut rows = rows.into_iter().peekable();
    let mut weeks = Vec::with_capacity(mondays.len());
    for monday in mondays {
        let mut week = Vec::new();
        while let Some(row) = rows.next_if(|row| days_between(monday, row.datum) <= LAST_DAY_OF_WEEK) {
            week.push(row);
        }
        weeks.push(week);
    }
    weeks
}

/// The first day on which the hours of these weeks together reach the limit.
fn reached_in<'a>(weeks: impl Iterator<Item = &'a Vec<&'a Verzuimdag>>, limit: &Decimaal) -> Option<Date> {
    let mut sum = Decimaal::zero();
    for row in weeks.flatten() {
        sum = sum.plus(&row.uren);
        if sum >= *limit {
            return Some(row.datum);
        }
    }
    None
}

/// Whether a school must report unexcused absence, and since when (R7.4).
pub fn melding(
    wet: &Wet,
    op: Date,
    invoer: &VerzuimmeldingInvoer,
) -> Result<Toetsing<Verzuimmelding>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
