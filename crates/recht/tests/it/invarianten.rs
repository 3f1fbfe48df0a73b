//! What holds for every input, whatever the dates.

use base::dates::{Weekday, plus_days};
use base::{Date, Eurocent, Schooljaar, Sector};
use proptest::prelude::*;
use recht::aanmelding::{BeslistermijnInvoer, beslistermijn};
use recht::bezwaar::{BezwaarInvoer, termijnen};
use recht::openbaar::{toets_json, toets_tekst};
use recht::reserve::{ReserveInvoer, signaleringswaarde};
use recht::tlv::{GeldigheidInvoer, geldigheid};
use recht::verevening::{VereveningInvoer, bedrag};
use recht::{Eenheid, Opschorting, Toetsing, Uitslag};
use serde_json::json;

use super::{OP, d, wet};

fn day(offset: i32) -> Date {
    plus_days(d("2014-01-01"), offset).unwrap()
}

fn registration(ontvangen: i32, spans: &[(i32, i32)]) -> BeslistermijnInvoer {
    let opschorting = |(start, length): &(i32, i32)| Opschorting {
        uitnodiging_op: day(ontvangen + start),
        geeindigd_op: Some(day(ontvangen + start + length)),
    };
    BeslistermijnInvoer {
        ontvangen_op: day(ontvangen),
        sector: Sector::Po,
        openbaar: true,
        verlengd: false,
        verlenging_weken: None,
        minderjarige_asielzoeker: false,
        opschortingen: spans.iter().map(opschorting).collect(),
    }
}

fn last_day(invoer: &BeslistermijnInvoer) -> Date {
    beslistermijn(wet(), d(OP), invoer).unwrap().uitkomst().unwrap().uiterlijk.unwrap()
}

fn spans() -> impl Strategy<Value = Vec<(i32, i32)>> {
    proptest::collection::vec((0..120_i32, 0..40_i32), 0..5)
}

