//! Telling somebody at the address of the account that a code for a new password was made or used: whoever did not ask for it can do
//! something. It is told to everybody, and not to those alone who chose to hear of news.

use base::Date;
use storage::Account;
use teksten::{Taal, berichten};

use super::{Wachtrij, mail};
use crate::App;

impl App {
    /// Tells that a code was made, which works up to and including a day; or that it was used.
    pub(crate) fn mail_herstelcode(&self, account: &Account, tot_en_met: Option<Date>) {
        if !self.sends_mail() {
            return;
        }
        let taal = account.taal.as_deref().and_then(Taal::from_code).unwrap_or_default();
        let lines = match tot_en_met {
            Some(dag) => [
                berichten::MailHerstelGemaakt { dag }.tekst(),
                berichten::mail_herstel_niet_gevraagd(),
                berichten::mail_herstel_waar(),
            ],
            None => [
                berichten::mail_herstel_gebruikt(),
                berichten::mail_herstel_was_u_niet(),
                berichten::mail_herstel_waar(),
            ],
        };
        // Where too many mails wait it stands on the page of the account all the same.
        if self.mailcodes.put(
            Wachtrij::Account,
            mail(&account.e_mail, taal, berichten::mail_herstel_onderwerp(), &lines),
            0,
        ) {
            self.mail_gevraagd.notify_one();
        }
    }
}
