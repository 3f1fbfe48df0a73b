//! What stands in the rows of one reader, for files whose turns and relations are given.

use dossier::beurt::{Onderwerp, Zet};
use dossier::rol::Actor;
use dossier::toegang::Zaken;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn school(code: &str) -> OrganisatieId {
    format!("school/{code}").parse().unwrap()
}

fn turn(rol: Rol, organisatie: &OrganisatieId, van: &str, tot: Option<&str>) -> Beurt {
    Beurt {
        zet: Zet::ALL[0],
        onderwerp: Some(Onderwerp::Aanmelding(1)),
        rol,
        organisatie: organisatie.clone(),
        persoon: None,
        van: day(van),
        tot: tot.map(day),
        uiterlijk: Some(day("2026-06-01")),
        einddag: None,
        grond: teksten::Tekst::leeg(),
        grond_einddag: teksten::Tekst::leeg(),
        bepaling: None,
        vervolg: false,
    }
}

fn registration(organisatie: &OrganisatieId, tot: Option<&str>) -> Betrokkenheid {
    Betrokkenheid {
        wie: Wie::Organisatie(organisatie.clone()),
        soort: RelatieSoort::Aanmelding,
        van: day("2026-01-12"),
        tot: tot.map(day),
        lopend: true,
        handelt: true,
        groep: String::new(),
        zaken: Zaken::Alle,
        kent_kind: true,
        gegeven_tot_en_met: None,
    }
}

fn looks(name: &str, rol: Rol, organisatie: &OrganisatieId, groep: &str) -> Kijker {
    let actor = Actor { persoon: name.parse().unwrap(), rol, organisatie: organisatie.clone() };
    Kijker { actor, groep: groep.into() }
}

/// A file in which nothing stands.
fn file() -> Dossier {
    Dossier::new("2026-000001".parse().unwrap())
}

fn told<'a>(file: &'a Dossier, beurten: &'a [Beurt], betrokken: &'a [Betrokkenheid]) -> Told<'a> {
    Told { stand: Stand::of(file), beurten, betrokken, dicht: Vec::new(), today: day("2026-03-02") }
}

fn zichten<'a>(matrix: &'a Matrix, betrokken: &'a [Betrokkenheid]) -> Vec<Zicht<'a>> {
    matrix.zichten(betrokken, &[Onderwerp::Aanmelding(1)], day("2026-03-02"))
}

