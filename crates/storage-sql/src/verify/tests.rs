//! Alters what is stored, byte by byte and row by row, and expects verification to see it.

use storage::{Accounts, DestroyKey, EventLog, ListsAfter, Rol, SignIn, Upkeep};

use crate::backup::{TABLES, Table, Value};
use crate::db::{Arg, args};
use crate::keys::Marking;
use crate::testing::Home;
use crate::{Options, Secret, SqlStorage};

mod back;
mod before;
mod filled;
mod remarked;
mod shares;
mod taken;

use filled::{act, at, filled, holder, rol, stream};

/// The tables of which not one byte may change unseen.
fn guarded() -> impl Iterator<Item = &'static Table> {
    let acts = [
        "handeling",
        "account",
        "rol",
        "rolvoorstel",
        "link",
        "programmasleutel",
        "claim",
        "nummer",
        "referentie",
        "nawerk",
    ];
    let names = [&["event", "vernietigd", "blob", "inzage", "zegel"][..], &acts].concat();
    TABLES.iter().filter(move |table| names.contains(&table.name))
}

/// Switches off the triggers that forbid what this test does.
async fn unlock(store: &SqlStorage) {
    let is_pg = store.db.read().await.unwrap().is_pg();
    let acts = ["handeling", "account", "rol", "rolvoorstel", "link", "programmasleutel", "sessie"];
    let tables = [&["event", "vernietigd", "data_key", "blob", "inzage", "zegel"][..], &acts].concat();
    let statements: Vec<String> = if is_pg {
        tables.iter().map(|table| format!("ALTER TABLE {table} DISABLE TRIGGER ALL")).collect()
    } else {
        let triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        let rows = store.db.read().await.unwrap().rows(triggers, args![]).await.unwrap();
        rows.iter().map(|row| format!("DROP TRIGGER {}", row.read("t").text("name").unwrap())).collect()
    };
    for sql in statements {
        execute(store, sql, Vec::new()).await;
    }
}

async fn execute(store: &SqlStorage, sql: String, args: Vec<Arg<'static>>) {
    let write = store.db.write(move |conn| Box::pin(async move { conn.execute(sql, &args).await }));
    assert_eq!(write.await.map_err(storage::StorageError::from).map(|_| ()), Ok(()));
}

/// The values that a value may be altered into by accident or on purpose.
fn altered(value: &Value) -> Vec<Value> {
    match value {
        Value::Nothing => Vec::new(),
        Value::Int(number) => vec![Value::Int(number + 1_000)],
        Value::Text(text) if text.is_empty() => vec![Value::Text("x".to_owned())],
        Value::Text(text) => {
            let first = text.as_bytes()[0] ^ 1;
            vec![Value::Text(format!("{}{}", char::from(first), &text[1..])), Value::Text(format!("{text}x"))]
        }
        Value::Bytes(bytes) => {
            let flipped = |at: usize| {
                let mut copy = bytes.clone();
                copy[at] ^= 1;
                Value::Bytes(copy)
            };
            let mut cut = bytes.clone();
            cut.pop();
            vec![flipped(0), flipped(bytes.len() - 1), Value::Bytes(cut)]
        }
    }
}

async fn faults(store: &SqlStorage, file: Option<&str>) -> Vec<storage::Fout> {
    let mut found = store.verify(file, &|_| {}).await.unwrap().fouten;
    // To do what they do these tests take away the triggers that forbid it.
    found.retain(|fout| fout.stroom != "schema");
    found
}

/// Alters every column of every guarded row in turn.
async fn alter_everything(store: &SqlStorage) -> usize {
    let mut tried = 0;
    for table in guarded() {
        let first = table.first_key();
        let mut args = table.args(&first);
        args.push(1_000_i64.into());
        let rows = store.db.read().await.unwrap().rows(table.select(), &args).await.unwrap();
        assert!(!rows.is_empty(), "{} has no rows", table.name);
        for row in rows {
            let values = table.read(&row).unwrap();
            for column in 0..values.len() {
                // A server takes nothing there that is no JSON.
                let is_json = table.name == "referentie" && column == 9;
                let json = vec![Value::Text("{\"anders\":1}".to_owned())];
                for other in if is_json { json } else { altered(&values[column]) } {
                    tried += 1;
                    alter_one(store, table, &values, column, other).await;
                }
            }
        }
    }
    tried
}

async fn alter_one(store: &SqlStorage, table: &Table, values: &[Value], column: usize, other: Value) {
    let mut changed = values.to_vec();
    changed[column] = other;
    replace_row(store, table, values, &changed).await;
    let found = faults(store, None).await;
    assert!(
        !found.is_empty(),
        "{} column {column} of {:?} into {:?}",
        table.name,
        values[0],
        changed[column]
    );
    replace_row(store, table, &changed, values).await;
}

