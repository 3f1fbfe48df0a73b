//! Roles of people at organisations, lists of accounts, blocking: the work of an administrator.

use base::{Date, OrganisatieId, Organisatiesoort, PersoonId};
use dossier::toegang::Kijker;
use dossier::{Refusal, Rol, Woord};
use storage::{
    Account, AccountPage, AccountQuery, AccountSort, AccountStand, Direction, Handeling, HandelingQuery,
    Page, Rows, limits,
};

use super::voorstel::Uitreiking;
use super::{Beheer, Handelingsoort, NieuwAccount, NieuweRol, invoer};
use crate::{App, AppError, Moment};

/// Longest name of a group, in characters.
const GROEP_TEKENS: usize = 40;

/// To whom a role is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ontvanger {
    /// Somebody in the own list.
    Account(PersoonId),
    /// Somebody who has an account already, by any organisation.
    EMail(String),
}

/// What an administrator narrows the accounts of the own organisation to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accountlijst {
    /// Only with this role there.
    pub rol: Option<Rol>,
    /// Only those that stand like this.
    pub stand: Option<AccountStand>,
    /// Order.
    pub sort: AccountSort,
    /// Up or down.
    pub direction: Direction,
}

/// Who was given access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toegang {
    /// The account.
    pub account: PersoonId,
    /// It was made now: nobody can get in before a link for its password was handed over.
    pub nieuw: bool,
    /// The role waits for the yes of its person, who belongs elsewhere.
    pub aangeboden: bool,
    /// The address is that of a family, and nobody proved it: whoever uses the link chooses another.
    pub adres_bezet: bool,
}

/// Somebody who has an account by an address already, for whoever is about to give them access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BekendAccount {
    /// The name; only of who has a role at the own organisation.
    pub naam: Option<String>,
    /// Is called as was said.
    pub heet_zo: bool,
    /// Holds this role already.
    pub heeft_rol: bool,
}

/// The roles that exist at a kind of organisation. Parents and pupils come in by their code only.
pub fn roles_at(kind: Organisatiesoort) -> &'static [Rol] {
    match kind {
        Organisatiesoort::School | Organisatiesoort::Instelling => &[
            Rol::Leerkracht,
            Rol::Ib,
            Rol::Begeleider,
            Rol::Directie,
            Rol::CommissieBegeleiding,
            Rol::PrivacyOfficer,
            Rol::Organisatiebeheerder,
        ],
        Organisatiesoort::Bestuur => {
            &[Rol::BevoegdGezag, Rol::Begeleider, Rol::PrivacyOfficer, Rol::Organisatiebeheerder]
        }
        Organisatiesoort::Swv => &[
            Rol::Loket,
            Rol::Deskundige,
            Rol::Besluitnemer,
            Rol::Bezwaarcommissie,
            Rol::DirecteurSwv,
            Rol::Controller,
            Rol::Begeleider,
            Rol::PrivacyOfficer,
            Rol::Organisatiebeheerder,
        ],
        Organisatiesoort::Gemeente => {
            &[Rol::Leerplicht, Rol::Jeugdhulp, Rol::PrivacyOfficer, Rol::Organisatiebeheerder]
        }
        Organisatiesoort::Jeugdhulp => &[Rol::Jeugdhulp, Rol::PrivacyOfficer, Rol::Organisatiebeheerder],
        Organisatiesoort::Steunpunt => &[Rol::Steunpunt, Rol::PrivacyOfficer, Rol::Organisatiebeheerder],
        Organisatiesoort::Beheer => &[Rol::Beheerder],
        Organisatiesoort::Gezin => &[],
    }
}

