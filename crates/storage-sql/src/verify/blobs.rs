//! Attachments: the stored bytes, their key, and the event that carries them.

use storage::{Digest, StorageError};

use super::Check;
use crate::blobs::BlobRow;
use crate::db::args;
use crate::keys;
use crate::log::blobs_of;
use crate::tokens::statements;

statements! {
    IDS = "SELECT id FROM blob WHERE id > $1 ORDER BY id LIMIT $2";
    CARRIER = "SELECT blobs, CASE WHEN payload IS NULL THEN 1 ELSE CAST(0 AS {int}) END FROM event
        WHERE stream = $1 AND sequence = $2";
}

/// Addresses taken from the database at a time; the attachments themselves come one by one.
const STEP: i64 = 500;

/// The event that carries an attachment.
struct Carrier {
    names_it: bool,
    is_emptied: bool,
}

impl Check<'_> {
    /// Looks at every attachment.
    pub(super) async fn blobs(&mut self) -> Result<(), StorageError> {
        let mut after = String::new();
        loop {
            let rows = self.conn.rows(IDS, args![&after, STEP]).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                after = row.read("blob").text("id")?;
                match BlobRow::find(&mut self.conn, &after).await.map_err(StorageError::from) {
                    Ok(Some(blob)) => self.blob(&blob).await?,
                    Ok(None) => {}
                    Err(error @ StorageError::InconsistentRow { .. }) => self.unreadable("blob", &error),
                    Err(error) => return Err(error),
                }
            }
            self.step(rows.len());
        }
    }

    async fn blob(&mut self, blob: &BlobRow) -> Result<(), StorageError> {
        let carrier = self.carrier(blob).await?;
        if carrier.as_ref().is_some_and(|carrier| !carrier.names_it) {
            self.fault(
                &blob.stream,
                blob.sequence,
                "een bijlage hoort niet bij de gebeurtenis die haar draagt",
            );
        }
        let may_be_gone = blob.destroyed_at.is_some() || carrier.is_some_and(|carrier| carrier.is_emptied);
        match &blob.data {
            None if may_be_gone => {}
            None => self.fault(&blob.stream, blob.sequence, "de inhoud van een bijlage is weg"),
            Some(data) => self.contents(blob, data),
        }
        Ok(())
    }

    fn contents(&mut self, blob: &BlobRow, data: &[u8]) {
        if Digest::of(data).0 != blob.digest.as_slice() {
            self.fault(&blob.stream, blob.sequence, "een bijlage is gewijzigd");
            return;
        }
        if blob.destroyed_at.is_some() {
            return;
        }
        let wrapped = blob.wrapped.as_deref();
        let key =
            wrapped.and_then(|wrapped| keys::unwrap(self.instance, &blob.stream, &blob.holder, wrapped));
        if key.and_then(|key| key.decrypt(blob.context().as_bytes(), data)).is_none() {
            self.fault(&blob.stream, blob.sequence, "een bijlage is niet te ontsleutelen");
        }
    }

    /// The event that the row says carries it; `None` when the row names none.
    async fn carrier(&mut self, blob: &BlobRow) -> Result<Option<Carrier>, StorageError> {
        let Some(sequence) = blob.sequence else { return Ok(None) };
        let Some(row) = self.conn.row(CARRIER, args![&blob.stream, sequence]).await? else {
            return Ok(Some(Carrier { names_it: false, is_emptied: false }));
        };
        let mut row = row.read("event");
        let blobs = row.opt_text("blobs")?.as_deref().and_then(blobs_of).unwrap_or_default();
        let names_it = blobs.iter().any(|carried| carried.id.as_str() == blob.id);
        Ok(Some(Carrier { names_it, is_emptied: row.flag("is_emptied")? }))
    }
}
