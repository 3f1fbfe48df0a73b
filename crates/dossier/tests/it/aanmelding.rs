//! P1, from first contact to temporary place.

use base::Sector;
use dossier::aanmelding::afloop::Weiger;
use dossier::aanmelding::feiten::{Indiener, Weigeringsgrond};
use dossier::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn,
    VraagInformatie, zorgplicht_bij,
};
use dossier::leven::opdracht::VerbindPersoon;
use dossier::soort::{AndereSchoolsoort, Relatie, Schoolgang, Schoolsoort};
use dossier::staat::AanmeldingFase;
use verband::grenzen::MOST_INFORMATION_WEEKS;

use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, WINDVEER, aanbod, aangemeld, behoefte, behoefte_vastgesteld, d, ib, kind,
    laat_toe, loket, meld_aan, meld_aan_bij, niets, ouder, schrijf_in, verbind, vestiging, vraag_informatie,
    weiger,
};

fn uiterlijk(zaak: &crate::gegeven::Zaak) -> Option<base::Date> {
    zaak.aanmelding().termijn.uitkomst.uiterlijk
}

fn ontvang(op: &str, compleet: bool) -> OntvangInformatie {
    OntvangInformatie { aanmelding: 1, op: d(op), compleet, nog_nodig: String::new() }
}

fn plaats(per: &str) -> PlaatsTijdelijk {
    let (zonder_verklaring, ertussen) = (String::new(), "Sam was ziek.".into());
    PlaatsTijdelijk { aanmelding: 1, per: d(per), groep: "3".into(), zonder_verklaring, ertussen }
}

fn verleng() -> VerlengBeslistermijn {
    VerlengBeslistermijn {
        aanmelding: 1,
        weken: 4,
        reden: "Het gesprek met de behandelaar is pas volgende week.".into(),
    }
}

#[test]
fn a_first_contact_is_recorded_and_has_no_legal_effect() {
    let mut zaak = kind("2020-03-12");
    let contact = MeldEersteContact {
        school: "De Waterjuffer".into(),
        op: d("2026-02-27"),
        gezegd: "Wij zitten vol, probeer een andere school.".into(),
    };
    zaak.als(ouder()).doe(contact.clone());
    assert_eq!(zaak.dossier.contacten.len(), 1);
    assert!(zorgplicht_bij(&zaak.dossier, zaak.vandaag).is_empty());
    assert!(zaak.dossier.beurten().is_empty());
    let tomorrow = MeldEersteContact { op: d("2026-03-03"), ..contact.clone() };
    zaak.weigert(tomorrow).met("ongeldige_invoer").veld("op");
    zaak.weigert(MeldEersteContact { gezegd: " ".into(), ..contact }).veld("gezegd");
}

#[test]
fn a_written_registration_starts_the_duty_and_the_term_of_six_weeks() {
    let zaak = aangemeld();
    assert_eq!(uiterlijk(&zaak), Some(d("2026-04-13")));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
    assert_eq!(zorgplicht_bij(&zaak.dossier, zaak.vandaag), [vestiging(WATERJUFFER).organisatie()]);
    assert_eq!(zaak.aan_zet(), [("behoefte_vaststellen", "ib")]);
}

#[test]
fn a_late_registration_stays_valid_and_is_marked() {
    for (wanted, laat) in [("2026-05-11", false), ("2026-05-10", true)] {
        let mut zaak = kind("2020-03-12");
        zaak.doe(MeldAan { gewenst_per: Some(d(wanted)), ..meld_aan() });
        let dossier::Gebeurtenis::Aangemeld(event) = &zaak.nieuw[0] else { panic!("registered") };
        assert_eq!(event.laat, laat, "{wanted}");
        assert_eq!(uiterlijk(&zaak), Some(d("2026-04-13")));
    }
}

#[test]
fn a_child_can_be_registered_from_its_third_birthday() {
    kind("2023-03-02").doe(meld_aan());
    kind("2023-03-03").weigert(meld_aan()).veld("ontvangen_op").op_grond_van("art. 40 lid 2 WPO");
}

