//! Making accounts, and the one-time links by which a person chooses a password.

use base::{Date, DossierNummer, OrganisatieId, Organisatiesoort, PersoonId};
use dossier::{Actor, Refusal, Rol};
use serde::{Deserialize, Serialize};
use storage::{Account, Digest, Handeling, Link, StorageError};

use super::geheim::random_name;
use super::{Beheer, Geheim, Handelingsoort, LINK_GELDIG, Sessie, Wachtwoord, invoer, later};
use crate::{App, AppError, Moment};

/// The kind of a link for a new account.
const UITNODIGING: &str = "uitnodiging";
/// The kind of a link for a forgotten password.
const WACHTWOORD: &str = "wachtwoord";
/// How the log begins of a password that was chosen by a link; whose it was stands behind it.
pub(super) const LINK: &str = "link";
/// Whoever runs the program, as the maker of a link.
pub(super) const MACHINE: &str = "programma";

/// A role to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweRol {
    /// The role.
    pub rol: Rol,
    /// At which organisation.
    pub organisatie: OrganisatieId,
    /// Only children of this group, for a teacher.
    pub groep: Option<String>,
    /// First day; none for today.
    pub van: Option<Date>,
    /// First day on which it no longer holds: a substitute has an end from the start.
    pub tot: Option<Date>,
}

impl NieuweRol {
    /// The role as it is stored for an account.
    pub(super) fn of(&self, account: &PersoonId, moment: Moment) -> storage::Rol {
        storage::Rol {
            id: 0,
            account: account.clone(),
            rol: self.rol.code().to_owned(),
            organisatie: self.organisatie.clone(),
            groep: self.groep.clone(),
            van: self.van.unwrap_or(moment.vandaag),
            tot: self.tot,
            vak: None,
        }
    }
}

/// An account to make, with its first role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuwAccount {
    /// Name as colleagues see it.
    pub naam: String,
    /// E-mail address.
    pub e_mail: String,
    /// First role.
    pub rol: NieuweRol,
}

/// A new account and the link by which its person gets in.
#[derive(Debug, Clone)]
pub struct Uitgenodigd {
    /// The account.
    pub account: PersoonId,
    /// Works once.
    pub link: Geheim,
}

/// A working one-time link, before a password is chosen.
#[derive(Debug)]
pub struct Activering {
    link: Geheim,
    soort: &'static str,
    account: Account,
    /// The address that was chosen, where the one that was typed for this person is somebody else's.
    adres: Option<String>,
    /// Words that people know of this person.
    bekend: Vec<String>,
}

/// What is kept with a link.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Linkgegevens {
    /// Who made it; nobody where whoever runs the program did.
    #[serde(default)]
    door: Option<Actor>,
}

/// A working one-time link with the password that was chosen.
#[derive(Debug)]
pub struct Gekozen {
    activering: Activering,
    wachtwoord: Wachtwoord,
}

impl Activering {
    /// Name of the person.
    pub fn naam(&self) -> &str {
        &self.account.naam
    }

    /// Address by which this person signs in.
    pub fn e_mail(&self) -> &str {
        &self.account.e_mail
    }

    /// `true` for somebody who had a password before.
    pub fn is_reset(&self) -> bool {
        self.soort == WACHTWOORD
    }

    /// An address has to be chosen too: the one that was typed for this person is that of another account.
    pub fn kiest_adres(&self) -> bool {
        self.adres.is_none() && invoer::is_bezet(&self.account.e_mail)
    }

    /// Checks and hashes the password. Slow on purpose: call it where blocking is allowed. The link
    /// is not used up by a password that is refused.
    pub fn choose(self, wachtwoord: &str) -> Result<Gekozen, AppError> {
        if self.kiest_adres() {
            return Err(Refusal::field("e_mail", teksten::accounts::nog_leeg()).into());
        }
        let Account { naam, e_mail, .. } = &self.account;
        let e_mail = self.adres.as_ref().unwrap_or(e_mail);
        let wachtwoord = Wachtwoord::choose(wachtwoord, naam, e_mail, &self.bekend)?;
        Ok(Gekozen { activering: self, wachtwoord })
    }
}

/// The same words for a link that never was, was used, or is too old.
fn dead_link() -> AppError {
    Refusal::new("link_werkt_niet", teksten::accounts::link_werkt_niet())
        .instead(teksten::accounts::nieuwe_link())
        .into()
}

