//! The toelaatbaarheidsverklaring: who decides, with which experts, when, and for how long.

pub mod beslistermijn;
pub mod bevoegd_samenwerkingsverband;
pub mod deskundigen;
pub mod geldigheid;

pub use beslistermijn::{TlvBeslistermijn, TlvBeslistermijnInvoer, beslistermijn};
pub use bevoegd_samenwerkingsverband::{
    BevoegdSamenwerkingsverband, BevoegdSamenwerkingsverbandInvoer, Grond, bevoegd_samenwerkingsverband,
};
pub use deskundigen::{Deskundigen, DeskundigenInvoer, Ontbrekend, deskundigen};
pub use geldigheid::{Geldigheid, GeldigheidInvoer, geldigheid};
