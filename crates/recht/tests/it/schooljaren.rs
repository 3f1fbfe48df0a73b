//! What hangs on school years and birthdays: declarations, compulsory education, plans, the equalisation.

use base::{Date, Eurocent, Schooljaar};
use proptest::prelude::*;
use recht::leerplicht::{LeerplichtInvoer, periode};
use recht::openbaar::Afloop;
use recht::tlv::{Geldigheid, GeldigheidInvoer, geldigheid};
use recht::verevening::{VereveningInvoer, bedrag};
use serde_json::{Value, json};

use super::almanak::{dagen, morgen, volgnummer};
use super::{OP, d, toets_op, uitkomst, wet};

fn looptijd(ingangsdatum: Date, einddatum: Date) -> Geldigheid {
    let invoer = GeldigheidInvoer { ingangsdatum, einddatum, gegeven_op: None };
    geldigheid(wet(), d(OP), &invoer).unwrap().uitkomst().unwrap().clone()
}

/// 31 July after the first 1 August on or after a day: R2.5.
fn vroegst(ingang: Date) -> Date {
    let first_of_august = |year| Date::new(year, 8, 1).expect("a day");
    let year = if ingang <= first_of_august(ingang.year()) { ingang.year() } else { ingang.year() + 1 };
    Date::new(year + 1, 7, 31).expect("a day")
}

#[test]
fn a_declaration_may_end_with_the_first_whole_school_year_from_every_day_on() {
    for ingang in dagen("2023-06-01", "2028-09-30") {
        let earliest = vroegst(ingang);
        assert_eq!(looptijd(ingang, earliest).vroegste_einddatum, earliest, "{ingang}");
        assert!(looptijd(ingang, earliest).geldig, "{ingang}");
        let year_before = Date::new(earliest.year() - 1, 7, 31).expect("a day");
        assert!(!looptijd(ingang, year_before).geldig, "{ingang}");
    }
}

#[test]
fn a_declaration_ends_on_no_other_day_than_31_july() {
    let ingang = d("2026-08-01");
    for einde in dagen("2027-07-01", "2030-08-31") {
        let out = looptijd(ingang, einde);
        let ends_a_year = (einde.month(), einde.day()) == (7, 31);
        assert_eq!(out.geldig, ends_a_year, "{einde}");
        assert_eq!(out.redenen.is_empty(), out.geldig, "{einde}");
    }
}

#[test]
fn there_is_no_longest_declaration() {
    for years in 1..60 {
        let einde = Date::new(2026 + years, 7, 31).expect("a day");
        assert!(looptijd(d("2026-08-01"), einde).geldig, "{einde}");
    }
}

#[test]
fn the_school_year_turns_between_31_july_and_2_august() {
    // In force on 1 August it has a whole year before it; a day later the rest of that year comes on top.
    for (ingang, vroegste) in [
        ("2025-07-30", "2026-07-31"),
        ("2025-07-31", "2026-07-31"),
        ("2025-08-01", "2026-07-31"),
        ("2025-08-02", "2027-07-31"),
        ("2025-12-31", "2027-07-31"),
        ("2026-01-01", "2027-07-31"),
        ("2026-02-28", "2027-07-31"),
        ("2028-02-29", "2029-07-31"),
    ] {
        assert_eq!(looptijd(d(ingang), d(vroegste)).vroegste_einddatum, d(vroegste), "{ingang}");
    }
}

