//! What the family of a child is told of its cases: what goes on in them, and what was decided.
//!
//! Every kind of case answers both, and says why where it tells nothing ([`Gezinszaak`]; the list of kinds asks for it), so
//! that a new one does not compile before it is known what parents and pupil hear of it. What they are asked to do stands
//! with the turn ([`crate::beurt::Zet::vraag`]).

use base::Date;
use sleutels::Tekst;

/// What a family is told, or why it is told nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verteld<T> {
    /// This.
    Wel(T),
    /// Nothing, because of this.
    Niets(&'static str),
}

impl<T> Verteld<T> {
    /// What is told.
    pub(crate) fn wel(self) -> Option<T> {
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
}

impl Beslissing {
    /// What the family itself decided.
    pub(crate) fn van_gezin(wat: Tekst, op: Date) -> Verteld<Self> {
        let wanneer = sleutels::mijn::SindsDag { dag: op }.tekst();
        Verteld::Wel(Self { wat, op, wanneer, bezwaar_uiterlijk: None })
    }

    /// A decision of a school.
    pub(crate) fn van_school(wat: Tekst, op: Date, bezwaar_uiterlijk: Option<Date>) -> Verteld<Self> {
        let wanneer = sleutels::mijn::BesluitVan { dag: op }.tekst();
        Verteld::Wel(Self { wat, op, wanneer, bezwaar_uiterlijk })
    }
}

/// A case, as its family is told of it. Nothing here has a default.
pub(crate) trait Gezinszaak {
    /// What goes on in it; `naam` is what the child is called.
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop>;
    /// What was decided in it.
    fn beslissing(&self, naam: &str) -> Verteld<Beslissing>;
}
