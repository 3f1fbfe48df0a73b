//! The one thread that writes to an SQLite file.
//!
//! A durable commit waits for the disk, so what waits in the queue shares one, and only when the commit is on disk they
//! all hear so. A write that fails takes nothing of the others along.
//!
//! What guards them is a savepoint, and that is dear: it keeps in memory what each page of the file was before. So there
//! is none as long as everything that stands in the transaction can be done once more ([`Writer::write_again`]): when a
//! write fails halfway, which is rare, all of it is taken back and the others are done again.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use storage::StorageError;
use tokio::sync::{Mutex, RwLock, mpsc, oneshot};

use crate::checkpoint::Checkpoints;
use crate::db::{BoxFuture, Conn, DbError};
use crate::sqlite;

/// Writes that may wait before callers have to.
const QUEUE: usize = 1024;
/// Most writes that share one commit.
const GROUP: usize = 128;
/// Most writes that share one commit when nothing has to be durable yet: each page of a list and of its indexes is written
/// once for all of them.
const HURRIED_GROUP: usize = 20_000;

/// The way to the thread.
pub(crate) struct Writer {
    queue: RwLock<Option<mpsc::Sender<Box<dyn Job>>>>,
    told: Arc<Told>,
    /// Ends when the thread has closed its connection.
    closed: Mutex<Option<oneshot::Receiver<Infallible>>>,
}

/// A write that waits for its turn and then for the commit.
trait Job: Send {
    /// Runs it; `false` when its changes must be taken back.
    fn run<'a>(&'a mut self, conn: &'a mut Conn) -> BoxFuture<'a, bool>;
    /// It can be run once more, in another transaction, when that of before was taken back.
    fn can_be_repeated(&self) -> bool;
    /// Tells the caller how it ended.
    fn answer(self: Box<Self>, committed: Result<(), StorageError>);
}

/// The kind of a write that is not there.
type Again<T, E> = for<'c> fn(&'c mut Conn) -> BoxFuture<'c, Result<T, E>>;

/// What runs once, and what can run again.
enum Once<F, G> {
    Only(Option<F>),
    Again(G),
}