proptest! {
    #[test]
    fn a_later_start_never_gives_an_earlier_earliest_end(start in 0..7000_i32, later in 0..800_i32) {
        let day = |offset| base::dates::plus_days(d("2014-08-01"), offset).expect("a day");
        let (first, second) = (day(start), day(start + later));
        let end = |from| looptijd(from, from).vroegste_einddatum;
        prop_assert!(end(first) <= end(second));
    }

    #[test]
    fn a_valid_declaration_covers_at_least_one_school_year_from_its_first_to_its_last_day(
        start in 0..7000_i32, years in 0..6_i16,
    ) {
        let from = base::dates::plus_days(d("2014-08-01"), start).expect("a day");
        let until = Date::new(from.year() + years, 7, 31).expect("a day");
        let out = looptijd(from, until);
        let whole = (0..=years).any(|later| {
            let first = Date::new(from.year() + later, 8, 1).expect("a day");
            let last = Date::new(from.year() + later + 1, 7, 31).expect("a day");
            from <= first && last <= until
        });
        prop_assert_eq!(out.geldig, whole, "{} - {}", from, until);
    }
}

fn jeugd(geboren: Date) -> (Date, Date, Date) {
    let invoer = LeerplichtInvoer { geboortedatum: geboren };
    let toetsing = periode(wet(), d(OP), &invoer).unwrap();
    let out = toetsing.uitkomst().unwrap();
    (out.leerplicht_vanaf, out.leerplicht_tot_en_met, out.kwalificatieplicht_tot)
}

/// The birthday in a year: 1 March for who was born on 29 February, in a year without one.
fn verjaardag(geboren: Date, jaren: i16) -> Date {
    let year = geboren.year() + jaren;
    Date::new(year, geboren.month(), geboren.day()).unwrap_or_else(|_| Date::new(year, 3, 1).expect("a day"))
}

#[test]
fn compulsory_education_follows_from_the_birthday_for_every_day_of_birth() {
    for geboren in dagen("2007-12-01", "2013-03-31") {
        let (vanaf, tot_en_met, kwalificatie) = jeugd(geboren);
        let fifth = verjaardag(geboren, 5);
        let next_month = if fifth.month() == 12 {
            Date::new(fifth.year() + 1, 1, 1)
        } else {
            Date::new(fifth.year(), fifth.month() + 1, 1)
        };
        assert_eq!(vanaf, next_month.expect("a day"), "{geboren}");
        let sixteenth = verjaardag(geboren, 16);
        let ends = if sixteenth.month() >= 8 { sixteenth.year() + 1 } else { sixteenth.year() };
        assert_eq!(tot_en_met, Date::new(ends, 7, 31).expect("a day"), "{geboren}");
        assert_eq!(kwalificatie, verjaardag(geboren, 18), "{geboren}");
    }
}

#[test]
fn a_younger_child_is_never_of_school_age_earlier() {
    let mut before = jeugd(d("2007-11-30"));
    for geboren in dagen("2007-12-01", "2013-03-31") {
        let now = jeugd(geboren);
        assert!(before.0 <= now.0 && before.1 <= now.1 && before.2 <= now.2, "{geboren}");
        before = now;
    }
}

#[test]
fn school_age_lasts_from_ten_to_twelve_years_and_ends_before_eighteen() {
    for geboren in dagen("2007-12-01", "2013-03-31") {
        let (vanaf, tot_en_met, kwalificatie) = jeugd(geboren);
        let years = volgnummer(tot_en_met) - volgnummer(vanaf);
        assert!((365 * 10..366 * 12 + 1).contains(&years), "{geboren}: {years}");
        assert!(tot_en_met < kwalificatie, "{geboren}");
    }
}

#[test]
fn born_on_29_february_the_birthday_is_1_march_in_other_years() {
    for (geboren, vanaf, tot_en_met, kwalificatie) in [
        // Fifth birthday on 1 March 2013, sixteenth on 29 February 2024, eighteenth on 1 March 2026.
        ("2008-02-29", "2013-04-01", "2024-07-31", "2026-03-01"),
        // The day before and the day after.
        ("2008-02-28", "2013-03-01", "2024-07-31", "2026-02-28"),
        ("2008-03-01", "2013-04-01", "2024-07-31", "2026-03-01"),
        ("2012-02-29", "2017-04-01", "2028-07-31", "2030-03-01"),
    ] {
        assert_eq!(jeugd(d(geboren)), (d(vanaf), d(tot_en_met), d(kwalificatie)), "{geboren}");
    }
}

