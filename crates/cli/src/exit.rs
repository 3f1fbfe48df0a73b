//! How a command ends: the documented exit codes, each with a message for a person.

use std::process::ExitCode;

use app::AppError;
use storage::{BackupFault, StorageError};

/// Why a command did not end well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exit {
    pub(crate) code: u8,
    /// What is wrong and what to do, in Dutch. Empty when everything was said already.
    pub(crate) tekst: String,
}

/// What to do where a row of the database says what cannot be.
const VERIFY: &str = "Voer 'leerrecht verifieer' uit en vergelijk met een reservekopie";
/// The same, of verification itself: it is no use to run it again.
const NO_WAY_AROUND: &str = "Hier kan de controle niet omheen: wat erna komt, is niet nagekeken. Leg deze database apart, zet er niets in \
    recht, en herstel een reservekopie met 'leerrecht herstel'";

impl Exit {
    /// The same failure, said by verification.
    pub(crate) fn of_verification(self) -> Self {
        Self { tekst: self.tekst.replace(VERIFY, NO_WAY_AROUND), ..self }
    }

    /// 1: checked, and wrong.
    pub(crate) fn checked_wrong() -> Self {
        Self { code: 1, tekst: String::new() }
    }

    /// 1: done, and something is wrong, with what to do.
    pub(crate) fn wrong(tekst: impl Into<String>) -> Self {
        Self { code: 1, tekst: tekst.into() }
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

    /// The exit code as a number.
    pub(crate) fn number(&self) -> u8 {
        self.code
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
        ErrorKind::ReadOnlyFilesystem => "op die schijf kan alleen worden gelezen".to_owned(),
        ErrorKind::AddrNotAvailable => "dat adres is niet van deze computer".to_owned(),
        ErrorKind::UnexpectedEof => "het bestand houdt te vroeg op".to_owned(),
        ErrorKind::InvalidData => "het bestand is geen leesbare tekst".to_owned(),
        _ => quoted("de computer", error),
    }
}

/// What somebody else says in a language of its own, as what it is: a quotation.
pub(crate) fn quoted(who: &str, says: impl std::fmt::Display) -> String {
    format!("{who} zegt: \"{says}\"")
}

/// Why the database lets nobody in, after its code; the rest as it says it.
fn database_reason(reason: &str) -> String {
    let known = [
        ("(28P01)", "gebruiker of wachtwoord klopt niet"),
        ("(28000)", "deze gebruiker mag hier niet inloggen"),
        ("(3D000)", "een database met die naam is er niet"),
        ("(42501)", "deze gebruiker is geen eigenaar van de database"),
        ("(5)", "een ander programma houdt hem bezet"),
        ("pool timed out", "hij antwoordt niet"),
        ("has been modified", "de tabellen zijn gemaakt door een ander programma, of veranderd"),
        (
            "partially applied",
            "het bijwerken van de tabellen is halverwege gestopt; herstel een reservekopie",
        ),
    ];
    let found = known.into_iter().find(|(mark, _)| reason.contains(mark));
    found.map_or_else(|| quoted("de database", reason), |(_, words)| words.to_owned())
}

/// What is wrong with a backup or a key ring.
fn backup_fault(fault: &BackupFault) -> String {
    match fault {
        BackupFault::EndsEarly => "het bestand houdt te vroeg op".to_owned(),
        BackupFault::OtherKind => {
            "dit is een ander soort bestand; misschien zijn gegevens en sleutelbos verwisseld".to_owned()
        }
        BackupFault::Damaged => "het bestand is beschadigd".to_owned(),
        BackupFault::Trailing => "na het einde staat nog iets: het bestand is beschadigd".to_owned(),
        BackupFault::NeverWritten => {
            "er staat iets in dat Leerrecht niet schrijft: het bestand is beschadigd".to_owned()
        }
        BackupFault::UnknownTable => {
            "er staat een tabel in die dit programma niet kent: gebruik een nieuwere leerrecht".to_owned()
        }
        BackupFault::OtherColumns { table } => format!("een rij van {table} heeft andere kolommen"),
        BackupFault::Twice { table } => format!("een rij van {table} staat er twee keer in"),
        BackupFault::OtherRing => "de sleutelbos hoort bij een andere installatie".to_owned(),
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
            | AppError::Clash { .. }
            | AppError::ConceptVeranderd { .. } => Self::refused(error.to_string()),
        }
    }
}

