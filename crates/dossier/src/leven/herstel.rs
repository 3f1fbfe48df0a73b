//! P0: a place that ended by a decision goes on, because that decision was revoked: the pupil was enrolled all the time.

use std::sync::Arc;

use base::{Date, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::staat::{Dossier, Feit, Inschrijving};

/// The place at a school did not end by a decision after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InschrijvingHersteld {
    /// Where.
    pub vestiging: Vestigingscode,
    /// The day on which it ended by that decision.
    pub per: Date,
    /// The first day at another school since; none where it goes on.
    pub tot: Option<Date>,
}

kaart! {
    InschrijvingHersteld, "inschrijving_hersteld", versie 1 [];
    over kind; deel A; lezers allen; zin |_| sleutels::leven::inschrijving_hersteld();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

/// The first day of another place that begins no sooner than the one that ended on a day.
fn next_place(places: &[Inschrijving], ended: &Inschrijving, per: Date) -> Option<Date> {
    places.iter().map(|place| place.van).filter(|van| *van >= per && *van > ended.van).min()
}

impl Fold for InschrijvingHersteld {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        let Some(at) = ended(&dossier.inschrijvingen, &self.vestiging, self.per) else { return };
        let next = dossier
            .inschrijvingen
            .get(at)
            .and_then(|place| next_place(&dossier.inschrijvingen, place, self.per));
        // What was put right since decides, so that the child is at one school at a time.
        let tot = [self.tot, next].into_iter().flatten().min();
        if let Some(place) = dossier.inschrijvingen.get_mut(at) {
            place.tot = tot;
            place.uitgeschreven = tot.is_some();
        }
    }
}

/// The place at this school that ended on this day because somebody decided so.
fn ended(places: &[Inschrijving], vestiging: &Vestigingscode, per: Date) -> Option<usize> {
    places
        .iter()
        .rposition(|place| place.vestiging == *vestiging && place.tot == Some(per) && place.uitgeschreven)
}

/// That a place goes on which ended on a day (`per`), until the first day elsewhere that is known otherwise; nothing where another place
/// began at once.
pub(crate) fn hersteld(
    dossier: &Dossier,
    vestiging: &Vestigingscode,
    (per, elders): (Date, Option<Date>),
) -> Option<InschrijvingHersteld> {
    let at = ended(&dossier.inschrijvingen, vestiging, per)?;
    let next = next_place(&dossier.inschrijvingen, dossier.inschrijvingen.get(at)?, per);
    let tot = [next, elders].into_iter().flatten().min();
    (tot != Some(per)).then(|| InschrijvingHersteld { vestiging: vestiging.clone(), per, tot })
}