impl App {
    /// Makes an account with its first role, and the link by which its person chooses a password.
    pub async fn create_account(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuwAccount,
        moment: Moment,
    ) -> Result<Uitgenodigd, AppError> {
        let account = self.make_account(beheer, nieuw, moment).await?;
        let link = self.put_link(beheer, &account, moment).await?;
        Ok(Uitgenodigd { account: account.id, link })
    }

    /// The account with its first role alone: nobody gets in before a link was made.
    pub(super) async fn make_account(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuwAccount,
        moment: Moment,
    ) -> Result<Account, AppError> {
        let rol = self.check_new_rol(beheer, &nieuw.rol, moment).await?;
        let address = invoer::e_mail(&nieuw.e_mail)?;
        // Whoever took the address without proving it keeps nobody out, and gets nothing of theirs.
        let e_mail = match self.storage.account_by_e_mail(&address).await? {
            Some(known) if !self.is_vouched_for(&known).await? => invoer::bezet(&address),
            Some(_) | None => address,
        };
        let account = Account {
            id: new_id()?,
            naam: invoer::line("naam", &nieuw.naam, invoer::NAAM_TEKENS)?,
            e_mail,
            wachtwoord: None,
            aangemaakt_op: moment.at,
            geblokkeerd_op: None,
            taal: None,
        };
        self.store_account(beheer, &account, moment).await?;
        self.store_rol(beheer, &account.id, rol, moment).await?;
        Ok(account)
    }

    /// A new one-time link for somebody who forgot the password or let the first link lapse.
    pub async fn new_link(
        &self,
        beheer: Beheer<'_>,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Geheim, AppError> {
        let account = self.managed_account(beheer, account, moment).await?;
        self.put_link(beheer, &account, moment).await
    }

    /// What a one-time link is for; refused when it does not work, in the same words whatever the cause.
    pub async fn open_link(&self, link: &str, moment: Moment) -> Result<Activering, AppError> {
        let secret = Geheim::parse(link).ok_or_else(dead_link)?;
        let found = self.storage.link(&secret.digest()).await?.ok_or_else(dead_link)?;
        let soort = match found.soort.as_str() {
            UITNODIGING => UITNODIGING,
            WACHTWOORD => WACHTWOORD,
            _ => return Err(dead_link()),
        };
        if found.gebruikt_op.is_some() || found.geldig_tot <= moment.at {
            return Err(dead_link());
        }
        let id = found.account.clone().ok_or_else(dead_link)?;
        let account = self.storage.account(&id).await?.ok_or_else(dead_link)?;
        if account.geblokkeerd_op.is_some() || self.maker_of(&found, &account.id, moment).await?.is_none() {
            return Err(dead_link());
        }
        let bekend = self.bekend_van(&account.id, moment).await?;
        Ok(Activering { link: secret, soort, account, adres: None, bekend })
    }

    /// The same with the address by which this person signs in from now on.
    pub async fn met_adres(&self, open: Activering, e_mail: &str) -> Result<Activering, AppError> {
        let adres = invoer::e_mail(e_mail)?;
        if self.storage.account_by_e_mail(&adres).await?.is_some() {
            return Err(Refusal::field("e_mail", teksten::accounts::adres_van_ander())
                .instead(teksten::accounts::ander_adres())
                .into());
        }
        Ok(Activering { adres: Some(adres), ..open })
    }

