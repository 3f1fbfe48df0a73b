//! P1b: the turns of a removal, where somebody is still to be heard: then that is the turn, and the decision waits.

use base::Date;

use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::leven::gezag::ieder_een_keer;
use crate::staat::{Dossier, Persoon, Verwijdering, VerwijderingFase};
use crate::verwijdering::gehoord::{Gehoorde, decides_after};

/// The turns of a removal, where somebody is still to be heard: then that is the turn, and the decision waits. Where nobody is left to be
/// heard, it is no turn of the school but to find out who has authority.
pub(super) fn first_heard(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    (beurten, since): (&mut Vec<Beurt>, usize),
) {
    let heard = match verwijdering.fase() {
        VerwijderingFase::Verwijderd
        | VerwijderingFase::Gemeld
        | VerwijderingFase::Ingetrokken
        | VerwijderingFase::Herroepen => return,
        VerwijderingFase::Voorgenomen => None,
        VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => verwijdering.gehoord_op,
    };
    let mut own = beurten.split_off(since);
    if let Some(heard) = heard {
        parents_first(dossier, verwijdering, heard, &mut own);
        pupil_first(dossier, verwijdering, heard, &mut own);
    }
    if let Some((from, until)) = dossier.zonder_ouders() {
        own.retain_mut(|beurt| !hears_or_decides(beurt) || outside(beurt, (from, until)));
    }
    own.retain(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot));
    beurten.extend(own);
}

/// Until the pupil is heard in their place, or acts in it, the parents are heard before it is decided.
fn parents_first(dossier: &Dossier, verwijdering: &Verwijdering, heard: Date, own: &mut Vec<Beurt>) {
    let alone = dossier.hoort_leerling_alleen_vanaf(verwijdering);
    let of_age = [alone, dossier.handelt_zelf_vanaf()].into_iter().flatten().min();
    let runs = |p: &&Persoon| p.relatie.is_ouder_in_onderwijs() && !p.overleden && p.tot.is_none();
    let parents = ieder_een_keer(dossier.personen.iter().filter(runs));
    let parents = parents.into_iter().map(|persoon| Gehoorde::ouder(dossier, verwijdering, persoon));
    let (missed, rest): (Vec<_>, Vec<_>) = parents.partition(|one| one.is_overgeslagen());
    let unread = rest.into_iter().filter(|one| one.is_ongelezen());
    let because = if missed.is_empty() {
        sleutels::verwijdering::beurt_ouder_schreef()
    } else if missed.iter().all(|one| one.is_niet_bereikt()) {
        sleutels::verwijdering::beurt_uitnodiging_bleef_liggen()
    } else {
        sleutels::verwijdering::beurt_ouder_niet_gehoord()
    };
    let waiting = missed.iter().copied().chain(unread).filter_map(|one| one.ouder);
    if let Some(from) = waiting.map(|persoon| persoon.van.max(heard)).min() {
        own.retain_mut(|beurt| decided_from(beurt, of_age));
        if !own.iter().any(|beurt| beurt.zet == Zet::OudersEnLeraarHoren) {
            own.push(hear(verwijdering, from).because(because).by(school(verwijdering)).ending(of_age));
        }
    }
    if let Some(from) = decides_after(dossier, verwijdering) {
        let from = of_age.map_or(from, |of_age| from.min(of_age));
        own.retain_mut(|beurt| decided_from(beurt, Some(from)));
    }
}

/// From the day on which the pupil is heard in the place of the parents, and where the law hears pupils all the time: whoever was neither
/// invited nor heard, or wrote, is heard before it is decided.
fn pupil_first(dossier: &Dossier, verwijdering: &Verwijdering, heard: Date, own: &mut Vec<Beurt>) {
    let Some((since, pupil)) = dossier.leerling_te_horen(verwijdering) else { return };
    let because = if pupil.is_niet_bereikt() {
        sleutels::verwijdering::beurt_uitnodiging_bleef_liggen()
    } else if pupil.is_overgeslagen() {
        sleutels::verwijdering::beurt_leerling_niet_gehoord()
    } else if pupil.is_ongelezen() {
        sleutels::verwijdering::beurt_leerling_schreef()
    } else {
        return;
    };
    let from = since.max(heard);
    own.retain_mut(|beurt| decided_until(beurt, from));
    if !own.iter().any(|beurt| beurt.zet == Zet::OudersEnLeraarHoren && beurt.tot.is_none()) {
        own.push(hear(verwijdering, from).because(because).by(school(verwijdering)));
    }
}

fn hear(verwijdering: &Verwijdering, from: Date) -> Step {
    Step::new(Zet::OudersEnLeraarHoren, Onderwerp::Verwijdering(verwijdering.nr), from)
}

fn school(verwijdering: &Verwijdering) -> base::OrganisatieId {
    verwijdering.vestiging.organisatie()
}

fn hears_or_decides(beurt: &Beurt) -> bool {
    matches!(beurt.zet, Zet::OudersEnLeraarHoren | Zet::VerwijderingBeslissen)
}

/// The turn to decide begins on this day at the earliest, or never; any other stays.
fn decided_from(beurt: &mut Beurt, from: Option<Date>) -> bool {
    if beurt.zet != Zet::VerwijderingBeslissen {
        return true;
    }
    let Some(from) = from else { return false };
    beurt.van = beurt.van.max(from);
    true
}

/// The turn to decide ends on this day, as long as it began before it; any other stays.
fn decided_until(beurt: &mut Beurt, until: Date) -> bool {
    if beurt.zet != Zet::VerwijderingBeslissen {
        return true;
    }
    beurt.tot = Some(beurt.tot.map_or(until, |tot| tot.min(until)));
    beurt.van < until
}

/// Makes a turn one before, or else after, the days on which nobody is there; false where nothing of it is left.
fn outside(beurt: &mut Beurt, (from, until): (Date, Option<Date>)) -> bool {
    if beurt.van < from {
        beurt.tot = Some(beurt.tot.map_or(from, |tot| tot.min(from)));
        return true;
    }
    let Some(until) = until else { return false };
    beurt.van = beurt.van.max(until);
    true
}
