//! P4, the decision: lawful, made known, used, ended.

use base::Date;
use dossier::soort::{Adviesuitkomst, Afzender, Discipline, Schoolsoort, TlvSoort};
use dossier::staat::{Besluit, TlvFase, TlvStand};
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, OntvangIngebrekestelling,
    Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::periode::periodes;
use verband::Beleid;

use crate::gegeven::beleid;
use crate::gegeven::nl;
use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aangevraagd, advies, besluitnemer, d, deskundige,
    geadviseerd, ib, in_gebreke, ingeschreven, loket, maak_bekend, schrijf_in, start, toewijzing, trek_in,
    verleen, verleend, vestiging, volledig, vraag_aanvulling,
};

fn weiger() -> NeemBesluit {
    NeemBesluit { uitspraak: Uitspraak::Weiger, ..verleen() }
}

fn until(van: &str, tot_en_met: &str, categorie: Option<u8>) -> NeemBesluit {
    let uitspraak = Uitspraak::Verleen {
        nummer: "PO9901-2026-001".into(),
        categorie,
        van: d(van),
        tot_en_met: d(tot_en_met),
    };
    NeemBesluit { uitspraak, ..verleen() }
}

fn gebruik(school: &str, per: &str) -> GebruikTlv {
    GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(school),
        schoolnaam: format!("School {school}"),
        per: d(per),
        elders: false,
    }
}

fn vertraging(nieuwe_datum: &str) -> MeldVertraging {
    MeldVertraging { aanvraag: 1, nieuwe_datum: d(nieuwe_datum), reden: "De deskundige is ziek.".into() }
}

fn klaar() -> Zaak {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO));
    zaak
}

#[test]
fn no_decision_without_two_experts_of_the_disciplines_of_the_law() {
    let mut zaak = aangevraagd();
    zaak.als(besluitnemer(SWV_PO));
    zaak.weigert(verleen()).met("deskundigen_ontbreken");
    zaak.weigert(weiger()).met("deskundigen_ontbreken");
    zaak.met_advies("p-vink", Discipline::Orthopedagoog);
    let refusal = zaak.weigert(verleen()).met("deskundigen_ontbreken").0;
    assert_eq!(nl(&refusal.reden), "er is nog geen advies van een tweede deskundige uit de wettelijke lijst");
    assert!(refusal.vindplaats.is_some());
    let second = zaak.als(loket(SWV_PO)).weigert(toewijzing("p-mees", Discipline::Orthopedagoog));
    let refusal = second.veld("discipline").0;
    assert!(nl(&refusal.reden).contains("een tweede deskundige uit de wettelijke lijst"));
    assert!(refusal.vindplaats.is_some());
    zaak.met_advies("p-raaf", Discipline::MaatschappelijkWerker);
    zaak.met_advies("p-mees", Discipline::Orthopedagoog).als(besluitnemer(SWV_PO));
    assert!(zaak.vraag(verleen()).is_ok(), "two orthopedagogen and a social worker");
}

#[test]
fn a_second_expert_of_the_second_list_alone_is_not_enough() {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", Discipline::Arts).als(loket(SWV_PO));
    zaak.weigert(toewijzing("p-mees", Discipline::Pedagoog)).veld("discipline");
    zaak.als(besluitnemer(SWV_PO));
    let refusal = zaak.weigert(verleen()).met("deskundigen_ontbreken").0;
    assert_eq!(nl(&refusal.reden), "er is nog geen advies van een orthopedagoog of psycholoog");
    zaak.met_advies("p-raaf", Discipline::Psycholoog);
    assert!(zaak.vraag(verleen()).is_ok());
}

#[test]
fn experts_for_the_applicant_do_not_count_where_policy_says_so() {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", Discipline::Orthopedagoog).als(loket(SWV_PO));
    zaak.doe(dossier::tlv::opdracht::WijsDeskundigeToe {
        onafhankelijk: false,
        ..toewijzing("p-mees", Discipline::Arts)
    });
    zaak.als(deskundige("p-mees")).doe(advies(&["p-mees"], Adviesuitkomst::Toelaatbaar, Some(1)));
    zaak.als(besluitnemer(SWV_PO));
    assert!(zaak.vraag(verleen()).is_ok(), "no policy was adopted");
    zaak.onder(Beleid { onafhankelijke_deskundigen: true, ..beleid() });
    zaak.weigert(verleen())
        .met("deskundige_niet_onafhankelijk")
        .op_grond_van("Onafhankelijkheid van deskundigen");
}

