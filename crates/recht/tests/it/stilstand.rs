//! A term that stands still: each calendar day counts once, whatever the invitations look like.

use std::collections::BTreeSet;

use base::dates::plus_days;
use base::{Date, Sector};
use proptest::prelude::*;
use recht::Opschorting;
use recht::aanmelding::{Beslistermijn, BeslistermijnInvoer, beslistermijn};
use recht::tlv::{TlvBeslistermijn, TlvBeslistermijnInvoer, beslistermijn as tlv_beslistermijn};
use serde_json::{Value, json};

use super::almanak::termijn;
use super::{OP, d, uitkomst, wet};

/// A day near Monday 19 January 2026.
fn dag(offset: i32) -> Date {
    plus_days(d("2026-01-19"), offset).expect("a day")
}

/// An invitation so many days after the receipt, that lasted so many days.
type Span = (i32, i32);

fn opschortingen(ontvangen: i32, spans: &[Span]) -> Vec<Opschorting> {
    let one = |(start, length): &Span| Opschorting {
        uitnodiging_op: dag(ontvangen + start),
        geeindigd_op: Some(dag(ontvangen + start + length)),
    };
    spans.iter().map(one).collect()
}

fn aanmelding(ontvangen: i32, spans: &[Span], sector: Sector, openbaar: bool) -> BeslistermijnInvoer {
    BeslistermijnInvoer {
        ontvangen_op: dag(ontvangen),
        sector,
        openbaar,
        verlengd: false,
        verlenging_weken: None,
        minderjarige_asielzoeker: false,
        opschortingen: opschortingen(ontvangen, spans),
    }
}

fn school(invoer: &BeslistermijnInvoer) -> Beslistermijn {
    beslistermijn(wet(), d(OP), invoer).unwrap().uitkomst().unwrap().clone()
}

fn verband(ontvangen: i32, spans: &[Span]) -> TlvBeslistermijn {
    let invoer = TlvBeslistermijnInvoer {
        ontvangen_op: dag(ontvangen),
        opschortingen: opschortingen(ontvangen, spans),
    };
    tlv_beslistermijn(wet(), d(OP), &invoer).unwrap().uitkomst().unwrap().clone()
}

/// The days that stand still, put in a set one by one: from `vanaf` days after the invitation up to and not
/// including the day of completion.
fn stil(spans: &[Span], vanaf: i32) -> i32 {
    let days: BTreeSet<i32> =
        spans.iter().flat_map(|(start, length)| (start + vanaf)..(start + length)).collect();
    i32::try_from(days.len()).expect("few")
}

/// From when the clock stands still: R1.7.
fn vanaf(sector: Sector, openbaar: bool) -> i32 {
    match (sector, openbaar) {
        (Sector::Po | Sector::So, false) => 0,
        (_, true) | (Sector::Vo, false) => 1,
    }
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    proptest::collection::vec((0..120_i32, 0..40_i32), 0..6)
}

fn sector() -> impl Strategy<Value = Sector> {
    proptest::sample::select(vec![Sector::Po, Sector::So, Sector::Vo])
}