/// A name as one compares it: not by its capitals and white space.
fn plain(naam: &str) -> String {
    naam.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn check_fits(rol: Rol, organisatie: &OrganisatieId) -> Result<(), AppError> {
    let roles = roles_at(organisatie.kind());
    if roles.contains(&rol) {
        return Ok(());
    }
    if roles.is_empty() {
        return Err(Refusal::field("organisatie", teksten::accounts::geen_rol_gezin())
            .instead(teksten::accounts::ouders_uitnodigen())
            .into());
    }
    let known: Vec<&str> = roles.iter().map(|rol| rol.label()).collect();
    Err(Refusal::field(
        "rol",
        teksten::accounts::RolBestaatNiet { rol: rol.woord(), organisatie: organisatie.as_str() }.tekst(),
    )
    .instead(teksten::accounts::EenVanDeze { rollen: &known.join(", ") }.tekst())
    .into())
}

impl App {
    /// Gives somebody who has an account a role, or offers it to who belongs elsewhere.
    pub async fn give_rol(
        &self,
        beheer: Beheer<'_>,
        aan: &Ontvanger,
        nieuw: &NieuweRol,
        moment: Moment,
    ) -> Result<Uitreiking, AppError> {
        let rol = self.check_new_rol(beheer, nieuw, moment).await?;
        let account = self.receiver(beheer, aan, moment).await?;
        beheer.check_not_self(&account)?;
        self.hand_out(beheer, &account, rol, moment).await
    }

    /// Gives somebody access: a role for who has an account by this address already, otherwise an account with its first
    /// role and without a link. A role that somebody holds already is not given twice, so that repeating is harmless.
    pub async fn geef_toegang(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuwAccount,
        moment: Moment,
    ) -> Result<Toegang, AppError> {
        // What is no address is nobody's, and is refused as a field of the new account.
        let known = match invoer::e_mail(&nieuw.e_mail) {
            Ok(address) => self.known_by(&address).await?,
            Err(_) => None,
        };
        let Some(known) = known else {
            let account = self.make_account(beheer, nieuw, moment).await?;
            let adres_bezet = invoer::is_bezet(&account.e_mail);
            return Ok(Toegang { account: account.id, nieuw: true, aangeboden: false, adres_bezet });
        };
        let rol = self.check_new_rol(beheer, &nieuw.rol, moment).await?;
        beheer.check_not_self(&known.id)?;
        self.check_known_name(beheer, &known, nieuw, moment).await?;
        let handed = self.hand_out(beheer, &known.id, rol, moment).await?;
        let aangeboden = matches!(handed, Uitreiking::Aangeboden(_));
        Ok(Toegang { account: known.id, nieuw: false, aangeboden, adres_bezet: false })
    }

    /// The account that an address finds for others; where it finds none, the one that was made for who was called by it and has no address
    /// of its own yet.
    pub async fn known_by(&self, address: &str) -> Result<Option<Account>, AppError> {
        match self.storage.account_by_e_mail(address).await? {
            Some(found) if self.is_vouched_for(&found).await? => Ok(Some(found)),
            Some(_) => Ok(self.storage.account_by_e_mail(&invoer::bezet(address)).await?),
            None => Ok(None),
        }
    }

    /// Somebody stands for it that the address is that of this person. A family types the own address, and the address of a colleague-to-be
    /// is easily guessed: it counts once a code was sent there and typed, or once that person had a role at work, which
    /// somebody there gave.
    pub(super) async fn is_vouched_for(&self, account: &Account) -> Result<bool, AppError> {
        let rollen = self.storage.rollen(&account.id).await?;
        let works = rollen.iter().any(|rol| rol.organisatie.kind() != Organisatiesoort::Gezin);
        // Made at work a moment ago, and given no role yet.
        let is_new = rollen.is_empty() && account.wachtwoord.is_none();
        if works || is_new {
            return Ok(true);
        }
        let proved = self.storage.mail_choice(&account.id).await?;
        Ok(proved.is_some_and(|keuze| Account::normalise_e_mail(&keuze.e_mail) == account.e_mail))
    }

    /// An address is no proof of who is meant: whoever has no role at the organisation yet is called as they are called.
    async fn check_known_name(
        &self,
        beheer: Beheer<'_>,
        known: &Account,
        nieuw: &NieuwAccount,
        moment: Moment,
    ) -> Result<(), AppError> {
        let rollen = self.storage.rollen(&known.id).await?;
        let here = rollen.iter().any(|rol| rol.organisatie == nieuw.rol.organisatie);
        if here || plain(&known.naam) == plain(&nieuw.naam) {
            return Ok(());
        }
        self.log_asked(beheer, known.id.as_str(), moment).await?;
        Err(Refusal::field("naam", teksten::accounts::andere_naam())
            .instead(teksten::accounts::naam_navragen())
            .into())
    }

    /// Who would be given access: a slip in an address gives it to somebody else. None where nobody has an account by it.
    pub async fn bekend(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuwAccount,
        moment: Moment,
    ) -> Result<Option<BekendAccount>, AppError> {
        let asked = &nieuw.rol;
        beheer.check(&asked.organisatie)?;
        let Ok(address) = invoer::e_mail(&nieuw.e_mail) else { return Ok(None) };
        let Some(account) = self.known_by(&address).await? else { return Ok(None) };
        let rollen = self.storage.rollen(&account.id).await?;
        let here: Vec<_> = rollen.iter().filter(|rol| rol.organisatie == asked.organisatie).collect();
        let heeft_rol = here.iter().any(|held| {
            held.rol == asked.rol.code() && held.groep == asked.groep && held.holds_on(moment.vandaag)
        });
        let heet_zo = plain(&account.naam) == plain(&nieuw.naam);
        Ok(Some(BekendAccount { naam: (!here.is_empty()).then_some(account.naam), heet_zo, heeft_rol }))
    }

    /// Writes down that somebody gave an address and was told no more than whether it has an account: with a role that was given there
    /// would be a line of that.
    async fn log_asked(&self, beheer: Beheer<'_>, about: &str, moment: Moment) -> Result<(), AppError> {
        let Beheer::Persoon(_) = beheer else { return Ok(()) };
        let log = beheer.log(moment, Handelingsoort::AdresNagezocht, about, String::new());
        Ok(self.storage.log_handeling(&log).await?)
    }

    async fn receiver(
        &self,
        beheer: Beheer<'_>,
        aan: &Ontvanger,
        moment: Moment,
    ) -> Result<PersoonId, AppError> {
        let found = match aan {
            Ontvanger::EMail(address) => self.known_by(&invoer::e_mail(address)?).await?,
            Ontvanger::Account(id) => match beheer {
                Beheer::Machine => self.storage.account(id).await?,
                Beheer::Persoon(actor) => {
                    let rollen = self.storage.rollen(id).await?;
                    let known = rollen.iter().any(|rol| rol.organisatie == actor.organisatie);
                    if known { self.storage.account(id).await? } else { None }
                }
            },
        };
        let unknown = || {
            let refusal = Refusal::field("e_mail", teksten::accounts::nog_geen_account());
            AppError::from(refusal.instead(teksten::accounts::maak_account()))
        };
        if found.is_none() && matches!(aan, Ontvanger::EMail(_)) {
            self.log_asked(beheer, "niemand", moment).await?;
        }
        match aan {
            Ontvanger::EMail(_) => found.map(|account| account.id).ok_or_else(unknown),
            Ontvanger::Account(_) => found.map(|account| account.id).ok_or(AppError::NotFound),
        }
    }

    /// The role as it will be stored, when it may be given.
    pub(super) async fn check_new_rol(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuweRol,
        moment: Moment,
    ) -> Result<NieuweRol, AppError> {
        beheer.check(&nieuw.organisatie)?;
        check_fits(nieuw.rol, &nieuw.organisatie)?;
        let groep = invoer::optional_line("groep", nieuw.groep.as_deref().unwrap_or_default(), GROEP_TEKENS)?;
        if !groep.is_empty() && nieuw.rol != Rol::Leerkracht {
            return Err(Refusal::field("groep", teksten::accounts::alleen_leerkracht_groep()).into());
        }
        let van = nieuw.van.unwrap_or(moment.vandaag);
        if nieuw.tot.is_some_and(|tot| tot <= van) {
            return Err(Refusal::field("tot", teksten::accounts::rol_eindigt_eerder())
                .instead(teksten::accounts::latere_einddatum())
                .into());
        }
        if !self.knows_organisatie(&nieuw.organisatie, moment).await? {
            return Err(Refusal::field(
                "organisatie",
                teksten::accounts::OrganisatieOnbekend { organisatie: nieuw.organisatie.as_str() }.tekst(),
            )
            .instead(teksten::accounts::eerst_organisatie())
            .into());
        }
        Ok(NieuweRol {
            groep: Some(groep).filter(|groep| !groep.is_empty()),
            van: Some(van),
            ..nieuw.clone()
        })
    }

    /// Gives a role; the store sees to it that the same one is not given twice. A link for a password was given for what the account
    /// reached then, and ends with what it gains.
    pub(super) async fn store_rol(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        nieuw: NieuweRol,
        moment: Moment,
    ) -> Result<u64, AppError> {
        let log = beheer.log_at(
            &nieuw.organisatie,
            moment,
            Handelingsoort::RolGegeven,
            account.as_str(),
            format!("{} bij {}", nieuw.rol, nieuw.organisatie),
        );
        let before = self.storage.rollen(account).await?;
        let id = self.storage.add_rol(&nieuw.of(account, moment), &log).await?;
        if !before.iter().any(|rol| rol.id == id) {
            self.end_ways_in(account, moment).await?;
        }
        Ok(id)
    }

    /// Ends a role: `tot` is the first day on which it no longer holds, from today on.
    pub async fn end_rol(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        rol: u64,
        tot: Date,
        moment: Moment,
    ) -> Result<(), AppError> {
        let rollen = self.storage.rollen(account).await?;
        let found = rollen.iter().find(|held| held.id == rol).ok_or(AppError::NotFound)?;
        if beheer.check(&found.organisatie).is_err() {
            // Whether it exists elsewhere is nothing for this administrator.
            return Err(AppError::NotFound);
        }
        beheer.check_not_self(account)?;
        if tot < moment.vandaag {
            return Err(Refusal::field("tot", teksten::accounts::dag_geweest())
                .instead(teksten::accounts::vandaag_of_later())
                .into());
        }
        let log = beheer.log_at(
            &found.organisatie,
            moment,
            Handelingsoort::RolBeeindigd,
            account.as_str(),
            format!("{} bij {} per {tot}", found.rol, found.organisatie),
        );
        if !self.storage.end_rol(rol, tot, &log).await? {
            return Err(AppError::NotFound);
        }
        self.end_substitutes(beheer, found, tot, moment).await
    }

    /// The accounts with a role at an organisation.
    pub async fn accounts_of(
        &self,
        beheer: Beheer<'_>,
        query: &AccountQuery,
    ) -> Result<Rows<AccountPage>, AppError> {
        beheer.check(&query.organisatie)?;
        Ok(self.storage.accounts_of(query).await?)
    }

    /// The accounts of the own organisation, for its administrator.
    pub async fn eigen_accounts(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Accountlijst,
        page: Page,
    ) -> Result<Rows<AccountPage>, AppError> {
        let actor = &kijker.actor;
        let query = AccountQuery {
            rol: lijst.rol.map(|rol| rol.code().to_owned()),
            stand: lijst.stand,
            sort: lijst.sort,
            direction: lijst.direction,
            ..AccountQuery::all(actor.organisatie.clone(), moment.vandaag, page)
        };
        self.accounts_of(Beheer::Persoon(actor), &query).await
    }

    /// One account of the own organisation, for its administrator.
    pub async fn eigen_account(
        &self,
        kijker: &Kijker,
        moment: Moment,
        id: &PersoonId,
    ) -> Result<AccountPage, AppError> {
        let mut offset = 0;
        loop {
            let page = Page { offset, limit: limits::PAGE_ROWS };
            let found = self.eigen_accounts(kijker, moment, &Accountlijst::default(), page).await?;
            let last = found.rows.is_empty();
            if let Some(row) = found.rows.into_iter().find(|row| row.account.id == *id) {
                return Ok(row);
            }
            offset += u64::from(page.limit);
            if last || offset >= found.total {
                return Err(AppError::NotFound);
            }
        }
    }

    /// What was done with accounts by the people of an organisation; everything for the machine.
    pub async fn account_log(&self, beheer: Beheer<'_>, page: Page) -> Result<Rows<Handeling>, AppError> {
        let organisatie = match beheer {
            Beheer::Machine => None,
            Beheer::Persoon(actor) => {
                beheer.check(&actor.organisatie)?;
                Some(&actor.organisatie)
            }
        };
        let query = HandelingQuery { organisatie: organisatie.cloned(), ..HandelingQuery::all(page) };
        Ok(self.storage.handelingen(&query).await?)
    }

    /// Blocks an account: out at once, and every link to it is dead.
    pub async fn block_account(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<(), AppError> {
        beheer.check_not_self(account)?;
        let found = self.managed_account(beheer, account, moment).await?;
        if found.geblokkeerd_op.is_none() {
            let log = beheer.log(moment, Handelingsoort::AccountGeblokkeerd, account.as_str(), String::new());
            self.storage.update_account(&Account { geblokkeerd_op: Some(moment.at), ..found }, &log).await?;
        }
        self.storage.end_sessions(account).await?;
        self.end_links(account, moment).await
    }

    /// Lifts a block. The password is the old one; a new link is asked for apart.
    pub async fn unblock_account(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<(), AppError> {
        beheer.check_not_self(account)?;
        let found = self.managed_account(beheer, account, moment).await?;
        if found.geblokkeerd_op.is_some() {
            let log = beheer.log(moment, Handelingsoort::BlokkadeOpgeheven, account.as_str(), String::new());
            self.storage.update_account(&Account { geblokkeerd_op: None, ..found }, &log).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_but_those_of_a_family_exists_somewhere() {
        for rol in dossier::rol::ROLLEN {
            let somewhere = Organisatiesoort::ALL.iter().any(|kind| roles_at(*kind).contains(&rol));
            assert_eq!(somewhere, !matches!(rol, Rol::Ouder | Rol::Leerling), "{rol}");
        }
    }

    #[test]
    fn a_role_that_does_not_fit_names_those_that_do() {
        let refusal = check_fits(Rol::Loket, &"steunpunt/almere".parse().unwrap()).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "Dit kan nu niet: de rol loket bestaat niet bij steunpunt/almere. Wat kan wel: een van deze rollen: \
             ouder- en jeugdsteunpunt, privacy officer, beheerder van de organisatie"
        );
        assert!(check_fits(Rol::Ouder, &"gezin/2026-000001".parse().unwrap()).is_err());
    }
}
