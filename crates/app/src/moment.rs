//! The one pair of times that a use case gets.

use base::{Date, Timestamp, today_in_nl};

/// When something is asked: the instant, and the calendar date in the Netherlands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant, for the log.
    pub at: Timestamp,
    /// Today in the Netherlands, for the law.
    pub vandaag: Date,
}

impl Moment {
    /// The moment of an instant.
    pub fn of(at: Timestamp) -> Self {
        Self { at, vandaag: today_in_nl(at) }
    }
}
