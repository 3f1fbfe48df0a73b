//! A rule's outcome as it is kept in an event: never computed again, always explainable.

use std::sync::Arc;

use base::{Date, Sector, Vindplaats};
use serde::{Deserialize, Serialize};

/// An outcome together with how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Berekend<T> {
    /// What the rule answered.
    pub uitkomst: T,
    /// How: for 'Waarom?' and for recomputing.
    pub berekening: Arc<Berekening>,
}

/// The trace and receipt of one application of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Berekening {
    /// Rule name, as in `leerrecht recht regels`.
    pub regel: String,
    /// The date whose law was applied.
    pub op: Date,
    /// Steps in the order in which they were taken.
    pub stappen: Vec<Stap>,
    /// Where it stands in the law.
    pub vindplaatsen: Vec<Vindplaats>,
    /// Digest of the corpus files used.
    pub bewijs_regels: String,
    /// Digest of the input.
    pub bewijs_invoer: String,
}

/// One step of a computation, in plain Dutch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stap {
    /// What was done.
    pub omschrijving: String,
    /// What came of it.
    pub resultaat: String,
    /// Which of the places in the law it rests on.
    pub vindplaats: Option<usize>,
}

impl Berekening {
    /// The place in the act of a sector; else the first one.
    pub fn vindplaats_in(&self, sector: Sector) -> Option<&Vindplaats> {
        let own = self.vindplaatsen.iter().find(|plaats| plaats.wet == wet_van(sector));
        own.or_else(|| self.vindplaats())
    }

    /// The place in the law of the step that says of this part that it is not there.
    pub fn waar_mist(&self, onderdeel: &str) -> Option<&Vindplaats> {
        let of_part = |stap: &&Stap| stap.omschrijving.to_lowercase() == onderdeel.to_lowercase();
        let step = self.stappen.iter().find(of_part)?;
        self.vindplaatsen.get(step.vindplaats?)
    }

    /// The first place in the law, which headlines show.
    pub fn vindplaats(&self) -> Option<&Vindplaats> {
        self.vindplaatsen.first()
    }
}

/// The act of the schools of a sector, as citations name it.
pub fn wet_van(sector: Sector) -> &'static str {
    match sector {
        Sector::Po => "WPO",
        Sector::So => "WEC",
        Sector::Vo => "WVO 2020",
    }
}

impl<T> Berekend<T> {
    /// The same computation with another view of its outcome.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Berekend<U> {
        Berekend { uitkomst: f(self.uitkomst), berekening: self.berekening }
    }
}
