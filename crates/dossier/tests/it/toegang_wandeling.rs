//! Access after random walks: nobody reads a part or does an act that the matrix does not grant, lists and pages agree, and
//! each relation to the child has a fact behind it.

use std::collections::BTreeSet;

use base::{Date, dates};
use dossier::beurt::Onderwerp;
use dossier::rol::ROLLEN;
use dossier::staat::TlvAanvraag;
use dossier::toegang::{Betrokkenheid, Deel, Grond, Handeling, Kijker, RelatieSoort, Wie};
use dossier::{Actor, Dossier, Rol};
use proptest::prelude::*;

use crate::gegeven::{IJSVOGEL, SWV_PO, Zaak, actor, deskundige, ib, loket, matrix, ouder, verleend};
use crate::toegang::{CELLS, COLUMNS};
use crate::wandeling::{loop_door, stappen};
use crate::{Doet, PROEVEN};

/// The cell of the design for a role and a part; K1 and M stand beside the table.
fn cel(rol: Rol, deel: Deel) -> &'static str {
    let family = matches!(rol, Rol::Ouder | Rol::Leerling);
    match COLUMNS.iter().position(|column| *column == deel) {
        Some(place) => {
            let row = CELLS.iter().find(|(known, _)| *known == rol).map_or("", |(_, row)| row);
            row.split(' ').nth(place).unwrap_or("–")
        }
        None if deel == Deel::K1 && family => "rw",
        None => "–",
    }
}

/// Everybody who might look at a file: each role at each organisation that is concerned, and at one that is not.
pub(crate) fn kijkers(betrokken: &[Betrokkenheid]) -> Vec<Kijker> {
    let mut places: BTreeSet<String> = ["school/99ZZ00".to_owned(), "swv/PO9909".to_owned()].into();
    let mut people: BTreeSet<String> = ["p-vreemd".to_owned()].into();
    for one in betrokken {
        match &one.wie {
            Wie::Organisatie(organisatie) => {
                places.insert(organisatie.to_string());
            }
            Wie::Persoon { persoon, voor } => {
                people.insert(persoon.to_string());
                places.extend(voor.iter().map(ToString::to_string));
            }
        }
    }
    let mut all = Vec::new();
    for rol in ROLLEN {
        for place in &places {
            for person in &people {
                for groep in ["", "5"] {
                    all.push(Kijker { actor: actor(person, rol, place), groep: groep.to_owned() });
                }
            }
        }
    }
    all
}

/// Days on which something may change: today, and around the ends of every relation.
fn dagen(zaak: &Zaak, betrokken: &[Betrokkenheid]) -> BTreeSet<Date> {
    let turns = betrokken.iter().flat_map(|one| [Some(one.van), one.tot]).flatten();
    let around = turns.flat_map(|day| [dates::plus_days(day, -1), Some(day)]).flatten();
    around.chain([zaak.vandaag]).filter(|day| *day >= zaak.vandaag).collect()
}

