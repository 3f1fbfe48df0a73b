//! P1, how a registration ends.

use base::Sector;
use dossier::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn, Weiger,
    WijsAanbodAf,
};
use dossier::aanmelding::feiten::{BereidGevonden, Overleg, Weigeringsgrond};
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie, PlaatsTijdelijk, zorgplicht_bij};
use dossier::soort::{AndereSchoolsoort, Schoolsoort, TlvSoort};
use dossier::staat::{AanmeldingFase, Afloop};

use crate::derde_lezing::getoond;
use crate::gegeven::nl;
use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, WINDVEER, Zaak, aanbod, aangemeld, behoefte, behoefte_vastgesteld, bereid,
    d, directie, ib, kind, laat_toe, meld_aan, meld_aan_bij, ouder, overleg, schrijf_in, uitzondering,
    vestiging, vraag_informatie, weiger,
};

fn andere_school() -> Weigeringsgrond {
    Weigeringsgrond::AndereSchool(bereid("De IJsvogel"))
}

fn buiten_behandeling() -> StelBuitenBehandeling {
    StelBuitenBehandeling { aanmelding: 1, reden: "Het verslag kwam niet.".into() }
}

fn feitelijk(op: &str) -> MeldFeitelijkeWeigering {
    MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d(op),
        wat: "De directeur zei dat Sam hier niet past.".into(),
    }
}

/// Given a child with a temporary place since 12 May.
fn tijdelijk() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: "3".into(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak
}

#[test]
fn an_offer_follows_the_assessment_and_waits_for_the_parents() {
    aangemeld()
        .weigert(aanbod("2026-08-01"))
        .met("behoefte_niet_vastgesteld")
        .op_grond_van("art. 40 lid 3 WPO");
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01"));
    // The parents think, and the term of the school runs on: each has a turn and a day.
    assert_eq!(zaak.aan_zet(), [("aanbod_beantwoorden", "ouder"), ("aanmelding_beslissen", "ib")]);
    let days: Vec<_> = zaak.dossier.beurten().iter().filter_map(|beurt| beurt.uiterlijk).take(2).collect();
    assert_eq!(days, [d("2026-03-16"), d("2026-04-13")]);
    zaak.weigert(aanbod("2026-08-01")).met("aanbod_open");
}

#[test]
fn an_offer_names_a_willing_school_its_proof_and_the_talk_with_the_parents() {
    let zaak = behoefte_vastgesteld();
    let with = |school| DoeAanbod { school, ..aanbod("2026-08-01") };
    zaak.weigert(with(BereidGevonden { bewijs: String::new(), ..bereid("De IJsvogel") })).veld("bewijs");
    zaak.weigert(with(bereid(" "))).veld("schoolnaam");
    let before = DoeAanbod { overleg: overleg("2026-03-01"), ..aanbod("2026-08-01") };
    zaak.weigert(before).veld("overleg_op");
    zaak.weigert(DoeAanbod {
        overleg: Overleg { met: String::new(), ..overleg("2026-03-02") },
        ..aanbod("2026-08-01")
    })
    .veld("overleg_met");
}

#[test]
fn an_accepted_offer_ends_the_registration_and_the_duty_stays_until_there_is_a_place() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01")).als(ouder());
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Elders);
    assert_eq!(zaak.aan_zet(), [("elders_aanmelden", "ouder")]);
    assert_eq!(zorgplicht_bij(&zaak.dossier, zaak.vandaag), [vestiging(WATERJUFFER).organisatie()]);
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-08-01"));
    assert_eq!(zorgplicht_bij(&zaak.dossier, d("2026-08-01")), [vestiging(IJSVOGEL).organisatie()]);
}

