//! An OSO dossier from outside never panics and never takes long; what reads, reads the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let first = exchange::oso::lees(data);
    let second = exchange::oso::lees(data);
    assert_eq!(first.is_ok(), second.is_ok());
    if let Err(fout) = first {
        assert!(!fout.to_string().is_empty());
    }
});
