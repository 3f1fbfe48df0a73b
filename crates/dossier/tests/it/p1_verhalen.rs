//! P1 told from begin to end, one story per outcome: where the case stands after each step, whose turn it is and by which
//! day, which letter is due, where the child goes to school and who holds the duty of care.

use dossier::aanmelding::afloop::{
    AanvaardAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn, Weiger,
    WijsAanbodAf,
};
use dossier::aanmelding::feiten::{Indiener, Weigeringsgrond};
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, VerlengBeslistermijn,
};
use dossier::soort::Schoolsoort;
use dossier::staat::Afloop;

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, aanbod, aangemeld, behoefte, behoefte_vastgesteld, bereid, d, directie, ib,
    kind, laat_toe, meld_aan, meld_aan_bij, nl, ouder, overleg, schrijf_in, uitzondering, vestiging,
    vraag_informatie, weiger,
};

const SCHOOL: &str = "school/99AA00";
const ANDERE: &str = "school/99BB00";
const GEZIN: &str = "gezin/2026-000017";

fn informatie(op: &str, compleet: bool) -> OntvangInformatie {
    OntvangInformatie { aanmelding: 1, op: d(op), compleet, nog_nodig: String::new() }
}

fn plaats() -> PlaatsTijdelijk {
    PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: "3".into(),
        zonder_verklaring: String::new(),
        ertussen: "Sam was ziek.".into(),
    }
}

fn ja(aanbod: u32) -> AanvaardAanbod {
    AanvaardAanbod { van: None, aanmelding: 1, aanbod, toelichting: String::new() }
}

fn nee(aanbod: u32) -> WijsAanbodAf {
    WijsAanbodAf { van: None, aanmelding: 1, aanbod, reden: "Te ver fietsen.".into() }
}

/// A refusal on which was talked on a day.
fn weiger_op(grond: Weigeringsgrond, op: &str) -> Weiger {
    Weiger { overleg: Some(overleg(op)), ..weiger(grond) }
}

/// Given a child with a temporary place since the day after ten weeks.
fn tijdelijk() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(plaats());
    zaak
}

