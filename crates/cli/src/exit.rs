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

/// Why a file or a network address could not be used: what an administrator can do something about in Dutch, the
/// rest as the system says it.
pub(crate) fn os_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "dat bestand of die map is er niet".to_owned(),
        ErrorKind::PermissionDenied => {
            "dat mag deze gebruiker niet. Werk als de gebruiker van Leerrecht, of pas de rechten aan"
                .to_owned()
        }
        ErrorKind::AddrInUse => "een ander programma gebruikt dat adres al".to_owned(),
        ErrorKind::IsADirectory => "dat is een map en geen bestand".to_owned(),
        ErrorKind::StorageFull => "de schijf is vol".to_owned(),
        _ => error.to_string(),
    }
}

/// Why PostgreSQL lets nobody in, after its code; the rest as it says it.
fn database_reason(reason: &str) -> String {
    let known = [
        ("(28P01)", "gebruiker of wachtwoord klopt niet"),
        ("(28000)", "deze gebruiker mag hier niet inloggen"),
        ("(3D000)", "een database met die naam is er niet"),
        ("(42501)", "deze gebruiker is geen eigenaar van de database"),
        ("pool timed out", "hij antwoordt niet"),
    ];
    let found = known.into_iter().find(|(mark, _)| reason.contains(mark));
    found.map_or_else(|| reason.to_owned(), |(_, words)| words.to_owned())
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
                format!(
                    "de database is niet bereikbaar: {}. Controleer of hij draait en of het adres klopt",
                    database_reason(reason)
                )
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
                "er is daar geen database. Controleer --database of LEERRECHT_CONFIG, of begin met 'leerrecht organisatie maak'".to_owned()
            }
            StorageError::Taken { .. } => {
                "een ander commando schreef op hetzelfde moment, bijvoorbeeld een tweede import. Er is niets geschreven; voer het commando opnieuw uit".to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_password_of_the_database_is_told_in_dutch() {
        let reason = "password authentication failed for user \"leerrecht\" (28P01)".to_owned();
        let exit = Exit::from(StorageError::Unavailable { reason });
        assert_eq!(exit.code, 4);
        assert!(exit.tekst.contains("gebruiker of wachtwoord klopt niet"), "{}", exit.tekst);
    }
}
