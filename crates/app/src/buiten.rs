//! A registration by the open form: what parents without an account write to a school, and confirm at their e-mail address.
//!
//! It proves nothing: whoever knows a name and a date of birth can write one. So it opens no file and is compared with none before
//! the school does that; whoever writes is answered alike whatever is known here. Until it is confirmed it waits, and then its
//! contents go; a confirmed one comes to the school, which takes it over by the act that it has for every registration, or says why it
//! is none of its own. Contents stand encrypted among the drafts of the school, and in no log, address or mail.

use std::collections::BTreeMap;
use std::time::Duration;

use base::{Date, PersoonId, Timestamp, Vestigingscode};
use dossier::Refusal;
use dossier::opdracht::invoer::{MOST_LINE, MOST_TEXT};
use serde::{Deserialize, Serialize};
use storage::{Digest, DraftError, DraftScope, Link, NewDraft, StreamId};
use teksten::{Taal, Tekst};
use verband::grenzen::DAGEN_OM_TE_BEVESTIGEN;

use crate::accounts::{Beheer, Geheim, Handelingsoort, invoer, random_name};
use crate::mail::Wachtrij;
use crate::{App, AppError, Moment};

mod einde;
mod school;
mod toets;

pub use einde::{GeenAanmelding, InDossier};
pub use school::{Binnengekomen, Wachtend};

/// The kind of link by which it is confirmed.
const LINK: &str = "aanmelding_van_buiten";
/// The form of what was not confirmed, each in a field of its own: all of it expires together.
pub(crate) const WACHT: &str = "van-buiten-wacht";
/// How the form of one that was confirmed begins.
const BEVESTIGD: &str = "van-buiten/";
/// The field of one that was confirmed.
const INHOUD: &str = "inhoud";
/// Who keeps it: nobody who is known here.
const NIEMAND: &str = "systeem";
/// Most of all fields together, in bytes.
const MEESTE_BYTES: usize = 48_000;
/// Most fields.
const MEESTE_VELDEN: usize = 80;
/// The field that says who fills it in: told to the school, and no field of its own form.
const WIE: &str = "wie";
/// The fields in which more than one line may stand.
const LANG: [&str; 2] = ["andere_scholen", "toelichting_ouders"];

/// What parents wrote on the open form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geschreven {
    /// Who says to have written it.
    pub naam: String,
    /// The address at which it is confirmed.
    pub e_mail: String,
    /// In which language, a code.
    pub taal: String,
    /// On which day.
    pub op: Date,
    /// The fields of the form, by their names on the form by which a school registers a child.
    pub velden: BTreeMap<String, String>,
}

/// One that was confirmed, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bevestigd {
    geschreven: Geschreven,
    bevestigd_op: Timestamp,
}

/// Of which one a link is.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gegevens {
    vestiging: Vestigingscode,
    nummer: String,
}

/// What came of one that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bevestiging {
    /// When it came to the school; none where it did not yet.
    pub op: Option<Timestamp>,
    /// It came there by this click.
    pub nu: bool,
    /// To which school, by name.
    pub school: String,
    /// By what it is known, to the school too; says nothing.
    pub kenmerk: String,
}

/// What is wrong with what stands in a field; none where it can be sent.
pub fn past_niet(veld: &str, waarde: &str) -> Option<Tekst> {
    let long = LANG.contains(&veld);
    let most = if long { MOST_TEXT / 4 } else { MOST_LINE };
    if waarde.chars().nth(most).is_some() {
        let tekens = i32::try_from(most).unwrap_or(i32::MAX);
        return Some(teksten::accounts::TeLang { tekens }.tekst());
    }
    let hidden =
        |c: char| (invoer::is_hidden(c) || base::naam::hides(c)) && !(long && matches!(c, '\n' | '\r'));
    waarde.chars().any(hidden).then(teksten::accounts::verborgen_teken)
}

fn scope(vestiging: &Vestigingscode) -> DraftScope {
    DraftScope { stream: StreamId::school(vestiging), holder: vestiging.organisatie(), persoon: None }
}

/// As people read it: the number without what makes it one of a link.
pub fn kenmerk(nummer: &str) -> String {
    nummer.chars().skip(3).take(8).collect::<String>().to_uppercase()
}

fn kept(nummer: &str) -> String {
    format!("{BEVESTIGD}{nummer}")
}

