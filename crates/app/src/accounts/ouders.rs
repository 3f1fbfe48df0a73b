//! Parents: the school invites, a code by letter or by hand lets them in.
//!
//! A code is sixteen characters (80 bits) in four groups, and works together with the birth date of
//! the child. Every attempt is counted before it is looked at; after [`POGINGEN_CODE`] the code is
//! dead. A newer invitation of the same parent makes older codes worthless, also on the same day.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::str::FromStr;

use base::{Date, DossierNummer, OrganisatieId, PersoonId, Timestamp, dates};
use dossier::leven::leerling::LEERLING;
use dossier::leven::opdracht::SluitOuderAan;
use dossier::staat::Uitnodiging;
use dossier::toegang::{Bewezen, Kijker};
use dossier::{Actor, Dossier, Refusal, Rol};
use serde::{Deserialize, Serialize};
use storage::{Account, Digest, Link};
use teksten::Taal;

use super::geheim::random_bytes;
use super::maken::new_id;
use super::{
    Beheer, Handelingsoort, NieuweRol, POGINGEN_ADRES, POGINGEN_CODE, Sessie, Wachtwoord, invoer, wachtwoord,
};
use crate::geopend::Geopend;
use crate::{App, AppError, Moment};

/// The kind of link that a code is.
const OUDERCODE: &str = "oudercode";
/// Thirty-two characters, so that five bits choose one: no 0 and O, no 1 and I.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Characters of a code.
const LENGTH: usize = 16;

/// A parents' code, `K7QM-2XPA-9DRT-HW4C`.
#[derive(Clone, PartialEq, Eq)]
pub struct Oudercode(String);

impl Oudercode {
    pub(crate) fn random() -> Result<Self, AppError> {
        let bytes: [u8; LENGTH] = random_bytes()?;
        let letter = |byte: &u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('2', char::from);
        Ok(Self(bytes.iter().map(letter).collect()))
    }

    fn digest(&self) -> Digest {
        self.token(OUDERCODE)
    }

    /// By what a code for this is known in the store: what opens one thing opens no other.
    pub(crate) fn token(&self, voor: &str) -> Digest {
        Digest::of(format!("{voor} {}", self.0).as_bytes())
    }
}

impl fmt::Display for Oudercode {
    /// In groups of four, as it stands in the letter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Oudercode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Oudercode(…)")
    }
}

impl FromStr for Oudercode {
    type Err = AppError;

    /// In any case, with or without spaces and hyphens.
    fn from_str(text: &str) -> Result<Self, AppError> {
        let typed = text.chars().take(4 * LENGTH).filter(|c| !c.is_whitespace() && *c != '-');
        let code: String = typed.map(|c| c.to_ascii_uppercase()).collect();
        let known = code.bytes().all(|b| ALPHABET.contains(&b));
        let fits = known && code.len() == LENGTH && text.chars().nth(4 * LENGTH).is_none();
        fits.then_some(Self(code)).ok_or_else(|| {
            Refusal::field("code", teksten::accounts::geen_code())
                .instead(teksten::accounts::code_overtypen())
                .into()
        })
    }
}

/// What a code is for, as it is kept with it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gegevens {
    dossier: DossierNummer,
    persoon: u32,
    gemaakt_op: Date,
    geldig_tot_en_met: Date,
    /// How far the file was when it was made; none of a code of before that was kept.
    #[serde(default)]
    versie: Option<u64>,
}

impl Gegevens {
    /// No later invitation took the place of the one that this code goes with.
    fn is_newest(&self, uitnodiging: &Uitnodiging) -> bool {
        self.versie.map_or(uitnodiging.op <= self.gemaakt_op, |versie| uitnodiging.volgnummer <= versie)
    }
}

/// A parent without an account: name, address and password were checked. The password is hashed when the code is right,
/// and not for whoever comes by.
pub struct Ouderaccount {
    naam: String,
    e_mail: String,
    wachtwoord: String,
    taal: Option<Taal>,
}

