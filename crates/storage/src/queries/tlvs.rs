//! Questions about the declarations of an SWV.

use std::collections::BTreeSet;

use base::{Date, DossierNummer, SwvCode};

use super::{Direction, Page};
use crate::lists::TlvRij;

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
    /// Files that are closed to whoever asks, see [`super::Scope::zonder`].
    pub zonder: BTreeSet<DossierNummer>,
    /// Sorted by.
    pub sort: TlvSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}
