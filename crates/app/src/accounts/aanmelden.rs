//! Signing in and out, sessions, and the role to act in.

use base::{OrganisatieId, PersoonId, Timestamp};
use dossier::toegang::Kijker;
use dossier::{Actor, Refusal, Rol};
use storage::{Account, Digest};
use teksten::Taal;

use super::poort::beside;
use super::{
    BEKEND_ADRES, Beheer, Geheim, Handelingsoort, POGINGEN_ACCOUNT, POGINGEN_ADRES, POGINGEN_OVERAL,
    POGINGEN_VENSTER, SESSIE_BIJWERKEN, SESSIE_HOOGSTENS, SESSIE_STIL, Wachtwoord, earlier, invoer, later,
    wachtwoord,
};
use crate::{App, AppError, Moment};

/// An attempt to sign in, before the password was looked at. Nothing in it tells whether the
/// account exists.
#[derive(Debug)]
pub struct Poging {
    account: Option<Account>,
    subject: String,
    /// By what the attempts of whoever tries here are counted: the account from this address, or from its own device.
    pair: String,
    address: String,
    /// The browser: one that is known, or a new one.
    apparaat: Geheim,
    /// This account was signed in to by this browser before.
    is_own: bool,
}

/// From where somebody signs in.
#[derive(Debug, Clone, Copy)]
pub struct Vanwaar<'a> {
    /// Digest of the address.
    pub adres: &'a Digest,
    /// What the browser keeps since it signed in before, as it was sent: it may be anything.
    pub apparaat: Option<&'a str>,
}

impl<'a> From<&'a Digest> for Vanwaar<'a> {
    fn from(adres: &'a Digest) -> Self {
        Self { adres, apparaat: None }
    }
}

/// An attempt of which the password was looked at.
#[derive(Debug)]
pub struct Gecontroleerd {
    poging: Poging,
    fits: bool,
}

impl Poging {
    /// Looks at the password. Slow on purpose, and as slow when there is no such account: call it
    /// where blocking is allowed.
    pub fn check(self, wachtwoord: &str) -> Gecontroleerd {
        let stored = self.account.as_ref().and_then(|account| account.wachtwoord.as_deref());
        let fits = wachtwoord::fits(stored, wachtwoord);
        Gecontroleerd { poging: self, fits }
    }
}

/// A new session.
#[derive(Debug, Clone)]
pub struct Sessie {
    /// For the cookie.
    pub token: Geheim,
    /// For the cookie by which this browser is known when its person signs in again; none where no password was asked.
    pub apparaat: Option<Geheim>,
    /// Whose.
    pub account: PersoonId,
}

/// A role that somebody holds today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GehoudenRol {
    /// Number of the assignment, to choose it by.
    pub id: u64,
    /// The role.
    pub rol: Rol,
    /// The organisation.
    pub organisatie: OrganisatieId,
    /// Group of a teacher; empty for others.
    pub groep: String,
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aangemeld {
    /// The account.
    pub account: PersoonId,
    /// Name as shown.
    pub naam: String,
    /// Address, for the page about the own account.
    pub e_mail: String,
    /// Every role of today.
    pub rollen: Vec<GehoudenRol>,
    /// Who looks, once a role is chosen; a single role needs no choosing.
    pub gekozen: Option<Kijker>,
    /// The language that this person chose to read in.
    pub taal: Option<Taal>,
    /// When the session ends if nothing more is done.
    pub verloopt_op: Timestamp,
}

/// By what failed attempts on an account are counted, whether or not it exists.
pub(super) fn subject_of(e_mail: &str) -> String {
    format!("account {}", Digest::of(e_mail.as_bytes()))
}

/// Under what it is kept that an account was signed in to from an address or by a browser.
fn known_from(pair: &str) -> String {
    format!("{} {pair}", storage::BEKEND)
}

/// An account by one browser.
fn by_device(subject: &str, apparaat: &Geheim) -> String {
    format!("{subject} apparaat {}", apparaat.digest())
}

