//! Organisations, and the colours of partnerships, that were looked up a moment ago.
//!
//! A page names the same few schools, boards and partnerships again and again, and they change when somebody imports a
//! file: once a month. What this program changes is forgotten at once; what another program changes (an import on the
//! command line) is seen within [`VERS`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use storage::Referentie;

use super::{Schoolkaart, from_json};
use crate::AppError;

/// How long an answer is used again.
const VERS: Duration = Duration::from_secs(5);
/// Most things that are remembered; a region has some hundreds.
const MEESTE: usize = 1_000;

/// Every version of a thing, in order.
pub(crate) type Versies = Arc<[Onthouden]>;

/// A version of a thing as it is stored; of a school, as it was read from that when it was first asked for.
pub(crate) struct Onthouden {
    pub(crate) rij: Referentie,
    kaart: OnceLock<Schoolkaart>,
}

impl Onthouden {
    pub(crate) fn new(rij: Referentie) -> Self {
        Self { rij, kaart: OnceLock::new() }
    }

    /// Of a school: what stands in it.
    pub(crate) fn kaart(&self) -> Result<&Schoolkaart, AppError> {
        if let Some(known) = self.kaart.get() {
            return Ok(known);
        }
        let read = from_json(&self.rij)?;
        Ok(self.kaart.get_or_init(|| read))
    }
}

/// What was looked up, by kind and code.
pub(crate) struct Geheugen<V> {
    bekend: Mutex<Bekend<V>>,
}

struct Bekend<V> {
    /// How often something changed: what was asked before a change is not remembered after it.
    ronde: u64,
    gevonden: HashMap<(String, String), (Instant, V)>,
}

impl<V> Default for Geheugen<V> {
    fn default() -> Self {
        Self { bekend: Mutex::new(Bekend { ronde: 0, gevonden: HashMap::new() }) }
    }
}

impl<V: Clone> Geheugen<V> {
    /// What was looked up a moment ago, or else the number of the round in which it is asked.
    pub(crate) fn get(&self, soort: &str, code: &str) -> Result<V, u64> {
        let bekend = self.bekend();
        let known = bekend.gevonden.get(&(soort.to_owned(), code.to_owned()));
        match known {
            Some((since, found)) if since.elapsed() < VERS => Ok(found.clone()),
            _ => Err(bekend.ronde),
        }
    }

    /// Remembers what was found by who asked in this round.
    pub(crate) fn put(&self, ronde: u64, soort: &str, code: &str, found: V) {
        let mut bekend = self.bekend();
        if bekend.ronde != ronde {
            return;
        }
        if bekend.gevonden.len() >= MEESTE {
            bekend.gevonden.clear();
        }
        bekend.gevonden.insert((soort.to_owned(), code.to_owned()), (Instant::now(), found));
    }

    /// Something changed.
    pub(crate) fn forget(&self) {
        let mut bekend = self.bekend();
        bekend.ronde += 1;
        bekend.gevonden.clear();
    }

    fn bekend(&self) -> MutexGuard<'_, Bekend<V>> {
        self.bekend.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
