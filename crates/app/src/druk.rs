//! How many people wait for an act: what can wait lets them go first.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Acts that are being carried out.
#[derive(Debug, Default)]
pub(crate) struct Druk(AtomicUsize);

/// One of them; dropping it ends it.
pub(crate) struct Bezig<'a>(&'a AtomicUsize);

impl Druk {
    /// An act begins.
    pub(crate) fn begin(&self) -> Bezig<'_> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Bezig(&self.0)
    }

    /// Nobody waits.
    pub(crate) fn is_none(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

impl Drop for Bezig<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_counts_until_it_ends() {
        let druk = Druk::default();
        let (one, other) = (druk.begin(), druk.begin());
        drop(one);
        assert!(!druk.is_none());
        drop(other);
        assert!(druk.is_none());
    }
}
