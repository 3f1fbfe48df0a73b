//! Drafts: what somebody typed and has not sent. Kept per field, so that nothing typed is lost and
//! two people who fill one form see each other's work.

use base::DossierNummer;
use dossier::toegang::Kijker;
use storage::{DraftError, DraftScope, DraftsDone, NewDraft, StreamId};

use crate::{App, AppError, Moment};

/// Longest text of one field, in bytes.
pub const MOST_FIELD_BYTES: usize = 64_000;
/// Longest name of a form or field.
const MOST_NAME: usize = 80;

/// Where a form belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formulierplek {
    /// A form on a file, shared by the colleagues who work on it.
    Gedeeld(DossierNummer),
    /// A form on a file that one person fills.
    Eigen(DossierNummer),
    /// A form for which there is no file yet.
    ZonderDossier,
}

/// A field as it was last kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conceptveld {
    /// Field.
    pub veld: String,
    /// Version, to change it.
    pub versie: u64,
    /// Text.
    pub waarde: String,
    /// Who typed it last.
    pub door: base::PersoonId,
    /// When.
    pub op: base::Timestamp,
}

/// What came of keeping a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bewaard {
    /// Kept, with its new version.
    Ja(u64),
    /// Somebody else changed it meanwhile: their text, and both are shown.
    Botsing(Option<Conceptveld>),
}

impl App {
    /// Keeps one field of a form.
    pub async fn bewaar_veld(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plek: &Formulierplek,
        formulier: &str,
        veld: (&str, u64),
        waarde: &str,
    ) -> Result<Bewaard, AppError> {
        let (veld, expected_version) = veld;
        if formulier.len() > MOST_NAME || veld.len() > MOST_NAME || waarde.len() > MOST_FIELD_BYTES {
            return Err(dossier::Refusal::field("veld", "deze tekst is te lang om te bewaren").into());
        }
        let draft = NewDraft {
            scope: self.draft_scope(kijker, plek, moment).await?,
            formulier: formulier.to_owned(),
            veld: veld.to_owned(),
            expected_version,
            waarde: waarde.as_bytes().to_vec(),
            door: kijker.actor.persoon.clone(),
            at: moment.at,
        };
        match self.storage.put_draft(draft).await {
            Ok(version) => Ok(Bewaard::Ja(version)),
            Err(DraftError::Clash(clash)) => Ok(Bewaard::Botsing(clash.theirs.map(as_field))),
            Err(DraftError::Storage(error)) => Err(error.into()),
        }
    }

    /// Everything kept of a form.
    pub async fn concept(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plek: &Formulierplek,
        formulier: &str,
    ) -> Result<Vec<Conceptveld>, AppError> {
        let scope = self.draft_scope(kijker, plek, moment).await?;
        let drafts = self.storage.drafts(&scope, formulier).await?;
        Ok(drafts.into_iter().map(as_field).collect())
    }

    /// Throws away what was kept of a form.
    pub async fn verwijder_concept(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plek: &Formulierplek,
        formulier: &str,
    ) -> Result<(), AppError> {
        let scope = self.draft_scope(kijker, plek, moment).await?;
        self.storage.remove_drafts(&scope, formulier).await?;
        Ok(())
    }

    /// The drafts that sending a form makes superfluous, to be removed in the same step.
    pub async fn concept_klaar(
        &self,
        kijker: &Kijker,
        moment: Moment,
        plek: &Formulierplek,
        formulier: &str,
    ) -> Result<DraftsDone, AppError> {
        let scope = self.draft_scope(kijker, plek, moment).await?;
        Ok(DraftsDone { scope, formulier: formulier.to_owned() })
    }

    async fn draft_scope(
        &self,
        kijker: &Kijker,
        plek: &Formulierplek,
        moment: Moment,
    ) -> Result<DraftScope, AppError> {
        let holder = kijker.actor.organisatie.clone();
        let persoon = Some(kijker.actor.persoon.clone());
        Ok(match plek {
            Formulierplek::Gedeeld(nummer) => {
                self.dossier_for(kijker, nummer, moment).await?;
                DraftScope { stream: StreamId::dossier(nummer), holder, persoon: None }
            }
            Formulierplek::Eigen(nummer) => {
                self.dossier_for(kijker, nummer, moment).await?;
                DraftScope { stream: StreamId::dossier(nummer), holder, persoon }
            }
            Formulierplek::ZonderDossier => {
                DraftScope { stream: StreamId::organisatie(&holder), holder, persoon }
            }
        })
    }
}

fn as_field(draft: storage::Draft) -> Conceptveld {
    Conceptveld {
        veld: draft.veld,
        versie: draft.versie,
        waarde: String::from_utf8_lossy(&draft.waarde).into_owned(),
        door: draft.door,
        op: draft.gewijzigd_op,
    }
}