#[test]
fn an_institute_of_cluster_1_or_2_registers_from_the_second_birthday() {
    let mut zaak = kind("2024-03-02");
    zaak.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::InstellingC12));
    assert!(zorgplicht_bij(&zaak.dossier, zaak.vandaag).is_empty(), "the duty of care does not hold there");
    let mut younger = kind("2024-03-03");
    younger.als(ib(LIBEL));
    younger
        .weigert(meld_aan_bij(LIBEL, Schoolsoort::InstellingC12))
        .veld("ontvangen_op")
        .op_grond_van("art. 40 lid 3 WEC");
    younger
        .weigert(meld_aan_bij(LIBEL, Schoolsoort::So))
        .veld("ontvangen_op")
        .op_grond_van("art. 40 lid 3 WEC");
}

#[test]
fn a_refusal_for_age_names_the_act_of_the_school_and_none_where_that_act_names_no_age() {
    for (code, soort, artikel) in [
        (LIBEL, Schoolsoort::So, Some("art. 40 lid 3 WEC")),
        (WATERJUFFER, Schoolsoort::Basisschool, Some("art. 40 lid 2 WPO")),
        (WINDVEER, Schoolsoort::Vo, None),
    ] {
        let mut zaak = kind("2024-03-03");
        zaak.als(ib(code));
        let weigering = zaak.vraag(meld_aan_bij(code, soort)).expect_err("too young");
        assert_eq!(weigering.vindplaats.map(|plaats| plaats.to_string()).as_deref(), artikel, "{soort:?}");
    }
}

#[test]
fn a_child_is_registered_once_at_a_school_and_at_as_many_schools_as_the_parents_want() {
    let mut zaak = aangemeld();
    zaak.weigert(meld_aan()).met("al_aangemeld");
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert_eq!(zaak.dossier.aanmeldingen.len(), 2);
    assert_eq!(zorgplicht_bij(&zaak.dossier, zaak.vandaag).len(), 2);
}

#[test]
fn a_school_registers_at_itself_only_and_a_parent_for_themselves_only() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ib(IJSVOGEL));
    zaak.weigert(meld_aan()).met("andere_organisatie");
    zaak.als(ib(WATERJUFFER)).doe(verbind("de heer B. Mistral", Relatie::OuderZonderGezag));
    zaak.doe(verbind("de heer K. Zonnedauw", Relatie::Gezagsouder));
    zaak.als(ouder());
    let door = |nr| MeldAan { ingediend_door: Indiener::Ouder(nr), ..meld_aan() };
    zaak.weigert(door(2)).veld("ingediend_door");
    zaak.weigert(door(3)).veld("ingediend_door");
    zaak.weigert(door(9)).veld("ingediend_door");
    zaak.doe(door(1));
    let holder = &zaak.dossier.feiten.last().unwrap().holder;
    assert_eq!(
        *holder,
        vestiging(WATERJUFFER).organisatie(),
        "what parents send to a school is the school's"
    );
}

#[test]
fn a_registration_is_not_received_tomorrow_nor_before_birth() {
    let zaak = kind("2020-03-12");
    zaak.weigert(MeldAan { ontvangen_op: d("2026-03-03"), ..meld_aan() }).veld("ontvangen_op");
    zaak.weigert(MeldAan { ontvangen_op: d("2020-03-11"), ..meld_aan() }).veld("ontvangen_op");
    zaak.weigert(MeldAan { schoolnaam: " ".into(), ..meld_aan() }).veld("schoolnaam");
    zaak.weigert(MeldAan { gewenst_per: Some(d("2040-01-01")), ..meld_aan() }).veld("gewenst_per");
    niets().weigert(meld_aan()).met("geen_dossier");
}

#[test]
fn where_the_child_goes_to_school_now_counts_where_the_file_knows_of_no_enrolment() {
    let right = |gang: Option<Schoolgang>, soort: Option<AndereSchoolsoort>| {
        let mut zaak = kind("2018-03-12");
        zaak.doe(MeldAan { nu_naar_school: gang, huidige_soort: soort, ..meld_aan() });
        zaak.aanmelding().tijdelijk_recht.uitkomst.recht
    };
    let (school, basis) = (Some(Schoolgang::School), Some(AndereSchoolsoort::Basisschool));
    assert!(right(None, None), "nobody said anything");
    assert!(!right(school, basis), "at a school of the sector that is asked (WPO 40 lid 7)");
    assert!(right(school, Some(AndereSchoolsoort::Vo)), "of another sector");
    assert!(right(school, None), "of what kind it is was not said");
    assert!(right(Some(Schoolgang::Geen), None));
    assert!(right(Some(Schoolgang::Buitenland), basis), "abroad there is no school of this law");
}

