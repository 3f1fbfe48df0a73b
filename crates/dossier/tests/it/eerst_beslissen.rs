//! What ends only by a decision, by whoever it belongs to, or by the calendar alone.

use dossier::aanmelding::afloop::{AanvaardAanbod, TrekAanmeldingIn};
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::opdracht::{MeldAan, PlaatsTijdelijk};
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::leven::stem::Stem;
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::staat::{AanmeldingFase, Afloop};
use dossier::tlv::advies::GeefZienswijze;

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, aanbod, aangemeld, behoefte_vastgesteld, bereid, d, ib, ingeschreven, kind,
    laat_toe, meld_aan, meld_aan_bij, ouder, overleg, schrijf_in, start, vestiging, vraag_informatie, weiger,
    zienswijze,
};

#[test]
fn once_the_time_for_information_is_over_nothing_waits_for_it_though_nobody_recorded_that() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-03-09").doe(vraag_informatie("2026-03-23"));
    let refused = || dossier::aanmelding::afloop::Weiger {
        overleg: Some(overleg("2026-03-09")),
        ..weiger(dossier::aanmelding::feiten::Weigeringsgrond::AndereSchool(bereid("De IJsvogel")))
    };
    zaak.op("2026-03-23").weigert(refused()).met("wacht_op_informatie");
    let aanmelding = zaak.aanmelding();
    assert_eq!(aanmelding.fase_op(d("2026-03-23")), AanmeldingFase::WachtOpInformatie);
    assert_eq!(aanmelding.beslissen_uiterlijk_op(d("2026-03-23")), None);
    assert_eq!(aanmelding.fase_op(d("2026-03-24")), AanmeldingFase::BehoefteVastgesteld);
    assert_eq!(aanmelding.beslissen_uiterlijk_op(d("2026-03-24")), Some(d("2026-04-28")));
    zaak.op("2026-03-24").doe(refused());
    assert!(matches!(zaak.aanmelding().afloop, Some(Afloop::Geweigerd { .. })));
}

#[test]
fn a_school_does_not_withdraw_what_parents_handed_in_themselves() {
    let mut zaak = kind("2020-03-12");
    zaak.als(ouder()).doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan() });
    let withdraw = || TrekAanmeldingIn { van: None, aanmelding: 1, reden: "x".into() };
    zaak.als(ib(WATERJUFFER)).weigert(withdraw()).met("zelf_aangemeld");
    zaak.als(ouder()).doe(withdraw());
    assert_eq!(zaak.aanmelding().fase(), AanmeldingFase::Ingetrokken);
    // What the school wrote down for them it may also take back for them.
    let mut on_paper = aangemeld();
    on_paper.doe(withdraw());
}

#[test]
fn a_temporary_place_ends_by_no_deregistration() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-05-12").doe(PlaatsTijdelijk {
        aanmelding: 1,
        per: d("2026-05-12"),
        groep: "3".into(),
        zonder_verklaring: String::new(),
        ertussen: "Het kind was ziek.".into(),
    });
    let out = || crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-05-18"));
    zaak.op("2026-05-18").weigert(out()).met("tijdelijke_plek").op_grond_van("art. 40 lid 7 WPO");
}

#[test]
fn nobody_is_enrolled_before_the_registration_is_decided() {
    let mut zaak = aangemeld();
    let first = schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02");
    zaak.weigert(first.clone()).met("niet_toegelaten");
    zaak.doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief".into() });
    // Withdrawn is no way round a decision either: the parents register it anew, and the school admits it.
    zaak.weigert(first.clone()).met("niet_toegelaten").kan_wel(&sleutels::leven::eerst_toelaten());
    let mut refused = behoefte_vastgesteld();
    let because = dossier::aanmelding::feiten::Weigeringsgrond::AndereSchool(bereid("De IJsvogel"));
    refused.doe(weiger(because)).weigert(first.clone()).met("niet_toegelaten");
    zaak.doe(meld_aan())
        .doe(dossier::aanmelding::afloop::LaatToe { aanmelding: 2, ..laat_toe("2026-03-02") });
    // Who is a pupil goes to another group, whatever became of a registration before.
    zaak.doe(dossier::leven::opdracht::SchrijfIn { groep: "6".into(), ..first });
}

