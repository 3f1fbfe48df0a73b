//! Whose turn it is: one for every open step, never in the past of what has ended.

use base::dates;
use dossier::beurt::{Aanpak, Beurt, Onderwerp, Zet};
use dossier::rol::Rol;
use dossier::toegang::{Grond, Kijker, Matrix, Wie};

use crate::PROEVEN;
use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, behoefte, d, ib, ingeschreven, kind,
    laat_toe, loket, meld_aan, meld_aan_bij, nl, ouder, ouder_met_gezag, schrijf_in, start, toewijzing,
    vestiging, vraag_informatie, zienswijze,
};
use dossier::aanmelding::afloop::AanvaardAanbod;
use dossier::soort::{Discipline, Schoolsoort, TlvSoort};

#[test]
fn two_experts_each_have_their_own_turn_by_name() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    assert_eq!(zaak.aan_zet(), [("deskundigen_toewijzen", "loket"), ("adviseren", "deskundige")]);
    zaak.doe(toewijzing("p-mees", Discipline::Arts));
    let turns = zaak.dossier.beurten();
    let people: Vec<String> =
        turns.iter().filter_map(|beurt| beurt.persoon.as_ref()).map(ToString::to_string).collect();
    assert_eq!(people, ["p-vink", "p-mees"]);
    assert!(turns.iter().all(|beurt| beurt.uiterlijk == Some(d("2026-04-14"))));
}

/// The turns with this to do, in the order in which they begin.
fn met(zaak: &Zaak, zet: Zet) -> Vec<Beurt> {
    let mut turns = zaak.dossier.beurten();
    turns.retain(|beurt| beurt.zet == zet);
    turns.sort_by_key(|beurt| beurt.van);
    turns
}

#[test]
fn a_day_that_is_proposed_gives_way_to_the_last_day_of_the_decision_and_its_work_begins_once() {
    let turns = met(&aangemeld(), Zet::BehoefteVaststellen);
    let days: Vec<_> = turns.iter().map(|turn| (turn.uiterlijk, turn.einddag, turn.vervolg)).collect();
    let (proposed, last) = (Some(d("2026-03-30")), Some(d("2026-04-13")));
    assert_eq!(days, [(proposed, last, false), (last, None, true)]);
    let words: Vec<String> = turns.iter().map(|turn| nl(&turn.grond)).collect();
    assert!(words[0].starts_with("voorstel, geen wet") && words[0].ends_with("WPO"), "{words:?}");
    assert!(words[1].starts_with("art. 40") && !words[1].contains("voorstel"), "{words:?}");
}

#[test]
fn a_turn_that_goes_on_where_one_with_the_same_to_do_ends_by_the_calendar_says_so() {
    let mut seen = std::collections::BTreeSet::new();
    for zaak in crate::verhalen::alle().into_iter().chain([aangemeld(), aangevraagd()]) {
        let work = |beurt: &Beurt| {
            (beurt.zet, beurt.onderwerp, beurt.organisatie.clone(), beurt.persoon.clone(), beurt.rol)
        };
        let turns = zaak.dossier.beurten();
        for turn in &turns {
            let goes_on = |before: &Beurt| work(before) == work(turn) && before.tot == Some(turn.van);
            assert!(!turn.vervolg || turns.iter().any(goes_on), "{turn:?}");
            seen.extend(turn.vervolg.then_some(turn.zet));
        }
    }
    assert!(seen.contains(&Zet::BehoefteVaststellen), "{seen:?}");
}

#[test]
fn a_turn_that_could_begin_only_after_its_last_day_begins_then_and_says_so() {
    let mut zaak = aangemeld();
    let mut soon = zaak.clone();
    soon.op("2026-04-13").doe(behoefte(true));
    let decide = &met(&soon, Zet::AanmeldingBeslissen)[0];
    assert!(decide.te_laat_begonnen().is_none() && !nl(&decide.grond).contains("voorbij"));
    zaak.op("2026-04-20").doe(behoefte(true));
    let decide = &met(&zaak, Zet::AanmeldingBeslissen)[0];
    assert_eq!((decide.van, decide.uiterlijk), (d("2026-04-20"), Some(d("2026-04-13"))));
    let words = nl(&decide.grond);
    assert!(words.starts_with("art. 40"), "{words}");
    assert!(
        words.ends_with("; die dag was al voorbij toen deze stap kon beginnen, op ma 20 apr 2026"),
        "{words}"
    );
    // What only goes on by the last day began before it.
    let late = &met(&aangemeld(), Zet::BehoefteVaststellen)[1];
    assert!(late.van > late.uiterlijk.unwrap() && late.te_laat_begonnen().is_none());
}

