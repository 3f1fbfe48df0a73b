//! What can be done with a case is said in one place: every act of a case has its row there, and what `decide` takes is offered.

use base::dates;
use dossier::beurt::{Beurt, Onderwerp};
use dossier::opdracht::Opdrachtnaam;
use dossier::toegang::Kijker;
use dossier::{Actor, Dossier, Opdracht};
use proptest::prelude::*;

use crate::PROEVEN;
use crate::gegeven::{
    IJSVOGEL, NUMMER, SWV_PO, WATERJUFFER, Zaak, aangemeld, besluitnemer, d, directie, geadviseerd, ib,
    in_gebreke, loket, maak_bekend, matrix, verleen, verleend,
};
use crate::wandeling::{keuzes, loop_door, stappen};

/// The kinds of case of which an act has the number: none of an act about the child, or about a fact by its number.
fn soort_van(daad: Opdrachtnaam, dossier: &Dossier) -> Option<Onderwerp> {
    daad.zaak(dossier, Some(1))
}

#[test]
fn every_act_of_a_case_has_its_row_and_every_row_is_of_an_act_of_that_case() {
    let dossier = Dossier::new(NUMMER.parse().expect("a number"));
    let mut with_row: Vec<Opdrachtnaam> = Vec::new();
    for onderwerp in Onderwerp::van_elke_soort(1) {
        let rows = onderwerp.daden();
        assert!(!rows.is_empty(), "{onderwerp}: nothing can be done with it");
        for (at, daad) in rows.iter().enumerate() {
            assert!(!rows[..at].contains(daad), "{}: two rows", daad.naam());
            // A report to the Inspectie is of a removal, or of a suspension that it names itself.
            let other = *daad == Opdrachtnaam::MeldAanInspectie;
            assert!(other || soort_van(*daad, &dossier) == Some(onderwerp), "{} of {onderwerp}", daad.naam());
        }
        with_row.extend(rows);
    }
    for daad in Opdrachtnaam::ALL {
        if let Some(onderwerp) = soort_van(*daad, &dossier) {
            let row = onderwerp.daden().contains(daad);
            assert!(row, "{}: no row among the acts of {} (mogelijk.rs)", daad.naam(), onderwerp.soort());
        }
    }
    assert!(with_row.len() > 40, "{} rows", with_row.len());
}

/// What `decide` and access take of these is offered.
fn taken_is_offered(zaak: &Zaak, all: Vec<(Actor, Opdracht)>) -> Result<usize, TestCaseError> {
    let betrokken = zaak.dossier.betrokkenen();
    let mut taken = 0;
    for (wie, opdracht) in all {
        let kijker = Kijker::from(wie.clone());
        if !matrix().mag(&kijker, &betrokken, opdracht.naam(), zaak.vandaag).toegestaan {
            continue;
        }
        let mut asked = zaak.clone();
        asked.als(wie.clone());
        if asked.vraag(opdracht.clone()).is_ok() {
            let (naam, op) = (opdracht.naam(), zaak.vandaag);
            prop_assert!(
                zaak.biedt(&wie, &opdracht),
                "{naam} on {op} by {wie:?}: decide takes it, nobody offers it: {opdracht:?}"
            );
            taken += 1;
        }
    }
    Ok(taken)
}

/// With what whoever has a turn takes it.
fn of_turns(zaak: &Zaak) -> Vec<(Actor, Opdracht)> {
    let open = |beurt: &Beurt| beurt.is_open(zaak.vandaag);
    let beurten = zaak.dossier.beurten().into_iter().filter(open);
    let acts = beurten.flat_map(|beurt| {
        let by = crate::beurt_kan::houder(&beurt);
        let acts = PROEVEN.iter().flat_map(|proef| (proef.neemt)(zaak, &beurt)).collect::<Vec<_>>();
        acts.into_iter().map(move |act| (by.clone(), act))
    });
    acts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_a_walk_can_do_next_is_offered(steps in stappen(60), variant in any::<u8>(), days in 0..90_i32) {
        let mut zaak = loop_door(&steps);
        zaak.vandaag = dates::plus_days(zaak.vandaag, days).expect("a day");
        taken_is_offered(&zaak, keuzes(&zaak, variant))?;
    }

    #[test]
    fn with_what_a_turn_is_taken_is_offered(steps in stappen(60)) {
        let zaak = loop_door(&steps);
        taken_is_offered(&zaak, of_turns(&zaak))?;
    }
}

