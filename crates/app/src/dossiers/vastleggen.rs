//! Under which circumstances something is decided, and how what was decided is written down with the lists of the file.

use dossier::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use dossier::toegang::Kijker;
use dossier::{Actor, Dossier};
use storage::{Append, Appended, StreamId};

use super::{Bijwerking, encode};
use crate::projectie::project;
use crate::{App, AppError, Moment};

impl App {
    /// The circumstances in which something is decided: the law, the policy that applies, the day, and who asks.
    pub(crate) fn besluitvorming<'a>(
        &'a self,
        beleid: &'a verband::Beleid,
        kijker: &'a Kijker,
        moment: Moment,
    ) -> Besluitvorming<'a> {
        Besluitvorming { wet: &self.wet, beleid, vandaag: moment.vandaag, actor: &kijker.actor }
    }

    /// The policy of the partnership that a command falls under; the law alone where none does.
    pub(crate) async fn beleid_for(
        &self,
        dossier: &Dossier,
        opdracht: &Opdracht,
    ) -> Result<verband::Beleid, AppError> {
        match dossier.beleid_van(opdracht) {
            Some(swv) => self.beleid(swv).await,
            None => Ok(verband::Beleid::default()),
        }
    }

    /// Appends facts with the lists of the file as it stands after them.
    pub(crate) async fn append(
        &self,
        actor: &Actor,
        moment: Moment,
        before: u64,
        after: &Dossier,
        decided: Vec<Vaststelling>,
        bijwerking: Bijwerking,
    ) -> Result<Appended, AppError> {
        let events =
            decided.iter().map(|vaststelling| encode(actor, vaststelling)).collect::<Result<Vec<_>, _>>()?;
        let mut append = Append::new(StreamId::dossier(&after.nummer), before, moment.at, events);
        let betrokken = self.betrokkenen(after, moment).await?;
        let beurten = self.beurten(after, moment).await?;
        append.projection = Some(project(after, (&betrokken, &beurten), &self.matrix, moment));
        append.drafts_done = bijwerking.drafts_done;
        append.idempotency = bijwerking.idempotency;
        append.claims = bijwerking.claims;
        append.unfinished = bijwerking.unfinished;
        append.finishes = bijwerking.finishes;
        append.aankondiging = bijwerking.aankondiging.unwrap_or(append.aankondiging);
        Ok(self.storage.append(append).await?)
    }
}

/// Applies a decided event to the file in memory, as it will stand in the log.
pub(crate) fn record(
    dossier: &mut Dossier,
    decided: &mut Vec<Vaststelling>,
    vaststelling: Vaststelling,
    actor: &Actor,
    moment: Moment,
) {
    dossier.apply(vaststelling.clone().feit(dossier.versie + 1, moment.at, actor));
    decided.push(vaststelling);
}
