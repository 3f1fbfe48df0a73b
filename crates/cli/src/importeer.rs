//! `leerrecht importeer`: reference data from files, and an OSO dossier by the person of a key.

use std::io::Read;
use std::path::Path;

use app::AppError;
use app::oso::{OsoOpties, OsoUitkomst};
use app::referenties::{Bestand, Gezegd, ImportReport, Inlezen, Leeftijd};
use exchange::duo::Soort;
use serde_json::json;

use crate::args::{self, Importeer, Oso};
use crate::config::{Config, from_env};
use crate::exit::{Exit, os_reason};
use crate::openen::{self, Wijze};
use crate::uitvoer::Uitvoer;

/// Largest file that is read at all, in bytes.
const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// Rows of each kind that are shown to a person; a program gets them all.
const MOST_SHOWN: usize = 20;

pub(crate) async fn run(config: &Config, opdracht: Importeer, uitvoer: &Uitvoer) -> Result<(), Exit> {
    match opdracht {
        Importeer::DuoVestigingen(bestand) => {
            Box::pin(reference(config, Soort::DuoVestigingen, &bestand, uitvoer)).await
        }
        Importeer::DuoLeerlingen(bestand) => {
            Box::pin(reference(config, Soort::DuoLeerlingen, &bestand, uitvoer)).await
        }
        Importeer::DuoGeo(bestand) => Box::pin(reference(config, Soort::DuoGeo, &bestand, uitvoer)).await,
        Importeer::Pc4Swv(bestand) => Box::pin(reference(config, Soort::Pc4Swv, &bestand, uitvoer)).await,
        Importeer::Oso(oso) => Box::pin(import_oso(config, oso, uitvoer)).await,
    }
}

/// What is read: a file, or what comes in.
fn name(path: &Path) -> String {
    if path == Path::new("-") { "standaardinvoer".to_owned() } else { path.display().to_string() }
}

fn read(path: &Path) -> Result<Vec<u8>, Exit> {
    let failed = |error: std::io::Error| {
        Exit::refused(format!("{} is niet te lezen: {}", name(path), os_reason(&error)))
    };
    let mut bytes = Vec::new();
    let most = MOST_BYTES + 1;
    let found = if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    found.map_err(failed)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(Exit::refused(format!("{} is groter dan 200 MB", name(path))));
    }
    Ok(bytes)
}

async fn reference(
    config: &Config,
    soort: Soort,
    bestand: &args::Bestand,
    uitvoer: &Uitvoer,
) -> Result<(), Exit> {
    let bar = uitvoer.bar("lezen");
    bar.set_length(3);
    let bytes = read(&bestand.bestand)?;
    bar.inc(1);
    let parsed = Bestand::read(soort, &bytes).map_err(|error| {
        Exit::refused(format!("{}: {error}. Er is niets geschreven", name(&bestand.bestand)))
    })?;
    bar.inc(1);
    bar.set_message("vergelijken en schrijven");
    // A trial makes and changes nothing, no table either.
    let wijze = if bestand.proef { Wijze::Bestaand } else { Wijze::Maak };
    let app = openen::app(config, wijze).await?;
    let file = bestand.bestand.file_name().filter(|naam| *naam != "-");
    let bron = file.map_or_else(|| name(&bestand.bestand), |naam| naam.to_string_lossy().into_owned());
    let gezegd = Gezegd {
        ook_vervallen: bestand.laat_vervallen,
        ook_ouder: bestand.ook_ouder,
        ook_verplaatst: bestand.ook_verplaatst,
    };
    let how = if bestand.proef { Inlezen::Proef } else { Inlezen::Echt(gezegd) };
    let report = app.import(&parsed, &bron, how, openen::moment()).await.map_err(with_flags)?;
    bar.finish_and_clear();
    let mut object = serde_json::to_value(&report).map_err(|error| Exit::outside(error.to_string()))?;
    // The name of this file says no month, and one of this month was read before.
    if let Leeftijd::Onbekend { bekend: Some(bekend) } = &report.leeftijd {
        object["eerder_ingelezen_van"] = bekend.as_str().into();
    }
    uitvoer.result(&object, &report_text(&report, bestand.proef));
    app.storage.close().await;
    // A trial ends as the import would.
    match report.weigering(gezegd) {
        Some(refused) => Err(with_flags(refused.into())),
        None => Ok(()),
    }
}

fn report_text(report: &ImportReport, proef: bool) -> String {
    let mut text = format!(
        "{}: {} gelezen, {} nieuw, {} gewijzigd, {} ongewijzigd, {} vervallen, {} onbruikbaar",
        report.soort,
        report.gelezen,
        report.nieuw,
        report.gewijzigd,
        report.ongewijzigd,
        report.vervallen,
        report.onbruikbaar.len()
    );
    let unusable = report.onbruikbaar.iter();
    lines(
        &mut text,
        unusable.map(|rij| format!("regel {}, {}: '{}' ({})", rij.regel, rij.kolom, rij.waarde, rij.reden)),
    );
    let ending = report.vervalt.iter().map(|rij| match rij.accounts {
        0 => format!("vervalt: {} {}", rij.code, rij.naam),
        accounts => {
            let people = match accounts {
                1 => "werkt 1 mens".to_owned(),
                many => format!("werken {many} mensen"),
            };
            format!("vervalt: {} {} (hier {people} met een account)", rij.code, rij.naam)
        }
    });
    lines(&mut text, ending);
    let moved = report.verplaatst.iter();
    lines(
        &mut text,
        moved.map(|rij| format!("verplaatst: {} {} ({} wordt {})", rij.code, rij.naam, rij.was, rij.wordt)),
    );
    if !report.niet_gebruikt.is_empty() {
        text.push_str(&format!("\n  niet gebruikt: de kolommen {}", report.niet_gebruikt.join(", ")));
    }
    if let Leeftijd::Onbekend { bekend: Some(bekend) } = &report.leeftijd {
        text.push_str(&format!(
            "\n  De naam van dit bestand zegt niet van welke maand het is; van {bekend} is er al een ingelezen."
        ));
    }
    if proef {
        text.push_str("\nDit was een proef: er is niets geschreven.");
    }
    text
}