#[test]
fn a_school_that_records_the_parents_answer_says_how_they_gave_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01"));
    let yes = |toelichting: &str| AanvaardAanbod {
        van: None,
        aanmelding: 1,
        aanbod: 1,
        toelichting: toelichting.into(),
    };
    zaak.weigert(yes("")).veld("toelichting");
    assert!(zaak.vraag(yes("brief van 2 maart")).is_ok());
    let withdrawn = |reden: &str| TrekAanmeldingIn { van: None, aanmelding: 1, reden: reden.into() };
    zaak.weigert(withdrawn("")).veld("reden");
    zaak.als(ouder());
    assert!(zaak.vraag(withdrawn("")).is_ok());
}

#[test]
fn a_rejected_offer_leaves_the_duty_where_it_was() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01")).als(ouder());
    zaak.weigert(WijsAanbodAf { van: None, aanmelding: 1, aanbod: 2, reden: String::new() }).veld("aanbod");
    zaak.doe(WijsAanbodAf { van: None, aanmelding: 1, aanbod: 1, reden: "Te ver fietsen.".into() });
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::BehoefteVastgesteld);
    assert_eq!(zaak.aan_zet(), [("aanmelding_beslissen", "ib")]);
    zaak.weigert(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() })
        .veld("aanbod");
    zaak.als(ib(WATERJUFFER)).doe(aanbod("2026-08-01"));
    assert_eq!(zaak.aanmelding().open_aanbod().unwrap().nr, 2);
}

#[test]
fn a_temporary_place_lasts_until_the_accepted_place_begins() {
    let mut zaak = tijdelijk();
    zaak.doe(aanbod("2026-06-01")).als(ouder());
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
    assert!(zaak.dossier.inschrijving_op(d("2026-05-31")).is_some());
    assert!(zaak.dossier.inschrijving_op(d("2026-06-01")).is_none());
    let school = vestiging(WATERJUFFER).organisatie();
    assert!(
        zaak.dossier.feiten.iter().rev().take(3).all(|feit| feit.holder == school),
        "the school's own facts"
    );
}

#[test]
fn admission_enrols_the_child_from_its_first_day() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-08-01"));
    assert!(zaak.dossier.inschrijving_op(d("2026-07-31")).is_none());
    assert!(zaak.dossier.inschrijving_op(d("2026-08-01")).is_some());
    assert_eq!(zorgplicht_bij(&zaak.dossier, d("2026-05-01")), [vestiging(WATERJUFFER).organisatie()]);
    let opp = zaak.nieuw.iter().find_map(|event| match event {
        dossier::Gebeurtenis::Toegelaten(event) => event.opp_uiterlijk.as_ref()?.uitkomst,
        _ => None,
    });
    assert_eq!(opp, Some(d("2026-09-14")), "six weeks is Saturday 12 September");
}

#[test]
fn a_child_without_extra_support_has_no_plan_to_be_adopted_but_at_sbo_each_has() {
    let opp = |zaak: &Zaak| {
        zaak.nieuw
            .iter()
            .any(|event| matches!(event, dossier::Gebeurtenis::Toegelaten(e) if e.opp_uiterlijk.is_some()))
    };
    let mut plain = aangemeld();
    plain.doe(behoefte(false)).doe(laat_toe("2026-08-01"));
    assert!(!opp(&plain));
    for (soort, shown) in [
        (Schoolsoort::Sbo, Some(TlvSoort::Sbo)),
        (Schoolsoort::So, Some(TlvSoort::So)),
        (Schoolsoort::SoVso, Some(TlvSoort::So)),
        (Schoolsoort::Vso, Some(TlvSoort::Vso)),
        (Schoolsoort::InstellingC12, None),
    ] {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, soort));
        if let Some(shown) = shown {
            zaak.doe(getoond(shown));
        }
        zaak.doe(laat_toe("2026-09-01"));
        assert!(opp(&zaak), "{soort:?}");
    }
}

#[test]
fn admission_is_from_the_fourth_birthday() {
    let mut zaak = kind("2022-06-10");
    zaak.doe(meld_aan());
    zaak.weigert(laat_toe("2026-06-09")).veld("per").op_grond_van("art. 39 lid 1 WPO");
    zaak.weigert(laat_toe("2026-03-01")).veld("per");
    zaak.weigert(laat_toe("2037-01-01")).veld("per");
    zaak.doe(laat_toe("2026-06-10"));
}

