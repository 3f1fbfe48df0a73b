//! Whose turn it is in a removal, and after a suspension that the Inspectie must know of.

use base::{Date, Sector};

use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::staat::{Dossier, Verwijdering, VerwijderingFase};

/// The turns of every removal and suspension.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for verwijdering in &dossier.verwijderingen {
        let since = beurten.len();
        removal_turns(verwijdering, beurten);
        if verwijdering.besluit.is_none() {
            let ends = dossier.band_eindigt(&verwijdering.vestiging);
            for beurt in beurten.iter_mut().skip(since) {
                beurt.tot = [beurt.tot, ends].into_iter().flatten().min();
            }
        }
    }
    for schorsing in dossier.schorsingen.iter().filter(|s| s.melding_nodig() && s.gemeld_op.is_none()) {
        let step = Step::new(Zet::InspectieMelden, Onderwerp::Schorsing(schorsing.nr), schorsing.van);
        beurten.push(
            step.until(Some(schorsing.van))
                .because(sleutels::verwijdering::beurt_langer_dan_een_dag())
                .by(schorsing.vestiging.organisatie()),
        );
    }
}

fn removal_turns(verwijdering: &Verwijdering, beurten: &mut Vec<Beurt>) {
    let school = verwijdering.vestiging.organisatie();
    let over = Onderwerp::Verwijdering(verwijdering.nr);
    let step = |zet, van| Step::new(zet, over, van);
    let heard = verwijdering.gehoord_op.unwrap_or(verwijdering.voorgenomen_op);
    match verwijdering.fase() {
        VerwijderingFase::Voorgenomen => beurten.push(
            step(Zet::OudersEnLeraarHoren, verwijdering.voorgenomen_op)
                .because(sleutels::verwijdering::beurt_eerst_horen())
                .by(school),
        ),
        VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => {
            steps_to_a_decision(verwijdering, heard, beurten);
        }
        VerwijderingFase::Verwijderd => {
            let decided = verwijdering.verwijderd().map_or(verwijdering.voorgenomen_op, |(op, _)| op);
            if verwijdering.gemeld_aan_ben_w.is_none() {
                let melden = step(Zet::GemeenteMelden, decided)
                    .until(Some(decided))
                    .because(sleutels::verwijdering::beurt_meteen_melden());
                beurten.push(melden.by(school.clone()));
            }
            if verwijdering.sector == Sector::Vo && verwijdering.gemeld_aan_inspectie.is_none() {
                let melden = step(Zet::InspectieMelden, decided)
                    .until(Some(decided))
                    .because(sleutels::verwijdering::beurt_melden_na_besluit());
                beurten.push(melden.by(school));
            }
        }
        VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken => {}
    }
}

/// What the law still asks comes before the decision, as long as it asks it: for a pupil whom the Leerplichtwet lets go the board
/// decides from that day on.
fn steps_to_a_decision(verwijdering: &Verwijdering, heard: Date, beurten: &mut Vec<Beurt>) {
    let over = Onderwerp::Verwijdering(verwijdering.nr);
    let first = if verwijdering.needs_school(heard) {
        let because = sleutels::verwijdering::beurt_zonder_school_niet();
        Some((Zet::AndereSchoolZoeken, because))
    } else if verwijdering.needs_inspectie(heard) {
        Some((Zet::InspectieRaadplegen, sleutels::verwijdering::beurt_eerst_overleg()))
    } else {
        None
    };
    let free = verwijdering.leerplicht.as_ref().map(|period| period.uitkomst.tot).filter(|_| first.is_some());
    let school = || verwijdering.vestiging.organisatie();
    let waits = first.is_some();
    if let Some((zet, because)) = first {
        beurten.push(Step::new(zet, over, heard).because(because).by(school()).ending(free));
    }
    let decides = heard.max(verwijdering.dag_van_gesprek());
    let from = if waits { free.map(|free| free.max(decides)) } else { Some(decides) };
    if let Some(from) = from {
        let because = if verwijdering.bereid.is_some() {
            sleutels::verwijdering::beurt_er_is_een_school()
        } else {
            sleutels::verwijdering::beurt_niet_leerplichtig()
        };
        let step = Step::new(Zet::VerwijderingBeslissen, over, from).because(because);
        beurten.push(step.by(school()));
    }
}