impl From<StorageError> for Exit {
    fn from(error: StorageError) -> Self {
        match &error {
            StorageError::NotEmpty => {
                Self::refused("de database is niet leeg: herstel alleen in een nieuwe, lege database")
            }
            StorageError::InUse => Self::refused(
                "op deze database draait al een leerrecht van een oudere versie, en dit commando past de tabellen aan. Er is niets geschreven. Stop \
                 die eerst (`sudo systemctl stop leerrecht`), maak een reservekopie als die er nog niet is, en geef het commando nog eens",
            ),
            StorageError::BadBackup { fault } => Self::refused(format!(
                "de back-up is niet te lezen: {}. Er is niets hersteld",
                backup_fault(fault)
            )),
            other => Self::outside(storage_words(other)),
        }
    }
}

/// What went wrong with the store, and what to do.
fn storage_words(error: &StorageError) -> String {
    let fixed = match error {
        StorageError::DiskFull => {
            "de schijf waarop de database staat is vol: er is niets geschreven. Maak daar ruimte en voer het commando opnieuw uit"
        }
        StorageError::ReadOnly => {
            "de database is alleen te lezen: er is niets geschreven. Kijk of de gebruiker van Leerrecht mag schrijven in het bestand en in zijn map, en of de schijf of de server alleen lezen toestaat"
        }
        StorageError::Closed => {
            "de database ging net dicht: er is niets geschreven. Voer het commando opnieuw uit"
        }
        StorageError::WrongInstanceKey => {
            "de instantiesleutel hoort niet bij deze database. Wijs met LEERRECHT_INSTANTIESLEUTEL of in de configuratie het goede sleutelbestand aan"
        }
        StorageError::NoDatabase => {
            "er is daar geen database. Controleer --database of LEERRECHT_CONFIG, of begin met 'leerrecht organisatie maak'"
        }
        StorageError::HalfRestored => {
            "in deze database is een herstel halverwege gestopt: wat erin staat is niet compleet. Gooi haar weg en herstel opnieuw, in een nieuwe, lege database"
        }
        StorageError::Taken { .. } => {
            "een ander commando schreef op hetzelfde moment, bijvoorbeeld een tweede import. Er is niets geschreven; voer het commando opnieuw uit"
        }
        StorageError::NotEmpty => "de database is niet leeg",
        other => return storage_details(other),
    };
    fixed.to_owned()
}

