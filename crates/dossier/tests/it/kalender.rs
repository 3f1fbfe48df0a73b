//! What the calendar alone changes: the time for an answer is over, a withdrawal takes effect, what is read ends.

use base::dates::plus_days;
use dossier::aanmelding::opdracht::{PlaatsTijdelijk, VerlengBeslistermijn};
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, ZetGeheimhouding};
use dossier::rol::{Actor, Rol};
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::staat::{AanmeldingFase, TlvAanvraag, TlvFase};
use dossier::tlv::besluit::{GebruikTlv, MeldVertraging, NeemBesluit, OntvangIngebrekestelling, Uitspraak};
use dossier::tlv::checklist::{self, Stand, TlvInvoer};
use dossier::tlv::opdracht::{GeefZienswijze, StartTlvAanvraag, TrekTlvAanvraagIn};
use dossier::tlv::staat::TlvStand;
use dossier::toegang::{Kijker, RelatieSoort};

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, aangevraagd, behoefte_vastgesteld, besluitnemer, d,
    geadviseerd, ib, in_gebreke, kind, laat_toe, loket, maak_bekend, ouder, ouder_met_gezag, schrijf_in,
    start, trek_in, verleen, verleend, vestiging, vraag_aanvulling, vraag_informatie, zienswijze,
};

fn gebruik(school: &str, per: &str) -> GebruikTlv {
    GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(school),
        schoolnaam: "De school".into(),
        per: d(per),
        elders: false,
    }
}

#[test]
fn a_request_waits_for_what_was_asked_no_longer_than_the_time_for_it() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23"));
    let until = zaak.aanvraag().open_aanvulling().unwrap().uiterlijk_zonder_antwoord;
    let on = |day: &str| (zaak.aanvraag().fase_op(d(day)), zaak.aanvraag().beslissen_uiterlijk_op(d(day)));
    assert_eq!(on("2026-03-23"), (TlvFase::WachtOpAanvulling, None));
    assert_eq!(on("2026-03-24"), (TlvFase::Aangevraagd, until));
    let late = plus_days(until.expect("a last day"), 1).unwrap();
    zaak.op(&late.to_string());
    let later = plus_days(late, 21).unwrap();
    let delay = MeldVertraging { aanvraag: 1, nieuwe_datum: later, reden: "Wij wachten nog.".into() };
    zaak.weigert(delay).met("termijn_voorbij");
    zaak.doe(OntvangIngebrekestelling { ontvangen_op: late, ..in_gebreke("2026-03-02") });
}

#[test]
fn the_term_of_a_registration_is_not_extended_after_it_ran_out_whatever_was_left_open() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-23"));
    let until = zaak.aanmelding().open_opschorting().unwrap().uiterlijk_zonder_antwoord.unwrap();
    zaak.op(&plus_days(until, 1).unwrap().to_string());
    zaak.weigert(VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "Wij zoeken nog.".into() })
        .met("termijn_voorbij");
}

#[test]
fn lists_tell_another_phase_from_the_day_on_which_the_time_is_over() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-23"));
    let told = |zaak: &Zaak, day: &str| zaak.dossier.in_lijsten()[0].1.fase_op(d(day), true);
    assert_eq!(told(&zaak, "2026-03-23"), AanmeldingFase::WachtOpInformatie.code());
    assert_eq!(told(&zaak, "2026-03-24"), AanmeldingFase::Ontvangen.code());
    let mut withdrawn = verleend();
    withdrawn.als(besluitnemer(SWV_PO)).doe(trek_in("2026-03-02", "2026-08-01"));
    assert_eq!(told(&withdrawn, "2026-07-31"), TlvFase::VerleendBekend.code());
    assert_eq!(told(&withdrawn, "2026-08-01"), TlvFase::TlvIngetrokken.code());
}

