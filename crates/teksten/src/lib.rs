//! What a family reads, in the language it chose: the words behind the keys of `sleutels`.
//!
//! A sentence stands in `teksten/<language>/<process>.ftl` and nowhere else. Code says which sentence, with what is
//! filled in, as a [`Tekst`]; only the page that shows it asks for words. The keys stand in `sleutels` and are said here
//! again, so that an edge needs one name: [`mijn`], [`schil`]. `cargo xtask tidy texts` finds a sentence that a language
//! lacks.

mod catalogi;
mod catalogus;
mod taal;

pub use sleutels::*;
pub use taal::Taal;
