//! Looking after an installation: back up, restore, migrate.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use app::onderhoud::{Herbouwd, Hersteld};
use serde_json::{Value, json};
use storage::{BackupCounts, Progress, limits};

use crate::args::{Backup, Herstel};
use crate::config::Config;
use crate::exit::{Exit, os_reason};
use crate::openen::{self, Wijze};
use crate::uitvoer::{Uitvoer, count};

/// Most files named that are in no list; the rest is counted.
const MISSING_NAMED: usize = 10;

pub(crate) async fn backup(config: &Config, opdracht: &Backup, uitvoer: &Uitvoer) -> Result<(), Exit> {
    two_files(opdracht)?;
    let app = openen::app(config, Wijze::Bestaand).await?;
    let mut counts = app.storage.counts().await?;
    let (mut said, mut logged) = (Vec::new(), true);
    // Both names before anything is written: half of what was asked helps nobody.
    let data =
        opdracht.bestand.as_deref().map(|path| Nieuw::make(path).map(|file| (path, file))).transpose()?;
    let ring =
        opdracht.sleutelbos.as_deref().map(|path| Nieuw::make(path).map(|file| (path, file))).transpose()?;
    if let Some((path, mut file)) = data {
        let bar = uitvoer.bar("kopiëren");
        let shown = bar.clone();
        let progress = move |progress: Progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        };
        let copied = app.backup(&mut file.out, openen::moment(), &progress).await;
        bar.finish_and_clear();
        let copied = copied.map_err(|error| not_copied(error, path))?;
        counts = copied.aantallen;
        logged &= copied.in_logboek;
        file.keep()?;
        said.push(format!("De reservekopie staat in {}: {}.", path.display(), in_words(counts)));
    }
    if let Some((path, mut file)) = ring {
        let kept = app.backup_ring(&mut file.out, openen::moment()).await;
        let kept = kept.map_err(|error| not_copied(error, path));
        logged &=
            kept.and_then(|logged| file.keep().map(|()| logged)).map_err(|failed| after(&said, failed))?;
        said.push(format!(
            "De sleutelbos staat in {}. Bewaar hem op een andere plaats dan de gegevens.",
            path.display()
        ));
    }
    app.storage.close().await;
    if !logged {
        said.push(NOT_LOGGED.to_owned());
    }
    let mut object = as_json(counts);
    object["in_logboek"] = logged.into();
    uitvoer.result(&object, &said.join("\n"));
    Ok(())
}

/// A copy and a ring in one file are neither, and what comes out is no file: half a copy must not get its name.
fn two_files(opdracht: &Backup) -> Result<(), Exit> {
    let names = [&opdracht.bestand, &opdracht.sleutelbos];
    let mut paths = names.iter().filter_map(|name| name.as_deref());
    if paths.clone().any(|path| path == Path::new(STDIN)) {
        return Err(Exit::refused(
            "een reservekopie gaat naar een bestand en niet naar de standaarduitvoer; noem in plaats van '-' een bestand (een bestand dat zo \
             heet, schrijft u als ./-). Er is niets geschreven",
        ));
    }
    if let (Some(data), Some(ring)) = (paths.next(), paths.next())
        && (data == ring || place(data).is_some_and(|at| place(ring) == Some(at)))
    {
        return Err(Exit::refused(format!(
            "{} is twee keer genoemd; geef de sleutelbos een andere naam, en bewaar hem op een andere plaats. Er is niets geschreven",
            data.display()
        )));
    }
    Ok(())
}

/// Where a file that is not there yet would stand, however its folder is called.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

/// Said of a copy that was made of a database which takes no writes.
const NOT_LOGGED: &str = "Let op: dat deze kopie is gemaakt, staat niet in het logboek. De database neemt nu niets aan: de schijf \
    waarop zij staat is vol, of is alleen te lezen.";

/// A copy that did not come about: of its own disk is said which it is.
fn not_copied(error: app::AppError, path: &Path) -> Exit {
    match &error {
        app::AppError::Storage(storage::StorageError::BackupIo { kind, .. }) => Exit::outside(format!(
            "{} is niet te schrijven: {}. Er is geen kopie gemaakt",
            path.display(),
            os_reason(&std::io::Error::from(*kind))
        )),
        _ => error.into(),
    }
}

