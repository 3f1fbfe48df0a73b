//! A list as a table: caption, headings to sort by, cells, pages, and what it says when it is empty.
//!
//! On a phone each row becomes a block of names and values. The roles in the template say what the browser would
//! otherwise forget there: that it is still a table.

use app::lijst::Direction;
use askama::Template;
use teksten::{Taal, Tekst, schil};

use super::{Bladeren, Inhoud};
use crate::query::Vraag;

/// A table.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/tabel.html")]
pub struct Tabel {
    bijschrift: String,
    breed: bool,
    kolommen: Vec<Kolom>,
    rijen: Vec<Vec<Inhoud>>,
    leeg: String,
    totaal: Option<String>,
    bladeren: Option<Bladeren>,
    csv: Option<String>,
    taal: Taal,
}

/// A column; as a part of its own its heading, for a table that a page makes by hand.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/kolom.html")]
pub struct Kolom {
    titel: String,
    /// Class of its cells; may be empty.
    klasse: &'static str,
    /// Where its cells stand on a phone, a class; empty: behind the name of the column.
    telefoon: &'static str,
    rijkop: bool,
    /// Its name is for screen readers alone.
    stil: bool,
    sorteer: Option<Sorteer>,
    taal: Taal,
}

/// Where a cell of a list to work from stands on a phone: its row says who and what first, the day at the right, the rest small below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telefoonplek {
    /// Of whom.
    Kop,
    /// What.
    Wat,
    /// The day, at the right.
    Dag,
    /// Small, below.
    Klein,
    /// Small, below, behind the name of its column: what says too little alone.
    MetNaam,
    /// At the left: the box by which the row is chosen.
    Keuze,
}

impl Telefoonplek {
    fn class(self) -> &'static str {
        match self {
            Self::Kop => "op-kop",
            Self::Wat => "op-wat",
            Self::Dag => "op-dag",
            Self::Klein => "op-klein",
            Self::MetNaam => "op-klein op-label",
            Self::Keuze => "op-kies",
        }
    }
}

/// How a column can be sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorteer {
    adres: String,
    stand: Option<bool>,
}

impl Sorteer {
    /// Sorting by `key` with the query of the page (`sorteer=key`, and `richting=af` for down): a first click sorts
    /// up, a second down. The page number goes.
    pub fn by(path: &str, vraag: &Vraag, key: &str) -> Self {
        let sorted = vraag.text("sorteer") == Some(key);
        let stand = sorted.then(|| vraag.direction() == Direction::Up);
        let plain = vraag.without("bladzijde").without("richting").with("sorteer", key);
        let next = if stand == Some(true) { plain.with("richting", "af") } else { plain };
        Self { adres: next.address(path), stand }
    }

    fn arrow(&self) -> &'static str {
        match self.stand {
            Some(true) => " ▲",
            Some(false) => " ▼",
            None => "",
        }
    }

    fn action(&self) -> Tekst {
        match self.stand {
            Some(true) => schil::oplopend_gesorteerd(),
            Some(false) => schil::aflopend_gesorteerd(),
            None => schil::sorteer_oplopend(),
        }
    }
}

impl Kolom {
    /// A column of words.
    pub fn text(titel: impl Into<String>) -> Self {
        Self {
            titel: titel.into(),
            klasse: "",
            telefoon: "",
            rijkop: false,
            stil: false,
            sorteer: None,
            taal: Taal::Nl,
        }
    }

    /// A column of numbers, at the right.
    pub fn number(titel: impl Into<String>) -> Self {
        Self { klasse: "getal", ..Self::text(titel) }
    }

    /// A column of short values that stay on one line: dates, numbers of files.
    pub fn short(titel: impl Into<String>) -> Self {
        Self { klasse: "eenregel", ..Self::text(titel) }
    }

    /// A column of boxes by which rows are chosen.
    pub fn choice() -> Self {
        Self { stil: true, ..Self::text("Kiezen") }.on_phone(Telefoonplek::Keuze)
    }

    /// The name of the column is said by screen readers alone: its cells speak for themselves.
    #[must_use]
    pub fn unnamed(self) -> Self {
        Self { stil: true, ..self }
    }

    /// The column that names the row; each table has one.
    #[must_use]
    pub fn names_row(mut self) -> Self {
        self.rijkop = true;
        self
    }

