//! How the people of an organisation looked, for its privacy officer: patterns, and when one of them looked in which files.

use std::collections::BTreeMap;
use std::time::Duration;

use base::dates::Weekday;
use base::{Date, DossierNummer, PersoonId, Timestamp, dates};
use dossier::toegang::Kijker;
use dossier::{Refusal, Rol};
use storage::{Inzage, InzageTelling, KijkerQuery, Page, Rows};
use teksten::Taal;
use verband::grenzen::{DAGEN_KIJKPATROON, WERKUREN};

use super::{Naamgeheugen, role};
use crate::{App, AppError};

/// How often somebody looked, as those read it who may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kijkgedrag {
    /// Who.
    pub persoon: PersoonId,
    /// Name of the person.
    pub naam: String,
    /// The role, in words.
    pub rol: String,
    /// The same by its code.
    pub rolcode: String,
    /// How many views.
    pub aantal: u64,
    /// In how many files.
    pub dossiers: u64,
    /// The last view.
    pub laatst: Timestamp,
}

/// One view by somebody of an organisation: when, and of which file by its number. What was shown is told to those of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kijkmoment {
    /// When.
    pub op: Timestamp,
    /// The file.
    pub dossier: DossierNummer,
    /// It was before or after a working day, or in a weekend.
    pub buiten_werktijd: bool,
}

/// How somebody of an organisation looked in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kijkpatroon {
    /// Who, and how often.
    pub wie: Kijkgedrag,
    /// How many of those views were before or after a working day, or in a weekend.
    pub buiten_werktijd: u64,
}

/// When a working day begins and ends.
fn working_hours(day: Date) -> Option<(Timestamp, Timestamp)> {
    let midnight = dates::start_of_day_in_nl(day)?;
    let at = |hour: u64| midnight.checked_add(Duration::from_hours(hour)).ok();
    at(WERKUREN.0).zip(at(WERKUREN.1))
}

/// In working hours of a working day.
fn is_in_working_hours(at: Timestamp) -> bool {
    let day = base::today_in_nl(at);
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && working_hours(day).is_some_and(|(from, to)| from <= at && at < to)
}

/// The moments of a period (`tot` not included) that a privacy officer asks about.
fn bounds(kijker: &Kijker, van: Date, tot: Date) -> Result<(Timestamp, Timestamp), AppError> {
    if kijker.actor.rol != Rol::PrivacyOfficer {
        return Err(AppError::Forbidden { reden: teksten::toegang::privacy_officer() });
    }
    let bounds = dates::start_of_day_in_nl(van).zip(dates::start_of_day_in_nl(tot));
    bounds.filter(|(from, to)| from < to).ok_or_else(|| {
        Refusal::field("tot", teksten::beheer::periode_eindigt_eerder())
            .instead(teksten::beheer::latere_einddatum())
            .into()
    })
}

impl App {
    /// How often the people of an organisation looked in a period (`tot` not included), most files
    /// first: for its privacy officer, who sees patterns and no files.
    pub async fn kijkpatroon(
        &self,
        kijker: &Kijker,
        van: Date,
        tot: Date,
    ) -> Result<Vec<Kijkgedrag>, AppError> {
        let (from, to) = bounds(kijker, van, tot)?;
        let tellingen = self.storage.read_pattern(&kijker.actor.organisatie, from, to).await?;
        self.named(tellingen).await
    }

    /// When one person of the organisation looked in which files in a period (`tot` not included), newest first: for its
    /// privacy officer, who asks about it and opens none of them.
    pub async fn kijkmomenten(
        &self,
        kijker: &Kijker,
        (persoon, rol): (&PersoonId, Rol),
        (van, tot): (Date, Date),
        page: Page,
    ) -> Result<Rows<Kijkmoment>, AppError> {
        let (from, to) = bounds(kijker, van, tot)?;
        let query = KijkerQuery {
            organisatie: kijker.actor.organisatie.clone(),
            persoon: persoon.clone(),
            rol: rol.code().to_owned(),
            van: from,
            tot: to,
            page,
        };
        let found = self.storage.reads_by(&query).await?;
        let moment = |inzage: &Inzage| Kijkmoment {
            op: inzage.at,
            dossier: inzage.dossier.clone(),
            buiten_werktijd: !is_in_working_hours(inzage.at),
        };
        let rows = found.rows.iter().map(moment).collect();
        Ok(found.with(rows))
    }

    /// How somebody is called whose looks are asked for.
    pub async fn naam_van_kijker(&self, kijker: &Kijker, persoon: &PersoonId) -> Result<String, AppError> {
        if kijker.actor.rol != Rol::PrivacyOfficer {
            return Err(AppError::Forbidden { reden: teksten::toegang::privacy_officer() });
        }
        Naamgeheugen::default().persoon(self, persoon).await
    }

    /// The same, with how many of the looks were outside working hours.
    pub async fn kijkpatronen(
        &self,
        kijker: &Kijker,
        van: Date,
        tot: Date,
    ) -> Result<Vec<Kijkpatroon>, AppError> {
        if dates::days_between(van, tot) > DAGEN_KIJKPATROON.1 {
            return Err(Refusal::field("tot", teksten::beheer::periode_te_lang())
                .instead(teksten::beheer::kortere_periode())
                .into());
        }
        let wie = self.kijkpatroon(kijker, van, tot).await?;
        let mut binnen: BTreeMap<(PersoonId, String), u64> = BTreeMap::new();
        let mut day = van;
        while day < tot {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            let hours = working_hours(day).filter(|_| !weekend);
            if let Some((from, to)) = hours {
                for telling in self.storage.read_pattern(&kijker.actor.organisatie, from, to).await? {
                    let rol = Taal::Nl.zeg(role(&telling.rol));
                    *binnen.entry((telling.persoon, rol)).or_default() += telling.aantal;
                }
            }
            let Some(next) = dates::plus_days(day, 1) else { break };
            day = next;
        }
        let outside = |wie: Kijkgedrag| {
            let inside = binnen.get(&(wie.persoon.clone(), wie.rol.clone())).copied().unwrap_or_default();
            Kijkpatroon { buiten_werktijd: wie.aantal.saturating_sub(inside), wie }
        };
        Ok(wie.into_iter().map(outside).collect())
    }

    pub(super) async fn named(&self, tellingen: Vec<InzageTelling>) -> Result<Vec<Kijkgedrag>, AppError> {
        let mut namen = Naamgeheugen::default();
        let mut rows = Vec::new();
        for telling in tellingen {
            rows.push(Kijkgedrag {
                naam: namen.persoon(self, &telling.persoon).await?,
                persoon: telling.persoon,
                rol: Taal::Nl.zeg(role(&telling.rol)),
                rolcode: telling.rol,
                aantal: telling.aantal,
                dossiers: telling.dossiers,
                laatst: telling.laatst,
            });
        }
        Ok(rows)
    }
}
