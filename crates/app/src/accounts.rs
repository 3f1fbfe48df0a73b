//! Accounts: who can sign in, in which role they act, and how they prove who they are.
//!
//! Nothing that proves who somebody is can be read back from the store: of links, sessions, codes
//! and keys it holds digests, of passwords argon2id strings. Everything that changes an account, a
//! role or a key is logged with it, in one write.
//!
//! Choosing and checking a password takes tens of milliseconds of processor time on purpose. That work is done inside a
//! gate ([`App::sign_in`], [`App::langzaam`]): a few at a time, on a thread that may block.

use std::time::Duration;

use base::{OrganisatieId, PersoonId, Timestamp};
use dossier::{Actor, Refusal, Rol};
use storage::Account;

use crate::{App, AppError, Moment};

mod aanmelden;
mod beheer;
mod demo;
pub(crate) mod eenmaal;
mod geheim;
mod herstelcode;
pub(crate) mod invoer;
mod logboek;
mod maken;
mod ouders;
mod pakket;
pub mod poort;
mod sessies;
mod sleutels;
mod veelgebruikt;
mod voorstel;
mod waarneming;
pub mod wachtwoord;

pub use aanmelden::{Aangemeld, Gecontroleerd, GehoudenRol, Poging, Sessie, Vanwaar};
pub use beheer::{Accountlijst, BekendAccount, Ontvanger, Toegang, roles_at};
pub use geheim::Geheim;
pub(crate) use geheim::random_name;
pub use herstelcode::{Codeverhaal, Herstelcode};
pub use logboek::{Handelingsoort, Logboekwens, Logregel};
pub use maken::{Activering, Gekozen, NieuwAccount, NieuweRol, Uitgenodigd};
pub use ouders::{Aansluiting, Ouder, Ouderaccount, Oudercode};
pub(crate) use pakket::zegel;
pub use pakket::{Eigenaar, Pakket, Verlopen};
pub use sessies::Ingelogd;
pub use sleutels::{NieuweSleutel, Sleutelfout, Sleutelstand, UitgegevenSleutel};
pub use voorstel::{Openstaand, Uitreiking};
pub use waarneming::{InPlaats, NieuweWaarneming, Waarneming};
pub use wachtwoord::Wachtwoord;

/// How long a one-time link works.
pub const LINK_GELDIG: Duration = Duration::from_hours(7 * 24);
/// How long a session lasts without being used.
pub const SESSIE_STIL: Duration = Duration::from_hours(1);
/// How long a session lasts at most.
pub const SESSIE_HOOGSTENS: Duration = Duration::from_hours(12);
/// How old the moment of last use may grow before it is written again: not every page is a write.
const SESSIE_BIJWERKEN: Duration = Duration::from_mins(1);
/// The time in which failed attempts are counted.
pub const POGINGEN_VENSTER: Duration = Duration::from_mins(15);
/// Failed attempts on one account in that time.
pub const POGINGEN_ACCOUNT: u64 = 10;
/// Failed attempts from one address in that time: a school is one address.
pub const POGINGEN_ADRES: u64 = 100;
/// Failed attempts on one account from all addresses together before one from where nobody signed in to it is refused.
pub const POGINGEN_OVERAL: u64 = 100;
/// How long it is known from where somebody signed in.
pub const BEKEND_ADRES: Duration = Duration::from_hours(90 * 24);
/// Wrong attempts after which a parents' code is dead.
pub const POGINGEN_CODE: u32 = 5;
/// Days a program's key works when no end is given.
pub const SLEUTEL_DAGEN: i32 = 365;

/// Who manages accounts.
#[derive(Debug, Clone, Copy)]
pub enum Beheer<'a> {
    /// Whoever runs the program, at its command line.
    Machine,
    /// Somebody who is signed in.
    Persoon(&'a Actor),
}

impl Beheer<'_> {
    /// Only the administrator of an organisation manages its accounts, and no others.
    pub fn check(self, organisatie: &OrganisatieId) -> Result<(), AppError> {
        let Self::Persoon(actor) = self else { return Ok(()) };
        let reden = if actor.rol != Rol::Organisatiebeheerder {
            teksten::toegang::beheerder_over_accounts()
        } else if actor.organisatie != *organisatie {
            teksten::toegang::eigen_organisatie()
        } else {
            return Ok(());
        };
        Err(AppError::Forbidden { reden })
    }

    /// An administrator decides about others: what concerns the own account is for a colleague.
    pub(crate) fn check_not_self(self, account: &PersoonId) -> Result<(), AppError> {
        match self {
            Self::Persoon(actor) if actor.persoon == *account => {
                Err(Refusal::new("eigen_account", teksten::accounts::eigen_account())
                    .instead(teksten::accounts::andere_beheerder())
                    .into())
            }
            Self::Persoon(_) | Self::Machine => Ok(()),
        }
    }
}

impl App {
    /// The account, when this administrator may decide about all of it: a password or a block
    /// reaches every role, so none of them may be of another organisation.
    async fn managed_account(
        &self,
        beheer: Beheer<'_>,
        id: &PersoonId,
        moment: Moment,
    ) -> Result<Account, AppError> {
        let Some(account) = self.storage.account(id).await? else { return Err(AppError::NotFound) };
        let Beheer::Persoon(actor) = beheer else { return Ok(account) };
        beheer.check(&actor.organisatie)?;
        let running = self.storage.rollen(id).await?;
        let mut running = running
            .iter()
            .filter(|rol| rol.tot.is_none_or(|tot| moment.vandaag < tot))
            .map(|rol| &rol.organisatie);
        if !running.clone().any(|organisatie| *organisatie == actor.organisatie) {
            return Err(AppError::NotFound);
        }
        if running.any(|organisatie| *organisatie != actor.organisatie) {
            return Err(Refusal::new("ook_elders", teksten::accounts::ook_elders())
                .instead(teksten::accounts::rol_beeindigen())
                .into());
        }
        Ok(account)
    }
}

/// `at` plus a duration; the end of time beyond it.
fn later(at: Timestamp, duration: Duration) -> Timestamp {
    at.checked_add(duration).unwrap_or(Timestamp::MAX)
}

/// `at` minus a duration; the beginning of time before it.
fn earlier(at: Timestamp, duration: Duration) -> Timestamp {
    at.checked_sub(duration).unwrap_or(Timestamp::MIN)
}
