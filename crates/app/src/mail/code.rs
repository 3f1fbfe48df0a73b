//! Choosing to be told by e-mail: off until somebody proves an address with the code that was sent there, and off again when
//! they say so. Another address is proved again.

use std::sync::Arc;
use std::time::Duration;

use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use dossier::opdracht::regels;
use dossier::toegang::Kijker;
use dossier::{Actor, Refusal, Rol};
use serde::{Deserialize, Serialize};
use storage::{Account, Digest, Handeling, Link, Mailkeuze};
use teksten::{Taal, berichten};

use super::{Wachtrij, mail};
use crate::accounts::{Aangemeld, Beheer, Handelingsoort, Oudercode, POGINGEN_CODE, invoer};
use crate::dossiers::Uitvoering;
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// The provision on the notice that a decision is on the own page.
const KENNISGEVING: &str = "tlv.kennisgeving_digitaal";
/// The kind of link that a code is.
const MAILCODE: &str = "mailcode";
/// How long a code works.
const GELDIG: Duration = Duration::from_hours(1);
/// Seconds of an hour.
const UUR: u64 = 3600;
/// The time in which codes are counted.
const VENSTER: Duration = Duration::from_hours(24);
/// Codes for one account, and to one address, in that time: nobody is made to receive mail that they did not ask for.
const MOST_CODES: u64 = 5;

/// How many hours a code works.
pub fn code_geldig_uren() -> i32 {
    i32::try_from(GELDIG.as_secs() / UUR).unwrap_or(i32::MAX)
}

/// What a code proves, as it is kept with it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gegevens {
    e_mail: String,
}

/// How somebody chose about e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Berichtkeuze {
    /// The proved address at which they are told; none when they are not.
    pub adres: Option<String>,
    /// The address to which a code is on its way that still works.
    pub te_bevestigen: Option<String>,
}

impl Geopend {
    /// Whoever wants decisions on the own page hears within the time of the law that one is there, unless they say that they do not
    /// want that (Awb 2:10(1)): before they agree they chose to be told, or not.
    pub(crate) async fn must_be_told(&self, said: &ZegDigitaalBereikbaar) -> Result<(), AppError> {
        if !said.ja || said.geen_bericht {
            return Ok(());
        }
        let told = self.app.storage.mail_choice(&self.kijker.actor.persoon).await?;
        if self.app.sends_mail() && told.is_some() {
            return Ok(());
        }
        let ctx = self.besluitvorming();
        let article = regels::artikel_ergens(&ctx, KENNISGEVING, self.moment.vandaag);
        let refusal =
            Refusal::field("geen_bericht", teksten::leven::bericht_of_geen_bericht()).because(article);
        let way = if self.app.sends_mail() {
            teksten::leven::berichten_aanzetten()
        } else {
            teksten::leven::geen_berichten_hier()
        };
        Err(refusal.instead(way).into())
    }
}

/// How decisions come to who wants no e-mail any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Besluitkeuze {
    /// On paper.
    Papier,
    /// On the own page all the same, without a notice.
    Pagina,
}

impl Besluitkeuze {
    /// As a form says it.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "papier" => Some(Self::Papier),
            "pagina" => Some(Self::Pagina),
            _ => None,
        }
    }

    fn said(self) -> ZegDigitaalBereikbaar {
        let on_page = self == Self::Pagina;
        ZegDigitaalBereikbaar { ja: on_page, geen_bericht: on_page }
    }
}

impl App {
    /// Somebody is told by e-mail of decisions on the own page of a child.
    pub async fn hoort_van_besluiten(
        self: &Arc<Self>,
        wie: &Aangemeld,
        moment: Moment,
    ) -> Result<bool, AppError> {
        Ok(!self.tells_decisions(wie, moment).await?.is_empty())
    }

    /// The files in which this person agreed to decisions on the own page with a notice.
    async fn tells_decisions(
        self: &Arc<Self>,
        wie: &Aangemeld,
        moment: Moment,
    ) -> Result<Vec<Geopend>, AppError> {
        let mut found = Vec::new();
        for held in wie.rollen.iter().filter(|held| held.rol == Rol::Ouder) {
            let Some(nummer) = held.organisatie.dossier() else { continue };
            let actor = Actor {
                persoon: wie.account.clone(),
                rol: Rol::Ouder,
                organisatie: held.organisatie.clone(),
            };
            let kijker = Kijker { actor, groep: String::new() };
            let open = match self.open(&kijker, &nummer, moment).await {
                Err(AppError::NotFound) => continue,
                opened => opened?,
            };
            let told = open
                .dossier
                .gezag_op(moment.vandaag)
                .any(|persoon| persoon.account.as_ref() == Some(&wie.account) && persoon.wil_bericht());
            if told {
                found.push(open);
            }
        }
        Ok(found)
    }

    /// How somebody chose about e-mail.
    pub async fn berichtkeuze(&self, wie: &Aangemeld, moment: Moment) -> Result<Berichtkeuze, AppError> {
        let adres = self.storage.mail_choice(&wie.account).await?.map(|keuze| keuze.e_mail);
        let open = self.storage.open_link(&wie.account, MAILCODE, moment.at).await?;
        let open = open.filter(|link| link.pogingen < POGINGEN_CODE);
        let te_bevestigen = open.map(|link| read(&link)).transpose()?;
        Ok(Berichtkeuze { adres, te_bevestigen })
    }

