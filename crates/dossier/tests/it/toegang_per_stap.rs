//! What each role reads after each step of a file: a table typed from the design, not from the data.

use dossier::soort::{Discipline, Schoolsoort, TlvSoort};
use dossier::tlv::besluit::GebruikTlv;
use dossier::tlv::opdracht::{BeeindigToewijzing, TrekTlvAanvraagIn};
use dossier::{Actor, Rol};

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aangemeld, aangevraagd, actor, besluitnemer, d,
    deskundige, directie, geadviseerd, ib, ingeschreven, kind, laat_toe, loket, meld_aan_bij, ouder, persoon,
    schrijf_in, start, toewijzing, verleen, verleend, vestiging, zienswijze,
};
use dossier::aanmelding::afloop::{MeldFeitelijkeWeigering, TrekAanmeldingIn};

fn leerkracht(school: &str) -> Actor {
    actor("p-juf", Rol::Leerkracht, &format!("school/{school}"))
}

/// Everybody who might look, with the group of a teacher, by a name for the table.
fn kijkers() -> Vec<(&'static str, Actor, &'static str)> {
    let at = |rol, organisatie: &str| actor("p-iemand", rol, organisatie);
    let school = "school/99AA00";
    vec![
        ("leerkracht 5", leerkracht(WATERJUFFER), "5"),
        ("leerkracht 6", leerkracht(WATERJUFFER), "6"),
        ("directie", directie(WATERJUFFER), ""),
        ("begeleider", at(Rol::Begeleider, school), ""),
        ("bevoegd gezag", at(Rol::BevoegdGezag, "bestuur/12345"), ""),
        ("loket", loket(SWV_PO), ""),
        ("besluitnemer", besluitnemer(SWV_PO), ""),
        ("loket vo", loket(SWV_VO), ""),
        ("deskundige", deskundige("p-vink"), ""),
        ("andere deskundige", deskundige("p-raaf"), ""),
        ("directeur swv", at(Rol::DirecteurSwv, "swv/PO9901"), ""),
        ("controller", at(Rol::Controller, "swv/PO9901"), ""),
        ("bezwaarcommissie", at(Rol::Bezwaarcommissie, "swv/PO9901"), ""),
        ("leerplicht", at(Rol::Leerplicht, "gemeente/0000"), ""),
        ("jeugdhulp", at(Rol::Jeugdhulp, school), ""),
        ("steunpunt", at(Rol::Steunpunt, "swv/PO9901"), ""),
        ("privacy officer", at(Rol::PrivacyOfficer, school), ""),
        ("organisatiebeheerder", at(Rol::Organisatiebeheerder, school), ""),
        ("beheerder", at(Rol::Beheerder, school), ""),
        ("ouder", ouder(), ""),
        ("andere ouder", actor("p-vreemd", Rol::Ouder, "gezin/2026-000017"), ""),
        ("ib elders", ib(IJSVOGEL), ""),
        ("directie elders", directie(IJSVOGEL), ""),
    ]
}

const OUDER: &str = "A B C D E F G H I J K1 K2 L N";
const LEERKRACHT: &str = "A C D F G I J";
const LOKET: &str = "A B C D E F G H I J K2 N";
const BESLUITNEMER: &str = "A B C D E F G H I J K2";
const DESKUNDIGE: &str = "A C D E F G H I J";

/// Who is not named reads nothing. What a head of the school reads is asked without K2, which is empty as yet.
#[track_caller]
fn lezen(zaak: &Zaak, wat: &str, lezers: &[(&str, &str)]) {
    for (naam, kijker, groep) in kijkers() {
        if naam == "directie" {
            continue;
        }
        let expected = lezers.iter().find(|(lezer, _)| *lezer == naam).map_or("-", |(_, delen)| delen);
        assert_eq!(zaak.leest(kijker, groep), expected, "{naam}: {wat}");
    }
}

#[test]
fn of_a_child_without_a_school_only_the_parent_with_a_page_reads() {
    lezen(&kind("2020-03-12"), "a child and its parent", &[("ouder", OUDER)]);
}

