//! The letter about a child that leaves its school (process P0). Legal source: LPW 10.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// The child is taken off the list of the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitschrijving {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// First day on which the child is no longer enrolled.
    pub per: Date,
    /// On which ground of the law, in a sentence.
    pub reden: Tekst,
    /// The reader asked for it.
    pub zelf_gevraagd: bool,
    /// Who else asked for it, where the file knows.
    pub op_verzoek_van: Option<Tekst>,
    /// The child has to be at a school, and the school knows of none.
    pub school_onbekend: bool,
    /// A request of this school for a declaration runs.
    pub aanvraag_loopt: bool,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
