//! A decision that nobody knows yet is taken anew; taking one away again is a decision too; nobody decides over the heads of the
//! parents; and only the applicant's notice makes a penalty run.

use base::{Sector, Zekerheid};
use dossier::leven::stem::Stem;
use dossier::soort::Afzender;
use dossier::tlv::besluit::{NeemBesluit, OntvangIngebrekestelling, Uitspraak};
use dossier::tlv::intrekken::TrekTlvIn;
use dossier::tlv::opdracht::GeefZienswijze;
use dossier::toegang::Kijker;

use crate::gegeven::{
    SWV_PO, Zaak, aangevraagd, besluitnemer, geadviseerd, in_gebreke, loket, maak_bekend, matrix, ouder,
    trek_in, verleen, verleend,
};

fn weiger() -> NeemBesluit {
    NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking: "Sbo past beter.".into(), ..verleen() }
}

/// The decisions that somebody reads of.
fn reads(zaak: &Zaak, wie: dossier::Actor) -> Vec<&'static str> {
    let kijker = Kijker { actor: wie, groep: String::new() };
    let betrokken = zaak.dossier.betrokkenen();
    let recht = matrix().leesrecht(&kijker, &zaak.dossier, &betrokken, zaak.vandaag);
    let read = zaak.dossier.feiten.iter().filter(|feit| recht.leest_feit(&zaak.dossier, feit));
    let names = read.filter_map(|feit| feit.gebeurtenis()).map(dossier::Gebeurtenis::event_type);
    names.filter(|name| name.starts_with("tlv_verleend") || name.starts_with("tlv_geweigerd")).collect()
}

#[test]
fn a_decision_that_was_not_made_known_is_taken_anew_and_the_first_is_told_to_nobody() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).doe(weiger());
    zaak.dan_is_aan_zet(&[("besluit_bekendmaken", "loket", "swv/PO9901", "2026-04-28")]);
    let today = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(today));
    zaak.dan_staat(&[("aanvraag-1", "tlv_geweigerd_bekend")]);
    assert_eq!(reads(&zaak, ouder()), ["tlv_geweigerd"]);
    assert_eq!(reads(&zaak, besluitnemer(SWV_PO)), ["tlv_verleend", "tlv_geweigerd"]);
    zaak.als(besluitnemer(SWV_PO)).weigert(verleen()).met("verkeerde_fase");
}

#[test]
fn a_decision_that_is_made_known_on_a_later_day_is_read_from_that_day_and_can_be_taken_anew_before() {
    let mut zaak = geadviseerd();
    let (today, monday) = (zaak.vandaag, base::dates::plus_days(zaak.vandaag, 3).unwrap());
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(loket(SWV_PO)).doe(maak_bekend(monday));
    assert_eq!(reads(&zaak, ouder()), [] as [&str; 0], "not before the day");
    assert_eq!(zaak.aanvraag().fase_op(today).code(), "tlv_verleend");
    let told = |zaak: &Zaak, day, decides| zaak.dossier.in_lijsten()[0].1.fase_op(day, decides);
    assert_eq!(told(&zaak, today, true), "tlv_verleend");
    assert_eq!(told(&zaak, today, false), "tlv_geadviseerd");
    assert_eq!(told(&zaak, monday, false), "tlv_verleend_bekend");
    // An error that is found meanwhile is not sent.
    zaak.als(besluitnemer(SWV_PO)).doe(weiger());
    assert_eq!(zaak.aanvraag().bekendmaking, None, "and is made known again");
    zaak.dan_is_aan_zet(&[("besluit_bekendmaken", "loket", "swv/PO9901", "2026-04-28")]);
    zaak.als(loket(SWV_PO)).doe(maak_bekend(monday)).op(&monday.to_string());
    assert_eq!(reads(&zaak, ouder()), ["tlv_geweigerd"]);
    zaak.als(besluitnemer(SWV_PO)).weigert(verleen()).met("verkeerde_fase");
}

#[test]
fn a_decision_before_the_parents_could_react_to_the_last_advice_says_why() {
    let silent = || NeemBesluit { eerder: String::new(), ..verleen() };
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).weigert(silent()).veld("eerder");
    assert!(zaak.vraag(verleen()).is_ok());
    let until = zaak.aanvraag().reactietijd_tot().expect("there is an advice");
    assert_eq!(base::dates::days_between(zaak.aanvraag().adviezen[1].op, until), 7);
    let mut waited = zaak.clone();
    waited.op(&base::dates::plus_days(until, 1).unwrap().to_string()).doe(silent());
    // Whoever reacted is waited for no more.
    let view = GeefZienswijze {
        aanvraag: 1,
        van: Stem::Persoon(1),
        tekst: "Wij zijn het eens.".into(),
        eens: Some(true),
        namens: false,
    };
    zaak.als(ouder()).doe(view).als(besluitnemer(SWV_PO)).doe(silent());
}

