//! Whether the file of seals outside the database is still what the program left in it.
//!
//! What a crash between the two writes left out is a seal or two, and is filled up. More than that means that somebody or a
//! sick disk shortened the witness, or that the file of another database stands there: filling it up in silence would wipe
//! out the only sign of it.

use std::sync::atomic::Ordering;

use storage::{HandelingQuery, Page, Seal};

use crate::accounts::{Beheer, Handelingsoort};
use crate::{App, AppError, Moment};

/// Seals that a crash can leave out of the file: the one that was being written, and that of the start after it.
const LEFT_OUT: u64 = 2;
/// What the acts call the file.
const FILE: &str = "zegels";

/// What is wrong with the file of seals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zegelgat {
    /// So many seals of the database are not in it.
    Ontbreken(u64),
    /// Its last seal is not in the database.
    Ander(u64),
}

impl Zegelgat {
    fn in_words(self) -> String {
        match self {
            Self::Ontbreken(aantal) => format!("er ontbreken {aantal} zegels"),
            Self::Ander(nummer) => format!("zegel {nummer} is niet van deze database"),
        }
    }
}

impl App {
    /// Looks at the start whether a file of seals holds what belongs in it, before anything is added. What is wrong stands
    /// in the log of acts and in the health of the program until it starts again. Returns it, with the number up to which
    /// nothing may be filled up.
    pub async fn check_seals_file(
        &self,
        file: &str,
        moment: Moment,
    ) -> Result<Option<(Zegelgat, u64)>, AppError> {
        let kept: Vec<Seal> = file.lines().filter_map(|line| line.parse().ok()).collect();
        let last = kept.last();
        let missing = self.storage.seals_after(last.map_or(0, |seal| seal.nummer)).await?;
        let newest = missing.last().map(|seal| (seal.nummer, seal.at));
        if last.is_none() && self.restored_since(newest).await? {
            return Ok(None);
        }
        let Some(gat) = self.gap(&kept, crate::organisaties::length(&missing)).await? else {
            return Ok(None);
        };
        self.zegels_geschonden.store(true, Ordering::Relaxed);
        let log = Beheer::Machine.log(moment, Handelingsoort::ZegelsGeschonden, FILE, gat.in_words());
        self.storage.log_handeling(&log).await?;
        Ok(Some((gat, newest.map(|(nummer, _)| nummer).or(last.map(|seal| seal.nummer)).unwrap_or_default())))
    }

    /// What a file with these seals lacks.
    async fn gap(&self, kept: &[Seal], missing: u64) -> Result<Option<Zegelgat>, AppError> {
        let Some(last) = kept.last() else {
            return Ok(Some(Zegelgat::Ontbreken(missing)).filter(|_| missing > LEFT_OUT));
        };
        let same = self.storage.seals_after(last.nummer.saturating_sub(1)).await?;
        if same.first() != Some(last) {
            return Ok(Some(Zegelgat::Ander(last.nummer)));
        }
        // The numbers have no gaps.
        let holes = last.nummer.saturating_sub(crate::organisaties::length(kept));
        let lacks = holes + missing;
        Ok(Some(Zegelgat::Ontbreken(lacks)).filter(|_| holes > 0 || missing > LEFT_OUT))
    }

    /// A backup was put back after the last seal: the manual has the old file put away, and a new one begins.
    async fn restored_since(&self, newest: Option<(u64, base::Timestamp)>) -> Result<bool, AppError> {
        let query = HandelingQuery {
            handeling: Some(Handelingsoort::Hersteld.code().to_owned()),
            van: newest.map(|(_, at)| at),
            ..HandelingQuery::all(Page::first(1))
        };
        Ok(!self.storage.handelingen(&query).await?.rows.is_empty())
    }

    /// Every seal of the database, as lines of a new file: for whoever looked into what was wrong with the old one. It
    /// stands in the log of acts.
    pub async fn all_seals(&self, moment: Moment) -> Result<Vec<String>, AppError> {
        let log = Beheer::Machine.log(moment, Handelingsoort::ZegelsGeschreven, FILE, String::new());
        self.storage.log_handeling(&log).await?;
        Ok(self.storage.seals_after(0).await?.iter().map(Seal::to_string).collect())
    }
}