#[test]
fn whoever_deviates_from_an_advice_says_why() {
    let zaak = klaar();
    for deviating in [weiger(), until("2026-08-01", "2028-07-31", Some(2))] {
        zaak.weigert(deviating.clone()).veld("afwijking").op_grond_van("art. 3:50 Awb");
        assert!(zaak.vraag(NeemBesluit { afwijking: "Er is plaats op sbo.".into(), ..deviating }).is_ok());
    }
    let mut negative = aangevraagd();
    negative
        .als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Psycholoog))
        .doe(toewijzing("p-mees", Discipline::Arts));
    negative.als(deskundige("p-vink")).doe(advies(
        &["p-vink", "p-mees"],
        Adviesuitkomst::NietToelaatbaar,
        None,
    ));
    negative.tekent_mee("p-mees");
    negative.als(besluitnemer(SWV_PO));
    assert!(negative.vraag(weiger()).is_ok());
    negative.weigert(verleen()).veld("afwijking");
}

#[test]
fn another_end_than_was_advised_is_a_deviation() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Psycholoog))
        .doe(toewijzing("p-mees", Discipline::Arts));
    let mut with_end = advies(&["p-vink", "p-mees"], Adviesuitkomst::Toelaatbaar, Some(1));
    with_end.tot_en_met = Some(d("2029-07-31"));
    zaak.als(deskundige("p-vink")).doe(with_end);
    zaak.tekent_mee("p-mees").als(besluitnemer(SWV_PO));
    zaak.weigert(verleen()).veld("afwijking");
    assert!(zaak.vraag(until("2026-08-01", "2029-07-31", Some(1))).is_ok());
}

#[test]
fn a_declaration_lasts_whole_school_years() {
    let zaak = klaar();
    zaak.weigert(until("2026-08-01", "2026-12-31", Some(1))).veld("tot_en_met");
    zaak.weigert(until("2026-03-02", "2026-07-31", Some(1))).veld("tot_en_met");
    zaak.weigert(until("2026-08-01", "2026-07-31", Some(1)))
        .veld("tot_en_met")
        .op_grond_van("art. 40 lid 15 WEC");
    assert!(
        zaak.vraag(until("2026-03-02", "2027-07-31", Some(1))).is_ok(),
        "the rest of this year and one whole"
    );
    // Born on 12 March 2018: at fourteen a pupil leaves special education with the school year.
    assert!(zaak.vraag(until("2026-08-01", "2032-07-31", Some(1))).is_ok(), "no other maximum");
    zaak.weigert(until("2026-08-01", "2033-07-31", Some(1)))
        .veld("tot_en_met")
        .op_grond_van("art. 39 lid 4 WEC");
}

/// Each first day that is offered goes with each last day, and the years before and after them do not.
fn each_goes_with_each(zaak: &Zaak) -> dossier::tlv::periode::Periodes {
    let open = periodes(&zaak.dossier, zaak.aanvraag(), &zaak.ctx());
    let given = |van: &base::Date, end: &base::Date| {
        let act = until(&van.to_string(), &end.to_string(), Some(1));
        zaak.vraag(NeemBesluit { afwijking: "De school heeft tijd nodig.".into(), ..act }).is_ok()
    };
    for van in &open.van {
        assert!(open.tot_en_met.iter().all(|end| given(van, end)), "{open:?}");
    }
    let before = open.tot_en_met.first().and_then(|end| base::dates::plus_days(*end, -365));
    assert!(before.is_none_or(|end| !open.van.iter().all(|van| given(van, &end))), "{open:?}");
    open
}

#[test]
fn what_a_form_offers_for_a_period_is_lawful_each_with_each() {
    let open = each_goes_with_each(&klaar());
    assert_eq!(open.van, [d("2026-03-02"), d("2026-08-01")]);
    // Born on 12 March 2018: special education ends with the year in which it becomes fourteen.
    let ends: Vec<String> = open.tot_en_met.iter().map(ToString::to_string).collect();
    assert_eq!((ends.first().unwrap().as_str(), ends.last().unwrap().as_str()), ("2027-07-31", "2032-07-31"));
    assert!(open.einde_school && ends.len() == 6, "{ends:?}");
}

