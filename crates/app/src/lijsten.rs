//! Lists: children, requests, experts' work. Every list is seen through somebody's relations.

use base::Date;
use dossier::Rol;
use dossier::toegang::{Kijker, RelatieSoort};
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort, Kind, Toewijzing,
    ToewijzingQuery, ToewijzingSort, Werklast,
};
use storage::{Direction, DossierRij, Page, Rows, Scope};

use crate::{App, AppError, Moment};

/// What a list of children was asked for.
#[derive(Debug, Clone, Default)]
pub struct Kinderlijst {
    /// Filters.
    pub filter: DossierFilter,
    /// Order.
    pub sort: DossierSort,
    /// Up or down.
    pub direction: Direction,
}

impl App {
    /// What somebody sees of lists, by the cells of the matrix; `None` when their role sees none.
    pub(crate) fn scope_of(&self, kijker: &Kijker, moment: Moment) -> Option<Scope> {
        // Parents have a page of their own; a list would tell what may be secret from one of them.
        if matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return None;
        }
        let recht = self.matrix.lijst(kijker.actor.rol)?;
        if recht.eigen_groep && kijker.groep.is_empty() {
            return None;
        }
        // Those who are concerned as a person, see what is given to them and not what is given to their colleagues.
        let personal = recht.relaties.iter().all(|soort| soort.is_personal());
        let scope = if personal {
            Scope::persoon(kijker.actor.persoon.clone(), moment.vandaag)
        } else {
            Scope::organisatie(kijker.actor.organisatie.clone(), moment.vandaag)
        };
        Some(Scope {
            soorten: recht.relaties.iter().map(|soort| soort.code().to_owned()).collect(),
            alleen_lopend: recht.alleen_lopend,
            delen: recht.zaken.iter().map(|deel| deel.code().to_owned()).collect(),
            ..scope
        })
    }

    /// What the lists have for somebody at all.
    pub fn lijstzicht(&self, kijker: &Kijker, moment: Moment) -> Lijstzicht {
        let scope = self.scope_of(kijker, moment);
        let groep =
            scope.is_some() && self.matrix.lijst(kijker.actor.rol).is_some_and(|recht| recht.eigen_groep);
        Lijstzicht { groep, zaken: scope.is_some_and(|scope| !scope.delen.is_empty()) }
    }

    /// Children whom somebody's organisation is concerned with now.
    pub async fn kinderen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Kinderlijst,
        page: Page,
    ) -> Result<Rows<Kind>, AppError> {
        if matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_kinderen() });
        }
        let Some(scope) = self.scope_of(kijker, moment) else {
            return Ok(Rows { rows: Vec::new(), total: 0 });
        };
        let mut filter = lijst.filter.clone();
        if self.matrix.lijst(kijker.actor.rol).is_some_and(|recht| recht.eigen_groep) {
            filter.groep = Some(kijker.groep.clone());
        }
        let query = DossierQuery { scope, filter, sort: lijst.sort, direction: lijst.direction, page };
        Ok(self.storage.dossiers(&query).await?)
    }

    /// The children over whom somebody has authority.
    pub(crate) async fn kinderen_van_ouder(
        &self,
        kijker: &Kijker,
        moment: Moment,
        page: Page,
    ) -> Result<Rows<Kind>, AppError> {
        let gezag = vec![RelatieSoort::Gezag.code().to_owned()];
        let query = DossierQuery {
            scope: Scope { soorten: gezag, ..Scope::persoon(kijker.actor.persoon.clone(), moment.vandaag) },
            filter: DossierFilter::default(),
            sort: DossierSort::default(),
            direction: Direction::default(),
            page,
        };
        Ok(self.storage.dossiers(&query).await?)
    }

    /// The queue of an SWV: requests that run, and those decided on as long as they can be objected to.
    pub async fn aanvragen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        wens: &Aanvragenlijst,
        page: Page,
    ) -> Result<Rows<Aanvraag>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| is_swv_worker(kijker.actor.rol));
        let (Some(swv), Some(scope)) = (swv, self.scope_of(kijker, moment)) else {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_loket() });
        };
        let query = AanvraagQuery {
            swv,
            scope,
            open_on: wens.open.then_some(moment.vandaag),
            soort: wens.soort.clone(),
            fase: wens.fase.clone(),
            vestiging: wens.vestiging.clone(),
            behandelaar: None,
            zoek: None,
            sort: wens.sort,
            direction: wens.direction,
            page,
        };
        Ok(self.storage.aanvragen(&query).await?)
    }

    /// An expert's own requests: to advise on, or advised as long as the decision is not made known.
    pub async fn toewijzingen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Advieslijst,
        page: Page,
    ) -> Result<Rows<Toewijzing>, AppError> {
        let scope = self.scope_of(kijker, moment).filter(|_| kijker.actor.rol == Rol::Deskundige);
        let Some(scope) = scope else {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_deskundigen() });
        };
        let query = ToewijzingQuery {
            persoon: kijker.actor.persoon.clone(),
            scope,
            gereed: lijst.gereed,
            soort: lijst.soort.clone(),
            sort: lijst.sort,
            direction: lijst.direction,
            page,
        };
        Ok(self.storage.toewijzingen(&query).await?)
    }

    /// How much each expert of an SWV still has to do.
    pub async fn werklast(&self, kijker: &Kijker) -> Result<Vec<Werklast>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| is_swv_worker(kijker.actor.rol));
        match swv {
            Some(swv) => Ok(self.storage.werklast(&swv).await?),
            None => Err(AppError::Forbidden { reden: teksten::toegang::ziet_loket() }),
        }
    }

    /// Other files that may be of the same child, by name and date of birth.
    ///
    /// Everybody is asked about the files that they have in their lists, and hears of no others.
    pub async fn mogelijk_dubbel(
        &self,
        kijker: &Kijker,
        moment: Moment,
        naam: &str,
        geboortedatum: Date,
    ) -> Result<Vec<DossierRij>, AppError> {
        let Some(scope) = self.scope_of(kijker, moment) else { return Ok(Vec::new()) };
        let sought = base::naam::normalise(naam);
        Ok(self.storage.possible_doubles(&scope, &sought, geboortedatum).await?)
    }
}

/// What the lists have for a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lijstzicht {
    /// The children of an own group.
    pub groep: bool,
    /// Their registrations and requests, and whose turn it is in them.
    pub zaken: bool,
}

/// What a list of requests was asked for.
#[derive(Debug, Clone, Default)]
pub struct Aanvragenlijst {
    /// Only requests that are not closed.
    pub open: bool,
    /// Kind.
    pub soort: Option<String>,
    /// Phase.
    pub fase: Option<String>,
    /// School that applied.
    pub vestiging: Option<base::Vestigingscode>,
    /// Order.
    pub sort: AanvraagSort,
    /// Up or down.
    pub direction: Direction,
}

/// What a list of an expert's requests was asked for.
#[derive(Debug, Clone, Default)]
pub struct Advieslijst {
    /// Those that were advised on, or those that wait.
    pub gereed: bool,
    /// Kind.
    pub soort: Option<String>,
    /// Order.
    pub sort: ToewijzingSort,
    /// Up or down.
    pub direction: Direction,
}

pub(crate) fn is_swv_worker(rol: Rol) -> bool {
    matches!(rol, Rol::Loket | Rol::Besluitnemer)
}
