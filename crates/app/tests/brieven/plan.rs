//! Letters of a plan: the version to read, the plan that was adopted, and what holds where somebody does not agree.

use documents::Brief;
use dossier::leven::stem::Stem;
use dossier::opdracht::velden::{Rijgroep, Rijplaats, Rijwaarde};
use dossier::plan::concept::{DeelConcept, Doelvelden};
use dossier::plan::feiten::Plandoel;
use dossier::plan::opdracht::{
    LegInbrengVast, LegOverlegVast, LichtToeAanLeerling, StartPlan, StelLeerlingInGelegenheid, StelPlanVast,
    StemIn, WeigerInstemming,
};
use dossier::plan::soort::{Hoorwijze, Plansoort};
use dossier::toegang::Deel;

use crate::wereld::{SCHOOL, Wereld, articles, at, day, ib, readers, text_of};

fn concept() -> DeelConcept {
    DeelConcept {
        plan: 1,
        uit_versie: None,
        bestemming: "vmbo".to_owned(),
        onderbouwing: "Sam leert met de handen.".to_owned(),
        wijkt_af: false,
        afwijkingen: String::new(),
        soort_arbeid: String::new(),
        belemmerend: "Veel geluid leidt af.".to_owned(),
        bevorderend: "Vaste gezichten.".to_owned(),
        begeleiding: "Drie keer in de week samen lezen.".to_owned(),
        van: Some(day("2026-10-05")),
        tot_en_met: Some(day("2027-07-16")),
        cyclus_weken: 10,
        doelen: Vec::new(),
    }
}

async fn begun(soort: Plansoort) -> Wereld {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol();
    let vestiging = SCHOOL.parse().unwrap();
    wereld.silently(&ib(), StartPlan { vestiging, soort, onderwijs: None, uit_plan: None });
    wereld
}

/// Everybody was heard of what lies there.
fn heard(wereld: &mut Wereld) {
    let (plan, op) = (1, wereld.vandaag);
    let asked =
        StelLeerlingInGelegenheid { plan, op, door: "juf Bries".into(), hoe: "in een gesprek".into() };
    let woorden = "Ik wil bij het raam zitten.".to_owned();
    let said = LegInbrengVast { plan, op, zag_af: false, wijze: Some(Hoorwijze::Gesprek), woorden };
    wereld.silently(&ib(), asked);
    wereld.silently(&ib(), said);
    wereld.silently(&ib(), LichtToeAanLeerling { plan, op, invloed: "Sam zit bij het raam.".into() });
    let woorden = "Zij vinden het een goed plan.".to_owned();
    let talk = LegOverlegVast { plan, op, personen: vec![1, 2], waarom_niet: String::new(), woorden };
    wereld.silently(&ib(), talk);
}

fn yes(van: u32) -> StemIn {
    StemIn { plan: 1, van: Stem::Persoon(van), handelingsdeel: 1, namens: true }
}

fn no(van: u32) -> WeigerInstemming {
    WeigerInstemming {
        plan: 1,
        van: Stem::Persoon(van),
        handelingsdeel: 1,
        reden: "Te weinig uren.".to_owned(),
        namens: true,
    }
}

/// A copy to each of these.
fn to(soort: &'static str, people: &[u32]) -> Vec<(&'static str, Vec<u32>, Vec<&'static str>)> {
    people.iter().map(|nr| (soort, vec![*nr], Vec::new())).collect()
}

#[tokio::test]
async fn each_parent_gets_the_version_to_read_with_the_day_by_which_an_answer_is_asked() {
    let mut wereld = begun(Plansoort::Opp).await;
    let letters = wereld.letters(&ib(), concept()).await;
    assert_eq!(readers(&letters), to("plan_concept", &[1, 2]));
    for letter in &letters {
        let Brief::PlanConcept(concept) = &letter.brief else { panic!("{}", letter.brief.soort()) };
        assert!(concept.vraagt_instemming && !concept.bijstelling);
        assert_eq!(concept.antwoord_uiterlijk, day("2026-10-19"));
        assert_eq!(letter.deel, Deel::D, "the most closed part of what it tells");
        let text = text_of(&letter.brief);
        assert!(text.contains("Drie keer in de week samen lezen.") && text.contains("Vaste gezichten."));
        assert!(articles(&letter.brief).contains(&"art. 40a lid 2 WPO".to_owned()));
    }
}

