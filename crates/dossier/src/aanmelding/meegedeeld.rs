//! Somebody with authority came into the file while a registration ran: they get its receipt too, with its days and their rights. Who stood
//! there when it was received got it then.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::opdracht::{Besluitvorming, Vaststelling};
use crate::staat::{Dossier, Feit};

/// The receipt of a registration goes to somebody who came into the file after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanmeldingMeegedeeld {
    /// Registration.
    pub aanmelding: u32,
    /// To whom, by number in the file.
    pub persoon: u32,
}

kaart! {
    AanmeldingMeegedeeld, "aanmelding_meegedeeld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::meegedeeld();
    terugnemen nee; vervangen nee; herrekenen nee; brief OntvangstVoorLater; bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for AanmeldingMeegedeeld {
    /// It changes nothing in the file: a letter follows from it.
    fn fold(self: &Arc<Self>, _dossier: &mut Dossier, _feit: &Feit) {}
}

/// The registrations that run at the school of whoever adds somebody with authority, each with the receipt for them.
pub(crate) fn aan(
    dossier: &Dossier,
    persoon: u32,
    ctx: &Besluitvorming<'_>,
) -> impl Iterator<Item = Vaststelling> {
    let running = dossier.aanmeldingen.iter().filter(|aanmelding| {
        aanmelding.afloop.is_none() && aanmelding.vestiging.organisatie() == ctx.actor.organisatie
    });
    running.map(move |aanmelding| {
        let event = AanmeldingMeegedeeld { aanmelding: aanmelding.nr, persoon };
        Vaststelling::new(ctx.vandaag, dossier, ctx, event)
    })
}
