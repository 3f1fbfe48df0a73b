//! P4 told from begin to end: a request from the first form to the end of the declaration, and each way in which it ends
//! otherwise. After each step: the phase, whose turn it is and by which day, and the letters that are due.

use base::Date;
use dossier::aanmelding::afloop::TrekAanmeldingIn;
use dossier::soort::{Adviesuitkomst, Bekendmakingswijze, Discipline, Schoolsoort, TlvSoort};
use dossier::staat::Besluit;
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::opdracht::{
    BeeindigToewijzing, OntvangAanvulling, StartTlvAanvraag, TrekTlvAanvraagIn, VraagTlvAan,
};
use verband::Beleid;

use crate::gegeven::beleid;
use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, aangevraagd, advies, behoefte, besluitnemer, bijlage, d,
    deskundige, geadviseerd, ib, in_gebreke, ingeschreven, kind, loket, maak_bekend, meld_aan, nl, ouder,
    ouder_met_gezag, persoon, schrijf_in, start, toewijzing, trek_in, verleen, verleend, vestiging, volledig,
    vraag_aanvulling, zienswijze,
};

const SCHOOL: &str = "school/99AA00";
const SO: &str = "school/99SO00";
const GEZIN: &str = "gezin/2026-000017";
const SWV: &str = "swv/PO9901";

fn verzend(zaak: &Zaak, aanvraag: u32) -> VraagTlvAan {
    VraagTlvAan { aanvraag, invoer: volledig(zaak, aanvraag) }
}

fn gebruik(school: &str, per: &str) -> GebruikTlv {
    GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(school),
        schoolnaam: "De school".into(),
        per: d(per),
        elders: false,
    }
}

fn aangevuld(op: &str) -> OntvangAanvulling {
    OntvangAanvulling {
        aanvraag: 1,
        op: d(op),
        antwoorden: vec![("inzet_tot_nu_toe".into(), "Twee jaar hulp in de klas.".into())],
        bijlagen: Vec::new(),
    }
}

fn weigering() -> NeemBesluit {
    NeemBesluit {
        uitspraak: Uitspraak::Weiger,
        motivering: "De basisschool kan Sam met hulp verder helpen.".into(),
        afwijking: "De deskundigen zagen het plan van de school nog niet.".into(),
        ..verleen()
    }
}

fn uiterlijk(zaak: &Zaak) -> Option<Date> {
    zaak.aanvraag().termijn.as_ref().and_then(|termijn| termijn.uitkomst.uiterlijk)
}

#[test]
fn a_request_is_filled_sent_advised_granted_made_known_used_and_ends() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).dan_is_vastgelegd(&["tlv_aanvraag_gestart"]);
    zaak.dan_staat(&[("aanvraag-1", "tlv_gestart")]);
    zaak.legt_voor(1)
        .dan_is_aan_zet(&[("aanvraag_invullen", "ib", SCHOOL, ""), ("zienswijze_geven", "ouder", GEZIN, "")]);
    zaak.als(ouder()).doe(zienswijze(1, Some(true))).dan_is_vastgelegd(&["ouders_reageerden"]);
    zaak.dan_is_aan_zet(&[("aanvraag_invullen", "ib", SCHOOL, "")]);
    let complete = verzend(&zaak, 1);
    zaak.als(ib(WATERJUFFER)).op("2026-03-09").doe(complete).dan_is_vastgelegd(&["tlv_aangevraagd"]);
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_aangevraagd"]);
    // Eight weeks after Monday 9 March is Monday 4 May.
    // Four weeks before that experts are asked: a proposal, so that they can advise and parents can react.
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-04-06")]);
    assert_eq!(zaak.dossier.beurten()[0].einddag, Some(d("2026-05-04")), "the last day stands beside it");
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.dan_staat(&[("aanvraag-1", "tlv_advisering")]);
    zaak.dan_is_aan_zet(&[
        ("deskundigen_toewijzen", "loket", SWV, "2026-04-06"),
        ("adviseren", "deskundige", SWV, "2026-04-20"),
    ]);
    zaak.doe(toewijzing("p-mees", Discipline::Arts)).op("2026-03-23");
    zaak.als(deskundige("p-vink")).doe(advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, Some(1)));
    assert_eq!(zaak.brieven_gevraagd(), ["advies_uitgebracht"], "parents get a copy of the advice");
    zaak.dan_is_aan_zet(&[("adviseren", "deskundige", SWV, "2026-04-20")]);
    zaak.als(deskundige("p-mees")).doe(advies(&["p-mees"], Adviesuitkomst::Toelaatbaar, Some(1)));
    zaak.dan_staat(&[("aanvraag-1", "tlv_geadviseerd")]);
    zaak.dan_is_aan_zet(&[("besluit_nemen", "besluitnemer", SWV, "2026-05-04")]);
    zaak.als(besluitnemer(SWV_PO)).op("2026-04-13").doe(verleen()).dan_is_vastgelegd(&["tlv_verleend"]);
    zaak.dan_is_aan_zet(&[("besluit_bekendmaken", "loket", SWV, "2026-05-04")]);
    zaak.als(loket(SWV_PO)).op("2026-04-14").doe(maak_bekend(d("2026-04-14")));
    assert_eq!(zaak.brieven_gevraagd(), ["bekendgemaakt"]);
    zaak.dan_is_aan_zet(&[("plaatsing_regelen", "ib", SCHOOL, "2026-08-01")]);
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01")).dan_is_vastgelegd(&["tlv_gebruikt"]);
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2026-09-01");
    zaak.dan_staat(&[("aanvraag-1", "tlv_gebruikt")]).dan_is_aan_zet(&[]);
    zaak.op("2028-01-31").dan_is_aan_zet(&[("verlenging_bekijken", "ib", SO, "2028-07-31")]);
    zaak.op("2028-08-01").als(loket(SWV_PO)).doe(LaatTlvVerlopen { aanvraag: 1 });
    zaak.dan_staat(&[("aanvraag-1", "tlv_verlopen")]);
}

