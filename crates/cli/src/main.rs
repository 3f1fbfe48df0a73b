//! `leerrecht`: the one binary, and the only place where everything is wired.

mod args;
mod beheer;
mod config;
mod exit;
mod importeer;
mod onderhoud;
mod openen;
mod recht;
mod serve;
mod uitvoer;

use std::process::ExitCode;

use args::{Args, Opdracht};
use exit::Exit;
use uitvoer::Uitvoer;

fn main() -> ExitCode {
    let args = match args::parse(std::env::args_os()) {
        Ok(args) => args,
        Err(stop) => return stop.finish(),
    };
    let uitvoer = Uitvoer::new(args.json);
    match run(args, &uitvoer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => {
            uitvoer.error(&exit);
            exit.code()
        }
    }
}

/// The law needs no database and no runtime; everything else gets both.
fn run(args: Args, uitvoer: &Uitvoer) -> Result<(), Exit> {
    if let Opdracht::Recht(opdracht) = &args.opdracht {
        return recht::run(opdracht, uitvoer);
    }
    let config = config::load(&args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Exit::outside(format!("het programma kan niet starten: {error}")))?;
    runtime.block_on(async {
        match args.opdracht {
            Opdracht::Recht(_) => Ok(()),
            Opdracht::Serve(opdracht) => serve::serve(&config, &opdracht, uitvoer).await,
            Opdracht::Demo(opdracht) => serve::demo(&config, &opdracht, uitvoer).await,
            Opdracht::Organisatie(opdracht) => beheer::organisatie(&config, opdracht, uitvoer).await,
            Opdracht::Account(opdracht) => beheer::account(&config, opdracht, uitvoer).await,
            Opdracht::Sleutel(opdracht) => beheer::sleutel(&config, opdracht, uitvoer).await,
            Opdracht::Importeer(opdracht) => importeer::run(&config, opdracht, uitvoer).await,
            Opdracht::Verifieer(opdracht) => onderhoud::verifieer(&config, &opdracht, uitvoer).await,
            Opdracht::Backup(opdracht) => onderhoud::backup(&config, &opdracht, uitvoer).await,
            Opdracht::Herstel(opdracht) => onderhoud::herstel(&config, &opdracht, uitvoer).await,
            Opdracht::Migreer => onderhoud::migreer(&config, uitvoer).await,
        }
    })
}
