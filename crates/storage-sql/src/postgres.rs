//! What is particular to PostgreSQL: sequences, advisory locks and its own words for types.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgConnection, PgPool};
use storage::{Digest, StorageError, StreamId};

use crate::db::{Conn, DbError, args, translate};
use crate::numbers::Source;

/// Connections of one process.
const CONNECTIONS: u32 = 16;
/// How long to wait for one of them.
const WAIT: Duration = Duration::from_secs(10);
/// The advisory lock between those who append (shared) and the sealer (exclusive).
const SEAL_LOCK: i64 = 0x4c65_6572_7265_6368;
/// The advisory lock of whoever adds to the log of acts.
const ACTS_LOCK: i64 = SEAL_LOCK + 1;
/// The advisory lock of whoever imports reference data.
const IMPORT_LOCK: i64 = SEAL_LOCK + 2;
/// The advisory lock of the program that answers.
const SERVICE_LOCK: i64 = SEAL_LOCK + 3;
/// Settings of every connection: commits wait for the disk, and the planner is told what is true of
/// our queries: many short ones that look up some rows of large tables on a fast disk. With the
/// defaults it reads all files of the country to list those of one region (measured: 72 ms against 12).
const SETTINGS: [(&str, &str); 5] = [
    ("synchronous_commit", "on"),
    ("timezone", "UTC"),
    ("random_page_cost", "1.1"),
    ("jit", "off"),
    ("max_parallel_workers_per_gather", "0"),
];
/// Begins a transaction that sees one moment.
pub(crate) const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

/// The function by which a trigger refuses, and its text.
pub(crate) const REFUSES: &str = "append_only";
pub(crate) const REFUSAL: &str = " BEGIN RAISE EXCEPTION 'append only'; END ";

/// What the tokens of `tokens.rs` become. Texts compare by byte, as they do in SQLite, so that
/// both databases sort alike and a prefix is a range.
pub(crate) fn token(name: &str, argument: &str) -> Option<String> {
    let fixed = match name {
        "int" => "BIGINT",
        "text" => "TEXT COLLATE \"C\"",
        "blob" => "BYTEA",
        "strict" | "clustered" | "along" => "",
        "refuse" => return Some(format!("EXECUTE FUNCTION {REFUSES}()")),
        "refuse_function" => {
            return Some(format!(
                "CREATE FUNCTION {REFUSES}() RETURNS trigger LANGUAGE plpgsql AS $${REFUSAL}$$;"
            ));
        }
        "share" => "FOR SHARE",
        // A subquery with an offset is no join, whatever the planner expects of it.
        "probe" => "LIMIT 1 OFFSET 0",
        "sequence" => return Some(format!("CREATE SEQUENCE {argument} AS BIGINT;")),
        "json" => {
            let (column, keys) = argument.split_once(' ')?;
            let keys = keys.replace(' ', ",");
            return Some(format!("((CAST({column} AS JSON) #>> '{{{keys}}}') COLLATE \"C\")"));
        }
        "list" => {
            return Some(format!("(SELECT jsonb_array_elements_text(CAST({argument} AS JSONB)) AS value)"));
        }
        _ => return None,
    };
    Some(fixed.to_owned())
}

/// The pool of a server; nothing is connected yet.
pub(crate) fn pool(url: &str) -> Result<PgPool, StorageError> {
    let options = PgConnectOptions::from_str(url).map_err(|error| StorageError::from(translate(&error)))?;
    let options = options.application_name("leerrecht").options(SETTINGS).statement_cache_capacity(256);
    Ok(PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(WAIT).connect_lazy_with(options))
}

/// The encoding in which every name fits, as a server calls it.
pub(crate) const UTF8: &str = "UTF8";

/// In which encoding a database keeps texts: it has that of its cluster, where nobody said another.
pub(crate) async fn encoding(pool: &PgPool) -> Result<String, StorageError> {
    let asked = sqlx::query_scalar("SHOW server_encoding").fetch_one(pool).await;
    asked.map_err(|error| StorageError::from(translate(&error)))
}

/// Whether an SQLSTATE says that the disk is full.
pub(crate) fn is_full(code: &str) -> bool {
    code == "53100"
}

/// Whether a code says that the server takes no writes: a standby, or one that was told so.
pub(crate) fn is_read_only(code: &str) -> bool {
    code == "25006"
}

/// Says that this transaction adds to the log: the sealer waits until it is over, nobody else does.
pub(crate) async fn lock_shared(conn: &mut Conn) -> Result<(), DbError> {
    conn.execute("SELECT pg_advisory_xact_lock_shared($1)", args![SEAL_LOCK]).await.map(|_| ())
}

/// Says that this transaction adds to a stream: the sealer waits, and so does whoever makes the list rows of the same file.
pub(crate) async fn lock_append(conn: &mut Conn, stream: &StreamId) -> Result<(), DbError> {
    let both = "SELECT pg_advisory_xact_lock_shared($1), pg_advisory_xact_lock($2)";
    conn.execute(both, args![SEAL_LOCK, number_of(stream)]).await.map(|_| ())
}

/// Waits until nobody adds to a stream, and keeps newcomers out until the end of the transaction.
pub(crate) async fn lock_stream(conn: &mut Conn, stream: &StreamId) -> Result<(), DbError> {
    conn.execute("SELECT pg_advisory_xact_lock($1)", args![number_of(stream)]).await.map(|_| ())
}

/// The advisory lock of a stream. Two that share one wait for each other, and no more.
fn number_of(stream: &StreamId) -> i64 {
    let digest = Digest::of(stream.to_string().as_bytes()).0;
    digest.iter().take(8).fold(0, |number: i64, byte| number << 8 | i64::from(*byte))
}

