//! Which letters events ask for. The core says that one is due and by which fact; making it is done elsewhere.

pub use crate::register::Briefvraag;
