//! Opening: the right key, the right version, the right place.

use base::{OrganisatieId, Timestamp};
use sqlx::{AssertSqlSafe, PgPool};
use storage::{
    Accounts, Append, AppendError, Digest, EventLog, Handeling, HandelingQuery, Idempotency, NewEvent, Page,
    SignIn, StorageError, StreamId, Upkeep,
};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};

fn options(key: u8) -> Options {
    Options::new(Secret::from_bytes([key; 32]), Timestamp::UNIX_EPOCH)
}

async fn open(place: &Place, options: Options) -> Result<SqlStorage, StorageError> {
    SqlStorage::open(place.address(), options).await
}

/// The error of an opening that must fail.
async fn refusal(place: &Place, options: Options) -> StorageError {
    match open(place, options).await {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

async fn execute(place: &Place, sql: &str) {
    if let Some(file) = place.file() {
        rusqlite::Connection::open(file).unwrap().execute_batch(sql).unwrap();
    } else {
        let sql = AssertSqlSafe(sql.to_owned());
        let pool = PgPool::connect(place.address()).await.unwrap();
        sqlx::raw_sql(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }
}

/// The act of a restore.
fn restored() -> Handeling {
    Handeling {
        at: Timestamp::UNIX_EPOCH,
        door: None,
        organisatie: None,
        handeling: "hersteld".to_owned(),
        onderwerp: "reservekopie".to_owned(),
        toelichting: String::new(),
    }
}

fn homes() -> Vec<Home> {
    [Some(Home::sqlite()), Home::postgres()].into_iter().flatten().collect()
}

#[tokio::test]
async fn the_first_opening_makes_a_database_and_leave_is_needed_for_that() {
    for home in homes() {
        let place = home.place().await;
        assert_eq!(refusal(&place, options(7).existing()).await, StorageError::NoDatabase);
        let store = open(&place, options(7)).await.unwrap();
        let made = store.instantie().await.unwrap();
        store.close().await;
        let store = open(&place, options(7).existing()).await.unwrap();
        assert_eq!(store.instantie().await.unwrap(), made);
        store.close().await;
    }
}

#[tokio::test]
async fn another_key_does_not_open() {
    for home in homes() {
        let place = home.place().await;
        open(&place, options(7)).await.unwrap().close().await;
        assert_eq!(refusal(&place, options(8)).await, StorageError::WrongInstanceKey);
        assert_eq!(refusal(&place, options(8).existing()).await, StorageError::WrongInstanceKey);
    }
}

#[tokio::test]
async fn a_newer_or_older_database_is_named_as_such() {
    for home in homes() {
        let place = home.place().await;
        let store = open(&place, options(7)).await.unwrap();
        let known = store.instantie().await.unwrap().schema;
        store.close().await;
        let newer = format!(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             SELECT version + 1, description, success, checksum, execution_time FROM _sqlx_migrations
             WHERE version = {known}"
        );
        execute(&place, &newer).await;
        let found = known + 1;
        assert_eq!(refusal(&place, options(7)).await, StorageError::NewerSchema { found, known });
        assert_eq!(refusal(&place, options(7).existing()).await, StorageError::NewerSchema { found, known });
        execute(&place, &format!("DELETE FROM _sqlx_migrations WHERE version >= {known}")).await;
        let older = refusal(&place, options(7).existing()).await;
        assert!(matches!(older, StorageError::OlderSchema { needed, .. } if needed == known), "{older}");
    }
}

/// What lacks a migration is older, also when it has one with a later number.
#[tokio::test]
async fn a_database_that_lacks_a_migration_in_between_is_older() {
    for home in homes() {
        let place = home.place().await;
        open(&place, options(7)).await.unwrap().close().await;
        execute(&place, "DELETE FROM _sqlx_migrations WHERE version = 20261128000000").await;
        let older = refusal(&place, options(7).existing()).await;
        assert!(matches!(older, StorageError::OlderSchema { needed: 20_261_128_000_000, .. }), "{older}");
    }
}

/// The checksums begin as sqlx noted them in a file that the program made before it read SQLite by itself.
#[tokio::test]
async fn a_file_that_sqlx_migrated_opens_and_a_changed_migration_is_noticed() {
    const CHECKSUMS: [(i64, &str); 4] = [
        (20_261_121_000_000, "6dc783c7fd0eeeaf4e593599caeb451c"),
        (20_261_121_000_100, "9f9057321f70661436cd9d7a45ec77c2"),
        (20_261_121_000_200, "a0ef8bac3e041a6bf662fc8a9d56972c"),
        (20_261_121_000_300, "fc9198ceaaa66349f520018d60dd679d"),
    ];
    let place = Home::sqlite().place().await;
    open(&place, options(7)).await.unwrap().close().await;
    let file = rusqlite::Connection::open(place.file().unwrap()).unwrap();
    let noted = "SELECT version, lower(substr(hex(checksum), 1, 32)) FROM _sqlx_migrations ORDER BY version";
    let mut noted = file.prepare(noted).unwrap();
    let noted = noted.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))).unwrap();
    let noted: Vec<_> = noted.map(Result::unwrap).collect();
    let known = CHECKSUMS.map(|(version, checksum)| (version, checksum.to_owned()));
    assert_eq!(noted.get(..known.len()), Some(known.as_slice()));
    execute(&place, "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 20261121000000").await;
    let changed = refusal(&place, options(7)).await;
    assert!(
        matches!(&changed, StorageError::Unavailable { reason } if reason.contains("modified")),
        "{changed}"
    );
    execute(&place, "UPDATE _sqlx_migrations SET success = 0").await;
    let half = refusal(&place, options(7)).await;
    assert!(matches!(&half, StorageError::Unavailable { reason } if reason.contains("partially")), "{half}");
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused() {
    for address in ["mysql://localhost/x", "leerrecht.db", ""] {
        let refused = SqlStorage::open(address, options(7)).await.err();
        assert!(matches!(refused, Some(StorageError::Misuse { .. })), "{address}");
    }
    let nowhere = SqlStorage::open("sqlite:/proc/nergens/leerrecht.db", options(7)).await.err();
    assert!(matches!(nowhere, Some(StorageError::Unavailable { .. })), "{nowhere:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Home::sqlite().place().await;
    let store = open(&place, options(7)).await.unwrap();
    for beside in ["", "-wal", "-shm"] {
        let path = format!("{}{beside}", place.file().unwrap().display());
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
    }
    store.close().await;
}

fn append(n: u32, expected: u64) -> Append {
    let holder: OrganisatieId = "school/32JK00".parse().unwrap();
    let event = NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().unwrap(),
        holder: holder.clone(),
        actor: storage::Actor {
            persoon: "m-zonnedauw".parse().unwrap(),
            rol: "ib".to_owned(),
            organisatie: holder,
        },
        by: None,
        payload: b"{}".to_vec(),
        blobs: Vec::new(),
    };
    Append::new(stream(n), expected, Timestamp::UNIX_EPOCH, vec![event])
}

fn stream(n: u32) -> StreamId {
    format!("dossier/2026-{n:06}").parse().unwrap()
}

/// How many rows of a table a condition finds.
async fn rows_where(place: &Place, table: &str, condition: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM {table} WHERE {condition}");
    if let Some(file) = place.file() {
        return rusqlite::Connection::open(file).unwrap().query_row(&sql, [], |row| row.get(0)).unwrap();
    }
    let pool = PgPool::connect(place.address()).await.unwrap();
    let found = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&pool).await.unwrap();
    pool.close().await;
    found
}

