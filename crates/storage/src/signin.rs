//! Signing in: one-time links, sessions, keys of programs and failed attempts.
//!
//! Tokens are never stored: the program keeps their [`Digest`] and compares.

use async_trait::async_trait;
use base::{Date, OrganisatieId, PersoonId, Timestamp};

use crate::accounts::{Account, Handeling};
use crate::error::StorageError;
use crate::ids::Digest;

/// A one-time link or code: an invitation, a new password, a second step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Digest of the token; unique.
    pub token: Digest,
    /// What it is for, a code: `uitnodiging`, `wachtwoord`, `tweede_stap`.
    pub soort: String,
    /// The account it is for; `None` while there is none yet.
    pub account: Option<PersoonId>,
    /// What is needed when it is used, as JSON text.
    pub gegevens: String,
    /// First instant on which it no longer works.
    pub geldig_tot: Timestamp,
    /// Wrong attempts so far.
    pub pogingen: u32,
    /// When it was used.
    pub gebruikt_op: Option<Timestamp>,
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sessie {
    /// Digest of the token; unique.
    pub token: Digest,
    /// The account.
    pub account: PersoonId,
    /// The chosen role, as [`crate::Rol::id`]; `None` until one is chosen.
    pub rol: Option<u64>,
    /// When it began.
    pub aangemaakt_op: Timestamp,
    /// When it was last used.
    pub gezien_op: Timestamp,
    /// First instant on which it no longer holds.
    pub verloopt_op: Timestamp,
}

/// A key by which a program acts as one person in one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programmasleutel {
    /// Short public name of the key; unique.
    pub id: String,
    /// Digest of the key; unique.
    pub sleutel: Digest,
    /// What it is for, in the words of who made it.
    pub naam: String,
    /// The account it acts for.
    pub account: PersoonId,
    /// The role.
    pub rol: String,
    /// The organisation.
    pub organisatie: OrganisatieId,
    /// When it was made.
    pub aangemaakt_op: Timestamp,
    /// First day on which it no longer works.
    pub tot: Option<Date>,
    /// Since when it works; `None` while that person has not activated it.
    pub actief_op: Option<Timestamp>,
    /// When it was withdrawn.
    pub ingetrokken_op: Option<Timestamp>,
}

/// What stands before the subject of an attempt that succeeded: it is kept longer than failures are.
pub const BEKEND: &str = "bekend";

/// Signing in. What a link goes through (made, kept for somebody, tried, used, taken away) stands in the log of acts, so that
/// verification misses none and finds one that was opened again.
#[async_trait]
pub trait SignIn: Send + Sync {
    /// Stores a one-time link.
    async fn put_link(&self, link: &Link, log: &Handeling) -> Result<(), StorageError>;

    /// A link, used or not, valid or not.
    async fn link(&self, token: &Digest) -> Result<Option<Link>, StorageError>;

    /// The newest link of a kind for an account that is not used and is valid at an instant.
    async fn open_link(
        &self,
        account: &PersoonId,
        soort: &str,
        at: Timestamp,
    ) -> Result<Option<Link>, StorageError>;

    /// Uses a link: `Some` exactly once in its life, and only while it is valid, of this kind and
    /// with fewer than `most` wrong attempts.
    async fn use_link(
        &self,
        token: &Digest,
        soort: &str,
        most: u32,
        at: Timestamp,
    ) -> Result<Option<Link>, StorageError>;

    /// Keeps a link of this kind for one account; `false` when it is kept for another, used or over.
    async fn claim_link(
        &self,
        token: &Digest,
        soort: &str,
        account: &PersoonId,
        at: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Makes an account that keeps this link, or neither: `false` when the link is kept for another, used or over at the
    /// instant of the log. [`StorageError::Taken`] when the id or the address is in use.
    async fn create_account_by_link(
        &self,
        account: &Account,
        link: (&Digest, &str),
        log: &Handeling,
    ) -> Result<bool, StorageError>;

    /// Counts a wrong attempt and returns how many there are; 0 when there is no such link.
    async fn count_attempt(&self, token: &Digest, at: Timestamp) -> Result<u32, StorageError>;

    /// Begins a session.
    async fn put_session(&self, session: &Sessie) -> Result<(), StorageError>;

    /// A session that holds at an instant.
    async fn session(&self, token: &Digest, at: Timestamp) -> Result<Option<Sessie>, StorageError>;

    /// The sessions of an account that hold at an instant, the newest first.
    async fn sessions_of(&self, account: &PersoonId, at: Timestamp) -> Result<Vec<Sessie>, StorageError>;

    /// Moves on when a session was last used and when it ends; `false` when there is none.
    async fn touch_session(
        &self,
        token: &Digest,
        seen: Timestamp,
        expires: Timestamp,
    ) -> Result<bool, StorageError>;

    /// Chooses the role to act in; `false` when there is no such session.
    async fn choose_rol(&self, token: &Digest, rol: u64) -> Result<bool, StorageError>;

    /// Ends a session; `false` when there was none.
    async fn end_session(&self, token: &Digest) -> Result<bool, StorageError>;

    /// Ends every session of an account; returns how many.
    async fn end_sessions(&self, account: &PersoonId) -> Result<u64, StorageError>;

    /// Removes sessions, links and failed attempts that ended before an instant, and from where somebody signed in
    /// ([`BEKEND`]) before another; returns how many rows. The log of acts says at `at` which links went.
    async fn purge_sign_in(
        &self,
        at: Timestamp,
        before: Timestamp,
        known_before: Timestamp,
    ) -> Result<u64, StorageError>;

    /// Stores a key of a program.
    async fn put_key(&self, key: &Programmasleutel, log: &Handeling) -> Result<(), StorageError>;

    /// The key with this digest, whether or not it works now.
    async fn key(&self, key: &Digest) -> Result<Option<Programmasleutel>, StorageError>;

    /// The keys of an account, newest first.
    async fn keys_of(&self, account: &PersoonId) -> Result<Vec<Programmasleutel>, StorageError>;

    /// Activates a key, once; `false` when there is none, or it is active or withdrawn already.
    async fn activate_key(&self, id: &str, at: Timestamp, log: &Handeling) -> Result<bool, StorageError>;

    /// Withdraws a key, once; `false` when there is none or it is withdrawn already.
    async fn withdraw_key(&self, id: &str, at: Timestamp, log: &Handeling) -> Result<bool, StorageError>;

    /// Records a failed attempt by or on something: an address, an account.
    async fn sign_in_failed(&self, subject: &str, at: Timestamp) -> Result<(), StorageError>;

    /// Failed attempts since an instant.
    async fn failures_since(&self, subject: &str, since: Timestamp) -> Result<u64, StorageError>;

    /// Forgets the failed attempts of something, after one that succeeded.
    async fn forget_failures(&self, subject: &str) -> Result<(), StorageError>;
}
