//! What is not read at all: what the parents kept back or the standard forbids, numbers of the state, secret addresses.
//!
//! It is decided on the tree, before anything is read: an element that is left out is found by no question of
//! [`super::boom`], so nothing of it, text or attachment, can come into a file.

use super::boom::Blok;
use super::kop::{Categorie, Metadata, Uitlevering};

/// Elements of the child that a dossier for a samenwerkingsverband may not hold, and what is said of them.
const NOOIT: [(&str, &str); 6] = [
    ("bsn", NUMMER),
    ("onderwijsnummer", NUMMER),
    ("nationaliteit", "de nationaliteit mag niet in dit dossier staan en is niet overgenomen"),
    ("geboorteplaats", "de geboorteplaats mag niet in dit dossier staan en is niet overgenomen"),
    ("geboortemaand", "de geboortemaand mag niet in dit dossier staan en is niet overgenomen"),
    ("postcode4adres", "deze postcode mag niet in dit dossier staan en is niet overgenomen"),
];
const NUMMER: &str = "een BSN of onderwijsnummer mag niet in dit dossier staan en is niet overgenomen";
const REKENING: &str = "een rekeningnummer is hier niet nodig en is niet overgenomen";
const OPT_UIT: &str =
    "dit deel wilden de ouders niet delen (OPT-UIT) maar staat er toch in; het is niet overgenomen";
const VERBODEN: &str = "dit deel mag niet in dit dossier staan (VERBODEN); het is niet overgenomen";
const GEHEIM_ADRES: &str = "dit adres is geheim maar staat er toch in; het is niet overgenomen";
const GEHEIM_NUMMER: &str = "een geheim telefoonnummer of e-mailadres is niet overgenomen";

/// Leaves out what may not come in, and says so. Answers which categories were in it all the same.
pub(super) fn laat_weg(dossier: Blok<'_, '_>, metadata: &Metadata) -> Vec<Categorie> {
    let kind = dossier.alle("huidigeschool").into_iter().flat_map(|school| school.alle("leerling")).next();
    let mut strijdig = Vec::new();
    for (uitlevering, tekst) in [(Uitlevering::OptUit, OPT_UIT), (Uitlevering::Verboden, VERBODEN)] {
        for categorie in metadata.met_uitlevering(uitlevering) {
            let blokken = blokken(dossier, kind, categorie);
            if !blokken.is_empty() {
                strijdig.push(categorie);
            }
            for blok in blokken {
                blok.laat_weg(tekst);
            }
        }
    }
    let Some(kind) = kind else { return strijdig };
    for (naam, tekst) in NOOIT {
        leave(kind, naam, tekst);
    }
    secret_address(kind);
    for huisarts in kind.alle("huisarts") {
        secret_address(huisarts);
    }
    for verzorger in kind.alle("verzorger") {
        leave(verzorger, "banknummer", REKENING);
        leave(verzorger, "iban", REKENING);
        secret_address(verzorger);
    }
    secret_numbers(dossier);
    strijdig
}

/// The elements that belong to a category.
pub(super) fn blokken<'b, 'i>(
    dossier: Blok<'b, 'i>,
    kind: Option<Blok<'b, 'i>>,
    categorie: Categorie,
) -> Vec<Blok<'b, 'i>> {
    let ondersteuning = kind.and_then(|kind| kind.alle("onderwijsondersteuning").into_iter().next());
    let places = [Some(dossier), kind, ondersteuning].into_iter().flatten();
    places.flat_map(|blok| categorie.elementen().iter().flat_map(move |naam| blok.alle(naam))).collect()
}

fn leave(blok: Blok<'_, '_>, naam: &str, tekst: &'static str) {
    for weg in blok.alle(naam) {
        weg.laat_weg(tekst);
    }
}

/// Addresses of somebody whose address is secret.
fn secret_address(persoon: Blok<'_, '_>) {
    if is_true(persoon, "adresgeheim") {
        for lijst in persoon.alle("adreslijst") {
            lijst.laat_weg(GEHEIM_ADRES);
        }
        leave(persoon, "adresbuitenland", GEHEIM_ADRES);
    }
}

/// Numbers that are secret, of whoever they are.
fn secret_numbers(blok: Blok<'_, '_>) {
    for kind in blok.kinderen() {
        if kind.naam() == "communicatie" && is_true(kind, "geheim") {
            kind.laat_weg(GEHEIM_NUMMER);
        } else {
            secret_numbers(kind);
        }
    }
}

/// An indication that is said; one that is no yes or no is refused where it is read.
pub(super) fn is_true(blok: Blok<'_, '_>, naam: &str) -> bool {
    blok.alle(naam).into_iter().any(|indicatie| matches!(indicatie.ruwe_tekst().trim(), "true" | "1"))
}
