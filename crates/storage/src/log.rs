//! The log: events in streams, appended and never changed.

use async_trait::async_trait;
use base::{Date, OrganisatieId, Timestamp};

use crate::blobs::BlobRef;
use crate::drafts::DraftScope;
use crate::error::{AppendError, StorageError};
use crate::ids::{Actor, Digest, StreamId};
use crate::lists::Projection;
use crate::notices::Aankondiging;

/// Which act recorded an event, with which others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByAct {
    /// Name of the act; no act is known here.
    pub act: String,
    /// Place among the events of that act, from 0: they stand one after the other in their stream.
    pub place: u32,
}

/// An event that is not yet in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// A Dutch past participle: `Aangemeld`.
    pub event_type: String,
    /// Version of the payload's format, from 1.
    pub event_version: u32,
    /// The calendar date that the event is about.
    pub on: Date,
    /// Whose part of the file it is: decides the data key, and with it the retention.
    pub holder: OrganisatieId,
    /// Who did it.
    pub actor: Actor,
    /// By which act, where one recorded it.
    pub by: Option<ByAct>,
    /// The payload as the core made it (JSON, receipts inside); encrypted before it is stored.
    pub payload: Vec<u8>,
    /// Attachments that the event carries; each was stored before by [`crate::Blobs::put_blob`]
    /// for the same stream and holder.
    pub blobs: Vec<BlobRef>,
}

/// What is left of a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// The plaintext, exactly as it was appended.
    Readable(Vec<u8>),
    /// Removed on purpose ([`EventLog::empty_payload`]).
    Emptied,
    /// The data key of this holder's part was destroyed on purpose ([`EventLog::destroy_key`]).
    KeyDestroyed,
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Place in the whole log: rises with every event, with gaps.
    pub position: u64,
    /// The stream.
    pub stream: StreamId,
    /// Place in the stream: 1, 2, 3 … without gaps.
    pub sequence: u64,
    /// The instant of recording, in whole microseconds.
    pub recorded_at: Timestamp,
    /// See [`NewEvent::event_type`].
    pub event_type: String,
    /// See [`NewEvent::event_version`].
    pub event_version: u32,
    /// See [`NewEvent::on`].
    pub on: Date,
    /// See [`NewEvent::holder`].
    pub holder: OrganisatieId,
    /// See [`NewEvent::actor`].
    pub actor: Actor,
    /// See [`NewEvent::by`]; none of an event that was recorded before acts were kept.
    pub by: Option<ByAct>,
    /// See [`NewEvent::blobs`].
    pub blobs: Vec<BlobRef>,
    /// See [`NewEvent::payload`].
    pub payload: Payload,
    /// Hash over this event's envelope and digest and the hash of the event before it.
    pub hash: Digest,
}

/// A value that one stream at most may hold, such as the number of a TLV within its SWV.
///
/// Unlike a list row a claim survives a rebuild and a destroyed key, so a number is never given out
/// twice. A claim that the same stream already holds is no clash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What kind of value: `tlv`.
    pub kind: String,
    /// The value: `PO2401/2026-00017`.
    pub value: String,
}

/// A form that is finished: its draft fields disappear with the append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftsDone {
    /// Whose draft.
    pub scope: DraftScope,
    /// Which form.
    pub formulier: String,
}

/// Makes a repeated request harmless. A store keeps of key and fingerprint what only it can make of them: both come from
/// what somebody typed, and what was typed may be guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    /// Who may repeat it: the account of the caller.
    pub owner: String,
    /// The key that the caller chose.
    pub key: String,
    /// Digest of the request; the same key with another digest is [`AppendError::KeyReused`].
    pub fingerprint: Digest,
}

/// One append: everything in it happens, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// The stream.
    pub stream: StreamId,
    /// Where the caller saw the stream stand: 0 for a new one.
    pub expected_sequence: u64,
    /// The instant of recording; cut to whole microseconds.
    pub recorded_at: Timestamp,
    /// The events, at least one.
    pub events: Vec<NewEvent>,
    /// All list rows of this file as they are after these events; `None` leaves the lists alone.
    /// Only streams of the kind `dossier` have lists.
    pub projection: Option<Projection>,
    /// Values to be held by this stream.
    pub claims: Vec<Claim>,
    /// Earlier events of this stream whose payload and attachments are removed by this append.
    pub emptied: Vec<u64>,
    /// Drafts that are finished.
    pub drafts_done: Vec<DraftsDone>,
    /// Present when the caller may repeat the request.
    pub idempotency: Option<Idempotency>,
    /// These events ask for something that is made after them, such as letters. It is remembered
    /// until an append or [`EventLog::finish`] says that it is done.
    pub unfinished: bool,
    /// First sequence of an earlier append of this stream whose unfinished work these events are;
    /// [`AppendError::Finished`] when that is not open any more.
    pub finishes: Option<u64>,
    /// Who is told by e-mail that there is something new.
    pub aankondiging: Aankondiging,
}

