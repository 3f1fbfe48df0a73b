//! The key ring: one data key per stream × holder, and the secrets of the installation.
//!
//! Data keys are read from the database with every use and never kept in memory: unwrapping costs
//! microseconds, and a key that another process destroyed must be gone here at the same moment.

use std::collections::BTreeMap;

use base::OrganisatieId;
use crypto::{CipherError, Fields, InstanceKey, Secret};
use ed25519_dalek::SigningKey;
use storage::{Digest, Idempotency, StorageError, StreamId};

use crate::db::{Conn, DbError, args};
use crate::tokens::statements;

statements! {
    FIND_SECRET = "SELECT naam, wrapped FROM geheim WHERE naam = $1";
    ADD_SECRET = "INSERT INTO geheim (naam, wrapped) VALUES ($1, $2)";
    REPLACE_SECRET = "INSERT INTO geheim (naam, wrapped) VALUES ($1, $2)
        ON CONFLICT (naam) DO UPDATE SET wrapped = excluded.wrapped";
    FIND_KEY = "SELECT stream, wrapped, destroyed_at FROM data_key WHERE stream = $1 AND holder = $2 {share}";
    LOOK_KEY = "SELECT stream, wrapped, destroyed_at FROM data_key WHERE stream = $1 AND holder = $2";
    /// Not where something is encrypted already: its key is missing (a restore without its ring), and
    /// a new one beside it would hide that.
    ADD_KEY = "INSERT INTO data_key (stream, holder, wrapped)
        SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS {blob})
        WHERE NOT EXISTS (SELECT 1 FROM event WHERE stream = $1 AND holder = $2)
        AND NOT EXISTS (SELECT 1 FROM blob WHERE stream = $1 AND holder = $2)
        AND NOT EXISTS (SELECT 1 FROM concept WHERE stream = $1 AND holder = $2)
        ON CONFLICT (stream, holder) DO NOTHING";
    DESTROY_KEY = "UPDATE data_key SET wrapped = NULL, destroyed_at = $3, mark = $4
        WHERE stream = $1 AND holder = $2 AND destroyed_at IS NULL";
    DESTROYED = "SELECT stream, holder FROM data_key WHERE destroyed_at IS NOT NULL ORDER BY stream, holder";
}

/// A failed encryption as callers of the store know it.
pub(crate) fn no_cipher(error: CipherError) -> StorageError {
    match error {
        CipherError::TooLong => StorageError::TooLarge { what: "plaintext", most: 1 << 38 },
        CipherError::NoRandomness(reason) => StorageError::Unavailable { reason },
    }
}

/// Names of the secrets.
pub(crate) const CHECK: &str = "controle";
pub(crate) const MARKS: &str = "merken";
pub(crate) const SEALS: &str = "zegels";
/// How a ring says that everything in its database bears a mark.
pub(crate) const MARKED: &str = "gemerkt";

/// What a database says of its marks under the key of the installation, by as what its first secret is wrapped: without that key
/// nobody makes of a database one of an earlier version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Marking {
    /// There were none yet.
    Before,
    /// Everything that bears a mark has one.
    Given,
    /// And claims and work are held together with the events that brought them.
    Bound,
}

impl Marking {
    /// Of these the newest first.
    const ALL: [Self; 3] = [Self::Bound, Self::Given, Self::Before];

    fn wrapped_as(self) -> &'static str {
        match self {
            Self::Before => CHECK,
            Self::Given => "controle, met merken",
            Self::Bound => "controle, met merken en telling",
        }
    }

    /// What a ring says of it, behind [`MARKED`]; one of before says nothing.
    pub(crate) fn in_ring(self) -> Option<&'static [u8]> {
        match self {
            Self::Before => None,
            Self::Given => Some(b""),
            Self::Bound => Some(b"telling"),
        }
    }

    /// The other way about.
    pub(crate) fn of_ring(said: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|marking| marking.in_ring() == Some(said))
    }
}

/// The secrets of the installation, unwrapped.
pub(crate) struct Secrets {
    /// Marks rows that are not part of a chain.
    pub(crate) marks: Secret,
    /// Signs seals.
    pub(crate) seals: SigningKey,
}

impl Secrets {
    pub(crate) fn new(marks: Secret, seals: &Secret) -> Self {
        Self { marks, seals: SigningKey::from_bytes(seals.expose()) }
    }
}

/// What is kept to recognise a request by: its key and what stood in it may be guessed (nine digits among words that are
/// known, an address of a network), so what stands in the database says nothing to who has not the ring.
pub(crate) struct Herkend {
    /// Who sent it.
    pub(crate) owner: String,
    /// Stands for the key that the caller chose, behind the name of the form where it has one.
    pub(crate) key: String,
    /// Stands for the contents.
    pub(crate) fingerprint: Digest,
}

