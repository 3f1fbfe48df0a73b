//! Parents with authority decide together: what one of them wants with a registration counts for that one.

use dossier::aanmelding::afloop::{
    AanvaardAanbod, GaVerderZonderOuder, LaatAanmeldingDoorgaan, TrekAanmeldingIn, WijsAanbodAf,
};
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::keuze::{Ouderkeuze, Wiens};
use dossier::aanmelding::opdracht::MeldAan;
use dossier::leven::feiten::{OuderAangesloten, Overledene};
use dossier::leven::opdracht::{MeldOverlijden, VerbindPersoon, ZetGeheimhouding};
use dossier::soort::GrondZonderOuder;
use dossier::{Actor, Rol};

use crate::gegeven::{
    NUMMER, WATERJUFFER, Zaak, aanbod, actor, behoefte, behoefte_vastgesteld, d, directie, ib, kind,
    meld_aan, ouder, ouder_met_gezag, persoon,
};

const SCHOOL: &str = "school/99AA00";
const GEZIN: &str = "gezin/2026-000017";

/// The other parent, number 2 in the file, on a page of their own.
fn vader() -> Actor {
    actor("p-zonsopgang", Rol::Ouder, &format!("gezin/{NUMMER}"))
}

/// Given Sam, whose parents both have authority; the second has a page of their own, or not.
fn twee_ouders(mut zaak: Zaak, eigen_pagina: bool) -> Zaak {
    zaak.doe(ouder_met_gezag("de heer V. Zonsopgang"));
    if eigen_pagina {
        zaak.feit(OuderAangesloten { persoon: 2, account: persoon("p-zonsopgang") });
    }
    zaak
}

fn intrekken(van: Option<u32>) -> TrekAanmeldingIn {
    TrekAanmeldingIn { aanmelding: 1, van, reden: "Wij gaan verhuizen.".into() }
}

fn doorgaan(van: Option<u32>) -> LaatAanmeldingDoorgaan {
    LaatAanmeldingDoorgaan { aanmelding: 1, van, reden: "Sam wil hier naar school.".into() }
}

fn ja(van: Option<u32>) -> AanvaardAanbod {
    AanvaardAanbod { aanmelding: 1, aanbod: 1, van, toelichting: "brief van 3 maart".into() }
}

fn nee(van: Option<u32>) -> WijsAanbodAf {
    WijsAanbodAf { aanmelding: 1, aanbod: 1, van, reden: "Te ver.".into() }
}

/// On with nothing heard within the time.
fn zonder(persoon: u32) -> GaVerderZonderOuder {
    zonder_om(GrondZonderOuder::GeenAntwoord, persoon)
}

fn zonder_om(grond: GrondZonderOuder, persoon: u32) -> GaVerderZonderOuder {
    GaVerderZonderOuder {
        aanmelding: 1,
        persoon,
        grond,
        reden: "Twee keer gebeld, een brief gestuurd.".into(),
        gerecht: "rechtbank Waterland".into(),
        uitspraak_op: Some(d("2026-02-04")),
    }
}

/// Given one of two parents who wants to withdraw; the other has no page of their own.
pub(crate) fn een_wil_intrekken() -> Zaak {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), false);
    zaak.als(ouder()).doe(intrekken(None)).als(ib(WATERJUFFER));
    zaak
}

/// One withdraws and the other goes on; one says yes to an offer and the other is not reached.
pub(crate) fn een_verhaal() -> Zaak {
    let mut zaak = een_wil_intrekken();
    zaak.doe(doorgaan(Some(2))).doe(aanbod("2026-08-01"));
    zaak.als(ouder()).doe(ja(None)).als(ib(WATERJUFFER)).op("2026-03-17").doe(zonder(2));
    zaak
}