#[test]
fn a_registration_elsewhere_that_came_to_nothing_gives_the_turns_back() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01")).als(ouder());
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
    let asked = [("elders_aanmelden", "ouder")];
    assert_eq!(zaak.aan_zet(), asked);
    let there = meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool);
    zaak.doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..there });
    assert_eq!(zaak.aan_zet(), [("behoefte_vaststellen", "ib")]);
    zaak.doe(TrekAanmeldingIn { van: None, aanmelding: 2, reden: String::new() });
    assert_eq!(zaak.aan_zet(), asked);
    let after = zaak.op("2026-08-02").aan_zet();
    assert_eq!(after, [("plek_nagaan", "ib")], "the school that keeps the duty of care sees to a place");
}

#[test]
fn what_a_school_writes_down_for_somebody_never_replaces_their_own_words() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    let said =
        |tekst: &str, eens| GeefZienswijze { namens: false, tekst: tekst.into(), ..zienswijze(1, eens) };
    let last = |zaak: &crate::gegeven::Zaak| {
        let all = &zaak.dossier.personen;
        zaak.aanvraag().zienswijzen_van(Stem::Persoon(1), all).next().map(|z| z.tekst.clone())
    };
    zaak.doe(said("Zij vonden het goed.", Some(true)));
    assert_eq!(last(&zaak).as_deref(), Some("Zij vonden het goed."), "there is nothing else");
    zaak.als(ouder()).doe(said("Ik ben tegen.", Some(false)));
    zaak.als(ib(WATERJUFFER)).doe(said("Prima plan.", Some(true)));
    assert_eq!(last(&zaak).as_deref(), Some("Ik ben tegen."));
    // Whoever has a page hears of it as a turn of their own, until they say it themselves.
    let turn = |zaak: &crate::gegeven::Zaak| zaak.aan_zet().contains(&("zienswijze_geven", "ouder"));
    assert!(turn(&zaak), "{:?}", zaak.aan_zet());
    zaak.als(ouder()).doe(said("Nog steeds tegen.", Some(false)));
    assert!(!turn(&zaak), "{:?}", zaak.aan_zet());
    let voices = zaak.aanvraag().zienswijzen_van(Stem::Persoon(1), &zaak.dossier.personen);
    assert!(voices.filter_map(|z| z.eens).all(|eens| !eens), "nobody agrees in their place");
}

#[test]
fn a_first_day_of_years_ahead_is_a_slip_of_the_pen_unless_the_parents_ask_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.weigert(laat_toe("2036-01-07")).veld("per");
    zaak.weigert(laat_toe("2028-03-01")).veld("per");
    let asked = CorrigeerOntvangst {
        gewenst_per: Some(d("2028-03-01")),
        ..CorrigeerOntvangst::op_dag(zaak.aanmelding(), d("2026-03-02"), "De ouders belden.")
    };
    zaak.doe(asked);
    assert!(zaak.vraag(laat_toe("2028-03-01")).is_ok(), "two years ahead is a plan");
}

#[test]
fn the_school_that_owes_a_child_its_place_applies_for_a_declaration_also_between_admission_and_first_day() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-08-17"));
    assert!(zaak.vraag(start(TlvSoort::So)).is_ok());
    let mut accepted = behoefte_vastgesteld();
    accepted.doe(aanbod("2026-08-01")).als(ouder());
    accepted.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
    accepted.als(ib(WATERJUFFER));
    assert!(accepted.vraag(start(TlvSoort::So)).is_ok(), "it keeps the duty of care");
    let mut withdrawn = aangemeld();
    withdrawn.doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: "brief".into() });
    withdrawn.weigert(start(TlvSoort::So)).met("niet_de_aanvrager");
}
