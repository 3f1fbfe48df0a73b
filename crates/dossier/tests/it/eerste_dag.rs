//! From which day an admission holds, and what the school of now means for it: no day is taken from a school or from the parents.

use dossier::aanmelding::afloop::LaatToe;
use dossier::aanmelding::eerstedag::begint_vanaf;
use dossier::aanmelding::feiten::{Getoond, Indiener, Weigeringsgrond};
use dossier::aanmelding::opdracht::{MeldAan, PlaatsTijdelijk};
use dossier::aanmelding::plek::StelPlekVast;
use dossier::aanmelding::voorwaarde::{eerste_leerjaar, week_van_aanmelden};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::leven::opdracht::SchrijfIn;
use dossier::opdracht::Opdracht;
use dossier::soort::{AndereSchoolsoort, Schoolgang, Schoolsoort};

use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, WINDVEER, Zaak, aangemeld, bewezen, d, ib, ingeschreven, kind, laat_toe,
    meld_aan, meld_aan_bij, ouder, schrijf_in, schrijf_uit, vestiging, weiger,
};

fn verbeter(volgnummer: u64, act: impl Into<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerde dag".into(), nieuw: Some(Box::new(act.into())) }
}

fn laatste(zaak: &Zaak, soort: &str) -> u64 {
    let of_kind = zaak.dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == soort);
    of_kind.expect("such a fact").volgnummer
}

/// Given a pupil of De Waterjuffer, registered at De IJsvogel.
fn ook_elders(gewenst_per: Option<&str>) -> Zaak {
    let mut zaak = ingeschreven();
    let gewenst_per = gewenst_per.map(d);
    zaak.als(ib(IJSVOGEL)).doe(MeldAan { gewenst_per, ..meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool) });
    zaak
}

/// Given a registration of a child of which the parents say where it goes to school; the file knows of no place.
fn gezegd(school: &str, soort: Schoolsoort, nu: AndereSchoolsoort, geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.als(ib(school)).doe(MeldAan {
        nu_naar_school: Some(Schoolgang::School),
        huidige_school: "De Kikker, Vogelwijk".into(),
        huidige_soort: Some(nu),
        ..meld_aan_bij(school, soort)
    });
    zaak
}

/// The same of a child that is at no school.
fn thuis(gewenst_per: Option<&str>) -> Zaak {
    let mut zaak = kind("2018-03-12");
    let gewenst_per = gewenst_per.map(d);
    zaak.doe(MeldAan { nu_naar_school: Some(Schoolgang::Geen), gewenst_per, ..meld_aan() });
    zaak
}

fn tijdelijk(per: &str) -> PlaatsTijdelijk {
    PlaatsTijdelijk {
        aanmelding: 1,
        per: d(per),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: String::new(),
    }
}

fn wens(zaak: &Zaak, per: Option<&str>) -> CorrigeerOntvangst {
    let stands = CorrigeerOntvangst::op_dag(zaak.aanmelding(), d("2026-03-02"), "De ouders belden.");
    CorrigeerOntvangst { gewenst_per: per.map(d), ..stands }
}

#[test]
fn an_admission_takes_no_day_from_the_school_that_has_the_child() {
    let mut zaak = ook_elders(None);
    zaak.op("2026-03-16");
    for gone in ["2026-03-02", "2026-03-15", "2026-03-16"] {
        zaak.weigert(laat_toe(gone)).veld("per").op_grond_van("art. 10 onder a Leerplichtwet 1969");
    }
    zaak.doe(laat_toe("2026-03-17"));
    assert!(zaak.aan_zet().contains(&("uitschrijven_naar_andere_school", "ib")), "that school hears of it");
    // What the parents asked is the first day that is taken from a school.
    let mut asked = ook_elders(Some("2026-08-01"));
    asked.op("2026-03-16").weigert(laat_toe("2026-07-31")).veld("per");
    asked.clone().doe(laat_toe("2026-08-01"));
    asked.doe(wens(&asked, Some("2026-06-01"))).doe(laat_toe("2026-06-01"));
}

