//! Who is concerned with a child by its life: the schools where it is enrolled, and its family.

use crate::soort::Relatie;
use crate::staat::{Dossier, Persoon};
use crate::toegang::{Betrokkenheid, RelatieSoort, Wie, Zaken};

/// Schools of enrolment, and persons with a page of their own.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    enrolled(dossier, all);
    people(dossier, all);
}

fn enrolled(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for inschrijving in &dossier.inschrijvingen {
        all.push(Betrokkenheid {
            wie: Wie::Organisatie(inschrijving.vestiging.organisatie()),
            soort: RelatieSoort::Inschrijving,
            van: inschrijving.van,
            tot: inschrijving.tot,
            lopend: true,
            groep: inschrijving.groep.clone(),
            zaken: dossier.zaken_van_leerling_op(&inschrijving.vestiging),
            kent_kind: true,
        });
    }
}

fn people(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    // A pupil of age who looks after the own interests takes the parents' place.
    let own = dossier.meerderjarig_per.filter(|_| dossier.handelingsbekwaam);
    let with_page =
        |p: &&Persoon| (p.relatie.has_gezag() || p.relatie == Relatie::Gemachtigde) && !p.overleden;
    for persoon in dossier.personen.iter().filter(with_page) {
        let Some(account) = &persoon.account else { continue };
        all.push(Betrokkenheid {
            wie: Wie::Persoon(account.clone()),
            soort: RelatieSoort::Gezag,
            van: persoon.van,
            tot: [persoon.tot, own].into_iter().flatten().min(),
            lopend: true,
            groep: String::new(),
            zaken: Zaken::Alle,
            kent_kind: true,
        });
    }
}
