//! Who has authority over a child, or is a parent in the law of education, on a day: each person once, by however many records they
//! stand in the file. Two schools may each have typed the same father, and he is one: he is asked once, and what he says counts by
//! whichever record it was said.

use base::{Date, dates};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::leven::feiten::{Overleden, Overledene};
use crate::staat::{Dossier, Feit, Persoon};

/// One and the same: the same number in the file, or another with the same account.
pub(crate) fn is_zelfde_mens(een: &Persoon, ander: &Persoon) -> bool {
    een.nr == ander.nr || een.account.is_some() && een.account == ander.account
}

/// These numbers are of one and the same among these people; a number that is not among them is of nobody else.
pub fn is_zelfde_nummer(mensen: &[Persoon], een: u32, ander: u32) -> bool {
    let of = |nr: u32| mensen.iter().filter(move |record| record.nr == nr);
    een == ander || of(een).any(|een| of(ander).any(|ander| is_zelfde_mens(een, ander)))
}

/// Each of these people once, by the record that comes first.
pub fn ieder_een_keer<'a>(records: impl IntoIterator<Item = &'a Persoon>) -> Vec<&'a Persoon> {
    let mut all: Vec<&Persoon> = Vec::new();
    for record in records {
        if !all.iter().any(|known| is_zelfde_mens(known, record)) {
            all.push(record);
        }
    }
    all
}

/// The last day of the time in which everybody answers, from the day on which something was recorded.
fn answer_until(feit: &Feit) -> Date {
    let recorded = dates::today_in_nl(feit.recorded_at);
    dates::plus_days(recorded, DAGEN_OM_TE_ANTWOORDEN).unwrap_or(Date::MAX)
}

impl Dossier {
    /// This person is, by one record or another, among those with these numbers.
    pub fn is_een_van(&self, persoon: &Persoon, nummers: impl IntoIterator<Item = u32>) -> bool {
        let mut nummers = nummers.into_iter();
        nummers.any(|nr| is_zelfde_nummer(&self.personen, nr, persoon.nr))
    }

    /// Of those who are asked, each once, who has not spoken: nobody did by the number of any of their records. What counts as an answer,
    /// of which version and since when, is settled by who asks, in the numbers that they give.
    pub fn nog_niet_gehoord<'a>(
        &self,
        gevraagd: impl IntoIterator<Item = &'a Persoon>,
        gehoord: impl IntoIterator<Item = u32>,
    ) -> Vec<&'a Persoon> {
        let gehoord: Vec<u32> = gehoord.into_iter().collect();
        let mut all = ieder_een_keer(gevraagd);
        all.retain(|persoon| !self.is_een_van(persoon, gehoord.iter().copied()));
        all
    }

    /// Those with authority on a day, each once.
    pub fn beslissen_samen(&self, on: Date) -> Vec<&Persoon> {
        ieder_een_keer(self.gezag_op(on))
    }

    /// Those whose authority ended by the word of a school, not so long ago that they had the time in which everybody answers to say that
    /// it is not so (ADR 0036): what parents decide together waits for them. Each once; nobody of a pupil who decides, and nobody
    /// who has authority by another record.
    pub fn pas_zonder_gezag(&self, on: Date) -> Vec<&Persoon> {
        if self.handelt_zelf(on) {
            return Vec::new();
        }
        let now = self.beslissen_samen(on);
        let mut all: Vec<&Persoon> = Vec::new();
        for (lost, last) in self.gezag_beeindigd() {
            let waits =
                on <= last && dates::plus_days(on, DAGEN_OM_TE_ANTWOORDEN).is_none_or(|far| last <= far);
            if waits && !now.iter().chain(&all).any(|known| is_zelfde_mens(known, lost)) {
                all.push(lost);
            }
        }
        all
    }

    /// Whose authority ended by the word of a school, with the last day on which they have the time in which everybody answers; nobody who
    /// died.
    pub(crate) fn gezag_beeindigd(&self) -> Vec<(&Persoon, Date)> {
        let ended = self.feiten.iter().filter_map(|feit| {
            let Some(Gebeurtenis::GezagGewijzigd(changed)) = feit.gebeurtenis() else { return None };
            let last = answer_until(feit);
            let lost = self.personen.iter().find(|persoon| {
                persoon.nr == changed.persoon
                    && persoon.relatie.has_gezag()
                    && persoon.tot == Some(changed.per)
            });
            Some((lost.filter(|lost| !lost.overleden)?, last))
        });
        ended.collect()
    }

    /// Those with authority who stand as dead by the word of a school, not so long ago that a mistake had the time to come out: no
    /// registration ends by it at once, since a death takes away for good what the other decides alone.
    pub(crate) fn pas_overleden(&self, on: Date) -> Vec<&Persoon> {
        if self.handelt_zelf(on) {
            return Vec::new();
        }
        let now = self.beslissen_samen(on);
        let lately = self.feiten.iter().filter_map(|feit| {
            let Overledene::Persoon(nr) = feit.gebeurtenis().and_then(Overleden::uit)?.wie else {
                return None;
            };
            let recorded = dates::today_in_nl(feit.recorded_at);
            let waits = recorded <= on && on <= answer_until(feit);
            let has = |p: &&Persoon| p.nr == nr && p.relatie.has_gezag() && p.overleden && p.tot.is_none();
            self.personen.iter().find(has).filter(|_| waits)
        });
        lately.filter(|died| !now.iter().any(|known| is_zelfde_mens(known, died))).collect()
    }

    /// Somebody who can answer on a page of their own.
    pub fn antwoordt_zelf(&self, persoon: &Persoon) -> bool {
        persoon.account.is_some() && persoon.relatie.has_own_page() && !self.is_met_naam_geheim(persoon)
    }
}
