//! P1b: the talk about an intended removal is moved: who could not come is heard on another day. The new day stands for the first one
//! everywhere: until then nobody decides, and the parents can come or write (WPO 40(11), WEC 40(18), WVO 8.15(3)).

use std::sync::Arc;

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use verband::grenzen::DAGEN_GESPREK_VERZETTEN;

use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Verwijdering};
use crate::verwijdering::opdracht::open;

/// The talk about a removal is on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GesprekVerzet {
    /// Removal.
    pub verwijdering: u32,
    /// The new day: a working day.
    pub op: Date,
    /// Why, as the letter tells it.
    pub reden: String,
}

kaart! {
    GesprekVerzet, "gesprek_verzet", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::GesprekVerzet { op: event.op }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief GesprekVerzet; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld [NietVermeld ["reden"]];
    geboortedatum nee;
}

over_zaak!(GesprekVerzet, verwijdering, verwijdering_mut, |self, verwijdering, _feit| {
    verwijdering.gesprek_verzet = Some(Arc::clone(self));
});

daad! {
    /// Moves the talk about a removal to another day.
    VerzetGesprek,
    /// Removal.
    verwijdering {
        /// The new day: a working day.
        op: Dag,
        /// Why.
        reden: Tekst,
    }
}

impl Decide for VerzetGesprek {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        // A letter tells of it, so that it is not today any more.
        let op = invoer::not_before("op", self.op, invoer::day_after(ctx.vandaag))?;
        let latest = dates::plus_days(ctx.vandaag, DAGEN_GESPREK_VERZETTEN).unwrap_or(Date::MAX);
        invoer::not_after("op", op, latest)?;
        if op == verwijdering.dag_van_gesprek() {
            return Err(Refusal::field("op", sleutels::verwijdering::gesprek_staat_al_zo()));
        }
        if regels::werkdag_vanaf(ctx, op) != op {
            return Err(Refusal::field("op", sleutels::verwijdering::gesprek_op_werkdag()));
        }
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let moved = GesprekVerzet { verwijdering: verwijdering.nr, op, reden };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, moved)])
    }
}

impl Verwijdering {
    /// The talk was moved to a day after the one on which somebody was heard, for a parent who was not: it is still to be held.
    pub(super) fn wacht_op_tweede_gesprek(&self, dossier: &Dossier) -> bool {
        let (Some(moved), Some(heard)) = (&self.gesprek_verzet, self.gehoord_op) else { return false };
        let came = self.gehoord.as_ref().and_then(|heard| heard.kwamen.as_ref());
        let missed = came.is_some_and(|came| dossier.ouders_op(heard).any(|ouder| !came.contains(&ouder.nr)));
        missed && heard < moved.op
    }
}
