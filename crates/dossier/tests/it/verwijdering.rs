//! P1b: removal and suspension.

use base::Sector;
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::beurt::Zet;
use dossier::leven::opdracht::SchrijfUit;
use dossier::soort::{Schoolsoort, ZonderSchool};
use dossier::staat::VerwijderingFase;
use dossier::toegang::Wie;
use dossier::verwijdering::elders::StelEldersVast;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{
    HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, RaadpleegInspectie, TrekVoornemenIn, Verwijder,
    VindBereideSchool,
};

use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, WINDVEER, Zaak, bereid, d, directie, horen, ib, ingeschreven, kind, nl,
    ouder_met_gezag, schors, schrijf_in, vestiging, vind_school, voornemen,
};

pub(crate) fn verwijder(per: &str) -> Verwijder {
    Verwijder {
        verwijdering: 1,
        per: d(per),
        motivering: "De veiligheid is niet te borgen.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    }
}

pub(crate) fn elders(van: &str) -> StelEldersVast {
    StelEldersVast { verwijdering: 1, van: d(van), hoe: "De andere school belde.".into() }
}

fn raadpleeg(op: &str) -> RaadpleegInspectie {
    RaadpleegInspectie { verwijdering: 1, op: d(op), uitkomst: "Geen bezwaar.".into() }
}

pub(crate) fn ben_w() -> MeldAanBenW {
    MeldAanBenW { verwijdering: 1, gemeente: "Nevelhuizen".into() }
}

fn inspectie(over: InspectieMelding) -> MeldAanInspectie {
    MeldAanInspectie { over }
}

/// Given an intention to remove a pupil of De Waterjuffer.
pub(crate) fn voorgenomen() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak
}

/// Given a pupil of De Waterjuffer who was removed, and leaves for another school next week.
pub(crate) fn verwijderd() -> Zaak {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02"))
        .doe(vind_school("De IJsvogel"))
        .op("2026-03-09")
        .doe(verwijder("2026-03-16"));
    zaak
}

/// Given a pupil of the secondary school Het Windveer whom the board wants to remove.
fn voorgenomen_vo() -> Zaak {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    zaak
}

fn fase(zaak: &Zaak) -> VerwijderingFase {
    zaak.dossier.verwijderingen[0].fase()
}

#[test]
fn only_the_school_of_enrolment_intends_a_removal_and_once_at_a_time() {
    let mut zaak = voorgenomen();
    zaak.weigert(voornemen(WATERJUFFER, Sector::Po)).met("loopt_al");
    zaak.als(directie(IJSVOGEL));
    zaak.weigert(voornemen(IJSVOGEL, Sector::Po)).met("niet_ingeschreven");
    zaak.weigert(voornemen(WATERJUFFER, Sector::Po)).met("andere_organisatie");
    zaak.weigert(horen("2026-03-02")).met("andere_organisatie");
}

#[test]
fn a_secondary_school_cannot_choose_the_lighter_rules_of_primary_education() {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
    zaak.weigert(voornemen(WINDVEER, Sector::Po)).veld("sector");
}

#[test]
fn nobody_is_removed_before_parents_and_teacher_were_heard_and_another_school_is_willing() {
    let mut zaak = voorgenomen();
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
    zaak.weigert(verwijder("2026-03-02")).met("niet_gehoord").op_grond_van("art. 40 lid 11 WPO");
    zaak.weigert(horen("2026-03-01")).veld("op");
    zaak.weigert(horen("2026-03-03")).veld("op");
    zaak.doe(horen("2026-03-02"));
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
    // Everybody was heard, which is what the law asks: that the day of the invitation is waited for is a rule of this program.
    let waits = zaak.weigert(verwijder("2026-03-02")).met("gesprek_komt_nog").op_grond_van("").0;
    assert!(nl(&waits.reden).contains("eigen regel van dit programma"), "{waits:?}");
    let mut later = zaak.clone();
    later.op("2026-03-09").weigert(verwijder("2026-03-16")).met("geen_school");
    zaak.doe(vind_school("De IJsvogel")).op("2026-03-09");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-16"));
    assert!(zaak.dossier.inschrijving_op(d("2026-03-15")).is_some());
    assert!(zaak.dossier.inschrijving_op(d("2026-03-16")).is_none());
    zaak.weigert(verwijder("2026-03-16")).met("verwijdering_afgerond");
}

