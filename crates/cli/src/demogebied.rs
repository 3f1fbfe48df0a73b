//! The database of the demo: which it is, whether it can be used, and how a new one is begun. Nothing is ever thrown away: what was
//! there is set aside under another name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, AppError};
use storage::{Progress, StorageError};

use crate::args::Demo;
use crate::config::{Config, data_folder};
use crate::exit::{Exit, os_reason};
use crate::openen;
use crate::uitvoer::Uitvoer;

/// How the names of the files of one SQLite database end: the file, what SQLite keeps beside it, key and seals.
const ENDS: [&str; 5] = ["", "-wal", "-shm", ".sleutel", ".zegels"];

/// Where the demo is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Demoplek {
    /// In a file of its own, in the folder of the program.
    Eigen(PathBuf),
    /// Where somebody said, with `--database`.
    Genoemd,
}

/// How a database stands that a demo is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Demostand {
    /// A demo, whole.
    Gevuld,
    /// No demo yet.
    Nieuw,
}

/// The settings with the database of this demo. The database of the settings is the real one: a demo is asked for by name, or
/// has its own. One that was there is set aside first where that is asked.
pub(crate) fn place(config: &Config, opdracht: &Demo, uitvoer: &Uitvoer) -> Result<(Config, Demoplek), Exit> {
    let mut config = config.clone();
    if !config.database_is_default && !config.database_is_configured {
        return if opdracht.opnieuw {
            Err(Exit::refused(
                "--opnieuw zet alleen de eigen database van de demo opzij, en niet die van --database; kies daar een naam die nog niet bestaat",
            ))
        } else {
            Ok((config, Demoplek::Genoemd))
        };
    }
    let file = data_folder().join(format!("demo-{}-{}.db", opdracht.dossiers, opdracht.zaad));
    config.database = format!("sqlite:{}", file.display());
    config.instantiesleutel = ending(&file, ".sleutel");
    config.zegelbestand = ending(&file, ".zegels");
    if opdracht.opnieuw
        && let Some(aside) = set_aside(&file)?
    {
        uitvoer.note(&format!("De vorige demo staat nu in {}; gooi die zelf weg.", aside.display()));
    }
    Ok((config, Demoplek::Eigen(file)))
}

fn ending(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Gives the files of a database a name that is free, together, so that it can still be opened there. Its new name, or `None` where
/// there was none.
fn set_aside(file: &Path) -> Result<Option<PathBuf>, Exit> {
    if !file.exists() {
        return Ok(None);
    }
    let is_free = |name: &PathBuf| ENDS.iter().all(|end| !ending(name, end).exists());
    let aside = (1_u32..=u32::MAX).map(|nth| ending(file, &format!(".oud-{nth}"))).find(is_free);
    let Some(aside) = aside else { return Ok(None) };
    for end in ENDS {
        let (from, to) = (ending(file, end), ending(&aside, end));
        if from.exists() {
            std::fs::rename(&from, &to).map_err(|error| {
                Exit::outside(format!("{} is niet te verplaatsen: {}", from.display(), os_reason(&error)))
            })?;
        }
    }
    Ok(Some(aside))
}

/// Whether this database is a demo that can be used, or none yet. One of a version that left no mark, or that was broken off, is
/// refused with what to do.
pub(crate) async fn as_it_stands(app: &App, plek: &Demoplek) -> Result<Demostand, Exit> {
    let instantie = app.storage.instantie().await?;
    let wrong = match &instantie.demo {
        Some(settings) if demo::is_whole(settings) => return Ok(Demostand::Gevuld),
        Some(_) => "het vullen van deze demo is halverwege gestopt",
        None if instantie.demo_zonder_merk => {
            "deze demo is met een oudere versie van Leerrecht gemaakt (zij mist het merk dat zegt dat het een demo is), \
             en deze versie kan er niet mee verder"
        }
        None => return Ok(Demostand::Nieuw),
    };
    Err(Exit::refused(format!("{wrong}. Er is niets weggegooid. {}", what_now(plek))))
}

fn what_now(plek: &Demoplek) -> String {
    match plek {
        Demoplek::Eigen(file) => format!(
            "Begin een nieuwe met --opnieuw (./start --opnieuw): de oude wordt dan opzij gezet. Of verplaats zelf {}, met wat ernaast \
             staat en net zo begint (.sleutel, .zegels)",
            file.display()
        ),
        Demoplek::Genoemd => "Kies met --database een naam die nog niet bestaat".to_owned(),
    }
}

/// Makes the region in an empty database; one that is a demo already is used as it is.
pub(crate) async fn fill_when_new(
    app: &Arc<App>,
    stand: Demostand,
    opdracht: &Demo,
    uitvoer: &Uitvoer,
) -> Result<(), Exit> {
    if stand == Demostand::Gevuld {
        return Ok(());
    }
    let bar = uitvoer.bar("de verzonnen regio maken");
    uitvoer.note(&format!("Leerrecht maakt een verzonnen regio met {} dossiers …", opdracht.dossiers));
    let shown = bar.clone();
    let opties = demo::Opties { dossiers: opdracht.dossiers, zaad: opdracht.zaad };
    demo::fill(app, opties, openen::moment(), &move |progress: Progress| {
        shown.set_length(progress.total);
        shown.set_position(progress.done);
    })
    .await
    .map_err(|error| match error {
        demo::DemoFout::App(AppError::Storage(StorageError::NotEmpty)) => {
            Exit::refused("deze database is geen demo en heeft al gegevens; kies een andere met --database")
        }
        error => Exit::outside(format!("de verzonnen regio is niet te maken: {error}")),
    })?;
    bar.finish_and_clear();
    Ok(())
}
