//! A place in the law as a reader meets it: a link to the article, and how sure we are.

use askama::Template;
use base::{Date, Vindplaats, Zekerheid};
use recht::Bron;

/// `art. 40 lid 6 WPO (wettekst)`, linked to the text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/bron.html")]
pub struct Bronlink {
    tekst: String,
    adres: Option<String>,
    woord: &'static str,
    zeker: bool,
}

impl Bronlink {
    /// The place in the text that was valid on a date.
    pub fn on(vindplaats: &Vindplaats, date: Date) -> Self {
        Self::with_address(vindplaats, vindplaats.address(&date.to_string()))
    }

    fn with_address(vindplaats: &Vindplaats, adres: Option<String>) -> Self {
        Self {
            tekst: vindplaats.to_string(),
            adres,
            woord: vindplaats.zekerheid.word(),
            zeker: vindplaats.zekerheid == Zekerheid::Wettekst,
        }
    }
}

impl From<&Bron> for Bronlink {
    /// The place in the text that the corpus was written from.
    fn from(bron: &Bron) -> Self {
        Self::with_address(&bron.vindplaats, bron.address())
    }
}

is_html!(Bronlink);
