//! Where somebody is signed in, and signing out.

use base::Timestamp;

use super::{Geheim, Handelingsoort};
use crate::{App, AppError, Moment};

/// A place where somebody is signed in, as it is shown to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingelogd {
    /// Since when.
    pub sinds: Timestamp,
    /// When it was last used; to the minute.
    pub gezien_op: Timestamp,
    /// It is the session that asks.
    pub deze: bool,
}

impl App {
    /// Ends a session; one that is gone already is no error.
    pub async fn sign_out(&self, token: &str) -> Result<(), AppError> {
        if let Some(token) = Geheim::parse(token) {
            self.storage.end_session(&token.digest()).await?;
        }
        Ok(())
    }

    /// Where the person of this session is signed in now.
    pub async fn ingelogd(&self, token: &str, moment: Moment) -> Result<Vec<Ingelogd>, AppError> {
        let who = self.who(token, moment).await?.ok_or(AppError::NotFound)?;
        let own = Geheim::parse(token).map(|token| token.digest());
        let sessions = self.storage.sessions_of(&who.account, moment.at).await?;
        let told = |session: storage::Sessie| Ingelogd {
            sinds: session.aangemaakt_op,
            gezien_op: session.gezien_op,
            deze: Some(session.token) == own,
        };
        Ok(sessions.into_iter().map(told).collect())
    }

    /// Ends every session of the person of this session; returns how many. Logged wherever that person works, so that somebody
    /// who is thrown out again and again can see that it happens.
    pub async fn sign_out_everywhere(&self, token: &str, moment: Moment) -> Result<u64, AppError> {
        let who = self.who(token, moment).await?.ok_or(AppError::NotFound)?;
        let ended = self.storage.end_sessions(&who.account).await?;
        self.log_account(&who.account, Handelingsoort::OveralUitgelogd, moment).await?;
        Ok(ended)
    }
}
