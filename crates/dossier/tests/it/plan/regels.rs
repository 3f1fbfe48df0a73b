//! What the law and the house ask of a plan.

use super::*;

#[test]
fn a_plan_is_due_six_weeks_after_the_enrolment_or_after_the_need_that_came_up_later() {
    let mut young = kind("2018-03-12");
    young.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-02-23"));
    young.doe(begin(WATERJUFFER, Plansoort::Opp));
    assert_eq!(young.dossier.plannen[0].uiterlijk, Some(d("2026-04-07")), "Easter Monday is no last day");
    assert!(young.dossier.plannen[0].termijn.is_some());
    let later = ingeschreven_met_plan();
    assert_eq!(later.dossier.plannen[0].uiterlijk, Some(d("2026-04-13")));
    assert!(later.dossier.plannen[0].termijn.is_none(), "the law names no day for it");
    let mut small = ingeschreven();
    small.doe(begin(WATERJUFFER, Plansoort::Handelingsplan));
    assert_eq!(small.dossier.plannen[0].uiterlijk, None);
}

#[test]
fn one_ontwikkelingsperspectief_runs_at_a_time_and_another_plan_beside_it() {
    let mut zaak = ingeschreven_met_plan();
    zaak.weigert(begin(WATERJUFFER, Plansoort::OppLicht)).met("opp_loopt_al");
    zaak.doe(begin(WATERJUFFER, Plansoort::Groeidocument))
        .doe(stop(1))
        .doe(begin(WATERJUFFER, Plansoort::Opp));
}

#[test]
fn a_school_where_the_child_is_no_pupil_begins_no_plan_and_goes_on_with_none() {
    let mut zaak = ingeschreven_met_plan();
    zaak.als(ib(IJSVOGEL)).weigert(begin(IJSVOGEL, Plansoort::Opp)).met("niet_ingeschreven");
    zaak.weigert(concept(1)).met("andere_organisatie");
    zaak.als(ib(WATERJUFFER)).doe(schrijf_uit(vestiging(WATERJUFFER), d("2026-03-02")));
    zaak.weigert(concept(1)).met("geen_leerling");
    assert!(!zaak.aan_zet().iter().any(|(zet, _)| zet.starts_with("plan_")), "{:?}", zaak.aan_zet());
    zaak.doe(BeeindigPlan { reden: Planeinde::VanSchool, ..stop(1) });
}

#[test]
fn a_goal_lies_within_the_time_of_the_help_and_a_refusal_names_its_row() {
    let zaak = ingeschreven_met_plan();
    let after = DeelConcept { doelen: vec![doel(1, "2026-07-10"), doel(2, "2026-12-19")], ..concept(1) };
    let refusal = zaak.weigert(after).veld("tot_en_met").0;
    assert_eq!(refusal.rij.map(|rij| rij.nr), Some(2));
    let before = DeelConcept { doelen: vec![doel(1, "2026-03-15")], ..concept(1) };
    assert_eq!(zaak.weigert(before).0.rij.map(|rij| rij.nr), Some(1));
    let turned = DeelConcept { tot_en_met: Some(d("2026-03-15")), doelen: Vec::new(), ..concept(1) };
    assert!(zaak.weigert(turned).veld("tot_en_met").0.rij.is_none());
}

#[test]
fn text_of_any_writing_is_kept_as_it_was_typed() {
    let mut zaak = ingeschreven_met_plan();
    let typed = "<b>Sam</b> leest \u{1F4DA} و يكتب";
    zaak.doe(DeelConcept { begeleiding: typed.into(), ..concept(1) });
    let part = zaak.dossier.plannen[0].delen.handelingsdeel.as_ref().expect("an action part");
    assert_eq!(part.begeleiding, typed);
}

