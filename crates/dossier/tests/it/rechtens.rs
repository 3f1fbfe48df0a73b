//! Outcomes that the law does not have: each was reached by steps that were lawful one by one.

use base::Sector;
use dossier::Opdracht;
use dossier::aanmelding::afloop::{LaatAanmeldingDoorgaan, TrekAanmeldingIn};
use dossier::aanmelding::feiten::BereidGevonden;
use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, WijzigGezag};
use dossier::soort::{GrondZonderOuder, Relatie, Schoolsoort};
use dossier::verwijdering::opdracht::{BeginOverleg, HoorOudersEnLeraar, Schors};

use crate::elders::verwijder;
use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, WINDVEER, Zaak, aangemeld, behoefte_vastgesteld, besluitnemer, d,
    directie, geadviseerd, hoort, horen, ib, ingeschreven, kind, laat_toe, meld_aan_bij, niet_gekomen,
    open_dossier, ouder_met_gezag, schors, schrijf_in, schrijf_uit, verbind, verleen, vestiging, vind_school,
    voornemen,
};

fn gezag(persoon: u32, relatie: Relatie, per: &str) -> WijzigGezag {
    WijzigGezag { persoon, relatie: Some(relatie), per: d(per), brondocument: "beschikking".into() }
}

fn overleden(persoon: u32, op: &str) -> MeldOverlijden {
    MeldOverlijden { wie: Overledene::Persoon(persoon), op: d(op) }
}

fn verbeter(volgnummer: u64, act: impl Into<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: Some(Box::new(act.into())) }
}

fn laatste(zaak: &Zaak, soort: &str) -> u64 {
    let mut found = zaak.dossier.feiten.iter().rev().filter(|feit| feit.inhoud.event_type() == soort);
    found.next().expect("such a fact").volgnummer
}

/// Given a pupil of De Waterjuffer, born so, whom the school intends to remove; another school is willing.
fn voorgenomen() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).doe(vind_school("De IJsvogel"));
    zaak
}

#[test]
fn nobody_is_removed_of_whom_nobody_is_left_to_be_heard() {
    let gone: [Opdracht; 2] =
        [gezag(1, Relatie::OuderZonderGezag, "2026-03-02").into(), overleden(1, "2026-03-01").into()];
    for act in gone {
        // Given the only parent, who stands without authority, or as dead, by the word of the school.
        let mut zaak = voorgenomen();
        zaak.als(ib(WATERJUFFER)).doe(act).als(directie(WATERJUFFER));
        let nobody =
            HoorOudersEnLeraar { kwamen: Vec::new(), ouders: "geen ouders".into(), ..horen("2026-03-02") };
        zaak.weigert(nobody).met("niemand_met_gezag").op_grond_van("art. 40 lid 11 WPO");
        let turns = zaak.aan_zet();
        assert!(!turns.contains(&("ouders_en_leraar_horen", "directie")), "{turns:?}");
        // When somebody else has it, that person is heard first.
        zaak.doe(verbind("Jeugdbescherming Noord", Relatie::Voogd)).op("2026-03-09");
        zaak.doe(hoort(&zaak, 1)).op("2026-03-30").doe(verwijder("2026-04-06"));
    }
    // Heard on Monday, and without authority on Tuesday: nobody is left on the day of the decision.
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02")).op("2026-03-09").doe(gezag(1, Relatie::OuderZonderGezag, "2026-03-09"));
    zaak.weigert(verwijder("2026-03-16")).met("niemand_met_gezag").op_grond_van("art. 40 lid 11 WPO");
    assert_eq!(zaak.aan_zet(), [("gezag_nagaan", "ib")]);
}

