//! Who is concerned with a child by a removal or a suspension: the school, until it has reported what it must.

use base::dates;

use crate::staat::{Dossier, VerwijderingFase};
use crate::toegang::Betrokkenheid;

/// Schools that removed or suspended the child.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for verwijdering in &dossier.verwijderingen {
        let Some((op, _)) = verwijdering.verwijderd() else { continue };
        let reported = [verwijdering.gemeld_aan_ben_w, verwijdering.gemeld_aan_inspectie];
        let done = (verwijdering.fase() == VerwijderingFase::Gemeld)
            .then(|| reported.into_iter().flatten().max())
            .flatten();
        let tot = done.and_then(|day| dates::plus_days(day, 1));
        all.push(Betrokkenheid::eigen_zaak(dossier, &verwijdering.vestiging, op, tot));
    }
    for schorsing in dossier.schorsingen.iter().filter(|s| s.melding_nodig()) {
        let done = schorsing.gemeld_op.and_then(|day| dates::plus_days(day, 1));
        all.push(Betrokkenheid::eigen_zaak(dossier, &schorsing.vestiging, schorsing.van, done));
    }
}
