//! Appending: everything of an [`Append`] in one transaction, or nothing.
//!
//! What costs time but no order (looking up keys, encrypting) is done before the transaction; what
//! must be true at its moment (where the stream stands, that the keys still are) is checked inside.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::OrganisatieId;
use crypto::Secret;
use storage::{
    Append, AppendError, Appended, Claim, Digest, DraftsDone, NewEvent, StorageError, StreamId, limits,
};

use super::{EventRow, destroy, distinct, find_repeated, head, unfinished};
use crate::backup::Value;
use crate::db::{Arg, BoxFuture, Conn, DbError, args};
use crate::keys::{self, Chosen, Herkend};
use crate::numbers::{Source, lock_append, next_numbers};
use crate::tally::{self, CLAIMS, Tally, WORK};
use crate::tokens::statements;
use crate::{SqlStorage, acts, at_most, blobs, drafts, lists, notices};

statements! {
    ADD = "INSERT INTO event (position, stream, sequence, recorded_at, event_type, event_version, op,
            holder, persoon, rol, organisatie, blobs, payload, digest, hash, daad, plaats)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    ADD_CLAIM = "INSERT INTO claim (kind, value, stream) VALUES ($1, $2, $3)
        ON CONFLICT (kind, value) DO NOTHING";
    FIND_CLAIM = "SELECT stream FROM claim WHERE kind = $1 AND value = $2";
    ADD_REPEATED = "INSERT INTO herhaling (owner, sleutel, fingerprint, stream, first_sequence,
            last_sequence, last_position, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// How often an append starts again when others made the same key or sequence at that moment.
const ATTEMPTS: usize = 5;

/// Why an attempt ended.
enum Failed {
    /// For the caller.
    Append(AppendError),
    /// Somebody was first with a row that must be unique: look again.
    Raced,
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Self::Append(error.into())
    }
}

impl From<DbError> for Failed {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unique => Self::Raced,
            DbError::Storage(error) => error.into(),
        }
    }
}

impl From<AppendError> for Failed {
    fn from(error: AppendError) -> Self {
        Self::Append(error)
    }
}

/// An append with its events encrypted.
struct Prepared {
    append: Arc<Append>,
    rows: Vec<EventRow>,
    keys: BTreeMap<OrganisatieId, Chosen>,
    /// By what the request is recognised, where it may be sent twice.
    herkend: Option<Herkend>,
    marks: Secret,
}

/// Appends.
pub(super) async fn run(store: &SqlStorage, append: Append) -> Result<Appended, AppendError> {
    check(&append)?;
    let append = Arc::new(append);
    for _ in 0..ATTEMPTS {
        let prepared = Arc::new(prepare(store, &append).await.map_err(StorageError::from)?);
        let outcome = store.db.write_again(move |conn| written(conn, Arc::clone(&prepared))).await;
        match outcome {
            Ok(appended) => {
                if !append.emptied.is_empty() && !appended.repeated {
                    store.db.forget_traces().await;
                }
                return Ok(appended);
            }
            Err(Failed::Append(error)) => return Err(error),
            Err(Failed::Raced) => {}
        }
    }
    Err(StorageError::Unavailable { reason: "others kept writing to the same stream".to_owned() }.into())
}

fn check(append: &Append) -> Result<(), StorageError> {
    if append.events.is_empty() {
        return Err(StorageError::Misuse { what: "an append without events" });
    }
    at_most("events of one append", append.events.len(), limits::EVENTS_PER_APPEND)?;
    for event in &append.events {
        at_most("payload", event.payload.len(), limits::PAYLOAD_BYTES)?;
        at_most("attachments of one event", event.blobs.len(), limits::BLOBS_PER_EVENT)?;
        at_most("event type", event.event_type.len(), limits::CODE_BYTES)?;
        at_most("role", event.actor.rol.len(), limits::CODE_BYTES)?;
        at_most("act", event.by.as_ref().map_or(0, |by| by.act.len()), limits::CODE_BYTES)?;
        if event.event_version == 0 {
            return Err(StorageError::Misuse { what: "versions of events begin at 1" });
        }
    }
    for claim in &append.claims {
        at_most("claim", claim.kind.len().max(claim.value.len()), limits::CODE_BYTES)?;
    }
    if append.emptied.iter().any(|sequence| *sequence > append.expected_sequence) {
        return Err(StorageError::Misuse { what: "only earlier events can be emptied" });
    }
    match &append.projection {
        Some(projection) => lists::check(&append.stream, projection),
        None => Ok(()),
    }
}

