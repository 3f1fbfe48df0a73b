//! Databases for tests: an SQLite file in a temporary folder, or a database of its own in a
//! throw-away PostgreSQL.
//!
//! PostgreSQL refuses to run as root, so root starts it as user `postgres`; where it is not
//! installed or we are not root, [`Home::postgres`] says so loudly and returns nothing.
//!
//! Test runners start a process per test, so the cluster is shared between processes: each holds a
//! shared lock on one file, and a watchman stops the cluster when he can have that file for
//! himself.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use base::DossierNummer;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use storage::StreamId;
use tempfile::TempDir;

/// Where databases for tests are made.
#[derive(Debug, Clone, Copy)]
pub enum Home {
    /// A temporary folder.
    Sqlite,
    /// The shared throw-away cluster.
    Postgres(&'static Cluster),
}

/// One empty database. It goes when this value does, or with its cluster.
#[derive(Debug)]
pub struct Place {
    address: String,
    folder: Option<TempDir>,
}

impl Place {
    /// What to open.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The SQLite file, where it is one.
    pub fn file(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.path().join("leerrecht.db"))
    }
}

impl Home {
    /// SQLite.
    pub fn sqlite() -> Self {
        Self::Sqlite
    }

    /// PostgreSQL, when this machine has one that we may start.
    pub fn postgres() -> Option<Self> {
        static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
        SHARED.get_or_init(Cluster::shared).as_ref().map(Self::Postgres)
    }

    /// A new empty database.
    ///
    /// # Panics
    ///
    /// When it cannot be made: a test has nothing to say then.
    pub async fn place(&self) -> Place {
        match self {
            Self::Sqlite => {
                let folder = must(TempDir::new(), "a temporary folder");
                let address = format!("sqlite:{}", folder.path().join("leerrecht.db").display());
                Place { address, folder: Some(folder) }
            }
            Self::Postgres(cluster) => Place { address: cluster.database().await, folder: None },
        }
    }
}

/// Leaves the lists of an SQLite file as another version of the program would: made by it, and without readers.
pub fn lists_of_another_version(file: &Path) {
    let database = must(rusqlite::Connection::open(file), "the file");
    let left =
        database.execute_batch("UPDATE lijst_gemaakt SET door = 'een andere'; DELETE FROM lijst_gezien");
    must(left, "the lists");
}

/// Makes the number of the first file in the list of files one that cannot be read, in a row whose day of change came.
pub fn unreadable_row(file: &Path) {
    let database = must(rusqlite::Connection::open(file), "the file");
    let changed = "UPDATE lijst_dossier SET dossier = '2026-00000a', wijzigt_op = '2026-01-01'
        WHERE dossier = (SELECT MIN(dossier) FROM lijst_dossier)";
    must(database.execute_batch(changed), "the row");
}

/// Leaves an SQLite file that is a demo as a version did that put no marks on the facts of an installation.
///
/// # Panics
///
/// Where the file is no demo.
pub fn demo_without_mark(file: &Path) {
    let database = must(rusqlite::Connection::open(file), "the file");
    let left = must(database.execute("DELETE FROM instantie WHERE naam = 'merk_demo'", []), "the mark");
    assert_eq!(left, 1, "there was a mark");
}

/// Changes the last byte of what the first fact of a file says, as a bad disk would; the log's own guard is put back.
pub fn damage(file: &Path, dossier: &DossierNummer) {
    let database = must(rusqlite::Connection::open(file), "the file");
    let guard = "SELECT sql FROM sqlite_schema WHERE name = 'event_only_emptied'";
    let guard = must(database.query_row(guard, [], |row| row.get::<_, String>(0)), "the guard");
    let stream = StreamId::dossier(dossier).as_str().to_owned();
    let found = "SELECT payload FROM event WHERE stream = ?1 AND sequence = 1";
    let mut payload = must(database.query_row(found, [&stream], |row| row.get::<_, Vec<u8>>(0)), "the fact");
    if let Some(byte) = payload.last_mut() {
        *byte ^= 1;
    }
    must(database.execute_batch("DROP TRIGGER event_only_emptied"), "the guard");
    let changed = "UPDATE event SET payload = ?1 WHERE stream = ?2 AND sequence = 1";
    must(database.execute(changed, rusqlite::params![payload, stream]), "the fact");
    must(database.execute_batch(&guard), "the guard");
}

