//! The file itself: opened, corrected, its letters, dossiers that were taken over.

pub mod correctie;
pub mod feiten;
pub mod geboortedatum;
mod geheel;
mod grenzen;
pub mod herroeping;
pub mod kennisgeving;
pub mod nieuw;
pub mod opdracht;
mod opnieuw;
mod overlijden;
mod personen;
pub mod post;
pub mod staat;
pub mod verstuurd;
pub mod vrijgave;
