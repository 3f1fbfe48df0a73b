//! A decision told to the pupil that it is about, besides the letter to the parents.

use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// A decision about a pupil who is old enough for an own letter, in words for the pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesluitLeerling {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What the letter says, as its title.
    pub titel: Tekst,
    /// The heart of it in two or three sentences.
    pub kort: NietLeeg<Tekst>,
    /// What was asked and decided.
    pub besloten: NietLeeg<Tekst>,
    /// Why, as it was written to the parents, or in words for the pupil.
    pub redenen: NietLeeg<Tekst>,
    /// It is in words for the pupil.
    #[serde(default)]
    pub in_eigen_woorden: bool,
    /// What it means for the pupil.
    pub betekent: NietLeeg<Tekst>,
    /// What can be done by who does not agree.
    pub niet_eens: NietLeeg<Tekst>,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}
