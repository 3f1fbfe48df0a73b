//! What a use case can answer instead of a result.

use base::DossierNummer;
use dossier::Refusal;
use storage::{AppendError, StorageError};
use teksten::{Taal, Tekst, fout};

use crate::weigering::voluit;

/// Why a use case did not do what was asked. `Display` is Dutch, for who works with files and for programs.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The core or a form refuses: what, why (article), what now.
    Refused(Box<Refusal>),
    /// This person may not see or do this; `reden` says why, without saying what is there.
    Forbidden {
        /// Why not.
        reden: Tekst,
    },
    /// Not there, or not for this person: the two look the same.
    NotFound,
    /// Somebody else was first; nothing was written.
    Clash {
        /// Which file.
        dossier: Option<DossierNummer>,
    },
    /// What stands in the draft from which an act takes its contents is not what was read; nothing was written.
    ConceptVeranderd {
        /// The mark of what was read.
        gelezen: String,
        /// The mark of what stands there now.
        nu: String,
        /// The colleague who wrote in it, by name, where there is one.
        wie: Option<String>,
    },
    /// The store failed; nothing was half written.
    Storage(StorageError),
    /// Stored bytes that do not read. Names the place, never the contents.
    Unreadable {
        /// Stream and sequence.
        place: String,
    },
    /// The law or the matrix in the program is broken.
    Corpus(String),
    /// A letter could not be made.
    Letter(String),
}

impl AppError {
    /// The fault is in what is stored: it is there again at the next try, and a disk with room does not mend it.
    pub(crate) fn is_damage(&self) -> bool {
        match self {
            Self::Unreadable { .. } => true,
            Self::Storage(error) => error.is_damage(),
            Self::Refused(_)
            | Self::Forbidden { .. }
            | Self::NotFound
            | Self::Clash { .. }
            | Self::ConceptVeranderd { .. }
            | Self::Corpus(_)
            | Self::Letter(_) => false,
        }
    }

    /// What went wrong, in a language.
    pub fn zeg(&self, taal: Taal) -> String {
        taal.zeg(match self {
            Self::Refused(refusal) => return voluit(taal, refusal),
            Self::Forbidden { reden } => fout::NietVoorU { reden: reden.clone() }.tekst(),
            Self::NotFound => fout::is_er_niet(),
            Self::Clash { .. } => fout::botsing(),
            Self::ConceptVeranderd { .. } => fout::concept_veranderd(),
            Self::Storage(error) => storage_words(error),
            Self::Unreadable { place } => fout::Onleesbaar { plek: place }.tekst(),
            Self::Corpus(wat) => fout::Regels { wat }.tekst(),
            Self::Letter(wat) => fout::Brief { wat }.tekst(),
        })
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.zeg(Taal::Nl))
    }
}

fn storage_words(error: &StorageError) -> Tekst {
    match error {
        StorageError::DiskFull => fout::schijf_vol(),
        StorageError::ReadOnly => fout::opslag_alleen_lezen(),
        StorageError::Unavailable { .. } | StorageError::Closed => fout::opslag_weg(),
        StorageError::InconsistentRow { .. }
        | StorageError::TooLarge { .. }
        | StorageError::Misuse { .. }
        | StorageError::Taken { .. }
        | StorageError::WrongInstanceKey
        | StorageError::NewerSchema { .. }
        | StorageError::OlderSchema { .. }
        | StorageError::NoDatabase
        | StorageError::OtherEncoding { .. }
        | StorageError::InUse
        | StorageError::NotEmpty
        | StorageError::HalfRestored
        | StorageError::BadBackup { .. }
        | StorageError::BackupIo { .. } => fout::opslag(),
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<StorageError> for AppError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// The kind of claim on a child at a school.
pub(crate) const KIND: &str = "kind";

/// The key of a request was used for another one, earlier or at the same moment.
pub(crate) fn key_used() -> AppError {
    Refusal::field("sleutel", teksten::beheer::sleutel_gebruikt())
        .instead(teksten::beheer::nieuwe_sleutel())
        .into()
}

impl From<AppendError> for AppError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Clash { stream, .. } => Self::Clash { dossier: stream.as_dossier() },
            AppendError::Taken { what } if what.starts_with(KIND) => {
                Refusal::new("mogelijk_dubbel", teksten::beheer::kind_tegelijk())
                    .instead(teksten::beheer::kind_opzoeken())
                    .into()
            }
            AppendError::Taken { what } => {
                Refusal::new("nummer_bezet", teksten::beheer::InGebruik { wat: &what }.tekst())
                    .instead(teksten::beheer::ander_nummer())
                    .into()
            }
            AppendError::Finished => Self::Clash { dossier: None },
            AppendError::KeyReused => key_used(),
            AppendError::Storage(error) => Self::Storage(error),
        }
    }
}
