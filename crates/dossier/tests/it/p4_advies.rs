//! P4: what experts advise and what may be decided on it, every combination; and what a request asks of each kind of school.

use std::collections::BTreeSet;

use base::Date;
use dossier::soort::{Adviesuitkomst, Discipline, Schoolsoort, TlvSoort};
use dossier::staat::TlvFase;
use dossier::tlv::besluit::{NeemBesluit, Uitspraak};
use dossier::tlv::checklist::{self, Stand, TlvInvoer};
use dossier::tlv::opdracht::{BrengAdviesUit, StartTlvAanvraag, VraagTlvAan};
use verband::{Beleid, ExtraVraag};

use crate::gegeven::beleid;
use crate::gegeven::{
    SWV_PO, WATERJUFFER, WINDVEER, Zaak, aangemeld, aangevraagd, advies, behoefte, besluitnemer, d,
    deskundige, ib, ingeschreven, kind, loket, meld_aan_bij, ouder_met_gezag, schrijf_in, start, toewijzing,
    verleen, vestiging, volledig, zienswijze,
};

/// An advice: admissible in a category until a day, or not admissible.
type Oordeel = (Adviesuitkomst, Option<u8>, Option<&'static str>);

const JA: Adviesuitkomst = Adviesuitkomst::Toelaatbaar;
const NEE: Adviesuitkomst = Adviesuitkomst::NietToelaatbaar;

/// Given a request on which an orthopedagoog and a physician advised so.
fn met_adviezen(eerste: Oordeel, tweede: Oordeel) -> Zaak {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.doe(toewijzing("p-mees", Discipline::Arts));
    for (id, (uitkomst, categorie, tot)) in [("p-vink", eerste), ("p-mees", tweede)] {
        let given = BrengAdviesUit { tot_en_met: tot.map(d), ..advies(&[id], uitkomst, categorie) };
        zaak.als(deskundige(id)).doe(given);
    }
    zaak.als(besluitnemer(SWV_PO));
    zaak
}

fn besluit(categorie: Option<u8>, tot_en_met: &str) -> NeemBesluit {
    let uitspraak = Uitspraak::Verleen {
        nummer: "PO9901-2026-001".into(),
        categorie,
        van: d("2026-08-01"),
        tot_en_met: d(tot_en_met),
    };
    NeemBesluit { uitspraak, ..verleen() }
}

fn weigering() -> NeemBesluit {
    NeemBesluit { uitspraak: Uitspraak::Weiger, ..verleen() }
}

/// Two advices, a decision, and whether it deviates from one of them.
fn besluiten() -> Vec<(Oordeel, Oordeel, NeemBesluit, bool)> {
    let (one, two, no) = ((JA, Some(1), None), (JA, Some(2), None), (NEE, None, None));
    let until = |day| (JA, Some(1), Some(day));
    let granted = |categorie| besluit(Some(categorie), "2028-07-31");
    vec![
        (one, one, granted(1), false),
        (one, one, granted(2), true),
        (one, one, weigering(), true),
        (two, two, granted(2), false),
        (one, two, granted(1), true),
        (one, two, granted(2), true),
        (one, two, granted(3), true),
        (one, no, granted(1), true),
        (one, no, weigering(), true),
        (no, no, weigering(), false),
        (no, no, granted(1), true),
        (until("2028-07-31"), one, granted(1), false),
        (until("2029-07-31"), one, granted(1), true),
        (until("2029-07-31"), until("2029-07-31"), besluit(Some(1), "2029-07-31"), false),
        (until("2028-07-31"), until("2029-07-31"), granted(1), true),
    ]
}

#[test]
fn a_decision_that_differs_from_any_advice_says_why_and_one_that_follows_both_need_not() {
    for (eerste, tweede, decided, deviates) in besluiten() {
        let zaak = met_adviezen(eerste, tweede);
        assert_eq!(decided.deviates(zaak.aanvraag()), deviates, "{eerste:?} {tweede:?} {decided:?}");
        if deviates {
            zaak.weigert(decided.clone()).veld("afwijking").op_grond_van("art. 3:50 Awb");
        } else {
            assert!(zaak.vraag(decided.clone()).is_ok(), "{eerste:?} {tweede:?} {decided:?}");
        }
        let explained = NeemBesluit { afwijking: "De school kan meer dan gedacht.".into(), ..decided };
        assert!(zaak.vraag(explained).is_ok(), "{eerste:?} {tweede:?}");
    }
}

#[test]
fn what_deviates_and_why_stays_in_the_decision() {
    let mut zaak = met_adviezen((JA, Some(1), None), (NEE, None, None));
    let why = "De tweede deskundige kende het plan van de school nog niet.";
    zaak.doe(NeemBesluit { afwijking: why.into(), ..besluit(Some(1), "2028-07-31") });
    let dossier::Gebeurtenis::TlvVerleend(event) = &zaak.nieuw[0] else { panic!("granted") };
    assert_eq!(event.afwijking, why);
    assert_eq!(zaak.aanvraag().adviezen.len(), 2, "both advices stand beside it");
}

#[test]
fn a_category_is_one_of_the_three_of_the_law_and_only_with_a_yes() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog)).als(deskundige("p-vink"));
    for (uitkomst, categorie, lawful) in [
        (JA, Some(1), true),
        (JA, Some(2), true),
        (JA, Some(3), true),
        (JA, None, false),
        (JA, Some(0), false),
        (JA, Some(4), false),
        (JA, Some(255), false),
        (NEE, None, true),
        (NEE, Some(1), false),
    ] {
        let answer = zaak.vraag(advies(&["p-vink"], uitkomst, categorie));
        assert_eq!(answer.is_ok(), lawful, "{uitkomst:?} {categorie:?}");
        if let Err(refusal) = answer {
            assert_eq!(refusal.veld, Some("categorie"), "{uitkomst:?} {categorie:?}");
        }
    }
}

