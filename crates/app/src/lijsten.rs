//! Lists: children, requests, experts' work. Every list is seen through somebody's relations.

use base::{Date, dates};
use dossier::Rol;
use dossier::proces::Onderwerp;
use dossier::soort::Adviesstand;
use dossier::staat::Adres;
use dossier::toegang::{Deel, Kijker};
use storage::queries::{
    Aanvraag, AanvraagQuery, AanvraagSort, DossierFilter, DossierQuery, DossierSort, Kind, Toewijzing,
    ToewijzingQuery, ToewijzingSort, Werklast, ZonderRolQuery,
};
use storage::{Direction, DossierRij, Page, Rows, Scope};

use crate::inzage::parts;
use crate::{App, AppError, Moment, projectie};

mod zoek;

/// Requests of experts who left that are fetched at a time: more than one of them advises on at once.
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
        Some(Scope::new(lezer, moment.vandaag))
    }

    /// The same for who asks a list: without the files that are closed to them by name.
    pub(crate) async fn open_scope(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Option<Scope>, AppError> {
        match self.scope_of(kijker, moment) {
            Some(scope) => Ok(Some(self.zonder_gesloten(kijker, scope).await?)),
            None => Ok(None),
        }
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
        let Some(scope) = self.open_scope(kijker, moment).await? else {
            return Ok(Rows::none());
        };
        let filter = lijst.filter.clone();
        let query = DossierQuery { scope, filter, sort: lijst.sort, direction: lijst.direction, page };
        let found = self.storage.dossiers(&query).await?;
        let told = found.rows.iter().map(|row| (&row.dossier.dossier, parts(&row.delen).collect()));
        self.log_listed(kijker, moment, told).await?;
        Ok(found)
    }

    /// Which of these phases the children have whom somebody sees in lists.
    pub async fn fasen_in_lijst(
        &self,
        kijker: &Kijker,
        moment: Moment,
        fasen: &[&str],
    ) -> Result<Vec<String>, AppError> {
        match self.open_scope(kijker, moment).await? {
            Some(scope) => Ok(self.storage.phases(&scope, fasen).await?),
            None => Ok(Vec::new()),
        }
    }

    /// The children over whom somebody has authority.
    pub(crate) async fn kinderen_van_ouder(
        &self,
        kijker: &Kijker,
        moment: Moment,
        page: Page,
    ) -> Result<Rows<Kind>, AppError> {
        let query = DossierQuery {
            scope: Scope::new(projectie::ouder(&kijker.actor.persoon), moment.vandaag),
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
        let Some(scope) = self.open_scope(kijker, moment).await?.filter(|_| works) else {
            return Err(AppError::Forbidden { reden: teksten::toegang::lijst_loket() });
        };
        let query = AanvraagQuery {
            scope,
            open: wens.open,
            soort: wens.soort.clone(),
            fase: wens.fase.clone(),
            vestiging: wens.vestiging.clone(),
            adviesstand: wens.adviesstand.map(|stand| stand.code().to_owned()),
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
        let scope = self.open_scope(kijker, moment).await?.filter(|_| kijker.actor.rol == Rol::Deskundige);
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
    /// stays until another is asked. For the desk, which sees to that. Requests in default on top, as everywhere.
    pub async fn zonder_deskundige(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Vec<Toewijzing>, AppError> {
        if kijker.actor.rol != Rol::Loket {
            return Ok(Vec::new());
        }
        let Some(scope) = self.open_scope(kijker, moment).await? else { return Ok(Vec::new()) };
        let mut query = ZonderRolQuery {
            scope,
            rol: Rol::Deskundige.code().to_owned(),
            organisatie: kijker.actor.organisatie.clone(),
            page: Page::first(LEFT_AT_ONCE),
        };
        let mut all = Vec::new();
        loop {
            let found = self.storage.toewijzingen_zonder_rol(&query).await?;
            query.page.offset += u64::from(LEFT_AT_ONCE);
            all.extend(found.rows);
            if query.page.offset >= found.total {
                break;
            }
        }
        let told = all.iter().map(|row| (&row.dossier.dossier, of_request(row.aanvraag.aanvraag)));
        self.log_listed(kijker, moment, told).await?;
        Ok(all)
    }

    /// How much each expert of an SWV still has to do.
    pub async fn werklast(&self, kijker: &Kijker) -> Result<Vec<Werklast>, AppError> {
        let swv = kijker.actor.organisatie.swv().filter(|_| is_swv_worker(kijker.actor.rol));
        match swv {
            Some(swv) => Ok(self.storage.werklast(&swv, &self.gesloten_dossiers(kijker).await?).await?),
            None => Err(AppError::Forbidden { reden: teksten::toegang::ziet_loket() }),
        }
    }

    /// Other files that may be of the same child: one name and one day of birth, or one of both with a slip in the
    /// other: a prefix left out, a letter, day and month changed places, one digit. One day of birth and one word of the name, so that
    /// a longer or shorter given name and one that changed places with the surname are asked about; and of the same parents, one day
    /// of birth or one given name. At the same address, or of a parent who is written otherwise, a child of one day of birth or one
    /// given name is asked about too.
    ///
    /// Everybody is asked about the files that they have in their lists, and hears of no others.
    pub async fn mogelijk_dubbel(
        &self,
        kijker: &Kijker,
        moment: Moment,
        gezocht: &GezochtKind<'_>,
    ) -> Result<Vec<DossierRij>, AppError> {
        let Some(scope) = self.scope_of(kijker, moment) else { return Ok(Vec::new()) };
        let (sought, born) = (base::naam::key(gezocht.naam), gezocht.geboortedatum);
        let rows = self.storage.possible_doubles(&scope, &sought, born).await?;
        let (mut found, others): (Vec<DossierRij>, Vec<DossierRij>) =
            rows.into_iter().partition(|row| may_be(row, gezocht.naam, born));
        let parents: Vec<String> =
            gezocht.ouders.iter().map(|naam| parent_key(naam)).filter(|key| !key.is_empty()).collect();
        if !parents.is_empty() {
            let children = self.storage.with_keys(&scope, &parents).await?;
            for row in children.into_iter().filter(|row| may_be_of_parents(row, gezocht.naam, born)) {
                if found.iter().all(|known| known.dossier != row.dossier) {
                    found.push(row);
                }
            }
        }
        self.add_of_one_home(&scope, (gezocht, others), &mut found).await?;
        let closed = self.gesloten_dossiers(kijker).await?;
        found.retain(|row| !closed.contains(&row.dossier));
        Ok(found)
    }
}

/// A child of whom it is asked whether it has a file already.
#[derive(Debug, Clone, Copy)]
pub struct GezochtKind<'a> {
    /// Its whole name.
    pub naam: &'a str,
    /// Its date of birth.
    pub geboortedatum: Date,
    /// The names of its parents, as far as they are known.
    pub ouders: &'a [String],
    /// Where it lives, as far as that is known.
    pub adres: &'a Adres,
}

/// The whole name of a parent as it is searched. A surname alone says nothing: a whole school can have it.
fn parent_key(naam: &str) -> String {
    let bare = base::naam::zonder_aanspreking(naam);
    if base::naam::normalise(bare).contains(' ') { base::naam::key(bare) } else { String::new() }
}

/// Two dates that may be one with a slip.
fn is_slip(one: Date, other: Date) -> bool {
    dates::turned(one) == Some(other) || strsim::osa_distance(&one.to_string(), &other.to_string()) <= 1
}

/// A row may be of the child with this name and day of birth.
fn may_be(row: &DossierRij, naam: &str, geboortedatum: Date) -> bool {
    let Some(born) = row.geboortedatum else { return false };
    if born == geboortedatum {
        base::naam::is_near(&row.weergavenaam, naam) || base::naam::shares_word(&row.weergavenaam, naam)
    } else {
        base::naam::is_same(&row.weergavenaam, naam) && is_slip(born, geboortedatum)
    }
}

/// A child of the same parents: a brother or sister has another name and another day of birth.
fn may_be_of_parents(row: &DossierRij, naam: &str, geboortedatum: Date) -> bool {
    let given = |name: &str| base::naam::normalise(name).split(' ').next().unwrap_or_default().to_owned();
    row.geboortedatum.is_some_and(|born| born == geboortedatum || is_slip(born, geboortedatum))
        || given(&row.weergavenaam) == given(naam)
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
    /// How far the advice of the experts is.
    pub adviesstand: Option<Adviesstand>,
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
