//! Until a decision is made known nobody but the partnership reads what was decided: not in a refusal, not in a turn, not in the file
//! as they know it (Awb 3:40).

use base::Date;
use dossier::beurt::Onderwerp;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::besluit::{NeemBesluit, Uitspraak};
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use dossier::{Actor, Opdracht};
use proptest::prelude::*;

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, besluitnemer, d, deskundige, directie, geadviseerd, ib, loket,
    maak_bekend, matrix, ouder, verleen, voornemen,
};
use crate::willekeur::{eerste, vulling};

/// Decided, and not made known; or made known on a later day.
fn besloten(uitspraak: Uitspraak, bekend_op: Option<Date>) -> Zaak {
    let mut zaak = geadviseerd();
    let besluit = NeemBesluit { uitspraak, afwijking: "Sbo past, en elders niet.".into(), ..verleen() };
    zaak.als(besluitnemer(SWV_PO)).doe(besluit);
    if let Some(op) = bekend_op {
        zaak.als(loket(SWV_PO)).doe(maak_bekend(op));
    }
    zaak
}

fn paren() -> Vec<(Zaak, Zaak)> {
    let both = |op| (besloten(verleen().uitspraak, op), besloten(Uitspraak::Weiger, op));
    vec![both(None), both(Some(d("2026-03-05")))]
}

fn buiten() -> Vec<Actor> {
    vec![ib(WATERJUFFER), directie(WATERJUFFER), ib(LIBEL), ouder()]
}

#[test]
fn a_school_that_takes_back_what_was_decided_hears_that_it_was_and_not_what() {
    for (granted, refused) in paren() {
        for mut zaak in [granted, refused] {
            let back = TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() };
            zaak.als(ib(WATERJUFFER))
                .weigert(back)
                .met("al_besloten")
                .kan_wel(&sleutels::tlv::besluit_afwachten());
        }
    }
}

#[test]
fn what_others_know_of_the_file_and_whose_turn_it_is_tell_no_yes_from_a_no() {
    for (granted, refused) in paren() {
        for actor in [buiten(), vec![deskundige("p-kauw")]].concat() {
            let told = |zaak: &Zaak| {
                let (file, on) = (&zaak.dossier, zaak.vandaag);
                let recht = matrix().leesrecht(&actor.clone().into(), file, &file.betrokkenen(), on);
                let known = file.voor(&recht).into_owned();
                let open =
                    file.beurten().into_iter().filter(|beurt| beurt.is_open(on) && recht.ziet_beurt(beurt));
                let later = known.beurten();
                (known.aanvragen.clone(), open.map(|beurt| (beurt.zet, beurt.van)).collect::<Vec<_>>(), later)
            };
            assert_eq!(told(&granted), told(&refused), "{actor:?}");
        }
    }
}

#[test]
fn no_act_is_offered_before_what_it_follows_on_is_known() {
    let refused = besloten(Uitspraak::Weiger, Some(d("2026-03-05")));
    let offered = |op: &str| {
        let can = refused.dossier.mogelijk(Onderwerp::Aanvraag(1), &ib(WATERJUFFER), d(op));
        can.contains(&Opdrachtnaam::BepaalVervolg)
    };
    assert!(!offered("2026-03-04") && offered("2026-03-05"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_act_of_a_school_or_a_parent_is_answered_by_what_was_decided(vulling in vulling()) {
        for (mut granted, mut refused) in paren() {
            for actor in buiten() {
                granted.als(actor.clone());
                refused.als(actor);
                for opdracht in eerste(&vulling) {
                    let opdracht: Opdracht = opdracht;
                    // Whether a fact of the partnership can be taken back is asked of who reads it.
                    if matches!(opdracht, Opdracht::Corrigeer(_)) { continue; }
                    prop_assert_eq!(
                        granted.vraag(opdracht.clone()), refused.vraag(opdracht.clone()), "{}", opdracht.naam()
                    );
                }
            }
        }
    }
}

#[test]
fn a_decision_is_made_known_in_its_own_case_whatever_other_case_has_the_same_number() {
    let mut zaak = besloten(verleen().uitspraak, None);
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, base::Sector::Po));
    let aanvraag = Onderwerp::Aanvraag(1);
    let others = || Onderwerp::van_elke_soort(1).filter(|onderwerp| *onderwerp != aanvraag);
    assert_eq!(zaak.dossier.bekend(aanvraag), None);
    let decided = zaak.dossier.besluit_in(aanvraag).expect("it was decided").volgnummer;
    let today = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(today));
    let known = zaak.dossier.bekend(aanvraag).expect("it is made known");
    assert_eq!((known.op, known.ingetrokken), (today, false));
    assert!(known.met > decided);
    assert!(others().all(|other| zaak.dossier.bekend(other).is_none()));
    assert!(others().all(|other| zaak.dossier.besluit_in(other).is_none()));
}
