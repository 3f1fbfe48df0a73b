//! One row of the log: how it is hashed, encrypted and read.
//!
//! A row is kept in its stored form here, texts and numbers as they are, so that verification can
//! say of any row whether it is whole; only [`EventRow::opened`] asks that it makes sense.

use base::Timestamp;
use crypto::{Fields, InstanceKey};
use sha2::{Digest as _, Sha256};
use storage::{Actor, BlobRef, ByAct, Digest, NewEvent, Payload, StorageError, StoredEvent, StreamId};

use crate::keys::Unwrapped;
use crate::row::Row;

/// In the envelope of a row that names an act and no place, which the program never writes.
const NO_PLACE: i64 = -1;

/// A row of `event` with the stored form of its data key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EventRow {
    pub(crate) position: i64,
    pub(crate) stream: String,
    pub(crate) sequence: i64,
    pub(crate) recorded_at: i64,
    pub(crate) event_type: String,
    pub(crate) event_version: i64,
    pub(crate) op: String,
    pub(crate) holder: String,
    pub(crate) persoon: String,
    pub(crate) rol: String,
    pub(crate) organisatie: String,
    pub(crate) blobs: String,
    pub(crate) daad: Option<String>,
    pub(crate) plaats: Option<i64>,
    pub(crate) payload: Option<Vec<u8>>,
    pub(crate) digest: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) wrapped: Option<Vec<u8>>,
    pub(crate) destroyed_at: Option<i64>,
}

impl EventRow {
    /// The envelope of a new event; payload, digest, position and hash come later.
    pub(crate) fn new(stream: &StreamId, sequence: i64, recorded_at: Timestamp, event: &NewEvent) -> Self {
        Self {
            position: 0,
            stream: stream.to_string(),
            sequence,
            recorded_at: recorded_at.as_microsecond(),
            event_type: event.event_type.clone(),
            event_version: event.event_version.into(),
            op: event.on.to_string(),
            holder: event.holder.to_string(),
            persoon: event.actor.persoon.to_string(),
            rol: event.actor.rol.clone(),
            organisatie: event.actor.organisatie.to_string(),
            blobs: blobs_text(&event.blobs),
            daad: event.by.as_ref().map(|by| by.act.clone()),
            plaats: event.by.as_ref().map(|by| by.place.into()),
            payload: None,
            digest: Vec::new(),
            hash: Vec::new(),
            wrapped: None,
            destroyed_at: None,
        }
    }

    /// Reads the columns in the order of the queries in `log/mod.rs`.
    pub(crate) fn read(row: &Row) -> Result<Self, StorageError> {
        let mut row = row.read("event");
        Ok(Self {
            position: row.int("position")?,
            stream: row.text("stream")?,
            sequence: row.int("sequence")?,
            recorded_at: row.int("recorded_at")?,
            event_type: row.text("event_type")?,
            event_version: row.int("event_version")?,
            op: row.text("op")?,
            holder: row.text("holder")?,
            persoon: row.text("persoon")?,
            rol: row.text("rol")?,
            organisatie: row.text("organisatie")?,
            blobs: row.text("blobs")?,
            payload: row.opt_bytes("payload")?,
            digest: row.bytes("digest")?,
            hash: row.bytes("hash")?,
            daad: row.opt_text("daad")?,
            plaats: row.opt_int("plaats")?,
            wrapped: row.opt_bytes("wrapped")?,
            destroyed_at: row.opt_int("destroyed_at")?,
        })
    }

    /// Everything that is known of the event besides its payload and its place in the whole log:
    /// the context of the encryption. One without an act is as it was before acts were kept, to the byte.
    pub(crate) fn envelope(&self) -> Fields {
        let with_act = self.daad.is_some() || self.plaats.is_some();
        let shape = if with_act { "leerrecht-gebeurtenis-2" } else { "leerrecht-gebeurtenis-1" };
        let fields = Fields::of(shape)
            .text(&self.stream)
            .int(self.sequence)
            .int(self.recorded_at)
            .text(&self.event_type)
            .int(self.event_version)
            .text(&self.op)
            .text(&self.holder)
            .text(&self.persoon)
            .text(&self.rol)
            .text(&self.organisatie)
            .text(&self.blobs);
        if !with_act {
            return fields;
        }
        fields.text(self.daad.as_deref().unwrap_or_default()).int(self.plaats.unwrap_or(NO_PLACE))
    }

