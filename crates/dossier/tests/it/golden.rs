//! Every version of every event that was ever written still reads, to the letter.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use dossier::Gebeurtenis;
use dossier::gebeurtenis::{DecodeError, EVENT_TYPES};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Type, version and text of every golden file.
fn files() -> Vec<(String, u16, String)> {
    let entries = fs::read_dir(folder()).expect("the folder of golden files");
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let (event_type, version) = name.split_once(".v").expect("TYPE.vN.json");
            let text = fs::read_to_string(&path).expect("a text");
            (event_type.to_owned(), version.parse().expect("a version"), text)
        })
        .collect()
}

#[test]
fn every_golden_file_reads_and_is_written_the_same() {
    for (event_type, version, text) in files() {
        let event = Gebeurtenis::decode(&event_type, version, text.as_bytes())
            .unwrap_or_else(|error| panic!("{error}"));
        let (event_of, today, encoded) = (event.event_type(), event.event_version(), event.encode().unwrap());
        assert_eq!(event_of, event_type);
        let written: Value = serde_json::from_slice(&encoded).unwrap();
        let golden: Value = serde_json::from_str(&text).unwrap();
        if version == today {
            assert_eq!(written, golden, "{event_type}");
        } else {
            assert!(version < today, "{event_type} of a version that was never written");
            assert_eq!(
                Gebeurtenis::decode(event_of, today, &encoded),
                Ok(event),
                "{event_type} from {version}"
            );
        }
    }
}

#[test]
fn every_event_type_has_a_golden_file_of_every_version() {
    let golden: BTreeSet<(String, u16)> =
        files().into_iter().map(|(name, version, _)| (name, version)).collect();
    let written = EVENT_TYPES.iter().flat_map(|(name, today)| (1..=*today).map(|version| (*name, version)));
    let missing: Vec<_> =
        written.filter(|(name, version)| !golden.contains(&((*name).to_owned(), *version))).collect();
    assert_eq!(missing, Vec::<(&str, u16)>::new());
}

#[test]
fn every_event_has_a_sentence_of_its_own() {
    let read =
        |(name, version, text): (String, u16, String)| Gebeurtenis::decode(&name, version, text.as_bytes());
    let mut seen = std::collections::BTreeMap::new();
    for event in files().into_iter().map(|file| read(file).unwrap()) {
        let zin = teksten::Taal::Nl.zeg(event.zin());
        assert!(!zin.is_empty() && !zin.contains('_'), "{}: {zin}", event.event_type());
        assert_ne!(zin, event.event_type().replace('_', " "));
        // Every version of one event says the same.
        let of = seen.entry(zin.clone()).or_insert(event.event_type());
        assert_eq!(*of, event.event_type(), "two events say: {zin}");
    }
}

#[test]
fn a_newer_type_or_version_is_unknown_and_an_unknown_field_is_no_event() {
    let unknown = Gebeurtenis::decode("plan_ingetrokken", 1, b"{}").unwrap_err();
    assert_eq!(unknown, DecodeError::Unknown { event_type: "plan_ingetrokken".into(), version: 1 });
    assert!(matches!(
        Gebeurtenis::decode("meerderjarig", 2, b"{}"),
        Err(DecodeError::Unknown { version: 2, .. })
    ));
    let (_, _, text) = files().into_iter().find(|(name, ..)| name == "meerderjarig").unwrap();
    let extended = text.replacen('{', "{\"schoenmaat\": 38,", 1);
    let error = Gebeurtenis::decode("meerderjarig", 1, extended.as_bytes()).unwrap_err();
    assert!(matches!(error, DecodeError::Shape { .. }));
    assert!(!error.to_string().contains("schoenmaat"), "an error carries no contents: {error}");
}

/// Whether something stands at a path.
fn stands(value: &Value, pad: &[&str]) -> bool {
    let Some((step, rest)) = pad.split_first() else { return true };
    match value {
        Value::Array(items) if *step == "*" => items.iter().any(|item| stands(item, rest)),
        _ => value.get(step).is_some_and(|field| stands(field, rest)),
    }
}

#[test]
fn what_is_left_out_of_a_fact_stands_in_it() {
    let mut looked_at = 0;
    for (name, version, text) in files() {
        let event = Gebeurtenis::decode(&name, version, text.as_bytes()).unwrap();
        let written: Value = serde_json::from_slice(&event.encode().unwrap()).unwrap();
        for field in event.verhuld() {
            assert!(stands(&written, field.pad), "{name}: {:?}", field.pad);
            looked_at += 1;
        }
    }
    assert!(looked_at > 8, "{looked_at}");
}
