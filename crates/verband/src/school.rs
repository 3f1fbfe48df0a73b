//! A school location as the rest of the program needs it.

use base::{BevoegdGezagNummer, Gemeentecode, Postcode, Sector, SwvCode, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::Schoolsoort;

/// A location of a school on some date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct School {
    /// Six characters.
    pub vestiging: Vestigingscode,
    /// Name as the school writes it.
    pub naam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Public authority (Awb applies) or private (bijzonder). Derived from the denomination.
    pub openbaar: bool,
    /// Board, where known.
    pub bestuur: Option<BevoegdGezagNummer>,
    /// Partnership for primary and special primary education, where known.
    pub swv_po: Option<SwvCode>,
    /// Partnership for secondary education, where known.
    pub swv_vo: Option<SwvCode>,
    /// Postcode, where known.
    pub postcode: Option<Postcode>,
    /// Place.
    pub plaats: String,
    /// Municipality, where known.
    pub gemeente: Option<Gemeentecode>,
    /// Street, number and other lines of the address, for letters.
    pub adres: String,
    /// Telephone as given; empty when unknown.
    pub telefoon: String,
}

impl School {
    /// The sector whose rules on admission apply: all WEC schools are `so`, vso included.
    pub fn sector(&self) -> Sector {
        self.schoolsoort.sector()
    }

    /// The partnership to which the school belongs: of secondary education for vo and vso, and of primary education for the others;
    /// a school for both so and vso is counted there too.
    pub fn swv(&self) -> Option<&SwvCode> {
        if self.schoolsoort.is_voortgezet() { self.swv_vo.as_ref() } else { self.swv_po.as_ref() }
    }
}
