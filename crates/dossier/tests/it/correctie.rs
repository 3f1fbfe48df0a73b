//! Corrections: the fact that was wrong stays in the log, and the file is computed as if the right one
//! stood in its place.

use std::sync::Arc;

use dossier::Gebeurtenis;
use dossier::aanmelding::afloop::MeldFeitelijkeWeigering;
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie, VerlengBeslistermijn};
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::OntvangNummer;
use dossier::staat::Inhoud;

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, aangemeld, d, ib, kind, laat_toe, meld_aan, nl, ouder, vraag_informatie,
};
use crate::leven::{nieuwe_naam, overleden};
use crate::verbeteringen::als_daad;

fn fact(zaak: &Zaak, volgnummer: u64) -> Gebeurtenis {
    match &zaak.dossier.feit(volgnummer).expect("a fact").inhoud {
        Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.clone(),
        other => panic!("{other:?}"),
    }
}

fn corrigeer(volgnummer: u64, nieuw: Option<Gebeurtenis>) -> Corrigeer {
    let nieuw = nieuw.and_then(als_daad);
    Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw }
}

fn opened(zaak: &Zaak, geboren: &str) -> Gebeurtenis {
    let Gebeurtenis::DossierGeopend(event) = fact(zaak, 1) else { panic!("opened") };
    DossierGeopend { geboortedatum: d(geboren), ..Arc::unwrap_or_clone(event) }.into()
}

fn ontvangst(op: &str) -> CorrigeerOntvangst {
    CorrigeerOntvangst {
        aanmelding: 1,
        ontvangen_op: d(op),
        minderjarige_asielzoeker: None,
        onderwijs: None,
        gewenst_per: meld_aan().gewenst_per,
        nu_naar_school: None,
        andere_scholen: meld_aan().andere_scholen,
        recht_vervalt: false,
        waarom: "het poststempel".into(),
    }
}

#[test]
fn a_wrong_fact_is_replaced_and_stays_in_the_history() {
    let mut zaak = kind("2020-03-12");
    let before = zaak.dossier.feiten.clone();
    zaak.doe(corrigeer(1, Some(opened(&zaak, "2020-03-21"))));
    assert_eq!(zaak.dossier.leerling.as_ref().unwrap().geboortedatum, d("2020-03-21"));
    assert_eq!(zaak.dossier.feiten[..3], before[..]);
    assert!(zaak.dossier.tijdlijn().iter().any(|regel| regel.volgnummer == 1 && regel.verbeterd));
    assert_eq!(zaak.dossier.personen.len(), 1, "what came after still holds");
}

#[test]
fn the_last_of_two_corrections_counts() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(corrigeer(1, Some(opened(&zaak, "2020-03-21"))));
    zaak.doe(corrigeer(1, Some(opened(&zaak, "2020-03-22"))));
    assert_eq!(zaak.dossier.leerling.as_ref().unwrap().geboortedatum, d("2020-03-22"));
}

#[test]
fn a_death_recorded_by_mistake_is_taken_back_and_everything_runs_again() {
    let mut zaak = aangemeld();
    zaak.doe(overleden(Overledene::Leerling));
    let death = zaak.dossier.versie;
    zaak.doe(corrigeer(death, None));
    assert_eq!(zaak.dossier.overleden_op, None);
    assert_eq!(zaak.aan_zet(), [("behoefte_vaststellen", "ib")]);
    // It is told as what it is: taken back, and not put right.
    let lines = zaak.dossier.tijdlijn();
    let line = |nr: u64| lines.iter().find(|regel| regel.volgnummer == nr).unwrap();
    assert!(line(death).teruggenomen && line(death).verbeterd);
    let told: Vec<String> = lines.iter().map(|regel| nl(&regel.tekst)).collect();
    assert!(told.iter().any(|said| said.starts_with("Teruggenomen: ")), "{told:?}");
    assert!(!lines.iter().any(|regel| regel.teruggenomen && regel.volgnummer != death));
}

#[test]
fn a_corrected_name_does_not_bring_back_the_old_one() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(nieuwe_naam());
    let birthday = opened(&zaak, "2020-03-21");
    zaak.doe(corrigeer(1, Some(birthday)));
    assert_eq!(zaak.dossier.naam(), "Samira Zonnedauw");
}