#[test]
fn a_turn_by_the_calendar_hands_over_without_an_event() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-16"));
    let turns = zaak.dossier.beurten();
    let answer = turns.iter().find(|beurt| beurt.zet == Zet::InformatieGeven).unwrap();
    let record = turns.iter().find(|beurt| beurt.zet == Zet::InformatieVerwerken).unwrap();
    assert_eq!((answer.tot, record.van), (Some(d("2026-03-17")), d("2026-03-17")));
    assert_eq!(record.uiterlijk, zaak.aanmelding().open_opschorting().unwrap().uiterlijk_zonder_antwoord);
    assert_eq!(answer.organisatie.to_string(), "gezin/2026-000017");
}

#[test]
fn a_temporary_place_is_due_from_the_day_on_which_the_child_has_no_school() {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2025-08-01"))
        .doe(meld_aan())
        .als(ib(IJSVOGEL));
    zaak.doe(crate::gegeven::schrijf_uit(vestiging(IJSVOGEL), d("2026-07-01")));
    let turn = zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet == Zet::TijdelijkPlaatsen).unwrap();
    assert_eq!(turn.van, d("2026-07-01"));
}

#[test]
fn a_request_that_is_being_filled_asks_the_parents_too() {
    let mut zaak = crate::gegeven::ingeschreven();
    zaak.doe(start(TlvSoort::So));
    assert_eq!(zaak.aan_zet(), [("aanvraag_invullen", "ib")], "there is nothing to read yet");
    zaak.legt_voor(1);
    assert_eq!(zaak.aan_zet(), [("aanvraag_invullen", "ib"), ("zienswijze_geven", "ouder")]);
    assert_eq!(zaak.dossier.beurten()[0].onderwerp, Some(Onderwerp::Aanvraag(1)));
}

/// Whose each turn of the first processes is, as the design says.
pub(crate) const VAN_WIE: [(Rol, &[Zet]); 6] = [
    (
        Rol::Ib,
        &[
            Zet::BehoefteVaststellen,
            Zet::AanmeldingBeslissen,
            Zet::InformatieVerwerken,
            Zet::PlekNagaan,
            Zet::VerklaringNagaan,
            Zet::EersteDag,
            Zet::NietGekomenNagaan,
            Zet::OppMelden,
            Zet::TijdelijkPlaatsen,
            Zet::AanvraagInvullen,
            Zet::AanvullingGeven,
            Zet::PlaatsingRegelen,
            Zet::VerlengingBekijken,
            Zet::VervolgBepalen,
            Zet::AndereOuderVragen,
            Zet::GezagNagaan,
            Zet::OudersZoeken,
            Zet::SchoolNagaan,
            Zet::WoordenLezen,
            Zet::VerhuizingNagaan,
            Zet::GezagNakijken,
            Zet::MeerderjarigheidVertellen,
            Zet::SchoolNaAanmelding,
            Zet::UitschrijvenNaarAndereSchool,
            Zet::VerbeteringDoorvoeren,
        ],
    ),
    (
        Rol::Ouder,
        &[
            Zet::InformatieGeven,
            Zet::AanbodBeantwoorden,
            Zet::EldersAanmelden,
            Zet::ZienswijzeGeven,
            Zet::IntrekkingBeantwoorden,
            Zet::GesprekVoeren,
        ],
    ),
    (
        Rol::Directie,
        &[
            Zet::WoordenLezenDirectie,
            Zet::OudersEnLeraarHoren,
            Zet::InspectieRaadplegen,
            Zet::AndereSchoolZoeken,
            Zet::VerwijderingBeslissen,
            Zet::GemeenteMelden,
            Zet::InspectieMelden,
            Zet::EldersNagaan,
            Zet::EldersNagaanVoorMelding,
        ],
    ),
    (
        Rol::Loket,
        &[
            Zet::WeigeringOppakken,
            Zet::WeigeringNaAfloop,
            Zet::AanvraagDoorsturen,
            Zet::DeskundigenToewijzen,
            Zet::AndereDeskundigeKiezen,
            Zet::AanvullingVerwerken,
            Zet::AanvullingBeoordelen,
            Zet::VerbeteringBeoordelen,
            Zet::BesluitBekendmaken,
            Zet::BesluitVersturen,
            Zet::WeigeringVersturen,
        ],
    ),
    (Rol::Deskundige, &[Zet::Adviseren, Zet::AdviesMeetekenen]),
    (Rol::Besluitnemer, &[Zet::BesluitNemen, Zet::DwangsomVaststellen, Zet::DwangsomNaAfloop]),
];