/// Somebody comes in for a child too.
fn of_a_family(rollen: &[GehoudenRol]) -> bool {
    rollen.iter().any(|held| matches!(held.rol, Rol::Ouder | Rol::Leerling))
}

/// Stands for whoever has no account, where something has to be written about one.
const NIEMAND: &str = "account van niemand";

fn too_many() -> AppError {
    let minuten = i32::try_from(POGINGEN_VENSTER.as_secs() / 60).unwrap_or(i32::MAX);
    Refusal::new("te_veel_pogingen", teksten::accounts::te_veel_pogingen())
        .instead(teksten::accounts::OverMinuten { minuten }.tekst())
        .into()
}

/// A new password that is another than the old one: whoever knows that would still get in.
fn another(
    oud: &str,
    nieuw: &str,
    (naam, e_mail): (&str, &str),
    bekend: &[String],
) -> Result<Wachtwoord, AppError> {
    if wachtwoord::is_same(oud, nieuw) {
        return Err(Refusal::field("wachtwoord", teksten::accounts::wachtwoord_zelfde())
            .instead(teksten::accounts::paar_woorden())
            .into());
    }
    Wachtwoord::choose(nieuw, naam, e_mail, bekend)
}

fn wrong_password() -> AppError {
    Refusal::new("aanmelden_mislukt", teksten::accounts::aanmelden_mislukt())
        .instead(teksten::accounts::opnieuw_of_link())
        .into()
}

/// How somebody acts in a role.
pub(super) fn viewer(account: &PersoonId, rol: &GehoudenRol) -> Kijker {
    let actor = Actor { persoon: account.clone(), rol: rol.rol, organisatie: rol.organisatie.clone() };
    Kijker { actor, groep: rol.groep.clone() }
}

impl App {
    /// Signs in, inside the gate from the count of the attempt to its end: attempts side by side pass no limit.
    pub async fn sign_in(
        &self,
        e_mail: &str,
        wachtwoord: String,
        from: impl Into<Vanwaar<'_>>,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        let from = from.into();
        let _plaats = self.poort.enter().await?;
        let poging = self.begin_sign_in(e_mail, from, moment).await?;
        let checked = beside(move || poging.check(&wachtwoord)).await?;
        self.finish_sign_in(checked, moment).await
    }

    /// Begins to sign in: counts the attempt on the account before anything is looked at, so that
    /// attempts side by side count too. A browser in which this person signed in before has a count of its own, which nobody
    /// who sits elsewhere on the same network can fill.
    pub async fn begin_sign_in(
        &self,
        e_mail: &str,
        from: impl Into<Vanwaar<'_>>,
        moment: Moment,
    ) -> Result<Poging, AppError> {
        let from = from.into();
        let e_mail = Account::normalise_e_mail(e_mail);
        let (subject, address) = (subject_of(&e_mail), format!("adres {}", from.adres));
        let apparaat = match from.apparaat.and_then(Geheim::parse) {
            Some(apparaat) => apparaat,
            None => Geheim::random()?,
        };
        let device = by_device(&subject, &apparaat);
        let is_own = self.signed_in_from(&device, moment).await?;
        let pair = if is_own { device } else { format!("{subject} {address}") };
        self.check_pair(&subject, &pair, POGINGEN_ACCOUNT, moment).await?;
        // Who signed in here before is shut out neither by strangers elsewhere nor by who shares the address, as all of a school do.
        if !is_own && !self.signed_in_from(&pair, moment).await? {
            self.check_failures(&address, POGINGEN_ADRES, moment).await?;
            self.check_failures(&subject, POGINGEN_OVERAL, moment).await?;
        }
        self.storage.sign_in_failed(&subject, moment.at).await?;
        self.storage.sign_in_failed(&pair, moment.at).await?;
        self.check_pair(&subject, &pair, POGINGEN_ACCOUNT + 1, moment).await?;
        // What is no address is looked up too, as one that nobody has: it takes the same time.
        let lookup = invoer::e_mail(&e_mail).unwrap_or_default();
        let account = self.storage.account_by_e_mail(&lookup).await?;
        Ok(Poging { account, subject, pair, address, apparaat, is_own })
    }