    /// By which act, where the row says so whole.
    fn by(&self) -> Result<Option<ByAct>, StorageError> {
        match (&self.daad, self.plaats) {
            (None, None) => Ok(None),
            (Some(act), Some(place)) => {
                let place = u32::try_from(place).map_err(|_| self.wrong("plaats"))?;
                Ok(Some(ByAct { act: act.clone(), place }))
            }
            (Some(_), None) | (None, Some(_)) => Err(self.wrong("daad")),
        }
    }

    /// The hash of this row in its chain.
    pub(crate) fn chained(&self, previous: &[u8]) -> Digest {
        let hash = Sha256::new()
            .chain_update(previous)
            .chain_update(self.position.to_le_bytes())
            .chain_update(self.envelope().as_bytes())
            .chain_update(&self.digest)
            .finalize();
        Digest(hash.into())
    }

    fn wrong(&self, column: &'static str) -> StorageError {
        StorageError::inconsistent("event", column, &format!("{} {}", self.stream, self.sequence))
    }

    fn open_payload(&self, instance: &InstanceKey, keys: &mut Unwrapped) -> Result<Payload, StorageError> {
        let Some(stored) = &self.payload else { return Ok(Payload::Emptied) };
        if self.destroyed_at.is_some() {
            return Ok(Payload::KeyDestroyed);
        }
        let no_key =
            || StorageError::inconsistent("data_key", "wrapped", &format!("{} {}", self.stream, self.holder));
        let wrapped = self.wrapped.as_ref().ok_or_else(no_key)?;
        let key = keys.get(instance, &self.stream, &self.holder, wrapped).ok_or_else(no_key)?;
        let plain = key.decrypt(self.envelope().as_bytes(), stored).ok_or_else(|| self.wrong("payload"))?;
        Ok(Payload::Readable(plain))
    }

    /// The event as the program reads it.
    pub(crate) fn opened(
        &self,
        instance: &InstanceKey,
        keys: &mut Unwrapped,
    ) -> Result<StoredEvent, StorageError> {
        let payload = self.open_payload(instance, keys)?;
        Ok(StoredEvent {
            position: u64::try_from(self.position).map_err(|_| self.wrong("position"))?,
            stream: self.stream.parse().map_err(|_| self.wrong("stream"))?,
            sequence: u64::try_from(self.sequence).map_err(|_| self.wrong("sequence"))?,
            recorded_at: Timestamp::from_microsecond(self.recorded_at)
                .map_err(|_| self.wrong("recorded_at"))?,
            event_type: self.event_type.clone(),
            event_version: u32::try_from(self.event_version).map_err(|_| self.wrong("event_version"))?,
            on: self.op.parse().map_err(|_| self.wrong("op"))?,
            holder: self.holder.parse().map_err(|_| self.wrong("holder"))?,
            actor: Actor {
                persoon: self.persoon.parse().map_err(|_| self.wrong("persoon"))?,
                rol: self.rol.clone(),
                organisatie: self.organisatie.parse().map_err(|_| self.wrong("organisatie"))?,
            },
            by: self.by()?,
            blobs: blobs_of(&self.blobs).ok_or_else(|| self.wrong("blobs"))?,
            payload,
            hash: Digest::from_slice(&self.hash).ok_or_else(|| self.wrong("hash"))?,
        })
    }
}

/// What a seal covers of an event: its place and its hash, which covers the rest.
pub(crate) fn sealed_event(position: i64, hash: &[u8]) -> Vec<u8> {
    Fields::of("gebeurtenis").int(position).bytes(hash).as_bytes().to_vec()
}

/// Attachments as they stand in the envelope: `id:digest:length`, with spaces between them.
fn blobs_text(blobs: &[BlobRef]) -> String {
    let texts: Vec<String> =
        blobs.iter().map(|blob| format!("{}:{}:{}", blob.id, blob.digest, blob.len)).collect();
    texts.join(" ")
}

/// Reads what [`blobs_text`] wrote.
pub(crate) fn blobs_of(text: &str) -> Option<Vec<BlobRef>> {
    text.split_terminator(' ').map(blob_of).collect()
}

fn blob_of(text: &str) -> Option<BlobRef> {
    let mut parts = text.splitn(3, ':');
    Some(BlobRef {
        id: parts.next()?.parse().ok()?,
        digest: Digest::from_hex(parts.next()?)?,
        len: parts.next()?.parse().ok()?,
    })
}
