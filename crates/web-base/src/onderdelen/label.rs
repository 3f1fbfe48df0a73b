//! A word in a rounded box: a state, a phase, a signal.

use askama::Template;

/// A tag. Its colour repeats what its word says.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/label.html")]
pub struct Label {
    tekst: String,
    soort: Labelsoort,
}

/// The tone of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labelsoort {
    /// Says how it is.
    Gewoon,
    /// Goes well, is done.
    Goed,
    /// Asks attention soon.
    Gauw,
    /// Is late or wrong.
    Laat,
}

impl Label {
    /// A tag with its word.
    pub fn new(tekst: impl Into<String>, soort: Labelsoort) -> Self {
        Self { tekst: tekst.into(), soort }
    }
}

impl Labelsoort {
    fn class(self) -> &'static str {
        match self {
            Self::Gewoon => "",
            Self::Goed => " label-goed",
            Self::Gauw => " label-gauw",
            Self::Laat => " label-laat",
        }
    }
}

is_html!(Label);