    /// Refuses once there are so many failures on an account from an address. Whoever chose a password since, by a link, begins anew:
    /// those of the account are forgotten then, from wherever they came.
    async fn check_pair(&self, subject: &str, pair: &str, most: u64, moment: Moment) -> Result<(), AppError> {
        let since = earlier(moment.at, POGINGEN_VENSTER);
        let of_account = self.storage.failures_since(subject, since).await?;
        let from_here = self.storage.failures_since(pair, since).await?;
        if of_account.min(from_here) >= most { Err(too_many()) } else { Ok(()) }
    }

    /// Somebody signed in to this account from this address or by this browser of late: a stranger cannot shut them out.
    async fn signed_in_from(&self, pair: &str, moment: Moment) -> Result<bool, AppError> {
        let since = earlier(moment.at, BEKEND_ADRES);
        Ok(self.storage.failures_since(&known_from(pair), since).await? > 0)
    }

    /// Refuses once there are so many failures.
    pub(crate) async fn check_failures(
        &self,
        subject: &str,
        most: u64,
        moment: Moment,
    ) -> Result<(), AppError> {
        let since = earlier(moment.at, POGINGEN_VENSTER);
        if self.storage.failures_since(subject, since).await? >= most { Err(too_many()) } else { Ok(()) }
    }

    /// Ends an attempt: a session, or the same refusal whatever was wrong.
    pub async fn finish_sign_in(
        &self,
        gecontroleerd: Gecontroleerd,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        let (account, apparaat) = self.proven(gecontroleerd, moment).await?;
        let apparaat = self.device_anew(&account, &apparaat, moment).await?;
        Ok(Sessie { apparaat: Some(apparaat), ..self.begin_session(&account.id, moment).await? })
    }

    /// Made anew, as a session is: what was laid in this browser by somebody else, or taken from it, is worth nothing from here on.
    async fn device_anew(
        &self,
        account: &Account,
        apparaat: &Geheim,
        moment: Moment,
    ) -> Result<Geheim, AppError> {
        let (subject, anew) = (subject_of(&account.e_mail), Geheim::random()?);
        self.storage.forget_failures(&known_from(&by_device(&subject, apparaat))).await?;
        self.storage.sign_in_failed(&known_from(&by_device(&subject, &anew)), moment.at).await?;
        Ok(anew)
    }

    /// The account of an attempt that succeeded, and by which browser.
    async fn proven(
        &self,
        gecontroleerd: Gecontroleerd,
        moment: Moment,
    ) -> Result<(Account, Geheim), AppError> {
        let Gecontroleerd { poging, fits } = gecontroleerd;
        let Poging { account, subject, pair, address, apparaat, is_own } = poging;
        let known = account.as_ref().map(|account| account.id.clone());
        let Some(account) = account.filter(|_| fits) else {
            self.storage.sign_in_failed(&address, moment.at).await?;
            self.log_failure(known.as_ref(), &pair, moment).await?;
            return Err(wrong_password());
        };
        let known =
            [format!("{subject} {address}"), by_device(&subject, &apparaat)].map(|from| known_from(&from));
        // What strangers tried elsewhere goes on counting when this person comes in by the own browser.
        let over = if is_own { vec![&pair] } else { vec![&subject, &pair] };
        for of in over.into_iter().chain(&known) {
            self.storage.forget_failures(of).await?;
        }
        for from in &known {
            self.storage.sign_in_failed(from, moment.at).await?;
        }
        if account.geblokkeerd_op.is_some() {
            self.log_account(&account.id, Handelingsoort::AanmeldenGeweigerd, moment).await?;
            // Only who knows the password hears this.
            return Err(Refusal::new("geblokkeerd", teksten::accounts::uw_account_geblokkeerd())
                .instead(teksten::accounts::vraag_waarom())
                .into());
        }
        Ok((account, apparaat))
    }