proptest! {
    #[test]
    fn a_later_receipt_never_gives_an_earlier_last_day(ontvangen in 0..10_000_i32, later in 0..30_i32) {
        prop_assert!(last_day(&registration(ontvangen, &[])) <= last_day(&registration(ontvangen + later, &[])));
    }

    #[test]
    fn more_suspension_never_gives_an_earlier_last_day(ontvangen in 0..10_000_i32, spans in spans(), one in (0..120_i32, 0..40_i32)) {
        let mut more = spans.clone();
        more.push(one);
        prop_assert!(last_day(&registration(ontvangen, &spans)) <= last_day(&registration(ontvangen, &more)));
    }

    #[test]
    fn the_order_of_suspensions_does_not_matter(ontvangen in 0..10_000_i32, spans in spans()) {
        let reversed: Vec<_> = spans.iter().rev().copied().collect();
        prop_assert_eq!(last_day(&registration(ontvangen, &spans)), last_day(&registration(ontvangen, &reversed)));
    }

    #[test]
    fn a_private_school_never_has_less_suspension_than_a_public_one(ontvangen in 0..10_000_i32, spans in spans()) {
        let public = registration(ontvangen, &spans);
        let private = BeslistermijnInvoer { openbaar: false, ..public.clone() };
        prop_assert!(last_day(&public) <= last_day(&private));
    }

    #[test]
    fn a_moved_last_day_is_never_a_weekend_or_holiday_and_never_earlier(offset in 0..12_000_i32) {
        let atw = wet().termijnenwet(d(OP)).unwrap();
        let rolled = atw.roll(day(offset), 6, Eenheid::Weken).unwrap();
        prop_assert!(rolled >= day(offset));
        prop_assert!(!matches!(rolled.weekday(), Weekday::Saturday | Weekday::Sunday));
        prop_assert_eq!(atw.feestdag(rolled), None);
        prop_assert_eq!(atw.roll(rolled, 6, Eenheid::Weken), Some(rolled));
    }

    #[test]
    fn the_terms_of_objection_follow_each_other(offset in 0..12_000_i32) {
        let bekendgemaakt_op = day(offset);
        let toetsing = termijnen(wet(), d(OP), &BezwaarInvoer { bekendgemaakt_op }).unwrap();
        let out = toetsing.uitkomst().unwrap();
        prop_assert!(bekendgemaakt_op < out.indienen_uiterlijk);
        prop_assert!(out.indienen_uiterlijk < out.beslissen_uiterlijk);
        prop_assert!(out.beslissen_uiterlijk < out.beslissen_na_verdaging);
    }

    #[test]
    fn the_earliest_end_of_a_declaration_is_always_lawful(offset in 0..12_000_i32) {
        let ingangsdatum = day(offset);
        let ask = |einddatum| geldigheid(wet(), d(OP), &GeldigheidInvoer { ingangsdatum, einddatum, gegeven_op: None }).unwrap();
        let earliest = ask(ingangsdatum).uitkomst().unwrap().vroegste_einddatum;
        prop_assert!(ask(earliest).uitkomst().unwrap().geldig);
        prop_assert!(!ask(plus_days(earliest, -1).unwrap()).uitkomst().unwrap().geldig);
    }

    #[test]
    fn more_income_never_lowers_the_signal_and_a_correction_keeps_its_sign(
        baten in 0..i64::MAX / 2, more in 0..1_000_000_i64, correctie: i64, start in 2015..2030_i16,
    ) {
        let signal = |baten| {
            let invoer = ReserveInvoer { totale_baten_eurocent: Eurocent(baten), eigen_vermogen_eurocent: Eurocent(0) };
            signaleringswaarde(wet(), d(OP), &invoer).unwrap().uitkomst().unwrap().signaleringswaarde_eurocent
        };
        prop_assert!(signal(baten) <= signal(baten + more));
        let invoer = VereveningInvoer {
            correctie_eurocent: Eurocent(correctie),
            schooljaar: Schooljaar::starting_in(start).unwrap(),
        };
        let out = bedrag(wet(), d(OP), &invoer).unwrap().uitkomst().unwrap().bedrag_eurocent;
        prop_assert!(out.0.signum() * correctie.signum() >= 0);
        prop_assert!(out.0.unsigned_abs() <= correctie.unsigned_abs());
    }

    #[test]
    fn both_doors_give_the_same_outcome_and_receipt_every_time(ontvangen in 0..10_000_i32, spans in spans()) {
        let invoer = registration(ontvangen, &spans);
        let typed = beslistermijn(wet(), d(OP), &invoer).unwrap();
        let (object, _) =
            toets_json(wet(), "aanmelding.beslistermijn", &serde_json::to_value(&invoer).unwrap(), d(OP)).unwrap();
        prop_assert_eq!(&object["uitkomst"], &serde_json::to_value(typed.uitkomst().unwrap()).unwrap());
        prop_assert_eq!(&object["bewijs"]["invoer"], &json!(typed.bewijs.invoer));
        prop_assert_eq!(&object["bewijs"]["regels"], &json!(typed.bewijs.regels));
        prop_assert_eq!(beslistermijn(wet(), d(OP), &invoer).unwrap(), typed);
    }

    #[test]
    fn no_text_makes_a_rule_panic(tekst in "\\PC{0,60}", date in "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
        for kaart in wet().regels() {
            let _ = toets_tekst(wet(), kaart.naam, &tekst, d(OP));
            let velden = kaart.invoer.iter().map(|veld| (veld.naam.clone(), json!(date)));
            let _ = toets_json(wet(), kaart.naam, &velden.collect(), d(OP));
        }
    }
}

#[test]
fn an_answer_reads_back_as_it_was_stored() {
    let toetsing = beslistermijn(wet(), d(OP), &registration(4400, &[(3, 5)])).unwrap();
    let stored = serde_json::to_string(&toetsing).unwrap();
    assert_eq!(serde_json::from_str::<Toetsing<_>>(&stored).unwrap(), toetsing);
    assert!(matches!(toetsing.uitslag, Uitslag::Toegepast(_)));
    assert_eq!(toetsing.zekerheid(), Some(base::Zekerheid::Wettekst));
}
