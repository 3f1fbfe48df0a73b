//! Groups of fields that repeat: the goals of a plan, the people of a child.
//!
//! [`Rijen`] makes a list of a group, as a field of an act like any other. The fields of a row are called
//! `doelen.2.omschrijving`, in forms, drafts and clashes alike, so that each is kept and compared by itself. A row keeps its
//! number while somebody works on the form: taking one away leaves a gap, and what colleagues type in the others stays where it
//! is. What is wrong with a row says which one it is, before the act is decided ([`Rijfout`]) and by its decision ([`per_rij`]).

use std::fmt;
use std::marker::PhantomData;

use sleutels::Tekst;

use super::{Bron, Invulling, Leesfout, Mis, Omgeving, Veld, Veldsoort, Waarden, one};
use crate::refusal::Refusal;

/// A group of fields that can repeat. It holds no list of its own.
pub trait Rijgroep: Invulling {
    /// Fewest rows: these are read also when nothing was typed in them, so that what must be there is asked.
    const MINSTENS: u32;
    /// Most rows.
    const HOOGSTENS: u32;
    /// What a row is called, in a form and in a refusal: `Doel 2`.
    fn rij(nr: u32) -> Tekst;
}

/// A list of a group.
#[derive(Debug, Clone, Copy)]
pub struct Rijen<G>(PhantomData<G>);

/// The rows of a list as its form and its schema have to know them.
#[derive(Clone, Copy)]
pub struct Rijvorm {
    /// The fields of one row, by their own names.
    pub velden: fn() -> Vec<Veld>,
    /// Fewest rows.
    pub minstens: u32,
    /// Most rows.
    pub hoogstens: u32,
    /// What a row is called.
    pub rij: fn(u32) -> Tekst,
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rijplaats {
    /// The list.
    pub lijst: &'static str,
    /// Its number in the form, from 1.
    pub nr: u32,
    /// What it is called: `Doel 2`.
    pub naam: Tekst,
}

/// What was read of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rijwaarde<W> {
    /// Which row.
    pub rij: Rijplaats,
    /// What stands in it.
    pub waarde: W,
}

/// What is wrong with a field of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rijfout {
    /// Which row.
    pub rij: Rijplaats,
    /// What, by the own name of the field.
    pub fout: Leesfout,
}

impl Rijvorm {
    const fn of<G: Rijgroep>() -> Self {
        Self { velden: || G::velden(""), minstens: G::MINSTENS, hoogstens: G::HOOGSTENS, rij: G::rij }
    }

    /// Which row a name behind that of the list is about, and the name in that row: `2` and `omschrijving`.
    fn in_rij<'n>(&self, rest: &'n str) -> Option<(u32, &'n str)> {
        let (nr, veld) = rest.strip_prefix('.')?.split_once('.')?;
        let plain = nr.parse::<u32>().ok().filter(|number| number.to_string() == nr)?;
        (1..=self.hoogstens).contains(&plain).then_some((plain, veld))
    }
}

impl fmt::Debug for Rijvorm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<&str> = (self.velden)().iter().map(|veld| veld.naam).collect();
        f.debug_struct("Rijvorm")
            .field("velden", &fields)
            .field("hoogstens", &self.hoogstens)
            .finish_non_exhaustive()
    }
}

/// By what they ask: two addresses of one function are not always equal.
impl PartialEq for Rijvorm {
    fn eq(&self, other: &Self) -> bool {
        (self.minstens, self.hoogstens) == (other.minstens, other.hoogstens)
            && (self.velden)() == (other.velden)()
    }
}

impl Eq for Rijvorm {}

impl Rijplaats {
    fn of<G: Rijgroep>(lijst: &'static str, nr: u32) -> Self {
        Self { lijst, nr, naam: G::rij(nr) }
    }

    /// The name of a field of it, in forms and drafts.
    pub fn veld(&self, veld: &str) -> String {
        rijveld(self.lijst, self.nr, veld)
    }
}

/// The name of a field of a row: `doelen.2.omschrijving`.
pub fn rijveld(lijst: &str, nr: u32, veld: &str) -> String {
    format!("{lijst}.{nr}.{veld}")
}

impl Veld {
    /// The row of it that a field of a form is in, where it is a list.
    pub fn rij_van(&self, naam: &str) -> Option<u32> {
        let Veldsoort::Rijen(vorm) = self.soort else { return None };
        let (nr, veld) = vorm.in_rij(naam.strip_prefix(self.naam)?)?;
        (vorm.velden)().iter().any(|own| own.is_van(veld)).then_some(nr)
    }

