//! Looking after the store: lists, seals, verification, backup, expiry and health.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use base::{DossierNummer, Schooljaar, Timestamp, dates};
use futures_util::{StreamExt, stream};
use storage::{BackupCounts, Progress, Projection, Seal, StorageError, StreamId, VerifyReport, limits};

use crate::accounts::{BEKEND_ADRES, Beheer, Handelingsoort};
use crate::projectie::{DAGEN_SPELING, project};
use crate::{App, AppError, Moment};

mod lijsten;
mod zegels;

pub use lijsten::Lijstcontrole;
pub use zegels::{Zegelgat, Zegelstand};

/// The form of notes for own use: they go at the end of the school year.
pub const AANTEKENINGEN: &str = "aantekeningen";
/// How long a registration of the open form waits for its parents to confirm it.
const BEWAAR_VAN_BUITEN: Duration = Duration::from_hours(24 * verband::grenzen::DAGEN_OM_TE_BEVESTIGEN);
/// How long used-up and lapsed links, sessions and failed attempts are kept.
const BEWAAR_AANMELDEN: Duration = Duration::from_hours(24);
/// How long a request may be repeated under its key.
const BEWAAR_HERHALING: Duration = Duration::from_hours(7 * 24);
/// How long what somebody typed and never sent is kept after its last change: a school year and the summer after it.
const BEWAAR_CONCEPT: Duration = Duration::from_hours(400 * 24);
/// How long an attachment may wait for the event that carries it.
const BEWAAR_BIJLAGE: Duration = Duration::from_hours(24);
/// How long a write that succeeded counts for the health check: whoever asks each second does not make the disk
/// turn each second, and a full disk is seen within a minute, or at the first write that fails.
const BEWAAR_GESCHREVEN: Duration = Duration::from_mins(1);
/// How long the health check waits for the database.
const GEDULD_GEZONDHEID: Duration = Duration::from_secs(3);
/// Files whose rows are made anew at the same time: as many as share a commit.
const REBUILT_AT_ONCE: usize = 128;
/// Of which sources this program is, as far as they decide what rows of lists say (`bronnen.rs` beside the build script).
const BRONNEN: &str = env!("LIJSTEN_BRONNEN");
/// By what rows are made that are still being made: what stops halfway is begun anew.
const HALF_MADE: &str = "nog niet alle";
/// By what the health check writes and forgets.
const PROBE: &str = "gezondheid";

/// What a round of expiry removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verlopen {
    /// Sessions, links and failed attempts.
    pub aanmelden: u64,
    /// Fields of notes for own use of an earlier school year.
    pub aantekeningen: u64,
    /// Fields of forms that nobody sent.
    pub concepten: u64,
    /// Keys of repeated requests.
    pub herhalingen: u64,
    /// Attachments that no event carries.
    pub bijlagen: u64,
}

/// What making every list anew gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Herbouwd {
    /// How many files there are.
    pub dossiers: u64,
    /// Files whose rows could not be made: they are in no list.
    pub in_geen_lijst: Vec<DossierNummer>,
}

/// What a restore brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hersteld {
    /// What was in the backup.
    pub aantallen: BackupCounts,
    /// What making the lists gave.
    pub lijsten: Herbouwd,
    /// Links and codes that were open in the backup, and are over.
    pub links: u64,
}

/// A backup that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kopie {
    /// What is in it.
    pub aantallen: BackupCounts,
    /// The log of acts has its line. Not where the database takes no writes.
    pub in_logboek: bool,
}

/// How the program stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gezondheid {
    /// The database answers.
    pub bereikbaar: bool,
    /// The database takes writes.
    pub schrijfbaar: bool,
    /// Another program answers on this database, and this one stops.
    pub verdrongen: bool,
    /// The disk is full: lists can be read, nothing new is recorded, and no file is opened, since who looks is recorded first.
    pub schijf_vol: bool,
    /// Version of the tables, when the database answers.
    pub schema: Option<i64>,
    /// The database is one of the demo.
    pub demo: bool,
    /// How the file of seals is doing.
    pub zegels: Zegelstand,
    /// Number and moment of the last seal, when there is one after the number that was asked from.
    pub laatste_zegel: Option<(u64, Timestamp)>,
}