    /// Writes down that an attempt failed, and that there were so many that nobody gets in for a while. Where there is no log
    /// to write in, as of an address that nobody has, it takes a write all the same: the time tells nothing.
    async fn log_failure(
        &self,
        account: Option<&PersoonId>,
        subject: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let since = earlier(moment.at, POGINGEN_VENSTER);
        let many = self.storage.failures_since(subject, since).await? >= POGINGEN_ACCOUNT;
        let soort = if many { Handelingsoort::AanmeldenGesloten } else { Handelingsoort::AanmeldenMislukt };
        let written = match account {
            // As of signing in: whether it was tried for work or for the own child is not known, and no employer reads of it.
            Some(account) if self.is_of_a_family(account, moment).await? => {
                let log = Beheer::Machine.log(moment, soort, account.as_str(), String::new());
                self.storage.log_handeling(&log).await?;
                1
            }
            Some(account) => self.log_account(account, soort, moment).await?,
            None => 0,
        };
        if written == 0 {
            self.storage.sign_in_failed(NIEMAND, moment.at).await?;
        }
        Ok(())
    }

    async fn is_of_a_family(&self, account: &PersoonId, moment: Moment) -> Result<bool, AppError> {
        Ok(of_a_family(&self.rollen_today(account, moment).await?))
    }

    /// Replaces the own password by another; the old one was checked as in signing in. Every
    /// session ends, and a new one begins.
    pub async fn change_password(
        &self,
        oud: Gecontroleerd,
        nieuw: Wachtwoord,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        let (account, apparaat) = self.proven(oud, moment).await?;
        let apparaat = self.device_anew(&account, &apparaat, moment).await?;
        let id = account.id.clone();
        self.set_password(account, nieuw, moment).await?;
        Ok(Sessie { apparaat: Some(apparaat), ..self.begin_session(&id, moment).await? })
    }

    pub(super) async fn begin_session(
        &self,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        let token = Geheim::random()?;
        let rollen = self.rollen_today(account, moment).await?;
        let only = match rollen.as_slice() {
            [rol] => Some(rol.id),
            _ => None,
        };
        let session = storage::Sessie {
            token: token.digest(),
            account: account.clone(),
            rol: only,
            aangemaakt_op: moment.at,
            gezien_op: moment.at,
            verloopt_op: later(moment.at, SESSIE_STIL),
        };
        self.storage.put_session(&session).await?;
        if of_a_family(&rollen) {
            // Whether a parent who works elsewhere signs in for work or for the own child is not known yet: an employer reads of it
            // when a role there is chosen.
            let log = Beheer::Machine.log(moment, Handelingsoort::Aangemeld, account.as_str(), String::new());
            self.storage.log_handeling(&log).await?;
        } else {
            self.log_account(account, Handelingsoort::Aangemeld, moment).await?;
        }
        Ok(Sessie { token, apparaat: None, account: account.clone() })
    }