/// Lets an SQLite file take no new fact of a child, as a disk that fails would, until [`accept_facts`].
pub fn refuse_facts(file: &Path, dossier: &DossierNummer) {
    let database = must(rusqlite::Connection::open(file), "the file");
    let stream = StreamId::dossier(dossier);
    // The number of a file holds digits and a dash alone.
    let guard = format!(
        "CREATE TRIGGER refuse_facts BEFORE INSERT ON event WHEN NEW.stream = '{stream}'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
    );
    must(database.execute_batch(&guard), "the guard");
}

/// Lets it take facts again.
pub fn accept_facts(file: &Path) {
    let database = must(rusqlite::Connection::open(file), "the file");
    must(database.execute_batch("DROP TRIGGER refuse_facts"), "the guard");
}

/// What an SQLite file says today of an organisation that was entered, as JSON text.
pub fn entered(file: &Path, code: &str) -> String {
    let database = must(rusqlite::Connection::open(file), "the file");
    let sql =
        "SELECT gegevens FROM referentie WHERE soort = 'organisatie' AND code = ?1 AND geldig_tot IS NULL";
    must(database.query_row(sql, [code], |row| row.get(0)), "the organisation")
}

/// How many rows the lists of an SQLite file have for readers, when this version made them.
pub fn rows_of_readers(file: &Path) -> Option<i64> {
    let database = must(rusqlite::Connection::open(file), "the file");
    let number = |sql| must(database.query_row(sql, [], |row| row.get::<_, i64>(0)), "the lists");
    let of_others = number("SELECT COUNT(*) FROM lijst_gemaakt WHERE door = 'een andere'");
    let made = number("SELECT COUNT(*) FROM lijst_gemaakt");
    (of_others == 0 && made == 1).then(|| number("SELECT COUNT(*) FROM lijst_gezien"))
}

/// Lets a server end every connection to a database, as a restart does.
pub async fn end_connections(address: &str) {
    let mut server = must(PgConnection::connect(address).await, "connection to PostgreSQL");
    let end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()";
    must(sqlx::raw_sql(end).execute(&mut server).await, "the end of connections");
    drop(server.close().await);
}

#[expect(clippy::panic, reason = "a test without its database has nothing to say")]
fn must<T, E: std::fmt::Display>(result: Result<T, E>, what: &str) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error}"),
    }
}

/// A PostgreSQL cluster in a folder, reached by a socket in the same folder.
#[derive(Debug)]
pub struct Cluster {
    bin: PathBuf,
    folder: PathBuf,
    /// Held as long as this process uses the shared cluster.
    users: Option<File>,
}

/// The newest PostgreSQL of this machine, when we are root; says why not.
fn find_bin() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest =
        versions.map(|version| version.path().join("bin")).filter(|bin| bin.join("initdb").exists()).max();
    let user = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    let reason = match (&newest, user.trim_ascii()) {
        (Some(_), b"0") => return newest,
        (None, _) => "PostgreSQL is not installed",
        (Some(_), _) => "only root can start PostgreSQL as another user",
    };
    drop(writeln!(io::stderr(), "SKIPPED: no test on PostgreSQL: {reason}"));
    None
}

impl Cluster {
    /// A cluster of this process alone, that writes to disk as a real one does; stopped when this
    /// value goes.
    pub fn durable(folder: &Path) -> Option<Self> {
        let cluster = Self { bin: find_bin()?, folder: folder.to_owned(), users: None };
        cluster.make();
        must(cluster.start(true).then_some(()).ok_or("it did not start"), "PostgreSQL");
        Some(cluster)
    }

