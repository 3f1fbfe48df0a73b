//! The experts of a partnership: as which expert each works, and where else, for who works for the applicant is no outsider.

use base::{BevoegdGezagNummer, Date, OrganisatieId, Organisatiesoort, PersoonId};
use dossier::soort::Discipline;
use dossier::staat::TlvAanvraag;
use dossier::tlv::opdracht::WijsDeskundigeToe;
use dossier::toegang::Kijker;
use dossier::{Refusal, Rol, Woord};
use recht::tlv::DeskundigenInvoer;
use storage::{AccountQuery, Page, Vak};

use crate::accounts::{Beheer, Handelingsoort, invoer};
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// Accounts of a partnership that are looked through at a time: no more than a screen asks for, as each page with experts
/// on it does this.
const ACCOUNTS_AT_ONCE: u32 = 100;

/// Longest number of a registration with the name of its register, in characters.
const REGISTRATIE_TEKENS: usize = 60;

/// As which expert somebody works for a partnership, as its administrator or desk recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beroep {
    /// The discipline.
    pub discipline: Discipline,
    /// Number of the registration with the name of its register (NIP, NVO, SKJ, BIG); empty where nobody saw one.
    pub registratie: String,
}

impl Beroep {
    /// What is known of the registration, in words.
    pub fn registratie_in_woorden(&self) -> &str {
        if self.registratie.is_empty() { "registratie niet nagegaan" } else { &self.registratie }
    }
}

/// An expert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deskundige {
    /// Who.
    pub persoon: PersoonId,
    /// Name.
    pub naam: String,
    /// As which expert; none where nobody recorded it.
    pub beroep: Option<Beroep>,
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

fn is_expert(rol: &storage::Rol) -> bool {
    rol.rol == Rol::Deskundige.code()
}

/// As which expert a role is held. A discipline that this program does not know is none.
fn beroep(rol: &storage::Rol) -> Option<Beroep> {
    let vak = rol.vak.as_ref()?;
    let discipline = Discipline::from_code(&vak.discipline)?;
    Some(Beroep { discipline, registratie: vak.registratie.clone() })
}

fn as_stored(beroep: &Beroep) -> Result<Vak, AppError> {
    let registratie = invoer::optional_line("registratie", &beroep.registratie, REGISTRATIE_TEKENS)?;
    Ok(Vak { discipline: beroep.discipline.code().to_owned(), registratie })
}

/// The administrator and the desk of a partnership.
fn must_manage(kijker: &Kijker) -> Result<(), AppError> {
    let is_own = matches!(kijker.actor.rol, Rol::Loket | Rol::Organisatiebeheerder);
    if is_own && kijker.actor.organisatie.kind() == Organisatiesoort::Swv {
        return Ok(());
    }
    Err(AppError::Forbidden { reden: teksten::toegang::deskundigen_beheert() })
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
        if let Some(beroep) = expert.beroep.as_ref().filter(|beroep| beroep.discipline != asked.discipline) {
            let discipline = beroep.discipline.woord();
            return Err(Refusal::field(
                "discipline",
                teksten::accounts::AndereDiscipline { discipline }.tekst(),
            )
            .instead(teksten::accounts::discipline_eerst_wijzigen())
            .into());
        }
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
                    let beroep = row.rollen.iter().filter(|rol| is_expert(rol)).find_map(beroep);
                    let (persoon, naam) = (row.account.id, row.account.naam);
                    all.push(Deskundige { persoon, naam, beroep, werkt_bij });
                }
            }
            offset += u64::from(page.limit);
            if fetched == 0 || offset >= found.total {
                return Ok(all);
            }
        }
    }

    /// Records as which expert somebody works for the own partnership, or forgets it. Done by its administrator or its desk,
    /// and not by the expert.
    pub async fn leg_beroep_vast(
        &self,
        kijker: &Kijker,
        persoon: &PersoonId,
        beroep: Option<&Beroep>,
        moment: Moment,
    ) -> Result<(), AppError> {
        must_manage(kijker)?;
        let beheer = Beheer::Persoon(&kijker.actor);
        beheer.check_not_self(persoon)?;
        let vak = beroep.map(as_stored).transpose()?;
        let mut held = self.storage.rollen(persoon).await?;
        held.retain(|rol| {
            is_expert(rol) && rol.organisatie == kijker.actor.organisatie && rol.holds_on(moment.vandaag)
        });
        if held.is_empty() {
            return Err(AppError::NotFound);
        }
        let what = beroep.map_or_else(
            || "niet meer vastgelegd".to_owned(),
            |beroep| format!("{}, {}", beroep.discipline.label(), beroep.registratie_in_woorden()),
        );
        for rol in held.iter().filter(|rol| rol.vak != vak) {
            let log = beheer.log(moment, Handelingsoort::BeroepVastgelegd, persoon.as_str(), what.clone());
            self.storage.set_vak(rol.id, vak.as_ref(), &log).await?;
        }
        Ok(())
    }

    /// The experts of the own partnership, for whoever records as which expert they work.
    pub async fn eigen_deskundigen(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Deskundige>, AppError> {
        must_manage(kijker)?;
        self.deskundigen(kijker, moment).await
    }

    /// Whether somebody of this discipline brings a request nearer to the experts whom the law asks for.
    pub fn past_bij(&self, aanvraag: &TlvAanvraag, discipline: Discipline, on: Date) -> bool {
        let mut asked: Vec<Discipline> =
            aanvraag.toewijzingen_geldig().map(|asked| asked.discipline).collect();
        let missing = |disciplines: &[Discipline]| {
            let invoer = DeskundigenInvoer { disciplines: disciplines.to_vec(), voor: aanvraag.soort };
            let toetsing = recht::tlv::deskundigen(&self.wet, on, &invoer).ok()?;
            toetsing.uitkomst().map(|uitkomst| uitkomst.ontbreekt.len())
        };
        let before = missing(&asked);
        asked.push(discipline);
        let after = missing(&asked);
        before == Some(0) || after < before
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
            if known || rol.organisatie.kind() == Organisatiesoort::Gezin {
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