/// What was done before it went wrong is said too.
fn after(said: &[String], failed: Exit) -> Exit {
    match said {
        [] => failed,
        said => Exit {
            tekst: format!("{}. Wel gedaan: {}", failed.tekst.trim_end_matches('.'), said.join(" ")),
            ..failed
        },
    }
}

fn as_json(counts: BackupCounts) -> Value {
    json!({ "gebeurtenissen": counts.gebeurtenissen, "bijlagen": counts.bijlagen })
}

fn in_words(counts: BackupCounts) -> String {
    let of = |many: u64, een: &str, meer: &str| count(usize::try_from(many).unwrap_or(usize::MAX), een, meer);
    format!(
        "{} en {}",
        of(counts.gebeurtenissen, "gebeurtenis", "gebeurtenissen"),
        of(counts.bijlagen, "bijlage", "bijlagen")
    )
}

/// A file that gets its name only when it is complete and on disk. Until then it has a name that no other command uses:
/// two backups to one name at once must not write into each other.
struct Nieuw {
    out: BufWriter<File>,
    temporary: PathBuf,
    path: PathBuf,
}

impl Nieuw {
    fn make(path: &Path) -> Result<Self, Exit> {
        if path.exists() {
            return Err(there_already(path));
        }
        sweep(path);
        let mut own = [0_u8; 8];
        getrandom::fill(&mut own)
            .map_err(|error| Exit::outside(format!("de computer geeft geen toevalsgetallen: {error}")))?;
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}.deel", storage::ids::to_hex(&own)));
        let temporary = PathBuf::from(name);
        let file = create_new(&temporary).map_err(|error| {
            Exit::outside(format!("{} is niet te schrijven: {}", path.display(), os_reason(&error)))
        })?;
        // Held until it has its name: so nobody takes it for what a killed command left.
        let _ = file.try_lock();
        Ok(Self { out: BufWriter::new(file), temporary, path: path.to_owned() })
    }

    fn keep(mut self) -> Result<(), Exit> {
        let path = self.path.clone();
        let failed = |error: std::io::Error| {
            Exit::outside(format!("{} is niet te schrijven: {}", path.display(), os_reason(&error)))
        };
        self.out.flush().map_err(failed)?;
        self.out.get_ref().sync_all().map_err(failed)?;
        // The name is taken first, so that a copy that another command finished meanwhile is never replaced.
        create_new(&self.path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => there_already(&self.path),
            _ => failed(error),
        })?;
        std::fs::rename(&self.temporary, &self.path).map_err(|error| {
            // An empty file with this name would be taken for a copy.
            let _ = std::fs::remove_file(&self.path);
            failed(error)
        })
    }
}

