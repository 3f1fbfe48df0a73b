//! Who registered a child by the open form stands as having authority until the school said what it saw.

use dossier::Rol;
use dossier::aanmelding::feiten::VanBuiten;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::leven::opdracht::KijkGezagNa;

use crate::gegeven::{
    LIBEL, WATERJUFFER, Zaak, d, ib, kind, laat_toe, meld_aan, ouder_met_gezag, uitzondering, vestiging,
    weiger,
};

/// Given a child that its mother registered by the open form, and a school that took it over.
fn van_buiten() -> Zaak {
    let from = VanBuiten {
        naam: "mevrouw O. IJsbeer".into(),
        geschreven_op: d("2026-03-01"),
        bevestigd_op: d("2026-03-02"),
    };
    let mut zaak = kind("2019-03-12");
    zaak.doe(ouder_met_gezag("mevrouw O. IJsbeer"));
    zaak.doe(MeldAan { van_buiten: Some(from), ..meld_aan() });
    zaak
}

fn na(school: &str, hoe: &str) -> KijkGezagNa {
    KijkGezagNa { vestiging: vestiging(school), hoe: hoe.into() }
}

/// The same, and what the school saw.
pub(crate) fn nagekeken() -> Zaak {
    let mut zaak = van_buiten();
    zaak.doe(na(WATERJUFFER, "Het paspoort van de moeder en het gezagsregister."));
    zaak
}

fn waits(zaak: &Zaak) -> bool {
    zaak.aan_zet().contains(&("gezag_nakijken", "ib"))
}

#[test]
fn after_the_open_form_the_school_looks_at_the_authority_by_a_day_until_it_said_what_it_saw() {
    let mut zaak = van_buiten();
    let turn = zaak.dossier.beurten().into_iter().find(|turn| turn.zet.code() == "gezag_nakijken");
    let turn = turn.expect("a turn");
    assert_eq!((turn.rol, turn.uiterlijk), (Rol::Ib, Some(d("2026-03-16"))));
    assert_eq!(turn.organisatie.to_string(), "school/99AA00");
    assert!(zaak.aanmelding().gezag_niet_nagekeken());
    for wrong in ["", " "] {
        zaak.weigert(na(WATERJUFFER, wrong)).veld("hoe");
    }
    zaak.doe(na(WATERJUFFER, "Het paspoort van de moeder en het gezagsregister."));
    zaak.dan_is_vastgelegd(&["gezag_nagekeken"]);
    assert!(!waits(&zaak) && !zaak.aanmelding().gezag_niet_nagekeken());
    zaak.weigert(na(WATERJUFFER, "Nog eens hetzelfde.")).met("geen_gezag_na_te_kijken");
    // What was said by mistake is taken back, and asked again.
    let said = zaak.dossier.versie;
    zaak.doe(dossier::algemeen::correctie::Corrigeer {
        volgnummer: said,
        waarom: "Het was een ander kind.".into(),
        nieuw: None,
    });
    assert!(waits(&zaak));
}

#[test]
fn an_admission_does_not_end_that_and_a_registration_that_ended_without_a_place_does() {
    let mut admitted = van_buiten();
    admitted.doe(laat_toe("2026-03-09")).op("2026-03-09");
    assert!(waits(&admitted), "{:?}", admitted.aan_zet());
    admitted.doe(na(WATERJUFFER, "Het gezagsregister, voor beide ouders."));
    assert!(!waits(&admitted));
    let mut refused = van_buiten();
    refused.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    assert!(!waits(&refused), "{:?}", refused.aan_zet());
}

#[test]
fn nobody_is_asked_where_the_school_wrote_the_registration_itself_nor_at_another_school() {
    let mut own = kind("2019-03-12");
    own.doe(ouder_met_gezag("mevrouw O. IJsbeer")).doe(meld_aan());
    assert!(!waits(&own));
    own.weigert(na(WATERJUFFER, "Het gezagsregister.")).met("geen_gezag_na_te_kijken");
    let mut other = van_buiten();
    other.als(ib(LIBEL)).weigert(na(LIBEL, "Het gezagsregister.")).met("geen_gezag_na_te_kijken");
}
