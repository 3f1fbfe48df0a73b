//! A plan at its edges: whose word counts changes while it lies there, a child leaves and comes back, and texts that do not fit.

use dossier::leven::opdracht::VerbindPersoon;

use super::*;
use crate::gegeven::WINDVEER;

/// A plan of a pupil of a school for secondary education lies before the parent, who agrees; everybody was heard.
fn of_a_pupil_born_on(geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2026-02-23")).als(ib(WINDVEER));
    zaak.doe(begin(WINDVEER, Plansoort::Opp)).doe(concept(1));
    let (asked, said, talk) = (gevraagd(1, &zaak), gezegd(1, &zaak), overleg(1, &zaak));
    let op = zaak.vandaag;
    zaak.doe(asked).doe(said).doe(LichtToeAanLeerling { plan: 1, op, invloed: "Het raam.".into() }).doe(talk);
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes);
    zaak
}

fn turns(zaak: &Zaak, zet: &str) -> Vec<&'static str> {
    let all = zaak.aan_zet();
    all.into_iter().filter(|(known, _)| *known == zet).map(|(_, rol)| rol).collect()
}

#[test]
fn a_pupil_who_comes_of_age_while_it_lies_there_is_asked_in_the_place_of_the_parents() {
    let mut zaak = of_a_pupil_born_on("2008-03-12");
    assert_eq!(turns(&zaak, "plan_vaststellen"), ["ib"]);
    zaak.op("2026-03-12");
    assert_eq!(turns(&zaak, "instemming_geven"), ["leerling"]);
    assert_eq!(turns(&zaak, "plan_vaststellen"), [""; 0]);
    // The talk was with the parents.
    zaak.weigert(vast(1)).met("plan_onvolledig");
    assert_eq!(turns(&zaak, "ouders_spreken"), ["ib"]);
    let talk = overleg(1, &zaak);
    zaak.doe(talk).weigert(vast(1)).met("wacht_op_instemming");
    let parent = weiger(&zaak, 1, 1, true);
    zaak.weigert(parent).veld("van");
    // The pupil has the time that everybody has, from that day on.
    zaak.op("2026-03-26").weigert(vast(1)).met("wacht_op_instemming");
    let mut silent = zaak.clone();
    silent.op("2026-03-27").doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    // The pupil speaks for nobody else, and a parent not for the pupil.
    let (yes, parents) = (stem_in(&zaak, 1, 0, false), stem_in(&zaak, 1, 1, false));
    zaak.als(ouder()).weigert(yes.clone()).veld("van");
    zaak.als(actor("p-sam", Rol::Leerling, "gezin/2026-000017")).weigert(parents).veld("van");
    zaak.doe(yes).als(ib(WINDVEER)).doe(vast(1));
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn a_birthday_before_the_eighteenth_changes_nothing_of_a_plan() {
    for (geboren, jarig) in [("2014-03-12", "2026-03-12"), ("2010-03-12", "2026-03-12")] {
        let mut zaak = of_a_pupil_born_on(geboren);
        let before = turns(zaak.op("2026-03-11"), "plan_vaststellen");
        assert_eq!(
            (turns(zaak.op(jarig), "plan_vaststellen"), before.as_slice()),
            (before.clone(), &["ib"][..])
        );
        zaak.doe(vast(1));
    }
}

#[test]
fn who_gets_authority_while_it_lies_there_is_asked_as_well_and_has_the_same_time() {
    let mut zaak = ligt_voor();
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes).op("2026-03-10");
    zaak.doe(VerbindPersoon { van: d("2026-03-10"), ..ouder_met_gezag("de heer K. Zonnedauw") });
    assert_eq!(turns(&zaak, "instemming_geven"), ["ouder"]);
    assert_eq!(turns(&zaak, "plan_vaststellen"), [""; 0]);
    let talk = overleg(1, &zaak);
    zaak.doe(talk).op("2026-03-24").weigert(vast(1)).met("wacht_op_instemming");
    assert_eq!(turns(zaak.op("2026-03-25"), "plan_vaststellen"), ["ib"]);
    zaak.weigert(vast(1)).veld("zonder_handelingsdeel");
    let yes = stem_in(&zaak, 1, 2, true);
    zaak.doe(yes).doe(vast(1));
}