#[test]
fn one_parent_alone_does_not_withdraw_what_both_decide() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    zaak.als(ouder()).doe(intrekken(None)).dan_is_vastgelegd(&["ouder_koos"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    zaak.dan_is_aan_zet(&[
        ("intrekking_beantwoorden", "ouder", GEZIN, "2026-03-16"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    let turns = zaak.dossier.beurten();
    let asked = turns.iter().find(|beurt| beurt.zet.code() == "intrekking_beantwoorden").expect("a turn");
    assert_eq!(asked.persoon, Some(persoon("p-zonsopgang")), "of the other parent, and of nobody else");
    zaak.weigert(intrekken(None)).met("al_gezegd");
    zaak.als(vader()).doe(intrekken(None));
    zaak.dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
}

#[test]
fn the_other_parent_can_let_the_registration_go_on() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    zaak.weigert(doorgaan(Some(1))).met("niemand_trekt_in");
    zaak.als(ouder()).doe(intrekken(None)).als(vader()).doe(doorgaan(None));
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
    // Somebody can want it again, and take that back themselves.
    zaak.als(ouder()).doe(intrekken(None)).doe(doorgaan(None));
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
}

#[test]
fn a_school_says_who_of_the_parents_wrote_and_asks_the_other() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), false);
    zaak.weigert(intrekken(None)).veld("van").op_grond_van("Werkwijze gezag");
    zaak.weigert(intrekken(Some(9))).veld("van");
    zaak.doe(intrekken(Some(2))).dan_is_vastgelegd(&["ouder_koos"]);
    // The first has a page of their own.
    zaak.dan_is_aan_zet(&[
        ("intrekking_beantwoorden", "ouder", GEZIN, "2026-03-16"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    zaak.doe(intrekken(Some(1))).dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
}

#[test]
fn who_says_nothing_withdraws_nothing() {
    let mut zaak = een_wil_intrekken();
    let decides = ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13");
    zaak.dan_is_aan_zet(&[("andere_ouder_vragen", "ib", SCHOOL, "2026-03-16"), decides]);
    zaak.weigert(zonder(1)).veld("persoon");
    for day in ["2026-03-16", "2026-03-17"] {
        zaak.op(day).weigert(zonder(2)).met("zwijgen_is_geen_intrekken");
    }
    // The time is over: the registration goes on, and the school decides.
    zaak.dan_is_aan_zet(&[decides]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    // A yes that comes later is a yes all the same.
    zaak.doe(intrekken(Some(2))).dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
    assert_eq!(zaak.aanmelding().wiens_woord(Ouderkeuze::Intrekken), Wiens::Samen);
}

#[test]
fn one_parent_decides_alone_at_once_where_the_law_says_so_and_the_outcome_says_whose_word_it_was() {
    for grond in [GrondZonderOuder::VerblijfOnbekend, GrondZonderOuder::KanNiet, GrondZonderOuder::Rechter] {
        let mut zaak = een_wil_intrekken();
        let empty = GaVerderZonderOuder { reden: " ".into(), ..zonder_om(grond, 2) };
        zaak.weigert(empty).veld("reden");
        zaak.doe(zonder_om(grond, 2)).dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
        assert_eq!(zaak.aanmelding().wiens_woord(Ouderkeuze::Intrekken), Wiens::Een);
        assert_eq!(zaak.aanmelding().keuzes.last().and_then(|said| said.grond), Some(grond));
    }
    een_wil_intrekken().weigert(zonder_om(GrondZonderOuder::Geheim, 2)).veld("grond");
}

#[test]
fn a_decision_of_a_court_has_a_court_and_a_day() {
    let mut zaak = een_wil_intrekken();
    let court = || zonder_om(GrondZonderOuder::Rechter, 2);
    zaak.weigert(GaVerderZonderOuder { gerecht: " ".into(), ..court() }).veld("gerecht");
    zaak.weigert(GaVerderZonderOuder { uitspraak_op: None, ..court() }).veld("uitspraak_op");
    for day in ["2026-12-31", "2020-03-11"] {
        zaak.weigert(GaVerderZonderOuder { uitspraak_op: Some(d(day)), ..court() }).veld("uitspraak_op");
    }
    zaak.doe(court());
    let said = zaak.aanmelding().keuzes.last().expect("a word");
    assert_eq!((said.gerecht.as_str(), said.uitspraak_op), ("rechtbank Waterland", Some(d("2026-02-04"))));
    // Of another ground nothing of the kind is kept.
    let mut zaak = een_wil_intrekken();
    zaak.doe(zonder_om(GrondZonderOuder::KanNiet, 2));
    let said = zaak.aanmelding().keuzes.last().expect("a word");
    assert_eq!((said.gerecht.as_str(), said.uitspraak_op), ("", None));
}

#[test]
fn everybody_has_the_same_time_to_answer_an_offer_also_where_the_school_is_late() {
    for own_page in [true, false] {
        let mut zaak = twee_ouders(behoefte_vastgesteld(), own_page);
        zaak.op("2026-04-20").doe(aanbod("2026-08-01")).als(ouder()).doe(ja(None)).als(ib(WATERJUFFER));
        zaak.op("2026-05-04").weigert(zonder(2)).met("nog_tijd");
        zaak.op("2026-05-05").doe(zonder(2)).dan_is_vastgelegd(&["ouder_koos", "aanbod_aanvaard"]);
        assert_eq!(zaak.aanmelding().wiens_woord(Ouderkeuze::Aanbod(1)), Wiens::Een);
    }
}

#[test]
fn who_comes_to_have_authority_later_has_time_from_then() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    zaak.doe(aanbod("2026-08-01")).als(ouder()).doe(ja(None)).als(ib(WATERJUFFER));
    let later = VerbindPersoon { van: d("2026-03-10"), ..ouder_met_gezag("mevrouw D. Derde") };
    zaak.op("2026-03-10").doe(later);
    zaak.op("2026-03-23").weigert(zonder(3)).met("nog_tijd");
}

#[test]
fn where_nobody_has_authority_any_more_the_school_ends_nothing() {
    let mut zaak = behoefte_vastgesteld();
    let died = MeldOverlijden { wie: Overledene::Persoon(1), op: d("2026-03-02") };
    zaak.doe(died).weigert(intrekken(None)).met("niemand_met_gezag");
    zaak.doe(aanbod("2026-08-01")).weigert(ja(None)).met("niemand_met_gezag");
}

#[test]
fn an_offer_is_accepted_by_the_yes_of_both_and_ended_by_the_no_of_one() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    zaak.doe(aanbod("2026-08-01")).weigert(ja(None)).veld("van");
    zaak.als(ouder()).doe(ja(None)).dan_is_vastgelegd(&["ouder_koos"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_aanbod_gedaan")]);
    let mut both = zaak.clone();
    both.als(vader()).doe(ja(None)).dan_is_vastgelegd(&["ouder_koos", "aanbod_aanvaard"]);
    both.dan_staat(&[("aanmelding-1", "aanmelding_elders")]);
    // The no of the other has somewhere to go: the school sees both, and decides on.
    zaak.als(vader()).doe(nee(None)).dan_is_vastgelegd(&["ouder_koos", "aanbod_afgewezen"]);
    zaak.dan_staat(&[("aanmelding-1", "aanmelding_behoefte_vastgesteld")]);
    assert!(zaak.aanmelding().ouders_oneens());
    let decide = zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet.code() == "aanmelding_beslissen");
    assert_eq!(decide.expect("a turn").grond, sleutels::aanmelding::beurt_ouders_oneens());
    zaak.als(ib(WATERJUFFER)).weigert(ja(Some(1))).veld("aanbod");
}

#[test]
fn a_parent_from_whom_places_are_secret_is_not_asked_and_cannot_do_it() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "de moeder".into() };
    zaak.doe(secret).als(vader()).weigert(intrekken(None)).met("niet_hier");
    zaak.weigert(doorgaan(None)).met("niet_hier");
    zaak.als(ouder()).doe(intrekken(None));
    zaak.dan_is_aan_zet(&[
        ("andere_ouder_vragen", "ib", SCHOOL, "2026-03-16"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    zaak.op("2026-06-01").als(ib(WATERJUFFER)).weigert(zonder(2)).veld("grond");
    let secret = zonder_om(GrondZonderOuder::Geheim, 2);
    // Secrecy takes away no authority: the registration goes on and the school decides. A court can say otherwise.
    zaak.weigert(secret).met("geheim_is_geen_intrekken");
    assert!(
        zaak.aan_zet().iter().all(|(zet, _)| *zet != "andere_ouder_vragen"),
        "the time to answer is over"
    );
    zaak.doe(zonder_om(GrondZonderOuder::Rechter, 2));
    zaak.dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
}

#[test]
fn of_an_offer_a_parent_from_whom_places_are_secret_is_passed_over() {
    let mut zaak = twee_ouders(behoefte_vastgesteld(), true);
    zaak.doe(aanbod("2026-08-01"));
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "de moeder".into() });
    zaak.als(ouder()).doe(ja(None)).als(directie(WATERJUFFER));
    zaak.doe(zonder_om(GrondZonderOuder::Geheim, 2)).dan_is_vastgelegd(&["ouder_koos", "aanbod_aanvaard"]);
}

#[test]
fn what_parents_handed_in_one_of_them_withdraws_and_the_school_records_the_other() {
    let mut zaak = twee_ouders(kind("2020-03-12"), false);
    zaak.als(ouder()).doe(MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan() });
    zaak.als(ib(WATERJUFFER)).doe(behoefte(false)).weigert(intrekken(Some(1))).met("zelf_aangemeld");
    zaak.als(ouder()).doe(intrekken(None));
    zaak.als(ib(WATERJUFFER)).doe(intrekken(Some(2)));
    zaak.dan_is_vastgelegd(&["ouder_koos", "aanmelding_ingetrokken"]);
}

#[test]
fn who_is_left_alone_with_authority_decides_alone_after_the_time_in_which_a_mistake_comes_out() {
    let mut zaak = een_wil_intrekken();
    let vandaag = zaak.vandaag;
    zaak.doe(MeldOverlijden { wie: Overledene::Persoon(2), op: vandaag });
    zaak.als(ouder()).weigert(intrekken(None)).met("al_gezegd");
    zaak.op("2026-03-17");
    zaak.als(ouder()).doe(intrekken(None)).dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
}
