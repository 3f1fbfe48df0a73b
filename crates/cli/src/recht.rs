//! `leerrecht recht`: the rule engine on the command line. Needs no database.

use std::io::Read;
use std::path::Path;

use base::{Date, today_in_nl};
use recht::openbaar::{self, Afloop};
use recht::{MAX_INVOER_BYTES, Wet};

use crate::args::{Recht, Toets};
use crate::exit::Exit;
use crate::uitvoer::Uitvoer;

pub(crate) fn run(opdracht: &Recht, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let wet = Wet::load()
        .map_err(|error| Exit::outside(format!("de regels in het programma zijn niet te laden: {error}")))?;
    match opdracht {
        Recht::Regels => {
            uitvoer.document(&openbaar::regels_json(&wet));
            Ok(())
        }
        Recht::Toets(toets) => run_toets(&wet, toets, uitvoer),
    }
}

fn run_toets(wet: &Wet, toets: &Toets, uitvoer: &Uitvoer) -> Result<(), Exit> {
    let op = law_date(toets.op.as_deref(), uitvoer)?;
    let text = read(&toets.gegevens)?;
    match openbaar::toets_tekst(wet, &toets.regel, &text, op) {
        Ok((object, afloop)) => {
            uitvoer.document(&object);
            match afloop {
                Afloop::Getoetst => Ok(()),
                Afloop::NietGeldig => Err(Exit::not_in_force()),
            }
        }
        Err(fout) => {
            uitvoer.wrong(&fout.to_string());
            Err(Exit::refused(""))
        }
    }
}

fn law_date(given: Option<&str>, uitvoer: &Uitvoer) -> Result<Date, Exit> {
    match given {
        None => Ok(today_in_nl(crate::openen::now())),
        Some(text) => openbaar::lees_op(text).map_err(|fout| {
            uitvoer.wrong(&fout.to_string());
            Exit::refused("")
        }),
    }
}

/// The input, cut off where the engine would refuse it for its size anyway.
fn read(path: &Path) -> Result<String, Exit> {
    let most = u64::try_from(MAX_INVOER_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let found = if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    found.map_err(|error| {
        Exit::refused(format!("--gegevens: gegeven {}, dat is niet te lezen ({error})", path.display()))
    })?;
    String::from_utf8(bytes).map_err(|_| {
        Exit::refused(format!("--gegevens: gegeven {}, verwacht tekst in UTF-8", path.display()))
    })
}
