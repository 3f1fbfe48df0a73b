//! Roles for people of elsewhere: offered by an administrator, held once that person says yes. And the end of all that somebody
//! has at one organisation, which touches nothing of what they have at another.

use base::{OrganisatieId, PersoonId, dates, today_in_nl};
use dossier::Refusal;
use storage::{Rolvoorstel, Voorstelantwoord};
use verband::grenzen::DAGEN_AANGEBODEN_ROL;

use super::{Aangemeld, Beheer, Handelingsoort, NieuweRol};
use crate::{App, AppError, Moment};

/// What came of giving a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uitreiking {
    /// It is held: the number of the assignment.
    Gegeven(u64),
    /// It waits for a yes: the number of the offer.
    Aangeboden(u64),
}

/// An offer as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Openstaand {
    /// Number of the offer.
    pub id: u64,
    /// Name of whoever it is offered to, who was named by the administrator.
    pub naam: String,
    /// The role, a code.
    pub rol: String,
    /// Group of a teacher.
    pub groep: Option<String>,
    /// When.
    pub gedaan_op: base::Timestamp,
}

fn gone() -> AppError {
    Refusal::new("voorstel", teksten::accounts::voorstel_weg()).into()
}

/// Nobody waits for an answer for ever: after these days it is no offer any more.
fn is_open(voorstel: &Rolvoorstel, moment: Moment) -> bool {
    let last = dates::plus_days(today_in_nl(voorstel.gedaan_op), DAGEN_AANGEBODEN_ROL);
    last.is_none_or(|last| moment.vandaag <= last)
}

fn in_words(voorstel: &Rolvoorstel) -> String {
    format!("{} bij {}", voorstel.rol.rol, voorstel.rol.organisatie)
}

impl App {
    /// Gives a role to who belongs to the organisation, and offers it to who belongs elsewhere: nobody is drawn into an
    /// organisation, or under its administrator, without a yes. The machine gives at once.
    pub(super) async fn hand_out(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        nieuw: NieuweRol,
        moment: Moment,
    ) -> Result<Uitreiking, AppError> {
        let at_once = match beheer {
            Beheer::Machine => true,
            Beheer::Persoon(_) => self.belongs_to(account, &nieuw.organisatie, moment).await?,
        };
        if at_once {
            return self.store_rol(beheer, account, nieuw, moment).await.map(Uitreiking::Gegeven);
        }
        // One that lapsed stands in the way of no other.
        let before = self.storage.voorstellen(account).await?;
        let here = before.iter().filter(|before| before.rol.organisatie == nieuw.organisatie);
        for lapsed in here.filter(|before| !is_open(before, moment)) {
            self.withdraw(beheer, lapsed, moment).await?;
        }
        let rol = nieuw.of(account, moment);
        let what = format!("{} bij {}", nieuw.rol, nieuw.organisatie);
        let log = beheer.log(moment, Handelingsoort::RolAangeboden, account.as_str(), what);
        Ok(Uitreiking::Aangeboden(self.storage.offer_rol(&rol, &log).await?))
    }

    /// Has a role there that did not end; or had one, and has none anywhere else.
    pub(super) async fn belongs_to(
        &self,
        account: &PersoonId,
        organisatie: &OrganisatieId,
        moment: Moment,
    ) -> Result<bool, AppError> {
        let rollen = self.storage.rollen(account).await?;
        let running = |rol: &&storage::Rol| rol.tot.is_none_or(|tot| moment.vandaag < tot);
        let here = |rol: &storage::Rol| rol.organisatie == *organisatie;
        let mut open = rollen.iter().filter(running).peekable();
        Ok(if open.peek().is_some() { open.any(here) } else { rollen.iter().any(here) })
    }