#[test]
fn a_decision_has_reasons_a_number_and_a_lawful_category() {
    let zaak = klaar();
    zaak.weigert(NeemBesluit { motivering: " ".into(), ..verleen() }).veld("motivering");
    for categorie in [None, Some(4)] {
        let odd = NeemBesluit { afwijking: "x".into(), ..until("2026-08-01", "2028-07-31", categorie) };
        zaak.weigert(odd).veld("categorie").op_grond_van("art. 119 lid 1 WEC");
    }
    let Uitspraak::Verleen { categorie, van, tot_en_met, .. } = verleen().uitspraak else {
        panic!("granted")
    };
    let nameless = Uitspraak::Verleen { nummer: " ".into(), categorie, van, tot_en_met };
    zaak.weigert(NeemBesluit { uitspraak: nameless, ..verleen() }).veld("nummer");
}

#[test]
fn sbo_has_no_category() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::Sbo));
    let invoer = volledig(&zaak, 1);
    zaak.doe(dossier::tlv::opdracht::VraagTlvAan { aanvraag: 1, invoer });
    zaak.met_advies("p-vink", Discipline::Orthopedagoog)
        .met_advies("p-mees", Discipline::Arts)
        .als(besluitnemer(SWV_PO));
    let odd = NeemBesluit { afwijking: "x".into(), ..until("2026-08-01", "2028-07-31", Some(1)) };
    zaak.weigert(odd).veld("categorie");
    zaak.doe(until("2026-08-01", "2028-07-31", None));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Verleend);
}

#[test]
fn another_partnership_does_not_decide_and_nobody_refuses_while_the_clock_stands_still() {
    let mut zaak = klaar();
    zaak.als(besluitnemer(SWV_VO));
    zaak.weigert(verleen()).met("andere_organisatie");
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23")).als(besluitnemer(SWV_PO));
    let no = NeemBesluit { afwijking: "Er is plaats op sbo.".into(), ..weiger() };
    zaak.weigert(no.clone()).met("verkeerde_fase");
    // What was asked for more is not needed for a yes.
    assert!(zaak.vraag(verleen()).is_ok());
    assert!(zaak.op("2026-03-24").vraag(no).is_ok(), "the time for it is over");
}

#[test]
fn the_term_to_object_starts_when_the_decision_is_made_known() {
    let mut zaak = klaar();
    zaak.doe(verleen()).als(loket(SWV_PO)).op("2026-03-05");
    assert_eq!(zaak.aan_zet(), [("besluit_bekendmaken", "loket")]);
    zaak.weigert(maak_bekend(d("2026-03-04"))).veld("op");
    zaak.weigert(maak_bekend(d("2026-03-13"))).veld("op");
    zaak.doe(maak_bekend(d("2026-03-05")));
    let known = zaak.aanvraag().bekendmaking.clone().unwrap();
    assert_eq!(known.bezwaar_uiterlijk.uitkomst, d("2026-04-16"));
    zaak.weigert(maak_bekend(d("2026-03-05"))).met("verkeerde_fase");
}

#[test]
fn a_refusal_of_the_declaration_is_made_known_too() {
    let mut zaak = klaar();
    zaak.doe(NeemBesluit { afwijking: "Sbo past beter.".into(), ..weiger() }).als(loket(SWV_PO));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Geweigerd);
    zaak.doe(MaakBekend { ..maak_bekend(d("2026-03-02")) });
    assert_eq!(zaak.aanvraag().fase(), TlvFase::GeweigerdBekend);
    assert_eq!(zaak.aan_zet(), [("vervolg_bepalen", "ib")], "the school says how it goes on");
    assert!(matches!(zaak.aanvraag().besluit, Some(Besluit::Geweigerd(_))));
}

/// Decided on 2 March 2026: nobody was admissible before somebody said so, and it begins within two years.
#[test]
fn a_declaration_begins_with_the_decision_or_within_two_years() {
    let zaak = klaar();
    for (van, lawful) in
        [("2001-08-01", false), ("2026-03-01", false), ("2026-03-02", true), ("2028-03-02", true)]
    {
        assert_eq!(zaak.vraag(until(van, "2030-07-31", Some(1))).is_ok(), lawful, "{van}");
    }
    zaak.weigert(until("2001-08-01", "2030-07-31", Some(1))).veld("van");
    zaak.weigert(until("2062-08-01", "2070-07-31", Some(1))).veld("van");
}

