//! Reads the form of an act from the declaration of its fields; the words for what is missing stand with the fields that
//! the form shows.

use dossier::opdracht::velden::{Bron, Daad, Leesfout, Mis, Omgeving, Veld as Daadveld, Veldsoort};
use dossier::opdracht::{Opdracht, Opdrachtnaam};

use teksten::{Taal, schil, weg};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Veld};

/// Longest text that is shown back in an error, in letters.
const MOST_SHOWN: usize = 40;

/// The act that was filled in, or what is wrong with it, in the order in which the form asks.
pub(crate) fn lees<'v>(
    daad: &Daad,
    over: u32,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
    omgeving: &Omgeving<'_>,
) -> Result<Opdracht, Fouten> {
    let declared = (daad.velden)();
    let read = (daad.lees)(over, &|veld| typed(&declared, formulier, veld), omgeving);
    checked(read, velden, formulier, |veld| veld)
}

/// The same where the form knows more than it asks, or calls a field otherwise (`als`).
pub(crate) fn lees_uit<'v>(
    naam: Opdrachtnaam,
    over: u32,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
    (bron, omgeving): (&Bron<'_>, &Omgeving<'_>),
    als: impl Fn(&'static str) -> &'static str,
) -> Result<Opdracht, Fouten> {
    let mut velden = velden.peekable();
    let Some(daad) = naam.daad() else {
        return Err(unread(velden.peek().map(|veld| veld.taal()).unwrap_or_default()));
    };
    checked((daad.lees)(over, bron, omgeving), velden, formulier, als)
}

/// Nobody can read this form: an act without declared fields, and no reader of its own.
pub(crate) fn unread(taal: Taal) -> Fouten {
    let mut fouten = Fouten::new();
    fouten.add_general(taal.zeg(weg::niet_te_verwerken()));
    fouten
}

/// Says in the words of the form what is wrong, and what this form asks besides.
fn checked<'v>(
    read: Result<Opdracht, Vec<Leesfout>>,
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
    als: impl Fn(&'static str) -> &'static str,
) -> Result<Opdracht, Fouten> {
    let wrong = read.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let wrong: Vec<(&str, &Leesfout)> = wrong.iter().map(|fout| (als(fout.veld), fout)).collect();
    let fouten = said(&wrong, velden, formulier);
    match read {
        Ok(opdracht) if fouten.is_empty() => Ok(opdracht),
        _ => Err(fouten),
    }
}

/// In the words of the form, beside its fields, what is wrong with each by the name that the form gives it.
pub(crate) fn said<'v>(
    wrong: &[(&str, &Leesfout)],
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
) -> Fouten {
    let (mut fouten, mut shown, mut taal) = (Fouten::new(), Vec::new(), Taal::Nl);
    for veld in velden {
        taal = veld.taal();
        shown.push(veld.naam());
        match wrong.iter().find(|(naam, _)| *naam == veld.naam()) {
            Some((_, fout)) => fouten.add(veld.naam(), words(fout, veld)),
            None if veld.is_asked_here() && !formulier.is_on(veld.naam()) => {
                fouten.add(veld.naam(), veld.leeg());
            }
            None => {}
        }
    }
    for (_, fout) in wrong.iter().filter(|(naam, _)| !shown.contains(naam)) {
        fouten.add_general(taal.zeg(weg::NietGevraagd { veld: fout.veld }.tekst()));
    }
    fouten
}

/// What was typed in a field; of people that are ticked one by one, their numbers.
fn typed(declared: &[Daadveld], formulier: &Formulier, naam: &str) -> String {
    let begin = declared.iter().filter(|veld| veld.naam == naam).find_map(|veld| match veld.soort {
        Veldsoort::Nummers(begin) => Some(begin),
        _ => None,
    });
    let Some(begin) = begin else { return formulier.text(naam).to_owned() };
    let ticked = formulier.names().filter(|box_| formulier.is_on(box_));
    ticked.filter_map(|box_| box_.strip_prefix(begin)).collect::<Vec<_>>().join("\n")
}

fn words(fout: &Leesfout, veld: &Veld) -> String {
    match &fout.wat {
        Mis::Leeg if veld.leeg().is_empty() => veld.taal().zeg(weg::vul_in()),
        Mis::Leeg => veld.leeg().to_owned(),
        Mis::GeenDatum(text) => {
            let given: String = text.chars().take(MOST_SHOWN).collect();
            veld.taal().zeg(schil::GeenDatum { gegeven: &given }.tekst())
        }
        Mis::Vorm(expected) => format!("{}.", veld.taal().zeg(expected)),
    }
}
