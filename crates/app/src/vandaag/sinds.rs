//! What others did since somebody was here: also what they ended, of which no turn is left that could be marked as new.

use std::sync::Arc;

use base::{DossierNummer, Timestamp};
use dossier::beurt::Onderwerp;
use dossier::tijdlijn::{Door, Regelsoort};
use dossier::toegang::Kijker;
use teksten::Tekst;

use crate::{App, AppError, Moment};

/// Most files that are opened for it: those in which something happened last.
const MEESTE_DOSSIERS: u32 = 10;
/// Most lines that are told.
const MEESTE_REGELS: usize = 8;

/// One thing that somebody else did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nieuws {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child.
    pub naam: String,
    /// The case that it is about; none where it is about the child itself.
    pub onderwerp: Option<Onderwerp>,
    /// What happened, as the timeline says it.
    pub tekst: Tekst,
    /// Who did it, as the timeline says it.
    pub door: Door,
    /// When it was recorded.
    pub at: Timestamp,
}

impl App {
    /// What others recorded in the files of somebody's lists since an instant, as far as this person reads it; newest first. Letters
    /// are no news to who reads files.
    pub async fn sinds(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
        sinds: Timestamp,
    ) -> Result<Vec<Nieuws>, AppError> {
        let Some(scope) = self.scope_of(kijker, moment) else { return Ok(Vec::new()) };
        let own = &kijker.actor.persoon;
        let files = self.storage.changed_since(&scope, own, sinds, MEESTE_DOSSIERS).await?;
        let (mut found, mut parts) = (Vec::new(), Vec::new());
        for nummer in files {
            let open = match self.open(kijker, &nummer, moment).await {
                Ok(open) => open,
                Err(AppError::NotFound | AppError::Forbidden { .. }) => continue,
                Err(error) => return Err(error),
            };
            let beeld = open.beeld();
            for regel in beeld.tijdlijn.iter().filter(|regel| regel.soort != Regelsoort::Verzending) {
                let Some(feit) = open.dossier.feit(regel.volgnummer) else { continue };
                let theirs = feit.recorded_at > sinds && feit.actor.persoon != *own;
                if !theirs || regel.brief.is_some() {
                    continue;
                }
                parts.push((nummer.clone(), regel.deel));
                found.push(Nieuws {
                    dossier: nummer.clone(),
                    naam: beeld.naam.clone(),
                    onderwerp: regel.onderwerp,
                    tekst: regel.tekst.clone(),
                    door: regel.door.clone(),
                    at: feit.recorded_at,
                });
            }
        }
        found.sort_by_key(|line| std::cmp::Reverse(line.at));
        found.truncate(MEESTE_REGELS);
        self.log_listed(kijker, moment, parts.iter().map(|(nummer, deel)| (nummer, vec![*deel]))).await?;
        Ok(found)
    }
}
