//! Asking the lists. Every question says through whose eyes and on which date it looks.
//!
//! The cost of a page does not grow with the number of rows behind it: every order has its index, and a list is counted up
//! to [`crate::limits::COUNTED_ROWS`].

use std::collections::BTreeSet;

use async_trait::async_trait;
use base::{Date, DossierNummer, OrganisatieId, PersoonId, SwvCode, Timestamp, Vestigingscode};

use crate::error::StorageError;
use crate::lists::{AanvraagRij, BeurtRij, DossierRij, Lezer, Projection, ToewijzingRij};

mod post;
mod tlvs;

pub use post::{PostQuery, PostSort, Poststuk};
pub use tlvs::{Tlv, TlvQuery, TlvSort};

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows passed over.
    pub offset: u64,
    /// Most rows; above [`crate::limits::PAGE_ROWS`] it counts as that number.
    pub limit: u32,
}

impl Page {
    /// The first page of `limit` rows.
    pub fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }
}

/// The rows of one page and how many rows the whole list has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T> {
    /// The rows of the page.
    pub rows: Vec<T>,
    /// Rows in all pages together; at least so many where there are more.
    pub total: u64,
    /// There are more rows than were counted.
    pub more: bool,
}

impl<T> Rows<T> {
    /// No rows at all.
    pub fn none() -> Self {
        Self { rows: Vec::new(), total: 0, more: false }
    }

    /// Other rows in the place of these, as many and in the same order.
    pub fn with<U>(&self, rows: Vec<U>) -> Rows<U> {
        Rows { rows, total: self.total, more: self.more }
    }
}

/// Sort direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Smallest, earliest or first in the alphabet on top; rows without a value last.
    #[default]
    Up,
    /// Largest, latest or last in the alphabet on top; rows without a value last.
    Down,
}

/// Through whose eyes a list is made, and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The reader.
    pub lezer: Lezer,
    /// The day.
    pub on: Date,
    /// Files that are closed to whoever asks, though their reader sees them: they are in no row, no total and no choice of a filter.
    pub zonder: BTreeSet<DossierNummer>,
}

impl Scope {
    /// All that a reader sees on a day.
    pub fn new(lezer: Lezer, on: Date) -> Self {
        Self { lezer, on, zonder: BTreeSet::new() }
    }
}

/// Which files; every field that is filled narrows the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DossierFilter {
    /// Words of a name, as typed: each must begin one of the child's search keys.
    pub zoek: Option<String>,
    /// Date of birth.
    pub geboortedatum: Option<Date>,
    /// School of enrolment, else of a registration that is seen.
    pub vestiging: Option<Vestigingscode>,
    /// Group or class.
    pub groep: Option<String>,
    /// Phase, as it is seen.
    pub fase: Option<String>,
    /// Role whose turn it is, of the turns that are seen.
    pub wacht_op_rol: Option<String>,
    /// The next legal date that is seen is this day or before.
    pub volgende_tot_en_met: Option<Date>,
}

/// By what a list of files is sorted; the number of the file decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DossierSort {
    /// Sort name.
    #[default]
    Naam,
    /// Number of the file.
    Dossier,
    /// Date of birth.
    Geboortedatum,
    /// Group.
    Groep,
    /// Phase.
    Fase,
    /// Next legal date.
    VolgendeDatum,
}

impl DossierSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 6] =
        [Self::Naam, Self::Dossier, Self::Geboortedatum, Self::Groep, Self::Fase, Self::VolgendeDatum];
}

/// A question for files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierQuery {
    /// Through whose eyes.
    pub scope: Scope,
    /// Which.
    pub filter: DossierFilter,
    /// Sorted by.
    pub sort: DossierSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

/// A file as somebody sees it: what is told of cases is of those that they may know of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The file.
    pub dossier: DossierRij,
    /// Phase of the first case, else how the child stands.
    pub fase: String,
    /// School of enrolment, else of a running registration.
    pub vestiging: Option<Vestigingscode>,
    /// When the child was registered last.
    pub aangemeld_op: Option<Date>,
    /// The next legal date.
    pub volgende_datum: Option<Date>,
    /// See [`crate::GezienRij::volgende_einddag`].
    pub volgende_einddag: Option<Date>,
    /// Role whose turn it is.
    pub wacht_op_rol: Option<String>,
    /// The parts of the file from which this comes, see [`crate::GezienRij::delen`].
    pub delen: String,
}

/// A turn and the child it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child as shown.
    pub weergavenaam: String,
    /// Group of the child.
    pub groep: Option<String>,
    /// The turn.
    pub beurt: BeurtRij,
}

