//! P1b: a suspension that ends before its last day: because the school ends it, or because what it leaned on is over. A suspension for the
//! time of the consultation with the Inspectie lasts no longer than that (WVO 8.15(4)): the pupil is back the next school day.

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::beurt::Onderwerp;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::velden::{Dag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider, regels};
use crate::refusal::Refusal;
use crate::soort::SchorsingEinde;
use crate::staat::{Dossier, Gedaan, Schorsing};

/// A suspension ends earlier than was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchorsingGeeindigd {
    /// Suspension.
    pub schorsing: u32,
    /// First day on which the pupil is back; on or before its first day there was none.
    pub terug_op: Date,
    /// By what.
    pub waarom: SchorsingEinde,
    /// Why, in the words of the school; empty where it follows from something else.
    pub reden: String,
    /// It ended before its first day, so that it never was. Not told in the first shape.
    pub nooit_begonnen: bool,
}

/// The first shape did not tell whether it had begun.
fn it_had_begun(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("nooit_begonnen", Value::Bool(false))])
}

kaart! {
    SchorsingGeeindigd, "schorsing_geeindigd", versie 2 [it_had_begun];
    over schorsing; deel B; lezers allen; zin |event| if event.nooit_begonnen { sleutels::verwijdering::schorsing_gaat_niet_door() } else { sleutels::verwijdering::SchorsingGeeindigd { terug_op: event.terug_op }.tekst() };
    terugnemen nee; vervangen nee; herrekenen nee; brief EindeSchorsing; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld [Leeg ["reden"]];
    redenen [reden]; geboortedatum nee;
}

over_zaak!(SchorsingGeeindigd, schorsing, schorsing_mut, |self, schorsing, feit| {
    schorsing.einde = Some(Gedaan::op(feit, self));
});

daad! {
    /// Ends a suspension before its last day.
    BeeindigSchorsing,
    /// Suspension.
    schorsing {
        /// First day on which the pupil is back.
        terug_op: Dag,
        /// Why.
        reden: Tekst,
    }
}

impl Decide for BeeindigSchorsing {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let nr = self.schorsing;
        let schorsing = dossier.schorsing(nr).ok_or_else(|| Onderwerp::Schorsing(nr).niet_in_dossier())?;
        refuse_outsider::<Schorsing>(ctx, &schorsing.vestiging.organisatie())?;
        let Some(last) = schorsing.laatste_dag().filter(|last| ctx.vandaag <= *last) else {
            return Err(Refusal::new("schorsing_voorbij", sleutels::verwijdering::schorsing_voorbij()));
        };
        let terug_op = invoer::not_before("terug_op", self.terug_op, ctx.vandaag)?;
        let ended = SchorsingGeeindigd {
            schorsing: nr,
            terug_op: invoer::not_after("terug_op", terug_op, last)?,
            waarom: SchorsingEinde::School,
            reden: invoer::reason("reden", &self.reden, ctx)?,
            nooit_begonnen: terug_op <= schorsing.van,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, ended)])
    }
}

/// The ends of the suspensions that lean on the consultation about a removal: it is over, and the pupil is back the next school day.
pub(super) fn end_of_consultation(
    dossier: &Dossier,
    verwijdering: u32,
    waarom: SchorsingEinde,
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    let terug_op = regels::werkdag_vanaf(ctx, invoer::day_after(ctx.vandaag));
    let leaning = dossier.schorsingen.iter().filter(|s| s.tijdens_overleg == Some(verwijdering));
    let running = leaning.filter(|s| s.laatste_dag().is_some_and(|last| terug_op <= last));
    let ends = running.map(|schorsing| {
        let (nr, nooit_begonnen) = (schorsing.nr, terug_op <= schorsing.van);
        let ended =
            SchorsingGeeindigd { schorsing: nr, terug_op, waarom, reden: String::new(), nooit_begonnen };
        Vaststelling::new(ctx.vandaag, dossier, ctx, ended)
    });
    ends.collect()
}

impl Schorsing {
    /// The last day on which the pupil is suspended, as it stands; none of a suspension that was ended before it began, or revoked.
    pub fn laatste_dag(&self) -> Option<Date> {
        if self.herroepen.is_some() {
            return None;
        }
        let back = self.einde.as_ref().and_then(|ended| dates::plus_days(ended.terug_op, -1));
        let last = back.map_or(self.tot_en_met, |back| back.min(self.tot_en_met));
        (self.van <= last).then_some(last)
    }

    /// How many days it lasts, both ends included.
    pub(super) fn dagen(&self) -> i32 {
        self.laatste_dag().map_or(0, |last| dates::days_between(self.van, last) + 1)
    }
}
