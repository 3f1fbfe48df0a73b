//! After an admission: the child came, or came after all, on a day that can be put right; and the plan that the letter promised by a day.

use dossier::Gebeurtenis;
use dossier::aanmelding::gekomen::MeldGekomen;
use dossier::aanmelding::opp::MeldOpp;
use dossier::algemeen::correctie::Corrigeer;

use crate::gegeven::{Zaak, aangemeld, behoefte_vastgesteld, d, laat_toe, niet_gekomen};

fn came(op: &str) -> MeldGekomen {
    MeldGekomen { aanmelding: 1, op: d(op) }
}

fn last_fact(zaak: &Zaak) -> u64 {
    zaak.dossier.feiten.last().expect("a fact").volgnummer
}

/// What the timeline says of the coming.
fn sentence(zaak: &Zaak) -> sleutels::Tekst {
    let came = zaak.nieuw.iter().find(|event| matches!(event, Gebeurtenis::Gekomen(_)));
    came.expect("it came").zin()
}

#[test]
fn who_simply_came_did_not_come_after_all() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-03-10").doe(came("2026-03-09"));
    assert_eq!(sentence(&zaak), sleutels::aanmelding::Gekomen { op: d("2026-03-09") }.tekst());
    let mut missed = aangemeld();
    missed.doe(laat_toe("2026-03-09")).op("2026-03-09").doe(niet_gekomen("2026-03-09", "2026-03-16"));
    missed.op("2026-03-12").doe(came("2026-03-11"));
    assert_eq!(sentence(&missed), sleutels::aanmelding::AlsnogGekomen { op: d("2026-03-11") }.tekst());
}

#[test]
fn the_day_on_which_a_child_came_can_be_put_right_and_taken_back_gives_the_turn_again() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-03-11").doe(came("2026-03-11"));
    assert_eq!(zaak.aan_zet(), []);
    let fact = last_fact(&zaak);
    let right = |nieuw| Corrigeer { volgnummer: fact, waarom: "Verkeerde dag getypt.".into(), nieuw };
    zaak.doe(right(Some(Box::new(came("2026-03-10").into()))));
    assert_eq!(zaak.aanmelding().gekomen, Some(d("2026-03-10")));
    zaak.weigert(right(Some(Box::new(came("2026-03-08").into())))).veld("op");
    zaak.doe(right(None));
    assert_eq!(zaak.aanmelding().gekomen, None);
    assert_eq!(zaak.aan_zet(), [("eerste_dag", "ib")], "nobody knows whether the child is there");
}

#[test]
fn a_child_that_is_admitted_into_the_past_is_somebodys_turn_at_once() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-16").doe(laat_toe("2026-03-09"));
    assert_eq!(zaak.aan_zet(), [("eerste_dag", "ib")]);
    zaak.weigert(came("2026-03-08")).veld("op");
    zaak.doe(came("2026-03-09"));
    assert_eq!(zaak.aan_zet(), []);
}

#[test]
fn a_child_that_came_is_not_missed_afterwards() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-03-10").doe(came("2026-03-09"));
    zaak.weigert(niet_gekomen("2026-03-10", "2026-03-16")).met("al_gekomen");
    assert_eq!(zaak.aanmelding().gekomen, Some(d("2026-03-09")));
}

#[test]
fn the_day_that_a_letter_of_admission_promises_for_the_plan_is_a_turn_until_it_is_there() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-03-09"));
    let promised = zaak.nieuw.iter().find_map(|event| match event {
        Gebeurtenis::Toegelaten(admitted) => admitted.opp_uiterlijk.as_ref().and_then(|plan| plan.uitkomst),
        _ => None,
    });
    let promised = promised.expect("a promise");
    assert_eq!(zaak.aanmelding().opp_uiterlijk(), Some(promised));
    let turn = |zaak: &Zaak| {
        let all = zaak.dossier.beurten().into_iter();
        all.filter(|beurt| beurt.zet.code() == "opp_melden").map(|beurt| beurt.uiterlijk).next()
    };
    assert_eq!(turn(&zaak), Some(Some(promised)));
    let plan = |op: &str| MeldOpp { aanmelding: 1, op: d(op) };
    zaak.op("2026-04-02").weigert(plan("2026-04-03")).veld("op");
    zaak.doe(plan("2026-04-01")).weigert(plan("2026-04-01")).met("opp_al_gemeld");
    assert_eq!(turn(&zaak), None);
    // Of a child without a need no letter promised a day.
    let mut plain = aangemeld();
    plain.doe(laat_toe("2026-03-02"));
    assert_eq!(turn(&plain), None);
    plain.weigert(plan("2026-03-02")).met("geen_opp");
}