/// By what turns are sorted; then come those with the earliest last day, and file and number decide
/// between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BeurtSort {
    /// Last day.
    #[default]
    Uiterlijk,
    /// What has to be done.
    Soort,
    /// Sort name of the child.
    Naam,
    /// Group.
    Groep,
}

impl BeurtSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 4] = [Self::Uiterlijk, Self::Soort, Self::Naam, Self::Groep];
}

/// A question for turns that are open on the day of the scope, and for those that begin later where it says until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeurtQuery {
    /// In whose list, and when.
    pub scope: Scope,
    /// Only this kind, see [`BeurtRij::soort`].
    pub soort: Option<String>,
    /// Only with a last day on or before this day.
    pub uiterlijk_tot_en_met: Option<Date>,
    /// Only of files of this group.
    pub groep: Option<String>,
    /// Also those that begin after the day of the scope, on this day at the latest: of these it does not matter whether they are still
    /// open then.
    pub van_tot_en_met: Option<Date>,
    /// Only those that begin after this day and do not go on where another ends, in the order in which they begin: what somebody has to
    /// do soon.
    pub van_na: Option<Date>,
    /// Sorted by.
    pub sort: BeurtSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

/// A request with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aanvraag {
    /// The file.
    pub dossier: DossierRij,
    /// The request.
    pub aanvraag: AanvraagRij,
}

/// By what a queue is sorted; file and request decide between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AanvraagSort {
    /// Last day to decide.
    #[default]
    Uiterlijk,
    /// Day of receipt.
    OntvangenOp,
    /// Sort name of the child.
    Naam,
    /// School location.
    Vestiging,
    /// Phase.
    Fase,
}

impl AanvraagSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 5] = [Self::Uiterlijk, Self::OntvangenOp, Self::Naam, Self::Vestiging, Self::Fase];
}

/// A question for a queue of requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AanvraagQuery {
    /// In whose list, and when.
    pub scope: Scope,
    /// Only requests that are not closed.
    pub open: bool,
    /// Only this kind.
    pub soort: Option<String>,
    /// Only this phase.
    pub fase: Option<String>,
    /// Only of this school.
    pub vestiging: Option<Vestigingscode>,
    /// Only with the advice of the experts so far, see [`AanvraagRij::adviesstand`].
    pub adviesstand: Option<String>,
    /// Sorted by.
    pub sort: AanvraagSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

/// A task of an expert with its request and file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toewijzing {
    /// The file.
    pub dossier: DossierRij,
    /// The request.
    pub aanvraag: AanvraagRij,
    /// The task.
    pub toewijzing: ToewijzingRij,
}

/// By what the tasks of an expert are sorted; file and request decide between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ToewijzingSort {
    /// The day on which it was given.
    #[default]
    ToegewezenOp,
    /// The day on which it was done.
    GereedOp,
    /// Sort name of the child.
    Naam,
    /// Last day to decide on the request.
    Uiterlijk,
}

impl ToewijzingSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 4] = [Self::ToegewezenOp, Self::GereedOp, Self::Naam, Self::Uiterlijk];
}

/// A question for the tasks of an expert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToewijzingQuery {
    /// The expert.
    pub persoon: PersoonId,
    /// In whose list, and when.
    pub scope: Scope,
    /// Those that are done, or those that are not.
    pub gereed: bool,
    /// Only for this kind of request.
    pub soort: Option<String>,
    /// Sorted by.
    pub sort: ToewijzingSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

/// A question for tasks that are not done of people who held a role, and hold it no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZonderRolQuery {
    /// In whose list, and on which day the role is not held.
    pub scope: Scope,
    /// The role.
    pub rol: String,
    /// Where.
    pub organisatie: OrganisatieId,
    /// Which part.
    pub page: Page,
}

/// How many open tasks an expert has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Werklast {
    /// The expert.
    pub persoon: PersoonId,
    /// Open tasks.
    pub open: u64,
    /// The day since when the oldest of them is open.
    pub oudste: Option<Date>,
}

/// The lists.
#[async_trait]
pub trait Lists: Send + Sync {
    /// Files.
    async fn dossiers(&self, query: &DossierQuery) -> Result<Rows<Kind>, StorageError>;

    /// One file as a row, whoever looks: `None` when it is in no list.
    async fn dossier_row(&self, dossier: &DossierNummer) -> Result<Option<DossierRij>, StorageError>;