#[test]
fn an_institute_of_cluster_1_or_2_admits_from_the_third_birthday() {
    let mut zaak = kind("2023-06-10");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::InstellingC12));
    zaak.weigert(laat_toe("2026-06-09")).veld("leeftijd").op_grond_van("art. 39 lid 1 WEC");
    zaak.doe(laat_toe("2026-06-10"));
}

#[test]
fn a_temporary_place_becomes_definitive_with_the_decision_and_the_plan_counts_from_there() {
    let mut zaak = tijdelijk();
    zaak.op("2026-06-08");
    zaak.weigert(laat_toe("2026-08-01")).veld("per").op_grond_van("art. 40 lid 7 WPO");
    zaak.doe(laat_toe("2026-06-08"));
    assert!(zaak.dossier.inschrijving_op(d("2026-06-09")).is_some());
    assert_eq!(zaak.dossier.inschrijvingen.len(), 1, "no second enrolment");
    let dossier::Gebeurtenis::Toegelaten(event) = &zaak.nieuw[1] else { panic!("admitted") };
    assert_eq!(event.opp_uiterlijk.as_ref().unwrap().uitkomst, Some(d("2026-07-20")));
}

#[test]
fn a_refusal_needs_the_need_another_school_its_proof_the_talk_and_reasons() {
    let refused = |zaak: &Zaak, weiger: Weiger, wat: &str| {
        let refusal = zaak.weigert(weiger).met("weigeren_onrechtmatig").0;
        assert!(nl(&refusal.reden).contains(wat), "{refusal:?}");
        refusal.vindplaats.map(|plaats| plaats.to_string())
    };
    let zaak = behoefte_vastgesteld();
    let wpo = Some("art. 40 lid 4 WPO".to_owned());
    let school = |school| weiger(Weigeringsgrond::AndereSchool(school));
    assert_eq!(refused(&zaak, school(bereid("")), "een andere school genoemd"), wpo);
    let unproven = BereidGevonden { bewijs: " ".into(), ..bereid("De IJsvogel") };
    assert_eq!(refused(&zaak, school(unproven), "waaruit blijkt"), wpo);
    assert_eq!(refused(&zaak, Weiger { overleg: None, ..weiger(andere_school()) }, "overleg gehad"), wpo);
    let unexplained = Weiger { motivering: String::new(), ..weiger(andere_school()) };
    assert_eq!(refused(&zaak, unexplained, "opgeschreven waarom"), None);
    let assessed = Some("art. 40 lid 3 WPO".to_owned());
    assert_eq!(refused(&aangemeld(), weiger(andere_school()), "extra ondersteuning nodig heeft"), assessed);
    let itself = BereidGevonden { vestiging: Some(vestiging(WATERJUFFER)), ..bereid("De Waterjuffer") };
    zaak.weigert(school(itself)).veld("schoolnaam");
    let old = Weiger { overleg: Some(overleg("2026-03-01")), ..weiger(andere_school()) };
    zaak.weigert(old).veld("overleg_op");
}

#[test]
fn a_refusal_for_want_of_room_asks_no_talk_no_need_and_waits_for_nothing() {
    let silent = || Weiger { overleg: None, ..weiger(uitzondering("geen_plaatsruimte_po")) };
    let mut zaak = aangemeld();
    zaak.doe(silent());
    // What was asked of the parents is about the need of the child (WPO 40(3), (5)).
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(vraag_informatie("2026-03-16"));
    zaak.weigert(weiger(andere_school())).met("wacht_op_informatie");
    zaak.doe(silent());
    assert!(matches!(zaak.aanmelding().afloop, Some(Afloop::Geweigerd { .. })));
}

