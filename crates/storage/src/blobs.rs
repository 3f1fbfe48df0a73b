//! Attachments: letters, reports and plans as files.

use std::fmt;
use std::str::FromStr;

use async_trait::async_trait;
use base::{OrganisatieId, Timestamp};

use crate::error::StorageError;
use crate::ids::{Digest, StreamId, from_hex};

/// The address of a blob: 32 random hexadecimal digits. Not derived from the contents, so that two
/// equal files cannot be recognised as equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId(String);

impl BlobId {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no address of a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an address of a blob has 32 hexadecimal digits")]
pub struct BlobIdError;

impl FromStr for BlobId {
    type Err = BlobIdError;

    fn from_str(text: &str) -> Result<Self, BlobIdError> {
        let fits = from_hex(text).is_some_and(|bytes| bytes.len() == 16);
        fits.then(|| Self(text.to_owned())).ok_or(BlobIdError)
    }
}

/// What stands before the address of an attachment in the name of a draft field that holds it. A draft may lie for weeks,
/// and what was added to it stays as long.
pub const BLOB_FIELD: &str = "bijlage:";

/// What an event keeps of a blob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobRef {
    /// Where it is.
    pub id: BlobId,
    /// Digest of the stored (encrypted) bytes.
    pub digest: Digest,
    /// Length of the plaintext in bytes.
    pub len: u64,
}

/// The attachments.
#[async_trait]
pub trait Blobs: Send + Sync {
    /// Stores an attachment under the data key of this holder's part of the stream, durably. The
    /// event that carries it comes after; without one it goes in [`Blobs::purge_blobs`].
    async fn put_blob(
        &self,
        stream: &StreamId,
        holder: &OrganisatieId,
        bytes: &[u8],
        at: Timestamp,
    ) -> Result<BlobRef, StorageError>;

    /// The plaintext of an attachment of this stream; `None` when there is none, when it was
    /// emptied or when its key was destroyed.
    async fn get_blob(&self, stream: &StreamId, id: &BlobId) -> Result<Option<Vec<u8>>, StorageError>;

    /// Removes one attachment that no event carries; `false` when there is none, or an event carries it.
    async fn remove_blob(&self, stream: &StreamId, id: &BlobId) -> Result<bool, StorageError>;

    /// Removes attachments stored before an instant that no event carries and no draft of the stream names ([`BLOB_FIELD`]):
    /// who adds it to a draft is not always its holder. Returns how many.
    async fn purge_blobs(&self, before: Timestamp) -> Result<u64, StorageError>;
}
