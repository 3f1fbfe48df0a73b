//! Which sentence, and what is filled in: the keys of the catalogues as typed Rust, without a word of any language.
//!
//! A room of its own below the core, so that the core can say why something cannot be done, or what happened, by key and
//! arguments alone. The words stand in `teksten`, which only the edges know. The keys are written by `cargo xtask generate`
//! from the Dutch catalogues: a forgotten argument does not compile.

#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::wildcard_enum_match_arm
)]

#[macro_use]
mod tekst;
mod alle;

pub use alle::*;
pub use tekst::{Tekst, Waarde};
