//! Looking after an installation: verify, back up, restore, migrate.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use app::onderhoud::{Herbouwd, Hersteld};
use serde_json::{Value, json};
use storage::{BackupCounts, Fout, Progress, VerifyReport, limits};

use crate::args::{Backup, Herstel, Verifieer};
use crate::config::Config;
use crate::exit::{Exit, os_reason};
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;
use crate::zegelbestand;

/// Errors that are shown to a person; a program gets them all.
const MOST_SHOWN: usize = 50;
/// Most files named that are in no list; the rest is counted.
const MISSING_NAMED: usize = 10;

pub(crate) async fn verifieer(config: &Config, opdracht: &Verifieer, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let zegels = seals_file(config, opdracht)?;
    let app = openen::app(config, Wijze::Bestaand).await?;
    let bar = uitvoer.bar("controleren");
    let shown = bar.clone();
    let mut report = app
        .verify(zegels.as_deref(), &move |progress: Progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        })
        .await?;
    bar.finish_and_clear();
    if opdracht.zegels.is_none() && report.na_het_bestand > 0 {
        report.fouten.push(missing_at_the_end(&report));
    }
    print_report(&report, zegels.is_some(), opdracht.zegels.is_some(), uitvoer);
    if opdracht.schrijf_zegels {
        let path = &config.zegelbestand;
        let moment = openen::moment();
        let lines = app.all_seals(moment).await?;
        let old = zegelbestand::rewrite(path, &lines, moment.at).map_err(|error| {
            Exit::outside(format!("{} is niet te schrijven: {}", path.display(), os_reason(&error)))
        })?;
        uitvoer.note(&format!(
            "Het bestand met zegels is opnieuw geschreven; wat er stond, staat in {}.",
            old.display()
        ));
    }
    app.storage.close().await;
    if report.fouten.is_empty() { Ok(()) } else { Err(Exit::checked_wrong()) }
}

/// What the file of seals holds: the one that was named, and otherwise that of the settings where it is there and of this
/// database. A copy that was restored elsewhere has none.
fn seals_file(config: &Config, opdracht: &Verifieer) -> Result<Option<String>, Exit> {
    if opdracht.zegels.is_none() && !config.zegels_horen {
        return Ok(None);
    }
    let path = opdracht.zegels.as_ref().unwrap_or(&config.zegelbestand);
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        // Of this database, and gone: every seal is missing in it.
        Err(error) if opdracht.zegels.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            Ok(Some(String::new()))
        }
        Err(error) => Err(Exit::refused(format!(
            "het bestand met zegels {} is niet te lezen: {}",
            path.display(),
            os_reason(&error)
        ))),
    }
}

/// The file that the program keeps has every seal; what is missing at its end was cut off, or could not be written.
fn missing_at_the_end(report: &VerifyReport) -> Fout {
    let reden = format!(
        "de laatste zegels staan in de database en niet in het bestand met zegels: {}",
        report.na_het_bestand
    );
    Fout { stroom: "zegel".to_owned(), volgnummer: None, reden }
}

/// Until when what is there is sealed, and what is not.
fn seals_in_words(report: &VerifyReport, with_file: bool, copy: bool) -> String {
    let mut text = match report.verzegeld_op {
        Some(at) => format!(
            "Verzegeld tot en met {} om {}.",
            base::dates::long_nl(base::today_in_nl(at)),
            base::dates::clock_nl(at)
        ),
        None => "Er is nog niets verzegeld.".to_owned(),
    };
    if report.onverzegeld > 0 {
        text.push_str(&format!(
            " Let op: {} regels daarna zijn nog niet verzegeld. Haalt iemand die uit de database weg, dan valt dat niet op.",
            report.onverzegeld
        ));
    }
    if copy && report.na_het_bestand > 0 {
        text.push_str(&format!(
            " Na het laatste zegel van dit bestand maakte het programma er nog {}: die zijn er niet mee vergeleken.",
            report.na_het_bestand
        ));
    }
    if !with_file {
        text.push_str(
            " Let op: er is geen bestand met zegels om mee te vergelijken. Wie de database én de zegels daarin vervalst, valt dan niet op.",
        );
    }
    text
}

