//! The files of the region: what happened to each child, told by the commands of the core.
//!
//! A file is told by one [`Verhaallijn`], on days before today, each command decided by the core on
//! the law of its day and by the access matrix. The first files tell every line once, at the schools
//! of the demo's accounts; those after are thrown by weight.

use std::collections::BTreeMap;

use base::{Date, DossierNummer, PersoonId, SwvCode, Timestamp};
use dossier::toegang::Matrix;
use dossier::{Actor, Dossier, Opdracht, Vaststelling};
use recht::Wet;
use verband::Beleid;

use crate::regio::{Demoschool, Kind, Plek, Regio, code};
use crate::worp::Worp;

mod aanmelding;
mod afloop;
mod gezin;
mod leven;
mod plan;
mod teksten;
mod tlv;
mod tlv_afloop;
mod verhaallijn;
mod verteller;
mod verwijdering;
mod voorbeelden;

pub use verhaallijn::Verhaallijn;
pub use voorbeelden::{VOORBEELDEN, Voorbeeld};

use verhaallijn::Waar;
use verteller::Verteller;

/// Everything that stories are told in.
#[derive(Debug, Clone, Copy)]
pub struct Wereld<'a> {
    /// The region.
    pub regio: &'a Regio,
    /// The law.
    pub wet: &'a Wet,
    /// Who may do what.
    pub matrix: &'a Matrix,
    /// The day before which everything happened.
    pub vandaag: Date,
}

/// One fact of a file, as it will be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vastgelegd {
    /// When it is recorded.
    pub recorded_at: Timestamp,
    /// Who records it.
    pub actor: Actor,
    /// What the core decided.
    pub vaststelling: Vaststelling,
}

/// A parent with an own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aangeslotene {
    /// The account.
    pub account: PersoonId,
    /// Name.
    pub naam: String,
    /// First day of the role.
    pub sinds: Date,
}

/// What somebody did in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voorval {
    /// When.
    pub recorded_at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// The commands.
    pub opdrachten: Vec<Opdracht>,
}

/// The whole history of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Number of the file.
    pub nummer: DossierNummer,
    /// What it tells.
    pub verhaallijn: Verhaallijn,
    /// Its facts in order; those of one act share their moment.
    pub feiten: Vec<Vastgelegd>,
    /// The last thing that was done: the facts of its moment follow from it.
    pub laatste: Option<Voorval>,
    /// The file that they amount to.
    pub dossier: Dossier,
    /// Parents with an own page.
    pub ouders: Vec<Aangeslotene>,
}

/// A story that the core or the matrix did not allow: a fault in the story.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("file {nr} of the demo ({verhaallijn:?}) cannot be told at '{opdracht}' on {op}: {reden}")]
pub struct VerhaalFout {
    /// Which file, from 0.
    pub nr: usize,
    /// Which story.
    pub verhaallijn: Verhaallijn,
    /// At which command.
    pub opdracht: &'static str,
    /// On which day.
    pub op: Date,
    /// Why.
    pub reden: String,
}

/// How many numbers were given out, so that the store goes on after them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nummers {
    /// Files per year.
    pub dossiers: BTreeMap<i16, u32>,
    /// Declarations per partnership and year.
    pub tlvs: BTreeMap<(SwvCode, i16), u32>,
}

impl Nummers {
    fn dossier(&mut self, op: Date) -> DossierNummer {
        let count = self.dossiers.entry(op.year()).or_default();
        *count += 1;
        code(&format!("{}-{count:06}", op.year()))
    }

    /// In the form in which the program gives them out.
    fn tlv(&mut self, swv: &SwvCode, op: Date) -> String {
        let count = self.tlvs.entry((swv.clone(), op.year())).or_default();
        *count += 1;
        format!("{}-{count:05}", op.year())
    }
}

/// The histories of so many files.
pub fn histories(wereld: Wereld<'_>, dossiers: usize) -> Histories<'_> {
    Histories {
        wereld,
        dossiers,
        next: 0,
        nummers: Nummers::default(),
        beleid: wereld.regio.verbanden.iter().map(crate::regio::Verband::beleid).collect(),
        scholen: Scholen::of(wereld.regio),
    }
}

/// The files, one after the other.
#[derive(Debug)]
pub struct Histories<'a> {
    wereld: Wereld<'a>,
    dossiers: usize,
    next: usize,
    nummers: Nummers,
    beleid: Vec<Beleid>,
    scholen: Scholen<'a>,
}

