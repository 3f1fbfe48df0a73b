//! The log of events.

mod append;
mod destroy;
mod event;
mod unfinished;

use std::collections::BTreeMap;

use async_trait::async_trait;
use base::Timestamp;
use storage::{
    Append, AppendError, Appended, DestroyKey, Digest, EventLog, Idempotency, StorageError, StoredEvent,
    StreamId, Unfinished, limits,
};

use crate::db::{Conn, DbError, args};
use crate::keys::{Herkend, Unwrapped};
use crate::stand::Som;
use crate::tally::{self, Tally, WORK};
use crate::tokens::statements;
use crate::{SqlStorage, acts, given};

pub(crate) use destroy::emptied_mark;
pub(crate) use event::{EventRow, blobs_of, sealed_event};

statements! {
    LOAD = "SELECT e.position, e.stream, e.sequence, e.recorded_at, e.event_type, e.event_version, e.op,
            e.holder, e.persoon, e.rol, e.organisatie, e.blobs, e.payload, e.digest, e.hash,
            e.daad, e.plaats, k.wrapped, k.destroyed_at
        FROM event e LEFT JOIN data_key k ON k.stream = e.stream AND k.holder = e.holder
        WHERE e.stream = $1 AND e.sequence > $2 ORDER BY e.sequence";
    SCAN = "SELECT e.position, e.stream, e.sequence, e.recorded_at, e.event_type, e.event_version, e.op,
            e.holder, e.persoon, e.rol, e.organisatie, e.blobs, e.payload, e.digest, e.hash,
            e.daad, e.plaats, k.wrapped, k.destroyed_at
        FROM event e LEFT JOIN data_key k ON k.stream = e.stream AND k.holder = e.holder
        WHERE e.position > $1 ORDER BY e.position LIMIT $2";
    /// The same rows in the order of the chains, for verification.
    WALK = "SELECT e.position, e.stream, e.sequence, e.recorded_at, e.event_type, e.event_version, e.op,
            e.holder, e.persoon, e.rol, e.organisatie, e.blobs, e.payload, e.digest, e.hash,
            e.daad, e.plaats, k.wrapped, k.destroyed_at
        FROM event e LEFT JOIN data_key k ON k.stream = e.stream AND k.holder = e.holder
        WHERE (e.stream, e.sequence) > ($1, $2) ORDER BY e.stream, e.sequence LIMIT $3";
    HEAD = "SELECT sequence, hash FROM event WHERE stream = $1 ORDER BY sequence DESC LIMIT 1";
    STREAMS = "SELECT stream FROM event WHERE stream > $1 AND stream < $2 AND sequence = 1
        ORDER BY stream LIMIT $3";
    FIND_REPEATED = "SELECT stream, fingerprint, first_sequence, last_sequence, last_position
        FROM herhaling WHERE owner = $1 AND sleutel = $2";
    FORGET_REPEATED = "DELETE FROM herhaling WHERE recorded_at < $1";
}

/// Statements of the modules below.
#[cfg(test)]
pub(crate) const PARTS: &[&[(&str, &str)]] = &[append::ALL, destroy::ALL, unfinished::ALL];

/// Where a stream stands: sequence and hash of its last event.
pub(crate) async fn head(conn: &mut Conn, stream: &StreamId) -> Result<(i64, Digest), DbError> {
    let Some(row) = conn.row(HEAD, args![stream]).await? else { return Ok((0, Digest::ZERO)) };
    let mut row = row.read("event");
    Ok((row.int("sequence")?, row.digest("hash")?))
}

/// What came of a request when it was sent before; refused when it was another one then.
async fn find_repeated(conn: &mut Conn, request: &Herkend) -> Result<Option<Appended>, AppendError> {
    let row = conn.row(FIND_REPEATED, args![&request.owner, &request.key]).await?;
    let Some(row) = row else { return Ok(None) };
    let mut row = row.read("herhaling");
    let stream = row.parse("stream")?;
    if row.digest("fingerprint")? != request.fingerprint {
        return Err(AppendError::KeyReused);
    }
    Ok(Some(Appended {
        stream,
        first_sequence: row.count("first_sequence")?,
        last_sequence: row.count("last_sequence")?,
        last_position: row.count("last_position")?,
        repeated: true,
    }))
}

#[async_trait]
impl EventLog for SqlStorage {
    async fn append(&self, append: Append) -> Result<Appended, AppendError> {
        append::run(self, append).await
    }

