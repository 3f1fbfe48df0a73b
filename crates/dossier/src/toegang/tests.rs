use super::*;

fn d(y: i16, m: i8, day: i8) -> Date {
    Date::new(y, m, day).unwrap()
}

fn kijker(rol: Rol, organisatie: &str, groep: &str) -> Kijker {
    Kijker {
        actor: Actor { persoon: "p-1".parse().unwrap(), rol, organisatie: organisatie.parse().unwrap() },
        groep: groep.into(),
    }
}

fn relation(organisatie: &str, soort: RelatieSoort, lopend: bool, groep: &str) -> Betrokkenheid {
    Betrokkenheid {
        wie: Wie::Organisatie(organisatie.parse().unwrap()),
        soort,
        van: d(2026, 1, 1),
        tot: None,
        lopend,
        handelt: lopend,
        groep: groep.into(),
        zaken: Zaken::Alle,
        kent_kind: true,
        gegeven_tot_en_met: None,
    }
}

#[test]
fn the_matrix_covers_every_role_and_every_command() {
    let matrix = Matrix::load().unwrap();
    for rol in crate::rol::ROLLEN {
        assert!(matrix.rijen.contains_key(&rol), "{rol}");
    }
}

#[test]
fn a_job_title_alone_gives_nothing() {
    let matrix = Matrix::load().unwrap();
    let ib = kijker(Rol::Ib, "school/99AA00", "");
    for deel in Deel::ALL {
        assert!(!matrix.toegang(&ib, &[], *deel, Handeling::Lezen, d(2026, 3, 1)).toegestaan);
    }
    let other = relation("school/99BB00", RelatieSoort::Inschrijving, true, "");
    assert!(!matrix.toegang(&ib, &[other], Deel::B, Handeling::Lezen, d(2026, 3, 1)).toegestaan);
}

#[test]
fn a_teacher_sees_the_own_group_only_and_no_medical_data() {
    let matrix = Matrix::load().unwrap();
    let enrolled = [relation("school/99AA00", RelatieSoort::Inschrijving, true, "5")];
    let own = kijker(Rol::Leerkracht, "school/99AA00", "5");
    let other = kijker(Rol::Leerkracht, "school/99AA00", "6");
    let none = kijker(Rol::Leerkracht, "school/99AA00", "");
    let on = d(2026, 3, 1);
    assert!(matrix.toegang(&own, &enrolled, Deel::F, Handeling::Vastleggen, on).toegestaan);
    assert!(!matrix.toegang(&other, &enrolled, Deel::A, Handeling::Lezen, on).toegestaan);
    assert!(!matrix.toegang(&none, &enrolled, Deel::A, Handeling::Lezen, on).toegestaan);
    assert!(!matrix.toegang(&own, &enrolled, Deel::E, Handeling::Lezen, on).toegestaan);
}

#[test]
fn the_partnership_reads_only_while_a_request_runs() {
    let matrix = Matrix::load().unwrap();
    let loket = kijker(Rol::Loket, "swv/PO9901", "");
    let on = d(2026, 3, 1);
    let running = [relation("swv/PO9901", RelatieSoort::Swv, true, "")];
    let register = [relation("swv/PO9901", RelatieSoort::Swv, false, "")];
    assert!(matrix.toegang(&loket, &running, Deel::E, Handeling::Lezen, on).toegestaan);
    let refused = matrix.toegang(&loket, &register, Deel::E, Handeling::Lezen, on);
    assert!(!refused.toegestaan);
    assert_eq!(nl(&refused.reden), "er loopt nu geen aanvraag, aanmelding of zaak waarvoor dit nodig is");
    assert!(matrix.toegang(&loket, &register, Deel::G, Handeling::Lezen, on).toegestaan);
}

#[test]
fn a_relation_that_ended_gives_nothing() {
    let matrix = Matrix::load().unwrap();
    let ib = kijker(Rol::Ib, "school/99AA00", "");
    let ended = Betrokkenheid {
        tot: Some(d(2026, 3, 1)),
        ..relation("school/99AA00", RelatieSoort::Inschrijving, true, "")
    };
    assert!(
        matrix
            .toegang(&ib, std::slice::from_ref(&ended), Deel::B, Handeling::Lezen, d(2026, 2, 28))
            .toegestaan
    );
    assert!(!matrix.toegang(&ib, &[ended], Deel::B, Handeling::Lezen, d(2026, 3, 1)).toegestaan);
}

