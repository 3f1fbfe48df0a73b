//! The corpus: the law as dated text files that lawyers read.
//!
//! Every file is parsed once, when the program starts; whatever is wrong with it is found then. A text without
//! a valid start does not load, nor do two versions of one rule that hold on the same day. Nothing in code
//! reads a file of the corpus by its place: the folders and the names inside decide.

pub(crate) mod bepalingen;
pub(crate) mod bron;
pub(crate) mod datum;
pub(crate) mod lijsten;
pub(crate) mod parameter;
pub(crate) mod regel;
pub(crate) mod schema;
pub(crate) mod tijdlijn;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// The folders of the corpus that this room reads.
pub const FOLDERS: [&str; 7] =
    ["bepalingen", "eisen", "gronden", "parameters", "regels", "termijnen", "verwacht"];

/// What is wrong with a corpus. Only the makers of Leerrecht ever see one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorpusError {
    /// No TOML, an unknown or missing key, or a date that is none.
    #[error("{bestand}: {reden}")]
    Unreadable {
        /// Path in the corpus.
        bestand: String,
        /// What the parser says.
        reden: String,
    },
    /// The folder is none that is read.
    #[error("{bestand}: geen bekende map; verwacht: {FOLDERS:?}")]
    UnknownFolder {
        /// Path in the corpus.
        bestand: String,
    },
    /// The path does not say what the file says.
    #[error("{bestand}: hoort te heten {verwacht}")]
    Misnamed {
        /// Path in the corpus.
        bestand: String,
        /// How its path has to start.
        verwacht: String,
    },
    /// It ends on or before its first day.
    #[error("{bestand}: '{naam}' eindigt op of voor zijn eerste dag")]
    EmptyPeriod {
        /// Path in the corpus.
        bestand: String,
        /// What it is about.
        naam: String,
    },
    /// Two versions hold on the same day.
    #[error("'{naam}': de versies van {eerste} en {tweede} overlappen")]
    Overlap {
        /// Rule, parameter or law.
        naam: String,
        /// Start of the first.
        eerste: Date,
        /// Start of the second.
        tweede: Date,
    },
    /// A rule that the program has but the corpus does not.
    #[error("geen bestand voor '{naam}'")]
    Missing {
        /// Rule or law.
        naam: String,
    },
    /// A rule that the corpus has but the program does not.
    #[error("{bestand}: de regel '{naam}' is er niet")]
    UnknownRule {
        /// Path in the corpus.
        bestand: String,
        /// Its name.
        naam: String,
    },
    /// An algorithm that the program does not have.
    #[error("{bestand}: het algoritme '{algoritme}' is er niet")]
    UnknownAlgorithm {
        /// Path in the corpus.
        bestand: String,
        /// Its name.
        algoritme: String,
    },
    /// A parameter that the rule needs.
    #[error("{bestand}: de parameter '{naam}' ontbreekt")]
    ParameterMissing {
        /// Path in the corpus.
        bestand: String,
        /// Its name.
        naam: String,
    },
    /// A parameter with another unit or form than the rule expects.
    #[error("{bestand}: de parameter '{naam}' heeft een andere eenheid of vorm dan verwacht")]
    ParameterWrong {
        /// Path in the corpus.
        bestand: String,
        /// Its name.
        naam: String,
    },
    /// A source that something points at.
    #[error("{bestand}: de vindplaats '{id}' ontbreekt")]
    BronMissing {
        /// Path in the corpus.
        bestand: String,
        /// Its id.
        id: String,
    },
    /// A law without its identifier or the date of the text that was read.
    #[error("{bestand}: bij '{wet}' ontbreekt het BWB-nummer of de datum van de gelezen tekst")]
    BronIncomplete {
        /// Path in the corpus.
        bestand: String,
        /// Name of the law.
        wet: String,
    },
    /// A parameter, source or branch that no rule uses, or that stands there twice.
    #[error("{bestand}: '{naam}' wordt nergens gebruikt of staat er dubbel")]
    Unused {
        /// Path in the corpus.
        bestand: String,
        /// Its name or id.
        naam: String,
    },
    /// An input field that does not describe a value.
    #[error("{bestand}: het invoerveld '{veld}' klopt niet: {reden}")]
    Schema {
        /// Path in the corpus.
        bestand: String,
        /// Name of the field.
        veld: String,
        /// What is wrong.
        reden: &'static str,
    },
    /// A file that says it replaces one that is not there.
    #[error("{bestand}: vervangt '{vervangt}', maar dat bestand is er niet")]
    ReplacesNothing {
        /// Path in the corpus.
        bestand: String,
        /// Path that it names.
        vervangt: String,
    },
}

/// A file of the corpus, by its path and the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bestand {
    pub(crate) path: String,
    pub(crate) sha256: String,
}

impl Bestand {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), sha256: sha256_hex(text.as_bytes()) }
    }
}

/// SHA-256 as lower-case hexadecimals.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    let halves = digest.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    halves.map(|half| char::from(DIGITS.get(usize::from(half)).copied().unwrap_or(b'0'))).collect()
}

/// Parses one file.
pub(crate) fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, CorpusError> {
    toml::from_str(text).map_err(|error| CorpusError::Unreadable {
        bestand: path.to_owned(),
        reden: error.to_string().trim_end().to_owned(),
    })
}

#[derive(Deserialize)]
struct Vervanging {
    vervangt: Option<String>,
}

/// The files that count: those that no other file replaces. A frozen file is corrected by a new one beside it
/// that names it (`vervangt`).
pub(crate) fn effective<'a>(files: &[(&'a str, &'a str)]) -> Result<Vec<(&'a str, &'a str)>, CorpusError> {
    let mut replaced = BTreeSet::new();
    for (path, text) in files {
        let folder = path.split('/').next().unwrap_or_default();
        if !FOLDERS.contains(&folder) {
            return Err(CorpusError::UnknownFolder { bestand: (*path).to_owned() });
        }
        if let Some(vervangt) = read::<Vervanging>(path, text)?.vervangt {
            if !files.iter().any(|(other, _)| *other == vervangt) {
                return Err(CorpusError::ReplacesNothing { bestand: (*path).to_owned(), vervangt });
            }
            replaced.insert(vervangt);
        }
    }
    Ok(files.iter().copied().filter(|(path, _)| !replaced.contains(*path)).collect())
}

/// The source of `corpus_files.rs` for these paths (relative to `corpus/`), in any order.
///
/// `xtask generate` writes it; a test compares it with what stands there.
pub fn render_file_list(paths: &[String]) -> String {
    let wanted: BTreeSet<&String> = paths
        .iter()
        .filter(|path| {
            path.rsplit_once('.').is_some_and(|(_, extension)| extension == "toml")
                && FOLDERS.contains(&path.split('/').next().unwrap_or_default())
        })
        .collect();
    let mut out = String::from(
        "//! The files of the corpus, embedded. Generated by `cargo xtask generate`; do not edit.\n\n\
         /// Path in `corpus/` and text of every file.\n\
         #[rustfmt::skip]\n\
         pub(crate) const CORPUS_FILES: &[(&str, &str)] = &[\n",
    );
    for path in wanted {
        let _ = writeln!(out, "    (\"{path}\", include_str!(\"../../../corpus/{path}\")),");
    }
    out.push_str("];\n");
    out
}
