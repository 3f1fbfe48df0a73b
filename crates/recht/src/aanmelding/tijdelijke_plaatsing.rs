//! The right to a temporary place when the board does not decide in time.

use base::Date;
use base::dates::{plus_days, short_nl};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies, Tak};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::soort::Onderwijs;
use crate::termijnenwet::term_end_traced;
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// What is known of the registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkePlaatsingInvoer {
    /// Day on which the school received the written registration.
    pub ontvangen_op: Date,
    /// First day on which the child has the age, or meets the conditions, for this school.
    pub toelaatbaar_vanaf: Date,
    /// The child is enrolled at another school of the sector asked.
    pub ingeschreven_in_zelfde_sector: bool,
    /// Day of the decision; `None` while there is none.
    pub besloten_op: Option<Date>,
    /// The child is a minor asylum seeker.
    pub minderjarige_asielzoeker: bool,
    /// For which education; matters for a minor asylum seeker alone.
    pub sector: Onderwijs,
}

/// What comes of a decision that was not taken in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plaatssoort {
    /// A temporary place.
    TijdelijkePlaatsing,
    /// The child is admitted.
    Toelating,
}

/// Whether there is a right to a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TijdelijkePlaatsing {
    /// There is.
    pub recht: bool,
    /// First day of it; `None` without the right.
    pub vanaf: Option<Date>,
    /// Which place; `None` without the right.
    pub soort: Option<Plaatssoort>,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    na: Maat,
    na_asielzoeker: Maat,
    tak_asielzoeker: Tak,
    /// Where a minor asylum seeker is admitted after that time, each with its source.
    toelating: [(Vec<Onderwijs>, Bron); 3],
}

impl Parameters {
    /// Where it stands that this child is admitted; none where it follows the term of others.
    fn toelating(&self, invoer: &TijdelijkePlaatsingInvoer) -> Option<&Bron> {
        let here = self.toelating.iter().find(|(sectoren, _)| sectoren.contains(&invoer.sector));
        here.filter(|_| invoer.minderjarige_asielzoeker).map(|(_, bron)| bron)
    }
}

/// The rule `aanmelding.tijdelijke_plaatsing`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "aanmelding.tijdelijke_plaatsing";
    const ALGORITMES: &'static [&'static str] = &["tijdelijke_plaatsing_1"];
    type Parameters = Parameters;
    type Invoer = TijdelijkePlaatsingInvoer;
    type Uitkomst = TijdelijkePlaatsing;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            na: lezer.maat("na", Eenheid::Weken)?,
            na_asielzoeker: lezer.maat("na_asielzoeker", Eenheid::Weken)?,
            tak_asielzoeker: lezer.tak("minderjarige_asielzoeker")?,
            toelating: [
                lezer.lijst("toelating_asielzoeker_po")?,
                lezer.lijst("toelating_asielzoeker_so")?,
                lezer.lijst("toelating_asielzoeker_vso")?,
            ],
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.aanmelding_tijdelijke_plaatsing
    }

    fn tak<'a>(regel: &'a Parameters, invoer: &TijdelijkePlaatsingInvoer) -> Option<&'a Tak> {
        invoer.minderjarige_asielzoeker.then_some(&regel.tak_asielzoeker)
    }

    /// [WPO 40](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40) (7) and (16),
    /// [WEC 40](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40) (8), (9) and (24),
    /// [WVO 2020 8.13](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel8.13).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &TijdelijkePlaatsingInvoer,
        spoor: &mut Spoor,
    ) -> Result<TijdelijkePlaatsing, InvoerFout> {
        spoor.datum("Ontvangen op", invoer.ontvangen_op);
        let na = waiting_time(recht.regel, invoer, spoor);
        let past = || InvoerFout::past_calendar("ontvangen_op", invoer.ontvangen_op);
        let last = term_end_traced(invoer.ontvangen_op, na, spoor).ok_or_else(past)?;
        let next = plus_days(last, 1).ok_or_else(past)?;
        let late = invoer.besloten_op.is_none_or(|day| day > last);
        let besloten = match invoer.besloten_op {
            None => "nog niet".to_owned(),
            Some(day) => format!("{} ({})", short_nl(day), if late { "niet op tijd" } else { "op tijd" }),
        };
        spoor.feit("Besloten", besloten);
        let ingeschreven = invoer.ingeschreven_in_zelfde_sector;
        spoor.feit("Ingeschreven op een andere school die hiervoor meetelt", ja_nee(ingeschreven));
        let toelating = recht.regel.toelating(invoer);
        let heeft_recht = late && (toelating.is_some() || !ingeschreven);
        let bron = toelating.unwrap_or(&na.bron);
        let (question, from, soort) = match toelating {
            None => (
                "Recht op een tijdelijke plaats",
                "Tijdelijke plaats vanaf",
                Plaatssoort::TijdelijkePlaatsing,
            ),
            Some(_) => ("Toegelaten zonder beslissing", "Toegelaten vanaf", Plaatssoort::Toelating),
        };
        spoor.stap(question, ja_nee(heeft_recht), bron);
        let vanaf = heeft_recht.then(|| next.max(invoer.toelaatbaar_vanaf));
        if let Some(day) = vanaf {
            spoor.datum("Toelaatbaar vanaf", invoer.toelaatbaar_vanaf);
            spoor.stap(from, short_nl(day), bron);
        }
        Ok(TijdelijkePlaatsing { recht: heeft_recht, vanaf, soort: vanaf.map(|_| soort) })
    }
}

fn waiting_time<'a>(
    regel: &'a Parameters,
    invoer: &TijdelijkePlaatsingInvoer,
    spoor: &mut Spoor,
) -> &'a Maat {
    if regel.toelating(invoer).is_none() {
        return &regel.na;
    }
    let tak = &regel.tak_asielzoeker;
    spoor.stap(&*tak.uitleg, format!("geldt vanaf {}", short_nl(tak.periode.valid_from)), &tak.bron);
    &regel.na_asielzoeker
}

/// Whether the child has a right to a temporary place, and from when (R1.8).
pub fn tijdelijke_plaatsing(
    wet: &Wet,
    op: Date,
    invoer: &TijdelijkePlaatsingInvoer,
) -> Result<Toetsing<TijdelijkePlaatsing>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
