//! Rising numbers and the lock of the sealer: alike to callers, different per database.

use storage::{StorageError, StreamId};

use crate::db::{Conn, DbError};
use crate::{postgres, sqlite};

/// What gets rising numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Event,
    Inzage,
    Rol,
    Handeling,
    Invoerrun,
    Rolvoorstel,
}

impl Source {
    /// Every source.
    pub(crate) const ALL: [Self; 6] =
        [Self::Event, Self::Inzage, Self::Rol, Self::Handeling, Self::Invoerrun, Self::Rolvoorstel];
}

/// The next number of a source. Numbers rise; gaps are allowed.
pub(crate) async fn next_number(conn: &mut Conn, source: Source) -> Result<i64, DbError> {
    let numbers = next_numbers(conn, source, 1).await?;
    let none = StorageError::Misuse { what: "a source of numbers returned none" };
    numbers.first().copied().ok_or_else(|| none.into())
}

/// The next `count` numbers of a source, rising.
pub(crate) async fn next_numbers(conn: &mut Conn, source: Source, count: usize) -> Result<Vec<i64>, DbError> {
    if conn.is_pg() {
        postgres::next_numbers(conn, source, count).await
    } else {
        sqlite::next_numbers(conn, source, count).await
    }
}

/// To be called before a number of the log or the read log is taken.
pub(crate) async fn lock_shared(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_shared(conn).await } else { Ok(()) }
}

/// To be called before a stream is added to: whoever writes list rows of what it was meanwhile waits, or is waited for. In SQLite one
/// writes at a time.
pub(crate) async fn lock_append(conn: &mut Conn, stream: &StreamId) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_append(conn, stream).await } else { Ok(()) }
}

/// To be called before list rows of a stream are written by who adds nothing to it.
pub(crate) async fn lock_stream(conn: &mut Conn, stream: &StreamId) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_stream(conn, stream).await } else { Ok(()) }
}

/// To be called by the sealer before it reads the highest numbers. In SQLite there is nothing to
/// lock: one writer commits in the order of its numbers.
pub(crate) async fn lock_exclusive(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_exclusive(conn).await } else { Ok(()) }
}

/// To be called before a line is added to the log of acts, which is one chain: whoever adds another waits until this
/// transaction is over. In SQLite one writes at a time.
pub(crate) async fn lock_acts(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_acts(conn).await } else { Ok(()) }
}

/// To be called before a run of an importer is counted: whoever imports beside this one waits until it is over. In SQLite
/// one writes at a time.
pub(crate) async fn lock_imports(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_pg() { postgres::lock_imports(conn).await } else { Ok(()) }
}

/// Puts every source behind the highest number in its table.
pub(crate) async fn catch_up(conn: &mut Conn) -> Result<(), DbError> {
    if conn.is_pg() {
        for source in Source::ALL {
            postgres::catch_up(conn, source).await?;
        }
    }
    Ok(())
}