#[test]
fn a_declaration_holds_until_the_day_from_which_it_is_withdrawn() {
    let mut zaak = verleend();
    zaak.als(besluitnemer(SWV_PO)).weigert(trek_in("2026-03-02", "2028-08-01")).veld("per");
    zaak.doe(trek_in("2026-03-02", "2026-10-01"));
    let aanvraag = zaak.aanvraag();
    assert_eq!(aanvraag.tlv_stand(d("2026-09-30")), Some(TlvStand::Bekend));
    assert_eq!(aanvraag.tlv_stand(d("2026-10-01")), Some(TlvStand::Ingetrokken));
    assert_eq!(aanvraag.geldig_tot_en_met(d("2026-09-30")), Some(d("2026-09-30")));
    assert_eq!(aanvraag.geldig_tot_en_met(d("2026-10-01")), None);
    zaak.als(ib(LIBEL)).weigert(gebruik(LIBEL, "2026-10-01")).veld("per");
    zaak.doe(gebruik(LIBEL, "2026-08-01"));
}

#[test]
fn whoever_judged_a_request_reads_the_file_no_more_some_time_after_nothing_will_come_of_it() {
    let mut withdrawn = geadviseerd();
    withdrawn
        .als(besluitnemer(SWV_PO))
        .doe(verleen())
        .doe(maak_bekend(d("2026-03-02")))
        .doe(trek_in("2026-03-02", "2026-08-01"));
    let mut died = aangevraagd();
    died.doe(MeldOverlijden { wie: Overledene::Leerling, op: d("2026-03-02") });
    for zaak in [withdrawn, died] {
        let judges = |soort| matches!(soort, RelatieSoort::Swv | RelatieSoort::Deskundige);
        let relations = zaak.dossier.betrokkenen();
        let open = relations.iter().filter(|b| judges(b.soort) && b.handelt && b.tot.is_none());
        assert_eq!(open.count(), 0, "{relations:?}");
    }
}

/// A place is arranged before the declaration begins, and within six weeks when it began already.
#[test]
fn arranging_a_place_is_not_late_on_its_first_day() {
    for (van, last) in [("2026-08-01", "2026-08-01"), ("2026-03-02", "2026-04-13")] {
        let mut zaak = geadviseerd();
        let uitspraak = Uitspraak::Verleen {
            nummer: "PO9901-2026-001".into(),
            categorie: Some(1),
            van: d(van),
            tot_en_met: d("2028-07-31"),
        };
        zaak.als(besluitnemer(SWV_PO)).doe(NeemBesluit { uitspraak, ..verleen() });
        zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-03-02")));
        zaak.dan_is_aan_zet(&[("plaatsing_regelen", "ib", "school/99AA00", last)]);
    }
}

#[test]
fn in_a_renewal_everybody_is_asked_anew() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01"));
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2028-02-01").als(ib(LIBEL));
    let renewal =
        StartTlvAanvraag { vestiging: vestiging(LIBEL), verlenging_van: Some(1), ..start(TlvSoort::So) };
    zaak.doe(renewal);
    let views = |zaak: &Zaak| {
        let found = zaak.dossier.aanvraag(2).unwrap();
        let list = checklist::tlv(&zaak.dossier, found, &TlvInvoer::default(), &zaak.ctx());
        let of_voices = list.punten.into_iter().filter(|punt| checklist::Stemvraag::of(&punt.code).is_some());
        of_voices.map(|punt| matches!(punt.stand, Stand::Bekend(_))).collect::<Vec<_>>()
    };
    assert!(
        !views(&zaak).is_empty() && views(&zaak).iter().all(|known| !known),
        "what was said was of before"
    );
    zaak.doe(GeefZienswijze { aanvraag: 2, ..zienswijze(1, Some(false)) });
    let said = zaak.dossier.aanvraag(2).unwrap().zienswijzen.len();
    assert_eq!(said, 1);
    assert!(views(&zaak).iter().any(|known| *known), "what is said now is known");
    // Eight weeks before the declaration ends: as long as deciding on that one took.
    zaak.dan_is_aan_zet(&[("aanvraag_invullen", "ib", "school/99SO00", "2028-06-04")]);
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 2, reden: "Wij beginnen opnieuw.".into() });
    zaak.dan_is_aan_zet(&[("verlenging_bekijken", "ib", "school/99SO00", "2028-07-31")]);
}