/// Pairs of disciplines, and whether the law's two experts are among them (R2.3).
const PAREN: [(Discipline, Discipline, bool); 12] = [
    (Discipline::Orthopedagoog, Discipline::KinderOfJeugdpsycholoog, true),
    (Discipline::Orthopedagoog, Discipline::Pedagoog, true),
    (Discipline::Orthopedagoog, Discipline::Kinderpsychiater, true),
    (Discipline::Orthopedagoog, Discipline::MaatschappelijkWerker, true),
    (Discipline::Orthopedagoog, Discipline::Arts, true),
    (Discipline::Psycholoog, Discipline::Arts, true),
    (Discipline::Pedagoog, Discipline::Psycholoog, true),
    (Discipline::Orthopedagoog, Discipline::VoDeskundige, false),
    (Discipline::Psycholoog, Discipline::Orthopedagoog, false),
    (Discipline::Arts, Discipline::Pedagoog, false),
    (Discipline::Kinderpsychiater, Discipline::MaatschappelijkWerker, false),
    (Discipline::VoDeskundige, Discipline::Arts, false),
];

#[test]
fn a_decision_rests_on_one_expert_of_each_list_whoever_came_first() {
    for (eerste, tweede, lawful) in PAREN {
        for (one, other) in [(eerste, tweede), (tweede, eerste)] {
            let mut zaak = aangevraagd();
            zaak.met_advies("p-vink", one).als(loket(SWV_PO));
            if lawful {
                zaak.met_advies("p-mees", other).als(besluitnemer(SWV_PO));
                assert!(zaak.vraag(verleen()).is_ok(), "{one:?} {other:?}");
            } else {
                zaak.weigert(toewijzing("p-mees", other)).veld("discipline");
            }
        }
    }
}