#[test]
fn a_request_for_special_primary_education_knows_no_category() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::Sbo)).doe(zienswijze(1, Some(true)));
    let complete = verzend(&zaak, 1);
    zaak.doe(complete)
        .met_advies("p-vink", Discipline::Psycholoog)
        .met_advies("p-mees", Discipline::Pedagoog);
    let granted = Uitspraak::Verleen {
        nummer: "PO9901-2026-002".into(),
        categorie: None,
        van: d("2026-08-01"),
        tot_en_met: d("2027-07-31"),
    };
    zaak.als(besluitnemer(SWV_PO)).doe(NeemBesluit { uitspraak: granted, ..verleen() });
    let granted = zaak.aanvraag().verleend().expect("granted");
    assert_eq!((granted.categorie, granted.nummer.as_str()), (None, "PO9901-2026-002"));
}

#[test]
fn a_school_where_the_child_is_only_registered_asks_too() {
    let mut zaak = aangemeld();
    zaak.doe(behoefte(true)).doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    zaak.dan_is_aan_zet(&[
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
        ("aanvraag_invullen", "ib", SCHOOL, ""),
    ]);
    let complete = verzend(&zaak, 1);
    zaak.doe(complete);
    zaak.dan_is_aan_zet(&[
        ("deskundigen_toewijzen", "loket", SWV, "2026-03-31"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    // The term of the registration runs on; the request does not stop it.
    assert_eq!(zaak.beslissen_uiterlijk(), Some(d("2026-04-13")));
}

#[test]
fn a_request_is_completed_twice_and_the_clock_stands_still_twice() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op("2026-03-09").doe(vraag_aanvulling("2026-03-15"));
    assert_eq!(zaak.brieven_gevraagd(), ["aanvulling_gevraagd"]);
    assert_eq!(uiterlijk(&zaak), None);
    zaak.dan_is_aan_zet(&[("aanvulling_geven", "ib", SCHOOL, "2026-03-15")]);
    // It came after the time for it, so more can be asked.
    // 10 to 15 March: six days. 28 April + 6 would be 3 May by days; from 27 April: Sunday 3, Monday 4.
    zaak.als(ib(WATERJUFFER)).op("2026-03-16").doe(aangevuld("2026-03-16"));
    assert_eq!(uiterlijk(&zaak), Some(d("2026-05-04")));
    zaak.dan_is_aan_zet(&[
        ("aanvulling_beoordelen", "loket", SWV, "2026-03-23"),
        ("deskundigen_toewijzen", "loket", SWV, "2026-04-06"),
    ]);
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-30")).als(ib(WATERJUFFER)).op("2026-03-20");
    zaak.doe(aangevuld("2026-03-20"));
    // 17 to 19 March: three more; 27 April + 9 is Wednesday 6 May.
    assert_eq!(uiterlijk(&zaak), Some(d("2026-05-06")));
    let facts = zaak.aanvraag().aanvullingen.iter().map(|a| a.geeindigd_op).collect::<Vec<_>>();
    assert_eq!(facts, [Some(d("2026-03-16")), Some(d("2026-03-20"))]);
}

#[test]
fn when_nothing_comes_the_clock_runs_on_by_itself_and_the_partnership_goes_on() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op("2026-03-09").doe(vraag_aanvulling("2026-03-23"));
    zaak.op("2026-03-23").dan_is_aan_zet(&[("aanvulling_geven", "ib", SCHOOL, "2026-03-23")]);
    zaak.op("2026-03-24").dan_is_aan_zet(&[("aanvulling_verwerken", "loket", SWV, "2026-05-11")]);
    zaak.doe(OntvangAanvulling { antwoorden: Vec::new(), ..aangevuld("2026-03-24") });
    zaak.dan_staat(&[("aanvraag-1", "tlv_aangevraagd")]);
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-04-13")]);
}

#[test]
fn a_completion_while_experts_advise_gives_their_turns_back() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.doe(toewijzing("p-mees", Discipline::Arts)).op("2026-03-09").doe(vraag_aanvulling("2026-03-23"));
    zaak.dan_staat(&[("aanvraag-1", "tlv_wacht_op_aanvulling")]);
    zaak.als(ib(WATERJUFFER)).op("2026-03-16").doe(aangevuld("2026-03-16"));
    zaak.dan_staat(&[("aanvraag-1", "tlv_advisering")]);
    zaak.dan_is_aan_zet(&[
        ("aanvulling_beoordelen", "loket", SWV, "2026-03-23"),
        ("adviseren", "deskundige", SWV, "2026-04-20"),
        ("adviseren", "deskundige", SWV, "2026-04-20"),
    ]);
}

