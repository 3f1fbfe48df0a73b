//! Facts written into a file as they are, without asking the core: where a test begins is not what it is about.

use app::{App, AppError, Moment};
use base::{DossierNummer, OrganisatieId};
use dossier::gebeurtenis::Gebeurtenis;
use storage::{Append, NewEvent, StreamId};

/// Writes facts behind what a file has, as its ib-er of De IJsvogel would.
pub(crate) async fn record(
    app: &App,
    dossier: &DossierNummer,
    at: Moment,
    events: Vec<Gebeurtenis>,
) -> Result<(), AppError> {
    let stream = StreamId::dossier(dossier);
    let ijsvogel: OrganisatieId = "school/99ZZ00".parse().unwrap();
    let new_event = |event: Gebeurtenis| NewEvent {
        event_type: event.event_type().to_owned(),
        event_version: u32::from(event.event_version()),
        on: at.vandaag,
        holder: ijsvogel.clone(),
        actor: storage::Actor {
            persoon: "p-1".parse().unwrap(),
            rol: "ib".to_owned(),
            organisatie: ijsvogel.clone(),
        },
        by: None,
        payload: event.encode().unwrap(),
        blobs: Vec::new(),
    };
    let events = events.into_iter().map(new_event).collect();
    let expected = app.storage.head(&stream).await?;
    app.storage.append(Append::new(stream, expected, at.at, events)).await?;
    Ok(())
}
