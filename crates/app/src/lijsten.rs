//! Lists: children, requests, experts' work. Every list is seen through somebody's relations.

use base::Date;
use dossier::Rol;
use dossier::toegang::Kijker;
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort, FaseTelling, Toewijzing,
    ToewijzingQuery, ToewijzingSort, Werklast,
};
use storage::{Direction, DossierRij, Page, Rows, Scope};

use crate::vandaag::organisation_scope;
use crate::{App, AppError, Moment};

/// Through which relations a role sees lists of children; `None` when it sees none.
pub(crate) fn scope_of(kijker: &Kijker, moment: Moment) -> Option<Scope> {
    match kijker.actor.rol {
        Rol::Ib | Rol::Directie => {
            Some(organisation_scope(kijker, moment, &["inschrijving", "aanmelding", "plaatsing"]))
        }
        Rol::CommissieBegeleiding => Some(organisation_scope(kijker, moment, &["inschrijving", "plaatsing"])),
        Rol::Leerkracht if !kijker.groep.is_empty() => {
            Some(organisation_scope(kijker, moment, &["inschrijving"]))
        }
        Rol::BevoegdGezag => Some(organisation_scope(kijker, moment, &["bestuur"])),
        Rol::Loket | Rol::Besluitnemer => Some(organisation_scope(kijker, moment, &["swv"])),
        Rol::Deskundige => Some(person_scope(kijker, moment, "deskundige")),
        // Parents have a page of their own; a list would tell what may be secret from one of them.
        _ => None,
    }
}

fn person_scope(kijker: &Kijker, moment: Moment, soort: &str) -> Scope {
    Scope {
        organisaties: Vec::new(),
        persoon: Some(kijker.actor.persoon.clone()),
        soorten: vec![soort.to_owned()],
        on: moment.vandaag,
    }
}

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
    /// Children whom somebody's organisation is concerned with now.
    pub async fn kinderen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Kinderlijst,
        page: Page,
    ) -> Result<Rows<DossierRij>, AppError> {
        if matches!(kijker.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Err(AppError::Forbidden { reden: "deze lijst is voor wie met kinderen werkt".into() });
        }
        let Some(scope) = scope_of(kijker, moment) else { return Ok(Rows { rows: Vec::new(), total: 0 }) };
        let mut filter = lijst.filter.clone();
        if kijker.actor.rol == Rol::Leerkracht {
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
    ) -> Result<Rows<DossierRij>, AppError> {
        let query = DossierQuery {
            scope: person_scope(kijker, moment, "gezag"),
            filter: DossierFilter::default(),
            sort: DossierSort::default(),
            direction: Direction::default(),
            page,
        };
        Ok(self.storage.dossiers(&query).await?)
    }

    /// How many of them there are per phase.
    pub async fn fase_tellingen(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<FaseTelling>, AppError> {
        let Some(scope) = scope_of(kijker, moment) else { return Ok(Vec::new()) };
        Ok(self.storage.fase_counts(&scope, &DossierFilter::default()).await?)
    }

    /// The queue of an SWV, or the requests of a school's own children.
    pub async fn aanvragen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        wens: &Aanvragenlijst,
        page: Page,
    ) -> Result<Rows<Aanvraag>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| is_swv_worker(kijker.actor.rol));
        let Some(swv) = swv else {
            return Err(AppError::Forbidden {
                reden: "deze lijst is van het loket van het samenwerkingsverband".into(),
            });
        };
        let query = AanvraagQuery {
            swv,
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

    /// An expert's own requests: to advise on, or advised.
    pub async fn toewijzingen(
        &self,
        kijker: &Kijker,
        lijst: &Advieslijst,
        page: Page,
    ) -> Result<Rows<Toewijzing>, AppError> {
        if kijker.actor.rol != Rol::Deskundige {
            return Err(AppError::Forbidden { reden: "deze lijst is van deskundigen".into() });
        }
        let query = ToewijzingQuery {
            persoon: kijker.actor.persoon.clone(),
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
            None => {
                Err(AppError::Forbidden { reden: "dit ziet het loket van het samenwerkingsverband".into() })
            }
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
        let Some(scope) = scope_of(kijker, moment) else { return Ok(Vec::new()) };
        let sought = base::naam::normalise(naam);
        Ok(self.storage.possible_doubles(&scope, &sought, geboortedatum).await?)
    }
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