impl Gezondheid {
    /// The database gives no answer.
    fn onbereikbaar() -> Self {
        Self {
            bereikbaar: false,
            schrijfbaar: false,
            verdrongen: false,
            schijf_vol: false,
            schema: None,
            demo: false,
            zegels: Zegelstand::Goed,
            laatste_zegel: None,
        }
    }

    /// Everything works.
    pub fn is_goed(&self) -> bool {
        self.bereikbaar && self.schrijfbaar && !self.verdrongen
    }

    /// Everything works, and somebody has to look at something all the same.
    pub fn vraagt_aandacht(&self) -> bool {
        self.zegels != Zegelstand::Goed
    }
}

/// What had to be made anew by this day is made before anybody can ask for a list.
pub(crate) fn behind(moment: Moment) -> Option<base::Date> {
    dates::plus_days(moment.vandaag, -DAGEN_SPELING)
}

impl App {
    /// Computes every list anew when its rows were made by another version of the access matrix or of the program: who may
    /// see what stands in the rows. Done before anybody can ask for a list. Returns what it gave, when it did.
    pub async fn renew_lists(
        &self,
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Option<Herbouwd>, AppError> {
        if self.storage.lists_made_by().await? == Some(self.lists_maker()) {
            return Ok(None);
        }
        self.rebuild_lists(moment, progress).await.map(Some)
    }

    /// By what the rows of lists are made: the sources of the program, and the ways of looking of the matrix.
    fn lists_maker(&self) -> String {
        format!("{BRONNEN} {:?}", self.matrix.blikken())
    }

    /// Computes every list anew from the log, each file in its place: nobody misses a file meanwhile, and two that do this
    /// at once take nothing from each other. One damaged file keeps nobody from the others: what fails twice is named in
    /// the answer, and is in no list until it is mended.
    pub async fn rebuild_lists(
        &self,
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Herbouwd, AppError> {
        self.storage.set_lists_made_by(HALF_MADE).await?;
        // What belongs to no file goes unread: what nobody can read would keep all lists from being made.
        self.storage.remove_strays().await?;
        // Rows that are the same stay as they are: of an upgrade most do.
        let nummers = self.listed_and_recorded().await?;
        self.make_rows(&nummers, moment, progress).await
    }

    /// Every file, also one with rows of which the log lost its beginning.
    async fn listed_and_recorded(&self) -> Result<Vec<DossierNummer>, AppError> {
        let mut nummers: BTreeSet<DossierNummer> = self.dossier_nummers().await?.into_iter().collect();
        let mut last = None;
        loop {
            let some = self.storage.listed(last.as_ref(), limits::SCAN_ROWS).await?;
            let Some(newest) = some.last().cloned() else { break };
            last = Some(newest);
            nummers.extend(some);
        }
        Ok(nummers.into_iter().collect())
    }

    /// Makes the rows of these files, and says by what they were made.
    async fn make_rows(
        &self,
        nummers: &[DossierNummer],
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Herbouwd, AppError> {
        let total = crate::organisaties::length(nummers);
        let mut done = 0;
        let mut each = || {
            done += 1;
            progress(Progress { done, total });
        };
        let failed = self.try_rows(nummers, moment, &mut each).await;
        let in_geen_lijst = self.left_out(failed, moment).await?;
        self.storage.set_lists_made_by(&self.lists_maker()).await?;
        Ok(Herbouwd { dossiers: total, in_geen_lijst })
    }

    /// Makes the rows of these files, several at a time, so that they share a durable commit. Returns those of which it failed.
    async fn try_rows(
        &self,
        nummers: &[DossierNummer],
        moment: Moment,
        each: &mut (dyn FnMut() + Send),
    ) -> Vec<DossierNummer> {
        let files = stream::iter(nummers.to_vec())
            .map(|nummer| async move { self.rebuild_rows(&nummer, moment).await.err().map(|_| nummer) });
        let mut rebuilt = files.buffer_unordered(REBUILT_AT_ONCE);
        let mut failed = Vec::new();
        while let Some(not_made) = rebuilt.next().await {
            failed.extend(not_made);
            each();
        }
        failed
    }

    /// Tries once more what failed. Returns the files that are in no list now, since they cannot be read.
    async fn left_out(
        &self,
        failed: Vec<DossierNummer>,
        moment: Moment,
    ) -> Result<Vec<DossierNummer>, AppError> {
        let mut in_geen_lijst = Vec::new();
        for nummer in failed {
            // What failed in passing, a busy database, is made after all. What the store cannot do now, on a full disk, is said: the lists
            // stay half made, so that the next start makes them, and no file is called damaged that is not.
            if let Err(error) = self.rebuild_rows(&nummer, moment).await {
                if !error.is_damage() {
                    return Err(error);
                }
                let cause = &error;
                tracing::error!(dossier = %nummer, ?cause, "a file is in no list; verifieer says what is damaged");
                self.storage.unlist(&nummer).await?;
                in_geen_lijst.push(nummer);
            }
        }
        Ok(in_geen_lijst)
    }

    /// Computes the rows anew of every file where the calendar has changed them: a place that began, a place that
    /// ended, a declaration that lapsed; and some weeks before such a day. Returns how many, and which of them cannot be read: as when
    /// all lists are made anew, these hold up nobody else. Done often: it costs next to nothing when nothing changed.
    pub async fn refresh_lists(&self, moment: Moment) -> Result<Herbouwd, AppError> {
        let (mut dossiers, mut last, mut failed) = (0, None, Vec::new());
        loop {
            let some = self.storage.outdated(moment.vandaag, last.as_ref(), limits::SCAN_ROWS).await?;
            let Some(newest) = some.last().cloned() else { break };
            dossiers += crate::organisaties::length(&some);
            failed.extend(self.try_rows(&some, moment, &mut || ()).await);
            last = Some(newest);
        }
        Ok(Herbouwd { dossiers, in_geen_lijst: self.left_out(failed, moment).await? })
    }

    /// Before anybody can ask: where the program stood still so long that turns have no row which begin within the days that lists
    /// show, the calendar is followed first. Returns what that gave; one that is behind by less is left to the round.
    pub async fn catch_up_lists(&self, moment: Moment) -> Result<Herbouwd, AppError> {
        let Some(behind) = behind(moment) else { return Ok(Herbouwd::default()) };
        if self.storage.outdated(behind, None, 1).await?.is_empty() {
            return Ok(Herbouwd::default());
        }
        self.refresh_lists(moment).await
    }

    async fn dossier_nummers(&self) -> Result<Vec<DossierNummer>, AppError> {
        let mut all = Vec::new();
        let mut after: Option<StreamId> = None;
        loop {
            let streams = self.storage.streams("dossier", after.as_ref(), limits::SCAN_ROWS).await?;
            let Some(last) = streams.last().cloned() else { return Ok(all) };
            after = Some(last);
            all.extend(streams.iter().filter_map(StreamId::as_dossier));
        }
    }

    /// Replaces the list rows of one file. When somebody adds to it meanwhile, their rows stand.
    async fn rebuild_rows(&self, nummer: &DossierNummer, moment: Moment) -> Result<(), AppError> {
        match self.rows_of(nummer, moment).await? {
            Some((versie, projection)) => {
                self.storage.replace_projection(nummer, versie, &projection).await?;
            }
            None => self.storage.unlist(nummer).await?,
        }
        Ok(())
    }

    /// The list rows of one file as it stands, with its version; none of a file of which nothing is in the log.
    async fn rows_of(
        &self,
        nummer: &DossierNummer,
        moment: Moment,
    ) -> Result<Option<(u64, Projection)>, AppError> {
        let Some(dossier) = self.load_dossier(nummer).await? else { return Ok(None) };
        let betrokken = self.betrokkenen(&dossier, moment).await?;
        let beurten = self.beurten(&dossier, moment).await?;
        // The row says when the file changed, not when its list was rebuilt.
        let changed = dossier.feiten.last().map_or(moment.at, |feit| feit.recorded_at);
        let projection =
            project(&dossier, (&betrokken, &beurten), &self.matrix, Moment { at: changed, ..moment });
        Ok(Some((dossier.versie, projection)))
    }

    /// Checks the whole log, attachments, read log, log of acts with accounts and roles, and seals; the file of seals too when given.
    pub async fn verify(
        &self,
        seals_file: Option<&str>,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<VerifyReport, AppError> {
        let mut report = self.storage.verify(seals_file, progress).await?;
        self.seals_of_before_a_restore(&mut report).await?;
        Ok(report)
    }

    /// Whether this program still is the one that answers on its database: asked now and then, since that can be lost with a connection.
    /// Once another is, it stays so.
    pub async fn keep_alone(&self) -> Result<bool, AppError> {
        let alone = self.storage.hold_service().await?;
        self.verdrongen.fetch_or(!alone, Ordering::Relaxed);
        Ok(alone)
    }

    /// Another program answers on this database.
    pub fn is_displaced(&self) -> bool {
        self.verdrongen.load(Ordering::Relaxed)
    }

    /// Writes a backup of the data, without keys. It stands in the log of acts, where that takes writes.
    pub async fn backup(
        &self,
        out: &mut (dyn Write + Send),
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Kopie, AppError> {
        let aantallen = self.storage.export(out, progress).await?;
        Ok(Kopie { aantallen, in_logboek: self.log_copy("gegevens", moment).await? })
    }

    /// A database that takes no writes is when somebody wants a copy first: it is made, and `false` says that its line is not there.
    async fn log_copy(&self, what: &str, moment: Moment) -> Result<bool, AppError> {
        let log = Beheer::Machine.log(moment, Handelingsoort::KopieGemaakt, what, String::new());
        match self.storage.log_handeling(&log).await {
            Ok(()) => Ok(true),
            Err(StorageError::DiskFull | StorageError::ReadOnly) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes the key ring. Who has it and a backup can read everything: keep it apart. `false` when the log of acts could not take the
    /// line that says so.
    pub async fn backup_ring(&self, out: &mut (dyn Write + Send), moment: Moment) -> Result<bool, AppError> {
        self.storage.export_ring(out).await?;
        self.log_copy("sleutelbos", moment).await
    }

    /// Takes over a backup with the newest key ring into an empty database, and rebuilds the lists.
    /// What was destroyed according to the ring stays destroyed, however old the backup. What is no backup or not its
    /// ring leaves the database empty; when making the lists is cut off, nobody can open it any more, and it is begun
    /// again in a new one.
    /// A link or code that was open then is over: it may have been used since.
    pub async fn restore(
        &self,
        backup: &mut (dyn Read + Send),
        ring: &mut (dyn Read + Send),
        moment: Moment,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Hersteld, AppError> {
        let aantallen = self.storage.take_over(backup, ring).await?;
        // Half a restore is thrown away: its lists need not be on disk one by one.
        self.storage.hurry(true);
        let lijsten = self.rebuild_lists(moment, progress).await;
        self.storage.hurry(false);
        let lijsten = lijsten?;
        let what = format!(
            "nummers gaan {} hoger verder; links en codes die open stonden, werken niet meer",
            limits::NUMBERS_SKIPPED
        );
        let log = Beheer::Machine.log(moment, Handelingsoort::Hersteld, "reservekopie", what);
        let links = self.storage.finish_restore(&log).await?;
        Ok(Hersteld { aantallen, lijsten, links })
    }

    /// Seals what was added, and returns every line that the file outside the database does not
    /// have yet: also those that a crash between the two writes left out. The caller appends them,
    /// each with a line end, and syncs the file.
    pub async fn seal(&self, last_in_file: u64, moment: Moment) -> Result<Vec<String>, AppError> {
        self.storage.seal(moment.at).await?;
        let missing = self.storage.seals_after(last_in_file).await?;
        Ok(missing.iter().map(Seal::to_string).collect())
    }

    /// Removes what has lapsed: sessions, links, failed attempts, notes of an earlier school year,
    /// keys of requests and attachments that belong to nothing. Done once a day.
    pub async fn expire(&self, moment: Moment) -> Result<Verlopen, AppError> {
        let before = |age: Duration| moment.at.checked_sub(age).unwrap_or(Timestamp::MIN);
        let school_year = dates::start_of_day_in_nl(Schooljaar::of(moment.vandaag).first_day());
        Ok(Verlopen {
            aanmelden: self
                .storage
                .purge_sign_in(moment.at, before(BEWAAR_AANMELDEN), before(BEKEND_ADRES))
                .await?,
            aantekeningen: match school_year {
                Some(start) => self.storage.expire_drafts(Some(AANTEKENINGEN), start).await?,
                None => 0,
            },
            concepten: self.storage.expire_drafts(None, before(BEWAAR_CONCEPT)).await?
                + self.storage.expire_drafts(Some(crate::buiten::WACHT), before(BEWAAR_VAN_BUITEN)).await?,
            herhalingen: self.storage.forget_repeated(before(BEWAAR_HERHALING)).await?,
            bijlagen: self.storage.purge_blobs(before(BEWAAR_BIJLAGE)).await?,
        })
    }

    /// How the program stands. Never fails: what does not work is in the answer. `known_seal` is
    /// the number of the last seal that the caller knows of, so that not all of them are read.
    /// It reads each time; it writes when no write of its own succeeded in the minute before.
    /// A database that does not answer in time counts as one that is down: who watches has to hear it.
    pub async fn health(&self, known_seal: u64, moment: Moment) -> Gezondheid {
        let asked = self.ask_health(known_seal, moment);
        let told = tokio::time::timeout(GEDULD_GEZONDHEID, asked).await;
        told.ok().flatten().unwrap_or_else(Gezondheid::onbereikbaar)
    }

    /// None at the first question to which the database gives no answer.
    async fn ask_health(&self, known_seal: u64, moment: Moment) -> Option<Gezondheid> {
        let instantie = self.storage.instantie().await.ok()?;
        self.storage.ping().await.ok()?;
        let written = self.probe_write(moment).await;
        let seals = self.storage.seals_after(known_seal).await.unwrap_or_default();
        Some(Gezondheid {
            bereikbaar: true,
            schrijfbaar: written.is_ok(),
            verdrongen: self.is_displaced(),
            schijf_vol: written == Err(StorageError::DiskFull),
            schema: Some(instantie.schema),
            demo: instantie.demo.is_some(),
            zegels: self.seals_file(),
            laatste_zegel: seals.last().map(|seal| (seal.nummer, seal.at)),
        })
    }

    /// A full disk shows only when something is written. A failure is not remembered: what was mended is seen at
    /// once.
    async fn probe_write(&self, moment: Moment) -> Result<(), StorageError> {
        let last = *self.geschreven.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = |last: Timestamp| {
            let age = moment.at.duration_since(last);
            !age.is_negative() && age.unsigned_abs() < BEWAAR_GESCHREVEN
        };
        if last.is_some_and(is_recent) && !self.storage.was_refused() {
            return Ok(());
        }
        self.storage.sign_in_failed(PROBE, moment.at).await?;
        self.storage.forget_failures(PROBE).await?;
        *self.geschreven.lock().unwrap_or_else(PoisonError::into_inner) = Some(moment.at);
        Ok(())
    }
}

/// Number of the last seal in a file of seals; 0 in an empty one. A last line that was cut off by a
/// crash does not count.
pub fn last_seal_in(file: &str) -> u64 {
    file.lines().rev().find_map(|line| line.parse::<Seal>().ok()).map_or(0, |seal| seal.nummer)
}
