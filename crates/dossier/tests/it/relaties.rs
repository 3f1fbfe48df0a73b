//! Being concerned with a child in one way gives nothing that belongs to another: registered is not enrolled, one
//! partnership is not the other, one parent is not both.

use dossier::aanmelding::afloop::{AanvaardAanbod, TrekAanmeldingIn, WijsAanbodAf};
use dossier::aanmelding::feiten::Indiener;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::feiten::{Contactgegevens, OuderAangesloten};
use dossier::leven::opdracht::{NodigOuderUit, SchrijfIn, VerbindPersoon, Verhuis, ZetGeheimhouding};
use dossier::leven::stem::Stem;
use dossier::soort::{Discipline, Relatie, Schoolsoort};
use dossier::staat::Adres;
use dossier::tlv::opdracht::GeefZienswijze;
use dossier::toegang::{BekendeGegevens, Betrokkenheid, Deel, Kijker, Matrix, RelatieSoort, Zaken};
use dossier::{Actor, Opdracht, Rol};

use crate::gegeven::{
    IJSVOGEL, SWV_PO, SWV_VO, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, actor, behoefte, d,
    deskundige, directie, horen, ib, ingeschreven, kind, laat_toe, loket, meld_aan_bij, ouder, persoon,
    schors, schrijf_in, verbind, verleend, vestiging, voornemen, zienswijze,
};

/// What is done to the child itself, its people and its places.
const LIFE: [&str; 20] = [
    "verbind_persoon",
    "wijzig_gezag",
    "wijzig_contact",
    "leg_taal_vast",
    "sta_lezing_toe",
    "zoek_ouders",
    "nodig_ouder_uit",
    "beeindig_eigen_pagina",
    "verhuis",
    "meld_pleegzorg",
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
];

fn matrix() -> Matrix {
    Matrix::load().expect("the matrix loads")
}

fn kijker(actor: Actor) -> Kijker {
    Kijker { actor, groep: String::new() }
}

fn mag(zaak: &Zaak, wie: Actor, opdracht: &str) -> bool {
    let betrokken = zaak.dossier.betrokkenen();
    matrix().mag(&kijker(wie), &betrokken, opdracht, zaak.vandaag).toegestaan
}

fn delen(zaak: &Zaak, wie: Actor) -> Vec<Deel> {
    matrix().leesbare_delen(&kijker(wie), &zaak.dossier.betrokkenen(), zaak.vandaag)
}

/// Given a pupil of De Waterjuffer whose parents also register at De IJsvogel.
fn ook_elders() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    zaak
}

#[test]
fn a_school_where_a_child_is_only_registered_changes_nothing_of_the_child_itself() {
    let mut zaak = ook_elders();
    assert!(mag(&zaak, ib(IJSVOGEL), "stel_behoefte_vast"), "its own registration is its own");
    for opdracht in LIFE {
        assert!(!mag(&zaak, ib(IJSVOGEL), opdracht), "{opdracht}");
        assert!(mag(&zaak, ib(WATERJUFFER), opdracht), "{opdracht}");
    }
    zaak.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() });
    assert!(!delen(&zaak, ib(IJSVOGEL)).is_empty(), "it keeps its own part for a while");
    for opdracht in LIFE {
        assert!(!mag(&zaak, ib(IJSVOGEL), opdracht), "{opdracht} after it was withdrawn");
    }
}

#[test]
fn the_school_that_opened_the_file_keeps_it_until_the_child_has_a_school() {
    let mut zaak = aangemeld();
    for opdracht in LIFE {
        assert!(mag(&zaak, ib(WATERJUFFER), opdracht), "{opdracht}: nobody else is there to do it");
    }
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert!(LIFE.iter().all(|opdracht| !mag(&zaak, ib(IJSVOGEL), opdracht)), "the second one came later");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-02"));
    for opdracht in LIFE {
        assert!(!mag(&zaak, ib(WATERJUFFER), opdracht), "{opdracht}: it is the other school's pupil now");
        assert!(mag(&zaak, ib(IJSVOGEL), opdracht), "{opdracht}");
    }
    let mut other = aangemeld();
    other.als(ouder()).doe(TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() });
    assert!(LIFE.iter().all(|opdracht| !mag(&other, ib(WATERJUFFER), opdracht)), "nothing came of it");
}

