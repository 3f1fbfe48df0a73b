//! `leerrecht verifieer`: whether everything is as the program left it, and until when it is sealed.

use std::path::PathBuf;

use app::onderhoud::Lijstcontrole;
use serde_json::json;
use storage::{Fout, Progress, VerifyReport};

use crate::args::Verifieer;
use crate::config::Config;
use crate::exit::{Exit, os_reason};
use crate::openen::{self, Wijze};
use crate::uitvoer::{Uitvoer, count};
use crate::zegelbestand;

/// Errors that are shown to a person; a program gets them all.
const MOST_SHOWN: usize = 50;

pub(crate) async fn verifieer(config: &Config, opdracht: &Verifieer, uitvoer: &Uitvoer) -> Result<(), Exit> {
    Box::pin(verify(config, opdracht, uitvoer)).await.map_err(Exit::of_verification)
}

async fn verify(config: &Config, opdracht: &Verifieer, uitvoer: &Uitvoer) -> Result<(), Exit> {
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
    let lijsten = compare_lists(&app, uitvoer).await?;
    report.fouten.extend(lijsten.anders.iter().map(other_in_lists));
    report.fouten.extend(lijsten.vreemd.iter().map(of_no_file));
    if opdracht.zegels.is_none() && report.na_het_bestand > 0 {
        report.fouten.push(missing_at_the_end(&report));
    }
    let written = if opdracht.schrijf_zegels { Some(write_seals(config, &app).await) } else { None };
    app.storage.close().await;
    let done = written.as_ref().and_then(|written| written.as_ref().ok());
    print_report(
        &report,
        &lijsten,
        Zegelvraag { met_bestand: zegels.is_some(), kopie: opdracht.zegels.is_some(), done },
        uitvoer,
    );
    if let Some(Err(failed)) = written {
        return Err(failed);
    }
    if report.fouten.is_empty() { Ok(()) } else { Err(Exit::checked_wrong()) }
}

/// Writes the file of seals anew. Where what stood in it is now.
async fn write_seals(config: &Config, app: &app::App) -> Result<PathBuf, Exit> {
    let path = &config.zegelbestand;
    let moment = openen::moment();
    let lines = app.all_seals(moment).await?;
    zegelbestand::rewrite(path, &lines, moment.at).map_err(|error| {
        Exit::outside(format!("{} is niet te schrijven: {}", path.display(), os_reason(&error)))
    })
}

/// What was asked of the file of seals.
#[derive(Clone, Copy)]
struct Zegelvraag<'a> {
    /// There was one to compare with.
    met_bestand: bool,
    /// It is one that was named, such as a copy of some days ago.
    kopie: bool,
    /// It was written anew; what stood in it is here.
    done: Option<&'a PathBuf>,
}