#[test]
fn of_a_pupil_the_own_school_reads_and_a_teacher_of_the_own_group() {
    let zaak = ingeschreven();
    lezen(&zaak, "a pupil", &[("leerkracht 5", LEERKRACHT), ("ouder", OUDER)]);
    let head = zaak.leest(directie(WATERJUFFER), "");
    for deel in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "N"] {
        assert!(head.split(' ').any(|found| found == deel), "{deel}: {head}");
    }
    assert!(!head.split(' ').any(|deel| ["K1", "L", "M"].contains(&deel)), "{head}");
}

#[test]
fn a_request_that_is_not_sent_is_nobodys_but_the_schools_and_the_familys() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    lezen(&zaak, "a request in the making", &[("leerkracht 5", LEERKRACHT), ("ouder", OUDER)]);
    assert_eq!(zaak.weet_van(loket(SWV_PO), ""), [""; 0]);
    assert_eq!(zaak.weet_van(ouder(), ""), ["aanvraag-1"]);
}

#[test]
fn a_request_opens_the_file_to_the_competent_partnership_and_to_no_other() {
    let zaak = aangevraagd();
    lezen(
        &zaak,
        "a request that was sent",
        &[("leerkracht 5", LEERKRACHT), ("ouder", OUDER), ("loket", LOKET), ("besluitnemer", BESLUITNEMER)],
    );
    assert_eq!(zaak.weet_van(besluitnemer(SWV_PO), ""), ["aanvraag-1"]);
    assert_eq!(zaak.weet_van(loket(SWV_VO), ""), [""; 0]);
    assert_eq!(zaak.weet_van(leerkracht(WATERJUFFER), "5"), [""; 0]);
}

#[test]
fn an_expert_reads_from_the_assignment_on_and_no_other_expert_does() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    lezen(
        &zaak,
        "one expert is asked",
        &[
            ("leerkracht 5", LEERKRACHT),
            ("ouder", OUDER),
            ("loket", LOKET),
            ("besluitnemer", BESLUITNEMER),
            ("deskundige", DESKUNDIGE),
        ],
    );
    assert_eq!(zaak.weet_van(deskundige("p-vink"), ""), ["aanvraag-1"]);
    zaak.doe(BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "met verlof".into() });
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), "-", "an assignment that ended");
    assert_eq!(zaak.weet_van(deskundige("p-vink"), ""), [""; 0]);
}

#[test]
fn an_expert_reads_on_until_the_decision_is_made_known() {
    let mut zaak = geadviseerd();
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), DESKUNDIGE, "after the own advice");
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).op("2026-03-05");
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), DESKUNDIGE, "decided and not yet known");
    zaak.als(loket(SWV_PO)).doe(crate::gegeven::maak_bekend(d("2026-03-05")));
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), "-");
}

#[test]
fn a_partnership_reads_until_objections_are_decided_and_then_keeps_its_register() {
    let mut zaak = verleend();
    for (day, desk, head) in [
        ("2026-03-02", LOKET, BESLUITNEMER),
        ("2026-04-13", LOKET, BESLUITNEMER),
        ("2026-10-12", LOKET, BESLUITNEMER),
        ("2026-10-13", "G N", "G"),
        ("2028-07-31", "G N", "G"),
    ] {
        zaak.op(day);
        assert_eq!(zaak.leest(loket(SWV_PO), ""), desk, "{day}");
        assert_eq!(zaak.leest(besluitnemer(SWV_PO), ""), head, "{day}");
    }
}

#[test]
fn a_request_that_was_withdrawn_closes_the_file_to_the_partnership_but_for_that_request() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(toewijzing("p-vink", Discipline::Orthopedagoog));
    zaak.als(ib(WATERJUFFER)).op("2026-03-16");
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    let own = [("loket", "A H"), ("besluitnemer", "A H")];
    lezen(&zaak, "withdrawn", &[&[("leerkracht 5", LEERKRACHT), ("ouder", OUDER)][..], &own[..]].concat());
    assert_eq!(zaak.weet_van(loket(SWV_PO), ""), ["aanvraag-1"]);
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), "-");
    let told = zaak.tijdlijn_van(loket(SWV_PO));
    assert!(told.iter().any(|line| line.contains("Het gaat beter.")), "why: {told:?}");
    let past = zaak.vandaag;
    zaak.op("2026-09-17");
    assert!(past < zaak.vandaag);
    assert_eq!(zaak.leest(loket(SWV_PO), ""), "-", "as long as what it decides itself");
}

