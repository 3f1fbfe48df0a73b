//! Alters what is stored, byte by byte and row by row, and expects verification to see it.

use base::{OrganisatieId, Timestamp};
use storage::{
    Account, Accounts, Actor, Append, Blobs, Claim, DestroyKey, Digest, EventLog, Handeling, Inzage, Link,
    ListsAfter, NewEvent, Programmasleutel, ReadLog, Rol, SignIn, StreamId, Upkeep,
};

use crate::backup::{TABLES, Table, Value};
use crate::db::{Arg, args};
use crate::testing::Home;
use crate::{Options, Secret, SqlStorage};

mod remarked;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + seconds).unwrap()
}

fn stream(n: u32) -> StreamId {
    format!("dossier/2026-{n:06}").parse().unwrap()
}

fn holder() -> OrganisatieId {
    "school/32JK00".parse().unwrap()
}

fn event(payload: &str) -> NewEvent {
    let persoon = "m-zonnedauw".parse().unwrap();
    NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().unwrap(),
        holder: holder(),
        actor: Actor { persoon, rol: "ib".to_owned(), organisatie: holder() },
        payload: payload.as_bytes().to_vec(),
        blobs: Vec::new(),
    }
}

async fn append(store: &SqlStorage, n: u32, expected: u64, event: NewEvent) {
    store.append(Append::new(stream(n), expected, at(1), vec![event])).await.unwrap();
}

async fn look(store: &SqlStorage) {
    let view = Inzage {
        at: at(2),
        dossier: stream(1).as_dossier().unwrap(),
        persoon: "m-zonnedauw".parse().unwrap(),
        rol: "ib".to_owned(),
        organisatie: holder(),
        delen: "A,C".to_owned(),
        doel: "gesprek".to_owned(),
    };
    store.log_reads(&[view]).await.unwrap();
}

fn act(handeling: &str) -> Handeling {
    Handeling {
        at: at(1),
        door: Some(Actor {
            persoon: "m-zonnedauw".parse().unwrap(),
            rol: "organisatiebeheerder".to_owned(),
            organisatie: holder(),
        }),
        organisatie: Some(holder()),
        handeling: handeling.to_owned(),
        onderwerp: "p-ijsvogel".to_owned(),
        toelichting: String::new(),
    }
}

fn rol(rol: &str) -> Rol {
    Rol {
        id: 0,
        account: "p-ijsvogel".parse().unwrap(),
        rol: rol.to_owned(),
        organisatie: holder(),
        groep: Some("5".to_owned()),
        van: "2026-01-01".parse().unwrap(),
        tot: None,
        vak: None,
    }
}

/// Somebody with a role, a link and a key.
async fn somebody(store: &SqlStorage) {
    let account = Account {
        id: "p-ijsvogel".parse().unwrap(),
        naam: "I. Ijsvogel".to_owned(),
        e_mail: "ijsvogel@school.example".to_owned(),
        wachtwoord: Some("$argon2id$".to_owned()),
        aangemaakt_op: at(1),
        geblokkeerd_op: None,
        taal: None,
    };
    store.create_account(&account, &act("account_gemaakt")).await.unwrap();
    store.add_rol(&rol("ib"), &act("rol_gegeven")).await.unwrap();
    let link = Link {
        token: Digest::of(b"link"),
        soort: "wachtwoord".to_owned(),
        account: Some(account.id.clone()),
        gegevens: "{}".to_owned(),
        geldig_tot: at(9_000),
        pogingen: 0,
        gebruikt_op: None,
    };
    store.put_link(&link, &act("link_gemaakt")).await.unwrap();
    let key = Programmasleutel {
        id: "k-1".to_owned(),
        sleutel: Digest::of(b"sleutel"),
        naam: "leerlingvolgsysteem".to_owned(),
        account: account.id.clone(),
        rol: "ib".to_owned(),
        organisatie: holder(),
        aangemaakt_op: at(1),
        tot: Some("2027-01-01".parse().unwrap()),
        actief_op: None,
        ingetrokken_op: None,
    };
    store.put_key(&key, &act("sleutel_gemaakt")).await.unwrap();
    store.activate_key("k-1", at(2), &act("sleutel_geactiveerd")).await.unwrap();
    store
        .update_account(&Account { geblokkeerd_op: Some(at(2)), ..account }, &act("account_geblokkeerd"))
        .await
        .unwrap();
}

