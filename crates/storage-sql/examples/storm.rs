//! Writes as fast as it can until it is killed, and says what was acknowledged: the child of the
//! crash test.
//!
//! `storm ADDRESS FROM`: appends to files from number FROM on, and prints a line per acknowledged
//! write: `g STREAM SEQUENCE` for an event, `i STREAM` for a view.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use base::{DossierNummer, OrganisatieId, Timestamp};
use storage::{Actor, Append, EventLog, Inzage, NewEvent, ReadLog, StorageError, StreamId};
use storage_sql::{Options, Secret, SqlStorage};

/// Writers at the same time.
const WRITERS: u32 = 16;

fn say(line: &str) {
    // One call, so that lines of different tasks do not mix.
    let written = io::stdout().lock().write_all(format!("{line}\n").as_bytes());
    if written.is_err() {
        std::process::exit(0);
    }
}

fn event(holder: &OrganisatieId, payload: String) -> NewEvent {
    let persoon = "m-zonnedauw".parse().expect("a person");
    NewEvent {
        event_type: "Aangemeld".to_owned(),
        event_version: 1,
        on: "2026-01-12".parse().expect("a date"),
        holder: holder.clone(),
        actor: Actor { persoon, rol: "ib".to_owned(), organisatie: holder.clone() },
        by: None,
        payload: payload.into_bytes(),
        blobs: Vec::new(),
    }
}

async fn write_on(store: &SqlStorage, next: &AtomicU32) -> Result<(), StorageError> {
    let holder: OrganisatieId = "school/32JK00".parse().expect("an organisation");
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let dossier: DossierNummer = format!("2026-{number:06}").parse().expect("a number");
        let stream = StreamId::dossier(&dossier);
        for sequence in 0..3 {
            let events = vec![event(&holder, format!("{number} {sequence}"))];
            let append = Append::new(stream.clone(), sequence, Timestamp::UNIX_EPOCH, events);
            let Ok(done) = store.append(append).await else { return Err(StorageError::Closed) };
            say(&format!("g {stream} {}", done.last_sequence));
        }
        let view = Inzage {
            at: Timestamp::UNIX_EPOCH,
            dossier,
            persoon: "m-zonnedauw".parse().expect("a person"),
            rol: "ib".to_owned(),
            organisatie: holder.clone(),
            delen: "A".to_owned(),
            doel: "storm".to_owned(),
        };
        store.log_reads(&[view]).await?;
        say(&format!("i {stream}"));
    }
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let address = args.next().expect("an address");
    let from: u32 = args.next().and_then(|text| text.parse().ok()).expect("a number");
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = Arc::new(SqlStorage::open(&address, options).await.expect("a store"));
    let next = Arc::new(AtomicU32::new(from));
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let (store, next) = (store.clone(), next.clone());
            tokio::spawn(async move { write_on(&store, &next).await })
        })
        .collect();
    for writer in writers {
        // A server that was killed ends the storm; what was acknowledged has been said.
        drop(writer.await);
    }
}
