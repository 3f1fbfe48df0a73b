//! The experts of a partnership, and where else they work: who works for the applicant is no outsider.

use base::{BevoegdGezagNummer, OrganisatieId, PersoonId};
use dossier::Rol;
use dossier::toegang::Kijker;
use storage::{AccountQuery, Page};

use crate::{App, AppError, Moment};

/// An expert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deskundige {
    /// Who.
    pub persoon: PersoonId,
    /// Name.
    pub naam: String,
    /// Where else at work now.
    pub werkt_bij: Vec<Werkgever>,
}

/// An organisation for which an expert works too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Werkgever {
    /// The organisation.
    pub organisatie: OrganisatieId,
    /// Its name.
    pub naam: String,
    /// Its board, where it is a school.
    pub bestuur: Option<BevoegdGezagNummer>,
}

impl App {
    /// The experts of the partnership of whoever asks, in order of name.
    pub async fn deskundigen(&self, kijker: &Kijker, moment: Moment) -> Result<Vec<Deskundige>, AppError> {
        let mut all = Vec::new();
        let mut offset = 0;
        loop {
            let page = Page { offset, limit: storage::limits::PAGE_ROWS };
            let query = AccountQuery::all(kijker.actor.organisatie.clone(), moment.vandaag, page);
            let found = self.storage.accounts_of(&query).await?;
            let fetched = found.rows.len();
            for row in found.rows {
                let asked = row.rollen.iter().any(|rol| rol.rol == Rol::Deskundige.code());
                if asked && row.account.geblokkeerd_op.is_none() {
                    let werkt_bij = self.werkgevers(kijker, &row.account.id, moment).await?;
                    all.push(Deskundige { persoon: row.account.id, naam: row.account.naam, werkt_bij });
                }
            }
            offset += u64::from(page.limit);
            if fetched == 0 || offset >= found.total {
                return Ok(all);
            }
        }
    }

    async fn werkgevers(
        &self,
        kijker: &Kijker,
        persoon: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<Werkgever>, AppError> {
        let (on, own) = (moment.vandaag, &kijker.actor.organisatie);
        let rollen = self.storage.rollen(persoon).await?;
        let mut found: Vec<Werkgever> = Vec::new();
        for rol in rollen.into_iter().filter(|rol| rol.holds_on(on) && rol.organisatie != *own) {
            let known = found.iter().any(|known| known.organisatie == rol.organisatie);
            if known || rol.organisatie.kind() == "gezin" {
                continue;
            }
            let school = match rol.organisatie.vestiging() {
                Some(vestiging) => self.school(&vestiging, on).await?,
                None => None,
            };
            found.push(Werkgever {
                naam: self.organisatie_naam(&rol.organisatie, on).await?,
                bestuur: school.and_then(|school| school.bestuur),
                organisatie: rol.organisatie,
            });
        }
        Ok(found)
    }
}
