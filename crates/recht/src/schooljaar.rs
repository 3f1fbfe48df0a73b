//! School years as the rules read them: any pair of years in a row, and never past the calendar.

use base::{Date, Schooljaar};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// For `#[serde(deserialize_with)]`: also years long before there was a law to ask about, because those are
/// not yet in force rather than wrong.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Schooljaar, D::Error> {
    let text = String::deserialize(deserializer)?;
    let start = text.get(..4).and_then(|year| year.parse().ok());
    let first_day = start.and_then(|year: i16| Date::new(year, 8, 1).ok());
    first_day.map(Schooljaar::of).ok_or_else(|| D::Error::custom("geen schooljaar als 2015-2016"))
}

/// The last day of a school year; `None` past the calendar.
pub(crate) fn last_day(year: Schooljaar) -> Option<Date> {
    (year.start_year() < Date::MAX.year()).then(|| year.last_day())
}

/// The school year that starts on or first after a day.
pub(crate) fn starting_on_or_after(day: Date) -> Schooljaar {
    let year = Schooljaar::of(day);
    if year.first_day() == day { year } else { year.next() }
}
