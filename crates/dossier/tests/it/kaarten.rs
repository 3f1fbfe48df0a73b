//! What stands on the cards of events agrees with what the events do, in any file.

use std::collections::BTreeSet;

use base::dates;
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::beurt::Onderwerp;
use dossier::gebeurtenis::Gebeurtenis;
use dossier::{Actor, Besluitvorming, Dossier, Feit, Opdracht};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::gegeven::Zaak;
use crate::verhalen;
use crate::wandeling::{loop_door, stappen};

/// The file after each of its facts.
fn growing(zaak: &Zaak) -> impl Iterator<Item = Dossier> {
    let mut grown = Dossier::new(zaak.dossier.nummer.clone());
    zaak.dossier.feiten.iter().map(move |feit| {
        grown.apply((**feit).clone());
        grown.clone()
    })
}

/// Decides as whoever recorded a fact.
fn ask(zaak: &Zaak, dossier: &Dossier, actor: &Actor, opdracht: impl Into<Opdracht>) -> Option<Vec<Feit>> {
    let ctx = Besluitvorming { actor, ..zaak.ctx() };
    let decided = dossier.decide(&opdracht.into(), &ctx).ok()?;
    let last = dossier.feiten.last()?;
    let numbered = (dossier.versie + 1..).zip(decided);
    Some(numbered.map(|(nr, decided)| decided.feit(nr, last.recorded_at, actor)).collect())
}

fn described(dossier: &Dossier) -> Result<(), TestCaseError> {
    let cases: BTreeSet<Onderwerp> = dossier.onderwerpen().collect();
    for feit in &dossier.feiten {
        let Some(event) = feit.gebeurtenis() else { continue };
        let zin = teksten::Taal::Nl.zeg(event.zin());
        prop_assert!(!zin.is_empty() && !zin.contains('_'), "{}: {zin}", event.event_type());
        if let Some(onderwerp) = event.onderwerp() {
            prop_assert!(cases.contains(&onderwerp), "{} is about no case: {onderwerp}", event.event_type());
        }
    }
    Ok(())
}

/// Nothing that holds for a time ends before it begins.
fn periods(dossier: &Dossier) -> Result<(), TestCaseError> {
    for inschrijving in &dossier.inschrijvingen {
        prop_assert!(inschrijving.tot.is_none_or(|tot| inschrijving.van <= tot), "{inschrijving:?}");
    }
    for aanmelding in &dossier.aanmeldingen {
        for opschorting in &aanmelding.opschortingen {
            prop_assert!(opschorting.uitnodiging_op <= opschorting.tot_en_met, "{opschorting:?}");
            let ended = opschorting.geeindigd_op;
            prop_assert!(ended.is_none_or(|ended| opschorting.uitnodiging_op <= ended), "{opschorting:?}");
        }
    }
    Ok(())
}

/// The numbers of facts about a registration whose payload carries a term or the right to a temporary place.
fn carrying(dossier: &Dossier, nr: u32) -> BTreeSet<u64> {
    let carries = |event: &Gebeurtenis| {
        let payload: serde_json::Value = serde_json::from_slice(&event.encode().unwrap()).unwrap();
        event.onderwerp() == Some(Onderwerp::Aanmelding(nr))
            && (payload.get("termijn").is_some() || payload.get("tijdelijk_recht").is_some())
    };
    let facts = dossier.feiten.iter().filter(|feit| feit.gebeurtenis().is_some_and(carries));
    facts.map(|feit| feit.volgnummer).collect()
}