    /// Sends a code to an address, for whoever wants to be told there. Nothing is chosen yet.
    pub async fn vraag_mailcode(
        &self,
        wie: &Aangemeld,
        adres: &str,
        taal: Taal,
        moment: Moment,
    ) -> Result<(), AppError> {
        if !self.sends_mail() {
            return Err(no_mail());
        }
        let e_mail = invoer::e_mail(adres)?;
        // The own address is counted with the account alone: whoever asks codes for an address of somebody else uses up none of theirs.
        let of_account = format!("{MAILCODE} {}", wie.account);
        let of_address = format!("{MAILCODE} {}", Digest::of(e_mail.as_bytes()));
        let is_own = Account::normalise_e_mail(&wie.e_mail) == e_mail;
        for subject in [Some(of_account), (!is_own).then_some(of_address)].iter().flatten() {
            // Counted first, so that many at once are not each the first.
            self.storage.sign_in_failed(subject, moment.at).await?;
            let since = moment.at.checked_sub(VENSTER).unwrap_or(moment.at);
            if self.storage.failures_since(subject, since).await? > MOST_CODES {
                return Err(Refusal::new("te_veel_codes", berichten::te_veel_codes())
                    .instead(berichten::morgen_opnieuw())
                    .into());
            }
        }
        let code = Oudercode::random()?;
        let link = Link {
            token: code.token(&kept_for(wie)),
            soort: MAILCODE.to_owned(),
            account: Some(wie.account.clone()),
            gegevens: serde_json::to_string(&Gegevens { e_mail: e_mail.clone() })
                .map_err(|_| unreadable())?,
            geldig_tot: super::after(moment.at, GELDIG),
            pogingen: 0,
            gebruikt_op: None,
        };
        self.storage.put_link(&link, &log(wie, moment, Handelingsoort::BerichtcodeGevraagd)).await?;
        let lines = [
            berichten::MailCode { code: &code.to_string() }.tekst(),
            berichten::MailCodeHoe { uren: code_geldig_uren() }.tekst(),
            berichten::mail_code_niet_gevraagd(),
        ];
        if !self.mailcodes.put(
            Wachtrij::Account,
            mail(&e_mail, taal, berichten::mail_code_onderwerp(), &lines),
            0,
        ) {
            return Err(Refusal::new("te_druk", berichten::te_druk()).into());
        }
        self.mail_gevraagd.notify_one();
        Ok(())
    }

    /// Chooses to be told at the address to which the code was sent. Every attempt is counted before it is looked at.
    pub async fn bevestig_mailcode(
        &self,
        wie: &Aangemeld,
        code: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        let open = self.storage.open_link(&wie.account, MAILCODE, moment.at).await?;
        let link = open.ok_or_else(wrong_code)?;
        let counted = self.storage.count_attempt(&link.token, moment.at).await?;
        let code: Oudercode = code.parse().map_err(|_: AppError| wrong_code())?;
        if counted > POGINGEN_CODE || code.token(&kept_for(wie)) != link.token {
            return Err(wrong_code());
        }
        let used = self.storage.use_link(&link.token, MAILCODE, u32::MAX, moment.at).await?;
        let link = used.ok_or_else(wrong_code)?;
        let keuze =
            Mailkeuze { account: wie.account.clone(), e_mail: read(&link)?, sinds: moment.at, laatst: None };
        Ok(self.storage.choose_mail(&keuze, &log(wie, moment, Handelingsoort::BerichtAan)).await?)
    }

    /// No longer wants to be told; the address goes too. Who gets decisions on the own page says first how those come then: no decision
    /// lies there of which nobody hears (Awb 2:10(1)).
    pub async fn stop_berichten(
        self: &Arc<Self>,
        wie: &Aangemeld,
        keuze: Option<Besluitkeuze>,
        moment: Moment,
    ) -> Result<(), AppError> {
        let files = self.tells_decisions(wie, moment).await?;
        if let Some(open) = files.first() {
            let Some(keuze) = keuze else {
                let article = regels::artikel_ergens(&open.besluitvorming(), KENNISGEVING, moment.vandaag);
                return Err(Refusal::field("besluiten", berichten::besluiten_zonder_bericht())
                    .because(article)
                    .instead(berichten::kies_hoe_besluiten_komen())
                    .into());
            };
            if keuze == Besluitkeuze::Papier {
                // What lies there already without a notice goes on paper too.
                self.notices_lost(&wie.account, moment).await?;
            }
            for file in &files {
                // As it stands now: the notice that is lost was recorded in it.
                let file = file.opnieuw().await?;
                Box::pin(file.doe(keuze.said(), Uitvoering::default())).await?;
            }
        }
        // A code that still waits would turn them on again.
        if let Some(link) = self.storage.open_link(&wie.account, MAILCODE, moment.at).await? {
            self.storage.use_link(&link.token, MAILCODE, u32::MAX, moment.at).await?;
        }
        self.storage.stop_mail(&wie.account, &log(wie, moment, Handelingsoort::BerichtUit)).await?;
        Ok(())
    }
}

/// A code of one account opens nothing for another.
fn kept_for(wie: &Aangemeld) -> String {
    format!("{MAILCODE} {}", wie.account)
}

fn log(wie: &Aangemeld, moment: Moment, soort: Handelingsoort) -> Handeling {
    let beheer = wie.gekozen.as_ref().map_or(Beheer::Machine, |kijker| Beheer::Persoon(&kijker.actor));
    beheer.log(moment, soort, wie.account.as_str(), String::new())
}

fn read(link: &Link) -> Result<String, AppError> {
    let gegevens: Gegevens = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
    Ok(gegevens.e_mail)
}

fn unreadable() -> AppError {
    AppError::Unreadable { place: format!("link {MAILCODE}") }
}

fn no_mail() -> AppError {
    Refusal::new("geen_mail", berichten::geen_mail()).into()
}

/// The same words for a code that never was, was used, is too old or dead.
fn wrong_code() -> AppError {
    Refusal::field("code", berichten::code_werkt_niet()).instead(berichten::nieuwe_code()).into()
}
