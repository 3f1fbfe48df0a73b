//! A notice that never arrived. Of a decision on the own page its reader hears within the time of the law that it is there (Awb 2:10); where
//! that does not reach them, whoever made it known hears so and tells it another way (Awb 2:11(2)).

use std::time::Duration;

use base::{DossierNummer, PersoonId};
use dossier::Dossier;
use dossier::algemeen::kennisgeving::KennisgevingMislukt;
use dossier::opdracht::Vaststelling;
use storage::{InzageQuery, Page};

use super::{PAUZES, Stond, aankondiging};
use crate::dossiers::{Bijwerking, record};
use crate::{App, AppError, Moment};

/// How often it is tried to record it while a file moves on.
const MOST_TRIES: usize = 4;
/// A notice waits so long at most before it is tried the first time: a day on which one went out already, and the night.
const WACHT: Duration = Duration::from_hours(48);
/// How many of the newest looks at a file are searched for its reader.
const INZAGEN: u32 = 200;

impl App {
    /// Nothing of what waits for this account will be told: who made a decision known on its page hears so.
    pub(super) async fn notices_lost(&self, account: &PersoonId, moment: Moment) -> Result<(), AppError> {
        for stream in self.storage.mail_streams(account).await? {
            if let Some(nummer) = stream.as_dossier() {
                self.tell_sender(&nummer, account, moment).await?;
            }
        }
        Ok(())
    }

    async fn tell_sender(
        &self,
        nummer: &DossierNummer,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<(), AppError> {
        for _ in 0..MOST_TRIES {
            match self.record_lost(nummer, account, moment).await {
                Err(AppError::Clash { .. }) => {}
                other => return other,
            }
        }
        Err(AppError::Clash { dossier: Some(nummer.clone()) })
    }

    async fn record_lost(
        &self,
        nummer: &DossierNummer,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<(), AppError> {
        let Some(mut dossier) = self.load_dossier(nummer).await? else { return Ok(()) };
        for lost in self.unread(&dossier, account, moment).await? {
            let Some(letter) = dossier.feit(lost.brief).cloned() else { continue };
            // In the name of who made it known: it is told to nobody else.
            let (actor, before) = (&letter.actor, dossier.versie);
            let stond = Stond::of(&dossier, &self.wet, moment.vandaag);
            let mut facts = Vec::new();
            let fact = Vaststelling::held_by(moment.vandaag, letter.holder.clone(), lost);
            record(&mut dossier, &mut facts, fact, actor, moment);
            let told = aankondiging((&dossier, &self.wet), &facts, &stond, actor, moment);
            let bijwerking = Bijwerking { aankondiging: Some(told), ..Bijwerking::default() };
            self.append(actor, moment, before, &dossier, facts, bijwerking).await?;
        }
        Ok(())
    }

    /// The decisions on the page of this account of which the notice was among what waits, and that they did not see meanwhile.
    async fn unread(
        &self,
        dossier: &Dossier,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<KennisgevingMislukt>, AppError> {
        let mut numbers: Vec<u32> = dossier
            .personen
            .iter()
            .filter(|one| one.account.as_ref() == Some(account))
            .map(|one| one.nr)
            .collect();
        numbers.dedup();
        let pauses: Duration = PAUZES.iter().sum();
        let since = moment.at.checked_sub(pauses + WACHT).unwrap_or(moment.at);
        let looks =
            self.storage.reads(&InzageQuery::newest(dossier.nummer.clone(), Page::first(INZAGEN))).await?;
        let last = looks.rows.iter().filter(|look| look.persoon == *account).map(|look| look.at).max();
        let mut lost: Vec<KennisgevingMislukt> =
            numbers.into_iter().flat_map(|nr| dossier.zonder_kennisgeving(nr)).collect();
        lost.retain(|one| {
            let made = dossier.feit(one.brief).map(|feit| feit.recorded_at);
            made.is_some_and(|made| made >= since && last.is_none_or(|last| last <= made))
        });
        Ok(lost)
    }
}