#[test]
fn no_correction_of_an_admission_takes_days_that_were_days_elsewhere() {
    let mut zaak = ook_elders(None);
    zaak.doe(laat_toe("2026-04-07"));
    let admitted = laatste(&zaak, "toegelaten");
    zaak.clone().op("2026-03-20").doe(verbeter(admitted, laat_toe("2026-03-23")));
    zaak.op("2026-04-20").weigert(verbeter(admitted, laat_toe("2026-03-23"))).veld("per");
    zaak.weigert(verbeter(
        laatste(&zaak, "ingeschreven"),
        SchrijfIn { groep: "3".into(), ..schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-23") },
    ))
    .veld("per");
}

#[test]
fn a_child_of_no_school_began_some_days_ago_at_most() {
    let mut zaak = aangemeld();
    zaak.op("2026-04-13");
    for long_ago in ["2026-03-02", "2026-04-05"] {
        zaak.weigert(laat_toe(long_ago)).veld("per");
    }
    assert!(zaak.vraag(laat_toe("2026-04-06")).is_ok());
    assert!(zaak.vraag(laat_toe("2026-04-13")).is_ok());
}

#[test]
fn who_goes_to_a_school_by_the_word_of_the_parents_has_no_right_and_can_come_on_the_asked_day() {
    let po = || gezegd(WATERJUFFER, Schoolsoort::Basisschool, AndereSchoolsoort::Basisschool, "2018-03-12");
    let mut zaak = po();
    assert!(!zaak.aanmelding().tijdelijk_recht.uitkomst.recht);
    zaak.op("2026-05-18")
        .weigert(tijdelijk("2026-05-18"))
        .met("geen_recht")
        .op_grond_van("art. 40 lid 7 WPO");
    zaak.weigert(laat_toe("2026-06-01")).veld("per");
    zaak.clone().doe(laat_toe("2026-08-01"));
    // It left that school: then the ten weeks count.
    let stands = wens(&zaak, Some("2026-08-01"));
    zaak.doe(CorrigeerOntvangst { nu_naar_school: Some(Schoolgang::Geen), ..stands });
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
    assert!(zaak.aanmelding().school_nu.school.is_empty());
    zaak.weigert(laat_toe("2026-08-01")).veld("per").op_grond_van("art. 40 lid 7 WPO");
    zaak.doe(tijdelijk("2026-05-12"));
}

#[test]
fn a_pupil_of_primary_education_by_the_word_of_the_parents_is_one_for_secondary_education() {
    for nu in [AndereSchoolsoort::Basisschool, AndereSchoolsoort::Sbo, AndereSchoolsoort::So] {
        let mut zaak = gezegd(WINDVEER, Schoolsoort::Vo, nu, "2014-03-12");
        assert!(eerste_leerjaar(&zaak.dossier, zaak.aanmelding()), "{nu:?}");
        assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-08-01")), "{nu:?}");
        assert!(!zaak.op("2026-05-18").aan_zet().contains(&("tijdelijk_plaatsen", "ib")));
        zaak.weigert(tijdelijk("2026-05-18")).veld("per");
        let without = LaatToe { voorwaarde_op: None, ..laat_toe("2026-08-17") };
        zaak.weigert(without).veld("voorwaarde_op").op_grond_van("art. 8.6 lid 2 WVO 2020");
        zaak.doe(laat_toe("2026-08-17"));
    }
    // Who asks a place for the year after the next one leaves primary education then.
    let mut later = kind("2015-03-12");
    later.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01")).als(ib(WINDVEER));
    later.doe(MeldAan { gewenst_per: Some(d("2027-08-23")), ..meld_aan_bij(WINDVEER, Schoolsoort::Vo) });
    assert_eq!(later.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2027-08-01")));
    let week = week_van_aanmelden(later.aanmelding(), &later.ctx());
    assert_eq!(week, Some((d("2027-03-25"), d("2027-03-31"))), "the week before the year that is asked");
}

#[test]
fn the_week_of_registering_is_the_one_that_comes() {
    let mut zaak = kind("2015-03-12");
    zaak.op("2026-11-30").als(ib(WINDVEER)).doe(MeldAan {
        ontvangen_op: d("2026-11-30"),
        gewenst_per: None,
        ..meld_aan_bij(WINDVEER, Schoolsoort::Vo)
    });
    let week = week_van_aanmelden(zaak.aanmelding(), &zaak.ctx());
    assert_eq!(week, Some((d("2027-03-25"), d("2027-03-31"))));
}

#[test]
fn no_day_asked_is_as_soon_as_can_be_for_a_child_at_home() {
    let zaak = thuis(None);
    zaak.weigert(laat_toe("2026-09-12")).veld("per");
    zaak.weigert(laat_toe("2026-04-14")).veld("per");
    assert!(zaak.vraag(laat_toe("2026-04-13")).is_ok());
    // Who goes to a school stays there until the next school year.
    let elsewhere = ook_elders(None);
    assert!(elsewhere.vraag(laat_toe("2026-08-17")).is_ok());
}

#[test]
fn what_parents_asked_themselves_no_school_makes_later() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan() });
    zaak.als(ib(WATERJUFFER));
    for later in [Some("2028-08-01"), Some("2026-08-02"), None] {
        zaak.weigert(wens(&zaak, later)).veld("gewenst_per");
    }
    zaak.doe(wens(&zaak, Some("2026-06-01")));
    // Nor does it put off a child at home that it registered itself.
    let mut home = thuis(Some("2026-04-01"));
    home.weigert(wens(&home, Some("2028-08-01"))).veld("gewenst_per");
    home.doe(wens(&home, Some("2026-05-13")));
    home.weigert(wens(&home, Some("2026-05-14"))).veld("gewenst_per");
}

