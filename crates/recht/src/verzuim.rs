//! Absence: when it must be reported, and how a child at home is counted.

pub mod melding;
pub mod thuiszitter;

pub use melding::{Verzuimdag, Verzuimmelding, VerzuimmeldingInvoer, melding};
pub use thuiszitter::{Thuiszitter, ThuiszitterInvoer, Verzuimsoort, classificatie};
