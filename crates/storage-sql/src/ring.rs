//! The key ring as a file: what makes a backup readable, and therefore kept apart from it.

use std::io::{Read, Write};

use crypto::{InstanceKey, Secret};
use ed25519_dalek::SigningKey;
use storage::{BackupFault, StorageError};

use crate::SqlStorage;
use crate::backup::{Reader, Record, Value, Writer};
use crate::db::{Conn, args};
use crate::keys::{self, MARKED, MARKS, Marking, SEALS};
use crate::open::{find_fact, load_secrets};
use crate::schema;
use crate::tokens::statements;

statements! {
    WALK = "SELECT stream, holder, wrapped, destroyed_at, mark FROM data_key
        WHERE (stream, holder) > ($1, $2) ORDER BY stream, holder LIMIT 1000";
    FIND = "SELECT stream, wrapped, destroyed_at FROM data_key WHERE stream = $1 AND holder = $2";
    TAKE_OVER = "INSERT INTO data_key (stream, holder, wrapped) VALUES ($1, $2, $3)";
    TAKE_OVER_DESTROYED = "INSERT INTO data_key (stream, holder, destroyed_at, mark) VALUES ($1, $2, $3, $4)
        ON CONFLICT (stream, holder) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at,
            mark = excluded.mark
        WHERE data_key.destroyed_at IS NULL";
}

/// First line of a key ring.
const KIND: &str = "leerrecht-sleutelbos-1";

/// Writes the ring as it is at one moment.
pub(crate) async fn export(store: &SqlStorage, out: &mut (dyn Write + Send)) -> Result<(), StorageError> {
    let mut conn = store.db.snapshot().await?;
    let mut writer = Writer::begin(out, KIND, schema::newest())?;
    writer.table("geheim")?;
    for name in [MARKS, SEALS] {
        let secret = keys::find_secret(&mut conn, &store.instance, name).await?;
        let secret = secret.ok_or_else(|| StorageError::inconsistent("geheim", "naam", name))?;
        writer.row(&[Value::Text(name.to_owned()), Value::Bytes(secret.expose().to_vec())])?;
    }
    let marking = keys::marking(&mut conn, &store.instance).await?;
    if let Some(said) = marking.and_then(Marking::in_ring) {
        writer.row(&[Value::Text(MARKED.to_owned()), Value::Bytes(said.to_vec())])?;
    }
    writer.table("data_key")?;
    let mut place = (String::new(), String::new());
    loop {
        let rows = conn.rows(WALK, args![&place.0, &place.1]).await?;
        if rows.is_empty() {
            return writer.finish();
        }
        for row in &rows {
            let mut row = row.read("data_key");
            place = (row.text("stream")?, row.text("holder")?);
            let key = match row.opt_bytes("wrapped")? {
                Some(wrapped) => {
                    Value::Bytes(unwrapped(&store.instance, &place, &wrapped)?.expose().to_vec())
                }
                None => Value::Nothing,
            };
            let at = row.opt_int("destroyed_at")?.map_or(Value::Nothing, Value::Int);
            let mark = row.opt_bytes("mark")?.map_or(Value::Nothing, Value::Bytes);
            writer.row(&[Value::Text(place.0.clone()), Value::Text(place.1.clone()), key, at, mark])?;
        }
    }
}

fn unwrapped(
    instance: &InstanceKey,
    place: &(String, String),
    wrapped: &[u8],
) -> Result<Secret, StorageError> {
    let key = keys::unwrap(instance, &place.0, &place.1, wrapped);
    key.ok_or_else(|| StorageError::inconsistent("data_key", "wrapped", &place.0))
}

/// Takes over a ring: all of it, or nothing.
pub(crate) async fn import(store: &SqlStorage, from: &mut (dyn Read + Send)) -> Result<(), StorageError> {
    let mut reader = read(from)?;
    let mut conn = store.db.write_alone().await?;
    import_rows(&mut conn, &store.instance, &mut reader).await?;
    store.db.commit_alone(conn).await?;
    use_secrets(store).await
}