impl Append {
    /// An append of events alone.
    pub fn new(
        stream: StreamId,
        expected_sequence: u64,
        recorded_at: Timestamp,
        events: Vec<NewEvent>,
    ) -> Self {
        Self {
            stream,
            expected_sequence,
            recorded_at,
            events,
            projection: None,
            claims: Vec::new(),
            emptied: Vec::new(),
            drafts_done: Vec::new(),
            idempotency: None,
            unfinished: false,
            finishes: None,
            aankondiging: Aankondiging::Aan { wie: Vec::new(), vanaf: recorded_at },
        }
    }
}

/// The proof that an append took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The stream.
    pub stream: StreamId,
    /// Sequence of the first event of the append.
    pub first_sequence: u64,
    /// Sequence of the last: where the stream stood right after it.
    pub last_sequence: u64,
    /// Position of the last event in the whole log.
    pub last_position: u64,
    /// `true` when the idempotency key was used before: nothing new was written, this is the
    /// outcome of the first time.
    pub repeated: bool,
}

/// Events that still ask for what is made after them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unfinished {
    /// The stream.
    pub stream: StreamId,
    /// Sequence of the first event of the append.
    pub first: u64,
    /// Sequence of the last.
    pub last: u64,
}

/// What happens to the list rows of a file when a key of it is destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListsAfter {
    /// They stay: the destroyed part contributed nothing to them.
    Keep,
    /// All rows of the file go.
    Delete,
    /// They are replaced by rows computed without the destroyed part.
    Replace(Box<Projection>),
}

/// The destruction of one holder's part of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestroyKey {
    /// The stream.
    pub stream: StreamId,
    /// Whose part.
    pub holder: OrganisatieId,
    /// When it is destroyed.
    pub at: Timestamp,
    /// The lists afterwards, in the same transaction.
    pub lists: ListsAfter,
}

/// The log of events.
#[async_trait]
pub trait EventLog: Send + Sync {
    /// Appends, durably. Fails with [`AppendError::Clash`] when the stream does not stand at
    /// [`Append::expected_sequence`]; a repeated idempotency key goes before that check.
    async fn append(&self, append: Append) -> Result<Appended, AppendError>;

    /// The outcome of this request when it was carried out before: to be asked before deciding, as a decision repeated
    /// on the changed file would be refused. Another request under the same key is [`AppendError::KeyReused`].
    async fn find_repeated(&self, request: &Idempotency) -> Result<Option<Appended>, AppendError>;

    /// Forgets idempotency keys recorded before an instant; returns how many.
    async fn forget_repeated(&self, before: Timestamp) -> Result<u64, StorageError>;

    /// All events of a stream in order; empty when there is none.
    async fn load(&self, stream: &StreamId) -> Result<Vec<StoredEvent>, StorageError> {
        self.load_after(stream, 0).await
    }

    /// The events of a stream with a sequence above the given one, in order.
    async fn load_after(&self, stream: &StreamId, sequence: u64) -> Result<Vec<StoredEvent>, StorageError>;

    /// Where a stream stands: 0 when it does not exist.
    async fn head(&self, stream: &StreamId) -> Result<u64, StorageError>;

    /// Names of streams of one kind, in order of name, after the given one.
    async fn streams(
        &self,
        kind: &str,
        after: Option<&StreamId>,
        limit: u32,
    ) -> Result<Vec<StreamId>, StorageError>;

    /// Events of all streams in order of position, after the given one; at most
    /// [`crate::limits::SCAN_ROWS`]. Meant for rebuilding: an append that is under way may commit
    /// below a position already seen.
    async fn scan(&self, after_position: u64, limit: u32) -> Result<Vec<StoredEvent>, StorageError>;

    /// Removes the payload and the attachments of one event; envelope and digest stay, so the
    /// chain still verifies. Better done by [`Append::emptied`], together with the event that says
    /// so. Returns `false` when there is no such event or it was empty already.
    async fn empty_payload(
        &self,
        stream: &StreamId,
        sequence: u64,
        at: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Destroys the data key of one holder's part of a stream: payloads, attachments and drafts
    /// under it are unreadable at once. Nothing can be appended under it afterwards. Returns
    /// `false` when there was no such key.
    async fn destroy_key(&self, destroy: DestroyKey) -> Result<bool, StorageError>;

    /// Appends whose unfinished work is not done, in order of stream and sequence, after the given one.
    async fn unfinished(
        &self,
        after: Option<&Unfinished>,
        limit: u32,
    ) -> Result<Vec<Unfinished>, StorageError>;

    /// Unfinished work that turned out to ask for nothing. Work that is already done stays so.
    async fn finish(&self, work: &Unfinished) -> Result<(), StorageError>;

    /// Reserves `count` consecutive numbers of a kind in a year and returns the first. Numbers
    /// start at 1 and are never given twice; those not used leave a gap.
    async fn reserve_numbers(&self, kind: &str, year: i16, count: u32) -> Result<u64, StorageError>;
}
