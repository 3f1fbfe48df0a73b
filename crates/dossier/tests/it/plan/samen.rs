//! One parent is not both: with whom is talked about a plan, whose yes is missing, and who has a turn after each outcome.

use super::*;
use crate::gegeven::WINDVEER;
use dossier::toegang::Kijker;

use crate::relaties::{may_correct, number, reader_may_correct};

/// An ontwikkelingsperspectief lies before two parents; the pupil was heard.
fn voor_twee(soort: Plansoort) -> Zaak {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(begin(WATERJUFFER, soort)).doe(concept(1));
    let (asked, said, op) = (gevraagd(1, &zaak), gezegd(1, &zaak), zaak.vandaag);
    zaak.doe(asked).doe(said).doe(LichtToeAanLeerling { plan: 1, op, invloed: "Het raam.".into() });
    zaak
}

fn met(zaak: &Zaak, personen: &[u32]) -> LegOverlegVast {
    LegOverlegVast { personen: personen.to_vec(), ..overleg(1, zaak) }
}

fn turns(zaak: &Zaak, zet: &str) -> usize {
    zaak.aan_zet().iter().filter(|(known, _)| *known == zet).count()
}

const ZONDER: StelPlanVast = StelPlanVast { plan: 1, zonder_handelingsdeel: true };

#[test]
fn a_talk_with_one_of_two_parents_is_no_talk_with_both() {
    let mut zaak = voor_twee(Plansoort::Opp);
    for parent in [1, 2] {
        let yes = stem_in(&zaak, 1, parent, true);
        zaak.doe(yes);
    }
    let one = met(&zaak, &[1]);
    zaak.doe(one).weigert(vast(1)).met("plan_onvolledig");
    assert_eq!((turns(&zaak, "ouders_spreken"), turns(&zaak, "plan_vaststellen")), (1, 0));
    let other = met(&zaak, &[2]);
    zaak.doe(other);
    assert_eq!((turns(&zaak, "ouders_spreken"), turns(&zaak, "plan_vaststellen")), (0, 1));
    zaak.doe(vast(1));
}

#[test]
fn who_could_be_there_and_was_not_is_named_with_why_and_nobody_who_was() {
    let mut zaak = voor_twee(Plansoort::Opp);
    let why = LegOverlegVast { waarom_niet: "Kwam twee keer niet.".into(), ..met(&zaak, &[1]) };
    zaak.doe(why);
    let talk = &zaak.dossier.plannen[0].ronde.overleg[0];
    assert_eq!((&talk.met[..], &talk.zonder[..]), (&[Stem::Persoon(1)][..], &[Stem::Persoon(2)][..]));
    assert_eq!(turns(&zaak, "ouders_spreken"), 0);
    let everybody = LegOverlegVast { waarom_niet: "Niemand.".into(), ..met(&zaak, &[1, 2]) };
    zaak.weigert(everybody).veld("waarom_niet");
}

#[test]
fn a_pupil_of_age_is_spoken_with_and_no_parent_in_their_place() {
    let mut zaak = kind("2008-02-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2026-02-23")).als(ib(WINDVEER));
    zaak.doe(begin(WINDVEER, Plansoort::Opp)).doe(concept(1));
    zaak.weigert(met(&zaak, &[1])).veld("personen");
    let own = overleg(1, &zaak);
    zaak.doe(own);
    assert_eq!(zaak.dossier.plannen[0].ronde.overleg[0].met, [Stem::Leerling]);
}

#[test]
fn an_evaluation_without_one_of_two_parents_says_why() {
    let mut zaak = voor_twee(Plansoort::Opp);
    let both = met(&zaak, &[1, 2]);
    zaak.doe(both);
    for parent in [1, 2] {
        let yes = stem_in(&zaak, 1, parent, true);
        zaak.doe(yes);
    }
    zaak.doe(vast(1)).op("2026-06-15");
    let one = EvalueerPlan { personen: vec![1], ..evaluatie(1, &zaak) };
    zaak.weigert(one.clone()).veld("waarom_niet").op_grond_van("art. 40a lid 4 WPO");
    zaak.doe(EvalueerPlan { waarom_niet: "Kwam niet.".into(), ..one });
}

#[test]
fn a_no_of_one_parent_does_not_end_the_time_of_the_other() {
    let mut zaak = voor_twee(Plansoort::Opp);
    let (both, no) = (met(&zaak, &[1, 2]), weiger(&zaak, 1, 1, true));
    zaak.doe(both).doe(no).weigert(ZONDER).met("wacht_op_instemming");
    assert_eq!(turns(&zaak, "plan_vaststellen"), 0);
    let no = weiger(&zaak, 1, 2, true);
    zaak.doe(no).doe(ZONDER);
}

