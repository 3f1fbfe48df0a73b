//! How the people of an organisation looked, for its privacy officer: patterns, and when one of them looked in which files.

use std::collections::BTreeMap;
use std::time::Duration;

use base::dates::Weekday;
use base::{Date, DossierNummer, PersoonId, Timestamp, dates};
use dossier::toegang::Kijker;
use dossier::{Refusal, Rol};
use storage::{HandelingQuery, Inzage, InzageTelling, KijkerQuery, Page, Rows};
use teksten::{Taal, Tekst};
use verband::grenzen::{DAGEN_KIJKPATROON, MINSTE_LETTERS_REDEN, WERKUREN};

use super::{Doel, Naamgeheugen, purpose, role};
use crate::accounts::{Beheer, Handelingsoort, invoer};
use crate::{App, AppError, Moment};

/// Longest reason to ask for the looks of somebody, in characters.
const REDEN_TEKENS: usize = 300;
/// The code of a refusal where nobody said yet why the looks of somebody are asked for.
pub const REDEN_NODIG: &str = "reden_nodig";

/// A reason is as long as that of any other act: one letter tells whoever reads the log nothing.
fn long_enough(reden: String) -> Result<String, Refusal> {
    let letters = reden.chars().filter(|ch| ch.is_alphanumeric()).count();
    if letters < usize::from(MINSTE_LETTERS_REDEN) {
        let letters = i32::from(MINSTE_LETTERS_REDEN);
        return Err(Refusal::field("reden", teksten::algemeen::RedenTeKort { letters }.tekst()));
    }
    Ok(reden)
}

/// The purpose that is left out where lines of lists are not counted.
fn without(ook_lijsten: bool) -> Option<&'static str> {
    (!ook_lijsten).then(|| Doel::Lijst.tekst())
}

/// The looks of somebody for the organisation of who asks, in whatever list.
fn of(kijker: &Kijker, vraag: &Kijkvraag, (van, tot): (Timestamp, Timestamp), page: Page) -> KijkerQuery {
    KijkerQuery {
        organisatie: kijker.actor.organisatie.clone(),
        persoon: vraag.persoon.clone(),
        rol: vraag.rol.code().to_owned(),
        van,
        tot,
        zonder: None,
        page,
    }
}

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
    /// What: a page of the file, a letter, a line of a list.
    pub wat: Tekst,
    /// It was before or after a working day, or in a weekend.
    pub buiten_werktijd: bool,
}

/// Whose looks a privacy officer asks for, and of which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kijkvraag {
    /// Whose.
    pub persoon: PersoonId,
    /// In which role.
    pub rol: Rol,
    /// From this day.
    pub van: Date,
    /// Before this day.
    pub tot: Date,
    /// Lines of lists too.
    pub ook_lijsten: bool,
}

/// In the log, where lines of lists were asked too.
const MET_LIJSTEN: &str = "met_lijsten";
/// In the log, where they were not.
const ZONDER_LIJSTEN: &str = "zonder_lijsten";

/// What was asked, as the log shows it: in which role, of which days, and whether lines of lists too. The reason is not shown.
pub(crate) fn asked_in_words(kept: &str) -> String {
    let Some((asked, _)) = kept.split_once(": ") else { return String::new() };
    let parts: Vec<&str> = asked.split(' ').collect();
    let [rol, van, tot, lijsten] = parts.as_slice() else { return String::new() };
    let (Ok(rol), Ok(van), Ok(tot)) = (rol.parse::<Rol>(), van.parse::<Date>(), tot.parse::<Date>()) else {
        return String::new();
    };
    let last = dates::plus_days(tot, -1).unwrap_or(tot);
    let which = if *lijsten == MET_LIJSTEN { "ook lijsten" } else { "zonder lijsten" };
    format!("{}, {} tot en met {}, {which}", rol.label(), dates::short_nl(van), dates::short_nl(last))
}