/// What the file of seals holds: the one that was named, and otherwise that of the settings where it is there and of this
/// database. A copy that was restored elsewhere has none.
fn seals_file(config: &Config, opdracht: &Verifieer) -> Result<Option<String>, Exit> {
    if opdracht.zegels.is_none() && !config.zegels_horen {
        return Ok(None);
    }
    let path = opdracht.zegels.as_ref().unwrap_or(&config.zegelbestand);
    match std::fs::read_to_string(path) {
        Ok(text) if opdracht.zegels.is_some() && !holds_a_seal(&text) => Err(Exit::refused(format!(
            "{} is geen bestand met zegels: er staat geen enkel zegel in",
            path.display()
        ))),
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

fn holds_a_seal(text: &str) -> bool {
    text.lines().any(|line| line.parse::<storage::Seal>().is_ok())
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
fn seals_in_words(report: &VerifyReport, zegels: Zegelvraag<'_>) -> String {
    let mut text = match report.verzegeld_op {
        Some(at) => format!(
            "Verzegeld tot en met {} om {}.",
            base::dates::long_nl(base::today_in_nl(at)),
            base::dates::clock_nl(at)
        ),
        None => "Er is nog niets verzegeld.".to_owned(),
    };
    if report.onverzegeld > 0 {
        let (lines, that) = match report.onverzegeld {
            1 => ("1 regel daarna is".to_owned(), "die ene"),
            many => (format!("{many} regels daarna zijn"), "die"),
        };
        text.push_str(&format!(
            " Let op: {lines} nog niet verzegeld. Haalt iemand {that} uit de database weg, dan valt dat niet op."
        ));
    }
    if zegels.kopie && report.na_het_bestand > 0 {
        text.push_str(&format!(
            " Na het laatste zegel van dit bestand maakte het programma er nog {}: die zijn er niet mee vergeleken.",
            report.na_het_bestand
        ));
    }
    if report.van_na_de_kopie > 0 {
        text.push_str(&format!(
            " Deze database is uit een reservekopie hersteld. In het bestand staan zegels van na die kopie ({}): die horen bij de \
             database van toen en zijn niet vergeleken. Leg dat bestand apart voordat u deze in gebruik neemt.",
            report.van_na_de_kopie
        ));
    }
    if !zegels.met_bestand {
        text.push_str(
            " Let op: er is geen bestand met zegels om mee te vergelijken. Wie de database én de zegels daarin vervalst, valt dan niet op.",
        );
    }
    if let Some(old) = zegels.done {
        text.push_str(&format!(
            "\nHet bestand met zegels is opnieuw geschreven; wat er stond, staat in {}.",
            old.display()
        ));
    }
    text
}

/// Compares the lists with the files.
async fn compare_lists(app: &app::App, uitvoer: &Uitvoer) -> Result<Lijstcontrole, Exit> {
    let bar = uitvoer.bar("lijsten vergelijken");
    let shown = bar.clone();
    let progress = move |progress: Progress| {
        shown.set_length(progress.total);
        shown.set_position(progress.done);
    };
    let compared = app.verify_lists(openen::moment(), &progress).await;
    bar.finish_and_clear();
    Ok(compared?)
}

fn other_in_lists(nummer: &base::DossierNummer) -> Fout {
    let reden = "een lijst zegt iets anders dan dit dossier; `leerrecht lijsten` maakt de lijsten opnieuw uit de dossiers";
    Fout { stroom: format!("dossier/{nummer}"), volgnummer: None, reden: reden.to_owned() }
}

fn of_no_file((tabel, rijen): &(&'static str, u64)) -> Fout {
    let rows = count(usize::try_from(*rijen).unwrap_or(usize::MAX), "rij hoort", "rijen horen");
    let reden =
        format!("{rows} bij geen dossier; `leerrecht lijsten` gooit ze weg en maakt de lijsten opnieuw");
    Fout { stroom: (*tabel).to_owned(), volgnummer: None, reden }
}

fn lists_in_words(lijsten: &Lijstcontrole) -> String {
    if lijsten.andere_versie {
        return "De lijsten zijn van een andere versie en niet vergeleken: `leerrecht lijsten` maakt ze opnieuw."
            .to_owned();
    }
    let files = |many: u64| count(usize::try_from(many).unwrap_or(usize::MAX), "dossier", "dossiers");
    let mut text = format!("De lijsten zijn vergeleken met {}.", files(lijsten.vergeleken));
    if lijsten.wachten > 0 {
        text.push_str(&format!(
            " Van {} maakt het programma ze nog opnieuw; die zijn niet vergeleken.",
            files(lijsten.wachten)
        ));
    }
    text
}

fn print_report(report: &VerifyReport, lijsten: &Lijstcontrole, zegels: Zegelvraag<'_>, uitvoer: &Uitvoer) {
    let fouten: Vec<_> = report
        .fouten
        .iter()
        .map(|fout| json!({ "stroom": fout.stroom, "volgnummer": fout.volgnummer, "reden": fout.reden }))
        .collect();
    let of = |many: u64, een: &str, meer: &str| count(usize::try_from(many).unwrap_or(usize::MAX), een, meer);
    let mut text = format!(
        "{} in {}, {}, {}, {}",
        of(report.gebeurtenissen, "gebeurtenis", "gebeurtenissen"),
        of(report.stromen, "stroom", "stromen"),
        of(report.handelingen, "handeling", "handelingen"),
        of(report.zegels, "zegel", "zegels"),
        count(report.fouten.len(), "fout", "fouten")
    );
    for fout in report.fouten.iter().take(MOST_SHOWN) {
        let nummer = fout.volgnummer.map(|nummer| format!(" nr. {nummer}")).unwrap_or_default();
        text.push_str(&format!("\n  {}{nummer}: {}", fout.stroom, fout.reden));
    }
    text.push_str(&format!("\n{}\n", lists_in_words(lijsten)));
    text.push_str(&seals_in_words(report, zegels));
    let object = json!({
        "gebeurtenissen": report.gebeurtenissen,
        "stromen": report.stromen,
        "handelingen": report.handelingen,
        "zegels": report.zegels,
        "lijsten_vergeleken": lijsten.vergeleken,
        "lijsten_wachten": lijsten.wachten,
        "zegelbestand": zegels.met_bestand,
        "zegels_geschreven": zegels.done.is_some(),
        "zegels_van_voor": zegels.done.map(|old| old.display().to_string()),
        "verzegeld_op": report.verzegeld_op.map(|at| at.to_string()),
        "onverzegeld": report.onverzegeld,
        "na_het_zegelbestand": report.na_het_bestand,
        "zegels_van_na_de_kopie": report.van_na_de_kopie,
        "fouten": fouten,
    });
    uitvoer.result(&object, &text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verification_says_what_no_seal_covers_yet() {
        let zegels = Zegelvraag { met_bestand: true, kopie: false, done: None };
        let said =
            |onverzegeld| seals_in_words(&VerifyReport { onverzegeld, ..VerifyReport::default() }, zegels);
        assert_eq!(said(0), "Er is nog niets verzegeld.");
        assert!(said(1).contains("Let op: 1 regel daarna is nog niet verzegeld"), "{}", said(1));
        assert!(said(12).contains("Let op: 12 regels daarna zijn nog niet verzegeld"), "{}", said(12));
        let without = seals_in_words(&VerifyReport::default(), Zegelvraag { met_bestand: false, ..zegels });
        assert!(without.contains("geen bestand met zegels"), "{without}");
    }
}