    /// The field with this name: it, or one of its rows.
    pub fn met_naam(&self, naam: &str) -> Option<Self> {
        if self.naam == naam {
            return Some(*self);
        }
        let Veldsoort::Rijen(vorm) = self.soort else { return None };
        let (_, veld) = vorm.in_rij(naam.strip_prefix(self.naam)?)?;
        (vorm.velden)().into_iter().find(|own| own.naam == veld)
    }
}

impl Leesfout {
    /// The row and the field in it that are wrong; no row for a field of the act itself.
    pub fn plek(&self) -> (Option<&Rijplaats>, &Self) {
        match &self.wat {
            Mis::Rij(wrong) => (Some(&wrong.rij), &wrong.fout),
            Mis::Leeg | Mis::GeenDatum(_) | Mis::Vorm(_) => (None, self),
        }
    }
}

impl<G: Rijgroep> Invulling for Rijen<G> {
    type Waarde = Vec<Rijwaarde<G::Waarde>>;

    fn velden(naam: &'static str) -> Vec<Veld> {
        one(naam, Veldsoort::Rijen(Rijvorm::of::<G>()), G::MINSTENS > 0)
    }

    /// A row is there when something stands in it, and the first are asked also when nothing does. Where numbers stand under the
    /// name of the list, those rows are there and no others: a program sends a row also when it is empty, and 0 for none.
    fn lees(
        naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Self::Waarde> {
        let said: Vec<u32> = bron(naam).split_whitespace().filter_map(|nr| nr.parse().ok()).collect();
        if said.iter().any(|nr| *nr > G::HOOGSTENS) {
            let hoogstens = i32::try_from(G::HOOGSTENS).unwrap_or(i32::MAX);
            let wat = Mis::Vorm(sleutels::algemeen::VormRijen { hoogstens }.tekst());
            fouten.push(Leesfout { veld: naam, wat });
            return None;
        }
        if !said.is_empty() && (1..=G::MINSTENS).any(|nr| !said.contains(&nr)) {
            fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
            return None;
        }
        let asked = G::velden("");
        let mut all = Some(Vec::new());
        for nr in 1..=G::HOOGSTENS {
            let here = |veld: &str| bron(&rijveld(naam, nr, veld));
            let typed = || asked.iter().any(|veld| !here(veld.naam).trim().is_empty());
            let is_there = if said.is_empty() { nr <= G::MINSTENS || typed() } else { said.contains(&nr) };
            if !is_there {
                continue;
            }
            let rij = Rijplaats::of::<G>(naam, nr);
            let mut wrong = Vec::new();
            let read = G::lees("", &here, omgeving, &mut wrong);
            let in_row = |fout| {
                let wat = Mis::Rij(Box::new(Rijfout { rij: rij.clone(), fout }));
                Leesfout { veld: naam, wat }
            };
            fouten.extend(wrong.into_iter().map(in_row));
            all = all.zip(read).map(|(mut all, waarde)| {
                all.push(Rijwaarde { rij: rij.clone(), waarde });
                all
            });
        }
        all
    }

    fn proef(omgeving: &Omgeving<'_>) -> Option<Self::Waarde> {
        let one = |nr| Some(Rijwaarde { rij: Rijplaats::of::<G>("", nr), waarde: G::proef(omgeving)? });
        (1..=G::MINSTENS).map(one).collect()
    }

    fn schrijf(naam: &str, rijen: &Self::Waarde) -> Waarden {
        let in_row = |read: &Rijwaarde<G::Waarde>| {
            let nr = read.rij.nr;
            G::schrijf("", &read.waarde).into_iter().map(move |(veld, text)| (rijveld(naam, nr, &veld), text))
        };
        rijen.iter().flat_map(in_row).collect()
    }
}

/// Decides row by row; a refusal says which row it is about.
pub fn per_rij<W, T>(
    rijen: &[Rijwaarde<W>],
    mut decide: impl FnMut(&W) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    let one = |read: &Rijwaarde<W>| decide(&read.waarde).map_err(|refusal| refusal.in_rij(Some(&read.rij)));
    rijen.iter().map(one).collect()
}

#[cfg(test)]
mod tests;
