//! Random walks: anybody asks anything in any order on any day. What the file allows stays lawful.

use std::collections::BTreeSet;

use base::{Sector, dates};
use dossier::gebeurtenis::aanmelding::Weigeringsgrond;
use dossier::opdracht::aanmelding::{
    MeldAan, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn, VraagInformatie,
};
use dossier::opdracht::aanmelding_afloop::{
    AanvaardAanbod, DoeAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn,
    Weiger, WijsAanbodAf,
};
use dossier::opdracht::correctie::CorrigeerOntvangst;
use dossier::opdracht::tlv::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag,
    TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use dossier::opdracht::tlv_besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, TrekTlvIn, Uitspraak,
};
use dossier::opdracht::verwijdering::{
    HoorOudersEnLeraar, MeldAanBenW, NeemVerwijderingVoor, TrekVoornemenIn, Verwijder, VindBereideSchool,
};
use dossier::soort::{Adviesuitkomst, Discipline, Schoolsoort, TlvSoort};
use dossier::{Actor, Opdracht};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, Zaak, aanbod, advies, behoefte, bereid, besluitnemer, bijlage, d,
    deskundige, directie, horen, ib, kind, loket, meld_aan, ouder_met_gezag, overleg, persoon, schors,
    schrijf_in, start, toewijzing, uitzondering, verleen, vestiging, vind_school, volledig, voornemen,
    vraag_aanvulling, vraag_informatie, weiger, zienswijze,
};
use crate::toestanden::{Overgang, drawn, taken};

/// One step: how many days pass, which command, and with what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stap {
    dagen: i32,
    keuze: u8,
    variant: u8,
}

pub(crate) fn stappen(most: usize) -> impl Strategy<Value = Vec<Stap>> {
    let stap = (prop_oneof![6 => 0..6_i32, 2 => 6..30_i32, 1 => 30..400_i32], any::<u8>(), any::<u8>());
    proptest::collection::vec(
        stap.prop_map(|(dagen, keuze, variant)| Stap { dagen, keuze, variant }),
        1..most,
    )
}

/// The file after a walk. Each step takes the first command from its choice on that the file allows, so
/// that walks get somewhere; when none is, only time passes.
pub(crate) fn loop_door(stappen: &[Stap]) -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    for stap in stappen {
        zaak.vandaag = dates::plus_days(zaak.vandaag, stap.dagen).expect("a day");
        let keuzes = mogelijk(&zaak, stap.variant);
        let first = usize::from(stap.keuze) % keuzes.len();
        let _ = keuzes.iter().cycle().skip(first).take(keuzes.len()).find(|(actor, opdracht)| {
            zaak.als(actor.clone());
            zaak.probeer(opdracht).is_ok()
        });
    }
    zaak
}

/// Every kind of command in one variant: about the last or the one before, today or around it.
fn mogelijk(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let mut all = registration(zaak, variant);
    all.extend(removal(zaak, variant));
    all.extend(request(zaak, variant));
    all
}

fn last(count: usize) -> u32 {
    u32::try_from(count).expect("few").max(1)
}