#[test]
fn the_word_of_who_has_authority_no_more_counts_no_more() {
    let mut zaak = ligt_voor();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    let (talk, yes, no) = (overleg(1, &zaak), stem_in(&zaak, 1, 1, true), weiger(&zaak, 1, 2, true));
    zaak.doe(talk).doe(yes).doe(no);
    zaak.weigert(vast(1)).veld("zonder_handelingsdeel");
    zaak.doe(WijzigGezag {
        persoon: 2,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    // For a while that parent can say that it is not so (ADR 0036).
    zaak.weigert(vast(1)).met("wacht_op_instemming");
    zaak.op("2026-03-17");
    assert_eq!(turns(&zaak, "plan_vaststellen"), ["ib"]);
    zaak.doe(vast(1));
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn a_pupil_who_left_and_came_back_goes_on_with_the_plan() {
    let mut zaak = ligt_voor();
    zaak.doe(schrijf_uit(vestiging(WATERJUFFER), d("2026-03-09"))).op("2026-03-10");
    assert!(!zaak.aan_zet().iter().any(|(zet, _)| *zet == "instemming_geven"), "{:?}", zaak.aan_zet());
    zaak.weigert(concept(1)).met("geen_leerling");
    let no = weiger(&zaak, 1, 1, false);
    zaak.als(ouder()).weigert(no).met("geen_leerling");
    zaak.als(ib(WATERJUFFER)).op("2026-04-13");
    zaak.doe(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-04-13"));
    assert_eq!(turns(&zaak, "instemming_geven"), ["ouder"]);
    zaak.weigert(begin(WATERJUFFER, Plansoort::Opp)).met("opp_loopt_al");
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes).doe(vast(1));
}

#[test]
fn twenty_pages_in_one_field_are_refused_with_the_field_and_nothing_is_kept_of_them() {
    let zaak = ingeschreven_met_plan();
    let pages = "Sam leest elke dag een bladzijde. ".repeat(2_000);
    zaak.weigert(DeelConcept { begeleiding: pages.clone(), ..concept(1) }).veld("begeleiding");
    zaak.weigert(DeelConcept { bestemming: pages.clone(), ..concept(1) }).veld("bestemming");
    let waarde = Plandoel { wat: pages, ..doel(1, "2026-07-10").waarde };
    let goal = Rijwaarde { waarde, ..doel(1, "2026-07-10") };
    let refusal = zaak.weigert(DeelConcept { doelen: vec![goal], ..concept(1) }).veld("wat").0;
    assert_eq!(refusal.rij.map(|rij| rij.nr), Some(1));
    assert!(zaak.dossier.plannen[0].versies.is_empty());
}

#[test]
fn a_plan_begins_with_what_stood_in_a_plan_of_this_child_at_this_school_and_of_no_other() {
    let mut zaak = ligt_voor();
    let from = |nr| StartPlan { uit_plan: Some(nr), ..begin(WATERJUFFER, Plansoort::Groeidocument) };
    // That of a twin stands in another file.
    zaak.weigert(from(2)).veld("uit_plan");
    zaak.doe(from(1));
    assert_eq!(zaak.dossier.plannen[1].delen, zaak.dossier.plannen[0].delen);
    zaak.doe(schrijf_uit(vestiging(WATERJUFFER), d("2026-03-02")));
    zaak.als(ib(IJSVOGEL)).doe(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-02"));
    zaak.weigert(StartPlan { vestiging: vestiging(IJSVOGEL), ..from(1) }).veld("uit_plan");
}

#[test]
fn of_two_who_write_at_once_the_second_reads_that_a_version_was_shared_and_wipes_nothing() {
    let mut zaak = ingeschreven_met_plan();
    let first = zaak.dossier.plannen[0].als_concept();
    assert_eq!(first.uit_versie, Some(0));
    let (one, other) = (
        DeelConcept { uit_versie: Some(0), ..concept(1) },
        DeelConcept { uit_versie: Some(0), begeleiding: "Elke dag lezen.".into(), ..concept(1) },
    );
    zaak.doe(one).weigert(other.clone()).met("versie_erbij");
    zaak.doe(DeelConcept { uit_versie: Some(1), ..other });
}

#[test]
fn where_every_pupil_has_a_plan_it_is_never_called_not_needed_and_an_end_by_mistake_is_taken_back() {
    let mut zaak = in_speciaal_onderwijs();
    zaak.als(ib(LIBEL)).weigert(stop(1)).veld("reden").op_grond_van("art. 41a lid 1 WEC");
    zaak.doe(BeeindigPlan { reden: Planeinde::AnderPlan, ..stop(1) });
    let ended = crate::relaties::number(&zaak, "plan_beeindigd");
    let back = dossier::algemeen::correctie::Corrigeer {
        volgnummer: ended,
        waarom: "verkeerd plan".into(),
        nieuw: None,
    };
    let mut other = zaak.clone();
    other.doe(begin(LIBEL, Plansoort::Opp)).weigert(back.clone()).met("opp_loopt_al");
    zaak.doe(back);
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn a_plan_that_begins_in_a_temporary_place_has_the_term_of_the_definitive_one() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(dossier::aanmelding::opdracht::PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp));
    let due = |zaak: &Zaak| {
        let turns = zaak.dossier.beurten().into_iter();
        turns.filter(|turn| turn.zet == Zet::PlanMaken).map(|turn| turn.uiterlijk).collect::<Vec<_>>()
    };
    assert_eq!(due(&zaak), [None], "the law names no day yet");
    zaak.op("2026-06-01").doe(crate::gegeven::laat_toe("2026-05-12"));
    assert_eq!(due(&zaak), [Some(d("2026-07-13"))], "six weeks after the place became definitive");
}
