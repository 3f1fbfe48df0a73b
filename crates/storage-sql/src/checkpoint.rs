//! Moves what was committed from the journal of SQLite into its file, beside the thread that writes.
//!
//! Left to itself SQLite does so inside the commit that makes the journal too long: whoever waits for that commit waits
//! until all of it is written a second time, and for the disk once more. Here a thread of its own does it while others
//! commit. Where it cannot keep up, the commit does it after all ([`crate::sqlite`] says from which length).

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use storage::StorageError;

use crate::sqlite::File;

/// Rows that are written before it is done again: some thousand pages of the journal.
const ROWS: u64 = 500;

/// The way to the thread; dropping it waits for the thread.
pub(crate) struct Checkpoints {
    ask: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Rows that were written when it was asked for last.
    asked_at: u64,
}

impl Checkpoints {
    /// Starts the thread; it opens the file when it is first asked.
    pub(crate) fn start(file: File) -> Result<Self, StorageError> {
        let (ask, asked) = sync_channel(1);
        let thread = thread::Builder::new().name("journaal".to_owned()).spawn(move || run(&file, &asked));
        let thread = thread.map_err(|error| StorageError::Unavailable { reason: error.to_string() })?;
        Ok(Self { ask: Some(ask), thread: Some(thread), asked_at: 0 })
    }

    /// So many rows were written in all.
    pub(crate) fn wrote(&mut self, rows: u64) {
        let Some(ask) = &self.ask else { return };
        // While one is asked for already the next commit comes back to it.
        if rows.saturating_sub(self.asked_at) >= ROWS && ask.try_send(()).is_ok() {
            self.asked_at = rows;
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.ask = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn run(file: &File, asked: &Receiver<()>) {
    let mut connection = None;
    while asked.recv().is_ok() {
        if connection.is_none() {
            connection = file.reader().ok();
        }
        if let Some(open) = &connection {
            // An attempt: what somebody still reads from the journal goes with the next.
            drop(open.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())));
        }
    }
}
