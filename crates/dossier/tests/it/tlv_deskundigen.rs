//! P4, the two experts: who is asked, who signs, what may be advised.

use dossier::Opdracht;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::soort::{Adviesuitkomst, Discipline, TlvSoort};
use dossier::staat::TlvFase;
use dossier::tlv::besluit::NeemBesluit;
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, StartTlvAanvraag, TekenAdvies, WijsDeskundigeToe,
};
use verband::Beleid;

use crate::gegeven::beleid;
use crate::gegeven::{
    LIBEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aangemeld, aangevraagd, advies, besluitnemer, d, deskundige,
    ib, loket, meld_aan, nl, persoon, start, swv, toewijzing, verleen, vestiging, vraag_aanvulling,
};
use crate::tlv::aangevuld;

#[test]
fn experts_are_asked_once_and_by_policy_work_for_another_than_the_applicant() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.weigert(toewijzing("p-vink", Discipline::Arts)).veld("persoon");
    let own = WijsDeskundigeToe { onafhankelijk: false, ..toewijzing("p-mees", Discipline::Arts) };
    zaak.onder(Beleid { onafhankelijke_deskundigen: true, ..beleid() });
    zaak.weigert(own.clone()).veld("persoon").op_grond_van("Onafhankelijkheid van deskundigen");
    // The statute does not ask it: where nobody adopted a policy, it is the policy of nobody.
    zaak.onder(beleid()).doe(own);
    assert_eq!(zaak.aanvraag().toewijzingen.len(), 2);
}

#[test]
fn the_policy_of_an_act_follows_from_its_case_whichever_kind_of_case_it_is() {
    let mut zaak = aangevraagd();
    let by = |zaak: &Zaak, opdracht: Opdracht| zaak.dossier.beleid_van(&opdracht).map(ToString::to_string);
    let asked = toewijzing("p-vink", Discipline::Orthopedagoog);
    assert_eq!(by(&zaak, asked.clone().into()).as_deref(), Some(SWV_PO));
    let ended = BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "met verlof".into() };
    assert_eq!(by(&zaak, ended.into()), None, "no policy is asked of it");
    let strange = WijsDeskundigeToe { aanvraag: 9, ..asked };
    assert_eq!(by(&zaak, strange.into()), None, "no such case");
    // An act that begins a case asks that of the school, which the file knows, or which comes with the act.
    assert_eq!(by(&zaak, start(TlvSoort::So).into()).as_deref(), Some(SWV_PO));
    let elsewhere = StartTlvAanvraag { vestiging: vestiging(LIBEL), ..start(TlvSoort::So) };
    assert_eq!(by(&zaak, elsewhere.into()), None, "no school of this child");
    let at_vo = MeldAan { vestiging: vestiging(LIBEL), swv: Some(swv(SWV_VO)), ..meld_aan() };
    assert_eq!(by(&zaak, at_vo.into()).as_deref(), Some(SWV_VO));
    // A case of a school falls under the partnership of that school.
    zaak.dossier = aangemeld().dossier;
    let falls: Vec<String> =
        zaak.dossier.zaken().filter_map(|case| case.valt_onder()).map(ToString::to_string).collect();
    assert_eq!(falls, [SWV_PO]);
}

#[test]
fn an_assignment_can_end_without_advice_but_not_after_it() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    let end = |id| BeeindigToewijzing { aanvraag: 1, persoon: persoon(id), reden: "met verlof".into() };
    zaak.weigert(end("p-mees")).veld("persoon");
    zaak.doe(end("p-vink"));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Aangevraagd);
    zaak.met_advies("p-mees", Discipline::Arts);
    zaak.weigert(end("p-mees")).veld("persoon");
}