#[test]
fn a_pupil_is_not_taken_over_by_saying_so() {
    let mut zaak = ook_elders();
    let here = |per: &str| schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, per);
    for per in ["2026-03-02", "2026-08-01", "2024-08-01"] {
        zaak.weigert(here(per)).met("niet_toegelaten");
    }
    zaak.weigert(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02")).met("andere_organisatie");
    zaak.doe(laat_toe("2026-08-01"));
    zaak.weigert(here("2026-03-02")).met("niet_toegelaten");
    zaak.doe(SchrijfIn { groep: "6".into(), ..here("2026-08-01") });
    assert_eq!(zaak.dossier.inschrijving_op(zaak.vandaag).unwrap().vestiging, vestiging(WATERJUFFER));
}

#[test]
fn an_admission_that_another_school_overtook_gives_no_place_any_more() {
    let mut zaak = aangemeld();
    zaak.doe(laat_toe("2026-03-09")).op("2026-04-01");
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-01"));
    zaak.weigert(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-04-01")).met("niet_toegelaten");
}

#[test]
fn a_first_enrolment_and_another_group_are_recorded_on_a_day_that_can_be() {
    let mut zaak = kind("2020-03-12");
    let here = |per: &str| schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, per);
    zaak.weigert(here("0001-01-01")).veld("per");
    // Of a basisschool nobody is a pupil before the age of admission.
    zaak.weigert(here("2024-03-11")).veld("per");
    zaak.weigert(here("2028-03-03")).veld("per");
    assert!(zaak.vraag(here("2024-03-12")).is_ok() && zaak.vraag(here("2028-03-02")).is_ok());
    zaak.doe(here("2025-08-01"));
    zaak.weigert(here("2025-08-01")).veld("vestiging");
    zaak.doe(SchrijfIn { groep: "6".into(), ..here("2026-03-02") });
}

/// Address and people of the child as somebody knows them today.
fn gegevens(zaak: &Zaak, wie: Actor) -> BekendeGegevens {
    let recht = matrix().leesrecht(&kijker(wie), &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag);
    zaak.dossier.mensen_voor(&recht, &zaak.dossier.voor(&recht), zaak.vandaag)
}

#[test]
fn a_school_of_registration_knows_the_child_as_it_was_registered() {
    let mut zaak = kind("2018-03-12");
    zaak.doe(VerbindPersoon {
        contact: Contactgegevens { telefoon: "06-1".into(), ..Contactgegevens::default() },
        ..verbind("de heer B. Mistral", Relatie::Gezagsouder)
    });
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01"));
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    let adres = Adres { straat: "Schuilplaats 1".into(), ..Adres::of_postcode("9998ZZ".parse().unwrap()) };
    zaak.als(ib(WATERJUFFER)).doe(Verhuis { per: d("2026-03-02"), adres });
    zaak.doe(verbind("mevrouw T. Kwikstaart", Relatie::Voogd));
    let known = gegevens(&zaak, ib(IJSVOGEL));
    assert_eq!(known.adres.unwrap().straat, "Regenboogpad 7");
    let names: Vec<&str> = known.mensen.iter().map(|persoon| persoon.naam.as_str()).collect();
    assert_eq!(names, ["mevrouw M. Zonnedauw", "de heer B. Mistral"]);
    assert_eq!(known.mensen[1].contact.telefoon, "06-1");
    let own = gegevens(&zaak, ib(WATERJUFFER));
    assert_eq!((own.adres.unwrap().straat.as_str(), own.mensen.len()), ("Schuilplaats 1", 3));
}

/// B. Mistral, the second parent with authority, with an own page.
fn andere_ouder() -> Actor {
    actor("p-mistral", Rol::Ouder, "gezin/2026-000017")
}

fn met_andere_ouder(mut zaak: Zaak) -> Zaak {
    zaak.doe(verbind("de heer B. Mistral", Relatie::Gezagsouder));
    zaak.feit(OuderAangesloten { persoon: 2, account: persoon("p-mistral") });
    zaak
}

