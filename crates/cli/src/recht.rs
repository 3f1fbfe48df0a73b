//! `leerrecht recht`: the rule engine on the command line. Needs no database.

use std::io::Read;
use std::path::Path;

use base::today_in_nl;
use recht::openbaar::{self, Afloop};
use recht::{MAX_INVOER_BYTES, Wet};

use crate::args::{Recht, Toets};
use crate::exit::{Exit, os_reason};
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
    let today = today_in_nl(crate::openen::now());
    let op = toets.op.as_deref().map_or(Ok(today), openbaar::lees_op);
    let text = read(&toets.gegevens)?;
    // A wrong day does not hide wrong fields.
    let asked = openbaar::toets_tekst(wet, &toets.regel, &text, *op.as_ref().unwrap_or(&today));
    match (op, asked) {
        (Ok(_), Ok((object, afloop))) => {
            uitvoer.document(&object);
            match afloop {
                Afloop::Getoetst => Ok(()),
                Afloop::NietGeldig => Err(Exit::not_in_force()),
            }
        }
        (op, asked) => {
            let wrong = [op.err().map(|fout| fout.to_string()), asked.err().map(|fout| fout.to_string())];
            Err(Exit::refused(wrong.into_iter().flatten().collect::<Vec<_>>().join("\n")))
        }
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
        Exit::refused(format!(
            "--gegevens: gegeven {}, dat is niet te lezen: {}",
            path.display(),
            os_reason(&error)
        ))
    })?;
    String::from_utf8(bytes).map_err(|_| {
        Exit::refused(format!("--gegevens: gegeven {}, verwacht tekst in UTF-8", path.display()))
    })
}
