//! What leans on the death of a child: a death that was recorded by mistake takes with it what was recorded because of it. Otherwise
//! whoever says that a child died, and then that it did not, ends a place for which the law asks a decision (WPO 40(7), (11), WEC 40(18)).

use std::sync::Arc;

use crate::algemeen::correctie::effective;
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::leven::feiten::{Overleden, Overledene};
use crate::opdracht::Opdracht;
use crate::refusal::Refusal;
use crate::rol::{Actor, Rol};
use crate::staat::{Dossier, Feit};

/// The fact that the child died, whether it was taken back or not.
fn is_death(feit: &Feit) -> bool {
    let died = feit.gebeurtenis().and_then(Overleden::uit);
    died.is_some_and(|died| died.wie == Overledene::Leerling)
}

fn is_deregistration(feit: &Feit) -> bool {
    matches!(feit.gebeurtenis(), Some(Gebeurtenis::Uitgeschreven(_)))
}

/// The deregistrations that were recorded since this death, by whichever school: their ground goes with it.
pub(super) fn steunt_op<'a>(dossier: &'a Dossier, dood: &Feit) -> Vec<&'a Feit> {
    if !is_death(dood) {
        return Vec::new();
    }
    let since = dossier.feiten.iter().map(Arc::as_ref).filter(|feit| feit.volgnummer > dood.volgnummer);
    since.filter(|feit| is_deregistration(feit) && effective(dossier, feit).is_some()).collect()
}

/// A deregistration that went with a death that was taken back is not put back by a correction: the child is deregistered anew, by the
/// rules for a child that lives.
pub(super) fn refuse_revived(dossier: &Dossier, feit: &Feit) -> Result<(), Refusal> {
    let taken_back = |death: &Feit| {
        let mut later = dossier.feiten.iter().filter(|one| one.volgnummer > feit.volgnummer);
        death.volgnummer < feit.volgnummer
            && later.any(|one| {
                matches!(one.gebeurtenis(), Some(Gebeurtenis::Gecorrigeerd(back)) if back.volgnummer == death.volgnummer)
            })
    };
    if !is_deregistration(feit) || !dossier.feiten.iter().any(|death| is_death(death) && taken_back(death)) {
        return Ok(());
    }
    Err(Refusal::new("hoort_bij_overlijden", sleutels::algemeen::uitschrijving_hoort_bij_overlijden())
        .instead(sleutels::algemeen::opnieuw_uitschrijven()))
}

impl Dossier {
    /// After a child's death nothing runs on but what the list of acts says: corrections,
    /// the death of somebody else, and the end of an enrolment.
    pub(crate) fn refuse_after_death(&self, opdracht: &Opdracht, actor: &Actor) -> Result<(), Refusal> {
        if self.overleden_op.is_none() || opdracht.welke().loopt_door_na_overlijden() {
            return Ok(());
        }
        let refusal = Refusal::new("overleden", sleutels::algemeen::overleden());
        let instead = if matches!(actor.rol, Rol::Ouder | Rol::Leerling) {
            // Not a task for somebody in mourning: the school sees to it.
            sleutels::algemeen::school_bellen()
        } else {
            sleutels::algemeen::verbeteren_of_uitschrijven()
        };
        Err(refusal.instead(instead))
    }
}
