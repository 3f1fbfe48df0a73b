//! The access matrix, written here again by hand from the design and compared with the data, cell by cell.

use dossier::Actor;
use dossier::beurt::{Onderwerp, Zet};
use dossier::rol::{ROLLEN, Rol};
use dossier::toegang::{Betrokkenheid, Deel, Handeling, Kijker, Matrix, RelatieSoort, Wie, Zaken};

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, aangevraagd, actor, behoefte,
    behoefte_vastgesteld, besluitnemer, d, deskundige, directie, ib, ingeschreven, kind, laat_toe, loket,
    maak_bekend, meld_aan, meld_aan_bij, nl, ouder, schrijf_in, start, verleen, verleend, zienswijze,
};
use dossier::aanmelding::afloop::MeldFeitelijkeWeigering;
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::tlv::opdracht::StartTlvAanvraag;

/// A B C D E F G H I J K2 L N, as in the design: r read, w write, * only while something runs, o own.
pub(crate) const CELLS: [(Rol, &str); 20] = [
    (Rol::Leerkracht, "r – r r – rw r – rw o – – –"),
    (Rol::Ib, "rw rw rw rw rw rw r+o rw rw rw r* r r"),
    (Rol::Begeleider, "r – r r – rw rw – r o – – –"),
    (Rol::Directie, "r rw rw r r r r rw r rw rw – r"),
    (Rol::CommissieBegeleiding, "r – rw rw rw rw r rw r o – r –"),
    (Rol::BevoegdGezag, "r* r* r* – – – r r* – r* rw – –"),
    (Rol::Loket, "r* r*+o r* r* r* r* rw rw* r* rw* r*+o – r"),
    (Rol::Deskundige, "r* – r* r* r* r* r* r*+o r* o – – –"),
    (Rol::Besluitnemer, "r* r* r* r* r* r* rw rw* r* rw* r* – –"),
    // The bundle and the own advice on it; nothing else of the file.
    (Rol::Bezwaarcommissie, "– – – – – – – – – – r*+o – –"),
    // Counts are pages of their own, made without opening a file.
    (Rol::DirecteurSwv, "– – – – – – – – – rw* rw* – –"),
    (Rol::Controller, "– – – – – – – – – – – – –"),
    (Rol::Leerplicht, "r* r* – – – – – – rw rw* – o –"),
    (Rol::Jeugdhulp, "r – r – – r – – r* o – rw –"),
    // The copy that the parents give is theirs, and no part of the file.
    (Rol::Steunpunt, "– – – – – – – – – – – – –"),
    // 'own' contact data, 'agree' and 'view' are own contributions.
    (Rol::Ouder, "o rw r r r r+o r r+o r r+o rw r r"),
    // Of age, 'instead of the parents'.
    (Rol::Leerling, "r+o rw r r r r+o r r+o r r+o rw r r"),
    (Rol::PrivacyOfficer, "– – – – – – – – – – – – r*"),
    (Rol::Organisatiebeheerder, "– – – – – – – – – – – – –"),
    (Rol::Beheerder, "– – – – – – – – – – – – –"),
];

pub(crate) const COLUMNS: [Deel; 13] = [
    Deel::A,
    Deel::B,
    Deel::C,
    Deel::D,
    Deel::E,
    Deel::F,
    Deel::G,
    Deel::H,
    Deel::I,
    Deel::J,
    Deel::K2,
    Deel::L,
    Deel::N,
];

fn matrix() -> Matrix {
    Matrix::load().expect("the matrix loads")
}

fn leest(actor: Actor, groep: &str, betrokken: &[Betrokkenheid], deel: Deel, on: &str) -> bool {
    let kijker = Kijker { actor, groep: groep.into() };
    matrix().toegang(&kijker, betrokken, deel, Handeling::Lezen, d(on)).toegestaan
}

