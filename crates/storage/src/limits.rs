//! Every limit of the storage, in one place. Beyond a limit is [`crate::StorageError::TooLarge`],
//! before anything is written.

/// Most events in one append.
pub const EVENTS_PER_APPEND: usize = 100;
/// Largest payload of one event, in bytes of plaintext.
pub const PAYLOAD_BYTES: usize = 1024 * 1024;
/// Largest attachment, in bytes of plaintext.
pub const BLOB_BYTES: usize = 25 * 1024 * 1024;
/// Most attachments carried by one event.
pub const BLOBS_PER_EVENT: usize = 50;
/// Largest value of one field of a draft, in bytes.
pub const DRAFT_BYTES: usize = 64 * 1024;
/// Most rows of one page of a list.
pub const PAGE_ROWS: u32 = 200;
/// Most rows of one step through the log.
pub const SCAN_ROWS: u32 = 1_000;
/// Most words of a name search that count; more are ignored.
pub const SEARCH_WORDS: usize = 4;
/// Up to how many rows a list is counted: who has more is told that there are more.
pub const COUNTED_ROWS: u32 = 1_000;
/// Longest code or short text in a column (role, kind, phase), in bytes.
pub const CODE_BYTES: usize = 200;
/// Longest free short text in a column (purpose, name), in bytes.
pub const TEXT_BYTES: usize = 2_000;
/// Most numbers reserved in one go.
pub const NUMBERS_PER_BLOCK: u32 = 10_000;
/// By how much the numbers of files and declarations go on higher after a restore: more than is given between a backup and
/// its restore.
pub const NUMBERS_SKIPPED: u32 = 1_000;
