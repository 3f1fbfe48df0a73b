//! The read log: who looked at which part of which file, when and for what.

use async_trait::async_trait;
use base::{DossierNummer, OrganisatieId, PersoonId, Timestamp};

use crate::error::StorageError;
use crate::queries::{Direction, Page, Rows};

/// One view of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inzage {
    /// When.
    pub at: Timestamp,
    /// The file.
    pub dossier: DossierNummer,
    /// Who.
    pub persoon: PersoonId,
    /// In which role.
    pub rol: String,
    /// Of which organisation.
    pub organisatie: OrganisatieId,
    /// The parts that were shown, as letters with commas: `A,C,E`.
    pub delen: String,
    /// For what purpose, in words that the child's parents may read.
    pub doel: String,
}

/// A question for the views of one file, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InzageQuery {
    /// The file.
    pub dossier: DossierNummer,
    /// Only from this instant.
    pub van: Option<Timestamp>,
    /// Only before this instant.
    pub tot: Option<Timestamp>,
    /// Only in this role.
    pub rol: Option<String>,
    /// Only views that showed this part: one of the letters of [`Inzage::delen`].
    pub deel: Option<String>,
    /// Only by people of these organisations; empty: of every one.
    pub organisaties: Vec<OrganisatieId>,
    /// Not by people of this one.
    pub zonder: Option<OrganisatieId>,
    /// But by these people of it.
    pub behalve: Vec<PersoonId>,
    /// Down: newest first.
    pub direction: Direction,
    /// Which part of the list.
    pub page: Page,
}

impl InzageQuery {
    /// Every view of a file, newest first.
    pub fn newest(dossier: DossierNummer, page: Page) -> Self {
        let (rol, deel, organisaties, zonder, behalve) = (None, None, Vec::new(), None, Vec::new());
        Self {
            dossier,
            van: None,
            tot: None,
            rol,
            deel,
            organisaties,
            zonder,
            behalve,
            direction: Direction::Down,
            page,
        }
    }
}

/// The views of one person in one role at one organisation, in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KijkerQuery {
    /// Of which organisation.
    pub organisatie: OrganisatieId,
    /// Who.
    pub persoon: PersoonId,
    /// In which role.
    pub rol: String,
    /// From this moment.
    pub van: Timestamp,
    /// Before this one.
    pub tot: Timestamp,
    /// Not for this purpose.
    pub zonder: Option<String>,
    /// Which part of the list, the newest first.
    pub page: Page,
}

/// How often one person of one organisation looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InzageTelling {
    /// Who.
    pub persoon: PersoonId,
    /// In which role.
    pub rol: String,
    /// Of which organisation.
    pub organisatie: OrganisatieId,
    /// How many views.
    pub aantal: u64,
    /// In how many files.
    pub dossiers: u64,
    /// The last view.
    pub laatst: Timestamp,
}

/// The read log.
#[async_trait]
pub trait ReadLog: Send + Sync {
    /// Records views, durably, before the page is sent. All or none.
    async fn log_reads(&self, reads: &[Inzage]) -> Result<(), StorageError>;

    /// The views of one file.
    async fn reads(&self, query: &InzageQuery) -> Result<Rows<Inzage>, StorageError>;

    /// The views of one person, newest first: for the privacy officer, who asks about them.
    async fn reads_by(&self, query: &KijkerQuery) -> Result<Rows<Inzage>, StorageError>;

    /// How often the people of one organisation looked in a period (`to` exclusive), for another purpose than the one that is
    /// left out, most files first: for the privacy officer.
    async fn read_pattern(
        &self,
        organisatie: &OrganisatieId,
        (from, to): (Timestamp, Timestamp),
        zonder: Option<&str>,
    ) -> Result<Vec<InzageTelling>, StorageError>;
}
