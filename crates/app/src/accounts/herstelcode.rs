//! A family that forgot its password: the school or the partnership gives a new code, on paper or by hand.
//!
//! Like the first code it works with the birth date of the child, once, and is dead after a few wrong tries. It opens the account
//! that is there. So it is given only where whoever gives it may open a page to this parent anyway: of an account that reaches
//! further, to another child or to work, it is asked of who runs the program.

use base::{Date, DossierNummer, dates};
use dossier::staat::{Leerling, Persoon};
use dossier::{Dossier, Refusal};
use serde::{Deserialize, Serialize};
use storage::{Account, Digest, Link};

use super::ouders::{after_day, unreadable, wrong_code};
use super::{Beheer, Handelingsoort, Oudercode, POGINGEN_CODE, Sessie, Wachtwoord};
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// The kind of link that such a code is.
pub(super) const HERSTELCODE: &str = "herstelcode";
/// Days that such a code works, the day on which it is made included.
const DAGEN: i32 = 14;

/// What a code is for, as it is kept with it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gegevens {
    dossier: DossierNummer,
    persoon: u32,
}

/// A code for somebody who has an account.
#[derive(Debug, Clone)]
pub struct Herstelcode {
    /// The code, shown once.
    pub code: Oudercode,
    /// The last day on which it works.
    pub tot_en_met: Date,
}

impl Geopend {
    /// Makes a code by which a parent who has a page chooses a new password. An earlier one is worth nothing from then on.
    pub async fn herstelcode(&self, persoon: u32) -> Result<Herstelcode, AppError> {
        self.vereis("nodig_ouder_uit")?;
        let account = self.account_of(persoon).await?;
        let (app, moment, actor) = (&self.app, self.moment, &self.kijker.actor);
        let tot_en_met = dates::plus_days(moment.vandaag, DAGEN - 1).unwrap_or(moment.vandaag);
        let geldig_tot = after_day(tot_en_met).ok_or_else(unreadable)?;
        app.end_herstelcodes(&account, moment).await?;
        let code = Oudercode::random()?;
        let nummer = &self.dossier.nummer;
        let gegevens = Gegevens { dossier: nummer.clone(), persoon };
        let link = Link {
            token: code.token(HERSTELCODE),
            soort: HERSTELCODE.to_owned(),
            account: Some(account.id),
            gegevens: serde_json::to_string(&gegevens).map_err(|_| unreadable())?,
            geldig_tot,
            pogingen: 0,
            gebruikt_op: None,
        };
        let (soort, what) = (Handelingsoort::HerstelcodeGemaakt, format!("persoon {persoon}"));
        let log = Beheer::Persoon(actor).log(moment, soort, &format!("dossier/{nummer}"), what);
        app.storage.put_link(&link, &log).await?;
        Ok(Herstelcode { code, tot_en_met })
    }

    /// The account of a parent in this file, where a code for it opens nothing that is not this school's or partnership's to open.
    async fn account_of(&self, persoon: u32) -> Result<Account, AppError> {
        let person = self.dossier.persoon(persoon).filter(|one| one.is_current(self.moment.vandaag));
        let id = person.and_then(|one| one.account.clone()).ok_or(AppError::NotFound)?;
        let account = self.app.storage.account(&id).await?.ok_or(AppError::NotFound)?;
        if account.geblokkeerd_op.is_some() {
            return Err(Refusal::new("geblokkeerd", teksten::accounts::geblokkeerd())
                .instead(teksten::accounts::andere_beheerder())
                .into());
        }
        let own = self.dossier.nummer.gezin();
        let further =
            self.app.storage.rollen(&id).await?.into_iter().filter(|rol| rol.holds_on(self.moment.vandaag));
        for rol in further.filter(|rol| rol.organisatie != own) {
            let other = rol.organisatie.code().parse::<DossierNummer>().ok();
            let Some(other) = other.filter(|nummer| nummer.gezin() == rol.organisatie) else {
                return Err(reaches_further());
            };
            let opened = self.app.open(&self.kijker, &other, self.moment).await;
            if !opened.is_ok_and(|open| open.vereis("nodig_ouder_uit").is_ok()) {
                return Err(reaches_further());
            }
        }
        Ok(account)
    }
}

fn reaches_further() -> AppError {
    Refusal::new("ook_elders", teksten::accounts::account_reikt_verder())
        .instead(teksten::accounts::vraag_wie_draait())
        .into()
}

impl App {
    /// Uses up every code for a new password of an account.
    pub(super) async fn end_herstelcodes(&self, account: &Account, moment: Moment) -> Result<(), AppError> {
        while let Some(link) = self.storage.open_link(&account.id, HERSTELCODE, moment.at).await? {
            if self.storage.use_link(&link.token, HERSTELCODE, u32::MAX, moment.at).await?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Chooses a new password by a code and the birth date of the child, and signs in. Refused in the same words whatever is
    /// wrong with the code, and counted like the first code; a password that is refused does not use it up.
    pub async fn herstel_wachtwoord(
        &self,
        code: &Oudercode,
        geboortedatum: Date,
        wachtwoord: String,
        address: &Digest,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        self.count_code(address, moment).await?;
        let token = code.token(HERSTELCODE);
        let Some((account, dossier)) = self.weigh_herstelcode(&token, geboortedatum, moment).await? else {
            self.code_failed(address, moment).await?;
            return Err(wrong_code());
        };
        let (naam, e_mail) = (account.naam.clone(), account.e_mail.clone());
        let mut bekend = self.bekend_van(&account.id, moment).await?;
        bekend.extend(dossier.leerling.as_ref().map(Leerling::naam));
        let chosen =
            self.langzaam(move || Wachtwoord::choose(&wachtwoord, &naam, &e_mail, &bekend)).await??;
        let used = self.storage.use_link(&token, HERSTELCODE, u32::MAX, moment.at).await?;
        used.ok_or_else(wrong_code)?;
        let id = account.id.clone();
        self.set_password(account, chosen, moment).await?;
        self.begin_session(&id, moment).await
    }

    /// The account and the file of a code, when code and birth date belong together and both still stand.
    async fn weigh_herstelcode(
        &self,
        token: &Digest,
        geboortedatum: Date,
        moment: Moment,
    ) -> Result<Option<(Account, Dossier)>, AppError> {
        let Some(link) = self.storage.link(token).await? else { return Ok(None) };
        let works = link.soort == HERSTELCODE && link.gebruikt_op.is_none() && moment.at < link.geldig_tot;
        if !works || self.storage.count_attempt(token).await? > POGINGEN_CODE {
            return Ok(None);
        }
        let Gegevens { dossier, persoon } = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        let Some(dossier) = self.load_dossier(&dossier).await? else { return Ok(None) };
        let born = dossier.leerling.as_ref().is_some_and(|leerling| leerling.geboortedatum == geboortedatum);
        let is_it = |one: &Persoon| one.account == link.account && one.is_current(moment.vandaag);
        if !born || !dossier.persoon(persoon).is_some_and(is_it) {
            return Ok(None);
        }
        let Some(id) = link.account else { return Ok(None) };
        let account = self.storage.account(&id).await?.filter(|account| account.geblokkeerd_op.is_none());
        Ok(account.map(|account| (account, dossier)))
    }
}
