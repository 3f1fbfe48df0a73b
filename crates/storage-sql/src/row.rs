//! Rows of an answer, read column by column in the order of the query.

use std::str::FromStr;

use base::{Date, Timestamp};
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use storage::{Digest, StorageError};

use crate::db::Arg;

/// One row.
pub(crate) enum Row {
    Lite(Box<[Cell]>),
    Pg(PgRow),
}

/// One value of SQLite.
pub(crate) enum Cell {
    Nothing,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    /// Of a kind that we never store.
    Unknown,
}

impl Cell {
    fn is(&self, value: &Arg<'_>) -> bool {
        match (self, value) {
            (Self::Nothing, Arg::Int(None) | Arg::Text(None) | Arg::Bytes(None)) => true,
            (Self::Int(found), Arg::Int(Some(value))) => found == value,
            (Self::Text(found), Arg::Text(Some(value))) => found.as_str() == value.as_ref(),
            (Self::Bytes(found), Arg::Bytes(Some(value))) => found.as_slice() == value.as_ref(),
            _ => false,
        }
    }
}

/// A kind of value that a cell can hold.
trait OfCell: Sized {
    /// The value, or nothing when there is none; an error when it is of another kind.
    fn of(cell: &Cell) -> Result<Option<Self>, OtherKind>;
}

/// A cell holds a value of another kind.
struct OtherKind;

macro_rules! of_cell {
    ($($kind:ty => $variant:ident;)*) => {
        $(impl OfCell for $kind {
            fn of(cell: &Cell) -> Result<Option<Self>, OtherKind> {
                match cell {
                    Cell::Nothing => Ok(None),
                    Cell::$variant(value) => Ok(Some(value.clone())),
                    _ => Err(OtherKind),
                }
            }
        })*
    };
}

of_cell! {
    i64 => Int;
    String => Text;
    Vec<u8> => Bytes;
}

impl From<PgRow> for Row {
    fn from(row: PgRow) -> Self {
        Self::Pg(row)
    }
}

/// Takes one column, of a type that both drivers know.
macro_rules! column {
    ($row:expr, $index:expr) => {
        match $row {
            Row::Lite(cells) => cells.get($index).and_then(|cell| OfCell::of(cell).ok()),
            Row::Pg(row) => row.try_get($index).ok(),
        }
    };
}

impl Row {
    /// Whether its columns are these, one by one.
    pub(crate) fn holds(&self, values: &[Arg<'_>]) -> bool {
        match self {
            Self::Lite(cells) => {
                cells.len() == values.len() && cells.iter().zip(values).all(|(cell, value)| cell.is(value))
            }
            Self::Pg(row) => values.iter().enumerate().all(|(index, value)| match value {
                Arg::Int(value) => row.try_get::<Option<i64>, _>(index).is_ok_and(|found| found == *value),
                Arg::Text(value) => {
                    row.try_get::<Option<&str>, _>(index).is_ok_and(|found| found == value.as_deref())
                }
                Arg::Bytes(value) => {
                    row.try_get::<Option<&[u8]>, _>(index).is_ok_and(|found| found == value.as_deref())
                }
            }),
        }
    }

    /// Starts reading; `table` is named when something makes no sense.
    pub(crate) fn read(&self, table: &'static str) -> Reader<'_> {
        Reader { row: self, table, next: 0 }
    }
}

/// Reads the columns of one row one after the other.
pub(crate) struct Reader<'r> {
    row: &'r Row,
    table: &'static str,
    next: usize,
}

impl Reader<'_> {
    /// The column was not what it must be. The row is named by its first column, which is the
    /// number or the address of something in every query of this crate.
    fn wrong(&self, column: &'static str) -> StorageError {
        let number: Option<i64> = column!(self.row, 0).flatten();
        let text: Option<String> = column!(self.row, 0).flatten();
        let row = number.map(|number| number.to_string()).or(text).unwrap_or_default();
        StorageError::inconsistent(self.table, column, &row)
    }

