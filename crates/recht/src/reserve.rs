//! The size above which the equity of a samenwerkingsverband is looked at: a signal, not a norm.

use base::{Date, Eurocent, Fraction};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::bron::Bron;
use crate::corpus::regel::{Lezer, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// The annual accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReserveInvoer {
    /// Total gross income of the year.
    pub totale_baten_eurocent: Eurocent,
    /// Public equity at the end of the year.
    pub eigen_vermogen_eurocent: Eurocent,
}

/// The signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signaleringswaarde {
    /// Equity above this is looked at.
    pub signaleringswaarde_eurocent: Eurocent,
    /// What lies above it; never below nothing.
    pub mogelijk_bovenmatig_eurocent: Eurocent,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    aandeel: Fraction,
    percentage: String,
    aandeel_bron: Bron,
    minimum: Eurocent,
    minimum_bron: Bron,
}

/// The rule `reserve.signaleringswaarde`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "reserve.signaleringswaarde";
    const ALGORITMES: &'static [&'static str] = &["signaleringswaarde_1"];
    type Parameters = Parameters;
    type Invoer = ReserveInvoer;
    type Uitkomst = Signaleringswaarde;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        let (aandeel, percentage, aandeel_bron) = lezer.percentage("aandeel_van_de_baten")?;
        let (minimum, minimum_bron) = lezer.eurocent("minimum")?;
        Ok(Parameters { aandeel, percentage, aandeel_bron, minimum: Eurocent(minimum), minimum_bron })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.reserve_signaleringswaarde
    }

    fn check(_recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let negative = velden.integer("totale_baten_eurocent").filter(|cents| *cents < 0);
        let fout = |cents| Veldfout::new("totale_baten_eurocent", cents, "een bedrag van 0 of hoger");
        negative.map(fout).into_iter().collect()
    }

    /// A choice of the Inspectie; no statute names it.
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &ReserveInvoer,
        spoor: &mut Spoor,
    ) -> Result<Signaleringswaarde, InvoerFout> {
        let regel = recht.regel;
        let (baten, vermogen) = (invoer.totale_baten_eurocent, invoer.eigen_vermogen_eurocent);
        spoor.feit("Totale baten", baten.to_string());
        let too_large =
            || InvoerFout::one(Veldfout::new("totale_baten_eurocent", baten.0, "een kleiner bedrag"));
        let aandeel = baten.times(regel.aandeel).ok_or_else(too_large)?;
        let omschrijving = format!("{} % van de baten", regel.percentage.replace('.', ","));
        spoor.stap(omschrijving, aandeel.to_string(), &regel.aandeel_bron);
        let signaal = aandeel.max(regel.minimum);
        let omschrijving = format!("Signaleringswaarde, ten minste {}", regel.minimum);
        spoor.stap(omschrijving, signaal.to_string(), &regel.minimum_bron);
        spoor.feit("Eigen vermogen", vermogen.to_string());
        // An equity so far below nothing that the difference does not fit lies below the signal as well.
        let boven = vermogen.checked_sub(signaal).unwrap_or(Eurocent::ZERO).max(Eurocent::ZERO);
        spoor.stap("Mogelijk bovenmatig", boven.to_string(), &regel.aandeel_bron);
        Ok(Signaleringswaarde { signaleringswaarde_eurocent: signaal, mogelijk_bovenmatig_eurocent: boven })
    }
}

/// The size above which equity is looked at, and what lies above it (R6.10).
pub fn signaleringswaarde(
    wet: &Wet,
    op: Date,
    invoer: &ReserveInvoer,
) -> Result<Toetsing<Signaleringswaarde>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
