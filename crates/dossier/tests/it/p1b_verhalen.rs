//! P1b told from begin to end: a removal, each way to end it, and suspensions one by one and in a row.

use base::Sector;
use dossier::soort::Schoolsoort;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{
    MeldAanBenW, MeldAanInspectie, RaadpleegInspectie, TrekVoornemenIn, Verwijder,
};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, WINDVEER, Zaak, d, directie, horen, ib, ingeschreven, kind, meld_aan_bij, schors,
    schrijf_in, vestiging, vind_school, voornemen,
};

const SCHOOL: &str = "school/99AA00";
const GEZIN: &str = "gezin/2026-000017";
const VO: &str = "school/99VO00";

fn verwijder(per: &str, openbaar: bool) -> Verwijder {
    Verwijder {
        verwijdering: 1,
        per: d(per),
        motivering: "De veiligheid is niet te borgen.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar,
    }
}

fn gemeente() -> MeldAanBenW {
    MeldAanBenW { verwijdering: 1, gemeente: "Nevelhuizen".into() }
}

/// Whose turn it is until the day for which the parents are invited: the school hears them, and they come or write.
fn gesprek(dag: &str) -> [(&str, &str, &str, &str); 2] {
    [("ouders_en_leraar_horen", "directie", SCHOOL, dag), ("gesprek_voeren", "ouder", GEZIN, dag)]
}

/// Given an intention to remove a pupil of De Waterjuffer, told on 2 March; it is a week later.
fn voorgenomen() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).op("2026-03-09");
    zaak
}

#[test]
fn a_pupil_of_a_basisschool_is_removed_after_hearing_and_with_another_school() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
    zaak.dan_is_vastgelegd(&["verwijdering_voorgenomen"]);
    assert_eq!(zaak.brieven_gevraagd(), ["verwijdering_voorgenomen"]);
    zaak.dan_staat(&[("verwijdering-1", "verwijdering_voorgenomen")]);
    zaak.dan_is_aan_zet(&gesprek("2026-03-09"));
    zaak.op("2026-03-09").doe(horen("2026-03-09")).dan_is_vastgelegd(&["ouders_en_leraar_gehoord"]);
    zaak.dan_staat(&[("verwijdering-1", "verwijdering_gehoord")]);
    zaak.dan_is_aan_zet(&[("andere_school_zoeken", "directie", SCHOOL, "")]);
    zaak.op("2026-03-23").doe(vind_school("De IJsvogel")).dan_is_vastgelegd(&["school_bereid_gevonden"]);
    zaak.dan_staat(&[("verwijdering-1", "verwijdering_school_gevonden")]);
    zaak.dan_is_aan_zet(&[("verwijdering_beslissen", "directie", SCHOOL, "")]);
    zaak.op("2026-03-30").doe(verwijder("2026-04-20", false));
    zaak.dan_is_vastgelegd(&["verwijderd", "uitgeschreven"]);
    assert_eq!(zaak.brieven_gevraagd(), ["verwijderd"]);
    zaak.dan_is_aan_zet(&[("gemeente_melden", "directie", SCHOOL, "2026-03-30")]);
    assert_eq!(zaak.school_op("2026-04-19").as_deref(), Some(WATERJUFFER));
    assert_eq!(zaak.school_op("2026-04-20"), None);
    assert_eq!(zaak.dossier.verwijderingen[0].bezwaar_uiterlijk(), Some(d("2026-05-11")));
    zaak.doe(gemeente()).dan_is_vastgelegd(&["gemeld_aan_ben_w"]);
    assert_eq!(zaak.brieven_gevraagd(), ["gemeld_aan_ben_w"]);
    zaak.dan_staat(&[("verwijdering-1", "verwijdering_gemeld")]).dan_is_aan_zet(&[]);
}

#[test]
fn an_intention_is_withdrawn_in_each_stage_and_the_child_stays() {
    for stage in 0..3 {
        let mut zaak = voorgenomen();
        if stage > 0 {
            zaak.doe(horen("2026-03-09"));
        }
        if stage > 1 {
            zaak.doe(vind_school("De IJsvogel"));
        }
        zaak.doe(TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() });
        zaak.dan_is_vastgelegd(&["verwijdering_ingetrokken"]);
        zaak.dan_staat(&[("verwijdering-1", "verwijdering_ingetrokken")]).dan_is_aan_zet(&[]);
        assert_eq!(zaak.school_op("2026-12-01").as_deref(), Some(WATERJUFFER));
        zaak.doe(voornemen(WATERJUFFER, Sector::Po));
        zaak.dan_is_aan_zet(&gesprek("2026-03-16"));
    }
}

