//! Files of DUO and the postcode table: every row under the header is counted exactly once.
#![no_main]

use exchange::duo::{leerlingen, pc4_swv, vestigingen};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(import) = vestigingen::lees(data) {
        assert_eq!(import.gelezen(), import.rijen.len() + import.onbruikbaar.len());
    }
    if let Ok(import) = leerlingen::lees(data) {
        assert_eq!(import.gelezen(), import.rijen.len() + import.onbruikbaar.len());
    }
    if let Ok(import) = pc4_swv::lees(data) {
        assert_eq!(import.gelezen(), import.rijen.len() + import.onbruikbaar.len());
    }
});