async fn replace_row(store: &SqlStorage, table: &Table, old: &[Value], new: &[Value]) {
    let owned = |args: Vec<Arg<'_>>| args.iter().map(Arg::owned).collect::<Vec<_>>();
    let (old, new) = (owned(table.args(&table.key_of(old))), owned(table.args(new)));
    let (remove, insert) = (table.remove(), table.insert());
    // Outside of a transaction, because only there one can tell SQLite not to look at what refers to what.
    let mut conn = store.db.read().await.unwrap();
    let is_pg = conn.is_pg();
    if !is_pg {
        conn.raw_sql("PRAGMA foreign_keys = OFF").await.unwrap();
    }
    conn.execute(remove, &old).await.unwrap();
    assert_eq!(conn.execute(insert, &new).await.map_err(storage::StorageError::from), Ok(1));
    if !is_pg {
        conn.raw_sql("PRAGMA foreign_keys = ON").await.unwrap();
    }
}

async fn every_altered_byte_is_found(home: Home) {
    let place = home.place().await;
    let (store, file) = filled(place.address()).await;
    assert_eq!(faults(&store, Some(&file)).await, []);
    unlock(&store).await;
    let tried = alter_everything(&store).await;
    assert!(tried > 150, "{tried}");
    assert_eq!(faults(&store, Some(&file)).await, []);
}

#[tokio::test]
async fn every_altered_byte_is_found_on_sqlite() {
    every_altered_byte_is_found(Home::sqlite()).await;
}

#[tokio::test]
async fn every_altered_byte_is_found_on_postgres() {
    if let Some(home) = Home::postgres() {
        every_altered_byte_is_found(home).await;
    }
}

/// What somebody with the database in hand might do, each on a fresh store.
const DEEDS: [&str; 57] = [
    "DELETE FROM event WHERE stream = 'dossier/2026-000001' AND sequence = 1",
    "DELETE FROM event WHERE stream = 'dossier/2026-000001' AND sequence = 2",
    "DELETE FROM event WHERE stream = 'dossier/2026-000002'",
    "UPDATE event SET daad = NULL, plaats = NULL WHERE stream = 'dossier/2026-000001' AND sequence = 1",
    "UPDATE event SET plaats = NULL WHERE stream = 'dossier/2026-000001' AND sequence = 1",
    "UPDATE event SET daad = 'meld_aan', plaats = 0 WHERE stream = 'dossier/2026-000002'",
    "DELETE FROM inzage WHERE id = 1",
    "DELETE FROM zegel WHERE nummer = 1",
    "DELETE FROM zegel WHERE nummer = 2",
    "DELETE FROM blob WHERE sequence IS NOT NULL",
    "DELETE FROM vernietigd",
    "DELETE FROM data_key",
    "UPDATE event SET payload = NULL WHERE stream = 'dossier/2026-000001' AND sequence = 3",
    "UPDATE blob SET data = NULL WHERE sequence IS NOT NULL",
    "UPDATE data_key SET wrapped = NULL, destroyed_at = 1 WHERE stream = 'dossier/2026-000001'",
    "UPDATE instantie SET waarde = 'x' WHERE naam = 'publieke_sleutel'",
    "INSERT INTO rol (id, account, rol, organisatie, van) VALUES (99, 'p-ijsvogel', 'directie', 'school/32JK00', '2026-01-01')",
    "UPDATE rol SET rol = 'directie' WHERE rol = 'ib'",
    "UPDATE rol SET groep = NULL",
    "UPDATE rol SET discipline = 'psycholoog' WHERE rol = 'ib'",
    "UPDATE rol SET tot = '2026-02-01' WHERE rol = 'ib'",
    "DELETE FROM rol WHERE rol = 'directie'",
    "UPDATE account SET geblokkeerd_op = NULL",
    "UPDATE account SET wachtwoord = '$argon2id$eigen'",
    "INSERT INTO account (id, naam, e_mail, aangemaakt_op) VALUES ('p-vreemd', 'V. Vreemd', 'v@x.example', 1)",
    "UPDATE programmasleutel SET ingetrokken_op = 1",
    "UPDATE rolvoorstel SET rol = 'directie'",
    "DELETE FROM handeling WHERE handeling = 'tlv_controle_mislukt'",
    "DELETE FROM handeling WHERE handeling = 'account_geblokkeerd'",
    "DELETE FROM handeling",
    "UPDATE handeling SET hash = NULL, gevolgen = NULL",
    "INSERT INTO instantie (naam, waarde) VALUES ('demo', '{}')",
    "INSERT INTO instantie (naam, waarde) VALUES ('merk_demo', 'x')",
    "UPDATE instantie SET waarde = '00' WHERE naam = 'id'",
    "DELETE FROM claim",
    "DELETE FROM claim WHERE value = 'PO9901/2026-002'",
    "INSERT INTO claim (kind, value, stream) VALUES ('tlv', 'PO9901/2026-009', 'dossier/2026-000001')",
    "UPDATE claim SET stream = 'dossier/2026-000002' WHERE value = 'PO9901/2026-001'",
    "DELETE FROM instantie WHERE naam = 'telling'",
    "DELETE FROM instantie WHERE naam LIKE 'telling_%'",
    "DELETE FROM instantie WHERE naam = (SELECT MAX(naam) FROM instantie WHERE naam LIKE 'telling_%')",
    "UPDATE instantie SET waarde = 'x' WHERE naam LIKE 'telling_%'",
    "INSERT INTO instantie (naam, waarde)
        SELECT 'telling_99', MIN(waarde) FROM instantie WHERE naam LIKE 'telling_%'",
    "UPDATE nummer SET laatste = 0",
    "DELETE FROM nummer WHERE soort = 'dossier'",
    "UPDATE link SET gebruikt_op = NULL",
    "UPDATE link SET gebruikt_op = NULL, pogingen = 0",
    "UPDATE link SET pogingen = 0 WHERE gebruikt_op IS NULL",
    "DELETE FROM link WHERE gebruikt_op IS NOT NULL",
    "DELETE FROM instantie WHERE naam IN ('merken', 'merk_merken')",
    "UPDATE referentie SET bestuur = '40632'",
    "DELETE FROM referentie",
    "DELETE FROM nawerk",
    "INSERT INTO nawerk VALUES ('dossier/2026-000001', 1, 1)",
    "UPDATE concept SET veld = 'reden'",
    "UPDATE concept SET persoon = 'm-zonnedauw'",
    "UPDATE concept SET versie = versie + 1",
];