/// Gives out numbers, and claims two of them with a second event.
async fn number(store: &SqlStorage) {
    let claims = ["PO9901/2026-001", "PO9901/2026-002"];
    let claims = claims.map(|value| Claim { kind: "tlv".to_owned(), value: value.to_owned() }).to_vec();
    let two = Append::new(stream(1), 1, at(1), vec![event("twee")]);
    store.append(Append { claims, ..two }).await.unwrap();
    for (kind, count) in [("dossier", 3), ("tlv", 2), ("dossier", 20)] {
        store.reserve_numbers(kind, 2026, count).await.unwrap();
    }
}

/// A store with a row of every kind, sealed twice with a tail that is not; and its file of seals.
async fn filled(address: &str) -> (SqlStorage, String) {
    let options = Options::new(Secret::from_bytes([7; 32]), at(0));
    let store = SqlStorage::open(address, options).await.unwrap();
    let blob = store.put_blob(&stream(1), &holder(), b"brief", at(0)).await.unwrap();
    append(&store, 1, 0, NewEvent { blobs: vec![blob], ..event("een") }).await;
    number(&store).await;
    look(&store).await;
    somebody(&store).await;
    let one = store.seal(at(3)).await.unwrap().unwrap();
    append(&store, 2, 0, event("leeg mij")).await;
    store.empty_payload(&stream(2), 1, at(4)).await.unwrap();
    append(&store, 3, 0, event("vernietig mij")).await;
    let destroy = DestroyKey { stream: stream(3), holder: holder(), at: at(5), lists: ListsAfter::Keep };
    store.destroy_key(destroy).await.unwrap();
    look(&store).await;
    let two = store.seal(at(6)).await.unwrap().unwrap();
    append(&store, 1, 2, event("niet verzegeld")).await;
    store.add_rol(&rol("directie"), &act("rol_gegeven")).await.unwrap();
    store.offer_rol(&rol("begeleider"), &act("rol_aangeboden")).await.unwrap();
    store.log_handeling(&act("tlv_controle_mislukt")).await.unwrap();
    look(&store).await;
    store.put_blob(&stream(1), &holder(), b"nog bij geen gebeurtenis", at(0)).await.unwrap();
    (store, format!("{one}\n{two}\n"))
}

/// The tables of which not one byte may change unseen.
fn guarded() -> impl Iterator<Item = &'static Table> {
    let acts = ["handeling", "account", "rol", "rolvoorstel", "link", "programmasleutel", "claim", "nummer"];
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
    store.verify(file, &|_| {}).await.unwrap().fouten
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
                for other in altered(&values[column]) {
                    if is_a_trace_of_use(table, column) {
                        continue;
                    }
                    tried += 1;
                    alter_one(store, table, &values, column, other).await;
                }
            }
        }
    }
    tried
}

/// How often a link was tried and when it was used changes without an act.
fn is_a_trace_of_use(table: &Table, column: usize) -> bool {
    table.name == "link" && column >= 5
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
const DEEDS: [&str; 38] = [
    "DELETE FROM event WHERE stream = 'dossier/2026-000001' AND sequence = 1",
    "DELETE FROM event WHERE stream = 'dossier/2026-000001' AND sequence = 2",
    "DELETE FROM event WHERE stream = 'dossier/2026-000002'",
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
    "DELETE FROM instantie WHERE naam = 'som_claim'",
    "UPDATE nummer SET laatste = 0",
    "DELETE FROM nummer WHERE soort = 'dossier'",
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
const REFUSED: [&str; 11] = [
    "DELETE FROM event",
    "UPDATE event SET rol = 'directie'",
    "UPDATE event SET payload = digest",
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

async fn reopened(store: SqlStorage, place: &crate::testing::Place, seconds: i64) -> SqlStorage {
    store.close().await;
    let options = Options::new(Secret::from_bytes([7; 32]), at(seconds));
    SqlStorage::open(place.address(), options).await.unwrap()
}

async fn accounts_of_before_are_taken_into_the_chain(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    unlock(&store).await;
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
