//! Children of whom somebody began to fill in the first form and did not send it: there is no file yet, so no list has them.

use std::sync::Arc;

use base::Timestamp;
use dossier::toegang::Kijker;

use super::{Bakje, LosFormulier};
use crate::{App, AppError, Moment};

/// A child that is half filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfKind {
    /// On which form, and which of its drafts.
    pub formulier: LosFormulier,
    /// Its name as far as it was typed; empty where none was.
    pub naam: String,
    /// When something of it was kept last.
    pub op: Timestamp,
}

impl App {
    /// What this person kept of children without a file, newest first; nothing for who opens no files.
    pub async fn half_ingevuld(
        self: &Arc<Self>,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<HalfKind>, AppError> {
        let place = |formulier| self.los_concept(kijker, moment, formulier);
        let Ok(first) = place(LosFormulier::Aanmelden(Bakje::Eerste)) else { return Ok(Vec::new()) };
        let kept = self.storage.draft_forms(&first.scope).await?;
        let mut found = Vec::new();
        for (naam, op) in kept {
            let formulier = LosFormulier::parse(&naam).filter(|formulier| formulier.is_van_kind());
            let Some(formulier) = formulier else { continue };
            let fields = place(formulier)?.velden().await?;
            let text = |veld: &str| {
                fields.iter().find(|field| field.veld == veld).map_or("", |field| field.waarde.trim())
            };
            let parts = ["roepnaam", "voorvoegsel", "achternaam"].map(text);
            let naam: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            found.push(HalfKind { formulier, naam: naam.join(" "), op });
        }
        Ok(found)
    }
}