#[test]
fn an_expert_advises_once_in_the_own_name_alone_or_with_one_other() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Orthopedagoog))
        .doe(toewijzing("p-mees", Discipline::Arts));
    let yes = |door: &[&str]| advies(door, Adviesuitkomst::Toelaatbaar, Some(1));
    zaak.als(deskundige("p-vink"));
    zaak.weigert(yes(&["p-mees"])).veld("door");
    zaak.weigert(yes(&["p-vink", "p-raaf"])).veld("door");
    zaak.weigert(yes(&["p-vink", "p-mees", "p-raaf"])).veld("door");
    zaak.weigert(yes(&[])).veld("door");
    zaak.weigert(BrengAdviesUit { tekst: " ".into(), ..yes(&["p-vink"]) }).veld("tekst");
    zaak.doe(yes(&["p-vink"]));
    zaak.weigert(yes(&["p-vink"])).veld("door");
}

/// Given a request on which p-vink and p-mees are asked, and p-vink wrote an advice for both.
fn voorgelegd() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Orthopedagoog))
        .doe(toewijzing("p-mees", Discipline::Arts));
    zaak.als(deskundige("p-vink")).doe(advies(&["p-vink", "p-mees"], Adviesuitkomst::Toelaatbaar, Some(1)));
    zaak
}

fn asked(zaak: &Zaak) -> Vec<String> {
    zaak.dossier.beurten().iter().filter_map(|beurt| beurt.persoon.clone()).map(|p| p.to_string()).collect()
}

#[test]
fn an_advice_of_two_counts_when_both_have_signed() {
    let mut zaak = voorgelegd();
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Advisering, "nobody signs for another");
    assert_eq!(asked(&zaak), ["p-mees"], "who wrote it waits");
    let voorstel = zaak.aanvraag().adviesvoorstel.as_ref().unwrap().volgnummer;
    let sign = || TekenAdvies { aanvraag: 1, voorstel };
    zaak.weigert(sign()).met("niets_te_tekenen");
    zaak.als(besluitnemer(SWV_PO)).weigert(verleen()).met("deskundigen_ontbreken");
    zaak.als(deskundige("p-mees"));
    zaak.weigert(TekenAdvies { aanvraag: 1, voorstel: voorstel - 1 }).met("voorstel_gewijzigd");
    zaak.weigert(advies(&["p-mees", "p-vink"], Adviesuitkomst::Toelaatbaar, Some(1))).veld("door");
    zaak.doe(sign());
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Geadviseerd);
    assert_eq!(zaak.aanvraag().adviezen[0].door, [persoon("p-mees"), persoon("p-vink")]);
    zaak.weigert(sign()).met("verkeerde_fase");
}

#[test]
fn who_is_asked_to_sign_may_advise_otherwise_and_the_other_advises_again() {
    let no = |id: &str| advies(&[id], Adviesuitkomst::NietToelaatbaar, None);
    let mut zaak = voorgelegd();
    zaak.als(deskundige("p-mees")).doe(no("p-mees"));
    assert_eq!(zaak.aanvraag().open_voorstel(), None);
    assert_eq!(asked(&zaak), ["p-vink"]);
    assert!(zaak.aanvraag().adviesvoorstel.is_some(), "the writer keeps the text");
    zaak.als(deskundige("p-vink")).doe(no("p-vink"));
    assert_eq!(zaak.aanvraag().adviesvoorstel, None);
    let mut ended = voorgelegd();
    let gone = BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-mees"), reden: "met verlof".into() };
    ended.als(loket(SWV_PO)).doe(gone);
    assert_eq!(ended.aanvraag().open_voorstel(), None);
    assert_eq!(asked(&ended), ["p-vink"]);
    let mut alone = voorgelegd();
    alone
        .doe(no("p-vink"))
        .als(deskundige("p-mees"))
        .weigert(TekenAdvies { aanvraag: 1, voorstel: 0 })
        .met("niets_te_tekenen");
}

