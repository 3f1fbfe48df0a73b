//! Everything that was received and may come in, as it was written, per block: so that nothing is lost without a word.

use super::boom::Blok;

/// A block of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuwBlok {
    /// Name of the element that it is, with a number where there are more: `verzorger[2]`, `diagnose[1]`, `toetslijst`. What
    /// stands by itself under the school or the child is the block of that.
    pub naam: String,
    /// What was in it, in the order of the file.
    pub regels: Vec<RuweRegel>,
}

/// A value as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuweRegel {
    /// Elements from the block down.
    pub element: String,
    /// The text, with the words that the sender gave for a code.
    pub waarde: String,
    /// Line in the file.
    pub regel: u32,
}

/// Blocks that belong to the child itself and not to a subject of their own.
const VAN_LEERLING: [&str; 4] = ["adreslijst", "communicatielijst", "gba", "adresbuitenland"];
/// Blocks that hold subjects of their own.
const VERDEELD: &str = "onderwijsondersteuning";

/// Every text of the dossier, but the bytes of attachments and what was left out.
pub(super) fn ontvangen(dossier: Blok<'_, '_>) -> Vec<RuwBlok> {
    let mut blokken: Vec<RuwBlok> = Vec::new();
    collect(dossier, &mut blokken);
    blokken
}

fn collect(blok: Blok<'_, '_>, into: &mut Vec<RuwBlok>) {
    for kind in blok.kinderen() {
        if kind.heeft_elementen() {
            collect(kind, into);
        } else if kind.naam() != "bestandsinhoud" {
            let herkomst = kind.herkomst();
            let (naam, element) = place(&herkomst.pad);
            let text = kind.ruwe_tekst().trim().to_owned();
            let waarde = match kind.eigen_attribuut("omschrijving") {
                Some(words) => format!("{text} ({words})"),
                None => text,
            };
            let regel = RuweRegel { element, waarde, regel: herkomst.regel };
            match into.iter_mut().find(|blok| blok.naam == naam) {
                Some(blok) => blok.regels.push(regel),
                None => into.push(RuwBlok { naam, regels: vec![regel] }),
            }
        }
    }
}

/// The block of an element, and its path in that block.
fn place(pad: &str) -> (String, String) {
    let steps: Vec<&str> = pad.split('/').collect();
    let name = |step: &str| step.split('[').next().unwrap_or_default().to_owned();
    let rest = |from: usize| steps.get(from..).unwrap_or_default().join("/");
    match steps.as_slice() {
        [_, "huidigeschool", "leerling", own] => ("leerling".to_owned(), (*own).to_owned()),
        [_, "huidigeschool", "leerling", own, ..] if VAN_LEERLING.contains(&name(own).as_str()) => {
            ("leerling".to_owned(), rest(3))
        }
        [_, "huidigeschool", "leerling", VERDEELD, own] => (name(own), (*own).to_owned()),
        [_, "huidigeschool", "leerling", VERDEELD, own, ..] => ((*own).to_owned(), rest(5)),
        [_, "huidigeschool", "leerling", own, ..] => ((*own).to_owned(), rest(4)),
        [_, "huidigeschool", ..] => ("school".to_owned(), rest(2)),
        [_, own] => ("metadata".to_owned(), (*own).to_owned()),
        [_, own, ..] => ((*own).to_owned(), rest(2)),
        [] | [_] => ("metadata".to_owned(), pad.to_owned()),
    }
}
