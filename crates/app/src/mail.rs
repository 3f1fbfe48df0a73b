//! E-mail: a code that proves an address, and the notice that there is something new.
//!
//! A mail tells nothing: no child, school, kind of letter or number, in no part of it. Whoever wants to know signs in. What
//! is new is queued with the append that brings it ([`nieuws`]); what is queued is sent by one loop, beside the requests
//! ([`App::send_mail`]), at most once a day to each person. A code waits in memory alone: it is kept nowhere as it is.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use base::{Timestamp, dates};
use storage::Wachtende;
use teksten::{Taal, Tekst, berichten};

use crate::{App, AppError, Moment};

mod buiten;
mod code;
mod herstel;
mod mislukt;
mod nieuws;

pub use code::{Berichtkeuze, Besluitkeuze, code_geldig_uren};
pub(crate) use nieuws::{Stond, aankondiging};

/// How many accounts are looked up at a time.
const PER_LOOK: u32 = 64;
/// How long after a failure it is tried again, each time it fails; after the last it is given up.
const PAUZES: [Duration; 9] = [
    Duration::from_mins(2),
    Duration::from_mins(10),
    Duration::from_hours(1),
    Duration::from_hours(4),
    Duration::from_hours(12),
    Duration::from_hours(24),
    Duration::from_hours(24),
    Duration::from_hours(24),
    Duration::from_hours(24),
];
/// When on the next day a notice comes that may not come today any more.
const OCHTEND: Duration = Duration::from_hours(7);
/// Codes that wait to be sent at the same time, and so many mails about the open form.
const MOST_CODES: usize = 200;
/// How often a code is tried: who asked for it waits for it.
const CODE_POGINGEN: usize = 5;

/// A mail to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// To which address.
    pub aan: String,
    /// Its subject.
    pub onderwerp: String,
    /// Its text, in lines.
    pub tekst: String,
    /// Its language.
    pub taal: Taal,
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mail(…)")
    }
}

/// Why a mail did not go out: never to whom, and never in the words of the server, which name the address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailFout {
    /// The server gives no answer, or not in time.
    #[error("the mail server does not answer")]
    Onbereikbaar,
    /// The connection is not safe, and no mail goes over it.
    #[error("the mail server offers no connection that is safe")]
    Onveilig,
    /// The server says no, with this code.
    #[error("the mail server refuses with code {0}")]
    Geweigerd(u16),
    /// It could not be made.
    #[error("the mail could not be made")]
    Onleesbaar,
}

/// What takes a mail and sends it.
#[async_trait]
pub trait Mailserver: Send + Sync {
    /// Sends a mail; it went out when this returns.
    async fn send(&self, mail: &Mail, at: Timestamp) -> Result<(), MailFout>;
}

/// How this installation sends mail.
pub struct Mailweg {
    /// The server.
    pub server: Arc<dyn Mailserver>,
    /// Where people open the program, for the link in a notice; none is given where it is not known.
    pub webadres: Option<String>,
}

/// In which queue a mail waits: what strangers ask for on the open form keeps nothing from somebody with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wachtrij {
    /// Codes, and that a code was made: these go first.
    Account,
    /// About a registration by the open form.
    Buiten,
}

/// Mails on their way to an address, by turn and how often they were tried.
#[derive(Default)]
pub(crate) struct Onderweg(Mutex<Wachtenden>);

#[derive(Default)]
struct Wachtenden {
    account: VecDeque<(Mail, usize)>,
    buiten: VecDeque<(Mail, usize)>,
}

impl Wachtenden {
    fn of(&mut self, rij: Wachtrij) -> &mut VecDeque<(Mail, usize)> {
        match rij {
            Wachtrij::Account => &mut self.account,
            Wachtrij::Buiten => &mut self.buiten,
        }
    }
}

impl Onderweg {
    /// `false` when too many wait in that queue already.
    fn put(&self, rij: Wachtrij, mail: Mail, tries: usize) -> bool {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = waiting.of(rij);
        let room = waiting.len() < MOST_CODES;
        if room {
            waiting.push_back((mail, tries));
        }
        room
    }

    /// One more can wait in a queue.
    pub(crate) fn has_room(&self, rij: Wachtrij) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).of(rij).len() < MOST_CODES
    }

    /// The one whose turn it is.
    fn next(&self) -> Option<(Wachtrij, Mail, usize)> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        [Wachtrij::Account, Wachtrij::Buiten].into_iter().find_map(|rij| {
            let (mail, tries) = waiting.of(rij).pop_front()?;
            Some((rij, mail, tries))
        })
    }
}

/// What a round of mail did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mailronde {
    /// Mails that went out.
    pub verstuurd: usize,
    /// Why others did not; they are tried again.
    pub mislukt: Vec<MailFout>,
    /// Mails that are tried no more.
    pub opgegeven: usize,
}

