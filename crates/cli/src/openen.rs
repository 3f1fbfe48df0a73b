//! Opening the database with its instance key. The only clock of the program is here.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Letters, Moment};
use base::Timestamp;
use storage::{Storage, StorageError};
use storage_sql::{InstanceKey, Options, SqlStorage};

use crate::config::Config;
use crate::exit::{Exit, os_reason};

/// What the clock says.
#[expect(clippy::disallowed_methods, reason = "the program's one clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// This moment.
pub(crate) fn moment() -> Moment {
    Moment::of(now())
}

/// Whether a database is made and migrated when needed, or must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wijze {
    /// Make and migrate.
    Maak,
    /// It must be there, and is migrated: a mistyped path or a disk that is not mounted makes no empty region.
    Bijwerken,
    /// It must be there, in the version of this program.
    Bestaand,
}

/// What a command makes when it makes a database: taken away again when nothing came of it.
pub(crate) struct NieuwHier(Vec<PathBuf>);

impl NieuwHier {
    /// The files that are not there yet. Of a database on a server there are none: what is left there is an empty one.
    pub(crate) fn before(config: &Config) -> Self {
        let Some(file) = config.database.strip_prefix("sqlite:") else { return Self(Vec::new()) };
        let beside = ["", "-wal", "-shm"].map(|end| PathBuf::from(format!("{file}{end}")));
        let all = beside.into_iter().chain([config.instantiesleutel.clone()]);
        Self(all.filter(|path| matches!(path.try_exists(), Ok(false))).collect())
    }

