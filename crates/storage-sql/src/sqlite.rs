//! What is particular to SQLite: a file, opened for durability and a small memory.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};

use crate::db::{Conn, DbError, args};
use crate::numbers::Source;

/// Connections that read.
const READERS: u32 = 4;
/// How long to wait for another process that writes to the same file.
const BUSY: Duration = Duration::from_secs(10);

/// What the tokens of `tokens.rs` become.
pub(crate) fn token(name: &str, argument: &str) -> Option<String> {
    let fixed = match name {
        "int" => "INTEGER",
        "text" => "TEXT",
        "blob" => "BLOB",
        "strict" => "STRICT",
        "refuse" => "BEGIN SELECT RAISE(ABORT, 'append only'); END",
        "refuse_function" | "sequence" | "share" => "",
        "json" => {
            let (column, keys) = argument.split_once(' ')?;
            return Some(format!("json_extract({column}, '$.{}')", keys.replace(' ', ".")));
        }
        "list" => return Some(format!("(SELECT value FROM json_each({argument}))")),
        _ => return None,
    };
    Some(fixed.to_owned())
}

/// How the file is opened: every commit is on disk before it is acknowledged, deleted content is
/// overwritten, and the page cache is small (16 MiB for the writer, 4 MiB per reader). Nothing here
/// may write to an existing file (`auto_vacuum` would), or readers could not open when the disk is
/// full.
pub(crate) fn options(path: &Path, create: bool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", "-16384")
        .pragma("journal_size_limit", "16777216")
        .statement_cache_capacity(256)
}

/// The pool that reads.
pub(crate) fn readers(options: SqliteConnectOptions) -> SqlitePool {
    let options = options.pragma("cache_size", "-4096");
    SqlitePoolOptions::new().max_connections(READERS).min_connections(1).connect_lazy_with(options)
}

/// A transaction that writes, outside of the writer.
pub(crate) async fn begin_alone(pool: &SqlitePool) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
    pool.begin_with("BEGIN IMMEDIATE").await
}

/// Whether an (extended) result code says that the disk or the database is full.
pub(crate) fn is_full(code: &str) -> bool {
    const SQLITE_FULL: i32 = 13;
    code.parse::<i32>().is_ok_and(|code| code & 0xff == SQLITE_FULL)
}

/// The next numbers of a table whose rows are never removed: one writer, so those behind the highest.
pub(crate) async fn next_numbers(conn: &mut Conn, source: Source, count: usize) -> Result<Vec<i64>, DbError> {
    let sql = match source {
        Source::Event => "SELECT COALESCE(MAX(position), 0) + 1 FROM event",
        Source::Inzage => "SELECT COALESCE(MAX(id), 0) + 1 FROM inzage",
        Source::Rol => "SELECT COALESCE(MAX(id), 0) + 1 FROM rol",
        Source::Handeling => "SELECT COALESCE(MAX(id), 0) + 1 FROM handeling",
        Source::Invoerrun => "SELECT COALESCE(MAX(id), 0) + 1 FROM invoerrun",
    };
    let first = conn.number(sql, args![]).await?;
    Ok((first..).take(count).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn full_is_full_in_every_extended_form() {
        assert!(super::is_full("13") && super::is_full("269"));
        assert!(!super::is_full("10") && !super::is_full("53100") && !super::is_full(""));
    }
}