#[test]
fn a_school_can_report_a_removal_after_the_child_has_left() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02")).doe(vind_school("De IJsvogel")).op("2026-03-09");
    zaak.doe(verwijder("2026-03-16"));
    let school = Wie::Organisatie(vestiging(WATERJUFFER).organisatie());
    let concerned = |zaak: &Zaak, on: &str| {
        zaak.dossier.betrokkenen().iter().any(|b| b.wie == school && b.is_current(d(on)))
    };
    assert!(concerned(&zaak, "2026-05-01"), "not reported yet");
    zaak.op("2026-05-01").doe(ben_w());
    assert!(concerned(&zaak, "2027-05-01"), "nobody said that the child is at another school");
    zaak.doe(elders("2026-04-20"));
    assert!(concerned(&zaak, "2026-09-08"), "reported, and parents may object");
    assert!(!concerned(&zaak, "2026-09-09"));
}

#[test]
fn a_school_found_before_the_hearing_does_not_make_the_hearing_superfluous() {
    let mut zaak = voorgenomen();
    zaak.doe(vind_school("De IJsvogel"));
    assert_eq!(fase(&zaak), VerwijderingFase::Voorgenomen);
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie"), ("gesprek_voeren", "ouder")]);
    zaak.doe(horen("2026-03-02"));
    assert_eq!(fase(&zaak), VerwijderingFase::SchoolGevonden);
}

#[test]
fn the_willing_school_is_another_one_with_proof() {
    let zaak = voorgenomen();
    let with = |school| VindBereideSchool { verwijdering: 1, school };
    let itself = BereidGevonden { vestiging: Some(vestiging(WATERJUFFER)), ..bereid("De Waterjuffer") };
    zaak.weigert(with(itself.clone())).veld("schoolnaam");
    zaak.weigert(with(BereidGevonden {
        vestiging: None,
        schoolnaam: " school 99aa00".into(),
        ..itself.clone()
    }))
    .veld("schoolnaam");
    let namesake = BereidGevonden { vestiging: Some(vestiging(IJSVOGEL)), ..itself };
    assert!(zaak.vraag(with(namesake)).is_ok(), "another school of the same name in another town");
    zaak.weigert(with(BereidGevonden { bewijs: " ".into(), ..bereid("De IJsvogel") })).veld("bewijs");
    zaak.weigert(with(BereidGevonden { bereid_op: d("2026-03-03"), ..bereid("De IJsvogel") }))
        .veld("bereid_op");
}

#[test]
fn a_pupil_of_age_is_heard_alone_and_at_a_primary_school_the_teacher_is() {
    let mut adult = kind("2008-01-12");
    adult.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01"));
    adult.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    let alone = HoorOudersEnLeraar { ouders: String::new(), leraar: String::new(), ..horen("2026-03-02") };
    adult.doe(alone.clone());
    let mut young = voorgenomen();
    young.weigert(alone).veld("ouders");
    young.weigert(HoorOudersEnLeraar { leraar: " ".into(), ..horen("2026-03-02") }).veld("leraar");
    young.doe(HoorOudersEnLeraar { leerling: String::new(), ..horen("2026-03-02") });
}

#[test]
fn the_turn_to_decide_waits_for_the_working_day_of_the_talk() {
    // Seven days after Saturday 7 March is a Saturday: the parents are invited for the Monday after it.
    let mut zaak = ingeschreven();
    zaak.op("2026-03-07");
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    let school = BereidGevonden { bereid_op: d("2026-03-07"), ..bereid("De IJsvogel") };
    zaak.doe(horen("2026-03-07")).doe(VindBereideSchool { verwijdering: 1, school });
    zaak.op("2026-03-14");
    assert_eq!(zaak.aan_zet(), [], "nobody decides before the talk");
    zaak.weigert(verwijder("2026-03-20")).met("gesprek_komt_nog");
    zaak.op("2026-03-16");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-20"));
}

