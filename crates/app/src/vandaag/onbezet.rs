//! Turns of a role that nobody holds: a turn is of a role at an organisation, so that where its last holder went it stands in the list of
//! nobody. Whoever leads that organisation, or decides about accounts there, hears of it as long as it is so.

use base::OrganisatieId;
use dossier::beurt::Zet;
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};
use storage::{AccountQuery, AccountStand, Page, Scope, limits};

use super::Beurtenlijst;
use crate::accounts::roles_at;
use crate::{App, AppError, Moment, projectie};

/// A role that nobody holds, and for which work waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onbezet {
    /// The role.
    pub rol: Rol,
    /// How many turns wait; at least so many where there are more.
    pub beurten: u64,
    /// There are fewer than the number above, which is the smallest that this reader is told.
    pub minder: bool,
    /// Those who can give the role to somebody, by name.
    pub beheerders: Vec<String>,
}

impl App {
    /// The roles at the own organisation that nobody holds and for which work waits, for whoever is told that.
    pub async fn onbezet(&self, kijker: &Kijker, moment: Moment) -> Result<Vec<Onbezet>, AppError> {
        let Actor { rol, organisatie, .. } = &kijker.actor;
        let Some(kleinste) = self.matrix.kleinste_onbezet(*rol) else { return Ok(Vec::new()) };
        let held = self.storage.vervulde_rollen(organisatie, moment.vandaag).await?;
        let mut found = Vec::new();
        for rol in working_roles(organisatie) {
            if held.iter().any(|code| code == rol.code()) {
                continue;
            }
            let Some(lezer) = projectie::lijst_samen(rol, organisatie) else { continue };
            let scope = self.zonder_gesloten(kijker, Scope::new(lezer, moment.vandaag)).await?;
            // Only how many there are leaves this.
            let query = Beurtenlijst::default().query(scope, Page::first(1));
            let beurten = self.storage.beurten(&query).await?.total;
            if beurten > 0 {
                let beheerders = self.holders(organisatie, Rol::Organisatiebeheerder, moment).await?;
                let beheerders = beheerders.into_iter().map(|held| held.1).collect();
                let minder = beurten < kleinste;
                found.push(Onbezet { rol, beurten: beurten.max(kleinste), minder, beheerders });
            }
        }
        Ok(found)
    }

    /// Those of these roles that nobody at an organisation would hold without one person: asked before a role of that person ends.
    pub async fn alleen_van(
        &self,
        account: &base::PersoonId,
        organisatie: &OrganisatieId,
        rollen: &[Rol],
        moment: Moment,
    ) -> Result<Vec<Rol>, AppError> {
        let mut alone = Vec::new();
        for rol in working_roles(organisatie).into_iter().filter(|rol| rollen.contains(rol)) {
            let held = self.holders(organisatie, rol, moment).await?;
            if held.iter().all(|(id, _)| id == account) {
                alone.push(rol);
            }
        }
        Ok(alone)
    }

    /// Who holds a role at an organisation and can get in: id and name. Whoever has yet to choose a password can.
    async fn holders(
        &self,
        organisatie: &OrganisatieId,
        rol: Rol,
        moment: Moment,
    ) -> Result<Vec<(base::PersoonId, String)>, AppError> {
        let all = AccountQuery::all(organisatie.clone(), moment.vandaag, Page::first(limits::PAGE_ROWS));
        let query = AccountQuery { rol: Some(rol.code().to_owned()), ..all };
        let found = self.storage.accounts_of(&query).await?.rows.into_iter();
        let open = found.filter(|row| row.stand != AccountStand::Geblokkeerd);
        Ok(open.map(|row| (row.account.id, row.account.naam)).collect())
    }
}

/// The roles at an organisation that have turns together. Where turns are of one person or of a group, what waits for one who left has a list of
/// its own.
fn working_roles(organisatie: &OrganisatieId) -> Vec<Rol> {
    let here = roles_at(organisatie.kind()).iter().copied();
    let together = here.filter(|rol| projectie::lijst_samen(*rol, organisatie).is_some());
    together.filter(|rol| Zet::ALL.iter().any(|zet| zet.rol() == *rol)).collect()
}