#[test]
fn a_child_at_home_that_waits_for_its_first_day_is_the_turn_of_its_school() {
    let mut zaak = thuis(Some("2026-08-01"));
    zaak.doe(laat_toe("2026-08-01"));
    assert_eq!(zaak.aan_zet(), []);
    zaak.op("2026-05-12");
    assert_eq!(zaak.aan_zet(), [("school_na_aanmelding", "ib")]);
    let known =
        || StelPlekVast { aanmelding: 1, van: d("2026-05-12"), hoe: "De gemeente weet ervan.".into() };
    assert!(!zaak.clone().op("2026-08-01").aan_zet().contains(&("school_na_aanmelding", "ib")));
    zaak.doe(known());
    assert_eq!(zaak.aan_zet(), []);
    // Of a child of which nobody said that it is at home, nobody asks.
    let mut unsaid = aangemeld();
    unsaid.doe(laat_toe("2026-08-01")).op("2026-05-12");
    assert_eq!(unsaid.aan_zet(), []);
    unsaid.weigert(known()).met("geen_plek_elders");
}

#[test]
fn many_small_corrections_take_no_more_days_than_one() {
    let mut zaak = ingeschreven();
    let first = laatste(&zaak, "ingeschreven");
    let from = |per: &str| schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, per);
    zaak.doe(verbeter(first, from("2025-09-12")));
    zaak.op("2026-03-03").weigert(verbeter(first, from("2025-09-13"))).veld("per");
    zaak.weigert(verbeter(first, from("2025-10-24"))).veld("per");
    zaak.doe(verbeter(first, from("2025-08-18")));
}