#[test]
fn in_secondary_education_the_inspectorate_comes_before_and_after() {
    let mut zaak = voorgenomen_vo();
    zaak.weigert(verwijder("2026-03-02")).op_grond_van("art. 8.15 lid 3 WVO 2020");
    // The pupil is heard, no teacher; and until eighteen the parents.
    let silent = HoorOudersEnLeraar { leerling: String::new(), ..horen("2026-03-02") };
    zaak.weigert(silent).veld("leerling");
    zaak.weigert(HoorOudersEnLeraar { ouders: String::new(), ..horen("2026-03-02") }).veld("ouders");
    zaak.doe(HoorOudersEnLeraar { leraar: String::new(), ..horen("2026-03-02") })
        .doe(vind_school("De IJsvogel"));
    assert_eq!(zaak.aan_zet(), [("inspectie_raadplegen", "directie")]);
    zaak.weigert(verwijder("2026-03-02")).met("gesprek_komt_nog");
    zaak.op("2026-03-09");
    zaak.weigert(verwijder("2026-03-10"))
        .met("inspectie_niet_geraadpleegd")
        .op_grond_van("art. 8.15 lid 4 WVO 2020");
    zaak.weigert(raadpleeg("2026-03-10")).veld("op");
    zaak.doe(raadpleeg("2026-03-02")).doe(verwijder("2026-03-10"));
    assert_eq!(zaak.aan_zet(), [("gemeente_melden", "directie"), ("inspectie_melden", "directie")]);
    zaak.doe(ben_w());
    assert_eq!(fase(&zaak), VerwijderingFase::Verwijderd);
    zaak.doe(inspectie(InspectieMelding::Verwijdering(1)));
    assert_eq!(fase(&zaak), VerwijderingFase::Gemeld);
    assert_eq!(zaak.aan_zet(), [], "the pupil is still at school");
    zaak.weigert(elders("2026-03-08")).veld("van");
    zaak.op("2026-03-10");
    assert_eq!(zaak.aan_zet(), [("elders_nagaan", "directie")]);
    zaak.doe(elders("2026-03-10"));
    assert!(zaak.dossier.beurten().is_empty());
    zaak.weigert(elders("2026-03-10")).met("al_vastgesteld");
    zaak.weigert(inspectie(InspectieMelding::Verwijdering(1))).met("al_gemeld");
}

#[test]
fn the_rules_on_removal_from_special_education_stand_in_its_own_law() {
    let mut zaak = kind("2016-03-12");
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2025-08-01"))
        .als(directie(LIBEL))
        .doe(voornemen(LIBEL, Sector::So));
    zaak.weigert(verwijder("2026-03-02")).met("niet_gehoord").op_grond_van("art. 40 lid 18 WEC");
}

#[test]
fn a_removal_is_reported_to_the_municipality_once_and_only_when_it_happened() {
    let mut zaak = voorgenomen();
    zaak.weigert(ben_w()).met("niet_verwijderd");
    zaak.weigert(inspectie(InspectieMelding::Verwijdering(1))).met("niet_verwijderd");
    zaak.doe(horen("2026-03-02")).doe(vind_school("De IJsvogel")).op("2026-03-09");
    zaak.doe(verwijder("2026-03-10")).doe(ben_w());
    assert_eq!(fase(&zaak), VerwijderingFase::Gemeld);
    zaak.weigert(ben_w()).met("al_gemeld");
    zaak.weigert(MeldAanBenW { verwijdering: 2, gemeente: "x".into() }).veld("verwijdering");
}

#[test]
fn a_removal_works_from_the_day_after_the_decision_at_the_earliest_and_gives_six_weeks_to_object() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02")).doe(vind_school("De IJsvogel")).op("2026-03-09");
    zaak.weigert(verwijder("2026-03-09")).veld("per");
    zaak.weigert(verwijder("2037-01-01")).veld("per");
    zaak.weigert(Verwijder { motivering: String::new(), ..verwijder("2026-03-10") }).veld("motivering");
    zaak.doe(verwijder("2026-03-10"));
    let dossier::Gebeurtenis::Verwijderd(event) = &zaak.nieuw[0] else { panic!("removed") };
    assert_eq!(event.bezwaar_uiterlijk, d("2026-04-20"));
}

/// R1.10: the parents are invited for a day a week later; on a Saturday that is the Monday after it. Before that day nothing is
/// decided, whatever was said already, and nobody is told to.
#[test]
fn nothing_is_decided_before_the_talk_to_which_the_parents_were_invited() {
    for (told, early, day) in
        [("2026-03-02", "2026-03-08", "2026-03-09"), ("2026-03-07", "2026-03-15", "2026-03-16")]
    {
        let mut zaak = ingeschreven();
        zaak.op(told).als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
        let school = BereidGevonden { bereid_op: d(told), ..bereid("De IJsvogel") };
        zaak.doe(horen(told)).doe(VindBereideSchool { verwijdering: 1, school }).op(early);
        zaak.weigert(verwijder("2026-04-01")).met("gesprek_komt_nog").op_grond_van("");
        zaak.op(day).doe(verwijder("2026-04-01"));
    }
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02")).doe(vind_school("De IJsvogel")).op("2026-03-08");
    assert_eq!(zaak.aan_zet(), []);
    zaak.op("2026-03-09");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
}

