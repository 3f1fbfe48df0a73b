//! Calendar dates in the Netherlands.
//!
//! A law date is a Dutch calendar date, never an instant: a letter received on 3 March is received
//! on 3 March whatever the machine's time zone says. The only bridge from an instant to a date is
//! [`today_in_nl`].

use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use jiff::Timestamp;
pub use jiff::civil::{Date, Weekday};

/// Dutch civil time as a POSIX rule: no time zone database, so no file is read.
const NL_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The calendar date in the Netherlands at an instant.
///
/// Summer time is in force from the last Sunday of March to the last Sunday of October (the rule
/// since 1996; Leerrecht dates nothing before 2012).
pub fn today_in_nl(instant: Timestamp) -> Date {
    // The rule text is a constant that a test proves valid; UTC is the harmless fallback.
    let zone = TimeZone::posix(NL_TIME).unwrap_or(TimeZone::UTC);
    instant.to_zoned(zone).date()
}

/// The clock in the Netherlands at an instant: `14:02`.
pub fn clock_nl(instant: Timestamp) -> String {
    let zone = TimeZone::posix(NL_TIME).unwrap_or(TimeZone::UTC);
    let time = instant.to_zoned(zone).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The first instant of a calendar day in the Netherlands, or `None` at the edge of the calendar.
pub fn start_of_day_in_nl(date: Date) -> Option<Timestamp> {
    let zone = TimeZone::posix(NL_TIME).unwrap_or(TimeZone::UTC);
    date.to_zoned(zone).ok().map(|zoned| zoned.timestamp())
}

/// `date` moved by whole days, or `None` beyond the year 9999 (or before -9999).
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The day that is meant when day and month were typed the other way round; `None` where there is no such day.
pub fn turned(date: Date) -> Option<Date> {
    Date::new(date.year(), date.day(), date.month()).ok()
}

/// Whole days from `from` to `to`; negative when `to` lies before `from`.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until((jiff::Unit::Day, to)).map_or(0, |span| span.get_days())
}

/// The same day `months` later, or the last day of that month where it has no such day.
pub fn plus_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// The birthday on which someone born on `born` becomes `years` old.
///
/// Born on 29 February: 1 March in years without that day.
pub fn birthday(born: Date, years: i16) -> Option<Date> {
    let year = born.year().checked_add(years)?;
    match Date::new(year, born.month(), born.day()) {
        Ok(day) => Some(day),
        Err(_) => Date::new(year, 3, 1).ok(),
    }
}

/// Reads a date as `2026-03-03` or as people write it, `3-3-2026` (also with slashes, points or spaces).
pub fn parse_typed(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '/', '.', ' ']);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (date.year() >= 1).then_some(date)
}

/// Age in whole years on a date; 0 before birth.
pub fn age_on(born: Date, on: Date) -> i16 {
    let years = on.year() - born.year();
    match birthday(born, years) {
        Some(day) if day <= on => years.max(0),
        _ => (years - 1).max(0),
    }
}

/// A school year, 1 August up to and including 31 July, named by the year it starts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Schooljaar {
    start: i16,
}

impl Schooljaar {
    /// The school year that starts on 1 August of `start`; `None` outside 1900–9998.
    pub fn starting_in(start: i16) -> Option<Self> {
        (1900..=9998).contains(&start).then_some(Self { start })
    }

    /// The school year in which a date lies.
    pub fn of(date: Date) -> Self {
        let start = if date.month() >= 8 { date.year() } else { date.year() - 1 };
        Self { start }
    }

    /// The calendar year in which it starts.
    pub fn start_year(self) -> i16 {
        self.start
    }

    /// 1 August.
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.start, 8, 1)
    }

    /// 31 July of the next calendar year.
    pub fn last_day(self) -> Date {
        jiff::civil::date(self.start + 1, 7, 31)
    }

    /// The school year after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self { start: self.start + 1 }
    }
}

impl fmt::Display for Schooljaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.start + 1)
    }
}

/// A text that is no school year of the form `2015-2016`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen schooljaar van de vorm 2015-2016")]
pub struct SchooljaarError(pub String);

