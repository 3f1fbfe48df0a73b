//! A decision that comes late: what counts is the day on which it is made known, and the penalty that ran is laid down (Awb 3:40, 4:17,
//! 4:18).

use base::Eurocent;
use dossier::tlv::besluit::NeemBesluit;
use dossier::tlv::dwangsom::StelDwangsomVast;

use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::opdracht::TrekTlvAanvraagIn;
use dossier::toegang::Kijker;

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, besluitnemer, d, geadviseerd, ib, in_gebreke, loket, maak_bekend, matrix, nl,
    trek_in, verleen,
};
use crate::p4_behandelen::verhuist;

/// The term ended on 28 April; the applicant said on 6 May that the decision is late.
fn in_gebreke_gesteld() -> Zaak {
    let mut zaak = geadviseerd();
    zaak.als(loket(SWV_PO)).op("2026-05-06").doe(in_gebreke("2026-05-06"));
    zaak
}

fn beslist(zaak: &mut Zaak, besloten: &str, bekend: &str) {
    zaak.op(besloten).als(besluitnemer(SWV_PO)).doe(NeemBesluit { eerder: String::new(), ..verleen() });
    zaak.op(bekend).als(loket(SWV_PO)).doe(maak_bekend(d(bekend)));
}

fn vast() -> StelDwangsomVast {
    StelDwangsomVast { aanvraag: 1, niet_verschuldigd: String::new() }
}

/// The turns of a penalty that are open, with their last day.
fn turns(zaak: &Zaak) -> Vec<(&'static str, String)> {
    let open = zaak.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(zaak.vandaag));
    let told =
        open.map(|beurt| (beurt.zet.code(), beurt.uiterlijk.map_or_else(String::new, |d| d.to_string())));
    told.filter(|(zet, _)| zet.starts_with("dwangsom")).collect()
}

#[test]
fn a_penalty_that_ran_is_laid_down_within_two_weeks_after_its_last_day() {
    let mut zaak = in_gebreke_gesteld();
    // Two weeks from the day after are without a penalty: to 20 May. It was decided on 8 June, and made known two days later.
    beslist(&mut zaak, "2026-06-08", "2026-06-10");
    let ran = zaak.aanvraag().dwangsom.expect("it came late");
    assert_eq!((ran.van, ran.tot_en_met, ran.dagen()), (d("2026-05-21"), d("2026-06-09"), 20));
    assert_eq!(turns(&zaak), [("dwangsom_vaststellen", "2026-06-23".to_owned())]);
    zaak.als(besluitnemer(SWV_PO)).doe(vast()).dan_is_vastgelegd(&["dwangsom_vastgesteld"]);
    assert_eq!(zaak.brieven_gevraagd(), ["dwangsom_vastgesteld"]);
    let fixed = zaak.aanvraag().dwangsom_vastgesteld.as_ref().expect("laid down");
    // Fourteen days at € 23 and six at € 35.
    assert_eq!((fixed.bedrag, fixed.treden.len()), (Eurocent(53_200), 2));
    assert_eq!(fixed.bezwaar_uiterlijk.uitkomst, d("2026-07-22"));
    assert_eq!(turns(&zaak), []);
    zaak.weigert(vast()).met("geen_dwangsom").op_grond_van("art. 4:18 Awb");
}

#[test]
fn a_notice_of_default_marks_the_turns_of_who_decides_until_the_decision_is_made_known() {
    let mut zaak = in_gebreke_gesteld();
    let marked = |zaak: &Zaak| -> Vec<_> {
        let open = zaak.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(zaak.vandaag));
        let told = open.map(|beurt| (beurt.zet.code(), zaak.dossier.in_gebreke_tot(&beurt)));
        told.filter(|(_, tot)| tot.is_some()).collect()
    };
    let tot = Some(d("2026-05-20"));
    assert_eq!(marked(&zaak), [("besluit_nemen", tot)]);
    zaak.op("2026-06-08").als(besluitnemer(SWV_PO)).doe(NeemBesluit { eerder: String::new(), ..verleen() });
    assert_eq!(marked(&zaak), [("besluit_bekendmaken", tot)]);
    zaak.op("2026-06-10").als(loket(SWV_PO)).doe(maak_bekend(d("2026-06-10")));
    assert_eq!((marked(&zaak), zaak.aanvraag().in_gebreke_tot()), (vec![], None));
}

