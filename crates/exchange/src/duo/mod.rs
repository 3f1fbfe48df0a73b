//! Reference data: the layouts in which DUO publishes schools and pupils, and the tables that
//! divide postcodes over partnerships.
//!
//! Each layout has one function that takes the bytes of a file and gives an [`Import`]: the rows
//! that can be used, each with a fingerprint of all its columns, and every other row once with the
//! reason. [`delta`] compares with what is known already; nothing is ever deleted here.
//!
//! - A row counts once: `gelezen` is the rows under the header, usable plus unusable.
//! - A code that occurs twice: the first row in the file counts, every later one is unusable with
//!   the line of the first. For the geojson this means that a school with several house numbers
//!   has the first point in the file; those rows differ in house number and point only.
//! - Columns that a layout does not know are tolerated, named in `onbekende_kolommen` and part of
//!   the fingerprint, provided that every column that it does know is there.
//! - A file that is wrong as a whole (another layout, encoding, empty) is one [`BestandFout`].

mod codering;
mod csvlezer;
mod fout;
pub mod geo;
mod import;
pub mod leerlingen;
pub mod pc4_swv;
mod plaats;
mod punt;
pub mod vestigingen;

pub use fout::BestandFout;
pub use geo::SchoolpuntRij;
pub use import::{Delta, Gelezen, Import, Onbruikbaar, Rij, Soort, Vingerafdruk, VingerafdrukFout, delta};
pub use leerlingen::{Aantal, LeerlingenRij, SoortVestiging};
pub use pc4_swv::{Pc4, Pc4Fout, Pc4Rij};
pub use plaats::{Plaatsnaam, leesbaar};
pub use punt::Punt;
pub use vestigingen::{Adres, VestigingRij};

#[cfg(test)]
mod tests;