proptest! {
    #[test]
    fn the_last_day_is_the_term_with_the_different_days_of_standing_still(
        ontvangen in 0..900_i32, spans in spans(), sector in sector(), openbaar: bool,
    ) {
        let out = school(&aanmelding(ontvangen, &spans, sector, openbaar));
        let days = stil(&spans, vanaf(sector, openbaar));
        prop_assert_eq!(out.opgeschorte_dagen, days);
        prop_assert_eq!(out.uiterlijk, Some(termijn(dag(ontvangen), 6, i64::from(days))));
        prop_assert!(!out.opgeschort_nu);
    }

    #[test]
    fn a_request_counts_from_the_day_after_each_invitation(ontvangen in 0..900_i32, spans in spans()) {
        let out = verband(ontvangen, &spans);
        let days = stil(&spans, 1);
        prop_assert_eq!(out.opgeschorte_dagen, days);
        prop_assert_eq!(out.uiterlijk, Some(termijn(dag(ontvangen), 8, i64::from(days))));
    }

    #[test]
    fn a_longer_suspension_never_gives_an_earlier_last_day(
        ontvangen in 0..900_i32, spans in spans(), which in 0..6_usize, longer in 0..30_i32,
        sector in sector(), openbaar: bool,
    ) {
        let mut stretched = spans.clone();
        if let Some(span) = stretched.get_mut(which) {
            span.1 += longer;
        }
        let before = school(&aanmelding(ontvangen, &spans, sector, openbaar));
        let after = school(&aanmelding(ontvangen, &stretched, sector, openbaar));
        prop_assert!(before.uiterlijk <= after.uiterlijk);
        prop_assert!(before.opgeschorte_dagen <= after.opgeschorte_dagen);
        prop_assert!(verband(ontvangen, &spans).uiterlijk <= verband(ontvangen, &stretched).uiterlijk);
    }

    #[test]
    fn one_more_invitation_never_gives_an_earlier_last_day(
        ontvangen in 0..900_i32, spans in spans(), extra in (0..120_i32, 0..40_i32), openbaar: bool,
    ) {
        let mut more = spans.clone();
        more.push(extra);
        let before = school(&aanmelding(ontvangen, &spans, Sector::Po, openbaar));
        let after = school(&aanmelding(ontvangen, &more, Sector::Po, openbaar));
        prop_assert!(before.uiterlijk <= after.uiterlijk);
        prop_assert!(after.opgeschorte_dagen - before.opgeschorte_dagen <= extra.1.max(0));
    }

    #[test]
    fn an_invitation_inside_another_changes_nothing(
        ontvangen in 0..900_i32, start in 0..60_i32, length in 0..40_i32, inside in 0..40_i32, part in 0..40_i32,
        openbaar: bool,
    ) {
        let inner = start + inside.min(length);
        let within = (inner, part.min(start + length - inner));
        let once = school(&aanmelding(ontvangen, &[(start, length)], Sector::Po, openbaar));
        let twice = school(&aanmelding(ontvangen, &[(start, length), within], Sector::Po, openbaar));
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn a_private_school_cuts_a_suspension_in_two_without_gain(
        ontvangen in 0..900_i32, start in 0..60_i32, first in 0..20_i32, second in 0..20_i32,
    ) {
        let whole = [(start, first + second)];
        let halves = [(start, first), (start + first, second)];
        let one = school(&aanmelding(ontvangen, &whole, Sector::Po, false));
        let two = school(&aanmelding(ontvangen, &halves, Sector::Po, false));
        prop_assert_eq!(one, two);
    }

    #[test]
    fn a_public_school_that_asks_in_two_goes_stands_still_no_longer_than_in_one(
        ontvangen in 0..900_i32, start in 0..60_i32, first in 0..20_i32, second in 0..20_i32,
    ) {
        let one = school(&aanmelding(ontvangen, &[(start, first + second)], Sector::Po, true));
        let halves = [(start, first), (start + first, second)];
        let two = school(&aanmelding(ontvangen, &halves, Sector::Po, true));
        prop_assert!(two.opgeschorte_dagen <= one.opgeschorte_dagen);
        prop_assert!(two.uiterlijk <= one.uiterlijk);
    }

    #[test]
    fn while_one_invitation_waits_there_is_no_last_day_and_only_the_others_count(
        ontvangen in 0..900_i32, spans in spans(), open in 0..120_i32, openbaar: bool,
    ) {
        let mut invoer = aanmelding(ontvangen, &spans, Sector::Po, openbaar);
        invoer.opschortingen.push(Opschorting { uitnodiging_op: dag(ontvangen + open), geeindigd_op: None });
        let out = school(&invoer);
        prop_assert_eq!(out.uiterlijk, None);
        prop_assert!(out.opgeschort_nu);
        prop_assert_eq!(out.opgeschorte_dagen, stil(&spans, vanaf(Sector::Po, openbaar)));
    }

    #[test]
    fn an_extension_adds_the_same_weeks_whatever_stood_still(ontvangen in 0..900_i32, spans in spans()) {
        let plain = aanmelding(ontvangen, &spans, Sector::Vo, true);
        let extended = BeslistermijnInvoer { verlengd: true, ..plain.clone() };
        let days = i64::from(stil(&spans, 1));
        prop_assert_eq!(school(&extended).uiterlijk, Some(termijn(dag(ontvangen), 10, days)));
        prop_assert!(school(&plain).verlenging_mogelijk);
        prop_assert!(!school(&extended).verlenging_mogelijk);
    }
}

fn invoer(regel: &str, spans: &[(&str, &str)]) -> Value {
    let opschortingen: Vec<Value> =
        spans.iter().map(|(van, tot)| json!({"uitnodiging_op": van, "geeindigd_op": tot})).collect();
    if regel == "tlv.beslistermijn" {
        return json!({"ontvangen_op": "2026-01-19", "opschortingen": opschortingen});
    }
    json!({"ontvangen_op": "2026-01-19", "sector": "po", "openbaar": regel == "openbaar",
        "opschortingen": opschortingen})
}

/// Days that stand still and last day, for a public and a private school and for a partnership.
fn uitkomsten(spans: &[(&str, &str)]) -> [(i64, String); 3] {
    ["openbaar", "bijzonder", "tlv.beslistermijn"].map(|wie| {
        let regel = if wie == "tlv.beslistermijn" { wie } else { "aanmelding.beslistermijn" };
        let out = uitkomst(regel, &invoer(wie, spans));
        (out["opgeschorte_dagen"].as_i64().unwrap(), out["uiterlijk"].as_str().unwrap().to_owned())
    })
}

/// Suspensions; then days and last day for a public school, a private school and a partnership; and why.
type Voorbeeld = (
    &'static [(&'static str, &'static str)],
    (i64, &'static str),
    (i64, &'static str),
    (i64, &'static str),
    &'static str,
);

/// Six weeks after Monday 19 January is Monday 2 March, eight weeks Monday 16 March.
const VOORBEELDEN: [Voorbeeld; 9] = [
    (&[], (0, "2026-03-02"), (0, "2026-03-02"), (0, "2026-03-16"), "nothing asked"),
    (
        &[("2026-01-20", "2026-01-20")],
        (0, "2026-03-02"),
        (0, "2026-03-02"),
        (0, "2026-03-16"),
        "complete on the day itself",
    ),
    (
        &[("2026-01-20", "2026-01-21")],
        (0, "2026-03-02"),
        (1, "2026-03-03"),
        (0, "2026-03-16"),
        "complete on the next day",
    ),
    (
        &[("2026-01-20", "2026-01-24")],
        (3, "2026-03-05"),
        (4, "2026-03-06"),
        (3, "2026-03-19"),
        "four days later",
    ),
    (
        &[("2026-01-20", "2026-01-25")],
        (4, "2026-03-06"),
        (5, "2026-03-09"),
        (4, "2026-03-20"),
        "the private school reaches a Saturday and moves to Monday",
    ),
    (
        &[("2026-01-20", "2026-01-24"), ("2026-01-24", "2026-01-26")],
        (4, "2026-03-06"),
        (6, "2026-03-09"),
        (4, "2026-03-20"),
        "asked again on the day of completion",
    ),
    (
        &[("2026-01-20", "2026-02-02"), ("2026-01-26", "2026-02-09")],
        (19, "2026-03-23"),
        (20, "2026-03-23"),
        (19, "2026-04-07"),
        "two that overlap: 21 January to 8 February; 4 April is a Saturday before Easter",
    ),
    (
        &[("2026-01-19", "2026-02-19")],
        (30, "2026-04-01"),
        (31, "2026-04-02"),
        (30, "2026-04-15"),
        "asked on the day of receipt",
    ),
    (
        &[("2026-01-20", "2026-01-23"), ("2026-02-10", "2026-02-12")],
        (3, "2026-03-05"),
        (5, "2026-03-09"),
        (3, "2026-03-19"),
        "twice apart",
    ),
];

#[test]
fn worked_examples_of_standing_still() {
    for (spans, openbaar, bijzonder, verband, waarom) in VOORBEELDEN {
        let expected = [openbaar, bijzonder, verband].map(|(dagen, dag)| (dagen, dag.to_owned()));
        assert_eq!(uitkomsten(spans), expected, "{waarom}");
    }
}