async fn prepare(store: &SqlStorage, append: &Arc<Append>) -> Result<Prepared, DbError> {
    let mut chosen = BTreeMap::new();
    let mut conn = store.db.read().await?;
    for (holder, ()) in distinct(append.events.iter().map(|event| (&event.holder, ()))) {
        let key = keys::choose(&mut conn, &store.instance, &append.stream, holder).await?;
        chosen.insert(holder.clone(), key);
    }
    drop(conn);
    let rows = (append.expected_sequence + 1..).zip(&append.events).map(|(sequence, event)| {
        let key = chosen.get(&event.holder).ok_or(keys::DESTROYED_PART)?;
        encrypted(append, sequence, event, &key.key)
    });
    let rows = rows.collect::<Result<_, StorageError>>()?;
    let marks = store.secrets().await.marks.clone();
    let herkend = append.idempotency.as_ref().map(|request| Herkend::of(&marks, request));
    Ok(Prepared { append: append.clone(), rows, keys: chosen, herkend, marks })
}

fn encrypted(
    append: &Append,
    sequence: u64,
    event: &NewEvent,
    key: &Secret,
) -> Result<EventRow, StorageError> {
    let sequence =
        i64::try_from(sequence).map_err(|_| StorageError::TooLarge { what: "sequence", most: 1 << 62 })?;
    let mut row = EventRow::new(&append.stream, sequence, append.recorded_at, event);
    let stored = key.encrypt(row.envelope().as_bytes(), &event.payload).map_err(keys::no_cipher)?;
    row.digest = Digest::of(&stored).0.to_vec();
    row.payload = Some(stored);
    Ok(row)
}

fn written(conn: &mut Conn, prepared: Arc<Prepared>) -> BoxFuture<'_, Result<Appended, Failed>> {
    Box::pin(async move { write(conn, &prepared).await })
}

async fn write(conn: &mut Conn, prepared: &Prepared) -> Result<Appended, Failed> {
    let Prepared { append, rows, keys, herkend, marks } = prepared;
    lock_append(conn, &append.stream).await?;
    // In this order: whoever moved the stream with the same key is then seen as the earlier one.
    let (sequence, previous) = head(conn, &append.stream).await?;
    if let Some(repeated) = find_earlier(conn, herkend.as_ref()).await? {
        return Ok(repeated);
    }
    expect(append, sequence)?;
    for (holder, chosen) in keys {
        if !keys::confirm(conn, &append.stream, holder, chosen).await? {
            return Err(Failed::Raced);
        }
    }
    let (last_position, tally) = add_events(conn, rows, previous, marks).await?;
    for (sequence, event) in (append.expected_sequence + 1..).zip(&append.events) {
        blobs::bind(conn, &append.stream, sequence, event).await?;
    }
    add_the_rest(conn, append, marks, tally).await?;
    let appended = outcome(append, last_position)?;
    if let Some(request) = herkend {
        remember(conn, request, (append, &appended)).await?;
    }
    Ok(appended)
}

/// Everything of an append besides its events. What all of it adds up to comes last: from there on others of the same share wait.
async fn add_the_rest(conn: &mut Conn, append: &Append, marks: &Secret, tally: Tally) -> Result<(), Failed> {
    let tally = take_claims(conn, append, marks, tally).await?;
    for sequence in &append.emptied {
        destroy::empty(conn, marks, &append.stream, *sequence, append.recorded_at).await?;
    }
    for DraftsDone { scope, formulier } in &append.drafts_done {
        drafts::remove(conn, scope, formulier).await?;
    }
    let tally = keep_unfinished(conn, append, marks, tally).await?;
    notices::announce(conn, append).await?;
    if let Some(projection) = &append.projection {
        lists::replace(conn, &append.stream, projection, append.expected_sequence == 0).await?;
    }
    Ok(tally::add(conn, marks, &append.stream, tally).await?)
}

/// Remembers what these events ask for, and forgets what they bring.
async fn keep_unfinished(
    conn: &mut Conn,
    append: &Append,
    marks: &Secret,
    mut tally: Tally,
) -> Result<Tally, Failed> {
    let table = acts::table(WORK)?;
    if append.unfinished {
        tally.work = tally.work.with(marks, table, &unfinished::add(conn, append).await?);
    }
    let Some(first) = append.finishes else { return Ok(tally) };
    let done = unfinished::remove(conn, &append.stream, first).await?.ok_or(AppendError::Finished)?;
    tally.work = tally.work.without(marks, table, &done);
    Ok(tally)
}