#[test]
fn what_the_parents_say_of_the_school_now_is_kept_and_may_not_contradict_itself() {
    let named = |gang: Option<Schoolgang>| MeldAan {
        nu_naar_school: gang,
        huidige_school: " De Kikker, Vogelwijk ".into(),
        ..meld_aan()
    };
    let mut zaak = kind("2018-03-12");
    for none in [Schoolgang::Geen, Schoolgang::Onbekend] {
        zaak.weigert(named(Some(none))).veld("huidige_school");
    }
    zaak.doe(named(None));
    let now = zaak.aanmelding().school_nu.clone();
    assert_eq!((now.gang, now.school.as_str()), (Some(Schoolgang::School), "De Kikker, Vogelwijk"));
    assert!(zaak.dossier.schoolnamen().contains(&now.school), "it leads to a place, so it can be hidden");
}

#[test]
fn a_minor_asylum_seeker_has_a_hard_term_and_a_place_after_six_weeks() {
    let mut zaak = kind("2018-03-12");
    zaak.op("2026-09-07");
    zaak.doe(MeldAan {
        minderjarige_asielzoeker: true,
        ontvangen_op: d("2026-09-07"),
        gewenst_per: None,
        ..meld_aan()
    });
    assert_eq!(uiterlijk(&zaak), Some(d("2026-10-19")));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-10-20")));
    zaak.weigert(verleng()).met("verlengen_kan_niet");
}

#[test]
fn an_answer_that_is_not_enough_is_recorded_and_ends_nothing_while_the_parents_have_time() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23")).op("2026-03-12");
    let partly =
        |nog_nodig: &str| OntvangInformatie { nog_nodig: nog_nodig.into(), ..ontvang("2026-03-12", false) };
    zaak.weigert(partly(" ")).veld("op");
    zaak.doe(partly("De laatste bladzijde van het verslag."));
    zaak.dan_is_vastgelegd(&["informatie_onvoldoende"]);
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::WachtOpInformatie);
    assert_eq!(uiterlijk(&zaak), None, "the clock stands still on");
    assert!(zaak.aan_zet().contains(&("informatie_geven", "ouder")));
    // What is complete in the end counts from its own day.
    zaak.op("2026-03-16").doe(ontvang("2026-03-16", true));
    assert_eq!(zaak.aanmelding().termijn.uitkomst.opgeschorte_dagen, 7);
}

/// Given a minor asylum seeker, registered in September at such a school.
fn asielzoeker(school: &str, soort: Schoolsoort) -> crate::gegeven::Zaak {
    let mut zaak = kind("2014-03-12");
    zaak.op("2026-09-07").als(ib(school));
    zaak.doe(MeldAan {
        minderjarige_asielzoeker: true,
        ontvangen_op: d("2026-09-07"),
        gewenst_per: None,
        ..meld_aan_bij(school, soort)
    });
    zaak
}

#[test]
fn the_law_admits_a_minor_asylum_seeker_in_primary_education_and_nothing_but_that_is_offered() {
    for (school, soort, artikel) in [
        (WATERJUFFER, Schoolsoort::Basisschool, "art. 40 lid 16 WPO"),
        (LIBEL, Schoolsoort::So, "art. 40 lid 24 WEC"),
    ] {
        let mut zaak = asielzoeker(school, soort);
        zaak.doe(behoefte(true)).op("2026-10-19");
        let full = if soort == Schoolsoort::So { "geen_plaatsruimte_so" } else { "geen_plaatsruimte_po" };
        // Room was counted for this registration.
        let counted = crate::gegeven::bewezen(full).into_iter().map(|mut shown| {
            if shown.punt == "bewijs_geteld_op" {
                shown.antwoord = "2026-10-01".into();
            }
            shown
        });
        let grond = Weigeringsgrond::Uitzondering {
            grond: full.into(),
            onderbouwing: String::new(),
            bewijs: counted.collect(),
        };
        let refusal = Weiger { overleg: None, ..weiger(grond) };
        assert!(zaak.vraag(refusal.clone()).is_ok(), "the last day to decide");
        zaak.op("2026-10-20");
        zaak.weigert(refusal).met("toelating_door_de_wet").op_grond_van(artikel);
        zaak.weigert(aanbod("2026-12-01")).met("toelating_door_de_wet");
        zaak.weigert(plaats("2026-10-20")).met("toelating_door_de_wet").op_grond_van(artikel);
        assert!(zaak.aan_zet().contains(&("aanmelding_beslissen", "ib")));
        assert!(!zaak.aan_zet().contains(&("tijdelijk_plaatsen", "ib")));
        zaak.doe(laat_toe("2026-10-20"));
        assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Toegelaten);
    }
    // Vo knows the term alone: after ten weeks there is a temporary place, as for others.
    let mut zaak = asielzoeker(WINDVEER, Schoolsoort::Vo);
    zaak.op("2026-11-17");
    zaak.doe(plaats("2026-11-17"));
}

