//! Lists: children, requests, experts' work. Every list is seen through somebody's relations.

use base::{Date, dates};
use dossier::Rol;
use dossier::proces::Onderwerp;
use dossier::toegang::{Deel, Kijker};
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort, Kind, Toewijzing,
    ToewijzingQuery, ToewijzingSort, Werklast,
};
use storage::{Direction, DossierRij, Page, Rows, Scope};

use crate::inzage::parts;
use crate::{App, AppError, Moment, projectie};

mod zoek;

/// Requests of one expert who left that are looked through at a time: more than anybody advises on at once.
const LEFT_AT_ONCE: u32 = 100;

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

impl Kinderlijst {
    /// Children by what somebody typed into one box: words of a name, a date of birth as people write it, the number of a file
    /// without its year, or some of these together.
    #[must_use]
    pub fn gezocht(typed: &str) -> Self {
        let (geboortedatum, rest) = zoek::split(typed);
        let zoek = Some(zoek::words(&rest));
        Self { filter: DossierFilter { zoek, geboortedatum, ..DossierFilter::default() }, ..Self::default() }
    }
}

impl App {
    /// What somebody sees of lists, by the cells of the matrix; `None` when their role sees none. A parent has a page of
    /// their own: a list would tell what may be secret from one of them.
    pub(crate) fn scope_of(&self, kijker: &Kijker, moment: Moment) -> Option<Scope> {
        let lezer = projectie::lezer(&self.matrix, kijker)?;
        Some(Scope { lezer, on: moment.vandaag })
    }

    /// What the lists have for somebody at all.
    pub fn lijstzicht(&self, kijker: &Kijker, moment: Moment) -> Lijstzicht {
        let blik = self.matrix.blik(kijker.actor.rol);
        let blik = blik.filter(|_| self.scope_of(kijker, moment).is_some());
        Lijstzicht {
            groep: blik.is_some_and(|blik| blik.eigen_groep),
            zaken: blik.is_some_and(|blik| !blik.zaken.is_empty()),
        }
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
            return Ok(Rows::none());
        };
        let filter = lijst.filter.clone();
        let query = DossierQuery { scope, filter, sort: lijst.sort, direction: lijst.direction, page };
        let found = self.storage.dossiers(&query).await?;
        let told = found.rows.iter().map(|row| (&row.dossier.dossier, parts(&row.delen).collect()));
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }

    /// The children over whom somebody has authority.
    pub(crate) async fn kinderen_van_ouder(
        &self,
        kijker: &Kijker,
        moment: Moment,
        page: Page,
    ) -> Result<Rows<Kind>, AppError> {
        let query = DossierQuery {
            scope: Scope { lezer: projectie::ouder(&kijker.actor.persoon), on: moment.vandaag },
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
        let works = is_swv_worker(kijker.actor.rol) && kijker.actor.organisatie.swv().is_some();
        let Some(scope) = self.scope_of(kijker, moment).filter(|_| works) else {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_loket() });
        };
        let query = AanvraagQuery {
            scope,
            open: wens.open,
            soort: wens.soort.clone(),
            fase: wens.fase.clone(),
            vestiging: wens.vestiging.clone(),
            sort: wens.sort,
            direction: wens.direction,
            page,
        };
        let found = self.storage.aanvragen(&query).await?;
        let told = found.rows.iter().map(|row| (&row.dossier.dossier, of_request(row.aanvraag.aanvraag)));
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
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
        let found = self.storage.toewijzingen(&query).await?;
        let told = found.rows.iter().map(|row| (&row.dossier.dossier, of_request(row.aanvraag.aanvraag)));
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }

    /// Requests on which somebody was asked to advise who is no expert of the partnership any more: the role ended, and the work
    /// stays until another is asked. For the desk, which sees to that.
    pub async fn zonder_deskundige(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Toewijzing>, AppError> {
        if kijker.actor.rol != Rol::Loket {
            return Ok(Vec::new());
        }
        let Some(scope) = self.scope_of(kijker, moment) else { return Ok(Vec::new()) };
        let here = self.deskundigen(kijker, moment).await?;
        let mut all = Vec::new();
        let open = self.werklast(kijker).await?.into_iter().filter(|last| last.open > 0);
        for last in open.filter(|last| here.iter().all(|expert| expert.persoon != last.persoon)) {
            let query = ToewijzingQuery {
                persoon: last.persoon,
                scope: scope.clone(),
                gereed: false,
                soort: None,
                sort: ToewijzingSort::default(),
                direction: Direction::default(),
                page: Page { offset: 0, limit: LEFT_AT_ONCE },
            };
            all.extend(self.storage.toewijzingen(&query).await?.rows);
        }
        all.sort_by_key(|row| row.aanvraag.uiterlijk.unwrap_or(Date::MAX));
        let told = all.iter().map(|row| (&row.dossier.dossier, of_request(row.aanvraag.aanvraag)));
        self.log_listed(kijker, moment, told).await?;
        Ok(all)
    }

    /// How much each expert of an SWV still has to do.
    pub async fn werklast(&self, kijker: &Kijker) -> Result<Vec<Werklast>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| is_swv_worker(kijker.actor.rol));
        match swv {
            Some(swv) => Ok(self.storage.werklast(&swv).await?),
            None => Err(AppError::Forbidden { reden: teksten::toegang::ziet_loket() }),
        }
    }

    /// Other files that may be of the same child: one name and one day of birth, or one of both with a slip in the
    /// other: a prefix left out, a letter, day and month changed places, one digit.
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
        let sought = base::naam::key(naam);
        let rows = self.storage.possible_doubles(&scope, &sought, geboortedatum).await?;
        Ok(rows.into_iter().filter(|row| may_be(row, naam, geboortedatum)).collect())
    }
}

/// A row may be of the child with this name and day of birth.
fn may_be(row: &DossierRij, naam: &str, geboortedatum: Date) -> bool {
    let Some(born) = row.geboortedatum else { return false };
    let slip = |one: Date, other: Date| {
        dates::turned(one) == Some(other) || strsim::osa_distance(&one.to_string(), &other.to_string()) <= 1
    };
    if born == geboortedatum {
        base::naam::is_near(&row.weergavenaam, naam)
    } else {
        base::naam::is_same(&row.weergavenaam, naam) && slip(born, geboortedatum)
    }
}

/// A row has exactly the name and the day of birth of a child: it is not asked about, it is known.
pub(crate) fn is_child(row: &DossierRij, naam: &str, geboortedatum: Date) -> bool {
    row.geboortedatum == Some(geboortedatum) && base::naam::is_same(&row.weergavenaam, naam)
}

/// The part of a file in which a request stands.
pub(crate) fn of_request(aanvraag: u32) -> Vec<Deel> {
    vec![Onderwerp::Aanvraag(aanvraag).deel()]
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
