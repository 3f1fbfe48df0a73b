//! What happened, newest first.

use askama::Template;
use base::Date;

use teksten::Taal;

use super::datum::day_in;
use super::{Link, Waarom};

/// The timeline of a file.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/tijdlijn.html")]
pub struct Tijdlijn {
    punten: Vec<Tijdpunt>,
    alles: Option<Link>,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Tijdpunt {
    op: Date,
    datum: String,
    tekst: String,
    door: String,
    woorden: Vec<String>,
    /// Letters that came of it: how many in words, and each.
    brieven: Option<(String, Vec<String>)>,
    waarom: Option<Waarom>,
}

impl Tijdpunt {
    /// What happened on a day, seen on another.
    pub fn new(op: Date, on: Date, taal: Taal, tekst: impl Into<String>) -> Self {
        let (datum, tekst) = (day_in(taal, op, on), tekst.into());
        Self { op, datum, tekst, door: String::new(), woorden: Vec::new(), brieven: None, waarom: None }
    }

    /// By whom.
    #[must_use]
    pub fn by(mut self, door: impl Into<String>) -> Self {
        self.door = door.into();
        self
    }

    /// What somebody typed with it.
    #[must_use]
    pub fn said(mut self, woorden: Vec<String>) -> Self {
        self.woorden = woorden;
        self
    }

    /// The letters that came of it, folded under `hoeveel`; one stands there at once.
    #[must_use]
    pub fn letters(mut self, hoeveel: String, brieven: Vec<String>) -> Self {
        self.brieven = (!brieven.is_empty()).then_some((hoeveel, brieven));
        self
    }

    /// Why that date or outcome.
    #[must_use]
    pub fn because(mut self, waarom: Waarom) -> Self {
        self.waarom = Some(waarom);
        self
    }
}

impl Tijdlijn {
    /// The points in the order given.
    pub fn new(punten: Vec<Tijdpunt>) -> Self {
        Self { punten, alles: None }
    }

    /// Links the whole timeline: `Alles (41)`.
    #[must_use]
    pub fn all_at(mut self, link: Link) -> Self {
        self.alles = Some(link);
        self
    }
}

is_html!(Tijdlijn);