#[test]
fn a_pupil_of_a_primary_school_has_no_temporary_place_in_vo_before_the_next_school_year() {
    let mut zaak = kind("2014-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2018-04-01"));
    zaak.op("2026-03-02").als(ib(WINDVEER));
    zaak.doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-08-01")));
    zaak.op("2026-05-12").weigert(plaats("2026-05-12")).veld("per");
    // Somebody who has no school has it after ten weeks.
    let mut zaak = kind("2014-03-12");
    zaak.op("2026-03-02").als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
}

#[test]
fn help_with_language_alone_is_no_extra_support_in_any_sector() {
    let alone = StelBehoefteVast { alleen_taal: true, ..behoefte(true) };
    aangemeld().weigert(alone.clone()).veld("extra_ondersteuning").op_grond_van("art. 40 lid 3 WPO");
    for (school, soort, artikel) in [
        (LIBEL, Schoolsoort::So, "art. 40 lid 4 WEC"),
        (WINDVEER, Schoolsoort::Vo, "art. 8.9 lid 1 WVO 2020"),
    ] {
        let mut zaak = kind("2014-03-12");
        zaak.als(ib(school)).doe(meld_aan_bij(school, soort));
        zaak.weigert(alone.clone()).op_grond_van(artikel);
    }
    let mut zaak = aangemeld();
    zaak.doe(StelBehoefteVast { alleen_taal: true, ..behoefte(false) });
    assert!(!zaak.aanmelding().behoefte.as_ref().unwrap().extra_ondersteuning);
    zaak.weigert(StelBehoefteVast { toelichting: String::new(), ..behoefte(true) }).veld("toelichting");
}

#[test]
fn the_clock_stands_still_while_parents_gather_information() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::WachtOpInformatie);
    assert_eq!(uiterlijk(&zaak), None);
    assert_eq!(zaak.aan_zet(), [("informatie_geven", "ouder")]);
    zaak.weigert(vraag_informatie("2026-03-23")).met("al_gevraagd");
    zaak.op("2026-03-19").doe(ontvang("2026-03-19", true));
    // A private school: from the day of the invitation, ten days, so Thursday 23 April.
    assert_eq!(uiterlijk(&zaak), Some(d("2026-04-23")));
    zaak.weigert(ontvang("2026-03-19", true)).met("niets_gevraagd");
}

#[test]
fn a_public_school_stops_its_clock_from_the_day_after_the_invitation() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(MeldAan { openbaar: true, ..meld_aan() });
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-19").doe(ontvang("2026-03-19", true));
    assert_eq!(uiterlijk(&zaak), Some(d("2026-04-22")));
}

#[test]
fn recording_late_that_nothing_came_gains_the_school_no_day() {
    let mut prompt = aangemeld();
    prompt.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    let mut slow = prompt.clone();
    let promised = prompt.aanmelding().open_opschorting().unwrap().uiterlijk_zonder_antwoord;
    prompt.op("2026-03-24").doe(ontvang("2026-03-24", false));
    slow.op("2026-04-20").doe(ontvang("2026-04-20", false));
    assert_eq!(uiterlijk(&prompt), uiterlijk(&slow));
    assert_eq!(uiterlijk(&prompt), promised);
    assert_eq!(promised, Some(d("2026-04-28")), "27 April is King's day");
}

