//! What a list shows of a file is what the file itself would say on the same day.

use proptest::prelude::*;

use super::super::{Cel, Handeling, Kijker, Zaken};
use super::*;
use crate::beurt::Onderwerp::{Aanmelding, Aanvraag, Verwijdering};

const CASES: [Onderwerp; 4] = [Aanmelding(1), Aanmelding(2), Aanvraag(1), Verwijdering(1)];

fn day(n: i32) -> Date {
    base::dates::plus_days(Date::new(2026, 1, 1).unwrap(), n).unwrap()
}

fn soort() -> impl Strategy<Value = RelatieSoort> {
    use RelatieSoort::{Aanmelding, Bestuur, Deskundige, Gezag, Inschrijving, Opening, Swv};
    let all = vec![Inschrijving, Aanmelding, Opening, Bestuur, Swv, Deskundige, Gezag];
    proptest::sample::select(all)
}

fn relation() -> impl Strategy<Value = Betrokkenheid> {
    let zaken = prop_oneof![
        Just(Zaken::Alle),
        proptest::sample::subsequence(CASES.to_vec(), 0..3)
            .prop_map(|some| Zaken::Alleen(some.into_iter().collect())),
    ];
    let ends = proptest::option::of(1..30_i32);
    (soort(), (0..2_u8, 0..2_u8), 0..20_i32, ends, any::<bool>(), "5?", zaken).prop_map(
        |(soort, (which, voor), from, lasts, lopend, groep, zaken)| Betrokkenheid {
            wie: if soort.is_personal() {
                // The work of an expert comes from an organisation, authority from nobody.
                let voor = (soort == RelatieSoort::Deskundige)
                    .then(|| format!("school/99AA0{voor}").parse().unwrap());
                Wie::Persoon { persoon: format!("p-{which}").parse().unwrap(), voor }
            } else {
                Wie::Organisatie(format!("school/99AA0{which}").parse().unwrap())
            },
            soort,
            van: day(from),
            tot: lasts.map(|days| day(from + days)),
            lopend,
            handelt: lopend,
            groep,
            zaken,
            kent_kind: true,
            gegeven_tot_en_met: None,
        },
    )
}

/// The matrix with other cells for identity and for the parts that hold cases, in every row.
fn matrix() -> impl Strategy<Value = Matrix> {
    let cel = proptest::sample::select(vec!["r", "r*", "rw", "rw*", "w", "-"]);
    proptest::collection::vec((cel.clone(), cel.clone(), cel), crate::rol::ROLLEN.len()).prop_map(|rows| {
        let mut matrix = Matrix::load().unwrap();
        for (rij, (a, b, h)) in matrix.rijen.values_mut().zip(rows) {
            for (deel, cel) in [(Deel::A, a), (Deel::B, b), (Deel::H, h)] {
                rij.cellen.insert(deel, Cel::parse(cel).unwrap());
            }
        }
        matrix.blikken = Matrix::see(&matrix.rijen);
        matrix
    })
}

/// Every role that looks this way, as each of two persons at each of two organisations.
fn each_of(blik: &Blik) -> Vec<(Rol, u8, u8)> {
    let pairs = [(0, 0), (0, 1), (1, 0), (1, 1)];
    blik.rollen.iter().flat_map(|rol| pairs.map(|(which, there)| (*rol, which, there))).collect()
}

proptest! {
    #[test]
    fn a_list_knows_on_each_day_what_the_file_says_on_that_day(
        betrokken in proptest::collection::vec(relation(), 0..5),
        from in 0..15_i32,
        later in 0..40_i32,
        matrix in prop_oneof![Just(()).prop_map(|()| Matrix::load().unwrap()), matrix()],
    ) {
        let on = day(from + later);
        let zichten = matrix.zichten(&betrokken, &CASES, day(from));
        for blik in matrix.blikken() {
            for (rol, which, there) in each_of(blik) {
                let actor = Actor {
                    persoon: format!("p-{which}").parse().unwrap(),
                    rol,
                    organisatie: format!("school/99AA0{there}").parse().unwrap(),
                };
                let kijker = Kijker { groep: if blik.eigen_groep { "5".into() } else { String::new() }, actor };
                let wie = blik.wie(&kijker.actor);
                let held: Vec<_> = zichten
                    .iter()
                    .filter(|z| z.blik == blik && *z.wie == wie && z.groep == kijker.groep)
                    .filter(|z| z.van <= on && z.tot.is_none_or(|tot| on < tot))
                    .collect();
                let reads = matrix.toegang(&kijker, &betrokken, Deel::A, Handeling::Lezen, on).toegestaan;
                prop_assert_eq!(held.len(), usize::from(reads), "{:?} {:?}", rol, &held);
                for onderwerp in CASES {
                    let knows = matrix.ziet_zaak(&kijker, &betrokken, onderwerp, on);
                    let told = held.iter().any(|z| z.ziet(onderwerp));
                    // Who may not know who the child is, has no row to know anything by.
                    prop_assert_eq!(told, knows && reads, "{:?} {:?}", rol, onderwerp);
                }
            }
        }
    }
}

#[test]
fn roles_with_the_same_rights_look_the_same_way() {
    let matrix = Matrix::load().unwrap();
    let of = |rol| matrix.blik(rol).unwrap();
    assert_eq!(of(Rol::Ib), of(Rol::Directie));
    assert_eq!(of(Rol::Loket), of(Rol::Besluitnemer));
    assert_ne!(of(Rol::Ib), of(Rol::Leerkracht));
    assert_eq!(matrix.blik(Rol::Ouder), None);
    assert_eq!(matrix.blik(Rol::Beheerder), None);
}

#[test]
fn stretches_with_the_same_cases_are_one() {
    let matrix = Matrix::load().unwrap();
    let wie = Wie::Organisatie("school/99AA00".parse().unwrap());
    let of = |soort, van, tot: Option<i32>| Betrokkenheid {
        wie: wie.clone(),
        soort,
        van: day(van),
        tot: tot.map(day),
        lopend: true,
        handelt: true,
        groep: String::new(),
        zaken: Zaken::Alle,
        kent_kind: true,
        gegeven_tot_en_met: None,
    };
    let betrokken = [of(RelatieSoort::Aanmelding, 0, Some(9)), of(RelatieSoort::Inschrijving, 9, None)];
    let seen = matrix.zichten(&betrokken, &CASES, day(3));
    let ib: Vec<_> = seen.iter().filter(|z| z.blik.rollen.contains(&Rol::Ib)).collect();
    assert_eq!(ib.iter().map(|z| (z.van, z.tot)).collect::<Vec<_>>(), [(day(0), None)]);
}
