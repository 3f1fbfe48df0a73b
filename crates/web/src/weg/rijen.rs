//! Fields that repeat, on a form: which rows it shows, a row more, and one that is taken away. Without script: each is a button
//! that shows the form again.

use std::collections::BTreeSet;

use dossier::opdracht::velden::{Rijplaats, Veld as Daadveld, Veldsoort, rijveld};
use teksten::{Taal, weg};
use web_base::error::Fout;
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Veld};

use super::concept::Conceptvak;
use super::stand::{Botsing, clash_errors};
use super::vorm::{Blok, Groep, Rijblok};

/// The button for a row more, with the list.
pub(super) const ERBIJ: &str = "rij_erbij";
/// The button to take a row away, with which one.
pub(super) const WEG: &str = "rij_weg";
/// The lists of which rows were taken away since the form was opened.
const MINDER: &str = "rij_minder";

/// A list as a form shows it.
pub(crate) struct Rijenlijst<'f> {
    /// As its act declares it.
    pub(crate) veld: Daadveld,
    /// How many rows are shown at least.
    pub(crate) toont: u32,
    /// Rows close up when one is taken away, so that any can be: of a form of which nobody else has the draft.
    pub(crate) sluit_aan: bool,
    /// What was typed.
    pub(crate) getypt: &'f Formulier,
    /// In which the form speaks.
    pub(crate) taal: Taal,
}

/// A row of a form that is being made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rijplek {
    lijst: &'static str,
    nr: u32,
}

impl Rijplek {
    /// What the form calls a field of it.
    pub(crate) fn veld(self, naam: &str) -> String {
        rijveld(self.lijst, self.nr, naam)
    }
}

impl Rijenlijst<'_> {
    /// Adds the rows to a group, with a button for one more. `delen` are the fields of a row; those of one part stand beside
    /// each other.
    pub(crate) fn in_groep(&self, groep: Groep, delen: impl Fn(Rijplek) -> Vec<Vec<Veld>>) -> Groep {
        let Veldsoort::Rijen(vorm) = self.veld.soort else { return groep };
        let lijst = self.veld.naam;
        let (shown, added) = self.shown(vorm.minstens, vorm.hoogstens);
        let more_than_needed = u32::try_from(shown.len()).is_ok_and(|rows| rows > vorm.minstens);
        let above_gone = self.above_gone(&shown);
        let rows = shown.iter().map(|nr| {
            let naam = (vorm.rij)(*nr);
            let weg = weg::RijWeg { rij: naam.clone() }.tekst();
            let may_go = if self.sluit_aan { more_than_needed } else { *nr > vorm.minstens };
            let mut delen = delen(Rijplek { lijst, nr: *nr });
            if added == Some(*nr)
                && let Some(first) = delen.iter_mut().flatten().next()
            {
                *first = first.clone().start_here();
            }
            Blok::Rij(Rijblok {
                plek: format!("{lijst}.{nr}"),
                kop: self.taal.zeg(naam),
                delen,
                weg: may_go.then(|| self.taal.zeg(weg)),
                begint_hier: above_gone == Some(*nr),
            })
        });
        let groep = rows.fold(groep, Groep::blok);
        let groep = if self.is_less() { groep.blok(Blok::Minder(lijst)) } else { groep };
        match free(&shown, vorm.hoogstens) {
            Some(nr) => {
                let tekst = self.taal.zeg(weg::RijErbij { rij: (vorm.rij)(nr) }.tekst());
                groep.blok(Blok::Erbij { lijst, tekst })
            }
            None => groep,
        }
    }

    /// Those in which something stands, the fewest that there are, and the one that was just asked for: which that is, too.
    /// Empty rows that were shown before one was taken away are not shown again.
    fn shown(&self, minstens: u32, hoogstens: u32) -> (BTreeSet<u32>, Option<u32>) {
        let typed = self.getypt.names().filter(|naam| self.getypt.is_on(naam));
        let mut shown: BTreeSet<u32> = typed.filter_map(|naam| self.veld.rij_van(naam)).collect();
        let least = if self.is_less() { minstens } else { minstens.max(self.toont) };
        shown.extend(1..=least.min(hoogstens));
        let asked = self.getypt.text(ERBIJ) == self.veld.naam;
        let added = if asked { free(&shown, hoogstens) } else { None };
        shown.extend(added);
        (shown, added)
    }

    /// Rows of it were taken away since the form was opened.
    fn is_less(&self) -> bool {
        self.gone().is_some() || self.getypt.all(MINDER).any(|lijst| lijst == self.veld.naam)
    }

    /// The row that was just taken away.
    fn gone(&self) -> Option<u32> {
        let nr = self.getypt.text(WEG).strip_prefix(self.veld.naam)?.strip_prefix('.')?;
        nr.parse().ok()
    }

    /// The row above the one that was just taken away, or the first.
    fn above_gone(&self, shown: &BTreeSet<u32>) -> Option<u32> {
        let gone = self.gone()?;
        shown.range(..gone).next_back().or_else(|| shown.first()).copied()
    }
}

