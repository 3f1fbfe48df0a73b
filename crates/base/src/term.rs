//! Counting terms: the arithmetic, without the law.
//!
//! Which days are holidays, how long a term is and from which day it is suspended are law and come
//! from the corpus (crate `recht`); here stands only how days are counted once those are known.

use crate::dates::{Date, plus_days};

/// The last day of a term of `days` days after day `after`: the term starts on the next day.
pub fn last_day(after: Date, days: i32) -> Option<Date> {
    plus_days(after, days)
}

/// A run of calendar days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayRange {
    /// First day.
    pub first: Date,
    /// Last day; before `first` when the run is empty.
    pub last: Date,
}

/// How many different calendar days a set of runs covers: overlap counts once.
pub fn covered_days(ranges: &[DayRange]) -> i32 {
    let mut sorted: Vec<DayRange> = ranges.iter().copied().filter(|r| r.first <= r.last).collect();
    sorted.sort();
    let mut total = 0;
    let mut counted_to: Option<Date> = None;
    for range in sorted {
        let start = match counted_to {
            Some(done) if done >= range.first => match plus_days(done, 1) {
                Some(next) => next,
                None => continue,
            },
            _ => range.first,
        };
        if start <= range.last {
            total += crate::dates::days_between(start, range.last) + 1;
            counted_to = Some(range.last);
        }
    }
    total
}

/// Easter Sunday of a Gregorian year (the anonymous algorithm, Nature 1876).
pub fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (y, m, d) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2035, 3, 25)] {
            assert_eq!(easter_sunday(y), Some(date(y, m, d)));
        }
    }

    #[test]
    fn six_weeks_after_a_monday_is_a_monday() {
        assert_eq!(last_day(date(2026, 1, 19), 42), Some(date(2026, 3, 2)));
    }

    fn brute(ranges: &[DayRange]) -> i32 {
        let mut days = std::collections::BTreeSet::new();
        for r in ranges {
            let mut d = r.first;
            while d <= r.last {
                days.insert(d);
                d = plus_days(d, 1).unwrap();
            }
        }
        i32::try_from(days.len()).unwrap()
    }

    proptest! {
        #[test]
        fn overlapping_suspensions_count_each_day_once(spans in proptest::collection::vec((0i32..90, -3i32..40), 0..8)) {
            let base = date(2026, 1, 1);
            let ranges: Vec<DayRange> = spans.iter().map(|(s, n)| {
                let first = plus_days(base, *s).unwrap();
                DayRange { first, last: plus_days(first, *n).unwrap() }
            }).collect();
            prop_assert_eq!(covered_days(&ranges), brute(&ranges));
        }
    }
}