#[test]
fn an_advice_of_another_year_and_a_no_of_the_commission_admit_nobody() {
    let vo = gezegd(WINDVEER, Schoolsoort::Vo, AndereSchoolsoort::Basisschool, "2014-03-12");
    for other in ["2014-03-12", "2025-03-24", "2026-01-31"] {
        let early = LaatToe { voorwaarde_op: Some(d(other)), ..laat_toe("2026-08-17") };
        vo.weigert(early).veld("voorwaarde_op").op_grond_van("art. 8.6 lid 2 WVO 2020");
    }
    let advice =
        LaatToe { voorwaarde_op: Some(d("2026-02-01")), voorwaarde_ja: None, ..laat_toe("2026-08-17") };
    assert!(vo.vraag(advice).is_ok());
    let mut c12 = kind("2020-03-12");
    c12.als(ib(LIBEL)).doe(meld_aan_bij(LIBEL, Schoolsoort::InstellingC12));
    for (field, wrong) in [
        ("voorwaarde_ja", LaatToe { voorwaarde_ja: Some(false), ..laat_toe("2026-08-01") }),
        ("voorwaarde_ja", LaatToe { voorwaarde_ja: None, ..laat_toe("2026-08-01") }),
        ("voorwaarde_op", LaatToe { voorwaarde_op: Some(d("2022-03-11")), ..laat_toe("2026-08-01") }),
        (
            "voorwaarde_tot_en_met",
            LaatToe { voorwaarde_tot_en_met: Some(d("2099-07-31")), ..laat_toe("2026-08-01") },
        ),
    ] {
        c12.weigert(wrong).veld(field);
    }
    c12.doe(laat_toe("2026-08-01"));
}

#[test]
fn what_shows_a_refusal_is_of_the_days_around_the_registration() {
    let mut zaak = aangemeld();
    zaak.op("2026-04-06");
    let refuse = |ground: &str, point: &str, day: &str| {
        let answers = |mut given: Getoond| {
            if given.punt == point {
                given.antwoord = day.to_owned();
            }
            given
        };
        let bewijs = bewezen(ground).into_iter().map(answers).collect();
        let grond =
            Weigeringsgrond::Uitzondering { grond: ground.into(), onderbouwing: String::new(), bewijs };
        dossier::aanmelding::afloop::Weiger { overleg: None, ..weiger(grond) }
    };
    let counted = |day: &str| refuse("geen_plaatsruimte_po", "bewijs_geteld_op", day);
    zaak.weigert(counted("1990-01-01")).veld("bewijs_geteld_op").op_grond_van("art. 40 lid 5 onder a WPO");
    assert!(zaak.vraag(counted("2026-04-06")).is_ok());
    let asked = |day: &str| refuse("grondslag_niet_onderschreven_po", "bewijs_gevraagd_op", day);
    for wrong in ["1990-01-01", "2026-03-17"] {
        zaak.weigert(asked(wrong)).veld("bewijs_gevraagd_op").op_grond_van("art. 40 lid 5 onder b WPO");
    }
    assert!(zaak.vraag(asked("2026-03-09")).is_ok());
}

#[test]
fn nobody_is_a_pupil_of_secondary_education_at_two() {
    let mut zaak = kind("2024-03-05");
    zaak.als(ib(WATERJUFFER));
    zaak.weigert(schrijf_in(WATERJUFFER, Schoolsoort::Vo, "2026-08-01")).veld("per");
    zaak.weigert(schrijf_in(WATERJUFFER, Schoolsoort::So, "2026-08-01")).veld("per");
    let mut older = kind("2017-03-05");
    older.doe(schrijf_in(WATERJUFFER, Schoolsoort::Vo, "2026-08-01"));
}

#[test]
fn days_at_another_school_are_no_days_of_a_temporary_place() {
    let mut zaak = aangemeld();
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-05-01")).op("2026-05-20");
    zaak.als(ib(IJSVOGEL)).doe(schrijf_uit(vestiging(IJSVOGEL), d("2026-05-20"))).als(ib(WATERJUFFER));
    zaak.weigert(tijdelijk("2026-05-12")).veld("per");
    zaak.doe(tijdelijk("2026-05-20"));
}

/// Then a first day that is proposed is a school day, and the day on which a school year begins is one, whatever day of the week it is.
#[test]
fn a_first_day_that_is_proposed_is_a_school_day() {
    let zaak = thuis(None);
    let ctx = zaak.ctx();
    let begins = |per: &str| begint_vanaf(&ctx, d(per)).to_string();
    assert_eq!(begins("2026-03-15"), "2026-03-16");
    assert_eq!(begins("2026-03-17"), "2026-03-17");
    assert_eq!(begins("2026-08-01"), "2026-08-01", "a Saturday with which a school year begins");
}
