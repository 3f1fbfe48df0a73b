//! Which partnership decides and which experts advise: every combination, against the contract.

use proptest::prelude::*;
use recht::soort::{Discipline, TlvSoort};
use recht::tlv::{DeskundigenInvoer, Ontbrekend, deskundigen};
use serde_json::{Value, json};

use super::{OP, d, toets_op, uitkomst, wet, wrong_fields};

const SWV: &str = "tlv.bevoegd_samenwerkingsverband";
const KINDS: [&str; 7] = ["basisschool", "sbo", "so", "so_vso", "vso", "vo", "instelling_c1_2"];

/// The kinds of enrolment that count, as `contracts.md` §3 lists them.
fn telt(gevraagd: &str, soort: &str) -> bool {
    match gevraagd {
        "sbo" => soort == "basisschool",
        "so" => ["basisschool", "sbo", "so", "so_vso"].contains(&soort),
        _ => ["vo", "vso", "so_vso"].contains(&soort),
    }
}

/// What the contract says, where a child is enrolled at a kind of school or not, and lives here or abroad.
fn verwacht(gevraagd: &str, soort: Option<&str>, buitenland: bool) -> Value {
    if soort.is_some_and(|soort| telt(gevraagd, soort)) {
        return json!({"samenwerkingsverband": "SWV-SCHOOL", "grond": "inschrijving"});
    }
    if buitenland {
        return json!({"samenwerkingsverband": "SWV-GEVRAAGD", "grond": "gevraagde_school"});
    }
    let home = if gevraagd == "vso" { "SWV-THUIS-VO" } else { "SWV-THUIS-PO" };
    json!({"samenwerkingsverband": home, "grond": "woonplaats"})
}

fn vraag(gevraagd: &str, soort: Option<&str>, buitenland: bool) -> Value {
    json!({"gevraagd": gevraagd, "ingeschreven_soort": soort, "ingeschreven_swv": "SWV-SCHOOL",
        "woonplaats_swv_po": "SWV-THUIS-PO", "woonplaats_swv_vo": "SWV-THUIS-VO",
        "woont_in_buitenland": buitenland, "gevraagde_school_swv": "SWV-GEVRAAGD"})
}

#[test]
fn the_partnership_follows_from_enrolment_then_home_then_the_school_asked() {
    for gevraagd in ["sbo", "so", "vso"] {
        for soort in KINDS.map(Some).into_iter().chain([None]) {
            for buitenland in [false, true] {
                let found = uitkomst(SWV, &vraag(gevraagd, soort, buitenland));
                let expected = verwacht(gevraagd, soort, buitenland);
                assert_eq!(found, expected, "{gevraagd} {soort:?} {buitenland}");
            }
        }
    }
}

#[test]
fn a_national_partnership_decides_where_no_enrolment_counts() {
    for gevraagd in ["sbo", "so", "vso"] {
        for soort in KINDS.map(Some).into_iter().chain([None]) {
            for buitenland in [false, true] {
                let mut invoer = vraag(gevraagd, soort, buitenland);
                invoer["landelijk_swv"] = json!("SWV-LANDELIJK");
                let national = json!({"samenwerkingsverband": "SWV-LANDELIJK", "grond": "landelijk"});
                let counts = soort.is_some_and(|soort| telt(gevraagd, soort));
                let expected = if counts { verwacht(gevraagd, soort, buitenland) } else { national };
                assert_eq!(uitkomst(SWV, &invoer), expected, "{gevraagd} {soort:?} {buitenland}");
            }
        }
    }
}

/// From so to vso the law leaves a gap for who goes to a school of the region, and none for who goes to one of a national partnership.
#[test]
fn from_so_to_vso_at_a_national_school_is_text_of_the_law() {
    let mut invoer = vraag("vso", Some("so"), false);
    let (regional, _) = toets_op(SWV, &invoer, OP);
    assert!(regional.to_string().contains("kennis"));
    invoer["landelijk_swv"] = json!("SWV-LANDELIJK");
    let (national, _) = toets_op(SWV, &invoer, OP);
    assert!(!national.to_string().contains("\"kennis\""), "{national}");
}

#[test]
fn only_what_the_ground_needs_has_to_be_there() {
    for gevraagd in ["sbo", "so", "vso"] {
        let home = if gevraagd == "vso" { "woonplaats_swv_vo" } else { "woonplaats_swv_po" };
        for soort in KINDS {
            let mut bare =
                json!({"gevraagd": gevraagd, "ingeschreven_soort": soort, "ingeschreven_swv": "S"});
            if telt(gevraagd, soort) {
                assert_eq!(uitkomst(SWV, &bare)["grond"], "inschrijving", "{gevraagd} {soort}");
                continue;
            }
            assert_eq!(wrong_fields(SWV, &bare, OP), [home], "{gevraagd} {soort}");
            bare[home] = json!("T");
            assert_eq!(uitkomst(SWV, &bare)["grond"], "woonplaats", "{gevraagd} {soort}");
            bare["woont_in_buitenland"] = json!(true);
            assert_eq!(wrong_fields(SWV, &bare, OP), ["gevraagde_school_swv"], "{gevraagd} {soort}");
        }
    }
}

