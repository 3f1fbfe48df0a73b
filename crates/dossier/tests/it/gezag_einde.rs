//! Authority that ends: the last person with it is gone, and a pupil who comes of age acts themselves.

use dossier::aanmelding::afloop::TrekAanmeldingIn;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldMeerderjarig, MeldOverlijden, WijzigGezag};
use dossier::soort::{Relatie, Schoolsoort};

use crate::gegeven::{
    WATERJUFFER, WINDVEER, aanbod, behoefte_vastgesteld, d, ib, ingeschreven, kind, meld_aan_bij, schrijf_in,
    start, verbind,
};

const SCHOOL: &str = "school/99AA00";

#[test]
fn when_the_last_person_with_authority_dies_the_school_finds_out_who_has_it() {
    let mut zaak = behoefte_vastgesteld();
    zaak.op("2026-03-10").doe(MeldOverlijden { wie: Overledene::Persoon(1), op: d("2026-03-09") });
    zaak.dan_is_aan_zet(&[
        ("gezag_nagaan", "ib", SCHOOL, "2026-03-23"),
        ("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13"),
    ]);
    zaak.doe(verbind("Jeugdbescherming Noord", Relatie::Voogd));
    zaak.dan_is_aan_zet(&[("aanmelding_beslissen", "ib", SCHOOL, "2026-04-13")]);
}

#[test]
fn the_same_when_the_only_one_loses_authority_and_not_while_another_has_it() {
    let mut zaak = ingeschreven();
    zaak.doe(start(dossier::soort::TlvSoort::So)).doe(verbind("de heer K. Zonnedauw", Relatie::Gezagsouder));
    let lost = |persoon| WijzigGezag {
        persoon,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    };
    zaak.doe(lost(1));
    assert!(!zaak.aan_zet().contains(&("gezag_nagaan", "ib")));
    zaak.doe(lost(2));
    assert!(zaak.aan_zet().contains(&("gezag_nagaan", "ib")));
}

#[test]
fn before_the_eighteenth_birthday_the_school_tells_what_changes_and_then_it_does() {
    let mut zaak = kind("2008-07-12");
    zaak.als(ib(WINDVEER)).op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2025-08-01"));
    zaak.doe(crate::gegeven::voornemen(WINDVEER, base::Sector::Vo));
    assert!(zaak.aan_zet().contains(&("meerderjarigheid_vertellen", "ib")));
    let early = kind("2009-04-12");
    assert!(!early.aan_zet().contains(&("meerderjarigheid_vertellen", "ib")));
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: true });
    assert!(!zaak.aan_zet().contains(&("meerderjarigheid_vertellen", "ib")));
    assert!(!zaak.dossier.handelt_zelf(d("2026-07-11")) && zaak.dossier.handelt_zelf(d("2026-07-12")));
}

#[test]
fn from_that_birthday_on_what_was_asked_of_the_parents_is_asked_of_the_pupil_also_where_nobody_recorded_it() {
    let mut zaak = kind("2008-03-12");
    zaak.als(ib(WINDVEER)).doe(meld_aan_bij(WINDVEER, Schoolsoort::Vo));
    zaak.doe(crate::gegeven::behoefte(true)).doe(aanbod("2026-08-01"));
    assert!(zaak.op("2026-03-11").aan_zet().contains(&("aanbod_beantwoorden", "ouder")));
    assert!(zaak.op("2026-03-12").aan_zet().contains(&("aanbod_beantwoorden", "leerling")));
    assert_eq!(zaak.dossier.gezag_op(d("2026-03-12")).count(), 0);
    // The school records the word of the pupil: of nobody else is any asked.
    zaak.doe(TrekAanmeldingIn { aanmelding: 1, van: None, reden: "Sam belde zelf.".into() });
    zaak.dan_is_vastgelegd(&["aanmelding_ingetrokken"]);
    let mut cannot = kind("2008-03-12");
    cannot.als(ib(WATERJUFFER)).op("2026-03-12").doe(MeldMeerderjarig { handelingsbekwaam: false });
    assert_eq!(cannot.dossier.gezag_op(d("2026-03-12")).count(), 1, "somebody must act");
}

#[test]
fn where_no_case_runs_the_school_that_keeps_the_child_has_the_turn_all_the_same() {
    let mut zaak = ingeschreven();
    assert_eq!(zaak.aan_zet(), [], "nothing runs");
    zaak.op("2026-03-10").doe(MeldOverlijden { wie: Overledene::Persoon(1), op: d("2026-03-09") });
    zaak.dan_is_aan_zet(&[("gezag_nagaan", "ib", SCHOOL, "2026-03-23")]);
    assert_eq!(zaak.dossier.beurten()[0].onderwerp, None, "it stands at the child itself");
    zaak.doe(verbind("Jeugdbescherming Noord", Relatie::Voogd));
    assert_eq!(zaak.aan_zet(), []);
    // So does the school that opened the file of a child without a school.
    let mut opened = kind("2018-03-12");
    opened.op("2026-03-10").doe(MeldOverlijden { wie: Overledene::Persoon(1), op: d("2026-03-09") });
    assert_eq!(opened.aan_zet(), [("gezag_nagaan", "ib")]);
}

#[test]
fn a_pupil_of_secondary_education_who_comes_of_age_is_told_so_also_where_nothing_runs() {
    let mut zaak = kind("2008-07-12");
    zaak.als(ib(WINDVEER)).op_school(schrijf_in(WINDVEER, Schoolsoort::Vo, "2024-08-01"));
    let day_before =
        base::dates::plus_months(d("2008-07-12"), 12 * 18 - verband::grenzen::MAANDEN_VOOR_MEERDERJARIG)
            .and_then(|first| base::dates::plus_days(first, -1))
            .expect("a day");
    let told = |zaak: &crate::gegeven::Zaak| zaak.aan_zet().contains(&("meerderjarigheid_vertellen", "ib"));
    assert!(!told(zaak.op(&day_before.to_string())));
    assert!(told(zaak.op(&base::dates::plus_days(day_before, 1).expect("a day").to_string())));
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: true });
    assert!(!told(&zaak));
    // So is one who came to another school not long before, of whatever kind.
    let mut late = kind("2008-07-12");
    late.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-06-01"));
    assert!(told(&late));
    // Of a child in primary education nothing is said for years.
    let child = ingeschreven();
    assert!(child.dossier.beurten().is_empty());
}
