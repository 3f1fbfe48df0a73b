//! What can go wrong between the program and its storage.

use crate::ids::StreamId;

/// A failure of the storage itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is no room left to write. Nothing was written; reading still works.
    #[error("the disk of the storage is full; nothing was written")]
    DiskFull,
    /// The storage can be read and takes no writes: its file, its disk or its server is read-only. Nothing was written.
    #[error("the storage is read-only; nothing was written")]
    ReadOnly,
    /// The storage does not answer or lost its connection or its files. Whether a write that was
    /// under way took place is unknown; repeat it with the same idempotency key.
    #[error("the storage is not available: {reason}")]
    Unavailable {
        /// Technical cause, without data of persons.
        reason: String,
    },
    /// The storage is closing or closed; nothing was written.
    #[error("the storage is closed")]
    Closed,
    /// A stored row makes no sense. To an operator: run `leerrecht verifieer`.
    #[error("row {row} of {table} makes no sense in column {column}")]
    InconsistentRow {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// What identifies the row; never a name or a value of it.
        row: String,
    },
    /// Something is larger than [`crate::limits`] allows; nothing was written.
    #[error("{what} is larger than {most}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit.
        most: u64,
    },
    /// The request contradicts itself; nothing was written. A fault of the caller.
    #[error("{what}")]
    Misuse {
        /// What is wrong, in English, without data of persons.
        what: &'static str,
    },
    /// The value must be unique and somebody has it; nothing was written.
    #[error("{what} is taken")]
    Taken {
        /// What is taken: `e_mail`, `account`, `link`.
        what: &'static str,
    },
    /// The key of this instance does not open this database.
    #[error("the instance key does not belong to this database")]
    WrongInstanceKey,
    /// The database was made by a newer version of the program.
    #[error("the database has version {found}; this program knows versions up to {known}")]
    NewerSchema {
        /// Version of the database.
        found: i64,
        /// Newest version known here.
        known: i64,
    },
    /// The database was made by an older version of the program and was opened without leave to
    /// change it. To an operator: run `leerrecht migreer`.
    #[error("the database has version {found}; this program needs version {needed}")]
    OlderSchema {
        /// Version of the database.
        found: i64,
        /// Version needed here.
        needed: i64,
    },
    /// There is no database there, and it was opened without leave to make one.
    #[error("there is no database there")]
    NoDatabase,
    /// The database keeps texts in an encoding that has not every letter of a name. To an operator: make one in UTF-8.
    #[error("the database keeps texts as {found}; this program needs UTF8")]
    OtherEncoding {
        /// What the server calls it.
        found: String,
    },
    /// The tables have to change, and a program that knows the older ones answers on them. To an operator: stop it first.
    #[error("a program answers on this database, and its tables would change under it")]
    InUse,
    /// Restore works into an empty database only.
    #[error("the database is not empty")]
    NotEmpty,
    /// A restore into this database stopped before its end: what is in it is not whole, and nobody works with it.
    /// To an operator: restore again, into a new database.
    #[error("a restore into this database stopped halfway")]
    HalfRestored,
    /// A backup or key ring that cannot be read; nothing was taken over.
    #[error("the backup cannot be read: {fault}")]
    BadBackup {
        /// What is wrong with it.
        fault: BackupFault,
    },
    /// Reading or writing the backup file failed.
    #[error("reading or writing the backup failed: {reason}")]
    BackupIo {
        /// The kind of failure.
        kind: std::io::ErrorKind,
        /// Technical cause.
        reason: String,
    },
}

/// What is wrong with a backup or a key ring.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupFault {
    /// The file was cut off.
    #[error("it ends too early")]
    EndsEarly,
    /// Something else than a backup, or than a ring.
    #[error("it is no file of this kind")]
    OtherKind,
    /// Its digest is that of other contents.
    #[error("its digest is that of other contents: it was damaged")]
    Damaged,
    /// There is more after the end.
    #[error("something follows after its end")]
    Trailing,
    /// A record or value that nobody wrote, or that is longer than any that was written.
    #[error("it holds something that was never written")]
    NeverWritten,
    /// A table that this version does not know.
    #[error("it holds a table that is not known here")]
    UnknownTable,
    /// A row with other columns than its table has.
    #[error("a row of {table} has other columns")]
    OtherColumns {
        /// The table.
        table: &'static str,
    },
    /// A row that is there already.
    #[error("a row of {table} occurs twice")]
    Twice {
        /// The table.
        table: &'static str,
    },
    /// The ring of another installation.
    #[error("the key ring belongs to another installation")]
    OtherRing,
}

/// Why an append did not take place. In every case nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody was first: the stream has moved on. Load what came after `expected` and show both.
    #[error("{stream} stands at {actual}, not at {expected}")]
    Clash {
        /// The stream.
        stream: StreamId,
        /// The sequence that the caller built upon.
        expected: u64,
        /// The sequence where the stream stands.
        actual: u64,
    },
    /// A claimed value, or the number of a TLV within its SWV, belongs to another file.
    #[error("{what} is taken")]
    Taken {
        /// The claim as `kind value`, or `tlv PO2401 12345`.
        what: String,
    },
    /// The idempotency key was used before for something else.
    #[error("the idempotency key was used before for another request")]
    KeyReused,
    /// The work that these events finish is not open any more: somebody else did it.
    #[error("somebody else finished this")]
    Finished,
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl StorageError {
    /// A backup or key ring that cannot be read.
    pub fn bad_backup(fault: BackupFault) -> Self {
        Self::BadBackup { fault }
    }

    /// The fault is in what is stored, so that trying again gives the same. Everything else passes: a disk that is full, a database that does
    /// not answer.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::InconsistentRow { .. } | Self::TooLarge { .. } | Self::Misuse { .. } => true,
            Self::DiskFull
            | Self::ReadOnly
            | Self::Unavailable { .. }
            | Self::Closed
            | Self::Taken { .. }
            | Self::WrongInstanceKey
            | Self::NewerSchema { .. }
            | Self::OlderSchema { .. }
            | Self::NoDatabase
            | Self::OtherEncoding { .. }
            | Self::InUse
            | Self::NotEmpty
            | Self::HalfRestored
            | Self::BadBackup { .. }
            | Self::BackupIo { .. } => false,
        }
    }

    /// A row that makes no sense.
    pub fn inconsistent(
        table: &'static str,
        column: &'static str,
        row: &(impl std::fmt::Display + ?Sized),
    ) -> Self {
        Self::InconsistentRow { table, column, row: row.to_string() }
    }
}