#[test]
fn an_intention_can_be_withdrawn_and_then_nobody_has_to_act() {
    let mut zaak = voorgenomen();
    zaak.doe(TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() });
    assert_eq!(fase(&zaak), VerwijderingFase::Ingetrokken);
    assert!(zaak.dossier.beurten().is_empty());
    zaak.weigert(horen("2026-03-02")).met("verwijdering_afgerond");
    zaak.doe(voornemen(WATERJUFFER, Sector::Po));
    assert_eq!(zaak.dossier.verwijderingen[1].nr, 2);
}

#[test]
fn deregistration_is_no_way_round_a_removal() {
    let mut zaak = voorgenomen();
    let uit = crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-03-09"));
    zaak.weigert(uit.clone()).met("verwijdering_loopt").op_grond_van("art. 40 lid 11 WPO");
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-09"));
    zaak.als(ib(WATERJUFFER));
    assert!(zaak.dossier.inschrijving_op(d("2026-03-09")).unwrap().vestiging == vestiging(IJSVOGEL));
    // As of the first day at the other school it is a deregistration (LPW 10), and not a day before.
    zaak.weigert(SchrijfUit { per: d("2026-03-08"), ..uit.clone() }).met("verwijdering_loopt");
    zaak.doe(uit.clone()).weigert(uit).veld("vestiging");
}

#[test]
fn a_suspension_lasts_a_week_at_most() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER));
    zaak.weigert(schors("2026-03-02", "2026-03-09")).veld("tot_en_met").op_grond_van("art. 40c WPO");
    zaak.weigert(schors("2026-03-02", "2026-03-01")).veld("tot_en_met");
    zaak.doe(schors("2026-03-02", "2026-03-08"));
    zaak.weigert(schors("2026-03-08", "2026-03-08")).veld("van");
}

#[test]
fn short_suspensions_in_a_row_are_one_long_one() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-06"));
    // Monday follows Friday: the weekend between is no school.
    zaak.weigert(schors("2026-03-09", "2026-03-09")).veld("tot_en_met").op_grond_van("art. 40c WPO");
    assert!(zaak.vraag(schors("2026-03-10", "2026-03-13")).is_ok(), "a day at school between");
}

#[test]
fn a_suspension_put_before_another_counts_with_it() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-09", "2026-03-11"));
    zaak.weigert(schors("2026-03-04", "2026-03-06")).veld("tot_en_met");
    zaak.doe(schors("2026-03-06", "2026-03-06"));
    assert!(zaak.dossier.schorsingen[1].melding_nodig(), "together more than one day");
}

#[test]
fn holidays_between_two_suspensions_are_no_school_days_either() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-30", "2026-04-02"));
    // 3 April is Good Friday, 6 April Easter Monday.
    zaak.weigert(schors("2026-04-07", "2026-04-07")).veld("tot_en_met");
    assert!(zaak.vraag(schors("2026-04-08", "2026-04-08")).is_ok());
}

#[test]
fn a_suspension_over_one_day_is_reported_to_the_inspectorate() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-02"));
    assert!(zaak.dossier.beurten().is_empty());
    zaak.op("2026-03-16").doe(schors("2026-03-16", "2026-03-17"));
    assert_eq!(zaak.aan_zet(), [("inspectie_melden", "directie")]);
    zaak.doe(inspectie(InspectieMelding::Schorsing(2)));
    assert!(zaak.dossier.beurten().is_empty());
    zaak.weigert(inspectie(InspectieMelding::Schorsing(2))).met("al_gemeld");
    zaak.weigert(inspectie(InspectieMelding::Schorsing(3))).veld("schorsing");
}

#[test]
fn only_the_own_school_suspends_and_only_a_pupil_that_is_enrolled() {
    let mut zaak = ingeschreven();
    zaak.als(directie(IJSVOGEL));
    zaak.weigert(schors("2026-03-02", "2026-03-02")).met("andere_organisatie");
    zaak.als(directie(WATERJUFFER));
    zaak.weigert(schors("2025-07-31", "2025-07-31")).met("niet_ingeschreven");
}

