//! What is particular to SQLite: a file, opened for durability and a small memory.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::db::{Conn, DbError, args};
use crate::numbers::Source;

/// How long to wait for another process that writes to the same file.
const BUSY: Duration = Duration::from_secs(10);

/// What the tokens of `tokens.rs` become.
pub(crate) fn token(name: &str, argument: &str) -> Option<String> {
    let fixed = match name {
        "int" => "INTEGER",
        "text" => "TEXT",
        "blob" => "BLOB",
        "strict" => "STRICT",
        "clustered" => "STRICT, WITHOUT ROWID",
        "refuse" => "BEGIN SELECT RAISE(ABORT, 'append only'); END",
        "refuse_function" | "sequence" | "share" | "probe" => "",
        "json" => {
            let (column, keys) = argument.split_once(' ')?;
            return Some(format!("json_extract({column}, '$.{}')", keys.replace(' ', ".")));
        }
        "along" => return Some(format!("INDEXED BY {argument}")),
        "list" => return Some(format!("(SELECT value FROM json_each({argument}))")),
        _ => return None,
    };
    Some(fixed.to_owned())
}

/// How the file is opened: every commit is on disk before it is acknowledged, deleted content is
/// overwritten, and the page cache is small (16 MiB for the writer, 4 MiB per reader). Nothing here
/// may write to an existing file (`auto_vacuum` would), or readers could not open when the disk is
/// full.
const SETTINGS: &str = "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 16777216";
/// What the writer has besides: a cache, and from which length (32 MiB) it empties the journal itself. Before that
/// `checkpoint.rs` does.
const WRITER: &str = "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 8192";
/// The writer while nothing needs to be durable: a large cache (256 MiB), and the disk is not waited for. It empties no
/// journal itself, which it would do without waiting for the disk too.
pub(crate) const HURRIED: [&str; 3] =
    ["PRAGMA synchronous = OFF", "PRAGMA wal_autocheckpoint = 0", "PRAGMA cache_size = -262144"];
/// The writer after that: as it was opened, with all that was written before it on disk.
pub(crate) const DURABLE: [&str; 4] = [
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_checkpoint(TRUNCATE)",
    "PRAGMA wal_autocheckpoint = 8192",
    "PRAGMA cache_size = -16384",
];
/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 256;

/// The file of a database.
#[derive(Clone)]
pub(crate) struct File(PathBuf);

impl File {
    /// A file that may not be there yet.
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The connection that writes; with `create` it makes the file.
    pub(crate) fn writer(&self, create: bool) -> rusqlite::Result<Connection> {
        self.open(create, WRITER)
    }

    /// A connection that reads.
    pub(crate) fn reader(&self) -> rusqlite::Result<Connection> {
        self.open(false, "PRAGMA cache_size = -4096")
    }

    fn open(&self, create: bool, own: &str) -> rusqlite::Result<Connection> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
        let connection = Connection::open_with_flags(&self.0, flags)?;
        connection.busy_timeout(BUSY)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.execute_batch(SETTINGS)?;
        connection.execute_batch(own)?;
        Ok(connection)
    }
}

/// A database that is no file, and gone with its connection.
pub(crate) fn in_memory() -> rusqlite::Result<Connection> {
    Connection::open_in_memory()
}

/// Whether an (extended) result code says that the disk or the database is full. The index of the journal, which a first
/// connection makes, cannot grow on a full disk: that has a code of its own.
pub(crate) fn is_full(code: i32) -> bool {
    code & 0xff == rusqlite::ffi::SQLITE_FULL || code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE
}

/// Whether an (extended) result code says that the file or its disk takes no writes.
pub(crate) fn is_read_only(code: i32) -> bool {
    code & 0xff == rusqlite::ffi::SQLITE_READONLY
}

/// The next numbers of a table whose rows are never removed: one writer, so those behind the highest.
pub(crate) async fn next_numbers(conn: &mut Conn, source: Source, count: usize) -> Result<Vec<i64>, DbError> {
    let sql = match source {
        Source::Event => "SELECT COALESCE(MAX(position), 0) + 1 FROM event",
        Source::Inzage => "SELECT COALESCE(MAX(id), 0) + 1 FROM inzage",
        Source::Rol => "SELECT COALESCE(MAX(id), 0) + 1 FROM rol",
        Source::Handeling => "SELECT COALESCE(MAX(id), 0) + 1 FROM handeling",
        Source::Invoerrun => "SELECT COALESCE(MAX(id), 0) + 1 FROM invoerrun",
        Source::Rolvoorstel => "SELECT COALESCE(MAX(id), 0) + 1 FROM rolvoorstel",
    };
    let first = conn.number(sql, args![]).await?;
    Ok((first..).take(count).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn full_is_full_in_every_extended_form() {
        assert!(super::is_full(13) && super::is_full(269) && super::is_full(4_874));
        assert!(!super::is_full(10) && !super::is_full(53_100) && !super::is_full(0));
    }
}
