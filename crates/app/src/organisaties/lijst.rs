//! What is known of partnerships and municipalities, to choose from where a form asks for one. Whoever means another types it: a national
//! partnership stands in no register that is imported, and a table of postcodes can be missing.

use base::{Date, SwvCode};
use storage::references::{ReferenceField, ReferenceQuery};
use storage::{Page, limits};

use super::{ORGANISATIE, VESTIGING, postcodes};
use crate::{App, AppError};

/// How the code of a partnership begins among the organisations that were entered.
const SWV: &str = "swv/";

impl App {
    /// The partnerships that are known on a day, with their names: those of schools, and those that were entered.
    pub async fn verbanden(&self, on: Date) -> Result<Vec<(SwvCode, String)>, AppError> {
        let of_schools = self.storage.reference_values(VESTIGING, ReferenceField::Swv, on).await?;
        let all = ReferenceQuery::all(ORGANISATIE, on, Page::first(limits::PAGE_ROWS));
        let entered =
            self.storage.references(&ReferenceQuery { zoek: Some("swv".to_owned()), ..all }).await?;
        let entered = entered.rows.iter().filter_map(|row| row.code.strip_prefix(SWV).map(str::to_owned));
        let codes = of_schools.into_iter().chain(entered).filter_map(|code| code.parse::<SwvCode>().ok());
        let codes: std::collections::BTreeSet<SwvCode> = codes.collect();
        let mut named = Vec::with_capacity(codes.len());
        for code in codes {
            let naam = self.organisatie_naam(&code.organisatie(), on).await?;
            named.push((code, naam));
        }
        Ok(named)
    }

    /// The municipalities that the table of postcodes has on a day, by name.
    pub async fn gemeenten(&self, on: Date) -> Result<Vec<String>, AppError> {
        let found = self.storage.reference_values(postcodes::PC4, ReferenceField::Gemeentenaam, on).await?;
        Ok(found.into_iter().filter(|naam| !naam.is_empty()).collect())
    }
}