struct Work<T, E, F, G> {
    job: Once<F, G>,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F, G> Job for Work<T, E, F, G>
where
    T: Send,
    E: From<StorageError> + Send,
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    G: for<'c> Fn(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send,
{
    fn run<'a>(&'a mut self, conn: &'a mut Conn) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let work = match &mut self.job {
                Once::Only(work) => work.take().map(|work| work(conn)),
                Once::Again(work) => Some(work(conn)),
            };
            if let Some(work) = work {
                self.outcome = Some(work.await);
            }
            matches!(self.outcome, Some(Ok(_)))
        })
    }

    fn can_be_repeated(&self) -> bool {
        matches!(self.job, Once::Again(_))
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
    pub(crate) fn start(conn: Conn, checkpoints: Checkpoints) -> Result<Self, StorageError> {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let (done, closed) = oneshot::channel::<Infallible>();
        let told = Arc::new(Told::default());
        let heard = Arc::clone(&told);
        let work = move || {
            serve(conn, waiting, checkpoints, &heard);
            drop(done);
        };
        let started = thread::Builder::new().name("schrijver".to_owned()).spawn(work);
        started.map_err(|error| StorageError::Unavailable { reason: error.to_string() })?;
        Ok(Self { queue: RwLock::new(Some(queue)), told, closed: Mutex::new(Some(closed)) })
    }

    /// Queues a write and waits until it is durable.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        self.queue::<T, E, F, Again<T, E>>(Once::Only(Some(work))).await
    }

    /// The same, of a write that can be done once more when the transaction in which it stands is taken back.
    pub(crate) async fn write_again<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> Fn(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        self.queue::<T, E, Again<T, E>, F>(Once::Again(work)).await
    }

    async fn queue<T, E, F, G>(&self, job: Once<F, G>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        G: for<'c> Fn(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Work { job, outcome: None, reply });
        let queue = self.queue.read().await.clone().ok_or(StorageError::Closed)?;
        queue.send(job).await.map_err(|_| StorageError::Closed)?;
        drop(queue);
        answer.await.unwrap_or_else(|_| Err(StorageError::Closed.into()))
    }

    /// The disk was full, or took no writes, when something was written last.
    pub(crate) fn was_refused(&self) -> bool {
        self.told.refused.load(Ordering::Relaxed)
    }

    /// Until it is said otherwise nothing needs to be durable: what is written is thrown away when it is not finished.
    pub(crate) fn hurry(&self, on: bool) {
        self.told.hurried.store(on, Ordering::Relaxed);
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

fn serve(
    mut conn: Conn,
    mut waiting: mpsc::Receiver<Box<dyn Job>>,
    mut checkpoints: Checkpoints,
    told: &Told,
) {
    let mut haste = Haste::default();
    while let Some(first) = waiting.blocking_recv() {
        if told.hurried.load(Ordering::Relaxed) {
            block_on(haste.write(&mut conn, first));
            if haste.open == 0 {
                checkpoints.wrote(conn.rows_written());
            }
            continue;
        }
        if let Some(lost) = block_on(haste.end(&mut conn)) {
            first.answer(Err(lost));
            continue;
        }
        let mut group = Vec::new();
        let committed = block_on(commit_group(&mut conn, first, &mut waiting, &mut group));
        if let Err(error) = &committed {
            tracing::error!(writes = group.len(), %error, "a group of writes was taken back");
        }
        let by_the_disk = matches!(committed, Err(StorageError::DiskFull | StorageError::ReadOnly));
        told.refused.store(by_the_disk, Ordering::Relaxed);
        for job in group {
            job.answer(committed.clone());
        }
        checkpoints.wrote(conn.rows_written());
    }
    drop(checkpoints);
    drop(block_on(haste.end(&mut conn)));
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
    let mut result = conn.raw_sql("BEGIN IMMEDIATE").await;
    let mut next = Some(first);
    // Of what stands in the transaction.
    let mut standing = Standing::default();
    while let Some(job) = next.take() {
        group.push(job);
        if result.is_ok() {
            result = standing.add(conn, group).await;
        }
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

/// What the thread and those who write tell each other.
#[derive(Default)]
struct Told {
    /// The disk took nothing of the last group of writes.
    refused: AtomicBool,
    /// Nothing needs to be durable yet.
    hurried: AtomicBool,
}

/// Writes of which each is answered before it is on disk. When some of them could not be kept after all, every write that
/// follows fails: who is told at the end that it went well knows it of all.
#[derive(Default)]
struct Haste {
    is_on: bool,
    /// Writes that stand in the open transaction.
    open: usize,
    lost: Option<StorageError>,
}

impl Haste {
    async fn write(&mut self, conn: &mut Conn, mut job: Box<dyn Job>) {
        if self.lost.is_none()
            && let Err(error) = self.add(conn, job.as_mut()).await
        {
            drop(conn.raw_sql("ROLLBACK").await);
            conn.take_broken();
            self.lost = Some(error.into());
        }
        job.answer(self.lost.clone().map_or(Ok(()), Err));
    }

    async fn add(&mut self, conn: &mut Conn, job: &mut dyn Job) -> Result<(), DbError> {
        if !self.is_on {
            for setting in sqlite::HURRIED {
                conn.raw_sql(setting).await?;
            }
            self.is_on = true;
        }
        if self.open == 0 {
            conn.raw_sql("BEGIN IMMEDIATE").await?;
        }
        run_guarded(conn, job).await?;
        self.open += 1;
        if self.open >= HURRIED_GROUP { self.commit(conn).await } else { Ok(()) }
    }

    async fn commit(&mut self, conn: &mut Conn) -> Result<(), DbError> {
        if std::mem::take(&mut self.open) > 0 { conn.raw_sql("COMMIT").await } else { Ok(()) }
    }

    /// From here on every commit is on disk, and all that was written before it. Returns why something is lost.
    async fn end(&mut self, conn: &mut Conn) -> Option<StorageError> {
        if std::mem::take(&mut self.is_on) && self.lost.is_none() {
            let mut done = self.commit(conn).await;
            for setting in sqlite::DURABLE {
                if done.is_ok() {
                    done = conn.raw_sql(setting).await;
                }
            }
            self.lost = done.err().map(StorageError::from);
        }
        self.lost.clone()
    }
}

/// Which writes of a group stand in its transaction.
#[derive(Default)]
struct Standing {
    /// Their places in the group.
    kept: Vec<usize>,
    /// One of them cannot be done again: from there on each write is guarded.
    is_guarded: bool,
}

impl Standing {
    /// Runs the last write of a group. An error means that the whole group is lost.
    async fn add(&mut self, conn: &mut Conn, group: &mut [Box<dyn Job>]) -> Result<(), DbError> {
        let at = group.len().saturating_sub(1);
        let Some(job) = group.last_mut() else { return Ok(()) };
        let can_be_repeated = job.can_be_repeated();
        let kept = if self.is_guarded {
            run_guarded(conn, job.as_mut()).await?
        } else {
            let before = conn.rows_written();
            let kept = run(conn, job.as_mut()).await?;
            if !kept && conn.rows_written() != before {
                self.repeat(conn, group).await?;
            }
            kept
        };
        if kept {
            self.kept.push(at);
            self.is_guarded |= !can_be_repeated;
        }
        Ok(())
    }

    /// Takes everything back and does again what stood there, each behind its guard now.
    async fn repeat(&mut self, conn: &mut Conn, group: &mut [Box<dyn Job>]) -> Result<(), DbError> {
        conn.raw_sql("ROLLBACK").await?;
        conn.raw_sql("BEGIN IMMEDIATE").await?;
        self.is_guarded = !self.kept.is_empty();
        for at in std::mem::take(&mut self.kept) {
            if let Some(job) = group.get_mut(at)
                && run_guarded(conn, job.as_mut()).await?
            {
                self.kept.push(at);
            }
        }
        Ok(())
    }
}

/// Runs a write; whether it is to be kept.
async fn run(conn: &mut Conn, job: &mut dyn Job) -> Result<bool, DbError> {
    let keep = job.run(conn).await;
    match conn.take_broken() {
        Some(error) => Err(error.into()),
        None => Ok(keep),
    }
}

/// The same in a savepoint, to which it goes back when it is not.
async fn run_guarded(conn: &mut Conn, job: &mut dyn Job) -> Result<bool, DbError> {
    conn.raw_sql("SAVEPOINT job").await?;
    let keep = run(conn, job).await?;
    if !keep {
        conn.raw_sql("ROLLBACK TO job").await?;
    }
    conn.raw_sql("RELEASE job").await?;
    Ok(keep)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::sync::mpsc::channel;

    use base::Timestamp;
    use storage::{StorageError, Upkeep};

    use crate::db::{BoxFuture, Conn};
    use crate::open::{find_fact, put_fact};
    use crate::testing::Home;
    use crate::{Options, Secret, SqlStorage};

    const REFUSED: StorageError = StorageError::Misuse { what: "it fails" };

    /// Writes a fact, and fails after that where it has to.
    fn put<'c>(
        conn: &'c mut Conn,
        name: &'static str,
        fails: bool,
    ) -> BoxFuture<'c, Result<(), StorageError>> {
        Box::pin(async move {
            put_fact(conn, name, "er").await?;
            if fails { Err(REFUSED) } else { Ok(()) }
        })
    }

    async fn open() -> (crate::testing::Place, SqlStorage) {
        let place = Home::sqlite().place().await;
        let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
        let store = SqlStorage::open(place.address(), options).await.unwrap();
        (place, store)
    }

    /// Writes that wait behind one that changes nothing, and so share a commit.
    async fn together(first_runs_once: bool) -> u32 {
        let (_place, store) = open().await;
        let (go, wait) = channel::<()>();
        let runs = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&runs);
        let first = async {
            if first_runs_once {
                store.db.write(|conn| put(conn, "een", false)).await
            } else {
                let again = store.db.write_again(move |conn| {
                    count.fetch_add(1, Ordering::Relaxed);
                    put(conn, "een", false)
                });
                again.await
            }
        };
        let (held, first, second, third, fourth, ()) = tokio::join!(
            store.db.write(move |_| Box::pin(async move {
                wait.recv().unwrap();
                Err::<(), _>(REFUSED)
            })),
            first,
            store.db.write_again(|conn| put(conn, "twee", true)),
            store.db.write(|conn| put(conn, "drie", false)),
            store.db.write(|conn| put(conn, "vier", true)),
            async move { go.send(()).unwrap() },
        );
        assert_eq!((held, second, fourth), (Err(REFUSED), Err(REFUSED), Err(REFUSED)));
        assert_eq!((first, third), (Ok(()), Ok(())));
        let mut conn = store.db.read().await.unwrap();
        for (name, there) in [("een", true), ("twee", false), ("drie", true), ("vier", false)] {
            assert_eq!(find_fact(&mut conn, name).await.unwrap().is_some(), there, "{name}");
        }
        runs.load(Ordering::Relaxed)
    }

    #[tokio::test]
    async fn what_is_written_in_a_hurry_is_kept_when_it_ends_and_a_failure_takes_nothing_along() {
        let (place, store) = open().await;
        store.db.hurry(true);
        store.db.write(|conn| put(conn, "een", false)).await.unwrap();
        assert_eq!(store.db.write(|conn| put(conn, "twee", true)).await, Err(REFUSED));
        let there = async |store: &SqlStorage, name: &'static str| {
            find_fact(&mut store.db.read().await.unwrap(), name).await.unwrap().is_some()
        };
        assert!(!there(&store, "een").await, "all of it shares a commit");
        store.db.hurry(false);
        store.db.write(|conn| put(conn, "drie", false)).await.unwrap();
        store.db.hurry(true);
        store.db.write(|conn| put(conn, "vier", false)).await.unwrap();
        store.close().await;
        let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
        let store = SqlStorage::open(place.address(), options).await.unwrap();
        for (name, kept) in [("een", true), ("twee", false), ("drie", true), ("vier", true)] {
            assert_eq!(there(&store, name).await, kept, "{name}");
        }
    }

    #[tokio::test]
    async fn a_write_that_fails_halfway_takes_nothing_of_the_others_along() {
        assert_eq!(together(false).await, 2, "what stood before it was done once more");
        together(true).await;
    }
}
