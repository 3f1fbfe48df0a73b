//! Whose word it is: of somebody around the child, or of the pupil.

use base::{Date, dates};
use serde::{Deserialize, Serialize};

use crate::leven::gezag::is_zelfde_nummer;
use crate::leven::leerling::LEERLING;
use crate::staat::{Dossier, Persoon};

/// Whose word it is, wherever somebody of the family is asked or heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stem {
    /// Somebody around the child, by number in the file.
    Persoon(u32),
    /// The pupil.
    Leerling,
}

impl Stem {
    /// Of whoever has this number in the file: the pupil has one that nobody else has.
    pub fn van_nummer(nr: u32) -> Self {
        if nr == LEERLING { Self::Leerling } else { Self::Persoon(nr) }
    }

    /// The number in the file of whoever it is; none for the pupil.
    pub fn persoon(self) -> Option<u32> {
        match self {
            Self::Persoon(nr) => Some(nr),
            Self::Leerling => None,
        }
    }

    /// The voice of one and the same, among these people: a parent has one, by whichever record it was heard.
    pub fn is_zelfde(self, ander: Self, mensen: &[Persoon]) -> bool {
        match (self, ander) {
            (Self::Persoon(een), Self::Persoon(ander)) => is_zelfde_nummer(mensen, een, ander),
            (Self::Leerling, Self::Leerling) => true,
            (Self::Persoon(_), Self::Leerling) | (Self::Leerling, Self::Persoon(_)) => false,
        }
    }
}

impl Dossier {
    /// Whose word counts on a day: of the pupil alone who decides, else of each with authority, once.
    pub fn stemmen_op(&self, on: Date) -> Vec<Stem> {
        if self.handelt_zelf(on) {
            return vec![Stem::Leerling];
        }
        self.beslissen_samen(on).into_iter().map(|persoon| Stem::Persoon(persoon.nr)).collect()
    }

    /// The days after this one on which the calendar alone can make it another's word: authority begins or ends, the time is over in which
    /// somebody could say that it did not end ([`Dossier::pas_zonder_gezag`]), or the pupil decides.
    pub(crate) fn stemmen_wisselen_na(&self, since: Date) -> Vec<Date> {
        let with = self.personen.iter().filter(|persoon| persoon.relatie.has_gezag());
        let authority = with.flat_map(|persoon| [Some(persoon.van), persoon.tot]).flatten();
        let ended = self.gezag_beeindigd().into_iter().filter_map(|(_, last)| dates::plus_days(last, 1));
        let mut all: Vec<Date> = authority.chain(ended).chain(self.handelt_zelf_vanaf()).collect();
        all.retain(|day| since < *day);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The first day on which it is this one's word, of those whose word counts on a day.
    pub(crate) fn stem_sinds(&self, stem: Stem) -> Option<Date> {
        match stem {
            Stem::Leerling => self.handelt_zelf_vanaf(),
            Stem::Persoon(nr) => {
                let records = self.personen.iter().filter(|one| one.relatie.has_gezag());
                records.filter(|one| self.is_een_van(one, [nr])).map(|one| one.van).min()
            }
        }
    }

    /// Of those whose word counts on a day, who is not among these by whichever record ([`Dossier::nog_niet_gehoord`] of people).
    pub fn stemmen_nog_niet_gehoord(&self, on: Date, gehoord: &[Stem]) -> Vec<Stem> {
        let mut all = self.stemmen_op(on);
        all.retain(|stem| !gehoord.iter().any(|heard| heard.is_zelfde(*stem, &self.personen)));
        all
    }
}
