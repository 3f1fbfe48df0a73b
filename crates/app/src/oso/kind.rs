//! The child and its people from an OSO dossier.

use dossier::leven::feiten::{Contactgegevens, Geslacht};
use dossier::soort::Relatie;
use exchange::oso::{Adres, Communicatie, OsoDossier, Verzorger};

use crate::aanmelden::{NieuwKind, NieuweOuder};

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
        ouders: oso.verzorgers.iter().filter_map(guardian).collect(),
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

/// Somebody who represents the child by law, and lives.
fn guardian(verzorger: &Verzorger) -> Option<NieuweOuder> {
    let died =
        verzorger.overlijdensdatum.is_some() || verzorger.overleden.as_ref().is_some_and(|dead| dead.waarde);
    if died || !verzorger.wettelijk_vertegenwoordiger.waarde {
        return None;
    }
    let initials = text(verzorger.voorletters.as_ref());
    let naam = [initials.as_str(), &text(verzorger.voorvoegsel.as_ref()), &verzorger.achternaam.waarde]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    Some(NieuweOuder {
        naam,
        relatie: Relatie::Gezagsouder,
        brondocument: "OSO-dossier: wettelijk vertegenwoordiger; gezag nog na te gaan".to_owned(),
        contact: Contactgegevens {
            e_mail: contact(&verzorger.communicatie, "e-mail")
                .filter(|mail| mail.contains('@'))
                .unwrap_or_default(),
            telefoon: contact(&verzorger.communicatie, "telefoon").unwrap_or_default(),
            adres: String::new(),
        },
    })
}

/// The first number or address of a kind that is not marked secret.
fn contact(all: &[Communicatie], soort: &str) -> Option<String> {
    all.iter()
        .find(|c| c.soort.waarde == soort && !c.geheim.as_ref().is_some_and(|geheim| geheim.waarde))
        .map(|c| c.nummer.waarde.clone())
}

/// The address of the register where there is one, else where visits go.
fn home(adressen: &[Adres]) -> Option<&Adres> {
    let of_kind = |soort: &str| adressen.iter().find(|adres| adres.soort.waarde == soort);
    of_kind("gba").or_else(|| of_kind("bezoek")).or_else(|| adressen.first())
}

fn street(adres: &Adres) -> String {
    let extra = adres.toevoeging.as_ref().map(|toevoeging| toevoeging.waarde.clone()).unwrap_or_default();
    format!("{} {}{extra}", adres.straat.waarde, adres.nummer.waarde)
}

fn text(value: Option<&exchange::oso::Waarde<String>>) -> String {
    value.map(|value| value.waarde.clone()).unwrap_or_default()
}
