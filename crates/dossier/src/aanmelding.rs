//! P1, registration and duty of care: its facts, its acts, and a registration as it stands.
//!
//! A process is a folder, so that what belongs together is read and changed together; what all processes share stands
//! in [`crate::gebeurtenis`], [`crate::opdracht`], [`crate::staat`] and [`crate::beurt`].

pub mod afloop;
pub mod afloopfeiten;
pub mod feiten;
pub mod opdracht;
pub mod staat;
pub mod tijdelijk;
pub mod weigering;
