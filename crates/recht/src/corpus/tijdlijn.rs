//! Versions of one text over time. Ended is another answer than not yet in force, and neither ever falls
//! through to another version.

use std::collections::BTreeSet;

use base::Date;
use serde::{Deserialize, Serialize};

/// From a day up to another; open when it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Periode {
    /// First day on which it holds.
    pub valid_from: Date,
    /// First day on which it no longer holds.
    pub valid_to: Option<Date>,
}

impl Periode {
    /// `true` on each day from the first up to the end.
    pub fn contains(self, on: Date) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|end| on < end)
    }

    /// `true` when it ends on or before its first day.
    pub(crate) fn is_empty(self) -> bool {
        self.valid_to.is_some_and(|end| end <= self.valid_from)
    }
}

/// What a timeline says about a day. Each answer names the version nearest to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Geldend {
    InForce,
    NotYet,
    Ended,
}

/// Two versions that would hold on the same day, or none at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TimelineError {
    Empty,
    Overlap { first: Date, second: Date },
}

/// Versions in order of their start, at least one.
#[derive(Debug, Clone)]
pub(crate) struct Tijdlijn<T> {
    first: (Periode, T),
    later: Vec<(Periode, T)>,
}

impl<T> Tijdlijn<T> {
    /// Orders the versions. A version without an end ends where the next one starts, so that a frozen file
    /// needs no edit when the law changes; a stated end after that start is an overlap.
    pub(crate) fn new(mut versions: Vec<(Periode, T)>) -> Result<Self, TimelineError> {
        versions.sort_by_key(|(period, _)| period.valid_from);
        let starts: Vec<Date> = versions.iter().skip(1).map(|(period, _)| period.valid_from).collect();
        for ((period, _), next) in versions.iter_mut().zip(starts) {
            let end = period.valid_to.unwrap_or(next);
            if end > next || period.valid_from == next {
                return Err(TimelineError::Overlap { first: period.valid_from, second: next });
            }
            period.valid_to = Some(end);
        }
        let mut versions = versions.into_iter();
        let first = versions.next().ok_or(TimelineError::Empty)?;
        Ok(Self { first, later: versions.collect() })
    }

    /// Every version, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Periode, &T)> {
        std::iter::once(&self.first).chain(&self.later).map(|(period, value)| (*period, value))
    }

    /// The days on which another version begins, or one ends, in order.
    pub(crate) fn days(&self) -> BTreeSet<Date> {
        self.iter().flat_map(|(period, _)| [Some(period.valid_from), period.valid_to]).flatten().collect()
    }

    /// The version that a day belongs to, or the nearest one with why it does not hold.
    pub(crate) fn at(&self, on: Date) -> (Geldend, Periode, &T) {
        let mut found = (self.first.0, &self.first.1);
        if on < found.0.valid_from {
            return (Geldend::NotYet, found.0, found.1);
        }
        for (period, value) in self.iter() {
            if period.valid_from <= on {
                found = (period, value);
            }
        }
        let stand = if found.0.contains(on) { Geldend::InForce } else { Geldend::Ended };
        (stand, found.0, found.1)
    }

    /// The newest version.
    pub(crate) fn latest(&self) -> &T {
        self.later.last().map_or(&self.first.1, |(_, value)| value)
    }

    /// The whole time, without a gap, to which the version nearest to a day belongs.
    pub(crate) fn run(&self, on: Date) -> Periode {
        let (_, chosen, _) = self.at(on);
        let mut run: Option<Periode> = None;
        for (period, _) in self.iter() {
            let joins = run.is_some_and(|r| r.valid_to == Some(period.valid_from));
            match &mut run {
                Some(run) if joins => run.valid_to = period.valid_to,
                Some(run) if run.valid_from <= chosen.valid_from && run.contains(chosen.valid_from) => break,
                _ => run = Some(period),
            }
        }
        run.unwrap_or(chosen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn period(from: &str, to: Option<&str>) -> Periode {
        Periode { valid_from: d(from), valid_to: to.map(d) }
    }

    fn line(periods: &[(&str, Option<&str>)]) -> Result<Tijdlijn<usize>, TimelineError> {
        Tijdlijn::new(periods.iter().enumerate().map(|(i, (from, to))| (period(from, *to), i)).collect())
    }

    #[test]
    fn a_version_without_an_end_ends_where_the_next_starts() {
        let line = line(&[("2017-08-01", None), ("2014-08-01", None)]).unwrap();
        assert_eq!(
            line.at(d("2017-07-31")),
            (Geldend::InForce, period("2014-08-01", Some("2017-08-01")), &1)
        );
        assert_eq!(line.at(d("2017-08-01")), (Geldend::InForce, period("2017-08-01", None), &0));
        assert_eq!(line.at(d("2014-07-31")).0, Geldend::NotYet);
        assert_eq!(line.run(d("2016-01-01")), period("2014-08-01", None));
        assert_eq!(line.days(), [d("2014-08-01"), d("2017-08-01")].into());
    }

    #[test]
    fn after_its_end_a_text_has_ended_and_does_not_fall_through() {
        let line = line(&[("2014-08-01", Some("2020-08-01")), ("2022-08-01", None)]).unwrap();
        assert_eq!(line.at(d("2020-07-31")).0, Geldend::InForce);
        assert_eq!(line.at(d("2020-08-01")), (Geldend::Ended, period("2014-08-01", Some("2020-08-01")), &0));
        assert_eq!(line.at(d("2022-08-01")).0, Geldend::InForce);
        assert_eq!(line.run(d("2021-01-01")), period("2014-08-01", Some("2020-08-01")));
        assert_eq!(line.run(d("2023-01-01")), period("2022-08-01", None));
        assert_eq!(line.days(), ["2014-08-01", "2020-08-01", "2022-08-01"].map(d).into());
    }

    #[test]
    fn overlapping_versions_do_not_make_a_timeline() {
        let overlap = line(&[("2014-08-01", Some("2018-01-01")), ("2017-08-01", None)]);
        assert!(matches!(overlap, Err(TimelineError::Overlap { .. })));
        assert!(matches!(
            line(&[("2014-08-01", None), ("2014-08-01", None)]),
            Err(TimelineError::Overlap { .. })
        ));
        assert!(matches!(line(&[]), Err(TimelineError::Empty)));
    }
}