#[test]
fn a_proposal_about_less_than_there_is_now_is_laid_again() {
    let mut zaak = voorgelegd();
    let voorstel = zaak.aanvraag().adviesvoorstel.as_ref().unwrap().volgnummer;
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    zaak.als(ib(WATERJUFFER)).doe(aangevuld("2026-03-02"));
    assert_eq!(asked(&zaak), ["p-vink", "p-mees"]);
    zaak.als(deskundige("p-mees")).weigert(TekenAdvies { aanvraag: 1, voorstel }).met("niets_te_tekenen");
    let again = advies(&["p-vink", "p-mees"], Adviesuitkomst::Toelaatbaar, Some(1));
    zaak.als(deskundige("p-vink")).doe(again);
    let voorstel = zaak.aanvraag().adviesvoorstel.as_ref().unwrap().volgnummer;
    zaak.als(deskundige("p-mees")).doe(TekenAdvies { aanvraag: 1, voorstel });
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Geadviseerd);
}

#[test]
fn an_advice_names_a_lawful_category_where_there_is_one() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog)).als(deskundige("p-vink"));
    for wrong in [None, Some(0), Some(4)] {
        zaak.weigert(advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, wrong))
            .veld("categorie")
            .op_grond_van("art. 119 lid 1 WEC");
    }
    zaak.weigert(advies(&["p-vink"], Adviesuitkomst::NietToelaatbaar, Some(1))).veld("categorie");
    for good in 1..=3 {
        assert!(zaak.vraag(advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, Some(good))).is_ok());
    }
}

#[test]
fn an_expert_gives_the_own_assignment_back_and_the_desk_has_a_turn_with_a_date() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Orthopedagoog))
        .doe(toewijzing("p-mees", Discipline::Arts));
    let back =
        |id| BeeindigToewijzing { aanvraag: 1, persoon: persoon(id), reden: "ik ken dit gezin".into() };
    zaak.als(deskundige("p-vink")).weigert(back("p-mees")).veld("persoon");
    zaak.op("2026-03-05").doe(back("p-vink")).dan_is_vastgelegd(&["toewijzing_beeindigd"]);
    zaak.dan_is_aan_zet(&[
        ("adviseren", "deskundige", "swv/PO9901", "2026-04-14"),
        ("andere_deskundige_kiezen", "loket", "swv/PO9901", "2026-04-14"),
    ]);
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-raaf", Discipline::Psycholoog));
    assert!(zaak.aan_zet().into_iter().all(|(zet, _)| zet != "andere_deskundige_kiezen"));
}

#[test]
fn two_of_one_kind_are_never_ready_for_a_decision_after_the_third_was_let_go() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO))
        .doe(toewijzing("p-vink", Discipline::Orthopedagoog))
        .doe(toewijzing("p-mees", Discipline::Arts))
        .doe(toewijzing("p-raaf", Discipline::Arts));
    let yes = |id: &str| advies(&[id], Adviesuitkomst::Toelaatbaar, Some(1));
    zaak.als(deskundige("p-mees")).doe(yes("p-mees")).als(deskundige("p-raaf")).doe(yes("p-raaf"));
    let end = BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "met verlof".into() };
    zaak.als(loket(SWV_PO)).doe(end);
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Advisering, "with two doctors nobody can decide");
    zaak.dan_is_aan_zet(&[("andere_deskundige_kiezen", "loket", "swv/PO9901", "2026-04-14")]);
    zaak.doe(toewijzing("p-kauw", Discipline::Orthopedagoog));
    zaak.als(deskundige("p-kauw")).doe(yes("p-kauw"));
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Geadviseerd);
}

#[test]
fn the_last_day_of_an_expert_is_the_own_one_and_said_to_be_a_proposal() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    let turn = |zaak: &Zaak| {
        let turns = zaak.dossier.beurten();
        let found = turns.into_iter().find(|beurt| beurt.zet.code() == "adviseren").expect("a turn");
        (found.uiterlijk.map(|day| day.to_string()).unwrap_or_default(), nl(&found.grond))
    };
    let (last, why) = turn(&zaak);
    assert_eq!(last, "2026-04-14", "two weeks before the last day to decide, which is 28 April");
    assert!(why.contains("voorstel, geen wet") && why.contains("28 apr"), "{why}");
    let mut late = aangevraagd();
    late.op("2026-04-20").als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    assert_eq!(turn(&late).0, "2026-04-27", "a week, and never past the decision");
}

