//! The gate before passwords: working on one takes tens of milliseconds and nineteen megabytes on purpose, so that whoever
//! may ask for it without an account could fill the memory of the machine. A few are worked on at a time, some wait, and
//! whoever comes then hears so at once.

use dossier::Refusal;
use tokio::sync::Semaphore;

use crate::{App, AppError};

/// Passwords that are worked on at the same time.
pub const TEGELIJK: usize = 2;
/// People inside and waiting together; the last of them waits some two seconds.
pub const IN_DE_RIJ: usize = 64;

/// OSO dossiers that are read at the same time: one takes more than twice its size.
const OSO_TEGELIJK: usize = 1;
/// OSO dossiers that are read or wait: each is held whole.
const OSO_IN_DE_RIJ: usize = 3;

/// The gate.
pub(crate) struct Poort {
    rij: Semaphore,
    binnen: Semaphore,
}

impl Default for Poort {
    fn default() -> Self {
        Self { rij: Semaphore::new(IN_DE_RIJ), binnen: Semaphore::new(TEGELIJK) }
    }
}

/// Somebody's place inside; dropping it lets the next one in.
pub(crate) struct Poortplaats<'a> {
    _binnen: tokio::sync::SemaphorePermit<'a>,
    _rij: tokio::sync::SemaphorePermit<'a>,
}

impl Poort {
    /// The gate before OSO dossiers: whoever reads many at once would fill the memory of the machine.
    pub(crate) fn van_oso() -> Self {
        Self { rij: Semaphore::new(OSO_IN_DE_RIJ), binnen: Semaphore::new(OSO_TEGELIJK) }
    }

    /// Waits for a place inside, or refuses when too many wait already.
    pub(super) async fn enter(&self) -> Result<Poortplaats<'_>, AppError> {
        self.enter_or(crowded).await
    }

    /// The same, with a refusal of its own.
    pub(crate) async fn enter_or(&self, full: fn() -> AppError) -> Result<Poortplaats<'_>, AppError> {
        let rij = self.rij.try_acquire().map_err(|_| full())?;
        let binnen = self.binnen.acquire().await.map_err(|_| full())?;
        Ok(Poortplaats { _binnen: binnen, _rij: rij })
    }
}

fn crowded() -> AppError {
    Refusal::new("te_druk", teksten::accounts::te_druk()).instead(teksten::accounts::minuut_wachten()).into()
}

/// Runs what takes processor time on purpose where it holds nobody up.
pub(super) async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, AppError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| {
        storage::StorageError::Unavailable { reason: "hashing a password stopped".to_owned() }.into()
    })
}

impl App {
    /// Works on a password inside the gate.
    pub async fn langzaam<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let _plaats = self.poort.enter().await?;
        beside(work).await
    }
}
