//! Looking up schools: by code on a date, by name or place, of a board or a partnership.

use base::{BevoegdGezagNummer, Date, Gemeentecode, SwvCode, Vestigingscode};
use storage::references::{ReferenceQuery, ReferenceSort};
use storage::{Direction, Page, Rows};
use verband::School;

use super::{Schoolkaart, VESTIGING, from_json, holding};
use crate::{App, AppError};

/// Which schools; every field that is filled narrows the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScholenVraag {
    /// Words of the name or the place, or the beginning of the code, as typed.
    pub zoek: Option<String>,
    /// Only of this partnership.
    pub swv: Option<SwvCode>,
    /// Only of this board.
    pub bestuur: Option<BevoegdGezagNummer>,
    /// Only in this municipality.
    pub gemeente: Option<Gemeentecode>,
    /// Order.
    pub sort: ReferenceSort,
    /// Up or down.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

impl ScholenVraag {
    /// Every school in order of name, a page at a time.
    pub fn all(page: Page) -> Self {
        Self {
            zoek: None,
            swv: None,
            bestuur: None,
            gemeente: None,
            sort: ReferenceSort::Naam,
            direction: Direction::Up,
            page,
        }
    }
}

impl App {
    /// A school location on a date; `None` when there is none, or it had closed by then.
    pub async fn school(&self, vestiging: &Vestigingscode, on: Date) -> Result<Option<School>, AppError> {
        let history = self.versions(VESTIGING, vestiging.as_str()).await?;
        holding(&history, on).map(|version| Ok(version.kaart()?.school.clone())).transpose()
    }

    /// A school location on a date, with where each fact comes from.
    pub async fn schoolkaart(
        &self,
        vestiging: &Vestigingscode,
        on: Date,
    ) -> Result<Option<Schoolkaart>, AppError> {
        let history = self.versions(VESTIGING, vestiging.as_str()).await?;
        holding(&history, on).map(|version| version.kaart().cloned()).transpose()
    }

    /// Schools on a date.
    pub async fn scholen(&self, vraag: &ScholenVraag, on: Date) -> Result<Rows<Schoolkaart>, AppError> {
        let text = |code: Option<&str>| code.map(ToOwned::to_owned);
        let query = ReferenceQuery {
            soort: VESTIGING.to_owned(),
            on,
            zoek: vraag.zoek.clone().filter(|zoek| !zoek.trim().is_empty()),
            swv: text(vraag.swv.as_ref().map(SwvCode::as_str)),
            bestuur: text(vraag.bestuur.as_ref().map(BevoegdGezagNummer::as_str)),
            gemeente: text(vraag.gemeente.as_ref().map(Gemeentecode::as_str)),
            sort: vraag.sort,
            direction: vraag.direction,
            page: vraag.page,
        };
        let found = self.storage.references(&query).await?;
        Ok(found.with(found.rows.iter().map(from_json).collect::<Result<_, _>>()?))
    }
}