#[test]
fn another_school_is_of_a_kind_that_counts_for_the_school_that_refuses() {
    let found =
        |soort| weiger(Weigeringsgrond::AndereSchool(BereidGevonden { soort, ..bereid("De IJsvogel") }));
    let zaak = behoefte_vastgesteld();
    for (soort, counts) in [
        (None, false),
        (Some(AndereSchoolsoort::Vo), false),
        (Some(AndereSchoolsoort::Vso), false),
        (Some(AndereSchoolsoort::Mbo), false),
        (Some(AndereSchoolsoort::Basisschool), true),
        // Of a kind that counts, and no declaration of this child for it.
        (Some(AndereSchoolsoort::Sbo), false),
        (Some(AndereSchoolsoort::So), false),
        (Some(AndereSchoolsoort::InstellingC12), true),
    ] {
        assert_eq!(zaak.vraag(found(soort)).is_ok(), counts, "{soort:?}");
    }
    zaak.weigert(found(None)).veld("andere_soort");
    zaak.weigert(found(Some(AndereSchoolsoort::Vo))).veld("andere_soort").op_grond_van("art. 40 lid 4 WPO");
}

#[test]
fn after_a_temporary_place_that_ended_the_school_sees_whether_the_child_has_a_school() {
    let no_room = || weiger(crate::gegeven::uitzondering("geen_plaatsruimte_po"));
    let mut refused = tijdelijk();
    refused.doe(no_room());
    let mut withdrawn = tijdelijk();
    withdrawn.doe(TrekAanmeldingIn { van: Some(1), aanmelding: 1, reden: "Wij verhuizen.".into() });
    for (zaak, what) in [(&mut refused, "refused"), (&mut withdrawn, "withdrawn")] {
        zaak.op("2026-05-15");
        assert!(zaak.aan_zet().contains(&("school_na_aanmelding", "ib")), "{what}: {:?}", zaak.aan_zet());
    }
    // After a yes it sees to the place elsewhere.
    let mut elsewhere = tijdelijk();
    elsewhere.doe(aanbod("2026-05-20"));
    elsewhere.doe(AanvaardAanbod {
        van: Some(1),
        aanmelding: 1,
        aanbod: 1,
        toelichting: "Op het gesprek.".into(),
    });
    elsewhere.op("2026-05-22");
    assert!(elsewhere.aan_zet().contains(&("plek_nagaan", "ib")), "{:?}", elsewhere.aan_zet());
}

#[test]
fn a_temporary_place_ends_with_a_decision_and_not_by_a_removal() {
    tijdelijk()
        .weigert(crate::gegeven::voornemen(WATERJUFFER, base::Sector::Po))
        .met("tijdelijke_plek")
        .op_grond_van("art. 40 lid 7 WPO");
}

#[test]
fn a_lawful_refusal_ends_the_registration_and_gives_six_weeks_to_object() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(weiger(andere_school()));
    let Some(Afloop::Geweigerd { op, bezwaar_uiterlijk, .. }) = &zaak.aanmelding().afloop else {
        panic!("refused")
    };
    assert_eq!((*op, *bezwaar_uiterlijk), (d("2026-03-02"), d("2026-04-13")));
    assert_eq!(zaak.aan_zet(), [("plek_nagaan", "ib")], "the child is at no school");
    assert!(zorgplicht_bij(&zaak.dossier, zaak.vandaag).is_empty());
}

#[test]
fn the_last_day_to_object_moves_past_easter_at_public_and_private_schools() {
    for openbaar in [false, true] {
        let mut zaak = kind("2020-03-12");
        zaak.op("2026-02-23").doe(MeldAan { openbaar, ontvangen_op: d("2026-02-23"), ..meld_aan() });
        zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")).clone_with_talk("2026-02-23"));
        let Some(Afloop::Geweigerd { bezwaar_uiterlijk, .. }) = &zaak.aanmelding().afloop else {
            panic!("refused")
        };
        assert_eq!(*bezwaar_uiterlijk, d("2026-04-07"), "6 April is Easter Monday");
    }
}

trait WithTalk {
    fn clone_with_talk(self, op: &str) -> Weiger;
}