#[test]
fn a_declaration_is_withdrawn_by_a_decision_after_a_hearing_from_the_day_on_which_it_is_made_known() {
    let mut zaak = verleend();
    let today = zaak.vandaag.to_string();
    zaak.als(besluitnemer(SWV_PO));
    let unheard = zaak.vraag(TrekTlvIn { gehoord: " ".into(), ..trek_in(&today, "2026-08-01") }).unwrap_err();
    assert_eq!(unheard.veld, Some("gehoord"));
    assert_eq!(unheard.vindplaats.map(|plaats| plaats.artikel.clone()).as_deref(), Some("4:8"));
    let monday = base::dates::plus_days(zaak.vandaag, 3).unwrap().to_string();
    zaak.weigert(trek_in(&monday, &today)).veld("per");
    zaak.doe(trek_in(&monday, "2026-08-01"));
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_ingetrokken"]);
    let told = zaak.dossier.zaken.beslissingen("Sam");
    let last = told.last().expect("the family is told");
    assert!(crate::gegeven::nl(&last.wat).contains("ingetrokken"), "{:?}", last.wat);
    assert_eq!(last.op.to_string(), monday);
    assert!(last.bezwaar_uiterlijk.is_some_and(|day| base::dates::days_between(last.op, day) >= 42));
    // What nobody knows of is not withdrawn.
    let mut unknown = geadviseerd();
    unknown
        .als(besluitnemer(SWV_PO))
        .doe(verleen())
        .weigert(trek_in("2026-03-02", "2026-08-01"))
        .met("verkeerde_fase");
}

#[test]
fn only_the_notice_of_the_applicant_makes_a_penalty_run() {
    let late = "2026-05-06";
    let of = |afzender, van: &str| OntvangIngebrekestelling { afzender, van: van.into(), ..in_gebreke(late) };
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).op(late);
    zaak.weigert(of(Afzender::Gezin, "mevrouw Onbekend")).veld("van");
    let parent = zaak.dossier.persoon(1).expect("a parent").naam.clone();
    zaak.doe(of(Afzender::Gezin, &parent.to_uppercase()));
    assert_eq!(zaak.aanvraag().zonder_dwangsom_tot, None);
    assert_eq!(zaak.brieven_gevraagd(), ["ingebrekestelling_ontvangen"]);
    zaak.doe(of(Afzender::Aanvrager, "De directie"));
    assert!(zaak.aanvraag().zonder_dwangsom_tot.is_some());
}

#[test]
fn a_decision_that_is_made_known_on_a_later_day_is_not_withdrawn_before_it() {
    let mut zaak = geadviseerd();
    let (today, monday) = (zaak.vandaag, base::dates::plus_days(zaak.vandaag, 3).unwrap());
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    zaak.als(loket(SWV_PO)).doe(maak_bekend(monday)).als(besluitnemer(SWV_PO));
    zaak.weigert(trek_in(&today.to_string(), "2026-08-01")).met("nog_niet_bekend");
    zaak.op(&monday.to_string()).doe(trek_in(&monday.to_string(), "2026-08-01"));
}

#[test]
fn that_a_declaration_ends_in_the_course_of_a_school_year_is_told_as_not_sure() {
    let withdrawn = |per: &str| {
        let mut zaak = verleend();
        let today = zaak.vandaag.to_string();
        zaak.als(besluitnemer(SWV_PO)).doe(trek_in(&today, per));
        let dossier::Gebeurtenis::TlvIngetrokken(event) = &zaak.nieuw[0] else { panic!("withdrawn") };
        event.eindigt_in_het_jaar()
    };
    assert_eq!(["2026-08-01", "2026-09-01", "2027-07-31"].map(withdrawn), [false, true, true]);
    // Of a declaration for sbo, so and vso the law says that it is for school years, and of none that it can be withdrawn.
    let zaak = verleend();
    let row = |naam, sector| zaak.ctx().wet.bepaling(naam, sector, zaak.vandaag);
    let sure = |naam, sector| row(naam, sector).map(|row| row.bron.vindplaats.zekerheid);
    for (sector, within) in
        [(Sector::Po, Some(Zekerheid::Beleid)), (Sector::So, Some(Zekerheid::Beleid)), (Sector::Vo, None)]
    {
        assert_eq!(sure("tlv.intrekken_in_het_jaar", sector), within, "{sector:?}");
    }
    for sector in [Sector::Po, Sector::Vo] {
        assert_eq!(sure("tlv.intrekken_uitleg", sector), Some(Zekerheid::Beleid));
        let power = row("tlv.intrekken_bevoegd", sector).expect("who decides");
        assert!(!power.tekst.contains("intrekken"), "what the law says is not what is read in it");
    }
}
