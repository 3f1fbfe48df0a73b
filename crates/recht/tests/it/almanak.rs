//! An almanac of our own: the holidays as they stand in printed calendars, and days counted without the program.
//! What a rule says about a day is compared with it, day by day.

use base::Date;

use super::{OP, d, wet};

/// Per year the days that move: Good Friday, Easter Monday, King's day as celebrated, Ascension day, Whit Monday.
const WISSELEND: [(i16, &str, &str, &str, &str, &str); 27] = [
    (2014, "04-18", "04-21", "04-26", "05-29", "06-09"),
    (2015, "04-03", "04-06", "04-27", "05-14", "05-25"),
    (2016, "03-25", "03-28", "04-27", "05-05", "05-16"),
    (2017, "04-14", "04-17", "04-27", "05-25", "06-05"),
    (2018, "03-30", "04-02", "04-27", "05-10", "05-21"),
    (2019, "04-19", "04-22", "04-27", "05-30", "06-10"),
    (2020, "04-10", "04-13", "04-27", "05-21", "06-01"),
    (2021, "04-02", "04-05", "04-27", "05-13", "05-24"),
    (2022, "04-15", "04-18", "04-27", "05-26", "06-06"),
    (2023, "04-07", "04-10", "04-27", "05-18", "05-29"),
    (2024, "03-29", "04-01", "04-27", "05-09", "05-20"),
    (2025, "04-18", "04-21", "04-26", "05-29", "06-09"),
    (2026, "04-03", "04-06", "04-27", "05-14", "05-25"),
    (2027, "03-26", "03-29", "04-27", "05-06", "05-17"),
    (2028, "04-14", "04-17", "04-27", "05-25", "06-05"),
    (2029, "03-30", "04-02", "04-27", "05-10", "05-21"),
    (2030, "04-19", "04-22", "04-27", "05-30", "06-10"),
    (2031, "04-11", "04-14", "04-26", "05-22", "06-02"),
    (2032, "03-26", "03-29", "04-27", "05-06", "05-17"),
    (2033, "04-15", "04-18", "04-27", "05-26", "06-06"),
    (2034, "04-07", "04-10", "04-27", "05-18", "05-29"),
    (2035, "03-23", "03-26", "04-27", "05-03", "05-14"),
    (2036, "04-11", "04-14", "04-26", "05-22", "06-02"),
    (2037, "04-03", "04-06", "04-27", "05-14", "05-25"),
    (2038, "04-23", "04-26", "04-27", "06-03", "06-14"),
    (2039, "04-08", "04-11", "04-27", "05-19", "05-30"),
    (2040, "03-30", "04-02", "04-27", "05-10", "05-21"),
];

/// The days that are the same in every year.
const VAST: [&str; 4] = ["01-01", "05-05", "12-25", "12-26"];

/// The days that a decree puts on a par with a holiday (`contracts.md`, §2).
const GELIJKGESTELD: [&str; 10] = [
    "2023-04-28",
    "2023-05-19",
    "2024-05-10",
    "2024-12-27",
    "2025-05-30",
    "2026-01-02",
    "2026-05-15",
    "2027-05-07",
    "2028-04-28",
    "2028-05-26",
];

/// Days since the first day of the calendar, counted from leap years alone.
pub(super) fn volgnummer(day: Date) -> i64 {
    let year = i64::from(day.year()) - 1;
    let leap = |year: i64| year / 4 - year / 100 + year / 400;
    let before: i64 = (1..day.month()).map(|month| i64::from(length_of(day.year(), month))).sum();
    year * 365 + leap(year) + before + i64::from(day.day()) - 1
}

fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length_of(year: i16, month: i8) -> i8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The next day, without the program.
pub(super) fn morgen(day: Date) -> Date {
    let (year, month) = (day.year(), day.month());
    let next = if day.day() < length_of(year, month) {
        Date::new(year, month, day.day() + 1)
    } else if month < 12 {
        Date::new(year, month + 1, 1)
    } else {
        Date::new(year + 1, 1, 1)
    };
    next.expect("a day")
}

/// So many days later, one by one.
pub(super) fn later(day: Date, days: i64) -> Date {
    (0..days).fold(day, |day, _| morgen(day))
}

/// 0 is Monday: the first day of the calendar was one.
pub(super) fn weekdag(day: Date) -> i64 {
    volgnummer(day) % 7
}

/// A holiday, or a day put on a par with one.
pub(super) fn is_feestdag(day: Date) -> bool {
    let text = day.to_string();
    let month_day = &text[5..];
    let moving = WISSELEND.iter().find(|row| row.0 == day.year()).expect("a year of the almanac");
    VAST.contains(&month_day)
        || [moving.1, moving.2, moving.3, moving.4, moving.5].contains(&month_day)
        || GELIJKGESTELD.contains(&text.as_str())
}

/// No term of law ends on it.
pub(super) fn is_vrij(day: Date) -> bool {
    weekdag(day) >= 5 || is_feestdag(day)
}