fn print_report(report: &VerifyReport, with_file: bool, copy: bool, uitvoer: &Uitvoer) {
    let fouten: Vec<_> = report
        .fouten
        .iter()
        .map(|fout| json!({ "stroom": fout.stroom, "volgnummer": fout.volgnummer, "reden": fout.reden }))
        .collect();
    let mut text = format!(
        "{} gebeurtenissen in {} stromen, {} handelingen, {} zegels, {} fouten",
        report.gebeurtenissen,
        report.stromen,
        report.handelingen,
        report.zegels,
        report.fouten.len()
    );
    for fout in report.fouten.iter().take(MOST_SHOWN) {
        let nummer = fout.volgnummer.map(|nummer| format!(" nr. {nummer}")).unwrap_or_default();
        text.push_str(&format!("\n  {}{nummer}: {}", fout.stroom, fout.reden));
    }
    text.push_str(
        "\nDe lijsten zijn niet vergeleken: `leerrecht lijsten` maakt ze opnieuw uit de dossiers.\n",
    );
    text.push_str(&seals_in_words(report, with_file, copy));
    let object = json!({
        "gebeurtenissen": report.gebeurtenissen,
        "stromen": report.stromen,
        "handelingen": report.handelingen,
        "zegels": report.zegels,
        "zegelbestand": with_file,
        "verzegeld_op": report.verzegeld_op.map(|at| at.to_string()),
        "onverzegeld": report.onverzegeld,
        "na_het_zegelbestand": report.na_het_bestand,
        "fouten": fouten,
    });
    uitvoer.result(&object, &text);
}

pub(crate) async fn backup(config: &Config, opdracht: &Backup, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let app = openen::app(config, Wijze::Bestaand).await?;
    let mut counts = app.storage.counts().await?;
    let mut said = Vec::new();
    if let Some(path) = &opdracht.bestand {
        let mut file = Nieuw::make(path)?;
        let bar = uitvoer.bar("kopiëren");
        let shown = bar.clone();
        let progress = move |progress: Progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        };
        let copied = app.backup(&mut file.out, openen::moment(), &progress).await;
        bar.finish_and_clear();
        counts = copied?;
        file.keep()?;
        said.push(format!("De reservekopie staat in {}: {}.", path.display(), in_words(counts)));
    }
    if let Some(path) = &opdracht.sleutelbos {
        let mut file = Nieuw::make(path)?;
        app.backup_ring(&mut file.out, openen::moment()).await?;
        file.keep()?;
        said.push(format!(
            "De sleutelbos staat in {}. Bewaar hem op een andere plaats dan de gegevens.",
            path.display()
        ));
    }
    app.storage.close().await;
    uitvoer.result(&as_json(counts), &said.join("\n"));
    Ok(())
}

fn as_json(counts: BackupCounts) -> Value {
    json!({ "gebeurtenissen": counts.gebeurtenissen, "bijlagen": counts.bijlagen })
}

fn in_words(counts: BackupCounts) -> String {
    format!("{} gebeurtenissen en {} bijlagen", counts.gebeurtenissen, counts.bijlagen)
}

/// A file that gets its name only when it is complete and on disk. Until then it has a name that no other command uses:
/// two backups to one name at once must not write into each other.
struct Nieuw {
    out: BufWriter<File>,
    temporary: std::path::PathBuf,
    path: std::path::PathBuf,
}

impl Nieuw {
    fn make(path: &Path) -> Result<Self, Exit> {
        if path.exists() {
            return Err(there_already(path));
        }
        let mut own = [0_u8; 8];
        getrandom::fill(&mut own)
            .map_err(|error| Exit::outside(format!("de computer geeft geen toevalsgetallen: {error}")))?;
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}.deel", storage::ids::to_hex(&own)));
        let temporary = std::path::PathBuf::from(name);
        let file = create_new(&temporary).map_err(|error| {
            Exit::outside(format!("{} is niet te schrijven: {}", path.display(), os_reason(&error)))
        })?;
        Ok(Self { out: BufWriter::new(file), temporary, path: path.to_owned() })
    }

    fn keep(mut self) -> Result<(), Exit> {
        let failed = |error: std::io::Error| {
            Exit::outside(format!("de reservekopie is niet te schrijven: {}", os_reason(&error)))
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

fn there_already(path: &Path) -> Exit {
    Exit::refused(format!("{} bestaat al; kies een andere naam", path.display()))
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
