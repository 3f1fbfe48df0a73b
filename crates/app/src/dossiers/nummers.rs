//! Numbers for new files, taken from the store in blocks.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// How many numbers are taken from the store at most at a time; unused ones are left out for ever.
const MOST_PER_BLOCK: u32 = 64;

/// File numbers taken from the store in blocks, so that registering does not wait for a counter. A process that opens one file
/// takes one number; one that opens many takes more each time.
#[derive(Debug, Default)]
pub(crate) struct Nummers {
    blocks: Mutex<BTreeMap<i16, Block>>,
}

#[derive(Debug)]
struct Block {
    next: u64,
    end: u64,
    size: u32,
}

impl Nummers {
    pub(super) fn take(&self, year: i16) -> Option<u64> {
        let mut blocks = self.blocks.lock().ok()?;
        let block = blocks.get_mut(&year)?;
        let number = block.next;
        if number >= block.end {
            return None;
        }
        block.next += 1;
        Some(number)
    }

    /// How many to take when there are none left: twice as many as the last time.
    pub(super) fn next_block(&self, year: i16) -> u32 {
        let last = self.blocks.lock().ok().and_then(|blocks| blocks.get(&year).map(|block| block.size));
        last.map_or(1, |size| size.saturating_mul(2).min(MOST_PER_BLOCK))
    }

    /// Keeps the rest of a block of which the first number is taken.
    pub(super) fn refill(&self, year: i16, first: u64, size: u32) {
        if let Ok(mut blocks) = self.blocks.lock() {
            blocks.insert(year, Block { next: first + 1, end: first + u64::from(size), size });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_opens_one_file_takes_one_number() {
        let nummers = Nummers::default();
        assert_eq!((nummers.take(2026), nummers.next_block(2026)), (None, 1));
        nummers.refill(2026, 1, 1);
        assert_eq!((nummers.take(2026), nummers.next_block(2026)), (None, 2));
        nummers.refill(2026, 2, 2);
        assert_eq!((nummers.take(2026), nummers.take(2026)), (Some(3), None));
        nummers.refill(2026, 4, MOST_PER_BLOCK);
        assert_eq!(nummers.next_block(2026), MOST_PER_BLOCK);
    }
}
