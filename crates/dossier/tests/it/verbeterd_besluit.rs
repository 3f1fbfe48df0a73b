//! An offer, an admission, a refusal and a suspension that were recorded wrongly are put right by the act that recorded them, with all
//! that it recorded; and what follows from a date of birth follows the right one.

use base::Sector;
use dossier::aanmelding::afloop::{AanvaardAanbod, DoeAanbod, LaatToe, Weiger};
use dossier::aanmelding::feiten::VanBuiten;
use dossier::aanmelding::opdracht::{MeldAan, PlaatsTijdelijk};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::algemeen::feiten::{Betreft, BriefVastgelegd, DossierGeopend};
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Onderwerp;
use dossier::leven::opdracht::{MeldMeerderjarig, SchrijfIn, WijzigGezag};
use dossier::soort::{Poststand, Poststap, Schoolsoort};
use dossier::staat::Afloop;
use dossier::toegang::{Deel, Kijker};
use dossier::verwijdering::opdracht::{HoorOudersEnLeraar, Schors};
use dossier::{Gebeurtenis, Opdracht};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, aanbod, aangemeld, behoefte_vastgesteld, bereid, d, directie, horen, ib,
    ingeschreven, kind, laat_toe, matrix, meld_aan, meld_aan_bij, schors, schrijf_in, schrijf_uit,
    uitzondering, vestiging, voornemen, weiger,
};
use crate::verbeteringen::als_daad;

fn verbeter(volgnummer: u64, act: impl Into<Opdracht>) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "tikfout".into(), nieuw: Some(Box::new(act.into())) }
}

fn neem_terug(volgnummer: u64) -> Corrigeer {
    Corrigeer { volgnummer, waarom: "verkeerd kind".into(), nieuw: None }
}

/// The number of the last fact of a kind.
fn laatste(zaak: &Zaak, soort: &str) -> u64 {
    let of_kind = zaak.dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == soort);
    of_kind.expect("such a fact").volgnummer
}

/// A letter about the first case of this kind lies there.
fn met_brief(zaak: &mut Zaak, soort: &str, betreft: Onderwerp) -> u64 {
    zaak.feit(BriefVastgelegd {
        soort: soort.into(),
        betreft: Betreft::Zaak(betreft),
        deel: Deel::B,
        aan_personen: vec![1],
        aan_organisaties: Vec::new(),
        blob: "blob-2".into(),
        vingerafdruk: "00".repeat(32),
        lengte: 1,
        vierkantjes: String::new(),
    });
    zaak.dossier.versie
}

fn verstuurd(zaak: &mut Zaak, soort: &str, betreft: Onderwerp) -> u64 {
    let nr = met_brief(zaak, soort, betreft);
    let op = zaak.vandaag;
    zaak.doe(VerwerkPost { volgnummer: nr, stap: Poststap::Post, op });
    nr
}

fn stand(zaak: &Zaak, nr: u64) -> Poststand {
    zaak.dossier.poststand(zaak.dossier.brief(nr).expect("a letter"))
}

#[test]
fn the_first_day_of_an_admission_is_corrected_in_the_admission_and_the_enrolment() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    let letter = met_brief(&mut zaak, "toelating", Onderwerp::Aanmelding(1));
    let admitted = laatste(&zaak, "toegelaten");
    zaak.op("2026-03-20").doe(verbeter(admitted, LaatToe { groep: "4".into(), ..laat_toe("2026-04-07") }));
    assert_eq!(zaak.nieuw.len(), 2, "admission and enrolment");
    assert_eq!(zaak.aanmelding().toegelaten_per(), Some(d("2026-04-07")));
    let place = &zaak.dossier.inschrijvingen[0];
    assert_eq!((place.van, place.groep.as_str()), (d("2026-04-07"), "4"));
    assert_eq!(zaak.brieven_gevraagd(), ["toegelaten"], "the letter is written anew");
    assert_eq!(stand(&zaak, letter), Poststand::Vervallen, "and the wrong one is not sent any more");
}

/// Given a registration of a child that another school took off its list as of a day.
fn van_de_lijst(per: &str) -> Zaak {
    let mut zaak = ingeschreven();
    zaak.op("2026-03-05").doe(schrijf_uit(vestiging(WATERJUFFER), d(per)));
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool)).op("2026-03-09");
    zaak
}

/// Given an admission as of a day on which the child, as it turns out, was a pupil elsewhere still.
fn te_vroeg_toegelaten() -> Zaak {
    let mut zaak = van_de_lijst("2026-03-05");
    zaak.doe(laat_toe("2026-03-06"));
    let left = laatste(&zaak, "uitgeschreven");
    zaak.als(ib(WATERJUFFER)).doe(verbeter(left, schrijf_uit(vestiging(WATERJUFFER), d("2026-03-09"))));
    zaak.als(ib(IJSVOGEL));
    zaak
}

