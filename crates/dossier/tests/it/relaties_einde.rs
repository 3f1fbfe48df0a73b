//! What a relation lets do ends with its case: a registration that ended takes no child, a placement no longer than the place,
//! and a board has what its school has.

use dossier::aanmelding::afloop::{AanvaardAanbod, TrekAanmeldingIn};
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::leven::opdracht::SchrijfUit;
use dossier::opdracht::OPDRACHTEN;
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::tlv::besluit::GebruikTlv;
use dossier::toegang::{Betrokkenheid, Deel, Kijker, RelatieSoort, Toegang, Wie};
use dossier::{Actor, Rol};
use proptest::prelude::*;

use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, actor, behoefte, d, directie, ib,
    ingeschreven, laat_toe, matrix, meld_aan_bij, nl, ouder, schrijf_in, start, verleend, vestiging,
};
use crate::wandeling::{loop_door, stappen};

/// What may still be done when a case is over: the letter about how it ended leaves, and a mistake in what was recorded.
const NA_AFLOOP: [&str; 10] = [
    "corrigeer",
    "stel_plek_vast",
    "meld_verklaring_vervallen",
    "ga_verklaring_na",
    "verwerk_post",
    "geef_tekst_vrij",
    "herroep_verwijdering",
    "herroep_schorsing",
    "herroep_weigering",
    "zeg_gezien",
];

fn kijker(actor: Actor) -> Kijker {
    Kijker { actor, groep: String::new() }
}

fn vraag(zaak: &Zaak, wie: Actor, opdracht: &str) -> Toegang {
    matrix().mag(&kijker(wie), &zaak.dossier.betrokkenen(), opdracht, zaak.vandaag)
}

fn mag(zaak: &Zaak, wie: Actor, opdracht: &str) -> bool {
    vraag(zaak, wie, opdracht).toegestaan
}

fn delen(zaak: &Zaak, wie: Actor) -> Vec<Deel> {
    matrix().leesbare_delen(&kijker(wie), &zaak.dossier.betrokkenen(), zaak.vandaag)
}

/// A registration that the parents do themselves.
fn door_ouder(school: &str) -> MeldAan {
    MeldAan { ingediend_door: Indiener::Ouder(1), ..meld_aan_bij(school, Schoolsoort::Basisschool) }
}

/// Given a pupil of De Waterjuffer whom the parents also register at De IJsvogel.
fn ook_elders() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ouder()).doe(door_ouder(IJSVOGEL));
    zaak
}

fn trek_in(zaak: &mut Zaak, aanmelding: u32) {
    zaak.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding, reden: String::new() });
}

fn uitgeschreven(school: &str, per: &str) -> SchrijfUit {
    crate::gegeven::schrijf_uit(vestiging(school), d(per))
}

#[test]
fn a_registration_that_ended_lets_its_school_do_nothing_more() {
    let mut zaak = ook_elders();
    assert!(mag(&zaak, ib(IJSVOGEL), "laat_toe"), "while it runs");
    trek_in(&mut zaak, 1);
    assert!(!delen(&zaak, ib(IJSVOGEL)).is_empty(), "it reads on for a while");
    for opdracht in OPDRACHTEN.iter().filter(|naam| !NA_AFLOOP.contains(naam)) {
        for who in [ib(IJSVOGEL), directie(IJSVOGEL)] {
            assert!(!mag(&zaak, who, opdracht), "{opdracht}");
        }
    }
    assert_eq!(
        nl(&vraag(&zaak, ib(IJSVOGEL), "laat_toe").reden),
        "de aanmelding of zaak waardoor u of uw organisatie dit deed, is afgerond"
    );
}