/// Nine digits among words that are known, or the address of a network, are found again in a digest within seconds by who
/// has a copy of the database, unless a key that is not in it made that digest.
#[tokio::test]
async fn what_can_be_guessed_stands_nowhere_as_a_plain_digest() {
    for home in homes() {
        let place = home.place().await;
        let store = open(&place, options(7)).await.unwrap();
        let fingerprint = Digest::of(b"pgn=000000012");
        let request = Idempotency { owner: "m-zonnedauw".to_owned(), key: "k1".to_owned(), fingerprint };
        store.append(Append { idempotency: Some(request), ..append(1, 0) }).await.unwrap();
        store.sign_in_failed("adres 10.0.0.1", Timestamp::UNIX_EPOCH).await.unwrap();
        store.close().await;
        let bytes =
            if place.file().is_some() { format!("x'{fingerprint}'") } else { format!("'\\x{fingerprint}'") };
        assert_eq!(rows_where(&place, "herhaling", "sleutel <> ''").await, 1);
        assert_eq!(
            rows_where(&place, "herhaling", &format!("sleutel = 'k1' OR fingerprint = {bytes}")).await,
            0
        );
        assert_eq!(rows_where(&place, "poging", "onderwerp <> ''").await, 1);
        let plain = Digest::of(b"adres 10.0.0.1");
        assert_eq!(
            rows_where(&place, "poging", &format!("onderwerp LIKE '%10.0.0.1%' OR onderwerp = '{plain}'"))
                .await,
            0
        );
    }
}

/// Two processes on one database: both write, one seals meanwhile, and everything verifies.
#[tokio::test]
async fn two_processes_write_and_seal_at_the_same_time() {
    for home in homes() {
        let place = home.place().await;
        let stores = [open(&place, options(7)).await.unwrap(), open(&place, options(7)).await.unwrap()];
        let stores = stores.map(std::sync::Arc::new);
        let writers: Vec<_> = (0..8_u32)
            .map(|writer| {
                let store = stores[writer as usize % 2].clone();
                tokio::spawn(async move {
                    for n in 0..10 {
                        store.append(append(writer * 100 + n, 0)).await.unwrap();
                        let clash = store.append(append(writer * 100 + n, 0)).await.unwrap_err();
                        assert!(matches!(clash, AppendError::Clash { actual: 1, .. }), "{clash}");
                    }
                })
            })
            .collect();
        let mut lines = Vec::new();
        while writers.iter().any(|writer| !writer.is_finished()) {
            lines.extend(stores[0].seal(Timestamp::UNIX_EPOCH).await.unwrap());
        }
        for writer in writers {
            writer.await.unwrap();
        }
        lines.extend(stores[1].seal(Timestamp::UNIX_EPOCH).await.unwrap());
        let file = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let report = stores[1].verify(Some(&file), &|_| {}).await.unwrap();
        assert_eq!((report.gebeurtenissen, report.fouten.as_slice()), (80, [].as_slice()));
        assert_eq!(lines.iter().map(|seal| seal.events).sum::<u64>(), 80);
        for store in stores {
            store.close().await;
        }
    }
}

