//! One child's file: a list of facts, and what may lawfully be added to it.
//!
//! Every act (registered, request sent, expert advised, decided) is a [`Gebeurtenis`]; the file as
//! anyone sees it, [`Dossier`], is computed from them. [`Dossier::decide`] takes a command, the law
//! and the circumstances and answers with new events or with a [`Refusal`] that names its article;
//! [`Dossier::apply`] adds one event. Neither knows of a database, a clock or a browser, and replay
//! never asks the law again: a rule's outcome and receipt stand in the event.
//!
//! How to add an event: a struct with its card ([`kaart::Kaart`]) and its [`gebeurtenis::Fold`] in the facts of its
//! process, its name in `register/feiten.rs`, and a golden file `tests/golden/NAME.v1.json`. A new meaning is a
//! new event, never a new use of an old one; a new field is a new version with a step from the old.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::wildcard_enum_match_arm
)]

pub mod aanmelding;
pub mod algemeen;
pub mod bekend;
pub mod berekend;
pub mod beurt;
pub mod brief;
pub mod elders;
pub mod gebeurtenis;
pub mod geschil;
pub mod gezin;
pub mod herreken;
pub mod kaart;
pub mod leven;
pub mod mogelijk;
pub mod opdracht;
pub mod plan;
pub mod proces;
pub mod refusal;
pub mod register;
pub mod rol;
pub mod soort;
pub mod staat;
pub mod tijdlijn;
pub mod tlv;
pub mod toegang;
pub mod verwijdering;
pub mod woord;

pub use berekend::{Berekend, Berekening};
pub use beurt::{Beurt, Zet};
pub use gebeurtenis::Gebeurtenis;
pub use opdracht::{Besluitvorming, Opdracht, Vaststelling};
pub use refusal::Refusal;
pub use rol::{Actor, Rol};
pub use staat::{Dossier, Feit, Inhoud};
pub use woord::Woord;
