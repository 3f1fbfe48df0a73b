//! One running program per database: whoever starts a second one is told. Two beside each other were never tried, and each would make
//! letters and seals. On a server that rests on one connection, which can break: so who has it goes on asking, and takes it again.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use std::time::Duration;

use sqlx::PgPool;
use storage::StorageError;

use crate::db::Db;
use crate::{SqlStorage, postgres};

/// What says that this program is the one; the system lets go of it when the program ends, however it ends.
pub(crate) enum ServiceLock {
    /// A lock on a file beside the database; a lock on the database itself would disturb those of SQLite.
    File(#[expect(dead_code, reason = "held until it is dropped")] File),
    /// A connection with a lock of its own.
    Server(Box<postgres::Service>),
    /// There was such a connection; by what the server knows it, which may have it still.
    Lost(String),
}

/// How often and after how long it is asked again whether the server let go of a connection that it was told to end.
const LETS_GO: (u32, Duration) = (20, Duration::from_millis(100));

/// The file that is locked beside a database.
pub(crate) fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".dienst");
    PathBuf::from(name)
}

/// `false` when another program holds it. Who held it and lost the connection takes it again.
pub(crate) async fn hold(store: &SqlStorage) -> Result<bool, StorageError> {
    let mut held = store.service.lock().await;
    match &store.db {
        Db::Pg { pool } => {
            let before = match held.take() {
                Some(ServiceLock::Server(service)) => match service.still_held().await {
                    Ok(service) => {
                        *held = Some(ServiceLock::Server(Box::new(service)));
                        return Ok(true);
                    }
                    Err(session) => Some(session),
                },
                Some(ServiceLock::Lost(session)) => Some(session),
                Some(ServiceLock::File(_)) | None => None,
            };
            // Kept until it is known how it ended: a server that is away now may have the old connection when it is back.
            *held = before.clone().map(ServiceLock::Lost);
            let service = take(pool, before.as_deref()).await?;
            *held = service.map(Box::new).map(ServiceLock::Server);
            Ok(held.is_some())
        }
        Db::Lite { .. } => {
            let Some(path) = store.service_file.as_ref().filter(|_| held.is_none()) else { return Ok(true) };
            match lock(path) {
                Ok(file) => *held = Some(ServiceLock::File(file)),
                Err(TryLockError::WouldBlock) => return Ok(false),
                // On a disk that takes no file nobody can be told; that keeps no program from starting.
                Err(TryLockError::Error(_)) => {}
            }
            Ok(true)
        }
    }
}

/// Takes the lock of a server. What this program itself had before is no other program.
async fn take(pool: &PgPool, before: Option<&str>) -> Result<Option<postgres::Service>, StorageError> {
    let taken = postgres::hold_service(pool).await?;
    let Some(before) = before.filter(|_| taken.is_none()) else { return Ok(taken) };
    if !postgres::end_session(pool, before).await? {
        return Ok(None);
    }
    let (times, pause) = LETS_GO;
    for _ in 0..times {
        if let Some(taken) = postgres::hold_service(pool).await? {
            return Ok(Some(taken));
        }
        tokio::time::sleep(pause).await;
    }
    Ok(None)
}

/// Another program can take over from now on.
pub(crate) async fn release(store: &SqlStorage) {
    let held = store.service.lock().await.take();
    match held {
        Some(ServiceLock::Server(conn)) => postgres::release_service(*conn).await,
        // The system lets go of a file that is dropped.
        Some(ServiceLock::File(_) | ServiceLock::Lost(_)) | None => {}
    }
}

/// Holds the place of the program that answers on an SQLite file, while its tables change.
pub(crate) fn alone(database: &Path) -> Result<Option<File>, StorageError> {
    match lock(&beside(database)) {
        Ok(file) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(StorageError::InUse),
        Err(TryLockError::Error(_)) => Ok(None),
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

    use super::ServiceLock;
    use crate::testing::{Home, end_connections};
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

    /// Given a server that ended every connection; when who answers looks, then it has its place again before another takes it, and
    /// where another was first, it is told.
    #[tokio::test]
    async fn a_place_that_was_lost_with_its_connection_is_taken_again_on_postgres() {
        let Some(home) = Home::postgres() else { return };
        let place = home.place().await;
        let open = async || {
            let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
            SqlStorage::open(place.address(), options).await.unwrap()
        };
        let (first, second) = (open().await, open().await);
        assert_eq!(first.hold_service().await, Ok(true));
        end_connections(place.address()).await;
        assert_eq!(first.hold_service().await, Ok(true));
        assert_eq!(second.hold_service().await, Ok(false), "it is the first again");
        end_connections(place.address()).await;
        assert_eq!(second.hold_service().await, Ok(true));
        assert_eq!(first.hold_service().await, Ok(false), "another was first");
        second.close().await;
        assert_eq!(first.hold_service().await, Ok(true));
        first.close().await;
    }

    /// Given a connection that broke on our side and lives on at the server; then it is no other program.
    #[tokio::test]
    async fn a_connection_that_only_the_server_still_has_is_nobody_else_on_postgres() {
        let Some(home) = Home::postgres() else { return };
        let place = home.place().await;
        let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
        let store = SqlStorage::open(place.address(), options).await.unwrap();
        assert_eq!(store.hold_service().await, Ok(true));
        let Some(ServiceLock::Server(lives_on)) = store.service.lock().await.take() else { panic!("held") };
        *store.service.lock().await = Some(ServiceLock::Lost(lives_on.session().to_owned()));
        assert_eq!(store.hold_service().await, Ok(true));
        assert!(lives_on.still_held().await.is_err());
        store.close().await;
    }
}
