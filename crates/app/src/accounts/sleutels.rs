//! Keys by which a program acts as one person in one role, and never more than that person.

use base::{Date, PersoonId, dates};
use dossier::toegang::Kijker;
use dossier::{Actor, Refusal};
use storage::Programmasleutel;

use super::aanmelden::GehoudenRol;
use super::geheim::random_name;
use super::{Beheer, Geheim, SLEUTEL_DAGEN, invoer};
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
        self.storage.put_key(&key, &beheer.log(moment, "sleutel_gemaakt", &key.id, what)).await?;
        Ok(UitgegevenSleutel { id: key.id, sleutel: secret, actief })
    }

    /// The own keys, newest first.
    pub async fn sleutels_of(&self, account: &PersoonId) -> Result<Vec<Programmasleutel>, AppError> {
        Ok(self.storage.keys_of(account).await?)
    }

    /// Activates an own key: only its person can.
    pub async fn activate_sleutel(&self, actor: &Actor, id: &str, moment: Moment) -> Result<(), AppError> {
        self.own_key(actor, id).await?;
        let log = Beheer::Persoon(actor).log(moment, "sleutel_geactiveerd", id, String::new());
        if self.storage.activate_key(id, moment.at, &log).await? { Ok(()) } else { Err(not_any_more()) }
    }

    /// Withdraws an own key; it stops at once.
    pub async fn withdraw_sleutel(&self, actor: &Actor, id: &str, moment: Moment) -> Result<(), AppError> {
        self.own_key(actor, id).await?;
        let log = Beheer::Persoon(actor).log(moment, "sleutel_ingetrokken", id, String::new());
        if self.storage.withdraw_key(id, moment.at, &log).await? { Ok(()) } else { Err(not_any_more()) }
    }

    async fn own_key(&self, actor: &Actor, id: &str) -> Result<Programmasleutel, AppError> {
        let keys = self.storage.keys_of(&actor.persoon).await?;
        keys.into_iter().find(|key| key.id == id).ok_or(AppError::NotFound)
    }

    /// As whom a key acts: `None` unless it is active, not withdrawn, not past its end, and its
    /// person still holds the role and is not blocked.
    pub async fn resolve_sleutel(&self, sleutel: &str, moment: Moment) -> Result<Option<Kijker>, AppError> {
        let Some(secret) = Geheim::parse(sleutel) else { return Ok(None) };
        let Some(key) = self.storage.key(&secret.digest()).await? else { return Ok(None) };
        let works = key.actief_op.is_some()
            && key.ingetrokken_op.is_none()
            && key.tot.is_none_or(|tot| moment.vandaag < tot);
        let account = self.storage.account(&key.account).await?;
        if !works || account.is_none_or(|account| account.geblokkeerd_op.is_some()) {
            return Ok(None);
        }
        let held = self.rollen_today(&key.account, moment).await?;
        let held =
            held.into_iter().find(|rol| rol.rol.code() == key.rol && rol.organisatie == key.organisatie);
        Ok(held.map(|rol| {
            let actor = Actor { persoon: key.account, rol: rol.rol, organisatie: rol.organisatie };
            Kijker { actor, groep: rol.groep }
        }))
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