fn is_of(one: &Betrokkenheid, actor: &Actor) -> bool {
    match &one.wie {
        Wie::Organisatie(organisatie) => *organisatie == actor.organisatie,
        Wie::Persoon { persoon, voor } => {
            *persoon == actor.persoon && voor.as_ref().is_none_or(|voor| *voor == actor.organisatie)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nobody_reads_or_adds_to_a_part_that_the_matrix_does_not_grant(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        let betrokken = zaak.dossier.betrokkenen();
        for kijker in kijkers(&betrokken) {
            for on in dagen(&zaak, &betrokken) {
                let mine: Vec<_> =
                    betrokken.iter().filter(|one| is_of(one, &kijker.actor) && one.is_current(on)).collect();
                for deel in Deel::ALL {
                    let cell = cel(kijker.actor.rol, *deel);
                    for (handeling, sign) in [(Handeling::Lezen, 'r'), (Handeling::Vastleggen, 'w')] {
                        let answer = matrix().toegang(&kijker, &betrokken, *deel, handeling, on);
                        if !answer.toegestaan {
                            prop_assert!(!answer.reden.is_leeg());
                            continue;
                        }
                        let full = cell.contains(sign);
                        prop_assert!(full || cell.contains('o'), "{:?} {deel:?} {handeling:?}", kijker);
                        prop_assert_eq!(answer.alleen_eigen, !full, "{:?} {:?}", kijker, deel);
                        prop_assert!(!mine.is_empty(), "{kijker:?} has nothing to do with the child on {on}");
                        let runs = mine.iter().any(|one| one.lopend);
                        prop_assert!(runs || !cell.contains('*'), "{kijker:?} {deel:?}: nothing runs on {on}");
                    }
                }
            }
        }
    }

    #[test]
    fn who_sees_a_case_in_a_list_sees_it_on_the_page_on_every_day_of_the_row(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        let betrokken = zaak.dossier.betrokkenen();
        let onderwerpen: Vec<Onderwerp> = zaak.dossier.onderwerpen().collect();
        for zicht in matrix().zichten(&betrokken, &onderwerpen, zaak.vandaag) {
            let last = zicht.tot.and_then(|tot| dates::plus_days(tot, -1));
            let days = [Some(zicht.van.max(zaak.vandaag)), last].into_iter().flatten();
            for on in days.filter(|on| *on >= zaak.vandaag) {
                for rol in &zicht.blik.rollen {
                    let who = match zicht.wie {
                        Wie::Organisatie(place) => actor("p-wie", *rol, &place.to_string()),
                        Wie::Persoon { persoon, voor } => {
                            let place = voor.as_ref().expect("who looks at lists works somewhere");
                            actor(persoon.as_str(), *rol, &place.to_string())
                        }
                    };
                    let kijker = Kijker { actor: who, groep: zicht.groep.to_owned() };
                    for onderwerp in &onderwerpen {
                        let page = matrix().ziet_zaak(&kijker, &betrokken, *onderwerp, on);
                        let list = zicht.ziet(*onderwerp);
                        prop_assert_eq!(page, list, "{:?} {} on {}", kijker, onderwerp, on);
                    }
                    let child = matrix().toegang(&kijker, &betrokken, Deel::A, Handeling::Lezen, on);
                    prop_assert!(child.toegestaan, "{kijker:?} sees a row of a child that is closed on {on}");
                }
            }
        }
    }

    #[test]
    fn a_school_knows_no_case_of_a_school_where_the_child_never_was_a_pupil(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        for other in &zaak.dossier.aanmeldingen {
            let school = other.vestiging.organisatie();
            let pupil = zaak.dossier.inschrijvingen.iter().any(|i| i.vestiging.organisatie() == school);
            let known = zaak.weet_van(ib("99ZZ00"), "");
            prop_assert!(known.is_empty(), "a stranger knows {known:?}");
            if !pupil && school.to_string() != format!("school/{IJSVOGEL}") {
                let seen = zaak.weet_van(ib(IJSVOGEL), "");
                prop_assert!(!seen.contains(&format!("aanmelding-{}", other.nr)), "{seen:?}");
            }
        }
    }

    #[test]
    fn no_school_knows_a_registration_at_a_school_where_its_pupil_was_not_before(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        let begins = |school: &base::Vestigingscode| {
            let here = zaak.dossier.inschrijvingen.iter().filter(|i| i.vestiging == *school);
            here.map(|i| i.van).collect::<BTreeSet<Date>>()
        };
        for place in &zaak.dossier.inschrijvingen {
            let last = begins(&place.vestiging).last().copied();
            let known = zaak.weet_van(ib(place.vestiging.as_str()), "");
            for other in zaak.dossier.aanmeldingen.iter().filter(|a| a.vestiging != place.vestiging) {
                let before = begins(&other.vestiging).first().copied().is_some_and(|van| Some(van) < last);
                let seen = known.contains(&format!("aanmelding-{}", other.nr));
                prop_assert!(before || !seen, "{} knows {known:?}", place.vestiging);
            }
        }
    }

    #[test]
    fn every_relation_has_a_fact_behind_it_and_does_not_end_before_it_begins(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        for one in zaak.dossier.betrokkenen() {
            prop_assert!(one.tot.is_none_or(|tot| one.van <= tot), "{one:?}");
            prop_assert!(grounded(&zaak.dossier, &one), "{one:?}");
        }
    }
}

/// The file has something that makes this one concerned with the child.
fn grounded(dossier: &Dossier, one: &Betrokkenheid) -> bool {
    let school = |vestiging: &base::Vestigingscode| one.wie == Wie::Organisatie(vestiging.organisatie());
    match one.soort {
        RelatieSoort::Inschrijving => dossier.inschrijvingen.iter().any(|i| school(&i.vestiging)),
        RelatieSoort::Aanmelding => dossier.zaken().any(|zaak| zaak.vestiging().is_some_and(school)),
        RelatieSoort::Swv => {
            let had = |a: &TlvAanvraag| {
                let before = a.eerdere_verbanden.iter().map(|before| before.swv.organisatie());
                before.chain([a.swv_organisatie()]).any(|swv| one.wie == Wie::Organisatie(swv))
            };
            let asked = dossier.aanvragen.iter().any(had);
            asked || dossier.aanmeldingen.iter().any(|a| !a.feitelijk_geweigerd.is_empty())
        }
        RelatieSoort::SwvIngetrokken => dossier.aanvragen.iter().any(|a| {
            let forwarded = a
                .eerdere_verbanden
                .iter()
                .any(|before| before.tot == one.van && one.wie == Wie::Organisatie(before.swv.organisatie()));
            forwarded
                || a.aanvraag_ingetrokken_op == Some(one.van)
                    && one.wie == Wie::Organisatie(a.swv_organisatie())
        }),
        RelatieSoort::Deskundige => dossier.aanvragen.iter().any(|a| {
            let before = a.eerdere_verbanden.iter().map(|before| before.swv.organisatie());
            before.chain([a.swv_organisatie()]).any(|swv| {
                let asked = |persoon: &base::PersoonId| Wie::Persoon {
                    persoon: persoon.clone(),
                    voor: Some(swv.clone()),
                };
                a.toewijzingen.iter().any(|toewijzing| one.wie == asked(&toewijzing.persoon))
            })
        }),
        RelatieSoort::Opening => dossier
            .feiten
            .first()
            .is_some_and(|fact| one.wie == Wie::Organisatie(fact.actor.organisatie.clone())),
        RelatieSoort::Gezag
        | RelatieSoort::GezagBeperkt
        | RelatieSoort::Verzorging
        | RelatieSoort::VerzorgingPlan
        | RelatieSoort::Machtiging
        | RelatieSoort::Leerling => dossier
            .personen
            .iter()
            .any(|person| person.account.as_ref().is_some_and(|account| one.wie == Wie::persoon(account))),
        _ => false,
    }
}

/// Who does what in the first processes of `processes.md`: roles, and the acts that they do and nobody else.
pub(crate) const DOET: &[Doet] = &[
    (
        &[Rol::Ouder, Rol::Leerling],
        &[
            "sluit_ouder_aan",
            "zeg_digitaal_bereikbaar",
            "meld_eerste_contact",
            "lever_informatie_in",
            "lever_aanvulling_in",
        ],
    ),
    (
        &[Rol::Ib],
        &[
            "open_dossier",
            "verbind_persoon",
            "wijzig_gezag",
            "leg_taal_vast",
            "zoek_ouders",
            "nodig_ouder_uit",
            "verhuis",
            "meld_pleegzorg",
            "beeindig_eigen_pagina",
            "meld_meerderjarig",
            "wijzig_naam",
            "zet_geheimhouding",
            "ontvang_nummer",
            "meld_overlijden",
            "schrijf_in",
            "schrijf_uit",
            "ga_school_na",
            "ga_verhuizing_na",
            "kijk_gezag_na",
        ],
    ),
    (&[Rol::Ib, Rol::Ouder, Rol::Leerling], &["wijzig_contact"]),
    (&[Rol::Ib, Rol::Ouder], &["sta_lezing_toe"]),
    (&[Rol::Ouder, Rol::Leerling], &["laat_weten"]),
    (&[Rol::Ib, Rol::Directie], &["zeg_gezien"]),
    (&[Rol::Ib, Rol::Directie, Rol::Ouder], &["laat_aanmelding_doorgaan"]),
    (
        &[Rol::Ib, Rol::Directie, Rol::Ouder, Rol::Leerling],
        &["meld_aan", "aanvaard_aanbod", "wijs_aanbod_af", "trek_aanmelding_in", "meld_feitelijke_weigering"],
    ),
    (
        &[Rol::Ib, Rol::Directie],
        &[
            "neem_oso_over",
            "stel_behoefte_vast",
            "vraag_informatie",
            "ontvang_informatie",
            "verleng_beslistermijn",
            "plaats_tijdelijk",
            "doe_aanbod",
            "toon_verklaring",
            "laat_toe",
            "weiger",
            "herroep_weigering",
            "stel_buiten_behandeling",
            "ga_verder_zonder_ouder",
            "stel_plek_vast",
            "meld_verklaring_vervallen",
            "ga_verklaring_na",
            "meld_niet_gekomen",
            "meld_gekomen",
            "meld_opp",
            "corrigeer_ontvangst",
        ],
    ),
    (&[Rol::Ib], &["verbeter_kind"]),
    (
        &[Rol::Directie],
        &[
            "neem_verwijdering_voor",
            "hoor_ouders_en_leraar",
            "verzet_gesprek",
            "begin_overleg",
            "raadpleeg_inspectie",
            "vind_bereide_school",
            "verwijder",
            "trek_voornemen_in",
            "meld_aan_ben_w",
            "meld_aan_inspectie",
            "stel_elders_vast",
            "schors",
            "beeindig_schorsing",
            "herroep_verwijdering",
            "herroep_schorsing",
        ],
    ),
    (
        &[Rol::Ib, Rol::Directie, Rol::CommissieBegeleiding],
        &[
            "start_tlv_aanvraag",
            "leg_aanvraag_voor",
            "vraag_tlv_aan",
            "trek_tlv_aanvraag_in",
            "gebruik_tlv",
            "vraag_categorie_wijziging",
            "bepaal_vervolg",
        ],
    ),
    (&[Rol::Ib, Rol::Directie, Rol::CommissieBegeleiding, Rol::Loket], &["ontvang_aanvulling"]),
    (&[Rol::Ouder, Rol::Leerling, Rol::Ib, Rol::Directie], &["geef_zienswijze"]),
    (
        &[Rol::Loket],
        &[
            "pak_weigering_op",
            "vraag_aanvulling",
            "laat_aanvulling_vervallen",
            "beoordeel_aanvulling",
            "beoordeel_verbetering",
            "wijs_deskundige_toe",
        ],
    ),
    (&[Rol::Loket, Rol::Deskundige], &["beeindig_toewijzing"]),
    (&[Rol::Deskundige], &["breng_advies_uit", "herzie_advies", "teken_advies"]),
    (
        &[Rol::Besluitnemer],
        &["neem_besluit", "trek_tlv_in", "stel_dwangsom_vast", "stel_aanvraag_buiten_behandeling"],
    ),
    (
        &[Rol::Loket, Rol::Besluitnemer],
        &[
            "maak_bekend",
            "meld_vertraging",
            "ontvang_ingebrekestelling",
            "laat_tlv_verlopen",
            "zend_tlv_door",
        ],
    ),
    (&[Rol::Ib, Rol::Directie, Rol::Loket, Rol::Besluitnemer], &["verwerk_post", "geef_tekst_vrij"]),
    (
        &[Rol::Leerkracht, Rol::Ib, Rol::Directie, Rol::CommissieBegeleiding, Rol::Loket, Rol::Besluitnemer],
        &["corrigeer"],
    ),
];

/// The same of every process.
fn does() -> impl Iterator<Item = &'static Doet> {
    PROEVEN.iter().flat_map(|proef| proef.doet)
}

#[test]
fn each_act_is_done_by_the_roles_of_its_process_and_by_no_others() {
    let on = Date::constant(2026, 3, 2);
    for (doers, acts) in does() {
        for (act, rol) in acts.iter().flat_map(|act| ROLLEN.map(|rol| (act, rol))) {
            let kijker = Kijker::from(actor("p-1", rol, "school/99AA00"));
            let answer = matrix().mag(&kijker, Grond::NieuwDossier, act, on);
            assert_eq!(answer.toegestaan, doers.contains(&rol), "{rol} × {act}");
        }
    }
}

#[test]
fn every_act_stands_once_in_the_list_of_who_does_what() {
    let mut told: Vec<&str> = does().flat_map(|(_, acts)| acts.iter().copied()).collect();
    told.sort_unstable();
    let mut known = dossier::opdracht::OPDRACHTEN.to_vec();
    known.sort_unstable();
    assert_eq!(told, known);
}

#[test]
fn somebody_with_two_roles_acts_in_the_one_that_was_chosen() {
    let zaak = verleend();
    let betrokken = zaak.dossier.betrokkenen();
    // The same person at the same partnership: the desk makes known, only who decides withdraws.
    for (rol, act, allowed) in [
        (Rol::Loket, "laat_tlv_verlopen", true),
        (Rol::Loket, "trek_tlv_in", false),
        (Rol::Besluitnemer, "trek_tlv_in", true),
        (Rol::DirecteurSwv, "trek_tlv_in", false),
    ] {
        let kijker = Kijker::from(actor("p-1", rol, &format!("swv/{SWV_PO}")));
        assert_eq!(matrix().mag(&kijker, &betrokken, act, zaak.vandaag).toegestaan, allowed, "{rol} × {act}");
    }
}

#[test]
fn an_expert_of_one_child_is_nobody_to_another() {
    let zaak = crate::gegeven::geadviseerd();
    let other = crate::gegeven::aangevraagd();
    assert_ne!(zaak.leest(deskundige("p-vink"), ""), "-");
    assert_eq!(other.leest(deskundige("p-vink"), ""), "-");
    assert_eq!(other.weet_van(deskundige("p-vink"), ""), [""; 0]);
    assert_ne!(other.leest(loket(SWV_PO), ""), "-", "the partnership has both");
    assert_ne!(other.leest(ouder(), ""), "-");
}