#[test]
fn an_advice_is_taken_back_before_the_decision_and_both_sign_the_new_one() {
    let mut zaak = voorgelegd();
    zaak.tekent_mee("p-mees");
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Geadviseerd);
    let back = || HerzieAdvies { aanvraag: 1, waarom: "De laatste dag klopte niet.".into() };
    zaak.als(deskundige("p-kauw")).weigert(back()).met("geen_eigen_advies");
    zaak.als(deskundige("p-mees")).doe(back()).dan_is_vastgelegd(&["advies_teruggenomen"]);
    assert_eq!(asked(&zaak), ["p-vink", "p-mees"], "both are asked again");
    let before = &zaak.aanvraag().herzien[0];
    assert_eq!(before.advies.tekst, "Sam leert in een kleine groep.", "it stays to be read");
    assert_eq!(before.waarom, "De laatste dag klopte niet.");
    zaak.weigert(back()).met("geen_eigen_advies");
    let anew = advies(&["p-vink", "p-mees"], Adviesuitkomst::Toelaatbaar, Some(2));
    zaak.als(deskundige("p-vink")).doe(anew);
    assert_eq!(zaak.aanvraag().fase(), TlvFase::Advisering, "one signature is no advice of two");
    zaak.tekent_mee("p-mees");
    assert_eq!(zaak.brieven_gevraagd(), ["advies_uitgebracht"], "the parents get a copy of the new one");
    assert_eq!(zaak.aanvraag().adviezen[0].categorie, Some(2));
    zaak.als(besluitnemer(SWV_PO)).doe(NeemBesluit { afwijking: "Zie de motivering.".into(), ..verleen() });
    // Until the decision is made known; then it stands.
    assert!(zaak.als(deskundige("p-mees")).vraag(back()).is_ok());
    let today = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(crate::gegeven::maak_bekend(today));
    zaak.als(deskundige("p-mees")).weigert(back()).met("verkeerde_fase");
}

#[test]
fn a_last_day_that_is_over_or_comes_before_the_first_advises_nothing() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog)).als(deskundige("p-vink"));
    let until = |day: &str| BrengAdviesUit {
        tot_en_met: Some(d(day)),
        ..advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, Some(1))
    };
    zaak.weigert(until("2026-03-01")).veld("tot_en_met");
    assert!(zaak.vraag(until("2028-07-31")).is_ok());
    // No declaration can end there: the parents would read a day that nobody can decide.
    zaak.weigert(until("2027-05-15")).veld("tot_en_met").op_grond_van("art. 40 lid 15 WEC");
    zaak.weigert(until("2026-07-31")).veld("tot_en_met");
    zaak.weigert(until("2060-07-31")).veld("tot_en_met");
}

#[test]
fn who_is_asked_to_sign_has_a_turn_that_says_so_and_whoever_wrote_waits() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.doe(toewijzing("p-mees", Discipline::Arts));
    let turns = |zaak: &Zaak| -> Vec<(String, String)> {
        let of_experts = zaak
            .dossier
            .beurten()
            .into_iter()
            .filter_map(|beurt| Some((beurt.zet.code().to_owned(), beurt.persoon.as_ref()?.to_string())));
        of_experts.collect()
    };
    let one = |zet: &str, who: &str| (zet.to_owned(), who.to_owned());
    assert_eq!(turns(&zaak), [one("adviseren", "p-vink"), one("adviseren", "p-mees")]);
    zaak.als(deskundige("p-vink")).doe(advies(&["p-vink", "p-mees"], Adviesuitkomst::Toelaatbaar, Some(1)));
    assert_eq!(turns(&zaak), [one("advies_meetekenen", "p-mees")]);
    // Who advises alone instead leaves the other to do so too.
    zaak.als(deskundige("p-mees")).doe(advies(&["p-mees"], Adviesuitkomst::Toelaatbaar, Some(2)));
    assert_eq!(turns(&zaak), [one("adviseren", "p-vink")]);
}