impl fmt::Debug for Ouderaccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ouderaccount(…)")
    }
}

impl Ouderaccount {
    /// Checks what a parent filled in.
    pub fn new(naam: &str, e_mail: &str, wachtwoord: &str) -> Result<Self, AppError> {
        let naam = invoer::line("naam", naam, invoer::NAAM_TEKENS)?;
        let e_mail = invoer::e_mail(e_mail)?;
        wachtwoord::check(wachtwoord, &naam, &e_mail, &[])?;
        Ok(Self { naam, e_mail, wachtwoord: wachtwoord.to_owned(), taal: None })
    }

    /// In the language in which the code was used: the pages of this parent go on in it.
    #[must_use]
    pub fn in_taal(self, taal: Taal) -> Self {
        Self { taal: Some(taal), ..self }
    }
}

/// Who uses a code.
#[derive(Debug)]
pub enum Ouder {
    /// Somebody without an account.
    Nieuw(Ouderaccount),
    /// Somebody who is signed in: a second child, or a colleague who is a parent.
    Bestaand(PersoonId),
}

/// A parent, their account and the file to connect them to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aansluiting {
    /// The file.
    pub dossier: DossierNummer,
    /// The person's number in it.
    pub persoon: u32,
    /// Their account.
    pub account: PersoonId,
}

/// The same words for a code that never was, was used, is too old or dead, and for a wrong date.
pub(super) fn wrong_code() -> AppError {
    Refusal::new("code_werkt_niet", teksten::accounts::code_werkt_niet())
        .instead(teksten::accounts::nieuwe_code())
        .into()
}

/// The instant on which the last day has ended.
pub(super) fn after_day(date: Date) -> Option<Timestamp> {
    dates::start_of_day_in_nl(dates::plus_days(date, 1)?)
}

/// In which role somebody comes to the own page.
fn role_of(persoon: u32) -> Rol {
    if persoon == LEERLING { Rol::Leerling } else { Rol::Ouder }
}

impl App {
    /// Makes the code that goes with an invitation. The caller has just recorded the invitation itself in the file, with the same last
    /// day; codes of before it work no more.
    pub async fn make_parent_code(
        &self,
        actor: &Actor,
        dossier: &DossierNummer,
        persoon: u32,
        geldig_tot_en_met: Date,
        moment: Moment,
    ) -> Result<Oudercode, AppError> {
        let ends = after_day(geldig_tot_en_met).filter(|_| moment.vandaag <= geldig_tot_en_met);
        let geldig_tot =
            ends.ok_or_else(|| Refusal::field("geldig_tot_en_met", teksten::accounts::dag_geweest()))?;
        let code = Oudercode::random()?;
        let gegevens = Gegevens {
            dossier: dossier.clone(),
            persoon,
            gemaakt_op: moment.vandaag,
            geldig_tot_en_met,
            versie: self.load_dossier(dossier).await?.map(|found| found.versie),
        };
        let link = Link {
            token: code.digest(),
            soort: OUDERCODE.to_owned(),
            account: None,
            gegevens: serde_json::to_string(&gegevens).map_err(|_| unreadable())?,
            geldig_tot,
            pogingen: 0,
            gebruikt_op: None,
        };
        let subject = format!("dossier/{dossier}");
        let log = Beheer::Persoon(actor).log(
            moment,
            Handelingsoort::OudercodeGemaakt,
            &subject,
            format!("persoon {persoon}"),
        );
        self.storage.put_link(&link, &log).await?;
        Ok(code)
    }

