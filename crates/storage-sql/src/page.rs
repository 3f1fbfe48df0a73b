//! Pages of lists.
//!
//! The page and the total are two queries: carrying the total along in every row (a window
//! function) makes the database keep the whole list with all its columns, which measured twice as
//! slow. A page that is not full knows the total by itself.

use std::borrow::Cow;

use storage::{Direction, Page, Rows, StorageError, limits};

use crate::db::{Arg, Conn, DbError};
use crate::row::Row;

/// Most rows that a page on a screen asks for; who asks for more writes a file.
const ON_SCREEN: u32 = 100;

/// A list: the query for a page, whose last two arguments are its limit and offset; the query that
/// counts the whole list, with the other arguments; and how a row is read.
pub(crate) struct Listing<T> {
    pub(crate) page: Cow<'static, str>,
    pub(crate) count: Cow<'static, str>,
    pub(crate) read: fn(&Row) -> Result<T, StorageError>,
}

impl<T> Listing<T> {
    /// Asks for one page of a list that is counted whole.
    pub(crate) async fn ask(
        self,
        conn: &mut Conn,
        args: Vec<Arg<'_>>,
        page: Page,
    ) -> Result<Rows<T>, DbError> {
        self.up_to(u64::MAX, None, conn, args, page).await
    }

    /// Asks for one page of a list whose query counts one row more than the lists are counted to.
    pub(crate) async fn ask_counted(
        self,
        conn: &mut Conn,
        args: Vec<Arg<'_>>,
        page: Page,
    ) -> Result<Rows<T>, DbError> {
        self.up_to(u64::from(limits::COUNTED_ROWS), None, conn, args, page).await
    }

    /// The same, of a list that was counted already.
    pub(crate) async fn ask_known(
        self,
        counted: i64,
        conn: &mut Conn,
        args: Vec<Arg<'_>>,
        page: Page,
    ) -> Result<Rows<T>, DbError> {
        self.up_to(u64::from(limits::COUNTED_ROWS), Some(counted), conn, args, page).await
    }

    async fn up_to(
        self,
        most: u64,
        known: Option<i64>,
        conn: &mut Conn,
        mut args: Vec<Arg<'_>>,
        page: Page,
    ) -> Result<Rows<T>, DbError> {
        let own = args.len();
        let limit = page.limit.min(limits::PAGE_ROWS);
        args.extend([limit.into(), page.offset.into()]);
        let to_file = limit > ON_SCREEN;
        if to_file {
            conn.patient();
        }
        // A screen goes through what is counted: further on a filter helps more than another page.
        let found =
            if to_file || page.offset < most { conn.rows(self.page, &args).await? } else { Vec::new() };
        let rows = found.iter().map(self.read).collect::<Result<Vec<T>, _>>()?;
        let (seen, is_full) = (rows.len() as u64, rows.len() as u64 >= u64::from(limit));
        let reaches_end = !is_full && (seen > 0 || page.offset == 0);
        if reaches_end {
            return Ok(Rows { rows, total: page.offset + seen, more: false });
        }
        args.truncate(own);
        let counted = match known {
            Some(counted) => counted,
            None => conn.number(self.count, &args).await?,
        };
        let counted = u64::try_from(counted).unwrap_or_default();
        Ok(Rows { rows, total: counted.min(most), more: counted > most })
    }
}

/// A page that is a walk along an index: which rows it takes is settled by keys alone, and what is told of them is looked
/// up for those rows. Rows without a value come last in both directions, so they are a walk of their own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk<'a> {
    /// What is told of the rows.
    pub(crate) tell: &'a str,
    /// What is joined for that to rows that are called k and have the keys.
    pub(crate) join: &'a str,
    /// The keys, from rows as `of` calls them.
    pub(crate) keys: &'a str,
    /// The table, and what it is called.
    pub(crate) from: &'a str,
    /// Which of its rows.
    pub(crate) of: &'a str,
    /// What the list is sorted by.
    pub(crate) column: &'a str,
    /// The index in that order, where the database is told which: left to itself it may sort all rows of a reader to
    /// spare the sorting of equals.
    pub(crate) along: Option<&'a str>,
    /// What holds of rows that have a value and of those that have none; empty where all have one.
    pub(crate) values: Option<(&'a str, &'a str)>,
    /// What decides between equals, by the names of the keys.
    pub(crate) then: &'a [&'a str],
    /// Equals go up in either direction, or with the list.
    pub(crate) then_up: bool,
    /// Parameters before those of the page.
    pub(crate) own: usize,
}

impl Walk<'_> {
    /// The order by a column and then by the keys, each with what stands before its name.
    fn order(&self, direction: Direction, before: &str) -> String {
        let (way, then) = match direction {
            Direction::Up => ("ASC", "ASC"),
            Direction::Down => ("DESC", if self.then_up { "ASC" } else { "DESC" }),
        };
        let keys = self.then.iter().map(|key| format!("{before}{key} {then}"));
        std::iter::once(format!("{before}sleutel {way}")).chain(keys).collect::<Vec<_>>().join(", ")
    }

    /// The order of rows that have no value: by the keys alone, since what all lack orders nothing.
    fn order_without(&self, direction: Direction) -> String {
        let order = self.order(direction, "");
        order.split_once(", ").map_or(order.clone(), |(_, keys)| keys.to_owned())
    }

    /// The walks that make the page: the rows that have a value, and those that have none.
    pub(crate) fn parts(&self, direction: Direction) -> Vec<String> {
        let Self { keys, from, of, column, .. } = self;
        let along = self.along.map(|index| format!(" {{along {index}}}")).unwrap_or_default();
        let (order, without) = (self.order(direction, ""), self.order_without(direction));
        let part = |nr: u8, condition: &str, order: &str| {
            format!(
                "SELECT {keys}, {column} AS sleutel, {nr} AS leeg{from}{along}{of}{condition} ORDER BY {order}"
            )
        };
        match self.values {
            None => vec![part(0, "", &order)],
            Some((has, none)) => {
                vec![part(0, &format!(" AND {has}"), &order), part(1, &format!(" AND {none}"), &without)]
            }
        }
    }

    /// The text of the page.
    pub(crate) fn text(&self, direction: Direction) -> String {
        let (limit, offset) = (self.own + 1, self.own + 2);
        let until = format!("LIMIT CAST(${limit} AS {{int}})");
        let skipping = format!("OFFSET CAST(${offset} AS {{int}})");
        let page = match self.parts(direction).as_slice() {
            [only] => format!("{only} {until} {skipping}"),
            parts => {
                // Of each walk no more than the page can need of it.
                let cut = |part: &String| {
                    format!("SELECT * FROM ({part} {until} + CAST(${offset} AS {{int}})) deel")
                };
                let all: Vec<String> = parts.iter().map(cut).collect();
                let order = self.order(direction, "");
                format!(
                    "SELECT * FROM ({}) alle ORDER BY leeg, {order} {until} {skipping}",
                    all.join(" UNION ALL ")
                )
            }
        };
        let Self { tell, join, .. } = self;
        format!("SELECT {tell} FROM ({page}) k{join} ORDER BY k.leeg, {}", self.order(direction, "k."))
    }
}

/// Counts the rows of a list up to the number to which lists are counted, and one more.
pub(crate) fn counted([from, of]: [&str; 2]) -> String {
    format!("SELECT COUNT(*) FROM (SELECT 1 AS een{from}{of} LIMIT {}) t", limits::COUNTED_ROWS + 1)
}
