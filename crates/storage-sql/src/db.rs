//! The one place that knows there are two kinds of connections.
//!
//! Everything else in this crate speaks to a [`Conn`]: SQL text with `$1` placeholders, arguments
//! as [`Arg`], answers as [`Row`]. A text in braces (`{list $2}`) is written out per database by
//! [`Conn::render`]; there are few of them, and `sqlite.rs` and `postgres.rs` say what they become.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Postgres, Transaction};
use storage::StorageError;

pub(crate) use crate::arg::{Arg, args};
use crate::lite::{Lite, Readers};
use crate::row::Row;
use crate::writer::Writer;
use crate::{postgres, sqlite};

/// Most rows of one INSERT: the texts for one to this many rows are all kept prepared.
const ROWS_AT_ONCE: usize = 8;

/// A future that may be sent between threads.
pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The database behind the store.
pub(crate) enum Db {
    /// A file: many readers, one writer that groups what waits into one commit.
    Lite { readers: Arc<Readers>, writer: Writer },
    /// A server: every write is a transaction of its own.
    Pg { pool: PgPool },
}

/// What an SQL statement said no to.
#[derive(Debug)]
pub(crate) enum DbError {
    /// A unique index has the value already.
    Unique,
    /// Anything else.
    Storage(StorageError),
}

impl From<DbError> for StorageError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Unique => Self::Taken { what: "row" },
            DbError::Storage(error) => error,
        }
    }
}