impl Herkend {
    pub(crate) fn of(marks: &Secret, request: &Idempotency) -> Self {
        let Idempotency { owner, key, fingerprint } = request;
        let about = |kind| Fields::of(kind).text(owner).text(key);
        let contents = about("leerrecht-herhaling-inhoud-1").bytes(&fingerprint.0);
        // The name of the form stays readable: what is still on its way to a draft asks by it whether the form was sent.
        let form = key.rsplit_once(':').map_or_else(String::new, |(form, _)| format!("{form}:"));
        let mark = Digest(marks.mark(about("leerrecht-herhaling-1").as_bytes()));
        let fingerprint = Digest(marks.mark(contents.as_bytes()));
        Self { owner: owner.clone(), key: format!("{form}{mark}"), fingerprint }
    }
}

/// What is kept of who or what an attempt is counted by. That it is one which succeeded stands before it: those are kept longer.
pub(crate) fn attempt(marks: &Secret, subject: &str) -> String {
    let mark = Digest(marks.mark(Fields::of("leerrecht-poging-1").text(subject).as_bytes()));
    if subject.starts_with(storage::BEKEND) {
        format!("{} {mark}", storage::BEKEND)
    } else {
        mark.to_string()
    }
}

fn secret_context(name: &str) -> Fields {
    Fields::of("leerrecht-geheim-1").text(name)
}

/// Reads one secret; `None` when there is none yet.
pub(crate) async fn find_secret(
    conn: &mut Conn,
    instance: &InstanceKey,
    name: &str,
) -> Result<Option<Secret>, DbError> {
    let Some(row) = conn.row(FIND_SECRET, args![name]).await? else { return Ok(None) };
    let mut row = row.read("geheim");
    row.text("naam")?;
    let wrapped = row.bytes("wrapped")?;
    let plain = instance.decrypt(secret_context(name).as_bytes(), &wrapped);
    let secret = plain.and_then(|bytes| Secret::from_slice(&bytes)).ok_or(StorageError::WrongInstanceKey)?;
    Ok(Some(secret))
}

/// Stores a secret, in place of the one before when `replace` says so.
pub(crate) async fn put_secret(
    conn: &mut Conn,
    instance: &InstanceKey,
    name: &str,
    secret: &Secret,
    replace: bool,
) -> Result<(), DbError> {
    put_as(conn, instance, (name, name), secret, replace).await
}

async fn put_as(
    conn: &mut Conn,
    instance: &InstanceKey,
    (name, wrapped_as): (&str, &str),
    secret: &Secret,
    replace: bool,
) -> Result<(), DbError> {
    let context = secret_context(wrapped_as);
    let wrapped = instance.encrypt(context.as_bytes(), secret.expose()).map_err(no_cipher)?;
    let sql = if replace { REPLACE_SECRET } else { ADD_SECRET };
    conn.execute(sql, args![name, &wrapped]).await?;
    Ok(())
}

/// Stores the first secret of a new database, in which everything bears a mark from its first row.
pub(crate) async fn put_check(conn: &mut Conn, instance: &InstanceKey) -> Result<(), DbError> {
    let check = Secret::generate().map_err(no_cipher)?;
    put_as(conn, instance, (CHECK, Marking::Bound.wrapped_as()), &check, false).await
}

/// Says under the key of the installation what bears a mark from now on.
pub(crate) async fn say_marking(
    conn: &mut Conn,
    instance: &InstanceKey,
    marking: Marking,
) -> Result<(), DbError> {
    let check = Secret::generate().map_err(no_cipher)?;
    put_as(conn, instance, (CHECK, marking.wrapped_as()), &check, true).await
}

/// What bears a mark here, by the first secret; none where there are no secrets yet.
pub(crate) async fn marking(conn: &mut Conn, instance: &InstanceKey) -> Result<Option<Marking>, DbError> {
    let Some(row) = conn.row(FIND_SECRET, args![CHECK]).await? else { return Ok(None) };
    let mut row = row.read("geheim");
    row.text("naam")?;
    let wrapped = row.bytes("wrapped")?;
    let opens = |marking: &Marking| {
        instance.decrypt(secret_context(marking.wrapped_as()).as_bytes(), &wrapped).is_some()
    };
    let found = Marking::ALL.into_iter().find(opens);
    Ok(Some(found.ok_or(StorageError::WrongInstanceKey)?))
}

/// What the ring says of a holder's part of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyState {
    /// There is no key yet.
    Missing,
    /// The key, and how it is stored.
    Open { key: Secret, wrapped: Vec<u8> },
    /// It was destroyed.
    Destroyed,
}

fn key_context(stream: &str, holder: &str) -> Fields {
    Fields::of("leerrecht-sleutel-1").text(stream).text(holder)
}

