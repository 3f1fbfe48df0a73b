//! Putting seals.

use base::Timestamp;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use storage::seals::Merkle;
use storage::{Digest, Seal, SealedActs, StorageError};

use crate::db::{Conn, DbError, args};
use crate::log::sealed_event;
use crate::numbers::lock_exclusive;
use crate::reads::{self, InzageRow};
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, acts};

statements! {
    LAST = "SELECT nummer, at, events_to, reads_to, events, reads, root, previous, signature,
            acts_to, acts FROM zegel
        ORDER BY nummer DESC LIMIT 1";
    AFTER = "SELECT nummer, at, events_to, reads_to, events, reads, root, previous, signature,
            acts_to, acts FROM zegel
        WHERE nummer > $1 ORDER BY nummer";
    ADD = "INSERT INTO zegel (nummer, at, events_to, reads_to, events, reads, root, previous, signature,
            acts_to, acts)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    BOUND = "SELECT (SELECT COALESCE(MAX(position), 0) FROM event), (SELECT COALESCE(MAX(id), 0) FROM inzage),
        (SELECT COALESCE(MAX(id), 0) FROM handeling)";
    EVENTS = "SELECT position, hash FROM event WHERE position > $1 AND position <= $2
        ORDER BY position LIMIT $3";
}

/// Rows taken from the database at a time.
const STEP: i64 = 1_000;

/// Places in the log, the read log and the log of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) events: i64,
    pub(crate) reads: i64,
    pub(crate) acts: i64,
}

/// The Merkle root over the rows between two places, and how many there are of each.
pub(crate) struct Covered {
    pub(crate) root: Digest,
    pub(crate) events: u64,
    pub(crate) reads: u64,
    pub(crate) acts: u64,
}

/// Computes what a seal from `after` up to and including `to` covers.
pub(crate) async fn cover(conn: &mut Conn, after: Bounds, to: Bounds) -> Result<Covered, StorageError> {
    let mut merkle = Merkle::default();
    let events = cover_rows(conn, EVENTS, (after.events, to.events), &mut merkle, event).await?;
    let reads = cover_rows(conn, reads::WALK, (after.reads, to.reads), &mut merkle, look).await?;
    let acts = cover_rows(conn, acts::CHAINED, (after.acts, to.acts), &mut merkle, act).await?;
    Ok(Covered { root: merkle.root(), events, reads, acts })
}

/// The place of a row in its log, and what of it is sealed.
type Sealed = (i64, Vec<u8>);

/// Adds the rows of one log between two places.
async fn cover_rows(
    conn: &mut Conn,
    statement: &'static str,
    (mut at, to): (i64, i64),
    merkle: &mut Merkle,
    sealed: fn(&Row) -> Result<Sealed, StorageError>,
) -> Result<u64, StorageError> {
    let mut count = 0;
    loop {
        let rows = conn.rows(statement, args![at, to, STEP]).await?;
        if rows.is_empty() {
            return Ok(count);
        }
        for row in &rows {
            let (place, contents) = sealed(row)?;
            at = place;
            merkle.push(&contents);
            count += 1;
        }
    }
}

fn event(row: &Row) -> Result<Sealed, StorageError> {
    let mut row = row.read("event");
    let at = row.int("position")?;
    Ok((at, sealed_event(at, &row.bytes("hash")?)))
}

fn look(row: &Row) -> Result<Sealed, StorageError> {
    let row = InzageRow::read(row)?;
    Ok((row.id, row.sealed()))
}

/// The rows of before the chain are covered by the first one in it.
fn act(row: &Row) -> Result<Sealed, StorageError> {
    let mut row = row.read("handeling");
    let at = row.int("id")?;
    Ok((at, acts::sealed(at, &row.bytes("hash")?)))
}

