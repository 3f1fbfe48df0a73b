//! To whom a letter goes: everybody with authority over the child on that day and who cares for it (WPO 1, WEC 1: 'ouders'), each
//! with an own copy, salutation and address; nobody after the death of the child.

use base::Date;
use documents::{Adres, Ontvanger};
use dossier::soort::Relatie;
use dossier::staat::{self, Brief, Dossier, Leerling, Persoon};

use super::woorden::{aanhef, tekst};
use crate::AppError;

/// One copy of a letter to the family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Geadresseerde {
    /// As the letter has it.
    pub(super) ontvanger: Ontvanger,
    /// Number in the file; none for parents who are not in it yet, and for the pupil.
    pub(super) persoon: Option<u32>,
    /// Where the child lives and goes to school is hidden from this person by name.
    pub(super) afgeschermd: bool,
}

/// Everybody in the family who gets a copy of a letter on a day.
pub(super) fn gezin(dossier: &Dossier, on: Date) -> Result<Vec<Geadresseerde>, AppError> {
    let Some(leerling) = dossier.leerling.as_ref().filter(|_| dossier.overleden_op.is_none()) else {
        return Ok(Vec::new());
    };
    if dossier.handelt_zelf(on) {
        return Ok(vec![pupil(dossier, leerling, on)?]);
    }
    let known: Vec<Geadresseerde> =
        dossier.ouders_op(on).map(|persoon| parent(dossier, leerling, persoon)).collect::<Result<_, _>>()?;
    if !known.is_empty() {
        return Ok(known);
    }
    // Who died or lost authority is not written to any more: whoever came in their place is, by what they are. The school finds
    // out who that is.
    let never_known = !dossier.personen.iter().any(|persoon| persoon.relatie.is_ouder_in_onderwijs());
    let wie = if never_known { "De ouders of verzorgers" } else { "De voogd of verzorger" };
    let aanhef = if never_known { "Beste ouder of verzorger" } else { "Beste voogd of verzorger" };
    Ok(vec![not_in_file(dossier, leerling, (wie, aanhef))?])
}

/// The pupil, for a letter besides that to the parents; nobody after a death.
pub(super) fn leerling(dossier: &Dossier, on: Date) -> Result<Option<Geadresseerde>, AppError> {
    let living = dossier.leerling.as_ref().filter(|_| dossier.overleden_op.is_none());
    living.map(|leerling| pupil(dossier, leerling, on)).transpose()
}

/// One person of the file, for a letter to them alone.
pub(super) fn persoon(dossier: &Dossier, nr: u32, on: Date) -> Result<Option<Geadresseerde>, AppError> {
    let Some(leerling) = dossier.leerling.as_ref().filter(|_| dossier.overleden_op.is_none()) else {
        return Ok(None);
    };
    let found = dossier.persoon(nr).filter(|persoon| persoon.is_current(on));
    let letter = |persoon: &Persoon| {
        let is_pupil = persoon.relatie == Relatie::Leerling;
        if is_pupil { pupil(dossier, leerling, on) } else { parent(dossier, leerling, persoon) }
    };
    found.map(letter).transpose()
}

/// Somebody of the file who stands around the child no more, for the letter that says so; nobody after a death.
pub(super) fn geweest(dossier: &Dossier, nr: u32) -> Result<Option<Geadresseerde>, AppError> {
    let living = dossier.leerling.as_ref().filter(|_| dossier.overleden_op.is_none());
    let found = living.zip(dossier.persoon(nr).filter(|persoon| !persoon.overleden));
    found.map(|(leerling, persoon)| parent(dossier, leerling, persoon)).transpose()
}

/// The letter to an expert, who stands in no file and whose address nobody keeps here.
const AAN_DESKUNDIGE: &str = "mededeling_afwijking";

/// Of whom to whom a letter goes no address is known, by name, with a comma between.
pub(crate) fn zonder_adres(dossier: &Dossier, brief: &Brief) -> String {
    let Some(leerling) = &dossier.leerling else { return String::new() };
    let people = brief.inhoud.aan_personen.iter().filter_map(|nr| dossier.persoon(*nr));
    let unknown = people.filter(|persoon| address(dossier, leerling, persoon).is_none());
    let mut names: Vec<String> = unknown.map(|persoon| persoon.naam.clone()).collect();
    let to_child = brief.inhoud.aan_organisaties.contains(&dossier.nummer.gezin());
    if to_child && child_address(&leerling.adres).is_none() {
        names.push(dossier.naam());
    }
    if brief.inhoud.soort == AAN_DESKUNDIGE {
        names.push("de deskundige".to_owned());
    }
    names.join(", ")
}