/// The first day from this one on that is no Saturday, Sunday or holiday.
pub(super) fn schuif(day: Date) -> Date {
    let mut day = day;
    while is_vrij(day) {
        day = morgen(day);
    }
    day
}

/// The last day of a term of weeks after a day, as the Algemene termijnenwet moves it.
pub(super) fn termijn(after: Date, weken: i64, stilstand: i64) -> Date {
    schuif(later(after, weken * 7 + stilstand))
}

/// Every day from one up to and with another.
pub(super) fn dagen(van: &str, tot_en_met: &str) -> impl Iterator<Item = Date> {
    let last = d(tot_en_met);
    std::iter::successors(Some(d(van)), |day| Some(morgen(*day))).take_while(move |day| *day <= last)
}

#[test]
fn the_almanac_counts_days_as_people_do() {
    for (day, nummer) in [
        ("0001-01-01", 0),
        ("0001-12-31", 364),
        ("0004-12-31", 1460),
        ("1900-03-01", 693_654),
        ("2000-02-29", 730_178),
        ("2026-03-02", 739_676),
    ] {
        assert_eq!(volgnummer(d(day)), nummer, "{day}");
    }
    for (day, weekday) in [("2026-03-02", 0), ("2026-03-07", 5), ("2026-03-08", 6), ("2024-02-29", 3)] {
        assert_eq!(weekdag(d(day)), weekday, "{day}");
    }
    assert_eq!(morgen(d("2023-02-28")), d("2023-03-01"));
    assert_eq!(morgen(d("2024-02-28")), d("2024-02-29"));
    assert_eq!(morgen(d("2024-12-31")), d("2025-01-01"));
    assert_eq!(morgen(d("2100-02-28")), d("2100-03-01"));
}

#[test]
fn a_day_is_free_in_the_law_exactly_when_the_almanac_says_so() {
    let atw = wet().termijnenwet(d(OP)).expect("in force");
    for day in dagen("2014-01-01", "2040-12-31") {
        assert_eq!(atw.feestdag(day).is_some(), is_feestdag(day), "{day}");
        assert_eq!(atw.geen_werkdag(day).is_some(), is_vrij(day), "{day}");
    }
}

#[test]
fn a_weekend_is_called_by_its_day_also_when_a_holiday_falls_on_it() {
    let atw = wet().termijnenwet(d(OP)).expect("in force");
    for day in dagen("2014-01-01", "2040-12-31") {
        let naam = atw.geen_werkdag(day).map(|reden| reden.naam);
        match weekdag(day) {
            5 => assert_eq!(naam.as_deref(), Some("zaterdag"), "{day}"),
            6 => assert_eq!(naam.as_deref(), Some("zondag"), "{day}"),
            _ => assert!(naam.is_none_or(|naam| naam != "zaterdag" && naam != "zondag"), "{day}"),
        }
    }
}

#[test]
fn every_year_has_the_holidays_of_the_law_on_the_days_of_the_almanac() {
    let atw = wet().termijnenwet(d(OP)).expect("in force");
    let naam = |day: String| atw.feestdag(d(&day)).map(|reden| reden.naam);
    for (year, friday, easter, king, ascension, whit) in WISSELEND {
        for (day, expected) in [
            ("01-01", "nieuwjaarsdag"),
            (friday, "Goede Vrijdag"),
            (easter, "tweede paasdag"),
            (ascension, "Hemelvaartsdag"),
            (whit, "tweede pinksterdag"),
            ("12-25", "eerste kerstdag"),
            ("12-26", "tweede kerstdag"),
        ] {
            // A holiday that falls on Liberation day or King's day is called by that one.
            if day != "05-05" && day != king {
                assert_eq!(naam(format!("{year}-{day}")).as_deref(), Some(expected), "{year}-{day}");
            }
        }
        assert_eq!(naam(format!("{year}-{king}")).as_deref(), Some("Koningsdag"));
        assert_eq!(naam(format!("{year}-05-05")).as_deref(), Some("bevrijdingsdag"));
    }
}

#[test]
fn a_last_day_moves_to_the_first_day_that_is_not_free_and_no_further() {
    let atw = wet().termijnenwet(d(OP)).expect("in force");
    for day in dagen("2014-01-01", "2040-11-30") {
        let rolled = atw.roll(day, 6, recht::Eenheid::Weken);
        assert_eq!(rolled, Some(schuif(day)), "{day}");
    }
}

#[test]
fn a_long_term_ends_on_its_day_whatever_day_that_is() {
    let atw = wet().termijnenwet(d(OP)).expect("in force");
    for day in dagen("2026-01-01", "2026-12-31") {
        for (aantal, eenheid) in [
            (13, recht::Eenheid::Weken),
            (91, recht::Eenheid::Dagen),
            (4, recht::Eenheid::Maanden),
            (1, recht::Eenheid::Jaren),
        ] {
            assert_eq!(atw.roll(day, aantal, eenheid), Some(day), "{day} {aantal} {eenheid:?}");
        }
    }
}
