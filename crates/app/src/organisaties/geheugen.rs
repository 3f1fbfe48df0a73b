//! Organisations that were looked up a moment ago.
//!
//! A page names the same few schools, boards and partnerships again and again, and they change when somebody imports a
//! file: once a month. What this program changes is forgotten at once; what another program changes (an import on the
//! command line) is seen within [`VERS`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
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
    bekend: Mutex<HashMap<(String, String), (Instant, Versies)>>,
}

impl Geheugen {
    /// What was looked up a moment ago.
    pub(crate) fn get(&self, soort: &str, code: &str) -> Option<Versies> {
        let bekend = self.bekend.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, versies) = bekend.get(&(soort.to_owned(), code.to_owned()))?;
        (since.elapsed() < VERS).then(|| Arc::clone(versies))
    }

    /// Remembers what was found. What was not found is not remembered: it may come any moment.
    pub(crate) fn put(&self, soort: &str, code: &str, versies: &Versies) {
        if versies.is_empty() {
            return;
        }
        let mut bekend = self.bekend.lock().unwrap_or_else(PoisonError::into_inner);
        if bekend.len() >= MEESTE {
            bekend.clear();
        }
        bekend.insert((soort.to_owned(), code.to_owned()), (Instant::now(), Arc::clone(versies)));
    }

    /// Something changed.
    pub(crate) fn forget(&self) {
        self.bekend.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
