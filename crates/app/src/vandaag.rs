//! The home page of every professional: one's own turns by date, and whose turn it is elsewhere.

use std::collections::BTreeMap;

use base::{Date, DossierNummer, OrganisatieId};
use dossier::Rol;
use dossier::beurt::Zet;
use dossier::toegang::Kijker;
use storage::queries::{BeurtOf, BeurtQuery};
use storage::{Page, Rows, Scope};

use crate::lijsten::scope_of;
use crate::{App, AppError, Moment};

/// One turn in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeurtRegel {
    /// File.
    pub dossier: DossierNummer,
    /// Child.
    pub naam: String,
    /// Group; empty when unknown.
    pub groep: String,
    /// What has to be done.
    pub zet: Zet,
    /// About what: `aanmelding-1`, for the link to the work.
    pub onderwerp: String,
    /// Whose turn, in words: role and organisation.
    pub rol: Rol,
    /// Organisation by name.
    pub organisatie: String,
    /// Since when.
    pub van: Date,
    /// Last day.
    pub uiterlijk: Option<Date>,
    /// Why that day.
    pub grond: String,
}

/// What *Vandaag* shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vandaag {
    /// Your own turns, overdue first, then by date.
    pub van_u: Rows<BeurtRegel>,
    /// Turns of others on children you are concerned with.
    pub van_anderen: Rows<BeurtRegel>,
}

/// How many of others' turns the home page shows; the list has the rest.
const OTHERS_SHOWN: u32 = 20;

impl App {
    /// The home page of a person in a role.
    pub async fn vandaag(&self, kijker: &Kijker, moment: Moment, page: Page) -> Result<Vandaag, AppError> {
        let van_u = self.own_turns(kijker, moment, page).await?;
        let van_anderen = self.turns_of_others(kijker, moment, Page::first(OTHERS_SHOWN)).await?;
        Ok(Vandaag { van_u, van_anderen })
    }

    async fn own_turns(
        &self,
        kijker: &Kijker,
        moment: Moment,
        page: Page,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        let expert = kijker.actor.rol == Rol::Deskundige;
        let query = BeurtQuery {
            of: BeurtOf::Organisatie {
                organisatie: kijker.actor.organisatie.clone(),
                rol: Some(kijker.actor.rol.code().to_owned()),
                persoon: expert.then(|| kijker.actor.persoon.clone()),
            },
            on: moment.vandaag,
            soort: None,
            uiterlijk_tot_en_met: None,
            vestiging: None,
            groep: None,
            page,
        };
        self.turn_rows(query, moment).await
    }

    async fn turns_of_others(
        &self,
        kijker: &Kijker,
        moment: Moment,
        page: Page,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        let Some(scope) = scope_of(kijker, moment) else { return Ok(Rows { rows: Vec::new(), total: 0 }) };
        let query = BeurtQuery {
            of: BeurtOf::Anderen {
                scope,
                organisatie: kijker.actor.organisatie.clone(),
                rol: kijker.actor.rol.code().to_owned(),
                persoon: (kijker.actor.rol == Rol::Deskundige).then(|| kijker.actor.persoon.clone()),
            },
            on: moment.vandaag,
            soort: None,
            uiterlijk_tot_en_met: None,
            vestiging: None,
            groep: (kijker.actor.rol == Rol::Leerkracht).then(|| kijker.groep.clone()),
            page,
        };
        self.turn_rows(query, moment).await
    }

    async fn turn_rows(&self, query: BeurtQuery, moment: Moment) -> Result<Rows<BeurtRegel>, AppError> {
        let found = self.storage.beurten(&query).await?;
        let mut rows = Vec::with_capacity(found.rows.len());
        // A list of turns names a handful of organisations, many times each.
        let mut names: BTreeMap<OrganisatieId, String> = BTreeMap::new();
        for row in found.rows {
            if !names.contains_key(&row.beurt.organisatie) {
                let naam = self.organisatie_naam(&row.beurt.organisatie, moment.vandaag).await?;
                names.insert(row.beurt.organisatie.clone(), naam);
            }
            let (code, onderwerp) = row.beurt.soort.split_once(' ').unwrap_or((&row.beurt.soort, ""));
            let place = || AppError::Unreadable { place: format!("beurt van {}", row.dossier.dossier) };
            rows.push(BeurtRegel {
                naam: row.dossier.weergavenaam.clone(),
                groep: row.dossier.groep.clone().unwrap_or_default(),
                zet: Zet::from_code(code).ok_or_else(place)?,
                onderwerp: onderwerp.to_owned(),
                rol: row.beurt.rol.parse().map_err(|_| place())?,
                organisatie: names.get(&row.beurt.organisatie).cloned().unwrap_or_default(),
                van: row.beurt.van,
                uiterlijk: row.beurt.uiterlijk,
                grond: row.beurt.grond,
                dossier: row.dossier.dossier,
            });
        }
        Ok(Rows { rows, total: found.total })
    }
}

/// The scope of somebody whose work is with files, for lists that join on relations.
pub(crate) fn organisation_scope(kijker: &Kijker, moment: Moment, soorten: &[&str]) -> Scope {
    Scope {
        organisaties: vec![kijker.actor.organisatie.clone()],
        persoon: None,
        soorten: soorten.iter().map(|soort| (*soort).to_owned()).collect(),
        on: moment.vandaag,
    }
}
