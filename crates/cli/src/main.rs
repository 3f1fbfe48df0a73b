//! `leerrecht`: the one binary, and the only place where everything is wired.

mod args;
mod beheer;
mod clamav;
mod config;
mod demogebied;
mod exit;
mod importeer;
mod mail;
mod onderhoud;
mod openen;
mod organisatie;
mod recht;
mod schil;
mod serve;
mod uitvoer;
mod verifieer;
mod zegelbestand;

use std::process::ExitCode;

use args::{Args, Opdracht};
use config::Config;
use exit::Exit;
use uitvoer::Uitvoer;

fn main() -> ExitCode {
    let args = match args::parse(std::env::args_os()) {
        Ok(args) => args,
        Err(stop) => return stop.finish(),
    };
    let uitvoer = Uitvoer::new(args.json);
    match run(args, &uitvoer).and_then(|()| uitvoer.arrived()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => {
            uitvoer.error(&exit);
            exit.code()
        }
    }
}

/// The law and the commands themselves need no database and no runtime; everything else gets both.
fn run(args: Args, uitvoer: &Uitvoer) -> Result<(), Exit> {
    match &args.opdracht {
        Opdracht::Recht(opdracht) => return recht::run(opdracht, uitvoer),
        Opdracht::Aanvullen(opdracht) => {
            schil::aanvullen(opdracht, uitvoer);
            return Ok(());
        }
        Opdracht::Man => {
            schil::man(uitvoer);
            return Ok(());
        }
        _ => {}
    }
    let config = config::load(&args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| {
        Exit::outside(format!("het programma kan niet starten: {}", exit::os_reason(&error)))
    })?;
    runtime.block_on(carry_out(args.opdracht, &config, uitvoer))
}

/// Every command that works on a database. Each has a future of its own on the heap: one for all would be as large
/// as the largest.
async fn carry_out(opdracht: Opdracht, config: &Config, uitvoer: &Uitvoer) -> Result<(), Exit> {
    match opdracht {
        Opdracht::Recht(_) | Opdracht::Aanvullen(_) | Opdracht::Man => Ok(()),
        Opdracht::Serve(opdracht) => Box::pin(serve::serve(config, &opdracht, uitvoer)).await,
        Opdracht::Demo(opdracht) => Box::pin(serve::demo(config, &opdracht, uitvoer)).await,
        Opdracht::Organisatie(opdracht) => Box::pin(organisatie::run(config, opdracht, uitvoer)).await,
        Opdracht::Account(opdracht) => Box::pin(beheer::account(config, opdracht, uitvoer)).await,
        Opdracht::Sleutel(opdracht) => Box::pin(beheer::sleutel(config, opdracht, uitvoer)).await,
        Opdracht::Importeer(opdracht) => Box::pin(importeer::run(config, opdracht, uitvoer)).await,
        Opdracht::Verifieer(opdracht) => Box::pin(verifieer::verifieer(config, &opdracht, uitvoer)).await,
        Opdracht::Backup(opdracht) => Box::pin(onderhoud::backup(config, &opdracht, uitvoer)).await,
        Opdracht::Herstel(opdracht) => Box::pin(onderhoud::herstel(config, &opdracht, uitvoer)).await,
        Opdracht::Migreer => Box::pin(onderhoud::migreer(config, uitvoer)).await,
        Opdracht::Lijsten => Box::pin(onderhoud::lijsten(config, uitvoer)).await,
    }
}