#[test]
fn a_refusal_of_the_declaration_is_reasoned_made_known_and_open_to_objection() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).op("2026-04-13").doe(weigering()).dan_is_vastgelegd(&["tlv_geweigerd"]);
    zaak.dan_staat(&[("aanvraag-1", "tlv_geweigerd")]);
    zaak.dan_is_aan_zet(&[("besluit_bekendmaken", "loket", SWV, "2026-04-28")]);
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-04-13")));
    zaak.dan_staat(&[("aanvraag-1", "tlv_geweigerd_bekend")]);
    assert_eq!(zaak.brieven_gevraagd(), ["bekendgemaakt"]);
    // Six weeks after 13 April is Whit Monday.
    let known = zaak.aanvraag().bekendmaking.as_ref().expect("made known");
    assert_eq!(known.bezwaar_uiterlijk.uitkomst, d("2026-05-26"));
    let Some(Besluit::Geweigerd(refused)) = &zaak.aanvraag().besluit else { panic!("refused") };
    assert_eq!(
        (refused.op, refused.motivering.as_str()),
        (d("2026-04-13"), "De basisschool kan Sam met hulp verder helpen.")
    );
}

#[test]
fn the_time_to_object_starts_on_the_day_of_publication_and_not_of_the_decision() {
    for (bekend, laatste) in [
        ("2026-04-13", "2026-05-26"),
        ("2026-04-14", "2026-05-26"),
        ("2026-04-15", "2026-05-27"),
        ("2026-04-17", "2026-05-29"),
        ("2026-04-18", "2026-06-01"),
        ("2026-04-20", "2026-06-01"),
    ] {
        let mut zaak = geadviseerd();
        zaak.als(besluitnemer(SWV_PO)).op("2026-04-13").doe(verleen()).als(loket(SWV_PO));
        zaak.doe(MaakBekend { aanvraag: 1, op: d(bekend), wijze: Bekendmakingswijze::Uitgereikt });
        let known = zaak.aanvraag().bekendmaking.as_ref().expect("made known");
        assert_eq!(known.bezwaar_uiterlijk.uitkomst, d(laatste), "{bekend}");
    }
}