#[test]
fn an_act_that_would_be_refused_by_now_is_corrected_as_a_whole() {
    van_de_lijst("2026-03-09").weigert(laat_toe("2026-03-06")).veld("per");
    let mut zaak = te_vroeg_toegelaten();
    let admitted = laatste(&zaak, "toegelaten");
    zaak.doe(verbeter(admitted, laat_toe("2026-03-09")));
    assert_eq!(zaak.nieuw.len(), 2, "admission and enrolment");
    let here = |place: &&dossier::staat::Inschrijving| place.vestiging.as_str() == IJSVOGEL;
    let places: Vec<_> = zaak.dossier.inschrijvingen.iter().filter(here).map(|place| place.van).collect();
    assert_eq!(places, [d("2026-03-09")], "one place, and not a second one beside the wrong one");
}

#[test]
fn who_corrects_the_enrolment_of_an_admission_corrects_the_admission() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    let enrolled = laatste(&zaak, "ingeschreven");
    let SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, .. } =
        schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-08-17");
    let right = SchrijfIn {
        vestiging,
        schoolnaam,
        schoolsoort,
        swv,
        groep: "3".into(),
        per: d("2026-08-17"),
        verklaring: String::new(),
    };
    zaak.doe(verbeter(enrolled, right));
    assert_eq!(zaak.aanmelding().toegelaten_per(), Some(d("2026-08-17")));
    assert_eq!(zaak.dossier.inschrijvingen[0].van, d("2026-08-17"));
}

#[test]
fn an_admission_is_taken_back_with_its_enrolment_until_its_letter_left_or_the_child_is_there() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    let admitted = laatste(&zaak, "toegelaten");
    let mut left = zaak.clone();
    verstuurd(&mut left, "toelating", Onderwerp::Aanmelding(1));
    left.weigert(neem_terug(admitted)).met("al_verstuurd");
    let mut there = zaak.clone();
    there.op("2026-08-01").weigert(neem_terug(admitted)).met("al_leerling");
    zaak.doe(neem_terug(admitted));
    assert!(zaak.aanmelding().afloop.is_none() && zaak.dossier.inschrijvingen.is_empty());
    zaak.doe(laat_toe("2026-08-17"));
}

#[test]
fn a_mistaken_correction_of_an_admission_is_undone_as_a_whole() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    let admitted = laatste(&zaak, "toegelaten");
    zaak.doe(verbeter(admitted, laat_toe("2026-08-17"))).doe(verbeter(admitted, laat_toe("2026-08-01")));
    assert_eq!(zaak.aanmelding().toegelaten_per(), Some(d("2026-08-01")));
    assert_eq!(zaak.dossier.inschrijvingen[0].van, d("2026-08-01"));
}

#[test]
fn nothing_comes_in_by_correcting_an_admission_that_the_act_refuses() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-08-01"));
    let admitted = laatste(&zaak, "toegelaten");
    zaak.weigert(verbeter(admitted, laat_toe("2026-02-01"))).veld("per");
    zaak.weigert(verbeter(admitted, LaatToe { aanmelding: 2, ..laat_toe("2026-08-17") }));
    zaak.weigert(verbeter(admitted, aanbod("2026-08-01"))).veld("nieuw");
}

#[test]
fn an_offer_is_put_right_or_taken_back_until_somebody_answered() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-04-01"));
    let offered = laatste(&zaak, "aanbod_gedaan");
    zaak.op("2026-03-10")
        .doe(verbeter(offered, DoeAanbod { school: bereid("De Libel"), ..aanbod("2026-05-01") }));
    let now = zaak.aanmelding().open_aanbod().expect("open").clone();
    assert_eq!((now.school.schoolnaam.as_str(), now.per, now.nr), ("De Libel", d("2026-05-01"), 1));
    assert_eq!(now.op, d("2026-03-02"), "it was made on that day");
    let mut answered = zaak.clone();
    answered.doe(AanvaardAanbod { van: Some(1), aanmelding: 1, aanbod: 1, toelichting: "belde".into() });
    answered.weigert(verbeter(offered, aanbod("2026-06-01"))).met("aanbod_beantwoord");
    answered.weigert(neem_terug(offered)).met("aanbod_beantwoord");
    zaak.doe(neem_terug(offered));
    assert!(zaak.aanmelding().open_aanbod().is_none());
}