#[test]
fn every_cell_is_as_the_design_has_it() {
    let matrix = matrix();
    assert_eq!(CELLS.map(|(rol, _)| rol), ROLLEN);
    for (rol, row) in CELLS {
        let cells: Vec<&str> = row.split(' ').collect();
        assert_eq!(cells.len(), COLUMNS.len(), "{rol}");
        for (deel, cell) in COLUMNS.into_iter().zip(cells) {
            assert_eq!(matrix.cel(rol, deel), cell, "{rol} × {deel:?}");
        }
    }
}

#[test]
fn own_preparation_of_a_dispute_is_for_the_family_and_notes_are_for_nobody_else() {
    let matrix = matrix();
    for rol in ROLLEN {
        let family = matches!(rol, Rol::Ouder | Rol::Leerling);
        assert_eq!(matrix.cel(rol, Deel::K1), if family { "rw" } else { "–" }, "{rol}");
        assert_eq!(matrix.cel(rol, Deel::M), "–", "{rol}");
    }
}

#[test]
fn every_cell_decides_as_it_reads() {
    let matrix = matrix();
    for (rol, row) in CELLS {
        for (deel, cell) in COLUMNS.into_iter().zip(row.split(' ')) {
            for soort in RelatieSoort::ALL {
                for lopend in [true, false] {
                    let who = actor("p-1", rol, "school/99AA00");
                    let relation = Betrokkenheid {
                        wie: Wie::Organisatie(who.organisatie.clone()),
                        soort: *soort,
                        van: d("2026-01-01"),
                        tot: None,
                        lopend,
                        handelt: lopend,
                        groep: "5".into(),
                        zaken: Zaken::Alle,
                        kent_kind: true,
                        gegeven_tot_en_met: None,
                    };
                    let kijker = Kijker { actor: who, groep: "5".into() };
                    let read = matrix.toegang(
                        &kijker,
                        std::slice::from_ref(&relation),
                        deel,
                        Handeling::Lezen,
                        d("2026-03-02"),
                    );
                    if read.toegestaan {
                        assert!(cell.contains('r') || cell.contains('o'), "{rol} × {deel:?} by {soort:?}");
                        assert!(lopend || !cell.contains('*'), "{rol} × {deel:?} while nothing runs");
                    }
                    let write =
                        matrix.toegang(&kijker, &[relation], deel, Handeling::Vastleggen, d("2026-03-02"));
                    assert!(
                        !write.toegestaan || cell.contains('w') || cell.contains('o'),
                        "{rol} × {deel:?}"
                    );
                    assert!(read.toegestaan || !read.reden.is_leeg());
                }
            }
        }
    }
}

#[test]
fn a_teacher_reads_of_the_own_group_and_a_school_without_a_tie_reads_nothing() {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01"));
    let betrokken = zaak.dossier.betrokkenen();
    let teacher = |school: &str| actor("p-juf", Rol::Leerkracht, &format!("school/{school}"));
    assert!(leest(teacher(WATERJUFFER), "5", &betrokken, Deel::F, "2026-03-02"));
    assert!(!leest(teacher(WATERJUFFER), "6", &betrokken, Deel::F, "2026-03-02"));
    assert!(!leest(teacher(WATERJUFFER), "", &betrokken, Deel::F, "2026-03-02"));
    assert!(!leest(teacher(WATERJUFFER), "5", &betrokken, Deel::E, "2026-03-02"));
    assert!(!leest(ib(IJSVOGEL), "", &betrokken, Deel::A, "2026-03-02"));
    assert!(!leest(loket(SWV_PO), "", &betrokken, Deel::A, "2026-03-02"), "no request runs");
}

#[test]
fn a_second_school_of_registration_has_a_tie_of_its_own_that_ends_after_its_decision() {
    let mut zaak = aangemeld();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert!(leest(ib(IJSVOGEL), "", &zaak.dossier.betrokkenen(), Deel::B, "2026-03-02"));
    zaak.als(ib(WATERJUFFER)).doe(laat_toe("2026-08-01"));
    let betrokken = zaak.dossier.betrokkenen();
    assert!(leest(ib(WATERJUFFER), "", &betrokken, Deel::B, "2026-08-01"), "by enrolment");
    let registration = betrokken.iter().find(|b| b.soort == RelatieSoort::Aanmelding).unwrap();
    assert_eq!((registration.tot, registration.lopend), (Some(d("2026-09-02")), false));
}