fn registration(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let school = ib(WATERJUFFER);
    let nr = last(zaak.dossier.aanmeldingen.len());
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, 1 + i32::from(variant % 40)).expect("a day");
    let before = dates::plus_days(today, -i32::from(variant % 9)).expect("a day");
    let mut talked = overleg("2026-03-02");
    talked.op = today;
    let ground = match variant % 3 {
        0 => uitzondering("geen_plaatsruimte_po"),
        _ => Weigeringsgrond::AndereSchool(bereid("De IJsvogel")),
    };
    let open = zaak.dossier.aanmelding(nr).and_then(|a| a.open_aanbod()).map_or(1, |aanbod| aanbod.nr);
    vec![
        (
            school.clone(),
            MeldAan { ontvangen_op: before, openbaar: variant % 2 == 0, gewenst_per: None, ..meld_aan() }
                .into(),
        ),
        (school.clone(), StelBehoefteVast { aanmelding: nr, ..behoefte(variant % 4 != 0) }.into()),
        (
            school.clone(),
            VraagInformatie { aanmelding: nr, tot_en_met: soon, ..vraag_informatie("2026-03-16") }.into(),
        ),
        (school.clone(), OntvangInformatie { aanmelding: nr, op: before, compleet: variant % 2 == 0 }.into()),
        (school.clone(), OntvangInformatie { aanmelding: nr, op: today, compleet: variant % 2 == 0 }.into()),
        (school.clone(), VerlengBeslistermijn { aanmelding: nr, reden: "onderzoek".into() }.into()),
        (school.clone(), PlaatsTijdelijk { aanmelding: nr, per: before, groep: String::new() }.into()),
        (
            school.clone(),
            DoeAanbod { aanmelding: nr, per: soon, overleg: talked.clone(), ..aanbod("2026-08-01") }.into(),
        ),
        (school.clone(), AanvaardAanbod { aanmelding: nr, aanbod: open, toelichting: "brief".into() }.into()),
        (school.clone(), WijsAanbodAf { aanmelding: nr, aanbod: open, reden: String::new() }.into()),
        (
            school.clone(),
            LaatToe {
                aanmelding: nr,
                per: if variant % 2 == 0 { today } else { soon },
                groep: String::new(),
            }
            .into(),
        ),
        (school.clone(), Weiger { aanmelding: nr, overleg: Some(talked), ..weiger(ground) }.into()),
        (school.clone(), StelBuitenBehandeling { aanmelding: nr, reden: "niets gekomen".into() }.into()),
        (school.clone(), TrekAanmeldingIn { aanmelding: nr, reden: "brief".into() }.into()),
        (
            school.clone(),
            MeldFeitelijkeWeigering { aanmelding: nr, op: today, wat: "geen plek".into() }.into(),
        ),
        (
            school.clone(),
            CorrigeerOntvangst { aanmelding: nr, ontvangen_op: before, waarom: "poststempel".into() }.into(),
        ),
        (school, schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, &today.to_string()).into()),
        (ib(IJSVOGEL), schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, &soon.to_string()).into()),
    ]
}

fn removal(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let head = directie(WATERJUFFER);
    let verwijdering = last(zaak.dossier.verwijderingen.len());
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, i32::from(variant % 9)).expect("a day");
    let reden = || "een andere oplossing".to_owned();
    let suspended = dossier::opdracht::verwijdering::Schors {
        van: today,
        tot_en_met: soon,
        ..schors("2026-03-02", "2026-03-02")
    };
    vec![
        (head.clone(), NeemVerwijderingVoor { ..voornemen(WATERJUFFER, Sector::Po) }.into()),
        (head.clone(), HoorOudersEnLeraar { verwijdering, op: today, ..horen("2026-03-02") }.into()),
        (head.clone(), VindBereideSchool { verwijdering, ..vind_school("De IJsvogel") }.into()),
        (
            head.clone(),
            Verwijder {
                verwijdering,
                per: soon,
                motivering: "veiligheid".into(),
                openbaar: variant % 2 == 0,
            }
            .into(),
        ),
        (head.clone(), MeldAanBenW { verwijdering, gemeente: "Nevelhuizen".into() }.into()),
        (head.clone(), TrekVoornemenIn { verwijdering, reden: reden() }.into()),
        (head, suspended.into()),
    ]
}