#[test]
fn a_row_ends_where_a_turn_begins_or_ends() {
    let (here, matrix) = (school("99AA00"), Matrix::load().unwrap());
    let beurten = [
        turn(Rol::Ib, &here, "2026-02-01", Some("2026-03-28")),
        turn(Rol::Directie, &here, "2026-03-20", None),
    ];
    let betrokken = [registration(&here, Some("2026-05-01"))];
    let zicht = &zichten(&matrix, &betrokken)[0];
    let rows = told(&file(), &beurten, &betrokken).to(zicht, &reader("ib", zicht.wie, ""));
    let seen: Vec<_> = rows.iter().map(|row| (row.van, row.tot, row.wacht_op_rol.as_deref())).collect();
    let expected = [
        (day("2026-01-12"), Some(day("2026-03-20")), Some("ib")),
        (day("2026-03-20"), Some(day("2026-03-28")), Some("ib")),
        (day("2026-03-28"), Some(day("2026-05-01")), Some("directie")),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn what_begins_far_ahead_has_rows_from_four_weeks_before() {
    let (here, there, matrix) = (school("99AA00"), school("99BB00"), Matrix::load().unwrap());
    let beurten = [turn(Rol::Ib, &here, "2026-02-01", None), turn(Rol::Ib, &there, "2026-03-31", None)];
    let betrokken = [registration(&here, None)];
    let zicht = &zichten(&matrix, &betrokken)[0];
    let file = file();
    let rows = |today: &str| {
        let told = Told { today: day(today), ..told(&file, &beurten, &betrokken) };
        (told.to(zicht, &reader("ib", zicht.wie, "")).len(), told.waiting(zicht).len(), told.own().len())
    };
    assert_eq!(rows("2026-03-02"), (1, 1, 1));
    assert_eq!(rows("2026-03-03"), (2, 3, 2));
}

#[test]
fn nobody_waits_for_their_own_turn_and_everybody_for_that_of_a_colleague() {
    let (here, there, matrix) = (school("99AA00"), school("99BB00"), Matrix::load().unwrap());
    let beurten = [turn(Rol::Ib, &here, "2026-02-01", None), turn(Rol::Ib, &there, "2026-02-01", None)];
    let betrokken = [registration(&here, None)];
    let zicht = &zichten(&matrix, &betrokken)[0];
    let wie = Wie::Organisatie(here);
    let waiting: Vec<_> = told(&file(), &beurten, &betrokken)
        .waiting(zicht)
        .into_iter()
        .map(|row| (row.lezer, row.nr))
        .collect();
    let expected =
        [(Rol::Directie, 1), (Rol::Ib, 2), (Rol::Directie, 2)].map(|(rol, nr)| (waits(rol, &wie, ""), nr));
    assert!(waiting.len() == 3 && expected.iter().all(|row| waiting.contains(row)), "{waiting:?}");
}

#[test]
fn a_turn_is_waited_for_as_long_as_the_file_is_seen() {
    let (here, there, matrix) = (school("99AA00"), school("99BB00"), Matrix::load().unwrap());
    let beurten = [turn(Rol::Ib, &there, "2026-02-01", Some("2026-06-01"))];
    let betrokken = [registration(&here, Some("2026-05-01"))];
    let zicht = &zichten(&matrix, &betrokken)[0];
    let rows = told(&file(), &beurten, &betrokken).waiting(zicht);
    assert!(rows.iter().all(|row| (row.van, row.tot) == (day("2026-02-01"), Some(day("2026-05-01")))));
    let own: Vec<_> = told(&file(), &beurten, &betrokken).own();
    assert_eq!(own[0].lezer, own_turns(Rol::Ib, &there, ""));
    assert_eq!(own[0].tot, Some(day("2026-06-01")));
    let over = [turn(Rol::Ib, &there, "2026-02-01", Some("2026-03-02"))];
    assert_eq!(
        (told(&file(), &over, &betrokken).own().len(), told(&file(), &over, &betrokken).waiting(zicht).len()),
        (0, 0)
    );
}

#[test]
fn the_turn_of_an_expert_is_theirs_alone() {
    let swv = "PO9901".parse::<base::SwvCode>().unwrap().organisatie();
    let expert = |name: &str| looks(name, Rol::Deskundige, &swv, "");
    let beurt = Beurt { persoon: "a-specht".parse().ok(), ..turn(Rol::Deskundige, &swv, "2026-02-01", None) };
    let beurten = [beurt];
    let assigned = |voor: &OrganisatieId| Betrokkenheid {
        wie: Wie::Persoon { persoon: "a-specht".parse().unwrap(), voor: Some(voor.clone()) },
        soort: RelatieSoort::Deskundige,
        ..registration(&swv, None)
    };
    let other = "VO9901".parse::<base::SwvCode>().unwrap().organisatie();
    let betrokken = [assigned(&swv), assigned(&other)];
    let own: Vec<_> = told(&file(), &beurten, &betrokken).own().into_iter().map(|row| row.lezer).collect();
    assert_eq!(own, [eigen_lijst(&expert("a-specht")).unwrap()]);
    assert_ne!(own, [eigen_lijst(&expert("b-uil")).unwrap()]);
}

#[test]
fn a_turn_of_a_teacher_stands_with_the_group_of_the_child_and_with_no_other() {
    let (here, there) = (school("99AA00"), school("99BB00"));
    let enrolled = |groep: &str, van: &str, tot| Betrokkenheid {
        soort: RelatieSoort::Inschrijving,
        groep: groep.into(),
        van: day(van),
        ..registration(&here, tot)
    };
    let betrokken = [
        enrolled("5", "2026-01-12", Some("2026-03-16")),
        enrolled("6", "2026-03-16", None),
        Betrokkenheid { groep: "7".into(), ..registration(&here, None) },
        Betrokkenheid { wie: Wie::Organisatie(there.clone()), ..enrolled("5", "2026-01-12", None) },
    ];
    let beurten = [turn(Rol::Leerkracht, &here, "2026-02-01", Some("2026-06-01"))];
    let own: Vec<_> = told(&file(), &beurten, &betrokken).own();
    let own: Vec<_> = own.into_iter().map(|row| (row.lezer, row.van, row.tot)).collect();
    let of = |groep: &str| eigen_lijst(&looks("a-mees", Rol::Leerkracht, &here, groep));
    let expected = [
        (of("5").unwrap(), day("2026-02-01"), Some(day("2026-03-16"))),
        (of("6").unwrap(), day("2026-03-16"), Some(day("2026-06-01"))),
    ];
    assert_eq!(own, expected);
    assert_eq!((of(""), lijst_samen(Rol::Leerkracht, &here)), (None, None));
}

#[test]
fn what_a_teacher_waits_for_is_of_the_own_group() {
    let (here, matrix) = (school("99AA00"), Matrix::load().unwrap());
    let blik = matrix.blik(Rol::Leerkracht).unwrap();
    let of = |groep: &str| group_of(blik, &looks("a-mees", Rol::Leerkracht, &here, groep)).map(str::to_owned);
    assert_eq!((of("5"), of("")), (Some("5".to_owned()), None));
    // A teacher reads no case of today: one of a part that a teacher does read.
    let reads = Blik { zaken: [Deel::B].into(), ..blik.clone() };
    let onderwerp = Onderwerp::Aanmelding(1);
    let zicht = Zicht {
        blik: &reads,
        wie: &Wie::Organisatie(here.clone()),
        groep: "5",
        van: day("2026-01-12"),
        tot: None,
        zaken: [(onderwerp, [Deel::B].into())].into(),
        kent_gegevens: true,
        afgesloten: [].into(),
    };
    let of_school = turn(Rol::Directie, &here, "2026-02-01", None);
    let beurten = [of_school, turn(Rol::Leerkracht, &here, "2026-02-01", None)];
    let waiting: Vec<_> =
        told(&file(), &beurten, &[]).waiting(&zicht).into_iter().map(|row| (row.lezer, row.nr)).collect();
    assert_eq!(waiting, [(waits(Rol::Leerkracht, zicht.wie, "5"), 1)]);
    assert_ne!(waits(Rol::Leerkracht, zicht.wie, "5"), waits(Rol::Leerkracht, zicht.wie, ""));
}

#[test]
fn a_turn_of_a_begeleider_stands_with_who_guides_the_child() {
    let office = school("99CC00");
    let guides = |name: &str| Betrokkenheid {
        wie: Wie::Persoon { persoon: name.parse().unwrap(), voor: Some(office.clone()) },
        soort: RelatieSoort::Begeleiding,
        ..registration(&office, None)
    };
    let betrokken = [guides("a-specht"), guides("b-uil")];
    let list = |name: &str| eigen_lijst(&looks(name, Rol::Begeleider, &office, "")).unwrap();
    let own = |persoon: Option<&str>| -> Vec<_> {
        let persoon = persoon.map(|name| name.parse().unwrap());
        let beurten = [Beurt { persoon, ..turn(Rol::Begeleider, &office, "2026-02-01", None) }];
        told(&file(), &beurten, &betrokken).own().into_iter().map(|row| row.lezer).collect()
    };
    assert_eq!(own(Some("b-uil")), [list("b-uil")]);
    assert_eq!(own(None), [list("a-specht"), list("b-uil")]);
    assert_eq!(lijst_samen(Rol::Begeleider, &office), None);
}

#[test]
fn a_parent_has_the_children_over_whom_they_have_authority() {
    let parent: PersoonId = "ouder-7".parse().unwrap();
    let of = |soort, tot: Option<&str>| Betrokkenheid {
        wie: Wie::persoon(&parent),
        soort,
        ..registration(&school("99AA00"), tot)
    };
    let seen = |betrokken: &[Betrokkenheid]| parents(betrokken, &told(&file(), &[], betrokken)).len();
    assert_eq!(seen(&[of(RelatieSoort::Gezag, None), of(RelatieSoort::Gezag, None)]), 1);
    assert_eq!(seen(&[of(RelatieSoort::Gezag, Some("2026-03-02"))]), 0);
    assert_eq!(seen(&[of(RelatieSoort::UitnodigingOuders, None)]), 0);
}

#[test]
fn a_row_says_from_which_parts_of_the_file_it_comes() {
    let (here, matrix) = (school("99AA00"), Matrix::load().unwrap());
    let of_request = Beurt {
        zet: Zet::DeskundigenToewijzen,
        onderwerp: Some(Onderwerp::Aanvraag(1)),
        uiterlijk: Some(day("2026-05-01")),
        ..turn(Rol::Loket, &here, "2026-03-20", None)
    };
    let beurten = [turn(Rol::Ib, &here, "2026-02-01", Some("2026-03-28")), of_request];
    let betrokken = [registration(&here, None)];
    let cases = [Onderwerp::Aanmelding(1), Onderwerp::Aanvraag(1)];
    let zichten = matrix.zichten(&betrokken, &cases, day("2026-03-02"));
    let file = file();
    let rows = told(&file, &beurten, &betrokken).to(&zichten[0], &reader("ib", zichten[0].wie, ""));
    let delen: Vec<_> = rows.iter().map(|row| (row.van, row.delen.as_str())).collect();
    // Whose turn it is comes from a registration, the next date from a request that was asked for meanwhile.
    let expected = [(day("2026-01-12"), "B"), (day("2026-03-20"), "B,H"), (day("2026-03-28"), "H")];
    assert_eq!(delen, expected);
}

#[test]
fn a_turn_of_a_family_stands_with_each_of_them_as_long_as_they_are_concerned() {
    let gezin: OrganisatieId = "gezin/2026-000001".parse().unwrap();
    let parent = |name: &str, soort, tot| Betrokkenheid {
        wie: Wie::persoon(&name.parse().unwrap()),
        soort,
        ..registration(&school("99AA00"), tot)
    };
    let betrokken = [
        parent("p-een", RelatieSoort::Gezag, None),
        parent("p-twee", RelatieSoort::Gezag, Some("2026-04-01")),
        parent("p-weg", RelatieSoort::Gezag, Some("2026-02-15")),
        parent("p-tolk", RelatieSoort::Machtiging, None),
    ];
    let beurten = [turn(Rol::Ouder, &gezin, "2026-02-01", Some("2026-06-01"))];
    let of = |name: &str| eigen_lijst(&looks(name, Rol::Ouder, &gezin, "")).unwrap();
    let own: Vec<_> =
        told(&file(), &beurten, &betrokken).own().into_iter().map(|row| (row.lezer, row.tot)).collect();
    assert_eq!(own, [(of("p-een"), Some(day("2026-06-01"))), (of("p-twee"), Some(day("2026-04-01")))]);
}

#[test]
fn a_school_with_a_case_alone_is_not_told_where_the_child_is() {
    let (here, matrix) = (school("99AA00"), Matrix::load().unwrap());
    let mut file = file();
    file.inschrijvingen.push(dossier::staat::Inschrijving {
        vestiging: "99BB00".parse().unwrap(),
        schoolnaam: "De IJsvogel".into(),
        schoolsoort: dossier::soort::Schoolsoort::Basisschool,
        swv: None,
        groep: "5".into(),
        van: day("2026-01-12"),
        tot: None,
        vastgelegd_op: day("2026-01-12"),
        uitgeschreven: false,
        nagaan: false,
        nagegaan_op: None,
        verklaring: None,
    });
    let told_to = |kent_kind| {
        let betrokken = [Betrokkenheid { kent_kind, ..registration(&here, None) }];
        let zicht = &zichten(&matrix, &betrokken)[0];
        let rows = told(&file, &[], &betrokken).to(zicht, &reader("ib", zicht.wie, ""));
        rows.into_iter().map(|row| (row.fase, row.vestiging.map(|v| v.to_string()), row.groep)).next()
    };
    assert_eq!(told_to(false), Some(("geopend".into(), None, None)));
    assert_eq!(told_to(true), Some(("ingeschreven".into(), Some("99BB00".into()), Some("5".into()))));
}
