//! Questions about outgoing letters.

use base::{Date, DossierNummer};

use super::{Direction, Page, Scope};
use crate::lists::PostRij;

/// A letter and the child it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poststuk {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child as shown.
    pub weergavenaam: String,
    /// The letter.
    pub post: PostRij,
}

/// By what letters are sorted; file and number decide between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PostSort {
    /// Date of the letter.
    #[default]
    Datum,
    /// The day on which it has to leave.
    Dag,
    /// Kind of letter.
    Soort,
    /// Sort name of the child.
    Naam,
}

impl PostSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 4] = [Self::Datum, Self::Dag, Self::Soort, Self::Naam];
}

/// A question for letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostQuery {
    /// In whose list, and when.
    pub scope: Scope,
    /// Only letters that wait to leave.
    pub open: bool,
    /// Only those that stand so, see [`PostRij::stand`].
    pub stand: Option<String>,
    /// Only this kind.
    pub soort: Option<String>,
    /// Only with a day to leave on or before this day.
    pub dag_tot_en_met: Option<Date>,
    /// Sorted by.
    pub sort: PostSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}