    /// The offers that somebody can say yes or no to.
    pub async fn voorstellen(
        &self,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<Rolvoorstel>, AppError> {
        let open = self.storage.voorstellen(account).await?;
        Ok(open.into_iter().filter(|voorstel| is_open(voorstel, moment)).collect())
    }

    /// Says yes or no to an offer: only its person does.
    pub async fn beantwoord_voorstel(
        &self,
        wie: &Aangemeld,
        id: u64,
        ja: bool,
        moment: Moment,
    ) -> Result<(), AppError> {
        let open = self.voorstellen(&wie.account, moment).await?;
        let voorstel = open.into_iter().find(|voorstel| voorstel.id == id).ok_or_else(gone)?;
        let soort = if ja { Handelingsoort::RolAanvaard } else { Handelingsoort::RolAfgewezen };
        // In the log of the organisation that offered it, whatever the role in which its person is now.
        let log = Beheer::Machine.log_at(
            &voorstel.rol.organisatie,
            moment,
            soort,
            wie.account.as_str(),
            in_words(&voorstel),
        );
        let rol = storage::Rol { van: voorstel.rol.van.max(moment.vandaag), ..voorstel.rol };
        let antwoord = if ja { Voorstelantwoord::Aanvaard(&rol) } else { Voorstelantwoord::Afgewezen };
        if !self.storage.answer_voorstel(id, antwoord, &log).await? {
            return Err(gone());
        }
        // A link or a code for a password was given for what the account reached before.
        if ja { self.end_ways_in(&wie.account, moment).await } else { Ok(()) }
    }

    /// The offers of an organisation that wait for an answer.
    pub async fn openstaande_voorstellen(
        &self,
        beheer: Beheer<'_>,
        organisatie: &OrganisatieId,
        moment: Moment,
    ) -> Result<Vec<Openstaand>, AppError> {
        beheer.check(organisatie)?;
        let mut open = Vec::new();
        let all = self.storage.voorstellen_of(organisatie).await?;
        for voorstel in all.into_iter().filter(|voorstel| is_open(voorstel, moment)) {
            let account = self.storage.account(&voorstel.rol.account).await?;
            open.push(Openstaand {
                id: voorstel.id,
                naam: account.map(|account| account.naam).unwrap_or_default(),
                rol: voorstel.rol.rol,
                groep: voorstel.rol.groep,
                gedaan_op: voorstel.gedaan_op,
            });
        }
        Ok(open)
    }

    /// Takes an offer back.
    pub async fn trek_voorstel_in(
        &self,
        beheer: Beheer<'_>,
        organisatie: &OrganisatieId,
        id: u64,
        moment: Moment,
    ) -> Result<(), AppError> {
        beheer.check(organisatie)?;
        let open = self.storage.voorstellen_of(organisatie).await?;
        let voorstel = open.into_iter().find(|voorstel| voorstel.id == id).ok_or(AppError::NotFound)?;
        self.withdraw(beheer, &voorstel, moment).await
    }

    async fn withdraw(
        &self,
        beheer: Beheer<'_>,
        voorstel: &Rolvoorstel,
        moment: Moment,
    ) -> Result<(), AppError> {
        let soort = Handelingsoort::VoorstelIngetrokken;
        let about = voorstel.rol.account.as_str();
        let log = beheer.log_at(&voorstel.rol.organisatie, moment, soort, about, in_words(voorstel));
        self.storage.answer_voorstel(voorstel.id, Voorstelantwoord::Ingetrokken, &log).await?;
        Ok(())
    }

    /// Ends from today on all that somebody has at one organisation: every role, also one that would begin later, and every
    /// offer. With the roles go the keys of programs for them. What this person has elsewhere stays.
    pub async fn end_access(
        &self,
        beheer: Beheer<'_>,
        organisatie: &OrganisatieId,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<(), AppError> {
        beheer.check(organisatie)?;
        beheer.check_not_self(account)?;
        let rollen = self.storage.rollen(account).await?;
        let here = |rol: &&storage::Rol| rol.organisatie == *organisatie;
        if !rollen.iter().any(|rol| here(&rol)) {
            return Err(AppError::NotFound);
        }
        let open = rollen.iter().filter(here).filter(|rol| rol.tot.is_none_or(|tot| moment.vandaag < tot));
        for rol in open {
            self.end_rol(beheer, account, rol.id, moment.vandaag, moment).await?;
        }
        for voorstel in self.storage.voorstellen_of(organisatie).await? {
            if voorstel.rol.account == *account {
                self.withdraw(beheer, &voorstel, moment).await?;
            }
        }
        Ok(())
    }
}
