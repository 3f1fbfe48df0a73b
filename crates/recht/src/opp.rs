//! The ontwikkelingsperspectief: when it must be there and what it must hold.

pub mod vaststellingstermijn;
pub mod volledigheid;

pub use vaststellingstermijn::{Vaststellingstermijn, VaststellingstermijnInvoer, vaststellingstermijn};
pub use volledigheid::{Volledigheid, VolledigheidInvoer, volledigheid};
