//! The last day on which an ontwikkelingsperspectief is adopted.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::rule::{Recht, Rule, toets};
use crate::termijnenwet::term_end_traced;
use crate::toetsing::{Spoor, Toetsing};
use crate::wet::Wet;

/// When the pupil came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VaststellingstermijnInvoer {
    /// First day of the enrolment.
    pub ingeschreven_op: Date,
    /// The enrolment began as a temporary place.
    pub tijdelijk_geplaatst: bool,
    /// Day on which the temporary place became definitive.
    pub definitief_geplaatst_op: Option<Date>,
}

/// The term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vaststellingstermijn {
    /// Last day; `None` while the place is only temporary.
    pub uiterlijk: Option<Date>,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    termijn: Maat,
}

/// The rule `opp.vaststellingstermijn`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "opp.vaststellingstermijn";
    const ALGORITMES: &'static [&'static str] = &["vaststellingstermijn_1"];
    type Parameters = Parameters;
    type Invoer = VaststellingstermijnInvoer;
    type Uitkomst = Vaststellingstermijn;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters { termijn: lezer.maat("termijn", Eenheid::Weken)? })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.opp_vaststellingstermijn
    }

    fn check(_recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let definitive = velden.date("definitief_geplaatst_op");
        // A wrong `tijdelijk_geplaatst` is reported already: it says neither yes nor no.
        let only_definitive = velden.is_read("tijdelijk_geplaatst") && !velden.is_true("tijdelijk_geplaatst");
        let stray = definitive.filter(|_| only_definitive);
        let verwacht = "niets, of tijdelijk_geplaatst true";
        stray.map(|day| Veldfout::new("definitief_geplaatst_op", day, verwacht)).into_iter().collect()
    }

    /// [WPO 40a](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40a),
    /// [WEC 41a](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel41a),
    /// [WVO 2020 2.44](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel2.44).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &VaststellingstermijnInvoer,
        spoor: &mut Spoor,
    ) -> Result<Vaststellingstermijn, InvoerFout> {
        let termijn = &recht.regel.termijn;
        spoor.datum("Ingeschreven op", invoer.ingeschreven_op);
        let (start, veld) = match (invoer.tijdelijk_geplaatst, invoer.definitief_geplaatst_op) {
            (false, _) => (invoer.ingeschreven_op, "ingeschreven_op"),
            (true, Some(day)) => {
                spoor.datum("Tijdelijk geplaatst, definitief geplaatst op", day);
                (day, "definitief_geplaatst_op")
            }
            (true, None) => {
                spoor.stap("Nog maar tijdelijk geplaatst", "de termijn loopt nog niet", &termijn.bron);
                return Ok(Vaststellingstermijn { uiterlijk: None });
            }
        };
        let last = term_end_traced(start, termijn, spoor)
            .and_then(|last| recht.termijnenwet.roll_traced(last, termijn, spoor));
        let uiterlijk = last.ok_or_else(|| InvoerFout::past_calendar(veld, start))?;
        Ok(Vaststellingstermijn { uiterlijk: Some(uiterlijk) })
    }
}

/// The last day on which an ontwikkelingsperspectief is adopted (R3.2).
pub fn vaststellingstermijn(
    wet: &Wet,
    op: Date,
    invoer: &VaststellingstermijnInvoer,
) -> Result<Toetsing<Vaststellingstermijn>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
