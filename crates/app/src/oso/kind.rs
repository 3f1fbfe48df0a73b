//! The child and its people from an OSO dossier, as what they are there.

use dossier::leven::feiten::{Contactgegevens, Geslacht};
use dossier::soort::Relatie;
use exchange::oso::{Adres, Communicatie, OsoDossier, Verzorger};

use crate::aanmelden::{NieuwKind, NieuweGeheimhouding, NieuweOuder};

/// The child as a form would give it.
pub(super) fn new_child(oso: &OsoDossier) -> NieuwKind {
    let leerling = &oso.leerling;
    let first = leerling.voornamen.first().map(|naam| naam.waarde.clone());
    let adres = home(&leerling.adressen);
    NieuwKind {
        roepnaam: leerling.roepnaam.as_ref().map(|naam| naam.waarde.clone()).or(first).unwrap_or_default(),
        voorvoegsel: text(leerling.voorvoegsel.as_ref()),
        achternaam: leerling.achternaam.waarde.clone(),
        geboortedatum: Some(leerling.geboortedatum.waarde),
        geslacht: leerling.geslacht.as_ref().map(|geslacht| match geslacht.waarde {
            exchange::oso::Geslacht::Man => Geslacht::Man,
            exchange::oso::Geslacht::Vrouw => Geslacht::Vrouw,
            exchange::oso::Geslacht::Onbekend => Geslacht::Onbekend,
        }),
        adres: dossier::staat::Adres {
            straat: adres.map(street).unwrap_or_default(),
            postcode: adres.and_then(|adres| adres.postcode.waarde.parse().ok()),
            plaats: adres.map(|adres| adres.plaats.waarde.clone()).unwrap_or_default(),
            buitenland: adres.is_none() && !leerling.adres_buitenland.is_empty(),
            ..dossier::staat::Adres::default()
        },
        ouders: oso.verzorgers.iter().filter(|v| comes_in(v)).map(|v| person(v, adres)).collect(),
        // What the dossier keeps secret is an act of its own ([`super::mensen::secrecy`]).
        geheim: NieuweGeheimhouding::default(),
        rijen: Vec::new(),
    }
}

/// The group of the last school year that the dossier names.
pub(super) fn group(oso: &OsoDossier) -> String {
    oso.schoolloopbaan
        .last()
        .map(|jaar| jaar.groepscode.waarde.chars().take(20).collect())
        .unwrap_or_default()
}

/// Everybody who cares or cared for the child, but of whom it is not known when they died: that is told.
pub(super) fn comes_in(verzorger: &Verzorger) -> bool {
    verzorger.overlijdensdatum.is_some() || !died(verzorger)
}

/// Died, whenever that was.
pub(super) fn died(verzorger: &Verzorger) -> bool {
    verzorger.overlijdensdatum.is_some() || verzorger.overleden.as_ref().is_some_and(|dead| dead.waarde)
}

/// Their address is to be kept from others.
pub(super) fn is_secret(verzorger: &Verzorger) -> bool {
    verzorger.adresgeheim.as_ref().is_some_and(|geheim| geheim.waarde)
}

/// What somebody is to the child. The standard says of three codes what they mean; whoever has authority and is no guardian
/// is a parent until the school knows better.
pub(super) fn relation(verzorger: &Verzorger) -> Relatie {
    let code = verzorger.relatie.as_ref().map(|relatie| relatie.waarde.as_str());
    match (verzorger.wettelijk_vertegenwoordiger.waarde, code) {
        (true, Some("3")) => Relatie::Voogd,
        (true, _) => Relatie::Gezagsouder,
        (false, Some("1" | "2")) => Relatie::OuderZonderGezag,
        (false, _) => Relatie::Pleegouder,
    }
}

