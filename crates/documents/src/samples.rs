//! One example of every letter, for previews and tests; of some more than one. They stand as JSON in `voorbeelden/`, read
//! as letters that were stored are read. The people and organisations do not exist; the region is PO9901. The terms and
//! articles are examples too: the real ones come from the rules. No program carries them (feature `samples`).

use crate::{Brief, VOORBEELDEN};

/// An example of a letter.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Name that can be a file name: the kind of letter, with what is special about it.
    pub naam: &'static str,
    /// The letter.
    pub brief: Brief,
}

/// An example of every letter; of some more than one.
///
/// # Panics
/// When a file in `voorbeelden/` is not a letter any more.
pub fn samples() -> Vec<Sample> {
    let read = |&(naam, json): &(&'static str, &str)| {
        let brief =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("voorbeelden/{naam}.json: {error}"));
        Sample { naam, brief }
    };
    VOORBEELDEN.iter().map(read).collect()
}

/// The example of that name.
pub fn sample(naam: &str) -> Option<Brief> {
    samples().into_iter().find(|sample| sample.naam == naam).map(|sample| sample.brief)
}
