//! What an organisation kept and did not send, over all of its files: for the lists of those who may send it.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::{DossierNummer, Timestamp};
use dossier::Woord;
use dossier::beurt::{Aanpak, Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use dossier::toegang::{Deel, Kijker};
use teksten::Tekst;

use super::Formulier;
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// Most forms that are looked up for a list: whoever keeps more sees the newest.
const MEESTE_BEWAARD: u32 = 30;

/// A form that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bewaardwerk {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child.
    pub naam: String,
    /// The case that it is about; none where it is about the child itself.
    pub onderwerp: Option<Onderwerp>,
    /// The work, in the words of its turn or else of its case; none where neither has any.
    pub wat: Option<Tekst>,
    /// When it was last changed.
    pub op: Timestamp,
}

impl App {
    /// The forms that somebody, or a colleague who shares them, kept and that this person may still send, newest first.
    pub async fn bewaard_werk(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Bewaardwerk>, AppError> {
        let actor = &kijker.actor;
        let kept = self.storage.kept_forms(&actor.organisatie, &actor.persoon, MEESTE_BEWAARD).await?;
        let mut files: BTreeMap<DossierNummer, Option<Geopend>> = BTreeMap::new();
        let mut found = Vec::new();
        for (stream, formulier, op) in kept {
            let (Some(nummer), Some(formulier)) = (stream.as_dossier(), Formulier::parse(&formulier)) else {
                continue;
            };
            if !files.contains_key(&nummer) {
                let open = match self.open(kijker, &nummer, moment).await {
                    Ok(open) => Some(open),
                    Err(AppError::NotFound | AppError::Forbidden { .. }) => None,
                    Err(error) => return Err(error),
                };
                files.insert(nummer.clone(), open);
            }
            let Some(Some(open)) = files.get(&nummer) else { continue };
            if open.conceptplek(&formulier).is_err() {
                continue;
            }
            let onderwerp = open.zaak_van(formulier.opdracht().naam(), formulier.over());
            found.push(Bewaardwerk {
                naam: open.beeld().naam.clone(),
                wat: in_words(formulier.opdracht(), onderwerp),
                dossier: nummer,
                onderwerp,
                op,
            });
        }
        let told = found.iter().map(|work| {
            let deel = work.onderwerp.map_or(Deel::A, Onderwerp::deel);
            (&work.dossier, vec![deel])
        });
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }
}

fn in_words(opdracht: Opdrachtnaam, onderwerp: Option<Onderwerp>) -> Option<Tekst> {
    let takes = |zet: &&Zet| match zet.aanpak() {
        Aanpak::Opdrachten(acts) => acts.contains(&opdracht),
        Aanpak::Buiten(_) => false,
    };
    let turn = Zet::ALL.iter().find(takes).map(|zet| zet.woord());
    turn.or_else(|| onderwerp.and_then(|zaak| Onderwerp::soort_in_woorden(zaak.soort())))
}
