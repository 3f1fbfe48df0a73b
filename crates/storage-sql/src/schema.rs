//! The tables: migrations embedded in the program, one text for both databases.

use std::borrow::Cow;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};
use storage::StorageError;

use crate::db::translate;
use crate::{postgres, sqlite, tokens};

/// Version (the moment it was written), name and text of every migration. A merged migration is
/// frozen: a correction is a new one.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (20_261_121_000_000, "begin", include_str!("../migrations/20261121000000_begin.sql")),
    (20_261_121_000_100, "accounts", include_str!("../migrations/20261121000100_accounts.sql")),
    (20_261_121_000_200, "references", include_str!("../migrations/20261121000200_references.sql")),
    (20_261_121_000_300, "lists", include_str!("../migrations/20261121000300_lists.sql")),
];

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

/// What a failed migration means to us.
pub(crate) fn translate_migration(error: MigrateError) -> StorageError {
    match error {
        MigrateError::VersionMissing(found) => StorageError::NewerSchema { found, known: newest() },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => translate(&error).into(),
        other => StorageError::Unavailable { reason: other.to_string() },
    }
}