fn request(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    const EXPERTS: [(&str, Discipline); 4] = [
        ("p-vink", Discipline::Orthopedagoog),
        ("p-mees", Discipline::Orthopedagoog),
        ("p-raaf", Discipline::Arts),
        ("p-ekster", Discipline::Pedagoog),
    ];
    let (id, discipline) = EXPERTS[usize::from(variant) % EXPERTS.len()];
    let (school, desk, head) = (ib(WATERJUFFER), loket(SWV_PO), besluitnemer(SWV_PO));
    let aanvraag = last(zaak.dossier.aanvragen.len());
    let today = zaak.vandaag;
    let soon = dates::plus_days(today, 1 + i32::from(variant % 60)).expect("a day");
    let july = base::Schooljaar::of(today).next().next().last_day();
    let granted = Uitspraak::Verleen {
        nummer: format!("PO9901-{variant}"),
        categorie: Some(1),
        van: today,
        tot_en_met: july,
    };
    let renewal =
        zaak.dossier.aanvraag(aanvraag).filter(|a| variant % 3 == 0 && a.besluit.is_some()).map(|a| a.nr);
    let invoer = zaak.dossier.aanvraag(aanvraag).map(|_| volledig(zaak, aanvraag)).unwrap_or_default();
    let answer = OntvangAanvulling {
        aanvraag,
        op: today,
        antwoorden: Vec::new(),
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    };
    let reason = || "anders".to_owned();
    vec![
        (school.clone(), StartTlvAanvraag { verlenging_van: renewal, ..start(TlvSoort::So) }.into()),
        (school.clone(), VraagTlvAan { aanvraag, invoer }.into()),
        (
            school.clone(),
            GeefZienswijze { aanvraag, ..zienswijze(1 + u32::from(variant % 2), Some(variant % 2 == 0)) }
                .into(),
        ),
        (school.clone(), TrekTlvAanvraagIn { aanvraag, reden: reason() }.into()),
        (school, answer.into()),
        (
            desk.clone(),
            VraagAanvulling { aanvraag, tot_en_met: soon, ..vraag_aanvulling("2026-03-16") }.into(),
        ),
        (desk.clone(), WijsDeskundigeToe { aanvraag, ..toewijzing(id, discipline) }.into()),
        (desk.clone(), WijsDeskundigeToe { aanvraag, ..toewijzing("p-raaf", Discipline::Arts) }.into()),
        (desk.clone(), BeeindigToewijzing { aanvraag, persoon: persoon(id), reden: reason() }.into()),
        (
            deskundige(id),
            BrengAdviesUit { aanvraag, ..advies(&[id], Adviesuitkomst::Toelaatbaar, Some(1)) }.into(),
        ),
        (
            deskundige("p-raaf"),
            BrengAdviesUit { aanvraag, ..advies(&["p-raaf"], Adviesuitkomst::Toelaatbaar, Some(1)) }.into(),
        ),
        (head.clone(), NeemBesluit { aanvraag, uitspraak: granted, ..verleen() }.into()),
        (
            head.clone(),
            NeemBesluit { aanvraag, uitspraak: Uitspraak::Weiger, afwijking: reason(), ..verleen() }.into(),
        ),
        (
            desk.clone(),
            MaakBekend { aanvraag, op: today, wijze: dossier::soort::Bekendmakingswijze::Post }.into(),
        ),
        (desk.clone(), MeldVertraging { aanvraag, nieuwe_datum: soon, reden: reason() }.into()),
        (
            ib(LIBEL),
            GebruikTlv { aanvraag, vestiging: vestiging(LIBEL), schoolnaam: "De Libel".into(), per: today }
                .into(),
        ),
        (desk, LaatTlvVerlopen { aanvraag }.into()),
        (head, TrekTlvIn { aanvraag, per: today, reden: reason() }.into()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn only_drawn_transitions_are_taken(stappen in stappen(80)) {
        let zaak = loop_door(&stappen);
        let strange: Vec<Overgang> = taken(&zaak.dossier).difference(&drawn()).cloned().collect();
        prop_assert!(strange.is_empty(), "not drawn: {strange:?}");
    }
}

/// What neither a story tells nor the fixed walks reach, set up by hand.
fn by_hand() -> Vec<Zaak> {
    let decided_with_one_out = |uitspraak: Uitspraak| {
        let mut zaak = crate::gegeven::geadviseerd();
        zaak.als(loket(SWV_PO)).doe(toewijzing("p-raaf", Discipline::Arts)).als(besluitnemer(SWV_PO));
        zaak.doe(NeemBesluit { uitspraak, afwijking: "anders".into(), ..verleen() });
        zaak
    };
    let mut offered = crate::gegeven::behoefte_vastgesteld();
    offered.doe(aanbod("2026-08-01"));
    let mut asked = offered.clone();
    asked.doe(vraag_informatie("2026-03-16"));
    let accepted_while_asked = {
        let mut zaak = asked.clone();
        zaak.doe(AanvaardAanbod { aanmelding: 1, aanbod: 1, toelichting: "brief".into() });
        zaak
    };
    let unanswered = |mut zaak: Zaak| {
        zaak.op("2026-03-17").doe(OntvangInformatie { aanmelding: 1, op: d("2026-03-17"), compleet: false });
        zaak.doe(StelBuitenBehandeling { aanmelding: 1, reden: "niets gekomen".into() });
        zaak
    };
    let asked_early = |mut zaak: Zaak| {
        zaak.doe(vraag_informatie("2026-03-16"));
        zaak
    };
    let admitted = |mut zaak: Zaak| {
        zaak.doe(crate::gegeven::laat_toe("2026-08-01"));
        zaak
    };
    let withdrawn = |mut zaak: Zaak| {
        zaak.doe(TrekAanmeldingIn { aanmelding: 1, reden: "brief".into() });
        zaak
    };
    let refused = |mut zaak: Zaak| {
        zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
        zaak
    };
    let (fresh, assessed) = (crate::gegeven::aangemeld, crate::gegeven::behoefte_vastgesteld);
    let request_withdrawn = |mut zaak: Zaak| {
        zaak.als(ib(WATERJUFFER)).doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "anders".into() });
        zaak
    };
    let mut waiting = crate::gegeven::aangevraagd();
    waiting.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    let mut advising = crate::gegeven::aangevraagd();
    advising.als(loket(SWV_PO)).doe(toewijzing("p-raaf", Discipline::Arts));
    let mut expired = crate::gegeven::verleend();
    expired.op("2028-08-01").doe(LaatTlvVerlopen { aanvraag: 1 });
    let withdrawn_by_swv = |mut zaak: Zaak| {
        let per = zaak.vandaag;
        zaak.als(besluitnemer(SWV_PO)).doe(TrekTlvIn { aanvraag: 1, per, reden: "anders".into() });
        zaak
    };
    let mut granted = crate::gegeven::geadviseerd();
    granted.als(besluitnemer(SWV_PO)).doe(verleen());
    vec![
        decided_with_one_out(verleen().uitspraak),
        decided_with_one_out(Uitspraak::Weiger),
        accepted_while_asked,
        unanswered(asked.clone()),
        unanswered(asked_early(fresh())),
        unanswered(asked_early(assessed())),
        admitted(fresh()),
        admitted(assessed()),
        admitted(offered.clone()),
        admitted(asked),
        withdrawn(assessed()),
        withdrawn(offered.clone()),
        refused(fresh()),
        refused(assessed()),
        refused(offered),
        request_withdrawn(waiting),
        request_withdrawn(advising),
        request_withdrawn(crate::gegeven::geadviseerd()),
        expired,
        withdrawn_by_swv(granted),
        withdrawn_by_swv(crate::gegeven::verleend()),
    ]
}

#[test]
fn every_drawn_transition_is_taken_somewhere() {
    let told = crate::verhalen::alle();
    let set_up = by_hand();
    let seen: BTreeSet<Overgang> = told.iter().chain(&set_up).flat_map(|zaak| taken(&zaak.dossier)).collect();
    let drawn = drawn();
    assert_eq!(
        drawn.difference(&seen).collect::<Vec<_>>(),
        Vec::<&Overgang>::new(),
        "drawn, but nobody goes there"
    );
    assert_eq!(seen.difference(&drawn).collect::<Vec<_>>(), Vec::<&Overgang>::new(), "taken, but not drawn");
}

#[test]
fn walks_get_far_enough_to_mean_something() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..60 {
        let walk = stappen(80).new_tree(&mut runner).expect("a walk").current();
        reached.extend(taken(&loop_door(&walk).dossier));
    }
    let (drawn, strange) = (drawn(), reached.difference(&drawn()).cloned().collect::<Vec<_>>());
    assert!(strange.is_empty(), "not drawn: {strange:?}");
    assert!(reached.len() * 3 >= drawn.len() * 2, "only {} of {} arrows", reached.len(), drawn.len());
}