#[test]
fn a_child_that_goes_from_one_region_to_another_keeps_the_partnership_of_its_school() {
    // Grensverkeer: the home address is elsewhere and makes no difference.
    for home in ["SWV-THUIS-PO", "PO9998", "PO9999"] {
        let mut invoer = vraag("so", Some("basisschool"), false);
        invoer["woonplaats_swv_po"] = json!(home);
        assert_eq!(uitkomst(SWV, &invoer)["samenwerkingsverband"], "SWV-SCHOOL", "{home}");
    }
}

#[test]
fn the_trace_says_that_an_enrolment_does_not_count() {
    for (gevraagd, soort) in
        [("sbo", "sbo"), ("sbo", "so"), ("so", "vo"), ("vso", "basisschool"), ("vso", "sbo")]
    {
        let (object, _) = toets_op(SWV, &vraag(gevraagd, Some(soort), false), OP);
        let told = object["stappen"]
            .as_array()
            .unwrap()
            .iter()
            .any(|stap| stap["resultaat"].as_str().unwrap().contains("telt hier niet mee"));
        assert!(told, "{gevraagd} {soort}: {object}");
    }
}

/// The first expert of R2.3.
const EERSTE: [Discipline; 2] = [Discipline::Orthopedagoog, Discipline::Psycholoog];
/// The second.
const TWEEDE: [Discipline; 5] = [
    Discipline::KinderOfJeugdpsycholoog,
    Discipline::Pedagoog,
    Discipline::Kinderpsychiater,
    Discipline::MaatschappelijkWerker,
    Discipline::Arts,
];

fn is_tweede(discipline: Discipline, voor: TlvSoort) -> bool {
    let vo = matches!(voor, TlvSoort::Pro | TlvSoort::Lwoo);
    TWEEDE.contains(&discipline) || vo && discipline == Discipline::VoDeskundige
}

fn missing(disciplines: &[Discipline], voor: TlvSoort) -> Vec<Ontbrekend> {
    let invoer = DeskundigenInvoer { disciplines: disciplines.to_vec(), voor };
    let toetsing = deskundigen(wet(), d(OP), &invoer).unwrap();
    let out = toetsing.uitkomst().unwrap();
    assert_eq!(out.voldoet, out.ontbreekt.is_empty());
    out.ontbreekt.clone()
}

fn expected(disciplines: &[Discipline], voor: TlvSoort) -> Vec<Ontbrekend> {
    let first = disciplines.iter().any(|one| EERSTE.contains(one));
    let second = disciplines.iter().any(|one| is_tweede(*one, voor));
    [(!first).then_some(Ontbrekend::EersteDeskundige), (!second).then_some(Ontbrekend::TweedeDeskundige)]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_pair_of_experts_is_judged_as_the_decree_lists_them() {
    for voor in TlvSoort::ALL {
        assert_eq!(missing(&[], *voor), expected(&[], *voor));
        for one in Discipline::ALL {
            assert_eq!(missing(&[*one], *voor), expected(&[*one], *voor), "{one:?} {voor:?}");
            assert!(!missing(&[*one], *voor).is_empty(), "one person is never two: {one:?}");
            for other in Discipline::ALL {
                let pair = [*one, *other];
                assert_eq!(missing(&pair, *voor), expected(&pair, *voor), "{pair:?} {voor:?}");
            }
        }
    }
}

fn experts() -> impl Strategy<Value = Vec<Discipline>> {
    proptest::collection::vec(proptest::sample::select(Discipline::ALL.to_vec()), 0..7)
}

fn kind() -> impl Strategy<Value = TlvSoort> {
    proptest::sample::select(TlvSoort::ALL.to_vec())
}

proptest! {
    #[test]
    fn one_more_expert_never_makes_fewer(experts in experts(), more in 0..8_usize, voor in kind()) {
        let before = missing(&experts, voor);
        let mut all = experts;
        all.push(Discipline::ALL[more]);
        let after = missing(&all, voor);
        prop_assert!(after.iter().all(|gap| before.contains(gap)));
    }

    #[test]
    fn the_order_in_which_experts_are_named_does_not_matter(experts in experts(), voor in kind()) {
        let reversed: Vec<Discipline> = experts.iter().rev().copied().collect();
        prop_assert_eq!(missing(&experts, voor), missing(&reversed, voor));
        let mut sorted = experts.clone();
        sorted.sort();
        prop_assert_eq!(missing(&experts, voor), missing(&sorted, voor));
    }

    #[test]
    fn the_same_discipline_twice_counts_as_often_as_once(experts in experts(), voor in kind()) {
        let doubled: Vec<Discipline> = experts.iter().flat_map(|one| [*one, *one]).collect();
        prop_assert_eq!(missing(&experts, voor), missing(&doubled, voor));
    }

    #[test]
    fn an_expert_for_secondary_schools_counts_nowhere_else(experts in experts()) {
        let without: Vec<Discipline> =
            experts.iter().copied().filter(|one| *one != Discipline::VoDeskundige).collect();
        for voor in [TlvSoort::Sbo, TlvSoort::So, TlvSoort::Vso] {
            prop_assert_eq!(missing(&experts, voor), missing(&without, voor));
        }
    }
}
