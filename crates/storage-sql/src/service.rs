//! One running program per database: whoever starts a second one is told. Two beside each other were never tried, and each would make
//! letters and seals.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use sqlx::PgConnection;
use storage::StorageError;

use crate::db::Db;
use crate::{SqlStorage, postgres};

/// What says that this program is the one; the system lets go of it when the program ends, however it ends.
pub(crate) enum ServiceLock {
    /// A lock on a file beside the database; a lock on the database itself would disturb those of SQLite.
    File(#[expect(dead_code, reason = "held until it is dropped")] File),
    /// A connection with a lock of its own.
    Server(Box<PgConnection>),
}

/// The file that is locked beside a database.
pub(crate) fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".dienst");
    PathBuf::from(name)
}

/// `false` when another program holds it.
pub(crate) async fn hold(store: &SqlStorage) -> Result<bool, StorageError> {
    let mut held = store.service.lock().await;
    if held.is_none() {
        *held = match (&store.db, &store.service_file) {
            (Db::Pg { pool }, _) => {
                postgres::hold_service(pool).await?.map(Box::new).map(ServiceLock::Server)
            }
            (Db::Lite { .. }, Some(path)) => match lock(path) {
                Ok(file) => Some(ServiceLock::File(file)),
                Err(TryLockError::WouldBlock) => None,
                // On a disk that takes no file nobody can be told; that keeps no program from starting.
                Err(TryLockError::Error(_)) => return Ok(true),
            },
            (Db::Lite { .. }, None) => return Ok(true),
        };
    }
    Ok(held.is_some())
}

/// Another program can take over from now on.
pub(crate) async fn release(store: &SqlStorage) {
    let held = store.service.lock().await.take();
    match held {
        Some(ServiceLock::Server(conn)) => postgres::release_service(*conn).await,
        // The system lets go of a file that is dropped.
        Some(ServiceLock::File(_)) | None => {}
    }
}

fn lock(path: &Path) -> Result<File, TryLockError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use base::Timestamp;
    use storage::Upkeep as _;

    use crate::testing::Home;
    use crate::{Options, Secret, SqlStorage};

    async fn one_program_per_database(home: Home) {
        let place = home.place().await;
        let open = async || {
            let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
            SqlStorage::open(place.address(), options).await.unwrap()
        };
        let (first, second) = (open().await, open().await);
        assert_eq!(first.hold_service().await, Ok(true));
        assert_eq!(first.hold_service().await, Ok(true), "its own");
        assert_eq!(second.hold_service().await, Ok(false));
        first.close().await;
        assert_eq!(second.hold_service().await, Ok(true), "the first is over");
        second.close().await;
    }

    #[tokio::test]
    async fn one_program_answers_per_database_on_sqlite() {
        one_program_per_database(Home::sqlite()).await;
    }

    #[tokio::test]
    async fn one_program_answers_per_database_on_postgres() {
        if let Some(home) = Home::postgres() {
            one_program_per_database(home).await;
        }
    }
}
