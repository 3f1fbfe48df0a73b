//! Attachments.

use std::sync::Arc;

use async_trait::async_trait;
use base::{OrganisatieId, Timestamp};
use crypto::{Fields, fill_random};
use storage::{BLOB_FIELD, BlobId, BlobRef, Blobs, Digest, NewEvent, StorageError, StreamId, limits};

use crate::db::{Conn, DbError, args};
use crate::tokens::statements;
use crate::{SqlStorage, at_most, keys};

statements! {
    ADD = "INSERT INTO blob (id, stream, holder, stored_at, len, digest, data)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FIND = "SELECT b.id, b.stream, b.holder, b.stored_at, b.len, b.digest, b.sequence, b.data,
            k.wrapped, k.destroyed_at
        FROM blob b LEFT JOIN data_key k ON k.stream = b.stream AND k.holder = b.holder WHERE b.id = $1";
    BIND = "UPDATE blob SET sequence = $1 WHERE id = $2 AND stream = $3 AND holder = $4 AND digest = $5
        AND len = $6 AND sequence IS NULL";
    BOUND = "SELECT COUNT(*) FROM blob WHERE id = $1 AND stream = $2 AND holder = $3 AND digest = $4
        AND len = $5 AND sequence IS NOT NULL";
    REMOVE = "DELETE FROM blob WHERE id = $1 AND stream = $2 AND sequence IS NULL";
    PURGE = "DELETE FROM blob WHERE sequence IS NULL AND stored_at < $1 AND NOT EXISTS (
        SELECT 1 FROM concept c WHERE c.stream = blob.stream AND c.veld = $2 || blob.id)";
}

/// A stored attachment as it is, with the stored form of its key.
pub(crate) struct BlobRow {
    pub(crate) id: String,
    pub(crate) stream: String,
    pub(crate) holder: String,
    pub(crate) stored_at: i64,
    pub(crate) len: i64,
    pub(crate) digest: Vec<u8>,
    pub(crate) sequence: Option<i64>,
    pub(crate) data: Option<Vec<u8>>,
    pub(crate) wrapped: Option<Vec<u8>>,
    pub(crate) destroyed_at: Option<i64>,
}

impl BlobRow {
    /// Finds a row by address.
    pub(crate) async fn find(conn: &mut Conn, id: &str) -> Result<Option<Self>, DbError> {
        let Some(row) = conn.row(FIND, args![id]).await? else { return Ok(None) };
        let mut row = row.read("blob");
        Ok(Some(Self {
            id: row.text("id")?,
            stream: row.text("stream")?,
            holder: row.text("holder")?,
            stored_at: row.int("stored_at")?,
            len: row.int("len")?,
            digest: row.bytes("digest")?,
            sequence: row.opt_int("sequence")?,
            data: row.opt_bytes("data")?,
            wrapped: row.opt_bytes("wrapped")?,
            destroyed_at: row.opt_int("destroyed_at")?,
        }))
    }

    /// The context of the encryption.
    pub(crate) fn context(&self) -> Fields {
        context(&self.id, &self.stream, &self.holder, self.stored_at, self.len)
    }
}

fn context(id: &str, stream: &str, holder: &str, stored_at: i64, len: i64) -> Fields {
    Fields::of("leerrecht-bijlage-1").text(id).text(stream).text(holder).int(stored_at).int(len)
}

/// Ties the attachments of an event to it.
pub(crate) async fn bind(
    conn: &mut Conn,
    stream: &StreamId,
    sequence: u64,
    event: &NewEvent,
) -> Result<(), DbError> {
    for blob in &event.blobs {
        let (id, len) = (blob.id.as_str(), blob.len);
        let bind = args![sequence, id, stream, &event.holder, blob.digest, len];
        if conn.execute(BIND, bind).await? == 1 {
            continue;
        }
        if conn.number(BOUND, args![id, stream, &event.holder, blob.digest, len]).await? == 0 {
            let what = "an attachment is not stored for this stream and holder";
            return Err(StorageError::Misuse { what }.into());
        }
    }
    Ok(())
}

#[async_trait]
impl Blobs for SqlStorage {
    async fn put_blob(
        &self,
        stream: &StreamId,
        holder: &OrganisatieId,
        bytes: &[u8],
        at: Timestamp,
    ) -> Result<BlobRef, StorageError> {
        at_most("attachment", bytes.len(), limits::BLOB_BYTES)?;
        let mut random = [0; 16];
        fill_random(&mut random).map_err(keys::no_cipher)?;
        let id = storage::ids::to_hex(&random);
        let len = bytes.len() as u64;
        let size = i64::try_from(len).unwrap_or(i64::MAX);
        let context = context(&id, stream.as_str(), holder.as_str(), at.as_microsecond(), size);
        loop {
            let chosen = keys::choose(&mut self.db.read().await?, &self.instance, stream, holder).await?;
            let stored = Arc::new(chosen.key.encrypt(context.as_bytes(), bytes).map_err(keys::no_cipher)?);
            let digest = Digest::of(&stored);
            let (stream, holder, address) = (stream.clone(), holder.clone(), id.clone());
            let write = self.db.write(move |conn| {
                Box::pin(async move {
                    if !keys::confirm(conn, &stream, &holder, &chosen).await? {
                        return Ok::<_, StorageError>(false);
                    }
                    let args = args![&address, &stream, &holder, at, size, digest, stored.as_slice()];
                    conn.execute(ADD, args).await?;
                    Ok(true)
                })
            });
            if write.await? {
                let id: BlobId =
                    id.parse().map_err(|_| StorageError::Misuse { what: "address of a blob" })?;
                return Ok(BlobRef { id, digest, len });
            }
        }
    }

    async fn get_blob(&self, stream: &StreamId, id: &BlobId) -> Result<Option<Vec<u8>>, StorageError> {
        let Some(row) = BlobRow::find(&mut self.db.read().await?, id.as_str()).await? else {
            return Ok(None);
        };
        let (Some(data), None) = (&row.data, row.destroyed_at) else { return Ok(None) };
        if row.stream != stream.as_str() {
            return Ok(None);
        }
        let wrapped = row.wrapped.as_deref();
        let key = wrapped.and_then(|wrapped| keys::unwrap(&self.instance, &row.stream, &row.holder, wrapped));
        let key = key.ok_or_else(|| StorageError::inconsistent("data_key", "wrapped", &row.stream))?;
        let plain = key.decrypt(row.context().as_bytes(), data);
        plain.ok_or_else(|| StorageError::inconsistent("blob", "data", &row.id)).map(Some)
    }

    async fn remove_blob(&self, stream: &StreamId, id: &BlobId) -> Result<bool, StorageError> {
        Ok(self.db.execute(REMOVE, args![id.to_string(), stream]).await? > 0)
    }

    async fn purge_blobs(&self, before: Timestamp) -> Result<u64, StorageError> {
        self.db.execute(PURGE, args![before, BLOB_FIELD]).await
    }
}
