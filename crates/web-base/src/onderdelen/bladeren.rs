//! From page to page of a list.

use app::lijst::Rows;
use askama::Template;
use teksten::{Taal, schil};

use crate::error::Fout;
use crate::limits;
use crate::query::Vraag;

/// Pages shown on each side of the one that is open.
const NEIGHBOURS: u64 = 2;

/// Links to the other pages of a list; nothing when there is one page.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/bladeren.html")]
pub struct Bladeren {
    /// What it pages through, where a page has more than one.
    naam: Option<&'static str>,
    taal: Taal,
    bladen: u64,
    rijen: u64,
    /// The page that is asked for is past the last one.
    voorbij: bool,
    /// There are more rows than the pages show.
    meer: bool,
    vorige: Option<String>,
    volgende: Option<String>,
    stappen: Vec<BladerStap>,
}

/// One place in the row of page numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BladerStap {
    /// The page that is open.
    Hier(u64),
    /// Another page and its address.
    Blad(u64, String),
    /// Pages left out.
    Gat,
}

impl Bladeren {
    /// Links for a list at `path`, of which the query says what page is open.
    pub fn by<T>(path: &str, vraag: &Vraag, found: &Rows<T>) -> Result<Self, Fout> {
        Self::keyed("bladzijde", limits::ROWS, path, vraag, found)
    }

    /// The same for a second list on one page, with a key and a number of rows of its own.
    pub fn keyed<T>(key: &str, rows: u32, path: &str, vraag: &Vraag, found: &Rows<T>) -> Result<Self, Fout> {
        let address = |page| vraag.with(key, page).address(path);
        let pages = Self::of(found.total, u64::from(rows), vraag.page(key)?, address);
        Ok(Self { meer: found.more, ..pages })
    }

    /// What it pages through, where a page has more than one.
    #[must_use]
    pub fn named(mut self, naam: &'static str) -> Self {
        self.naam = Some(naam);
        self
    }

    /// Links for a list of `total` rows, `per_page` on a page, of which page `page` (from 1) is open.
    pub fn of(total: u64, per_page: u64, page: u64, address: impl Fn(u64) -> String) -> Self {
        let bladen = total.div_ceil(per_page.max(1)).max(1);
        // A page that is no more has none before it but the last one, and is none of the pages.
        let page = page.clamp(1, bladen + 1);
        let mut stappen = Vec::new();
        let mut last = 0;
        for number in 1..=bladen {
            let near = number.abs_diff(page) <= NEIGHBOURS;
            if !near && number != 1 && number != bladen {
                continue;
            }
            if number > last + 1 {
                stappen.push(BladerStap::Gat);
            }
            last = number;
            stappen.push(if number == page {
                BladerStap::Hier(page)
            } else {
                BladerStap::Blad(number, address(number))
            });
        }
        Self {
            naam: None,
            taal: Taal::Nl,
            bladen,
            rijen: total,
            voorbij: page > bladen,
            meer: false,
            vorige: (page > 1).then(|| address(page - 1)),
            volgende: (page < bladen).then(|| address(page + 1)),
            stappen,
        }
    }

    /// The same on a page in this language.
    #[must_use]
    pub(super) fn in_taal(self, taal: Taal) -> Self {
        Self { taal, ..self }
    }

    fn name(&self) -> String {
        self.naam.map_or_else(|| self.taal.zeg(schil::bladzijden()), ToOwned::to_owned)
    }

    /// There is another page.
    pub(super) fn has_others(&self) -> bool {
        self.bladen > 1 || self.voorbij
    }

    /// Rows in all pages together.
    pub(super) fn rows(&self) -> u64 {
        self.rijen
    }

    /// There are more rows than the pages show.
    pub(super) fn has_more(&self) -> bool {
        self.meer
    }

    /// The page that is asked for is past the last one: the list became shorter.
    pub(super) fn is_past(&self) -> bool {
        self.voorbij
    }

    /// What there is to see, in order.
    pub fn steps(&self) -> &[BladerStap] {
        &self.stappen
    }
}

is_html!(Bladeren);

/// `1 kind`, `12 kinderen`: how many rows a list has, with the word for what they are.
pub fn zoveel<T>(found: &Rows<T>, een: &str, meer: &str) -> String {
    let what = if found.total == 1 && !found.more { een } else { meer };
    format!("{} {what}", aantal(found))
}

/// How many rows a list has, in words: it is counted up to a number.
pub fn aantal<T>(found: &Rows<T>) -> String {
    if found.more { "meer dan 1.000".to_owned() } else { found.total.to_string() }
}
