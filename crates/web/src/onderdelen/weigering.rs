//! Why something cannot be done now, and what can.

use askama::Template;
use base::Date;
use dossier::Refusal;

use super::Bronlink;
use super::fouten::sentence;

/// `Dit kan nu niet: … Wat kan wel: …`
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/weigering.html")]
pub struct Weigering {
    kop: bool,
    reden: String,
    bron: Option<Bronlink>,
    wat_wel: String,
}

impl Weigering {
    /// A refusal; its article is linked to the law of `on`.
    pub fn of(refusal: &Refusal, on: Date) -> Self {
        let mut wat_wel = refusal.wat_wel.clone();
        if !wat_wel.is_empty() && !wat_wel.ends_with(['.', '?', '!']) {
            wat_wel.push('.');
        }
        Self {
            kop: true,
            reden: sentence(&refusal.reden),
            bron: refusal.vindplaats.as_ref().map(|place| Bronlink::on(place, on)),
            wat_wel,
        }
    }

    /// For a page whose own heading says already that it cannot be done.
    #[must_use]
    pub fn without_heading(mut self) -> Self {
        self.kop = false;
        self
    }
}

is_html!(Weigering);
