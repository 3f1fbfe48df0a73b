//! The schools with coordinates: every feature is counted exactly once.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(import) = exchange::duo::geo::lees(data) {
        assert_eq!(import.gelezen(), import.rijen.len() + import.onbruikbaar.len());
    }
});