#[test]
fn a_refusal_is_put_right_before_its_letter_left_and_not_after() {
    let mut zaak = aangemeld();
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let refused = laatste(&zaak, "geweigerd");
    let until = |zaak: &Zaak| match zaak.aanmelding().afloop {
        Some(Afloop::Geweigerd { bezwaar_uiterlijk, .. }) => bezwaar_uiterlijk,
        _ => panic!("refused"),
    };
    let first = until(&zaak);
    let letter = met_brief(&mut zaak, "weigering", Onderwerp::Aanmelding(1));
    let other = Weiger {
        motivering: "Alle groepen zijn vol.".into(),
        ..weiger(uitzondering("geen_plaatsruimte_po"))
    };
    zaak.op("2026-03-04").doe(verbeter(refused, other.clone()));
    assert!(until(&zaak) > first, "the time to object runs from the right letter");
    assert_eq!(zaak.brieven_gevraagd(), ["geweigerd"]);
    assert_eq!(stand(&zaak, letter), Poststand::Vervallen);
    verstuurd(&mut zaak, "weigering", Onderwerp::Aanmelding(1));
    zaak.weigert(verbeter(refused, weiger(uitzondering("geen_plaatsruimte_po")))).met("al_verstuurd");
    zaak.weigert(neem_terug(refused)).met("al_verstuurd");
}

#[test]
fn the_days_and_reasons_of_a_suspension_are_put_right_as_its_act_would_have_had_them() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    let suspended = laatste(&zaak, "geschorst");
    zaak.op("2026-03-20").doe(verbeter(
        suspended,
        Schors { redenen: "Na een ruzie.".into(), ..schors("2026-03-02", "2026-03-04") },
    ));
    let now = &zaak.dossier.schorsingen[0];
    assert_eq!((now.tot_en_met, now.redenen.as_str(), now.nr), (d("2026-03-04"), "Na een ruzie.", 1));
    assert_eq!(now.toets.uitkomst.dagen, 3, "the rule is asked again");
    assert_eq!(zaak.brieven_gevraagd(), ["geschorst"]);
    zaak.weigert(verbeter(suspended, schors("2026-03-02", "2026-03-20"))).veld("tot_en_met");
    verstuurd(&mut zaak, "schorsing", Onderwerp::Schorsing(1));
    zaak.weigert(neem_terug(suspended)).met("al_verstuurd");
}

#[test]
fn who_may_not_take_a_decision_does_not_correct_it() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    let act = neem_terug(laatste(&zaak, "geschorst")).into();
    let may = |wie| {
        let kijker = Kijker::from(wie);
        let betrokken = zaak.dossier.betrokkenen();
        matrix().mag_op(&kijker, &betrokken, (&zaak.dossier, &act), zaak.vandaag).toegestaan
    };
    assert!(may(directie(WATERJUFFER)) && !may(ib(WATERJUFFER)));
}

#[test]
fn the_wished_day_and_the_other_schools_of_a_registration_are_put_right_or_taken_away() {
    let mut zaak = aangemeld();
    let right = CorrigeerOntvangst {
        gewenst_per: Some(d("2026-04-01")),
        andere_scholen: vec!["De Libel".into()],
        ..CorrigeerOntvangst::op_dag(zaak.aanmelding(), d("2026-03-02"), "tikfout")
    };
    zaak.doe(right);
    let now = zaak.aanmelding().clone();
    assert_eq!(
        (now.gewenst_per, now.andere_scholen.as_slice()),
        (Some(d("2026-04-01")), &["De Libel".to_owned()][..])
    );
    assert!(now.laat, "ten weeks before that day have gone by");
    let none = CorrigeerOntvangst {
        gewenst_per: None,
        andere_scholen: Vec::new(),
        ..CorrigeerOntvangst::op_dag(&now, d("2026-03-02"), "tikfout")
    };
    zaak.doe(none);
    assert!(zaak.aanmelding().gewenst_per.is_none() && zaak.aanmelding().andere_scholen.is_empty());
    assert_eq!(zaak.brieven_gevraagd(), ["aangemeld"]);
}

/// Given a registration that the parents confirmed on the open form, and were told that day; then its day of receipt goes no later.
#[test]
fn the_day_on_which_parents_confirmed_stands() {
    let mut zaak = kind("2019-03-12");
    let came = meld_aan().ontvangen_op;
    let from = VanBuiten { naam: "mevrouw O. IJsbeer".into(), geschreven_op: came, bevestigd_op: came };
    zaak.doe(MeldAan { gewenst_per: None, van_buiten: Some(from), ..meld_aan() }).op("2026-04-01");
    let moved = |days| {
        let day = base::dates::plus_days(came, days).unwrap();
        CorrigeerOntvangst::op_dag(zaak.aanmelding(), day, "kwam op een andere dag binnen")
    };
    let (later, sooner) = (moved(7), moved(-1));
    zaak.weigert(later).veld("ontvangen_op");
    zaak.doe(sooner);
}

