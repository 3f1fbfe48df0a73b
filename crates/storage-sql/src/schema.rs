//! The tables: migrations embedded in the program, one text for both databases, and one table in
//! which both note what was done, as sqlx laid it down (a file made through sqlx opens as before).

use std::borrow::Cow;
use std::path::Path;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};
use storage::StorageError;

use crate::db::{Conn, DbError, args, translate};
use crate::lite::{self, Lite};
use crate::{postgres, service, sqlite, tokens};

/// Version (the moment it was written), name and text of every migration. A merged migration is
/// frozen: a correction is a new one.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (20_261_121_000_000, "begin", include_str!("../migrations/20261121000000_begin.sql")),
    (20_261_121_000_100, "accounts", include_str!("../migrations/20261121000100_accounts.sql")),
    (20_261_121_000_200, "references", include_str!("../migrations/20261121000200_references.sql")),
    (20_261_121_000_300, "lists", include_str!("../migrations/20261121000300_lists.sql")),
    (20_261_128_000_000, "language", include_str!("../migrations/20261128000000_language.sql")),
    (20_261_128_000_900, "readers", include_str!("../migrations/20261128000900_readers.sql")),
    (20_261_128_001_000, "parts", include_str!("../migrations/20261128001000_parts.sql")),
    (20_261_129_000_000, "open", include_str!("../migrations/20261129000000_open.sql")),
    (20_261_129_001_000, "post", include_str!("../migrations/20261129001000_post.sql")),
    (20_261_201_000_000, "acts", include_str!("../migrations/20261201000000_acts.sql")),
    (20_261_201_000_100, "offers", include_str!("../migrations/20261201000100_offers.sql")),
    (20_261_201_000_200, "disciplines", include_str!("../migrations/20261201000200_disciplines.sql")),
    (20_261_202_000_000, "mail", include_str!("../migrations/20261202000000_mail.sql")),
    (20_261_203_000_700, "kept", include_str!("../migrations/20261203000700_kept.sql")),
    (20_261_204_000_500, "unaddressed", include_str!("../migrations/20261204000500_unaddressed.sql")),
    (20_261_205_000_600, "visits", include_str!("../migrations/20261205000600_visits.sql")),
    (20_261_206_000_900, "acts_by_kind", include_str!("../migrations/20261206000900_acts_by_kind.sql")),
    (20_261_207_000_900, "default", include_str!("../migrations/20261207000900_default.sql")),
    (20_261_208_000_000, "marks", include_str!("../migrations/20261208000000_marks.sql")),
    (20_261_208_000_500, "soon", include_str!("../migrations/20261208000500_soon.sql")),
    (20_261_209_000_500, "advices", include_str!("../migrations/20261209000500_advices.sql")),
    (20_261_210_000_200, "by_act", include_str!("../migrations/20261210000200_by_act.sql")),
    (20_261_210_000_500, "proposals", include_str!("../migrations/20261210000500_proposals.sql")),
];

/// Every version known here, in order.
pub(crate) fn versions() -> Vec<i64> {
    MIGRATIONS.iter().map(|(version, ..)| *version).collect()
}

/// The newest version known here.
pub(crate) fn newest() -> i64 {
    MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or_default()
}

/// The migrations as one of the databases reads them.
pub(crate) fn migrator(pg: bool) -> Migrator {
    let token = if pg { postgres::token } else { sqlite::token };
    let migrations = MIGRATIONS.iter().map(|(version, name, text)| {
        let sql = AssertSqlSafe(tokens::replace(text, token)).into_sql_str();
        Migration::new(*version, Cow::Borrowed(*name), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect())
}

/// The texts of the migrations.
pub(crate) fn texts() -> impl Iterator<Item = &'static str> {
    MIGRATIONS.iter().map(|(_, _, text)| *text)
}

/// A file as the migrations make it, that nobody keeps: to compare with.
pub(crate) fn in_memory() -> Result<Conn, StorageError> {
    let lite = Lite::of_writer(sqlite::in_memory().map_err(|error| lite::translate(&error))?);
    for migration in migrator(false).iter() {
        lite.batch(migration.sql.as_str())?;
    }
    Ok(Conn::lite(lite))
}

/// Where migrations are noted down, in the words of sqlx.
const NOTES: &str = "CREATE TABLE IF NOT EXISTS _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
)";
const NOTED: &str = "SELECT version, success, checksum FROM _sqlx_migrations ORDER BY version";
const NOTE: &str = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
    VALUES ($1, $2, 1, $3, 0)";

/// Brings an SQLite file up to date: every migration that it lacks, or none. The tables that a program works with do not change under it.
pub(crate) fn migrate_lite(lite: &Lite, file: &Path) -> Result<(), StorageError> {
    let migrator = migrator(false);
    lite.raw(NOTES)?;
    let lacking = pending(lite, &migrator)?.len();
    if lacking == 0 {
        return Ok(());
    }
    let _alone = if lacking < migrator.iter().count() { service::alone(file)? } else { None };
    // Another process may be doing the same: look again when it is our turn.
    lite.raw("BEGIN IMMEDIATE")?;
    let done = pending(lite, &migrator).and_then(|migrations| {
        migrations.into_iter().try_for_each(|migration| apply(lite, migration).map_err(StorageError::from))
    });
    let ended = done.and_then(|()| lite.raw("COMMIT").map_err(StorageError::from));
    if ended.is_err() {
        // SQLite may have rolled back by itself, in which case this one has nothing to do.
        drop(lite.raw("ROLLBACK"));
    }
    ended
}

/// The migrations that a file lacks. One that it has must be the one that we know.
fn pending<'m>(lite: &Lite, migrator: &'m Migrator) -> Result<Vec<&'m Migration>, StorageError> {
    let mut lacking: Vec<&Migration> = migrator.iter().collect();
    for row in lite.rows(NOTED, &[], usize::MAX)? {
        let mut row = row.read("_sqlx_migrations");
        let (version, is_whole) = (row.int("version")?, row.flag("success")?);
        let checksum = row.bytes("checksum")?;
        let known = lacking.iter().position(|migration| migration.version == version);
        let known = known.map(|place| lacking.remove(place));
        let wrong = match known {
            None => MigrateError::VersionMissing(version),
            Some(_) if !is_whole => MigrateError::Dirty(version),
            Some(migration) if *migration.checksum != *checksum => MigrateError::VersionMismatch(version),
            Some(_) => continue,
        };
        return Err(translate_migration(wrong));
    }
    Ok(lacking)
}

fn apply(lite: &Lite, migration: &Migration) -> Result<(), DbError> {
    lite.batch(migration.sql.as_str())?;
    let args = args![migration.version, migration.description.as_ref(), migration.checksum.as_ref()];
    lite.execute(NOTE, args).map(|_| ())
}

/// What a failed migration means to us.
pub(crate) fn translate_migration(error: MigrateError) -> StorageError {
    match error {
        MigrateError::VersionMissing(found) => StorageError::NewerSchema { found, known: newest() },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => translate(&error).into(),
        other => StorageError::Unavailable { reason: other.to_string() },
    }
}