#[test]
fn without_another_school_the_search_goes_on_however_long_it_takes() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-09"));
    // The rule of eight weeks of searching ended with passend onderwijs.
    for day in ["2026-03-10", "2026-05-04", "2026-05-05", "2026-12-01"] {
        zaak.op(day);
        zaak.weigert(verwijder("2027-01-11", false)).met("geen_school").op_grond_van("art. 40 lid 11 WPO");
        zaak.dan_is_aan_zet(&[("andere_school_zoeken", "directie", SCHOOL, "")]);
    }
}

#[test]
fn the_time_to_object_is_the_same_at_a_public_and_a_private_basisschool() {
    for openbaar in [false, true] {
        let mut zaak = voorgenomen();
        zaak.doe(horen("2026-03-09")).doe(vind_school("De IJsvogel")).doe(verwijder("2026-04-01", openbaar));
        assert_eq!(zaak.dossier.verwijderingen[0].bezwaar_uiterlijk(), Some(d("2026-04-20")), "{openbaar}");
    }
}

#[test]
fn in_secondary_education_the_inspectorate_is_asked_before_and_told_after() {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
    zaak.doe(voornemen(WINDVEER, Sector::Vo)).op("2026-03-09").doe(horen("2026-03-09"));
    zaak.doe(vind_school("De Regenwulp"));
    zaak.dan_is_aan_zet(&[("inspectie_raadplegen", "directie", VO, "")]);
    zaak.weigert(verwijder("2026-04-01", false)).met("inspectie_niet_geraadpleegd");
    zaak.op("2026-03-16").doe(RaadpleegInspectie {
        verwijdering: 1,
        op: d("2026-03-16"),
        uitkomst: "De Inspectie heeft geen bezwaar.".into(),
    });
    zaak.dan_is_aan_zet(&[("verwijdering_beslissen", "directie", VO, "")]);
    zaak.op("2026-03-23").doe(verwijder("2026-04-01", false));
    zaak.dan_is_aan_zet(&[
        ("gemeente_melden", "directie", VO, "2026-03-23"),
        ("inspectie_melden", "directie", VO, "2026-03-23"),
    ]);
    zaak.doe(MeldAanInspectie { over: InspectieMelding::Verwijdering(1) });
    zaak.dan_staat(&[("verwijdering-1", "verwijdering_verwijderd")]);
    zaak.dan_is_aan_zet(&[("gemeente_melden", "directie", VO, "2026-03-23")]);
    zaak.doe(gemeente()).dan_staat(&[("verwijdering-1", "verwijdering_gemeld")]).dan_is_aan_zet(&[]);
}

#[test]
fn while_a_removal_is_intended_the_school_does_not_simply_deregister_the_child() {
    let mut zaak = voorgenomen();
    let out = || crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01"));
    for day in ["2026-03-09", "2026-03-31"] {
        zaak.op(day).als(ib(WATERJUFFER));
        zaak.weigert(out()).met("verwijdering_loopt");
    }
    zaak.als(directie(WATERJUFFER)).doe(TrekVoornemenIn { verwijdering: 1, reden: "Anders.".into() });
    zaak.als(ib(WATERJUFFER)).doe(out());
    assert_eq!(zaak.school_op("2026-04-01"), None);
}

#[test]
fn a_child_that_is_removed_while_it_waits_at_another_school_gets_the_right_to_a_place_there() {
    let mut zaak = voorgenomen();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert!(!zaak.aanmelding().tijdelijk_recht.uitkomst.recht, "it is a pupil of De Waterjuffer");
    zaak.als(directie(WATERJUFFER)).doe(horen("2026-03-09")).doe(vind_school("De Regenwulp"));
    zaak.doe(verwijder("2026-04-01", false));
    zaak.dan_is_vastgelegd(&["verwijderd", "uitgeschreven", "tijdelijk_recht_gewijzigd"]);
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
}

/// Given a pupil of De Waterjuffer, and its head at work.
fn leerling() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER));
    zaak
}

#[test]
fn a_suspension_of_one_day_is_a_letter_to_the_parents_and_no_more() {
    let mut zaak = leerling();
    zaak.doe(schors("2026-03-02", "2026-03-02")).dan_is_vastgelegd(&["geschorst"]).dan_is_aan_zet(&[]);
    assert_eq!(zaak.brieven_gevraagd(), ["geschorst"], "in writing, with reasons");
    let dossier::Gebeurtenis::Geschorst(event) = &zaak.nieuw[0] else { panic!("suspended") };
    assert_eq!(event.redenen, "Na een gevecht op het plein.");
    assert_eq!((event.toets.uitkomst.dagen, event.toets.uitkomst.melding_inspectie), (1, false));
}

