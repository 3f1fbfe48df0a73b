//! Looking after the storage: seals, verification, backup, restore and health.

use std::io::{Read, Write};

use async_trait::async_trait;
use base::Timestamp;

use crate::accounts::Handeling;
use crate::error::StorageError;
use crate::ids::StreamId;
use crate::seals::Seal;

/// What is known of this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instantie {
    /// Random name, for ever the same.
    pub id: String,
    /// Version of the tables.
    pub schema: i64,
    /// When it was made.
    pub aangemaakt_op: Timestamp,
    /// Ed25519 key with which seals are checked.
    pub publieke_sleutel: [u8; 32],
    /// Present when the database was made by the demo: its settings as JSON text. Only then the
    /// role chooser exists.
    pub demo: Option<String>,
    /// The database calls itself one of the demo without the mark that goes with it, as older versions left it. Opens nothing:
    /// it is there to be told.
    pub demo_zonder_merk: bool,
    /// What bears no mark of this program any more, by the name of its fact: somebody took it away, or changed it.
    pub zonder_merk: Vec<String>,
}

/// What is wrong with a seal of the file that the database has not.
pub const ALLEEN_IN_BESTAND: &str = "dit zegel staat in het bestand en niet in de database";

/// Something that verification found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fout {
    /// The stream, or the table where it is about no stream (`zegel`, `inzage`, `handeling`, `rol`), with the code of the
    /// row where that is no number (`account p-1`).
    pub stroom: String,
    /// Sequence in the stream, number of the seal or of the row.
    pub volgnummer: Option<u64>,
    /// What is wrong, in Dutch.
    pub reden: String,
}

/// The outcome of a verification; whole when `fouten` is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifyReport {
    /// Events looked at.
    pub gebeurtenissen: u64,
    /// Streams they form.
    pub stromen: u64,
    /// Seals looked at.
    pub zegels: u64,
    /// Acts on accounts, roles and keys looked at.
    pub handelingen: u64,
    /// When the last seal was made.
    pub verzegeld_op: Option<Timestamp>,
    /// Events, views and acts that no seal covers yet: who changes the database can take these away unseen.
    pub onverzegeld: u64,
    /// Seals after the last one of the file of seals: a fault of the file that the program keeps, and none of a copy of some days ago.
    pub na_het_bestand: u64,
    /// Seals of the file that were made after the backup that this database was restored from: no fault of either, and not compared.
    pub van_na_de_kopie: u64,
    /// Everything found, in order of stream.
    pub fouten: Vec<Fout>,
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows done.
    pub done: u64,
    /// Rows in all, as counted at the start.
    pub total: u64,
}

/// What the storage, a backup or a restore contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupCounts {
    /// Events.
    pub gebeurtenissen: u64,
    /// Attachments.
    pub bijlagen: u64,
}

/// Looking after the storage.
#[async_trait]
pub trait Upkeep: Send + Sync {
    /// What is known of this installation.
    async fn instantie(&self) -> Result<Instantie, StorageError>;

    /// Marks the database as one of the demo. [`StorageError::NotEmpty`] when it holds anything, reference data and
    /// organisations too: a real database never becomes a demo.
    async fn mark_demo(&self, settings: &str) -> Result<(), StorageError>;

    /// Says more of the demo than when it was marked: that all of it is there. [`StorageError::NotEmpty`] of a database that is
    /// no demo.
    async fn finish_demo(&self, settings: &str) -> Result<(), StorageError>;

    /// Seals what was added since the last seal; `None` when nothing was. The caller appends the
    /// line ([`Seal`]'s `Display`) to the file outside the database.
    async fn seal(&self, at: Timestamp) -> Result<Option<Seal>, StorageError>;

    /// The seals with a number above the given one, in order: to complete the file outside after a
    /// crash between the two writes.
    async fn seals_after(&self, nummer: u64) -> Result<Vec<Seal>, StorageError>;

    /// Checks chains, digests, readability, gaps, attachments, read log, log of acts, seals, signatures, that accounts,
    /// roles, keys and links stand as the log of acts says, that claims, numbers, reference data and the facts of the installation are
    /// as they were written, that drafts open, and, when given, the file of seals against the table. Lists are not looked at: they can be rebuilt. Sees one moment;
    /// writers go on.
    async fn verify(
        &self,
        seals_file: Option<&str>,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<VerifyReport, StorageError>;

    /// Writes everything but lists, sessions and keys as it is at one moment, while writers go on;
    /// the same format for every store, with a digest at the end.
    async fn export(
        &self,
        out: &mut (dyn Write + Send),
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<BackupCounts, StorageError>;

    /// Takes over an export into an empty database, all or nothing. The key ring comes after it
    /// ([`Upkeep::import_ring`]); the lists are then rebuilt by the caller, who says at the end that it is whole
    /// ([`Upkeep::finish_restore`]). Until then nobody can open the database again: [`StorageError::HalfRestored`].
    async fn import(&self, from: &mut (dyn Read + Send)) -> Result<BackupCounts, StorageError>;

    /// Takes over an export with its key ring, both or neither: what is no ring, or the ring of another installation,
    /// leaves the database as empty as it was.
    async fn take_over(
        &self,
        from: &mut (dyn Read + Send),
        ring: &mut (dyn Read + Send),
    ) -> Result<BackupCounts, StorageError>;

    /// How much there is now: what an export would contain.
    async fn counts(&self) -> Result<BackupCounts, StorageError>;

    /// Writes the key ring: every data key, the marks of those destroyed, and the keys that sign.
    /// In the clear: who has it and a backup can read everything. Keep it apart.
    async fn export_ring(&self, out: &mut (dyn Write + Send)) -> Result<(), StorageError>;

    /// Says that what was taken over is whole, and logs it. Numbers of files and declarations go on
    /// [`NUMBERS_SKIPPED`](crate::limits::NUMBERS_SKIPPED) higher: some may have been given after the backup was made. Every link
    /// that is open in the backup is over: it may have been used since. Returns how many.
    async fn finish_restore(&self, log: &Handeling) -> Result<u64, StorageError>;

    /// Takes over a key ring. A key marked as destroyed, here or in the ring, stays destroyed.
    async fn import_ring(&self, from: &mut (dyn Read + Send)) -> Result<(), StorageError>;

    /// The streams in which a holder's key was destroyed, in order: lists of these need a look
    /// after a restore.
    async fn destroyed_keys(&self) -> Result<Vec<(StreamId, base::OrganisatieId)>, StorageError>;

    /// How many rows of lists belong to no file of the log, per table that has them. What they say is not read: it may be unreadable.
    async fn strays(&self) -> Result<Vec<(&'static str, u64)>, StorageError>;

    /// Removes those, likewise unread.
    async fn remove_strays(&self) -> Result<(), StorageError>;

    /// Until it is said otherwise nothing that is written needs to be durable: for a restore, which is thrown away when it
    /// does not come to its end. Writes are not seen before that; when one of them could not be kept, those after it fail.
    fn hurry(&self, on: bool);

    /// The disk was full, or took no writes, when something was written last: what was written before that says nothing.
    fn was_refused(&self) -> bool;

    /// Whether the storage answers.
    async fn ping(&self) -> Result<(), StorageError>;

    /// Says that this program is the one that answers on this database, until it ends; `false` when another is. Asked again now and
    /// then: what was lost with a connection is taken again.
    async fn hold_service(&self) -> Result<bool, StorageError>;

    /// Waits for writes under way, writes down what is buffered, and stops. What comes after is
    /// [`StorageError::Closed`].
    async fn close(&self);
}
