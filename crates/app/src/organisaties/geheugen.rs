//! Organisations that were looked up a moment ago.
//!
//! A page names the same few schools, boards and partnerships again and again, and they change when somebody imports a
//! file: once a month. What this program changes is forgotten at once; what another program changes (an import on the
//! command line) is seen within [`VERS`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use storage::Referentie;

/// How long an answer is used again.
const VERS: Duration = Duration::from_secs(5);
/// Most things that are remembered; a region has some hundreds.
const MEESTE: usize = 1_000;

/// Every version of a thing, in order.
pub(crate) type Versies = Arc<[Referentie]>;

/// What was looked up, by kind and code.
#[derive(Default)]
pub(crate) struct Geheugen {
    bekend: Mutex<Bekend>,
}

#[derive(Default)]
struct Bekend {
    /// How often something changed: what was asked before a change is not remembered after it.
    ronde: u64,
    versies: HashMap<(String, String), (Instant, Versies)>,
}

impl Geheugen {
    /// What was looked up a moment ago, or else the number of the round in which it is asked.
    pub(crate) fn get(&self, soort: &str, code: &str) -> Result<Versies, u64> {
        let bekend = self.bekend();
        let known = bekend.versies.get(&(soort.to_owned(), code.to_owned()));
        match known {
            Some((since, versies)) if since.elapsed() < VERS => Ok(Arc::clone(versies)),
            _ => Err(bekend.ronde),
        }
    }

    /// Remembers what was found by who asked in this round. What was not found is not remembered: it may come any
    /// moment.
    pub(crate) fn put(&self, ronde: u64, soort: &str, code: &str, versies: &Versies) {
        let mut bekend = self.bekend();
        if versies.is_empty() || bekend.ronde != ronde {
            return;
        }
        if bekend.versies.len() >= MEESTE {
            bekend.versies.clear();
        }
        bekend.versies.insert((soort.to_owned(), code.to_owned()), (Instant::now(), Arc::clone(versies)));
    }

    /// Something changed.
    pub(crate) fn forget(&self) {
        let mut bekend = self.bekend();
        bekend.ronde += 1;
        bekend.versies.clear();
    }

    fn bekend(&self) -> MutexGuard<'_, Bekend> {
        self.bekend.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
