//! What a family reads, in the language it chose: catalogues of texts and their typed keys.
//!
//! A sentence stands in `teksten/<language>/<process>.ftl` and nowhere else. Code says which sentence, with what is
//! filled in, as a [`Tekst`]; only the page that shows it asks for words. The keys are Rust: [`mijn`] and [`schil`]
//! are written by `cargo xtask generate` from the Dutch catalogues, so a forgotten argument does not compile, and
//! `cargo xtask tidy texts` finds a sentence that a language lacks.

#[macro_use]
mod sleutel;
mod catalogus;
mod sleutels;
mod taal;

pub use sleutel::{Tekst, Waarde};
pub use sleutels::{mijn, schil};
pub use taal::Taal;
