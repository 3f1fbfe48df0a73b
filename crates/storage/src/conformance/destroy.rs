//! Attachments, and destroying on purpose.

use super::given::{
    append, at, dossier, event, event_of, first, nummer, other_school, payloads, projection, school, stream,
};
use super::{Bench, fresh};
use crate::{
    Append, AppendError, BLOB_FIELD, DestroyKey, DraftScope, ListsAfter, NewDraft, NewEvent, Payload,
    Storage, StorageError,
};

async fn assert_whole(store: &dyn Storage) {
    let report = store.verify(None, &|_| {}).await.unwrap();
    assert_eq!(report.fouten, []);
}

/// An emptied payload is gone for ever; everything around it stays.
pub async fn an_emptied_payload_is_gone_and_the_chain_verifies(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let blob = store.put_blob(&stream(1), &school(), b"brief", at(0)).await.unwrap();
    let with_blob = NewEvent { blobs: vec![blob.clone()], ..event("een") };
    store.append(Append { events: vec![with_blob], ..append(1, 0, "") }).await.unwrap();
    store.append(append(1, 1, "twee")).await.unwrap();
    assert!(store.empty_payload(&stream(1), 1, at(5)).await.unwrap());
    assert!(!store.empty_payload(&stream(1), 1, at(5)).await.unwrap());
    assert!(!store.empty_payload(&stream(1), 3, at(5)).await.unwrap());
    let events = store.load(&stream(1)).await.unwrap();
    assert_eq!(payloads(&events), ["(leeg)", "twee"]);
    assert_eq!(events[0].event_type, "Aangemeld");
    assert_eq!(store.get_blob(&stream(1), &blob.id).await.unwrap(), None);
    assert_whole(&*store).await;
}

/// The event that says so and the emptying are one append.
pub async fn an_append_can_empty_earlier_events(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.append(append(1, 0, "een")).await.unwrap();
    let destroying = Append { emptied: vec![1], ..append(1, 1, "GegevensVernietigd") };
    store.append(destroying).await.unwrap();
    assert_eq!(payloads(&store.load(&stream(1)).await.unwrap()), ["(leeg)", "GegevensVernietigd"]);
    let too_early = Append { emptied: vec![3], ..append(1, 2, "zichzelf") };
    assert!(store.append(too_early).await.is_err());
    assert_whole(&*store).await;
}

fn of_two_holders() -> Append {
    let events = vec![event("van de school"), event_of(&other_school(), "van de andere school")];
    Append { events, ..append(1, 0, "") }
}

fn destroy(lists: ListsAfter) -> DestroyKey {
    DestroyKey { stream: stream(1), holder: school(), at: at(9), lists }
}

/// One holder's part goes, the other's stays, and nothing can be added to the part that went.
pub async fn a_destroyed_key_makes_its_part_unreadable_and_no_other(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    store.append(of_two_holders()).await.unwrap();
    assert!(store.destroy_key(destroy(ListsAfter::Keep)).await.unwrap());
    assert!(!store.destroy_key(destroy(ListsAfter::Keep)).await.unwrap());
    store.close().await;

    let store = site.open().await;
    let events = store.load(&stream(1)).await.unwrap();
    assert_eq!(payloads(&events), ["(vernietigd)", "van de andere school"]);
    let refused = store.append(append(1, 2, "nog iets")).await.unwrap_err();
    assert!(matches!(refused, AppendError::Storage(StorageError::Misuse { .. })), "{refused}");
    assert_eq!(store.destroyed_keys().await.unwrap(), [(stream(1), school())]);
    assert!(matches!(store.scan(0, 10).await.unwrap()[0].payload, Payload::KeyDestroyed));
    assert_whole(&*store).await;
}

/// What hangs on the key goes in the same transaction.
pub async fn a_destroyed_key_takes_its_drafts_attachments_and_lists(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.append(first(projection(dossier(1, "Sam", "de Zonnevis")))).await.unwrap();
    let blob = store.put_blob(&stream(1), &school(), b"brief", at(0)).await.unwrap();
    let scope = DraftScope { stream: stream(1), holder: school(), persoon: None };
    let draft = NewDraft {
        scope: scope.clone(),
        formulier: "opp".to_owned(),
        veld: "doel".to_owned(),
        expected_version: 0,
        waarde: b"lezen".to_vec(),
        door: super::given::persoon("m-zonnedauw"),
        at: at(2),
        unless_sent: None,
    };
    store.put_draft(draft.clone()).await.unwrap();
    assert!(store.destroy_key(destroy(ListsAfter::Delete)).await.unwrap());
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), None);
    assert_eq!(store.get_blob(&stream(1), &blob.id).await.unwrap(), None);
    assert_eq!(store.drafts(&scope, "opp").await.unwrap(), []);
    assert!(store.put_draft(draft).await.is_err());
    assert!(store.put_blob(&stream(1), &school(), b"brief", at(0)).await.is_err());
    assert_whole(&*store).await;
}

