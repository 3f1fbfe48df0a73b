//! Reference data: schools, boards, municipalities, postcodes, each version with its validity.

use std::collections::BTreeMap;

use async_trait::async_trait;
use base::{Date, Timestamp};

use crate::error::StorageError;
use crate::queries::{Direction, Page, Rows};

/// One version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referentie {
    /// What kind: `vestiging`, `bestuur`, `swv`, `gemeente`, `pc4`.
    pub soort: String,
    /// Its code, unique per kind and day.
    pub code: String,
    /// First day of this version.
    pub geldig_van: Date,
    /// First day on which it no longer holds; `None` for the current one.
    pub geldig_tot: Option<Date>,
    /// Name as shown.
    pub naam: String,
    /// Name normalised, by which it is found; a search compares the beginning of its words.
    pub naam_norm: String,
    /// The SWV it belongs to.
    pub swv: Option<String>,
    /// The board it belongs to.
    pub bestuur: Option<String>,
    /// The municipality it lies in.
    pub gemeente: Option<String>,
    /// Everything else, as JSON text.
    pub gegevens: String,
    /// Digest of the source row: equal means nothing changed.
    pub vingerafdruk: String,
    /// Where it came from: name of the source and its date.
    pub bron: String,
}

/// One run of an importer, kept for later questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoerrun {
    /// When.
    pub at: Timestamp,
    /// Name of the importer.
    pub soort: String,
    /// Name and date of the source.
    pub bron: String,
    /// Rows under the header.
    pub gelezen: u64,
    /// New.
    pub nieuw: u64,
    /// Changed.
    pub gewijzigd: u64,
    /// The same as before.
    pub ongewijzigd: u64,
    /// Known before and no longer in the source.
    pub vervallen: u64,
    /// Rows that could not be used.
    pub onbruikbaar: u64,
}

/// What an import changes in one kind, from one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceUpdate {
    /// The kind; every [`Referentie`] below has it.
    pub soort: String,
    /// From which day the changes hold.
    pub per: Date,
    /// New and changed things, each with `geldig_van` = `per`; of a changed one the current version
    /// ends on `per` (a version that began on `per` itself, or later, is replaced).
    pub geldig: Vec<Referentie>,
    /// Codes of things that no longer exist: their current version ends on `per`. Never deleted.
    pub vervallen: Vec<String>,
    /// The run that is logged with it.
    pub run: Invoerrun,
}

/// By what things are sorted; the code decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReferenceSort {
    /// Normalised name.
    #[default]
    Naam,
    /// Code.
    Code,
    /// Place of a school, as its data say it.
    Plaats,
    /// SWV.
    Swv,
}

impl ReferenceSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 4] = [Self::Naam, Self::Code, Self::Plaats, Self::Swv];
}

/// Which things; every field that is filled narrows the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceQuery {
    /// The kind.
    pub soort: String,
    /// The day on which they exist.
    pub on: Date,
    /// Words of the name, as typed, or the beginning of the code.
    pub zoek: Option<String>,
    /// Only of this SWV.
    pub swv: Option<String>,
    /// Only of this board.
    pub bestuur: Option<String>,
    /// Only in this municipality.
    pub gemeente: Option<String>,
    /// Sorted by.
    pub sort: ReferenceSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

impl ReferenceQuery {
    /// Everything of a kind on a day, in order of name.
    pub fn all(soort: &str, on: Date, page: Page) -> Self {
        Self {
            soort: soort.to_owned(),
            on,
            zoek: None,
            swv: None,
            bestuur: None,
            gemeente: None,
            sort: ReferenceSort::default(),
            direction: Direction::Up,
            page,
        }
    }
}

/// What is asked of all things of a kind together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceField {
    /// The SWV to which they belong.
    Swv,
    /// The name of their municipality, as their data say it.
    Gemeentenaam,
}

/// The reference data.
#[async_trait]
pub trait References: Send + Sync {
    /// Carries out an import, with the updates of other kinds that follow from it: everything or nothing.
    ///
    /// `after` is the number of runs that there were when it was worked out. When another import was carried out since,
    /// what it rests on has changed: nothing is written and it returns `false`. Imports wait for each other. What changed by it stands in
    /// the log of acts (`gegevens_ingelezen`).
    async fn update_references(&self, updates: &[ReferenceUpdate], after: u64) -> Result<bool, StorageError>;

    /// The version of a thing that holds on a day.
    async fn reference(&self, soort: &str, code: &str, on: Date) -> Result<Option<Referentie>, StorageError>;

    /// All versions of a thing, oldest first.
    async fn reference_history(&self, soort: &str, code: &str) -> Result<Vec<Referentie>, StorageError>;

    /// Things of a kind on a day.
    async fn references(&self, query: &ReferenceQuery) -> Result<Rows<Referentie>, StorageError>;

    /// What the things of a kind have in one field on a day: each once, in order, and nothing for those that have none.
    async fn reference_values(
        &self,
        soort: &str,
        of: ReferenceField,
        on: Date,
    ) -> Result<Vec<String>, StorageError>;

    /// Code and fingerprint of every current thing of a kind: what an importer compares with.
    async fn fingerprints(&self, soort: &str) -> Result<BTreeMap<String, String>, StorageError>;

    /// Runs of importers, newest first; the total counts every one.
    async fn import_runs(&self, page: Page) -> Result<Rows<Invoerrun>, StorageError>;

    /// The sources of the runs that changed or compared a kind, newest first.
    async fn sources_of_runs(&self, soort: &str) -> Result<Vec<String>, StorageError>;
}