impl WithTalk for Weiger {
    fn clone_with_talk(self, op: &str) -> Weiger {
        let mut refusal = Weiger { overleg: Some(overleg(op)), ..self };
        if let Weigeringsgrond::Uitzondering { bewijs, .. } = &mut refusal.grond {
            for seen in bewijs.iter_mut().filter(|seen| seen.antwoord.parse::<base::Date>().is_ok()) {
                op.clone_into(&mut seen.antwoord);
            }
        }
        refusal
    }
}

#[test]
fn an_exception_of_the_law_holds_in_its_own_sector_and_kind_of_school_only() {
    let refused = |zaak: &Zaak, id: &str| {
        let refusal = zaak.weigert(weiger(uitzondering(id))).met("weigeren_onrechtmatig").0;
        refusal.vindplaats.map(|plaats| plaats.to_string())
    };
    let allowed = |zaak: &Zaak, id: &str| assert!(zaak.vraag(weiger(uitzondering(id))).is_ok(), "{id}");
    let po = aangemeld();
    allowed(&po, "geen_plaatsruimte_po");
    allowed(&po, "grondslag_niet_onderschreven_po");
    assert_eq!(refused(&po, "geen_plaatsruimte_vo"), Some("art. 40 lid 4 WPO".into()));
    refused(&po, "grondslag_niet_gerespecteerd_sbo");
    refused(&po, "wij_vinden_het_lastig");
    let at = |school: &str, soort| {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(school)).doe(meld_aan_bij(school, soort));
        zaak
    };
    let vo = at(WINDVEER, Schoolsoort::Vo);
    allowed(&vo, "voldoet_niet_aan_toelatingseisen");
    assert_eq!(refused(&vo, "geen_plaatsruimte_po"), Some("art. 8.9 lid 2 WVO 2020".into()));
    let so = at(LIBEL, Schoolsoort::So);
    allowed(&so, "geen_plaatsruimte_so");
    assert_eq!(refused(&so, "instelling_cluster_1_2"), Some("art. 40 lid 5 WEC".into()));
    allowed(&at(LIBEL, Schoolsoort::InstellingC12), "instelling_cluster_1_2");
    let sbo = at(LIBEL, Schoolsoort::Sbo);
    allowed(&sbo, "grondslag_niet_gerespecteerd_sbo");
    refused(&sbo, "grondslag_niet_onderschreven_po");
}

#[test]
fn a_public_school_has_no_foundation_to_refuse_on() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(MeldAan { openbaar: true, ..meld_aan() });
    zaak.weigert(weiger(uitzondering("grondslag_niet_onderschreven_po"))).met("weigeren_onrechtmatig");
    let ctx = zaak.ctx();
    let ids: Vec<&str> = dossier::opdracht::regels::gronden(&ctx, (zaak.aanmelding(), false))
        .map(|grond| grond.id.as_str())
        .collect();
    assert_eq!(ids, ["geen_plaatsruimte_po"]);
}

#[test]
fn an_exception_without_explanation_is_none() {
    let bewijs = Vec::new();
    let grond = Weigeringsgrond::Uitzondering {
        grond: "geen_plaatsruimte_po".into(),
        onderbouwing: "Groep 3 is vol.".into(),
        bewijs,
    };
    aangemeld().weigert(weiger(grond)).veld("bewijs_plaatsen").op_grond_van("art. 40 lid 5 onder a WPO");
}

#[test]
fn no_refusal_while_the_school_waits_for_what_it_asked() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(vraag_informatie("2026-03-16"));
    zaak.weigert(weiger(andere_school())).met("wacht_op_informatie");
}

#[test]
fn a_refusal_ends_the_temporary_place_on_the_day_after() {
    let mut zaak = tijdelijk();
    zaak.op("2026-06-08").doe(weiger(andere_school()).clone_with_talk("2026-06-01"));
    assert!(zaak.dossier.inschrijving_op(d("2026-06-08")).is_some());
    assert!(zaak.dossier.inschrijving_op(d("2026-06-09")).is_none());
}

