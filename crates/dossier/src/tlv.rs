//! P4, the toelaatbaarheidsverklaring: its facts, its acts, the checklist, and a request as it stands.

pub mod advies;
pub mod besluit;
pub mod besluitfeiten;
pub mod checklist;
pub mod feiten;
pub mod opdracht;
pub mod staat;
