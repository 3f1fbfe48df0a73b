//! Destroying on purpose: one payload, or the key of a holder's whole part.

use base::Timestamp;
use crypto::{Fields, Secret};
use storage::{DestroyKey, Digest, ListsAfter, Projection, StorageError, StreamId};

use crate::db::{Conn, DbError, args};
use crate::keys::{self, destroyed_mark};
use crate::lists;
use crate::numbers::lock_stream;
use crate::tokens::statements;

statements! {
    EMPTY = "UPDATE event SET payload = NULL WHERE stream = $1 AND sequence = $2 AND payload IS NOT NULL";
    EMPTY_BLOBS = "UPDATE blob SET data = NULL WHERE stream = $1 AND sequence = $2 AND data IS NOT NULL";
    ADD_EMPTIED = "INSERT INTO vernietigd (stream, sequence, at, mark) VALUES ($1, $2, $3, $4)";
    EMPTY_BLOBS_OF = "UPDATE blob SET data = NULL WHERE stream = $1 AND holder = $2 AND data IS NOT NULL";
    REMOVE_DRAFTS_OF = "DELETE FROM concept WHERE stream = $1 AND holder = $2";
}

/// The mark on an emptied payload: without it verification reports the payload as missing.
pub(crate) fn emptied_mark(marks: &Secret, stream: &str, sequence: i64, at: i64) -> Digest {
    Digest(marks.mark(Fields::of("leerrecht-vernietigd-1").text(stream).int(sequence).int(at).as_bytes()))
}

/// Empties one event; `false` when there is nothing to empty.
pub(super) async fn empty(
    conn: &mut Conn,
    marks: &Secret,
    stream: &StreamId,
    sequence: u64,
    at: Timestamp,
) -> Result<bool, StorageError> {
    if conn.execute(EMPTY, args![stream, sequence]).await? == 0 {
        return Ok(false);
    }
    conn.execute(EMPTY_BLOBS, args![stream, sequence]).await?;
    let number = i64::try_from(sequence).unwrap_or(i64::MAX);
    let mark = emptied_mark(marks, stream.as_str(), number, at.as_microsecond());
    conn.execute(ADD_EMPTIED, args![stream, number, at, mark]).await?;
    Ok(true)
}

/// Destroys a data key and what cannot be read without it; `false` when there is none.
pub(super) async fn key(conn: &mut Conn, marks: &Secret, destroy: &DestroyKey) -> Result<bool, StorageError> {
    let DestroyKey { stream, holder, at, lists } = destroy;
    let mark = destroyed_mark(marks, stream.as_str(), holder.as_str(), at.as_microsecond());
    lock_stream(conn, stream).await?;
    if conn.execute(keys::DESTROY_KEY, args![stream, holder, *at, mark]).await? == 0 {
        return Ok(false);
    }
    conn.execute(EMPTY_BLOBS_OF, args![stream, holder]).await?;
    conn.execute(REMOVE_DRAFTS_OF, args![stream, holder]).await?;
    change_lists(conn, stream, lists).await?;
    Ok(true)
}

async fn change_lists(conn: &mut Conn, stream: &StreamId, after: &ListsAfter) -> Result<(), DbError> {
    let empty = Projection::default();
    let projection = match after {
        ListsAfter::Keep => return Ok(()),
        ListsAfter::Delete => &empty,
        ListsAfter::Replace(projection) => projection,
    };
    lists::check(stream, projection)?;
    match lists::replace(conn, stream, projection, false).await {
        Ok(()) => Ok(()),
        Err(storage::AppendError::Storage(error)) => Err(error.into()),
        Err(_) => Err(StorageError::Taken { what: "tlv" }.into()),
    }
}
