//! What those are called who did what a timeline tells: looked up where a timeline is shown, and only of whom its reader may
//! know (`dossier::tijdlijn::Door`).

use dossier::tijdlijn::Door;

use crate::AppError;
use crate::geopend::Geopend;
use crate::inzage::Naamgeheugen;

/// What those are called who did what a timeline tells.
#[derive(Debug, Clone, Default)]
pub struct Doeners(Naamgeheugen);

impl Geopend {
    /// What those are called who did what stands on the timeline of the view.
    pub async fn doeners(&self) -> Result<Doeners, AppError> {
        let mut namen = Naamgeheugen::default();
        for regel in &self.beeld().tijdlijn {
            if let Some(persoon) = &regel.door.persoon {
                namen.persoon(&self.app, persoon).await?;
            }
            if let Some(organisatie) = &regel.door.organisatie {
                namen.organisatie(&self.app, organisatie, self.moment.vandaag).await?;
            }
        }
        Ok(Doeners(namen))
    }
}

impl Doeners {
    /// What the person is called, where that may be known.
    pub fn naam<'a>(&'a self, door: &'a Door) -> Option<&'a str> {
        let account = door.persoon.as_ref().and_then(|persoon| self.0.bekend(persoon));
        door.naam.as_deref().or(account)
    }

    /// What the organisation is called, where that may be known.
    pub fn organisatie(&self, door: &Door) -> Option<&str> {
        door.organisatie.as_ref().and_then(|organisatie| self.0.bekende_organisatie(organisatie))
    }
}