#[test]
fn the_plan_is_there_before_1_may_of_the_year_in_which_it_starts() {
    for start in 2014..2060 {
        let jaar = format!("{start}-{}", start + 1);
        let out = uitkomst("ondersteuningsplan.indientermijn", &json!({"eerste_schooljaar": jaar}));
        let voor = d(out["voor"].as_str().unwrap());
        assert_eq!(voor, Date::new(start, 5, 1).expect("a day"));
        let first_day = Schooljaar::starting_in(start).unwrap().first_day();
        assert_eq!(volgnummer(first_day) - volgnummer(voor), 92, "three months before {jaar}");
    }
}

#[test]
fn a_plan_of_before_passend_onderwijs_is_not_yet_law_whatever_the_day_asked_about() {
    for start in [1990, 2012, 2013] {
        for op in ["2010-01-01", "2014-08-01", OP] {
            let jaar = format!("{start}-{}", start + 1);
            let (object, afloop) =
                toets_op("ondersteuningsplan.indientermijn", &json!({"eerste_schooljaar": jaar}), op);
            assert_eq!((afloop, &object["uitkomst"]), (Afloop::NietGeldig, &Value::Null), "{jaar} {op}");
        }
    }
}

fn verevend(correctie: i64, start: i16) -> (i64, i64) {
    let jaar = Schooljaar::starting_in(start).unwrap();
    let out = uitkomst(
        "verevening.bedrag",
        &json!({"correctie_eurocent": correctie, "schooljaar": format!("{start}-{}", start + 1)}),
    );
    let invoer = VereveningInvoer { correctie_eurocent: Eurocent(correctie), schooljaar: jaar };
    let typed = bedrag(wet(), d(OP), &invoer).unwrap();
    let amount = out["bedrag_eurocent"].as_i64().unwrap();
    assert_eq!(typed.uitkomst().unwrap().bedrag_eurocent, Eurocent(amount), "both doors");
    (out["factor_procent"].as_i64().unwrap(), amount)
}

#[test]
fn the_equalisation_goes_down_every_year_and_is_gone_after_five() {
    for correctie in [100_i64, -100, 99_999_999, -1_234_567] {
        let mut before = i64::MAX;
        for start in 2015..2026 {
            let (factor, amount) = verevend(correctie, start);
            assert!(amount.abs() <= before, "{start}");
            assert_eq!(factor == 0, start >= 2020, "{start}");
            assert_eq!(amount == 0, start >= 2020, "{start}");
            before = amount.abs();
        }
    }
}

#[test]
fn what_one_region_gets_is_what_another_gives() {
    for start in 2015..2021 {
        for correctie in [1, 2, 3, 49, 50, 51, 101, 102, 105, 12_345, 999_999_999] {
            let (_, given) = verevend(-correctie, start);
            let (_, received) = verevend(correctie, start);
            assert_eq!(given + received, 0, "{correctie} in {start}");
        }
    }
}

#[test]
fn an_amount_is_the_whole_cent_nearest_to_the_share_and_half_a_cent_goes_away_from_zero() {
    for start in 2015..2021 {
        for correctie in -420..=420_i64 {
            let (factor, amount) = verevend(correctie, start);
            let exact = correctie * factor;
            let error = amount * 100 - exact;
            assert!(error.abs() <= 50, "{correctie} in {start}");
            if error.abs() == 50 {
                assert!(amount.abs() * 100 > exact.abs(), "{correctie} in {start}: {amount}");
            }
        }
    }
}

#[test]
fn the_day_after_the_last_day_of_a_school_year_is_the_first_of_the_next() {
    for start in 2014..2060 {
        let year = Schooljaar::starting_in(start).unwrap();
        assert_eq!(morgen(year.last_day()), year.next().first_day());
        assert_eq!(Schooljaar::of(year.last_day()), year);
        assert_eq!(Schooljaar::of(year.first_day()), year);
    }
}
