//! Asking the lists. Every question says through whose eyes and on which date it looks.

use async_trait::async_trait;
use base::{Date, DossierNummer, OrganisatieId, PersoonId, SwvCode, Vestigingscode};

use crate::error::StorageError;
use crate::lists::{AanvraagRij, BeurtRij, DossierRij, Projection, RelatieRij, TlvRij, ToewijzingRij};

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
    /// Rows in all pages together.
    pub total: u64,
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

/// Through whose eyes a list is made: files with which one of the organisations **or** the person
/// has a relation on the date. With neither, the list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The organisations that count; at most [`crate::limits::SCOPE_ORGANISATIONS`].
    pub organisaties: Vec<OrganisatieId>,
    /// The person that counts.
    pub persoon: Option<PersoonId>,
    /// Kinds of relation that count; empty: every kind.
    pub soorten: Vec<String>,
    /// Only relations in which a request, registration or case runs.
    pub alleen_lopend: bool,
    /// Cases of these parts of the file are seen, as far as one of the relations opens them; empty: none.
    pub delen: Vec<String>,
    /// The date on which the relation must hold.
    pub on: Date,
}

impl Scope {
    /// What one organisation sees of children, and nothing of their cases.
    pub fn organisatie(organisatie: OrganisatieId, on: Date) -> Self {
        Self { organisaties: vec![organisatie], ..Self::nobody(on) }
    }

    /// What one person sees of children, and nothing of their cases.
    pub fn persoon(persoon: PersoonId, on: Date) -> Self {
        Self { persoon: Some(persoon), ..Self::nobody(on) }
    }

    fn nobody(on: Date) -> Self {
        let (organisaties, soorten, delen) = (Vec::new(), Vec::new(), Vec::new());
        Self { organisaties, persoon: None, soorten, alleen_lopend: false, delen, on }
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
    /// Role whose turn it is.
    pub wacht_op_rol: Option<String>,
}

/// A turn with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// The file.
    pub dossier: DossierRij,
    /// The turn.
    pub beurt: BeurtRij,
}

/// Whose turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BeurtOf {
    /// The turns of an organisation, whether or not it has a relation to the file.
    Organisatie {
        /// The organisation.
        organisatie: OrganisatieId,
        /// Only this role.
        rol: Option<String>,
        /// Only turns of this person and of nobody in particular.
        persoon: Option<PersoonId>,
    },
    /// The turns of others in cases that somebody may know of: what we are waiting for.
    Anderen {
        /// Whose files.
        scope: Scope,
        /// Organisation of whoever looks: their own turns are left out, those of colleagues are not.
        organisatie: OrganisatieId,
        /// Role of whoever looks.
        rol: String,
        /// Who looks, where turns of that role are of persons.
        persoon: Option<PersoonId>,
    },
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

/// A question for turns that are open on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeurtQuery {
    /// Whose.
    pub of: BeurtOf,
    /// The date on which they are open.
    pub on: Date,
    /// Only this kind, see [`BeurtRij::soort`].
    pub soort: Option<String>,
    /// Only with a last day on or before this day.
    pub uiterlijk_tot_en_met: Option<Date>,
    /// Only of files of this group.
    pub groep: Option<String>,
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

/// A question for the queue of an SWV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AanvraagQuery {
    /// The SWV.
    pub swv: SwvCode,
    /// Through whose eyes: the cases that are seen.
    pub scope: Scope,
    /// Only requests not closed on this date.
    pub open_on: Option<Date>,
    /// Only this kind.
    pub soort: Option<String>,
    /// Only this phase.
    pub fase: Option<String>,
    /// Only of this school.
    pub vestiging: Option<Vestigingscode>,
    /// Only handled by this person.
    pub behandelaar: Option<PersoonId>,
    /// Words of the child's name, as in [`DossierFilter::zoek`].
    pub zoek: Option<String>,
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
    /// Through whose eyes: the cases that are seen.
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

/// A TLV with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tlv {
    /// Number of the file.
    pub dossier: DossierNummer,
    /// The TLV.
    pub tlv: TlvRij,
}

/// By what TLVs are sorted; the number decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TlvSort {
    /// First day.
    #[default]
    Van,
    /// Last day.
    TotEnMet,
    /// Number.
    Nummer,
    /// Sort name of the child.
    Naam,
    /// Kind.
    Soort,
    /// How it stands.
    Status,
}

impl TlvSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 6] =
        [Self::Van, Self::TotEnMet, Self::Nummer, Self::Naam, Self::Soort, Self::Status];
}

/// A question for the TLVs of an SWV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlvQuery {
    /// The SWV.
    pub swv: SwvCode,
    /// Only with this status.
    pub status: Option<String>,
    /// Only of this kind.
    pub soort: Option<String>,
    /// Only valid on this day.
    pub geldig_op: Option<Date>,
    /// Sorted by.
    pub sort: TlvSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

/// The lists.
#[async_trait]
pub trait Lists: Send + Sync {
    /// Files.
    async fn dossiers(&self, query: &DossierQuery) -> Result<Rows<Kind>, StorageError>;

    /// One file as a row, whoever looks: `None` when it is in no list.
    async fn dossier_row(&self, dossier: &DossierNummer) -> Result<Option<DossierRij>, StorageError>;

    /// Who is and was concerned with a file, in order of start.
    async fn relaties(&self, dossier: &DossierNummer) -> Result<Vec<RelatieRij>, StorageError>;

    /// Files of a scope with exactly this normalised name and date of birth: the same child perhaps.
    async fn possible_doubles(
        &self,
        scope: &Scope,
        naam_norm: &str,
        geboortedatum: Date,
    ) -> Result<Vec<DossierRij>, StorageError>;

    /// Turns.
    async fn beurten(&self, query: &BeurtQuery) -> Result<Rows<Beurt>, StorageError>;

    /// The queue of an SWV.
    async fn aanvragen(&self, query: &AanvraagQuery) -> Result<Rows<Aanvraag>, StorageError>;

    /// Tasks of an expert.
    async fn toewijzingen(&self, query: &ToewijzingQuery) -> Result<Rows<Toewijzing>, StorageError>;

    /// Open tasks per expert for requests to an SWV, most first.
    async fn werklast(&self, swv: &SwvCode) -> Result<Vec<Werklast>, StorageError>;

    /// The TLV with this number; whether the asker may know of it is checked by the caller.
    async fn find_tlv(&self, swv: &SwvCode, nummer: &str) -> Result<Option<Tlv>, StorageError>;

    /// TLVs of an SWV.
    async fn tlvs(&self, query: &TlvQuery) -> Result<Rows<Tlv>, StorageError>;

    /// Replaces the rows of one file when its stream stands at `sequence`; `false` when it has
    /// moved on, in which case the append that moved it wrote newer rows.
    async fn replace_projection(
        &self,
        dossier: &DossierNummer,
        sequence: u64,
        projection: &Projection,
    ) -> Result<bool, StorageError>;

    /// Files whose rows say something else from this day or before it ([`DossierRij::wijzigt_op`]), in order of
    /// number, after the given one.
    async fn outdated(
        &self,
        on: Date,
        after: Option<&DossierNummer>,
        limit: u32,
    ) -> Result<Vec<DossierNummer>, StorageError>;

    /// Removes every row of every list, to be rebuilt from the log.
    async fn clear_lists(&self) -> Result<(), StorageError>;
}
