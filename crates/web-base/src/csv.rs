//! A list as a file for a spreadsheet, for the same eyes as its page, with every row up to a fixed number. It is read
//! page by page: what moves meanwhile can be missed.

use std::future::Future;

use app::lijst::{Page, Rows};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use exchange::tabel::{self, Cel};

use crate::error::{Fout, Uitkomst};
use crate::limits;

/// A file to make of a list.
pub struct Csv<'a> {
    naam: &'a str,
    kop: &'a [&'a str],
}

impl<'a> Csv<'a> {
    /// A file with its name and the heads of its columns.
    pub fn new(naam: &'a str, kop: &'a [&'a str]) -> Self {
        Self { naam, kop }
    }

    /// Asks for page after page of the list and writes each thing in it as a row.
    pub async fn of_pages<T, E, F>(self, ask: impl Fn(Page) -> F, row: impl Fn(&T) -> Vec<Cel>) -> Uitkomst
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
    pub fn of_rows(self, rows: &[Vec<Cel>]) -> Uitkomst {
        let bytes = tabel::schrijf(self.kop, rows).map_err(|_| Fout::Intern)?;
        Ok(download(self.naam, "text/csv; charset=utf-8", bytes))
    }
}

/// A file to keep. Always as an attachment: nothing from outside is ever shown inside a page.
pub fn download(naam: &str, soort: &str, bytes: Vec<u8>) -> Response {
    let plain: String =
        naam.chars().map(|c| if c.is_ascii_alphanumeric() || "-_. ".contains(c) { c } else { '_' }).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let kind =
        HeaderValue::from_str(soort).unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
