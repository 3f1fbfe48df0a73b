//! How fast a child's file is computed from its facts, and its facts from their stored form.
//!
//! `cargo bench -p dossier`. The file is a registration, a life at school and a TLV request: what a busy
//! file looks like after some years.

#[path = "../tests/it/gegeven.rs"]
#[expect(dead_code, unused_imports, reason = "the tests use all of it, the bench a part")]
mod gegeven;

use divan::Bencher;
use divan::counter::ItemsCount;
use dossier::leven::opdracht::SchrijfIn;
use dossier::soort::Schoolsoort;
use dossier::{Dossier, Feit, Gebeurtenis, Inhoud};

/// Facts in the file.
const FACTS: usize = 60;

fn main() {
    divan::main();
}

/// A file of exactly so many facts: a granted declaration, and a new group each year.
fn file() -> Dossier {
    let mut zaak = gegeven::verleend();
    zaak.als(gegeven::ib(gegeven::WATERJUFFER));
    let mut group = 0;
    while zaak.dossier.feiten.len() < FACTS {
        group += 1;
        let moved = gegeven::schrijf_in(gegeven::WATERJUFFER, Schoolsoort::Basisschool, "2026-03-02");
        zaak.doe(SchrijfIn { groep: format!("groep {group}"), ..moved });
    }
    zaak.dossier
}

fn facts(dossier: &Dossier) -> Vec<Feit> {
    dossier.feiten.iter().map(|feit| (**feit).clone()).collect()
}

#[divan::bench]
fn replay_60_decoded_facts(bencher: Bencher<'_, '_>) {
    let dossier = file();
    bencher
        .counter(ItemsCount::new(FACTS))
        .with_inputs(|| facts(&dossier))
        .bench_values(|facts| Dossier::replay(dossier.nummer.clone(), facts));
}

#[divan::bench]
fn decode_60_facts(bencher: Bencher<'_, '_>) {
    let dossier = file();
    let stored: Vec<(&'static str, u16, Vec<u8>)> = dossier
        .feiten
        .iter()
        .filter_map(|feit| match &feit.inhoud {
            Inhoud::Leesbaar(event) => {
                Some((event.event_type(), event.event_version(), event.encode().ok()?))
            }
            _ => None,
        })
        .collect();
    bencher.counter(ItemsCount::new(stored.len())).bench(|| {
        stored
            .iter()
            .map(|(name, version, bytes)| Gebeurtenis::decode(name, *version, bytes))
            .collect::<Vec<_>>()
    });
}

#[divan::bench]
fn turns_of_a_file(bencher: Bencher<'_, '_>) {
    let dossier = file();
    bencher.bench(|| dossier.beurten());
}