#[test]
fn a_school_registers_no_pupil_of_another_school_and_hears_who_does() {
    let mut zaak = ook_elders();
    for _ in ["while it runs", "when it ended"] {
        let refused = vraag(&zaak, ib(IJSVOGEL), "meld_aan");
        assert!(!refused.toegestaan);
        assert!(nl(&refused.reden).contains("melden de ouders zelf aan"), "{}", nl(&refused.reden));
        if zaak.aanmelding().afloop.is_none() {
            trek_in(&mut zaak, 1);
        }
    }
    assert!(mag(&zaak, ib(WATERJUFFER), "meld_aan"), "its own pupil, for another kind of school");
    // The parents can.
    zaak.als(ouder()).doe(door_ouder(IJSVOGEL));
    assert!(mag(&zaak, ib(IJSVOGEL), "laat_toe"));
}

#[test]
fn when_nothing_came_of_the_first_registration_the_school_that_opened_the_file_has_lost_it_for_good() {
    let mut zaak = aangemeld();
    assert!(mag(&zaak, ib(WATERJUFFER), "wijzig_gezag"));
    trek_in(&mut zaak, 1);
    let life = ["wijzig_gezag", "verbind_persoon", "nodig_ouder_uit", "schrijf_in", "zet_geheimhouding"];
    assert!(life.iter().chain(&["meld_aan"]).all(|opdracht| !mag(&zaak, ib(WATERJUFFER), opdracht)));
    zaak.als(ouder()).doe(door_ouder(WATERJUFFER));
    assert!(mag(&zaak, ib(WATERJUFFER), "stel_behoefte_vast"), "the new registration runs");
    for opdracht in life {
        assert!(!mag(&zaak, ib(WATERJUFFER), opdracht), "{opdracht} came back");
    }
}

#[test]
fn a_school_that_admitted_acts_until_the_first_day_and_one_that_found_a_place_until_there_is_one() {
    let mut zaak = ook_elders();
    zaak.als(ib(IJSVOGEL)).doe(laat_toe("2026-08-01"));
    for (day, acts) in [("2026-03-02", true), ("2026-07-31", true)] {
        assert_eq!(mag(zaak.op(day), ib(IJSVOGEL), "start_tlv_aanvraag"), acts, "{day}");
    }
    let mut found = aangemeld();
    found.doe(behoefte(true)).doe(aanbod("2026-08-01"));
    found.als(ouder()).doe(dossier::aanmelding::afloop::AanvaardAanbod {
        van: None,
        aanmelding: 1,
        aanbod: 1,
        toelichting: String::new(),
    });
    assert!(mag(&found, ib(WATERJUFFER), "start_tlv_aanvraag"), "it has to see to a place");
    found.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-09"));
    for (day, acts) in [("2026-03-08", true), ("2026-03-09", false)] {
        assert_eq!(mag(found.op(day), ib(WATERJUFFER), "start_tlv_aanvraag"), acts, "{day}");
    }
}

/// Given a child that De Libel places with a declaration from 1 August 2026.
fn geplaatst() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    zaak
}

fn reads(zaak: &mut Zaak, who: &Actor, days: [(&str, bool); 2]) {
    for (day, reads) in days {
        assert_eq!(zaak.op(day).leest(who.clone(), "") != "-", reads, "{who:?} on {day}");
    }
}

#[test]
fn a_school_of_placement_has_the_file_no_longer_than_the_place() {
    let mut moved = geplaatst();
    moved.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    moved.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2027-01-11"));
    reads(&mut moved, &ib(LIBEL), [("2027-01-10", true), ("2027-01-11", false)]);
    let mut left = geplaatst();
    left.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2026-12-01");
    left.doe(uitgeschreven(LIBEL, "2027-01-11"));
    reads(&mut left, &ib(LIBEL), [("2027-01-10", true), ("2027-01-11", false)]);
    let mut stays = geplaatst();
    stays.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01"));
    assert_ne!(stays.op("2028-08-01").leest(ib(LIBEL), ""), "-", "as its school");
}

