//! P4, a supplement that is not needed any more, an advice that is taken back after the decision, and the days on which a declaration
//! can begin.

use dossier::soort::{Adviesuitkomst, Discipline, Schoolsoort, TlvSoort};
use dossier::tlv::aanvulling::LaatAanvullingVervallen;
use dossier::tlv::besluit::{GebruikTlv, NeemBesluit, Uitspraak, VraagCategorieWijziging};
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::opdracht::{
    BrengAdviesUit, GeefZienswijze, OntvangAanvulling, VraagTlvAan, WijsDeskundigeToe,
};

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aangevraagd, advies, besluitnemer, bijlage, d, deskundige, geadviseerd,
    ib, loket, maak_bekend, schrijf_in, start, toewijzing, verleen, verleend, vestiging, volledig,
    vraag_aanvulling, zienswijze,
};

fn vervalt() -> LaatAanvullingVervallen {
    LaatAanvullingVervallen { aanvraag: 1, waarom: "Het staat al in het rapport.".into() }
}

#[test]
fn a_supplement_that_is_not_needed_any_more_lets_the_clock_run_on() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).weigert(vervalt()).met("verkeerde_fase");
    zaak.op("2026-03-09").doe(vraag_aanvulling("2026-03-30")).op("2026-03-12").doe(vervalt());
    zaak.dan_is_vastgelegd(&["aanvulling_vervallen"]).dan_staat(&[("aanvraag-1", "tlv_aangevraagd")]);
    // It stood still on 10 and 11 March: Monday 27 April, and two days.
    let term = &zaak.aanvraag().termijn.as_ref().expect("a term").uitkomst;
    assert_eq!((term.uiterlijk, term.opgeschorte_dagen), (Some(d("2026-04-29")), 2));
    let late = OntvangAanvulling {
        aanvraag: 1,
        op: d("2026-03-12"),
        antwoorden: Vec::new(),
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    };
    zaak.als(ib(WATERJUFFER)).weigert(late).met("verkeerde_fase");
}

#[test]
fn an_advice_is_taken_back_until_the_decision_is_made_known_and_that_decision_falls_with_it() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    let back = || HerzieAdvies { aanvraag: 1, waarom: "De datum klopte niet.".into() };
    let today = zaak.vandaag;
    let mut known = zaak.clone();
    known.als(loket(SWV_PO)).doe(maak_bekend(today)).als(deskundige("p-vink"));
    known.weigert(back()).met("verkeerde_fase");
    zaak.als(deskundige("p-vink")).doe(back()).dan_staat(&[("aanvraag-1", "tlv_advisering")]);
    assert_eq!(zaak.aanvraag().besluit, None);
    zaak.als(loket(SWV_PO)).weigert(maak_bekend(today)).met("verkeerde_fase");
}

fn granted(aanvraag: u32, van: &str, tot_en_met: &str, categorie: u8) -> NeemBesluit {
    let (van, tot_en_met) = (d(van), d(tot_en_met));
    let nummer = format!("PO9901-2028-{aanvraag}");
    let uitspraak = Uitspraak::Verleen { nummer, categorie: Some(categorie), van, tot_en_met };
    let afwijking = "Zie de motivering.".into();
    NeemBesluit { aanvraag, uitspraak, afwijking, ..verleen() }
}

/// The child is at De Libel with a declaration up to 31 July 2028.
fn geplaatst() -> Zaak {
    let mut zaak = verleend();
    let (vestiging, per) = (vestiging(LIBEL), d("2026-08-01"));
    zaak.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging,
        schoolnaam: "De Libel".into(),
        per,
        elders: false,
    });
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    zaak
}

/// Two experts advise on the second request.
fn adviseurs(zaak: &mut Zaak) {
    for (id, discipline) in [("p-vink", Discipline::Orthopedagoog), ("p-mees", Discipline::Arts)] {
        zaak.als(loket(SWV_PO)).doe(WijsDeskundigeToe { aanvraag: 2, ..toewijzing(id, discipline) });
        let yes = advies(&[id], Adviesuitkomst::Toelaatbaar, Some(1));
        zaak.als(deskundige(id)).doe(BrengAdviesUit { aanvraag: 2, ..yes });
    }
}

#[test]
fn another_category_begins_the_day_after_the_first_ends_at_the_latest() {
    let mut zaak = geplaatst();
    zaak.op("2028-05-01").als(ib(LIBEL)).doe(VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        categorie: 2,
        reden: "Meer hulp.".into(),
    });
    adviseurs(&mut zaak);
    zaak.als(besluitnemer(SWV_PO));
    zaak.weigert(granted(2, "2028-09-01", "2030-07-31", 2)).veld("van");
    assert!(zaak.vraag(granted(2, "2028-08-01", "2030-07-31", 2)).is_ok());
}

#[test]
fn a_renewal_of_what_ran_out_before_it_was_asked_begins_today() {
    for (asked, first) in [("2028-06-01", "2028-08-01"), ("2028-10-02", "2028-12-04")] {
        let mut zaak = geplaatst();
        zaak.op(asked).als(ib(LIBEL));
        let mut renewal = start(TlvSoort::So);
        renewal.vestiging = vestiging(LIBEL);
        renewal.verlenging_van = Some(1);
        zaak.doe(renewal).doe(GeefZienswijze { aanvraag: 2, ..zienswijze(1, Some(true)) });
        let invoer = volledig(&zaak, 2);
        zaak.doe(VraagTlvAan { aanvraag: 2, invoer });
        adviseurs(&mut zaak);
        zaak.op("2028-12-04").als(besluitnemer(SWV_PO));
        let day = d(first);
        let before = base::dates::plus_days(day, -1).expect("a day").to_string();
        zaak.weigert(granted(2, &before, "2030-07-31", 1)).veld("van");
        assert!(zaak.vraag(granted(2, first, "2030-07-31", 1)).is_ok(), "{asked}");
    }
}
