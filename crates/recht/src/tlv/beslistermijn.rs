//! The last day on which the samenwerkingsverband decides on a request.

use base::Date;
use base::dates::{plus_days, short_nl};
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::opschorting::{self, Opschorting, dagen, stilstand_traced};
use crate::rule::{Recht, Rule, toets};
use crate::termijnenwet::term_end_traced;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// What is known of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvBeslistermijnInvoer {
    /// Day on which the samenwerkingsverband received the request.
    pub ontvangen_op: Date,
    /// Invitations to complete the request.
    pub opschortingen: Vec<Opschorting>,
}

/// The term for the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TlvBeslistermijn {
    /// Last day; `None` while the term is suspended.
    pub uiterlijk: Option<Date>,
    /// Days by which suspensions moved the last day.
    pub opgeschorte_dagen: i32,
    /// The term is suspended now.
    pub opgeschort_nu: bool,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    termijn: Maat,
    opschorting: Maat,
}

/// The rule `tlv.beslistermijn`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "tlv.beslistermijn";
    const ALGORITMES: &'static [&'static str] = &["tlv_beslistermijn_1"];
    type Parameters = Parameters;
    type Invoer = TlvBeslistermijnInvoer;
    type Uitkomst = TlvBeslistermijn;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            termijn: lezer.maat("termijn", Eenheid::Weken)?,
            opschorting: lezer.maat("opschorting_vanaf", Eenheid::Dagen)?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.tlv_beslistermijn
    }

    fn check(_recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        opschorting::check(velden, "ontvangen_op")
    }

    /// [Awb 4:13](https://wetten.overheid.nl/BWBR0005537/2015-11-29#Artikel4:13) (2) and
    /// [4:15](https://wetten.overheid.nl/BWBR0005537/2015-11-29#Artikel4:15) (1) under a: no statute on education
    /// names a term of its own.
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &TlvBeslistermijnInvoer,
        spoor: &mut Spoor,
    ) -> Result<TlvBeslistermijn, InvoerFout> {
        spoor.datum("Ontvangen op", invoer.ontvangen_op);
        let stil = stilstand_traced(&invoer.opschortingen, &recht.regel.opschorting, spoor);
        let uiterlijk = if stil.loopt {
            None
        } else {
            let last = last_day(recht, invoer.ontvangen_op, stil.dagen, spoor);
            Some(last.ok_or_else(|| InvoerFout::past_calendar("ontvangen_op", invoer.ontvangen_op))?)
        };
        Ok(TlvBeslistermijn { uiterlijk, opgeschorte_dagen: stil.dagen, opgeschort_nu: stil.loopt })
    }
}

fn last_day(
    recht: &Recht<'_, Parameters>,
    ontvangen: Date,
    opgeschort: i32,
    spoor: &mut Spoor,
) -> Option<Date> {
    let termijn = &recht.regel.termijn;
    let mut last = term_end_traced(ontvangen, termijn, spoor)?;
    if opgeschort > 0 {
        last = plus_days(last, opgeschort)?;
        spoor.feit(format!("{} stilstand erbij", dagen(opgeschort)), short_nl(last));
    }
    recht.termijnenwet.roll_traced(last, termijn, spoor)
}

/// The last day on which the samenwerkingsverband decides on a request (R2.7).
pub fn beslistermijn(
    wet: &Wet,
    op: Date,
    invoer: &TlvBeslistermijnInvoer,
) -> Result<Toetsing<TlvBeslistermijn>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
