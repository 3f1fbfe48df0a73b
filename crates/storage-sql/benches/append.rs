//! Appending and loading against a floor in the same run: what the database and the disk cost
//! without us. Figures are ratios; the times beside them are those of this machine.
//!
//! `cargo bench -p storage-sql --bench append`

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base::{DossierNummer, OrganisatieId, Timestamp};
use sqlx::{Connection, PgConnection, PgPool};
use storage::{
    Actor, Append, BeurtRij, Digest, DossierRij, EventLog, GezienRij, Idempotency, Lezer, NewEvent,
    Projection, StreamId, TaakRij, Upkeep,
};
use storage_sql::testing::{Cluster, Home, Place};
use storage_sql::{Options, Secret, SqlStorage};

/// Writes of one client alone, and of all together.
const ALONE: u32 = 200;
const TOGETHER: u32 = 3_200;
/// Clients at the same time.
const CLIENTS: u32 = 32;
/// Payload of an event with its receipts.
const PAYLOAD: usize = 1_500;

fn say(line: &str) {
    drop(writeln!(io::stdout(), "{line}"));
}

fn per_second(count: u32, took: Duration) -> f64 {
    f64::from(count) / took.as_secs_f64()
}

fn school() -> OrganisatieId {
    "school/32JK00".parse().expect("a school")
}

fn event() -> NewEvent {
    let persoon = "m-zonnedauw".parse().expect("a person");
    NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().expect("a date"),
        holder: school(),
        actor: Actor { persoon, rol: "ib".to_owned(), organisatie: school() },
        by: None,
        payload: vec![b'x'; PAYLOAD],
        blobs: Vec::new(),
    }
}

fn stream(number: u32) -> (DossierNummer, StreamId) {
    let dossier: DossierNummer = format!("2026-{number:06}").parse().expect("a number");
    let stream = StreamId::dossier(&dossier);
    (dossier, stream)
}

fn row(dossier: DossierNummer) -> DossierRij {
    DossierRij {
        dossier,
        weergavenaam: "Sam de Zonnevis".to_owned(),
        sorteernaam: "zonnevis sam de".to_owned(),
        naam_norm: "sam de zonnevis".to_owned(),
        geboortedatum: "2017-05-04".parse().ok(),
        vestiging: school().vestiging(),
        groep: Some("5a".to_owned()),
        stand: "geopend".to_owned(),
        gewijzigd_op: Timestamp::UNIX_EPOCH,
        wijzigt_op: None,
    }
}

/// A registration as the program makes it: an event, its list rows and an idempotency key.
fn registration(number: u32) -> Append {
    let (dossier, stream) = stream(number);
    let van = "2026-01-12".parse().expect("a date");
    let reader = |name: &str, who: &str| Lezer::organisatie(name, &who.parse().expect("an organisation"), "");
    let lezers = [reader("ib", "school/32JK00"), reader("bevoegd_gezag", "bestuur/40631")];
    let seen = |lezer: &Lezer| GezienRij {
        lezer: lezer.clone(),
        van,
        tot: None,
        fase: "ontvangen".to_owned(),
        vestiging: school().vestiging(),
        groep: None,
        aangemeld_op: Some(van),
        volgende_datum: "2026-02-23".parse().ok(),
        volgende_einddag: None,
        wacht_op_rol: Some("directie".to_owned()),
        delen: "B".to_owned(),
    };
    let own = reader("eigen directie", "school/32JK00");
    let taak = |lezer: &Lezer| TaakRij { lezer: lezer.clone(), nr: 1, groep: None, van, tot: None };
    let beurt = BeurtRij {
        nr: 1,
        soort: "besluiten".to_owned(),
        zaak: "aanmelding-1".to_owned(),
        rol: "directie".to_owned(),
        organisatie: school(),
        persoon: None,
        van,
        uiterlijk: "2026-02-23".parse().ok(),
        wettelijk: None,
        in_gebreke_tot: None,
        einddag: None,
        vervolg: false,
        tot: None,
        grond: "art. 40 lid 6 WPO".to_owned(),
        nieuws_op: None,
        nieuws_door: None,
    };
    let projection = Projection {
        dossier: Some(row(dossier)),
        zoeksleutels: ["sam", "de", "zonnevis"].map(str::to_owned).to_vec(),
        gezien: lezers.iter().map(seen).collect(),
        taken: lezers.iter().chain([&own]).map(taak).collect(),
        zoekers: lezers.to_vec(),
        oudersleutels: Vec::new(),
        ouderzoekers: Vec::new(),
        beurten: vec![beurt],
        ..Projection::default()
    };
    let fingerprint = Digest::of(&number.to_le_bytes());
    let key = Idempotency { owner: "m-zonnedauw".to_owned(), key: format!("k{number}"), fingerprint };
    Append {
        projection: Some(projection),
        idempotency: Some(key),
        ..Append::new(stream, 0, Timestamp::UNIX_EPOCH, vec![event()])
    }
}