/// The cases of a file of which somebody may know today.
fn zaken(zaak: &Zaak, actor: Actor, groep: &str) -> Vec<String> {
    let (matrix, kijker) = (matrix(), Kijker { actor, groep: groep.into() });
    let betrokken = zaak.dossier.betrokkenen();
    let seen = |onderwerp: &Onderwerp| matrix.ziet_zaak(&kijker, &betrokken, *onderwerp, zaak.vandaag);
    zaak.dossier.onderwerpen().filter(seen).map(|onderwerp| onderwerp.to_string()).collect()
}

#[test]
fn a_school_hears_nothing_of_a_registration_elsewhere() {
    let mut zaak = aangemeld();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanmelding-1"]);
    assert_eq!(zaken(&zaak, ib(IJSVOGEL), ""), ["aanmelding-2"]);
    assert_eq!(zaken(&zaak, ouder(), ""), ["aanmelding-1", "aanmelding-2"]);
    // A child that comes to a school brings its own history there, not that of yet another school.
    zaak.als(ib(WATERJUFFER)).op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02"));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanmelding-1"]);
    let group = zaak.dossier.inschrijvingen[0].groep.clone();
    let teacher = actor("p-juf", Rol::Leerkracht, &format!("school/{WATERJUFFER}"));
    assert_eq!(zaken(&zaak, teacher, &group), [""; 0], "a teacher reads of the child, of no case");
}

#[test]
fn a_partnership_knows_the_request_and_its_school_and_an_expert_the_request() {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", dossier::soort::Discipline::Orthopedagoog);
    let of_school = zaken(&zaak, loket(SWV_PO), "");
    assert!(of_school.contains(&"aanvraag-1".to_owned()), "{of_school:?}");
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert_eq!(zaken(&zaak, loket(SWV_PO), ""), of_school, "and not where else the child is registered");
    assert_eq!(zaken(&zaak, deskundige("p-vink"), ""), ["aanvraag-1"]);
    let elsewhere = zaken(&zaak, ib(IJSVOGEL), "");
    assert!(elsewhere.iter().all(|zaak| zaak.starts_with("aanmelding")), "{elsewhere:?}");
}

/// Given a child of De Waterjuffer that the parents also register at De IJsvogel, which finds that it needs support.
fn ook_elders_aangemeld() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool)).doe(behoefte(true));
    zaak
}

fn start_bij(school: &str, soort: TlvSoort) -> StartTlvAanvraag {
    StartTlvAanvraag {
        vestiging: crate::gegeven::vestiging(school),
        schoolnaam: "De school".into(),
        ..start(soort)
    }
}

fn known_need(zaak: &Zaak) -> bool {
    let aanvraag = zaak.aanvraag();
    dossier::tlv::checklist::bekend(&zaak.dossier, aanvraag, "ondersteuningsbehoefte", zaak.vandaag).is_some()
}

#[test]
fn a_form_is_not_filled_from_the_case_of_another_school() {
    let mut zaak = ook_elders_aangemeld();
    zaak.als(ib(WATERJUFFER)).doe(start(TlvSoort::So));
    assert!(!known_need(&zaak), "De IJsvogel found it, and De Waterjuffer does not know of that");
    zaak.als(ib(IJSVOGEL)).doe(start_bij(IJSVOGEL, TlvSoort::So));
    assert!(known_need(&zaak), "a school fills in what it found itself");
}

