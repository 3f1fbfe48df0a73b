//! A list as a file for a spreadsheet, for the same eyes as its page, with every row up to a fixed number. It is read
//! page by page: what moves meanwhile can be missed.

use std::future::Future;

use app::lijst::{Page, Rows};
use exchange::tabel::{self, Cel};

use super::kind::download;
use crate::error::{Fout, Uitkomst};
use crate::limits;

/// A file to make of a list.
pub(crate) struct Csv<'a> {
    naam: &'a str,
    kop: &'a [&'a str],
}

impl<'a> Csv<'a> {
    /// A file with its name and the heads of its columns.
    pub(crate) fn new(naam: &'a str, kop: &'a [&'a str]) -> Self {
        Self { naam, kop }
    }

    /// Asks for page after page of the list and writes each thing in it as a row.
    pub(crate) async fn of_pages<T, E, F>(
        self,
        ask: impl Fn(Page) -> F,
        row: impl Fn(&T) -> Vec<Cel>,
    ) -> Uitkomst
    where
        F: Future<Output = Result<Rows<T>, E>>,
        Fout: From<E>,
    {
        let limit = app::lijst::limits::PAGE_ROWS;
        let mut rows = Vec::new();
        let mut offset = 0;
        loop {
            let found = ask(Page { offset, limit }).await?;
            rows.extend(found.rows.iter().map(&row));
            offset += u64::from(limit);
            let ended = found.rows.is_empty() || !found.more && offset >= found.total;
            if ended || offset >= limits::CSV_ROWS {
                return self.of_rows(&rows);
            }
        }
    }

    /// Writes rows that are there already.
    pub(super) fn of_rows(self, rows: &[Vec<Cel>]) -> Uitkomst {
        let bytes = tabel::schrijf(self.kop, rows).map_err(|_| Fout::Intern)?;
        Ok(download(self.naam, "text/csv; charset=utf-8", bytes))
    }
}
