//! P1b, after a removal: the school that removed a pupil who has to be at school sees whether the pupil is at another one, and says so
//! (WPO 40(11), WEC 40(18), WVO 8.15(2): another school was willing). It keeps that turn until it said so.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Verwijdering};
use crate::verwijdering::opdracht::find;

/// The school saw that a pupil whom it removed is at another school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EldersVastgesteld {
    /// Removal.
    pub verwijdering: u32,
    /// First day of the pupil there.
    pub van: Date,
    /// From whom the school knows it, and how; or where the pupil is else, and who knows of it.
    pub hoe: String,
}

kaart! {
    EldersVastgesteld, "elders_vastgesteld", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::EldersVastgesteld { van: event.van }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.hoe]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(EldersVastgesteld, verwijdering, verwijdering_mut, |self, verwijdering, _feit| {
    verwijdering.elders_vastgesteld = Some(Arc::clone(self));
});

daad! {
    /// Records that a pupil who was removed is at another school.
    StelEldersVast,
    /// Removal.
    verwijdering {
        /// First day of the pupil there.
        van: Dag,
        /// From whom the school knows it, and how.
        hoe: Tekst,
    }
}

impl Decide for StelEldersVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = find(dossier, self.verwijdering, ctx)?;
        let Some((op, _)) = verwijdering.verwijderd() else {
            return Err(Refusal::new("niet_verwijderd", sleutels::verwijdering::niet_verwijderd()));
        };
        if verwijdering.elders_vastgesteld.is_some() {
            return Err(Refusal::new("al_vastgesteld", sleutels::verwijdering::elders_al_vastgesteld()));
        }
        let fact = EldersVastgesteld {
            verwijdering: verwijdering.nr,
            van: invoer::happened("van", self.van, op, ctx)?,
            hoe: invoer::text("hoe", &self.hoe)?,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

impl Verwijdering {
    /// Somebody has to see whether the pupil got to another school, and the file does not show that it did: the pupil is enrolled nowhere
    /// since the removal took effect, and has to be at school, or will have to. Whom the Leerplichtwet let go is reported to the municipality,
    /// and watched by it.
    pub(crate) fn watches_elsewhere(&self, dossier: &Dossier) -> bool {
        let Some((_, per)) = self.verwijderd() else { return false };
        let own = self.vestiging.organisatie();
        let there = dossier
            .inschrijvingen
            .iter()
            .any(|place| place.vestiging.organisatie() != own && place.tot.is_none_or(|tot| per < tot));
        !self.is_free_from(per) && self.elders_vastgesteld.is_none() && !there
    }
}
