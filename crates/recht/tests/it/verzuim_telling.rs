//! Absence counted another way: every window of four school weeks added up in hundredths of hours.

use base::Date;
use proptest::prelude::*;
use recht::openbaar::toets_json;
use serde_json::{Value, json};

use super::almanak::{later, volgnummer};
use super::{OP, d, toets_op, wet};

/// A Monday so many weeks after 12 January 2026.
fn maandag(week: i64) -> Date {
    later(d("2026-01-12"), week * 7)
}

/// Absence: in which school week, on which day of it, how many hundredths of an hour.
type Rij = (usize, i64, i64);

/// `8.25` for 825.
fn uren(hundredths: i64) -> Value {
    serde_json::from_str(&format!("{}.{:02}", hundredths / 100, hundredths % 100)).expect("a number")
}

fn melding(weken: &[i64], rijen: &[Rij]) -> Option<Date> {
    let verzuim: Vec<Value> = rijen
        .iter()
        .map(|(week, dag, hundredths)| {
            json!({"datum": later(maandag(weken[*week]), *dag).to_string(), "uren": uren(*hundredths)})
        })
        .collect();
    let schoolweken: Vec<String> = weken.iter().map(|week| maandag(*week).to_string()).collect();
    let invoer = json!({"verzuim": verzuim, "schoolweken": schoolweken});
    let (object, _) = toets_json(wet(), "verzuim.melding", &invoer, d(OP)).expect("right input");
    let out = &object["uitkomst"];
    assert_eq!(out["melden"] == true, !out["bereikt_op"].is_null());
    out["bereikt_op"].as_str().map(d)
}

/// R7.4 by hand: the earliest day on which the hours of four school weeks in a row are sixteen.
fn bereikt(weken: &[i64], rijen: &[Rij]) -> Option<Date> {
    let mut sorted: Vec<i64> = weken.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut days: Vec<(Date, i64)> = rijen
        .iter()
        .map(|(week, dag, hundredths)| (later(maandag(weken[*week]), *dag), *hundredths))
        .collect();
    days.sort_unstable();
    let place = |day: Date| {
        let monday = |week: &i64| volgnummer(maandag(*week));
        let inside = |week: &i64| (monday(week)..monday(week) + 7).contains(&volgnummer(day));
        sorted.iter().position(inside).expect("in a school week")
    };
    days.iter().map(|(day, _)| *day).find(|day| {
        let last = place(*day);
        let total: i64 = days
            .iter()
            .filter(|(other, _)| other <= day && place(*other) + 3 >= last)
            .map(|(_, hundredths)| hundredths)
            .sum();
        total >= 1600
    })
}

/// School weeks with holidays between them, in any order.
fn weken() -> impl Strategy<Value = Vec<i64>> {
    proptest::sample::subsequence((0..14_i64).collect::<Vec<_>>(), 4..9).prop_shuffle()
}