    /// The roles that hold today. One that this program does not know is left out.
    pub(super) async fn rollen_today(
        &self,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<GehoudenRol>, AppError> {
        let rollen = self.storage.rollen(account).await?;
        let held = rollen.into_iter().filter(|rol| rol.holds_on(moment.vandaag)).filter_map(|rol| {
            Some(GehoudenRol {
                id: rol.id,
                rol: rol.rol.parse().ok()?,
                organisatie: rol.organisatie,
                groep: rol.groep.unwrap_or_default(),
            })
        });
        Ok(held.collect())
    }

    /// Who a session is of; `None` when it does not hold (any more). Using it makes it last.
    pub async fn who(&self, token: &str, moment: Moment) -> Result<Option<Aangemeld>, AppError> {
        let Some(token) = Geheim::parse(token) else { return Ok(None) };
        let digest = token.digest();
        let Some(session) = self.storage.session(&digest, moment.at).await? else { return Ok(None) };
        let Some(account) = self.storage.account(&session.account).await? else { return Ok(None) };
        if account.geblokkeerd_op.is_some() {
            return Ok(None);
        }
        let rollen = self.rollen_today(&account.id, moment).await?;
        let chosen = rollen.iter().find(|rol| Some(rol.id) == session.rol);
        let verloopt_op = self.keep_alive(&session, moment).await?;
        Ok(Some(Aangemeld {
            gekozen: chosen.map(|rol| viewer(&account.id, rol)),
            account: account.id,
            naam: account.naam,
            e_mail: account.e_mail,
            taal: account.taal.as_deref().and_then(Taal::from_code),
            rollen,
            verloopt_op,
        }))
    }

    /// Keeps the language in which somebody reads from now on, with the account. Logged.
    pub async fn kies_taal(&self, wie: &Aangemeld, taal: Taal, moment: Moment) -> Result<(), AppError> {
        let beheer = wie.gekozen.as_ref().map_or(Beheer::Machine, |kijker| Beheer::Persoon(&kijker.actor));
        let log =
            beheer.log(moment, Handelingsoort::TaalGekozen, wie.account.as_str(), taal.code().to_owned());
        let kept = self.storage.choose_taal(&wie.account, taal.code(), &log).await?;
        if kept { Ok(()) } else { Err(AppError::NotFound) }
    }

    async fn keep_alive(&self, session: &storage::Sessie, moment: Moment) -> Result<Timestamp, AppError> {
        if moment.at < later(session.gezien_op, SESSIE_BIJWERKEN) {
            return Ok(session.verloopt_op);
        }
        let expires = later(moment.at, SESSIE_STIL).min(later(session.aangemaakt_op, SESSIE_HOOGSTENS));
        self.storage.touch_session(&session.token, moment.at, expires).await?;
        Ok(expires)
    }

    /// Chooses the role to act in, among those that hold today. Logged.
    pub async fn choose_rol(&self, token: &str, rol: u64, moment: Moment) -> Result<Kijker, AppError> {
        let who = self.who(token, moment).await?.ok_or(AppError::NotFound)?;
        let held = who.rollen.iter().find(|held| held.id == rol).ok_or_else(|| {
            Refusal::field("rol", teksten::accounts::niet_uw_rol()).instead(teksten::accounts::eigen_rol())
        })?;
        let kijker = viewer(&who.account, held);
        let digest = Geheim::parse(token).ok_or(AppError::NotFound)?.digest();
        if !self.storage.choose_rol(&digest, rol).await? {
            return Err(AppError::NotFound);
        }
        let what = format!("{} bij {}", held.rol, held.organisatie);
        let log = Beheer::Persoon(&kijker.actor).log(
            moment,
            Handelingsoort::RolGekozen,
            who.account.as_str(),
            what,
        );
        self.storage.log_handeling(&log).await?;
        Ok(kijker)
    }

    /// Replaces the own password, inside the gate as signing in: the old one is an attempt like any other. Every session
    /// ends, and a new one begins.
    pub async fn replace_password(
        &self,
        wie: &Aangemeld,
        (oud, nieuw): (String, String),
        from: impl Into<Vanwaar<'_>>,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        let from = from.into();
        let _plaats = self.poort.enter().await?;
        let poging = self.begin_sign_in(&wie.e_mail, from, moment).await?;
        let (naam, e_mail) = (wie.naam.clone(), wie.e_mail.clone());
        let bekend = self.bekend_van(&wie.account, moment).await?;
        let both = move || {
            let checked = poging.check(&oud);
            // What is chosen is only looked at, and hashed, once the old one was right.
            let chosen = checked.fits.then(|| another(&oud, &nieuw, (&naam, &e_mail), &bekend)).transpose();
            (checked, chosen)
        };
        match beside(both).await? {
            (checked, Ok(Some(chosen))) => self.change_password(checked, chosen, moment).await,
            // The attempt was right: it does not count.
            (checked, Err(refusal)) => self.proven(checked, moment).await.and(Err(refusal)),
            (checked, Ok(None)) => {
                Err(self.proven(checked, moment).await.err().unwrap_or_else(wrong_password))
            }
        }
    }
}
