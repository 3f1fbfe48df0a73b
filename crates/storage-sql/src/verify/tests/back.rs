//! Whoever owns the database puts back rows of an earlier moment, with what was kept of them then.

use storage::{Append, Claim, Page, ReferenceUpdate, References};

use super::filled::event;
use super::*;
use crate::acts;
use crate::stand::{self, REFERENCES};
use crate::tally::{CLAIMS, FACT, WORK};

/// The rows of a table.
async fn rows_of(store: &SqlStorage, name: &str) -> Vec<Vec<Value>> {
    let (table, mut conn) = (acts::table(name).unwrap(), store.db.read().await.unwrap());
    let (mut all, mut after) = (Vec::new(), table.first_key());
    loop {
        let rows =
            acts::page_of(&mut conn, table, &after).await.map_err(storage::StorageError::from).unwrap();
        let Some(last) = rows.last() else { return all };
        after = table.key_of(last);
        all.extend(rows);
    }
}

/// Some tables, and the facts whose name begins so, as they stand.
struct Moment {
    tables: Vec<(&'static str, Vec<Vec<Value>>)>,
    facts: &'static str,
}

impl Moment {
    async fn of(store: &SqlStorage, tables: &[&'static str], facts: &'static str) -> Self {
        let mut kept = Vec::new();
        for name in ["instantie"].iter().chain(tables) {
            kept.push((*name, rows_of(store, name).await));
        }
        Self { tables: kept, facts }
    }

    /// Whether a row is put back: of the facts those alone that belong to the set.
    fn is_meant(&self, table: &str, row: &[Value]) -> bool {
        table != "instantie" || matches!(row.first(), Some(Value::Text(name)) if name.starts_with(self.facts))
    }

    async fn put_back(&self, store: &SqlStorage) {
        for (name, rows) in &self.tables {
            let table = acts::table(name).unwrap();
            for row in rows_of(store, name).await.iter().filter(|row| self.is_meant(name, row)) {
                let key = table.key_of(row);
                let key = table.args(&key).iter().map(Arg::owned).collect();
                execute(store, table.remove(), key).await;
            }
            for row in rows.iter().filter(|row| self.is_meant(name, row)) {
                let row = table.args(row).iter().map(Arg::owned).collect();
                execute(store, table.insert(), row).await;
            }
        }
    }
}

/// An act that asks for a letter and takes a number.
fn decided(n: u32, expected: u64) -> Append {
    let claims = vec![Claim { kind: "besluit".to_owned(), value: format!("{n}") }];
    Append { claims, unfinished: true, ..Append::new(stream(n), expected, at(7), vec![event("besloten")]) }
}

/// What is found, by what it is about.
async fn about(store: &SqlStorage) -> Vec<String> {
    faults(store, None).await.into_iter().map(|fout| fout.stroom).collect()
}

/// Something happens in each of many files, so in every share.
async fn go_on(store: &SqlStorage) {
    // The key of the third was destroyed.
    for n in (1..40).filter(|n| *n != 3) {
        let head = store.head(&stream(n)).await.unwrap();
        store.append(Append::new(stream(n), head, at(9), vec![event("verder")])).await.unwrap();
    }
}

/// Given a decision whose letter is still to be made; when the quiet moment before it is put back, with what was kept then; then it is
/// found: at once, after a seal, and when the file and others of its share went on.
async fn a_letter_that_was_taken_away_is_missed(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    let quiet = Moment::of(&store, &[WORK, CLAIMS], FACT).await;
    store.append(decided(1, 3)).await.unwrap();
    assert_eq!(about(&store).await, Vec::<String>::new());
    quiet.put_back(&store).await;
    assert_eq!(store.unfinished(None, 9).await.unwrap().len(), 1, "the letter of before alone");
    assert_eq!(about(&store).await, ["event"]);
    store.seal(at(8)).await.unwrap().unwrap();
    assert_eq!(about(&store).await, ["event"], "a seal covers it and takes nothing away");
    go_on(&store).await;
    assert_eq!(about(&store).await, ["event"]);
    store.close().await;
}

/// Given the same, where the decision is taken away too before a seal covers it; then what is left is what the database was, and the
/// seal that covered it says otherwise.
async fn a_decision_that_went_with_its_letter_is_missed_once_it_was_sealed(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    unlock(&store).await;
    let quiet = Moment::of(&store, &[WORK, CLAIMS], FACT).await;
    store.append(decided(1, 3)).await.unwrap();
    store.seal(at(8)).await.unwrap().unwrap();
    quiet.put_back(&store).await;
    let taken = "DELETE FROM event WHERE stream = 'dossier/2026-000001' AND sequence = 4";
    execute(&store, taken.to_owned(), Vec::new()).await;
    assert_eq!(about(&store).await, ["zegel"]);
    store.close().await;
}

/// Given work that another file of the same share asks for, so that each of its states was there once; then none of them passes for
/// another.
async fn no_state_of_a_share_passes_for_another(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    let mut moments = vec![Moment::of(&store, &[WORK, CLAIMS], FACT).await];
    for n in [1_u32, 2] {
        let head = store.head(&stream(n)).await.unwrap();
        store.append(decided(n, head)).await.unwrap();
        moments.push(Moment::of(&store, &[WORK, CLAIMS], FACT).await);
        let first = head + 1;
        let made = Append::new(stream(n), first, at(8), vec![event("brief gemaakt")]);
        store.append(Append { finishes: Some(first), ..made }).await.unwrap();
        moments.push(Moment::of(&store, &[WORK, CLAIMS], FACT).await);
    }
    let now = moments.pop().unwrap();
    for earlier in &moments {
        earlier.put_back(&store).await;
        assert_eq!(about(&store).await, ["event"]);
        now.put_back(&store).await;
        assert_eq!(about(&store).await, Vec::<String>::new());
    }
    store.close().await;
}

/// A school that gets another board.
async fn other_board(store: &SqlStorage, bestuur: &str, per: &str) {
    let known = store.reference("vestiging", "32JK00", "2026-06-01".parse().unwrap()).await.unwrap().unwrap();
    let per = per.parse().unwrap();
    let school =
        storage::Referentie { geldig_van: per, geldig_tot: None, bestuur: Some(bestuur.to_owned()), ..known };
    let run = storage::Invoerrun {
        at: at(7),
        soort: "duo-vestigingen".to_owned(),
        bron: "DUO".to_owned(),
        gelezen: 1,
        nieuw: 0,
        gewijzigd: 1,
        ongewijzigd: 0,
        vervallen: 0,
        onbruikbaar: 0,
    };
    let soort = "vestiging".to_owned();
    let update = ReferenceUpdate { soort, per, geldig: vec![school], vervallen: Vec::new(), run };
    let runs = store.import_runs(Page::first(1)).await.unwrap().total;
    assert!(store.update_references(&[update], runs).await.unwrap());
}

/// Given schools of which one got another board; when those of before are put back with the sum of then; then it is found, and an import
/// on top of it hides nothing.
async fn schools_of_before_are_found(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    let before = Moment::of(&store, &[REFERENCES], "som_referentie").await;
    other_board(&store, "40632", "2026-03-01").await;
    assert_eq!(about(&store).await, Vec::<String>::new());
    before.put_back(&store).await;
    assert_eq!(about(&store).await, [REFERENCES]);
    store.seal(at(8)).await.unwrap().unwrap();
    assert_eq!(about(&store).await, [REFERENCES]);
    other_board(&store, "40633", "2026-04-01").await;
    let found = faults(&store, None).await;
    let reden = "deze handeling vond referentie anders dan het logboek zei: dat is daarvoor buiten het programma gewijzigd";
    assert_eq!(found.iter().map(|fout| fout.reden.as_str()).collect::<Vec<_>>(), [reden]);
    store.close().await;
}

/// Makes of a database one of the version before: claims and work each by itself.
async fn as_before_the_tally(store: &SqlStorage) {
    let marks = store.secrets().await.marks.clone();
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            for set in [CLAIMS, WORK] {
                stand::keep_whole(conn, &marks, acts::table(set)?).await?;
            }
            Ok::<_, crate::db::DbError>(())
        })
    });
    write.await.map_err(storage::StorageError::from).unwrap();
    execute(store, "DELETE FROM instantie WHERE naam LIKE 'telling%'".to_owned(), Vec::new()).await;
    made_by(store, Marking::Given).await;
}

