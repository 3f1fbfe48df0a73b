//! Files of others, as bytes, to and from typed values: DUO's reference data, OSO dossiers and
//! tables for spreadsheets.
//!
//! Nothing here opens a file or asks a clock. Everything that comes in is treated as hostile: every
//! size has a limit (see [`grenzen`]), and what cannot be used is named with its place in the file.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic
)]
// A test names what it looks at.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

pub mod duo;
pub mod grenzen;
pub mod oso;
mod regels;
pub mod tabel;