#[test]
fn who_said_no_can_say_yes_after_the_rest_was_adopted_and_then_the_help_holds() {
    let mut zaak = ligt_voor();
    let no = weiger(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(no).als(ib(WATERJUFFER)).doe(ZONDER);
    assert_eq!((turns(&zaak, "plan_vervolgen"), turns(&zaak, "plan_vaststellen")), (1, 0));
    zaak.weigert(vast(1)).met("rest_al_vastgesteld").op_grond_van("art. 40a lid 2 WPO");
    zaak.weigert(ZONDER).met("rest_al_vastgesteld");
    zaak.op("2026-03-20");
    let talk = overleg(1, &zaak);
    zaak.doe(talk);
    let yes = stem_in(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(yes).als(ib(WATERJUFFER));
    assert_eq!((turns(&zaak, "plan_vervolgen"), turns(&zaak, "plan_vaststellen")), (0, 1));
    zaak.doe(vast(1));
    let plan = &zaak.dossier.plannen[0];
    assert_eq!(plan.fase(), PlanFase::Vastgesteld);
    assert_eq!(
        plan.geldend_handelingsdeel().map(|(since, part)| (since, part.versie)),
        Some((d("2026-03-20"), 1))
    );
    assert_eq!(plan.begin_register(), Some(d("2026-03-02")), "it began when the rest was adopted");
    // What was talked about of that version is no talk about the next one.
    zaak.doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    zaak.weigert(vast(1)).met("plan_onvolledig");
    assert_eq!(turns(&zaak, "ouders_spreken"), 1);
}

#[test]
fn where_parents_do_not_agree_with_each_other_the_school_goes_on_and_one_can_change_their_mind() {
    let mut zaak = voor_twee(Plansoort::Opp);
    let (both, yes, no) = (met(&zaak, &[1, 2]), stem_in(&zaak, 1, 1, true), weiger(&zaak, 1, 2, true));
    zaak.doe(both).doe(yes).doe(no);
    assert_eq!(turns(&zaak, "plan_vaststellen"), 1);
    zaak.doe(ZONDER);
    assert_eq!(turns(&zaak, "plan_vervolgen"), 1);
    let yes = stem_in(&zaak, 1, 2, true);
    zaak.doe(yes).doe(vast(1));
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn what_an_evaluation_concluded_is_the_turn_of_the_school_until_it_is_done() {
    for (vervolg, zet) in [
        (Planvervolg::Bijstellen, Some("plan_maken")),
        (Planvervolg::Beeindigen, Some("plan_vervolgen")),
        (Planvervolg::Doorgaan, None),
    ] {
        let mut zaak = vastgesteld();
        zaak.op("2026-06-15");
        let looked = EvalueerPlan { vervolg, ..evaluatie(1, &zaak) };
        zaak.doe(looked);
        let open = |zaak: &Zaak| turns(zaak, "plan_maken") + turns(zaak, "plan_vervolgen");
        assert_eq!(zet.map_or(0, |zet| turns(&zaak, zet)), usize::from(zet.is_some()), "{vervolg:?}");
        assert_eq!(open(&zaak), usize::from(zet.is_some()), "{vervolg:?}");
        zaak.op("2026-06-16").doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
        assert_eq!(open(&zaak), 0, "{vervolg:?}");
    }
}

#[test]
fn a_no_to_a_handelingsplan_is_talked_about_before_it_holds() {
    let mut zaak = voor_twee(Plansoort::Handelingsplan);
    let (before, no) = (met(&zaak, &[1]), weiger(&zaak, 1, 2, false));
    zaak.doe(before).doe(WeigerInstemming { namens: true, ..no }).op("2026-03-03");
    zaak.weigert(vast(1)).met("nee_onbesproken");
    assert_eq!((turns(&zaak, "ouders_spreken"), turns(&zaak, "plan_vaststellen")), (1, 0));
    let talk = met(&zaak, &[2]);
    zaak.doe(talk);
    assert_eq!((turns(&zaak, "ouders_spreken"), turns(&zaak, "plan_vaststellen")), (0, 1));
    zaak.doe(vast(1));
}

#[test]
fn nobody_takes_back_of_a_plan_what_they_could_not_have_recorded() {
    let mut zaak = ligt_voor();
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes).doe(vast(1));
    let (agreed, adopted) = (number(&zaak, "handelingsdeel_ingestemd"), number(&zaak, "plan_vastgesteld"));
    assert!(may_correct(&zaak, ib(WATERJUFFER), agreed) && may_correct(&zaak, ib(WATERJUFFER), adopted));
    assert!(!may_correct(&zaak, commissie(WATERJUFFER), adopted), "the commissie adopts nothing");
    zaak.op("2026-05-26");
    let over = cyclus(1, &zaak);
    zaak.doe(over);
    let juf = actor("p-juf", Rol::Leerkracht, &format!("school/{WATERJUFFER}"));
    let teacher = Kijker { actor: juf, groep: zaak.dossier.inschrijvingen[0].groep.clone() };
    assert!(reader_may_correct(&zaak, &teacher, number(&zaak, "cyclus_afgesloten")));
    assert!(!reader_may_correct(&zaak, &teacher, agreed), "a teacher enters no yes");
    let advised = in_speciaal_onderwijs();
    let advice = number(&advised, "commissie_geadviseerd");
    assert!(may_correct(&advised, commissie(LIBEL), advice) && !may_correct(&advised, ib(LIBEL), advice));
}

#[test]
fn a_talk_about_another_destination_is_no_talk_about_this_one_and_other_help_asks_a_yes_and_no_talk() {
    let mut zaak = ligt_voor();
    zaak.doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    assert_eq!(turns(&zaak, "ouders_spreken"), 0, "who says yes or no has read it");
    zaak.doe(DeelConcept { bestemming: "havo".into(), begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes).weigert(vast(1)).met("plan_onvolledig");
    assert_eq!(turns(&zaak, "ouders_spreken"), 1);
    let talk = overleg(1, &zaak);
    zaak.doe(talk).doe(vast(1));
}