#[test]
fn a_parent_who_came_after_the_invitation_is_heard_before_it_is_decided() {
    let mut zaak = voorgenomen();
    zaak.doe(horen("2026-03-02")).op("2026-03-09");
    // Given a mother with authority since the birth, of whom the school hears only now.
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("mevrouw L. Regen")).als(directie(WATERJUFFER));
    zaak.weigert(verwijder("2026-03-16")).met("ouder_niet_gehoord").op_grond_van("art. 40 lid 11 WPO");
    assert_eq!(zaak.aan_zet(), [("ouders_en_leraar_horen", "directie")]);
    // That she did not come says nothing: nobody invited her.
    let mut absent = zaak.clone();
    absent.doe(horen("2026-03-09"));
    absent.weigert(verwijder("2026-03-16")).met("ouder_niet_gehoord");
    zaak.doe(hoort(&zaak, 1));
    assert_eq!(zaak.aan_zet(), [("verwijdering_beslissen", "directie")]);
    zaak.doe(verwijder("2026-03-16"));
    // The letter of a talk that was moved invites too.
    let mut moved = voorgenomen();
    moved.als(ib(WATERJUFFER)).doe(ouder_met_gezag("mevrouw L. Regen")).als(directie(WATERJUFFER));
    moved.doe(crate::verwijdering_gesprek::verzet("2026-03-10")).op("2026-03-10");
    moved.doe(horen("2026-03-10")).weigert(verwijder("2026-03-16")).met("gesprek_komt_nog");
    moved.op("2026-03-11").doe(verwijder("2026-03-16"));
    // Who was invited and did not come is not waited for, once the day is over for which they were.
    let mut two = ingeschreven();
    two.doe(ouder_met_gezag("mevrouw L. Regen")).als(directie(WATERJUFFER));
    two.doe(voornemen(WATERJUFFER, Sector::Po)).doe(vind_school("De IJsvogel"));
    two.op("2026-03-09").doe(horen("2026-03-09")).weigert(verwijder("2026-03-16")).met("gesprek_komt_nog");
    two.op("2026-03-10").doe(verwijder("2026-03-16"));
}

#[test]
fn a_removal_waits_for_who_lost_authority_by_the_word_of_the_school() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("mevrouw L. Regen")).als(directie(WATERJUFFER));
    zaak.doe(voornemen(WATERJUFFER, Sector::Po)).doe(vind_school("De IJsvogel"));
    zaak.als(ib(WATERJUFFER)).doe(gezag(2, Relatie::OuderZonderGezag, "2026-03-02"));
    zaak.als(directie(WATERJUFFER));
    // One of two is not both, also where the other lost authority today: she was invited for the ninth.
    zaak.weigert(horen("2026-03-02")).veld("kwamen");
    zaak.op("2026-03-09").doe(horen("2026-03-09"));
    zaak.weigert(verwijder("2026-03-17")).met("pas_zonder_gezag").op_grond_van("art. 40 lid 11 WPO");
    assert_eq!(zaak.aan_zet(), []);
    let mut heard = zaak.clone();
    heard.doe(HoorOudersEnLeraar { kwamen: vec![1, 2], ..horen("2026-03-09") }).doe(verwijder("2026-03-17"));
    zaak.op("2026-03-16").weigert(verwijder("2026-03-17")).met("pas_zonder_gezag");
    zaak.op("2026-03-17").doe(verwijder("2026-03-18"));
}

#[test]
fn no_date_of_birth_takes_a_case_that_runs_out_of_the_hands_of_the_parents() {
    let mut zaak = kind("2010-03-01");
    zaak.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    zaak.als(ib(WATERJUFFER));
    let opened = |geboren: &str| verbeter(1, open_dossier(geboren));
    for soon in ["2008-03-17", "2008-04-12", "2009-03-02"] {
        zaak.weigert(opened(soon)).met("maakt_meerderjarig").op_grond_van("art. 233 BW Boek 1");
    }
    assert!(zaak.vraag(opened("2009-03-03")).is_ok(), "later than a case lasts");
    zaak.als(ib(WINDVEER)).doe(TrekAanmeldingIn { aanmelding: 1, van: None, reden: "Zij belde.".into() });
    zaak.als(ib(WATERJUFFER)).doe(opened("2008-04-12"));
}

/// A suspension by the secondary school.
fn vo(van: &str, tot: &str, tijdens_overleg: bool) -> Schors {
    Schors { vestiging: vestiging(WINDVEER), tijdens_overleg, ..schors(van, tot) }
}

