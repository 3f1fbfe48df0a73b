//! Every example letter, and what is thrown at letters from outside.

use crate::{Brief, samples};

mod input;
#[cfg(feature = "typst")]
mod output;

/// The example of that name.
fn sample(naam: &str) -> Brief {
    let found = samples().into_iter().find(|sample| sample.naam == naam);
    found.unwrap_or_else(|| panic!("no example {naam}")).brief
}

/// An example with one field of its JSON changed.
#[cfg(feature = "typst")]
fn changed(naam: &str, pointer: &str, value: impl Into<serde_json::Value>) -> Brief {
    let mut json = serde_json::to_value(sample(naam)).unwrap();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("no field {pointer}")) = value.into();
    serde_json::from_value(json).unwrap()
}
