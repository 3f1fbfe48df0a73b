//! The invented region: its people, schools and files, for whoever tries the program and for its tests.
//!
//! [`regio`] describes the region, [`dossiers`] tells what happens to its children by giving the
//! commands of the core on their own days, [`fill`] puts it all in a database. What the core refuses
//! cannot be in it. Nothing here reads a clock: today is a parameter, and the same seed, day and
//! size give the same region to the byte.
#![deny(missing_docs)]

pub mod dossiers;
pub mod regio;
mod vullen;
mod worp;

pub use vullen::{
    Bewaard, DemoAccount, DemoFout, Opties, Verslag, accounts, fill, is_whole, make_accounts, make_region,
    store,
};