/// The first number that no row has; none when there can be no more.
fn free(shown: &BTreeSet<u32>, hoogstens: u32) -> Option<u32> {
    (1..=hoogstens).find(|nr| !shown.contains(nr))
}

/// Whether a form was sent to get a row more, or one less.
pub(super) fn is_gevraagd(formulier: &Formulier) -> bool {
    formulier.is_on(ERBIJ) || formulier.is_on(WEG)
}

/// Empties the row that was taken away, in the form and in its draft. What a colleague wrote there meanwhile stays, and is said.
/// Where nobody else has the draft, the rows below it move up.
pub(super) async fn haal_weg(
    plek: Option<&Conceptvak>,
    formulier: &mut Formulier,
    taal: Taal,
) -> Result<Fouten, Fout> {
    let gone = formulier.text(WEG).to_owned();
    if gone.is_empty() {
        return Ok(Fouten::new());
    }
    let mut begin = format!("{gone}.");
    if let Some((lijst, nr)) = gone.split_once('.').filter(|_| plek.is_some_and(Conceptvak::is_of_one_person))
        && let Ok(nr) = nr.parse()
    {
        close_up(formulier, lijst, nr);
        begin = format!("{lijst}.");
    } else {
        let names: Vec<String> =
            formulier.names().filter(|naam| naam.starts_with(&begin)).map(ToOwned::to_owned).collect();
        for naam in &names {
            formulier.put(naam, "");
        }
    }
    let Some(plek) = plek else { return Ok(Fouten::new()) };
    let clashes = plek.keep_those(formulier, |naam| naam.starts_with(&begin)).await?;
    put_back(formulier, &clashes);
    Ok(clash_errors(&clashes, taal))
}

/// Every row below the one that goes gets the number of the one above it; the last is left empty.
fn close_up(formulier: &mut Formulier, lijst: &str, gone: u32) {
    let begin = format!("{lijst}.");
    let of_row = |naam: &str| {
        let (nr, veld) = naam.strip_prefix(&begin)?.split_once('.')?;
        Some((nr.parse::<u32>().ok()?, veld.to_owned()))
    };
    let fields: BTreeSet<(u32, String)> = formulier.names().filter_map(of_row).collect();
    let below = fields.iter().filter(|(nr, _)| *nr > gone).map(|(nr, _)| *nr);
    let moved: Vec<u32> = std::iter::once(gone).chain(below.collect::<BTreeSet<_>>()).collect();
    let names: BTreeSet<&String> = fields.iter().map(|(_, veld)| veld).collect();
    for (at, nr) in moved.iter().enumerate() {
        for veld in &names {
            let from = moved.get(at.saturating_add(1)).map(|next| rijveld(lijst, *next, veld));
            let waarde = from.map(|from| formulier.text(&from).to_owned()).unwrap_or_default();
            formulier.put(&rijveld(lijst, *nr, veld), &waarde);
        }
    }
}

/// Puts in a form what a colleague wrote in a row that it does not have, so that the row is shown.
pub(super) fn put_back(formulier: &mut Formulier, clashes: &[Botsing]) {
    for clash in clashes {
        if !formulier.is_on(&clash.veld) {
            formulier.put(&clash.veld, &clash.waarde);
        }
    }
}

/// What a row is called, in a language; empty where something is in none.
pub(super) fn in_words(rij: Option<&Rijplaats>, taal: Taal) -> String {
    rij.map(|rij| taal.zeg(&rij.naam)).unwrap_or_default()
}