#[test]
fn a_family_is_told_the_day_on_which_a_suspension_was_decided_and_not_the_day_on_which_it_begins() {
    let mut zaak = ingeschreven();
    zaak.op("2026-03-06").als(directie(WATERJUFFER)).doe(schors("2026-03-09", "2026-03-11"));
    let told = zaak.dossier.zaken.beslissingen("Sam");
    assert_eq!(told.iter().map(|besluit| besluit.op).collect::<Vec<_>>(), [d("2026-03-06")]);
}

/// Given a pupil of age in vo whom the board removed: no other school is needed.
pub(crate) fn meerderjarig_verwijderd() -> Zaak {
    let mut zaak = kind("2008-01-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2020-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    zaak.doe(HoorOudersEnLeraar {
        leerling: "Ik wil blijven.".into(),
        leraar: String::new(),
        ..horen("2026-03-02")
    });
    zaak.op("2026-03-20");
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-04-01"));
    zaak
}

#[test]
fn a_pupil_of_age_in_vo_is_removed_without_another_school_or_the_inspectie() {
    assert_eq!(fase(&meerderjarig_verwijderd()), VerwijderingFase::Verwijderd);
}

#[test]
fn a_pupil_of_seventeen_waits_for_another_school_until_the_eighteenth_birthday() {
    let mut zaak = kind("2008-04-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2020-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    zaak.doe(HoorOudersEnLeraar { leerling: "Ik wil blijven.".into(), ..horen("2026-03-02") });
    zaak.op("2026-04-11");
    // The school tells pupil and parents what changes tomorrow.
    let turns = [("meerderjarigheid_vertellen", "ib"), ("andere_school_zoeken", "directie")];
    assert_eq!(zaak.aan_zet(), turns);
    zaak.weigert(verwijder("2026-04-11")).met("inspectie_niet_geraadpleegd");
    zaak.op("2026-04-13");
    // Nobody told the parents yet that the pupil decides.
    let turns = [("meerderjarigheid_vertellen", "ib"), ("verwijdering_beslissen", "directie")];
    assert_eq!(zaak.aan_zet(), turns);
    zaak.doe(verwijder("2026-05-01"));
}

/// The law does not say whether the day of the decision counts or the first day without a school: what it asks is not passed over by a later one.
#[test]
fn a_decision_before_the_eighteenth_birthday_asks_a_school_and_the_inspectie_whatever_day_the_pupil_leaves() {
    let mut zaak = kind("2008-04-13");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2020-08-01"));
    zaak.als(directie(WINDVEER)).doe(voornemen(WINDVEER, Sector::Vo));
    zaak.doe(HoorOudersEnLeraar { leerling: "Ik wil blijven.".into(), ..horen("2026-03-02") });
    zaak.op("2026-04-10");
    for per in ["2026-04-13", "2026-05-01"] {
        let refused = zaak.weigert(verwijder(per)).met("inspectie_niet_geraadpleegd");
        let refused = refused.op_grond_van("art. 8.15 lid 2 WVO 2020").0;
        assert_eq!(refused.vindplaats.map(|place| place.zekerheid), Some(base::Zekerheid::Kennis));
        let said = nl(refused.wat_wel.as_deref().expect("a way out"));
        assert!(said.contains("beslissen vanaf ma 13 apr 2026"), "{said}");
    }
    zaak.doe(RaadpleegInspectie { verwijdering: 1, op: d("2026-04-10"), uitkomst: "Gesproken.".into() });
    zaak.weigert(verwijder("2026-04-13")).met("geen_school").op_grond_van("art. 8.15 lid 2 WVO 2020");
    // What the school says of the pupil counts on that day too.
    let diploma = Verwijder {
        zonder_school: Some(ZonderSchool::Startkwalificatie),
        zonder_school_blijkt: "Diploma havo.".into(),
        ..verwijder("2026-04-13")
    };
    assert!(zaak.vraag(diploma).is_ok());
    zaak.op("2026-04-13").doe(verwijder("2026-05-01"));
    // In special education the same.
    let mut zaak = kind("2008-04-13");
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::Vso, "2020-08-01"));
    zaak.als(directie(LIBEL)).doe(voornemen(LIBEL, Sector::So)).doe(horen("2026-03-02")).op("2026-04-10");
    zaak.weigert(verwijder("2026-04-13")).met("geen_school").op_grond_van("art. 40 lid 18 WEC");
    zaak.weigert(verwijder("2026-04-12")).met("geen_school").op_grond_van("art. 40 lid 18 WEC");
}

