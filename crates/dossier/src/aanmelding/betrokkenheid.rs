//! Who is concerned with a child by a registration: the school, and the partnership that watches over a refusal.

use base::{Date, dates};

use crate::beurt::Onderwerp;
use crate::staat::{Aanmelding, Dossier};
use crate::toegang::{Betrokkenheid, RelatieSoort, Wie};

/// Months for which a school keeps looking at a registration that it decided on: the objection
/// terms of R1.9 and R8.3 run out well within it.
const MONTHS_AFTER_DECISION: i32 = 6;

/// First day on which the school of a registration that was decided looks at it no more.
pub(super) fn looks_until(aanmelding: &Aanmelding) -> Option<Date> {
    aanmelding.besloten_op().and_then(|op| dates::plus_months(op, MONTHS_AFTER_DECISION))
}

/// Schools of registration and their partnerships.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for aanmelding in &dossier.aanmeldingen {
        // After a decision the school keeps its own part for the time in which parents can object.
        let tot = looks_until(aanmelding);
        let related = |wie, soort, zaken| Betrokkenheid {
            wie: Wie::Organisatie(wie),
            soort,
            van: aanmelding.ontvangen_op,
            tot,
            lopend: aanmelding.afloop.is_none(),
            groep: String::new(),
            zaken,
            kent_kind: soort != RelatieSoort::Aanmelding,
        };
        let school = &aanmelding.vestiging;
        all.push(related(school.organisatie(), RelatieSoort::Aanmelding, dossier.zaken_van(school)));
        if let (Some(swv), Some(_)) =
            (dossier.toezicht_swv(aanmelding), aanmelding.feitelijk_geweigerd.first())
        {
            let this = dossier.alleen(Onderwerp::Aanmelding(aanmelding.nr));
            all.push(related(swv.organisatie(), RelatieSoort::Swv, this));
        }
    }
}