/// An attachment reads back, for the stream it belongs to.
pub async fn attachments_read_back_for_their_own_stream(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let bytes: Vec<u8> = (0..100_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let blob = store.put_blob(&stream(1), &school(), &bytes, at(0)).await.unwrap();
    let twin = store.put_blob(&stream(1), &school(), &bytes, at(0)).await.unwrap();
    assert_ne!((&blob.id, blob.digest), (&twin.id, twin.digest));
    assert_eq!(blob.len, 100_000);
    assert_eq!(store.get_blob(&stream(1), &blob.id).await.unwrap(), Some(bytes));
    assert_eq!(store.get_blob(&stream(2), &blob.id).await.unwrap(), None);
    let unknown = "0123456789abcdef0123456789abcdef".parse().unwrap();
    assert_eq!(store.get_blob(&stream(1), &unknown).await.unwrap(), None);
    assert_whole(&*store).await;
}

/// An event is refused when its attachment is not there, or belongs to another part.
pub async fn an_event_carries_only_attachments_that_are_there(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let blob = store.put_blob(&stream(1), &school(), b"brief", at(0)).await.unwrap();
    let carrying = |event: NewEvent, n, expected| {
        let event = NewEvent { blobs: vec![blob.clone()], ..event };
        Append { events: vec![event], ..append(n, expected, "") }
    };
    for wrong in [carrying(event("x"), 2, 0), carrying(event_of(&other_school(), "x"), 1, 0)] {
        let refused = store.append(wrong).await.unwrap_err();
        assert!(matches!(refused, AppendError::Storage(StorageError::Misuse { .. })), "{refused}");
    }
    store.append(carrying(event("een"), 1, 0)).await.unwrap();
    store.append(carrying(event("dezelfde brief"), 1, 1)).await.unwrap();
    assert_eq!(store.load(&stream(1)).await.unwrap()[1].blobs, [blob]);
    assert_whole(&*store).await;
}

/// What was stored and never carried is removed, what is carried stays.
pub async fn attachments_no_event_carries_are_purged(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let loose = store.put_blob(&stream(1), &school(), b"los", at(1)).await.unwrap();
    let young = store.put_blob(&stream(1), &school(), b"nieuw", at(60)).await.unwrap();
    let carried = store.put_blob(&stream(1), &school(), b"vast", at(1)).await.unwrap();
    let event = NewEvent { blobs: vec![carried.clone()], ..event("een") };
    store.append(Append { events: vec![event], ..append(1, 0, "") }).await.unwrap();
    let kept = store.put_blob(&stream(1), &school(), b"bij een concept", at(1)).await.unwrap();
    store.put_draft(super::drafts::draft(&format!("{BLOB_FIELD}{}", kept.id), 0, "{}")).await.unwrap();
    let handed = store.put_blob(&stream(1), &other_school(), b"van een ander", at(1)).await.unwrap();
    store.put_draft(super::drafts::draft(&format!("{BLOB_FIELD}{}", handed.id), 0, "{}")).await.unwrap();
    assert_eq!(store.purge_blobs(at(30)).await.unwrap(), 1);
    for named in [&kept, &handed] {
        assert!(store.get_blob(&stream(1), &named.id).await.unwrap().is_some(), "a draft names it");
    }
    assert_eq!(store.get_blob(&stream(1), &loose.id).await.unwrap(), None);
    assert!(store.get_blob(&stream(1), &young.id).await.unwrap().is_some());
    assert!(store.get_blob(&stream(1), &carried.id).await.unwrap().is_some());
}

/// An attachment that was taken away is gone at once, unless an event carries it or it is another file's.
pub async fn an_attachment_is_removed_unless_an_event_carries_it(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let loose = store.put_blob(&stream(1), &school(), b"los", at(1)).await.unwrap();
    let carried = store.put_blob(&stream(1), &school(), b"vast", at(1)).await.unwrap();
    let event = NewEvent { blobs: vec![carried.clone()], ..event("een") };
    store.append(Append { events: vec![event], ..append(1, 0, "") }).await.unwrap();
    assert!(!store.remove_blob(&stream(2), &loose.id).await.unwrap(), "another file");
    assert!(store.get_blob(&stream(1), &loose.id).await.unwrap().is_some());
    assert!(store.remove_blob(&stream(1), &loose.id).await.unwrap());
    assert_eq!(store.get_blob(&stream(1), &loose.id).await.unwrap(), None);
    assert!(!store.remove_blob(&stream(1), &carried.id).await.unwrap(), "it belongs to an event");
    assert!(store.get_blob(&stream(1), &carried.id).await.unwrap().is_some());
}
