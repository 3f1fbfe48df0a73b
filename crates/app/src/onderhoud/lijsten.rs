//! Whether the lists say what the files say. They are made from the files, so that nothing is lost with them; but who changes a row
//! decides who sees a child, or what a list says of it.

use std::collections::BTreeSet;

use base::DossierNummer;
use futures_util::{StreamExt as _, stream};
use storage::{Progress, limits};

use super::REBUILT_AT_ONCE;
use crate::{App, AppError, Moment};

/// How often a file is looked at again that somebody works in meanwhile.
const TRIES: usize = 3;

/// What comparing the lists with the files gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lijstcontrole {
    /// Files that were compared.
    pub vergeleken: u64,
    /// Files of which a list says something else than the file, in order.
    pub anders: Vec<DossierNummer>,
    /// Files that wait for the calendar or for what changed at their school: their rows are made anew by the running program.
    pub wachten: u64,
    /// Rows that belong to no file, by table.
    pub vreemd: Vec<(&'static str, u64)>,
    /// Another version of the program made the lists: nothing was compared.
    pub andere_versie: bool,
}

impl App {
    /// Compares the lists with the files that they are made of, and changes nothing. A file that cannot be read is told by
    /// [`App::verify`].
    pub async fn verify_lists(
        &self,
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Lijstcontrole, AppError> {
        let vreemd = self.storage.strays().await?;
        if self.storage.lists_made_by().await? != Some(self.lists_maker()) {
            return Ok(Lijstcontrole { vreemd, andere_versie: true, ..Lijstcontrole::default() });
        }
        let waiting = self.waiting(moment).await?;
        let all = self.listed_and_recorded().await?;
        let total = crate::organisaties::length(&all);
        let files = all.iter().filter(|nummer| !waiting.contains(nummer));
        let files = stream::iter(files).map(async |nummer| (nummer, self.rows_stand(nummer, moment).await));
        let mut compared = files.buffer_unordered(REBUILT_AT_ONCE);
        let wachten = crate::organisaties::length(&waiting);
        let mut found = Lijstcontrole { wachten, vreemd, ..Lijstcontrole::default() };
        while let Some((nummer, stands)) = compared.next().await {
            match stands {
                Ok(true) => {}
                Ok(false) => found.anders.push(nummer.clone()),
                Err(error) if error.is_damage() => continue,
                Err(error) => return Err(error),
            }
            found.vergeleken += 1;
            progress(Progress { done: found.vergeleken, total });
        }
        drop(compared);
        found.anders.sort();
        Ok(found)
    }

    async fn waiting(&self, moment: Moment) -> Result<BTreeSet<DossierNummer>, AppError> {
        let (mut all, mut last) = (BTreeSet::new(), None);
        loop {
            let some = self.storage.outdated(moment.vandaag, last.as_ref(), limits::SCAN_ROWS).await?;
            let Some(newest) = some.last().cloned() else { return Ok(all) };
            last = Some(newest);
            all.extend(some);
        }
    }

    async fn rows_stand(&self, nummer: &DossierNummer, moment: Moment) -> Result<bool, AppError> {
        for _ in 0..TRIES {
            let (versie, projection) = self.rows_of(nummer, moment).await?.unwrap_or_default();
            if self.storage.projection_stands(nummer, versie, &projection).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
