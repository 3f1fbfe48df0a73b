//! The path from historic to equal budgets, 2015 to 2020.

use base::{Date, Eurocent, Fraction, Schooljaar};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::schooljaar;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// The correction of a samenwerkingsverband, and the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VereveningInvoer {
    /// Correction at the full factor. Positive is added: the historic costs lay above the norm.
    pub correctie_eurocent: Eurocent,
    /// School year.
    #[serde(deserialize_with = "schooljaar::deserialize")]
    pub schooljaar: Schooljaar,
}

/// What is left of the correction in that year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verevening {
    /// Part of the correction that still counts.
    pub factor_procent: i32,
    /// Amount added; below nothing where it is deducted.
    pub bedrag_eurocent: Eurocent,
}

/// Figures of one version: each school year of the path has its own.
#[derive(Debug)]
pub(crate) struct Parameters {
    factor_procent: i32,
    factor: Fraction,
    bron: Bron,
}

/// The rule `verevening.bedrag`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "verevening.bedrag";
    const ALGORITMES: &'static [&'static str] = &["verevening_1"];
    type Parameters = Parameters;
    type Invoer = VereveningInvoer;
    type Uitkomst = Verevening;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        let factor_procent = lezer.maat("factor", Eenheid::Procent)?.aantal;
        let (factor, _, bron) = lezer.percentage("factor")?;
        Ok(Parameters { factor_procent, factor, bron })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.verevening_bedrag
    }

    /// The school year decides which factor holds.
    fn peildatum(invoer: &VereveningInvoer, _op: Date) -> Date {
        invoer.schooljaar.first_day()
    }

    /// [Wet passend onderwijs XIII](https://wetten.overheid.nl/BWBR0032176/2015-11-29#ArtikelXIII)-XVI.
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &VereveningInvoer,
        spoor: &mut Spoor,
    ) -> Result<Verevening, InvoerFout> {
        let Parameters { factor_procent, factor, bron } = recht.regel;
        let correctie = invoer.correctie_eurocent;
        spoor.feit("Correctie", correctie.to_string());
        spoor.stap(format!("Factor in {}", invoer.schooljaar), format!("{factor_procent} %"), bron);
        let too_large =
            || InvoerFout::one(Veldfout::new("correctie_eurocent", correctie.0, "een kleiner bedrag"));
        let bedrag = correctie.times(*factor).ok_or_else(too_large)?;
        spoor.stap("Verevening", bedrag.to_string(), bron);
        Ok(Verevening { factor_procent: *factor_procent, bedrag_eurocent: bedrag })
    }
}

/// What is left of a correction in a school year (R6.9).
pub fn bedrag(wet: &Wet, op: Date, invoer: &VereveningInvoer) -> Result<Toetsing<Verevening>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