impl Kijkvraag {
    /// What stands before the reason in the log: for another role, other days or the lines of lists too it is asked anew.
    fn in_log(&self) -> String {
        let lijsten = if self.ook_lijsten { MET_LIJSTEN } else { ZONDER_LIJSTEN };
        format!("{} {} {} {lijsten}: ", self.rol.code(), self.van, self.tot)
    }
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

/// Who asks is a privacy officer.
fn is_asked_by(kijker: &Kijker) -> Result<(), AppError> {
    if kijker.actor.rol == Rol::PrivacyOfficer {
        Ok(())
    } else {
        Err(AppError::Forbidden { reden: teksten::toegang::privacy_officer() })
    }
}

/// The moments of a period (`tot` not included) that a privacy officer asks about.
fn bounds(kijker: &Kijker, van: Date, tot: Date) -> Result<(Timestamp, Timestamp), AppError> {
    is_asked_by(kijker)?;
    if dates::days_between(van, tot) > DAGEN_KIJKPATROON.1 {
        return Err(Refusal::field(
            "tot",
            teksten::beheer::PeriodeTeLang { dagen: DAGEN_KIJKPATROON.1 }.tekst(),
        )
        .instead(teksten::beheer::kortere_periode())
        .into());
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
    /// first: for its privacy officer, who sees patterns and no files. Who opens a list of work each morning looked into no file:
    /// lines of lists count when they are asked for.
    pub async fn kijkpatroon(
        &self,
        kijker: &Kijker,
        (van, tot): (Date, Date),
        ook_lijsten: bool,
    ) -> Result<Vec<Kijkgedrag>, AppError> {
        let bounds = bounds(kijker, van, tot)?;
        let zonder = without(ook_lijsten);
        let tellingen = self.storage.read_pattern(&kijker.actor.organisatie, bounds, zonder).await?;
        self.named(tellingen).await
    }

    /// When one person of the organisation looked in which files in a period (`tot` not included), newest first: for its
    /// privacy officer, who asks about it, said today why ([`App::vraag_kijkmomenten`]), and opens none of them.
    pub async fn kijkmomenten(
        &self,
        kijker: &Kijker,
        vraag: &Kijkvraag,
        page: Page,
        moment: Moment,
    ) -> Result<Rows<Kijkmoment>, AppError> {
        let (van, tot) = bounds(kijker, vraag.van, vraag.tot)?;
        if !self.was_asked(kijker, vraag, moment).await? {
            return Err(Refusal::new(REDEN_NODIG, teksten::beheer::reden_nodig())
                .instead(teksten::beheer::reden_zeggen())
                .into());
        }
        let zonder = without(vraag.ook_lijsten).map(str::to_owned);
        let found =
            self.storage.reads_by(&KijkerQuery { zonder, ..of(kijker, vraag, (van, tot), page) }).await?;
        let moment = |inzage: &Inzage| Kijkmoment {
            op: inzage.at,
            dossier: inzage.dossier.clone(),
            wat: purpose(&inzage.doel),
            buiten_werktijd: !is_in_working_hours(inzage.at),
        };
        let rows = found.rows.iter().map(moment).collect();
        Ok(found.with(rows))
    }

    /// How somebody is called whose looks are asked for. Of who never looked for this organisation nothing is said, not even
    /// whether there is such a person.
    pub async fn naam_van_kijker(&self, kijker: &Kijker, vraag: &Kijkvraag) -> Result<String, AppError> {
        is_asked_by(kijker)?;
        let ever = of(kijker, vraag, (Timestamp::MIN, Timestamp::MAX), Page::first(1));
        if self.storage.reads_by(&ever).await?.total == 0 {
            return Err(AppError::NotFound);
        }
        Naamgeheugen::default().persoon(self, &vraag.persoon).await
    }

    /// Records that a privacy officer asks when somebody looked in which files, of which days, and why: before a number is
    /// shown. It stands in the log of the organisation.
    pub async fn vraag_kijkmomenten(
        &self,
        kijker: &Kijker,
        vraag: &Kijkvraag,
        reden: &str,
        moment: Moment,
    ) -> Result<(), AppError> {
        bounds(kijker, vraag.van, vraag.tot)?;
        self.naam_van_kijker(kijker, vraag).await?;
        let reden = long_enough(invoer::line("reden", reden, REDEN_TEKENS)?)?;
        let why = format!("{}{reden}", vraag.in_log());
        let beheer = Beheer::Persoon(&kijker.actor);
        let log = beheer.log(moment, Handelingsoort::InzagenGevraagd, vraag.persoon.as_str(), why);
        Ok(self.storage.log_handeling(&log).await?)
    }

    /// Whether this officer said today why this is asked.
    async fn was_asked(&self, kijker: &Kijker, vraag: &Kijkvraag, moment: Moment) -> Result<bool, AppError> {
        let query = HandelingQuery {
            organisatie: Some(kijker.actor.organisatie.clone()),
            handeling: Some(Handelingsoort::InzagenGevraagd.code().to_owned()),
            persoon: Some(kijker.actor.persoon.clone()),
            van: dates::start_of_day_in_nl(moment.vandaag),
            ..HandelingQuery::all(Page::first(storage::limits::PAGE_ROWS))
        };
        let asked = self.storage.handelingen(&query).await?;
        Ok(asked.rows.iter().any(|act| {
            let by = act.door.as_ref().is_some_and(|door| door.persoon == kijker.actor.persoon);
            by && act.onderwerp == vraag.persoon.as_str() && act.toelichting.starts_with(&vraag.in_log())
        }))
    }

    /// The same, with how many of the looks were outside working hours.
    pub async fn kijkpatronen(
        &self,
        kijker: &Kijker,
        (van, tot): (Date, Date),
        ook_lijsten: bool,
    ) -> Result<Vec<Kijkpatroon>, AppError> {
        let wie = self.kijkpatroon(kijker, (van, tot), ook_lijsten).await?;
        let zonder = without(ook_lijsten);
        let mut binnen: BTreeMap<(PersoonId, String), u64> = BTreeMap::new();
        let mut day = van;
        while day < tot {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            let hours = working_hours(day).filter(|_| !weekend);
            if let Some(hours) = hours {
                for telling in self.storage.read_pattern(&kijker.actor.organisatie, hours, zonder).await? {
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
