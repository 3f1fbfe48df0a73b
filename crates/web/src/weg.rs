//! The road of every form: an act, its fields, its draft, a clash with both sides, and done once.
//!
//! Knows no process. A form is a [`Stap`]: its act, its fields, where it leads. Its address is declared once ([`pagina`]): the road shows
//! it ([`toon`]) and takes it ([`verwerk`]): it reads the form as the act declares its fields ([`daad`]), keeps its draft per field
//! ([`concept`]), compares the version that was shown with today's, and carries it out for whoever opened it, once.

mod blad;
pub(crate) mod concept;
pub(crate) mod daad;
pub(crate) mod doen;
mod gang;
mod gesloten;
pub(crate) mod los;
mod plek;
pub(crate) mod reeks;
pub(crate) mod registers;
pub(crate) mod rijen;
pub(crate) mod scholen;
mod script;
pub(crate) mod stand;
mod stap;
mod voorbij;
pub(crate) mod vorm;
mod vrij;
pub(crate) mod werk;

#[cfg(test)]
pub(crate) mod proef;

pub(crate) use blad::{Blad, Kop};
pub(crate) use gang::{
    blad, kept_form, leeg, seen_version, shown, shown_in, toon, toon_voorbij, verwerk, was_done,
};
#[cfg(test)]
pub(crate) use gesloten::has_field;
pub(crate) use gesloten::{Bijkomend, Los, Vragen, has_loose_field};
pub(crate) use plek::{Aan, Formulierplek, pagina};
pub(crate) use stap::{Begin, Ernaast, Gemaakt, Stap, Straks, Uitvoerend, Waar, Wens, lees_daad, lees_uit};
