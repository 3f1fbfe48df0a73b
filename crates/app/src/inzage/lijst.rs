//! What a list tells of a part that is always logged is read as much as on its page. Whoever keeps a list open all day has
//! looked once: per person, role, file and part a day has one line, or parents would find nothing between them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use base::{Date, DossierNummer};
use dossier::rol::Actor;
use dossier::toegang::{Deel, Kijker};
use storage::Inzage;

use super::{Doel, codes};
use crate::{App, AppError, Moment};

/// Most lines that are remembered; beyond it a file can get a second line on a day.
const REMEMBERED: usize = 200_000;

/// The lines of today that are written already.
#[derive(Debug, Default)]
pub(crate) struct Gezien {
    day: Option<Date>,
    lines: BTreeSet<String>,
}

impl Gezien {
    /// Whether a line is not there yet. It is not remembered before it is written.
    fn is_new(&self, day: Date, line: &str) -> bool {
        self.day != Some(day) || !self.lines.contains(line)
    }

    fn remember(&mut self, day: Date, lines: impl IntoIterator<Item = String>) {
        if self.day != Some(day) || self.lines.len() > REMEMBERED {
            *self = Self { day: Some(day), lines: BTreeSet::new() };
        }
        self.lines.extend(lines);
    }
}

fn line(actor: &Actor, dossier: &DossierNummer, deel: Deel) -> String {
    format!("{dossier} {} {} {} {}", deel.code(), actor.rol.code(), actor.organisatie, actor.persoon)
}

impl App {
    /// Records that somebody is about to see in a list something of these files that stands in these parts, durably,
    /// before the list is given out. Parts that are not always logged leave no line: the list itself is their page.
    pub(crate) async fn log_listed<'a>(
        &self,
        kijker: &Kijker,
        moment: Moment,
        told: impl Iterator<Item = (&'a DossierNummer, Vec<Deel>)>,
    ) -> Result<(), AppError> {
        let (actor, day) = (&kijker.actor, moment.vandaag);
        let mut new: BTreeMap<&DossierNummer, BTreeSet<Deel>> = BTreeMap::new();
        {
            let seen = self.gezien.lock().unwrap_or_else(PoisonError::into_inner);
            let logged = told.flat_map(|(dossier, delen)| delen.into_iter().map(move |deel| (dossier, deel)));
            for (dossier, deel) in logged.filter(|(_, deel)| self.matrix.is_always_logged(*deel)) {
                if seen.is_new(day, &line(actor, dossier, deel)) {
                    new.entry(dossier).or_default().insert(deel);
                }
            }
        }
        if new.is_empty() {
            return Ok(());
        }
        let read = |(dossier, delen): (&&DossierNummer, &BTreeSet<Deel>)| Inzage {
            at: moment.at,
            dossier: (*dossier).clone(),
            persoon: actor.persoon.clone(),
            rol: actor.rol.code().to_owned(),
            organisatie: actor.organisatie.clone(),
            delen: codes(delen.iter().copied()),
            doel: Doel::Lijst.tekst().to_owned(),
        };
        let reads: Vec<Inzage> = new.iter().map(read).collect();
        self.storage.log_reads(&reads).await?;
        let lines = new
            .into_iter()
            .flat_map(|(dossier, delen)| delen.into_iter().map(move |deel| line(actor, dossier, deel)));
        self.gezien.lock().unwrap_or_else(PoisonError::into_inner).remember(day, lines);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_written_once_a_day() {
        let (today, tomorrow): (Date, Date) = ("2026-11-28".parse().unwrap(), "2026-11-29".parse().unwrap());
        let mut seen = Gezien::default();
        assert!(seen.is_new(today, "a"));
        seen.remember(today, ["a".to_owned()]);
        assert!(!seen.is_new(today, "a") && seen.is_new(today, "b") && seen.is_new(tomorrow, "a"));
        seen.remember(tomorrow, ["b".to_owned()]);
        assert!(seen.is_new(tomorrow, "a"), "what was seen yesterday is seen anew");
    }
}
