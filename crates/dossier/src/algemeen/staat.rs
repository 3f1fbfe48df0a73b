//! What the file keeps beside its processes: letters, and dossiers that were taken over.

use std::sync::Arc;

use base::{Date, OrganisatieId};

use crate::algemeen::feiten::{BriefVastgelegd, OsoOvergenomen};
use crate::algemeen::post::Postgang;

/// A letter that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Number of its fact.
    pub volgnummer: u64,
    /// Date of the letter.
    pub op: Date,
    /// Who sent it.
    pub van: OrganisatieId,
    /// What, to whom, where its bytes are.
    pub inhoud: Arc<BriefVastgelegd>,
    /// The steps that it went on its way out, in the order in which they were recorded.
    pub post: Vec<Postgang>,
    /// Since when the own page is no way by which it came: the notice that it stands there did not arrive, or somebody else had opened
    /// that page.
    pub kennisgeving_mislukt: Option<Date>,
}

/// A dossier that was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overname {
    /// Number of its fact.
    pub volgnummer: u64,
    /// When.
    pub op: Date,
    /// What came over.
    pub inhoud: Arc<OsoOvergenomen>,
}