/// Takes away what commands that were killed left in this folder: half a copy is worth nothing, and holds a whole region.
fn sweep(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let parts =
            name.to_str().and_then(|name| name.strip_suffix(".deel")).and_then(|name| name.rsplit_once('.'));
        let is_ours = parts.is_some_and(|(_, own)| own.len() == 16 && storage::ids::from_hex(own).is_some());
        if is_ours && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn there_already(path: &Path) -> Exit {
    Exit::refused(format!("{} bestaat al; kies een andere naam. Er is niets geschreven", path.display()))
}

/// A file that was not there, and that only its owner reads.
fn create_new(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

impl Drop for Nieuw {
    fn drop(&mut self) {
        // Gone already when it was kept; otherwise half a backup is worth nothing.
        let _ = std::fs::remove_file(&self.temporary);
    }
}

/// What stands for what comes in.
const STDIN: &str = "-";

/// A file to read, or what comes in.
fn open(path: &Path) -> Result<Box<dyn Read + Send>, Exit> {
    if path == Path::new(STDIN) {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    match File::open(path) {
        Ok(file) => Ok(Box::new(BufReader::new(file))),
        Err(error) => {
            Err(Exit::refused(format!("{} is niet te lezen: {}", path.display(), os_reason(&error))))
        }
    }
}

pub(crate) async fn herstel(config: &Config, opdracht: &Herstel, uitvoer: &Uitvoer) -> Result<(), Exit> {
    if [&opdracht.bestand, &opdracht.sleutelbos].iter().all(|path| path.as_path() == Path::new(STDIN)) {
        return Err(Exit::refused(
            "de reservekopie en de sleutelbos kunnen niet allebei van de standaardinvoer komen; geef een van beide als bestand",
        ));
    }
    let mut data = open(&opdracht.bestand)?;
    let mut ring = open(&opdracht.sleutelbos)?;
    let made = openen::NieuwHier::before(config);
    let app = openen::app(config, Wijze::Maak).await?;
    let bar = uitvoer.bar("lijsten opbouwen");
    let shown = bar.clone();
    let restored = app
        .restore(&mut data, &mut ring, openen::moment(), &move |progress: Progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        })
        .await;
    bar.finish_and_clear();
    app.storage.close().await;
    let Hersteld { aantallen: counts, lijsten: herbouwd, links } = match restored {
        Ok(restored) => restored,
        Err(error) => {
            made.take_away();
            return Err(error.into());
        }
    };
    let skipped = limits::NUMBERS_SKIPPED;
    let mut object = as_json(counts);
    object["nummers_overgeslagen"] = skipped.into();
    object["links_gesloten"] = links.into();
    let text = format!(
        "Hersteld: {}.\nNieuwe nummers van dossiers en verklaringen beginnen {skipped} hoger dan in de reservekopie: wat er na de \
         kopie is uitgegeven, komt niet nog eens.\nLinks en codes die in de kopie nog open stonden ({links}), werken niet meer: ze kunnen \
         intussen gebruikt zijn. Geef zo nodig nieuwe, ook aan ouders.\nWat er na de kopie is gebeurd met accounts, is er niet meer. Kijk \
         daarom, voordat u het programma opent, naar accounts die toen zijn geblokkeerd, rollen die zijn beëindigd en sleutels van \
         programma's die zijn ingetrokken: ze werken nu weer.",
        in_words(counts)
    );
    uitvoer.result(&object, &text);
    // An older ring has no key of what was recorded after it; then nothing is damaged.
    all_listed(&herbouwd).map_err(|missing| {
        Exit::wrong(format!(
            "{}. Is de sleutelbos ouder dan de reservekopie, dan is er niets beschadigd: gooi deze database weg en \
             herstel opnieuw in een lege, met de nieuwste sleutelbos",
            missing.tekst
        ))
    })
}

/// Computes every list anew from the files: after a clock that ran ahead, or when a list and a file disagree.
pub(crate) async fn lijsten(config: &Config, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let app = openen::app(config, Wijze::Bestaand).await?;
    let bar = uitvoer.bar("de lijsten opnieuw maken");
    let shown = bar.clone();
    let herbouwd = app
        .rebuild_lists(openen::moment(), &move |progress: Progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        })
        .await?;
    bar.finish_and_clear();
    app.storage.close().await;
    let text = format!("De lijsten zijn opnieuw gemaakt, uit {} dossiers.", herbouwd.dossiers);
    let object = json!({ "dossiers": herbouwd.dossiers, "in_geen_lijst": not_listed(&herbouwd) });
    uitvoer.result(&object, &text);
    all_listed(&herbouwd)
}

fn not_listed(herbouwd: &Herbouwd) -> Value {
    herbouwd.in_geen_lijst.iter().map(ToString::to_string).collect()
}

/// Says which files are in no list: nobody would find those children.
pub(crate) fn all_listed(herbouwd: &Herbouwd) -> Result<(), Exit> {
    let missing = &herbouwd.in_geen_lijst;
    if missing.is_empty() {
        return Ok(());
    }
    let first: Vec<String> = missing.iter().take(MISSING_NAMED).map(ToString::to_string).collect();
    let rest = missing.len() - first.len();
    let more = if rest > 0 { format!(" en nog {rest}") } else { String::new() };
    Err(Exit::wrong(format!(
        "{} van de {} dossiers staan in geen enkele lijst, want zij zijn niet te lezen: {}{more}. Ga met `leerrecht \
         verifieer` na wat er beschadigd is, zet een reservekopie terug, en maak de lijsten dan opnieuw",
        missing.len(),
        herbouwd.dossiers,
        first.join(", "),
    )))
}

pub(crate) async fn migreer(config: &Config, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let app = openen::app(config, Wijze::Bijwerken).await?;
    let herbouwd = crate::serve::renew_lists(&app, uitvoer).await?.unwrap_or_default();
    let schema = app.storage.instantie().await?.schema;
    let counts = app.storage.counts().await?;
    let text = format!("De database heeft versie {schema}, met {}.", in_words(counts));
    let mut object = as_json(counts);
    object["versie"] = json!(schema);
    object["in_geen_lijst"] = not_listed(&herbouwd);
    uitvoer.result(&object, &text);
    app.storage.close().await;
    all_listed(&herbouwd)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(file: &Path) -> String {
        std::fs::read_to_string(file).unwrap()
    }

    #[test]
    fn two_backups_to_one_name_do_not_write_into_each_other() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("gegevens.kopie");
        let (mut first, mut second) = (Nieuw::make(&path).unwrap(), Nieuw::make(&path).unwrap());
        first.out.write_all(b"alles van de eerste").unwrap();
        second.out.write_all(b"een deel").unwrap();
        drop(second);
        first.keep().unwrap();
        assert_eq!(text(&path), "alles van de eerste");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half is left");
    }

    #[test]
    fn what_a_killed_backup_left_goes_and_what_another_writes_stays() {
        let folder = tempfile::TempDir::new().unwrap();
        let left = folder.path().join("gisteren.kopie.0123456789abcdef.deel");
        let other = folder.path().join("verslag.deel");
        for path in [&left, &other] {
            std::fs::write(path, "half").unwrap();
        }
        let first = Nieuw::make(&folder.path().join("een.kopie")).unwrap();
        let second = Nieuw::make(&folder.path().join("twee.kopie")).unwrap();
        assert!(!left.exists() && other.exists());
        first.keep().unwrap();
        second.keep().unwrap();
    }

    /// Given one name for both, or the sign for what goes out; then nothing is written. One place under two names is one.
    #[test]
    fn a_copy_and_a_ring_are_two_files() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        let said = |data: PathBuf, ring: Option<PathBuf>| {
            two_files(&Backup { bestand: Some(data), sleutelbos: ring }).err().map(|error| error.tekst)
        };
        assert_eq!(said(path("een"), Some(path("twee"))), None);
        assert_eq!(said(path("een"), None), None);
        for same in [path("een"), folder.path().join("./een")] {
            let said = said(path("een"), Some(same)).unwrap();
            assert!(said.contains("twee keer genoemd") && !said.contains("Wel gedaan"), "{said}");
        }
        for (data, ring) in [(PathBuf::from("-"), None), (path("een"), Some(PathBuf::from("-")))] {
            assert!(said(data, ring).unwrap().contains("standaarduitvoer"));
        }
    }

    #[test]
    fn what_was_done_before_a_failure_is_said() {
        let failed = after(&["De reservekopie staat in a.".to_owned()], Exit::refused("b bestaat al. "));
        assert!(failed.tekst.ends_with("Wel gedaan: De reservekopie staat in a."), "{}", failed.tekst);
        assert_eq!(after(&[], Exit::refused("b")).tekst, "b");
    }

    #[test]
    fn a_backup_that_another_command_finished_first_is_not_replaced() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("gegevens.kopie");
        let (mut first, mut second) = (Nieuw::make(&path).unwrap(), Nieuw::make(&path).unwrap());
        first.out.write_all(b"de eerste").unwrap();
        second.out.write_all(b"de tweede").unwrap();
        first.keep().unwrap();
        assert!(second.keep().unwrap_err().tekst.contains("bestaat al"));
        assert_eq!(text(&path), "de eerste");
        assert!(Nieuw::make(&path).is_err());
    }
}