#[test]
fn information_that_comes_after_the_time_for_it_stopped_the_clock_no_longer_than_that_time() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-04-20").doe(ontvang("2026-04-20", true));
    assert_eq!(uiterlijk(&zaak), Some(d("2026-04-28")));
}

#[test]
fn parents_keep_their_time_to_answer() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-23");
    zaak.weigert(ontvang("2026-03-23", false)).veld("op");
    zaak.weigert(ontvang("2026-03-24", true)).veld("op");
    zaak.weigert(ontvang("2026-03-08", true)).veld("op");
    assert_eq!(zaak.aan_zet(), [("informatie_geven", "ouder")]);
    zaak.op("2026-03-24");
    assert_eq!(zaak.aan_zet(), [("informatie_verwerken", "ib")]);
}

#[test]
fn a_question_says_what_is_missing_and_gives_a_reasonable_time() {
    let zaak = aangemeld();
    zaak.weigert(VraagInformatie { wat: vec![" ".into()], ..vraag_informatie("2026-03-23") }).veld("wat");
    zaak.weigert(vraag_informatie("2026-03-02")).veld("tot_en_met");
    zaak.weigert(vraag_informatie("2026-04-14")).veld("tot_en_met");
    assert!(zaak.vraag(vraag_informatie("2026-04-13")).is_ok(), "{MOST_INFORMATION_WEEKS} weeks");
}

#[test]
fn a_term_that_is_over_stands_still_no_more() {
    let mut zaak = aangemeld();
    zaak.op("2026-04-13");
    assert!(zaak.vraag(vraag_informatie("2026-04-20")).is_ok());
    zaak.op("2026-04-14");
    zaak.weigert(vraag_informatie("2026-04-20")).met("termijn_voorbij").op_grond_van("art. 40 lid 6 WPO");
}

#[test]
fn the_term_is_extended_once_and_within_itself() {
    let mut zaak = aangemeld();
    zaak.op("2026-04-14");
    zaak.weigert(verleng()).met("termijn_voorbij").op_grond_van("art. 40 lid 6 WPO");
    zaak.op("2026-04-13").doe(verleng());
    assert_eq!(uiterlijk(&zaak), Some(d("2026-05-11")));
    zaak.weigert(verleng()).met("verlengen_kan_niet").op_grond_van("art. 40 lid 6 WPO");
    zaak.weigert(VerlengBeslistermijn { aanmelding: 2, weken: 4, reden: "x".into() }).veld("aanmelding");
}

#[test]
fn extension_while_the_clock_stands_still_counts_when_it_runs_again() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23")).doe(verleng());
    assert_eq!(uiterlijk(&zaak), None);
    zaak.op("2026-03-19").doe(ontvang("2026-03-19", true));
    assert_eq!(uiterlijk(&zaak), Some(d("2026-05-21")));
}

#[test]
fn a_child_without_a_school_gets_a_place_on_the_day_after_ten_weeks_and_not_before() {
    let mut zaak = aangemeld();
    zaak.op("2026-05-11");
    zaak.weigert(plaats("2026-05-11")).veld("per").op_grond_van("art. 40 lid 7 WPO");
    zaak.weigert(plaats("2026-05-12")).veld("per");
    zaak.op("2026-05-12");
    assert!(zaak.aan_zet().contains(&("tijdelijk_plaatsen", "ib")));
    zaak.doe(plaats("2026-05-12"));
    assert!(zaak.dossier.inschrijving_op(d("2026-05-12")).is_some());
    assert!(!zaak.aan_zet().contains(&("tijdelijk_plaatsen", "ib")));
    zaak.weigert(plaats("2026-05-12")).met("al_geplaatst");
}

#[test]
fn a_refusal_about_a_temporary_place_names_the_act_of_the_school() {
    for (soort, artikel) in [
        (Schoolsoort::So, "art. 40 lid 8 WEC"),
        (Schoolsoort::Vso, "art. 40 lid 9 WEC"),
        (Schoolsoort::Vo, "art. 8.13 WVO 2020"),
    ] {
        let mut zaak = kind("2014-03-12");
        zaak.doe(meld_aan_bij(WATERJUFFER, soort)).op("2026-05-11");
        zaak.weigert(plaats("2026-05-11")).veld("per").op_grond_van(artikel);
    }
}

