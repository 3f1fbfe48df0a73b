//! The Algemene termijnenwet.

use recht::{Eenheid, Termijnenwet};

use super::{OP, d, wet};

fn atw() -> &'static Termijnenwet {
    wet().termijnenwet(d(OP)).expect("in force")
}

fn naam(day: &str) -> Option<String> {
    atw().geen_werkdag(d(day)).map(|reden| reden.naam)
}

#[test]
fn the_holidays_of_a_year_are_those_of_the_law_and_the_decrees() {
    for (day, feest) in [
        ("2026-01-01", "nieuwjaarsdag"),
        ("2026-01-02", "dag na nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-06", "tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-05", "bevrijdingsdag"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-15", "dag na Hemelvaartsdag"),
        ("2026-05-25", "tweede pinksterdag"),
        ("2026-12-25", "eerste kerstdag"),
        ("2026-12-26", "zaterdag"),
        ("2026-04-05", "zondag"),
    ] {
        assert_eq!(naam(day).as_deref(), Some(feest), "{day}");
    }
    let mut day = d("2026-01-01");
    let mut weekdays_off = 0;
    while day < d("2027-01-01") {
        weekdays_off += i32::from(atw().feestdag(day).is_some());
        day = day.tomorrow().unwrap();
    }
    // Nine of the law (26 December is a Saturday, and still one) and two decree days.
    assert_eq!(weekdays_off, 11);
}

#[test]
fn kings_day_moves_to_saturday_when_the_27th_is_a_sunday() {
    assert_eq!(atw().feestdag(d("2025-04-26")).unwrap().naam, "Koningsdag");
    assert_eq!(atw().feestdag(d("2025-04-27")), None);
    assert_eq!(atw().feestdag(d("2026-04-26")), None);
    assert_eq!(atw().feestdag(d("2026-04-27")).unwrap().naam, "Koningsdag");
}

#[test]
fn decree_days_are_those_of_2023_to_2028_and_no_others() {
    for day in [
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
    ] {
        let reden = atw().feestdag(d(day)).unwrap();
        assert_eq!(reden.bron.vindplaats.zekerheid.word(), "van een website, nog te bevestigen", "{day}");
    }
    // The day after Ascension in years without a decree.
    for day in ["2022-05-27", "2029-05-11"] {
        assert_eq!(atw().feestdag(d(day)), None, "{day}");
    }
}

#[test]
fn a_last_day_moves_only_for_terms_up_to_twelve_weeks_ninety_days_or_three_months() {
    let good_friday = d("2026-04-03");
    let roll = |aantal, eenheid| atw().roll(good_friday, aantal, eenheid).unwrap().to_string();
    for (aantal, eenheid) in
        [(12, Eenheid::Weken), (90, Eenheid::Dagen), (3, Eenheid::Maanden), (1, Eenheid::Weken)]
    {
        assert_eq!(roll(aantal, eenheid), "2026-04-07", "{aantal} {eenheid:?}");
    }
    for (aantal, eenheid) in [
        (13, Eenheid::Weken),
        (91, Eenheid::Dagen),
        (4, Eenheid::Maanden),
        (1, Eenheid::Jaren),
        (16, Eenheid::Uren),
    ] {
        assert_eq!(roll(aantal, eenheid), "2026-04-03", "{aantal} {eenheid:?}");
    }
}

#[test]
fn a_last_day_that_would_move_past_the_calendar_is_none() {
    // 9999-12-25 and 26 are Christmas; 31 December is a Friday and stays.
    assert_eq!(atw().roll(d("9999-12-31"), 6, Eenheid::Weken), Some(d("9999-12-31")));
    assert_eq!(wet().termijnenwet(d("2013-12-31")).map(|_| ()), None);
}