    /// A code was made for this person in this file and works; a letter of the school prints no other.
    pub async fn is_code_van(
        &self,
        code: &Oudercode,
        (dossier, persoon): (&DossierNummer, u32),
        moment: Moment,
    ) -> Result<Date, AppError> {
        let works = |link: &Link| {
            link.soort == OUDERCODE && link.gebruikt_op.is_none() && moment.at < link.geldig_tot
        };
        let link = self.storage.link(&code.digest()).await?.filter(works).ok_or(AppError::NotFound)?;
        let of: Gegevens = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        if of.dossier != *dossier || of.persoon != persoon {
            return Err(AppError::NotFound);
        }
        let file = self.load_dossier(dossier).await?.ok_or(AppError::NotFound)?;
        let sent = file.persoon(persoon).and_then(|one| one.uitnodiging.as_ref());
        sent.filter(|sent| of.is_newest(sent)).ok_or(AppError::NotFound)?;
        Ok(of.geldig_tot_en_met)
    }

    /// Uses a code: makes the account, lets `append` record in the file that this parent is
    /// connected, and only then gives the role and marks the code as used.
    ///
    /// The code is claimed first, in one step with the account: of several who use it at once one gets an account, and
    /// the others leave nothing behind. The file decides besides: `append` has to refuse when this person has an account
    /// already (the command `SluitOuderAan` does). So a code is never lost to a failure halfway:
    /// the parent signs in with what was chosen and enters the code again. An account that was made
    /// and not connected can see nothing.
    pub async fn connect_parent<F, Fut>(
        &self,
        code: &Oudercode,
        geboortedatum: Date,
        ouder: Ouder,
        address: &Digest,
        moment: Moment,
        append: F,
    ) -> Result<Aansluiting, AppError>
    where
        F: FnOnce(Aansluiting) -> Fut + Send,
        Fut: Future<Output = Result<(), AppError>> + Send,
    {
        let gegevens = self.check_parent_code(code, geboortedatum, address, moment).await?;
        if let Ouder::Bestaand(id) = &ouder {
            // Before the code is claimed: whoever it is for still has to use it.
            let file = self.load_dossier(&gegevens.dossier).await?.ok_or(AppError::NotFound)?;
            file.weiger_account_van_ander(gegevens.persoon, id)?;
            // A role that is to begin counts: whoever gave it knows of it.
            let runs = |rol: &storage::Rol| rol.tot.is_none_or(|tot| moment.vandaag < tot);
            let held = self.storage.rollen(id).await?.into_iter().filter(runs);
            let werkt_bij: Vec<OrganisatieId> = held.map(|rol| rol.organisatie).collect();
            file.weiger_collega(gegevens.persoon, &werkt_bij)?;
        }
        let account = self.parent_account(ouder, &code.digest(), &gegevens.dossier, moment).await?;
        let aansluiting = Aansluiting { dossier: gegevens.dossier, persoon: gegevens.persoon, account };
        // The role first: alone it opens nothing, and whoever tries again with the code has it already.
        let rol = NieuweRol {
            rol: role_of(aansluiting.persoon),
            organisatie: aansluiting.dossier.gezin(),
            groep: None,
            van: Some(moment.vandaag),
            tot: None,
        };
        let held = self.storage.rollen(&aansluiting.account).await?;
        if !held.iter().any(|one| one.rol == rol.rol.code() && one.organisatie == rol.organisatie) {
            self.store_rol(Beheer::Machine, &aansluiting.account, rol, moment).await?;
        }
        append(aansluiting.clone()).await?;
        self.storage.use_link(&code.digest(), OUDERCODE, u32::MAX, moment.at).await?;
        Ok(aansluiting)
    }