/// Why a story is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reden {
    /// The first files tell every story once.
    Eerste,
    /// By chance.
    Geworpen,
    /// A test asked for it.
    Verzoek,
}

/// The schools where stories begin.
#[derive(Debug)]
struct Scholen<'a> {
    basis: Vec<&'a Demoschool>,
    vo: Vec<&'a Demoschool>,
}

impl<'a> Scholen<'a> {
    fn of(regio: &'a Regio) -> Self {
        let all = |plek: Plek| regio.scholen.iter().filter(|school| plek.is(school)).collect();
        Self { basis: all(Plek::Basis), vo: all(Plek::Vo) }
    }

    fn pick(&self, waar: Waar, thuis: bool, worp: &mut Worp) -> &'a Demoschool {
        let list = match waar {
            Waar::Basis => &self.basis,
            Waar::Beide if thuis || worp.kans(75) => &self.basis,
            Waar::Vo | Waar::Beide => &self.vo,
        };
        if thuis { list[0] } else { worp.kies(list) }
    }
}

impl Histories<'_> {
    /// The numbers given out so far.
    pub fn nummers(&self) -> &Nummers {
        &self.nummers
    }

    /// Goes on after so many files, and the numbers given to them.
    #[must_use]
    pub fn na(self, dossiers: usize, nummers: Nummers) -> Self {
        Self { next: dossiers, nummers, ..self }
    }

    /// Tells one story at the school of the demo's accounts, of a child whose parent has an own page.
    pub fn vertel(&mut self, verhaallijn: Verhaallijn) -> Result<History, VerhaalFout> {
        let nr = self.next;
        self.next += 1;
        self.tell(nr, verhaallijn, Reden::Verzoek)
    }

    /// The story of a file after the first: a double follows its first half.
    fn thrown(&self, nr: usize) -> Verhaallijn {
        let line = |nr: usize| Verhaallijn::thrown(&mut Worp::new(self.wereld.regio.zaad, stream(nr, 2)));
        let follows = nr > Verhaallijn::ALL.len() && line(nr - 1) == Verhaallijn::EersteVanDubbel;
        let own = line(nr);
        if follows && own != Verhaallijn::EersteVanDubbel { Verhaallijn::Dubbel } else { own }
    }

    fn tell(&mut self, nr: usize, verhaallijn: Verhaallijn, reden: Reden) -> Result<History, VerhaalFout> {
        let thuis = reden != Reden::Geworpen;
        let mut worp = Worp::new(self.wereld.regio.zaad, stream(nr, 0));
        let school = self.scholen.pick(verhaallijn.waar(), thuis, &mut worp);
        let voorbeeld = Voorbeeld::of(verhaallijn).filter(|_| reden == Reden::Eerste);
        let child = |nr: usize| Kind::new(&mut Worp::new(self.wereld.regio.zaad, stream(nr, 1)));
        let kind = match voorbeeld {
            Some(voorbeeld) => voorbeeld.kind(&mut worp),
            // The second file of a child at two schools is of the child before it.
            None if verhaallijn == Verhaallijn::Dubbel => child(nr.saturating_sub(1)),
            None => child(nr),
        };
        let mut verteller = Verteller::new(self.wereld, &self.beleid, &mut self.nummers, worp, school, kind);
        verteller.thuis = thuis;
        verteller.voorbeeld = voorbeeld;
        verteller.eigen_pagina = voorbeeld.is_some() || reden == Reden::Verzoek;
        match verhaallijn.vertel(&mut verteller) {
            Ok(()) => Ok(verteller.history(verhaallijn)),
            Err(stop) => {
                Err(VerhaalFout { nr, verhaallijn, opdracht: stop.opdracht, op: stop.op, reden: stop.reden })
            }
        }
    }
}

/// Three streams of chance per file: what happens, who the child is, and which story it is.
fn stream(nr: usize, of: u64) -> u64 {
    u64::try_from(nr).unwrap_or(u64::MAX / 4) * 3 + of
}

impl Iterator for Histories<'_> {
    type Item = Result<History, VerhaalFout>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.dossiers {
            return None;
        }
        let nr = self.next;
        self.next += 1;
        let first = Verhaallijn::ALL.get(nr).copied();
        let verhaallijn = first.unwrap_or_else(|| self.thrown(nr));
        let reden = if first.is_some() { Reden::Eerste } else { Reden::Geworpen };
        Some(self.tell(nr, verhaallijn, reden))
    }
}

#[cfg(test)]
mod tests;