#[test]
fn a_refusal_in_fact_opens_the_file_to_the_partnership_that_watches_and_to_nobody_else() {
    let mut zaak = aangemeld();
    assert_eq!(zaak.leest(loket(SWV_PO), ""), "-");
    zaak.als(ouder()).doe(MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-02"),
        wat: "Nee gezegd.".into(),
    });
    assert_eq!(zaak.weet_van(loket(SWV_PO), ""), ["aanmelding-1"]);
    assert_eq!(zaak.leest(loket(SWV_VO), ""), "-");
    assert_eq!(zaak.leest(deskundige("p-vink"), ""), "-");
}

#[test]
fn a_school_of_registration_knows_its_own_registration_and_a_stranger_knows_none() {
    let mut zaak = aangemeld();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    for (who, cases) in [
        (ib(WATERJUFFER), vec!["aanmelding-1"]),
        (directie(WATERJUFFER), vec!["aanmelding-1"]),
        (ib(IJSVOGEL), vec!["aanmelding-2"]),
        (directie(IJSVOGEL), vec!["aanmelding-2"]),
        (ib(LIBEL), vec![]),
        (loket(SWV_PO), vec![]),
        (ouder(), vec!["aanmelding-1", "aanmelding-2"]),
        (actor("p-vreemd", Rol::Ouder, "gezin/2026-000017"), vec![]),
    ] {
        assert_eq!(zaak.weet_van(who.clone(), ""), cases, "{who:?}");
    }
}

#[test]
fn a_teacher_of_a_school_where_the_child_is_only_registered_reads_nothing() {
    let zaak = aangemeld();
    for groep in ["", "3", "5"] {
        assert_eq!(zaak.leest(leerkracht(WATERJUFFER), groep), "-", "{groep:?}");
    }
}

#[test]
fn a_school_reads_as_long_as_parents_can_object_and_no_longer() {
    let mut admitted = aangemeld();
    admitted.als(ib(WATERJUFFER)).doe(laat_toe("2026-08-01")).op("2026-08-01");
    assert_ne!(admitted.leest(ib(WATERJUFFER), ""), "-", "as its school");
    let mut withdrawn = aangemeld();
    withdrawn.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() });
    for (day, reads) in
        [("2026-03-02", true), ("2026-09-01", true), ("2026-09-02", false), ("2030-01-01", false)]
    {
        assert_eq!(withdrawn.op(day).leest(ib(WATERJUFFER), "") != "-", reads, "{day}");
    }
}

#[test]
fn a_former_school_reads_nothing_from_the_day_on_which_the_child_is_gone() {
    let mut zaak = ingeschreven();
    zaak.doe(crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d("2026-04-01")));
    for (day, reads) in [("2026-03-31", true), ("2026-04-01", false)] {
        zaak.op(day);
        assert_eq!(zaak.leest(ib(WATERJUFFER), "") != "-", reads, "{day}");
        assert_eq!(zaak.leest(leerkracht(WATERJUFFER), "5") != "-", reads, "{day}");
    }
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-01"));
    assert_ne!(zaak.leest(ib(IJSVOGEL), ""), "-");
}

/// A school that uses a declaration has what is handed over to it; the file in which the declaration was granted stays closed.
#[test]
fn a_school_of_placement_reads_nothing_by_the_declaration_alone() {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    for day in ["2026-07-31", "2026-08-01", "2028-07-31", "2028-08-01"] {
        assert_eq!(zaak.op(day).leest(ib(LIBEL), ""), "-", "{day}");
        assert!(zaak.weet_van(ib(LIBEL), "").is_empty(), "{day}");
    }
    zaak.op("2026-08-01").op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    assert!(zaak.weet_van(ib(LIBEL), "").contains(&"aanvraag-1".to_owned()), "its pupil came with it");
}