    /// Files of a scope with this name (`naam::key`), or born on this day or on the one that it becomes when day and
    /// month change places: among them the same child perhaps.
    async fn possible_doubles(
        &self,
        scope: &Scope,
        naam_norm: &str,
        geboortedatum: Date,
    ) -> Result<Vec<DossierRij>, StorageError>;

    /// Files of a scope that have one of these search keys as a whole (`naam::key`), by number.
    async fn with_keys(&self, scope: &Scope, keys: &[String]) -> Result<Vec<DossierRij>, StorageError>;

    /// Which of these kinds of turns stand in the lists of these scopes, of one day and without the same files, in their order.
    async fn turn_kinds(&self, of: &[Scope], kinds: &[&str]) -> Result<Vec<String>, StorageError>;

    /// The files of a scope in which somebody else than this person recorded something since an instant, the newest first. Looks
    /// through the newest facts of the store and no further: who was away for long sees the last of it.
    async fn changed_since(
        &self,
        scope: &Scope,
        not_by: &PersoonId,
        since: Timestamp,
        most: u32,
    ) -> Result<Vec<DossierNummer>, StorageError>;

    /// Which of these phases the files of a scope have, in their order.
    async fn phases(&self, scope: &Scope, phases: &[&str]) -> Result<Vec<String>, StorageError>;

    /// Turns.
    async fn beurten(&self, query: &BeurtQuery) -> Result<Rows<Beurt>, StorageError>;

    /// The queue of an SWV.
    async fn aanvragen(&self, query: &AanvraagQuery) -> Result<Rows<Aanvraag>, StorageError>;

    /// Tasks of an expert.
    async fn toewijzingen(&self, query: &ToewijzingQuery) -> Result<Rows<Toewijzing>, StorageError>;

    /// Tasks that are not done of people who held a role and hold it no more: it ended, or their account is blocked. Requests in default
    /// first, then by last day.
    async fn toewijzingen_zonder_rol(&self, query: &ZonderRolQuery)
    -> Result<Rows<Toewijzing>, StorageError>;

    /// Open tasks per expert for requests to an SWV, most first; none in these files ([`Scope::zonder`]).
    async fn werklast(
        &self,
        swv: &SwvCode,
        zonder: &BTreeSet<DossierNummer>,
    ) -> Result<Vec<Werklast>, StorageError>;

    /// The TLV with this number; whether the asker may know of it is checked by the caller.
    async fn find_tlv(&self, swv: &SwvCode, nummer: &str) -> Result<Option<Tlv>, StorageError>;

    /// TLVs of an SWV.
    async fn tlvs(&self, query: &TlvQuery) -> Result<Rows<Tlv>, StorageError>;

    /// Letters of an organisation.
    async fn post(&self, query: &PostQuery) -> Result<Rows<Poststuk>, StorageError>;

    /// Replaces the rows of one file when its stream stands at `sequence`; `false` when it has
    /// moved on, in which case the append that moved it wrote newer rows.
    async fn replace_projection(
        &self,
        dossier: &DossierNummer,
        sequence: u64,
        projection: &Projection,
    ) -> Result<bool, StorageError>;

    /// Whether the rows of one file are these, and its stream stands at `sequence`: nothing is written.
    async fn projection_stands(
        &self,
        dossier: &DossierNummer,
        sequence: u64,
        projection: &Projection,
    ) -> Result<bool, StorageError>;

    /// Files whose rows have to be made anew on this day or before it ([`DossierRij::wijzigt_op`]), in order of
    /// number, after the given one.
    async fn outdated(
        &self,
        on: Date,
        after: Option<&DossierNummer>,
        limit: u32,
    ) -> Result<Vec<DossierNummer>, StorageError>;

    /// Files of the log that have rows, in order of number, after the given one.
    async fn listed(
        &self,
        after: Option<&DossierNummer>,
        limit: u32,
    ) -> Result<Vec<DossierNummer>, StorageError>;

    /// Removes the rows of one file, wherever its stream stands: of what cannot be read nothing may be listed.
    async fn unlist(&self, dossier: &DossierNummer) -> Result<(), StorageError>;

    /// Says of every file that one of these readers sees that its rows are of before this day: something outside the
    /// file that they rest on changed. Returns of how many that was not said yet.
    async fn outdate(&self, lezers: &[Lezer], on: Date) -> Result<u64, StorageError>;

    /// By what the rows were made, when somebody said so: rows that another access matrix made are no longer true.
    async fn lists_made_by(&self) -> Result<Option<String>, StorageError>;

    /// Says by what the rows are made.
    async fn set_lists_made_by(&self, what: &str) -> Result<(), StorageError>;
}