/// The same, where it names something.
fn storage_details(error: &StorageError) -> String {
    match error {
        // The file can be reached, and is not whole.
        StorageError::Unavailable { reason } if reason.contains("(11)") || reason.contains("(26)") => {
            "het bestand van de database is beschadigd of is geen database. Leg het apart, gooi het niet weg, en herstel een reservekopie met 'leerrecht herstel'".to_owned()
        }
        // There, and not for this user: often a command ran as another user once.
        StorageError::Unavailable { reason } if reason.contains("(14)") => {
            "het bestand van de database is niet te openen. Kijk of het er is, en of de gebruiker van Leerrecht het bestand en zijn map mag lezen en schrijven: na een commando met sudo is het van een ander".to_owned()
        }
        StorageError::Unavailable { reason } => format!(
            "de database is niet bereikbaar: {}. Controleer of hij draait en of het adres klopt",
            database_reason(reason)
        ),
        StorageError::NewerSchema { found, known } => format!(
            "de database heeft versie {found} en dit programma kent hoogstens {known}. Gebruik een nieuwere leerrecht"
        ),
        StorageError::OlderSchema { found, needed } => format!(
            "de database heeft versie {found} en dit programma heeft {needed} nodig. Voer eerst 'leerrecht migreer' uit"
        ),
        StorageError::OtherEncoding { found } => format!(
            "de database bewaart tekst als {found} en niet als UTF-8: namen als Łukasz passen er niet in. Er is niets geschreven. Maak een \
             lege database met 'createdb --encoding UTF8 --locale C --template template0', en wijs die aan (hoofdstuk 2 van de handleiding)"
        ),
        StorageError::InconsistentRow { table, column, row } => format!(
            "in de database klopt iets niet: tabel {table}, kolom {column}, rij {row}. {VERIFY}"
        ),
        StorageError::TooLarge { most, .. } => {
            format!("iets is te groot om te bewaren: hoogstens {most}. Er is niets geschreven")
        }
        StorageError::BackupIo { kind, .. } => format!(
            "de reservekopie is niet te lezen of te schrijven: {}",
            os_reason(&std::io::Error::from(*kind))
        ),
        StorageError::BadBackup { fault } => backup_fault(fault),
        // Only a fault of the program itself is left.
        other => quoted("het programma vroeg de opslag iets dat niet kan; meld dit. De opslag", other),
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

    #[test]
    fn a_damaged_file_is_not_one_that_does_not_run() {
        for reason in ["database disk image is malformed (11)", "file is not a database (26)"] {
            let exit = Exit::from(StorageError::Unavailable { reason: reason.to_owned() });
            assert!(
                exit.tekst.contains("leerrecht herstel") && !exit.tekst.contains("draait"),
                "{}",
                exit.tekst
            );
        }
    }

    /// Nobody is told to run what they just ran.
    #[test]
    fn verification_that_cannot_go_on_names_another_way() {
        let error = || Exit::from(StorageError::inconsistent("geheim", "naam", "merken"));
        assert!(error().tekst.contains("'leerrecht verifieer'"), "{}", error().tekst);
        let said = error().of_verification().tekst;
        assert!(!said.contains("verifieer") && said.contains("'leerrecht herstel'"), "{said}");
    }

    #[test]
    fn a_file_of_another_user_is_not_a_server_that_does_not_run() {
        let reason = "unable to open database file (14)".to_owned();
        let said = Exit::from(StorageError::Unavailable { reason }).tekst;
        assert!(said.contains("sudo") && !said.contains("draait"), "{said}");
    }

    /// Whoever reads it knows what to do next: an option, a command, or something to look at.
    #[test]
    fn every_failure_says_what_to_do_and_ends_in_one_sign() {
        let all = [
            StorageError::DiskFull,
            StorageError::ReadOnly,
            StorageError::Closed,
            StorageError::inconsistent("event", "hash", "1"),
            StorageError::WrongInstanceKey,
            StorageError::NewerSchema { found: 2, known: 1 },
            StorageError::OlderSchema { found: 1, needed: 2 },
            StorageError::NoDatabase,
            StorageError::HalfRestored,
            StorageError::InUse,
            StorageError::OtherEncoding { found: "LATIN1".to_owned() },
            StorageError::Taken { what: "account" },
            StorageError::bad_backup(BackupFault::OtherKind),
            StorageError::Unavailable { reason: "database disk image is malformed (11)".to_owned() },
        ];
        let verbs =
            ["Maak", "Stop", "Kijk", "oer", "Wijs", "Gebruik", "Controleer", "Gooi", "Leg", "misschien"];
        for error in all {
            let tekst = Exit::from(error).tekst;
            assert!(verbs.iter().any(|verb| tekst.contains(verb)), "{tekst}");
            assert!(!tekst.contains("?.") && !tekst.contains(".."), "{tekst}");
        }
    }

    #[test]
    fn no_failure_of_the_store_is_told_in_english() {
        let reason = || "the reason is not known".to_owned();
        let faults = [
            BackupFault::EndsEarly,
            BackupFault::OtherKind,
            BackupFault::Damaged,
            BackupFault::Trailing,
            BackupFault::NeverWritten,
            BackupFault::UnknownTable,
            BackupFault::OtherColumns { table: "event" },
            BackupFault::Twice { table: "event" },
            BackupFault::OtherRing,
        ];
        let kind = std::io::ErrorKind::StorageFull;
        let mut all: Vec<StorageError> = faults.into_iter().map(StorageError::bad_backup).collect();
        all.extend([
            StorageError::DiskFull,
            StorageError::ReadOnly,
            StorageError::Closed,
            StorageError::inconsistent("event", "hash", "1"),
            StorageError::TooLarge { what: "blob", most: 1 },
            StorageError::Taken { what: "account" },
            StorageError::WrongInstanceKey,
            StorageError::NewerSchema { found: 2, known: 1 },
            StorageError::OlderSchema { found: 1, needed: 2 },
            StorageError::NoDatabase,
            StorageError::NotEmpty,
            StorageError::HalfRestored,
            StorageError::InUse,
            StorageError::OtherEncoding { found: "LATIN1".to_owned() },
            StorageError::BackupIo { kind, reason: reason() },
        ]);
        for error in all {
            let exit = Exit::from(error.clone());
            let words = exit.tekst.split([' ', ':', ',']);
            let english: Vec<&str> =
                words.filter(|word| ["the", "is not", "of a", "has", "was"].contains(word)).collect();
            assert!(english.is_empty(), "{error:?}: {}", exit.tekst);
        }
        let unknown = Exit::from(StorageError::Unavailable { reason: reason() });
        assert!(unknown.tekst.contains("de database zegt: \"the reason is not known\""), "{}", unknown.tekst);
    }

    #[test]
    fn a_database_that_takes_no_writes_is_not_one_that_cannot_be_reached() {
        let exit = Exit::from(StorageError::ReadOnly);
        assert!(
            exit.tekst.contains("alleen te lezen") && !exit.tekst.contains("bereikbaar"),
            "{}",
            exit.tekst
        );
    }
}