#[test]
fn a_refusal_to_extend_for_an_asylum_seeker_names_the_act_of_the_school() {
    for (soort, act) in [(Schoolsoort::So, "WEC"), (Schoolsoort::Vo, "WVO 2020")] {
        let mut zaak = kind("2014-03-12");
        let registration = MeldAan {
            minderjarige_asielzoeker: true,
            ontvangen_op: d("2026-09-01"),
            gewenst_per: None,
            ..meld_aan_bij(WATERJUFFER, soort)
        };
        zaak.op("2026-09-01").doe(registration);
        let refusal = zaak.vraag(verleng()).expect_err("no extension for an asylum seeker");
        assert_eq!(refusal.vindplaats.map(|plaats| plaats.wet.clone()).as_deref(), Some(act));
    }
}

#[test]
fn a_child_at_a_school_of_the_same_sector_stays_there() {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2025-08-01")).doe(meld_aan());
    zaak.op("2026-05-12");
    zaak.weigert(plaats("2026-05-12")).met("geen_recht").op_grond_van("art. 40 lid 7 WPO");
    assert!(!zaak.aan_zet().contains(&("tijdelijk_plaatsen", "ib")));
}

#[test]
fn a_child_that_loses_its_school_meanwhile_gets_the_right_to_a_temporary_place() {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2025-08-01")).doe(meld_aan());
    zaak.op("2026-04-01").als(ib(IJSVOGEL));
    zaak.doe(crate::gegeven::schrijf_uit(vestiging(IJSVOGEL), d("2026-04-02")));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
    zaak.op("2026-05-12").als(ib(WATERJUFFER)).doe(plaats("2026-05-12"));
}

#[test]
fn a_child_that_found_a_school_meanwhile_is_not_moved_by_a_temporary_place() {
    let mut zaak = aangemeld();
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-01"));
    zaak.op("2026-05-12");
    zaak.weigert(plaats("2026-05-12")).met("geen_recht");
}

#[test]
fn no_temporary_place_before_the_age_of_admission() {
    let mut zaak = kind("2022-09-15");
    zaak.op("2026-03-02").doe(meld_aan());
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-09-15")));
}

#[test]
fn another_school_does_not_act_on_this_registration() {
    let mut zaak = behoefte_vastgesteld();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    zaak.weigert(behoefte(false)).met("andere_organisatie");
    zaak.weigert(vraag_informatie("2026-03-23")).met("andere_organisatie");
    zaak.weigert(verleng()).met("andere_organisatie");
    zaak.weigert(laat_toe("2026-08-01")).met("andere_organisatie");
    zaak.weigert(plaats("2026-05-12")).met("andere_organisatie");
}

#[test]
fn nothing_is_done_on_a_registration_that_has_ended() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    zaak.weigert(behoefte(true)).met("aanmelding_afgerond");
    zaak.weigert(verleng()).met("aanmelding_afgerond");
    zaak.weigert(ontvang("2026-03-02", true)).met("aanmelding_afgerond");
}

#[test]
fn a_family_is_stopped_by_the_matrix_and_not_by_the_file_and_a_partnership_has_no_part_in_a_registration() {
    let mut zaak = aangemeld();
    zaak.als(crate::gegeven::ouder());
    assert!(zaak.vraag(behoefte(true)).is_ok(), "who may give a command is decided before");
    // In a request both the school and the partnership act; in a registration the school alone.
    zaak.als(loket("PO9901")).weigert(behoefte(true)).met("andere_organisatie");
}

#[test]
fn a_person_without_end_date_cannot_act_in_anothers_name() {
    let zaak = kind("2020-03-12");
    zaak.weigert(verbind("mevrouw T. Kwikstaart", Relatie::Gemachtigde)).veld("tot");
    let ended = VerbindPersoon { tot: Some(d("2018-03-12")), ..verbind("x", Relatie::Voogd) };
    zaak.weigert(ended).veld("tot");
}

#[test]
fn the_sector_follows_the_kind_of_school() {
    use dossier::aanmelding::opdracht::sector_of;
    assert_eq!(sector_of(Schoolsoort::Sbo), Sector::Po);
    assert_eq!(sector_of(Schoolsoort::Vso), Sector::So);
    assert_eq!(sector_of(Schoolsoort::Vo), Sector::Vo);
}
