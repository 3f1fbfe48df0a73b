//! What lists leave out for one person. Lists know organisations and roles; that the places of a child are secret by name from somebody who works
//! there is of that person alone, and the file is closed to them in their work (`Dossier::sluit_uit`).

use std::collections::BTreeSet;

use base::DossierNummer;
use dossier::rol::Rol;
use dossier::toegang::Kijker;
use storage::Rows;

use crate::{App, AppError};

impl App {
    /// Takes the rows of files out that are closed to who reads this list. That costs the roles of their account, and for who is of a family
    /// somewhere its file.
    pub(crate) async fn laat_gesloten_weg<T>(
        &self,
        kijker: &Kijker,
        mut found: Rows<T>,
        dossier: impl Fn(&T) -> &DossierNummer,
    ) -> Result<Rows<T>, AppError> {
        let closed = self.gesloten_dossiers(kijker).await?;
        if !closed.is_empty() {
            let before = found.rows.len();
            found.rows.retain(|row| !closed.contains(dossier(row)));
            let left_out = u64::try_from(before - found.rows.len()).unwrap_or(0);
            found.total = found.total.saturating_sub(left_out);
        }
        Ok(found)
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