    /// Who made a link, while they might make it now: what opens a door asks at the door, in the name of whoever gave the key.
    async fn maker_of(
        &self,
        link: &Link,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Option<Linkgegevens>, AppError> {
        let unreadable = |_| AppError::Unreadable { place: format!("link {}", link.soort) };
        let gegevens: Linkgegevens = serde_json::from_str(&link.gegevens).map_err(unreadable)?;
        let Some(actor) = &gegevens.door else { return Ok(Some(gegevens)) };
        let maker = self.storage.account(&actor.persoon).await?;
        let held = self.rollen_today(&actor.persoon, moment).await?;
        let works = held.iter().any(|rol| rol.rol == actor.rol && rol.organisatie == actor.organisatie);
        if !works || maker.is_none_or(|maker| maker.geblokkeerd_op.is_some()) {
            return Ok(None);
        }
        match self.managed_account(Beheer::Persoon(actor), account, moment).await {
            Ok(_) => Ok(Some(gegevens)),
            Err(AppError::Refused(_) | AppError::Forbidden { .. } | AppError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Words that people know of somebody and that make no password: the schools and partnerships where they work, with their
    /// places, and the names of the own children.
    pub async fn bekend_van(&self, account: &PersoonId, moment: Moment) -> Result<Vec<String>, AppError> {
        let mut words = Vec::new();
        for rol in self.storage.rollen(account).await? {
            let place = &rol.organisatie;
            if place.kind() == Organisatiesoort::Gezin {
                if let Ok(nummer) = place.code().parse() {
                    words.extend(self.naam_van_kind(&nummer).await?);
                }
                continue;
            }
            words.push(self.organisatie_naam(place, moment.vandaag).await?);
            if let Some(vestiging) = place.vestiging() {
                let school = self.school(&vestiging, moment.vandaag).await?;
                words.extend(school.map(|school| school.plaats));
            }
        }
        Ok(words)
    }

    /// The name of a child, as words that its parents are known by.
    pub(super) async fn naam_van_kind(&self, nummer: &DossierNummer) -> Result<Option<String>, AppError> {
        let dossier = self.load_dossier(nummer).await?;
        Ok(dossier.and_then(|dossier| dossier.leerling).map(|leerling| leerling.naam()))
    }

    /// Uses up the link and sets the password. Every session and other link of the account ends.
    pub async fn activate(&self, gekozen: Gekozen, moment: Moment) -> Result<PersoonId, AppError> {
        let Gekozen { activering: Activering { link, soort, adres, .. }, wachtwoord } = gekozen;
        let used = self.storage.use_link(&link.digest(), soort, 1, moment.at).await?.ok_or_else(dead_link)?;
        let id = used.account.clone().ok_or_else(dead_link)?;
        // Read again: somebody may have blocked it while the password was being chosen.
        let account = self.storage.account(&id).await?.ok_or_else(dead_link)?;
        let maker = self.maker_of(&used, &id, moment).await?.ok_or_else(dead_link)?;
        if account.geblokkeerd_op.is_some() {
            return Err(dead_link());
        }
        let e_mail = adres.unwrap_or_else(|| account.e_mail.clone());
        let by = maker.door.as_ref().map_or_else(
            || MACHINE.to_owned(),
            |Actor { persoon, organisatie, .. }| format!("{persoon} {organisatie}"),
        );
        let account = Account { e_mail, ..account };
        self.set_password_by(account, wachtwoord, format!("{LINK} {by}"), moment).await?;
        Ok(id)
    }

    /// The same, and signs in: whoever chose a password a moment ago is not asked for it again.
    pub async fn activate_and_sign_in(&self, gekozen: Gekozen, moment: Moment) -> Result<Sessie, AppError> {
        let id = self.activate(gekozen, moment).await?;
        self.begin_session(&id, moment).await
    }

    /// Sets a password; whoever was in with the old one is out.
    pub(super) async fn set_password(
        &self,
        account: Account,
        wachtwoord: Wachtwoord,
        moment: Moment,
    ) -> Result<(), AppError> {
        self.set_password_by(account, wachtwoord, String::new(), moment).await
    }

    /// The same, with how that came about for the log of each organisation where this person works. Whoever comes in by a link or a code
    /// cannot say who was in before: the keys of programs end too. Who changes the own password is told that they go on.
    pub(super) async fn set_password_by(
        &self,
        account: Account,
        wachtwoord: Wachtwoord,
        hoe: String,
        moment: Moment,
    ) -> Result<(), AppError> {
        let id = account.id.clone();
        let soort = Handelingsoort::WachtwoordGekozen;
        let mut places = self.werkplekken(&id, moment).await?.into_iter();
        let log = Beheer::Machine.log(moment, soort, id.as_str(), hoe.clone());
        let log = Handeling { organisatie: places.next(), ..log };
        let changed = Account { wachtwoord: Some(wachtwoord.into_stored()), ..account };
        if !self.storage.update_account(&changed, &log).await? {
            return Err(AppError::NotFound);
        }
        for place in places {
            let log = Beheer::Machine.log_at(&place, moment, soort, id.as_str(), hoe.clone());
            self.storage.log_handeling(&log).await?;
        }
        if !hoe.is_empty() {
            self.end_keys(&id, moment).await?;
        }
        self.storage.end_sessions(&id).await?;
        self.end_ways_in(&id, moment).await?;
        self.storage.forget_failures(&super::aanmelden::subject_of(&changed.e_mail)).await?;
        Ok(())
    }

    /// Withdraws every key of a program of an account, each in the log of its organisation.
    async fn end_keys(&self, id: &PersoonId, moment: Moment) -> Result<(), AppError> {
        let soort = Handelingsoort::SleutelIngetrokken;
        for key in self.storage.keys_of(id).await?.iter().filter(|key| key.ingetrokken_op.is_none()) {
            let log = Beheer::Machine.log_at(&key.organisatie, moment, soort, &key.id, String::new());
            self.storage.withdraw_key(&key.id, moment.at, &log).await?;
        }
        Ok(())
    }

    /// Uses up every link and every code for a password of an account: each was given for what the account reached then.
    pub(super) async fn end_ways_in(&self, id: &PersoonId, moment: Moment) -> Result<(), AppError> {
        self.end_links(id, moment).await?;
        self.end_herstelcodes(id, moment).await
    }

    /// Uses up every link of an account that still works.
    pub(super) async fn end_links(&self, id: &PersoonId, moment: Moment) -> Result<(), AppError> {
        for soort in [UITNODIGING, WACHTWOORD] {
            while let Some(link) = self.storage.open_link(id, soort, moment.at).await? {
                if self.storage.use_link(&link.token, soort, u32::MAX, moment.at).await?.is_none() {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Stores a new account; an address that is in use is a wrong field.
    pub(super) async fn store_account(
        &self,
        beheer: Beheer<'_>,
        account: &Account,
        moment: Moment,
    ) -> Result<(), AppError> {
        self.store_account_of(beheer, account, None, moment).await.map(|_| ())
    }

    /// Makes an account; with a link only when that can be kept for it: `false` when it is somebody else's.
    pub(super) async fn store_account_of(
        &self,
        beheer: Beheer<'_>,
        account: &Account,
        link: Option<(&Digest, &str)>,
        moment: Moment,
    ) -> Result<bool, AppError> {
        let taken = || {
            Refusal::field("e_mail", teksten::accounts::adres_bezet())
                .instead(teksten::accounts::bestaand_account())
        };
        if self.storage.account_by_e_mail(&account.e_mail).await?.is_some() {
            return Err(taken().into());
        }
        let log = beheer.log(moment, Handelingsoort::AccountGemaakt, account.id.as_str(), String::new());
        let made = match link {
            Some(link) => self.storage.create_account_by_link(account, link, &log).await,
            None => self.storage.create_account(account, &log).await.map(|()| true),
        };
        match made {
            Err(StorageError::Taken { .. }) => Err(taken().into()),
            other => Ok(other?),
        }
    }

    async fn put_link(
        &self,
        beheer: Beheer<'_>,
        account: &Account,
        moment: Moment,
    ) -> Result<Geheim, AppError> {
        if account.geblokkeerd_op.is_some() {
            return Err(Refusal::new("geblokkeerd", teksten::accounts::geblokkeerd())
                .instead(teksten::accounts::blokkade_opheffen())
                .into());
        }
        // A link that was given before and went astray is worth nothing from now on.
        self.end_links(&account.id, moment).await?;
        let secret = Geheim::random()?;
        let door = match beheer {
            Beheer::Machine => None,
            Beheer::Persoon(actor) => Some(actor.clone()),
        };
        let soort = if account.wachtwoord.is_some() { WACHTWOORD } else { UITNODIGING };
        let link = Link {
            token: secret.digest(),
            soort: soort.to_owned(),
            account: Some(account.id.clone()),
            gegevens: serde_json::to_string(&Linkgegevens { door })
                .map_err(|_| AppError::Unreadable { place: format!("link {soort}") })?,
            geldig_tot: later(moment.at, LINK_GELDIG),
            pogingen: 0,
            gebruikt_op: None,
        };
        let log = beheer.log(moment, Handelingsoort::LinkGemaakt, account.id.as_str(), soort.to_owned());
        self.storage.put_link(&link, &log).await?;
        Ok(secret)
    }
}

/// The id of a new account.
pub(super) fn new_id() -> Result<PersoonId, AppError> {
    let name = random_name("p")?;
    name.parse().map_err(|_| AppError::Unreadable { place: "nieuw account".to_owned() })
}
