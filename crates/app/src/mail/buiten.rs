//! Mails about a registration by the open form: the link that confirms it, and what came of it. Nobody is named in them, nor a school:
//! who reads along at that address may be who must not know.

use teksten::{Taal, buiten};

use super::{Wachtrij, mail};
use crate::App;

impl App {
    /// Sends the link by which a registration is confirmed; `false` where too many mails wait.
    pub(crate) fn mail_bevestigen(&self, aan: &str, taal: Taal, (adres, kenmerk): (&str, &str)) -> bool {
        let dagen = i32::try_from(verband::grenzen::DAGEN_OM_TE_BEVESTIGEN).unwrap_or(i32::MAX);
        let lines = [
            buiten::mail_bevestig(),
            buiten::MailLink { adres }.tekst(),
            buiten::MailKenmerk { kenmerk }.tekst(),
            buiten::MailTot { dagen }.tekst(),
            buiten::mail_niet_van_u(),
        ];
        let put = self.mailcodes.put(
            Wachtrij::Buiten,
            mail(aan, taal, buiten::mail_bevestig_onderwerp(), &lines),
            0,
        );
        if put {
            self.mail_gevraagd.notify_one();
        }
        put
    }

    /// Tells that a school looked at a registration, in the same words whatever came of it: whoever wrote it can be who may not know that
    /// the child is at this school, and a word that differs would tell. What came of it stands in a letter to who has authority.
    pub(crate) fn mail_gekeken(&self, aan: &str, taal: Taal, kenmerk: &str) {
        let lines = [
            buiten::mail_gekeken(),
            buiten::MailKenmerk { kenmerk }.tekst(),
            buiten::mail_brief_volgt(),
            buiten::mail_wat_nu(),
            buiten::mail_noemt_niets(),
        ];
        if self.sends_mail()
            && self.mailcodes.put(
                Wachtrij::Buiten,
                mail(aan, taal, buiten::mail_antwoord_onderwerp(), &lines),
                0,
            )
        {
            self.mail_gevraagd.notify_one();
        }
    }
}