    /// Uses a code as [`App::connect_parent`] does, and records it in the file in the name of the parent: whoever
    /// has code and birth date has proved to be the parent who was invited. Whoever made an account by it is in at once: the
    /// password was chosen a moment ago.
    pub async fn redeem_parent_code(
        &self,
        code: &Oudercode,
        geboortedatum: Date,
        ouder: Ouder,
        address: &Digest,
        moment: Moment,
    ) -> Result<(Aansluiting, Option<Sessie>), AppError> {
        let is_new = matches!(ouder, Ouder::Nieuw(_));
        let record = |found: Aansluiting| async move {
            let organisatie = found.dossier.gezin();
            let actor = Actor { persoon: found.account.clone(), rol: role_of(found.persoon), organisatie };
            let kijker = Kijker { actor, groep: String::new() };
            let sluit_aan = SluitOuderAan { persoon: found.persoon, account: found.account };
            let proved = (Bewezen::Oudercode, vec![sluit_aan.into()]);
            self.execute_proved(&kijker, moment, &found.dossier, proved).await?;
            Ok(())
        };
        let done = self.connect_parent(code, geboortedatum, ouder, address, moment, record).await?;
        let sessie = if is_new { Some(self.begin_session(&done.account, moment).await?) } else { None };
        Ok((done, sessie))
    }

    /// What a code is for, when code and birth date belong together. Counts the attempt first.
    async fn check_parent_code(
        &self,
        code: &Oudercode,
        geboortedatum: Date,
        address: &Digest,
        moment: Moment,
    ) -> Result<Gegevens, AppError> {
        self.count_code(address, moment).await?;
        let checked = self.weigh_parent_code(code, geboortedatum, moment).await?;
        if checked.is_none() {
            self.code_failed(address, moment).await?;
        }
        checked.ok_or_else(wrong_code)
    }

    /// It is a first code that still works: typed where another code is asked, it leads to its own form.
    pub async fn is_oudercode(
        &self,
        code: &Oudercode,
        address: &Digest,
        moment: Moment,
    ) -> Result<bool, AppError> {
        self.is_open_code(&code.digest(), OUDERCODE, address, moment).await
    }

    pub(super) async fn is_open_code(
        &self,
        token: &Digest,
        soort: &str,
        address: &Digest,
        moment: Moment,
    ) -> Result<bool, AppError> {
        let Some(link) = self.storage.link(token).await? else { return Ok(false) };
        let works = link.soort == soort
            && link.gebruikt_op.is_none()
            && moment.at < link.geldig_tot
            && link.pogingen < POGINGEN_CODE;
        if works {
            self.count_code(address, moment).await?;
            self.code_failed(address, moment).await?;
        }
        Ok(works)
    }

    /// Refuses once so many wrong codes came from an address, of whatever kind.
    pub(super) async fn count_code(&self, address: &Digest, moment: Moment) -> Result<(), AppError> {
        self.check_failures(&format!("oudercode {address}"), POGINGEN_ADRES, moment).await
    }

    /// Counts a wrong code of an address.
    pub(super) async fn code_failed(&self, address: &Digest, moment: Moment) -> Result<(), AppError> {
        Ok(self.storage.sign_in_failed(&format!("oudercode {address}"), moment.at).await?)
    }

    async fn weigh_parent_code(
        &self,
        code: &Oudercode,
        geboortedatum: Date,
        moment: Moment,
    ) -> Result<Option<Gegevens>, AppError> {
        let token = code.digest();
        let Some(link) = self.storage.link(&token).await? else { return Ok(None) };
        let works = link.soort == OUDERCODE && link.gebruikt_op.is_none() && moment.at < link.geldig_tot;
        if !works || self.storage.count_attempt(&token, moment.at).await? > POGINGEN_CODE {
            return Ok(None);
        }
        let gegevens: Gegevens = serde_json::from_str(&link.gegevens).map_err(|_| unreadable())?;
        let dossier = self.load_dossier(&gegevens.dossier).await?;
        let fits = dossier.is_some_and(|dossier| is_open(&dossier, &gegevens, geboortedatum, moment));
        Ok(fits.then_some(gegevens))
    }

