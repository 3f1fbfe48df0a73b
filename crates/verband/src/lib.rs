//! One region: its schools and boards as facts, and the policy of its samenwerkingsverband.
//!
//! Policy is a closed list of typed settings, [`Beleid`]: each can only strengthen what the law
//! gives (a shorter term, an extra question), and each has the check that proves it. There is no
//! setting that switches a legal requirement off.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::wildcard_enum_match_arm
)]

pub mod beleid;
pub mod grenzen;
pub mod school;

pub use beleid::{Beleid, BeleidFout, ExtraVraag};
pub use recht::soort::{IngeschrevenSoort as Schoolsoort, TlvSoort};
pub use school::School;