/// What must be a ring, before anything is written.
pub(crate) fn read(from: &mut (dyn Read + Send)) -> Result<Reader<'_>, StorageError> {
    Reader::begin(from, KIND)
}

/// Takes over the rows of a ring.
pub(crate) async fn import_rows(
    conn: &mut Conn,
    instance: &InstanceKey,
    reader: &mut Reader<'_>,
) -> Result<(), StorageError> {
    let mut table = String::new();
    // A ring of before there were marks says nothing of them.
    keys::say_marking(conn, instance, Marking::Before).await?;
    loop {
        match reader.next()? {
            Record::Table(name) => table = name,
            Record::Row(values) => import_row(conn, instance, &table, &values).await?,
            Record::End => return Ok(()),
        }
    }
}

/// Works with the keys of a ring from now on.
pub(crate) async fn use_secrets(store: &SqlStorage) -> Result<(), StorageError> {
    let secrets = load_secrets(&mut store.db.read().await?, &store.instance).await?;
    let secrets = secrets.ok_or_else(|| StorageError::inconsistent("geheim", "naam", MARKS))?;
    *store.secrets.write().await = secrets.into();
    Ok(())
}

/// A ring of another installation would make what is here unreadable.
fn foreign() -> StorageError {
    StorageError::bad_backup(BackupFault::OtherRing)
}

async fn import_row(
    conn: &mut Conn,
    instance: &InstanceKey,
    table: &str,
    values: &[Value],
) -> Result<(), StorageError> {
    let bad = || StorageError::bad_backup(BackupFault::NeverWritten);
    match (table, values) {
        ("geheim", [Value::Text(name), Value::Bytes(said)]) if name == MARKED => {
            let marking = Marking::of_ring(said).ok_or_else(bad)?;
            Ok(keys::say_marking(conn, instance, marking).await?)
        }
        ("geheim", [Value::Text(name), Value::Bytes(key)]) => {
            let secret = Secret::from_slice(key).ok_or_else(bad)?;
            import_secret(conn, instance, name, &secret).await
        }
        ("data_key", [Value::Text(stream), Value::Text(holder), Value::Bytes(key), Value::Nothing, _]) => {
            let key = Secret::from_slice(key).ok_or_else(bad)?;
            import_key(conn, instance, stream, holder, &key).await
        }
        (
            "data_key",
            [Value::Text(stream), Value::Text(holder), Value::Nothing, Value::Int(at), Value::Bytes(mark)],
        ) => {
            conn.execute(TAKE_OVER_DESTROYED, args![stream, holder, *at, mark]).await?;
            Ok(())
        }
        _ => Err(bad()),
    }
}

async fn import_secret(
    conn: &mut Conn,
    instance: &InstanceKey,
    name: &str,
    secret: &Secret,
) -> Result<(), StorageError> {
    if name == SEALS {
        let public = SigningKey::from_bytes(secret.expose()).verifying_key();
        let known = find_fact(conn, "publieke_sleutel").await?;
        if known.as_deref() != Some(&storage::ids::to_hex(public.as_bytes())) {
            return Err(foreign());
        }
    }
    Ok(keys::put_secret(conn, instance, name, secret, true).await?)
}

async fn import_key(
    conn: &mut Conn,
    instance: &InstanceKey,
    stream: &str,
    holder: &str,
    key: &Secret,
) -> Result<(), StorageError> {
    let Some(row) = conn.row(FIND, args![stream, holder]).await? else {
        let wrapped = keys::wrap(instance, stream, holder, key)?;
        conn.execute(TAKE_OVER, args![stream, holder, &wrapped]).await?;
        return Ok(());
    };
    let mut row = row.read("data_key");
    row.text("stream")?;
    let wrapped = row.opt_bytes("wrapped")?;
    if row.opt_int("destroyed_at")?.is_some() {
        return Ok(());
    }
    let known = wrapped.and_then(|wrapped| keys::unwrap(instance, stream, holder, &wrapped));
    if known.as_ref() == Some(key) { Ok(()) } else { Err(foreign()) }
}
