//! Decisions that have an effect only once they are made known (Awb 3:40), whichever case they are taken in: who reads them, which
//! letters tell them and which days run with them is asked of the case, never of one process.

use base::{Date, OrganisatieId};

use crate::beurt::Onderwerp;
use crate::kaart::Lezers;
use crate::soort::Bekendmakingswijze;
use crate::staat::{Dossier, Feit};

/// How the decision of a case was made known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bekendstand {
    /// The day: from then on it has its effect.
    pub op: Date,
    /// By post, on paper or on the own page.
    pub wijze: Bekendmakingswijze,
    /// The fact that made it known as it stands now: a letter written before that is one of an earlier decision.
    pub met: u64,
    /// It was withdrawn since: no letter tells it any more.
    pub ingetrokken: bool,
}

/// The days that run while a decision is awaited, beside that of the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beslisdagen {
    /// The day that was promised, where that is earlier than the law asks.
    pub beloofd: Option<Date>,
    /// The last day of the law beside a promised one; none where nothing was promised, or on the same day.
    pub wettelijk: Option<Date>,
    /// After a notice of default: the last day on which deciding late costs no penalty (Awb 4:17).
    pub in_gebreke_tot: Option<Date>,
}

/// A kind of case, by what it says of a decision that is made known. Nothing here has a default: a kind without such a decision says
/// so.
pub(crate) trait Besluitzaak {
    /// How its decision was made known; none as long as it was not.
    fn bekend(&self) -> Option<Bekendstand>;
    /// What runs while its decision is awaited.
    fn beslisdagen(&self) -> Beslisdagen;
    /// The last day to object to the decision of its school, where a letter with a date of its own tells it ([`crate::brief::Briefdag::Bezwaar`]).
    fn bezwaar_van_school(&self) -> Option<Date>;
    /// The first letter of that decision left on a later day than its date: one can object until this day.
    fn verschuif_bezwaar(&mut self, last: Date);
    /// Nobody acted yet on the decision that was made known, so that it can be made known anew where no letter of it left.
    fn is_opnieuw_bekend_te_maken(&self) -> bool;
    /// Number of the fact by which it was taken back from an organisation that judged it, which sends nothing any more of what lies there, and
    /// that organisation.
    fn ingetrokken_met(&self) -> Option<(u64, OrganisatieId)>;
}

impl Dossier {
    /// The decision of a case as it was taken last: the newest fact that nobody else reads before it is made known.
    pub fn besluit_in(&self, zaak: Onderwerp) -> Option<&Feit> {
        let decides = |feit: &Feit| {
            feit.gebeurtenis().is_some_and(|fact| fact.lezers() == Lezers::NaBekendmaking(zaak))
        };
        self.feiten.iter().rev().map(|feit| &**feit).find(|feit| decides(feit))
    }
}
