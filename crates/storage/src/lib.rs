//! The ports of Leerrecht to its storage: what the program may ask of a store, in types and traits.
//!
//! A store keeps two kinds of things. **Truth**: the log of events, the files that belong to them
//! (blobs), the keys, who looked at what, the accounts and the reference data. And **lists**: rows
//! that are computed from the truth, so that a work list of a region opens in milliseconds. Lists
//! may be thrown away at any moment and rebuilt from the log.
//!
//! The traits are small and each has its own module; [`Storage`] is all of them together and is
//! used as `Arc<dyn Storage>`. Nothing here knows a database, a runtime or a clock: every moment
//! arrives as a parameter.
//!
//! | trait | what | durable |
//! |---|---|---|
//! | [`EventLog`] | append, load, scan, empty, destroy a key, reserve numbers | before it returns |
//! | [`Lists`] | dossiers, turns, requests, TLVs, all through the eyes of somebody | with the append |
//! | [`Blobs`] | attachments, encrypted | before it returns |
//! | [`Drafts`] | half-filled forms and own notes, field by field | before it returns |
//! | [`ReadLog`] | who looked at which part of which file | before it returns |
//! | [`Accounts`], [`SignIn`] | accounts, roles, links, sessions, keys of programs | before it returns |
//! | [`Notices`] | who wants an e-mail when there is something new, and for whom one waits | before it returns |
//! | [`References`] | schools, boards, municipalities by validity date | per import, all or nothing |
//! | [`Upkeep`] | seals, verification, backup, restore, health | see there |
//!
//! # What every store promises
//!
//! 1. An append is all or nothing: events, lists, claims, finished drafts and the idempotency key
//!    are there together or not at all, and what was acknowledged survives `kill -9`.
//! 2. Payloads, blobs and drafts are encrypted with one data key per stream × holder. Destroying
//!    that key makes them unreadable for ever; the log still verifies.
//! 3. Events of a stream form a chain of hashes over envelope and digest of the stored bytes; rows
//!    of log, read log and log of acts are sealed at intervals by a signed Merkle root. [`Upkeep::verify`] finds
//!    any altered byte.
//! 4. Not found is `Ok(None)`; a row that makes no sense is [`StorageError::InconsistentRow`].
//! 5. A full disk is [`StorageError::DiskFull`]: nothing is half written and reading goes on.
//!
//! # Adding a store
//!
//! 1. Make a crate beside `storage-sql` that depends on this one and on nothing of the rooms above.
//! 2. Implement the traits for one type, and [`Storage`] for it (an empty `impl`).
//! 3. Map every failure to [`StorageError`]; full disk and lost connection have their own variant.
//! 4. Run the suite: switch on the feature `conformance`, implement `conformance::Bench` (makes
//!    sites, and a site opens its store) and call `storage::conformance_tests!(your_bench())` in an
//!    integration test. It is the definition of the promises above; a store that passes it is a store.
//! 5. Prove promise 1 with a crash test of your own and promise 3 by flipping stored bytes: both
//!    need hands inside your store, so they cannot live here.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic
)]

pub mod accounts;
pub mod blobs;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod drafts;
pub mod error;
pub mod ids;
pub mod limits;
pub mod lists;
pub mod log;
pub mod notices;
pub mod queries;
pub mod reads;
pub mod references;
pub mod seals;
pub mod signin;
pub mod upkeep;

pub use accounts::{
    Account, AccountPage, AccountQuery, AccountSort, AccountStand, Accounts, Handeling, HandelingQuery, Rol,
    Rolvoorstel, Vak, Voorstelantwoord,
};
pub use blobs::{BLOB_FIELD, BlobId, BlobRef, Blobs};
pub use drafts::{Draft, DraftClash, DraftError, DraftScope, Drafts, NewDraft, Sent};
pub use error::{AppendError, BackupFault, StorageError};
pub use ids::{Actor, Digest, StreamId};
pub use lists::{
    AanvraagRij, BeurtRij, DossierRij, GezienRij, Lezer, PostRij, Projection, TaakRij, TlvRij, ToewijzingRij,
    VerzoekRij,
};
pub use log::{
    Append, Appended, ByAct, Claim, DestroyKey, DraftsDone, EventLog, Idempotency, ListsAfter, NewEvent,
    Payload, StoredEvent, Unfinished,
};
pub use notices::{Aangeschreven, Aankondiging, Bezoek, Mailkeuze, Notices, Wachtende};
pub use queries::{Direction, Lists, Page, Rows, Scope};
pub use reads::{Inzage, InzageQuery, InzageTelling, KijkerQuery, ReadLog};
pub use references::{Invoerrun, ReferenceUpdate, References, Referentie};
pub use seals::{Seal, SealedActs};
pub use signin::{BEKEND, Link, Programmasleutel, Sessie, SignIn};
pub use upkeep::{ALLEEN_IN_BESTAND, BackupCounts, Fout, Instantie, Progress, Upkeep, VerifyReport};

/// Everything the program asks of its storage, behind one pointer: `Arc<dyn Storage>`.
pub trait Storage:
    EventLog + Lists + Blobs + Drafts + ReadLog + Accounts + SignIn + Notices + References + Upkeep
{
}
