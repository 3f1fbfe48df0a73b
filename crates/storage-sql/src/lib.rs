//! The store of Leerrecht on SQLite and PostgreSQL: one SQL body, two databases.
//!
//! [`SqlStorage`] implements the ports of `storage`. Every module here holds the SQL of one port as
//! named constants and the code that calls it; only `db.rs` knows that there are two drivers, and
//! only `sqlite.rs` and `postgres.rs` hold what differs. A test lets both databases prepare every
//! statement.
//!
//! SQLite is read on the thread that asks (`lite.rs`); writes to it go through one thread that lets
//! waiting writes share a durable commit (`writer.rs`), and another empties the journal (`checkpoint.rs`); on PostgreSQL each write is a transaction, and writes to different files do not
//! wait for each other.
#![deny(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accounts;
mod acts;
mod arg;
mod backup;
mod blobs;
mod checkpoint;
mod db;
mod drafts;
mod given;
mod keys;
mod lists;
mod lite;
mod log;
mod marks;
mod notices;
mod numbers;
mod offers;
mod open;
mod page;
mod postgres;
mod reads;
mod references;
mod ring;
mod row;
mod schema;
mod seals;
mod service;
mod signin;
mod sqlite;
mod stand;
#[cfg(test)]
mod statements;
mod tally;
#[cfg(feature = "testing")]
pub mod testing;
mod tokens;
mod upkeep;
mod verify;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;

use storage::StorageError;
use tokio::sync::{Mutex, RwLock};

pub use crypto::{InstanceKey, Secret};
pub use open::Options;

use db::Db;
use keys::Secrets;

/// The store.
pub struct SqlStorage {
    db: Db,
    instance: InstanceKey,
    /// Replaced when a key ring is taken over.
    secrets: RwLock<Arc<Secrets>>,
    /// Says that this program is the one that answers, while it does.
    service: Mutex<Option<service::ServiceLock>>,
    /// The file that is locked for that; none on a server.
    service_file: Option<PathBuf>,
}

impl SqlStorage {
    async fn secrets(&self) -> Arc<Secrets> {
        self.secrets.read().await.clone()
    }
}

impl storage::Storage for SqlStorage {}

/// Refuses what is larger than a limit.
fn at_most(what: &'static str, size: usize, most: usize) -> Result<(), StorageError> {
    if size > most {
        return Err(StorageError::TooLarge { what, most: u64::try_from(most).unwrap_or(u64::MAX) });
    }
    Ok(())
}