/// Half a restore is no database to work with: it opens for nobody until somebody says that it is whole.
#[tokio::test]
async fn a_restore_that_stopped_halfway_opens_for_nobody() {
    for home in homes() {
        let (place, other) = (home.place().await, home.place().await);
        let store = open(&place, options(7)).await.unwrap();
        store.append(append(1, 0)).await.unwrap();
        let (mut data, mut ring) = (Vec::new(), Vec::new());
        store.export(&mut data, &|_| ()).await.unwrap();
        store.export_ring(&mut ring).await.unwrap();
        store.close().await;
        let copy = open(&other, options(8)).await.unwrap();
        copy.import(&mut data.as_slice()).await.unwrap();
        copy.close().await;
        assert_eq!(refusal(&other, options(8)).await, StorageError::HalfRestored);
        assert_eq!(refusal(&other, options(8).existing()).await, StorageError::HalfRestored);

        let whole = home.place().await;
        let copy = open(&whole, options(8)).await.unwrap();
        copy.import(&mut data.as_slice()).await.unwrap();
        copy.import_ring(&mut ring.as_slice()).await.unwrap();
        copy.finish_restore(&restored()).await.unwrap();
        copy.close().await;
        let copy = open(&whole, options(8).existing()).await.unwrap();
        assert_eq!(copy.load(&stream(1)).await.unwrap().len(), 1);
        let log = copy.handelingen(&HandelingQuery::all(Page::first(9))).await.unwrap().rows;
        assert_eq!(log, [restored()]);
        copy.close().await;
    }
}

/// A restore without its key ring reads nothing, and writes nothing under a new key either.
#[tokio::test]
async fn without_its_ring_a_restored_database_refuses_to_write() {
    for home in homes() {
        let (place, copy) = (home.place().await, home.place().await);
        let store = open(&place, options(7)).await.unwrap();
        store.append(append(1, 0)).await.unwrap();
        let (mut data, mut ring) = (Vec::new(), Vec::new());
        store.export(&mut data, &|_| ()).await.unwrap();
        store.export_ring(&mut ring).await.unwrap();
        let copy = open(&copy, options(8)).await.unwrap();
        let foreign = copy.import_ring(&mut ring.as_slice()).await.unwrap_err();
        assert!(matches!(foreign, StorageError::BadBackup { .. }), "{foreign}");
        copy.import(&mut data.as_slice()).await.unwrap();
        let missing = copy.append(append(1, 1)).await.unwrap_err();
        assert!(
            matches!(missing, AppendError::Storage(StorageError::InconsistentRow { table: "data_key", .. })),
            "{missing}"
        );
        assert!(copy.load(&stream(1)).await.is_err());
        copy.import_ring(&mut ring.as_slice()).await.unwrap();
        copy.append(append(1, 1)).await.unwrap();
        assert_eq!(copy.verify(None, &|_| {}).await.unwrap().fouten, []);
        copy.close().await;
        store.close().await;
    }
}

/// Given a database of a server in which not every name fits; then no command makes anything in it.
#[tokio::test]
async fn a_database_that_is_not_in_utf8_is_refused_before_anything_is_in_it() {
    let Some(Home::Postgres(cluster)) = Home::postgres() else { return };
    let address = cluster.database_in_latin1().await;
    let refused = SqlStorage::open(&address, options(7)).await.err();
    assert_eq!(refused, Some(StorageError::OtherEncoding { found: "LATIN1".to_owned() }));
    let server = PgPool::connect(&address).await.unwrap();
    let tables = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(sqlx::query_scalar::<_, i64>(tables).fetch_one(&server).await.unwrap(), 0);
}

/// Given a program that answers on an older database; then no other command changes the tables under it, until it stops.
#[tokio::test]
async fn tables_do_not_change_under_a_program_that_answers() {
    for home in homes() {
        let place = home.place().await;
        let answers = open(&place, options(7)).await.unwrap();
        assert_eq!(answers.hold_service().await, Ok(true));
        open(&place, options(7)).await.unwrap().close().await;
        let newest = "(SELECT MAX(version) FROM (SELECT version FROM _sqlx_migrations) AS v)";
        execute(&place, &format!("DELETE FROM _sqlx_migrations WHERE version = {newest}")).await;
        assert_eq!(refusal(&place, options(7)).await, StorageError::InUse);
        answers.close().await;
        // Its tables are there already, which is another refusal.
        assert_ne!(refusal(&place, options(7)).await, StorageError::InUse);
    }
}