#[test]
fn an_advice_of_two_is_one_advice_of_two_people() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Psycholoog));
    zaak.doe(toewijzing("p-mees", Discipline::MaatschappelijkWerker));
    zaak.als(deskundige("p-vink")).doe(advies(&["p-vink", "p-mees"], JA, Some(2)));
    zaak.dan_is_vastgelegd(&["gezamenlijk_advies_voorgelegd"]);
    assert_eq!(zaak.brieven_gevraagd(), [""; 0], "no advice before both have signed");
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Advisering);
    zaak.dan_is_aan_zet(&[("advies_meetekenen", "deskundige", "swv/PO9901", "2026-04-14")]);
    zaak.als(besluitnemer(SWV_PO)).weigert(besluit(Some(2), "2028-07-31")).met("deskundigen_ontbreken");
    zaak.tekent_mee("p-mees").dan_is_vastgelegd(&["advies_uitgebracht"]);
    assert_eq!(zaak.aanvraag().adviezen.len(), 1);
    assert_eq!(zaak.aanvraag().adviezen[0].door.len(), 2);
    zaak.als(besluitnemer(SWV_PO)).doe(besluit(Some(2), "2028-07-31"));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Verleend);
}

#[test]
fn a_declaration_ends_with_a_school_year_and_covers_at_least_a_whole_one() {
    let zaak = met_adviezen((JA, Some(1), None), (JA, Some(1), None));
    let ask = |van: &str, tot: &str| {
        let uitspraak = Uitspraak::Verleen {
            nummer: "PO9901-1".into(),
            categorie: Some(1),
            van: d(van),
            tot_en_met: d(tot),
        };
        zaak.vraag(NeemBesluit { uitspraak, ..verleen() })
    };
    for (van, tot, lawful) in [
        ("2026-08-01", "2027-07-31", true),
        ("2026-08-01", "2030-07-31", true),
        ("2026-08-02", "2027-07-31", false),
        ("2026-08-02", "2028-07-31", true),
        ("2026-07-31", "2027-07-31", true),
        ("2026-03-02", "2027-07-31", true),
        ("2026-08-01", "2027-08-01", false),
        ("2026-08-01", "2027-07-30", false),
        ("2026-08-01", "2026-07-31", false),
        ("2026-08-01", "2025-07-31", false),
    ] {
        let answer = ask(van, tot);
        assert_eq!(answer.is_ok(), lawful, "{van} - {tot}");
        if let Err(refusal) = answer {
            assert_eq!(refusal.veld, Some("tot_en_met"), "{van} - {tot}");
            assert!(refusal.wat_wel.is_some(), "it says which day is possible");
        }
    }
}

/// The questions of a request of a kind, with what stands at each.
fn punten(zaak: &Zaak) -> Vec<(String, Stand, bool)> {
    let lijst = checklist::tlv(&zaak.dossier, zaak.aanvraag(), &TlvInvoer::default(), &zaak.ctx());
    lijst.punten.into_iter().map(|punt| (punt.code, punt.stand, punt.blokkeert)).collect()
}

#[test]
fn each_kind_of_request_asks_its_own_questions() {
    for (soort, asks, asks_not) in [
        (
            TlvSoort::Sbo,
            vec!["ondersteuningsbehoefte", "gevraagde_periode", "zienswijze_ouders"],
            "gevraagde_categorie",
        ),
        (TlvSoort::So, vec!["gevraagde_categorie", "inzet_tot_nu_toe", "ontwikkelingsperspectief"], "iq"),
        (TlvSoort::Vso, vec!["gevraagde_categorie", "inzet_tot_nu_toe"], "leerachterstand"),
    ] {
        let mut zaak = ingeschreven();
        if soort == TlvSoort::Vso {
            zaak.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vso));
            zaak.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(soort) });
        } else {
            zaak.doe(start(soort));
        }
        let codes: BTreeSet<String> = punten(&zaak).into_iter().map(|(code, ..)| code).collect();
        for code in asks {
            assert!(codes.contains(code), "{soort:?}: {code}");
        }
        assert!(!codes.contains(asks_not), "{soort:?}: {asks_not}");
    }
}