#[test]
fn a_child_without_extra_needs_is_registered_and_admitted() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(meld_aan()).dan_is_vastgelegd(&["aangemeld"]);
    assert_eq!(zaak.brieven_gevraagd(), ["aangemeld"], "a confirmation with the last day");
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_ontvangen")]);
    zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30")]);
    // Two weeks before the last day, which stands beside it; once that is over it is the day by which it is late.
    assert_eq!(zaak.dossier.beurten()[0].einddag, Some(d("2026-04-13")));
    let mut late = zaak.clone();
    late.op("2026-04-13").dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30")]);
    late.op("2026-04-14").dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-04-13")]);
    zaak.op("2026-03-09").doe(behoefte(false)).dan_is_vastgelegd(&["ondersteuningsbehoefte_vastgesteld"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
    zaak.op("2026-03-16").doe(laat_toe("2026-08-01")).dan_is_vastgelegd(&["toegelaten", "ingeschreven"]);
    assert_eq!(zaak.brieven_gevraagd(), ["toegelaten"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_toegelaten")]);
    assert_eq!(zaak.school_op("2026-07-31"), None);
    assert_eq!(zaak.school_op("2026-08-01").as_deref(), Some(WATERJUFFER));
    assert_eq!(zaak.zorgplicht_op("2026-03-16"), [SCHOOL], "until the first day, and then as its school");
    assert_eq!(zaak.zorgplicht_op("2026-08-01"), [SCHOOL]);
}

#[test]
fn a_school_that_needs_more_time_asks_extends_and_admits_with_a_plan_to_follow() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    assert_eq!(zaak.brieven_gevraagd(), ["informatie_gevraagd"]);
    zaak.dan_is_aan_zet(&[("informatie_geven", "ouder", GEZIN, "2026-03-23")]);
    zaak.op("2026-03-24").dan_is_aan_zet(&[("informatie_verwerken", "ib", SCHOOL, "2026-04-28")]);
    // What came on the eighteenth stopped the clock for nine days: the ninth up to and with the seventeenth.
    zaak.doe(informatie("2026-03-18", true));
    zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-04-08")]);
    zaak.doe(behoefte(true)).dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-22")]);
    zaak.op("2026-04-22").doe(VerlengBeslistermijn {
        aanmelding: 1,
        weken: 4,
        reden: "Het onderzoek loopt.".into(),
    });
    assert_eq!(zaak.brieven_gevraagd(), ["beslistermijn_verlengd"]);
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-05-20")]);
    zaak.op("2026-04-28").doe(laat_toe("2026-05-11"));
    let dossier::Gebeurtenis::Toegelaten(event) = &zaak.nieuw[0] else { panic!("admitted") };
    let plan = event.opp_uiterlijk.as_ref().expect("a plan is due").uitkomst;
    assert_eq!(plan, Some(d("2026-06-22")), "six weeks after the first day");
    assert_eq!(zaak.school_op("2026-05-11").as_deref(), Some(WATERJUFFER));
}

#[test]
fn an_offer_is_rejected_once_and_accepted_the_second_time() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-03-16").doe(aanbod("2026-08-01"));
    assert_eq!(zaak.brieven_gevraagd(), ["aanbod_gedaan"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_aanbod_gedaan")]);
    zaak.dan_is_aan_zet(&[
        ("aanbod_beantwoorden", "ouder", GEZIN, "2026-03-30"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    zaak.als(ouder()).doe(nee(1)).dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
    zaak.als(ib(WATERJUFFER)).op("2026-04-07").doe(aanbod("2026-08-01"));
    // Two weeks all the same, where the school offers late: its own term runs on.
    zaak.dan_is_aan_zet(&[
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
        ("aanbod_beantwoorden", "ouder", GEZIN, "2026-04-21"),
    ]);
    zaak.als(ouder()).doe(ja(2)).dan_is_vastgelegd(&["aanbod_aanvaard"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_elders")]);
    assert_eq!(zaak.zorgplicht_op("2026-06-01"), [SCHOOL], "a yes on paper is no place");
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-08-01"));
    assert_eq!(zaak.zorgplicht_op("2026-07-31"), [SCHOOL]);
    assert_eq!(zaak.zorgplicht_op("2026-08-01"), [ANDERE]);
}

#[test]
fn a_child_that_needs_support_is_refused_when_another_school_takes_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-03-30").doe(weiger_op(Weigeringsgrond::AndereSchool(bereid("De IJsvogel")), "2026-03-23"));
    zaak.dan_is_vastgelegd(&["geweigerd"]).dan_staat(&[("aanmelding-1", "aanmelding_geweigerd")]);
    assert_eq!(zaak.brieven_gevraagd(), ["geweigerd"]);
    let Some(Afloop::Geweigerd { op, grond, bezwaar_uiterlijk }) = &zaak.aanmelding().afloop else {
        panic!("refused")
    };
    assert_eq!((*op, *bezwaar_uiterlijk), (d("2026-03-30"), d("2026-05-11")));
    let Weigeringsgrond::AndereSchool(school) = grond else { panic!("another school") };
    assert_eq!(school.schoolnaam, "De IJsvogel");
    assert_eq!(zaak.zorgplicht_op("2026-03-30"), [""; 0]);
    assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-13")), "it was decided in time");
}

#[test]
fn the_letter_of_a_refusal_says_on_which_exception_of_which_article() {
    let mut zaak = aangemeld();
    zaak.doe(weiger(uitzondering("grondslag_niet_onderschreven_po")));
    let dossier::Gebeurtenis::Geweigerd(event) = &zaak.nieuw[0] else { panic!("refused") };
    assert!(
        event.grond_tekst.contains("grondslag") && event.grond_tekst.contains("WPO"),
        "{}",
        event.grond_tekst
    );
    let line = nl(&zaak.dossier.tijdlijn()[0].tekst);
    assert!(line.to_lowercase().contains("geweigerd"), "{line}");
}

#[test]
fn a_registration_that_stays_incomplete_is_not_handled() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23")).op("2026-03-30");
    zaak.doe(StelBuitenBehandeling { aanmelding: 1, reden: "Het verslag kwam niet.".into() });
    zaak.dan_is_vastgelegd(&["buiten_behandeling_gesteld"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_buiten_behandeling")]);
    assert_eq!(zaak.brieven_gevraagd(), ["buiten_behandeling_gesteld"]);
    let Some(Afloop::BuitenBehandeling { op, bezwaar_uiterlijk }) = &zaak.aanmelding().afloop else {
        panic!("not handled")
    };
    assert_eq!((*op, *bezwaar_uiterlijk), (d("2026-03-30"), d("2026-05-11")));
    assert_eq!(zaak.zorgplicht_op("2026-03-30"), [""; 0]);
    zaak.doe(MeldAan { ontvangen_op: d("2026-03-30"), ..meld_aan() });
    zaak.dan_staat(&[
        ("aanmelding-1", "aanmelding_buiten_behandeling"),
        ("aanmelding-2", "aanmelding_ontvangen"),
    ]);
}

#[test]
fn parents_withdraw_in_each_phase_and_may_come_back() {
    let mut starts: Vec<Zaak> = vec![aangemeld(), behoefte_vastgesteld()];
    let mut waiting = aangemeld();
    waiting.doe(vraag_informatie("2026-03-16"));
    let mut offered = behoefte_vastgesteld();
    offered.doe(aanbod("2026-08-01"));
    starts.extend([waiting, offered]);
    for mut zaak in starts {
        zaak.als(ouder()).doe(TrekAanmeldingIn {
            van: None,
            aanmelding: 1,
            reden: "Wij gaan verhuizen.".into(),
        });
        zaak.dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
        zaak.dan_staat(&[("aanmelding-1", "aanmelding_ingetrokken")]);
        assert_eq!(zaak.zorgplicht_op("2026-03-02"), [""; 0]);
        zaak.als(ib(WATERJUFFER)).doe(meld_aan());
        zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30")]);
    }
}

#[test]
fn after_ten_weeks_without_a_decision_the_child_has_a_place_and_the_school_still_decides() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-11").dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
    zaak.op("2026-05-12").dan_is_aan_zet(&[
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
        ("tijdelijk_plaatsen", "ib", SCHOOL, "2026-05-12"),
    ]);
    zaak.doe(plaats()).dan_is_vastgelegd(&["tijdelijk_geplaatst", "ingeschreven"]);
    assert_eq!(zaak.brieven_gevraagd(), ["tijdelijk_geplaatst"]);
    assert_eq!(zaak.school_op("2026-05-11"), None);
    assert_eq!(zaak.school_op("2026-05-12").as_deref(), Some(WATERJUFFER));
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
    zaak.op("2026-05-26").doe(laat_toe("2026-05-26"));
    zaak.dan_is_vastgelegd(&["tijdelijke_plaatsing_geeindigd", "toegelaten"]);
    assert_eq!(zaak.brieven_gevraagd(), ["toegelaten"], "no letter that the place ends: it does not");
    assert_eq!(zaak.school_op("2027-01-11").as_deref(), Some(WATERJUFFER));
}

#[test]
fn a_temporary_place_ends_on_the_day_after_every_decision_that_is_no_admission() {
    let refused = weiger_op(uitzondering("geen_plaatsruimte_po"), "2026-05-20");
    let withdrawn = TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief".into() };
    let endings: [(&str, dossier::Opdracht); 2] =
        [("geweigerd", refused.into()), ("aanmelding_ingetrokken", withdrawn.into())];
    for (name, opdracht) in endings {
        let mut zaak = tijdelijk();
        zaak.op("2026-06-01").doe(opdracht);
        zaak.dan_is_vastgelegd(&["tijdelijke_plaatsing_geeindigd", "uitgeschreven", name]);
        assert!(zaak.brieven_gevraagd().contains(&"tijdelijke_plaatsing_geeindigd"), "{name}");
        assert_eq!(zaak.school_op("2026-06-01").as_deref(), Some(WATERJUFFER), "{name}");
        assert_eq!(zaak.school_op("2026-06-02"), None, "{name}");
        assert_eq!(
            zaak.aanmelding().tijdelijke_plaatsing.as_ref().unwrap().tot,
            Some(d("2026-06-02")),
            "{name}"
        );
    }
}

#[test]
fn a_temporary_place_ends_too_when_the_registration_is_not_handled() {
    let mut zaak = behoefte_vastgesteld();
    // Asked on the last day of the term, for six weeks; ten weeks run through.
    zaak.op("2026-04-13").doe(vraag_informatie("2026-05-25"));
    zaak.op("2026-05-12").doe(plaats()).op("2026-05-26");
    zaak.doe(StelBuitenBehandeling { aanmelding: 1, reden: "Er kwam niets.".into() });
    zaak.dan_is_vastgelegd(&[
        "tijdelijke_plaatsing_geeindigd",
        "uitgeschreven",
        "buiten_behandeling_gesteld",
    ]);
    assert_eq!(zaak.school_op("2026-05-26").as_deref(), Some(WATERJUFFER));
    assert_eq!(zaak.school_op("2026-05-27"), None);
}

#[test]
fn a_yes_to_another_school_keeps_the_temporary_place_until_that_school_begins() {
    for (begins, offered, last) in [
        ("2026-08-01", "2026-06-01", "2026-07-31"),
        ("2026-06-02", "2026-06-01", "2026-06-01"),
        ("2026-05-20", "2026-05-20", "2026-06-01"),
    ] {
        let mut zaak = tijdelijk();
        zaak.op(offered).doe(aanbod(begins)).op("2026-06-01").als(ouder()).doe(ja(1));
        assert_eq!(zaak.school_op(last).as_deref(), Some(WATERJUFFER), "{begins}");
        let after = d(last).tomorrow().expect("a day").to_string();
        assert_eq!(zaak.school_op(&after), None, "{begins}");
    }
}

#[test]
fn a_place_is_due_while_the_child_has_no_school_and_at_no_other_time() {
    let mut zaak = behoefte_vastgesteld();
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-05-18"));
    zaak.doe(crate::gegeven::schrijf_uit(vestiging(IJSVOGEL), d("2026-06-08")));
    for (day, due) in [
        ("2026-05-11", false),
        ("2026-05-12", true),
        ("2026-05-17", true),
        ("2026-05-18", false),
        ("2026-06-07", false),
        ("2026-06-08", true),
        ("2026-12-01", true),
    ] {
        zaak.op(day);
        assert_eq!(zaak.aan_zet().contains(&("tijdelijk_plaatsen", "ib")), due, "{day}");
        let place = PlaatsTijdelijk { per: d(day), ..plaats() };
        zaak.als(ib(WATERJUFFER));
        assert_eq!(zaak.vraag(place).is_ok(), due, "{day}: and then it can be given");
    }
}

#[test]
fn a_first_contact_gives_nobody_anything_to_do() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldEersteContact {
        school: "De Waterjuffer".into(),
        op: d("2026-02-27"),
        gezegd: "Wij zitten vol, bel volgend jaar.".into(),
    });
    zaak.dan_is_vastgelegd(&["eerst_contact_gemeld"]).dan_staat(&[]).dan_is_aan_zet(&[]);
    assert_eq!(zaak.brieven_gevraagd(), [""; 0]);
    assert_eq!(zaak.zorgplicht_op("2026-03-02"), [""; 0], "a telephone call is no registration");
    zaak.als(ib(WATERJUFFER)).doe(meld_aan());
    assert_eq!(zaak.zorgplicht_op("2026-03-02"), [SCHOOL]);
    assert_eq!(
        zaak.beslissen_uiterlijk(),
        Some(d("2026-04-13")),
        "from the written registration, not the call"
    );
}

#[test]
fn a_refusal_in_fact_is_no_decision_and_somebody_else_looks_at_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.als(ouder()).op("2026-03-10").doe(MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-09"),
        wat: "De directeur zei dat Sam hier niet past.".into(),
    });
    zaak.dan_is_vastgelegd(&["feitelijk_geweigerd"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    zaak.dan_is_aan_zet(&[
        ("weigering_oppakken", "loket", "swv/PO9901", "2026-03-17"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    assert_eq!(zaak.zorgplicht_op("2026-03-10"), [SCHOOL], "the duty stays where it was");
    zaak.als(ib(WATERJUFFER)).doe(LaatToe {
        aanmelding: 1,
        per: d("2026-08-01"),
        groep: "3".into(),
        residentieel: String::new(),
        ..laat_toe("2026-08-01")
    });
    assert!(!zaak.aan_zet().contains(&("weigering_oppakken", "loket")));
}

#[test]
fn parents_who_register_themselves_are_read_as_parents() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan() });
    zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30")]);
    let fact = zaak.dossier.feiten.last().expect("a fact");
    assert_eq!((fact.holder.to_string().as_str(), fact.actor.rol.code()), (SCHOOL, "ouder"));
    assert_eq!(zaak.aanmelding().ingediend_door, Indiener::Ouder(1));
}

#[test]
fn two_registrations_run_beside_each_other_each_with_its_own_clock() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-16").als(ib(IJSVOGEL));
    zaak.doe(MeldAan { ontvangen_op: d("2026-03-16"), ..meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool) });
    zaak.dan_is_aan_zet(&[
        ("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30"),
        ("behoefte_vaststellen", "ib", ANDERE, "2026-04-14"),
    ]);
    assert_eq!(zaak.zorgplicht_op("2026-03-16"), [SCHOOL, ANDERE]);
    zaak.als(directie(WATERJUFFER)).doe(weiger_op(uitzondering("geen_plaatsruimte_po"), "2026-03-16"));
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_geweigerd"), ("aanmelding-2", "aanmelding_ontvangen")]);
    zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", ANDERE, "2026-04-14")]);
    assert_eq!(zaak.zorgplicht_op("2026-03-16"), [ANDERE]);
}

#[test]
fn a_late_registration_is_decided_in_the_same_time() {
    for wanted in [None, Some("2026-03-03"), Some("2026-05-10"), Some("2026-05-11"), Some("2027-08-01")] {
        let mut zaak = kind("2020-03-12");
        zaak.doe(MeldAan { gewenst_per: wanted.map(d), ..meld_aan() });
        assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-13")), "{wanted:?}");
        let dossier::Gebeurtenis::Aangemeld(event) = &zaak.nieuw[0] else { panic!("registered") };
        let late = wanted.is_some_and(|wanted| d(wanted) < d("2026-05-11"));
        assert_eq!(event.laat, late, "{wanted:?}: ten weeks before is 2 March");
    }
}

#[test]
fn what_was_told_of_other_schools_stays_in_the_words_of_the_parents() {
    let zaak = aangemeld();
    assert_eq!(zaak.aanmelding().andere_scholen, ["De IJsvogel"]);
    assert_eq!(
        zaak.zorgplicht_op("2026-03-02"),
        [SCHOOL],
        "a name that parents wrote down is no registration"
    );
}