    fn step(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    /// A number or nothing.
    pub(crate) fn opt_int(&mut self, column: &'static str) -> Result<Option<i64>, StorageError> {
        let index = self.step();
        column!(self.row, index).ok_or_else(|| self.wrong(column))
    }

    /// A number.
    pub(crate) fn int(&mut self, column: &'static str) -> Result<i64, StorageError> {
        self.opt_int(column)?.ok_or_else(|| self.wrong(column))
    }

    /// A number that is not negative.
    pub(crate) fn count(&mut self, column: &'static str) -> Result<u64, StorageError> {
        u64::try_from(self.int(column)?).map_err(|_| self.wrong(column))
    }

    /// A number that is not negative, or nothing.
    pub(crate) fn opt_count(&mut self, column: &'static str) -> Result<Option<u64>, StorageError> {
        self.opt_int(column)?.map(u64::try_from).transpose().map_err(|_| self.wrong(column))
    }

    /// A small number that is not negative.
    pub(crate) fn small(&mut self, column: &'static str) -> Result<u32, StorageError> {
        u32::try_from(self.int(column)?).map_err(|_| self.wrong(column))
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, column: &'static str) -> Result<bool, StorageError> {
        Ok(self.int(column)? != 0)
    }

    /// A text or nothing.
    pub(crate) fn opt_text(&mut self, column: &'static str) -> Result<Option<String>, StorageError> {
        let index = self.step();
        column!(self.row, index).ok_or_else(|| self.wrong(column))
    }

    /// A text.
    pub(crate) fn text(&mut self, column: &'static str) -> Result<String, StorageError> {
        self.opt_text(column)?.ok_or_else(|| self.wrong(column))
    }

    /// Bytes or nothing.
    pub(crate) fn opt_bytes(&mut self, column: &'static str) -> Result<Option<Vec<u8>>, StorageError> {
        let index = self.step();
        column!(self.row, index).ok_or_else(|| self.wrong(column))
    }

    /// Bytes.
    pub(crate) fn bytes(&mut self, column: &'static str) -> Result<Vec<u8>, StorageError> {
        self.opt_bytes(column)?.ok_or_else(|| self.wrong(column))
    }

    /// A digest.
    pub(crate) fn digest(&mut self, column: &'static str) -> Result<Digest, StorageError> {
        Digest::from_slice(&self.bytes(column)?).ok_or_else(|| self.wrong(column))
    }

    /// A text that is a value of some type.
    pub(crate) fn parse<T: FromStr>(&mut self, column: &'static str) -> Result<T, StorageError> {
        self.text(column)?.parse().map_err(|_| self.wrong(column))
    }

    /// A text that is a value of some type, or nothing.
    pub(crate) fn opt_parse<T: FromStr>(&mut self, column: &'static str) -> Result<Option<T>, StorageError> {
        self.opt_text(column)?.map(|text| text.parse()).transpose().map_err(|_| self.wrong(column))
    }

    /// A text that stands for one of a few values.
    pub(crate) fn known<T>(
        &mut self,
        column: &'static str,
        known: fn(&str) -> Option<T>,
    ) -> Result<T, StorageError> {
        known(&self.text(column)?).ok_or_else(|| self.wrong(column))
    }

    /// A date.
    pub(crate) fn date(&mut self, column: &'static str) -> Result<Date, StorageError> {
        self.parse(column)
    }

    /// A date or nothing.
    pub(crate) fn opt_date(&mut self, column: &'static str) -> Result<Option<Date>, StorageError> {
        self.opt_parse(column)
    }

    /// An instant.
    pub(crate) fn at(&mut self, column: &'static str) -> Result<Timestamp, StorageError> {
        Timestamp::from_microsecond(self.int(column)?).map_err(|_| self.wrong(column))
    }

    /// An instant or nothing.
    pub(crate) fn opt_at(&mut self, column: &'static str) -> Result<Option<Timestamp>, StorageError> {
        let micros = self.opt_int(column)?;
        micros.map(Timestamp::from_microsecond).transpose().map_err(|_| self.wrong(column))
    }
}
