//! What waits for what on a server: acts on other files do not, acts on a file and its list rows do.

use std::sync::Arc;
use std::time::Duration;

use base::DossierNummer;
use storage::{Append, Claim, DossierRij, Lists, Projection};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use super::filled::event;
use super::*;
use crate::db::DbError;
use crate::tally::{self, Tally};

/// The claims of a file of its own, and work for later.
fn registered(n: u32) -> Append {
    let claims = vec![Claim { kind: "kind".to_owned(), value: format!("{n}") }];
    Append { claims, unfinished: true, ..Append::new(stream(n), 0, at(1), vec![event("een")]) }
}

/// Given an act that holds what it changes; then one on another file is written meanwhile.
async fn other_files_do_not_wait(home: Home) {
    let place = home.place().await;
    let store = SqlStorage::open(place.address(), Options::new(Secret::from_bytes([7; 32]), at(0))).await;
    let store = store.unwrap();
    let marks = store.secrets().await.marks.clone();
    let (held, is_held) = oneshot::channel();
    let (other, is_written) = oneshot::channel::<()>();
    let holds = store.db.write(move |conn| {
        Box::pin(async move {
            tally::add(conn, &marks, &stream(1), Tally::NIETS).await?;
            held.send(()).unwrap();
            is_written.await.unwrap();
            Ok::<_, DbError>(())
        })
    });
    let writes = async {
        is_held.await.unwrap();
        let written = tokio::time::timeout(Duration::from_mins(1), store.append(registered(2))).await;
        other.send(()).unwrap();
        written
    };
    let (holds, written) = tokio::join!(holds, writes);
    holds.map_err(storage::StorageError::from).unwrap();
    written.expect("it waits for the other file").unwrap();
    store.close().await;
}

/// Given registrations at once; then what is kept of all is what stands in the database, also when their work is done.
async fn shares_add_up(home: Home) {
    let place = home.place().await;
    let (store, file) = filled(place.address()).await;
    let store = Arc::new(store);
    let mut all: JoinSet<_> = (10..40)
        .map(|n| {
            let store = Arc::clone(&store);
            async move { store.append(registered(n)).await }
        })
        .collect();
    while let Some(appended) = all.join_next().await {
        appended.unwrap().unwrap();
    }
    assert_eq!(faults(&store, Some(&file)).await, []);
    for work in store.unfinished(None, 100).await.unwrap() {
        store.finish(&work).await.unwrap();
    }
    assert_eq!(faults(&store, Some(&file)).await, []);
    store.close().await;
}

/// The rows of a file whose child is called so.
fn rows_of(dossier: &DossierNummer, naam: &str) -> Projection {
    let row = DossierRij {
        dossier: dossier.clone(),
        weergavenaam: naam.to_owned(),
        sorteernaam: naam.to_owned(),
        naam_norm: naam.to_owned(),
        geboortedatum: None,
        vestiging: None,
        groep: None,
        stand: "geopend".to_owned(),
        gewijzigd_op: at(1),
        wijzigt_op: None,
    };
    Projection { dossier: Some(row), ..Projection::default() }
}

/// How many transactions wait for a lock of the kind that a stream has.
async fn waiting(store: &SqlStorage) -> i64 {
    let sql = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    store.db.read().await.unwrap().number(sql, args![]).await.unwrap()
}

/// Given a file whose rows are made anew as of before while somebody adds to it; then both wait for who is busy with the file, and the rows
/// are those of the newest fact, whoever comes first.
async fn rows_of_before_never_replace_newer_ones(home: Home) {
    let place = home.place().await;
    let store = SqlStorage::open(place.address(), Options::new(Secret::from_bytes([7; 32]), at(0))).await;
    let store = store.unwrap();
    let dossier = stream(1).as_dossier().unwrap();
    let rows = |naam| Some(rows_of(&dossier, naam));
    let opened = Append::new(stream(1), 0, at(1), vec![event("een")]);
    store.append(Append { projection: rows("toen"), ..opened }).await.unwrap();
    let (held, is_held) = oneshot::channel();
    let (other, is_asked) = oneshot::channel::<()>();
    let holds = store.db.write(move |conn| {
        Box::pin(async move {
            crate::numbers::lock_stream(conn, &stream(1)).await?;
            held.send(()).unwrap();
            is_asked.await.unwrap();
            Ok::<_, DbError>(())
        })
    });
    let begin = tokio::sync::Barrier::new(3);
    let watches = async {
        is_held.await.unwrap();
        begin.wait().await;
        let both_wait = async {
            while waiting(&store).await < 2 {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let seen = tokio::time::timeout(Duration::from_mins(1), both_wait).await;
        other.send(()).unwrap();
        seen
    };
    let adds = Append { projection: rows("nu"), ..Append::new(stream(1), 1, at(1), vec![event("twee")]) };
    let before = rows_of(&dossier, "weer toen");
    let adds = async {
        begin.wait().await;
        store.append(adds).await
    };
    let replaces = async {
        begin.wait().await;
        store.replace_projection(&dossier, 1, &before).await
    };
    let (holds, seen, added, replaced) = tokio::join!(holds, watches, adds, replaces);
    holds.map_err(storage::StorageError::from).unwrap();
    added.unwrap();
    replaced.unwrap();
    seen.expect("one of them did not wait");
    assert_eq!(store.dossier_row(&dossier).await.unwrap().unwrap().weergavenaam, "nu");
    store.close().await;
}

#[tokio::test]
async fn rows_of_before_never_replace_newer_ones_on_postgres() {
    if let Some(home) = Home::postgres() {
        rows_of_before_never_replace_newer_ones(home).await;
    }
}

#[tokio::test]
async fn acts_on_other_files_do_not_wait_on_postgres() {
    if let Some(home) = Home::postgres() {
        other_files_do_not_wait(home).await;
    }
}

#[tokio::test]
async fn shares_add_up_on_sqlite() {
    shares_add_up(Home::sqlite()).await;
}

#[tokio::test]
async fn shares_add_up_on_postgres() {
    if let Some(home) = Home::postgres() {
        shares_add_up(home).await;
    }
}
