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

/// A list as a form shows it.
pub(crate) struct Rijenlijst<'f> {
    /// As its act declares it.
    pub(crate) veld: Daadveld,
    /// How many rows are shown at least.
    pub(crate) toont: u32,
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
        let shown = self.shown(vorm.minstens, vorm.hoogstens);
        let rows = shown.iter().map(|nr| {
            let naam = (vorm.rij)(*nr);
            let weg = weg::RijWeg { rij: naam.clone() }.tekst();
            Blok::Rij(Rijblok {
                plek: format!("{lijst}.{nr}"),
                kop: self.taal.zeg(naam),
                delen: delen(Rijplek { lijst, nr: *nr }),
                weg: (*nr > vorm.minstens).then(|| self.taal.zeg(weg)),
            })
        });
        let groep = rows.fold(groep, Groep::blok);
        match free(&shown, vorm.hoogstens) {
            Some(nr) => {
                let tekst = self.taal.zeg(weg::RijErbij { rij: (vorm.rij)(nr) }.tekst());
                groep.blok(Blok::Erbij { lijst, tekst })
            }
            None => groep,
        }
    }

    /// Those in which something stands, the fewest that there are, and the one that was just asked for.
    fn shown(&self, minstens: u32, hoogstens: u32) -> BTreeSet<u32> {
        let typed = self.getypt.names().filter(|naam| self.getypt.is_on(naam));
        let mut shown: BTreeSet<u32> = typed.filter_map(|naam| self.veld.rij_van(naam)).collect();
        shown.extend(1..=minstens.max(self.toont).min(hoogstens));
        if self.getypt.text(ERBIJ) == self.veld.naam {
            shown.extend(free(&shown, hoogstens));
        }
        shown
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
pub(super) async fn haal_weg(
    plek: Option<&Conceptvak>,
    formulier: &mut Formulier,
    taal: Taal,
) -> Result<Fouten, Fout> {
    let gone = formulier.text(WEG).to_owned();
    if gone.is_empty() {
        return Ok(Fouten::new());
    }
    let begin = format!("{gone}.");
    let names: Vec<String> =
        formulier.names().filter(|naam| naam.starts_with(&begin)).map(ToOwned::to_owned).collect();
    for naam in &names {
        formulier.put(naam, "");
    }
    let Some(plek) = plek else { return Ok(Fouten::new()) };
    let clashes = plek.keep_those(formulier, |naam| naam.starts_with(&begin)).await?;
    put_back(formulier, &clashes);
    Ok(clash_errors(&clashes, taal))
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