#[test]
fn it_runs_for_forty_two_days_at_most_and_is_laid_down_without_a_decision_too() {
    let mut zaak = in_gebreke_gesteld();
    zaak.op("2026-07-01").als(besluitnemer(SWV_PO)).weigert(vast()).met("dwangsom_loopt");
    assert_eq!(turns(&zaak), []);
    zaak.op("2026-07-02");
    assert_eq!(turns(&zaak), [("dwangsom_vaststellen", "2026-07-15".to_owned())]);
    zaak.doe(vast());
    let fixed = zaak.aanvraag().dwangsom_vastgesteld.as_ref().expect("laid down");
    assert_eq!(fixed.bedrag, Eurocent(144_200), "the most that the law allows");
    // What comes later makes it no more.
    beslist(&mut zaak, "2026-07-06", "2026-07-06");
    assert_eq!(turns(&zaak), []);
}

#[test]
fn what_was_owed_until_a_request_was_taken_back_is_laid_down_all_the_same() {
    let mut zaak = in_gebreke_gesteld();
    zaak.op("2026-06-10")
        .als(ib(WATERJUFFER))
        .doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    // From 21 May, until the day before it was taken back: from then on there was nothing to decide.
    let ran = zaak.aanvraag().dwangsom.expect("it was late");
    assert_eq!((ran.van, ran.tot_en_met), (d("2026-05-21"), d("2026-06-09")));
    assert_eq!(turns(&zaak), [("dwangsom_na_afloop", "2026-06-23".to_owned())]);
    let head = Kijker::from(besluitnemer(SWV_PO));
    let may = |zaak: &Zaak| {
        let betrokken = zaak.dossier.betrokkenen();
        matrix().mag(&head, &betrokken, "stel_dwangsom_vast", zaak.vandaag).toegestaan
    };
    assert!(may(&zaak), "who owes it lays it down");
    zaak.als(besluitnemer(SWV_PO)).doe(vast());
    let fixed = zaak.aanvraag().dwangsom_vastgesteld.as_ref().expect("laid down");
    assert_eq!((fixed.bedrag, fixed.door.as_ref()), (Eurocent(53_200), None));
    assert_eq!((turns(&zaak), may(&zaak)), (Vec::new(), false));
    // Taken back in time there is none.
    let mut soon = in_gebreke_gesteld();
    soon.op("2026-05-20")
        .als(ib(WATERJUFFER))
        .doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    assert_eq!(soon.aanvraag().dwangsom, None);
}

#[test]
fn what_a_partnership_owed_before_it_forwarded_is_laid_down_by_it_and_not_by_who_has_it_now() {
    let mut zaak = in_gebreke_gesteld();
    zaak.op("2026-06-10");
    verhuist(&mut zaak, "2026-06-10");
    zaak.als(loket(SWV_PO)).doe(ZendTlvDoor { aanvraag: 1, waarom: "Sam gaat nu naar De IJsvogel.".into() });
    assert_eq!(zaak.aanvraag().dwangsom, None, "the second is not late");
    assert_eq!(turns(&zaak), [("dwangsom_vaststellen", "2026-06-23".to_owned())]);
    zaak.als(besluitnemer("PO9904")).weigert(vast()).met("geen_dwangsom");
    zaak.als(besluitnemer(SWV_PO)).doe(vast());
    let request = zaak.aanvraag();
    let fixed = request.eerdere_verbanden[0].dwangsom_vastgesteld.as_ref().expect("laid down");
    assert_eq!(
        (fixed.bedrag, fixed.door.as_ref().map(ToString::to_string)),
        (Eurocent(53_200), Some(SWV_PO.to_owned()))
    );
    assert_eq!(request.dwangsom_vastgesteld, None);
    assert_eq!(turns(&zaak), []);
    zaak.als(besluitnemer(SWV_PO)).weigert(vast()).met("andere_organisatie");
}

