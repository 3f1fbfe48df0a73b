//! Why something cannot be done now, and what can.

use app::weigering::wat_wel;
use askama::Template;
use base::Date;
use dossier::Refusal;
use teksten::Taal;

use super::Bronlink;
use super::fouten::sentence;

/// `Dit kan nu niet: … Wat kan wel: …`
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/weigering.html")]
pub struct Weigering {
    taal: Taal,
    kop: bool,
    reden: String,
    bron: Option<Bronlink>,
    wat_wel: String,
}

impl Weigering {
    /// A refusal in Dutch, for who works with files; its article is linked to the law of `on`.
    pub fn of(refusal: &Refusal, on: Date) -> Self {
        Self::in_taal(refusal, Taal::Nl, on)
    }

    /// A refusal in the language of the page.
    pub fn in_taal(refusal: &Refusal, taal: Taal, on: Date) -> Self {
        let mut wat_wel = wat_wel(taal, refusal);
        if !wat_wel.is_empty() && !wat_wel.ends_with(['.', '?', '!']) {
            wat_wel.push('.');
        }
        Self {
            taal,
            kop: true,
            reden: sentence(&taal.zeg(&refusal.reden)),
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
