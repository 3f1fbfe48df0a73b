//! The one thread that writes to an SQLite file.
//!
//! A durable commit waits for the disk, so what waits in the queue shares one: each write runs in
//! a savepoint of its own, and only when the commit is on disk they all hear so.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use storage::StorageError;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot};

use crate::db::{BoxFuture, Conn, DbError};

/// Writes that may wait before callers have to.
const QUEUE: usize = 1024;
/// Most writes that share one commit.
const GROUP: usize = 128;

/// The way to the thread.
pub(crate) struct Writer {
    queue: RwLock<Option<mpsc::Sender<Box<dyn Job>>>>,
    /// Ends when the thread has closed its connection.
    closed: Mutex<Option<oneshot::Receiver<Infallible>>>,
}

/// A write that waits for its turn and then for the commit.
trait Job: Send {
    /// Runs it; `false` when its changes must be taken back.
    fn run<'a>(&'a mut self, conn: &'a mut Conn) -> BoxFuture<'a, bool>;
    /// Tells the caller how it ended.
    fn answer(self: Box<Self>, committed: Result<(), StorageError>);
}

struct Work<T, E, F> {
    job: Option<F>,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Work<T, E, F>
where
    T: Send,
    E: From<StorageError> + Send,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send,
{
    fn run<'a>(&'a mut self, conn: &'a mut Conn) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            if let Some(work) = self.job.take() {
                self.outcome = Some(work(conn).await);
            }
            matches!(self.outcome, Some(Ok(_)))
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), StorageError>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(_)) | None, Err(error)) => Err(error.into()),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => Err(StorageError::Closed.into()),
        };
        // A caller that went away does not want to know.
        drop(self.reply.send(outcome));
    }
}

impl Writer {
    /// Starts the thread.
    pub(crate) fn start(conn: Conn) -> Result<Self, StorageError> {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let (done, closed) = oneshot::channel::<Infallible>();
        let work = move || {
            run(conn, waiting);
            drop(done);
        };
        let started = thread::Builder::new().name("schrijver".to_owned()).spawn(work);
        started.map_err(|error| StorageError::Unavailable { reason: error.to_string() })?;
        Ok(Self { queue: RwLock::new(Some(queue)), closed: Mutex::new(Some(closed)) })
    }

    /// Queues a write and waits until it is durable.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Work { job: Some(work), outcome: None, reply });
        let queue = self.queue.read().await.clone().ok_or(StorageError::Closed)?;
        queue.send(job).await.map_err(|_| StorageError::Closed)?;
        drop(queue);
        answer.await.unwrap_or_else(|_| Err(StorageError::Closed.into()))
    }

    /// Lets what is queued finish and stops.
    pub(crate) async fn close(&self) {
        self.queue.write().await.take();
        if let Some(closed) = self.closed.lock().await.take() {
            drop(closed.await);
        }
    }
}

/// Wakes the thread of a writer.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Runs a future on this thread. A write waits for nothing but SQLite, which waits inside the call: in practice the
/// first look finds it ready.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(outcome) => return outcome,
            Poll::Pending => thread::park(),
        }
    }
}

fn run(mut conn: Conn, mut waiting: mpsc::Receiver<Box<dyn Job>>) {
    while let Some(first) = waiting.blocking_recv() {
        let mut group = Vec::new();
        let committed = block_on(commit_group(&mut conn, first, &mut waiting, &mut group));
        if let Err(error) = &committed {
            tracing::error!(writes = group.len(), %error, "a group of writes was taken back");
        }
        for job in group {
            job.answer(committed.clone());
        }
    }
    // Leaves one file behind instead of three; a failure costs nothing but that.
    drop(block_on(conn.raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")));
}

/// Runs `first` and what waits behind it in one transaction; every job that was taken is in
/// `group` afterwards.
async fn commit_group(
    conn: &mut Conn,
    first: Box<dyn Job>,
    waiting: &mut mpsc::Receiver<Box<dyn Job>>,
    group: &mut Vec<Box<dyn Job>>,
) -> Result<(), StorageError> {
    let begun = conn.raw_sql("BEGIN IMMEDIATE").await;
    let mut next = Some(first);
    let mut result = begun;
    while let Some(mut job) = next.take() {
        if result.is_ok() {
            result = run_one(conn, job.as_mut()).await;
        }
        group.push(job);
        if result.is_ok() && group.len() < GROUP {
            next = waiting.try_recv().ok();
        }
    }
    if result.is_ok() {
        result = conn.raw_sql("COMMIT").await;
    }
    if result.is_err() {
        // SQLite may have rolled back by itself, in which case this one has nothing to do.
        drop(conn.raw_sql("ROLLBACK").await);
        conn.take_broken();
    }
    result.map_err(StorageError::from)
}

/// One write in its savepoint. An error means that the whole group is lost.
async fn run_one(conn: &mut Conn, job: &mut dyn Job) -> Result<(), DbError> {
    conn.raw_sql("SAVEPOINT job").await?;
    let keep = job.run(conn).await;
    if let Some(error) = conn.take_broken() {
        return Err(error.into());
    }
    if !keep {
        conn.raw_sql("ROLLBACK TO job").await?;
    }
    conn.raw_sql("RELEASE job").await
}
