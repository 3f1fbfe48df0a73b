//! The invitation to one's own page: a code, and a way for those who want paper.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// Who is invited: the letter says `u` to a parent and `je` to a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaginaLezer {
    /// A parent, guardian or carer.
    Ouder,
    /// The pupil.
    Leerling,
}

/// An invitation with a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UitnodigingEigenPagina {
    /// Head.
    pub hoofd: Briefhoofd,
    /// Who is invited.
    pub lezer: PaginaLezer,
    /// For whom the code is: the only person who may use it.
    pub voor: Tekst,
    /// Where to type it: the web address as a person types it.
    pub webadres: Tekst,
    /// The one-time code, in groups that can be read aloud.
    pub code: Tekst,
    /// Last day on which it works.
    pub geldig_tot_en_met: Date,
    /// What the page shows.
    pub toont: NietLeeg<Tekst>,
    /// How to get the same on paper.
    pub papieren_weg: Tekst,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}
