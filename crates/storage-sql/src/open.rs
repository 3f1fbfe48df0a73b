//! Opening a database: making it, migrating it, and checking that the instance key fits.

use std::path::Path;

use base::Timestamp;
use crypto::{InstanceKey, Secret, fill_random};
use sqlx::PgPool;
use storage::StorageError;
use tokio::sync::{Mutex, RwLock};

use crate::checkpoint::Checkpoints;
use crate::db::{Conn, Db, DbError, args};
use crate::keys::{self, Secrets};
use crate::lite::{Lite, Readers, translate};
use crate::sqlite::File;
use crate::tokens::statements;
use crate::writer::Writer;
use crate::{SqlStorage, acts, marks, postgres, schema, service, stand};

statements! {
    FIND_FACT = "SELECT naam, waarde FROM instantie WHERE naam = $1";
    PUT_FACT = "INSERT INTO instantie (naam, waarde) VALUES ($1, $2)
        ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde";
}

/// The fact that says that a restore into this database is not finished.
pub(crate) const HALF_RESTORED: &str = "herstel_bezig";

/// Reads the version of the tables; not among the statements because the table is sqlx's.
const SCHEMA: &str = "SELECT MAX(version) FROM _sqlx_migrations";
const VERSIONS: &str = "SELECT version FROM _sqlx_migrations ORDER BY version";

/// How to open a database.
#[derive(Debug, Clone)]
pub struct Options {
    key: InstanceKey,
    at: Timestamp,
    make: bool,
    most_pages: Option<u32>,
}

impl Options {
    /// Opens with an instance key; `at` is the moment, should the database have to be made.
    pub fn new(key: InstanceKey, at: Timestamp) -> Self {
        Self { key, at, make: true, most_pages: None }
    }

    /// Makes no database and migrates none: [`StorageError::NoDatabase`] and
    /// [`StorageError::OlderSchema`] instead.
    #[must_use]
    pub fn existing(mut self) -> Self {
        self.make = false;
        self
    }

    /// Lets an SQLite file grow to this many pages of 4 KiB and no further: a write beyond that
    /// fails with [`StorageError::DiskFull`]. PostgreSQL has quotas of its own.
    #[must_use]
    pub fn most_pages(mut self, pages: u32) -> Self {
        self.most_pages = Some(pages);
        self
    }
}

impl SqlStorage {
    /// Opens `sqlite:PATH` or `postgres://…`.
    pub async fn open(address: &str, options: Options) -> Result<Self, StorageError> {
        let db = match address.strip_prefix("sqlite:") {
            Some(path) => open_lite(Path::new(path), &options).await?,
            None if address.starts_with("postgres://") || address.starts_with("postgresql://") => {
                open_pg(address, &options).await?
            }
            None => {
                return Err(StorageError::Misuse { what: "an address begins with sqlite: or postgres://" });
            }
        };
        if find_fact(&mut db.read().await?, HALF_RESTORED).await?.is_some() {
            db.close().await;
            return Err(StorageError::HalfRestored);
        }
        let secrets = read_secrets(&db, &options).await?;
        let service_file = address.strip_prefix("sqlite:").map(|path| service::beside(Path::new(path)));
        let (secrets, service) = (RwLock::new(secrets.into()), Mutex::default());
        let store = Self { db, instance: options.key, secrets, service, service_file };
        if options.make {
            acts::begin(&store, options.at).await?;
            marks::give(&store, options.at).await?;
        }
        Ok(store)
    }
}

async fn open_lite(path: &Path, options: &Options) -> Result<Db, StorageError> {
    if !options.make && !path.exists() {
        return Err(StorageError::NoDatabase);
    }
    make_private(path)?;
    let file = File::new(path);
    let opened = file.writer(options.make);
    let lite = Lite::of_writer(opened.map_err(|error| StorageError::from(translate(&error)))?);
    if options.make {
        schema::migrate_lite(&lite, path)?;
    }
    let mut conn = Conn::lite(lite);
    check_schema(&mut conn).await?;
    if let Some(pages) = options.most_pages {
        conn.execute(format!("PRAGMA max_page_count = {pages}"), args![]).await?;
    }
    let checkpoints = Checkpoints::start(file.clone())?;
    Ok(Db::Lite { readers: Readers::new(file), writer: Writer::start(conn, checkpoints)? })
}

/// A new file is for its owner alone; the files that SQLite lays beside it follow its rights.
fn make_private(path: &Path) -> Result<(), StorageError> {
    let mut file = std::fs::OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    match file.open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::ReadOnlyFilesystem => Err(StorageError::ReadOnly),
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(StorageError::Unavailable { reason: format!("the database file cannot be made: {error}") })
        }
        _ => Ok(()),
    }
}