/// Lines below the first, as many as a person reads.
fn lines(text: &mut String, all: impl ExactSizeIterator<Item = String>) {
    let more = all.len().saturating_sub(MOST_SHOWN);
    for line in all.take(MOST_SHOWN) {
        text.push_str(&format!("\n  {line}"));
    }
    if more > 0 {
        text.push_str(&format!("\n  … en nog {more}; gebruik --json voor alle"));
    }
}

async fn import_oso(config: &Config, oso: Oso, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let sleutel = from_env("LEERRECHT_SLEUTEL").ok_or_else(|| {
        Exit::refused("zet eerst de sleutel van een persoon in LEERRECHT_SLEUTEL ('leerrecht sleutel maak')")
    })?;
    let bar = uitvoer.bar("het dossier lezen");
    bar.set_length(3);
    let bytes = read(&oso.bestand)?;
    bar.inc(1);
    let app = openen::app(config, if oso.proef { Wijze::Bestaand } else { Wijze::Bijwerken }).await?;
    let moment = openen::moment();
    let kijker = app
        .resolve_sleutel(&sleutel, moment)
        .await?
        .map_err(|wrong| Exit::refused(format!("de sleutel in LEERRECHT_SLEUTEL werkt niet. {wrong}")))?;
    let to_existing = oso.dossier.is_some();
    let opties = OsoOpties {
        school: oso.school,
        dossier: oso.dossier,
        zeker_nieuw: oso.nieuw,
        proef: oso.proef,
        herhaling: None,
    };
    bar.inc(1);
    bar.set_message(if opties.proef { "nagaan wat erin staat" } else { "nagaan en overnemen" });
    let done = Box::pin(app.importeer_oso(&kijker, moment, &bytes, &opties)).await;
    bar.finish_and_clear();
    let done = done.map_err(with_flags)?;
    let object = json!({
        "dossier": done.dossier.as_ref().map(base::DossierNummer::as_str),
        "aanvraag": done.aanvraag,
        "waarden": done.waarden,
        "bijlagen": done.bijlagen,
        "opt_out": done.opt_out,
        "voorlopig": done.voorlopig,
        "ouders_inzage": done.ouders_inzage,
        "akkoord": done.akkoord,
        "toestemming": done.toestemming,
        "meldingen": done.meldingen,
    });
    uitvoer.result(&object, &oso_text(&done, to_existing));
    app.storage.close().await;
    Ok(())
}

/// What is in the way, and the flag that says what to do about it.
fn with_flags(error: AppError) -> Exit {
    let flags = match &error {
        AppError::Refused(refusal) if refusal.code == "mogelijk_dubbel" => "--dossier NUMMER of --nieuw",
        AppError::Refused(refusal) if refusal.veld == Some("school") => "--school VESTIGINGSCODE",
        AppError::Refused(refusal)
            if refusal.code == "te_veel_vervallen" || refusal.code == "regel_zonder_code" =>
        {
            "--proef, of --laat-vervallen"
        }
        AppError::Refused(refusal)
            if ["ouder_bestand", "te_veel_gewijzigd", "maand_komt_nog"].contains(&refusal.code) =>
        {
            "--ook-ouder"
        }
        AppError::Refused(refusal)
            if refusal.code == "andere_wet" || refusal.code == "te_veel_verplaatst" =>
        {
            "--proef, of --ook-verplaatst"
        }
        _ => return error.into(),
    };
    let said = error.to_string();
    Exit::refused(format!("{}. Gebruik {flags}.", said.trim_end_matches('.')))
}

fn oso_text(done: &OsoUitkomst, to_existing: bool) -> String {
    let head = match &done.dossier {
        Some(nummer) if to_existing => format!("Toegevoegd aan dossier {nummer}"),
        Some(nummer) => format!("Dossier {nummer} gemaakt"),
        None => "Proef: dit dossier kan worden overgenomen, er is niets geschreven".to_owned(),
    };
    let mut text = format!("{head}: {} gegevens, {} bijlagen.", done.waarden, done.bijlagen);
    if !done.opt_out.is_empty() {
        text.push_str(&format!("\nDe ouders hielden achter: {}.", done.opt_out.join(", ")));
    }
    for (said, line) in [
        (done.voorlopig == Some(true), "Het is een voorlopig dossier: de school kan het nog veranderen."),
        (
            done.akkoord == Some(false),
            "De ouders zijn het niet eens met de inhoud; dat staat in het dossier.",
        ),
        (
            done.toestemming == Some(false),
            "De ouders geven geen toestemming om het te delen; dat staat in het dossier.",
        ),
    ] {
        if said {
            text.push_str(&format!("\n{line}"));
        }
    }
    for melding in &done.meldingen {
        text.push_str(&format!("\n  {melding}"));
    }
    text
}
