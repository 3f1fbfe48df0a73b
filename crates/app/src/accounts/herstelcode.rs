//! A family that forgot its password: the school or the partnership gives a new code, on paper or by hand.
//!
//! Like the first code it works with the birth date of the child, once, and is dead after a few wrong tries. It opens the account
//! that is there. So it is given only where whoever gives it may open a page to this parent anyway: of an account that reaches
//! further, to another child or to work, it is asked of who runs the program. What opens a door asks at the door: when it is used the same is asked
//! again, of whoever made it, as that person stands then. Whose account it is reads of each code, on the own page and by e-mail.

use std::collections::BTreeSet;
use std::sync::Arc;

use base::{Date, DossierNummer, OrganisatieId, PersoonId, SwvCode, Timestamp, dates};
use dossier::staat::Leerling;
use dossier::{Actor, Refusal, Rol};
use serde::{Deserialize, Serialize};
use storage::{Account, Digest, Handeling, HandelingQuery, Link, Page};

use super::aanmelden::{Aangemeld, viewer};
use super::maken::LINK;
use super::ouders::{after_day, unreadable, wrong_code};
use super::{Beheer, Handelingsoort, Oudercode, POGINGEN_CODE, Sessie, Wachtwoord};
use crate::brieven::{EEN_MEDEWERKER, HET_VERBAND};
use crate::geheim::in_plaats_van_soort;
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// The kind of link that such a code is.
pub(super) const HERSTELCODE: &str = "herstelcode";
/// Days that such a code works, the day on which it is made included.
const DAGEN: i32 = 14;
/// Most codes of which somebody reads on the page of the own account, of each kind.
const MEESTE_VERTELD: u32 = 10;

/// What a code is for, as it is kept with it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gegevens {
    dossier: DossierNummer,
    persoon: u32,
    /// Who made it.
    door: Actor,
}

