//! The child is admitted at a school that has a file of its own. This file hears of it where its declaration is used there: the school
//! that the child leaves keeps it until the first day there, and deregisters it as of that day (LPW 10).

use std::sync::Arc;

use base::{Date, OrganisatieId, Vestigingscode};
use serde::{Deserialize, Serialize};
use sleutels::Tekst;

use crate::elders::NIET_GENOEMD;
use crate::gebeurtenis::{Feitsoort, Fold, Gebeurtenis};
use crate::kaart::kaart;
use crate::staat::{Dossier, Feit, Gedaan, Inschrijving};

/// Another school admitted the child, in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EldersToegelaten {
    /// Request of which the declaration is used.
    pub aanvraag: u32,
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of that school.
    pub schoolnaam: String,
    /// First day there.
    pub per: Date,
}

kaart! {
    EldersToegelaten, "elders_toegelaten", versie 1 [];
    over kind; deel B; lezers allen; zin |event| told(event);
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, dossier| left_by(event, dossier));
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

fn told(event: &EldersToegelaten) -> Tekst {
    if event.schoolnaam == NIET_GENOEMD {
        return sleutels::leven::EldersToegelatenGeheim { per: event.per }.tekst();
    }
    sleutels::leven::EldersToegelaten { per: event.per, school: &event.schoolnaam }.tekst()
}

/// The school that the child leaves holds what a stranger's school says of it, and can say that it is not so; where it is a pupil of none
/// here, the school that asked for the declaration.
fn left_by(event: &EldersToegelaten, dossier: &Dossier) -> Option<OrganisatieId> {
    let mut places = dossier.inschrijvingen.iter().rev();
    let left = places.find(|place| place.van < event.per && place.runs_after(event.per));
    let asked = || dossier.aanvraag(event.aanvraag).map(|aanvraag| &aanvraag.vestiging);
    left.map(|place| &place.vestiging).or_else(asked).map(Vestigingscode::organisatie)
}

impl Fold for EldersToegelaten {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.elders_toegelaten.push(Gedaan { op: feit.on, feit: Arc::clone(self) });
    }
}

/// What was recorded beside this use of a declaration: it goes with it.
pub(crate) fn steunt_op<'a>(dossier: &'a Dossier, use_of: &Feit) -> Option<&'a Feit> {
    let Some(Gebeurtenis::TlvGebruikt(used)) = use_of.gebeurtenis() else { return None };
    let of_use = (used.aanvraag, &used.vestiging, used.per);
    let beside = |fact: &Gebeurtenis| {
        EldersToegelaten::uit(fact).is_some_and(|told| (told.aanvraag, &told.vestiging, told.per) == of_use)
    };
    let later = dossier.feiten.iter().map(Arc::as_ref).filter(|feit| feit.volgnummer > use_of.volgnummer);
    later
        .filter(|feit| dossier.correction(feit.volgnummer).is_none())
        .find(|feit| feit.gebeurtenis().is_some_and(beside))
}

impl Dossier {
    /// The admission at another school that a pupil at this place leaves for, as this file heard of it; none once it came back since, or
    /// was deregistered.
    pub(crate) fn vertrekt_naar(&self, place: &Inschrijving) -> Option<&Gedaan<EldersToegelaten>> {
        let own = place.vestiging.organisatie();
        let leaves = |told: &&Gedaan<EldersToegelaten>| {
            told.vestiging.organisatie() != own && place.van < told.per && place.runs_after(told.per)
        };
        self.elders_toegelaten.iter().rev().find(leaves)
    }

    /// This file heard that a pupil of this school is admitted at another one, from this day or before.
    pub(crate) fn is_elders_toegelaten(&self, school: &Vestigingscode, on: Date) -> bool {
        let mut here = self.inschrijvingen.iter().filter(|place| place.vestiging == *school);
        here.any(|place| self.vertrekt_naar(place).is_some_and(|told| told.per <= on))
    }
}
