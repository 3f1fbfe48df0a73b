//! Registration at a school: the term in which the board decides, and the right to a temporary place.

pub mod beslistermijn;
pub mod tijdelijke_plaatsing;

pub use beslistermijn::{Beslistermijn, BeslistermijnInvoer, beslistermijn};
pub use tijdelijke_plaatsing::{
    Plaatssoort, TijdelijkePlaatsing, TijdelijkePlaatsingInvoer, tijdelijke_plaatsing,
};
