//! Pages of lists.
//!
//! The page and the total are two queries: carrying the total along in every row (a window
//! function) makes the database keep the whole list with all its columns, which measured twice as
//! slow. A page that is not full knows the total by itself.

use std::borrow::Cow;

use storage::{Page, Rows, StorageError, limits};

use crate::db::{Arg, Conn, DbError};
use crate::row::Row;

/// Most rows that a page on a screen asks for; who asks for more writes a file.
const ON_SCREEN: u32 = 100;

/// A list: the query for a page, whose last two arguments are its limit and offset; the query that
/// counts the whole list, with the other arguments; and how a row is read.
pub(crate) struct Listing<T> {
    pub(crate) page: Cow<'static, str>,
    pub(crate) count: &'static str,
    pub(crate) read: fn(&Row) -> Result<T, StorageError>,
}

impl<T> Listing<T> {
    /// Asks for one page.
    pub(crate) async fn ask(
        self,
        conn: &mut Conn,
        mut args: Vec<Arg<'_>>,
        page: Page,
    ) -> Result<Rows<T>, DbError> {
        let own = args.len();
        let limit = page.limit.min(limits::PAGE_ROWS);
        args.extend([limit.into(), page.offset.into()]);
        if limit > ON_SCREEN {
            conn.patient();
        }
        let found = conn.rows(self.page, &args).await?;
        let rows = found.iter().map(self.read).collect::<Result<Vec<T>, _>>()?;
        let (seen, is_full) = (rows.len() as u64, rows.len() as u64 >= u64::from(limit));
        let reaches_end = !is_full && (seen > 0 || page.offset == 0);
        let total = if reaches_end {
            page.offset + seen
        } else {
            args.truncate(own);
            u64::try_from(conn.number(self.count, &args).await?).unwrap_or_default()
        };
        Ok(Rows { rows, total })
    }
}
