//! A substitute: somebody holds the role of a colleague from a day to a day, in that colleague's place.
//!
//! It is a role as any other, with an end from the start, so that turns and access are those of the role and nothing has to end it.
//! In whose place stands in the log of acts, which nobody can change unseen; pages read it there.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, PersoonId, dates};
use dossier::{Refusal, Rol};
use storage::{Direction, Handeling, HandelingQuery, Page, limits};
use teksten::accounts;
use verband::grenzen::MAANDEN_WAARNEMING;

use super::{Beheer, Handelingsoort, NieuweRol};
use crate::{App, AppError, Moment};

/// A substitute to appoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuweWaarneming {
    /// In whose place.
    pub vervangt: PersoonId,
    /// Which of the roles of that colleague, by its number.
    pub rol: u64,
    /// Who does it: a colleague.
    pub door: PersoonId,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
}

/// A substitute that is there, or is going to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waarneming {
    /// In whose place, by name.
    pub vervangt: String,
    /// Who does it, by name.
    pub door: String,
    /// Which role.
    pub rol: Rol,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
}

/// In whose place somebody holds one of their roles today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InPlaats {
    /// The role that is held, by its number.
    pub id: u64,
    /// Which role.
    pub rol: Rol,
    /// Where.
    pub organisatie: OrganisatieId,
    /// In whose place, by name.
    pub vervangt: String,
    /// Last day.
    pub tot_en_met: Date,
}

/// What the log keeps of one.
pub(super) struct Opgeschreven {
    pub(super) rol: Rol,
    pub(super) van: Date,
    pub(super) tot_en_met: Date,
    pub(super) vervangt: PersoonId,
}

impl Opgeschreven {
    pub(super) fn parse(kept: &str) -> Option<Self> {
        let mut parts = kept.split(' ');
        let (rol, van) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let (tot_en_met, vervangt) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { rol, van, tot_en_met, vervangt })
    }

    /// A role is the one that was given by it.
    fn is_of(&self, held: &storage::Rol) -> bool {
        let tot = dates::plus_days(self.tot_en_met, 1);
        held.rol == self.rol.code() && held.van <= self.van && held.tot == tot
    }

    fn kept(&self) -> String {
        let Self { rol, van, tot_en_met, vervangt } = self;
        format!("{} {van} {tot_en_met} {vervangt}", rol.code())
    }
}

impl App {
    /// A colleague takes the place of another from a day to a day, in one of the roles that this one holds here.
    pub async fn laat_waarnemen(
        &self,
        beheer: Beheer<'_>,
        organisatie: &OrganisatieId,
        wens: &NieuweWaarneming,
        moment: Moment,
    ) -> Result<u64, AppError> {
        beheer.check(organisatie)?;
        beheer.check_not_self(&wens.door)?;
        let theirs = self.storage.rollen(&wens.vervangt).await?;
        let held = theirs.iter().find(|rol| rol.id == wens.rol && rol.organisatie == *organisatie);
        let held =
            held.filter(|rol| rol.tot.is_none_or(|tot| moment.vandaag < tot)).ok_or(AppError::NotFound)?;
        let rol: Rol = held.rol.parse().map_err(|_| AppError::NotFound)?;
        refuse_days(wens, moment)?;
        if rol == Rol::Deskundige {
            return Err(Refusal::field("rol", accounts::advies_is_persoonlijk())
                .instead(accounts::andere_deskundige_kiezen())
                .into());
        }
        if wens.door == wens.vervangt {
            return Err(Refusal::field("door", accounts::niet_zichzelf()).into());
        }
        if !self.belongs_to(&wens.door, organisatie, moment).await? {
            return Err(Refusal::field("door", accounts::geen_collega())
                .instead(accounts::eerst_toegang_geven())
                .into());
        }
        let tot = dates::plus_days(wens.tot_en_met, 1);
        let nieuw = NieuweRol {
            rol,
            organisatie: organisatie.clone(),
            groep: held.groep.clone(),
            van: Some(wens.van),
            tot,
        };
        let nieuw = self.check_new_rol(beheer, &nieuw, moment).await?;
        let told =
            Opgeschreven { rol, van: wens.van, tot_en_met: wens.tot_en_met, vervangt: wens.vervangt.clone() };
        let soort = Handelingsoort::WaarnemingGegeven;
        let log = beheer.log_at(organisatie, moment, soort, wens.door.as_str(), told.kept());
        let before = self.storage.rollen(&wens.door).await?;
        let id = self.storage.add_rol(&nieuw.of(&wens.door, moment), &log).await?;
        if before.iter().any(|rol| rol.id == id) {
            return Err(Refusal::field("door", accounts::heeft_die_rol_al()).into());
        }
        self.end_ways_in(&wens.door, moment).await?;
        Ok(id)
    }

