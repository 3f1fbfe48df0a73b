//! The state machines as `docs/state-machines` draws them, and what files really do.

use std::collections::BTreeSet;

use dossier::Dossier;
use dossier::staat::{AanmeldingFase, TlvFase, VerwijderingFase};

use crate::PROEVEN;

/// From one phase to another, by code; `[*]` is 'not there yet'.
pub(crate) type Overgang = (String, String);

/// A drawing by the name of its process.
pub(crate) type Tekening = (&'static str, &'static str);

/// The codes of their phases.
pub(crate) const CODES: [&[&str]; 3] = [AanmeldingFase::CODES, VerwijderingFase::CODES, TlvFase::CODES];

/// The drawings of the first processes.
pub(crate) const TEKENINGEN: [Tekening; 3] = [
    ("aanmelding", include_str!("../../../../docs/state-machines/aanmelding.md")),
    ("verwijdering", include_str!("../../../../docs/state-machines/verwijdering.md")),
    ("tlv", include_str!("../../../../docs/state-machines/tlv.md")),
];

/// Every drawn transition.
pub(crate) fn drawn() -> BTreeSet<Overgang> {
    let arrow = |line: &str| {
        let (from, rest) = line.split_once("-->")?;
        let to = rest.split(':').next()?.trim();
        (to != "[*]").then(|| (from.trim().to_owned(), to.to_owned()))
    };
    pages().flat_map(|(_, page)| page.lines().filter_map(arrow).collect::<Vec<_>>()).collect()
}

fn pages() -> impl Iterator<Item = &'static Tekening> {
    PROEVEN.iter().flat_map(|proef| proef.tekeningen)
}

/// Phase of everything in a file: which thing, and the code of its phase.
fn phases(dossier: &Dossier) -> Vec<(String, String)> {
    PROEVEN.iter().flat_map(|proef| (proef.fasen)(dossier)).collect()
}

/// That of registrations, removals and requests.
pub(crate) fn fasen(dossier: &Dossier) -> Vec<(String, String)> {
    let registrations =
        dossier.aanmeldingen.iter().map(|a| (format!("aanmelding {}", a.nr), a.fase().code()));
    let removals = dossier.verwijderingen.iter().map(|v| (format!("verwijdering {}", v.nr), v.fase().code()));
    let requests = dossier.aanvragen.iter().map(|a| (format!("aanvraag {}", a.nr), a.fase().code()));
    registrations.chain(removals).chain(requests).map(|(thing, fase)| (thing, fase.to_owned())).collect()
}

/// The transitions that a file went through, fact by fact.
pub(crate) fn taken(dossier: &Dossier) -> BTreeSet<Overgang> {
    let mut overgangen = BTreeSet::new();
    let mut replayed = Dossier::new(dossier.nummer.clone());
    for feit in &dossier.feiten {
        let before = phases(&replayed);
        replayed.apply((**feit).clone());
        for (thing, fase) in phases(&replayed) {
            let was = before.iter().find(|(other, _)| *other == thing).map_or("[*]", |(_, fase)| fase);
            if was != fase {
                overgangen.insert((was.to_owned(), fase));
            }
        }
    }
    overgangen
}

#[test]
fn every_phase_is_drawn_and_described() {
    let codes: Vec<&str> = PROEVEN.iter().flat_map(|proef| proef.codes).copied().flatten().copied().collect();
    let drawn: BTreeSet<String> = drawn().into_iter().map(|(_, to)| to).collect();
    assert!(codes.iter().all(|code| drawn.contains(*code)), "{codes:?}");
    for (name, page) in pages() {
        for code in drawn.iter().filter(|code| code.starts_with(name)) {
            assert!(page.contains(&format!("**`{code}`**")), "{name}.md says nothing about {code}");
        }
    }
}

#[test]
fn every_arrow_names_its_fact_and_its_ground() {
    for (name, page) in pages() {
        for line in page.lines().filter(|line| line.contains("-->") && !line.contains("--> [*]")) {
            let label = line.split_once(':').map_or("", |(_, label)| label.trim());
            assert!(label.contains('(') && label.ends_with(')'), "{name}.md: {line}");
        }
    }
}
