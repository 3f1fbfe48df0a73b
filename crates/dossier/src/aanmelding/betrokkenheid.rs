//! Who is concerned with a child by a registration: the school, and the partnership that watches over a refusal.

use base::{Date, dates};

use crate::beurt::Onderwerp;
use crate::staat::{Aanmelding, Afloop, Dossier};
use crate::toegang::{Betrokkenheid, RelatieSoort, Wie, gelezen_tot};

/// First day on which the school of a registration that was decided looks at it no more.
pub(super) fn looks_until(aanmelding: &Aanmelding) -> Option<Date> {
    aanmelding.besloten_op().and_then(gelezen_tot)
}

/// The same for the board of that school: nobody objects to an admission, nor to what was withdrawn. After a yes to a place
/// elsewhere the duty of care is its own until the child has that place (R1.4).
pub(super) fn board_looks_until(dossier: &Dossier, aanmelding: &Aanmelding) -> Option<Date> {
    let day_after = aanmelding.besloten_op().and_then(|op| dates::plus_days(op, 1));
    match aanmelding.afloop.as_ref()? {
        Afloop::Geweigerd { .. } | Afloop::BuitenBehandeling { .. } => looks_until(aanmelding),
        Afloop::Elders { .. } => {
            runs_until(dossier, aanmelding).map(|over| day_after.map_or(over, |day| day.max(over)))
        }
        Afloop::Toegelaten { .. } | Afloop::Ingetrokken { .. } => day_after,
    }
}

/// First day on which a registration runs no more, so that nothing is done by it: who was admitted waits for the first day at
/// school, and a school whose offer elsewhere was accepted sees to a place until there is one (R1.4). `None` while it runs.
fn runs_until(dossier: &Dossier, aanmelding: &Aanmelding) -> Option<Date> {
    match aanmelding.afloop.as_ref()? {
        Afloop::Toegelaten { op, per } => Some(*per.max(op)),
        Afloop::Elders { .. } => aanmelding.plek_sinds_ja(&dossier.inschrijvingen),
        Afloop::Geweigerd { op, .. } | Afloop::BuitenBehandeling { op, .. } | Afloop::Ingetrokken { op } => {
            Some(*op)
        }
    }
}

/// Schools of registration and their partnerships.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for aanmelding in &dossier.aanmeldingen {
        // After a decision the school keeps its own part for the time in which parents can object.
        let tot = looks_until(aanmelding);
        let school = &aanmelding.vestiging;
        let of_school = |van, tot, handelt| Betrokkenheid {
            wie: Wie::Organisatie(school.organisatie()),
            soort: RelatieSoort::Aanmelding,
            van,
            tot,
            lopend: aanmelding.afloop.is_none(),
            handelt,
            groep: String::new(),
            zaken: dossier.zaken_van(school),
            kent_kind: false,
            gegeven_tot_en_met: None,
        };
        let over = runs_until(dossier, aanmelding).filter(|over| tot.is_none_or(|tot| *over < tot));
        // What it reads it reads on; what it does ends with the registration.
        all.extend(over.map(|over| of_school(over, tot, false)));
        let runs_to = over.or(tot);
        if runs_to.is_none_or(|runs_to| aanmelding.ontvangen_op < runs_to) {
            all.push(of_school(aanmelding.ontvangen_op, runs_to, true));
        }
        if let (Some(swv), Some(_)) =
            (dossier.toezicht_swv(aanmelding), aanmelding.feitelijk_geweigerd.first())
        {
            // Until it was taken up, whatever became of the registration.
            let watches = aanmelding.afloop.is_none() || aanmelding.nog_op_te_pakken().is_some();
            all.push(Betrokkenheid {
                wie: Wie::Organisatie(swv.organisatie()),
                soort: RelatieSoort::Swv,
                van: aanmelding.ontvangen_op,
                tot: tot.filter(|_| !watches),
                lopend: watches,
                handelt: watches,
                groep: String::new(),
                zaken: dossier.alleen(Onderwerp::Aanmelding(aanmelding.nr)),
                kent_kind: true,
                gegeven_tot_en_met: None,
            });
        }
    }
}