#[test]
fn a_vo_school_is_asked_for_report_arrears_and_iq_and_not_for_a_category() {
    let mut zaak = kind("2013-03-12");
    zaak.op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01")).als(ib(WINDVEER));
    zaak.doe(StartTlvAanvraag { vestiging: vestiging(WINDVEER), ..start(TlvSoort::Pro) });
    let codes: BTreeSet<String> = punten(&zaak).into_iter().map(|(code, ..)| code).collect();
    for code in ["onderwijskundig_rapport", "leerachterstand", "iq", "zienswijze_ouders_pro"] {
        assert!(codes.contains(code), "{code} in {codes:?}");
    }
    assert!(!codes.contains("gevraagde_categorie"));
    assert_eq!(zaak.aanvraag().swv.uitkomst.to_string(), "VO9902");
}

#[test]
fn what_a_school_did_so_far_is_asked_of_the_school_where_the_child_is() {
    let stand = |zaak: &Zaak| {
        let all = punten(zaak);
        all.into_iter().find(|(code, ..)| code == "inzet_tot_nu_toe").expect("a question").1
    };
    let mut registered = aangemeld();
    registered.doe(start(TlvSoort::So));
    assert!(matches!(stand(&registered), Stand::NietNodig(_)));
    let mut pupil = ingeschreven();
    pupil.doe(start(TlvSoort::So));
    assert_eq!(stand(&pupil), Stand::Ontbreekt);
}

#[test]
fn the_view_of_one_parent_does_not_stand_for_the_other() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).doe(ouder_met_gezag("mevrouw L. Regen"));
    zaak.doe(start(TlvSoort::So));
    let known = |zaak: &Zaak, code: &str| {
        let all = punten(zaak);
        matches!(all.into_iter().find(|(found, ..)| found == code).expect("a question").1, Stand::Bekend(_))
    };
    for nr in 1..=3 {
        assert!(!known(&zaak, "zienswijze_ouders"), "before the view of {nr}");
        assert!(!known(&zaak, "instemming_ouders"), "before the view of {nr}");
        zaak.doe(zienswijze(nr, Some(true)));
    }
    assert!(
        known(&zaak, "zienswijze_ouders") && !known(&zaak, "instemming_ouders"),
        "nothing was laid before them"
    );
    zaak.doe(zienswijze(2, Some(false)));
    assert!(known(&zaak, "zienswijze_ouders") && !known(&zaak, "instemming_ouders"), "one changed his mind");
}

#[test]
fn a_question_of_the_partnership_is_asked_for_its_own_kinds_only() {
    let vraag = ExtraVraag {
        id: "swv_vervoer".into(),
        vraag: "Hoe komt het kind op school?".into(),
        voor: [TlvSoort::Sbo].into(),
    };
    for (soort, asked) in [(TlvSoort::Sbo, true), (TlvSoort::So, false)] {
        let mut zaak = ingeschreven();
        zaak.onder(Beleid { extra_vragen: vec![vraag.clone()], ..beleid() }).doe(start(soort));
        assert_eq!(punten(&zaak).iter().any(|(code, ..)| code == "swv_vervoer"), asked, "{soort:?}");
    }
}

#[test]
fn an_open_question_stops_the_request_whichever_it_is() {
    let mut zaak = aangemeld();
    zaak.doe(behoefte(true)).doe(start(TlvSoort::So));
    let open: Vec<String> = punten(&zaak)
        .into_iter()
        .filter(|(_, stand, blokkeert)| *blokkeert && *stand == Stand::Ontbreekt)
        .map(|(code, ..)| code)
        .collect();
    assert!(!open.is_empty());
    for code in &open {
        let mut invoer = volledig(&zaak, 1);
        invoer.antwoorden.remove(code);
        zaak.weigert(VraagTlvAan { aanvraag: 1, invoer }).met("aanvraag_onvolledig");
    }
    zaak.doe(VraagTlvAan { aanvraag: 1, invoer: volledig(&zaak, 1) });
    assert_eq!(zaak.aanvraag().ontvangen_op, Some(Date::constant(2026, 3, 2)));
    assert_eq!(zaak.aanvraag().vestiging, vestiging(WATERJUFFER));
}