#[test]
fn an_institute_removes_after_eight_weeks_of_search_and_no_other_school_does() {
    let given = |soort| {
        let mut zaak = kind("2014-03-12");
        zaak.op_school(schrijf_in(LIBEL, soort, "2020-08-01"));
        zaak.als(directie(LIBEL)).doe(voornemen(LIBEL, Sector::So));
        zaak.doe(horen("2026-03-02"));
        zaak
    };
    let searched = |sinds: &str| Verwijder {
        gezocht_sinds: Some(d(sinds)),
        gezocht: "Drie instellingen, alle nee.".into(),
        ..verwijder("2026-05-01")
    };
    let mut zaak = given(Schoolsoort::InstellingC12);
    zaak.op("2026-04-26");
    zaak.weigert(verwijder("2026-05-01")).met("geen_school");
    zaak.weigert(searched("2026-03-02")).veld("gezocht_sinds").op_grond_van("art. 40 lid 18 WEC");
    zaak.op("2026-04-27");
    zaak.weigert(Verwijder { gezocht: " ".into(), ..searched("2026-03-02") }).veld("gezocht");
    zaak.doe(searched("2026-03-02"));
    let mut zaak = given(Schoolsoort::So);
    zaak.op("2026-06-01");
    zaak.weigert(Verwijder { per: d("2026-07-01"), ..searched("2026-03-02") }).veld("gezocht_sinds");
}

#[test]
fn a_talk_without_all_parents_counts_from_the_day_for_which_they_were_invited() {
    // Given an intention told today, and an invitation for 9 March.
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    let turns = zaak.dossier.beurten();
    let theirs = turns.iter().find(|beurt| beurt.zet == Zet::GesprekVoeren).expect("the parents may come");
    assert_eq!((theirs.rol, theirs.uiterlijk), (dossier::Rol::Ouder, Some(d("2026-03-09"))));
    let absent = HoorOudersEnLeraar { kwamen: Vec::new(), ouders: String::new(), ..horen("2026-03-02") };
    // Then nobody records before that day that they did not come; with all of them there it counts.
    zaak.weigert(absent.clone()).veld("kwamen").op_grond_van("art. 40 lid 11 WPO");
    assert!(zaak.vraag(horen("2026-03-02")).is_ok());
    zaak.op("2026-03-10")
        .weigert(HoorOudersEnLeraar { op: d("2026-03-06"), ..absent.clone() })
        .veld("kwamen");
    // When nobody came on that day it is told so, and the file goes on.
    zaak.doe(HoorOudersEnLeraar { op: d("2026-03-09"), ..absent });
    assert!(zaak.dossier.verwijderingen[0].niemand_kwam());
    let told = zaak.dossier.tijdlijn();
    assert!(
        told.iter().any(|line| nl(&line.tekst) == "Ouders kwamen niet naar het gesprek over verwijdering")
    );
    assert_eq!(zaak.aan_zet(), [("andere_school_zoeken", "directie")]);
}

#[test]
fn one_parent_is_not_both() {
    let mut zaak = ingeschreven();
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("de heer P. Waterhoen"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.weigert(horen("2026-03-02")).veld("kwamen");
    let stranger = HoorOudersEnLeraar { kwamen: vec![1, 2, 3], ..horen("2026-03-02") };
    zaak.weigert(stranger).veld("kwamen");
    zaak.doe(HoorOudersEnLeraar { kwamen: vec![2, 1], ..horen("2026-03-02") });
}

#[test]
fn a_pupil_who_leaves_by_a_removal_gets_no_second_intention_and_a_later_turn_is_there() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02"))
        .doe(vind_school("De IJsvogel"))
        .op("2026-03-09")
        .doe(verwijder("2026-03-23"));
    zaak.weigert(voornemen(WATERJUFFER, Sector::Po)).met("al_verwijderd");
    zaak.doe(ben_w());
    assert!(zaak.aan_zet().is_empty());
    let later: Vec<_> = zaak.dossier.beurten().iter().map(|beurt| (beurt.zet, beurt.van)).collect();
    assert_eq!(later, [(Zet::EldersNagaan, d("2026-03-23"))]);
}

#[test]
fn a_suspension_that_begins_later_is_reported_from_the_day_on_which_it_was_decided() {
    let mut zaak = ingeschreven();
    zaak.op("2026-03-06").als(directie(WATERJUFFER)).doe(schors("2026-03-09", "2026-03-11"));
    assert_eq!(zaak.aan_zet(), [("inspectie_melden", "directie")]);
}
