//! What is still to be made after events: remembered in the transaction that asks for it, forgotten in
//! the one that brings it. All of it together is held by a mark, with the events that ask for it (`tally.rs`).

use storage::{Append, StorageError, StreamId, Unfinished, limits};

use crate::backup::Value;
use crate::db::{Conn, DbError, args};
use crate::row::Row;
use crate::tally::WORK;
use crate::tokens::statements;
use crate::{SqlStorage, acts};

statements! {
    ADD = "INSERT INTO nawerk (stream, eerste, laatste) VALUES ($1, $2, $3)";
    REMOVE = "DELETE FROM nawerk WHERE stream = $1 AND eerste = $2";
    FIND = "SELECT stream, eerste, laatste FROM nawerk WHERE stream = $1 AND eerste = $2";
    LIST = "SELECT stream, eerste, laatste FROM nawerk WHERE (stream, eerste) > ($1, $2)
        ORDER BY stream, eerste LIMIT $3";
}

/// The events of an append ask for more. Returns the row that says so.
pub(super) async fn add(conn: &mut Conn, append: &Append) -> Result<Vec<Value>, DbError> {
    let first = append.expected_sequence + 1;
    // An append has at least one event and at most a few dozen.
    let last = append.expected_sequence + u64::try_from(append.events.len()).unwrap_or(1);
    conn.execute(ADD, args![&append.stream, first, last]).await?;
    // Whatever keeps the row out of the table is seen here, and not when a letter is missed.
    let row = find(conn, &append.stream, first).await?;
    Ok(row.ok_or_else(|| StorageError::inconsistent(WORK, "stream", &append.stream))?)
}

async fn find(conn: &mut Conn, stream: &StreamId, first: u64) -> Result<Option<Vec<Value>>, DbError> {
    let row = conn.row(FIND, args![stream, first]).await?;
    Ok(row.map(|row| acts::table(WORK)?.read(&row)).transpose()?)
}

/// What was asked for is there. Returns the row that went; none when it was there already.
pub(super) async fn remove(
    conn: &mut Conn,
    stream: &StreamId,
    first: u64,
) -> Result<Option<Vec<Value>>, DbError> {
    let row = find(conn, stream, first).await?;
    let removed = conn.execute(REMOVE, args![stream, first]).await?;
    Ok(row.filter(|_| removed == 1))
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
