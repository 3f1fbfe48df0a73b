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
    let year_number = i32::from(year);
    let (golden, century, in_century) = (year_number % 19, year_number / 100, year_number % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30;
    let (leap_years, year_rest) = (in_century / 4, in_century % 4);
    let to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7;
    let late_moon = (golden + 11 * epact + 19 * to_sunday) / 433;
    let month = (epact + to_sunday - 7 * late_moon + 90) / 25;
    let day = (epact + to_sunday - 7 * late_moon + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (y, m, d) in
            [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2035, 3, 25)]
        {
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
