//! Dates in corpus files: TOML dates, parsed once. A text with a time or an impossible day does not load.

use base::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;

fn read<E: serde::de::Error>(value: Datetime) -> Result<Date, E> {
    let wrong = || E::custom(format!("'{value}' is geen datum als 2014-08-01"));
    let (Some(day), None, None) = (value.date, value.time, value.offset) else {
        return Err(wrong());
    };
    let part = |number: u8| i8::try_from(number).map_err(|_| wrong());
    let year = i16::try_from(day.year).map_err(|_| wrong())?;
    Date::new(year, part(day.month)?, part(day.day)?).map_err(|_| wrong())
}

/// For `#[serde(deserialize_with)]` on a date that must be there.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    read(Datetime::deserialize(deserializer)?)
}

/// For `#[serde(default, with)]` on a date that may be absent.
pub(crate) mod optional {
    use super::{Date, Datetime, Deserialize, Deserializer, read};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Option::<Datetime>::deserialize(deserializer)?.map(read).transpose()
    }
}

/// `"05-01"`: a day in any year.
pub(crate) fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // A leap year: 29 February is a day in some years.
    Date::new(2024, month, day).ok()?;
    Some((month, day))
}

/// For `#[serde(deserialize_with)]` on a month and day.
pub(crate) fn deserialize_month_day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(i8, i8), D::Error> {
    let text = String::deserialize(deserializer)?;
    month_day(&text).ok_or_else(|| D::Error::custom(format!("'{text}' is geen maand en dag als 05-01")))
}
