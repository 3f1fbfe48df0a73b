//! Corrections after random walks: whatever may be put right leaves a file that replays, tells and asks as any other.

use std::sync::Arc;

use base::dates;
use dossier::aanmelding::feiten::Toegelaten;
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::{Ingeschreven, PersoonVerbonden, Uitgeschreven};
use dossier::{Dossier, Feit, Gebeurtenis, Refusal};
use proptest::prelude::*;

use crate::gegeven::{Zaak, nl};
use crate::verbeteringen::als_daad;
use crate::wandeling::{loop_door, stappen};

/// The same fact so many days earlier or later; none where it names no day that may be wrong.
fn verschoven(event: &Gebeurtenis, days: i32) -> Option<Gebeurtenis> {
    let moved = |day| dates::plus_days(day, days);
    Some(match event.clone() {
        Gebeurtenis::DossierGeopend(event) => {
            DossierGeopend { geboortedatum: moved(event.geboortedatum)?, ..Arc::unwrap_or_clone(event) }
                .into()
        }
        Gebeurtenis::PersoonVerbonden(event) => {
            PersoonVerbonden { van: moved(event.van)?, ..Arc::unwrap_or_clone(event) }.into()
        }
        Gebeurtenis::Ingeschreven(event) => {
            Ingeschreven { per: moved(event.per)?, ..Arc::unwrap_or_clone(event) }.into()
        }
        Gebeurtenis::Uitgeschreven(event) => {
            Uitgeschreven { per: moved(event.per)?, ..Arc::unwrap_or_clone(event) }.into()
        }
        _ => return None,
    })
}

/// The same admission so many days earlier or later.
fn toegelaten(event: &Gebeurtenis, days: i32) -> Option<Gebeurtenis> {
    let Gebeurtenis::Toegelaten(admitted) = event.clone() else { return None };
    let per = dates::plus_days(admitted.per, days)?;
    Some(Toegelaten { per, ..Arc::unwrap_or_clone(admitted) }.into())
}

/// Corrects, as whoever recorded it, what may be corrected of the facts that were chosen; answers how many corrections that took.
fn verbeter(zaak: &mut Zaak, keuzes: &[(usize, i32)]) -> usize {
    let mut done = 0;
    for (which, days) in keuzes {
        let feit = zaak.dossier.feiten[which % zaak.dossier.feiten.len()].clone();
        let Some(nieuw) = feit.gebeurtenis().and_then(|event| verschoven(event, *days)) else { continue };
        let nieuw = als_daad(nieuw);
        let act = Corrigeer { volgnummer: feit.volgnummer, waarom: "verkeerde datum".into(), nieuw };
        zaak.als(feit.actor.clone());
        if zaak.probeer(&act.into()).is_ok() {
            done += zaak.nieuw.len();
        }
    }
    done
}

fn keuzes() -> impl Strategy<Value = Vec<(usize, i32)>> {
    proptest::collection::vec((any::<usize>(), -60..60_i32), 1..8)
}