/// Waits until nobody is adding to the log and keeps newcomers out until the end of the transaction.
pub(crate) async fn lock_exclusive(conn: &mut Conn) -> Result<(), DbError> {
    conn.execute("SELECT pg_advisory_xact_lock($1)", args![SEAL_LOCK]).await.map(|_| ())
}

/// Waits until nobody else is adding to the log of acts, and keeps others out until the end of the transaction.
pub(crate) async fn lock_acts(conn: &mut Conn) -> Result<(), DbError> {
    conn.execute("SELECT pg_advisory_xact_lock($1)", args![ACTS_LOCK]).await.map(|_| ())
}

/// Waits until nobody else is importing, and keeps others out until the end of the transaction.
pub(crate) async fn lock_imports(conn: &mut Conn) -> Result<(), DbError> {
    conn.execute("SELECT pg_advisory_xact_lock($1)", args![IMPORT_LOCK]).await.map(|_| ())
}

/// A connection of its own that says that this program is the one which answers.
#[derive(Debug)]
pub(crate) struct Service {
    conn: PgConnection,
    /// By what the server knows this connection, and no later one.
    session: String,
}

/// Says that this program is the one which answers; none when another holds that.
pub(crate) async fn hold_service(pool: &PgPool) -> Result<Option<Service>, StorageError> {
    let failed = |error: sqlx::Error| StorageError::from(translate(&error));
    let mut conn = pool.acquire().await.map_err(failed)?.detach();
    let asked = sqlx::query_scalar::<_, bool>("SELECT pg_try_advisory_lock($1)").bind(SERVICE_LOCK);
    if !asked.fetch_one(&mut conn).await.map_err(failed)? {
        return Ok(None);
    }
    let session = sqlx::query_scalar(
        "SELECT pid || ' ' || backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()",
    );
    let session = session.fetch_one(&mut conn).await.map_err(failed)?;
    Ok(Some(Service { conn, session }))
}

impl Service {
    #[cfg(test)]
    pub(crate) fn session(&self) -> &str {
        &self.session
    }

    /// The same while its connection lives, and what it says with it; otherwise by what the server knew it.
    pub(crate) async fn still_held(mut self) -> Result<Self, String> {
        let asked = sqlx::query("SELECT 1").execute(&mut self.conn);
        match tokio::time::timeout(WAIT, asked).await {
            Ok(Ok(_)) => Ok(self),
            Ok(Err(_)) | Err(_) => Err(self.session),
        }
    }
}

/// Ends a connection that this program lost and that the server still has: behind a firewall that can be so for hours. Whether there
/// was one.
pub(crate) async fn end_session(pool: &PgPool, session: &str) -> Result<bool, StorageError> {
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid || ' ' || backend_start = $1";
    let ended = sqlx::query_scalar::<_, bool>(end).bind(session).fetch_optional(pool).await;
    Ok(ended.map_err(|error| StorageError::from(translate(&error)))?.unwrap_or(false))
}

/// Gives that back at once: the server notices some time later that a connection went, and whoever starts meanwhile is refused.
/// Where it cannot be told any more, the end of the connection does.
pub(crate) async fn release_service(mut service: Service) {
    let _ = sqlx::query("SELECT pg_advisory_unlock($1)").bind(SERVICE_LOCK).execute(&mut service.conn).await;
}

/// The next numbers of a source; those of transactions that fail are lost.
pub(crate) async fn next_numbers(conn: &mut Conn, source: Source, count: usize) -> Result<Vec<i64>, DbError> {
    let sql = match source {
        Source::Event => "SELECT nextval('event_position') FROM generate_series(1, $1)",
        Source::Inzage => "SELECT nextval('inzage_id') FROM generate_series(1, $1)",
        Source::Rol => "SELECT nextval('rol_id') FROM generate_series(1, $1)",
        Source::Handeling => "SELECT nextval('handeling_id') FROM generate_series(1, $1)",
        Source::Invoerrun => "SELECT nextval('invoerrun_id') FROM generate_series(1, $1)",
        Source::Rolvoorstel => "SELECT nextval('rolvoorstel_id') FROM generate_series(1, $1)",
    };
    let rows = conn.rows(sql, args![u64::try_from(count).unwrap_or(u64::MAX)]).await?;
    let mut numbers =
        rows.iter().map(|row| row.read("number").int("number")).collect::<Result<Vec<_>, _>>()?;
    numbers.sort_unstable();
    Ok(numbers)
}

/// Puts a sequence behind the highest number that a restore brought.
pub(crate) async fn catch_up(conn: &mut Conn, source: Source) -> Result<(), DbError> {
    let sql = match source {
        Source::Event => "SELECT setval('event_position', COALESCE(MAX(position), 0) + 1, false) FROM event",
        Source::Inzage => "SELECT setval('inzage_id', COALESCE(MAX(id), 0) + 1, false) FROM inzage",
        Source::Rol => "SELECT setval('rol_id', COALESCE(MAX(id), 0) + 1, false) FROM rol",
        Source::Handeling => "SELECT setval('handeling_id', COALESCE(MAX(id), 0) + 1, false) FROM handeling",
        Source::Invoerrun => "SELECT setval('invoerrun_id', COALESCE(MAX(id), 0) + 1, false) FROM invoerrun",
        Source::Rolvoorstel => {
            "SELECT setval('rolvoorstel_id', COALESCE(MAX(id), 0) + 1, false) FROM rolvoorstel"
        }
    };
    conn.number(sql, args![]).await.map(|_| ())
}