/// What is sent to whoever chose to be told.
fn notice(wachtende: &Wachtende, webadres: Option<&str>) -> Mail {
    let taal = wachtende.taal.as_deref().and_then(Taal::from_code).unwrap_or_default();
    let hoe = match webadres {
        Some(adres) => berichten::MailLogIn { adres }.tekst(),
        None => berichten::mail_log_in_zonder_adres(),
    };
    let lines =
        [berichten::mail_onderwerp(), hoe, berichten::mail_waarom_niets(), berichten::mail_uitzetten()];
    mail(&wachtende.e_mail, taal, berichten::mail_onderwerp(), &lines)
}

fn mail(aan: &str, taal: Taal, onderwerp: Tekst, lines: &[Tekst]) -> Mail {
    let lines: Vec<String> = lines.iter().map(|line| taal.zeg(line)).collect();
    let tekst = format!("{}\n", lines.join("\n\n"));
    Mail { aan: aan.to_owned(), onderwerp: taal.zeg(onderwerp), tekst, taal }
}

impl App {
    /// The same program, which sends mail.
    #[must_use]
    pub fn with_mail(self, weg: Mailweg) -> Self {
        Self { mail: Some(weg), ..self }
    }

    /// Mail is sent from here.
    pub fn sends_mail(&self) -> bool {
        self.mail.is_some()
    }

    /// Waits until a code is to be sent; a notice has time.
    pub async fn mail_asked(&self) {
        self.mail_gevraagd.notified().await;
    }

    /// Sends what waits: codes first, then what is new. A server that is away holds up nobody but this round.
    pub async fn send_mail(&self, moment: Moment) -> Result<Mailronde, AppError> {
        let mut ronde = Mailronde::default();
        let Some(weg) = &self.mail else { return Ok(ronde) };
        let mut again = Vec::new();
        // No more than there is room for: what goes on coming in holds up no notice.
        for _ in 0..2 * MOST_CODES {
            let Some((rij, mail, tries)) = self.mailcodes.next() else { break };
            match weg.server.send(&mail, moment.at).await {
                Ok(()) => ronde.verstuurd += 1,
                Err(_) if tries + 1 >= CODE_POGINGEN => ronde.opgegeven += 1,
                Err(error) => {
                    again.push((rij, mail, tries + 1));
                    ronde.mislukt.push(error);
                }
            }
        }
        for (rij, mail, tries) in again {
            if !self.mailcodes.put(rij, mail, tries) {
                ronde.opgegeven += 1;
            }
        }
        // Who looked meanwhile knows.
        self.storage.drop_seen_mail(moment.at).await?;
        loop {
            let due = self.storage.waiting_mail(moment.at, PER_LOOK).await?;
            if due.is_empty() {
                return Ok(ronde);
            }
            for wachtende in &due {
                self.send_notice(weg, wachtende, moment, &mut ronde).await?;
            }
        }
    }

    /// Sends one notice; after it nothing of this account is due at this moment any more.
    async fn send_notice(
        &self,
        weg: &Mailweg,
        wachtende: &Wachtende,
        moment: Moment,
        ronde: &mut Mailronde,
    ) -> Result<(), AppError> {
        let account = &wachtende.account;
        if wachtende.geblokkeerd {
            self.notices_lost(account, moment).await?;
            return Ok(self.storage.drop_mail(account).await?);
        }
        let today = dates::start_of_day_in_nl(moment.vandaag).unwrap_or(moment.at);
        if !self.storage.claim_mail(account, moment.at, today).await? {
            return Ok(self.storage.postpone_mail(account, tomorrow(moment)).await?);
        }
        match weg.server.send(&notice(wachtende, weg.webadres.as_deref()), moment.at).await {
            Ok(()) => {
                self.storage.mail_sent(account, moment.at).await?;
                ronde.verstuurd += 1;
            }
            Err(error) => {
                let tries = usize::try_from(wachtende.pogingen).unwrap_or(usize::MAX);
                let again = PAUZES.get(tries).map_or(Timestamp::MAX, |pause| after(moment.at, *pause));
                self.storage.mail_failed(account, again).await?;
                if tries < PAUZES.len() {
                    ronde.mislukt.push(error);
                } else {
                    self.notices_lost(account, moment).await?;
                    self.storage.drop_mail(account).await?;
                    ronde.opgegeven += 1;
                }
            }
        }
        Ok(())
    }
}

fn after(at: Timestamp, pause: Duration) -> Timestamp {
    at.checked_add(pause).unwrap_or(Timestamp::MAX)
}

fn tomorrow(moment: Moment) -> Timestamp {
    let next = dates::plus_days(moment.vandaag, 1).and_then(dates::start_of_day_in_nl);
    next.map_or(Timestamp::MAX, |midnight| after(midnight, OCHTEND))
}
