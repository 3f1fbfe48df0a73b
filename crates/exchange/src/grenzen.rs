//! Every limit on what comes in, in one place.
//!
//! The limits lie far above real files (the largest reference file is 5 MB, the largest sample
//! dossier 140 kB) and far below what would trouble a small machine.

/// Bytes of a file with reference data.
pub const REFERENTIE_BESTAND: usize = 64 * 1024 * 1024;
/// Columns of a table.
pub const KOLOMMEN: usize = 250;
/// Bytes of one row of a table.
pub const REGEL: usize = 64 * 1024;
/// Bytes of one field of a table.
pub const VELD: usize = 2_000;
/// Characters of a wrong value that a report repeats.
pub const GETOONDE_WAARDE: usize = 100;

/// Bytes of an OSO dossier, attachments included.
pub const OSO_BESTAND: usize = 64 * 1024 * 1024;
/// Elements inside each other in an OSO dossier; the schema itself needs 12.
pub const OSO_DIEPTE: usize = 32;
/// Elements in an OSO dossier.
pub const OSO_ELEMENTEN: usize = 50_000;
/// Comments, instructions and pieces of text beside those elements.
pub const OSO_STUKKEN: usize = 200_000;
/// Bytes of one tag with its attributes.
pub const OSO_TAG: usize = 2_000;
/// Attributes of one element, namespaces included; the schema itself needs one.
pub const OSO_ATTRIBUTEN: usize = 16;
/// Longest part of a name, in characters: longer none is kept.
pub const OSO_NAAM: usize = 200;
/// Bytes of text in one element that is no attachment.
pub const OSO_TEKST: usize = 20_000;
/// Bytes of all text of one dossier together, with its places, attachments not counted: it is kept in one fact.
pub const OSO_TEKST_SAMEN: usize = 384 * 1024;
/// Attachments in one dossier.
pub const OSO_BIJLAGEN: usize = 200;
/// Bytes of one attachment, unpacked.
pub const OSO_BIJLAGE: usize = 20 * 1024 * 1024;
/// Bytes of all attachments of one dossier together, unpacked.
pub const OSO_BIJLAGEN_SAMEN: usize = 100 * 1024 * 1024;
