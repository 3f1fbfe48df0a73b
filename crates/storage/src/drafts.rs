//! Drafts: half-filled forms and notes for own use, one value per field, encrypted.

use async_trait::async_trait;
use base::{OrganisatieId, PersoonId, Timestamp};

use crate::error::StorageError;
use crate::ids::StreamId;
use crate::queries::Page;

/// Whose draft it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftScope {
    /// The file, school or region that it is about.
    pub stream: StreamId,
    /// Whose part: decides the data key.
    pub holder: OrganisatieId,
    /// One person's own draft or note; `None` for a draft that colleagues of the holder share.
    pub persoon: Option<PersoonId>,
}

/// One field of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The field.
    pub veld: String,
    /// Version, from 1, one up with every change.
    pub versie: u64,
    /// The value, as it was given.
    pub waarde: Vec<u8>,
    /// Who changed it last.
    pub door: PersoonId,
    /// When.
    pub gewijzigd_op: Timestamp,
}

/// A new value for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDraft {
    /// Whose draft.
    pub scope: DraftScope,
    /// Which form.
    pub formulier: String,
    /// Which field.
    pub veld: String,
    /// The version that the new value builds upon; 0 when the field had none.
    pub expected_version: u64,
    /// The new value.
    pub waarde: Vec<u8>,
    /// Who changes it.
    pub door: PersoonId,
    /// When.
    pub at: Timestamp,
    /// Nothing is stored when this form was sent meanwhile: what was still on its way is no draft of what is done.
    pub unless_sent: Option<Sent>,
}

/// How it is known that somebody sent a form: by the idempotency key that came with its append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Who would have sent it: [`crate::Idempotency::owner`].
    pub owner: String,
    /// What stands before the `:` in the key.
    pub form: String,
    /// After this instant.
    pub since: Timestamp,
}

/// Somebody else changed the field in the meantime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftClash {
    /// What stands there now; `None` when the field is gone (sent or removed).
    pub theirs: Option<Draft>,
}

/// Why a field was not stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// See [`DraftClash`]. Nothing was written.
    #[error("the field was changed by somebody else")]
    Clash(DraftClash),
    /// See [`NewDraft::unless_sent`]. Nothing was written.
    #[error("the form was sent already")]
    Sent,
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The drafts. Finished ones disappear by [`crate::Append::drafts_done`].
#[async_trait]
pub trait Drafts: Send + Sync {
    /// Stores one field when it still has the expected version; returns the new version.
    async fn put_draft(&self, draft: NewDraft) -> Result<u64, DraftError>;

    /// All fields of one form, in order of name.
    async fn drafts(&self, scope: &DraftScope, formulier: &str) -> Result<Vec<Draft>, StorageError>;

    /// The forms of which there are drafts, with the moment of the last change, newest first.
    async fn draft_forms(&self, scope: &DraftScope) -> Result<Vec<(String, Timestamp)>, StorageError>;

    /// The forms on files of which a holder has drafts: those of one person, or the shared ones. With the stream and the moment
    /// of the last change, newest first.
    async fn kept_forms(
        &self,
        holder: &OrganisatieId,
        persoon: Option<&PersoonId>,
        page: Page,
    ) -> Result<Vec<(StreamId, String, Timestamp)>, StorageError>;

    /// How many fields somebody keeps, in whatever form.
    async fn fields_kept_by(&self, persoon: &PersoonId) -> Result<u64, StorageError>;

    /// Removes the fields of a form; returns how many.
    async fn remove_drafts(&self, scope: &DraftScope, formulier: &str) -> Result<u64, StorageError>;

    /// Removes forms of one name, or of any, of everybody, that were not changed since an instant: notes for own use at the end
    /// of a school year, and what nobody sent. Returns how many fields went.
    async fn expire_drafts(&self, formulier: Option<&str>, before: Timestamp) -> Result<u64, StorageError>;
}