async fn find_earlier(conn: &mut Conn, request: Option<&Herkend>) -> Result<Option<Appended>, Failed> {
    match request {
        Some(request) => Ok(find_repeated(conn, request).await?),
        None => Ok(None),
    }
}

fn expect(append: &Append, sequence: i64) -> Result<(), Failed> {
    let actual = u64::try_from(sequence)
        .map_err(|_| StorageError::inconsistent("event", "sequence", &append.stream))?;
    if actual == append.expected_sequence {
        return Ok(());
    }
    let (stream, expected) = (append.stream.clone(), append.expected_sequence);
    Err(AppendError::Clash { stream, expected, actual }.into())
}

/// Returns the last place, and what the events add up to.
async fn add_events(
    conn: &mut Conn,
    rows: &[EventRow],
    mut previous: Digest,
    marks: &Secret,
) -> Result<(i64, Tally), Failed> {
    let positions = next_numbers(conn, Source::Event, rows.len()).await?;
    let (mut chained, mut tally) = (Vec::with_capacity(rows.len()), Tally::NIETS);
    for (row, position) in rows.iter().zip(&positions) {
        let row = EventRow { position: *position, ..row.clone() };
        previous = row.chained(&previous.0);
        tally = tally.with_event(marks, &previous.0);
        chained.push((row, previous));
    }
    conn.insert_all(ADD, chained.iter().map(|(row, hash)| event(row, *hash)).collect()).await?;
    Ok((positions.last().copied().unwrap_or_default(), tally))
}

fn event(row: &EventRow, hash: Digest) -> Vec<Arg<'_>> {
    args![
        row.position,
        &row.stream,
        row.sequence,
        row.recorded_at,
        &row.event_type,
        row.event_version,
        &row.op,
        &row.holder,
        &row.persoon,
        &row.rol,
        &row.organisatie,
        &row.blobs,
        row.payload.as_deref(),
        &row.digest,
        hash,
        row.daad.as_deref(),
        row.plaats,
    ]
    .to_vec()
}

/// In one order for everybody, so that two appends never wait for each other.
fn sorted(claims: &[Claim]) -> Vec<&Claim> {
    let mut sorted: Vec<&Claim> = claims.iter().collect();
    sorted.sort_by_key(|claim| (&claim.kind, &claim.value));
    sorted
}

/// Takes every claim of an append.
async fn take_claims(
    conn: &mut Conn,
    append: &Append,
    marks: &Secret,
    mut tally: Tally,
) -> Result<Tally, Failed> {
    let table = acts::table(CLAIMS)?;
    for claim in sorted(&append.claims) {
        if take_claim(conn, &append.stream, claim).await? {
            let texts = [claim.kind.as_str(), claim.value.as_str(), append.stream.as_str()];
            let values = texts.map(|text| Value::Text(text.to_owned()));
            tally.claims = tally.claims.with(marks, table, &values);
        }
    }
    Ok(tally)
}

/// Whether it is new; one that this stream holds already is not.
async fn take_claim(conn: &mut Conn, stream: &StreamId, claim: &Claim) -> Result<bool, Failed> {
    let Claim { kind, value } = claim;
    if conn.execute(ADD_CLAIM, args![kind, value, stream]).await? == 1 {
        return Ok(true);
    }
    let owner = conn.row(FIND_CLAIM, args![kind, value]).await?;
    let owner = owner.map(|row| row.read("claim").text("stream")).transpose()?;
    if owner.as_deref() == Some(stream.as_str()) {
        return Ok(false);
    }
    Err(AppendError::Taken { what: format!("{kind} {value}") }.into())
}

fn outcome(append: &Append, last_position: i64) -> Result<Appended, Failed> {
    let wrong = || StorageError::inconsistent("event", "position", &last_position);
    let count = u64::try_from(append.events.len()).map_err(|_| wrong())?;
    Ok(Appended {
        stream: append.stream.clone(),
        first_sequence: append.expected_sequence + 1,
        last_sequence: append.expected_sequence + count,
        last_position: u64::try_from(last_position).map_err(|_| wrong())?,
        repeated: false,
    })
}

async fn remember(
    conn: &mut Conn,
    request: &Herkend,
    (append, appended): (&Append, &Appended),
) -> Result<(), Failed> {
    let args = args![
        &request.owner,
        &request.key,
        request.fingerprint,
        &append.stream,
        appended.first_sequence,
        appended.last_sequence,
        appended.last_position,
        append.recorded_at,
    ];
    conn.execute(ADD_REPEATED, args).await?;
    Ok(())
}
