//! Objection against a decision in the sense of the Awb, such as one on a toelaatbaarheidsverklaring.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::termijnenwet::term_end_traced;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// When the decision was made known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BezwaarInvoer {
    /// Day on which the decision was sent or handed over.
    pub bekendgemaakt_op: Date,
}

/// The three terms, each starting from the one before as moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bezwaartermijnen {
    /// Last day for the objection.
    pub indienen_uiterlijk: Date,
    /// Last day for the decision on it, with a committee.
    pub beslissen_uiterlijk: Date,
    /// Last day for that decision after an adjournment.
    pub beslissen_na_verdaging: Date,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    indienen: Maat,
    beslissen: Maat,
    verdaging: Maat,
}

/// The rule `bezwaar.termijnen`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "bezwaar.termijnen";
    const ALGORITMES: &'static [&'static str] = &["bezwaar_termijnen_1"];
    type Parameters = Parameters;
    type Invoer = BezwaarInvoer;
    type Uitkomst = Bezwaartermijnen;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            indienen: lezer.maat("indienen", Eenheid::Weken)?,
            beslissen: lezer.maat("beslissen", Eenheid::Weken)?,
            verdaging: lezer.maat("verdaging", Eenheid::Weken)?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.bezwaar_termijnen
    }

    /// [Awb 6:7](https://wetten.overheid.nl/BWBR0005537/2015-11-29#Artikel6:7), 6:8 (1) and
    /// [7:10](https://wetten.overheid.nl/BWBR0005537/2015-11-29#Artikel7:10) (1) and (3).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &BezwaarInvoer,
        spoor: &mut Spoor,
    ) -> Result<Bezwaartermijnen, InvoerFout> {
        let past = || InvoerFout::past_calendar("bekendgemaakt_op", invoer.bekendgemaakt_op);
        let mut next = |what: &str, after: Date, termijn: &Maat| {
            spoor.datum(what, after);
            let last = term_end_traced(after, termijn, spoor)?;
            recht.termijnenwet.roll_traced(last, termijn, spoor)
        };
        let regel = recht.regel;
        let indienen_uiterlijk =
            next("Bekendgemaakt op", invoer.bekendgemaakt_op, &regel.indienen).ok_or_else(past)?;
        let beslissen_uiterlijk =
            next("De beslistermijn begint de dag na", indienen_uiterlijk, &regel.beslissen)
                .ok_or_else(past)?;
        let beslissen_na_verdaging =
            next("Een verdaging begint de dag na", beslissen_uiterlijk, &regel.verdaging).ok_or_else(past)?;
        Ok(Bezwaartermijnen { indienen_uiterlijk, beslissen_uiterlijk, beslissen_na_verdaging })
    }
}

/// The terms for objecting and for deciding on it (R2.8).
pub fn termijnen(
    wet: &Wet,
    op: Date,
    invoer: &BezwaarInvoer,
) -> Result<Toetsing<Bezwaartermijnen>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
