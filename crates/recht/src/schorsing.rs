//! Suspension of a pupil: how long, and when the Inspectie must know.

use base::Date;
use base::dates::days_between;
use serde::{Deserialize, Serialize};

use crate::corpus::CorpusError;
use crate::corpus::parameter::Eenheid;
use crate::corpus::regel::{Lezer, Maat, Regel as Versies};
use crate::invoer::velden::Velden;
use crate::invoer::{InvoerFout, Veldfout};
use crate::opschorting::dagen;
use crate::rule::{Recht, Rule, toets};
use crate::toetsing::{Spoor, Toetsing, ja_nee};
use crate::wet::Wet;

/// The days, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchorsingInvoer {
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
}

/// What the law says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schorsing {
    /// It is not too long.
    pub toegestaan: bool,
    /// The Inspectie must be told, in writing and with reasons.
    pub melding_inspectie: bool,
    /// Calendar days, both ends included.
    pub dagen: i32,
}

/// Figures of one version.
#[derive(Debug)]
pub(crate) struct Parameters {
    hooguit: Maat,
    melding_boven: Maat,
}

/// The rule `schorsing.toets`.
pub(crate) struct Regel;

impl Rule for Regel {
    const NAAM: &'static str = "schorsing.toets";
    const ALGORITMES: &'static [&'static str] = &["schorsing_1"];
    type Parameters = Parameters;
    type Invoer = SchorsingInvoer;
    type Uitkomst = Schorsing;

    fn parameters(lezer: &mut Lezer<'_>) -> Result<Parameters, CorpusError> {
        Ok(Parameters {
            hooguit: lezer.maat("hooguit", Eenheid::Dagen)?,
            melding_boven: lezer.maat("melding_boven", Eenheid::Dagen)?,
        })
    }

    fn regel(wet: &Wet) -> &Versies<Parameters> {
        &wet.regels.schorsing_toets
    }

    fn check(_recht: &Recht<'_, Parameters>, velden: Velden<'_>) -> Vec<Veldfout> {
        let days = velden.date("van").zip(velden.date("tot_en_met"));
        let reversed = days.filter(|(van, tot)| tot < van);
        let fout = |(van, tot)| Veldfout::new("tot_en_met", tot, format!("een datum op of na van ({van})"));
        reversed.map(fout).into_iter().collect()
    }

    /// [WPO 40c](https://wetten.overheid.nl/BWBR0003420/2026-08-01#Artikel40c),
    /// [WEC 40a](https://wetten.overheid.nl/BWBR0003549/2026-08-01#Artikel40a),
    /// [WVO 2020 8.14](https://wetten.overheid.nl/BWBR0044212/2026-08-01#Artikel8.14).
    fn apply(
        recht: &Recht<'_, Parameters>,
        invoer: &SchorsingInvoer,
        spoor: &mut Spoor,
    ) -> Result<Schorsing, InvoerFout> {
        let Parameters { hooguit, melding_boven } = recht.regel;
        let aantal = days_between(invoer.van, invoer.tot_en_met) + 1;
        spoor.datum("Van", invoer.van);
        spoor.datum("Tot en met", invoer.tot_en_met);
        spoor.feit("Aantal dagen, de eerste en de laatste meegeteld", dagen(aantal));
        let toegestaan = aantal <= hooguit.aantal;
        spoor.stap(format!("Toegestaan: hooguit {hooguit}"), ja_nee(toegestaan), &hooguit.bron);
        let melding_inspectie = aantal > melding_boven.aantal;
        let omschrijving = format!("Melden bij de inspectie: bij meer dan {melding_boven}");
        spoor.stap(omschrijving, ja_nee(melding_inspectie), &melding_boven.bron);
        Ok(Schorsing { toegestaan, melding_inspectie, dagen: aantal })
    }
}

/// Whether a suspension of these days is allowed, and whether the Inspectie must be told (R1.11).
pub fn schorsing(wet: &Wet, op: Date, invoer: &SchorsingInvoer) -> Result<Toetsing<Schorsing>, InvoerFout> {
    toets::<Regel>(wet, op, invoer)
}
