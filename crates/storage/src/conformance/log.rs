//! Appending and reading the log.

use std::collections::BTreeSet;

use super::given::{append, at, day, dossier, event, first, payloads, projection, stream, swv, tlv};
use super::{Bench, fresh, together};
use crate::{
    Append, AppendError, ByAct, Claim, Digest, Idempotency, NewEvent, Payload, StorageError, StreamId,
    Unfinished, limits,
};

/// Events come back as they were appended, also after the store was closed and opened.
pub async fn what_was_appended_is_loaded_in_order_after_reopening(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    let mut wanted = append(1, 0, "een");
    wanted
        .events
        .push(NewEvent { by: Some(ByAct { act: "meld_aan".to_owned(), place: 1 }), ..event("twee") });
    let done = store.append(wanted.clone()).await.unwrap();
    assert_eq!((done.first_sequence, done.last_sequence, done.repeated), (1, 2, false));
    store.append(append(1, 2, "drie")).await.unwrap();
    store.close().await;

    let store = site.open().await;
    let events = store.load(&stream(1)).await.unwrap();
    assert_eq!(payloads(&events), ["een", "twee", "drie"]);
    assert_eq!(events.iter().map(|event| event.sequence).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(events[1].position, done.last_position);
    assert_eq!(events[0].recorded_at, at(1));
    assert_eq!(events[0].on, day("2026-01-12"));
    assert_eq!(events[0].actor, wanted.events[0].actor);
    assert_eq!(events[0].holder, wanted.events[0].holder);
    assert_eq!(
        [&events[0].by, &events[1].by],
        [&None, &wanted.events[1].by],
        "by which act, where one did it"
    );
    assert_eq!((events[0].event_type.as_str(), events[0].event_version), ("Aangemeld", 1));
    assert_eq!(payloads(&store.load_after(&stream(1), 2).await.unwrap()), ["drie"]);
    assert_eq!(store.head(&stream(1)).await.unwrap(), 3);
    assert_eq!(store.load(&stream(2)).await.unwrap(), []);
    assert_eq!(store.head(&stream(2)).await.unwrap(), 0);
}

/// Whoever builds on an old version hears where the stream stands.
pub async fn a_stream_that_moved_on_clashes_and_nothing_is_written(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.append(append(1, 0, "een")).await.unwrap();
    for expected in [0, 2] {
        let refused = store.append(append(1, expected, "twee")).await.unwrap_err();
        assert_eq!(refused, AppendError::Clash { stream: stream(1), expected, actual: 1 });
    }
    assert_eq!(payloads(&store.load(&stream(1)).await.unwrap()), ["een"]);
}

/// Of appends on the same version at the same moment exactly one is written.
pub async fn of_simultaneous_appends_one_wins(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let outcomes =
        together((0..8).map(|n| store.append(append(1, 0, &format!("nummer {n}")))).collect()).await;
    let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(won, 1);
    for outcome in outcomes {
        let clash = AppendError::Clash { stream: stream(1), expected: 0, actual: 1 };
        assert!(outcome.is_ok() || outcome == Err(clash));
    }
    assert_eq!(store.head(&stream(1)).await.unwrap(), 1);
}

/// Appends to different streams do not hinder each other.
pub async fn appends_to_different_streams_all_succeed(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let outcomes = together((1..=32).map(|n| store.append(append(n, 0, "een"))).collect()).await;
    let positions: BTreeSet<u64> = outcomes.into_iter().map(|done| done.unwrap().last_position).collect();
    assert_eq!(positions.len(), 32);
    let report = store.verify(None, &|_| {}).await.unwrap();
    assert_eq!((report.gebeurtenissen, report.stromen, report.fouten.len()), (32, 32, 0));
}

/// A claimed value is the stream's own; another stream hears so and nothing of it is written.
pub async fn a_claim_belongs_to_one_stream_for_ever(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let claim = Claim { kind: "tlv".to_owned(), value: "PO2401/17".to_owned() };
    let claiming = |n, expected| Append { claims: vec![claim.clone()], ..append(n, expected, "tlv") };
    store.append(claiming(1, 0)).await.unwrap();
    store.append(claiming(1, 1)).await.unwrap();
    let refused = store.append(claiming(2, 0)).await.unwrap_err();
    assert_eq!(refused, AppendError::Taken { what: "tlv PO2401/17".to_owned() });
    store.unlist(&super::given::nummer(1)).await.unwrap();
    assert!(store.append(claiming(2, 0)).await.is_err());
    assert_eq!(store.head(&stream(2)).await.unwrap(), 0);
}

/// The number of a TLV is unique within its SWV.
pub async fn a_taken_tlv_number_takes_back_the_whole_append(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let with_tlv = |n| {
        let mut projection = projection(dossier(n, "Sam", "de Zonnevis"));
        projection.tlvs.push(tlv("17", "2026-08-01", "2027-07-31", "verleend"));
        first(projection)
    };
    store.append(with_tlv(1)).await.unwrap();
    let refused = store.append(with_tlv(2)).await.unwrap_err();
    assert_eq!(refused, AppendError::Taken { what: "tlv PO2401 17".to_owned() });
    assert_eq!(store.head(&stream(2)).await.unwrap(), 0);
    assert_eq!(store.dossier_row(&super::given::nummer(2)).await.unwrap(), None);
}

fn request(owner: &str, contents: &str) -> Idempotency {
    let fingerprint = Digest::of(contents.as_bytes());
    Idempotency { owner: owner.to_owned(), key: "k1".to_owned(), fingerprint }
}

fn repeatable(n: u32, expected: u64, contents: &str) -> Append {
    Append { idempotency: Some(request("m-zonnedauw", contents)), ..append(n, expected, "een") }
}

/// The same request a second time gives the first outcome, also when the file has changed since.
pub async fn a_repeated_request_is_written_once(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let done = store.append(repeatable(1, 0, "x")).await.unwrap();
    store.append(append(1, 1, "twee")).await.unwrap();
    let again = store.append(repeatable(1, 0, "x")).await.unwrap();
    assert!(again.repeated && !done.repeated);
    assert_eq!(again.last_position, done.last_position);
    let same = request("m-zonnedauw", "x");
    assert_eq!(store.find_repeated(&same).await.unwrap(), Some(again));
    assert_eq!(store.find_repeated(&request("m-zonnedauw", "y")).await, Err(AppendError::KeyReused));
    assert_eq!(store.find_repeated(&request("iemand-anders", "x")).await.unwrap(), None);
    assert_eq!(store.append(repeatable(1, 2, "y")).await, Err(AppendError::KeyReused));
    assert_eq!(store.head(&stream(1)).await.unwrap(), 2);
    assert_eq!(store.forget_repeated(at(100)).await.unwrap(), 1);
    assert_eq!(store.find_repeated(&same).await.unwrap(), None);
}

/// The same request twice at the same moment is written once, and both hear the same.
pub async fn simultaneous_repeats_are_written_once(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let outcomes = together((0..6).map(|_| store.append(repeatable(1, 0, "x"))).collect()).await;
    let outcomes: Vec<_> = outcomes.into_iter().map(Result::unwrap).collect();
    assert_eq!(outcomes.iter().filter(|done| !done.repeated).count(), 1);
    assert_eq!(store.head(&stream(1)).await.unwrap(), 1);
}

/// One request that would begin a stream, several times at the same moment, each with a number of its own: one begins, and
/// all hear which.
pub async fn simultaneous_repeats_begin_one_stream(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let outcomes = together((1..=6).map(|n| store.append(repeatable(n, 0, "x"))).collect()).await;
    let outcomes: Vec<_> = outcomes.into_iter().map(Result::unwrap).collect();
    assert_eq!(outcomes.iter().filter(|done| !done.repeated).count(), 1);
    let begun = &outcomes[0].stream;
    assert!(outcomes.iter().all(|done| done.stream == *begun && done.last_sequence == 1));
    let mut there = Vec::new();
    for n in 1..=6 {
        there.extend((store.head(&stream(n)).await.unwrap() > 0).then(|| stream(n)));
    }
    assert_eq!(there, std::slice::from_ref(begun));
    assert_eq!(store.append(repeatable(7, 0, "y")).await, Err(AppendError::KeyReused));
}

/// Walking through the whole log passes every event once.
pub async fn scan_passes_every_event_once_in_order(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for n in 1..=5 {
        store.append(append(n, 0, &format!("{n}a"))).await.unwrap();
        store.append(append(n, 1, &format!("{n}b"))).await.unwrap();
    }
    let (mut seen, mut after) = (Vec::new(), 0);
    loop {
        let step = store.scan(after, 3).await.unwrap();
        let Some(last) = step.last() else { break };
        after = last.position;
        seen.extend(payloads(&step));
    }
    let expected: Vec<String> = (1..=5).flat_map(|n| [format!("{n}a"), format!("{n}b")]).collect();
    assert_eq!(seen, expected);
}

/// Streams are listed per kind, in order, from any of them on.
pub async fn streams_are_listed_per_kind(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let region: StreamId = StreamId::verband(&swv());
    for n in [3, 1, 2] {
        store.append(append(n, 0, "een")).await.unwrap();
    }
    store.append(Append::new(region.clone(), 0, at(1), vec![event("{}")])).await.unwrap();
    assert_eq!(store.streams("dossier", None, 10).await.unwrap(), [stream(1), stream(2), stream(3)]);
    assert_eq!(store.streams("dossier", Some(&stream(1)), 1).await.unwrap(), [stream(2)]);
    assert_eq!(store.streams("verband", None, 10).await.unwrap(), [region]);
    assert_eq!(store.streams("school", None, 10).await.unwrap(), []);
}

/// Numbers are given out once, whoever asks at the same moment, and start again with each year.
pub async fn reserved_numbers_never_overlap(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let firsts = together((0..10).map(|_| store.reserve_numbers("dossier", 2026, 5)).collect()).await;
    let mut firsts: Vec<u64> = firsts.into_iter().map(Result::unwrap).collect();
    firsts.sort_unstable();
    assert_eq!(firsts, [1, 6, 11, 16, 21, 26, 31, 36, 41, 46]);
    assert_eq!(store.reserve_numbers("dossier", 2027, 1).await.unwrap(), 1);
    assert_eq!(store.reserve_numbers("tlv PO2401", 2026, 1).await.unwrap(), 1);
    assert!(store.reserve_numbers("dossier", 2026, 0).await.is_err());
    assert!(store.reserve_numbers("dossier", 2026, limits::NUMBERS_PER_BLOCK + 1).await.is_err());
}

/// What no store could keep is refused before anything is written, and an empty payload is kept.
pub async fn what_is_too_large_or_senseless_is_refused(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let misused = |outcome| matches!(outcome, Err(AppendError::Storage(StorageError::Misuse { .. })));
    let mut large = append(1, 0, "");
    large.events[0].payload = vec![b'x'; limits::PAYLOAD_BYTES + 1];
    let refused = store.append(large).await.unwrap_err();
    assert!(matches!(refused, AppendError::Storage(StorageError::TooLarge { .. })), "{refused}");
    let mut nul = append(1, 0, "");
    "i\0b".clone_into(&mut nul.events[0].actor.rol);
    assert!(misused(store.append(nul).await));
    assert!(misused(store.append(Append { events: Vec::new(), ..append(1, 0, "") }).await));
    let mut foreign = append(1, 0, "");
    foreign.projection = Some(projection(dossier(2, "Sam", "de Zonnevis")));
    assert!(misused(store.append(foreign).await));
    assert_eq!(store.head(&stream(1)).await.unwrap(), 0);
    store.append(append(1, 0, "")).await.unwrap();
    assert_eq!(store.load(&stream(1)).await.unwrap()[0].payload, Payload::Readable(Vec::new()));
}

/// What is still to be made after events is there when the store is opened again, and is done once.
pub async fn unfinished_work_is_remembered_until_it_is_done(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    for n in 1..=3 {
        store.append(Append { unfinished: true, ..append(n, 0, "vraagt om een brief") }).await.unwrap();
    }
    store.append(append(4, 0, "vraagt niets")).await.unwrap();
    store.close().await;
    let store = site.open().await;
    let open = store.unfinished(None, 10).await.unwrap();
    let work = |n| Unfinished { stream: stream(n), first: 1, last: 1 };
    assert_eq!(open, [work(1), work(2), work(3)]);
    assert_eq!(store.unfinished(Some(&work(1)), 1).await.unwrap(), [work(2)]);

    let letter = |expected| Append { finishes: Some(1), ..append(1, expected, "de brief") };
    assert!(matches!(store.append(letter(0)).await, Err(AppendError::Clash { .. })));
    store.append(letter(1)).await.unwrap();
    assert_eq!(store.append(letter(2)).await, Err(AppendError::Finished));
    assert_eq!(store.head(&stream(1)).await.unwrap(), 2);
    store.finish(&work(2)).await.unwrap();
    store.finish(&work(2)).await.unwrap();
    assert_eq!(store.unfinished(None, 10).await.unwrap(), [work(3)]);
}