#[test]
fn whoever_has_a_turn_may_take_it() {
    let matrix = Matrix::load().unwrap();
    let mut taken = 0;
    for zet in Zet::ALL.iter().copied() {
        let named = match zet.aanpak() {
            Aanpak::Opdrachten(named) => named,
            Aanpak::Buiten(waarom) => {
                assert!(!waarom.is_empty(), "{zet:?}: why is there no act?");
                continue;
            }
        };
        for command in named.iter().map(|opdracht| opdracht.naam()) {
            let kijker = Kijker::from(crate::gegeven::actor("p-1", zet.rol(), "school/99AA00"));
            let answer = matrix.mag(&kijker, Grond::NieuwDossier, command, d("2026-03-02"));
            assert!(answer.toegestaan, "{} × {command}: {}", zet.rol(), nl(&answer.reden));
            taken += 1;
        }
    }
    assert!(taken >= 30, "{taken}");
}

#[test]
fn parents_who_are_asked_for_information_may_withdraw_instead() {
    let kijker = Kijker::from(crate::gegeven::actor("p-1", Zet::InformatieGeven.rol(), "school/99AA00"));
    let answer =
        Matrix::load().unwrap().mag(&kijker, Grond::NieuwDossier, "trek_aanmelding_in", d("2026-03-02"));
    assert!(answer.toegestaan, "{}", nl(&answer.reden));
}

#[test]
fn a_turn_goes_to_the_role_that_the_design_gives_it() {
    let mut told = Vec::new();
    for (rol, zetten) in PROEVEN.iter().flat_map(|proef| proef.van_wie) {
        for zet in *zetten {
            assert_eq!(zet.rol(), *rol, "{zet:?}");
            told.push(*zet);
        }
    }
    told.sort_unstable();
    let mut known = Zet::ALL.to_vec();
    known.sort_unstable();
    assert_eq!(told, known, "every turn stands there once");
}

#[test]
fn the_turns_of_the_stories_go_to_the_role_of_their_kind() {
    for zaak in crate::verhalen::alle() {
        let mut dossier = dossier::Dossier::new(zaak.dossier.nummer.clone());
        for feit in &zaak.dossier.feiten {
            dossier.apply((**feit).clone());
            for beurt in dossier.beurten() {
                assert_eq!(beurt.rol, beurt.zet.rol(), "{:?}", beurt.zet);
            }
        }
    }
}

#[test]
fn whoever_has_a_turn_is_concerned_with_the_child_on_that_day() {
    let days_later = [0, 1, 30, 200];
    for zaak in crate::verhalen::alle() {
        let mut dossier = dossier::Dossier::new(zaak.dossier.nummer.clone());
        for feit in &zaak.dossier.feiten {
            dossier.apply((**feit).clone());
            let from = dates::today_in_nl(feit.recorded_at);
            for on in days_later.iter().filter_map(|days| dates::plus_days(from, *days)) {
                let concerned = dossier.betrokkenen();
                let open = dossier.beurten().into_iter().filter(|beurt| beurt.is_open(on));
                for beurt in open.filter(|beurt| beurt.rol != Rol::Ouder) {
                    let who = match &beurt.persoon {
                        Some(persoon) => {
                            Wie::Persoon { persoon: persoon.clone(), voor: Some(beurt.organisatie.clone()) }
                        }
                        None => Wie::Organisatie(beurt.organisatie.clone()),
                    };
                    let found = concerned.iter().any(|b| b.wie == who && b.is_current(on));
                    assert!(found, "{:?} on {on} after {}", beurt, feit.inhoud.event_type());
                }
            }
        }
    }
}

/// Given a yes to an offer of a place from August.
fn elders() -> Zaak {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01")).als(ouder());
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
    zaak
}

/// Each turn on a day: what, and by which role.
fn on_day(zaak: &Zaak, day: &str) -> Vec<(Zet, Rol)> {
    let open = zaak.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(d(day)));
    open.map(|beurt| (beurt.zet, beurt.rol)).collect()
}

#[test]
fn after_a_yes_to_an_offer_the_parents_register_there_until_the_place_is_there() {
    let zaak = elders();
    let turn = zaak.dossier.beurten().remove(0);
    assert_eq!((turn.zet, turn.uiterlijk), (Zet::EldersAanmelden, Some(d("2026-08-01"))));
    assert_eq!(turn.organisatie.to_string(), "gezin/2026-000017");
    assert_eq!(on_day(&zaak, "2026-08-01"), [(Zet::EldersAanmelden, Rol::Ouder)]);
    assert_eq!(on_day(&zaak, "2026-08-02"), [(Zet::PlekNagaan, Rol::Ib)]);
}