#[tokio::test]
async fn the_plan_that_was_adopted_has_what_the_pupil_said_and_what_was_done_with_it() {
    let mut wereld = begun(Plansoort::Opp).await;
    wereld.silently(&ib(), concept());
    heard(&mut wereld);
    wereld.silently(&ib(), yes(1));
    wereld.silently(&ib(), yes(2));
    let letters = wereld.letters(&ib(), StelPlanVast { plan: 1, zonder_handelingsdeel: false }).await;
    assert_eq!(readers(&letters), to("plan_besluit", &[1, 2]));
    let Brief::PlanBesluit(adopted) = &letters[0].brief else { panic!("{}", letters[0].brief.soort()) };
    assert!(!adopted.zonder_instemming && adopted.geldende_hulp.is_some());
    assert_eq!(adopted.evaluatie_uiterlijk, day("2027-07-31"));
    let text = text_of(&letters[0].brief);
    for said in ["Ik wil bij het raam zitten.", "Sam zit bij het raam.", "Zij vinden het een goed plan."] {
        assert!(text.contains(said), "{said}");
    }
}

#[tokio::test]
async fn who_does_not_agree_alone_reads_what_holds_and_the_adopted_plan_is_without_that_help() {
    let mut wereld = begun(Plansoort::Opp).await;
    wereld.silently(&ib(), concept());
    heard(&mut wereld);
    let letters = wereld.letters(&ib(), no(2)).await;
    assert_eq!(readers(&letters), to("geen_instemming", &[2]));
    let Brief::GeenInstemming(told) = &letters[0].brief else { panic!("{}", letters[0].brief.soort()) };
    assert!(told.geldt_sinds.is_none() && told.met_anderen);
    assert!(!text_of(&letters[0].brief).contains("Te weinig uren."), "the reader knows why");
    wereld.silently(&ib(), no(1));
    let letters = wereld.letters(&ib(), StelPlanVast { plan: 1, zonder_handelingsdeel: true }).await;
    let Brief::PlanBesluit(adopted) = &letters[0].brief else { panic!("{}", letters[0].brief.soort()) };
    assert!(adopted.zonder_instemming && adopted.geldende_hulp.is_none());
    let committee = |route: &documents::Route| route.naam.as_str().contains("Geschillencommissie");
    assert!(adopted.routes.as_slice().iter().any(committee));
    assert!(!text_of(&letters[0].brief).contains("Drie keer in de week"));
}

#[tokio::test]
async fn of_a_plan_that_the_law_does_not_know_no_letter_goes_out() {
    let mut wereld = begun(Plansoort::Handelingsplan).await;
    assert!(wereld.letters(&ib(), concept()).await.is_empty());
    assert!(wereld.letters(&ib(), no(1)).await.is_empty());
    heard(&mut wereld);
    let adopted = wereld.letters(&ib(), StelPlanVast { plan: 1, zonder_handelingsdeel: false }).await;
    assert!(adopted.is_empty());
}

#[tokio::test]
async fn who_says_yes_before_the_letter_was_made_is_not_told_that_they_said_no() {
    let mut wereld = begun(Plansoort::Opp).await;
    wereld.silently(&ib(), concept());
    let said = wereld.decide(&ib(), no(1));
    let moment = app::Moment { vandaag: wereld.vandaag, ..at("2026-01-01") };
    let told = wereld.app.concept_brieven(&wereld.dossier, &said, &ib(), moment).await.unwrap();
    assert_eq!(readers(&told), to("geen_instemming", &[1]));
    wereld.silently(&ib(), yes(1));
    let told = wereld.app.concept_brieven(&wereld.dossier, &said, &ib(), moment).await.unwrap();
    assert!(told.is_empty(), "{:?}", readers(&told));
}

#[tokio::test]
async fn a_goal_of_two_full_fields_stands_in_the_letter_whole() {
    let mut wereld = begun(Plansoort::Opp).await;
    let (wat, hoe) = ("Sam leest elke dag. ".repeat(999), "Samen met een maatje. ".repeat(900));
    let waarde = Plandoel {
        wat: wat.clone(),
        wie: "juf Bries".to_owned(),
        hoe: hoe.clone(),
        tot_en_met: day("2027-07-16"),
        meten: "met een leestoets".to_owned(),
    };
    let rij = Rijplaats { lijst: "doelen", nr: 1, naam: Doelvelden::rij(1) };
    let long = DeelConcept { doelen: vec![Rijwaarde { rij, waarde }], ..concept() };
    let letters = wereld.letters(&ib(), long).await;
    assert_eq!(readers(&letters), to("plan_concept", &[1, 2]));
    let told = text_of(&letters[0].brief);
    assert!(told.contains(wat.trim()) && told.contains(hoe.trim()));
}
