//! Marks that somebody took away are not given again, and what the database was taught to do by itself is found.

use storage::{Handeling, Inzage, ReadLog};

use super::*;

/// What somebody with the database and without a key takes away before a start, with what they changed.
const TAKEN: [&[&str]; 4] = [
    &[
        "UPDATE referentie SET bestuur = '40632'",
        "DELETE FROM instantie WHERE naam IN ('merken', 'merk_merken', 'som_referentie')",
    ],
    &["DELETE FROM claim", "DELETE FROM instantie WHERE naam LIKE 'som_%' OR naam LIKE 'merk%'"],
    &["DELETE FROM nawerk", "DELETE FROM instantie WHERE naam LIKE 'telling%'"],
    &[
        "UPDATE rol SET rol = 'directie' WHERE rol = 'ib'",
        "UPDATE handeling SET hash = NULL, gevolgen = NULL, plaats = NULL",
        "DELETE FROM instantie WHERE naam = 'einde_handelingen'",
        "DELETE FROM zegel",
    ],
];

/// Given a database that this version made; when its marks are taken away and it is opened; then none is given, and it says so.
async fn marks_that_went_are_not_given_again(home: Home) {
    for deeds in TAKEN {
        let place = home.place().await;
        let (store, _) = filled(place.address()).await;
        assert_eq!(store.instantie().await.unwrap().zonder_merk, Vec::<String>::new());
        unlock(&store).await;
        for deed in deeds {
            execute(&store, (*deed).to_owned(), Vec::new()).await;
        }
        let before = faults(&store, None).await;
        assert!(!before.is_empty(), "{deeds:?}");
        let store = reopened(store, &place, 9).await;
        assert_eq!(faults(&store, None).await, before, "{deeds:?}");
        let takes_a_mark = deeds.iter().any(|deed| deed.contains("som_") || deed.contains("telling"));
        assert_eq!(!store.instantie().await.unwrap().zonder_merk.is_empty(), takes_a_mark, "{deeds:?}");
        store.close().await;
    }
}

/// Given a backup from which the marks were taken; when it is restored with its ring; then none is given.
async fn a_backup_without_its_marks_gets_none(home: Home) {
    let (place, other) = (home.place().await, home.place().await);
    let (store, _) = filled(place.address()).await;
    unlock(&store).await;
    for deed in TAKEN[0] {
        execute(&store, (*deed).to_owned(), Vec::new()).await;
    }
    let (mut data, mut ring) = (Vec::new(), Vec::new());
    store.export(&mut data, &|_| ()).await.unwrap();
    store.export_ring(&mut ring).await.unwrap();
    store.close().await;
    let options = Options::new(Secret::from_bytes([8; 32]), at(20));
    let copy = SqlStorage::open(other.address(), options).await.unwrap();
    copy.take_over(&mut data.as_slice(), &mut ring.as_slice()).await.unwrap();
    let restored = Handeling { at: at(21), ..act("hersteld") };
    copy.finish_restore(&restored).await.unwrap();
    let found = faults(&copy, None).await;
    assert!(found.iter().any(|fout| fout.stroom == "referentie"), "{found:?}");
    assert!(found.iter().any(|fout| fout.stroom == "instantie"), "{found:?}");
    copy.close().await;
}

/// What a database can be taught to do by itself, on each of the two; and the word by which it is named.
const TAUGHT: [(&str, &str, &str); 4] = [
    (
        "CREATE TRIGGER stil BEFORE INSERT ON inzage BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TRIGGER stil BEFORE INSERT ON inzage FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "stil",
    ),
    ("DROP TRIGGER inzage_stays", "ALTER TABLE inzage DISABLE TRIGGER inzage_stays", "inzage_stays"),
    ("CREATE VIEW kijk AS SELECT id FROM inzage", "CREATE VIEW kijk AS SELECT id FROM inzage", "kijk"),
    (
        "CREATE TRIGGER weg AFTER INSERT ON nawerk BEGIN DELETE FROM nawerk; END",
        "CREATE RULE weg AS ON INSERT TO nawerk DO INSTEAD NOTHING",
        "weg",
    ),
];

async fn what_the_database_was_taught_is_found(home: Home) {
    for (on_file, on_server, name) in TAUGHT {
        let place = home.place().await;
        let (store, file) = filled(place.address()).await;
        assert_eq!(store.verify(Some(&file), &|_| {}).await.unwrap().fouten, []);
        let is_pg = store.db.read().await.unwrap().is_pg();
        let sql = if is_pg { on_server } else { on_file };
        execute(&store, sql.to_owned(), Vec::new()).await;
        let found = store.verify(Some(&file), &|_| {}).await.unwrap().fouten;
        assert!(
            found.iter().any(|fout| fout.stroom == "schema" && fout.reden.contains(name)),
            "{sql}: {found:?}"
        );
        store.close().await;
    }
}

#[tokio::test]
async fn marks_that_went_are_not_given_again_on_sqlite() {
    marks_that_went_are_not_given_again(Home::sqlite()).await;
    a_backup_without_its_marks_gets_none(Home::sqlite()).await;
}

#[tokio::test]
async fn marks_that_went_are_not_given_again_on_postgres() {
    if let Some(home) = Home::postgres() {
        marks_that_went_are_not_given_again(home).await;
    }
    if let Some(home) = Home::postgres() {
        a_backup_without_its_marks_gets_none(home).await;
    }
}

#[tokio::test]
async fn what_the_database_was_taught_is_found_on_sqlite() {
    what_the_database_was_taught_is_found(Home::sqlite()).await;
}

#[tokio::test]
async fn what_the_database_was_taught_is_found_on_postgres() {
    if let Some(home) = Home::postgres() {
        what_the_database_was_taught_is_found(home).await;
    }
}

/// Given a database that keeps lines out of the log of reads; when somebody looks; then they see nothing, since it is on no record.
#[tokio::test]
async fn who_is_kept_out_of_the_log_of_reads_reads_nothing() {
    let place = Home::sqlite().place().await;
    let (store, _) = filled(place.address()).await;
    execute(&store, TAUGHT[0].0.to_owned(), Vec::new()).await;
    let look = Inzage {
        at: at(30),
        dossier: stream(1).as_dossier().unwrap(),
        persoon: "m-zonnedauw".parse().unwrap(),
        rol: "ib".to_owned(),
        organisatie: holder(),
        delen: "dossier".to_owned(),
        doel: "lezen".to_owned(),
    };
    assert!(store.log_reads(&[look]).await.is_err());
}