fn rijen() -> impl Strategy<Value = Vec<Rij>> {
    proptest::collection::vec((0..4_usize, 0..7_i64, 0..900_i64), 0..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn the_day_is_the_first_on_which_four_weeks_hold_sixteen_hours(weken in weken(), rijen in rijen()) {
        prop_assert_eq!(melding(&weken, &rijen), bereikt(&weken, &rijen));
    }

    #[test]
    fn the_order_of_rows_and_weeks_does_not_matter(weken in weken(), rijen in rijen()) {
        let turned: Vec<Rij> = rijen.iter().rev().copied().collect();
        prop_assert_eq!(melding(&weken, &rijen), melding(&weken, &turned));
        let mut sorted = weken.clone();
        sorted.sort_unstable();
        let place = |week: i64| sorted.iter().position(|other| *other == week).expect("the same week");
        let moved: Vec<Rij> = rijen.iter().map(|(week, dag, uren)| (place(weken[*week]), *dag, *uren)).collect();
        prop_assert_eq!(melding(&weken, &rijen), melding(&sorted, &moved));
    }

    #[test]
    fn hours_in_parts_are_the_hours_as_a_whole(weken in weken(), rijen in rijen()) {
        let parts: Vec<Rij> = rijen
            .iter()
            .flat_map(|(week, dag, uren)| [(*week, *dag, uren / 3), (*week, *dag, uren - uren / 3)])
            .collect();
        prop_assert_eq!(melding(&weken, &rijen), melding(&weken, &parts));
    }

    #[test]
    fn more_absence_is_never_reported_later(weken in weken(), rijen in rijen(), more in (0..4_usize, 0..7_i64, 0..900_i64)) {
        let before = melding(&weken, &rijen);
        let mut all = rijen;
        all.push(more);
        let after = melding(&weken, &all);
        if let Some(before) = before {
            prop_assert!(after.is_some_and(|after| after <= before));
        }
    }

    #[test]
    fn a_holiday_week_less_between_school_weeks_never_hides_absence(rijen in rijen(), gap in 1..5_i64) {
        // The same four school weeks, with and without a holiday: they stay four in a row.
        let close = [0, 1, 2, 3];
        let apart = [0, 1, 2 + gap, 3 + gap];
        prop_assert_eq!(melding(&close, &rijen).is_some(), melding(&apart, &rijen).is_some());
    }
}

const THUIS: &str = "thuiszitter.classificatie";

/// A child of school age, or one that is too young or too old, on a day.
fn leeftijd(geboren: Date, op: Date) -> bool {
    let birthday = |years: i16| {
        let year = geboren.year() + years;
        Date::new(year, geboren.month(), geboren.day())
            .unwrap_or_else(|_| Date::new(year, 3, 1).expect("a day"))
    };
    let fifth = birthday(5);
    let starts = if fifth.month() == 12 {
        Date::new(fifth.year() + 1, 1, 1)
    } else {
        Date::new(fifth.year(), fifth.month() + 1, 1)
    };
    starts.expect("a day") <= op && op < birthday(18)
}

/// The same day three months later, or the last day of that month.
fn drie_maanden(day: Date) -> Date {
    let months = i32::from(day.month()) - 1 + 3;
    let year = day.year() + i16::try_from(months / 12).expect("a year");
    let month = i8::try_from(months % 12 + 1).expect("a month");
    (1..=day.day()).rev().find_map(|day| Date::new(year, month, day).ok()).expect("a day")
}

fn verwacht(
    ingeschreven: bool,
    afwezig: Option<Date>,
    geoorloofd: bool,
    op: Date,
) -> (&'static str, bool, bool) {
    if ingeschreven && (afwezig.is_none() || geoorloofd) {
        return ("geen", false, false);
    }
    let past = |limit: Option<Date>| limit.is_some_and(|limit| op > limit);
    let thuis = past(afwezig.map(|day| later(day, 28)));
    let lang = past(afwezig.map(drie_maanden));
    let soort = match (ingeschreven, thuis) {
        (false, _) => "absoluut",
        (true, true) => "langdurig_relatief",
        (true, false) => "relatief",
    };
    (soort, thuis, lang)
}

proptest! {
    #[test]
    fn a_child_is_counted_by_age_enrolment_and_length(
        born in 0..7000_i64, since in proptest::option::of(0..200_i64), ingeschreven: bool, geoorloofd: bool,
    ) {
        let op = d("2026-03-02");
        let geboren = later(d("2006-06-01"), born);
        let afwezig = since.map(|days| base::dates::plus_days(op, -i32::try_from(days).unwrap()).unwrap());
        let invoer = json!({"geboortedatum": geboren.to_string(), "ingeschreven": ingeschreven,
            "afwezig_sinds": afwezig.map(|day| day.to_string()), "geoorloofd": geoorloofd});
        let (object, _) = toets_op(THUIS, &invoer, "2026-03-02");
        let out = &object["uitkomst"];
        let expected = if leeftijd(geboren, op) {
            verwacht(ingeschreven, afwezig, geoorloofd, op)
        } else {
            ("geen", false, false)
        };
        let found = (out["soort"].as_str().unwrap(), out["thuiszitter"] == true, out["langer_dan_drie_maanden"] == true);
        prop_assert_eq!(found, expected, "{} {:?}", geboren, afwezig);
    }

    #[test]
    fn time_that_passes_never_makes_a_child_less_at_home(since in 0..150_i64, longer in 0..150_i64, ingeschreven: bool) {
        let afwezig = d("2026-01-05");
        let class = |days: i64| {
            let invoer = json!({"geboortedatum": "2015-01-15", "ingeschreven": ingeschreven,
                "afwezig_sinds": afwezig.to_string()});
            let op = later(afwezig, days).to_string();
            let out = toets_op(THUIS, &invoer, &op).0["uitkomst"].clone();
            (out["thuiszitter"] == true, out["langer_dan_drie_maanden"] == true)
        };
        let (early, late) = (class(since), class(since + longer));
        prop_assert!(late.0 || !early.0);
        prop_assert!(late.1 || !early.1);
        prop_assert!(late.0 || !late.1, "three months are longer than four weeks");
    }
}

#[test]
fn an_exemption_of_article_5_counts_for_every_child_of_school_age() {
    for vrijstelling in ["5a", "5b", "5c"] {
        for geboren in ["2008-06-01", "2010-06-01", "2015-06-01", "2020-06-01"] {
            for ingeschreven in [true, false] {
                let invoer = json!({"geboortedatum": geboren, "ingeschreven": ingeschreven,
                    "vrijstelling": vrijstelling, "afwezig_sinds": "2025-09-01"});
                let out = toets_op(THUIS, &invoer, "2026-03-02").0["uitkomst"].clone();
                assert_eq!(out["soort"], "geen", "{vrijstelling} {geboren} {ingeschreven}");
                assert_eq!(out["thuiszitter"], false);
            }
        }
    }
}

#[test]
fn leave_for_weighty_reasons_excuses_a_pupil_and_not_a_child_without_a_school() {
    for geboren in ["2010-06-01", "2015-06-01", "2020-06-01"] {
        let ask = |ingeschreven: bool| {
            let invoer = json!({"geboortedatum": geboren, "ingeschreven": ingeschreven, "vrijstelling": "11g",
                "afwezig_sinds": "2026-01-05"});
            toets_op(THUIS, &invoer, "2026-03-02").0["uitkomst"]["soort"].clone()
        };
        assert_eq!((ask(true), ask(false)), (json!("geen"), json!("absoluut")), "{geboren}");
    }
}