    /// Nobody stands in the place of who is gone: with a role end those of its substitutes, now or to come, and of theirs.
    pub(super) async fn end_substitutes(
        &self,
        beheer: Beheer<'_>,
        ended: &storage::Rol,
        tot: Date,
        moment: Moment,
    ) -> Result<(), AppError> {
        let organisatie = &ended.organisatie;
        let mut gone = vec![(ended.account.clone(), ended.rol.clone())];
        let mut seen = BTreeSet::new();
        while let Some((account, rol)) = gone.pop() {
            for act in self.acts_of_substitutes(organisatie).await? {
                let Some((told, door)) = written(&act) else { continue };
                let theirs = told.vervangt == account && told.rol.code() == rol;
                if !theirs || told.tot_en_met < tot {
                    continue;
                }
                let Some(held) = self.held_by(&told, &door).await?.filter(|held| seen.insert(held.id)) else {
                    continue;
                };
                let soort = Handelingsoort::RolBeeindigd;
                let words = format!("{} bij {organisatie} per {tot}: wie vervangen werd is weg", held.rol);
                let log = beheer.log_at(organisatie, moment, soort, door.as_str(), words);
                self.storage.end_rol(held.id, tot, &log).await?;
                gone.push((door, held.rol));
            }
        }
        Ok(())
    }

    async fn acts_of_substitutes(&self, organisatie: &OrganisatieId) -> Result<Vec<Handeling>, AppError> {
        let query = HandelingQuery {
            organisatie: Some(organisatie.clone()),
            handeling: Some(Handelingsoort::WaarnemingGegeven.code().to_owned()),
            direction: Direction::Down,
            ..HandelingQuery::all(Page::first(limits::PAGE_ROWS))
        };
        Ok(self.storage.handelingen(&query).await?.rows)
    }

    /// The role that a substitute holds by an act; none where it was ended before its day.
    async fn held_by(&self, told: &Opgeschreven, door: &PersoonId) -> Result<Option<storage::Rol>, AppError> {
        let rollen = self.storage.rollen(door).await?;
        Ok(rollen.into_iter().find(|rol| told.is_of(rol)))
    }

    /// The substitutes at an organisation that concern an account, there now or to come: of whoever is replaced, and of whoever does it.
    pub async fn waarnemingen(
        &self,
        organisatie: &OrganisatieId,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<Waarneming>, AppError> {
        let mut found = Vec::new();
        for act in self.acts_of_substitutes(organisatie).await? {
            found.extend(self.waarneming(&act, account, moment).await?);
        }
        found.sort_by_key(|one| one.van);
        Ok(found)
    }

    /// In whose place somebody holds roles today. The log is asked of organisations alone where a role of theirs has an end, as that of
    /// every substitute has.
    pub async fn in_plaats_van(
        &self,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Vec<InPlaats>, AppError> {
        let runs =
            |rol: &storage::Rol| rol.van <= moment.vandaag && rol.tot.is_some_and(|tot| moment.vandaag < tot);
        let mut found = Vec::new();
        for held in self.storage.rollen(account).await?.into_iter().filter(runs) {
            for act in self.acts_of_substitutes(&held.organisatie).await? {
                let own = written(&act).filter(|(told, door)| door == account && told.is_of(&held));
                let Some((told, _)) = own else { continue };
                let vervangt = self.storage.account(&told.vervangt).await?;
                found.push(InPlaats {
                    id: held.id,
                    rol: told.rol,
                    organisatie: held.organisatie.clone(),
                    vervangt: vervangt.map(|account| account.naam).unwrap_or_default(),
                    tot_en_met: told.tot_en_met,
                });
                break;
            }
        }
        Ok(found)
    }

    async fn waarneming(
        &self,
        act: &Handeling,
        account: &PersoonId,
        moment: Moment,
    ) -> Result<Option<Waarneming>, AppError> {
        let Some((told, door)) = written(act) else { return Ok(None) };
        if told.tot_en_met < moment.vandaag || (told.vervangt != *account && door != *account) {
            return Ok(None);
        }
        if self.held_by(&told, &door).await?.is_none() {
            return Ok(None);
        }
        let naam = async |id: &PersoonId| {
            Ok::<_, AppError>(self.storage.account(id).await?.map(|account| account.naam).unwrap_or_default())
        };
        Ok(Some(Waarneming {
            vervangt: naam(&told.vervangt).await?,
            door: naam(&door).await?,
            rol: told.rol,
            van: told.van,
            tot_en_met: told.tot_en_met,
        }))
    }
}

/// What an act says of a substitute, and who that is.
fn written(act: &Handeling) -> Option<(Opgeschreven, PersoonId)> {
    Some((Opgeschreven::parse(&act.toelichting)?, act.onderwerp.parse().ok()?))
}

fn refuse_days(wens: &NieuweWaarneming, moment: Moment) -> Result<(), AppError> {
    if wens.van < moment.vandaag {
        return Err(Refusal::field("van", accounts::dag_geweest())
            .instead(accounts::vandaag_of_later())
            .into());
    }
    if wens.tot_en_met < wens.van {
        return Err(Refusal::field("tot_en_met", accounts::rol_eindigt_eerder())
            .instead(accounts::latere_einddatum())
            .into());
    }
    let last = dates::plus_months(wens.van, MAANDEN_WAARNEMING);
    if last.is_some_and(|last| wens.tot_en_met > last) {
        return Err(Refusal::field(
            "tot_en_met",
            accounts::WaarnemingTeLang { maanden: MAANDEN_WAARNEMING }.tekst(),
        )
        .instead(accounts::gewone_rol_geven())
        .into());
    }
    Ok(())
}