    fn shared() -> Option<Self> {
        let bin = find_bin()?;
        let folder = std::env::temp_dir().join("leerrecht-postgres");
        must(fs::create_dir_all(&folder), "folder for PostgreSQL");
        let users = must(File::create(folder.join("users")), "lock of the users");
        must(users.lock_shared(), "lock of the users");
        let gate = must(File::create(folder.join("gate")), "gate");
        must(gate.lock(), "gate");
        let cluster = Self { bin, folder, users: Some(users) };
        if !cluster.is_running() {
            drop(fs::remove_dir_all(cluster.data()));
            cluster.make();
            must(cluster.start(false).then_some(()).ok_or("it did not start"), "PostgreSQL");
            cluster.watch();
        }
        Some(cluster)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A program of PostgreSQL, to be run by its user.
    fn as_postgres(&self, program: &str) -> Command {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(self.bin.join(program)).current_dir("/");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn run(mut command: Command, what: &str) {
        let done = must(command.status(), what);
        must(done.success().then_some(()).ok_or(done), what);
    }

    fn make(&self) {
        must(fs::create_dir_all(self.data()), "folder for PostgreSQL");
        let mut give = Command::new("chown");
        give.arg("-R").arg("postgres").arg(&self.folder);
        Self::run(give, "chown");
        let mut init = self.as_postgres("initdb");
        init.args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N", "-D"])
            .arg(self.data());
        Self::run(init, "initdb");
    }

    /// Starts the server; with `durable` it waits for the disk. `false` when it does not start, as
    /// right after a crash, while processes of the one before are still leaving.
    pub fn start(&self, durable: bool) -> bool {
        let sync = if durable { "on" } else { "off" };
        let options = format!(
            "-c listen_addresses='' -k {} -c fsync={sync} -c full_page_writes={sync} -c max_connections=300 \
             -c shared_buffers=64MB -c autovacuum=off",
            self.folder.display()
        );
        let mut start = self.as_postgres("pg_ctl");
        start
            .arg("-D")
            .arg(self.data())
            .arg("-o")
            .arg(options)
            .arg("-w")
            .arg("-l")
            .arg(self.folder.join("data/log"));
        start.arg("start").status().is_ok_and(|status| status.success())
    }

    fn is_running(&self) -> bool {
        let mut status = self.as_postgres("pg_ctl");
        status.arg("-D").arg(self.data()).arg("status");
        status.status().is_ok_and(|status| status.success())
    }

    /// The process id of the server.
    pub fn postmaster(&self) -> Option<u32> {
        let text = fs::read_to_string(self.data().join("postmaster.pid")).ok()?;
        text.lines().next()?.trim().parse().ok()
    }

    /// Leaves a watchman behind who stops the shared cluster when nobody uses it any more.
    fn watch(&self) {
        let script = "while sleep 5; do flock -n users sh -c \
            'runuser -u postgres -- \"$1\"/pg_ctl -D data -m immediate stop; rm -rf data' sh \"$1\" && exit; done";
        let mut watchman = Command::new("setsid");
        watchman.args(["sh", "-c", script, "sh"]).arg(&self.bin).current_dir(&self.folder);
        watchman.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        drop(must(watchman.spawn(), "watchman"));
    }

    fn address_of(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    /// Makes an empty database and returns its address.
    pub async fn database(&self) -> String {
        self.database_with("").await
    }

    /// The same, in an encoding that has the letters of Western Europe alone.
    pub async fn database_in_latin1(&self) -> String {
        self.database_with(" ENCODING 'LATIN1' LOCALE 'C'").await
    }

    async fn database_with(&self, more: &str) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("proef_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let server = PgConnection::connect(&self.address_of("postgres")).await;
        let mut server = must(server, "connection to PostgreSQL");
        let make = AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE template0{more}"));
        must(sqlx::raw_sql(make).execute(&mut server).await, "new database");
        drop(server.close().await);
        self.address_of(&name)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.users.is_some() {
            return;
        }
        let mut stop = self.as_postgres("pg_ctl");
        stop.arg("-D").arg(self.data()).args(["-m", "immediate", "stop"]);
        drop(stop.status());
    }
}