async fn open_pg(address: &str, options: &Options) -> Result<Db, StorageError> {
    let pool: PgPool = postgres::pool(address)?;
    // Told before there is anything in it: a name that does not fit would stop an import halfway the country. Of one that is filled a backup is
    // still made.
    let encoding = postgres::encoding(&pool).await?;
    if options.make && encoding != postgres::UTF8 {
        return Err(StorageError::OtherEncoding { found: encoding });
    }
    let db = Db::Pg { pool: pool.clone() };
    if options.make {
        migrate_pg(&db, &pool).await?;
    }
    check_schema(&mut db.read().await?).await?;
    Ok(db)
}

/// Brings a database of a server up to date. The tables that a program works with do not change under it.
async fn migrate_pg(db: &Db, pool: &PgPool) -> Result<(), StorageError> {
    let alone = match check_schema(&mut db.read().await?).await {
        Err(StorageError::OlderSchema { .. }) => {
            Some(postgres::hold_service(pool).await?.ok_or(StorageError::InUse)?)
        }
        // Up to date, new, or something that is told where it is made.
        Ok(()) | Err(_) => None,
    };
    let done = schema::migrator(true).run(pool).await.map_err(schema::translate_migration);
    if let Some(alone) = alone {
        postgres::release_service(alone).await;
    }
    done
}

/// A version counts as a whole: what lacks one migration is older, also when it has a later one.
async fn check_schema(conn: &mut Conn) -> Result<(), StorageError> {
    conn.number("SELECT COUNT(*) FROM (SELECT 1) AS one", args![]).await?;
    // The connection works, so a failure now means that the table is not there.
    let found = conn.number(SCHEMA, args![]).await.map_err(|_| StorageError::NoDatabase)?;
    conn.take_broken();
    let noted = conn.rows(VERSIONS, args![]).await?;
    let noted: Vec<i64> =
        noted.iter().map(|row| row.read("_sqlx_migrations").int("version")).collect::<Result<_, _>>()?;
    let known = schema::versions();
    if let Some(unknown) = noted.iter().rev().find(|version| !known.contains(version)) {
        return Err(StorageError::NewerSchema { found: *unknown, known: schema::newest() });
    }
    match known.iter().rev().find(|version| !noted.contains(version)) {
        Some(missing) => Err(StorageError::OlderSchema { found, needed: *missing }),
        None => Ok(()),
    }
}

/// One fact of the installation.
pub(crate) async fn find_fact(conn: &mut Conn, name: &str) -> Result<Option<String>, DbError> {
    let Some(row) = conn.row(FIND_FACT, args![name]).await? else { return Ok(None) };
    let mut row = row.read("instantie");
    row.text("naam")?;
    Ok(Some(row.text("waarde")?))
}

/// Writes one fact of the installation.
pub(crate) async fn put_fact(conn: &mut Conn, name: &str, value: &str) -> Result<(), DbError> {
    conn.execute(PUT_FACT, args![name, value]).await.map(|_| ())
}

async fn read_secrets(db: &Db, options: &Options) -> Result<Secrets, StorageError> {
    if let Some(secrets) = load_secrets(&mut db.read().await?, &options.key).await? {
        return Ok(secrets);
    }
    let (key, at) = (options.key.clone(), options.at);
    let made = db.write(move |conn| Box::pin(async move { make_secrets(conn, &key, at).await })).await;
    match made {
        // Another process was making them at the same moment.
        Err(DbError::Unique) => {}
        other => other?,
    }
    let secrets = load_secrets(&mut db.read().await?, &options.key).await?;
    secrets.ok_or_else(|| StorageError::inconsistent("geheim", "naam", keys::MARKS))
}

/// Unwraps the secrets; `None` in a database that has none yet.
pub(crate) async fn load_secrets(
    conn: &mut Conn,
    key: &InstanceKey,
) -> Result<Option<Secrets>, StorageError> {
    if keys::marking(conn, key).await?.is_none() {
        return Ok(None);
    }
    let marks = keys::find_secret(conn, key, keys::MARKS).await?;
    let seals = keys::find_secret(conn, key, keys::SEALS).await?;
    Ok(marks.zip(seals).map(|(marks, seals)| Secrets::new(marks, &seals)))
}

async fn make_secrets(conn: &mut Conn, key: &InstanceKey, at: Timestamp) -> Result<(), DbError> {
    let seals = Secret::generate().map_err(keys::no_cipher)?;
    keys::put_check(conn, key).await?;
    let marks = Secret::generate().map_err(keys::no_cipher)?;
    keys::put_secret(conn, key, keys::MARKS, &marks, false).await?;
    keys::put_secret(conn, key, keys::SEALS, &seals, false).await?;
    let public = ed25519_dalek::SigningKey::from_bytes(seals.expose()).verifying_key();
    let mut id = [0; 16];
    fill_random(&mut id).map_err(keys::no_cipher)?;
    let (id, made) = (storage::ids::to_hex(&id), at.as_microsecond().to_string());
    stand::begin(conn, &marks, &[("id", &id), ("aangemaakt_op", &made)]).await?;
    put_fact(conn, "publieke_sleutel", &storage::ids::to_hex(public.as_bytes())).await
}
