//! A demo: whoever sits at it chooses whom to be, without a password.
//!
//! Two things have to be so: the program was started as a demo, and the database was made by one. What somebody writes into a
//! database opens nothing.

use base::PersoonId;

use super::Sessie;
use crate::{App, AppError, Moment};

impl App {
    /// What a demo database says of itself: its seed, the accounts to choose from. None in any other.
    pub async fn demo_beschrijving(&self) -> Result<Option<String>, AppError> {
        Ok(self.storage.instantie().await?.demo)
    }

    /// Name and roles of an account that a demo offers to choose.
    pub async fn demo_account(
        &self,
        account: &PersoonId,
    ) -> Result<Option<(String, Vec<storage::Rol>)>, AppError> {
        let Some(found) = self.storage.account(account).await? else { return Ok(None) };
        Ok(Some((found.naam, self.storage.rollen(account).await?)))
    }

    /// Signs in as somebody without a password. Exists where the program was started as a demo, on a database that is one.
    pub async fn sign_in_as(&self, account: &PersoonId, moment: Moment) -> Result<Sessie, AppError> {
        if !self.is_demo || self.storage.instantie().await?.demo.is_none() {
            return Err(AppError::Forbidden { reden: teksten::toegang::alleen_demo() });
        }
        let account = self.storage.account(account).await?.ok_or(AppError::NotFound)?;
        self.begin_session(&account.id, moment).await
    }
}
