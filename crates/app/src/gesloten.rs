//! What lists leave out for one person. Lists know organisations and roles; that the places of a child are secret by name from somebody who works
//! there is of that person alone, and the file is closed to them in their work (`Dossier::sluit_uit`). The question itself leaves such a file out
//! (`Scope::zonder`), so that it is in no row, no total and no choice of a filter, on whatever page.

use std::collections::BTreeSet;

use base::DossierNummer;
use dossier::rol::Rol;
use dossier::toegang::Kijker;
use storage::Scope;

use crate::{App, AppError};

impl App {
    /// What somebody sees of lists, without the files that are closed to them. That costs the roles of their account, and for who is of a family
    /// somewhere its file; who is shut out of nothing asks what they always asked.
    pub(crate) async fn zonder_gesloten(&self, kijker: &Kijker, scope: Scope) -> Result<Scope, AppError> {
        Ok(Scope { zonder: self.gesloten_dossiers(kijker).await?, ..scope })
    }

    /// The files that are closed to somebody in their work, of those in whose family they stand or stood. One that cannot be read is closed too.
    pub(crate) async fn gesloten_dossiers(
        &self,
        kijker: &Kijker,
    ) -> Result<BTreeSet<DossierNummer>, AppError> {
        let mut closed = BTreeSet::new();
        if matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Ok(closed);
        }
        let rollen = self.storage.rollen(&kijker.actor.persoon).await?;
        let families: BTreeSet<DossierNummer> =
            rollen.iter().filter_map(|rol| rol.organisatie.dossier()).collect();
        for nummer in families {
            let is_closed = match self.load_dossier(&nummer).await {
                Ok(found) => found.is_some_and(|dossier| dossier.sluit_uit(&kijker.actor)),
                Err(error) if error.is_damage() => true,
                Err(error) => return Err(error),
            };
            if is_closed {
                closed.insert(nummer);
            }
        }
        Ok(closed)
    }
}