/// Wraps a data key.
pub(crate) fn wrap(
    instance: &InstanceKey,
    stream: &str,
    holder: &str,
    key: &Secret,
) -> Result<Vec<u8>, StorageError> {
    instance.encrypt(key_context(stream, holder).as_bytes(), key.expose()).map_err(no_cipher)
}

/// Unwraps a data key; `None` when the bytes are not those that were stored.
pub(crate) fn unwrap(instance: &InstanceKey, stream: &str, holder: &str, wrapped: &[u8]) -> Option<Secret> {
    let plain = instance.decrypt(key_context(stream, holder).as_bytes(), wrapped)?;
    Secret::from_slice(&plain)
}

/// The mark on a destroyed key.
pub(crate) fn destroyed_mark(marks: &Secret, stream: &str, holder: &str, at: i64) -> Digest {
    Digest(marks.mark(Fields::of("leerrecht-sleutel-weg-1").text(stream).text(holder).int(at).as_bytes()))
}

/// Looks up a data key. With `lock` nobody destroys it before the transaction ends.
pub(crate) async fn find_key(
    conn: &mut Conn,
    instance: &InstanceKey,
    stream: &StreamId,
    holder: &OrganisatieId,
    lock: bool,
) -> Result<KeyState, DbError> {
    let sql = if lock { FIND_KEY } else { LOOK_KEY };
    let Some(row) = conn.row(sql, args![stream, holder]).await? else { return Ok(KeyState::Missing) };
    let mut row = row.read("data_key");
    row.text("stream")?;
    let wrapped = row.opt_bytes("wrapped")?;
    if row.opt_int("destroyed_at")?.is_some() {
        return Ok(KeyState::Destroyed);
    }
    let unwrapped = wrapped.and_then(|wrapped| {
        unwrap(instance, stream.as_str(), holder.as_str(), &wrapped)
            .map(|key| KeyState::Open { key, wrapped })
    });
    Ok(unwrapped.ok_or_else(|| StorageError::inconsistent("data_key", "wrapped", stream))?)
}

/// A data key to write with: chosen before the transaction, confirmed inside it.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    pub(crate) key: Secret,
    wrapped: Vec<u8>,
    is_new: bool,
}

/// A holder's part that was destroyed cannot be written to any more.
pub(crate) const DESTROYED_PART: StorageError =
    StorageError::Misuse { what: "the key of this holder's part of the stream was destroyed" };

/// Finds the data key to write with, or makes one that [`confirm`] will store.
pub(crate) async fn choose(
    conn: &mut Conn,
    instance: &InstanceKey,
    stream: &StreamId,
    holder: &OrganisatieId,
) -> Result<Chosen, DbError> {
    match find_key(conn, instance, stream, holder, false).await? {
        KeyState::Open { key, wrapped } => Ok(Chosen { key, wrapped, is_new: false }),
        KeyState::Destroyed => Err(DESTROYED_PART.into()),
        KeyState::Missing => {
            let key = Secret::generate().map_err(no_cipher)?;
            let wrapped = wrap(instance, stream.as_str(), holder.as_str(), &key)?;
            Ok(Chosen { key, wrapped, is_new: true })
        }
    }
}

/// Stores a new key, or makes sure that the chosen one is still the one. `false` when somebody
/// else made one in the meantime: choose again.
pub(crate) async fn confirm(
    conn: &mut Conn,
    stream: &StreamId,
    holder: &OrganisatieId,
    chosen: &Chosen,
) -> Result<bool, DbError> {
    if chosen.is_new && conn.execute(ADD_KEY, args![stream, holder, &chosen.wrapped]).await? == 1 {
        return Ok(true);
    }
    let row = conn.row(FIND_KEY, args![stream, holder]).await?;
    let row = row.ok_or_else(|| StorageError::inconsistent("data_key", "stream", stream))?;
    let mut row = row.read("data_key");
    row.text("stream")?;
    match row.opt_bytes("wrapped")? {
        None => Err(DESTROYED_PART.into()),
        Some(wrapped) => Ok(wrapped == chosen.wrapped),
    }
}

/// Keys already unwrapped during one answer, by how they are stored.
#[derive(Default)]
pub(crate) struct Unwrapped(BTreeMap<Vec<u8>, Option<Secret>>);

impl Unwrapped {
    /// Unwraps, or remembers.
    pub(crate) fn get(
        &mut self,
        instance: &InstanceKey,
        stream: &str,
        holder: &str,
        wrapped: &[u8],
    ) -> Option<&Secret> {
        if !self.0.contains_key(wrapped) {
            self.0.insert(wrapped.to_vec(), unwrap(instance, stream, holder, wrapped));
        }
        self.0.get(wrapped).and_then(Option::as_ref)
    }
}