fn unreadable() -> AppError {
    AppError::Unreadable { place: "aanmelding van buiten".to_owned() }
}

/// The same words for a link that never was, is too old, or was used for what is gone.
fn worthless() -> AppError {
    Refusal::new("link_werkt_niet", teksten::buiten::link_werkt_niet())
        .instead(teksten::buiten::opnieuw_of_op_papier())
        .into()
}

impl App {
    /// A registration can be confirmed: mail is sent from here, and it is known where people open the program.
    pub fn bevestigt_van_buiten(&self) -> bool {
        self.mail.as_ref().is_some_and(|weg| weg.webadres.is_some())
    }

    /// Keeps what parents wrote to a school until they confirm it, and sends them the link for that.
    pub async fn schrijf_van_buiten(
        &self,
        vestiging: &Vestigingscode,
        mut geschreven: Geschreven,
        address: &Digest,
        moment: Moment,
    ) -> Result<(), AppError> {
        let webadres = self.mail.as_ref().and_then(|weg| weg.webadres.clone()).ok_or(AppError::NotFound)?;
        let school = self.school(vestiging, moment.vandaag).await?.ok_or(AppError::NotFound)?;
        if !self.leest_van_buiten(vestiging, moment).await? {
            return Err(Refusal::new("niemand_leest", teksten::buiten::niemand_leest())
                .instead(teksten::buiten::op_papier())
                .into());
        }
        geschreven.e_mail = invoer::e_mail(&geschreven.e_mail)?;
        geschreven.velden.retain(|_, waarde| !waarde.trim().is_empty());
        refuse_too_much(&geschreven)?;
        self.refuse_impossible(&school, &geschreven.velden, moment)?;
        // One at a time: what is refused because too much came, or waits to be mailed, is neither counted nor kept.
        let _alone = self.van_buiten_slot.lock().await;
        if !self.mailcodes.has_room(Wachtrij::Buiten) {
            return Err(Refusal::new("te_druk", teksten::buiten::te_druk()).into());
        }
        self.count_van_buiten(vestiging, &geschreven.e_mail, address, moment).await?;
        let taal = Taal::from_code(&geschreven.taal).unwrap_or_default();
        let (nummer, secret) = (random_name("ab")?, Geheim::random()?);
        self.keep_van_buiten(vestiging, (WACHT, &nummer), 0, &geschreven, moment).await?;
        let gegevens = Gegevens { vestiging: vestiging.clone(), nummer: nummer.clone() };
        let link = Link {
            token: secret.digest(),
            soort: LINK.to_owned(),
            account: None,
            gegevens: serde_json::to_string(&gegevens).map_err(|_| unreadable())?,
            geldig_tot: moment.at + Duration::from_hours(24 * DAGEN_OM_TE_BEVESTIGEN),
            pogingen: 0,
            gebruikt_op: None,
        };
        let log = log_van_buiten(vestiging, Handelingsoort::VanBuitenGeschreven, &nummer, moment);
        self.storage.put_link(&link, &log).await?;
        let way = format!("{}/aanmelden-bij-een-school/{}", webadres.trim_end_matches('/'), secret.expose());
        if !self.mail_bevestigen(&geschreven.e_mail, taal, (&way, &kenmerk(&nummer))) {
            return Err(Refusal::new("te_druk", teksten::buiten::te_druk()).into());
        }
        Ok(())
    }

    async fn keep_van_buiten(
        &self,
        vestiging: &Vestigingscode,
        (formulier, veld): (&str, &str),
        expected_version: u64,
        what: &impl Serialize,
        moment: Moment,
    ) -> Result<bool, AppError> {
        let draft = NewDraft {
            scope: scope(vestiging),
            formulier: formulier.to_owned(),
            veld: veld.to_owned(),
            expected_version,
            waarde: serde_json::to_vec(what).map_err(|_| unreadable())?,
            door: NIEMAND.parse::<PersoonId>().map_err(|_| unreadable())?,
            at: moment.at,
            unless_sent: None,
        };
        match self.storage.put_draft(draft).await {
            Ok(_) => Ok(true),
            Err(DraftError::Clash(_) | DraftError::Sent) => Ok(false),
            Err(DraftError::Storage(error)) => Err(error.into()),
        }
    }