/// Given a database of the version before; when it is opened; then claims and work are held together with the events, an act says so,
/// and what somebody took away before that stays a fault.
async fn a_database_of_before_is_bound(home: Home) {
    for (deed, expected) in [(None, Vec::new()), (Some("DELETE FROM nawerk"), vec![WORK.to_owned()])] {
        let place = home.place().await;
        let (store, _) = filled(place.address()).await;
        as_before_the_tally(&store).await;
        if let Some(deed) = deed {
            execute(&store, deed.to_owned(), Vec::new()).await;
        }
        let store = reopened(store, &place, 9).await;
        assert_eq!(about(&store).await, expected);
        assert_eq!(store.instantie().await.unwrap().zonder_merk, Vec::<String>::new());
        let query = storage::HandelingQuery {
            handeling: Some("bijgewerkt".to_owned()),
            ..storage::HandelingQuery::all(Page::first(9))
        };
        let told = store.handelingen(&query).await.unwrap().rows;
        assert_eq!(told.iter().map(|act| act.toelichting.as_str()).collect::<Vec<_>>(), ["event 6"]);
        let left = "SELECT COUNT(*) FROM instantie WHERE naam LIKE 'som_claim%' OR naam LIKE 'som_nawerk%'";
        assert_eq!(store.db.read().await.unwrap().number(left, args![]).await.unwrap(), 0);
        store.close().await;
    }
}

