//! Keys by which a program acts as one person in one role, and never more than that person.

use base::{Date, PersoonId, dates};
use dossier::toegang::Kijker;
use dossier::{Actor, Refusal};
use storage::Programmasleutel;
use teksten::{Taal, Tekst, accounts};

use super::aanmelden::GehoudenRol;
use super::geheim::random_name;
use super::{Beheer, Geheim, Handelingsoort, SLEUTEL_DAGEN, invoer};
use crate::{App, AppError, Moment};

/// A key to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweSleutel {
    /// The account it acts for.
    pub account: PersoonId,
    /// The role, as the number of its assignment; none when the person has only one.
    pub rol: Option<u64>,
    /// What it is for.
    pub naam: String,
    /// First day on which it no longer works; none for a year from today.
    pub tot: Option<Date>,
}

/// A key, given out once.
#[derive(Debug, Clone)]
pub struct UitgegevenSleutel {
    /// Short public name.
    pub id: String,
    /// The key.
    pub sleutel: Geheim,
    /// It works now; otherwise its person has to activate it.
    pub actief: bool,
}

impl App {
    /// Makes a key. It sleeps until its person activates it; in a demo database it works at once.
    pub async fn make_sleutel(
        &self,
        beheer: Beheer<'_>,
        nieuw: &NieuweSleutel,
        moment: Moment,
    ) -> Result<UitgegevenSleutel, AppError> {
        let account = self.managed_account(beheer, &nieuw.account, moment).await?;
        if account.geblokkeerd_op.is_some() {
            return Err(Refusal::field("account", teksten::accounts::geblokkeerd()).into());
        }
        let rol = pick(self.rollen_today(&account.id, moment).await?, nieuw.rol)?;
        beheer.check(&rol.organisatie)?;
        let tot = nieuw.tot.or_else(|| dates::plus_days(moment.vandaag, SLEUTEL_DAGEN));
        if tot.is_none_or(|tot| tot <= moment.vandaag) {
            return Err(Refusal::field("tot", teksten::accounts::sleutel_verlopen())
                .instead(teksten::accounts::latere_dag())
                .into());
        }
        let actief = self.storage.instantie().await?.demo.is_some();
        let secret = Geheim::random()?;
        let key = Programmasleutel {
            id: random_name("k")?,
            sleutel: secret.digest(),
            naam: invoer::line("naam", &nieuw.naam, invoer::NAAM_TEKENS)?,
            account: account.id,
            rol: rol.rol.code().to_owned(),
            organisatie: rol.organisatie,
            aangemaakt_op: moment.at,
            tot,
            actief_op: actief.then_some(moment.at),
            ingetrokken_op: None,
        };
        let what = format!("voor {} als {} bij {}", key.account, key.rol, key.organisatie);
        let log = beheer.log_at(&key.organisatie, moment, Handelingsoort::SleutelGemaakt, &key.id, what);
        self.storage.put_key(&key, &log).await?;
        Ok(UitgegevenSleutel { id: key.id, sleutel: secret, actief })
    }

    /// The own keys, newest first.
    pub async fn sleutels_of(&self, account: &PersoonId) -> Result<Vec<Programmasleutel>, AppError> {
        Ok(self.storage.keys_of(account).await?)
    }

    /// Activates an own key: only its person can.
    pub async fn activate_sleutel(&self, actor: &Actor, id: &str, moment: Moment) -> Result<(), AppError> {
        self.own_key(actor, id).await?;
        let log = Beheer::Persoon(actor).log(moment, Handelingsoort::SleutelGeactiveerd, id, String::new());
        if self.storage.activate_key(id, moment.at, &log).await? { Ok(()) } else { Err(not_any_more()) }
    }

    /// Withdraws an own key; it stops at once.
    pub async fn withdraw_sleutel(&self, actor: &Actor, id: &str, moment: Moment) -> Result<(), AppError> {
        self.own_key(actor, id).await?;
        let log = Beheer::Persoon(actor).log(moment, Handelingsoort::SleutelIngetrokken, id, String::new());
        if self.storage.withdraw_key(id, moment.at, &log).await? { Ok(()) } else { Err(not_any_more()) }
    }

    async fn own_key(&self, actor: &Actor, id: &str) -> Result<Programmasleutel, AppError> {
        let keys = self.storage.keys_of(&actor.persoon).await?;
        keys.into_iter().find(|key| key.id == id).ok_or(AppError::NotFound)
    }