#[test]
fn a_replacement_is_of_the_same_kind_and_could_have_been_recorded() {
    let zaak = kind("2020-03-12");
    zaak.weigert(corrigeer(1, Some(fact(&zaak, 2)))).veld("nieuw");
    zaak.weigert(corrigeer(1, Some(opened(&zaak, "2026-03-03")))).veld("geboortedatum");
    zaak.weigert(corrigeer(9, None)).veld("volgnummer");
    zaak.weigert(Corrigeer { waarom: " ".into(), ..corrigeer(1, Some(opened(&zaak, "2020-03-21"))) })
        .veld("waarom");
    let mut zaak = zaak.clone();
    zaak.doe(OntvangNummer { pgn: "111222333".into() });
    let wrong = dossier::leven::feiten::NummerOntvangen { pgn: "123".into() };
    zaak.weigert(corrigeer(4, Some(wrong.into()))).veld("pgn");
}

#[test]
fn what_decisions_and_terms_hang_on_is_not_taken_back() {
    let zaak = aangemeld();
    zaak.weigert(corrigeer(4, None)).met("niet_te_verbeteren");
    zaak.weigert(corrigeer(1, None)).met("niet_te_verbeteren");
}

#[test]
fn nobody_corrects_what_another_recorded() {
    let mut zaak = aangemeld();
    zaak.als(ib(IJSVOGEL));
    zaak.weigert(corrigeer(1, Some(opened(&zaak, "2020-03-21")))).met("andere_houder");
    zaak.als(ouder()).doe(MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-02"),
        wat: "Nee gezegd.".into(),
    });
    let report = zaak.dossier.versie;
    zaak.als(ib(WATERJUFFER));
    zaak.weigert(corrigeer(report, None)).met("van_een_ander");
    assert_eq!(
        zaak.aanmelding().feitelijk_geweigerd.len(),
        1,
        "a school cannot take back what parents told of it"
    );
}

#[test]
fn another_day_of_receipt_computes_every_later_term_anew() {
    let mut zaak = aangemeld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-19").doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-19"),
        compleet: true,
        nog_nodig: String::new(),
    });
    zaak.doe(VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "onderzoek".into() });
    assert_eq!(zaak.aanmelding().termijn.uitkomst.uiterlijk, Some(d("2026-05-21")));
    zaak.doe(ontvangst("2026-02-23"));
    assert_eq!(zaak.nieuw.len(), 4, "registration, question, answer, extension");
    assert_eq!(zaak.aanmelding().ontvangen_op, d("2026-02-23"));
    assert_eq!(
        zaak.aanmelding().termijn.uitkomst.uiterlijk,
        Some(d("2026-05-18")),
        "14 May is Ascension day; Thursday falls free"
    );
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-05")));
    zaak.doe(ontvangst("2026-02-24"));
    assert_eq!(zaak.aanmelding().ontvangen_op, d("2026-02-24"), "a correction can be corrected");
}

#[test]
fn the_day_of_receipt_is_possible_other_and_before_what_followed() {
    let mut zaak = aangemeld();
    zaak.weigert(ontvangst("2026-03-02")).veld("ontvangen_op");
    zaak.weigert(ontvangst("2026-03-03")).veld("ontvangen_op");
    zaak.weigert(ontvangst("2020-03-11")).veld("ontvangen_op");
    zaak.weigert(ontvangst("2023-03-11")).veld("ontvangen_op").op_grond_van("art. 40 lid 2 WPO");
    zaak.doe(vraag_informatie("2026-03-23")).op("2026-03-05");
    zaak.weigert(ontvangst("2026-03-03")).veld("ontvangen_op");
    zaak.als(ib(IJSVOGEL));
    zaak.weigert(ontvangst("2026-02-27")).met("andere_organisatie");
    let mut decided = aangemeld();
    decided.doe(laat_toe("2026-08-01"));
    decided.weigert(ontvangst("2026-02-27")).met("aanmelding_afgerond");
}

#[test]
fn a_school_does_not_move_the_day_on_which_parents_sent_their_own_registration() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan() });
    zaak.als(ib(WATERJUFFER)).op("2026-03-09");
    zaak.weigert(ontvangst("2026-03-03")).veld("ontvangen_op");
    zaak.doe(ontvangst("2026-02-27"));
}

#[test]
fn a_corrected_receipt_says_anew_whether_it_was_late() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(MeldAan { gewenst_per: Some(d("2026-05-10")), ..meld_aan() }).doe(ontvangst("2026-02-27"));
    let Gebeurtenis::Gecorrigeerd(event) = &zaak.nieuw[0] else { panic!("corrected") };
    assert_eq!(event.nieuw.as_ref().unwrap().gegevens["laat"], false);
}