#[test]
fn to_a_parent_from_whom_it_is_secret_every_act_answers_the_same() {
    let mut zaak = met_andere_ouder(aangemeld());
    zaak.doe(behoefte(true)).doe(aanbod("2026-08-01"));
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "BRP".into() });
    let by_parent = |school: &str| MeldAan {
        ingediend_door: Indiener::Ouder(2),
        ..meld_aan_bij(school, Schoolsoort::Basisschool)
    };
    let acts: Vec<Opdracht> = vec![
        by_parent(WATERJUFFER).into(),
        by_parent(IJSVOGEL).into(),
        TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() }.into(),
        TrekAanmeldingIn { van: None, aanmelding: 9, reden: String::new() }.into(),
        AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() }.into(),
        WijsAanbodAf { van: None, aanmelding: 1, aanbod: 1, reden: String::new() }.into(),
    ];
    zaak.als(andere_ouder());
    let answers: Vec<_> = acts.iter().map(|act| zaak.vraag(act.clone()).unwrap_err()).collect();
    assert!(answers.iter().all(|answer| *answer == answers[0] && answer.code == "niet_hier"), "{answers:?}");
    // What the parent thinks of a request stays theirs to say, and the other parent goes on as before.
    zaak.als(ib(WATERJUFFER)).doe(crate::gegeven::start(dossier::soort::TlvSoort::So));
    let view = GeefZienswijze { van: Stem::Persoon(2), namens: false, ..zienswijze(2, Some(false)) };
    zaak.als(andere_ouder()).doe(view);
    zaak.als(ouder()).doe(AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() });
}

#[test]
fn what_is_secret_from_everybody_is_hidden_and_closes_nothing_for_the_parent_with_whom_the_child_lives() {
    let mut zaak = met_andere_ouder(aangemeld());
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: Vec::new(), bron: "BRP".into() });
    assert!(zaak.dossier.is_geheim_voor(1) && zaak.dossier.is_geheim_voor(2), "pages hide it");
    zaak.als(ouder()).doe(MeldAan {
        ingediend_door: Indiener::Ouder(1),
        ..meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool)
    });
    zaak.als(ib(WATERJUFFER));
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "BRP".into() });
    let act = TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() };
    zaak.als(andere_ouder()).weigert(act.clone()).met("niet_hier");
    zaak.als(ouder()).doe(act);
}

#[test]
fn since_when_something_is_secret_from_somebody_is_counted_per_person_and_without_a_break() {
    let mut zaak = met_andere_ouder(aangemeld());
    let mut set = |geheim: bool, voor_personen: &[u32]| {
        let act = ZetGeheimhouding { geheim, voor_personen: voor_personen.to_vec(), bron: "BRP".into() };
        zaak.doe(act);
        (zaak.dossier.versie, zaak.dossier.geheim_sinds(1), zaak.dossier.geheim_sinds(2))
    };
    let (by_name, first, second) = set(true, &[2]);
    assert_eq!((first, second), (None, Some(by_name)));
    let (from_all, first, second) = set(true, &[]);
    assert_eq!((first, second), (Some(from_all), Some(by_name)), "it was secret from the second already");
    assert_eq!(set(false, &[]).1, None);
    let (again, _, second) = set(true, &[2]);
    assert_eq!(second, Some(again), "it was open in between");
}

#[test]
fn an_expert_has_the_request_of_the_partnership_that_asked_and_of_no_other() {
    let mut zaak = aangevraagd();
    zaak.met_advies("p-vink", Discipline::Orthopedagoog);
    let elsewhere = actor("p-vink", Rol::Deskundige, &format!("swv/{SWV_VO}"));
    assert!(delen(&zaak, deskundige("p-vink")).contains(&Deel::E));
    assert_eq!(delen(&zaak, elsewhere.clone()), []);
    assert!(
        mag(&zaak, deskundige("p-vink"), "breng_advies_uit") && !mag(&zaak, elsewhere, "breng_advies_uit")
    );
}

/// How the board of every school is concerned with the child.
fn bestuur(zaak: &Zaak) -> Vec<Betrokkenheid> {
    zaak.dossier.betrokken_besturen(|_| Some("bestuur/1000".parse().unwrap()))
}

fn board_reads(zaak: &Zaak, on: &str) -> Vec<Deel> {
    let viewer = kijker(actor("p-bestuur", Rol::BevoegdGezag, "bestuur/1000"));
    matrix().leesbare_delen(&viewer, &bestuur(zaak), d(on))
}

