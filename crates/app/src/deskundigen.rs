//! The experts of a partnership, and where else they work: who works for the applicant is no outsider.

use base::{BevoegdGezagNummer, OrganisatieId, PersoonId};
use dossier::Rol;
use dossier::tlv::opdracht::WijsDeskundigeToe;
use dossier::toegang::Kijker;
use storage::{AccountQuery, Page};

use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// Accounts of a partnership that are looked through at a time: no more than a screen asks for, as each page with experts
/// on it does this.
const ACCOUNTS_AT_ONCE: u32 = 100;

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

impl Deskundige {
    /// The employer that makes this expert no outsider for a school: the school, another of its board, or the board itself.
    pub fn verbonden_aan(
        &self,
        school: &OrganisatieId,
        bestuur: Option<&BevoegdGezagNummer>,
    ) -> Option<&str> {
        let tied = self.werkt_bij.iter().find(|werkgever| is_applicant(werkgever, school, bestuur));
        tied.map(|werkgever| werkgever.naam.as_str())
    }
}

fn is_applicant(werkgever: &Werkgever, school: &OrganisatieId, bestuur: Option<&BevoegdGezagNummer>) -> bool {
    let of_board = |bestuur: &BevoegdGezagNummer| {
        werkgever.bestuur.as_ref() == Some(bestuur) || werkgever.organisatie == bestuur.organisatie()
    };
    werkgever.organisatie == *school || bestuur.is_some_and(of_board)
}

impl Geopend {
    /// Names the expert who is asked, one of the partnership, and tells whether that is an outsider for the applicant.
    pub(crate) async fn name_expert(&self, asked: &mut WijsDeskundigeToe) -> Result<(), AppError> {
        let experts = self.app.deskundigen(&self.kijker, self.moment).await?;
        let expert = experts.into_iter().find(|expert| expert.persoon == asked.persoon);
        let expert = expert.ok_or(AppError::NotFound)?;
        if let Some(aanvraag) = self.dossier.aanvraag(asked.aanvraag) {
            let school = self.app.school(&aanvraag.vestiging, self.moment.vandaag).await?;
            let bestuur = school.and_then(|school| school.bestuur);
            let tied = expert.verbonden_aan(&aanvraag.vestiging.organisatie(), bestuur.as_ref()).is_some();
            asked.onafhankelijk &= !tied;
        }
        asked.naam = expert.naam;
        Ok(())
    }
}

impl App {
    /// The experts of the partnership of whoever asks, in order of name.
    pub async fn deskundigen(&self, kijker: &Kijker, moment: Moment) -> Result<Vec<Deskundige>, AppError> {
        let mut all = Vec::new();
        let mut offset = 0;
        loop {
            let page = Page { offset, limit: ACCOUNTS_AT_ONCE };
            let all_of = AccountQuery::all(kijker.actor.organisatie.clone(), moment.vandaag, page);
            let query = AccountQuery { rol: Some(Rol::Deskundige.code().to_owned()), ..all_of };
            let found = self.storage.accounts_of(&query).await?;
            let fetched = found.rows.len();
            for row in found.rows {
                if row.account.geblokkeerd_op.is_none() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_of_the_school_or_its_board_is_no_outsider() {
        let board: BevoegdGezagNummer = "40631".parse().unwrap();
        let school: OrganisatieId = "school/99ZZ00".parse().unwrap();
        let tied = |organisatie: &str, bestuur: Option<&str>| {
            let werkgever = Werkgever {
                organisatie: organisatie.parse().unwrap(),
                naam: "De Meerkoet".to_owned(),
                bestuur: bestuur.map(|code| code.parse().unwrap()),
            };
            is_applicant(&werkgever, &school, Some(&board))
        };
        assert!(tied("school/99ZZ00", None));
        assert!(tied("school/99ZZ01", Some("40631")));
        assert!(tied("bestuur/40631", None));
        assert!(!tied("school/99ZZ02", Some("40632")));
    }
}
