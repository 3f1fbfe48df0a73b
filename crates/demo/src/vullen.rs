//! Fills an empty database with the region: reference data, policy, accounts, files, some letters.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::{App, AppError, Moment};
use storage::Progress;

use crate::dossiers::{Nummers, VerhaalFout, Wereld};
use crate::regio::Regio;

mod accounts;
mod opslag;
mod post;
mod stamgegevens;

pub use accounts::make as make_accounts;
pub use accounts::{DemoAccount, accounts};
pub use opslag::{Bewaard, store};
pub use stamgegevens::make as make_region;

/// What the demo is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opties {
    /// How many files.
    pub dossiers: usize,
    /// The seed.
    pub zaad: u64,
}

impl Default for Opties {
    /// One partnership of forty schools.
    fn default() -> Self {
        Self { dossiers: 600, zaad: 1 }
    }
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verslag {
    /// Files.
    pub dossiers: u64,
    /// Facts in them, letters included.
    pub gebeurtenissen: u64,
    /// Letters.
    pub brieven: u64,
    /// The accounts to choose from, in order.
    pub accounts: Vec<DemoAccount>,
}

/// Why the demo could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoFout {
    /// The program or its storage refused.
    #[error("{0}")]
    App(#[from] AppError),
    /// A story that the core refuses: a fault in this program.
    #[error("Het demogebied klopt niet: {0}")]
    Verhaal(#[from] VerhaalFout),
    /// The work was broken off.
    #[error("Het vullen van het demogebied is afgebroken.")]
    Afgebroken,
}

impl From<storage::StorageError> for DemoFout {
    fn from(error: storage::StorageError) -> Self {
        Self::App(error.into())
    }
}

impl From<storage::AppendError> for DemoFout {
    fn from(error: storage::AppendError) -> Self {
        Self::App(error.into())
    }
}

/// Fills an empty database and marks it as a demo; one that holds anything is refused.
///
/// The same options on the same day make the same region. `progress` counts files.
pub async fn fill(
    app: &Arc<App>,
    opties: Opties,
    moment: Moment,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Verslag, DemoFout> {
    let regio = Arc::new(Regio::new(opties.zaad, opties.dossiers));
    let wereld = Wereld { regio: &regio, wet: &app.wet, matrix: &app.matrix, vandaag: moment.vandaag };
    let chosen = accounts(wereld)?;
    // Marked first, so that what is broken off halfway is never taken for a real region; finished last.
    app.storage.mark_demo(&settings(opties, moment, &chosen, false)).await?;
    make_region(app, &regio, moment).await?;
    make_accounts(app, &regio, moment).await?;
    let stored = opslag::fill(app, &regio, opties.dossiers, moment, progress).await?;
    go_on_after(app, &stored.nummers).await?;
    app.storage.finish_demo(&settings(opties, moment, &chosen, true)).await?;
    Ok(Verslag {
        dossiers: stored.dossiers,
        gebeurtenissen: stored.gebeurtenissen,
        brieven: stored.brieven,
        accounts: chosen,
    })
}

/// What the database says of the demo; the choice of a role reads `accounts`.
fn settings(opties: Opties, moment: Moment, chosen: &[DemoAccount], klaar: bool) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for account in chosen {
        if !ids.contains(&account.account.as_str()) {
            ids.push(account.account.as_str());
        }
    }
    serde_json::json!({
        "klaar": klaar,
        "zaad": opties.zaad,
        "dossiers": opties.dossiers,
        "vandaag": moment.vandaag.to_string(),
        "accounts": ids,
        "ziet": chosen.iter().map(|account| (account.account.as_str(), account.ziet)).collect::<BTreeMap<_, _>>(),
    })
    .to_string()
}

/// The region of a database that is marked as a demo was made to the end.
pub fn is_whole(settings: &str) -> bool {
    let told: serde_json::Value = serde_json::from_str(settings).unwrap_or_default();
    told["klaar"] == serde_json::Value::Bool(true)
}

/// Numbers of files and declarations that are given out from now on come after those of the demo.
async fn go_on_after(app: &App, nummers: &Nummers) -> Result<(), DemoFout> {
    for (year, count) in &nummers.dossiers {
        reserve(app, "dossier", *year, *count).await?;
    }
    for ((swv, year), count) in &nummers.tlvs {
        reserve(app, &format!("tlv/{swv}"), *year, *count).await?;
    }
    Ok(())
}

async fn reserve(app: &App, kind: &str, year: i16, count: u32) -> Result<(), DemoFout> {
    let mut left = count;
    while left > 0 {
        let block = left.min(storage::limits::NUMBERS_PER_BLOCK);
        app.storage.reserve_numbers(kind, year, block).await?;
        left -= block;
    }
    Ok(())
}
