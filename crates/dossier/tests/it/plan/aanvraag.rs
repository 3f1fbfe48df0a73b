//! A request draws on the plan: nothing of it is typed again.

use dossier::soort::TlvSoort;
use dossier::tlv::checklist::{self, Bekend, Stand, TlvInvoer};

use super::*;
use crate::gegeven::start;

/// What of a plan answers a request.
const POINTS: [&str; 3] = ["ontwikkelingsperspectief", "ondersteuningsbehoefte", "inzet_tot_nu_toe"];

/// Of each of these points what the file knows of it.
fn known(zaak: &Zaak) -> [Option<Bekend>; 3] {
    let all = checklist::tlv(&zaak.dossier, zaak.aanvraag(), &TlvInvoer::default(), &zaak.ctx()).punten;
    POINTS.map(|code| {
        let punt = all.iter().find(|punt| punt.code == code).expect("asked");
        match &punt.stand {
            Stand::Bekend(known) => Some(known.clone()),
            Stand::Ingevuld | Stand::Gezegd(_) | Stand::Ontbreekt | Stand::NietNodig(_) => None,
        }
    })
}

#[test]
fn an_adopted_plan_is_the_document_and_says_what_the_pupil_needs_and_what_came_of_the_help() {
    let mut zaak = vastgesteld();
    zaak.op("2026-05-26");
    let over = cyclus(1, &zaak);
    zaak.doe(over).doe(start(TlvSoort::Sbo));
    let [Some(plan), Some(need), Some(done)] = known(&zaak) else { panic!("{:?}", known(&zaak)) };
    for said in
        ["vmbo, basisberoepsgerichte leerweg", "Veel geluid leidt Sam af.", "Sam leest zelf een bladzijde."]
    {
        assert!(plan.waarde.contains(said), "{said} is not in {}", plan.waarde);
    }
    assert_eq!(
        need.waarde,
        "Belemmerende factoren: Veel geluid leidt Sam af.\nBevorderende factoren: Vaste gezichten helpen.\n\
         Hulp: Drie keer in de week lezen in een klein groepje."
    );
    assert_eq!(
        done.waarde,
        "Hulp: Drie keer in de week lezen in een klein groepje.\n\
         di 26 mei 2026: Sam leest zelf een bladzijde. voor een deel behaald. Een halve bladzijde."
    );
    assert_eq!(plan.op, d("2026-03-02"), "the day of the adoption");
    // Words that somebody types mean it.
    let typed = TlvInvoer {
        antwoorden: [("ondersteuningsbehoefte".to_owned(), "Rust.".to_owned())].into(),
        ..TlvInvoer::default()
    };
    let lijst = checklist::tlv(&zaak.dossier, zaak.aanvraag(), &typed, &zaak.ctx());
    let need = lijst.punten.iter().find(|punt| punt.code == "ondersteuningsbehoefte").map(|punt| &punt.stand);
    assert_eq!(need, Some(&Stand::Ingevuld));
}

#[test]
fn a_plan_that_is_not_adopted_or_that_the_law_does_not_know_answers_nothing() {
    let mut small = ingeschreven();
    small.doe(begin(WATERJUFFER, Plansoort::Handelingsplan)).doe(concept(1)).doe(vast(1));
    let mut ended = een_jaar();
    for zaak in [&mut ligt_voor(), &mut small, &mut ended] {
        zaak.doe(start(TlvSoort::Sbo));
        assert_eq!(known(zaak), [None, None, None]);
    }
}

#[test]
fn what_was_adopted_without_agreement_says_so_and_tells_of_no_help_that_does_not_hold() {
    let mut zaak = ligt_voor();
    let no = weiger(&zaak, 1, 1, true);
    zaak.doe(no).doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true }).doe(start(TlvSoort::Sbo));
    let [Some(plan), Some(need), None] = known(&zaak) else { panic!("{:?}", known(&zaak)) };
    assert!(plan.waarde.contains("Zonder instemming met het handelingsdeel."));
    assert!(!plan.waarde.contains("Drie keer in de week") && !need.waarde.contains("Drie keer in de week"));
}
