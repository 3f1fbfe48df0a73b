//! What is still to be made after events: remembered in the transaction that asks for it, forgotten in
//! the one that brings it.

use storage::{Append, StorageError, StreamId, Unfinished, limits};

use crate::SqlStorage;
use crate::db::{Conn, DbError, args};
use crate::row::Row;
use crate::tokens::statements;

statements! {
    ADD = "INSERT INTO nawerk (stream, eerste, laatste) VALUES ($1, $2, $3)";
    REMOVE = "DELETE FROM nawerk WHERE stream = $1 AND eerste = $2";
    LIST = "SELECT stream, eerste, laatste FROM nawerk WHERE (stream, eerste) > ($1, $2)
        ORDER BY stream, eerste LIMIT $3";
}

/// The events of an append ask for more.
pub(super) async fn add(conn: &mut Conn, append: &Append) -> Result<(), DbError> {
    let first = append.expected_sequence + 1;
    // An append has at least one event and at most a few dozen.
    let last = append.expected_sequence + u64::try_from(append.events.len()).unwrap_or(1);
    conn.execute(ADD, args![&append.stream, first, last]).await?;
    Ok(())
}

/// What was asked for is there. Returns how many rows that were: 0 when it was there already.
pub(super) async fn remove(conn: &mut Conn, stream: &StreamId, first: u64) -> Result<u64, DbError> {
    conn.execute(REMOVE, args![stream, first]).await
}

/// What is open, after a row.
pub(super) async fn list(
    store: &SqlStorage,
    after: Option<&Unfinished>,
    limit: u32,
) -> Result<Vec<Unfinished>, StorageError> {
    let (stream, first) = after.map_or_else(|| (String::new(), 0), |row| (row.stream.to_string(), row.first));
    let args = args![stream, first, limit.min(limits::SCAN_ROWS)];
    let rows = store.db.read().await?.rows(LIST, args).await?;
    let read = |row: &Row| {
        let mut row = row.read("nawerk");
        Ok(Unfinished {
            stream: row.parse("stream")?,
            first: row.count("eerste")?,
            last: row.count("laatste")?,
        })
    };
    rows.iter().map(read).collect()
}