impl From<DbError> for storage::AppendError {
    fn from(error: DbError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<StorageError> for DbError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// A connection, or a transaction on one.
pub(crate) struct Conn {
    kind: Kind,
    /// Set when the database itself failed: a group of writes must not be committed then.
    broken: Option<StorageError>,
}

enum Kind {
    Lite(Lite),
    PgPool(PoolConnection<Postgres>),
    PgTx(Transaction<'static, Postgres>),
}

enum Raw<'a> {
    Lite(&'a mut Lite),
    Pg(&'a mut PgConnection),
}

/// Binds arguments to a statement of PostgreSQL.
macro_rules! bound {
    ($sql:expr, $args:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for arg in $args {
            query = match arg {
                Arg::Int(value) => query.bind(*value),
                Arg::Text(value) => query.bind(value.as_deref()),
                Arg::Bytes(value) => query.bind(value.as_deref()),
            };
        }
        query
    }};
}

impl Conn {
    fn new(kind: Kind) -> Self {
        Self { kind, broken: None }
    }

    /// A connection to a file.
    pub(crate) fn lite(connection: Lite) -> Self {
        Self::new(Kind::Lite(connection))
    }

    /// A connection to a file, and not to a server.
    pub(crate) fn is_lite(&self) -> bool {
        matches!(self.kind, Kind::Lite(_))
    }

    /// What follows may take long: on SQLite, other requests go on meanwhile.
    pub(crate) fn patient(&mut self) {
        if let Kind::Lite(connection) = &mut self.kind {
            connection.patient();
        }
    }

    /// Rows of a file that this connection has written.
    pub(crate) fn rows_written(&self) -> u64 {
        match &self.kind {
            Kind::Lite(connection) => connection.rows_written(),
            Kind::PgPool(_) | Kind::PgTx(_) => 0,
        }
    }

    fn raw(&mut self) -> Raw<'_> {
        match &mut self.kind {
            Kind::Lite(connection) => Raw::Lite(connection),
            Kind::PgPool(connection) => Raw::Pg(connection),
            Kind::PgTx(transaction) => Raw::Pg(transaction),
        }
    }

    /// Whether PostgreSQL is at the other end.
    pub(crate) fn is_pg(&self) -> bool {
        matches!(self.kind, Kind::PgPool(_) | Kind::PgTx(_))
    }

    /// The failure of the database itself since the last call, if there was one.
    pub(crate) fn take_broken(&mut self) -> Option<StorageError> {
        self.broken.take()
    }

    /// Writes out what stands in braces.
    pub(crate) fn render(&self, sql: Cow<'static, str>) -> Cow<'static, str> {
        if !sql.contains('{') {
            return sql;
        }
        let token = if self.is_pg() { postgres::token } else { sqlite::token };
        Cow::Owned(crate::tokens::replace(&sql, token))
    }

    /// Refuses what PostgreSQL cannot keep in a text, before it breaks a transaction.
    fn acceptable(args: &[Arg<'_>]) -> Result<(), DbError> {
        let with_nul = |arg: &Arg<'_>| matches!(arg, Arg::Text(Some(text)) if text.contains('\0'));
        if args.iter().any(with_nul) {
            return Err(StorageError::Misuse { what: "a text holds a NUL character" }.into());
        }
        Ok(())
    }

    fn checked<T>(&mut self, result: Result<T, DbError>) -> Result<T, DbError> {
        result.inspect_err(|error| {
            if let DbError::Storage(
                failure
                @ (StorageError::DiskFull | StorageError::ReadOnly | StorageError::Unavailable { .. }),
            ) = error
            {
                self.broken = Some(failure.clone());
            }
        })
    }

    /// Executes a statement; returns the number of rows it touched.
    pub(crate) async fn execute(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<u64, DbError> {
        Self::acceptable(args)?;
        let sql = self.render(sql.into());
        let result = match self.raw() {
            Raw::Lite(raw) => raw.execute(&sql, args),
            Raw::Pg(raw) => {
                let done = bound!(sql, args).execute(raw).await;
                done.map(|done| done.rows_affected()).map_err(|error| translate(&error))
            }
        };
        self.checked(result)
    }

    /// Executes an INSERT of one row for several at once: to a server one way and back, not one per row; inside
    /// the program one prepared statement.
    ///
    /// The text ends with its `VALUES ($1, ...)`, which is written out for each row.
    pub(crate) async fn insert_all(
        &mut self,
        sql: &'static str,
        rows: Vec<Vec<Arg<'_>>>,
    ) -> Result<(), DbError> {
        if !self.is_pg() {
            for row in &rows {
                self.execute(sql, row).await?;
            }
            return Ok(());
        }
        let mut left = rows.into_iter();
        loop {
            let some: Vec<Vec<Arg<'_>>> = left.by_ref().take(ROWS_AT_ONCE).collect();
            let Some(width) = some.first().map(Vec::len) else { return Ok(()) };
            let text = with_rows(sql, width, some.len());
            self.execute(text, &some.concat()).await?;
        }
    }

    /// All rows of a query.
    pub(crate) async fn rows(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<Vec<Row>, DbError> {
        Self::acceptable(args)?;
        let sql = self.render(sql.into());
        let result = match self.raw() {
            Raw::Lite(raw) => raw.rows(&sql, args, usize::MAX),
            Raw::Pg(raw) => {
                let rows = bound!(sql, args).fetch_all(raw).await;
                rows.map(|rows| rows.into_iter().map(Row::from).collect()).map_err(|error| translate(&error))
            }
        };
        self.checked(result)
    }

    /// The first row of a query.
    pub(crate) async fn row(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<Option<Row>, DbError> {
        Self::acceptable(args)?;
        let sql = self.render(sql.into());
        let result = match self.raw() {
            Raw::Lite(raw) => raw.rows(&sql, args, 1).map(|mut rows| rows.pop()),
            Raw::Pg(raw) => {
                let row = bound!(sql, args).fetch_optional(raw).await;
                row.map(|row| row.map(Row::from)).map_err(|error| translate(&error))
            }
        };
        self.checked(result)
    }

    /// The one number that a query returns.
    pub(crate) async fn number(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<i64, DbError> {
        let row = self.row(sql, args).await?;
        let row = row.ok_or(StorageError::Misuse { what: "a query for a number returned no row" })?;
        Ok(row.read("number").int("number")?)
    }

    /// Executes text that is no prepared statement (transactions, pragmas).
    pub(crate) async fn raw_sql(&mut self, sql: &'static str) -> Result<(), DbError> {
        let result = match self.raw() {
            Raw::Lite(raw) => raw.raw(sql),
            Raw::Pg(raw) => {
                sqlx::raw_sql(sql).execute(raw).await.map(|_| ()).map_err(|error| translate(&error))
            }
        };
        self.checked(result)
    }

    /// Asks the database to understand a statement without executing it.
    #[cfg(test)]
    pub(crate) async fn prepare(&mut self, sql: impl Into<Cow<'static, str>>) -> Result<(), String> {
        use sqlx::{Executor, SqlSafeStr};
        let sql = self.render(sql.into());
        match self.raw() {
            Raw::Lite(raw) => raw.prepare(&sql),
            Raw::Pg(raw) => {
                let text = AssertSqlSafe(sql).into_sql_str();
                raw.prepare(text).await.map(|_| ()).map_err(|error| error.to_string())
            }
        }
    }

    async fn commit(self) -> Result<(), DbError> {
        match self.kind {
            Kind::Lite(connection) => connection.raw("COMMIT"),
            Kind::PgTx(transaction) => transaction.commit().await.map_err(|error| translate(&error)),
            Kind::PgPool(_) => Ok(()),
        }
    }
}

impl Db {
    /// A connection to read from.
    pub(crate) async fn read(&self) -> Result<Conn, DbError> {
        let kind = match self {
            Self::Lite { readers, .. } => Kind::Lite(readers.take().await?),
            Self::Pg { pool } => Kind::PgPool(pool.acquire().await.map_err(|error| translate(&error))?),
        };
        Ok(Conn::new(kind))
    }

    /// A connection that sees one moment for as long as it lives.
    pub(crate) async fn snapshot(&self) -> Result<Conn, DbError> {
        let kind = match self {
            Self::Lite { readers, .. } => Kind::Lite(begun(readers, "BEGIN").await?),
            Self::Pg { pool } => {
                let begun = pool.begin_with(postgres::SNAPSHOT).await;
                Kind::PgTx(begun.map_err(|error| translate(&error))?)
            }
        };
        let mut conn = Conn::new(kind);
        // SQLite takes its snapshot with the first statement that reads.
        conn.row("SELECT naam FROM instantie LIMIT 1", &[]).await?;
        Ok(conn)
    }

    /// Carries out a write: all of it, durably, or nothing when it returns an error.
    ///
    /// Runs to its end even when the caller goes away.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        match self {
            Self::Lite { writer, .. } => writer.write(work).await,
            Self::Pg { pool } => {
                let pool = pool.clone();
                let task = tokio::spawn(async move { write_pg(&pool, work).await });
                task.await.unwrap_or_else(|_| Err(StorageError::Closed.into()))
            }
        }
    }

    /// The same, of what can be carried out once more: beside others that can, it needs nothing to go back to.
    pub(crate) async fn write_again<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> Fn(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        match self {
            Self::Lite { writer, .. } => writer.write_again(work).await,
            Self::Pg { .. } => self.write(work).await,
        }
    }

    /// A write of one statement; returns the number of rows it touched.
    pub(crate) async fn execute(&self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, StorageError> {
        let args: Vec<Arg<'static>> = args.iter().map(Arg::owned).collect();
        let write = self.write(move |conn| {
            Box::pin(async move { conn.execute(sql, &args).await.map_err(StorageError::from) })
        });
        write.await
    }

    /// Makes sure that what was removed on purpose does not linger in the journal of SQLite. Only
    /// an attempt: readers may hold it back, and then a later one succeeds.
    pub(crate) async fn forget_traces(&self) {
        if let Self::Lite { readers, .. } = self
            && let Ok(connection) = readers.take().await
        {
            // It waits for readers and for the disk, so not on a thread that answers requests.
            let attempt =
                tokio::task::spawn_blocking(move || connection.raw("PRAGMA wal_checkpoint(TRUNCATE)"));
            drop(attempt.await);
        }
    }

    /// A transaction of its own that writes, outside of the queue: for a restore.
    pub(crate) async fn write_alone(&self) -> Result<Conn, DbError> {
        let kind = match self {
            Self::Lite { readers, .. } => Kind::Lite(begun(readers, "BEGIN IMMEDIATE").await?),
            Self::Pg { pool } => Kind::PgTx(pool.begin().await.map_err(|error| translate(&error))?),
        };
        Ok(Conn::new(kind))
    }

    /// Commits what [`Db::write_alone`] began.
    pub(crate) async fn commit_alone(&self, conn: Conn) -> Result<(), DbError> {
        conn.commit().await
    }

    /// The disk was full, or took no writes, when something was written last; of a server nobody knows.
    pub(crate) fn was_refused(&self) -> bool {
        match self {
            Self::Lite { writer, .. } => writer.was_refused(),
            Self::Pg { .. } => false,
        }
    }

    /// Until it is said otherwise nothing needs to be durable; a server sees to that itself.
    pub(crate) fn hurry(&self, on: bool) {
        match self {
            Self::Lite { writer, .. } => writer.hurry(on),
            Self::Pg { .. } => {}
        }
    }

    /// Waits for what is under way and closes.
    pub(crate) async fn close(&self) {
        match self {
            Self::Lite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Pg { pool } => pool.close().await,
        }
    }
}

/// A transaction on a connection that reads otherwise; it may take long.
async fn begun(readers: &Arc<Readers>, begin: &str) -> Result<Lite, DbError> {
    let mut connection = readers.take().await?;
    connection.patient();
    connection.raw(begin)?;
    Ok(connection)
}

async fn write_pg<T, E, F>(pool: &PgPool, work: F) -> Result<T, E>
where
    E: From<StorageError>,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>>,
{
    let begun = pool.begin().await.map_err(|error| translate(&error));
    let mut conn = Conn::new(Kind::PgTx(begun.map_err(StorageError::from)?));
    let outcome = work(&mut conn).await?;
    conn.commit().await.map_err(StorageError::from)?;
    Ok(outcome)
}

/// The text of an INSERT of one row, for more.
fn with_rows(sql: &'static str, width: usize, rows: usize) -> Cow<'static, str> {
    let mut text = Cow::Borrowed(sql);
    for row in 1..rows {
        let values: Vec<String> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
        text.to_mut().push_str(&format!(", ({})", values.join(", ")));
    }
    text
}

/// What an error of the driver of PostgreSQL means to us.
pub(crate) fn translate(error: &sqlx::Error) -> DbError {
    match error {
        sqlx::Error::Database(error) if error.is_unique_violation() => DbError::Unique,
        sqlx::Error::Database(error) => {
            let code = error.code().unwrap_or_default();
            let failure = if postgres::is_full(&code) {
                StorageError::DiskFull
            } else if postgres::is_read_only(&code) {
                StorageError::ReadOnly
            } else {
                StorageError::Unavailable { reason: format!("{} ({code})", error.message()) }
            };
            DbError::Storage(failure)
        }
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => DbError::Storage(StorageError::Closed),
        other => DbError::Storage(StorageError::Unavailable { reason: other.to_string() }),
    }
}
