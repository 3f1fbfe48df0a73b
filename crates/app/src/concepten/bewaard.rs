//! What an organisation kept and did not send, over all of its files: for the lists of those who may send it.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::{DossierNummer, Timestamp};
use dossier::beurt::{Aanpak, Onderwerp, Zet};
use dossier::opdracht::Opdrachtnaam;
use dossier::toegang::{Deel, Kijker};
use dossier::{Actor, Woord};
use storage::Page;
use teksten::Tekst;

use super::Formulier;
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// Most forms of a person, and most that colleagues share, that are shown in a list: whoever keeps more sees the newest.
const MEESTE_BEWAARD: usize = 30;
/// Forms that are asked of the store at a time.
const STAP: u32 = 100;

/// A form that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bewaardwerk {
    /// The file.
    pub dossier: DossierNummer,
    /// Name of the child.
    pub naam: String,
    /// The act that it leads to.
    pub opdracht: Opdrachtnaam,
    /// The case that it is about; none where it is about the child itself.
    pub onderwerp: Option<Onderwerp>,
    /// The work, in the words of its turn or else of its case; none where neither has any.
    pub wat: Option<Tekst>,
    /// When it was last changed.
    pub op: Timestamp,
}

impl App {
    /// The forms that this person kept and may still send, newest first, and behind them those that colleagues share. What others
    /// kept takes nobody's place: it is looked through until there are enough that this person may send.
    pub async fn bewaard_werk(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Bewaardwerk>, AppError> {
        let mut files = BTreeMap::new();
        let mut found = self.kept_of(kijker, moment, Van::Zelf, &mut files).await?;
        found.extend(self.kept_of(kijker, moment, Van::Samen, &mut files).await?);
        let told = found.iter().map(|work| {
            let deel = work.onderwerp.map_or(Deel::A, Onderwerp::deel);
            (&work.dossier, vec![deel])
        });
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }

    /// The newest forms of one kind that this person may send.
    async fn kept_of(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
        van: Van,
        files: &mut BTreeMap<DossierNummer, Option<Geopend>>,
    ) -> Result<Vec<Bewaardwerk>, AppError> {
        let Actor { organisatie, persoon, rol } = &kijker.actor;
        let persoon = (van == Van::Zelf).then_some(persoon);
        let (mut found, mut offset) = (Vec::new(), 0);
        loop {
            let page = Page { offset, limit: STAP };
            let kept = self.storage.kept_forms(organisatie, persoon, page).await?;
            let asked = kept.len();
            for (stream, formulier, op) in kept {
                let (Some(nummer), Some(formulier)) = (stream.as_dossier(), Formulier::parse(&formulier))
                else {
                    continue;
                };
                // What somebody in this role never does is not worth opening a file for.
                if self.matrix.delen_van(formulier.opdracht().naam(), *rol).is_empty() {
                    continue;
                }
                let open = self.opened(kijker, &nummer, moment, files).await?;
                found.extend(open.and_then(|open| kept_work(open, &formulier, van, op)));
                if found.len() == MEESTE_BEWAARD {
                    return Ok(found);
                }
            }
            if asked < STAP as usize {
                return Ok(found);
            }
            offset += u64::from(STAP);
        }
    }

    /// A file, opened once; none when it is not this person's.
    async fn opened<'f>(
        self: &Arc<Self>,
        kijker: &Kijker,
        nummer: &DossierNummer,
        moment: Moment,
        files: &'f mut BTreeMap<DossierNummer, Option<Geopend>>,
    ) -> Result<Option<&'f Geopend>, AppError> {
        if !files.contains_key(nummer) {
            let open = match self.open(kijker, nummer, moment).await {
                Ok(open) => Some(open),
                Err(AppError::NotFound | AppError::Forbidden { .. }) => None,
                Err(error) => return Err(error),
            };
            files.insert(nummer.clone(), open);
        }
        Ok(files.get(nummer).and_then(Option::as_ref))
    }
}

/// Whose forms are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Van {
    /// Of this person alone.
    Zelf,
    /// What colleagues share.
    Samen,
}

/// A form as it stands in a list; none when this person may not send it, or has another of their own.
fn kept_work(open: &Geopend, formulier: &Formulier, van: Van, op: Timestamp) -> Option<Bewaardwerk> {
    let place = open.conceptplek(formulier).ok()?;
    if place.scope.persoon.is_some() != (van == Van::Zelf) {
        return None;
    }
    let onderwerp = open.zaak_van(formulier.opdracht().naam(), formulier.over());
    Some(Bewaardwerk {
        naam: open.beeld().naam.clone(),
        opdracht: formulier.opdracht(),
        wat: in_words(formulier.opdracht(), onderwerp),
        dossier: open.dossier.nummer.clone(),
        onderwerp,
        op,
    })
}

fn in_words(opdracht: Opdrachtnaam, onderwerp: Option<Onderwerp>) -> Option<Tekst> {
    let takes = |zet: &&Zet| match zet.aanpak() {
        Aanpak::Opdrachten(acts) => acts.contains(&opdracht),
        Aanpak::Buiten(_) => false,
    };
    let turn = Zet::ALL.iter().find(takes).map(|zet| zet.woord());
    turn.or_else(|| onderwerp.and_then(|zaak| Onderwerp::soort_in_woorden(zaak.soort())))
}