/// The relation follows from no code that the standard explains.
pub(super) fn is_unclear(verzorger: &Verzorger) -> bool {
    let code = verzorger.relatie.as_ref().map(|relatie| relatie.waarde.as_str());
    let known = matches!(code, Some("1" | "2" | "3"));
    let guardian_without = code == Some("3") && !verzorger.wettelijk_vertegenwoordiger.waarde;
    !known || guardian_without
}

fn person(verzorger: &Verzorger, kind: Option<&Adres>) -> NieuweOuder {
    let initials = text(verzorger.voorletters.as_ref());
    let first = verzorger.voornamen.first().map(|naam| naam.waarde.clone()).unwrap_or_default();
    let called = if initials.is_empty() { first } else { initials };
    let naam = [called.as_str(), &text(verzorger.voorvoegsel.as_ref()), &verzorger.achternaam.waarde]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let authority = if verzorger.wettelijk_vertegenwoordiger.waarde {
        "wettelijk vertegenwoordiger"
    } else {
        "verzorger"
    };
    let code = verzorger
        .relatie
        .as_ref()
        .map(|relatie| format!(", relatiecode {}", relatie.waarde))
        .unwrap_or_default();
    NieuweOuder {
        naam,
        relatie: relation(verzorger),
        brondocument: format!("OSO-dossier: {authority}{code}; nog na te gaan"),
        contact: Contactgegevens {
            e_mail: contact(&verzorger.communicatie, "e-mail").into_iter().next().unwrap_or_default(),
            telefoon: contact(&verzorger.communicatie, "telefoon").join(" of "),
            adres: mail(&verzorger.adressen)
                .filter(|own| kind.is_none_or(|kind| line(kind) != line(own)))
                .map(line)
                .unwrap_or_default(),
        },
        taal: String::new(),
        tolk: false,
        geheim: false,
    }
}

/// The numbers or addresses of a kind, with what the sender says of each. Secret ones are not in what was read.
fn contact(all: &[Communicatie], soort: &str) -> Vec<String> {
    let of_kind = all.iter().filter(|c| c.soort.waarde == soort);
    of_kind
        .map(|c| match (&c.aanduiding, c.noodnummer.as_ref().is_some_and(|nood| nood.waarde)) {
            _ if soort == "e-mail" => c.nummer.waarde.clone(),
            (_, true) => format!("{} (bij nood)", c.nummer.waarde),
            (Some(where_), false) => format!("{} ({})", c.nummer.waarde, where_.waarde),
            (None, false) => c.nummer.waarde.clone(),
        })
        .collect()
}

/// The address of the register where there is one, else where visits go.
fn home(adressen: &[Adres]) -> Option<&Adres> {
    first_of(adressen, ["gba", "bezoek"])
}

/// Where letters go.
fn mail(adressen: &[Adres]) -> Option<&Adres> {
    first_of(adressen, ["post", "bezoek"])
}

fn first_of<'a>(adressen: &'a [Adres], soorten: [&str; 2]) -> Option<&'a Adres> {
    let of_kind = |soort: &str| adressen.iter().find(|adres| adres.soort.waarde == soort);
    soorten.into_iter().find_map(of_kind).or_else(|| adressen.first())
}

/// An address on one line, as a letter is sent to it.
fn line(adres: &Adres) -> String {
    let abroad = adres.land.as_ref().filter(|land| land.waarde != "6030");
    let land = abroad.map(|land| adres.landnaam.clone().unwrap_or_else(|| land.waarde.clone()));
    let line = format!("{}, {} {}", street(adres), adres.postcode.waarde, adres.plaats.waarde);
    land.map_or(line.clone(), |land| format!("{line}, {land}"))
}

fn street(adres: &Adres) -> String {
    let extra = adres.toevoeging.as_ref().map(|toevoeging| toevoeging.waarde.clone()).unwrap_or_default();
    format!("{} {}{extra}", adres.straat.waarde, adres.nummer.waarde)
}

fn text(value: Option<&exchange::oso::Waarde<String>>) -> String {
    value.map(|value| value.waarde.clone()).unwrap_or_default()
}