#[test]
fn a_school_withdraws_before_the_decision_and_may_ask_again() {
    let withdrawn = || TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter met Sam.".into() };
    let mut started = ingeschreven();
    started.doe(start(TlvSoort::So));
    let mut waiting = aangevraagd();
    waiting.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    let mut advising = aangevraagd();
    advising.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    // What was never sent leaves nothing to go on with.
    let goes_on = [("vervolg_bepalen", "ib", SCHOOL, "2026-03-16")];
    for (mut zaak, turns) in [
        (started, &goes_on[..0]),
        (aangevraagd(), &goes_on),
        (waiting, &goes_on),
        (advising, &goes_on),
        (geadviseerd(), &goes_on),
    ] {
        zaak.als(ib(WATERJUFFER)).doe(withdrawn()).dan_is_vastgelegd(&["tlv_aanvraag_ingetrokken"]);
        zaak.dan_staat(&[("aanvraag-1", "tlv_aanvraag_ingetrokken")]).dan_is_aan_zet(turns);
        zaak.doe(start(TlvSoort::So));
        zaak.dan_staat(&[("aanvraag-1", "tlv_aanvraag_ingetrokken"), ("aanvraag-2", "tlv_gestart")]);
    }
}

#[test]
fn a_notice_of_delay_moves_the_day_and_a_notice_of_default_makes_nobody_less_late() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op("2026-04-20").doe(MeldVertraging {
        aanvraag: 1,
        nieuwe_datum: d("2026-05-12"),
        reden: "De deskundige is ziek.".into(),
    });
    assert_eq!(zaak.brieven_gevraagd(), ["vertraging_gemeld"]);
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-05-12")]);
    let notice = in_gebreke;
    zaak.op("2026-05-12").weigert(notice("2026-05-12")).met("nog_niet_te_laat");
    zaak.op("2026-05-13").doe(notice("2026-05-13"));
    assert_eq!(zaak.brieven_gevraagd(), ["ingebrekestelling_ontvangen"]);
    // Two weeks from the day after without a penalty; the last day was the day before.
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-05-12")]);
    assert_eq!(zaak.aanvraag().zonder_dwangsom_tot, Some(d("2026-05-27")));
    // The first notice counts; a second one gives the partnership no more time.
    zaak.op("2026-05-20").doe(notice("2026-05-20"));
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-05-12")]);
    let dossier::Gebeurtenis::IngebrekestellingOntvangen(second) = &zaak.nieuw[0] else { panic!("noted") };
    assert_eq!(second.beslissen_uiterlijk, d("2026-05-27"), "nor does the letter about it");
    assert_eq!(zaak.aanvraag().ingebreke_gesteld_op, Some(d("2026-05-13")));
}

#[test]
fn a_promise_of_the_partnership_is_earlier_than_the_law_and_is_told_as_such() {
    let promises = [
        (4_u16, "2026-03-30", "2026-03-09"),
        (5, "2026-04-06", "2026-03-09"),
        (6, "2026-04-13", "2026-03-16"),
        (7, "2026-04-20", "2026-03-23"),
    ];
    for (weken, dag, stap) in promises {
        let mut zaak = ingeschreven();
        zaak.onder(Beleid { tlv_beslistermijn_weken: Some(weken), ..beleid() });
        zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
        let complete = verzend(&zaak, 1);
        zaak.doe(complete);
        zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, stap)]);
        assert_eq!(zaak.dossier.beurten()[0].einddag, Some(d(dag)));
        assert_eq!(uiterlijk(&zaak), Some(d("2026-04-28")), "the law is what it is");
        assert_eq!(
            zaak.aanvraag().laatste_dag(zaak.vandaag),
            Some(d(dag)),
            "lists name the day of the decision"
        );
        let told = nl(&zaak.dossier.beurten()[0].grond);
        assert!(told.contains("de wet: di 28 apr 2026"), "and that of the law beside it: {told}");
    }
}

#[test]
fn another_policy_rewrites_no_promise_that_was_made() {
    let promised = |weken| Beleid { tlv_beslistermijn_weken: weken, ..beleid() };
    for (then, now, day) in [(Some(6), None, Some("2026-04-19")), (None, Some(4), None)] {
        let mut zaak = ingeschreven();
        zaak.onder(promised(then)).doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
        let complete = verzend(&zaak, 1);
        zaak.doe(complete).onder(promised(now)).als(loket(SWV_PO)).op("2026-03-09");
        zaak.doe(vraag_aanvulling("2026-03-20")).als(ib(WATERJUFFER)).op("2026-03-16");
        zaak.doe(OntvangAanvulling {
            aanvraag: 1,
            op: d("2026-03-16"),
            antwoorden: Vec::new(),
            bijlagen: vec![bijlage("inzet_tot_nu_toe")],
        });
        let termijn = &zaak.aanvraag().termijn.as_ref().expect("a term").uitkomst;
        assert_eq!(termijn.beloofd, day.map(d), "{then:?} {now:?}: {termijn:?}");
    }
}

