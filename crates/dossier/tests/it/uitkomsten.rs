//! Outcomes that the law does not allow, and lawful ones that stood blocked.

use dossier::aanmelding::afloop::TrekAanmeldingIn;
use dossier::aanmelding::opdracht::{MeldAan, OntvangInformatie};
use dossier::soort::{Discipline, Schoolsoort, TlvSoort};
use dossier::tlv::besluit::{GebruikTlv, NeemBesluit, Uitspraak, VraagCategorieWijziging};
use dossier::tlv::opdracht::{StartTlvAanvraag, TrekTlvAanvraagIn, VraagTlvAan};

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, behoefte, behoefte_vastgesteld, besluitnemer, d, ib, kind,
    laat_toe, meld_aan, ouder, schrijf_in, start, verleen, verleend, vestiging, volledig, vraag_informatie,
    zienswijze,
};

#[test]
fn an_admission_puts_off_no_place_to_which_the_right_runs() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-11");
    assert!(zaak.vraag(laat_toe("2026-08-01")).is_ok(), "the right begins tomorrow");
    zaak.op("2026-05-12").weigert(laat_toe("2028-05-12")).veld("per").op_grond_van("art. 40 lid 7 WPO");
    zaak.weigert(laat_toe("2026-05-13")).veld("per");
    zaak.doe(laat_toe("2026-05-12"));
    // Who is at another school waits there: no right runs.
    let mut elsewhere = behoefte_vastgesteld();
    elsewhere.op_school(schrijf_in(crate::gegeven::IJSVOGEL, Schoolsoort::Basisschool, "2026-03-02"));
    elsewhere.op("2026-05-12").doe(laat_toe("2026-08-01"));
}

#[test]
fn whom_the_law_admitted_is_here_since_that_day_and_is_not_withdrawn() {
    let mut zaak = kind("2019-03-12");
    zaak.op("2026-09-07").doe(MeldAan {
        minderjarige_asielzoeker: true,
        ontvangen_op: d("2026-09-07"),
        gewenst_per: None,
        ..meld_aan()
    });
    let withdraw = || TrekAanmeldingIn { van: None, aanmelding: 1, reden: "De ouders belden.".into() };
    zaak.op("2026-10-19");
    assert!(zaak.vraag(withdraw()).is_ok(), "the last day to decide");
    zaak.op("2026-11-29").weigert(withdraw()).met("toelating_door_de_wet").op_grond_van("art. 40 lid 16 WPO");
    zaak.als(ouder()).weigert(withdraw()).met("toelating_door_de_wet");
    zaak.als(ib(WATERJUFFER));
    for later in ["2026-11-29", "2028-09-01"] {
        zaak.weigert(laat_toe(later)).veld("per").op_grond_van("art. 40 lid 16 WPO");
    }
    zaak.doe(laat_toe("2026-10-20"));
    assert_eq!(zaak.school_op("2026-10-20").as_deref(), Some(WATERJUFFER));
}

#[test]
fn the_clock_stands_still_no_more_once_all_that_was_asked_has_come() {
    let mut zaak = aangemeld();
    let answer = |op: &str, compleet| OntvangInformatie {
        aanmelding: 1,
        op: d(op),
        compleet,
        nog_nodig: String::new(),
    };
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    zaak.op("2026-03-16").doe(answer("2026-03-16", true));
    assert!(zaak.vraag(vraag_informatie("2026-03-30")).is_ok(), "the need is not known yet");
    zaak.doe(behoefte(true)).weigert(vraag_informatie("2026-03-30")).met("al_compleet");
    // What did not come can be asked again.
    let mut nothing = aangemeld();
    nothing.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    nothing.op("2026-03-24").doe(answer("2026-03-24", false));
    assert!(nothing.vraag(vraag_informatie("2026-04-07")).is_ok());
}

#[test]
fn a_pupil_near_the_age_of_leaving_can_have_a_declaration_up_to_its_earliest_end() {
    // Turns fourteen on 12 March 2027: the place at special education ends on 31 July 2027.
    let mut zaak = kind("2013-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01")).op("2026-09-07");
    zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let invoer = volledig(&zaak, 1);
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    zaak.met_advies("p-vink", Discipline::Orthopedagoog)
        .met_advies("p-mees", Discipline::KinderOfJeugdpsycholoog)
        .als(besluitnemer(SWV_PO));
    let until = |end: &str| NeemBesluit {
        uitspraak: Uitspraak::Verleen {
            nummer: "PO9901-2026-001".into(),
            categorie: Some(1),
            van: d("2026-09-07"),
            tot_en_met: d(end),
        },
        afwijking: "De leerling gaat daarna weg.".into(),
        ..verleen()
    };
    zaak.weigert(until("2027-07-31")).veld("tot_en_met").op_grond_van("art. 40 lid 15 WEC");
    zaak.weigert(until("2029-07-31")).veld("tot_en_met").op_grond_van("art. 39 lid 4 WEC");
    assert!(zaak.vraag(until("2028-07-31")).is_ok());
}

/// Given Sam at De Libel in the last year of its declaration, and another category that was asked.
fn andere_categorie() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2028-03-06");
    zaak.doe(VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        categorie: 3,
        reden: "Sam heeft de hele dag hulp nodig.".into(),
    });
    zaak
}

#[test]
fn another_category_that_is_asked_stands_in_the_way_of_no_renewal() {
    let mut zaak = andere_categorie();
    let renewal = StartTlvAanvraag {
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        verlenging_van: Some(1),
        ..start(TlvSoort::So)
    };
    zaak.doe(renewal.clone());
    zaak.weigert(renewal).met("loopt_al");
}

#[test]
fn another_category_that_was_taken_back_leaves_nobody_a_turn() {
    let mut zaak = andere_categorie();
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 2, reden: "Het gaat beter.".into() });
    assert!(!zaak.aan_zet().contains(&("vervolg_bepalen", "ib")), "{:?}", zaak.aan_zet());
    assert!(zaak.aan_zet().contains(&("verlenging_bekijken", "ib")), "the declaration itself runs out");
}
