//! A running program for tests: a store, the invented region of [`demo`], a clock that is set by hand, and files in the
//! situation that a test asks for.
//!
//! For tests alone: no program depends on this room.
#![deny(missing_docs)]

mod brieven;
mod demogebied;
mod mail;
pub mod oso;
mod testapp;
mod voorraad;

pub use brieven::letters;
pub use demogebied::Demogebied;
pub use mail::Brievenbus;
pub use testapp::TestApp;