#[test]
fn a_child_that_was_placed_for_the_time_being_gets_the_group_of_its_admission() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak.op("2026-05-19").doe(laat_toe("2026-05-19"));
    let groep = |day: &str| zaak.dossier.inschrijving_op(d(day)).map(|i| i.groep.clone());
    assert_eq!(groep("2026-05-18").as_deref(), Some(""));
    assert_eq!(groep("2026-05-19").as_deref(), Some("3"), "as the letter of admission says");
}

#[test]
fn one_father_with_two_records_is_one_father() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ib(WATERJUFFER)).doe(ouder_met_gezag("B. Zonnedauw"));
    let father = ouder();
    for nr in [1, 2] {
        zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: nr, account: father.persoon.clone() });
    }
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "beschikking".into() });
    assert!(zaak.dossier.is_geheim_voor_wie(&father));
    let recht = crate::gegeven::matrix().leesrecht(
        &Kijker { actor: father.clone(), groep: String::new() },
        &zaak.dossier,
        &zaak.dossier.betrokkenen(),
        zaak.vandaag,
    );
    assert!(recht.is_afgeschermd());
    assert!(!zaak.dossier.sluit_uit(&father), "as a parent he has his own page");
    let at_work = dossier::Actor { rol: Rol::Ib, organisatie: ib(WATERJUFFER).organisatie, ..father };
    assert!(zaak.dossier.sluit_uit(&at_work), "as a colleague he has nothing of this file");
    assert!(!zaak.dossier.sluit_uit(&ib(WATERJUFFER)));
    // Closing the page opens nothing: neither of one record nor of both.
    for persoon in [2, 1] {
        zaak.als(ib(WATERJUFFER)).doe(dossier::leven::eigenpagina::BeeindigEigenPagina {
            persoon,
            reden: "De familie vluchtte.".into(),
        });
        assert!(zaak.dossier.sluit_uit(&at_work), "as a colleague he still has nothing of it");
    }
}

#[test]
fn a_decision_is_read_where_it_was_taken_until_it_is_made_known() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    let phase = |zaak: &Zaak, actor: Actor| {
        let kijker = Kijker { actor, groep: String::new() };
        let recht = crate::gegeven::matrix().leesrecht(
            &kijker,
            &zaak.dossier,
            &zaak.dossier.betrokkenen(),
            zaak.vandaag,
        );
        zaak.dossier.voor(&recht).aanvraag(1).map(TlvAanvraag::fase)
    };
    let outside = [ib(WATERJUFFER), ouder()];
    assert_eq!(phase(&zaak, loket(SWV_PO)), Some(TlvFase::Verleend));
    for actor in &outside {
        assert_eq!(phase(&zaak, actor.clone()), Some(TlvFase::Geadviseerd), "{actor:?}");
    }
    let told = |zaak: &Zaak, decides| zaak.dossier.in_lijsten()[0].1.fase_op(zaak.vandaag, decides);
    assert_eq!(told(&zaak, true), TlvFase::Verleend.code());
    assert_eq!(told(&zaak, false), TlvFase::Geadviseerd.code());
    let vandaag = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(vandaag));
    for actor in &outside {
        assert_eq!(phase(&zaak, actor.clone()), Some(TlvFase::VerleendBekend), "{actor:?}");
    }
    assert_eq!(told(&zaak, false), TlvFase::VerleendBekend.code());
}

#[test]
fn nobody_decides_on_the_own_advice_and_what_did_not_come_in_time_stops_no_decision() {
    let mut zaak = geadviseerd();
    let expert = zaak.aanvraag().toewijzingen[0].persoon.clone();
    let own = Actor { persoon: expert, ..besluitnemer(SWV_PO) };
    zaak.als(own).weigert(verleen()).met("eigen_advies");
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23"));
    let no = NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking: "Sbo past beter.".into(), ..verleen() };
    zaak.als(besluitnemer(SWV_PO)).op("2026-03-23").weigert(no.clone()).met("verkeerde_fase");
    zaak.op("2026-03-24").doe(no);
}
