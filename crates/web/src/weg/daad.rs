//! Reads the form of an act from the declaration of its fields; the words for what is missing stand with the fields that
//! the form shows.

use dossier::opdracht::velden::{
    Bron, Daad, Leesfout, Mis, Omgeving, Rijplaats, Veld as Daadveld, Veldsoort,
};
use dossier::opdracht::{Opdracht, Opdrachtnaam};

use teksten::{Taal, schil, weg};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Veld};

use super::rijen::in_words;

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
    let fouten = said(wrong, velden, formulier, als);
    match read {
        Ok(opdracht) if fouten.is_empty() => Ok(opdracht),
        _ => Err(fouten),
    }
}

/// Something that is wrong, by the name that the form gives its field, with the row that it is in.
fn place<'f>(
    fout: &'f Leesfout,
    als: &impl Fn(&'static str) -> &'static str,
) -> (String, Option<&'f Rijplaats>, &'f Leesfout) {
    let (rij, fout) = fout.plek();
    let naam = rij.map_or_else(|| als(fout.veld).to_owned(), |rij| rij.veld(fout.veld));
    (naam, rij, fout)
}

/// In the words of the form, beside its fields, what is wrong with each; `als` is what the form calls a field of the act.
pub(crate) fn said<'v>(
    wrong: &[Leesfout],
    velden: impl Iterator<Item = &'v Veld>,
    formulier: &Formulier,
    als: impl Fn(&'static str) -> &'static str,
) -> Fouten {
    let wrong: Vec<(String, Option<&Rijplaats>, &Leesfout)> =
        wrong.iter().map(|fout| place(fout, &als)).collect();
    let (mut fouten, mut shown, mut taal) = (Fouten::new(), Vec::new(), Taal::Nl);
    for veld in velden {
        taal = veld.taal();
        shown.push(veld.naam());
        match wrong.iter().find(|(naam, ..)| naam == veld.naam()) {
            Some((_, rij, fout)) => {
                fouten.add_named(veld.naam(), &in_words(*rij, taal), words(fout, veld));
            }
            None if veld.is_asked_here() && !formulier.is_on(veld.naam()) => {
                fouten.add(veld.naam(), veld.leeg());
            }
            None => {}
        }
    }
    for (naam, ..) in wrong.iter().filter(|(naam, ..)| !shown.contains(&naam.as_str())) {
        fouten.add_general(taal.zeg(weg::NietGevraagd { veld: naam }.tekst()));
    }
    fouten
}

/// What was typed in a field; of people that are ticked one by one, their numbers.
pub(crate) fn typed(declared: &[Daadveld], formulier: &Formulier, naam: &str) -> String {
    let found = declared.iter().find_map(|veld| veld.met_naam(naam));
    let Some(Daadveld { naam: own, soort: Veldsoort::Nummers(begin), .. }) = found else {
        return formulier.text(naam).to_owned();
    };
    // Those of a row stand behind the name of that row.
    let begin = format!("{}{begin}", naam.strip_suffix(own).unwrap_or_default());
    let ticked = formulier.names().filter(|box_| formulier.is_on(box_));
    ticked.filter_map(|box_| box_.strip_prefix(begin.as_str())).collect::<Vec<_>>().join("\n")
}

fn words(fout: &Leesfout, veld: &Veld) -> String {
    match &fout.wat {
        Mis::Leeg | Mis::Rij(_) if veld.leeg().is_empty() => veld.taal().zeg(weg::vul_in()),
        Mis::Leeg | Mis::Rij(_) => veld.leeg().to_owned(),
        Mis::GeenDatum(text) => {
            let given: String = text.chars().take(MOST_SHOWN).collect();
            veld.taal().zeg(schil::GeenDatum { gegeven: &given }.tekst())
        }
        Mis::Vorm(expected) => format!("{}.", veld.taal().zeg(expected)),
    }
}