pub(crate) fn read_seal(row: &Row) -> Result<Seal, StorageError> {
    let mut row = row.read("zegel");
    let nummer = row.count("nummer")?;
    let mut seal = Seal {
        nummer,
        at: row.at("at")?,
        events_to: row.count("events_to")?,
        reads_to: row.count("reads_to")?,
        events: row.count("events")?,
        reads: row.count("reads")?,
        root: row.digest("root")?,
        previous: row.digest("previous")?,
        acts: None,
        signature: [0; 64],
    };
    let signature = row.bytes("signature")?;
    let acts = row.opt_count("acts_to")?.zip(row.opt_count("acts")?);
    seal.acts = acts.map(|(to, count)| SealedActs { to, count });
    seal.signature =
        signature.try_into().map_err(|_| StorageError::inconsistent("zegel", "signature", &nummer))?;
    Ok(seal)
}

/// Where a seal ends, or where everything begins.
pub(crate) fn bounds_of(seal: Option<&Seal>) -> Bounds {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    seal.map_or(Bounds { events: 0, reads: 0, acts: 0 }, |seal| Bounds {
        events: number(seal.events_to),
        reads: number(seal.reads_to),
        acts: number(seal.acts.map_or(0, |acts| acts.to)),
    })
}

/// Whether the signature of a seal is that of the holder of a key.
pub(crate) fn is_signed_by(seal: &Seal, key: &VerifyingKey) -> bool {
    let signature = Signature::from_bytes(&seal.signature);
    key.verify_strict(seal.signed_text().as_bytes(), &signature).is_ok()
}

/// The highest places, once everybody who was adding below them is done.
async fn upper_bounds(store: &SqlStorage) -> Result<Bounds, StorageError> {
    let bounds = store.db.write(|conn| {
        Box::pin(async move {
            lock_exclusive(conn).await?;
            let row = conn.row(BOUND, args![]).await?;
            let row = row.ok_or(StorageError::Misuse { what: "no bounds" })?;
            let mut row = row.read("event");
            let (events, reads) = (row.int("position")?, row.int("id")?);
            Ok::<_, StorageError>(Bounds { events, reads, acts: row.int("id")? })
        })
    });
    bounds.await
}

fn number(value: i64) -> Result<u64, StorageError> {
    u64::try_from(value).map_err(|_| StorageError::inconsistent("zegel", "events_to", &value))
}

/// Seals what was added since the last seal; `None` when nothing was, or when another process
/// put this seal first.
pub(crate) async fn put(store: &SqlStorage, at: Timestamp) -> Result<Option<Seal>, StorageError> {
    let to = upper_bounds(store).await?;
    let mut conn = store.db.read().await?;
    let last = conn.row(LAST, args![]).await?.as_ref().map(read_seal).transpose()?;
    let after = bounds_of(last.as_ref());
    if to.events <= after.events && to.reads <= after.reads && to.acts <= after.acts {
        return Ok(None);
    }
    let covered = cover(&mut conn, after, to).await?;
    drop(conn);
    let mut seal = Seal {
        nummer: last.as_ref().map_or(0, |last| last.nummer) + 1,
        at,
        events_to: number(to.events)?,
        reads_to: number(to.reads)?,
        events: covered.events,
        reads: covered.reads,
        acts: Some(SealedActs { to: number(to.acts)?, count: covered.acts }),
        root: covered.root,
        previous: last.as_ref().map_or(Digest::ZERO, Seal::hash),
        signature: [0; 64],
    };
    sign(&mut seal, &store.secrets().await.seals);
    let copy = seal.clone();
    let written = store.db.write(move |conn| Box::pin(async move { add(conn, &copy).await })).await;
    match written {
        Ok(()) => Ok(Some(seal)),
        Err(DbError::Unique) => Ok(None),
        Err(DbError::Storage(error)) => Err(error),
    }
}

fn sign(seal: &mut Seal, key: &SigningKey) {
    seal.signature = key.sign(seal.signed_text().as_bytes()).to_bytes();
}

async fn add(conn: &mut Conn, seal: &Seal) -> Result<(), DbError> {
    let args = args![
        seal.nummer,
        seal.at,
        seal.events_to,
        seal.reads_to,
        seal.events,
        seal.reads,
        seal.root,
        seal.previous,
        seal.signature.as_slice(),
        seal.acts.map(|acts| acts.to),
        seal.acts.map(|acts| acts.count),
    ];
    conn.execute(ADD, args).await.map(|_| ())
}