#[test]
fn a_promise_that_was_not_kept_is_told_as_such_from_the_next_day() {
    let mut zaak = ingeschreven();
    zaak.onder(Beleid { tlv_beslistermijn_weken: Some(6), ..beleid() });
    zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let complete = verzend(&zaak, 1);
    zaak.doe(complete).op("2026-04-13").dan_is_aan_zet(&[(
        "deskundigen_toewijzen",
        "loket",
        SWV,
        "2026-03-16",
    )]);
    // As long as the promise runs, the day of the law stands beside it; then that day is the last.
    let beside = |zaak: &Zaak| -> Vec<_> {
        let open = zaak.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(zaak.vandaag));
        open.map(|beurt| zaak.dossier.wettelijke_dag(&beurt)).collect()
    };
    assert_eq!(beside(&zaak), [Some(d("2026-04-28"))]);
    assert_eq!(zaak.aanvraag().wettelijke_dag(), Some(d("2026-04-28")));
    zaak.op("2026-04-14").dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-04-28")]);
    assert_eq!(beside(&zaak), [None]);
    let open: Vec<String> = zaak
        .dossier
        .beurten()
        .iter()
        .filter(|beurt| beurt.is_open(zaak.vandaag))
        .map(|beurt| crate::gegeven::nl(&beurt.grond))
        .collect();
    assert_eq!(open, ["beloofd was ma 13 apr 2026; dat is niet gehaald"]);
    let told = zaak.dossier.zaken.verlopen("Sam", zaak.vandaag);
    let told: Vec<String> = told.iter().map(|(_, verloop)| crate::gegeven::nl(&verloop.wat)).collect();
    assert!(told.iter().any(|said| said.contains("Dat is niet gelukt.")), "{told:?}");
}

#[test]
fn a_declaration_is_withdrawn_for_good() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01")).als(besluitnemer(SWV_PO)).op("2027-02-01");
    zaak.doe(trek_in("2027-02-03", "2027-08-01"));
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_ingetrokken"]);
    zaak.dan_is_vastgelegd(&["tlv_ingetrokken"]).dan_staat(&[("aanvraag-1", "tlv_ingetrokken")]);
    assert_eq!(zaak.aanvraag().ingetrokken_per(), Some(d("2027-08-01")));
    zaak.als(ib("99SO01")).weigert(gebruik("99SO01", "2027-08-01")).veld("per");
    let again = trek_in("2027-02-03", "2027-08-01");
    zaak.als(besluitnemer(SWV_PO)).weigert(again).veld("per");
}

#[test]
fn a_declaration_is_renewed_by_the_school_where_the_child_is() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01")).op_school(schrijf_in(
        LIBEL,
        Schoolsoort::So,
        "2026-08-01",
    ));
    zaak.op("2028-02-01").dan_is_aan_zet(&[("verlenging_bekijken", "ib", SO, "2028-07-31")]);
    zaak.doe(StartTlvAanvraag {
        vestiging: vestiging(LIBEL),
        verlenging_van: Some(1),
        ..start(TlvSoort::So)
    });
    zaak.dan_staat(&[("aanvraag-1", "tlv_gebruikt"), ("aanvraag-2", "tlv_gestart")]);
    zaak.legt_voor(2).dan_is_aan_zet(&[
        ("aanvraag_invullen", "ib", SO, "2028-06-04"),
        ("zienswijze_geven", "ouder", GEZIN, ""),
    ]);
    zaak.doe(dossier::tlv::opdracht::GeefZienswijze { aanvraag: 2, ..zienswijze(1, Some(true)) });
    let complete = verzend(&zaak, 2);
    zaak.doe(complete).dan_staat(&[("aanvraag-1", "tlv_gebruikt"), ("aanvraag-2", "tlv_aangevraagd")]);
}

