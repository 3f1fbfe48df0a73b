//! Opening the database with its instance key. The only clock of the program is here.

use std::io::Write;
use std::path::Path;
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
    /// It must be there, in the version of this program.
    Bestaand,
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
        if wijze == Wijze::Bestaand && matches!(path.try_exists(), Ok(false)) {
            return Err(StorageError::NoDatabase.into());
        }
        make_folder(path, wijze)?;
    }
    let key = instance_key(&config.instantiesleutel, wijze)?;
    let options = Options::new(key, now());
    let options = if wijze == Wijze::Bestaand { options.existing() } else { options };
    Ok(Arc::new(SqlStorage::open(&config.database, options).await?))
}

fn make_folder(database: &Path, wijze: Wijze) -> Result<(), Exit> {
    let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    if wijze == Wijze::Bestaand || folder.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(|error| {
        Exit::outside(format!("de map {} is niet te maken: {}", folder.display(), os_reason(&error)))
    })
}

/// The instance key: 64 hexadecimal digits in a file that only its owner reads. Made once; without
/// it nothing in the database can be read.
fn instance_key(path: &Path, wijze: Wijze) -> Result<InstanceKey, Exit> {
    match std::fs::read_to_string(path) {
        Ok(text) => parse_key(&text).ok_or_else(|| {
            Exit::outside(format!(
                "{} is geen instantiesleutel: verwacht 64 hexadecimale cijfers",
                path.display()
            ))
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && wijze == Wijze::Maak => make_key(path),
        Err(error) => Err(Exit::outside(format!(
            "de instantiesleutel {} is niet te lezen: {}. Zonder die sleutel is de database onleesbaar",
            path.display(),
            os_reason(&error)
        ))),
    }
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
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    writeln!(file, "{}", storage::ids::to_hex(&bytes)).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(InstanceKey::from_bytes(bytes))
}
