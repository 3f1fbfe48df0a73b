//! The home page of every professional: one's own turns by date, and whose turn it is elsewhere.

use std::collections::BTreeMap;
use std::time::Duration;

use base::{Date, DossierNummer, OrganisatieId, Timestamp};
use dossier::Rol;
use dossier::beurt::Zet;
use dossier::rol::Actor;
use dossier::toegang::Kijker;
use storage::queries::{Beurt, BeurtQuery, BeurtSort};
use storage::{BeurtRij, Bezoek, Direction, Lezer, Page, Rows, Scope};
use verband::grenzen::DAGEN_VOORUIT;

use crate::{App, AppError, Moment, projectie};

mod onbezet;
mod sinds;

pub use onbezet::Onbezet;
pub use sinds::Nieuws;

/// Who looks again within this is still here: what was new stays marked.
const EEN_BEZOEK: Duration = Duration::from_mins(45);

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
    /// The last day of the law, where the one above was promised.
    pub wettelijk: Option<Date>,
    /// After a notice of default: the last day without a penalty.
    pub in_gebreke_tot: Option<Date>,
    /// Where the last day above is proposed by the program: the last day on the way to which it is.
    pub einddag: Option<Date>,
    /// Why that day.
    pub grond: String,
    /// It came, or something came to it by somebody else, since the reader was here.
    pub nieuw: bool,
}

/// What *Vandaag* shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vandaag {
    /// Your own turns, overdue first, then by date.
    pub van_u: Rows<BeurtRegel>,
    /// Turns of others on children you are concerned with.
    pub van_anderen: Rows<BeurtRegel>,
    /// When the reader was here before, in this role.
    pub vorige_keer: Option<Timestamp>,
}

impl Vandaag {
    /// Something of what is shown came since the reader was here.
    pub fn has_new(&self) -> bool {
        self.van_u.rows.iter().chain(&self.van_anderen.rows).any(|row| row.nieuw)
    }
}

/// How many of those at most.
const KOMENDE: u32 = 50;

/// Which turns were asked for, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beurtenlijst {
    /// Only this work.
    pub zet: Option<Zet>,
    /// Only with a last day on or before this day.
    pub uiterlijk: Option<Date>,
    /// What came since then is marked as new.
    pub sinds: Option<Timestamp>,
    /// Order.
    pub sort: BeurtSort,
    /// Up or down.
    pub direction: Direction,
}

impl Beurtenlijst {
    fn query(&self, scope: Scope, page: Page) -> BeurtQuery {
        BeurtQuery {
            scope,
            soort: self.zet.map(|zet| zet.code().to_owned()),
            uiterlijk_tot_en_met: self.uiterlijk,
            groep: None,
            van_tot_en_met: None,
            van_na: None,
            sort: self.sort,
            direction: self.direction,
            page,
        }
    }
}

fn unreadable(dossier: &DossierNummer) -> AppError {
    AppError::Unreadable { place: format!("beurt van {dossier}") }
}

impl App {
    /// The home page of a person in a role: a page of their own turns and one of those of others.
    pub async fn vandaag(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Beurtenlijst,
        page: Page,
        anderen: Page,
    ) -> Result<Vandaag, AppError> {
        let vorige_keer = self.bezoek(kijker, moment).await?;
        let lijst = Beurtenlijst { sinds: vorige_keer, ..lijst.clone() };
        let van_u = self.eigen_beurten(kijker, moment, &lijst, page).await?;
        let van_anderen = self.beurten_van_anderen(kijker, moment, &lijst, anderen).await?;
        Ok(Vandaag { van_u, van_anderen, vorige_keer })
    }

    /// Keeps that somebody looks at what they have to do, and says when they did before this visit.
    async fn bezoek(&self, kijker: &Kijker, moment: Moment) -> Result<Option<Timestamp>, AppError> {
        let Actor { persoon, rol, organisatie } = &kijker.actor;
        let bezoek = Bezoek {
            persoon: persoon.clone(),
            rol: rol.code().to_owned(),
            organisatie: organisatie.clone(),
            at: moment.at,
        };
        Ok(self.storage.visit(&bezoek, moment.at - EEN_BEZOEK).await?)
    }

    /// What stands in the lists of turns that somebody sees on a day: their own, and those of others.
    pub async fn zetten_in_lijst(&self, kijker: &Kijker, moment: Moment) -> Result<Vec<Zet>, AppError> {
        let lists = [projectie::eigen_lijst(kijker), projectie::van_anderen(&self.matrix, kijker)];
        let zonder = self.gesloten_dossiers(kijker).await?;
        let scopes: Vec<Scope> = lists
            .into_iter()
            .flatten()
            .map(|lezer| Scope { zonder: zonder.clone(), ..Scope::new(lezer, moment.vandaag) })
            .collect();
        let codes: Vec<&str> = Zet::ALL.iter().map(|zet| zet.code()).collect();
        let found = self.storage.turn_kinds(&scopes, &codes).await?;
        Ok(found.iter().filter_map(|code| Zet::from_code(code)).collect())
    }

    /// The own turns of a person in a role.
    pub async fn eigen_beurten(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Beurtenlijst,
        page: Page,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        let Some(lezer) = projectie::eigen_lijst(kijker) else { return Ok(Rows::none()) };
        let scope = Scope::new(lezer, moment.vandaag);
        self.turn_rows(kijker, lijst.query(scope, page), lijst.sinds, moment).await
    }

