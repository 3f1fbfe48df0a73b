//! Counts without names: for who directs or controls, and reads no files, and for a school and its board beside their lists.
//!
//! A count that could point to a child is left out where somebody reads no files: one that is too small, and the smallest beside it
//! where it would follow from the others.

use std::collections::BTreeMap;

use dossier::toegang::Kijker;
use dossier::{Actor, Rol};
use storage::queries::{AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort};
use storage::{Direction, Page, Scope, limits};

use crate::{App, AppError, Moment, projectie};

/// A count of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telregel {
    /// Of what: the code of a phase or a kind, or the name of a school.
    pub wat: String,
    /// How many; none where that is too few to tell.
    pub aantal: Option<u64>,
}

/// What runs at an organisation, in counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aantallen {
    /// Requests, at a partnership; otherwise children.
    pub aanvragen: bool,
    /// By phase.
    pub per_fase: Vec<Telregel>,
    /// Requests by what is asked.
    pub per_soort: Vec<Telregel>,
    /// By school.
    pub per_school: Vec<Telregel>,
    /// The smallest count that is told.
    pub kleinste: u64,
}

/// Counts before they are told.
#[derive(Default)]
struct Geteld {
    fase: BTreeMap<String, u64>,
    soort: BTreeMap<String, u64>,
    school: BTreeMap<String, u64>,
}

impl App {
    /// The counts of the own organisation.
    pub async fn aantallen(&self, kijker: &Kijker, moment: Moment) -> Result<Aantallen, AppError> {
        let rol = kijker.actor.rol;
        let kleinste = self.matrix.kleinste_telling(rol);
        let kleinste =
            kleinste.ok_or_else(|| AppError::Forbidden { reden: teksten::toegang::aantallen_voor() })?;
        let aanvragen = kijker.actor.organisatie.swv().is_some();
        let geteld = if aanvragen {
            self.count_requests(kijker, moment).await?
        } else {
            self.count_children(kijker, moment).await?
        };
        let mut schools = BTreeMap::new();
        for (code, count) in geteld.school {
            let organisatie = format!("school/{code}").parse();
            let naam = match organisatie {
                Ok(organisatie) => self.organisatie_naam(&organisatie, moment.vandaag).await?,
                Err(_) => code,
            };
            *schools.entry(naam).or_default() += count;
        }
        Ok(Aantallen {
            aanvragen,
            per_fase: told(geteld.fase, kleinste),
            per_soort: told(geteld.soort, kleinste),
            per_school: told(schools, kleinste),
            kleinste,
        })
    }

    /// The queue of the partnership as its desk has it: only what is counted leaves this.
    async fn count_requests(&self, kijker: &Kijker, moment: Moment) -> Result<Geteld, AppError> {
        let actor = Actor { rol: Rol::Loket, ..kijker.actor.clone() };
        let desk = Kijker { actor, groep: String::new() };
        let mut geteld = Geteld::default();
        let Some(lezer) = projectie::lezer(&self.matrix, &desk) else { return Ok(geteld) };
        let mut offset = 0;
        loop {
            let query = AanvraagQuery {
                scope: Scope { lezer: lezer.clone(), on: moment.vandaag },
                open: false,
                soort: None,
                fase: None,
                vestiging: None,
                sort: AanvraagSort::default(),
                direction: Direction::Up,
                page: Page { offset, limit: limits::PAGE_ROWS },
            };
            let found = self.storage.aanvragen(&query).await?;
            for row in &found.rows {
                *geteld.fase.entry(row.aanvraag.fase.clone()).or_default() += 1;
                *geteld.soort.entry(row.aanvraag.soort.clone()).or_default() += 1;
                if let Some(school) = &row.aanvraag.vestiging {
                    *geteld.school.entry(school.to_string()).or_default() += 1;
                }
            }
            if !found.more {
                return Ok(geteld);
            }
            offset += u64::from(limits::PAGE_ROWS);
        }
    }

    /// The children of the own lists.
    async fn count_children(&self, kijker: &Kijker, moment: Moment) -> Result<Geteld, AppError> {
        let mut geteld = Geteld::default();
        let Some(scope) = self.scope_of(kijker, moment) else { return Ok(geteld) };
        let mut offset = 0;
        loop {
            let query = DossierQuery {
                scope: scope.clone(),
                filter: DossierFilter::default(),
                sort: DossierSort::default(),
                direction: Direction::Up,
                page: Page { offset, limit: limits::PAGE_ROWS },
            };
            let found = self.storage.dossiers(&query).await?;
            for row in &found.rows {
                *geteld.fase.entry(row.fase.clone()).or_default() += 1;
                if let Some(school) = &row.vestiging {
                    *geteld.school.entry(school.to_string()).or_default() += 1;
                }
            }
            if !found.more {
                return Ok(geteld);
            }
            offset += u64::from(limits::PAGE_ROWS);
        }
    }
}

/// What is told of counts: none that is too small, and none by which a single small one would follow from the others.
fn told(counts: BTreeMap<String, u64>, kleinste: u64) -> Vec<Telregel> {
    let mut rows: Vec<(String, u64, bool)> =
        counts.into_iter().map(|(wat, aantal)| (wat, aantal, aantal >= kleinste)).collect();
    if rows.iter().filter(|(_, _, shown)| !shown).count() == 1
        && let Some(next) = rows.iter_mut().filter(|row| row.2).min_by_key(|row| row.1)
    {
        next.2 = false;
    }
    rows.into_iter().map(|(wat, aantal, shown)| Telregel { wat, aantal: shown.then_some(aantal) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_count_is_told_neither_by_itself_nor_by_the_others() {
        let counts = |all: &[(&str, u64)]| all.iter().map(|(wat, n)| ((*wat).to_owned(), *n)).collect();
        let shown = |all: &[(&str, u64)], least| -> Vec<Option<u64>> {
            told(counts(all), least).into_iter().map(|row| row.aantal).collect()
        };
        assert_eq!(shown(&[("a", 4), ("b", 9), ("c", 6)], 5), [None, Some(9), None]);
        assert_eq!(shown(&[("a", 4), ("b", 9), ("c", 3)], 5), [None, Some(9), None]);
        assert_eq!(shown(&[("a", 7), ("b", 9)], 5), [Some(7), Some(9)]);
        assert_eq!(shown(&[("a", 2)], 5), [None]);
        assert_eq!(shown(&[("a", 2), ("b", 9)], 1), [Some(2), Some(9)]);
    }
}