#[test]
fn only_the_decision_maker_decides_and_only_experts_advise() {
    let matrix = Matrix::load().unwrap();
    let on = d(2026, 3, 1);
    let running = [relation("swv/PO9901", RelatieSoort::Swv, true, "")];
    assert!(
        matrix.mag(&kijker(Rol::Besluitnemer, "swv/PO9901", ""), &running, "neem_besluit", on).toegestaan
    );
    let loket = matrix.mag(&kijker(Rol::Loket, "swv/PO9901", ""), &running, "neem_besluit", on);
    assert!(!loket.toegestaan);
    assert_eq!(nl(&loket.reden), "dit doet: besluitnemer");
    assert!(!matrix.mag(&kijker(Rol::Ib, "school/99AA00", ""), &running, "breng_advies_uit", on).toegestaan);
}

#[test]
fn who_is_not_concerned_with_the_child_does_nothing_in_any_role() {
    let matrix = Matrix::load().unwrap();
    let on = d(2026, 3, 1);
    for rol in crate::rol::ROLLEN {
        for place in ["school/99AA00", "swv/PO9901", "gezin/2026-000017"] {
            let kijker = kijker(rol, place, "5");
            for act in crate::opdracht::OPDRACHTEN {
                let answer = matrix.mag(&kijker, Grond::Relaties(&[]), act, on);
                assert!(!answer.toegestaan, "{rol} × {act}");
                assert!(!answer.reden.is_leeg(), "{rol} × {act}: why not?");
            }
        }
    }
}

#[test]
fn a_proof_is_for_its_own_acts_and_asks_the_role_all_the_same() {
    let matrix = Matrix::load().unwrap();
    let acts_of = |rol: Rol, place: &str, bewezen: Bewezen| -> Vec<&str> {
        let kijker = kijker(rol, place, "");
        let may = |act: &&str| matrix.mag(&kijker, Grond::Bewezen(bewezen), act, d(2026, 3, 1)).toegestaan;
        crate::opdracht::OPDRACHTEN.iter().copied().filter(may).collect()
    };
    let family = "gezin/2026-000017";
    assert_eq!(acts_of(Rol::Ouder, family, Bewezen::Oudercode), ["sluit_ouder_aan"]);
    assert_eq!(acts_of(Rol::Leerling, family, Bewezen::Oudercode), ["sluit_ouder_aan"]);
    assert_eq!(
        acts_of(Rol::Ib, "school/99AA00", Bewezen::Verklaring),
        ["meld_verklaring_vervallen", "gebruik_tlv"]
    );
    assert_eq!(acts_of(Rol::Ouder, family, Bewezen::Verklaring), [""; 0]);
    assert_eq!(acts_of(Rol::Ib, "school/99AA00", Bewezen::Oudercode), [""; 0]);
    let directie = acts_of(Rol::Directie, "school/99AA00", Bewezen::Verklaring);
    assert_eq!(
        directie,
        ["meld_verklaring_vervallen", "gebruik_tlv"],
        "enrolling is not what a school leader does"
    );
}

#[test]
fn a_broken_matrix_does_not_load() {
    let text = include_str!("../../../../corpus/toegang/2026-11-28.toml");
    let wrong_cell = text.replacen("A = \"r\"", "A = \"rx\"", 1);
    assert!(matches!(Matrix::parse(&wrong_cell), Err(MatrixError::Cel { .. })));
    let unknown = text.replacen("\"neem_besluit\"", "\"neem_een_besluit\"", 1);
    assert!(matches!(Matrix::parse(&unknown), Err(MatrixError::Opdracht(_))));
}

/// An act that names a relation which a role never looks through could not be done by that role.
#[test]
fn every_role_that_does_an_act_has_a_relation_by_which_it_does() {
    let matrix = Matrix::load().unwrap();
    for (naam, regels) in &matrix.opdrachten {
        for regel in regels {
            for rol in &regel.rollen {
                let through = &matrix.rijen[rol].relatie;
                assert!(regel.relaties.iter().any(|soort| through.contains(soort)), "{rol} × {naam}");
            }
        }
    }
}

fn nl(tekst: &Tekst) -> String {
    teksten::Taal::Nl.zeg(tekst)
}
