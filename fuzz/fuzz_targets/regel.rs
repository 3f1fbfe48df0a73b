//! Input of rules: the first byte chooses the rule, the next two the day; the rest is the input.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use recht::Wet;
use recht::openbaar::toets_tekst;

static WET: LazyLock<Wet> = LazyLock::new(|| Wet::load().expect("the corpus of the program loads"));

fuzz_target!(|data: &[u8]| {
    let [rule, high, low, rest @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let regels = WET.regels();
    let naam = regels[usize::from(*rule) % regels.len()].naam;
    let days = i32::from(u16::from_be_bytes([*high, *low]));
    let start = base::Date::new(1990, 1, 1).expect("a date");
    let Some(op) = base::dates::plus_days(start, days) else { return };
    let first = toets_tekst(&WET, naam, text, op);
    assert_eq!(first, toets_tekst(&WET, naam, text, op));
});