#[test]
fn what_one_school_asks_does_not_stop_another_that_may_not_know_of_it() {
    let mut zaak = ook_elders_aangemeld();
    zaak.als(ib(IJSVOGEL)).doe(start_bij(IJSVOGEL, TlvSoort::So));
    zaak.weigert(start_bij(IJSVOGEL, TlvSoort::So)).met("loopt_al");
    zaak.als(ib(WATERJUFFER)).doe(start(TlvSoort::So));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanvraag-2"]);
    assert_eq!(zaken(&zaak, ib(IJSVOGEL), ""), ["aanmelding-1", "aanvraag-1"]);
    let renewal = StartTlvAanvraag { verlenging_van: Some(1), ..start(TlvSoort::Sbo) };
    assert!(zaak.vraag(renewal).is_err(), "nor does it renew a declaration that it does not know");
}

#[test]
fn the_school_that_places_a_child_knows_the_request_that_gave_the_declaration() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(meld_aan()).doe(behoefte(true)).doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let invoer = crate::gegeven::volledig(&zaak, 1);
    zaak.doe(dossier::tlv::opdracht::VraagTlvAan { aanvraag: 1, invoer });
    zaak.met_advies("p-vink", dossier::soort::Discipline::Orthopedagoog)
        .met_advies("p-mees", dossier::soort::Discipline::KinderOfJeugdpsycholoog);
    zaak.als(besluitnemer(SWV_PO)).doe(verleen());
    let vandaag = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(vandaag));
    zaak.als(ib(LIBEL)).doe(dossier::tlv::besluit::GebruikTlv {
        aanvraag: 1,
        vestiging: crate::gegeven::vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2026-08-01");
    assert_eq!(zaken(&zaak, ib(LIBEL), ""), ["aanvraag-1"], "and not where else the child was registered");
    // The next school has it from De Libel.
    let out = crate::gegeven::schrijf_uit(crate::gegeven::vestiging(LIBEL), d("2027-08-01"));
    zaak.doe(out)
        .als(ib(IJSVOGEL))
        .op_school(schrijf_in(IJSVOGEL, Schoolsoort::So, "2027-08-01"))
        .op("2027-08-01");
    assert_eq!(zaken(&zaak, ib(IJSVOGEL), ""), ["aanvraag-1"]);
}

#[test]
fn the_school_that_a_child_leaves_hears_nothing_of_the_request_that_takes_it_elsewhere() {
    let mut zaak = ook_elders_aangemeld();
    zaak.als(ib(IJSVOGEL)).doe(start_bij(IJSVOGEL, TlvSoort::So));
    zaak.feit(dossier::tlv::besluitfeiten::TlvGebruikt {
        aanvraag: 1,
        vestiging: crate::gegeven::vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
    });
    zaak.als(ib(LIBEL)).op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), [""; 0]);
    zaak.op("2026-08-01");
    assert_eq!(zaken(&zaak, ib(LIBEL), ""), ["aanvraag-1"]);
}

#[test]
fn the_school_that_a_child_leaves_reads_the_first_day_elsewhere_and_nothing_of_the_registration_there() {
    let mut zaak = ook_elders_aangemeld();
    zaak.als(ib(WATERJUFFER)).doe(start(TlvSoort::So));
    zaak.als(ib(IJSVOGEL)).doe(laat_toe("2026-08-01"));
    let facts = |wie: Actor, on: &str| {
        let (kijker, betrokken) = (Kijker::from(wie), zaak.dossier.betrokkenen());
        let recht = matrix().leesrecht(&kijker, &zaak.dossier, &betrokken, d(on));
        let read = zaak.dossier.feiten.iter().filter(|feit| recht.leest_feit(&zaak.dossier, feit));
        let read: Vec<&str> = read.map(|feit| feit.inhoud.event_type()).collect();
        let leaves = zaak.dossier.beurten().into_iter();
        let mut leaves = leaves.filter(|beurt| beurt.zet == Zet::UitschrijvenNaarAndereSchool);
        (read.join(" "), leaves.any(|beurt| recht.ziet_beurt(&beurt)))
    };
    for wie in [ib(WATERJUFFER), directie(WATERJUFFER)] {
        let (read, leaves) = facts(wie, "2026-03-02");
        for of_next in ["aangemeld", "behoefte_vastgesteld", "toegelaten"] {
            assert!(!read.contains(of_next), "{of_next} in {read}");
        }
        assert_eq!(
            read.matches("ingeschreven").count(),
            2,
            "its own place and the day on which it ends: {read}"
        );
        assert!(leaves, "it has to deregister the child");
    }
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanvraag-1"]);
    assert!(!known_need(&zaak), "what De IJsvogel found stands in no request of De Waterjuffer");
    // From that day on De IJsvogel has the child, with what it brought.
    zaak.op("2026-08-01");
    assert_eq!(zaken(&zaak, ib(IJSVOGEL), ""), ["aanmelding-1", "aanvraag-1"]);
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), [""; 0]);
}