#[test]
fn a_board_has_the_cases_that_run_at_its_schools_and_no_pupils() {
    let mut zaak = ingeschreven();
    assert_eq!(bestuur(&zaak), [], "a pupil alone is no business of the board");
    zaak.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, base::Sector::Po));
    zaak.doe(horen("2026-03-02"));
    let relations = bestuur(&zaak);
    assert_eq!(relations.len(), 1);
    assert!(matches!(&relations[0].zaken, Zaken::Alleen(zaken) if zaken.len() == 1));
    assert!(board_reads(&zaak, "2026-03-02").contains(&Deel::B));
    zaak.doe(dossier::verwijdering::opdracht::TrekVoornemenIn {
        verwijdering: 1,
        reden: "Het gaat weer.".into(),
    });
    assert!(!board_reads(&zaak, "2026-03-02").is_empty(), "on the last day still");
    assert_eq!(board_reads(&zaak, "2026-03-03"), []);
    let mut suspended = ingeschreven();
    suspended.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-03"));
    assert!(!board_reads(&suspended, "2026-03-03").is_empty());
    assert!(!bestuur(&suspended).is_empty());
    let request = verleend();
    assert!(!board_reads(&request, "2026-03-02").is_empty());
    assert!(!board_reads(&request, "2026-09-01").is_empty(), "its decision may be objected to");
    assert_eq!(board_reads(&request, "2026-09-02"), []);
}

#[test]
fn who_acts_in_anothers_name_or_has_limited_authority_reads_nothing_by_itself() {
    for relatie in [Relatie::Gemachtigde, Relatie::GezagsouderBeperkt] {
        let mut zaak = aangemeld();
        zaak.doe(VerbindPersoon { tot: Some(d("2027-01-01")), ..verbind("T. Tolk", relatie) });
        zaak.weigert(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false })
            .veld("persoon");
        // As older files have it: with an account.
        zaak.feit(OuderAangesloten { persoon: 2, account: persoon("p-tolk") });
        let tolk = actor("p-tolk", Rol::Ouder, "gezin/2026-000017");
        assert_eq!(delen(&zaak, tolk.clone()), [], "{relatie:?}");
        for opdracht in ["meld_aan", "trek_aanmelding_in", "geef_zienswijze", "meld_eerste_contact"] {
            assert!(!mag(&zaak, tolk.clone(), opdracht), "{relatie:?} {opdracht}");
        }
        let own =
            zaak.dossier.betrokkenen().into_iter().find(|b| b.is_of(&tolk)).expect("a relation of its own");
        assert!(!matches!(own.soort, RelatieSoort::Gezag), "{own:?}");
    }
}

pub(crate) fn may_correct(zaak: &Zaak, wie: Actor, volgnummer: u64) -> bool {
    reader_may_correct(zaak, &kijker(wie), volgnummer)
}

/// The same of who reads of a group.
pub(crate) fn reader_may_correct(zaak: &Zaak, wie: &Kijker, volgnummer: u64) -> bool {
    let act = Corrigeer { volgnummer, waarom: "verkeerd overgenomen".into(), nieuw: None }.into();
    let betrokken = zaak.dossier.betrokkenen();
    matrix().mag_op(wie, &betrokken, (&zaak.dossier, &act), zaak.vandaag).toegestaan
}

/// Number of the last fact of a kind.
pub(crate) fn number(zaak: &Zaak, soort: &str) -> u64 {
    let fact = zaak.dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == soort);
    fact.expect("a fact of this kind").volgnummer
}

#[test]
fn a_correction_asks_the_part_of_the_fact_that_was_wrong() {
    let mut zaak = aangemeld();
    let refused = dossier::aanmelding::afloop::MeldFeitelijkeWeigering {
        aanmelding: 1,
        op: d("2026-03-02"),
        wat: "Nee gezegd.".into(),
    };
    zaak.doe(refused);
    let of_registration = number(&zaak, "feitelijk_geweigerd");
    assert!(may_correct(&zaak, ib(WATERJUFFER), 1) && may_correct(&zaak, ib(WATERJUFFER), of_registration));
    assert!(
        !may_correct(&zaak, directie(WATERJUFFER), 1),
        "a director reads who the child is, and writes it not"
    );
    assert!(may_correct(&zaak, directie(WATERJUFFER), of_registration));
    // A school that opened the file of somebody else's pupil corrects its registration, and the child no more.
    zaak.op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-03-02"));
    assert!(!may_correct(&zaak, ib(WATERJUFFER), 1) && may_correct(&zaak, ib(WATERJUFFER), of_registration));
    assert!(!may_correct(&zaak, ib(IJSVOGEL), of_registration), "and nobody the case of another school");
    assert!(!may_correct(&zaak, loket(SWV_PO), 1));
}
