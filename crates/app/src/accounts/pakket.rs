//! What somebody typed when their session had ended, sealed for whoever opened the form.
//!
//! The parcel travels through the page where one signs in and is kept nowhere. Whoever has it reads nothing in it; it opens
//! for one person alone, within the hour, in the same run of the program. So whoever signs in next in the same browser
//! gets the text only when it is their own. Whose it is says the mark that the form carries ([`crate::merk`]), also when the
//! session was ended on purpose and nothing of it is left; for a form without a mark, the session that ended by itself.

use std::time::Duration;

use base::{PersoonId, Timestamp};
use crypto::{Fields, Secret};
use serde::{Deserialize, Serialize};
use storage::{StorageError, ids};
use teksten::Taal;

use dossier::Actor;

use super::{Aangemeld, Geheim, earlier, later};
use crate::{App, AppError, Moment, merk};

/// How long somebody has to sign in again and find their text.
const GELDIG: Duration = Duration::from_hours(1);
/// Letters of a mark.
const MERK: usize = 16;
/// How long a session that ended still says whose it was.
const HERKEND: Duration = Duration::from_hours(12);

/// A form that was sent without a session that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pakket {
    /// The role in which it was filled, as the store numbers it.
    pub rol: Option<u64>,
    /// Where the form stands.
    pub pad: String,
    /// Where its draft is kept.
    pub concept: String,
    /// What was typed, as a form sends it.
    pub inhoud: String,
    /// First instant on which it no longer opens.
    tot: Timestamp,
}

/// A session that ended a while ago: whose it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verlopen {
    account: PersoonId,
    rol: Option<u64>,
}

/// A seal for one run of the program.
pub(crate) fn zegel() -> Result<Secret, AppError> {
    Secret::generate().map_err(|error| unavailable(&error))
}

fn unavailable(error: &crypto::CipherError) -> AppError {
    StorageError::Unavailable { reason: error.to_string() }.into()
}

/// Whose a form was that arrived without a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eigenaar {
    /// Of whoever has this mark: one person in one role.
    Merk(String),
    /// Of the account of this session.
    Sessie(Verlopen),
}

impl Eigenaar {
    /// The mark of a form, when it can be one.
    pub fn of_merk(merk: &str) -> Option<Self> {
        let is_mark = merk.len() == MERK && merk.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_mark.then(|| Self::Merk(merk.to_owned()))
    }

    fn context(&self) -> Fields {
        match self {
            Self::Merk(merk) => Fields::of("pakket.v2.merk").text(merk),
            Self::Sessie(verlopen) => context(&verlopen.account),
        }
    }
}

/// For this account and no other.
fn context(account: &PersoonId) -> Fields {
    Fields::of("pakket.v1").text(account.as_str())
}

impl App {
    /// Whose a session was that ended by itself a while ago. None for one that was ended on purpose.
    pub async fn verlopen_sessie(&self, token: &str, moment: Moment) -> Result<Option<Verlopen>, AppError> {
        let Some(token) = Geheim::parse(token) else { return Ok(None) };
        let session = self.storage.session(&token.digest(), earlier(moment.at, HERKEND)).await?;
        Ok(session.map(|session| Verlopen { account: session.account, rol: session.rol }))
    }

    /// The language of whoever's session ended by itself a while ago: Dutch where they chose none.
    pub async fn taal_van_verlopen(&self, token: &str, moment: Moment) -> Result<Option<Taal>, AppError> {
        let Some(ended) = self.verlopen_sessie(token, moment).await? else { return Ok(None) };
        let account = self.storage.account(&ended.account).await?;
        Ok(account.map(|account| account.taal.and_then(|code| Taal::from_code(&code)).unwrap_or_default()))
    }

    /// Seals a form for whose it was.
    pub fn verzegel(
        &self,
        eigenaar: &Eigenaar,
        (pad, concept, inhoud): (&str, &str, String),
        moment: Moment,
    ) -> Result<String, AppError> {
        let pakket = Pakket {
            rol: match eigenaar {
                Eigenaar::Merk(_) => None,
                Eigenaar::Sessie(verlopen) => verlopen.rol,
            },
            pad: pad.to_owned(),
            concept: concept.to_owned(),
            inhoud,
            tot: later(moment.at, GELDIG),
        };
        let plain = serde_json::to_vec(&pakket)
            .map_err(|error| AppError::Unreadable { place: format!("pakket: {error}") })?;
        let sealed = self.zegel.encrypt(eigenaar.context().as_bytes(), &plain);
        Ok(ids::to_hex(&sealed.map_err(|error| unavailable(&error))?))
    }

    /// Opens a parcel for whoever signed in, with the role in which it was filled; none when it is not theirs, too old, or no
    /// parcel.
    pub fn ontzegel(&self, wie: &Aangemeld, verzegeld: &str, moment: Moment) -> Option<Pakket> {
        let sealed = ids::from_hex(verzegeld)?;
        let open = |context: &Fields| -> Option<Pakket> {
            let plain = self.zegel.decrypt(context.as_bytes(), &sealed)?;
            serde_json::from_slice(&plain).ok()
        };
        let marked = || {
            wie.rollen.iter().find_map(|held| {
                let (persoon, rol, organisatie) = (wie.account.clone(), held.rol, held.organisatie.clone());
                let merk = merk(&Actor { persoon, rol, organisatie });
                Some(Pakket { rol: Some(held.id), ..open(&Eigenaar::Merk(merk).context())? })
            })
        };
        let pakket = open(&context(&wie.account)).or_else(marked)?;
        (moment.at < pakket.tot).then_some(pakket)
    }
}
