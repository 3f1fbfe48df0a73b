//! Numbers for new files, taken from the store in blocks.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// How many numbers are taken from the store at a time; unused ones are left out for ever.
pub(super) const NUMBERS_PER_BLOCK: u32 = 64;

/// File numbers taken from the store in blocks, so that registering does not wait for a counter.
#[derive(Debug, Default)]
pub(crate) struct Nummers {
    blocks: Mutex<BTreeMap<i16, (u64, u64)>>,
}

impl Nummers {
    pub(super) fn take(&self, year: i16) -> Option<u64> {
        let mut blocks = self.blocks.lock().ok()?;
        let (next, end) = blocks.get_mut(&year)?;
        let number = *next;
        if number >= *end {
            return None;
        }
        *next += 1;
        Some(number)
    }

    /// Keeps the rest of a block of which the first number is taken.
    pub(super) fn refill(&self, year: i16, first: u64) {
        if let Ok(mut blocks) = self.blocks.lock() {
            blocks.insert(year, (first + 1, first + u64::from(NUMBERS_PER_BLOCK)));
        }
    }
}
