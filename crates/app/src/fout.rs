//! What a use case can answer instead of a result.

use base::DossierNummer;
use dossier::Refusal;
use storage::{AppendError, StorageError};
use teksten::Taal;

use crate::weigering::voluit;

/// Why a use case did not do what was asked. `Display` is for people, in Dutch.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The core or a form refuses: what, why (article), what now.
    #[error("{}", voluit(Taal::Nl, .0))]
    Refused(Box<Refusal>),
    /// This person may not see or do this; `reden` says why, without saying what is there.
    #[error("U kunt dit niet zien of doen: {reden}.")]
    Forbidden {
        /// In words for the person.
        reden: String,
    },
    /// Not there, or not for this person: the two look the same.
    #[error("Dit is er niet, of het is niet voor u.")]
    NotFound,
    /// Somebody else was first; nothing was written.
    #[error(
        "Iemand anders heeft dit dossier net gewijzigd. Kijk wat er nieuw is en probeer het opnieuw; wat u typte is bewaard."
    )]
    Clash {
        /// Which file.
        dossier: Option<DossierNummer>,
    },
    /// The store failed; nothing was half written.
    #[error("{}", storage_words(.0))]
    Storage(StorageError),
    /// Stored bytes that do not read. Names the place, never the contents.
    #[error(
        "In de opslag staat iets dat niet te lezen is ({place}). De beheerder kan dit nakijken met 'leerrecht verifieer'."
    )]
    Unreadable {
        /// Stream and sequence.
        place: String,
    },
    /// The law or the matrix in the program is broken.
    #[error("De regels in het programma zijn niet te laden: {0}")]
    Corpus(String),
    /// A letter could not be made.
    #[error("De brief kon niet worden gemaakt: {0}. Er is niets vastgelegd.")]
    Letter(String),
}

fn storage_words(error: &StorageError) -> &'static str {
    match error {
        StorageError::DiskFull => {
            "De schijf van de opslag is vol. Er is niets vastgelegd en niets verloren. Maak ruimte en probeer het opnieuw."
        }
        StorageError::Unavailable { .. } | StorageError::Closed => {
            "De opslag is nu niet bereikbaar. Er is niets vastgelegd. Probeer het over een minuut opnieuw."
        }
        _ => {
            "De opslag gaf een fout. Er is niets vastgelegd. De beheerder vindt de oorzaak in het logboek van het programma."
        }
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

impl From<AppendError> for AppError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Clash { stream, .. } => Self::Clash { dossier: stream.as_dossier() },
            AppendError::Taken { what } => Refusal::new("nummer_bezet", format!("{what} is al in gebruik"))
                .instead("een ander nummer kiezen")
                .into(),
            AppendError::Finished | AppendError::KeyReused => Self::Clash { dossier: None },
            AppendError::Storage(error) => Self::Storage(error),
        }
    }
}
