//! Counts without names: for who directs or controls, and reads no files, and for a school and its board beside their lists.
//!
//! A count that could point to a child is left out where somebody reads no files: one that is too small, without its name, since a row
//! says that there is at least one. Every table is of the same children, so the total of one tells what another leaves out: what is left
//! out together is so much that it says nothing of one row, and where it cannot be, no table is told.

use std::collections::BTreeMap;

use dossier::staat::TlvFase;
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};
use storage::queries::{AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort};
use storage::{Direction, Page, Scope, limits};

use crate::{App, AppError, Moment, projectie};

/// What is said instead of a school of children that have none in the lists of whoever counts.
const NO_SCHOOL: &str = "geen school bekend";

/// A count of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telregel {
    /// Of what: the code of a phase or a kind, or the name of a school.
    pub wat: String,
    /// How many.
    pub aantal: u64,
}

/// Counts of one kind, as they are told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Telling {
    /// What is told.
    pub regels: Vec<Telregel>,
    /// There is more than is told.
    pub weggelaten: bool,
}

/// What runs at an organisation, in counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aantallen {
    /// Requests, at a partnership; otherwise children.
    pub aanvragen: bool,
    /// By phase.
    pub per_fase: Telling,
    /// Requests by what is asked.
    pub per_soort: Telling,
    /// By school.
    pub per_school: Telling,
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
                Err(_) if code.is_empty() => NO_SCHOOL.to_owned(),
                Ok(organisatie) => self.organisatie_naam(&organisatie, moment.vandaag).await?,
                Err(_) => code,
            };
            *schools.entry(naam).or_default() += count;
        }
        let [per_fase, per_soort, per_school] = told([geteld.fase, geteld.soort, schools], kleinste);
        Ok(Aantallen { aanvragen, per_fase, per_soort, per_school, kleinste })
    }

    /// The queue of the partnership as its desk has it: only what is counted leaves this.
    async fn count_requests(&self, kijker: &Kijker, moment: Moment) -> Result<Geteld, AppError> {
        let actor = Actor { rol: Rol::Loket, ..kijker.actor.clone() };
        let desk = Kijker { actor, groep: String::new() };
        let mut geteld = Geteld::default();
        let Some(lezer) = projectie::lezer(&self.matrix, &desk) else { return Ok(geteld) };
        let scope = self.zonder_gesloten(kijker, Scope::new(lezer, moment.vandaag)).await?;
        let mut offset = 0;
        loop {
            let query = AanvraagQuery {
                scope: scope.clone(),
                open: false,
                soort: None,
                fase: None,
                vestiging: None,
                adviesstand: None,
                sort: AanvraagSort::default(),
                direction: Direction::Up,
                page: Page { offset, limit: limits::PAGE_ROWS },
            };
            let found = self.storage.aanvragen(&query).await?;
            // A request that was taken back stays in the queue for a while, and is none that runs or was decided on.
            let taken_back = |fase: &str| fase == TlvFase::AanvraagIngetrokken.code();
            for row in found.rows.iter().filter(|row| !taken_back(&row.aanvraag.fase)) {
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
        let Some(scope) = self.open_scope(kijker, moment).await? else { return Ok(geteld) };
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
                // Every table is of the same children: who has no school here is counted by that.
                let school = row.vestiging.as_ref().map(ToString::to_string).unwrap_or_default();
                *geteld.school.entry(school).or_default() += 1;
            }
            if !found.more {
                return Ok(geteld);
            }
            offset += u64::from(limits::PAGE_ROWS);
        }
    }
}

/// What is told of counts of the same children in several ways.
///
/// None that is too small, and of each table so many more, from the smallest, that what is left out together is at least twice what one
/// may be: the total may stand in another table. Where all of a table is left out and is less than that, nothing is told at all.
fn told<const N: usize>(tables: [BTreeMap<String, u64>; N], kleinste: u64) -> [Telling; N] {
    let all = tables.map(|counts| shown(counts, kleinste));
    // Of a whole that is too small itself, what one table tells in full is what another leaves out.
    let gives_away = all.iter().any(|(telling, left_out)| telling.weggelaten && *left_out < 2 * kleinste);
    all.map(|(telling, _)| {
        let has_any = telling.weggelaten || !telling.regels.is_empty();
        if gives_away { Telling { regels: Vec::new(), weggelaten: has_any } } else { telling }
    })
}

/// One table, and how much it leaves out together.
fn shown(counts: BTreeMap<String, u64>, kleinste: u64) -> (Telling, u64) {
    let small: Vec<u64> = counts.values().copied().filter(|aantal| *aantal < kleinste).collect();
    let mut left_out: u64 = small.iter().sum();
    let mut rows: Vec<(String, u64)> = counts.into_iter().filter(|row| row.1 >= kleinste).collect();
    while !small.is_empty() && left_out < 2 * kleinste {
        let smallest = rows.iter().enumerate().min_by_key(|(_, row)| row.1);
        let Some((place, _)) = smallest else { break };
        left_out += rows.remove(place).1;
    }
    let regels = rows.into_iter().map(|(wat, aantal)| Telregel { wat, aantal }).collect();
    (Telling { regels, weggelaten: !small.is_empty() }, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(all: &[u64]) -> BTreeMap<String, u64> {
        all.iter().enumerate().map(|(place, aantal)| (format!("{place}"), *aantal)).collect()
    }

    /// What is told of each table, and whether it leaves anything out.
    fn of<const N: usize>(tables: [&[u64]; N]) -> [(Vec<u64>, bool); N] {
        told(tables.map(counts), 5)
            .map(|telling| (telling.regels.into_iter().map(|row| row.aantal).collect(), telling.weggelaten))
    }

    #[test]
    fn a_small_count_is_told_neither_by_itself_nor_by_the_others() {
        assert_eq!(of([&[4, 9, 6]]), [(vec![9], true)]);
        assert_eq!(of([&[4, 9, 3]]), [(vec![], true)], "seven together is two rows that say too much");
        assert_eq!(of([&[4, 9, 30, 3]]), [(vec![30], true)]);
        assert_eq!(of([&[4, 4, 4, 30]]), [(vec![30], true)]);
        assert_eq!(of([&[7, 9]]), [(vec![7, 9], false)]);
        assert_eq!(of([&[2]]), [(vec![], true)]);
        assert_eq!(of([&[]]), [(vec![], false)]);
    }

    #[test]
    fn the_total_of_one_table_tells_nothing_of_what_another_leaves_out() {
        // 29 is told by kind: of the schools 23 would say that four have 6 together.
        let [kinds, schools] = of([&[8, 21], &[1, 1, 2, 2, 9, 14]]);
        assert_eq!(kinds, (vec![8, 21], false));
        assert_eq!(schools, (vec![14], true), "fifteen are left out, of schools that have no name here");
        // Six by kind, and all of them at small schools.
        assert_eq!(of([&[6], &[1, 2, 3]]), [(vec![], true), (vec![], true)]);
        assert_eq!(of([&[6], &[6]]), [(vec![6], false), (vec![6], false)]);
        assert_eq!(of([&[6], &[1, 5], &[]]), [(vec![], true), (vec![], true), (vec![], false)]);
    }

    #[test]
    fn who_reads_files_is_told_all() {
        let [telling] = told([counts(&[2, 9, 1])], 1);
        assert_eq!((telling.regels.len(), telling.weggelaten), (3, false));
    }
}
