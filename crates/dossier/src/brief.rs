//! Which letters events ask for. The core says that one is due and by which fact; making it is done elsewhere.

use sleutels::Tekst;

pub use crate::register::{BRIEVEN, Briefvraag};

/// A kind of letter, in words.
#[derive(Debug, Clone, Copy)]
pub struct Briefsoort {
    /// The name under which it is stored.
    pub naam: &'static str,
    /// As somebody looks for it in a list.
    pub titel: fn() -> Tekst,
    /// Inside a sentence.
    pub in_zin: fn() -> Tekst,
}

/// Declares the kinds of letter: the stored name, its words in a list, and those inside a sentence.
macro_rules! brieven {
    ($($naam:literal, $titel:path, $in_zin:path;)+) => {
        /// Every kind of letter, in words.
        pub static BRIEVEN: &[$crate::brief::Briefsoort] =
            &[$($crate::brief::Briefsoort { naam: $naam, titel: $titel, in_zin: $in_zin }),+];
    };
}

pub(crate) use brieven;

fn soort(naam: &str) -> Option<&'static Briefsoort> {
    BRIEVEN.iter().find(|soort| soort.naam == naam)
}

/// A kind of letter, as somebody looks for it in a list; one that is not known keeps its own words.
pub fn brief_titel(naam: &str) -> Tekst {
    soort(naam)
        .map_or_else(|| Tekst::letterlijk(with_capital(&naam.replace('_', " "))), |soort| (soort.titel)())
}

/// A kind of letter inside a sentence; one that is not known keeps its own words.
pub fn brief_in_zin(naam: &str) -> Tekst {
    soort(naam).map_or_else(|| Tekst::letterlijk(naam.replace('_', " ")), |soort| (soort.in_zin)())
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