/// The pupil; by the own number where they have a page, or were invited to one, as one of the people of the file.
fn pupil(dossier: &Dossier, leerling: &Leerling, on: Date) -> Result<Geadresseerde, AppError> {
    let own = dossier.leerling_zelf(on);
    Ok(Geadresseerde {
        ontvanger: Ontvanger {
            naam: tekst(dossier.naam())?,
            adres: child_address(&leerling.adres),
            aanhef: tekst(format!("Beste {}", leerling.roepnaam))?,
        },
        persoon: own.map(|own| own.nr),
        afgeschermd: false,
    })
}

fn parent(dossier: &Dossier, leerling: &Leerling, persoon: &Persoon) -> Result<Geadresseerde, AppError> {
    let institution =
        persoon.relatie == Relatie::Voogd && aanhef(&persoon.naam) == format!("Beste {}", persoon.naam);
    let salutation =
        if institution { "Geachte mevrouw, geachte heer".to_owned() } else { aanhef(&persoon.naam) };
    let adres = address(dossier, leerling, persoon);
    Ok(Geadresseerde {
        ontvanger: Ontvanger { naam: tekst(&persoon.naam)?, adres, aanhef: tekst(salutation)? },
        persoon: Some(persoon.nr),
        afgeschermd: dossier.is_geheim_voor(persoon.nr),
    })
}

/// The own address of somebody, or else that of the child where they may know it.
fn address(dossier: &Dossier, leerling: &Leerling, persoon: &Persoon) -> Option<Adres> {
    match persoon.contact.adres.trim() {
        "" if dossier.is_geheim_voor(persoon.nr) => None,
        "" => child_address(&leerling.adres),
        own => split_address(own),
    }
}

/// The school does not know who they are: not yet, or no longer.
fn not_in_file(
    dossier: &Dossier,
    leerling: &Leerling,
    (wie, groet): (&str, &str),
) -> Result<Geadresseerde, AppError> {
    let adres = child_address(&leerling.adres).filter(|_| dossier.geheimhouding.is_none());
    Ok(Geadresseerde {
        ontvanger: Ontvanger {
            naam: tekst(format!("{wie} van {}", dossier.naam()))?,
            adres,
            aanhef: tekst(groet)?,
        },
        persoon: None,
        afgeschermd: false,
    })
}

/// A full address, or none: half an address is not delivered.
fn child_address(adres: &staat::Adres) -> Option<Adres> {
    let postcode = adres.postcode.as_ref().map(written_postcode);
    let place = [postcode.unwrap_or_default(), adres.plaats.clone()].join("  ");
    Some(Adres { straat: tekst(&adres.straat).ok()?, plaats: tekst(place).ok()? })
}

/// `9901ZZ` → `9901 ZZ`.
pub(crate) fn written_postcode(postcode: &base::Postcode) -> String {
    let letters = postcode.as_str().get(4..).unwrap_or_default();
    format!("{} {letters}", postcode.pc4())
}

/// An address on one line, cut where the place begins: at the last comma or line break, else at the
/// postcode.
fn split_address(line: &str) -> Option<Adres> {
    let cut = line.rfind([',', '\n']).or_else(|| postcode_at(line))?;
    let (straat, plaats) = line.split_at_checked(cut)?;
    let trim = |part: &str| part.trim_matches([',', ' ', '\n', '\r']).to_owned();
    Some(Adres { straat: tekst(trim(straat)).ok()?, plaats: tekst(trim(plaats)).ok()? })
}

/// Where four digits and two letters stand in a line, as a word of their own.
fn postcode_at(line: &str) -> Option<usize> {
    let starts_word =
        |at: usize| line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    let is_postcode = |text: Option<&str>| text.is_some_and(|text| text.parse::<base::Postcode>().is_ok());
    let digits =
        line.char_indices().filter(|(at, c)| c.is_ascii_digit() && starts_word(*at)).map(|(at, _)| at);
    let mut found =
        digits.filter(|at| is_postcode(line.get(*at..at + 6)) || is_postcode(line.get(*at..at + 7)));
    found.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_one_line_is_cut_at_its_place() {
        let cut = |line: &str| {
            split_address(line).map(|adres| (adres.straat.to_string(), adres.plaats.to_string()))
        };
        let expected = Some(("Lijsterlaan 12".to_owned(), "9901 ZZ Ochtendstad".to_owned()));
        for line in ["Lijsterlaan 12, 9901 ZZ Ochtendstad", "Lijsterlaan 12 9901 ZZ Ochtendstad"] {
            assert_eq!(cut(line), expected, "{line}");
        }
        assert_eq!(cut("Lijsterlaan 12 9901ZZ Ochtendstad").unwrap().1, "9901ZZ Ochtendstad");
        for line in ["Lijsterlaan 12", ",", "9901 ZZ Ochtendstad", "", "Ünter den Linden 3"] {
            assert_eq!(cut(line), None, "{line}");
        }
    }
}