/// Sam, six years old and at no school, registered so long ago that the right to a temporary place has arisen.
fn recht_ontstaan() -> Zaak {
    let mut zaak = kind("2019-03-12");
    zaak.doe(MeldAan { gewenst_per: None, ..meld_aan() }).op("2026-05-20");
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
    zaak
}

#[test]
fn a_right_that_had_arisen_is_not_taken_away_unseen_by_another_day_of_receipt() {
    let mut zaak = recht_ontstaan();
    let later = CorrigeerOntvangst::op_dag(zaak.aanmelding(), d("2026-03-16"), "poststempel");
    zaak.weigert(later.clone()).veld("recht_vervalt").op_grond_van("art. 40 lid 7 WPO");
    zaak.doe(CorrigeerOntvangst { recht_vervalt: true, ..later });
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-26")));
    assert_eq!(zaak.brieven_gevraagd(), ["aangemeld"], "and the family hears it");
}

#[test]
fn a_temporary_place_stays_until_there_is_a_decision_by_whatever_day_it_was_given() {
    let mut zaak = recht_ontstaan();
    zaak.doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-20"),
        groep: "3".into(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak.doe(CorrigeerOntvangst::op_dag(zaak.aanmelding(), d("2026-03-16"), "poststempel"));
    assert!(zaak.aanmelding().tijdelijke_plaatsing.as_ref().is_some_and(|place| place.tot.is_none()));
    assert_eq!(zaak.dossier.inschrijvingen.len(), 1);
}

/// A pupil in secondary education who is intended to be removed, and was heard alone as of age.
fn verwijdering_vo(geboren: &str) -> Zaak {
    let mut zaak = kind(geboren);
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Vo, "2025-08-01")).als(directie(WATERJUFFER));
    zaak.doe(voornemen(WATERJUFFER, Sector::Vo));
    zaak
}

fn geboren(zaak: &Zaak, op: &str) -> Corrigeer {
    let Some(Gebeurtenis::DossierGeopend(opened)) = zaak.dossier.feiten[0].gebeurtenis() else {
        panic!("opened")
    };
    let nieuw = als_daad(DossierGeopend { geboortedatum: d(op), ..(**opened).clone() });
    Corrigeer { volgnummer: 1, waarom: "tikfout".into(), nieuw }
}

#[test]
fn a_corrected_date_of_birth_reaches_a_removal_that_runs() {
    let mut zaak = verwijdering_vo("2008-01-12");
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: true });
    zaak.doe(HoorOudersEnLeraar { ouders: String::new(), ..horen("2026-03-02") });
    assert!(!zaak.dossier.verwijderingen[0].needs_school(d("2026-03-20")));
    let right = geboren(&zaak, "2011-01-12");
    zaak.als(ib(WATERJUFFER)).doe(right);
    let removal = &zaak.dossier.verwijderingen[0];
    assert!(removal.needs_school(d("2026-03-20")) && removal.needs_inspectie(d("2026-03-20")));
    assert_eq!(removal.gehoord_op, None, "the parents have to be heard too");
    assert_eq!(zaak.dossier.meerderjarig_per, Some(d("2029-01-12")), "it comes of age later");
    assert!(!zaak.dossier.meerderjarigheid_verteld && !zaak.dossier.handelt_zelf(zaak.vandaag));
}

#[test]
fn a_corrected_date_of_birth_frees_a_removal_of_what_the_law_does_not_ask() {
    let mut zaak = verwijdering_vo("2011-01-12");
    zaak.doe(horen("2026-03-02"));
    let right = geboren(&zaak, "2008-01-12");
    zaak.als(ib(WATERJUFFER)).weigert(right.clone()).met("maakt_meerderjarig");
    let (relatie, brondocument) = (None, "geboorteakte".to_owned());
    zaak.doe(WijzigGezag { persoon: 1, relatie, per: d("2026-03-02"), brondocument }).doe(right);
    let removal = &zaak.dossier.verwijderingen[0];
    assert!(!removal.needs_school(d("2026-03-20")) && !removal.needs_inspectie(d("2026-03-20")));
    assert_eq!(removal.gehoord_op, Some(d("2026-03-02")), "the pupil was heard");
}

#[test]
fn another_date_of_birth_moves_the_day_on_which_a_pupil_comes_of_age() {
    let mut zaak = kind("2008-01-12");
    let right = geboren(&zaak, "2008-02-12");
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: true }).doe(right);
    assert_eq!(zaak.dossier.meerderjarig_per, Some(d("2026-02-12")));
    assert!(zaak.dossier.meerderjarigheid_verteld, "that was told and stays told");
}
