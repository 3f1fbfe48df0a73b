//! Whose turn it is, and which date comes next.

use askama::Template;
use teksten::Taal;

use super::{Termijn, Waarom};

/// The banner at the top of a child's page.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/aanzet.html")]
pub struct Aanzet {
    /// Who must act: `SWV PO9901, tweede deskundige`.
    pub wie: String,
    /// Since when: `26 feb`.
    pub sinds: Option<String>,
    /// What has to be done; may be empty.
    pub wat: String,
    /// The date that comes next.
    pub volgende: Option<VolgendeDatum>,
    /// The language of the page.
    pub taal: Taal,
}

/// A legal date to come, with its reason.
#[derive(Debug, Clone)]
pub struct VolgendeDatum {
    /// What must have happened by then; empty where it is what has to be done now.
    pub wat: String,
    /// When.
    pub termijn: Termijn,
    /// Why that day.
    pub waarom: Option<Waarom>,
}

is_html!(Aanzet);
