//! A full disk stops writing, says so, and loses nothing.

use std::io::Write;
use std::process::{Command, Stdio};

use base::{OrganisatieId, Timestamp};
use storage::{
    Actor, Append, AppendError, Appended, Blobs, EventLog, NewEvent, StorageError, StreamId, Upkeep,
};
use storage_sql::testing::Home;
use storage_sql::{Options, Secret, SqlStorage};

fn options() -> Options {
    Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH)
}

fn append(n: u64, size: usize) -> Append {
    let holder: OrganisatieId = "school/32JK00".parse().unwrap();
    let event = NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().unwrap(),
        holder: holder.clone(),
        actor: Actor { persoon: "m-zonnedauw".parse().unwrap(), rol: "ib".to_owned(), organisatie: holder },
        by: None,
        payload: vec![b'x'; size],
        blobs: Vec::new(),
    };
    Append::new(stream(n), 0, Timestamp::UNIX_EPOCH, vec![event])
}

fn stream(n: u64) -> StreamId {
    format!("dossier/2026-{n:06}").parse().unwrap()
}

async fn fill(store: &SqlStorage) -> (Vec<Appended>, AppendError) {
    let mut done = Vec::new();
    loop {
        match store.append(append(done.len() as u64 + 1, 20_000)).await {
            Ok(appended) => done.push(appended),
            Err(error) => return (done, error),
        }
    }
}

#[tokio::test]
async fn a_full_database_stops_writing_and_loses_nothing() {
    let place = Home::sqlite().place().await;
    let store = SqlStorage::open(place.address(), options().most_pages(400)).await.unwrap();
    let (done, refused) = fill(&store).await;
    assert_eq!(refused, AppendError::Storage(StorageError::DiskFull));
    assert!(store.was_refused(), "the health check hears it at once");
    assert!(done.len() > 10, "{}", done.len());
    let again = store.append(append(9_000, 200_000)).await;
    assert_eq!(again, Err(AppendError::Storage(StorageError::DiskFull)));
    let school = "school/32JK00".parse().unwrap();
    let blob = store.put_blob(&stream(1), &school, &vec![1; 500_000], Timestamp::UNIX_EPOCH).await;
    assert_eq!(blob, Err(StorageError::DiskFull));
    for appended in &done {
        assert_eq!(store.load(&appended.stream).await.unwrap().len(), 1);
    }
    assert_eq!(store.head(&stream(9_000)).await.unwrap(), 0);
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
    store.close().await;

    let store = SqlStorage::open(place.address(), options()).await.unwrap();
    store.append(append(9_000, 200_000)).await.unwrap();
    assert!(!store.was_refused());
    let report = store.verify(None, &|_| {}).await.unwrap();
    assert_eq!((report.gebeurtenissen, report.fouten), (done.len() as u64 + 1, Vec::new()));
}

/// Writes that share a commit with one that does not fit fail with it or succeed whole.
#[tokio::test]
async fn writers_at_the_same_time_each_hear_the_truth() {
    let place = Home::sqlite().place().await;
    let store = SqlStorage::open(place.address(), options().most_pages(400)).await.unwrap();
    let store = std::sync::Arc::new(store);
    let writers: Vec<_> = (1..=150)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move { store.append(append(n, 20_000)).await })
        })
        .collect();
    let (mut kept, mut refused) = (0, 0);
    for (n, writer) in (1..).zip(writers) {
        let head = match writer.await.unwrap() {
            Ok(_) => 1,
            Err(error) => {
                assert_eq!(error, AppendError::Storage(StorageError::DiskFull));
                0
            }
        };
        kept += head;
        refused += 1 - head;
        assert_eq!(store.head(&stream(n)).await.unwrap(), head, "{n}");
    }
    assert!(refused > 0, "{kept} kept");
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
}

/// A file system of its own, so small that it is soon full; unmounted at the end.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !mounted {
            drop(writeln!(std::io::stderr(), "SKIPPED: no small file system can be mounted here"));
        }
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.0.path()).status());
    }
}

#[tokio::test]
async fn a_full_file_system_stops_writing_and_loses_nothing() {
    let Some(disk) = SmallDisk::mount() else { return };
    let address = format!("sqlite:{}", disk.0.path().join("leerrecht.db").display());
    let store = SqlStorage::open(&address, options()).await.unwrap();
    let (done, refused) = fill(&store).await;
    assert_eq!(refused, AppendError::Storage(StorageError::DiskFull));
    for appended in &done {
        assert_eq!(store.load(&appended.stream).await.unwrap().len(), 1);
    }
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
    store.close().await;

    let more = Command::new("mount").args(["-o", "remount,size=30m"]).arg(disk.0.path()).status();
    assert!(more.unwrap().success());
    let store = SqlStorage::open(&address, options()).await.unwrap();
    store.append(append(9_000, 20_000)).await.unwrap();
    let report = store.verify(None, &|_| {}).await.unwrap();
    assert_eq!((report.gebeurtenissen, report.fouten), (done.len() as u64 + 1, Vec::new()));
    store.close().await;
}
