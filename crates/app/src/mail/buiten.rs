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

    /// Tells that a school recorded a registration, and whether a letter follows.
    pub(crate) fn mail_overgenomen(&self, aan: &str, taal: Taal, (kenmerk, brief): (&str, bool)) {
        let which = buiten::MailKenmerk { kenmerk }.tekst();
        let letter = if brief { buiten::mail_brief_volgt() } else { buiten::mail_geen_brief() };
        let lines = [buiten::mail_overgenomen(), which, letter, buiten::mail_noemt_niets()];
        self.tell(aan, taal, &lines);
    }

    /// Tells why a school did not take one over, by the code of the reason.
    pub(crate) fn mail_geen_aanmelding(&self, aan: &str, taal: Taal, (reden, kenmerk): (&str, &str)) {
        let why = buiten::MailWaarom { reden }.tekst();
        let which = buiten::MailKenmerk { kenmerk }.tekst();
        let lines =
            [buiten::mail_niet_overgenomen(), which, why, buiten::mail_wat_nu(), buiten::mail_noemt_niets()];
        self.tell(aan, taal, &lines);
    }

    fn tell(&self, aan: &str, taal: Taal, lines: &[teksten::Tekst]) {
        if self.sends_mail()
            && self.mailcodes.put(
                Wachtrij::Buiten,
                mail(aan, taal, buiten::mail_antwoord_onderwerp(), lines),
                0,
            )
        {
            self.mail_gevraagd.notify_one();
        }
    }
}
