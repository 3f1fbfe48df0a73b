//! What the family of a child is told of its cases: what goes on in them, and what was decided.
//!
//! Every kind of case answers these, and says why where it tells nothing ([`Gezinszaak`]; the list of kinds asks for it), so
//! that a new one does not compile before it is known what parents and pupil hear of it. What they are asked to do stands
//! with the turn ([`crate::beurt::Zet::vraag`]).

use std::collections::BTreeSet;

use base::{Date, SwvCode, Vestigingscode};
use recht::Wet;
use sleutels::Tekst;

use crate::beurt::Zet;
use crate::leven::stem::Stem;
use crate::leven::woorden::EigenWoorden;
use crate::opdracht::Opdrachtnaam;
use crate::proces::Zaken;
use crate::staat::Persoon;

/// What a family is told, or why it is told nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verteld<T> {
    /// This.
    Wel(T),
    /// Nothing, because of this.
    Niets(&'static str),
}

impl<T> Verteld<T> {
    /// What is told.
    pub fn wel(self) -> Option<T> {
        match self {
            Self::Wel(told) => Some(told),
            Self::Niets(_) => None,
        }
    }
}

/// What goes on in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verloop {
    /// In one or two sentences.
    pub wat: Tekst,
    /// The last day of the turn that runs is told with it. It is not where that day is no day by which anything of the
    /// case must be done.
    pub met_dag: bool,
}

impl Verloop {
    /// With the last day of the turn that runs.
    pub(crate) fn met_dag(wat: Tekst) -> Verteld<Self> {
        Verteld::Wel(Self { wat, met_dag: true })
    }

    /// Without a day.
    pub(crate) fn zonder_dag(wat: Tekst) -> Verteld<Self> {
        Verteld::Wel(Self { wat, met_dag: false })
    }
}

/// A decision that a family should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslissing {
    /// What was decided.
    pub wat: Tekst,
    /// When it was decided or made known.
    pub op: Date,
    /// The same, in words.
    pub wanneer: Tekst,
    /// Last day to object; none where there is nothing to object to.
    pub bezwaar_uiterlijk: Option<Date>,
    /// The law of schools gives no objection to it, and the Awb does at a public school, which the fact does not tell (Awb 6:7, 7:1).
    pub bezwaar_als_openbaar: bool,
}

impl Beslissing {
    /// What the family itself decided.
    pub(crate) fn van_gezin(wat: Tekst, op: Date) -> Verteld<Self> {
        let wanneer = sleutels::mijn::SindsDag { dag: op }.tekst();
        Verteld::Wel(Self { wat, op, wanneer, bezwaar_uiterlijk: None, bezwaar_als_openbaar: false })
    }

    /// A decision of a school.
    pub(crate) fn van_school(wat: Tekst, op: Date, bezwaar_uiterlijk: Option<Date>) -> Verteld<Self> {
        let wanneer = sleutels::mijn::BesluitVan { dag: op }.tekst();
        Verteld::Wel(Self { wat, op, wanneer, bezwaar_uiterlijk, bezwaar_als_openbaar: false })
    }

    /// A decision of a school of which only the Awb says that one can object to it.
    pub(crate) fn van_school_als_openbaar(wat: Tekst, op: Date) -> Verteld<Self> {
        let wanneer = sleutels::mijn::BesluitVan { dag: op }.tekst();
        Verteld::Wel(Self { wat, op, wanneer, bezwaar_uiterlijk: None, bezwaar_als_openbaar: true })
    }
}

/// What a letter asks of the family without a turn that waits for it: the own page asks the same, as long as it is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gevraagd {
    /// The act by which it is done; none where it is done outside the program.
    pub daad: Option<Opdrachtnaam>,
    /// What it is, in plain words.
    pub wat: Tekst,
    /// Last day.
    pub uiterlijk: Option<Date>,
}

/// An advice of experts, of which the family gets a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afschrift {
    /// Who advised: names with disciplines.
    pub door: Tekst,
    /// When.
    pub op: Date,
    /// What was advised.
    pub uitkomst: Tekst,
    /// The advice.
    pub tekst: String,
}

/// Who decides in a case: where a family objects that does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beslisser {
    /// The board of its school.
    School,
    /// A partnership.
    Verband,
}

/// Somebody of the family who looks, with what they see of the file: what a case tells can depend on it.
#[derive(Debug, Clone, Copy)]
pub struct Gezinslid<'a> {
    /// The own number in the file.
    pub persoon: u32,
    /// What the child is called.
    pub naam: &'a str,
    /// Today.
    pub op: Date,
    /// The people around the child.
    pub mensen: &'a [Persoon],
    /// The acts that are open to them, by name.
    pub mag: &'a BTreeSet<&'static str>,
    /// The cases in sight.
    pub zaken: &'a Zaken,
    /// What somebody of the family let the school know, as far as they read it.
    pub woorden: &'a [EigenWoorden],
    /// At which schools the child is, is secret for them.
    pub school_geheim: bool,
}

impl Gezinslid<'_> {
    /// In whose voice they speak.
    pub fn stem(&self) -> Stem {
        Stem::van_nummer(self.persoon)
    }

    /// An act is open to them.
    pub(crate) fn mag(&self, daad: Opdrachtnaam) -> bool {
        self.mag.contains(daad.naam())
    }
}

/// A case, as its family is told of it. What has a default adds to what is told, for this person or beside it: a kind that says nothing of
/// it tells the same to everybody. What a family must be told has none.
pub trait Gezinszaak {
    /// What goes on in it; `naam` is what the child is called.
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop>;
    /// What was decided in it.
    fn beslissing(&self, naam: &str) -> Verteld<Beslissing>;
    /// What goes on, to this person, where that is something else than to the family as a whole.
    fn verloop_voor(&self, _lid: &Gezinslid<'_>) -> Option<Tekst> {
        None
    }
    /// This person did what a turn of the family waits for: what is still waited for is another's word. Of most the turn itself goes.
    fn is_gedaan(&self, _zet: Zet, _lid: &Gezinslid<'_>) -> bool {
        false
    }
    /// What its letters ask of this person that is no turn.
    fn gevraagd(&self, lid: &Gezinslid<'_>) -> Vec<Gevraagd>;
    /// The advices of which the family gets a copy; nobody advises in most.
    fn afschriften(&self) -> Vec<Afschrift> {
        Vec::new()
    }
    /// Its page has more to read than what is told of it.
    fn is_te_lezen(&self) -> bool;
    /// Who decides in it.
    fn beslisser(&self) -> Beslisser;
    /// By which words somebody of the family chooses it, to let its school know something of it; nothing where it is over for them.
    fn te_kiezen(&self) -> Verteld<Tekst>;
    /// Whose turn it is to read what the family lets the school know of it.
    fn leest_woorden(&self) -> Zet;
    /// The school to call about it, where the child is a pupil of none.
    fn aanspreekschool(&self) -> Option<&Vestigingscode>;
    /// The partnership that has to do with it.
    fn verband(&self) -> Option<SwvCode>;
    /// It is one of those that the national committee for disputes judges, as it stands.
    fn is_voor_commissie(&self) -> bool;
    /// The law names that committee for what was decided in it; where the pupil acts alone, with the day, at the request of the pupil too.
    fn noemt_commissie(&self, wet: &Wet, leerling_op: Option<Date>) -> bool;
    /// A court is a way against what was decided in it, also where nobody can object to it.
    fn is_voor_de_rechter(&self) -> bool;
}
