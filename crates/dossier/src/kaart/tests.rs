//! A new field is a new version: an event that only these tests know went through three shapes.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Kaart, lees};
use crate::gebeurtenis::DecodeError;

/// What is written today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gezien {
    wat: Vec<String>,
    hoe_vaak: u32,
}

kaart! {
    Gezien, "gezien", versie 3 [naar_twee, naar_drie];
    over kind; deel A; lezers allen; zin |event| sleutels::Tekst::letterlijk(format!("{} keer gezien", event.hoe_vaak));
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

/// The second shape counted nothing yet.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GezienTwee {
    wat: Vec<String>,
}

/// From one thing to several, by JSON.
fn naar_twee(oud: Value) -> Result<Value, serde_json::Error> {
    let mut velden: serde_json::Map<String, Value> = serde_json::from_value(oud)?;
    if let Some(wat) = velden.get_mut("wat") {
        *wat = json!([wat.take()]);
    }
    Ok(velden.into())
}

/// Counted from now on, by the struct that once was.
fn naar_drie(oud: Value) -> Result<Value, serde_json::Error> {
    let oud: GezienTwee = serde_json::from_value(oud)?;
    serde_json::to_value(Gezien { wat: oud.wat, hoe_vaak: 1 })
}

fn gezien(wat: &[&str], hoe_vaak: u32) -> Gezien {
    Gezien { wat: wat.iter().map(|item| (*item).to_owned()).collect(), hoe_vaak }
}

#[test]
fn every_version_that_was_written_reads_as_todays() {
    let golden = [
        (1, r#"{"wat":"ijsvogel"}"#, gezien(&["ijsvogel"], 1)),
        (2, r#"{"wat":["ijsvogel","libel"]}"#, gezien(&["ijsvogel", "libel"], 1)),
        (3, r#"{"wat":["libel"],"hoe_vaak":4}"#, gezien(&["libel"], 4)),
    ];
    for (version, text, event) in golden {
        assert_eq!(lees::<Gezien>(version, text.as_bytes()), Ok(event), "version {version}");
    }
    assert_eq!(Gezien::VERSIE, 3);
    assert_eq!(gezien(&[], 4).zin(), sleutels::Tekst::letterlijk("4 keer gezien"));
}

#[test]
fn a_shape_is_held_to_its_own_version_and_none_before_the_first_or_after_the_last_is_known() {
    let read = |version, text: &str| lees::<Gezien>(version, text.as_bytes());
    for version in [0, 4, u16::MAX] {
        let unknown = DecodeError::Unknown { event_type: "gezien".into(), version };
        assert_eq!(read(version, "{}"), Err(unknown));
    }
    for (version, text) in [
        (1, r#"{"wat":"ijsvogel","hoe_vaak":4}"#),
        (2, r#"{"wat":"ijsvogel"}"#),
        (3, r#"{"wat":["ijsvogel"]}"#),
        (1, "{"),
    ] {
        let error = read(version, text).unwrap_err();
        assert!(
            matches!(error, DecodeError::Shape { version: of, .. } if of == version),
            "{version}: {error}"
        );
        assert!(!error.to_string().contains("ijsvogel"), "an error carries no contents: {error}");
    }
}
