//! P1b, removal and suspension: its facts, its acts, and a removal as it stands.

pub mod feiten;
pub mod opdracht;
pub mod staat;
