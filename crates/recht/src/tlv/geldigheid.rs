//! How long a toelaatbaarheidsverklaring lasts: to the end of a school year, and at least a whole one.

use base::dates::{long_nl, short_nl};
use base::{Date, Schooljaar};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::InvoerFout;
use crate::rule::{Recht, Rule, toets};
use crate::schooljaar::{last_day, starting_on_or_after};
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// The dates on the declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeldigheidInvoer {
    /// First day.
    pub ingangsdatum: Date,
    /// Last day.
    pub einddatum: Date,
    /// The day on which it is given: the whole school years are counted from then when it starts before.
    #[serde(default)]
    pub gegeven_op: Option<Date>,
}

/// Whether those dates are lawful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Geldigheid {
    /// They are.
    pub geldig: bool,
    /// Why not, in plain Dutch; empty when they are.
    pub redenen: Vec<String>,
    /// Earliest lawful last day.
    pub vroegste_einddatum: Date,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    hele_schooljaren: Maat,
}

/// The rule `tlv.geldigheid`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "tlv.geldigheid";
    const ALGORITMES: &'static [&'static str] = &["tlv_geldigheid_1"];
    type Parameters = Parameters;
    type Invoer = GeldigheidInvoer;
    type Uitkomst = Geldigheid;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters { hele_schooljaren: lezer.maat("hele_schooljaren", Eenheid::Schooljaren)? })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.tlv_geldigheid
    }

    /// [WPO 40](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40) (13),
    /// [WEC 40](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40) (15).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &GeldigheidInvoer,
        spoor: &mut Spoor,
    ) -> Result<Geldigheid, InvoerFout> {
        let minimum = &recht.regel.hele_schooljaren;
        spoor.datum("Ingangsdatum", invoer.ingangsdatum);
        let given = invoer.gegeven_op.filter(|given| *given > invoer.ingangsdatum);
        if let Some(given) = given {
            spoor.datum("Gegeven op, na de ingangsdatum", given);
        }
        let (counted_from, field) = match given {
            Some(given) => (given, "gegeven_op"),
            None => (invoer.ingangsdatum, "ingangsdatum"),
        };
        let earliest = earliest_end(counted_from, minimum.aantal)
            .ok_or_else(|| InvoerFout::past_calendar(field, counted_from))?;
        let omschrijving = format!("De rest van het lopende schooljaar en ten minste {minimum}");
        spoor.stap(omschrijving, format!("vroegste einddatum {}", short_nl(earliest)), &minimum.bron);
        let redenen = reasons(invoer, earliest);
        spoor.datum("Einddatum", invoer.einddatum);
        for reden in &redenen {
            spoor.stap("Past niet", reden.clone(), &minimum.bron);
        }
        spoor.stap("De looptijd is geldig", ja_nee(redenen.is_empty()), &minimum.bron);
        Ok(Geldigheid { geldig: redenen.is_empty(), redenen, vroegste_einddatum: earliest })
    }
}

/// The last day of the `years`-th whole school year from a day on.
fn earliest_end(from: Date, years: i32) -> Option<Date> {
    let mut year = starting_on_or_after(from);
    for _ in 1..years {
        year = year.next();
    }
    last_day(year)
}

fn reasons(invoer: &GeldigheidInvoer, earliest: Date) -> Vec<String> {
    let mut reasons = Vec::new();
    if invoer.einddatum < invoer.ingangsdatum {
        reasons.push("De einddatum ligt voor de ingangsdatum.".to_owned());
    }
    if last_day(Schooljaar::of(invoer.einddatum)) != Some(invoer.einddatum) {
        reasons.push("De einddatum is niet de laatste dag van een schooljaar (31 juli).".to_owned());
    }
    if invoer.einddatum < earliest {
        reasons
            .push(format!("De einddatum ligt voor {}, de vroegste die de wet toelaat.", long_nl(earliest)));
    }
    reasons
}

/// Whether a declaration may run between these dates (R2.5).
pub fn geldigheid(
    wet: &Wet,
    op: Date,
    invoer: &GeldigheidInvoer,
) -> Result<Toetsing<Geldigheid>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
