//! The timeline says who did what, as far as whoever reads it may know.

use dossier::aanmelding::afloop::AanvaardAanbod;
use dossier::algemeen::correctie::Corrigeer;
use dossier::leven::feiten::GeheimhoudingGezet;
use dossier::tijdlijn::{Door, Regel};
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};

use crate::gegeven::{
    SWV_PO, WATERJUFFER, Zaak, aanbod, behoefte_vastgesteld, directie, ib, kind, loket, matrix, ouder,
    verleend,
};

fn lines(zaak: &Zaak, actor: Actor) -> Vec<Regel> {
    let kijker = Kijker { actor, groep: String::new() };
    let recht = matrix().leesrecht(&kijker, &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag);
    zaak.dossier.tijdlijn_voor(&recht)
}

fn by(zaak: &Zaak, actor: Actor, volgnummer: u64) -> Door {
    lines(zaak, actor).into_iter().find(|regel| regel.volgnummer == volgnummer).expect("it is read").door
}

/// Given an offer of the school and the yes of the parent to it; the number of each.
fn aanvaard() -> (Zaak, u64, u64) {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(aanbod("2026-08-01"));
    let offered = zaak.dossier.versie;
    let yes = AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() };
    zaak.als(ouder()).doe(yes);
    let accepted = zaak.dossier.versie;
    (zaak, offered, accepted)
}

#[test]
fn who_works_here_reads_person_role_and_organisation_and_parents_by_their_name_in_the_file() {
    let (zaak, offered, accepted) = aanvaard();
    let school = ib(WATERJUFFER);
    let told = by(&zaak, directie(WATERJUFFER), offered);
    assert_eq!(
        told,
        Door {
            rol: Rol::Ib,
            naam: None,
            persoon: Some(school.persoon.clone()),
            organisatie: Some(school.organisatie.clone())
        }
    );
    let parent = by(&zaak, directie(WATERJUFFER), accepted);
    let naam = Some("mevrouw M. Zonnedauw".to_owned());
    assert_eq!(parent, Door { rol: Rol::Ouder, naam, persoon: None, organisatie: None });
    assert!(lines(&verleend(), loket(SWV_PO)).iter().any(|regel| regel.door.rol == Rol::Besluitnemer));
}

#[test]
fn a_family_reads_the_organisation_and_the_role_and_the_names_of_parents_alone() {
    let (zaak, offered, accepted) = aanvaard();
    let told = by(&zaak, ouder(), offered);
    let organisatie = Some(ib(WATERJUFFER).organisatie);
    assert_eq!(told, Door { rol: Rol::Ib, naam: None, persoon: None, organisatie });
    assert_eq!(by(&zaak, ouder(), accepted).naam.as_deref(), Some("mevrouw M. Zonnedauw"));
    assert!(lines(&zaak, ouder()).iter().all(|regel| regel.door.persoon.is_none()));
}

#[test]
fn from_whom_places_are_secret_reads_of_no_organisation_who_did_it() {
    let (mut zaak, ..) = aanvaard();
    let bron = "beschikking".into();
    zaak.als(ib(WATERJUFFER)).feit(GeheimhoudingGezet { geheim: true, voor_personen: vec![1], bron });
    let told = lines(&zaak, ouder());
    assert!(!told.is_empty());
    for regel in told {
        assert_eq!((regel.door.organisatie, regel.door.persoon), (None, None), "{:?}", regel.tekst);
    }
}

#[test]
fn a_correction_says_by_whom_and_the_wrong_fact_by_whom_it_was() {
    let mut zaak = kind("2020-03-12");
    let wrong = zaak.dossier.feit(1).unwrap().gebeurtenis().unwrap().clone();
    let waarom = "verkeerd overgenomen".into();
    let other = crate::gegeven::actor("p-spreeuw", Rol::Ib, ib(WATERJUFFER).organisatie.as_str());
    let dossier::Gebeurtenis::DossierGeopend(opened) = wrong else { panic!("opened") };
    let right = dossier::algemeen::feiten::DossierGeopend {
        geboortedatum: crate::gegeven::d("2020-03-21"),
        ..std::sync::Arc::unwrap_or_clone(opened)
    };
    zaak.als(other.clone()).doe(Corrigeer {
        volgnummer: 1,
        waarom,
        nieuw: crate::verbeteringen::als_daad(right),
    });
    let correction = by(&zaak, directie(WATERJUFFER), zaak.dossier.versie);
    assert_eq!(correction.persoon, Some(other.persoon));
    assert_eq!(by(&zaak, directie(WATERJUFFER), 1).persoon, Some(ib(WATERJUFFER).persoon));
}