    async fn find_repeated(&self, request: &Idempotency) -> Result<Option<Appended>, AppendError> {
        let request = Herkend::of(&self.secrets().await.marks, request);
        find_repeated(&mut self.db.read().await?, &request).await
    }

    async fn forget_repeated(&self, before: Timestamp) -> Result<u64, StorageError> {
        let forget = self.db.write(move |conn| {
            Box::pin(
                async move { conn.execute(FORGET_REPEATED, args![before]).await.map_err(StorageError::from) },
            )
        });
        forget.await
    }

    async fn load_after(&self, stream: &StreamId, sequence: u64) -> Result<Vec<StoredEvent>, StorageError> {
        let rows = self.db.read().await?.rows(LOAD, args![stream, sequence]).await?;
        let mut keys = Unwrapped::default();
        rows.iter().map(|row| EventRow::read(row)?.opened(&self.instance, &mut keys)).collect()
    }

    async fn head(&self, stream: &StreamId) -> Result<u64, StorageError> {
        let (sequence, _) = head(&mut self.db.read().await?, stream).await?;
        u64::try_from(sequence).map_err(|_| StorageError::inconsistent("event", "sequence", stream))
    }

    async fn streams(
        &self,
        kind: &str,
        after: Option<&StreamId>,
        limit: u32,
    ) -> Result<Vec<StreamId>, StorageError> {
        // '0' comes right after '/', so these are the bounds of everything that begins with `kind/`.
        let from = after.map_or_else(|| format!("{kind}/"), ToString::to_string);
        let to = format!("{kind}0");
        let args = args![from, to, limit.min(limits::SCAN_ROWS)];
        let rows = self.db.read().await?.rows(STREAMS, args).await?;
        rows.iter().map(|row| row.read("event").parse("stream")).collect()
    }

    async fn scan(&self, after_position: u64, limit: u32) -> Result<Vec<StoredEvent>, StorageError> {
        let limit = limit.min(limits::SCAN_ROWS);
        let rows = self.db.read().await?.rows(SCAN, args![after_position, limit]).await?;
        let mut keys = Unwrapped::default();
        rows.iter().map(|row| EventRow::read(row)?.opened(&self.instance, &mut keys)).collect()
    }

    async fn empty_payload(
        &self,
        stream: &StreamId,
        sequence: u64,
        at: Timestamp,
    ) -> Result<bool, StorageError> {
        let (stream, secrets) = (stream.clone(), self.secrets().await);
        let emptied = self.db.write(move |conn| {
            Box::pin(async move { destroy::empty(conn, &secrets.marks, &stream, sequence, at).await })
        });
        let emptied = emptied.await?;
        self.db.forget_traces().await;
        Ok(emptied)
    }

    async fn destroy_key(&self, destroy: DestroyKey) -> Result<bool, StorageError> {
        let secrets = self.secrets().await;
        let destroyed = self
            .db
            .write(move |conn| Box::pin(async move { destroy::key(conn, &secrets.marks, &destroy).await }));
        let destroyed = destroyed.await?;
        self.db.forget_traces().await;
        Ok(destroyed)
    }

    async fn unfinished(
        &self,
        after: Option<&Unfinished>,
        limit: u32,
    ) -> Result<Vec<Unfinished>, StorageError> {
        unfinished::list(self, after, limit).await
    }

    async fn finish(&self, work: &Unfinished) -> Result<(), StorageError> {
        let (Unfinished { stream, first, .. }, secrets) = (work.clone(), self.secrets().await);
        let finish = self.db.write(move |conn| {
            Box::pin(async move {
                let Some(row) = unfinished::remove(conn, &stream, first).await? else { return Ok(()) };
                let (marks, table) = (&secrets.marks, acts::table(WORK)?);
                let less = Tally { work: Som::NIETS.without(marks, table, &row), ..Tally::NIETS };
                Ok::<_, StorageError>(tally::add(conn, marks, &stream, less).await?)
            })
        });
        finish.await
    }

    async fn reserve_numbers(&self, kind: &str, year: i16, count: u32) -> Result<u64, StorageError> {
        given::reserve(self, kind, year, count).await
    }
}

/// Distinct values in order.
fn distinct<'a, K: Ord, V>(items: impl Iterator<Item = (&'a K, V)>) -> BTreeMap<&'a K, V> {
    items.collect()
}
