//! Whose turn it is in a removal, and after a suspension that the Inspectie must know of.

use base::Sector;

use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::staat::{Dossier, Verwijdering, VerwijderingFase};

/// The turns of every removal and suspension.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for verwijdering in &dossier.verwijderingen {
        let since = beurten.len();
        removal_turns(verwijdering, beurten);
        if verwijdering.besluit.is_none() {
            let ends = dossier.band_eindigt(&verwijdering.vestiging);
            beurten.iter_mut().skip(since).for_each(|beurt| beurt.tot = ends);
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
        VerwijderingFase::Gehoord => beurten.push(
            step(Zet::AndereSchoolZoeken, heard)
                .because(sleutels::verwijdering::beurt_zonder_school_niet())
                .by(school),
        ),
        VerwijderingFase::SchoolGevonden if verwijdering.needs_inspectie() => beurten.push(
            step(Zet::InspectieRaadplegen, heard)
                .because(sleutels::verwijdering::beurt_eerst_overleg())
                .by(school),
        ),
        VerwijderingFase::SchoolGevonden => beurten.push(
            step(Zet::VerwijderingBeslissen, heard.max(verwijdering.dag_van_gesprek()))
                .because(sleutels::verwijdering::beurt_er_is_een_school())
                .by(school),
        ),
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