#[test]
fn what_did_not_change_is_not_recorded_again_and_keeps_its_version() {
    let mut zaak = ligt_voor();
    zaak.weigert(concept(1)).met("niets_veranderd");
    zaak.doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    let kinds: Vec<&str> = zaak.nieuw.iter().map(dossier::Gebeurtenis::event_type).collect();
    assert_eq!(kinds, ["uitstroom_beschreven", "concept_gedeeld"]);
    let plan = &zaak.dossier.plannen[0];
    assert_eq!(plan.te_beoordelen().map(|part| part.versie), Some(1));
    assert_eq!(plan.laatste_versie().map(|laid| laid.nr), Some(2));
    let seen = DeelConcept { uit_versie: Some(2), bestemming: "havo".into(), ..concept(1) };
    assert_eq!(plan.als_concept(), seen);
}

#[test]
fn a_plan_is_not_adopted_before_the_pupil_could_speak_and_heard_what_was_done_with_it() {
    let mut zaak = ingeschreven();
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    let (talk, yes) = (overleg(1, &zaak), stem_in(&zaak, 1, 1, true));
    zaak.doe(talk).doe(yes);
    // Each part that is missing by its own paragraph.
    zaak.weigert(vast(1)).met("plan_onvolledig").op_grond_van("art. 40a lid 8 WPO");
    let said = gezegd(1, &zaak);
    zaak.weigert(said.clone()).met("niet_gevraagd").op_grond_van("art. 40a lid 6 WPO");
    let asked = gevraagd(1, &zaak);
    zaak.doe(asked);
    zaak.weigert(vast(1)).met("plan_onvolledig");
    zaak.doe(said).weigert(vast(1)).met("plan_onvolledig");
    let op = zaak.vandaag;
    zaak.doe(LichtToeAanLeerling { plan: 1, op, invloed: "Het raam.".into() });
    // New words are explained anew.
    let again = LegInbrengVast { woorden: "Ik wil bij de deur zitten.".into(), ..gezegd(1, &zaak) };
    zaak.doe(again).weigert(vast(1)).met("plan_onvolledig");
    zaak.doe(LichtToeAanLeerling { plan: 1, op, invloed: "De deur.".into() }).doe(vast(1));
}