    /// Takes away what was made. A database that was there keeps its key.
    pub(crate) fn take_away(self) {
        for path in self.0 {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The program on its database.
pub(crate) async fn app(config: &Config, wijze: Wijze) -> Result<App, Exit> {
    Ok(App::new(storage(config, wijze).await?, letters())?)
}

fn letters() -> Letters {
    #[cfg(feature = "brieven")]
    return typesetter::letters();
    #[cfg(not(feature = "brieven"))]
    Letters::none()
}

/// The database.
pub(crate) async fn storage(config: &Config, wijze: Wijze) -> Result<Arc<dyn Storage>, Exit> {
    if let Some(path) = config.database.strip_prefix("sqlite:").map(Path::new) {
        // Told before its key is missed: without a database there is none.
        if wijze != Wijze::Maak && matches!(path.try_exists(), Ok(false)) {
            return Err(StorageError::NoDatabase.into());
        }
        make_folder(path, wijze)?;
    }
    let Sleutel { key, made } = instance_key(config, wijze)?;
    if !made {
        not_emptied(config)?;
    }
    let options = Options::new(key, now());
    let options = if wijze == Wijze::Bestaand { options.existing() } else { options };
    match SqlStorage::open(&config.database, options).await {
        Ok(storage) => Ok(Arc::new(storage)),
        Err(error) => {
            // A key of a database that did not open is no key: the real one can still be laid there.
            if made {
                let _ = std::fs::remove_file(&config.instantiesleutel);
            }
            Err(if made && error == StorageError::WrongInstanceKey {
                missing_key(&config.instantiesleutel, "er is geen bestand")
            } else {
                error.into()
            })
        }
    }
}

/// A file of nothing beside a key is what a crash of a file system leaves: a new region in it would look as if it were the old one, and
/// the copies of that night would take the place of good ones. What stands beside it in a log of SQLite is a database.
fn not_emptied(config: &Config) -> Result<(), Exit> {
    let Some(path) = config.database.strip_prefix("sqlite:") else { return Ok(()) };
    let length = |path: &str| Path::new(path).metadata().ok().map(|file| file.len());
    if length(path) != Some(0) || length(&format!("{path}-wal")).is_some_and(|log| log > 0) {
        return Ok(());
    }
    Err(Exit::outside(format!(
        "het bestand van de database {path} is leeg, en de instantiesleutel {} is er al: er hoort iets in te staan. Er is niets geschreven. \
         Leg het bestand apart en herstel een reservekopie met 'leerrecht herstel'. Brak het allereerste commando hier af, haal het lege \
         bestand dan weg en geef dat commando nog eens",
        config.instantiesleutel.display()
    )))
}

/// The instance key, and whether it was made just now.
struct Sleutel {
    key: InstanceKey,
    made: bool,
}

fn missing_key(path: &Path, reason: &str) -> Exit {
    Exit::outside(format!(
        "de instantiesleutel {} is niet te lezen: {reason}. Zonder die sleutel is de database onleesbaar",
        path.display(),
    ))
}

fn make_folder(database: &Path, wijze: Wijze) -> Result<(), Exit> {
    let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    if wijze != Wijze::Maak || folder.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(|error| {
        Exit::outside(format!("de map {} is niet te maken: {}", folder.display(), os_reason(&error)))
    })
}

/// The instance key: 64 hexadecimal digits in a file that only its owner reads. Made once, for a database that is not there yet;
/// without it nothing in the database can be read.
fn instance_key(config: &Config, wijze: Wijze) -> Result<Sleutel, Exit> {
    let path = &config.instantiesleutel;
    let database = config.database.strip_prefix("sqlite:").map(Path::new);
    let is_filled = database.and_then(|file| file.metadata().ok()).is_some_and(|file| file.len() > 0);
    match std::fs::read_to_string(path) {
        Ok(text) => parse_key(&text)
            .inspect(|_| warn_if_open(path))
            .map(|key| Sleutel { key, made: false })
            .ok_or_else(|| {
                Exit::outside(format!(
                    "{} is geen instantiesleutel: verwacht 64 hexadecimale cijfers",
                    path.display()
                ))
            }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && wijze == Wijze::Maak && !is_filled => {
            Ok(Sleutel { key: make_key(path)?, made: true })
        }
        Err(error) => Err(missing_key(path, &os_reason(&error))),
    }
}

/// Whoever reads this file and the database reads everything.
fn warn_if_open(path: &Path) {
    if is_open(path) {
        crate::uitvoer::warn(&format!(
            "de instantiesleutel {} is ook voor anderen op deze computer te lezen of te wijzigen. Geef `chmod 600 {}`",
            path.display(),
            path.display()
        ));
    }
}

#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    path.metadata().is_ok_and(|file| std::os::unix::fs::MetadataExt::mode(&file) & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(_: &Path) -> bool {
    false
}

fn parse_key(text: &str) -> Option<InstanceKey> {
    let bytes: [u8; 32] = storage::ids::from_hex(text.trim())?.try_into().ok()?;
    Some(InstanceKey::from_bytes(bytes))
}

fn make_key(path: &Path) -> Result<InstanceKey, Exit> {
    let failed = |error: std::io::Error| {
        let reason = os_reason(&error);
        Exit::outside(format!("de instantiesleutel {} is niet te schrijven: {reason}", path.display()))
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| Exit::outside(format!("de computer geeft geen toevalsgetallen: {error}")))?;
    // Written whole beside its place and then put there, where no other is yet: a full disk leaves no half key.
    let beside = path.with_extension(format!("nieuw-{}", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let put = || -> std::io::Result<()> {
        let mut file = options.open(&beside)?;
        writeln!(file, "{}", storage::ids::to_hex(&bytes))?;
        file.sync_all()?;
        std::fs::hard_link(&beside, path)
    };
    let done = put();
    let _ = std::fs::remove_file(&beside);
    done.map_err(failed)?;
    Ok(InstanceKey::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(folder: &Path, key: &str) -> Config {
        let database = format!("sqlite:{}", folder.join("regio.db").display());
        let args = clap::Parser::parse_from(["leerrecht", "--database", &database, "serve"]);
        let mut config = crate::config::load(&args).unwrap();
        config.instantiesleutel = folder.join(key);
        config
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_key_that_others_read_is_seen_and_ours_is_made_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::TempDir::new().unwrap();
        let config = settings(folder.path(), "sleutel");
        storage(&config, Wijze::Maak).await.unwrap().close().await;
        assert!(!is_open(&config.instantiesleutel));
        for mode in [0o640, 0o604, 0o620] {
            let rights = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(&config.instantiesleutel, rights).unwrap();
            assert!(is_open(&config.instantiesleutel), "{mode:o}");
        }
    }

    #[tokio::test]
    async fn a_key_is_made_with_a_database_and_never_beside_one() {
        let folder = tempfile::TempDir::new().unwrap();
        let config = settings(folder.path(), "sleutel");
        for wijze in [Wijze::Bestaand, Wijze::Bijwerken] {
            assert!(storage(&config, wijze).await.is_err());
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{wijze:?} makes nothing");
        }
        storage(&config, Wijze::Maak).await.unwrap().close().await;
        assert_eq!(std::fs::read_to_string(&config.instantiesleutel).unwrap().trim().len(), 64);
        let lost = settings(folder.path(), "weg");
        for wijze in [Wijze::Maak, Wijze::Bestaand, Wijze::Bijwerken] {
            let error = storage(&lost, wijze).await.err().unwrap();
            assert!(error.tekst.contains("is niet te lezen"), "{wijze:?}: {}", error.tekst);
            assert!(!lost.instantiesleutel.exists(), "the real key can still be laid there");
        }
    }

    /// Given a database that a crash left as a file of nothing; then no command makes a new region in it.
    #[tokio::test]
    async fn a_database_that_became_empty_is_no_new_one() {
        let folder = tempfile::TempDir::new().unwrap();
        let config = settings(folder.path(), "sleutel");
        let file = folder.path().join("regio.db");
        // Of a new installation there may be an empty file, as somebody made it for its rights.
        std::fs::write(&file, "").unwrap();
        storage(&config, Wijze::Maak).await.unwrap().close().await;
        storage(&config, Wijze::Bestaand).await.unwrap().close().await;
        for beside in ["regio.db-wal", "regio.db-shm"] {
            let _ = std::fs::remove_file(folder.path().join(beside));
        }
        std::fs::write(&file, "").unwrap();
        for wijze in [Wijze::Maak, Wijze::Bestaand, Wijze::Bijwerken] {
            let error = storage(&config, wijze).await.err().unwrap();
            assert!(error.code == 4 && error.tekst.contains("leerrecht herstel"), "{}", error.tekst);
            assert_eq!(file.metadata().unwrap().len(), 0, "{wijze:?} makes nothing");
        }
    }
}