#[test]
fn a_refusal_in_fact_changes_nothing_and_gives_the_partnership_a_turn() {
    let mut zaak = aangemeld();
    zaak.als(ouder()).doe(feitelijk("2026-03-02"));
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Ontvangen);
    assert_eq!(zaak.aan_zet(), [("weigering_oppakken", "loket"), ("behoefte_vaststellen", "ib")]);
    assert_eq!(zorgplicht_bij(&zaak.dossier, zaak.vandaag), [vestiging(WATERJUFFER).organisatie()]);
    zaak.weigert(feitelijk("2026-03-01")).veld("op");
    zaak.als(directie(IJSVOGEL));
    assert!(zaak.vraag(feitelijk("2026-03-02")).is_ok(), "the school where the child is now may tell it");
}

#[test]
fn a_refusal_in_fact_reaches_a_partnership_also_when_the_school_names_none() {
    let mut zaak = kind("2014-03-12");
    zaak.als(ib(WINDVEER)).doe(MeldAan { swv: None, ..meld_aan_bij(WINDVEER, Schoolsoort::Vo) });
    zaak.als(ouder()).doe(feitelijk("2026-03-02"));
    let turn = zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet.code() == "weigering_oppakken");
    assert_eq!(turn.unwrap().organisatie.to_string(), "swv/VO9902");
}

#[test]
fn not_handling_needs_a_question_a_lapsed_time_and_four_weeks_at_most() {
    let mut zaak = aangemeld();
    zaak.weigert(buiten_behandeling()).met("niets_gevraagd").op_grond_van("art. 63 lid 4 WPO");
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-23");
    zaak.weigert(buiten_behandeling()).met("nog_tijd");
    zaak.op("2026-04-21");
    zaak.weigert(buiten_behandeling()).met("te_laat").op_grond_van("art. 63 lid 4 WPO");
    for day in ["2026-03-24", "2026-04-20"] {
        let mut zaak = zaak.clone();
        zaak.op(day).doe(buiten_behandeling());
        assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::BuitenBehandeling);
        assert_eq!(zaak.aan_zet(), [("school_na_aanmelding", "ib")], "the child is enrolled nowhere");
    }
}

#[test]
fn a_complete_registration_is_always_handled() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-16").doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-16"),
        compleet: true,
        nog_nodig: String::new(),
    });
    zaak.op("2026-03-24");
    zaak.weigert(buiten_behandeling()).met("informatie_compleet");
}

#[test]
fn not_handling_rests_on_the_law_of_its_own_sector() {
    for (school, soort, sector, artikel) in [
        (LIBEL, Schoolsoort::So, Sector::So, "art. 61 lid 5 WEC"),
        (WINDVEER, Schoolsoort::Vo, Sector::Vo, "art. 8.8 lid 3 WVO 2020"),
    ] {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(school)).doe(meld_aan_bij(school, soort));
        assert_eq!(zaak.aanmelding().sector, sector);
        let refusal = zaak.weigert(buiten_behandeling()).0;
        let found = refusal.vindplaats.unwrap().to_string();
        assert!(found.contains(artikel), "{found}");
    }
}

#[test]
fn withdrawing_ends_everything_about_the_registration() {
    let mut zaak = tijdelijk();
    zaak.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: "Wij verhuizen.".into() });
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Ingetrokken);
    assert!(zaak.dossier.inschrijving_op(d("2026-05-13")).is_none());
    // The child has no school by it: whoever had the place sees whether there is one.
    let left: Vec<_> = zaak.dossier.beurten().into_iter().map(|beurt| beurt.zet.code()).collect();
    assert_eq!(left, ["school_na_aanmelding"]);
    zaak.weigert(TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() })
        .met("aanmelding_afgerond");
    zaak.als(ib(WATERJUFFER)).doe(MeldAan { ontvangen_op: d("2026-05-12"), ..meld_aan() });
    assert_eq!(zaak.aanmelding().nr, 2, "the parents may register again");
}
