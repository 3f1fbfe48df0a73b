//! Reads the form of an act from the declaration of its fields; the words for what is missing stand with the fields that
//! the form shows.

use dossier::opdracht::velden::{Daad, Leesfout, Mis};
use dossier::opdracht::{Opdracht, daad_van};

use crate::form::{Formulier, Ingevuld};
use crate::onderdelen::{Fouten, Veld};

/// What is said where a form has no words of its own.
const LEEG: &str = "Vul dit in.";
/// Longest text that is shown back in an error, in letters.
const MOST_SHOWN: usize = 40;

/// The act that was filled in, or what is wrong with it, in the order in which the form asks.
pub(in crate::paginas) fn lees<'v>(
    daad: &Daad,
    over: u32,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
) -> Result<Opdracht, Fouten> {
    let read = (daad.lees)(over, &|veld| formulier.text(veld).to_owned());
    let wrong = read.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let mut fouten = Fouten::new();
    for veld in velden {
        match wrong.iter().find(|fout| fout.veld == veld.naam()) {
            Some(fout) => fouten.add(veld.naam(), words(fout, veld)),
            // What the act leaves open this form may ask of whoever fills it.
            None if !veld.leeg().is_empty() && !formulier.is_on(veld.naam()) => {
                fouten.add(veld.naam(), veld.leeg());
            }
            None => {}
        }
    }
    match read {
        Ok(opdracht) if fouten.is_empty() => Ok(opdracht),
        _ => Err(fouten),
    }
}

/// The same for a page that shows these fields, by the name of the act; none for an act without declared fields.
pub(in crate::paginas) fn lees_velden(
    naam: &str,
    over: u32,
    velden: &[Veld],
    formulier: &Formulier,
) -> Result<Opdracht, Ingevuld> {
    let daad = daad_van(naam).ok_or_else(Ingevuld::empty)?;
    lees(daad, over, velden.iter(), formulier).map_err(|fouten| Ingevuld::refused(formulier.clone(), fouten))
}

fn words(fout: &Leesfout, veld: &Veld) -> String {
    match &fout.wat {
        Mis::Leeg if veld.leeg().is_empty() => LEEG.to_owned(),
        Mis::Leeg => veld.leeg().to_owned(),
        Mis::GeenDatum(text) => {
            let given: String = text.chars().take(MOST_SHOWN).collect();
            format!("'{given}' is geen datum. Schrijf dag, maand en jaar, zoals 3-3-2026.")
        }
        Mis::Vorm(expected) => format!("{expected}."),
    }
}
