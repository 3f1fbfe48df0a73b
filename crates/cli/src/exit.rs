//! How a command ends: the documented exit codes, each with a message for a person.

use std::process::ExitCode;

use app::AppError;
use storage::StorageError;

/// Why a command did not end well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exit {
    code: u8,
    /// What is wrong and what to do, in Dutch. Empty when everything was said already.
    pub(crate) tekst: String,
}

impl Exit {
    /// 1: checked, and wrong.
    pub(crate) fn checked_wrong() -> Self {
        Self { code: 1, tekst: String::new() }
    }

    /// 2: bad input, or refused.
    pub(crate) fn refused(tekst: impl Into<String>) -> Self {
        Self { code: 2, tekst: tekst.into() }
    }

    /// 3: the rule is not in force.
    pub(crate) fn not_in_force() -> Self {
        Self { code: 3, tekst: String::new() }
    }

    /// 4: something outside failed, with what to do.
    pub(crate) fn outside(tekst: impl Into<String>) -> Self {
        Self { code: 4, tekst: tekst.into() }
    }

    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl From<AppError> for Exit {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Storage(error) => error.into(),
            AppError::Unreadable { .. } | AppError::Corpus(_) | AppError::Letter(_) => {
                Self::outside(error.to_string())
            }
            AppError::Refused(_)
            | AppError::Forbidden { .. }
            | AppError::NotFound
            | AppError::Clash { .. } => Self::refused(error.to_string()),
        }
    }
}

impl From<StorageError> for Exit {
    fn from(error: StorageError) -> Self {
        let what_now = match &error {
            StorageError::DiskFull => {
                "de schijf is vol: er is niets geschreven. Maak ruimte en voer het commando opnieuw uit".to_owned()
            }
            StorageError::Unavailable { reason } => {
                format!("de database is niet bereikbaar ({reason}). Controleer of hij draait en of het adres klopt")
            }
            StorageError::WrongInstanceKey => {
                "de instantiesleutel hoort niet bij deze database. Wijs met LEERRECHT_INSTANTIESLEUTEL of in de configuratie het goede sleutelbestand aan".to_owned()
            }
            StorageError::NewerSchema { found, known } => format!(
                "de database heeft versie {found} en dit programma kent hoogstens {known}. Gebruik een nieuwere leerrecht"
            ),
            StorageError::OlderSchema { found, needed } => format!(
                "de database heeft versie {found} en dit programma heeft {needed} nodig. Voer eerst 'leerrecht migreer' uit"
            ),
            StorageError::NoDatabase => {
                "er is daar geen database. Controleer --database, of begin met 'leerrecht organisatie maak'".to_owned()
            }
            StorageError::NotEmpty => {
                return Self::refused("de database is niet leeg: herstel alleen in een nieuwe, lege database");
            }
            StorageError::BadBackup { reason } => {
                return Self::refused(format!("de back-up is niet te lezen: {reason}. Er is niets hersteld"));
            }
            other => format!("de opslag gaf een fout: {other}"),
        };
        Self::outside(what_now)
    }
}
