//! Verification: looks at every row that must be as the program wrote it, at one moment, and says
//! of each that is not what is wrong with it.

mod acts;
mod blobs;
mod chains;
mod drafts;
mod schema;
mod sealed;
mod stand;
#[cfg(test)]
mod tests;

use crypto::InstanceKey;
use storage::StorageError;
use storage::upkeep::{Fout, Progress, VerifyReport};

use crate::SqlStorage;
use crate::db::{Conn, args};
use crate::keys::Secrets;
use crate::tokens::statements;

statements! {
    ROWS = "SELECT (SELECT COUNT(*) FROM event) + (SELECT COUNT(*) FROM blob) + (SELECT COUNT(*) FROM inzage)
        + (SELECT COUNT(*) FROM handeling)";
}

/// The tables of which the rows are counted beforehand.
pub(crate) const COUNTED: [&str; 4] = ["event", "blob", "inzage", "handeling"];

/// Known to SQLite alone.
const PAGES: &str = "PRAGMA integrity_check(20)";

/// Statements of this module and those below it.
#[cfg(test)]
pub(crate) const PARTS: &[&[(&str, &str)]] = &[ALL, blobs::ALL, chains::ALL, sealed::ALL];

/// What every check needs, and where it puts what it finds.
struct Check<'a> {
    conn: Conn,
    instance: &'a InstanceKey,
    secrets: &'a Secrets,
    report: VerifyReport,
    done: u64,
    total: u64,
    progress: &'a (dyn Fn(Progress) + Send + Sync),
}

impl Check<'_> {
    fn fault(&mut self, stroom: &str, volgnummer: Option<i64>, reden: &str) {
        let volgnummer = volgnummer.and_then(|number| u64::try_from(number).ok());
        self.report.fouten.push(Fout { stroom: stroom.to_owned(), volgnummer, reden: reden.to_owned() });
    }

    /// A row that cannot even be read.
    fn unreadable(&mut self, table: &str, error: &StorageError) {
        self.fault(table, None, &format!("rij is onleesbaar ({error})"));
    }

    /// The pages of the file, where the database is one: a disk that fails leaves rows that nothing else looks at. A server has
    /// its own means for this.
    async fn pages(&mut self) -> Result<(), StorageError> {
        if !self.conn.is_lite() {
            return Ok(());
        }
        let rows = match self.conn.rows(PAGES, args![]).await.map_err(StorageError::from) {
            Ok(rows) => rows,
            // So damaged that even this look at it ends early.
            Err(StorageError::Unavailable { reason }) if reason.contains("(11)") => {
                let reden = format!("het bestand van de database is beschadigd ('{reason}')");
                self.fault("database", None, &reden);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        for row in rows {
            let told = row.read("bladzijden").text("integrity_check")?;
            if told != "ok" {
                self.fault(
                    "database",
                    None,
                    &format!("het bestand van de database is beschadigd ('{told}')"),
                );
            }
        }
        Ok(())
    }

    fn step(&mut self, rows: usize) {
        self.done += rows as u64;
        (self.progress)(Progress { done: self.done.min(self.total), total: self.total });
    }
}

/// Runs every check.
pub(crate) async fn run(
    store: &SqlStorage,
    seals_file: Option<&str>,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<VerifyReport, StorageError> {
    let secrets = store.secrets().await;
    let mut conn = store.db.snapshot().await?;
    let total = u64::try_from(conn.number(ROWS, args![]).await?).unwrap_or_default();
    let (instance, report) = (&store.instance, VerifyReport::default());
    let mut check = Check { conn, instance, secrets: &secrets, report, done: 0, total, progress };
    check.pages().await?;
    check.schema().await?;
    check.chains().await?;
    check.destroyed().await?;
    check.blobs().await?;
    check.drafts().await?;
    check.reads().await?;
    check.acts().await?;
    check.sets().await?;
    check.tally().await?;
    check.facts().await?;
    check.seals(seals_file).await?;
    let mut report = check.report;
    report.fouten.sort();
    report.fouten.dedup();
    Ok(report)
}