#[test]
fn a_registration_or_enrolment_elsewhere_ends_the_turns_after_a_yes() {
    let mut zaak = elders();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert_eq!(zaak.aan_zet(), [("behoefte_vaststellen", "ib")]);
    let mut zaak = elders();
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-08-01"));
    assert!(zaak.dossier.beurten().is_empty());
}

#[test]
fn an_admitted_child_is_awaited_from_its_first_day_and_not_for_ever() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-08-01"));
    let turn = zaak.dossier.beurten().remove(0);
    assert_eq!((turn.zet, turn.rol, turn.uiterlijk), (Zet::EersteDag, Rol::Ib, Some(d("2026-08-01"))));
    assert_eq!(on_day(&zaak, "2026-07-31"), []);
    // The plan of this child is made from the same day on, until it is there.
    let plan = (Zet::OppMelden, Rol::Ib);
    assert_eq!(on_day(&zaak, "2026-08-01"), [(Zet::EersteDag, Rol::Ib), plan]);
    // Nobody said that it came: after two weeks its enrolment says so.
    assert_eq!(on_day(&zaak, "2026-08-14"), [(Zet::EersteDag, Rol::Ib), plan]);
    assert_eq!(on_day(&zaak, "2026-08-15"), [plan]);
}

#[test]
fn an_admitted_child_that_left_before_its_first_day_is_not_awaited() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(laat_toe("2026-08-01"));
    zaak.doe(crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-08-01")));
    assert_eq!(on_day(&zaak, "2026-08-01"), []);
}

#[test]
fn the_ground_of_a_place_to_find_holds_for_a_day_that_is_past() {
    let zaak = crate::gegeven::verleend();
    let turn = zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet == Zet::PlaatsingRegelen).unwrap();
    assert!(turn.is_open(dates::plus_days(turn.uiterlijk.unwrap(), 30).unwrap()));
    assert_eq!(turn.grond, sleutels::tlv::beurt_verklaring_gaat_in());
}

#[test]
fn every_parent_is_asked_for_a_view() {
    let mut zaak = crate::gegeven::ingeschreven();
    zaak.doe(ouder_met_gezag("de heer B. Zonnevis")).doe(start(TlvSoort::So)).legt_voor(1);
    let asked = |zaak: &Zaak| zaak.aan_zet().contains(&("zienswijze_geven", "ouder"));
    let parents: Vec<u32> = zaak.dossier.gezag_op(zaak.vandaag).map(|persoon| persoon.nr).collect();
    assert_eq!(parents.len(), 2);
    for nr in parents {
        assert!(asked(&zaak));
        zaak.doe(zienswijze(nr, Some(true)));
    }
    assert!(!asked(&zaak));
}

#[test]
fn nobody_has_a_turn_in_a_file_in_which_nothing_runs() {
    let mut zaak = kind("2020-03-12");
    assert!(zaak.dossier.beurten().is_empty());
    zaak.als(ouder());
    assert!(zaak.aan_zet().is_empty());
    zaak.als(ib(WATERJUFFER)).op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02"));
    assert!(zaak.dossier.beurten().is_empty());
}

#[test]
fn the_school_that_a_child_leaves_for_another_one_deregisters_it_as_of_the_first_day_there() {
    let mut zaak = ingeschreven();
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-08-01"));
    let leaves = || ("uitschrijven_naar_andere_school", "ib", "school/99AA00", "2026-08-01");
    zaak.dan_is_aan_zet(&[leaves()]);
    // It is about the child, and about no case of the other school.
    let turn = zaak.dossier.beurten().into_iter().next().expect("a turn");
    assert_eq!((turn.onderwerp, turn.tot), (None, Some(d("2026-08-01"))));
    let out = |per: &str| crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d(per));
    zaak.als(ib(WATERJUFFER));
    zaak.weigert(out("2026-08-02")).veld("vestiging");
    let mut late = zaak.clone();
    zaak.doe(out("2026-08-01")).dan_is_aan_zet(&[]);
    let at = |on: &str| zaak.dossier.inschrijving_op(d(on)).map(|place| place.vestiging.clone());
    assert_eq!(at("2026-07-31"), Some(vestiging(WATERJUFFER)), "until that day it is its pupil");
    assert_eq!(at("2026-08-01"), Some(vestiging(IJSVOGEL)));
    zaak.weigert(out("2026-08-01")).veld("vestiging");
    // The place there ends this one also where nobody deregisters the child.
    late.op("2026-08-01").dan_is_aan_zet(&[]);
}
