//! What happens in a child's life: moves, care, authority, names, death, corrections.

use base::{Date, Schooljaar};
use dossier::Gebeurtenis;
use dossier::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use dossier::leven::feiten::{Geslacht, Overledene};
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, SchrijfUit, Verhuis, WijzigGezag, WijzigNaam,
    ZetGeheimhouding,
};
use dossier::leven::uitschrijving::verzoekers;
use dossier::soort::{Relatie, Uitschrijfreden};

use super::afloop::of_age;
use super::verteller::{Stap, Verteller, plus, werkdag};
use super::{aanmelding, tlv};

pub(super) fn ingeschreven(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(20, 300);
    v.leerling(geleden)
}

pub(super) fn verhuisd(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(3, 200);
    let per = v.dag(geleden);
    let adres = v.wereld.regio.adres(v.school.verband, &mut v.worp);
    v.ib(per, Verhuis { per, adres })
}

pub(super) fn pleegzorg(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(20, 200);
    let per = v.dag(geleden);
    let person = v.verbind(per, "de familie Winterkoning".to_owned(), Relatie::Pleegouder, 3);
    v.ib(per, person)?;
    let persoon = last_person(v);
    v.ib(per, MeldPleegzorg { per, persoon })
}

/// Hidden from a parent without authority.
pub(super) fn geheim_adres(v: &mut Verteller<'_>) -> Stap {
    ouder_zonder_gezag(v)?;
    let voor_personen = vec![last_person(v)];
    let bron = "beschikking van de rechtbank, gezien door de school".to_owned();
    let op = v.dag(9);
    v.ib(op, ZetGeheimhouding { geheim: true, voor_personen, bron })
}

pub(super) fn ouder_zonder_gezag(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(12, 200);
    let op = v.dag(geleden);
    let person = v.verbind(op, "de heer B. Stapelwolk".to_owned(), Relatie::OuderZonderGezag, 3);
    v.ib(op, person)
}

pub(super) fn voogd(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(20, 180);
    let per = v.dag(geleden);
    let brondocument = "beschikking van de kinderrechter".to_owned();
    let person = v.verbind(per, "Voogdij Ochtendwold".to_owned(), Relatie::Voogd, 3);
    v.ib(per, person)?;
    v.ib(per, WijzigGezag { persoon: 1, relatie: Some(Relatie::OuderZonderGezag), per, brondocument })
}

pub(super) fn naam_gewijzigd(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(10, 150);
    let per = v.dag(geleden);
    let (roepnaam, geslacht) = match v.kind.geslacht {
        Geslacht::Man => ("Bo", Geslacht::Vrouw),
        Geslacht::Vrouw | Geslacht::Onbekend => ("Loek", Geslacht::Man),
    };
    let (voorvoegsel, achternaam) = (v.kind.voorvoegsel.clone(), v.kind.achternaam.clone());
    v.ib(
        per,
        WijzigNaam { per, roepnaam: roepnaam.to_owned(), voorvoegsel, achternaam, geslacht: Some(geslacht) },
    )
}

pub(super) fn meerderjarig(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(4, 90);
    let geboren = of_age(v, geleden + 1);
    v.ingeschreven(200, geboren, "5a")?;
    let op = v.dag(geleden - 2);
    let op = op.max(werkdag(v.datum(-1)));
    v.ib(op, MeldMeerderjarig { handelingsbekwaam: true })
}

pub(super) fn ouder_overleden(v: &mut Verteller<'_>) -> Stap {
    v.leerling(240)?;
    let geleden = v.worp.tussen(10, 180);
    let persoon = last_person(v);
    let op = v.dag(geleden);
    v.ib(op, MeldOverlijden { wie: Overledene::Persoon(persoon), op })
}

/// In the middle of a request: nothing of it goes on.
pub(super) fn kind_overleden(v: &mut Verteller<'_>) -> Stap {
    tlv::geen_advies(v)?;
    let op = v.dag(1);
    v.ib(op, MeldOverlijden { wie: Overledene::Leerling, op })
}

pub(super) fn gecorrigeerd(v: &mut Verteller<'_>) -> Stap {
    v.leerling(200)?;
    let opened = v.dossier.feit(1).map(|feit| feit.inhoud.clone());
    let Some(dossier::Inhoud::Leesbaar(Gebeurtenis::DossierGeopend(right))) = opened else {
        return Ok(());
    };
    let mut right = std::sync::Arc::unwrap_or_clone(right);
    right.geboortedatum = plus(right.geboortedatum, 9);
    let nieuw = Gebeurtenis::from(right).daad(&v.dossier).map(Box::new);
    let waarom =
        "De ouders wezen op een tikfout in de geboortedatum; nagekeken op het uittreksel.".to_owned();
    let geleden = v.worp.tussen(2, 150);
    let op = v.dag(geleden);
    v.ib(op, Corrigeer { volgnummer: 1, waarom, nieuw })
}

pub(super) fn ontvangst_gecorrigeerd(v: &mut Verteller<'_>) -> Stap {
    aanmelding::verlengd(v)?;
    let waarom = "De brief lag al eerder bij de administratie; de stempel is leidend.";
    let op = v.dag(2);
    let Some(aanmelding) = v.dossier.aanmelding(1) else { return Ok(()) };
    let right = CorrigeerOntvangst::op_dag(aanmelding, plus(aanmelding.ontvangen_op, -3), waarom);
    v.ib(op, right)
}

pub(super) fn uitgeschreven(v: &mut Verteller<'_>) -> Stap {
    v.leerling(300)?;
    let geleden = v.worp.tussen(5, 250);
    let per = v.dag(geleden).max(plus(first_of_enrolment(v), 1));
    let vestiging = v.school.school.vestiging.clone();
    let blijkt = v.tekst(&[
        "De Zilverreiger in Mistdorp stuurde een bewijs van inschrijving.",
        "Het kind staat vanaf die dag ingeschreven op De Zilverreiger; die school belde.",
        "De ouders lieten het bewijs van inschrijving van De Zilverreiger zien.",
    ]);
    let op = v.dag(geleden);
    let verzoek_van = verzoekers(&v.dossier, op).first().map(|persoon| persoon.nr);
    v.ib(op, SchrijfUit { vestiging, per, grond: Uitschrijfreden::AndereSchool, blijkt, verzoek_van })
}

fn first_of_enrolment(v: &Verteller<'_>) -> Date {
    let enrolled = v.dossier.inschrijvingen.first();
    enrolled.map_or_else(|| Schooljaar::of(v.wereld.vandaag).first_day(), |enrolled| enrolled.van)
}

fn last_person(v: &Verteller<'_>) -> u32 {
    v.dossier.personen.iter().map(|persoon| persoon.nr).max().unwrap_or(1)
}