#[test]
fn none_is_due_where_it_was_made_known_in_the_two_weeks_or_the_law_says_so() {
    let mut zaak = in_gebreke_gesteld();
    beslist(&mut zaak, "2026-05-18", "2026-05-21");
    assert_eq!(zaak.aanvraag().dwangsom, None);
    zaak.als(besluitnemer(SWV_PO)).weigert(vast()).met("geen_dwangsom");
    let mut late = in_gebreke_gesteld();
    beslist(&mut late, "2026-06-08", "2026-06-10");
    let reden = "De ingebrekestelling kwam onredelijk laat.".to_owned();
    late.als(besluitnemer(SWV_PO)).doe(StelDwangsomVast { aanvraag: 1, niet_verschuldigd: reden });
    let fixed = late.aanvraag().dwangsom_vastgesteld.as_ref().expect("laid down");
    assert_eq!((fixed.bedrag, fixed.treden.len()), (Eurocent::ZERO, 0));
}

#[test]
fn a_notice_of_default_can_come_until_the_decision_is_made_known() {
    let mut zaak = geadviseerd();
    zaak.op("2026-04-20").als(besluitnemer(SWV_PO)).doe(NeemBesluit { eerder: String::new(), ..verleen() });
    zaak.op("2026-05-06").als(loket(SWV_PO)).doe(in_gebreke("2026-05-06"));
    assert!(zaak.aanvraag().dwangsom.is_some(), "decided, and still late");
    // Made known on a later day, which goes beyond the two weeks.
    zaak.op("2026-05-22").doe(maak_bekend(d("2026-05-25")));
    let ran = zaak.aanvraag().dwangsom.expect("it came late");
    assert_eq!((ran.van, ran.tot_en_met), (d("2026-05-21"), d("2026-05-24")));
    zaak.doe(in_gebreke("2026-05-22"));
    zaak.op("2026-05-25");
    zaak.weigert(in_gebreke("2026-05-25")).veld("ontvangen_op").op_grond_van("art. 4:17 lid 3 Awb");
}

#[test]
fn a_penalty_of_a_request_that_was_refused_is_laid_down_too() {
    let mut zaak = in_gebreke_gesteld();
    zaak.op("2026-06-08").als(besluitnemer(SWV_PO)).doe(NeemBesluit {
        uitspraak: dossier::tlv::besluit::Uitspraak::Weiger,
        afwijking: "Sbo past beter.".into(),
        eerder: String::new(),
        ..verleen()
    });
    zaak.als(loket(SWV_PO)).doe(maak_bekend(d("2026-06-08")));
    assert_eq!(turns(&zaak), [("dwangsom_na_afloop", "2026-06-22".to_owned())]);
    let why = &zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet.code() == "dwangsom_na_afloop");
    let why = nl(&why.as_ref().expect("a turn").grond);
    assert!(why.contains("liep van do 21 mei 2026 tot en met zo 7 jun 2026"), "{why}");
}

#[test]
fn a_withdrawal_that_is_made_known_on_a_later_day_is_read_from_that_day() {
    let mut zaak = crate::gegeven::verleend();
    let (today, monday) = (zaak.vandaag, base::dates::plus_days(zaak.vandaag, 3).expect("a day"));
    zaak.als(besluitnemer(SWV_PO)).doe(trek_in(&monday.to_string(), "2026-08-01"));
    for (on, read) in [(today, false), (monday, true)] {
        zaak.vandaag = on;
        let kijker = dossier::toegang::Kijker { actor: crate::gegeven::ouder(), groep: String::new() };
        let betrokken = zaak.dossier.betrokkenen();
        let recht = crate::gegeven::matrix().leesrecht(&kijker, &zaak.dossier, &betrokken, on);
        let seen = zaak.dossier.voor(&recht);
        assert_eq!(seen.aanvragen[0].intrekking.is_some(), read, "{on}");
    }
}

#[test]
fn who_knows_the_law_reads_its_article_behind_the_ground_of_a_turn() {
    let mut zaak = in_gebreke_gesteld();
    beslist(&mut zaak, "2026-06-08", "2026-06-10");
    let told = |turns: Vec<dossier::beurt::Beurt>| {
        let mut laid = turns.into_iter().filter(|turn| turn.zet.code() == "dwangsom_vaststellen");
        nl(&laid.next().expect("a turn").grond)
    };
    let cited = told(zaak.dossier.beurten_op(zaak.ctx().wet, zaak.vandaag));
    assert!(cited.ends_with("daarover komt er een besluit (art. 4:18 Awb)"), "{cited}");
    // The facts alone know no article.
    assert!(told(zaak.dossier.beurten()).ends_with("daarover komt er een besluit"));
}
