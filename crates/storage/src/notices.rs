//! Telling by e-mail that there is something new: who chose it, at which address, and for whom a notice waits.
//!
//! What is new is known to nobody here: a notice names an account and the stream that moved, so that it can be dropped when
//! nothing may be sent about that file any more.

use async_trait::async_trait;
use base::{Date, OrganisatieId, PersoonId, Timestamp};

use crate::accounts::Handeling;
use crate::error::StorageError;
use crate::ids::StreamId;

/// Somebody who chose to be told, at an address that they proved to be theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailkeuze {
    /// The account.
    pub account: PersoonId,
    /// The address.
    pub e_mail: String,
    /// Since when.
    pub sinds: Timestamp,
    /// When a notice was last sent, or is being sent.
    pub laatst: Option<Timestamp>,
}

/// Who is told, as far as they chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aangeschreven {
    /// One person.
    Persoon(PersoonId),
    /// Everybody with a role at an organisation on a date.
    Rol {
        /// The role, a code.
        rol: String,
        /// The organisation.
        organisatie: OrganisatieId,
        /// The date.
        on: Date,
    },
}

/// What an append means for the notices of its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aankondiging {
    /// These are told, each as far as they chose it. Nobody for what is new to nobody.
    Aan {
        /// Who.
        wie: Vec<Aangeschreven>,
        /// Not before: what comes until then is told with it.
        vanaf: Timestamp,
    },
    /// Nothing is told of this stream any more: what waits is dropped.
    Nooit,
}

/// An account for which notices wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wachtende {
    /// The account.
    pub account: PersoonId,
    /// Its proved address.
    pub e_mail: String,
    /// The language that its person reads, a code.
    pub taal: Option<String>,
    /// Nobody can sign in with it now.
    pub geblokkeerd: bool,
    /// How often sending failed since the oldest of them came.
    pub pogingen: u32,
}

/// Somebody looks, in a role, at what they have to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bezoek {
    /// Who.
    pub persoon: PersoonId,
    /// In which role, a code.
    pub rol: String,
    /// For which organisation.
    pub organisatie: OrganisatieId,
    /// When.
    pub at: Timestamp,
}

/// Notices by e-mail, and since when somebody was away.
#[async_trait]
pub trait Notices: Send + Sync {
    /// Keeps that somebody wants to be told, at this address; replaces an earlier address and keeps when a notice was last sent.
    async fn choose_mail(&self, keuze: &Mailkeuze, log: &Handeling) -> Result<(), StorageError>;

    /// What somebody chose; nothing until they do.
    async fn mail_choice(&self, account: &PersoonId) -> Result<Option<Mailkeuze>, StorageError>;

    /// Somebody no longer wants to be told: address and waiting notices go. `false` when they did not.
    async fn stop_mail(&self, account: &PersoonId, log: &Handeling) -> Result<bool, StorageError>;

    /// The accounts for which a notice is due at an instant, each once.
    async fn waiting_mail(&self, at: Timestamp, limit: u32) -> Result<Vec<Wachtende>, StorageError>;

    /// Takes the right to send this account a notice now: `true` for one caller, and only when none was sent since `since`.
    async fn claim_mail(
        &self,
        account: &PersoonId,
        at: Timestamp,
        since: Timestamp,
    ) -> Result<bool, StorageError>;

    /// A notice was sent at an instant: what waited until then is done.
    async fn mail_sent(&self, account: &PersoonId, at: Timestamp) -> Result<(), StorageError>;

    /// What waits is not due before an instant, because one was sent already.
    async fn postpone_mail(&self, account: &PersoonId, until: Timestamp) -> Result<(), StorageError>;

    /// Sending failed: none was sent, and it is tried again at an instant.
    async fn mail_failed(&self, account: &PersoonId, again: Timestamp) -> Result<(), StorageError>;

    /// What is due at an instant and was seen already is dropped: its person looked at that file after it came.
    async fn drop_seen_mail(&self, at: Timestamp) -> Result<u64, StorageError>;

    /// The streams of which something waits for an account, in order.
    async fn mail_streams(&self, account: &PersoonId) -> Result<Vec<StreamId>, StorageError>;

    /// What waits for an account is dropped; its choice stays.
    async fn drop_mail(&self, account: &PersoonId) -> Result<(), StorageError>;

    /// Keeps that somebody looks, and says when they looked before: a look after `apart` belongs to the same visit. `None` on the
    /// first visit.
    async fn visit(&self, bezoek: &Bezoek, apart: Timestamp) -> Result<Option<Timestamp>, StorageError>;
}