#[test]
fn for_another_version_everybody_is_heard_again() {
    let mut zaak = vastgesteld();
    zaak.op("2026-03-20").doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    zaak.weigert(vast(1)).met("plan_onvolledig");
    gehoord(&mut zaak, 1);
    // The action part did not change: what was agreed still stands.
    zaak.doe(vast(1));
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn an_agreement_of_a_part_that_changed_counts_no_more() {
    let mut zaak = ligt_voor();
    let old = stem_in(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(old.clone());
    zaak.als(ib(WATERJUFFER)).doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    zaak.weigert(vast(1)).met("wacht_op_instemming").op_grond_van("art. 40a lid 2 WPO");
    zaak.als(ouder()).weigert(old).met("plan_veranderd");
}

#[test]
fn without_agreement_the_rest_is_adopted_and_what_held_before_holds() {
    let zaak = ligt_voor();
    zaak.weigert(vast(1)).met("wacht_op_instemming");
    let mut silent = zaak.clone();
    silent.op("2026-03-16").weigert(vast(1)).met("wacht_op_instemming");
    silent.op("2026-03-17").weigert(vast(1)).veld("zonder_handelingsdeel");
    silent.doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    let plan = &silent.dossier.plannen[0];
    assert_eq!((plan.fase(), plan.geldend_handelingsdeel()), (PlanFase::ZonderHandelingsdeel, None));
    let mut changed = vastgesteld();
    changed.op("2026-03-20").doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    gehoord(&mut changed, 1);
    let no = weiger(&changed, 1, 1, true);
    changed.doe(no).doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    let holds = changed.dossier.plannen[0].geldend_handelingsdeel().map(|(_, part)| part.versie);
    assert_eq!(holds, Some(1));
}

#[test]
fn where_one_parent_agrees_and_the_other_does_not_the_rest_is_adopted_and_nothing_of_the_help() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    gehoord(&mut zaak, 1);
    let (yes, no) = (stem_in(&zaak, 1, 1, true), weiger(&zaak, 1, 2, true));
    zaak.doe(yes).weigert(vast(1)).met("wacht_op_instemming");
    zaak.doe(no).weigert(vast(1)).veld("zonder_handelingsdeel");
    let mut rest = zaak.clone();
    rest.doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    let plan = &rest.dossier.plannen[0];
    assert_eq!((plan.fase(), plan.geldend_handelingsdeel()), (PlanFase::ZonderHandelingsdeel, None));
    // The last word of each counts.
    let yes = stem_in(&zaak, 1, 2, true);
    zaak.doe(yes).doe(vast(1));
}

#[test]
fn what_a_parent_said_on_their_own_page_is_changed_by_nobody_but_them() {
    let mut zaak = ligt_voor();
    let (no, yes) = (weiger(&zaak, 1, 1, false), stem_in(&zaak, 1, 1, true));
    zaak.als(ouder()).doe(no);
    zaak.als(ib(WATERJUFFER)).weigert(yes).veld("van");
    let own = stem_in(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(own);
    let no = weiger(&zaak, 1, 1, true);
    zaak.als(ib(WATERJUFFER)).weigert(no).veld("van");
}

#[test]
fn a_plan_opens_no_file_to_a_board() {
    let zaak = ligt_voor();
    let board = |_: &base::Vestigingscode| "bestuur/99001".parse().ok();
    assert_eq!(zaak.dossier.betrokken_besturen(board), []);
}

#[test]
fn nobody_agrees_for_another_and_nobody_without_authority() {
    let mut zaak = ligt_voor();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    let other = stem_in(&zaak, 1, 2, false);
    zaak.als(ouder()).weigert(other).veld("van");
    let pupil = stem_in(&zaak, 1, 0, false);
    zaak.weigert(pupil).veld("van");
    zaak.als(ib(WATERJUFFER)).doe(WijzigGezag {
        persoon: 2,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    let without = stem_in(&zaak, 1, 2, true);
    zaak.weigert(without).veld("van").op_grond_van("art. 40a lid 2 WPO");
}

#[test]
fn in_special_education_the_commissie_advises_first_and_elsewhere_nobody_asks_it() {
    let mut zaak = in_speciaal_onderwijs();
    zaak.doe(DeelConcept { bestemming: "dagbesteding".into(), doelen: Vec::new(), ..concept(1) });
    assert!(zaak.aan_zet().contains(&("plan_adviseren", "commissie_begeleiding")), "{:?}", zaak.aan_zet());
    zaak.weigert(vast(1)).met("geen_advies").op_grond_van("art. 41a lid 1 WEC");
    let op = zaak.vandaag;
    ligt_voor().weigert(AdviseerOverPlan { plan: 1, op, advies: "Goed.".into() }).met("geen_commissie");
    // An advice is of the version that it read.
    let advice = AdviseerOverPlan { plan: 1, op, advies: "Goed.".into() };
    zaak.als(commissie(LIBEL)).doe(advice).als(ib(LIBEL));
    let advised = zaak.vraag(vast(1)).expect_err("the parents were not spoken with");
    assert_ne!(advised.code, "geen_advies");
    zaak.doe(DeelConcept { bestemming: "arbeid".into(), doelen: Vec::new(), ..concept(1) });
    zaak.weigert(vast(1)).met("geen_advies");
    assert!(zaak.aan_zet().contains(&("plan_adviseren", "commissie_begeleiding")), "{:?}", zaak.aan_zet());
}

#[test]
fn each_goal_gets_one_result_and_a_new_round_begins() {
    let mut zaak = vastgesteld();
    zaak.op("2026-05-26");
    assert!(zaak.aan_zet().contains(&("cyclus_afsluiten", "ib")), "{:?}", zaak.aan_zet());
    let none = SluitCyclusAf { uitkomsten: Vec::new(), ..cyclus(1, &zaak) };
    zaak.weigert(none).veld("uitkomsten");
    let unknown = SluitCyclusAf { uitkomsten: vec![uitkomst(1, 2)], ..cyclus(1, &zaak) };
    zaak.weigert(unknown).veld("doel");
    let over = cyclus(1, &zaak);
    zaak.doe(over);
    assert!(!zaak.aan_zet().contains(&("cyclus_afsluiten", "ib")));
    assert_eq!(zaak.dossier.plannen[0].einde_cyclus(), Some(d("2026-08-04")));
}

#[test]
fn a_plan_is_evaluated_in_every_school_year_with_parents_and_pupil() {
    let mut zaak = vastgesteld();
    let due = |zaak: &Zaak| {
        let turns = zaak.dossier.beurten().into_iter();
        turns.filter(|turn| turn.zet == Zet::PlanEvalueren).map(|turn| turn.uiterlijk).collect::<Vec<_>>()
    };
    assert_eq!(due(&zaak), [Some(d("2026-07-31"))]);
    zaak.op("2026-06-15");
    let alone = EvalueerPlan { met_leerling: false, ..evaluatie(1, &zaak) };
    zaak.weigert(alone).veld("waarom_niet").op_grond_van("art. 40a lid 4 WPO");
    let both = evaluatie(1, &zaak);
    zaak.doe(both);
    assert_eq!(due(&zaak), [Some(d("2027-07-31"))]);
}

#[test]
fn the_begin_and_the_end_of_an_ontwikkelingsperspectief_are_known_for_the_register_and_of_other_plans_none() {
    assert_eq!(een_jaar().dossier.plannen[0].begin_register(), Some(d("2026-03-02")));
    assert_eq!(klein_plan().dossier.plannen[0].begin_register(), None);
}

#[test]
fn a_plan_that_is_made_here_takes_the_turn_of_the_admission() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(crate::gegeven::laat_toe("2026-03-09")).op("2026-03-10");
    assert!(zaak.dossier.beurten().iter().any(|turn| turn.zet == Zet::OppMelden));
    let promised =
        zaak.dossier.beurten().into_iter().find(|turn| turn.zet == Zet::OppMelden).and_then(|t| t.uiterlijk);
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp));
    assert!(!zaak.dossier.beurten().iter().any(|turn| turn.zet == Zet::OppMelden));
    assert_eq!(zaak.dossier.plannen[0].uiterlijk, promised);
    let op = zaak.vandaag;
    zaak.weigert(dossier::aanmelding::opp::MeldOpp { aanmelding: 1, op }).met("plan_loopt_hier");
    // It is stopped before it was adopted: then the promise stands as it did.
    zaak.doe(stop(1));
    let due = zaak.dossier.beurten().into_iter().find(|turn| turn.zet == Zet::OppMelden);
    assert_eq!(due.and_then(|turn| turn.uiterlijk), promised);
    zaak.doe(dossier::aanmelding::opp::MeldOpp { aanmelding: 1, op });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_adopted_with_an_action_part_to_which_somebody_did_not_agree_as_it_stands(
        steps in crate::wandeling::stappen(50)
    ) {
        let zaak = crate::wandeling::loop_door(&steps);
        let mut dossier = Dossier::new(zaak.dossier.nummer.clone());
        for feit in &zaak.dossier.feiten {
            if let Some(dossier::Gebeurtenis::PlanVastgesteld(adopted)) = feit.gebeurtenis() {
                let plan = dossier.plan(adopted.plan).expect("a plan");
                let part = plan.te_beoordelen().filter(|_| plan.soort.is_opp() && adopted.handelingsdeel);
                for (nr, word) in part.iter().flat_map(|part| dossier.gezegd_over(plan, part.versie, feit.on)) {
                    prop_assert_eq!(word, Some(true), "{:?} of {:?}", nr, plan.feit);
                }
            }
            dossier.apply((**feit).clone());
        }
    }

    #[test]
    fn no_ontwikkelingsperspectief_is_adopted_without_the_opportunity_of_the_pupil(
        steps in crate::wandeling::stappen(50)
    ) {
        let zaak = crate::wandeling::loop_door(&steps);
        for plan in zaak.dossier.plannen.iter().filter(|plan| plan.soort.is_opp()) {
            for adopted in &plan.vaststellingen {
                prop_assert!(adopted.ronde.heeft_inbreng(), "{:?}", adopted.besluit);
            }
        }
    }
}
