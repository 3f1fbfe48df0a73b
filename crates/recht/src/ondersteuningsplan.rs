//! The day before which a samenwerkingsverband sends its plan to the Inspectie.

use base::dates::short_nl;
use base::{Date, Schooljaar};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::schooljaar;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndientermijnInvoer {
    /// First school year of the plan.
    #[serde(deserialize_with = "schooljaar::deserialize")]
    pub eerste_schooljaar: Schooljaar,
}

/// The term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indientermijn {
    /// The plan is there before this day.
    pub voor: Date,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    voor: (i8, i8),
    bron: Bron,
}

/// The rule `ondersteuningsplan.indientermijn`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "ondersteuningsplan.indientermijn";
    const ALGORITMES: &'static [&'static str] = &["indientermijn_1"];
    type Parameters = Parameters;
    type Invoer = IndientermijnInvoer;
    type Uitkomst = Indientermijn;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        let (voor, bron) = lezer.maand_dag("voor")?;
        Ok(Parameters { voor, bron })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.ondersteuningsplan_indientermijn
    }

    /// The plan's own period decides whether the rule holds.
    fn peildatum(invoer: &IndientermijnInvoer, _op: Date) -> Date {
        invoer.eerste_schooljaar.first_day()
    }

    /// [WPO 18a](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel18a),
    /// [WVO 2020 2.47](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel2.47).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &IndientermijnInvoer,
        spoor: &mut Spoor,
    ) -> Result<Indientermijn, InvoerFout> {
        let Parameters { voor: (month, day), bron } = recht.regel;
        let year = invoer.eerste_schooljaar;
        spoor.feit("Eerste schooljaar van het plan", year.to_string());
        let wrong =
            |_| InvoerFout::one(Veldfout::new("eerste_schooljaar", year, "een schooljaar als 2015-2016"));
        let voor = Date::new(year.start_year(), *month, *day).map_err(wrong)?;
        spoor.stap("Het plan is bij de inspectie voor", short_nl(voor), bron);
        Ok(Indientermijn { voor })
    }
}

/// The day before which the plan for a first school year is sent in (R5.3).
pub fn indientermijn(
    wet: &Wet,
    op: Date,
    invoer: &IndientermijnInvoer,
) -> Result<Toetsing<Indientermijn>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