#[test]
fn a_move_within_special_education_needs_no_new_declaration() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(gebruik(LIBEL, "2026-08-01")).als(ib("99SO01"));
    zaak.doe(gebruik("99SO01", "2027-01-11"));
    zaak.op_school(schrijf_in("99SO01", Schoolsoort::So, "2027-01-11"));
    let places: Vec<String> =
        zaak.aanvraag().plaatsingen().map(|place| place.vestiging.to_string()).collect();
    assert_eq!(places, [LIBEL, "99SO01"]);
    zaak.doe(VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging("99SO01"),
        categorie: 3,
        reden: "Sam heeft bij alles hulp nodig.".into(),
    });
    let first = zaak.dossier.aanvraag(1).expect("the first request");
    assert_eq!(first.categorie_wijziging_gevraagd, [(d("2026-03-02"), 3)]);
    zaak.op("2028-02-01").dan_is_aan_zet(&[
        ("deskundigen_toewijzen", "loket", SWV, "2026-04-28"),
        ("verlenging_bekijken", "ib", "school/99SO01", "2028-07-31"),
    ]);
}

#[test]
fn an_expert_who_leaves_is_replaced_and_the_request_waits_for_two() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.doe(toewijzing("p-mees", Discipline::Arts));
    zaak.doe(BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "met verlof".into() });
    zaak.dan_is_vastgelegd(&["toewijzing_beeindigd"]);
    zaak.dan_is_aan_zet(&[
        ("andere_deskundige_kiezen", "loket", SWV, "2026-04-14"),
        ("adviseren", "deskundige", SWV, "2026-04-14"),
    ]);
    zaak.als(deskundige("p-mees")).doe(advies(&["p-mees"], Adviesuitkomst::Toelaatbaar, Some(1)));
    zaak.dan_is_aan_zet(&[("andere_deskundige_kiezen", "loket", SWV, "2026-04-14")]);
    zaak.als(besluitnemer(SWV_PO)).weigert(verleen()).met("deskundigen_ontbreken");
    zaak.met_advies("p-kraai", Discipline::Orthopedagoog);
    zaak.dan_is_aan_zet(&[("besluit_nemen", "besluitnemer", SWV, "2026-04-28")]);
}

#[test]
fn every_parent_with_authority_is_asked_and_a_no_is_kept_as_a_no() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(start(TlvSoort::So)).legt_voor(1);
    zaak.als(ouder()).doe(zienswijze(1, Some(true)));
    let waits = [("aanvraag_invullen", "ib", SCHOOL, ""), ("zienswijze_geven", "ouder", GEZIN, "")];
    zaak.dan_is_aan_zet(&waits);
    zaak.als(ib(WATERJUFFER)).doe(zienswijze(2, Some(false)));
    zaak.dan_is_aan_zet(&waits[..1]);
    let complete = verzend(&zaak, 1);
    zaak.doe(complete);
    let dossier::Gebeurtenis::TlvAangevraagd(event) = &zaak.nieuw[0] else { panic!("sent") };
    assert!(event.voldaan.contains(&"instemming_ouders".to_owned()), "a no is an answer");
    let answer = event.antwoorden.iter().find(|antwoord| antwoord.vraag == "instemming_ouders");
    assert!(answer.is_some_and(|said| said.waarde.contains("niet eens: de heer K. Zonnedauw")), "{answer:?}");
    assert!(event.voldaan.contains(&"zienswijze_ouders".to_owned()), "both were heard");
}

#[test]
fn a_request_that_was_begun_ends_with_the_registration_on_which_it_stood() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(meld_aan()).doe(start(TlvSoort::So)).doe(zienswijze(1, None));
    zaak.doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief van de ouders".into() });
    assert!(!zaak.aan_zet().contains(&("aanvraag_invullen", "ib")), "{:?}", zaak.aan_zet());
    zaak.weigert(start(TlvSoort::So)).met("niet_de_aanvrager");
}

#[test]
fn what_was_attached_can_be_found_by_the_question_that_it_answers() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let mut invoer = volledig(&zaak, 1);
    invoer.antwoorden.remove("inzet_tot_nu_toe");
    invoer.bijlagen.push(bijlage("inzet_tot_nu_toe"));
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer });
    let answer =
        zaak.aanvraag().antwoorden.iter().find(|a| a.vraag == "inzet_tot_nu_toe").expect("an answer");
    assert_eq!(answer.waarde, "zie bijlage");
    assert_eq!(zaak.aanvraag().bijlagen[0].vraag, "inzet_tot_nu_toe");
    assert_eq!(zaak.nieuw[0].bijlagen().len(), 1, "it is named where files are kept");
}
