//! Whether the file of seals outside the database is still what the program left in it.
//!
//! What a crash between the two writes left out is a seal or two, and is filled up. More than that means that somebody or a
//! sick disk shortened the witness, or that the file of another database stands there: filling it up in silence would wipe
//! out the only sign of it.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use storage::{ALLEEN_IN_BESTAND, Fout, Handeling, HandelingQuery, Page, Seal, VerifyReport};

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
    /// Its line of this number is no seal.
    GeenZegel(u64),
}

/// How the file of seals is doing, as far as this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zegelstand {
    /// It held what belongs in it at the start, and took the last write.
    Goed,
    /// It was not what the program left in it, until somebody saw to it and the program starts again.
    KloptNiet,
    /// It could not be read or written the last time.
    NietTeSchrijven,
}

impl Zegelgat {
    /// What is wrong, in Dutch.
    pub fn in_words(self) -> String {
        match self {
            Self::Ontbreken(1) => "er ontbreekt een zegel".to_owned(),
            Self::Ontbreken(aantal) => format!("er ontbreken {aantal} zegels"),
            Self::GeenZegel(regel) => format!("regel {regel} is geen zegel"),
            Self::Ander(nummer) => format!("zegel {nummer} is niet van deze database"),
        }
    }
}

/// The first line that is no seal; half a line at the end, which a full disk leaves, is none of these.
fn strange_line(file: &str) -> Option<u64> {
    let whole = file.rfind('\n').map_or("", |end| file.get(..end).unwrap_or_default());
    let is_strange = |line: &str| !line.trim().is_empty() && line.parse::<Seal>().is_err();
    whole.lines().zip(1..).find(|(line, _)| is_strange(line)).map(|(_, number)| number)
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
        let gat = match strange_line(file) {
            Some(regel) => Some(Zegelgat::GeenZegel(regel)),
            None => self.gap(&kept, crate::organisaties::length(&missing)).await?,
        };
        let Some(gat) = gat else { return Ok(None) };
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
        if holes == 0 && missing > LEFT_OUT && self.could_not_write_since(last.nummer).await? {
            return Ok(None);
        }
        Ok(Some(Zegelgat::Ontbreken(lacks)).filter(|_| holes > 0 || missing > LEFT_OUT))
    }

    /// The program itself wrote down that it could not write behind this seal, and has not written since: what is missing is filled
    /// up.
    async fn could_not_write_since(&self, last: u64) -> Result<bool, AppError> {
        Ok(self.unwritten().await?.is_some_and(|up_to| last >= up_to))
    }

    /// Up to which seal the file went when it took no more writes, as the log of acts says; none when it was written since.
    async fn unwritten(&self) -> Result<Option<u64>, AppError> {
        let failed = self.last_of(Handelingsoort::ZegelsNietGeschreven).await?;
        let mended = self.last_of(Handelingsoort::ZegelsAangevuld).await?;
        let newer = failed.filter(|failed| mended.is_none_or(|mended| mended.at < failed.at));
        Ok(newer.and_then(|act| act.toelichting.rsplit(' ').next().and_then(|number| number.parse().ok())))
    }

    async fn last_of(&self, soort: Handelingsoort) -> Result<Option<Handeling>, AppError> {
        let query = HandelingQuery {
            handeling: Some(soort.code().to_owned()),
            ..HandelingQuery::all(Page::first(1))
        };
        Ok(self.storage.handelingen(&query).await?.rows.into_iter().next())
    }

    /// How the file of seals is doing.
    pub(super) fn seals_file(&self) -> Zegelstand {
        let written = *self.zegels_geschreven.lock().unwrap_or_else(PoisonError::into_inner);
        match (self.zegels_geschonden.load(Ordering::Relaxed), written) {
            (_, Some(false)) => Zegelstand::NietTeSchrijven,
            (true, _) => Zegelstand::KloptNiet,
            (false, _) => Zegelstand::Goed,
        }
    }

    /// What it was before.
    fn seals_file_took(&self, write: bool) -> Option<bool> {
        self.zegels_geschreven.lock().unwrap_or_else(PoisonError::into_inner).replace(write)
    }

    /// The file of seals could not be written; `last` is its last seal, where it could be read. Said once in the log of acts, so that
    /// the program knows of it at a later start and does not take it for a file that somebody shortened.
    pub async fn seals_not_written(&self, last: Option<u64>, moment: Moment) -> Result<(), AppError> {
        let known = self.seals_file_took(false) == Some(false);
        // What is wrong already may not be excused afterwards.
        if known || self.zegels_geschonden.load(Ordering::Relaxed) || self.unwritten().await?.is_some() {
            return Ok(());
        }
        let last = if let Some(last) = last {
            last
        } else {
            let newest = self.storage.seals_after(0).await?.last().map_or(0, |seal| seal.nummer);
            newest.saturating_sub(LEFT_OUT)
        };
        let told = format!("het bestand loopt tot zegel {last}");
        let log = Beheer::Machine.log(moment, Handelingsoort::ZegelsNietGeschreven, FILE, told);
        Ok(self.storage.log_handeling(&log).await?)
    }

    /// The file of seals took what there was to write.
    pub async fn seals_written(&self, moment: Moment) -> Result<(), AppError> {
        if self.seals_file_took(true) == Some(true) || self.unwritten().await?.is_none() {
            return Ok(());
        }
        let log = Beheer::Machine.log(moment, Handelingsoort::ZegelsAangevuld, FILE, String::new());
        Ok(self.storage.log_handeling(&log).await?)
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

    /// A database that was restored and made no seal since: a file that went on after the backup has seals that this one cannot have, and a
    /// new file has none yet. Neither is a fault.
    pub(super) async fn seals_of_before_a_restore(&self, report: &mut VerifyReport) -> Result<(), AppError> {
        let newest = report.verzegeld_op.map(|at| (report.zegels, at));
        if !self.restored_since(newest).await? {
            return Ok(());
        }
        let (known, all) = (report.zegels, report.fouten.len());
        let is_later = |fout: &Fout| {
            fout.reden == ALLEEN_IN_BESTAND && fout.volgnummer.is_some_and(|nummer| nummer > known)
        };
        report.fouten.retain(|fout| !is_later(fout));
        report.van_na_de_kopie = u64::try_from(all - report.fouten.len()).unwrap_or_default();
        if report.na_het_bestand == known {
            report.na_het_bestand = 0;
        }
        Ok(())
    }

    /// Every seal of the database, as lines of a new file: for whoever looked into what was wrong with the old one. It
    /// stands in the log of acts.
    pub async fn all_seals(&self, moment: Moment) -> Result<Vec<String>, AppError> {
        let log = Beheer::Machine.log(moment, Handelingsoort::ZegelsGeschreven, FILE, String::new());
        self.storage.log_handeling(&log).await?;
        Ok(self.storage.seals_after(0).await?.iter().map(Seal::to_string).collect())
    }
}