/// How the board of every school is concerned with the child.
fn besturen(zaak: &Zaak) -> Vec<Betrokkenheid> {
    zaak.dossier.betrokken_besturen(|school| {
        Some(format!("bestuur/{}", board_of(&school.to_string())).parse().unwrap())
    })
}

/// Each school has a board of its own.
fn board_of(school: &str) -> u32 {
    1000 + u32::try_from(
        [WATERJUFFER, IJSVOGEL, LIBEL].iter().position(|known| *known == school).unwrap_or(9),
    )
    .unwrap()
}

fn board_reads(zaak: &Zaak, on: &str) -> bool {
    let viewer = kijker(actor("p-bestuur", Rol::BevoegdGezag, &format!("bestuur/{}", board_of(WATERJUFFER))));
    !matrix().leesbare_delen(&viewer, &besturen(zaak), d(on)).is_empty()
}

#[test]
fn a_request_that_was_never_sent_is_the_boards_no_longer_than_the_pupil_is_the_schools() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).doe(uitgeschreven(WATERJUFFER, "2026-03-10"));
    assert!(board_reads(&zaak, "2026-03-09"));
    assert!(!board_reads(&zaak, "2026-03-10"));
}

#[test]
fn after_a_yes_to_a_place_elsewhere_the_board_sees_to_it_until_the_child_is_there() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(aanbod("2026-04-01"));
    zaak.doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: "brief van 2 maart".into() });
    assert!(board_reads(&zaak, "2026-05-01"), "the duty of care is still its own");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-01"));
    assert!(board_reads(&zaak, "2026-03-31"));
    assert!(!board_reads(&zaak, "2026-04-01"), "the child has the place");
}

#[test]
fn a_board_knows_the_child_itself_as_long_as_its_school_does() {
    let mut zaak = aangevraagd();
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-10"));
    let knows = |on: &str| {
        let relations = besturen(&zaak);
        let board = Wie::Organisatie(format!("bestuur/{}", board_of(WATERJUFFER)).parse().unwrap());
        relations.iter().any(|b| b.wie == board && b.is_current(d(on)) && b.kent_kind)
    };
    assert!(knows("2026-03-09"));
    assert!(!knows("2026-03-10") && board_reads(&zaak, "2026-03-10"), "the request runs, the child is gone");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_board_has_nothing_that_its_school_has_not(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        let schools = zaak.dossier.betrokkenen();
        for board in besturen(&zaak) {
            let Some(last) = board.tot.and_then(|tot| base::dates::plus_days(tot, -1)).or(Some(zaak.vandaag.max(board.van))) else { continue };
            for on in [board.van, last] {
                let has = |b: &&Betrokkenheid| {
                    let Wie::Organisatie(own) = &b.wie else { return false };
                    let of_board = own.vestiging().is_some_and(|school| {
                        board.wie == Wie::Organisatie(format!("bestuur/{}", board_of(&school.to_string())).parse().unwrap())
                    });
                    of_board && b.is_current(on) && (b.kent_kind || !board.kent_kind)
                        && zaak.dossier.onderwerpen().all(|zaak| !board.zaken.bevat(zaak) || b.zaken.bevat(zaak))
                };
                prop_assert!(schools.iter().any(|b| has(&b)), "{board:?} on {on}");
            }
        }
    }

    #[test]
    fn a_school_registers_its_own_pupils_and_those_of_no_other(stappen in stappen(50)) {
        let zaak = loop_door(&stappen);
        let betrokken = zaak.dossier.betrokkenen();
        for school in [WATERJUFFER, IJSVOGEL, LIBEL] {
            let keeps = betrokken.iter().any(|b| {
                let kinds = [RelatieSoort::Inschrijving, RelatieSoort::Opening];
                b.is_of(&ib(school)) && b.is_current(zaak.vandaag) && kinds.contains(&b.soort)
            });
            prop_assert!(keeps || !mag(&zaak, ib(school), "meld_aan"), "{school}");
        }
    }
}