async fn open(place: &Place) -> Arc<SqlStorage> {
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    Arc::new(SqlStorage::open(place.address(), options).await.expect("a store"))
}

async fn appends(store: &Arc<SqlStorage>, from: u32, count: u32, clients: u32) -> Duration {
    let next = Arc::new(AtomicU32::new(from));
    let start = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (store, next) = (store.clone(), next.clone());
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= from + count {
                        return;
                    }
                    store.append(registration(number)).await.expect("an append");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a client");
    }
    start.elapsed()
}

const TABLE: &str = "CREATE TABLE vloer (id INTEGER PRIMARY KEY, data TEXT NOT NULL)";
const INSERT: &str = "INSERT INTO vloer (id, data) VALUES ($1, $2)";

/// One row per durable commit, nothing else: SQLite.
fn floor_sqlite() -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let conn = rusqlite::Connection::open(folder.path().join("vloer.db")).expect("a connection");
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").expect("settings");
    conn.execute_batch(TABLE).expect("a table");
    let mut insert = conn.prepare(INSERT).expect("a statement");
    let data = "x".repeat(PAYLOAD);
    let start = Instant::now();
    for id in 0..ALONE {
        insert.execute((id, &data)).expect("a row");
    }
    start.elapsed()
}

/// One row per durable commit, nothing else: PostgreSQL, one client and many.
async fn floor_postgres(address: &str) -> (Duration, Duration) {
    let mut conn = PgConnection::connect(address).await.expect("a connection");
    sqlx::query(TABLE).execute(&mut conn).await.expect("a table");
    let data = "x".repeat(PAYLOAD);
    let start = Instant::now();
    for id in 0..i32::try_from(ALONE).expect("small") {
        sqlx::query(INSERT).bind(id).bind(&data).execute(&mut conn).await.expect("a row");
    }
    let alone = start.elapsed();
    let pool = PgPool::connect(address).await.expect("a pool");
    let next = Arc::new(AtomicU32::new(ALONE));
    let start = Instant::now();
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (pool, next, data) = (pool.clone(), next.clone(), data.clone());
            tokio::spawn(async move {
                loop {
                    let id = next.fetch_add(1, Ordering::Relaxed);
                    if id >= ALONE + TOGETHER {
                        return;
                    }
                    let id = i32::try_from(id).expect("small");
                    sqlx::query(INSERT).bind(id).bind(&data).execute(&pool).await.expect("a row");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a client");
    }
    (alone, start.elapsed())
}

fn line(what: &str, count: u32, took: Duration, floor: f64) {
    let rate = per_second(count, took);
    say(&format!("{what:<44} {rate:>8.0}/s   {:>5.2} × floor", rate / floor));
}

async fn load(store: &Arc<SqlStorage>, database: &str) {
    let (_, file) = stream(999_999);
    let mut append = Append::new(file.clone(), 0, Timestamp::UNIX_EPOCH, vec![event(); 60]);
    append.events.truncate(60);
    store.append(append).await.expect("an append");
    let start = Instant::now();
    for _ in 0..ALONE {
        assert_eq!(store.load(&file).await.expect("a file").len(), 60);
    }
    let each = start.elapsed() / ALONE;
    say(&format!("{database}: load and decrypt 60 events          {each:?}"));
}

async fn sqlite() {
    let place = Home::sqlite().place().await;
    let store = open(&place).await;
    let floor = per_second(ALONE, floor_sqlite());
    say(&format!("SQLite floor: bare insert, durable commit    {floor:>8.0}/s"));
    line("SQLite, 1 client, a registration", ALONE, appends(&store, 1, ALONE, 1).await, floor);
    let took = appends(&store, 1_000, TOGETHER, CLIENTS).await;
    line("SQLite, 32 clients, a registration", TOGETHER, took, floor);
    load(&store, "SQLite").await;
    store.close().await;
}

async fn postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(cluster) = Cluster::durable(folder.path()) else { return };
    let (alone, together) = floor_postgres(&cluster.database().await).await;
    let (one, many) = (per_second(ALONE, alone), per_second(TOGETHER, together));
    say(&format!("PostgreSQL floor: bare insert, 1 client      {one:>8.0}/s"));
    say(&format!("PostgreSQL floor: bare insert, 32 clients    {many:>8.0}/s"));
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = SqlStorage::open(&cluster.database().await, options).await.expect("a store");
    let store = Arc::new(store);
    line("PostgreSQL, 1 client, a registration", ALONE, appends(&store, 1, ALONE, 1).await, one);
    let took = appends(&store, 1_000, TOGETHER, CLIENTS).await;
    line("PostgreSQL, 32 clients, a registration", TOGETHER, took, many);
    load(&store, "PostgreSQL").await;
    store.close().await;
}

#[tokio::main]
async fn main() {
    sqlite().await;
    postgres().await;
}