/// A corrected day of receipt corrects every fact that carries a term; answers which kinds of fact those were.
fn recomputed(zaak: &Zaak) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    for dossier in growing(zaak) {
        for aanmelding in &dossier.aanmeldingen {
            let opened = dossier.feit(aanmelding.volgnummer).unwrap();
            let ontvangen_op = dates::plus_days(aanmelding.ontvangen_op, -1).unwrap();
            let act = CorrigeerOntvangst::op_dag(aanmelding, ontvangen_op, "poststempel");
            let school = Actor { organisatie: aanmelding.vestiging.organisatie(), ..opened.actor.clone() };
            let Some(decided) = ask(zaak, &dossier, &school, act) else { continue };
            let corrected = decided.iter().filter_map(|feit| match feit.gebeurtenis() {
                Some(Gebeurtenis::Gecorrigeerd(correction)) => Some(correction.volgnummer),
                _ => None,
            });
            let corrected: BTreeSet<u64> = corrected.collect();
            assert_eq!(corrected, carrying(&dossier, aanmelding.nr));
            let kind = |nr: &u64| dossier.feit(*nr).unwrap().inhoud.event_type().to_owned();
            kinds.extend(corrected.iter().map(kind));
        }
    }
    kinds
}

#[test]
fn a_corrected_day_of_receipt_reaches_every_fact_that_carries_a_term() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut kinds = BTreeSet::new();
    for zaak in verhalen::alle() {
        kinds.extend(recomputed(&zaak));
    }
    for _ in 0..20 {
        let walk = stappen(60).new_tree(&mut runner).expect("a walk").current();
        kinds.extend(recomputed(&loop_door(&walk)));
    }
    for kind in ["aangemeld", "informatie_gevraagd", "informatie_ontvangen", "beslistermijn_verlengd"] {
        assert!(kinds.contains(kind), "no file had {kind}: {kinds:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_fact_has_a_sentence_and_its_case_stands_in_the_file(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        for dossier in growing(&zaak) {
            described(&dossier)?;
            periods(&dossier)?;
        }
    }

    #[test]
    fn a_fact_that_is_replaced_by_itself_changes_nothing(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        for feit in &zaak.dossier.feiten {
            let Some(same) = feit.gebeurtenis().and_then(|event| event.daad(&zaak.dossier)) else { continue };
            let act = Corrigeer { volgnummer: feit.volgnummer, waarom: "toch goed".into(), nieuw: Some(Box::new(same)) };
            let Some(decided) = ask(&zaak, &zaak.dossier, &feit.actor, act) else { continue };
            prop_assert_eq!(decided.len(), 1);
            prop_assert_eq!(&decided[0].holder, &feit.holder, "a correction stands with what it corrects");
            let mut after = zaak.dossier.clone();
            for correction in decided {
                after.apply(correction);
            }
            let before = Dossier { versie: after.versie, feiten: after.feiten.clone(), ..zaak.dossier.clone() };
            prop_assert_eq!(after, before);
        }
    }

    #[test]
    fn what_cannot_be_corrected_is_refused_and_what_can_be_taken_back_leaves_no_trace_but_the_history(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        for feit in &zaak.dossier.feiten {
            let Some(event) = feit.gebeurtenis() else { continue };
            let act = Corrigeer { volgnummer: feit.volgnummer, waarom: "vergissing".into(), nieuw: None };
            let Some(decided) = ask(&zaak, &zaak.dossier, &feit.actor, act) else { continue };
            prop_assert!(event.terug_te_nemen().is_some(), "{} was taken back", event.event_type());
            // What an act recorded at once is taken back at once.
            let back: BTreeSet<u64> = decided.iter().filter_map(|fact| match fact.gebeurtenis()? {
                Gebeurtenis::Gecorrigeerd(correction) => Some(correction.volgnummer),
                _ => None,
            }).collect();
            prop_assert!(back.contains(&feit.volgnummer));
            let mut after = zaak.dossier.clone();
            for correction in decided {
                after.apply(correction);
            }
            let without = |other: &&std::sync::Arc<Feit>| !back.contains(&other.volgnummer);
            let never = after.feiten.iter().filter(without).map(|feit| (**feit).clone());
            let never = Dossier::replay(after.nummer.clone(), never);
            prop_assert_eq!(after.inschrijvingen, never.inschrijvingen);
            prop_assert_eq!(after.leerling, never.leerling);
            prop_assert_eq!(after.contacten, never.contacten);
        }
    }
}