#[test]
fn a_school_to_which_a_child_comes_back_reads_what_happened_in_between() {
    let mut zaak = ingeschreven();
    let out = crate::gegeven::schrijf_uit(crate::gegeven::vestiging(WATERJUFFER), d("2026-03-02"));
    zaak.doe(out).als(ib(LIBEL)).op_school(schrijf_in(LIBEL, Schoolsoort::Basisschool, "2026-03-02"));
    zaak.doe(start_bij(LIBEL, TlvSoort::So));
    zaak.als(ib(WATERJUFFER)).op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-08-01"));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), [""; 0], "before it is its pupil again");
    zaak.op("2026-08-01");
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanvraag-1"]);
}

#[test]
fn a_former_pupil_who_is_registered_again_brings_nothing_of_the_school_in_between() {
    let mut zaak = ingeschreven();
    let out = crate::gegeven::schrijf_uit(crate::gegeven::vestiging(WATERJUFFER), d("2026-03-02"));
    zaak.doe(out).als(ib(LIBEL)).op_school(schrijf_in(LIBEL, Schoolsoort::Basisschool, "2026-03-02"));
    zaak.doe(start_bij(LIBEL, TlvSoort::So));
    zaak.als(ib(WATERJUFFER)).doe(meld_aan()).doe(start(TlvSoort::So));
    assert_eq!(zaken(&zaak, ib(WATERJUFFER), ""), ["aanmelding-1", "aanvraag-2"]);
    assert_eq!(zaken(&zaak, ib(LIBEL), ""), ["aanvraag-1"]);
}

#[test]
fn a_draft_stays_work_while_the_school_keeps_the_zorgplicht() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(start(TlvSoort::So)).doe(crate::gegeven::aanbod("2026-08-01"));
    zaak.als(ouder()).doe(dossier::aanmelding::afloop::AanvaardAanbod {
        van: None,
        aanmelding: 1,
        aanbod: 1,
        toelichting: "Goed.".into(),
    });
    assert!(zaak.aan_zet().contains(&("aanvraag_invullen", "ib")), "{:?}", zaak.aan_zet());
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-02"));
    assert!(!zaak.aan_zet().contains(&("aanvraag_invullen", "ib")), "the child has a school");
}

#[test]
fn what_a_school_began_is_nobodys_work_when_the_child_has_left() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So));
    assert!(zaak.aan_zet().contains(&("aanvraag_invullen", "ib")));
    zaak.doe(crate::gegeven::schrijf_uit(crate::gegeven::vestiging(WATERJUFFER), d("2026-03-10")));
    assert!(zaak.aan_zet().contains(&("aanvraag_invullen", "ib")), "until the last day");
    zaak.op("2026-03-10");
    assert_eq!(zaak.aan_zet(), []);
    zaak.als(ib(LIBEL)).op_school(schrijf_in(LIBEL, Schoolsoort::Basisschool, "2026-03-10"));
    zaak.doe(start_bij(LIBEL, TlvSoort::So));
    assert_eq!(zaak.aan_zet()[0], ("aanvraag_invullen", "ib"), "the next school begins its own");
}

