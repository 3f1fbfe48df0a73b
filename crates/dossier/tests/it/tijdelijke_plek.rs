//! P1: how a temporary place ends (WPO 40(7), WEC 40(8)-(9), WVO 2020 8.13(4)): with the registration, and by nothing else; and who sees to the
//! child after that.

use base::Sector;
use dossier::aanmelding::afloop::{AanvaardAanbod, TrekAanmeldingIn};
use dossier::aanmelding::opdracht::PlaatsTijdelijk;

use crate::gegeven::{
    WATERJUFFER, Zaak, aanbod, behoefte_vastgesteld, d, directie, ib, laat_toe, uitzondering, voornemen,
    weiger,
};

/// Given a child with a temporary place since 12 May, of which the registration is not decided.
fn tijdelijk() -> Zaak {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: String::new(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    zaak
}

#[test]
fn a_child_with_a_temporary_place_is_not_removed_before_its_registration_was_decided() {
    let mut zaak = tijdelijk();
    zaak.als(directie(WATERJUFFER));
    zaak.weigert(voornemen(WATERJUFFER, Sector::Po)).met("tijdelijke_plek").op_grond_van("art. 40 lid 7 WPO");
    zaak.als(ib(WATERJUFFER)).doe(laat_toe("2026-05-12"));
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po));
}

#[test]
fn after_a_temporary_place_the_school_sees_whether_the_child_has_a_school() {
    let mut refused = tijdelijk();
    refused.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    let mut withdrawn = tijdelijk();
    withdrawn.doe(TrekAanmeldingIn { aanmelding: 1, van: None, reden: "De ouders belden.".into() });
    for mut zaak in [refused, withdrawn] {
        zaak.op("2026-05-18");
        assert!(zaak.dossier.inschrijving_op(zaak.vandaag).is_none());
        assert_eq!(zaak.aan_zet(), [("school_na_aanmelding", "ib")]);
    }
}

#[test]
fn after_a_yes_to_a_place_elsewhere_the_school_sees_whether_the_child_got_there_from_a_temporary_place_too() {
    let mut zaak = tijdelijk();
    zaak.doe(aanbod("2026-06-01"));
    let yes = "De ouders zeiden ja aan de telefoon.".to_owned();
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: yes });
    assert_eq!(zaak.aan_zet(), [("elders_aanmelden", "ouder")]);
    zaak.op("2026-06-02");
    assert!(zaak.dossier.inschrijving_op(zaak.vandaag).is_none());
    assert_eq!(zaak.aan_zet(), [("plek_nagaan", "ib")]);
}