/// What pages compute of any file, and what holds in it.
fn heel(zaak: &Zaak) -> Result<(), TestCaseError> {
    let dossier = &zaak.dossier;
    let facts = dossier.feiten.iter().map(|feit| (**feit).clone());
    prop_assert_eq!(&Dossier::replay(dossier.nummer.clone(), facts), dossier, "a replay gives the same file");
    for line in dossier.tijdlijn() {
        prop_assert!(!nl(&line.tekst).is_empty());
        prop_assert_eq!(line.verbeterd, dossier.correction(line.volgnummer).is_some());
    }
    for beurt in dossier.beurten() {
        prop_assert!(beurt.tot.is_none_or(|tot| beurt.van < tot), "a turn that never is: {beurt:?}");
    }
    let mut open: Vec<_> =
        dossier.beurten().into_iter().filter(|beurt| beurt.is_open(zaak.vandaag)).collect();
    let count = open.len();
    open.dedup_by_key(|beurt| (beurt.zet, beurt.onderwerp, beurt.persoon.clone()));
    prop_assert_eq!(open.len(), count, "one step, one turn");
    for inschrijving in &dossier.inschrijvingen {
        prop_assert!(inschrijving.tot.is_none_or(|tot| inschrijving.van <= tot), "{inschrijving:?}");
    }
    prop_assert!(dossier.personen.iter().all(|persoon| persoon.nr > 0));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_file_in_which_days_were_corrected_replays_and_tells_as_any_other(
        stappen in stappen(50), keuzes in keuzes(),
    ) {
        let mut zaak = loop_door(&stappen);
        let before = zaak.dossier.feiten.clone();
        let done = verbeter(&mut zaak, &keuzes);
        prop_assert_eq!(zaak.dossier.feiten.len(), before.len() + done);
        prop_assert_eq!(&zaak.dossier.feiten[..before.len()], &before[..], "what was recorded stays");
        heel(&zaak)?;
    }

    #[test]
    fn a_file_of_before_is_corrected_as_one_that_says_by_which_act(stappen in stappen(50), days in -20..20_i32) {
        let mut zaak = loop_door(&stappen);
        let facts = zaak.dossier.feiten.iter().map(|feit| Feit { daad: None, ..(**feit).clone() });
        let before = Dossier::replay(zaak.dossier.nummer.clone(), facts);
        for feit in zaak.dossier.feiten.clone() {
            let Some(event) = feit.gebeurtenis() else { continue };
            zaak.als(feit.actor.clone());
            let moved = verschoven(event, days).or_else(|| toegelaten(event, days));
            for nieuw in [None, moved.and_then(als_daad)] {
                let (volgnummer, waarom) = (feit.volgnummer, "verkeerde datum".to_owned());
                let act = Corrigeer { volgnummer, waarom, nieuw }.into();
                let said = |dossier: &Dossier| {
                    let decided = dossier.decide(&act, &zaak.ctx())?;
                    Ok::<_, Refusal>(decided.into_iter().map(|one| one.gebeurtenis).collect::<Vec<_>>())
                };
                prop_assert_eq!(said(&before), said(&zaak.dossier), "{:?}", event);
            }
        }
    }

    #[test]
    fn a_corrected_day_of_receipt_leaves_a_file_that_replays(stappen in stappen(50), back in 1..40_i32) {
        let mut zaak = loop_door(&stappen);
        for aanmelding in zaak.dossier.aanmeldingen.clone() {
            let Some(ontvangen_op) = dates::plus_days(aanmelding.ontvangen_op, -back) else { continue };
            let act = CorrigeerOntvangst { recht_vervalt: true, ..CorrigeerOntvangst::op_dag(&aanmelding, ontvangen_op, "de bus") };
            zaak.als(crate::gegeven::ib(crate::gegeven::WATERJUFFER));
            let moved = zaak.probeer(&act.into()).is_ok();
            prop_assert_eq!(moved, !aanmelding.fase().is_final(), "{:?}", aanmelding.fase());
            let now = zaak.dossier.aanmelding(aanmelding.nr).expect("still there");
            if moved {
                prop_assert_eq!(now.ontvangen_op, ontvangen_op);
                prop_assert_eq!(now.fase(), aanmelding.fase(), "only days change");
                let (was, is) = (aanmelding.termijn.uitkomst.uiterlijk, now.termijn.uitkomst.uiterlijk);
                prop_assert!(is <= was, "an earlier receipt never gives a later last day");
            }
        }
        heel(&zaak)?;
    }

    #[test]
    fn no_date_of_birth_makes_a_pupil_act_in_a_case_that_runs(stappen in stappen(50), days in 1..6000_i32) {
        let mut zaak = loop_door(&stappen);
        let feit = zaak.dossier.feiten[0].clone();
        let Some(moved) = feit.gebeurtenis().and_then(|event| verschoven(event, -days)) else { return Ok(()) };
        let act = Corrigeer { volgnummer: 1, waarom: "verkeerde datum".into(), nieuw: als_daad(moved) };
        let runs = zaak.dossier.zaken().any(|zaak| !zaak.afgelopen);
        let before = zaak.dossier.clone();
        let within = dates::plus_months(zaak.vandaag, 12).expect("a day");
        zaak.als(feit.actor.clone());
        if zaak.probeer(&act.into()).is_ok() && runs && before.gezag_op(zaak.vandaag).next().is_some() {
            prop_assert_eq!(zaak.dossier.handelt_zelf(within), before.handelt_zelf(within));
        }
    }

    #[test]
    fn a_correction_and_its_undoing_leave_the_file_as_it_was(stappen in stappen(50), which: usize, days in 1..60_i32) {
        let mut zaak = loop_door(&stappen);
        let feit = zaak.dossier.feiten[which % zaak.dossier.feiten.len()].clone();
        let event = feit.gebeurtenis().expect("readable").clone();
        let Some(moved) = verschoven(&event, -days) else { return Ok(()) };
        let before = zaak.dossier.clone();
        let put = |nieuw: Gebeurtenis| Corrigeer {
            volgnummer: feit.volgnummer,
            waarom: "verkeerde datum".into(),
            nieuw: als_daad(nieuw),
        };
        zaak.als(feit.actor.clone());
        if zaak.probeer(&put(moved).into()).is_ok() {
            zaak.doe(put(event));
            let after = Dossier { versie: before.versie, feiten: before.feiten.clone(), ..zaak.dossier.clone() };
            prop_assert_eq!(after, before);
        }
    }
}
