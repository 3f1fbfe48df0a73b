//! What one rule costs: typed, as the program asks it, and through the public door with JSON both ways. The floor is
//! reading the same JSON and doing nothing with it.
//!
//! `cargo bench -p recht --bench regels`

use base::{Date, Sector};
use divan::Bencher;
use recht::aanmelding::beslistermijn::{BeslistermijnInvoer, beslistermijn};
use recht::openbaar::toets_tekst;
use recht::{Opschorting, Wet};
use serde_json::Value;

/// Rules and an input of each: a suspended term, experts, a year of money.
const RULES: [(&str, &str); 4] = [
    (
        "aanmelding.beslistermijn",
        r#"{"ontvangen_op":"2026-01-19","sector":"po","openbaar":false,"opschortingen":[{"uitnodiging_op":"2026-01-26","geeindigd_op":"2026-02-02"}]}"#,
    ),
    ("tlv.beslistermijn", r#"{"ontvangen_op":"2026-01-19"}"#),
    ("thuiszitter.classificatie", r#"{"geboortedatum":"2015-01-15","ingeschreven":false}"#),
    ("verevening.bedrag", r#"{"correctie_eurocent":100,"schooljaar":"2016-2017"}"#),
];

fn main() {
    divan::main();
}

fn law() -> Wet {
    Wet::load().expect("the corpus")
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

#[divan::bench]
fn typed_beslistermijn(bencher: Bencher<'_, '_>) {
    let wet = law();
    let invoer = BeslistermijnInvoer {
        ontvangen_op: day("2026-01-19"),
        sector: Sector::Po,
        openbaar: false,
        verlengd: false,
        verlenging_weken: None,
        minderjarige_asielzoeker: false,
        opschortingen: vec![Opschorting {
            uitnodiging_op: day("2026-01-26"),
            geeindigd_op: Some(day("2026-02-02")),
        }],
    };
    bencher.bench(|| beslistermijn(&wet, day("2026-03-02"), divan::black_box(&invoer)).expect("an outcome"));
}

#[divan::bench(args = RULES)]
fn by_the_public_door(bencher: Bencher<'_, '_>, (naam, invoer): (&str, &str)) {
    let wet = law();
    let op = day("2026-03-02");
    bencher
        .bench(|| toets_tekst(&wet, naam, divan::black_box(invoer), op).expect("an outcome").0.to_string());
}

#[divan::bench(args = RULES)]
fn floor_reading_the_json(bencher: Bencher<'_, '_>, (_, invoer): (&str, &str)) {
    bencher.bench(|| serde_json::from_str::<Value>(divan::black_box(invoer)).expect("JSON").to_string());
}

#[divan::bench]
fn load_the_law() -> Wet {
    law()
}
