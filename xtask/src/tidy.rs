//! The checks of `cargo xtask tidy`, in the order in which they are run.

mod addresses;
mod assets;
mod citations;
mod decisions;
mod frozen;
mod glossary;
mod handbook;
mod layers;
mod licences;
mod modules;
mod names;
mod purity;
mod references;
mod samples;
mod sectors;
mod sizes;
mod spdx;
mod terms;
mod texts;
mod words;

use crate::finding::Finding;
use crate::repo::Repo;

/// A check with the name by which it can be run alone.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    run: fn(&Repo) -> Vec<Finding>,
}

/// Every check.
pub(crate) const CHECKS: &[Check] = &[
    Check { name: layers::NAME, run: |repo| layers::check(&repo.rooms, repo) },
    Check { name: layers::BANS, run: |repo| layers::check_lock(repo.text("Cargo.lock").unwrap_or_default()) },
    Check { name: modules::NAME, run: |repo| modules::check(&repo.files) },
    Check { name: licences::NAME, run: |repo| licences::check(&repo.packages) },
    Check { name: purity::NAME, run: |repo| purity::check(&repo.files) },
    Check { name: samples::NAME, run: |repo| samples::check(&repo.files) },
    Check { name: sectors::NAME, run: |repo| sectors::check(&repo.files) },
    Check { name: sizes::NAME, run: |repo| sizes::check(&repo.files) },
    Check { name: citations::NAME, run: |repo| citations::check(&repo.files) },
    Check { name: references::NAME, run: |repo| references::check(&repo.files) },
    Check { name: terms::NAME, run: |repo| terms::check(&repo.files) },
    Check { name: handbook::NAME, run: |repo| handbook::check(&repo.files) },
    Check { name: glossary::NAME, run: |repo| glossary::check(&repo.files) },
    Check { name: names::NAME, run: |repo| names::check(&repo.files) },
    Check { name: frozen::NAME, run: |repo| frozen::check(&repo.since) },
    Check { name: words::NAME, run: |repo| words::check(&repo.files) },
    Check { name: assets::NAME, run: |repo| assets::check(&repo.files) },
    Check { name: addresses::NAME, run: |repo| addresses::check(&repo.files) },
    Check { name: texts::NAME, run: |repo| texts::check(&repo.files) },
    Check { name: decisions::NAME, run: |repo| decisions::check(&repo.files, &repo.rooms) },
];

/// Rooms without input or output of their own. `docs/architecture.md` says what that means.
pub(crate) const PURE_ROOMS: [&str; 5] = ["base", "recht", "dossier", "verband", "sleutels"];

/// What the checks found, and what a reader must know about checks that had nothing to look at.
pub(crate) struct Report {
    pub(crate) findings: Vec<Finding>,
    pub(crate) notes: Vec<String>,
}

/// Runs the chosen checks, or all where none is chosen.
pub(crate) fn run(repo: &Repo, chosen: &[&str]) -> Report {
    let wanted = |check: &&Check| chosen.is_empty() || chosen.contains(&check.name);
    let mut findings: Vec<Finding> =
        CHECKS.iter().filter(wanted).flat_map(|check| (check.run)(repo)).collect();
    findings.sort();
    let mut notes = Vec::new();
    if repo.since.is_empty() && (chosen.is_empty() || chosen.contains(&frozen::NAME)) {
        notes.push("nothing is released yet (no tag v*), so no file is frozen".to_owned());
    }
    if chosen.is_empty() || chosen.contains(&sizes::NAME) {
        notes.push(sizes::note(&repo.files));
    }
    Report { findings, notes }
}
