//! P1b: the consultation with the Inspectie before a pupil under the Leerplichtwet is removed from secondary education (WVO 8.15(4)): the
//! day on which it begins and with whom, and the day on which it was held. Only between the two may a suspension lean on it.

use recht::Plicht;
use serde::{Deserialize, Serialize};

use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, Regel, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::SchorsingEinde;
use crate::staat::{Dossier, Verwijdering};
use crate::verwijdering::einde::end_of_consultation;
use crate::verwijdering::feiten::InspectieGeraadpleegd;
use crate::verwijdering::opdracht::open;

/// The board began to consult the Inspectie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlegBegonnen {
    /// Removal.
    pub verwijdering: u32,
    /// With whom at the Inspectie.
    pub met: String,
}

kaart! {
    OverlegBegonnen, "overleg_begonnen", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |_| sleutels::verwijdering::overleg_begonnen();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.met]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(OverlegBegonnen, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.overleg_begonnen_op = Some(feit.on);
});

/// Refuses a consultation that the law does not ask: it is about a pupil of secondary education for whom the Leerplichtwet holds, and
/// nobody gives the Inspectie the data of another (WVO 8.15(4)).
fn refuse_needless(verwijdering: &Verwijdering, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    if verwijdering.asks_overleg(ctx.vandaag) {
        return Ok(());
    }
    let article =
        regels::artikel_ergens(ctx, Plicht::VerwijderingInspectie.code(), verwijdering.voorgenomen_op);
    Err(Refusal::new("overleg_niet_nodig", sleutels::verwijdering::overleg_niet_nodig()).because(article))
}

daad! {
    /// Records that the consultation with the Inspectie began.
    BeginOverleg,
    /// Removal.
    verwijdering {
        /// Since when.
        op: Dag,
        /// With whom at the Inspectie.
        met: Regel,
    }
}

impl Decide for BeginOverleg {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        refuse_needless(verwijdering, ctx)?;
        if verwijdering.overleg_begonnen_op.is_some() || verwijdering.inspectie_geraadpleegd_op.is_some() {
            return Err(Refusal::new("overleg_al_begonnen", sleutels::verwijdering::overleg_al_begonnen()));
        }
        let op = invoer::happened("op", self.op, verwijdering.voorgenomen_op, ctx)?;
        let begun = OverlegBegonnen { verwijdering: verwijdering.nr, met: invoer::line("met", &self.met)? };
        Ok(vec![Vaststelling::new(op, dossier, ctx, begun)])
    }
}

daad! {
    /// Records that the Inspectie was consulted beforehand (vo).
    RaadpleegInspectie,
    /// Removal.
    verwijdering {
        /// When.
        op: Dag,
        /// What came of it.
        uitkomst: Tekst,
    }
}

impl Decide for RaadpleegInspectie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        refuse_needless(verwijdering, ctx)?;
        let since = verwijdering.overleg_begonnen_op.unwrap_or(verwijdering.voorgenomen_op);
        let op = invoer::happened("op", self.op, since, ctx)?;
        let held = InspectieGeraadpleegd {
            verwijdering: verwijdering.nr,
            uitkomst: invoer::text("uitkomst", &self.uitkomst)?,
        };
        let mut events = vec![Vaststelling::new(op, dossier, ctx, held)];
        events.extend(end_of_consultation(dossier, verwijdering.nr, SchorsingEinde::OverlegGehouden, ctx));
        Ok(events)
    }
}

impl Verwijdering {
    /// The board consults the Inspectie on a day: it began, and was not recorded as held.
    pub fn is_in_overleg(&self, on: base::Date) -> bool {
        self.inspectie_geraadpleegd_op.is_none() && self.overleg_begonnen_op.is_some_and(|begun| begun <= on)
    }
}
