//! Looking at files for viruses before they are kept: by a scanner of the installation, where it has one.
//!
//! A file that the scanner calls infected is not kept. While the scanner gives no answer no file is kept either: who runs one does
//! not want what it did not see. Where there is none, pages say that files were not looked at.

use async_trait::async_trait;
use dossier::Refusal;

use crate::{App, AppError};

/// What a scanner says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keuring {
    /// Nothing was found in it.
    Schoon,
    /// It is infected.
    Besmet,
}

/// A scanner; why it gives no answer stands in the error, for the log.
#[async_trait]
pub trait Keurmeester: Send + Sync {
    /// Looks at the bytes of a file.
    async fn keur(&self, bytes: &[u8]) -> Result<Keuring, String>;
}

impl App {
    /// The same program, which has files looked at.
    #[must_use]
    pub fn with_keurmeester(self, keurmeester: Box<dyn Keurmeester>) -> Self {
        Self { keurmeester: Some(keurmeester), ..self }
    }

    /// Files are looked at before they are kept.
    pub fn keurt_bestanden(&self) -> bool {
        self.keurmeester.is_some()
    }

    /// Refuses a file that is infected, or that could not be looked at.
    pub(crate) async fn keur(&self, bytes: &[u8]) -> Result<(), AppError> {
        let Some(keurmeester) = &self.keurmeester else { return Ok(()) };
        match keurmeester.keur(bytes).await {
            Ok(Keuring::Schoon) => Ok(()),
            Ok(Keuring::Besmet) => Err(Refusal::field("bijlage", teksten::beheer::bestand_besmet())
                .instead(teksten::beheer::bestand_opnieuw_maken())
                .into()),
            Err(reason) => {
                tracing::error!(%reason, "the virus scanner gives no answer: no file is taken");
                Err(Refusal::field("bijlage", teksten::beheer::bestand_niet_te_controleren())
                    .instead(teksten::accounts::minuut_wachten())
                    .into())
            }
        }
    }
}
