//! Every limit of the web, in one place.

use std::time::Duration;

/// Largest body of a form without files, or of an API call, in bytes. A rule's input has the same limit.
pub const FORM_BYTES: usize = recht::MAX_INVOER_BYTES;
/// Largest body of a form with files, in bytes: one attachment of the largest size and its form.
pub const UPLOAD_BYTES: usize = app::lijst::limits::BLOB_BYTES + FORM_BYTES;
/// Most of a form with files that is read, in bytes: as many as it takes, each of the largest size. No more than
/// [`UPLOAD_BYTES`] of it is kept.
pub const DRAINED_BYTES: usize = FILES * app::aanvraag::MOST_DOCUMENT_BYTES + FORM_BYTES;
/// Largest body of the form with an OSO dossier, in bytes: the largest dossier that is read, and its form.
pub const OSO_BYTES: usize = exchange::grenzen::OSO_BESTAND + FORM_BYTES;
/// Largest body of an API call with an attachment, in bytes: one of the largest size in base64, and what goes with it.
pub const DOCUMENT_JSON_BYTES: usize = as_base64(app::aanvraag::MOST_DOCUMENT_BYTES) + FORM_BYTES;
/// Largest body of an API call with an OSO dossier, in bytes.
pub const OSO_JSON_BYTES: usize = as_base64(exchange::grenzen::OSO_BESTAND) + FORM_BYTES;
/// Longest text of one field, in bytes.
pub const FIELD_BYTES: usize = app::lijst::limits::DRAFT_BYTES;
/// Most that is held of a form whose session ended, in bytes: sealed and written out it is twice that, and is sent back.
pub const HELD_BYTES: usize = FORM_BYTES / 4;
/// Most fields of one form; each value of a repeated field counts.
pub const FIELDS: usize = 1_000;
/// Most files of one form.
pub const FILES: usize = 10;
/// Longest query of an address, in bytes.
pub const QUERY_BYTES: usize = 4_096;
/// Most keys of a query; each repetition counts.
pub const QUERY_KEYS: usize = 100;
/// Longest address that signing in leads back to, in bytes.
pub const RETURN_BYTES: usize = 300;
/// How long a request may take: long enough for the largest file on a slow line.
pub const REQUEST_TIME: Duration = Duration::from_mins(1);
/// Smallest body that is compressed, in bytes.
pub const COMPRESS_BYTES: u64 = 1_024;
/// Most rows of a list as a file; more is a question for a report. The link to a longer list says so.
pub const CSV_ROWS: u64 = 50_000;
/// Rows of one page of a list.
pub const ROWS: u32 = 50;

/// How many bytes that many bytes are in base64.
pub const fn as_base64(bytes: usize) -> usize {
    bytes.div_ceil(3) * 4
}
