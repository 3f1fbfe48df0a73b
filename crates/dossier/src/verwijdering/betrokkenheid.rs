//! Who is concerned with a child by a removal or a suspension: the school, until it has reported what it must and parents can
//! object no more.

use base::{Date, dates};

use crate::staat::{Dossier, Schorsing, Verwijdering, VerwijderingFase};
use crate::toegang::{Betrokkenheid, gelezen_tot};

/// First day on which school and board look at a removal no more: it was withdrawn, or it was reported and parents can object
/// no more. None while it runs, and as long as the school has to see whether the pupil is at another one.
pub(super) fn removal_read_until(dossier: &Dossier, verwijdering: &Verwijdering) -> Option<Date> {
    if let Some(withdrawn) = verwijdering.ingetrokken_op {
        return dates::plus_days(withdrawn, 1);
    }
    if let Some(revoked) = &verwijdering.herroepen {
        return gelezen_tot(revoked.op);
    }
    let (op, _) = verwijdering.verwijderd()?;
    if verwijdering.watches_elsewhere(dossier) {
        return None;
    }
    let reported = [verwijdering.gemeld_aan_ben_w, verwijdering.gemeld_aan_inspectie];
    let last = reported.into_iter().flatten().max()?;
    (verwijdering.fase() == VerwijderingFase::Gemeld).then(|| read_on(op, last)).flatten()
}

/// The same of a suspension, which is to be reported where the law asks it.
pub(super) fn suspension_read_until(schorsing: &Schorsing) -> Option<Date> {
    if let Some(revoked) = &schorsing.herroepen {
        return gelezen_tot(revoked.op);
    }
    let over = schorsing.laatste_dag().unwrap_or(schorsing.besloten_op);
    let last = if schorsing.melding_nodig() { schorsing.gemeld_op?.max(over) } else { over };
    read_on(schorsing.van, last)
}

fn read_on(decided: Date, last: Date) -> Option<Date> {
    gelezen_tot(decided).max(dates::plus_days(last, 1))
}

/// Schools that removed or suspended the child.
pub(super) fn betrokkenen(dossier: &Dossier, all: &mut Vec<Betrokkenheid>) {
    for verwijdering in &dossier.verwijderingen {
        let Some(op) = verwijdering.besluit.as_ref().map(|besluit| besluit.op) else { continue };
        let tot = removal_read_until(dossier, verwijdering);
        all.push(Betrokkenheid::eigen_zaak(dossier, &verwijdering.vestiging, op, tot));
    }
    let told = |s: &&Schorsing| s.melding_nodig() || s.herroepen.is_some();
    for schorsing in dossier.schorsingen.iter().filter(told) {
        let tot = suspension_read_until(schorsing);
        all.push(Betrokkenheid::eigen_zaak(dossier, &schorsing.vestiging, schorsing.van, tot));
    }
}