    /// The own turns that begin later, and soon: nobody has to remember them.
    pub async fn komende_beurten(
        &self,
        kijker: &Kijker,
        moment: Moment,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        let Some(on) = base::dates::plus_days(moment.vandaag, DAGEN_VOORUIT) else { return Ok(Rows::none()) };
        let Some(lezer) = projectie::eigen_lijst(kijker) else { return Ok(Rows::none()) };
        self.turn_rows(kijker, soon(lezer, moment.vandaag, on), None, moment).await
    }

    /// The turns of others on children whom somebody's work is about.
    pub async fn beurten_van_anderen(
        &self,
        kijker: &Kijker,
        moment: Moment,
        lijst: &Beurtenlijst,
        page: Page,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        // Who reads of no registration and no request waits for nothing.
        let Some(lezer) = projectie::van_anderen(&self.matrix, kijker) else { return Ok(Rows::none()) };
        let scope = Scope::new(lezer, moment.vandaag);
        self.turn_rows(kijker, lijst.query(scope, page), lijst.sinds, moment).await
    }

    /// The turns of a list, on record with who looked.
    pub(crate) async fn told_turns(
        &self,
        kijker: &Kijker,
        moment: Moment,
        query: &BeurtQuery,
    ) -> Result<Rows<Beurt>, AppError> {
        debug_assert!(projectie::is_told(query, moment.vandaag), "some turns have no rows yet: {query:?}");
        let scope = self.zonder_gesloten(kijker, query.scope.clone()).await?;
        let found = self.storage.beurten(&BeurtQuery { scope, ..query.clone() }).await?;
        self.log_turns(kijker, moment, &found.rows).await?;
        Ok(found)
    }

    /// A turn tells of its case, in the part in which it stands.
    async fn log_turns(&self, kijker: &Kijker, moment: Moment, rows: &[Beurt]) -> Result<(), AppError> {
        let step = |row: &Beurt| Zet::from_code(&row.beurt.soort).ok_or_else(|| unreadable(&row.dossier));
        let steps = rows.iter().map(step).collect::<Result<Vec<_>, _>>()?;
        let told = rows.iter().zip(&steps).map(|(row, zet)| (&row.dossier, vec![zet.deel()]));
        self.log_listed(kijker, moment, told).await
    }

    async fn turn_rows(
        &self,
        kijker: &Kijker,
        query: BeurtQuery,
        sinds: Option<Timestamp>,
        moment: Moment,
    ) -> Result<Rows<BeurtRegel>, AppError> {
        let found = self.told_turns(kijker, moment, &query).await?;
        let mut rows = Vec::with_capacity(found.rows.len());
        // A list of turns names a handful of organisations, many times each.
        let mut names: BTreeMap<OrganisatieId, String> = BTreeMap::new();
        for row in &found.rows {
            if !names.contains_key(&row.beurt.organisatie) {
                let naam = self.organisatie_naam(&row.beurt.organisatie, moment.vandaag).await?;
                names.insert(row.beurt.organisatie.clone(), naam);
            }
            let place = || unreadable(&row.dossier);
            let beurt = &row.beurt;
            rows.push(BeurtRegel {
                naam: row.weergavenaam.clone(),
                groep: row.groep.clone().unwrap_or_default(),
                zet: Zet::from_code(&beurt.soort).ok_or_else(place)?,
                onderwerp: beurt.zaak.clone(),
                rol: beurt.rol.parse().map_err(|_| place())?,
                organisatie: names.get(&beurt.organisatie).cloned().unwrap_or_default(),
                van: beurt.van,
                uiterlijk: beurt.uiterlijk,
                wettelijk: beurt.wettelijk,
                in_gebreke_tot: beurt.in_gebreke_tot,
                einddag: beurt.einddag,
                grond: beurt.grond.clone(),
                nieuw: sinds.is_some_and(|sinds| is_new(beurt, sinds, kijker)),
                dossier: row.dossier.clone(),
            });
        }
        Ok(found.with(rows))
    }
}

/// A turn that came since an instant, or to which somebody else added something.
fn is_new(beurt: &BeurtRij, sinds: Timestamp, kijker: &Kijker) -> bool {
    let added = beurt.nieuws_op.is_some_and(|op| op > sinds);
    let own = beurt.nieuws_door.as_ref() == Some(&kijker.actor.persoon);
    (added && !own) || beurt.van > base::today_in_nl(sinds)
}

/// What begins after today and on this day at the latest, also what has ended by then.
fn soon(lezer: Lezer, today: Date, last: Date) -> BeurtQuery {
    let all = Beurtenlijst::default().query(Scope::new(lezer, today), Page::first(KOMENDE));
    BeurtQuery { van_na: Some(today), van_tot_en_met: Some(last), ..all }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The store tells of such a query what begins in that time, whether or not it ends before the last day of it
    /// (`turns_that_begin_later_are_told_beside_those_that_are_open`).
    #[test]
    fn what_begins_soon_and_ends_soon_too_is_asked_for() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let lezer = Lezer::organisatie("ib", &"school/99ZZ00".parse().expect("a school"), "");
        let asked = soon(lezer, day("2026-03-02"), day("2026-03-16"));
        assert_eq!(
            asked.scope.on,
            day("2026-03-02"),
            "a turn of day 3 to 10 is not looked for on day 14 alone"
        );
        assert_eq!((asked.van_na, asked.van_tot_en_met), (Some(day("2026-03-02")), Some(day("2026-03-16"))));
    }
}