#[test]
fn a_declaration_is_used_within_its_period() {
    let mut zaak = verleend();
    assert_eq!(zaak.aan_zet(), [("plaatsing_regelen", "ib")]);
    zaak.als(ib(LIBEL));
    zaak.weigert(gebruik(LIBEL, "2026-07-31")).veld("per");
    zaak.weigert(gebruik(LIBEL, "2028-08-01")).veld("per");
    zaak.doe(gebruik(LIBEL, "2026-08-01"));
    // A place that is still to come uses nothing yet.
    let phases = ["2026-07-31", "2026-08-01"].map(|on| zaak.aanvraag().fase_op(d(on)));
    assert_eq!(phases, [TlvFase::VerleendBekend, TlvFase::Gebruikt]);
    zaak.weigert(gebruik(LIBEL, "2026-09-01")).veld("vestiging");
}

#[test]
fn a_child_that_moves_within_special_education_takes_the_declaration_along() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL))
        .doe(gebruik(LIBEL, "2026-08-01"))
        .als(ib("99SO01"))
        .doe(gebruik("99SO01", "2027-01-11"));
    assert_eq!(zaak.aanvraag().gebruik.as_ref().unwrap().vestiging, vestiging("99SO01"));
}

#[test]
fn the_sequel_is_looked_at_half_a_year_before_the_end_by_the_school_of_placement() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01"));
    // A school with a file of its own hears of it there; the school that asked sees whether its pupil goes.
    assert_eq!(zaak.op("2028-01-31").aan_zet(), [("plaatsing_regelen", "ib")]);
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    zaak.op("2028-01-30");
    assert!(zaak.aan_zet().is_empty());
    zaak.op("2028-01-31");
    assert_eq!(zaak.aan_zet(), [("verlenging_bekijken", "ib")]);
    assert_eq!(zaak.dossier.beurten()[0].organisatie, vestiging(LIBEL).organisatie());
}

#[test]
fn a_declaration_stands_as_it_was_decided_and_as_the_calendar_says() {
    use TlvStand::{Bekend, GaatIn, Gebruikt, Ingetrokken, Verleend, Verlopen};
    // Rows of lists and addresses of pages hold these.
    assert_eq!(TlvStand::CODES, ["verleend", "gaat_in", "bekend", "gebruikt", "verlopen", "ingetrokken"]);
    let stands =
        |zaak: &Zaak| ["2026-03-02", "2028-07-31", "2028-08-01"].map(|on| zaak.aanvraag().tlv_stand(d(on)));
    let told = |first, last| [Some(first), Some(first), Some(last)];
    let mut zaak = geadviseerd();
    assert_eq!(stands(&zaak), [None; 3]);
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    assert_eq!(stands(&zaak), told(Verleend, Verlopen));
    let vandaag = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(vandaag));
    // It begins on 1 August.
    assert_eq!(stands(&zaak), [Some(GaatIn), Some(Bekend), Some(Verlopen)]);
    assert_eq!(zaak.aanvraag().tlv_stand(d("2026-07-31")), Some(GaatIn));
    assert_eq!(zaak.aanvraag().tlv_stand(d("2026-08-01")), Some(Bekend));
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01"));
    assert_eq!(stands(&zaak), [Some(GaatIn), Some(Gebruikt), Some(Verlopen)]);
    let today = zaak.vandaag.to_string();
    zaak.als(besluitnemer(SWV_PO)).doe(trek_in(&today, "2028-07-31"));
    assert_eq!(stands(&zaak), [Some(GaatIn), Some(Ingetrokken), Some(Ingetrokken)]);
    let mut refused = geadviseerd();
    let afwijking = "Sbo past beter.".to_owned();
    refused.als(besluitnemer(SWV_PO)).doe(NeemBesluit { afwijking, ..weiger() });
    assert_eq!(stands(&refused), [None; 3]);
    let works: Vec<TlvStand> =
        TlvStand::ALL.iter().copied().filter(|stand| stand.is_te_gebruiken()).collect();
    assert_eq!(works, [GaatIn, Bekend, Gebruikt]);
}