    /// As whom a key acts, or why it does not: only whoever has the secret hears which key it is.
    pub async fn resolve_sleutel(
        &self,
        sleutel: &str,
        moment: Moment,
    ) -> Result<Result<Kijker, Sleutelfout>, AppError> {
        let Some(secret) = Geheim::parse(sleutel) else { return Ok(Err(Sleutelfout::Onbekend)) };
        let Some(key) = self.storage.key(&secret.digest()).await? else {
            return Ok(Err(Sleutelfout::Onbekend));
        };
        match Sleutelstand::of(&key, moment.vandaag) {
            Sleutelstand::Werkt => {}
            Sleutelstand::Wacht => return Ok(Err(Sleutelfout::Wacht)),
            Sleutelstand::Verlopen => return Ok(Err(Sleutelfout::Verlopen)),
            Sleutelstand::Ingetrokken => return Ok(Err(Sleutelfout::Ingetrokken)),
        }
        let account = self.storage.account(&key.account).await?;
        if account.is_none_or(|account| account.geblokkeerd_op.is_some()) {
            return Ok(Err(Sleutelfout::Geblokkeerd));
        }
        let held = self.rollen_today(&key.account, moment).await?;
        let held =
            held.into_iter().find(|rol| rol.rol.code() == key.rol && rol.organisatie == key.organisatie);
        Ok(held.ok_or(Sleutelfout::GeenRol).map(|rol| {
            let actor = Actor { persoon: key.account, rol: rol.rol, organisatie: rol.organisatie };
            Kijker { actor, groep: rol.groep }
        }))
    }
}

/// How a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sleutelstand {
    /// Its person has not activated it yet.
    Wacht,
    /// It works, as long as its person holds the role.
    Werkt,
    /// Its last day has passed.
    Verlopen,
    /// It was withdrawn.
    Ingetrokken,
}

impl Sleutelstand {
    /// How a key stands on a day.
    pub fn of(key: &Programmasleutel, on: Date) -> Self {
        match (key.ingetrokken_op, key.actief_op) {
            (Some(_), _) => Self::Ingetrokken,
            _ if key.tot.is_some_and(|tot| tot <= on) => Self::Verlopen,
            (None, None) => Self::Wacht,
            (None, Some(_)) => Self::Werkt,
        }
    }
}

/// Why a key does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sleutelfout {
    /// It is nobody's key.
    Onbekend,
    /// Its person has not activated it yet.
    Wacht,
    /// Its last day has passed.
    Verlopen,
    /// It was withdrawn.
    Ingetrokken,
    /// Its person is blocked.
    Geblokkeerd,
    /// Its person holds the role no more.
    GeenRol,
}

/// In Dutch, for programs and the command line.
impl std::fmt::Display for Sleutelfout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Taal::Nl.zeg(self.tekst()))
    }
}

impl Sleutelfout {
    /// The code, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Onbekend => "sleutel_onbekend",
            Self::Wacht => "sleutel_niet_aangezet",
            Self::Verlopen => "sleutel_verlopen",
            Self::Ingetrokken => "sleutel_ingetrokken",
            Self::Geblokkeerd => "account_geblokkeerd",
            Self::GeenRol => "sleutel_zonder_rol",
        }
    }

    /// What it means, and what to do.
    pub fn tekst(self) -> Tekst {
        match self {
            Self::Onbekend => accounts::sleutel_onbekend(),
            Self::Wacht => accounts::sleutel_wacht(),
            Self::Verlopen => accounts::sleutel_is_verlopen(),
            Self::Ingetrokken => accounts::sleutel_ingetrokken(),
            Self::Geblokkeerd => accounts::sleutel_geblokkeerd(),
            Self::GeenRol => accounts::sleutel_zonder_rol(),
        }
    }
}

fn not_any_more() -> AppError {
    Refusal::new("sleutel", teksten::accounts::sleutel_al_actief()).into()
}

/// The role of a new key: the one asked for, or the only one.
fn pick(rollen: Vec<GehoudenRol>, asked: Option<u64>) -> Result<GehoudenRol, AppError> {
    let options: Vec<String> = rollen
        .iter()
        .map(|rol| format!("{} ({} bij {})", rol.id, rol.rol.label(), rol.organisatie))
        .collect();
    let mut fitting = rollen.into_iter().filter(|rol| asked.is_none_or(|asked| asked == rol.id));
    let refusal = match (fitting.next(), fitting.next()) {
        (Some(only), None) => return Ok(only),
        (None, _) if options.is_empty() => Refusal::field("account", teksten::accounts::geen_rol()),
        (None, _) => Refusal::field("rol", teksten::accounts::rol_niet_vandaag())
            .instead(teksten::accounts::EenVan { rollen: &options.join(", ") }.tekst()),
        (Some(_), Some(_)) => Refusal::field("rol", teksten::accounts::meer_rollen())
            .instead(teksten::accounts::EenKiezen { rollen: &options.join(", ") }.tekst()),
    };
    Err(refusal.into())
}
