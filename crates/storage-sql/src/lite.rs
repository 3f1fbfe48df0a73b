//! Connections to an SQLite file, used on the thread that asks.
//!
//! A read takes microseconds to a few milliseconds, less than handing it to another thread and
//! waking up again costs. What may take long says so ([`Lite::patient`]), and then the runtime is
//! told that this thread is busy.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ffi};
use storage::StorageError;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::db::{Arg, DbError};
use crate::row::{Cell, Row};
use crate::sqlite::{self, File};

/// Connections that read.
const READERS: u32 = 4;

/// The connections that read; each is opened when it is first needed.
pub(crate) struct Readers {
    file: File,
    idle: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

impl Readers {
    /// Readers of a file; nothing is opened yet.
    pub(crate) fn new(file: File) -> Arc<Self> {
        let places = Arc::new(Semaphore::new(usize::try_from(READERS).unwrap_or(1)));
        Arc::new(Self { file, idle: Mutex::default(), places })
    }

    /// One connection, when there is one free.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<Lite, DbError> {
        let place = self.places.clone().acquire_owned().await.map_err(|_| StorageError::Closed)?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.file.reader().map_err(|error| translate(&error))?,
        };
        let home = Home { readers: self.clone(), _place: place };
        Ok(Lite { connection: Some(connection), home: Some(home), patient: false })
    }

    fn give_back(&self, connection: Connection) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }

    /// Waits until every connection is back, and closes them.
    pub(crate) async fn close(&self) {
        drop(self.places.acquire_many(READERS).await);
        self.places.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Where a connection goes when it is no longer used.
struct Home {
    readers: Arc<Readers>,
    /// Given up after the connection is back.
    _place: OwnedSemaphorePermit,
}

/// A connection, or a transaction on one: what was not committed is taken back at the end.
pub(crate) struct Lite {
    /// Always there until this value goes.
    connection: Option<Connection>,
    home: Option<Home>,
    patient: bool,
}

impl Drop for Lite {
    fn drop(&mut self) {
        let (Some(connection), Some(home)) = (self.connection.take(), self.home.take()) else { return };
        let is_clean = connection.is_autocommit() || connection.execute_batch("ROLLBACK").is_ok();
        if is_clean {
            home.readers.give_back(connection);
        }
    }
}

impl Lite {
    /// The connection of the writer.
    pub(crate) fn of_writer(connection: Connection) -> Self {
        Self { connection: Some(connection), home: None, patient: false }
    }

    /// What follows may take long (a walk over everything, a large page): other requests go on meanwhile.
    pub(crate) fn patient(&mut self) {
        self.patient = true;
    }

    /// Rows that this connection has written.
    pub(crate) fn rows_written(&self) -> u64 {
        self.connection.as_ref().map_or(0, Connection::total_changes)
    }

    fn with<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, DbError> {
        let connection = self.connection.as_ref().ok_or(StorageError::Closed)?;
        let many = |handle: Handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread;
        let result = if self.patient && Handle::try_current().is_ok_and(many) {
            tokio::task::block_in_place(|| work(connection))
        } else {
            work(connection)
        };
        result.map_err(|error| translate(&error))
    }

    /// Executes a statement; returns the number of rows it touched.
    pub(crate) fn execute(&self, sql: &str, args: &[Arg<'_>]) -> Result<u64, DbError> {
        self.with(|connection| {
            let mut statement = bound(connection, sql, args)?;
            let mut rows = statement.raw_query();
            while rows.next()?.is_some() {}
            drop(rows);
            Ok(connection.changes())
        })
    }

    /// At most so many rows of a query.
    pub(crate) fn rows(&self, sql: &str, args: &[Arg<'_>], most: usize) -> Result<Vec<Row>, DbError> {
        self.with(|connection| {
            let mut statement = bound(connection, sql, args)?;
            let width = statement.column_count();
            let mut rows = statement.raw_query();
            let mut all = Vec::new();
            while all.len() < most
                && let Some(row) = rows.next()?
            {
                let cells = (0..width).map(|column| row.get_ref(column).map(cell));
                all.push(Row::Lite(cells.collect::<Result<_, _>>()?));
            }
            Ok(all)
        })
    }

    /// Executes text without arguments (transactions, pragmas).
    pub(crate) fn raw(&self, sql: &str) -> Result<(), DbError> {
        self.execute(sql, &[]).map(|_| ())
    }

    /// Executes several statements, one after the other.
    pub(crate) fn batch(&self, sql: &str) -> Result<(), DbError> {
        self.with(|connection| connection.execute_batch(sql))
    }

    /// Asks SQLite to understand a statement without executing it.
    #[cfg(test)]
    pub(crate) fn prepare(&self, sql: &str) -> Result<(), String> {
        let connection = self.connection.as_ref().ok_or("closed")?;
        connection.prepare(sql).map(|_| ()).map_err(|error| error.to_string())
    }
}

/// A prepared statement with its arguments. SQLite numbers `$2`, `$1` in the order of the text; here they have the
/// numbers that they name, as in PostgreSQL.
fn bound<'c>(
    connection: &'c Connection,
    sql: &str,
    args: &[Arg<'_>],
) -> rusqlite::Result<CachedStatement<'c>> {
    let mut statement = connection.prepare_cached(sql)?;
    for index in 1..=statement.parameter_count() {
        let number = statement.parameter_name(index).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let arg = number.and_then(|number| args.get(number.checked_sub(1)?));
        let arg = arg.ok_or(rusqlite::Error::InvalidParameterCount(index, args.len()))?;
        statement.raw_bind_parameter(index, ToSqlOutput::Borrowed(value(arg)))?;
    }
    Ok(statement)
}

fn value<'a>(arg: &'a Arg<'_>) -> ValueRef<'a> {
    match arg {
        Arg::Int(Some(number)) => ValueRef::Integer(*number),
        Arg::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
        Arg::Bytes(Some(bytes)) => ValueRef::Blob(bytes),
        Arg::Int(None) | Arg::Text(None) | Arg::Bytes(None) => ValueRef::Null,
    }
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Nothing,
        ValueRef::Integer(number) => Cell::Int(number),
        ValueRef::Text(text) => {
            std::str::from_utf8(text).map_or(Cell::Unknown, |text| Cell::Text(text.to_owned()))
        }
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => Cell::Unknown,
    }
}

/// What an error of SQLite means to us.
pub(crate) fn translate(error: &rusqlite::Error) -> DbError {
    let (code, message): (i32, Cow<'_, str>) = match error {
        rusqlite::Error::SqliteFailure(error, message) => {
            let own = || Cow::Owned(error.to_string());
            (error.extended_code, message.as_deref().map_or_else(own, Cow::Borrowed))
        }
        rusqlite::Error::SqlInputError { error, msg, .. } => (error.extended_code, msg.into()),
        other => return StorageError::Unavailable { reason: other.to_string() }.into(),
    };
    match code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => DbError::Unique,
        code if sqlite::is_full(code) => StorageError::DiskFull.into(),
        code if sqlite::is_read_only(code) => StorageError::ReadOnly.into(),
        code => StorageError::Unavailable { reason: format!("{message} ({code})") }.into(),
    }
}