    /// Of which registration a link is that still works, or that worked before; and when it did.
    async fn link_van_buiten(
        &self,
        token: &str,
        moment: Moment,
    ) -> Result<(Digest, Gegevens, Option<Timestamp>), AppError> {
        let digest = Geheim::parse(token).ok_or_else(worthless)?.digest();
        let link = self.storage.link(&digest).await?.filter(|link| link.soort == LINK);
        let link = link.filter(|link| moment.at < link.geldig_tot).ok_or_else(worthless)?;
        let of = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        Ok((digest, of, link.gebruikt_op))
    }

    /// A link is one by which a registration is confirmed, or was. Looking does nothing: what opens mail to look for harm follows links.
    pub async fn is_van_buiten(&self, token: &str, moment: Moment) -> Result<Bevestiging, AppError> {
        let (_, of, used) = self.link_van_buiten(token, moment).await?;
        self.told_van_buiten(&of, (used, false), moment).await
    }

    /// What whoever wrote one keeps of it: which it is, and when it came; nothing of what the school did with it, which leads to a child that
    /// it knows.
    async fn told_van_buiten(
        &self,
        Gegevens { vestiging, nummer }: &Gegevens,
        (op, nu): (Option<Timestamp>, bool),
        moment: Moment,
    ) -> Result<Bevestiging, AppError> {
        let school = self.school(vestiging, moment.vandaag).await?.map(|school| school.naam);
        Ok(Bevestiging {
            op,
            nu,
            school: school.unwrap_or_else(|| vestiging.to_string()),
            kenmerk: kenmerk(nummer),
        })
    }

    /// The parents confirm what they wrote: it comes to the school today, once.
    pub async fn bevestig_van_buiten(&self, token: &str, moment: Moment) -> Result<Bevestiging, AppError> {
        let (digest, of, used) = self.link_van_buiten(token, moment).await?;
        if used.is_some() {
            return self.told_van_buiten(&of, (used, false), moment).await;
        }
        let Gegevens { vestiging, nummer } = &of;
        let waiting = self.storage.drafts(&scope(vestiging), WACHT).await?;
        let waiting = waiting.into_iter().find(|field| &field.veld == nummer).ok_or_else(worthless)?;
        let geschreven: Geschreven = serde_json::from_slice(&waiting.waarde).map_err(|_| worthless())?;
        // Kept at the school before the link is used up: what stops in between is confirmed by the same link.
        let confirmed = Bevestigd { geschreven, bevestigd_op: moment.at };
        self.keep_van_buiten(vestiging, (&kept(nummer), INHOUD), 0, &confirmed, moment).await?;
        if self.storage.use_link(&digest, LINK, u32::MAX, moment.at).await?.is_none() {
            return self.told_van_buiten(&of, (Some(moment.at), false), moment).await;
        }
        let log = log_van_buiten(vestiging, Handelingsoort::VanBuitenBevestigd, nummer, moment);
        self.storage.log_handeling(&log).await?;
        // It stands at the school now, and not twice.
        self.keep_van_buiten(vestiging, (WACHT, nummer), waiting.versie, &(), moment).await?;
        self.told_van_buiten(&of, (Some(moment.at), true), moment).await
    }
}

/// The field of a form that says from which registration it was filled.
pub const VELD: &str = "van_buiten";

fn refuse_too_much(geschreven: &Geschreven) -> Result<(), AppError> {
    let size: usize = geschreven.velden.iter().map(|(veld, waarde)| veld.len() + waarde.len()).sum();
    if size > MEESTE_BYTES || geschreven.velden.len() > MEESTE_VELDEN {
        return Err(Refusal::new("te_veel_tekst", teksten::buiten::te_lang_samen()).into());
    }
    let own = [("naam".to_owned(), geschreven.naam.clone())];
    let mut all = geschreven.velden.iter().map(|(a, b)| (a.clone(), b.clone())).chain(own);
    match all.find_map(|(veld, waarde)| past_niet(&veld, &waarde)) {
        Some(wrong) => Err(Refusal::new("veld", wrong).into()),
        None => Ok(()),
    }
}

fn log_van_buiten(
    vestiging: &Vestigingscode,
    soort: Handelingsoort,
    nummer: &str,
    moment: Moment,
) -> storage::Handeling {
    Beheer::Machine.log_at(&vestiging.organisatie(), moment, soort, nummer, String::new())
}
