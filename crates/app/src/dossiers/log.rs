//! Facts of a file as the log keeps them, and back: the one place where the core's events meet the store's.

use dossier::opdracht::{Opdrachtnaam, Vaststelling};
use dossier::staat::Daadplek;
use dossier::{Actor, Feit, Gebeurtenis, Inhoud, Refusal};
use storage::{ByAct, NewEvent, Payload, StoredEvent};

use crate::AppError;

/// An event as the log takes it, with the files that it names.
pub fn encode(actor: &Actor, vaststelling: &Vaststelling) -> Result<NewEvent, AppError> {
    let payload = vaststelling
        .gebeurtenis
        .encode()
        .map_err(|_| Refusal::new("niet_vast_te_leggen", teksten::algemeen::niet_vast_te_leggen()))?;
    Ok(NewEvent {
        event_type: vaststelling.gebeurtenis.event_type().to_owned(),
        event_version: u32::from(vaststelling.gebeurtenis.event_version()),
        on: vaststelling.on,
        holder: vaststelling.holder.clone(),
        actor: as_stored(actor),
        by: vaststelling.daad.map(|plek| ByAct { act: plek.daad.naam().to_owned(), place: plek.plaats }),
        payload,
        blobs: crate::brieven::blobs_of(&vaststelling.gebeurtenis),
    })
}

/// The actor as the store keeps it.
pub(crate) fn as_stored(actor: &Actor) -> storage::Actor {
    storage::Actor {
        persoon: actor.persoon.clone(),
        rol: actor.rol.code().to_owned(),
        organisatie: actor.organisatie.clone(),
    }
}

/// A stored event as the core reads it. An unknown type makes the file read-only, never an error.
pub(crate) fn decode(event: StoredEvent) -> Result<Feit, AppError> {
    let place = || AppError::Unreadable { place: format!("{} nr. {}", event.stream, event.sequence) };
    let version = u16::try_from(event.event_version).map_err(|_| place())?;
    let inhoud = match &event.payload {
        Payload::Emptied | Payload::KeyDestroyed => {
            Inhoud::Vernietigd { event_type: event.event_type.clone() }
        }
        Payload::Readable(bytes) => match Gebeurtenis::decode(&event.event_type, version, bytes) {
            Ok(gebeurtenis) => Inhoud::Leesbaar(gebeurtenis),
            Err(_) => Inhoud::Onbekend { event_type: event.event_type.clone(), version },
        },
    };
    Ok(Feit {
        volgnummer: event.sequence,
        recorded_at: event.recorded_at,
        on: event.on,
        actor: Actor {
            persoon: event.actor.persoon.clone(),
            rol: event.actor.rol.parse().map_err(|_| place())?,
            organisatie: event.actor.organisatie.clone(),
        },
        daad: event.by.as_ref().and_then(place_of),
        holder: event.holder,
        inhoud,
    })
}

/// An act of a newer program, or one that is called otherwise since, is one that nobody knows of: what it recorded stands by itself.
fn place_of(by: &ByAct) -> Option<Daadplek> {
    Opdrachtnaam::met_naam(&by.act).map(|daad| Daadplek { daad, plaats: by.place })
}