#[test]
fn a_consultation_makes_no_two_weeks_of_one() {
    let given = || {
        let mut zaak = kind("2012-03-12");
        zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(directie(WINDVEER));
        zaak.doe(voornemen(WINDVEER, Sector::Vo));
        zaak.doe(BeginOverleg { verwijdering: 1, op: d("2026-03-02"), met: "mevrouw De Inspecteur".into() });
        zaak
    };
    // Given a week, and four weeks of consultation right after it.
    let mut zaak = given();
    zaak.doe(vo("2026-03-02", "2026-03-08", false)).doe(vo("2026-03-09", "2026-04-05", true));
    let article = "art. 8.14 WVO 2020";
    zaak.weigert(vo("2026-04-07", "2026-04-07", false)).veld("tot_en_met").op_grond_van(article);
    assert!(zaak.vraag(vo("2026-04-08", "2026-04-10", false)).is_ok(), "a day at school between");
    // Four days before it leave three after it.
    let mut short = given();
    short.doe(vo("2026-03-03", "2026-03-06", false)).doe(vo("2026-03-09", "2026-03-13", true));
    short.weigert(vo("2026-03-16", "2026-03-19", false)).veld("tot_en_met");
    short.doe(vo("2026-03-16", "2026-03-18", false));
    // Nor does a consultation that is put between two weeks.
    let mut between = given();
    between.doe(vo("2026-03-02", "2026-03-06", false)).doe(vo("2026-03-16", "2026-03-20", false));
    between.weigert(vo("2026-03-09", "2026-03-13", true)).veld("tot_en_met");
    between.doe(vo("2026-03-09", "2026-03-12", true));
}

fn intrekken(van: Option<u32>) -> TrekAanmeldingIn {
    TrekAanmeldingIn { aanmelding: 1, van, reden: "Vader belde.".into() }
}

#[test]
fn a_withdrawal_that_leans_on_a_death_waits_as_one_that_leans_on_lost_authority() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(ouder_met_gezag("de heer V. Zonsopgang")).doe(overleden(2, "2026-03-01"));
    zaak.doe(intrekken(Some(1))).dan_is_vastgelegd(&["ouder_koos"]);
    let without = |grond| dossier::aanmelding::afloop::GaVerderZonderOuder {
        aanmelding: 1,
        persoon: 2,
        grond,
        reden: "Hij is er niet meer.".into(),
        gerecht: String::new(),
        uitspraak_op: None,
    };
    zaak.weigert(without(GrondZonderOuder::KanNiet)).met("pas_overleden");
    // Taken back, he is asked; otherwise it goes on after the time in which everybody answers.
    let mut back = zaak.clone();
    let death = laatste(&back, "overleden");
    back.doe(Corrigeer { volgnummer: death, waarom: "de verkeerde ouder".into(), nieuw: None });
    back.op("2026-03-17").weigert(intrekken(Some(1))).met("al_gezegd");
    zaak.op("2026-03-16").weigert(intrekken(Some(1))).met("al_gezegd");
    zaak.op("2026-03-17").doe(intrekken(Some(1))).dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
}

#[test]
fn who_was_a_pupil_is_not_deregistered_as_if_it_never_was() {
    let uit = |per: &str| schrijf_uit(vestiging(WATERJUFFER), d(per));
    let mut zaak = ingeschreven();
    zaak.weigert(uit("2025-08-01")).veld("per");
    zaak.weigert(uit("2025-08-02")).veld("per");
    zaak.weigert(uit("2026-01-18")).veld("per");
    assert!(zaak.vraag(uit("2026-01-19")).is_ok(), "a school hears late that a child left");
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03")).op("2026-03-10");
    zaak.weigert(uit("2026-02-27")).veld("per");
    zaak.doe(uit("2026-03-05"));
    // A child that is at another school since, is deregistered as of its first day there, and one that never came as of its first day here.
    let mut elsewhere = ingeschreven();
    elsewhere.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2025-10-01"));
    elsewhere.doe(uit("2025-10-01"));
    let mut missed = aangemeld();
    missed.doe(laat_toe("2026-03-12")).op("2026-03-16");
    missed.weigert(uit("2026-03-12")).veld("per");
    missed.doe(niet_gekomen("2026-03-12", "2026-03-20")).doe(uit("2026-03-12"));
}