#[test]
fn a_partnership_reads_while_its_request_runs_and_keeps_its_register_afterwards() {
    let zaak = aangevraagd();
    let running = zaak.dossier.betrokkenen();
    assert!(leest(loket(SWV_PO), "", &running, Deel::E, "2026-03-02"));
    assert!(!leest(loket("PO9905"), "", &running, Deel::A, "2026-03-02"));
    let ended = verleend().dossier.betrokkenen();
    assert!(leest(loket(SWV_PO), "", &ended, Deel::E, "2026-04-13"), "while parents can object");
    assert!(leest(loket(SWV_PO), "", &ended, Deel::E, "2026-10-12"), "and while it decides on an objection");
    assert!(!leest(loket(SWV_PO), "", &ended, Deel::E, "2026-10-13"));
    assert!(leest(loket(SWV_PO), "", &ended, Deel::G, "2026-10-13"));
}

#[test]
fn an_expert_reads_from_the_assignment_to_the_decision_and_only_this_child() {
    let zaak = verleend();
    let betrokken = zaak.dossier.betrokkenen();
    let mut before = aangevraagd();
    assert!(!leest(deskundige("p-vink"), "", &before.dossier.betrokkenen(), Deel::E, "2026-03-02"));
    before.met_advies("p-vink", dossier::soort::Discipline::Orthopedagoog);
    assert!(leest(deskundige("p-vink"), "", &before.dossier.betrokkenen(), Deel::E, "2026-03-02"));
    assert!(!leest(deskundige("p-vink"), "", &betrokken, Deel::E, "2026-03-02"), "made known today");
    assert!(!leest(deskundige("p-raaf"), "", &betrokken, Deel::A, "2026-03-01"));
}

#[test]
fn a_partnership_may_look_where_a_school_refused_in_fact() {
    let mut zaak = behoefte_vastgesteld();
    assert!(!leest(loket(SWV_PO), "", &zaak.dossier.betrokkenen(), Deel::B, "2026-03-02"));
    zaak.als(ouder()).doe(MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-02"),
        wat: "Nee gezegd.".into(),
    });
    assert!(leest(loket(SWV_PO), "", &zaak.dossier.betrokkenen(), Deel::B, "2026-03-02"));
}

#[test]
fn a_parent_reads_the_own_childs_file_and_loses_it_with_authority() {
    let mut zaak = aangemeld();
    let parent = zaak.dossier.betrokkenen();
    assert!(leest(ouder(), "", &parent, Deel::E, "2026-03-02"));
    assert!(!leest(actor("p-mistral", Rol::Ouder, "gezin/2026-000017"), "", &parent, Deel::B, "2026-03-02"));
    zaak.doe(dossier::leven::opdracht::WijzigGezag {
        persoon: 1,
        relatie: Some(dossier::soort::Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    assert!(!leest(ouder(), "", &zaak.dossier.betrokkenen(), Deel::B, "2026-03-02"));
}

#[test]
fn commands_need_the_role_and_a_tie_and_say_who_does_it_otherwise() {
    let matrix = matrix();
    let zaak = aangemeld();
    let betrokken = zaak.dossier.betrokkenen();
    let may =
        |actor: Actor, command: &str| matrix.mag(&Kijker::from(actor), &betrokken, command, d("2026-03-02"));
    assert!(may(directie(WATERJUFFER), "weiger").toegestaan);
    assert!(!may(directie(IJSVOGEL), "weiger").toegestaan);
    assert_eq!(nl(&may(loket(SWV_PO), "weiger").reden), "dit doet: intern begeleider of directie");
    assert_eq!(nl(&may(ib(WATERJUFFER), "verzin_iets").reden), "deze handeling bestaat niet");
    assert_eq!(nl(&may(ib(WATERJUFFER), "schors").reden), "dit doet: directie");
}

#[test]
fn sensitive_parts_are_logged_always() {
    let matrix = matrix();
    let logged: Vec<Deel> = Deel::ALL.iter().copied().filter(|deel| matrix.is_always_logged(*deel)).collect();
    assert_eq!(logged, [Deel::E, Deel::H, Deel::I, Deel::K2, Deel::L]);
    assert!(matrix.wie(Rol::Loket).contains("samenwerkingsverband"));
}