#[test]
fn every_length_up_to_a_week_is_allowed_and_from_two_days_on_the_inspectorate_hears() {
    for (last, days) in [
        ("2026-03-02", 1),
        ("2026-03-03", 2),
        ("2026-03-04", 3),
        ("2026-03-06", 5),
        ("2026-03-07", 6),
        ("2026-03-08", 7),
    ] {
        let mut zaak = leerling();
        zaak.doe(schors("2026-03-02", last));
        let suspension = &zaak.dossier.schorsingen[0];
        assert_eq!((suspension.van, suspension.tot_en_met), (d("2026-03-02"), d(last)));
        assert_eq!(suspension.melding_nodig(), days > 1, "{days} days");
        let turn = [("inspectie_melden", "directie", SCHOOL, "2026-03-02")];
        zaak.dan_is_aan_zet(if days > 1 { &turn } else { &[] });
    }
    for too_long in ["2026-03-09", "2026-03-20", "2026-06-01"] {
        leerling().weigert(schors("2026-03-02", too_long)).veld("tot_en_met").op_grond_van("art. 40c WPO");
    }
}

#[test]
fn the_report_of_a_suspension_ends_the_turn_and_is_made_once() {
    let mut zaak = leerling();
    zaak.doe(schors("2026-03-02", "2026-03-04")).op("2026-03-03");
    let report = MeldAanInspectie { over: InspectieMelding::Schorsing(1) };
    zaak.doe(report.clone()).dan_is_vastgelegd(&["gemeld_aan_inspectie"]).dan_is_aan_zet(&[]);
    assert_eq!(zaak.brieven_gevraagd(), ["gemeld_aan_inspectie"]);
    assert_eq!(zaak.dossier.schorsingen[0].gemeld_op, Some(d("2026-03-03")));
    zaak.weigert(report).met("al_gemeld");
}

/// A first suspension, a second one, and whether the second is possible. 3 and 6 April are Good Friday and Easter Monday.
const RIJEN: [(&str, &str, &str, &str, bool); 14] = [
    ("2026-03-02", "2026-03-04", "2026-03-05", "2026-03-08", true),
    ("2026-03-02", "2026-03-04", "2026-03-05", "2026-03-09", false),
    ("2026-03-02", "2026-03-06", "2026-03-09", "2026-03-09", false),
    ("2026-03-02", "2026-03-06", "2026-03-10", "2026-03-13", true),
    ("2026-03-05", "2026-03-06", "2026-03-09", "2026-03-11", true),
    ("2026-03-05", "2026-03-06", "2026-03-09", "2026-03-12", false),
    ("2026-03-09", "2026-03-11", "2026-03-05", "2026-03-06", true),
    ("2026-03-09", "2026-03-12", "2026-03-05", "2026-03-06", false),
    ("2026-03-09", "2026-03-13", "2026-03-03", "2026-03-06", false),
    ("2026-03-09", "2026-03-13", "2026-03-02", "2026-03-05", true),
    ("2026-04-01", "2026-04-02", "2026-04-07", "2026-04-07", true),
    ("2026-03-31", "2026-04-02", "2026-04-07", "2026-04-07", false),
    ("2026-03-30", "2026-04-02", "2026-04-08", "2026-04-10", true),
    ("2026-03-02", "2026-03-03", "2026-03-03", "2026-03-04", false),
];

#[test]
fn suspensions_with_no_school_day_between_them_are_one_and_last_a_week_together() {
    for (van, tot, second_van, second_tot, allowed) in RIJEN {
        let mut zaak = leerling();
        zaak.doe(schors(van, tot));
        let answer = zaak.vraag(schors(second_van, second_tot));
        assert_eq!(answer.is_ok(), allowed, "{van} - {tot} and {second_van} - {second_tot}: {answer:?}");
    }
}

#[test]
fn two_days_with_school_between_them_are_not_reported_and_two_in_a_row_are() {
    for (second, reported) in [("2026-03-03", true), ("2026-03-04", false), ("2026-03-09", false)] {
        let mut zaak = leerling();
        zaak.doe(schors("2026-03-02", "2026-03-02")).doe(schors(second, second));
        assert_eq!(zaak.dossier.schorsingen[1].melding_nodig(), reported, "{second}");
    }
}
