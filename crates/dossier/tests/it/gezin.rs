//! What a family is told of its cases, in every story: what goes on, what was decided, what is asked.

use base::Date;
use dossier::beurt::Zet;
use dossier::proces::Onderwerp;
use dossier::staat::TlvFase;
use dossier::{Dossier, Feit, Rol};
use teksten::Taal;

use crate::PROEVEN;
use crate::gegeven::{d, hoort};

/// Every story as it stands after each of its facts.
fn moments() -> impl Iterator<Item = Dossier> {
    let stories = PROEVEN.iter().flat_map(|proef| (proef.verhalen)());
    stories.flat_map(|zaak| {
        let (nummer, facts) = (zaak.dossier.nummer.clone(), zaak.dossier.feiten.clone());
        (1..=facts.len()).map(move |count| {
            Dossier::replay(nummer.clone(), facts.iter().take(count).map(|feit| Feit::clone(feit)))
        })
    })
}

/// The day of the last fact.
fn last_day(dossier: &Dossier) -> Date {
    dossier.feiten.last().map_or(Date::MIN, |feit| feit.on)
}

#[test]
fn of_a_case_that_ended_nothing_goes_on_and_of_one_that_runs_something_does() {
    let (mut ended, mut running) = (0, 0);
    for dossier in moments() {
        let told: Vec<Onderwerp> = dossier
            .zaken
            .verlopen("Sam", last_day(&dossier))
            .into_iter()
            .map(|(onderwerp, _)| onderwerp)
            .collect();
        for case in dossier.zaken() {
            let is_told = told.contains(&case.onderwerp);
            if case.afgelopen {
                assert!(!is_told, "{}", case.onderwerp);
                ended += 1;
            }
            running += usize::from(is_told);
        }
    }
    assert!(ended > 3 && running > 3, "{ended} ended, {running} running");
}

#[test]
fn a_declaration_that_was_made_known_is_told_without_a_day_to_act_by() {
    let mut granted = 0;
    for dossier in moments() {
        for (onderwerp, verloop) in dossier.zaken.verlopen("Sam", last_day(&dossier)) {
            let Onderwerp::Aanvraag(nr) = onderwerp else { continue };
            let fase = dossier.aanvraag(nr).unwrap().fase();
            // Nor does a day run on which a family hears anything before the request was sent.
            let without = [TlvFase::VerleendBekend, TlvFase::Gestart].contains(&fase);
            assert_eq!(verloop.met_dag, !without, "{onderwerp}");
            granted += usize::from(fase == TlvFase::VerleendBekend);
        }
    }
    assert!(granted > 0, "a story has one");
}

#[test]
fn a_decision_on_a_request_is_told_once_it_was_made_known() {
    for dossier in moments() {
        for aanvraag in &dossier.aanvragen {
            let told = dossier.zaken.alleen(|case| case == Onderwerp::Aanvraag(aanvraag.nr));
            let told = told.beslissingen("Sam");
            assert_eq!(
                told.len(),
                usize::from(aanvraag.bekendmaking.is_some() || aanvraag.buiten_behandeling.is_some())
            );
        }
    }
}

#[test]
fn what_is_asked_of_a_family_stands_with_its_turns_and_with_no_other() {
    for zet in Zet::ALL {
        let of_family = matches!(zet.rol(), Rol::Ouder | Rol::Leerling);
        assert_eq!(zet.vraag().is_some(), of_family, "{zet:?}");
    }
}

/// Of a pupil for whom the Leerplichtwet does not hold no other school is looked for (WVO 2020 8.15(2)).
#[test]
fn a_family_is_told_of_a_search_for_another_school_only_where_one_is_needed() {
    for (born, searches) in [("2012-03-12", true), ("2007-11-20", false)] {
        let mut zaak = crate::overleg::voorgenomen(born);
        zaak.op("2026-03-09");
        let heard = hoort(&zaak, 1);
        zaak.doe(heard);
        let running = zaak.dossier.zaken.verlopen("Sam", d("2026-03-10"));
        let told: Vec<String> = running.iter().map(|(_, verloop)| Taal::Nl.zeg(&verloop.wat)).collect();
        let said = told.concat();
        assert_eq!(said.contains("zoekt nu een andere school"), searches, "{born}: {said}");
        assert_eq!(said.contains("hoeft er volgens de wet niet te zijn"), !searches, "{born}: {said}");
    }
}
