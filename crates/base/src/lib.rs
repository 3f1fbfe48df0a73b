//! The smallest shared words of Leerrecht: dates as the law counts them, eurocents, exact
//! fractions, the codes of schools and regions, and the place in the law that something rests on.
//!
//! Everything here is a value. Nothing reads a clock, a file or the environment, and nothing uses
//! floating point: this crate is the floor that every other room stands on.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::wildcard_enum_match_arm
)]

mod code_enum;
pub mod codes;
pub mod dates;
pub mod geld;
pub mod naam;
pub mod term;
pub mod vindplaats;

pub use codes::{
    BevoegdGezagNummer, Brin, CodeError, DossierNummer, Gemeentecode, OrganisatieId, Organisatiesoort,
    PersoonId, Postcode, Sector, SwvCode, Vestigingscode,
};
pub use dates::{Date, Schooljaar, Timestamp, today_in_nl};
pub use geld::{Eurocent, Fraction};
pub use vindplaats::{Vindplaats, Zekerheid};
