//! A database of before claims, numbers, facts and the use of links bore marks.

use storage::{Digest, Link};

use super::*;
use crate::marks;

/// Takes away what a version of before did not write: the marks, and the acts that say how links were used.
async fn as_before(store: &SqlStorage) {
    unlock(store).await;
    made_by(store, Marking::Before).await;
    let facts = "'merk_id', 'merk_aangemaakt_op', 'merken', 'merk_merken'";
    for sql in [
        format!("DELETE FROM instantie WHERE naam IN ({facts}) OR naam LIKE 'som_%' OR naam LIKE 'telling%'"),
        "DELETE FROM link".to_owned(),
        "DELETE FROM zegel".to_owned(),
    ] {
        execute(store, sql, Vec::new()).await;
    }
    let made = Link {
        token: Digest::of(b"van toen"),
        soort: "wachtwoord".to_owned(),
        account: None,
        gegevens: "{}".to_owned(),
        geldig_tot: at(9_000),
        pogingen: 0,
        gebruikt_op: None,
    };
    store.put_link(&made, &act("link_gemaakt")).await.unwrap();
    let used = "UPDATE link SET account = 'p-ijsvogel', pogingen = 2, gebruikt_op = 7";
    execute(store, used.to_owned(), Vec::new()).await;
}

/// Given a database without marks; when it is opened; then they are given in the open, once, and the check is clean; and who takes
/// them away after that is found for good.
async fn a_database_of_before_gets_its_marks(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    as_before(&store).await;
    assert!(!faults(&store, None).await.is_empty(), "nothing says yet how they stand");
    let store = reopened(store, &place, 9).await;
    assert_eq!(faults(&store, None).await, []);
    let query = storage::HandelingQuery {
        handeling: Some("bijgewerkt".to_owned()),
        ..storage::HandelingQuery::all(storage::Page::first(9))
    };
    let acts = store.handelingen(&query).await.unwrap().rows;
    let told: Vec<_> = acts.iter().map(|act| act.toelichting.as_str()).collect();
    assert_eq!(told, ["nawerk 1, referentie 2, claim 2, nummer 2, id, aangemaakt_op, links 4, event 6"]);

    let taken = "DELETE FROM instantie WHERE naam LIKE 'som_%' OR naam LIKE 'merk%'";
    execute(&store, taken.to_owned(), Vec::new()).await;
    let store = reopened(store, &place, 11).await;
    assert!(!faults(&store, None).await.is_empty(), "marks that went are not given again");
}

/// Given such a database with a link that somebody changed; then bringing it up to date marks no edit as its own.
async fn an_edit_of_before_stays_a_fault(home: Home) {
    for edit in [
        "UPDATE link SET geldig_tot = 9999",
        "UPDATE link SET token = token, gegevens = '{\"x\":1}'",
        "UPDATE rol SET rol = 'directie' WHERE rol = 'ib'",
    ] {
        let place = home.place().await;
        let (store, _) = filled(place.address()).await;
        as_before(&store).await;
        execute(&store, edit.to_owned(), Vec::new()).await;
        let store = reopened(store, &place, 9).await;
        assert!(!faults(&store, None).await.is_empty(), "{edit}");
        marks::give(&store, at(10)).await.unwrap();
        assert!(!faults(&store, None).await.is_empty(), "{edit}");
        store.close().await;
    }
}

/// Given a database of before that says that it is a demo; then its marks leave that as it is: it opens no door.
async fn a_demo_of_before_gets_no_mark(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    as_before(&store).await;
    let demo = "INSERT INTO instantie (naam, waarde) VALUES ('demo', '{}')";
    execute(&store, demo.to_owned(), Vec::new()).await;
    let store = reopened(store, &place, 9).await;
    let found = store.instantie().await.unwrap();
    assert!(found.demo.is_none() && found.demo_zonder_merk);
}

#[tokio::test]
async fn a_database_of_before_gets_its_marks_on_sqlite() {
    a_database_of_before_gets_its_marks(Home::sqlite()).await;
    an_edit_of_before_stays_a_fault(Home::sqlite()).await;
    a_demo_of_before_gets_no_mark(Home::sqlite()).await;
}

#[tokio::test]
async fn a_database_of_before_gets_its_marks_on_postgres() {
    if let Some(home) = Home::postgres() {
        a_database_of_before_gets_its_marks(home).await;
    }
    if let Some(home) = Home::postgres() {
        an_edit_of_before_stays_a_fault(home).await;
    }
    if let Some(home) = Home::postgres() {
        a_demo_of_before_gets_no_mark(home).await;
    }
}
