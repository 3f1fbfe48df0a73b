//! Which partnerships and municipality a postcode belongs to.

use base::{Date, Gemeentecode, Postcode, SwvCode};
use serde::{Deserialize, Serialize};
use storage::Page;
use storage::references::ReferenceQuery;

use super::from_json;
use crate::{App, AppError};

/// The kind of reference of postcodes.
pub(crate) const PC4: &str = "pc4-swv";

/// The four digits of a postcode and what they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Postcodegebied {
    /// Four digits.
    pub pc4: String,
    /// Partnership for primary and special primary education, where known.
    pub swv_po: Option<SwvCode>,
    /// Partnership for secondary education, where known.
    pub swv_vo: Option<SwvCode>,
    /// Municipality, where known.
    pub gemeente: Option<Gemeentecode>,
    /// Name of the municipality; empty when unknown.
    pub gemeentenaam: String,
    /// Place; empty when unknown.
    pub plaats: String,
    /// Middle of the area in millionths of a degree north and east, where known.
    pub punt: Option<(i32, i32)>,
}

impl App {
    /// The area of a postcode on a date; `None` when no table has it.
    pub async fn postcodegebied(
        &self,
        postcode: &Postcode,
        on: Date,
    ) -> Result<Option<Postcodegebied>, AppError> {
        let found = self.version_on(PC4, postcode.pc4(), on).await?;
        found.as_ref().map(from_json).transpose()
    }

    /// The name of a municipality as the table of postcodes has it.
    pub(super) async fn gemeente_naam(&self, code: &str, on: Date) -> Result<Option<String>, AppError> {
        let query = ReferenceQuery {
            gemeente: Some(code.to_owned()),
            ..ReferenceQuery::all(PC4, on, Page::first(1))
        };
        let found = self.storage.references(&query).await?.rows;
        let area: Option<Postcodegebied> = found.first().map(from_json).transpose()?;
        Ok(area
            .map(|area| area.gemeentenaam)
            .filter(|naam| !naam.is_empty())
            .map(|naam| format!("gemeente {naam}")))
    }
}
