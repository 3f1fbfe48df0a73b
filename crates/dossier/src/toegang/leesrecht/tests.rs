//! A case with parts that have other readers, as a plan for a child will be: today every fact of a request stands in one
//! part, so here its facts are dealt over two of them.

use std::borrow::Cow;

use base::DossierNummer;

use super::*;
use crate::gebeurtenis::Gebeurtenis;
use crate::staat::Inhoud;
use crate::toegang::{RelatieSoort, Wie, Zaken};

const ADVIES: &str = "Sam leert in een kleine groep.";
const VERBETERD: &str = "Sam leert het best alleen.";

fn d(y: i16, m: i8, day: i8) -> Date {
    Date::new(y, m, day).unwrap()
}

fn actor(rol: Rol, organisatie: &str) -> Actor {
    Actor { persoon: "p-1".parse().unwrap(), rol, organisatie: organisatie.parse().unwrap() }
}

fn golden(name: &str, json: &str) -> Gebeurtenis {
    Gebeurtenis::decode(name, 1, json.as_bytes()).unwrap()
}

/// Given a request with a view of the parents, and an advice that was corrected later.
fn aanvraag() -> Dossier {
    macro_rules! golden {
        ($name:literal) => {
            golden($name, include_str!(concat!("../../../tests/golden/", $name, ".v1.json")))
        };
    }
    let corrected = serde_json::json!({
        "volgnummer": 4,
        "waarom": "een ander kind",
        "nieuw": {
            "event_type": "advies_uitgebracht",
            "event_version": 1,
            "gegevens": {
                "aanvraag": 1, "categorie": 1, "door": ["p-mees"], "tekst": VERBETERD, "tot_en_met": null,
                "uitkomst": "toelaatbaar",
            },
        },
    });
    let facts = [
        golden!("dossier_geopend"),
        golden!("tlv_aanvraag_gestart"),
        golden!("ouders_reageerden"),
        golden!("advies_uitgebracht"),
        golden("gecorrigeerd", &corrected.to_string()),
    ];
    let numbered = (1_u64..).zip(facts).map(|(volgnummer, gebeurtenis)| Feit {
        volgnummer,
        recorded_at: "2026-03-02T09:00:00Z".parse().unwrap(),
        on: d(2026, 3, 2),
        actor: actor(Rol::Ib, "school/99AA00"),
        daad: None,
        holder: "school/99AA00".parse().unwrap(),
        inhoud: Inhoud::Leesbaar(gebeurtenis),
    });
    Dossier::replay("2026-000017".parse::<DossierNummer>().unwrap(), numbered)
}

/// Where a fact stands when the request is a plan: what is wanted in C, on what ground in D.
fn dealt<'a>(dossier: &'a Dossier, feit: &'a Feit) -> Plaats<'a> {
    let plaats = dossier.plaats(feit);
    let deel = match plaats.feit.inhoud.event_type() {
        "advies_uitgebracht" => Deel::D,
        "ouders_reageerden" => Deel::C,
        _ => plaats.deel,
    };
    Plaats { deel, ..plaats }
}

/// What somebody with a role reads, who is concerned with the case by this relation and with nothing else.
fn recht(dossier: &Dossier, rol: Rol, organisatie: &str, soort: RelatieSoort) -> Leesrecht {
    let relation = Betrokkenheid {
        wie: Wie::Organisatie(organisatie.parse().unwrap()),
        soort,
        van: d(2026, 1, 1),
        tot: None,
        lopend: true,
        handelt: true,
        groep: String::new(),
        zaken: Zaken::Alle,
        kent_kind: true,
        gegeven_tot_en_met: None,
    };
    let kijker = Kijker::from(actor(rol, organisatie));
    Matrix::load().unwrap().leesrecht(&kijker, dossier, &[relation], d(2026, 3, 2))
}

fn gezien<'a>(dossier: &'a Dossier, recht: &Leesrecht) -> Cow<'a, Dossier> {
    dossier.waar(|feit| recht.kent(&dealt(dossier, feit)) != Kennis::Geen)
}

#[test]
fn who_reads_one_part_of_a_case_never_meets_the_other() {
    let dossier = aanvraag();
    // A board reads C and H, and not D.
    let board = recht(&dossier, Rol::BevoegdGezag, "bestuur/99001", RelatieSoort::Bestuur);
    let seen = gezien(&dossier, &board);
    let request = seen.aanvraag(1).expect("the case is known");
    assert_eq!(request.zienswijzen.len(), 1, "what stands in C");
    assert!(request.adviezen.is_empty(), "what stands in D");
    let numbers: Vec<u64> = seen.feiten.iter().map(|feit| feit.volgnummer).collect();
    assert_eq!(numbers, [1, 2, 3], "nor what corrects it");
    let all = format!("{seen:?}");
    assert!(!all.contains(ADVIES) && !all.contains(VERBETERD));
    assert_eq!(seen.versie, 5, "a form is about the file as it stands");
}

#[test]
fn who_reads_every_part_has_the_file_itself() {
    let dossier = aanvraag();
    let ib = recht(&dossier, Rol::Ib, "school/99AA00", RelatieSoort::Inschrijving);
    let seen = gezien(&dossier, &ib);
    assert!(matches!(seen, Cow::Borrowed(_)));
    let advices: Vec<&str> =
        seen.aanvraag(1).unwrap().adviezen.iter().map(|advies| advies.tekst.as_str()).collect();
    assert_eq!(advices, [VERBETERD]);
}

#[test]
fn who_may_not_read_with_what_a_case_begins_knows_nothing_of_it() {
    let dossier = aanvraag();
    // A support worker reads C and D, and no requests.
    let worker = recht(&dossier, Rol::Begeleider, "school/99AA00", RelatieSoort::Begeleiding);
    assert!(worker.leest(Deel::C) && worker.leest(Deel::D));
    let seen = gezien(&dossier, &worker);
    assert!(seen.aanvragen.is_empty() && seen.leerling.is_some());
}

#[test]
fn where_somebody_reads_only_what_they_contributed_the_rest_of_that_part_stays_closed() {
    let dossier = aanvraag();
    let mut expert = recht(&dossier, Rol::Ib, "school/99AA00", RelatieSoort::Inschrijving);
    let parts = expert.zaken.values_mut().next().expect("the request");
    parts.insert(Deel::D, Inzicht { alleen_eigen: true, tot_en_met: None });
    let advice = |recht: &Leesrecht| recht.kent(&dealt(&dossier, dossier.feit(4).unwrap()));
    assert_eq!(advice(&expert), Kennis::Gelezen, "their own");
    expert.lezer.persoon = "p-2".parse().unwrap();
    assert_eq!(advice(&expert), Kennis::Geen);
}