#[test]
fn what_can_be_done_next_in_the_stories_is_offered() {
    let mut taken = 0;
    for zaak in crate::verhalen::alle() {
        let next = [of_turns(&zaak), keuzes(&zaak, 1), keuzes(&zaak, 2), keuzes(&zaak, 3)].concat();
        taken += taken_is_offered(&zaak, next).unwrap_or_else(|fault| panic!("{fault}"));
    }
    assert!(taken > 100, "there was something to do: {taken}");
}

#[test]
fn a_school_is_offered_nothing_in_the_case_of_another_but_to_tell_of_a_refusal() {
    let zaak = aangemeld();
    let over = Onderwerp::Aanmelding(1);
    let here = zaak.dossier.mogelijk(over, &ib(WATERJUFFER), zaak.vandaag);
    assert!(here.contains(&Opdrachtnaam::LaatToe) && here.contains(&Opdrachtnaam::Weiger), "{here:?}");
    // Nothing was asked or offered: nobody answers.
    assert!(
        !here.contains(&Opdrachtnaam::OntvangInformatie) && !here.contains(&Opdrachtnaam::AanvaardAanbod)
    );
    let elsewhere = zaak.dossier.mogelijk(over, &ib(IJSVOGEL), zaak.vandaag);
    assert_eq!(elsewhere, [Opdrachtnaam::MeldFeitelijkeWeigering]);
}

#[test]
fn a_declaration_is_withdrawn_by_who_gave_it_and_goes_on_at_the_school() {
    let zaak = verleend();
    let over = Onderwerp::Aanvraag(1);
    let at = |wie: &Actor| zaak.dossier.mogelijk(over, wie, zaak.vandaag);
    assert!(at(&loket(SWV_PO)).contains(&Opdrachtnaam::TrekTlvIn));
    assert!(!at(&ib(WATERJUFFER)).contains(&Opdrachtnaam::TrekTlvIn));
    assert!(!at(&loket(SWV_PO)).contains(&Opdrachtnaam::NeemBesluit), "decided, and made known");
    assert_eq!(zaak.dossier.mogelijk(Onderwerp::Aanvraag(9), &loket(SWV_PO), zaak.vandaag), []);
}

#[test]
fn a_notice_of_default_that_came_before_the_decision_was_known_can_be_recorded_after_it() {
    let offered = |zaak: &Zaak| {
        let now = zaak.dossier.mogelijk(Onderwerp::Aanvraag(1), &loket(SWV_PO), zaak.vandaag);
        now.contains(&Opdrachtnaam::OntvangIngebrekestelling)
    };
    // Given a request that was decided after its last day, and made known.
    let mut zaak = geadviseerd();
    zaak.op("2026-05-04").als(besluitnemer(SWV_PO)).doe(verleen());
    assert!(offered(&zaak), "nobody knows of the decision yet");
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-05-04")));
    // When a notice of before turns up, then it is offered, and taken.
    zaak.op("2026-05-06");
    assert!(offered(&zaak));
    zaak.doe(in_gebreke("2026-04-29"));
    // A decision that was in time leaves nothing to be late with.
    assert!(!offered(&verleend()));
}

#[test]
fn after_a_death_nothing_is_offered_in_a_case() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    let over = Onderwerp::Aanmelding(1);
    assert!(!zaak.dossier.mogelijk(over, &ib(WATERJUFFER), zaak.vandaag).is_empty());
    let op = zaak.vandaag;
    zaak.als(directie(WATERJUFFER));
    zaak.doe(dossier::leven::opdracht::MeldOverlijden {
        wie: dossier::leven::feiten::Overledene::Leerling,
        op,
    });
    assert_eq!(zaak.dossier.mogelijk(over, &ib(WATERJUFFER), zaak.vandaag), []);
}