impl FromStr for Schooljaar {
    type Err = SchooljaarError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || SchooljaarError(text.to_owned());
        let (from, to) = text.split_once('-').ok_or_else(wrong)?;
        let four_digits = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        if !four_digits(from) || !four_digits(to) {
            return Err(wrong());
        }
        let from: i16 = from.parse().map_err(|_| wrong())?;
        let to: i16 = to.parse().map_err(|_| wrong())?;
        if to != from + 1 {
            return Err(wrong());
        }
        Self::starting_in(from).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Schooljaar {
    type Error = SchooljaarError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Schooljaar> for String {
    fn from(year: Schooljaar) -> Self {
        year.to_string()
    }
}

/// Dutch short names, Monday first.
const WEEKDAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
/// Dutch full names, Monday first.
const WEEKDAYS_LONG: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
/// Dutch short month names as people write them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/// Dutch full month names.
const MONTHS_LONG: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The number of a month by its Dutch name as people write it: whole, shortened as usual (`mrt`) or to its first letters, three at
/// least, in any case and with a full stop or without.
pub fn month_number(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_lowercase();
    let begun = |month: &&str| word.chars().count() >= 3 && month.starts_with(&word);
    let short = MONTHS.iter().position(|month| *month == word);
    short.or_else(|| MONTHS_LONG.iter().position(begun)).map(|place| place + 1)
}

fn name(names: &'static [&'static str], number_from_one: i8) -> &'static str {
    usize::try_from(number_from_one - 1).ok().and_then(|i| names.get(i)).copied().unwrap_or("?")
}

/// `di 3 mrt 2026`: how professionals' pages write a date.
pub fn short_nl(date: Date) -> String {
    let weekday = name(&WEEKDAYS, date.weekday().to_monday_one_offset());
    format!("{weekday} {} {} {}", date.day(), name(&MONTHS, date.month()), date.year())
}

/// `dinsdag 3 maart 2026`: how letters and parents' pages write a date.
pub fn long_nl(date: Date) -> String {
    let weekday = name(&WEEKDAYS_LONG, date.weekday().to_monday_one_offset());
    format!("{weekday} {} {} {}", date.day(), name(&MONTHS_LONG, date.month()), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_dutch_day_is_neither_utc_nor_the_machines() {
        let winter: Timestamp = "2026-01-31T23:30:00Z".parse().unwrap();
        assert_eq!(today_in_nl(winter), date(2026, 2, 1));
        let summer: Timestamp = "2026-06-30T22:30:00Z".parse().unwrap();
        assert_eq!(today_in_nl(summer), date(2026, 7, 1));
        let just_before: Timestamp = "2026-06-30T21:59:59Z".parse().unwrap();
        assert_eq!(today_in_nl(just_before), date(2026, 6, 30));
    }

    #[test]
    fn the_clock_is_the_dutch_one() {
        assert_eq!(clock_nl("2026-03-03T13:02:59Z".parse().unwrap()), "14:02");
        assert_eq!(clock_nl("2026-07-01T22:05:00Z".parse().unwrap()), "00:05");
    }

    #[test]
    fn a_day_begins_at_dutch_midnight() {
        let starts = |date| start_of_day_in_nl(date).unwrap().to_string();
        assert_eq!(starts(date(2026, 1, 31)), "2026-01-30T23:00:00Z");
        assert_eq!(starts(date(2026, 8, 1)), "2026-07-31T22:00:00Z");
        assert_eq!(today_in_nl(start_of_day_in_nl(date(2026, 3, 29)).unwrap()), date(2026, 3, 29));
    }

    #[test]
    fn a_leap_day_child_has_its_birthday_on_the_first_of_march() {
        let born = date(2020, 2, 29);
        assert_eq!(birthday(born, 5), Some(date(2025, 3, 1)));
        assert_eq!(birthday(born, 4), Some(date(2024, 2, 29)));
        assert_eq!(age_on(born, date(2025, 2, 28)), 4);
        assert_eq!(age_on(born, date(2025, 3, 1)), 5);
    }

    #[test]
    fn school_years_read_and_write_as_people_do() {
        assert_eq!(Schooljaar::of(date(2026, 7, 31)).to_string(), "2025-2026");
        assert_eq!(Schooljaar::of(date(2026, 8, 1)).to_string(), "2026-2027");
        assert!("2015-2017".parse::<Schooljaar>().is_err());
        assert!("15-16".parse::<Schooljaar>().is_err());
        assert!("+015-2016".parse::<Schooljaar>().is_err());
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(plus_months(date(2025, 11, 30), 3), Some(date(2026, 2, 28)));
        assert_eq!(plus_days(date(9999, 12, 31), 1), None);
        assert_eq!(days_between(date(2026, 3, 1), date(2026, 2, 27)), -2);
        assert_eq!(days_between(date(2024, 1, 1), date(2026, 1, 1)), 731);
    }

    #[test]
    fn dates_are_written_in_dutch() {
        assert_eq!(short_nl(date(2026, 3, 3)), "di 3 mrt 2026");
        assert_eq!(long_nl(date(2026, 4, 13)), "maandag 13 april 2026");
    }
}