async fn deeds_are_found(home: Home) {
    for deed in DEEDS {
        let place = home.place().await;
        let (store, file) = filled(place.address()).await;
        unlock(&store).await;
        execute(&store, deed.to_owned(), Vec::new()).await;
        assert!(!faults(&store, Some(&file)).await.is_empty(), "{deed}");
        store.close().await;
    }
}

#[tokio::test]
async fn what_was_removed_is_missed_on_sqlite() {
    deeds_are_found(Home::sqlite()).await;
}

#[tokio::test]
async fn what_was_removed_is_missed_on_postgres() {
    if let Some(home) = Home::postgres() {
        deeds_are_found(home).await;
    }
}

/// The database itself refuses to change what may not change.
const REFUSED: [&str; 13] = [
    "DELETE FROM event",
    "UPDATE event SET rol = 'directie'",
    "UPDATE event SET payload = digest",
    "UPDATE event SET daad = NULL",
    "UPDATE event SET plaats = 1",
    "DELETE FROM inzage",
    "UPDATE inzage SET doel = 'x'",
    "UPDATE zegel SET events = 0",
    "DELETE FROM handeling",
    "UPDATE handeling SET gevolgen = NULL",
    "DELETE FROM data_key",
    "DELETE FROM blob WHERE sequence IS NOT NULL",
    "UPDATE blob SET sequence = 2 WHERE sequence = 1",
];

async fn frozen_rows_refuse(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    for sql in REFUSED {
        assert!(store.db.execute(sql, args![]).await.is_err(), "{sql}");
    }
    assert_eq!(faults(&store, None).await, []);
}

#[tokio::test]
async fn frozen_rows_refuse_to_change_on_sqlite() {
    frozen_rows_refuse(Home::sqlite()).await;
}

#[tokio::test]
async fn frozen_rows_refuse_to_change_on_postgres() {
    if let Some(home) = Home::postgres() {
        frozen_rows_refuse(home).await;
    }
}

/// The stored key of file 1.
const WRAPPED: &str = "SELECT stream, wrapped FROM data_key WHERE stream = 'dossier/2026-000001'";

#[tokio::test]
async fn a_destroyed_key_leaves_no_trace_in_the_file() {
    let place = Home::sqlite().place().await;
    let (store, _) = filled(place.address()).await;
    let row = store.db.read().await.unwrap().row(WRAPPED, args![]).await.unwrap().unwrap();
    let mut row = row.read("data_key");
    row.text("stream").unwrap();
    let wrapped = row.bytes("wrapped").unwrap();
    let path = place.file().unwrap();
    let is_there = || {
        let files = [path.clone(), path.with_extension("db-wal")];
        files.iter().any(|file| {
            let bytes = std::fs::read(file).unwrap_or_default();
            bytes.windows(wrapped.len()).any(|window| window == wrapped)
        })
    };
    assert!(is_there());
    let destroy = DestroyKey { stream: stream(1), holder: holder(), at: at(5), lists: ListsAfter::Keep };
    store.destroy_key(destroy).await.unwrap();
    assert!(!is_there());
}