    /// On a phone its cells stand there, without the name of the column.
    #[must_use]
    pub fn on_phone(mut self, plek: Telefoonplek) -> Self {
        self.telefoon = plek.class();
        self
    }

    /// The classes of a cell of it; one with nothing in it takes no room on a phone.
    fn classes(&self, cel: &Inhoud) -> String {
        let leeg = if !self.telefoon.is_empty() && cel.is_none() { "op-weg" } else { "" };
        let all = [self.klasse, self.telefoon, leeg];
        all.into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Lets people sort by it.
    #[must_use]
    pub fn sorted(mut self, sorteer: Sorteer) -> Self {
        self.sorteer = Some(sorteer);
        self
    }

    fn aria_sort(&self) -> Option<&'static str> {
        let up = self.sorteer.as_ref()?.stand?;
        Some(if up { "ascending" } else { "descending" })
    }
}

impl Tabel {
    /// A table with its caption and columns; `empty` is what it says when there is no row.
    pub fn new(caption: impl Into<String>, kolommen: Vec<Kolom>, empty: impl Into<String>) -> Self {
        Self {
            bijschrift: caption.into(),
            breed: false,
            kolommen,
            rijen: Vec::new(),
            leeg: empty.into(),
            totaal: None,
            bladeren: None,
            csv: None,
            taal: Taal::Nl,
        }
    }

    /// The same on a page in this language; said before its pages are.
    #[must_use]
    pub fn in_taal(mut self, taal: Taal) -> Self {
        self.taal = taal;
        for kolom in &mut self.kolommen {
            kolom.taal = taal;
        }
        self
    }

    /// A table that is wider than a phone: it can be scrolled sideways, also with the keyboard.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.breed = true;
        self
    }

    /// Adds a row: one value for each column.
    pub fn push(&mut self, cellen: Vec<Inhoud>) {
        debug_assert_eq!(
            cellen.len(),
            self.kolommen.len(),
            "a cell for each column of '{}'",
            self.bijschrift
        );
        self.rijen.push(cellen);
    }

    /// The table with a row for each thing.
    #[must_use]
    pub fn rows<T>(mut self, things: impl IntoIterator<Item = T>, row: impl Fn(T) -> Vec<Inhoud>) -> Self {
        for thing in things {
            self.push(row(thing));
        }
        self
    }

    /// Says how many rows there are in all and links the other pages.
    #[must_use]
    pub fn paged(mut self, totaal: impl Into<String>, bladeren: Bladeren) -> Self {
        self.totaal = Some(totaal.into());
        if bladeren.is_past() {
            self.leeg = self.taal.zeg(schil::bladzijde_weg());
        }
        self.bladeren = Some(bladeren.in_taal(self.taal));
        self
    }

    /// Links the same list as a file for a spreadsheet.
    #[must_use]
    pub fn csv(mut self, address: impl Into<String>) -> Self {
        self.csv = Some(address.into());
        self
    }

    /// There is no row.
    pub fn is_empty(&self) -> bool {
        self.rijen.is_empty()
    }

    /// On a phone its rows stand without the names of their columns.
    fn is_short(&self) -> bool {
        self.kolommen.iter().any(|kolom| !kolom.telefoon.is_empty())
    }

    /// A column can be sorted: its heading stays in sight on a phone.
    fn is_sortable(&self) -> bool {
        self.kolommen.iter().any(|kolom| kolom.sorteer.is_some())
    }

    fn pairs<'a>(&'a self, rij: &'a [Inhoud]) -> impl Iterator<Item = (&'a Kolom, &'a Inhoud)> {
        self.kolommen.iter().zip(rij)
    }

    /// The list is longer than its file can be.
    fn is_cut(&self) -> bool {
        self.bladeren.as_ref().is_some_and(|bladeren| bladeren.rows() > crate::limits::CSV_ROWS)
    }

    /// Nobody counted how long the list is.
    fn is_long(&self) -> bool {
        self.bladeren.as_ref().is_some_and(Bladeren::has_more)
    }

    /// Something stands below the table: never below an empty list, except to get back from a page beyond its end.
    fn has_foot(&self) -> bool {
        let beyond = self.bladeren.as_ref().is_some_and(Bladeren::has_others);
        let any = self.totaal.is_some() || self.csv.is_some();
        any && (!self.rijen.is_empty() || beyond)
    }
}

is_html!(Tabel, Kolom);
