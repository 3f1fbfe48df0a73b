//! A message above a page: what just happened, or what to mind.

use askama::Template;

use super::Link;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/melding.html")]
pub struct Melding {
    tekst: String,
    soort: Meldingsoort,
    /// Where something is done about it.
    link: Option<Link>,
}

/// The tone of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meldingsoort {
    /// Good to know.
    Weetje,
    /// It is done.
    Goed,
    /// Mind this.
    LetOp,
}

impl Melding {
    /// A message with its text.
    pub fn new(soort: Meldingsoort, tekst: impl Into<String>) -> Self {
        Self { tekst: tekst.into(), soort, link: None }
    }

    /// With the way to what can be done about it.
    #[must_use]
    pub fn with(self, link: Link) -> Self {
        Self { link: Some(link), ..self }
    }
}

impl Meldingsoort {
    fn class(self) -> &'static str {
        match self {
            Self::Weetje => "",
            Self::Goed => " melding-goed",
            Self::LetOp => " melding-let-op",
        }
    }
}

is_html!(Melding);