#[test]
fn a_declaration_expires_after_its_last_day() {
    let mut zaak = verleend();
    zaak.op("2028-07-31");
    zaak.weigert(LaatTlvVerlopen { aanvraag: 1 }).met("nog_geldig");
    zaak.op("2028-08-01").doe(LaatTlvVerlopen { aanvraag: 1 });
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Verlopen);
    assert_eq!(zaak.aan_zet(), [("vervolg_bepalen", "ib")]);
    zaak.weigert(gebruik(LIBEL, "2028-07-31")).met("verkeerde_fase");
}

#[test]
fn a_declaration_is_withdrawn_from_a_day_that_is_not_past() {
    let mut zaak = verleend();
    let today = zaak.vandaag.to_string();
    let withdraw = |per: &str| trek_in(&today, per);
    zaak.weigert(withdraw("2026-03-01")).veld("per");
    zaak.doe(withdraw("2026-08-01"));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::TlvIngetrokken);
    assert_eq!(zaak.aanvraag().geldig_tot_en_met(d("2026-08-01")), None);
}

#[test]
fn the_school_of_placement_asks_for_another_category() {
    let mut zaak = verleend();
    let ask = |school: &str, categorie| VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(school),
        categorie,
        reden: "Sam heeft hulp bij alles nodig.".into(),
    };
    zaak.als(ib(LIBEL));
    zaak.weigert(ask(LIBEL, 2)).met("niet_geplaatst");
    zaak.doe(gebruik(LIBEL, "2026-08-01"));
    zaak.weigert(ask(LIBEL, 1)).veld("categorie");
    zaak.weigert(ask(LIBEL, 4)).veld("categorie");
    zaak.weigert(ask(IJSVOGEL, 2)).met("andere_organisatie");
    zaak.doe(ask(LIBEL, 2));
    let first = zaak.dossier.aanvraag(1).expect("the first request");
    assert_eq!(first.categorie_wijziging_gevraagd, [(d("2026-03-02"), 2)]);
    zaak.als(ib(WATERJUFFER));
    zaak.weigert(ask(WATERJUFFER, 2)).met("niet_geplaatst");
}

#[test]
fn a_delay_is_told_within_the_term_and_moves_the_day() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO));
    zaak.weigert(vertraging("2026-04-28")).veld("nieuwe_datum");
    zaak.doe(vertraging("2026-05-12"));
    assert_eq!(zaak.aanvraag().beslissen_uiterlijk_op(zaak.vandaag), Some(d("2026-05-12")));
    assert_eq!(zaak.dossier.beurten()[0].uiterlijk, Some(d("2026-05-12")));
    zaak.op("2026-05-13");
    zaak.weigert(vertraging("2026-06-01")).met("termijn_voorbij").op_grond_van("art. 4:14 lid 3 Awb");
}

#[test]
fn a_notice_of_default_counts_only_after_the_term() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op("2026-04-29");
    zaak.weigert(in_gebreke("2026-04-28")).met("nog_niet_te_laat").op_grond_van("art. 4:17 lid 3 Awb");
    // Parents are not who asked: no penalty runs for them, and their road is another.
    let of_family = OntvangIngebrekestelling { afzender: Afzender::Gezin, ..in_gebreke("2026-04-28") };
    zaak.weigert(of_family).met("nog_niet_te_laat").op_grond_van("art. 6:12 lid 2 Awb");
    zaak.weigert(in_gebreke("2026-04-30")).veld("ontvangen_op");
    zaak.doe(in_gebreke("2026-04-29"));
    let dossier::Gebeurtenis::IngebrekestellingOntvangen(event) = &zaak.nieuw[0] else { panic!("noted") };
    assert_eq!(event.beslissen_uiterlijk, d("2026-05-13"));
    let mut waiting = aangevraagd();
    waiting.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-23"));
    waiting.weigert(in_gebreke("2026-03-02")).met("nog_niet_te_laat");
}

#[test]
fn the_receipts_of_the_rules_stand_in_the_decision() {
    let mut zaak = klaar();
    zaak.doe(verleen());
    let dossier::Gebeurtenis::TlvVerleend(event) = &zaak.nieuw[0] else { panic!("granted") };
    assert_eq!(event.deskundigen.regel, "tlv.deskundigen");
    let duration = event.geldigheid.as_ref().expect("a rule for so");
    assert_eq!(duration.berekening.regel, "tlv.geldigheid");
    assert!(duration.berekening.bewijs_regels.starts_with("sha256:"));
    assert_eq!(zaak.aanvraag().geldig_tot_en_met(Date::constant(2028, 7, 31)), Some(d("2028-07-31")));
}
