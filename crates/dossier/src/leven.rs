//! P0, a child's life and who stands around it: its facts, its acts, and the child as it stands.

pub mod feiten;
pub mod opdracht;
pub mod staat;
mod verbeteren;