#[test]
fn an_admission_for_much_later_than_was_asked_is_no_admission() {
    // Asked from 1 August 2026.
    let mut zaak = behoefte_vastgesteld();
    zaak.weigert(laat_toe("2026-09-13")).veld("per");
    zaak.weigert(laat_toe("2028-02-01")).veld("per");
    zaak.doe(laat_toe("2026-09-12"));
    // Of an admission that was recorded, no correction makes it so either.
    let admitted = laatste(&zaak, "toegelaten");
    zaak.weigert(verbeter(admitted, laat_toe("2028-02-01"))).veld("per");
    zaak.doe(verbeter(admitted, laat_toe("2026-08-24")));
}

#[test]
fn the_first_day_of_a_pupil_is_not_moved_over_months() {
    let mut zaak = ingeschreven();
    let enrolled = laatste(&zaak, "ingeschreven");
    let place = |per: &str| schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, per);
    zaak.weigert(verbeter(enrolled, place("2026-03-02"))).veld("per");
    zaak.weigert(verbeter(enrolled, place("2025-09-13"))).veld("per");
    zaak.doe(verbeter(enrolled, place("2025-09-12")));
}

#[test]
fn nobody_was_a_pupil_of_a_basisschool_before_the_age_of_admission() {
    let mut zaak = kind("2018-03-12");
    let place = |per: &str| schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, per);
    zaak.weigert(place("2019-08-01")).veld("per").op_grond_van("art. 39 lid 1 WPO");
    zaak.weigert(place("2022-03-11")).veld("per");
    zaak.doe(place("2022-03-12"));
    let opened = |geboren: &str| verbeter(1, open_dossier(geboren));
    zaak.weigert(opened("2024-01-01")).veld("geboortedatum").op_grond_van("art. 39 lid 1 WPO");
    zaak.doe(opened("2018-02-12"));
}

#[test]
fn what_the_parents_began_lapses_when_the_pupil_decides() {
    let mut zaak = kind("2008-03-12");
    zaak.als(ib(WINDVEER)).doe(ouder_met_gezag("de heer V. Zonsopgang"));
    zaak.doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo)).doe(intrekken(Some(2)));
    assert!(zaak.aan_zet().contains(&("intrekking_beantwoorden", "ouder")));
    zaak.op("2026-03-12");
    let turns = zaak.aan_zet();
    assert!(
        !turns.iter().any(|(zet, _)| ["andere_ouder_vragen", "intrekking_beantwoorden"].contains(zet)),
        "{turns:?}"
    );
    let on = LaatAanmeldingDoorgaan { aanmelding: 1, van: None, reden: "Sam wil het.".into() };
    zaak.weigert(on).met("niemand_trekt_in");
}

#[test]
fn nobody_inquires_into_a_newborn_and_no_outcome_is_for_ever() {
    let zaak = behoefte_vastgesteld();
    let newborn =
        BereidGevonden { voorwaarde_op: Some(d("2020-03-12")), ..crate::gegeven::bereid("De Torenvalk") };
    let refuse =
        |school| crate::gegeven::weiger(dossier::aanmelding::feiten::Weigeringsgrond::AndereSchool(school));
    zaak.weigert(refuse(newborn.clone())).veld("voorwaarde_op");
    let forever = BereidGevonden {
        voorwaarde_op: Some(d("2026-03-02")),
        voorwaarde_tot_en_met: Some(d("2099-07-31")),
        ..newborn
    };
    zaak.weigert(refuse(forever)).veld("voorwaarde_tot_en_met");
}

#[test]
fn no_declaration_begins_after_the_last_day_at_such_a_school() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO));
    assert!(zaak.vraag(verleen()).is_ok());
    // Given the right date of birth, of a child that had to leave last summer, while the advice stands.
    zaak.dossier.leerling.as_mut().expect("a child").geboortedatum = d("2011-02-09");
    zaak.weigert(verleen()).veld("van").op_grond_van("art. 39 lid 4 WEC");
}