/// What somebody reads of a code for the own account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codeverhaal {
    /// When it was made or used.
    pub at: Timestamp,
    /// A password was chosen with it; else it was made.
    pub gebruikt: bool,
    /// Who made it, by name.
    pub wie: String,
    /// For which organisation.
    pub organisatie: String,
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
        app.end_herstelcodes(&account.id, moment).await?;
        let code = Oudercode::random()?;
        let nummer = &self.dossier.nummer;
        let gegevens = Gegevens { dossier: nummer.clone(), persoon, door: actor.clone() };
        let link = Link {
            token: code.token(HERSTELCODE),
            soort: HERSTELCODE.to_owned(),
            account: Some(account.id.clone()),
            gegevens: serde_json::to_string(&gegevens).map_err(|_| unreadable())?,
            geldig_tot,
            pogingen: 0,
            gebruikt_op: None,
        };
        let what = format!("dossier/{nummer} persoon {persoon}");
        let soort = Handelingsoort::HerstelcodeGemaakt;
        let log = Beheer::Persoon(actor).log(moment, soort, account.id.as_str(), what);
        app.storage.put_link(&link, &log).await?;
        app.mail_herstelcode(&account, Some(tot_en_met));
        Ok(Herstelcode { code, tot_en_met })
    }

    /// The last day on which a code works that was made for this person for a new password; nothing of one that was not, or that works
    /// no more: a letter of the school prints no other.
    pub async fn herstelcode_tot_en_met(&self, code: &Oudercode, persoon: u32) -> Result<Date, AppError> {
        let link = self.app.storage.link(&code.token(HERSTELCODE)).await?;
        let works = |link: &Link| {
            link.soort == HERSTELCODE && link.gebruikt_op.is_none() && self.moment.at < link.geldig_tot
        };
        let link = link.filter(works).ok_or(AppError::NotFound)?;
        let of: Gegevens = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        if of.dossier != self.dossier.nummer || of.persoon != persoon {
            return Err(AppError::NotFound);
        }
        dates::plus_days(base::today_in_nl(link.geldig_tot), -1).ok_or_else(unreadable)
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
        // A role that is to begin counts: the password is still known then.
        let runs = |rol: &storage::Rol| rol.tot.is_none_or(|tot| self.moment.vandaag < tot);
        let further = self.app.storage.rollen(&id).await?.into_iter().filter(runs);
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
    pub(super) async fn end_herstelcodes(&self, account: &PersoonId, moment: Moment) -> Result<(), AppError> {
        while let Some(link) = self.storage.open_link(account, HERSTELCODE, moment.at).await? {
            if self.storage.use_link(&link.token, HERSTELCODE, u32::MAX, moment.at).await?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// It is a code for a new password that still works: typed where another code is asked, it leads to its own form. That it is
    /// one counts as a wrong try of the address, since it was told; a guess at eighty bits is none.
    pub async fn is_herstelcode(
        &self,
        code: &Oudercode,
        address: &Digest,
        moment: Moment,
    ) -> Result<bool, AppError> {
        self.is_open_code(&code.token(HERSTELCODE), HERSTELCODE, address, moment).await
    }

    /// Chooses a new password by a code and the birth date of the child, and signs in. Refused in the same words whatever is
    /// wrong with the code, and counted like the first code; a password that is refused does not use it up.
    pub async fn herstel_wachtwoord(
        self: &Arc<Self>,
        code: &Oudercode,
        geboortedatum: Date,
        wachtwoord: String,
        address: &Digest,
        moment: Moment,
    ) -> Result<Sessie, AppError> {
        self.count_code(address, moment).await?;
        let token = code.token(HERSTELCODE);
        let Some((account, open)) = self.weigh_herstelcode(&token, geboortedatum, moment).await? else {
            self.code_failed(address, moment).await?;
            return Err(wrong_code());
        };
        let (naam, e_mail) = (account.naam.clone(), account.e_mail.clone());
        let mut bekend = self.bekend_van(&account.id, moment).await?;
        bekend.extend(open.dossier.leerling.as_ref().map(Leerling::naam));
        let chosen =
            self.langzaam(move || Wachtwoord::choose(&wachtwoord, &naam, &e_mail, &bekend)).await??;
        let used = self.storage.use_link(&token, HERSTELCODE, u32::MAX, moment.at).await?;
        used.ok_or_else(wrong_code)?;
        let id = account.id.clone();
        let Actor { persoon, organisatie, .. } = &open.kijker.actor;
        let of = format!("{persoon} {organisatie}");
        self.set_password_by(account.clone(), chosen, format!("{LINK} {of}"), moment).await?;
        let soort = Handelingsoort::HerstelcodeGebruikt;
        let log = Beheer::Machine.log_at(organisatie, moment, soort, id.as_str(), of);
        self.storage.log_handeling(&log).await?;
        self.mail_herstelcode(&account, None);
        self.begin_session(&id, moment).await
    }

    /// The account and the file of a code, when code and birth date belong together, both still stand, and whoever made it
    /// might make it now.
    async fn weigh_herstelcode(
        self: &Arc<Self>,
        token: &Digest,
        geboortedatum: Date,
        moment: Moment,
    ) -> Result<Option<(Account, Geopend)>, AppError> {
        let Some(link) = self.storage.link(token).await? else { return Ok(None) };
        let works = link.soort == HERSTELCODE && link.gebruikt_op.is_none() && moment.at < link.geldig_tot;
        if !works || self.storage.count_attempt(token, moment.at).await? > POGINGEN_CODE {
            return Ok(None);
        }
        let Gegevens { dossier, persoon, door } =
            serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        let Some(open) = self.open_as(&door, &dossier, moment).await? else { return Ok(None) };
        let leerling = open.dossier.leerling.as_ref();
        if leerling.is_none_or(|leerling| leerling.geboortedatum != geboortedatum) {
            return Ok(None);
        }
        let account = unless_refused(open.account_of(persoon).await)?;
        let account = account.filter(|account| link.account.as_ref() == Some(&account.id));
        Ok(account.map(|account| (account, open)))
    }

    /// The file as whoever made a code opens it now; none for who may not make one any more.
    async fn open_as(
        self: &Arc<Self>,
        door: &Actor,
        dossier: &DossierNummer,
        moment: Moment,
    ) -> Result<Option<Geopend>, AppError> {
        let maker = self.storage.account(&door.persoon).await?;
        if maker.is_none_or(|account| account.geblokkeerd_op.is_some()) {
            return Ok(None);
        }
        let held = self.rollen_today(&door.persoon, moment).await?;
        let held = held.iter().find(|held| held.rol == door.rol && held.organisatie == door.organisatie);
        let Some(held) = held else { return Ok(None) };
        let open = self.open(&viewer(&door.persoon, held), dossier, moment).await;
        Ok(unless_refused(open)?.filter(|open| open.vereis("nodig_ouder_uit").is_ok()))
    }

    /// The codes for a new password of the own account, newest first: when each was made or used, and by whom it was made.
    pub async fn codes_voor(&self, wie: &Aangemeld, moment: Moment) -> Result<Vec<Codeverhaal>, AppError> {
        let mut told = Vec::new();
        let secret = self.is_secret_from(&wie.account).await?;
        for organisatie in self.possible_makers(&wie.account).await? {
            for soort in [Handelingsoort::HerstelcodeGemaakt, Handelingsoort::HerstelcodeGebruikt] {
                let query = HandelingQuery {
                    organisatie: Some(organisatie.clone()),
                    handeling: Some(soort.code().to_owned()),
                    persoon: Some(wie.account.clone()),
                    ..HandelingQuery::all(Page::first(MEESTE_VERTELD))
                };
                let acts = self.storage.handelingen(&query).await?.rows;
                for act in acts.into_iter().filter(|act| act.onderwerp == wie.account.as_str()) {
                    told.extend(self.code_story(soort, &act, (secret, moment)).await?);
                }
            }
        }
        told.sort_by_key(|one| std::cmp::Reverse(one.at));
        Ok(told)
    }

    /// A file whose page this account has is secret from its owner: who works where, and for which school, leads to a place.
    async fn is_secret_from(&self, account: &PersoonId) -> Result<bool, AppError> {
        for rol in self.storage.rollen(account).await? {
            let Some(nummer) = rol.organisatie.dossier() else { continue };
            let actor = Actor { persoon: account.clone(), rol: Rol::Ouder, organisatie: nummer.gezin() };
            let file = self.load_dossier(&nummer).await?;
            if file.is_some_and(|dossier| dossier.is_geheim_voor_wie(&actor)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn code_story(
        &self,
        soort: Handelingsoort,
        act: &Handeling,
        (secret, moment): (bool, Moment),
    ) -> Result<Option<Codeverhaal>, AppError> {
        let Some((persoon, organisatie)) = maker_of(act) else { return Ok(None) };
        let (wie, organisatie) = if secret {
            let place = in_plaats_van_soort(organisatie.kind()).unwrap_or(HET_VERBAND);
            (EEN_MEDEWERKER.to_owned(), place.to_owned())
        } else {
            let maker = self.storage.account(&persoon).await?;
            let name = maker.map(|account| account.naam).unwrap_or_default();
            (name, self.organisatie_naam(&organisatie, moment.vandaag).await?)
        };
        Ok(Some(Codeverhaal {
            at: act.at,
            gebruikt: soort == Handelingsoort::HerstelcodeGebruikt,
            wie,
            organisatie,
        }))
    }

    /// The organisations that can have made a code for an account: those that have to do with a child whose page it has. The log of
    /// acts is looked up by organisation, and is not read from end to end for a page.
    async fn possible_makers(&self, account: &PersoonId) -> Result<BTreeSet<OrganisatieId>, AppError> {
        let mut all = BTreeSet::new();
        for rol in self.storage.rollen(account).await? {
            let child = rol.organisatie.code().parse::<DossierNummer>().ok();
            let Some(nummer) = child.filter(|nummer| nummer.gezin() == rol.organisatie) else { continue };
            let Some(dossier) = self.load_dossier(&nummer).await? else { continue };
            all.extend(dossier.feiten.iter().map(|feit| feit.actor.organisatie.clone()));
            all.extend(dossier.zaken().filter_map(|zaak| zaak.valt_onder()).map(SwvCode::organisatie));
            all.extend(dossier.aanmeldingen.iter().map(|found| found.vestiging.organisatie()));
            all.extend(dossier.inschrijvingen.iter().map(|found| found.vestiging.organisatie()));
            all.remove(&rol.organisatie);
        }
        Ok(all)
    }
}

/// Who made a code: whoever did the act of making, and of using it who is named with it.
fn maker_of(act: &Handeling) -> Option<(PersoonId, OrganisatieId)> {
    if let Some(door) = &act.door {
        return Some((door.persoon.clone(), door.organisatie.clone()));
    }
    let (persoon, organisatie) = act.toelichting.split_once(' ')?;
    Some((persoon.parse().ok()?, organisatie.parse().ok()?))
}

/// What is not for this person is not there; what went wrong otherwise is told.
fn unless_refused<T>(found: Result<T, AppError>) -> Result<Option<T>, AppError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(AppError::Refused(_) | AppError::Forbidden { .. } | AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