/// Given a backup of the version before, and a ring that says that its database was bound since; when it is restored; then it is bound.
async fn a_backup_of_before_is_bound(home: Home) {
    let (place, other) = (home.place().await, home.place().await);
    let (store, _) = filled(place.address()).await;
    let mut ring = Vec::new();
    store.export_ring(&mut ring).await.unwrap();
    as_before_the_tally(&store).await;
    let mut data = Vec::new();
    store.export(&mut data, &|_| ()).await.unwrap();
    store.close().await;
    let copy = SqlStorage::open(other.address(), Options::new(Secret::from_bytes([8; 32]), at(20))).await;
    let copy = copy.unwrap();
    copy.take_over(&mut data.as_slice(), &mut ring.as_slice()).await.unwrap();
    copy.finish_restore(&storage::Handeling { at: at(21), ..act("hersteld") }).await.unwrap();
    assert_eq!(about(&copy).await, Vec::<String>::new());
    copy.close().await;
}

macro_rules! on_both {
    ($($check:ident => $sqlite:ident, $postgres:ident;)*) => {$(
        #[tokio::test]
        async fn $sqlite() {
            $check(Home::sqlite()).await;
        }

        #[tokio::test]
        async fn $postgres() {
            if let Some(home) = Home::postgres() {
                $check(home).await;
            }
        }
    )*};
}

on_both! {
    a_letter_that_was_taken_away_is_missed
        => a_letter_taken_away_is_missed_on_sqlite, a_letter_taken_away_is_missed_on_postgres;
    a_decision_that_went_with_its_letter_is_missed_once_it_was_sealed
        => a_sealed_decision_is_missed_on_sqlite, a_sealed_decision_is_missed_on_postgres;
    no_state_of_a_share_passes_for_another
        => no_state_passes_for_another_on_sqlite, no_state_passes_for_another_on_postgres;
    schools_of_before_are_found => schools_of_before_are_found_on_sqlite, schools_of_before_are_found_on_postgres;
    a_database_of_before_is_bound => a_database_of_before_is_bound_on_sqlite, a_database_of_before_is_bound_on_postgres;
    a_backup_of_before_is_bound => a_backup_of_before_is_bound_on_sqlite, a_backup_of_before_is_bound_on_postgres;
}
