//! The invented region: its people, schools and files, for tests and for the demo.
//!
//! [`regio`] describes the region, [`dossiers`] tells what happens to its children by giving the
//! commands of the core on their own days, [`demo`] puts it all in a database. What the core refuses
//! cannot be in it. Nothing here reads a clock: today is a parameter, and the same seed, day and
//! size give the same region to the byte.
#![deny(missing_docs)]

pub mod demo;
pub mod dossiers;
#[cfg(feature = "testapp")]
pub mod oso;
pub mod regio;
#[cfg(feature = "testapp")]
mod testapp;
mod worp;

#[cfg(feature = "testapp")]
pub use testapp::TestApp;
