//! Stored events: the first byte chooses the type; what decodes, encodes and decodes to the same.
#![no_main]

use dossier::Gebeurtenis;
use dossier::gebeurtenis::EVENT_TYPES;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, payload)) = data.split_first() else { return };
    let (event_type, version) = EVENT_TYPES[usize::from(*choice) % EVENT_TYPES.len()];
    if let Ok(event) = Gebeurtenis::decode(event_type, version, payload) {
        let again = event.encode().expect("what was read can be written");
        assert_eq!(Gebeurtenis::decode(event_type, version, &again), Ok(event));
    }
});