    /// The account that uses a code, for which the code is kept from then on.
    async fn parent_account(
        &self,
        ouder: Ouder,
        code: &Digest,
        dossier: &DossierNummer,
        moment: Moment,
    ) -> Result<PersoonId, AppError> {
        let nieuw = match ouder {
            Ouder::Bestaand(id) => {
                let account =
                    self.storage.account(&id).await?.filter(|account| account.geblokkeerd_op.is_none());
                let account = account.ok_or(AppError::NotFound)?.id;
                let claimed = self.storage.claim_link(code, OUDERCODE, &account, moment.at).await?;
                return if claimed { Ok(account) } else { Err(wrong_code()) };
            }
            Ouder::Nieuw(nieuw) => nieuw,
        };
        let Ouderaccount { naam, e_mail, wachtwoord, taal } = nieuw;
        let chosen = {
            let (naam, e_mail) = (naam.clone(), e_mail.clone());
            let bekend: Vec<String> = self.naam_van_kind(dossier).await?.into_iter().collect();
            self.langzaam(move || Wachtwoord::choose(&wachtwoord, &naam, &e_mail, &bekend)).await??
        };
        let account = Account {
            id: new_id()?,
            naam,
            e_mail,
            wachtwoord: Some(chosen.into_stored()),
            aangemaakt_op: moment.at,
            geblokkeerd_op: None,
            taal: taal.map(|taal| taal.code().to_owned()),
        };
        if self.store_account_of(Beheer::Machine, &account, Some((code, OUDERCODE)), moment).await? {
            Ok(account.id)
        } else {
            Err(wrong_code())
        }
    }
}

impl Geopend {
    /// In whose name the accounts stand that opened a page in this file, by number, for whoever invites to one.
    pub async fn paginanamen(&self) -> Result<BTreeMap<u32, String>, AppError> {
        let mut names = BTreeMap::new();
        if self.vereis("nodig_ouder_uit").is_err() {
            return Ok(names);
        }
        for persoon in &self.beeld().mensen {
            let Some(id) = &persoon.account else { continue };
            names.extend(self.app.storage.account(id).await?.map(|account| (persoon.nr, account.naam)));
        }
        Ok(names)
    }
}

/// The child was born on that day, and this parent is invited, by no later letter, and not yet in.
fn is_open(dossier: &Dossier, gegevens: &Gegevens, geboortedatum: Date, moment: Moment) -> bool {
    let born = dossier.leerling.as_ref().is_some_and(|leerling| leerling.geboortedatum == geboortedatum);
    let invited = dossier.persoon(gegevens.persoon).is_some_and(|persoon| {
        let newest = persoon.uitnodiging.as_ref().is_some_and(|uitnodiging| gegevens.is_newest(uitnodiging));
        newest && persoon.account.is_none() && persoon.is_current(moment.vandaag)
    });
    born && invited && moment.vandaag <= gegevens.geldig_tot_en_met
}

pub(super) fn unreadable() -> AppError {
    AppError::Unreadable { place: "link oudercode".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code: Oudercode = "K7QM-2XPA-9DRT-HW4C".parse().unwrap();
        assert_eq!("k7qm 2xpa9drt  hw4c\n".parse::<Oudercode>().unwrap(), code);
        assert_eq!(code.to_string(), "K7QM-2XPA-9DRT-HW4C");
        assert_eq!(format!("{code:?}"), "Oudercode(…)");
        let long = "K".repeat(1_000_000);
        for wrong in ["", "K7QM-2XPA-9DRT-HW4", "K7QM-2XPA-9DRT-HW40", "ÀÀÀÀÀÀÀÀ", "\0", &long] {
            assert!(
                matches!(wrong.parse::<Oudercode>(), Err(AppError::Refused(refusal)) if refusal.veld == Some("code"))
            );
        }
    }

    #[test]
    fn a_random_code_reads_back() {
        let code = Oudercode::random().unwrap();
        assert_eq!(code.to_string().parse::<Oudercode>().unwrap(), code);
        assert_eq!(code.to_string().len(), 19);
    }
}