/// The tables that say who may do what, as a version that knew no chain left them: without one.
const BEFORE: [&str; 3] = [
    "UPDATE handeling SET hash = NULL, gevolgen = NULL, plaats = NULL",
    "DELETE FROM instantie WHERE naam = 'einde_handelingen'",
    "DELETE FROM zegel",
];

/// It was made by an earlier version: the key of the installation says so.
async fn made_by(store: &SqlStorage, marking: Marking) {
    let instance = store.instance.clone();
    let write = store
        .db
        .write(move |conn| Box::pin(async move { crate::keys::say_marking(conn, &instance, marking).await }));
    assert_eq!(write.await.map_err(storage::StorageError::from), Ok(()));
}

async fn reopened(store: SqlStorage, place: &crate::testing::Place, seconds: i64) -> SqlStorage {
    store.close().await;
    let options = Options::new(Secret::from_bytes([7; 32]), at(seconds));
    SqlStorage::open(place.address(), options).await.unwrap()
}

async fn accounts_of_before_are_taken_into_the_chain(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    unlock(&store).await;
    made_by(&store, Marking::Before).await;
    for sql in BEFORE {
        execute(&store, sql.to_owned(), Vec::new()).await;
    }
    assert!(!faults(&store, None).await.is_empty(), "nothing says yet how they stand");
    let store = reopened(store, &place, 9).await;
    assert_eq!(faults(&store, None).await, []);
    store.seal(at(10)).await.unwrap().unwrap();
    execute(&store, "UPDATE handeling SET onderwerp = 'p-ander' WHERE id = 1".to_owned(), Vec::new()).await;
    let found = faults(&store, None).await;
    assert_eq!(found.iter().map(|fout| fout.stroom.as_str()).collect::<Vec<_>>(), ["handeling"], "{found:?}");
    execute(&store, "UPDATE handeling SET hash = NULL, gevolgen = NULL".to_owned(), Vec::new()).await;
    let store = reopened(store, &place, 11).await;
    assert!(!faults(&store, None).await.is_empty(), "a chain that was wiped is not begun anew");
}

#[tokio::test]
async fn accounts_of_before_are_taken_into_the_chain_on_sqlite() {
    accounts_of_before_are_taken_into_the_chain(Home::sqlite()).await;
}

#[tokio::test]
async fn accounts_of_before_are_taken_into_the_chain_on_postgres() {
    if let Some(home) = Home::postgres() {
        accounts_of_before_are_taken_into_the_chain(home).await;
    }
}

/// Given a file of which a disk lost a page that nothing reads; then verification finds it.
#[tokio::test]
async fn a_lost_page_of_the_file_is_found() {
    use std::os::unix::fs::FileExt as _;
    let place = Home::sqlite().place().await;
    let (store, _) = filled(place.address()).await;
    let of_index = "SELECT rootpage FROM sqlite_master WHERE name = 'referentie_naam'";
    let page = store.db.read().await.unwrap().number(of_index, args![]).await.unwrap();
    store.db.forget_traces().await;
    store.close().await;
    let file = std::fs::OpenOptions::new().write(true).open(place.file().unwrap()).unwrap();
    file.write_all_at(&[0; 4_096], u64::try_from((page - 1) * 4_096).unwrap()).unwrap();
    let options = Options::new(Secret::from_bytes([7; 32]), at(9)).existing();
    let store = SqlStorage::open(place.address(), options).await.unwrap();
    let found = faults(&store, None).await;
    assert!(
        found.iter().any(|fout| fout.stroom == "database" && fout.reden.contains("beschadigd")),
        "{found:?}"
    );
}

#[tokio::test]
async fn what_was_changed_by_hand_is_named() {
    let place = Home::sqlite().place().await;
    let (store, _) = filled(place.address()).await;
    unlock(&store).await;
    for sql in [
        "INSERT INTO rol (id, account, rol, organisatie, van) VALUES (99, 'p-ijsvogel', 'directie', 'school/32JK00', '2026-01-01')",
        "UPDATE rol SET groep = '6' WHERE rol = 'ib'",
        "DELETE FROM rol WHERE rol = 'directie' AND id < 99",
        "UPDATE account SET geblokkeerd_op = NULL",
    ] {
        execute(&store, sql.to_owned(), Vec::new()).await;
    }
    let found = faults(&store, None).await;
    let found: Vec<_> =
        found.iter().map(|fout| (fout.stroom.as_str(), fout.volgnummer, fout.reden.as_str())).collect();
    let other = "dit is anders dan het logboek van handelingen zegt";
    let expected = [
        ("account p-ijsvogel", None, other),
        ("rol", Some(1), other),
        ("rol", Some(2), "dit staat in het logboek van handelingen en niet in de database"),
        ("rol", Some(99), "dit staat niet in het logboek van handelingen"),
    ];
    assert_eq!(found, expected);
}
