//! Tells one story: gives commands to the core, each on its own day, and keeps what it decided.

use base::dates::{self, Weekday};
use base::{Date, OrganisatieId, PersoonId, Timestamp};
use dossier::opdracht::Opdracht;
use dossier::soort::TlvSoort;
use dossier::toegang::{Grond, Kijker};
use dossier::{Actor, Besluitvorming, Dossier, Rol, Vaststelling};
use verband::Beleid;

use super::teksten::over;
use super::{Aangeslotene, History, Nummers, Vastgelegd, Verhaallijn, Voorbeeld, Voorval, Wereld};
use crate::regio::{Demoschool, Kind, Verband};
use crate::worp::Worp;

/// Why a story stops.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) opdracht: &'static str,
    pub(super) op: Date,
    pub(super) reden: String,
}

/// A step of a story.
pub(super) type Stap<T = ()> = Result<T, Stop>;

/// One story being told.
pub(super) struct Verteller<'a> {
    pub(super) wereld: Wereld<'a>,
    beleid: &'a [Beleid],
    pub(super) nummers: &'a mut Nummers,
    /// Chance, for this file alone.
    pub(super) worp: Worp,
    /// Where it begins.
    pub(super) school: &'a Demoschool,
    /// The child.
    pub(super) kind: Kind,
    /// Told at the schools of the demo's accounts.
    pub(super) thuis: bool,
    /// The first parent has an own page, whatever chance says.
    pub(super) eigen_pagina: bool,
    /// One of the families of the demo.
    pub(super) voorbeeld: Option<&'static Voorbeeld>,
    /// What the school asks, where the story says so.
    pub(super) vraagt: Option<TlvSoort>,
    /// The file so far.
    pub(super) dossier: Dossier,
    pub(super) ouders: Vec<Aangeslotene>,
    feiten: Vec<Vastgelegd>,
    laatste: Option<Voorval>,
    last: Timestamp,
}

impl<'a> Verteller<'a> {
    pub(super) fn new(
        wereld: Wereld<'a>,
        beleid: &'a [Beleid],
        nummers: &'a mut Nummers,
        worp: Worp,
        school: &'a Demoschool,
        kind: Kind,
    ) -> Self {
        Self {
            wereld,
            beleid,
            nummers,
            worp,
            school,
            kind,
            thuis: false,
            eigen_pagina: false,
            voorbeeld: None,
            vraagt: None,
            dossier: Dossier::new(crate::regio::code("1900-000000")),
            ouders: Vec::new(),
            feiten: Vec::new(),
            laatste: None,
            last: Timestamp::UNIX_EPOCH,
        }
    }

    /// The file with everything that led to it.
    pub(super) fn history(self, verhaallijn: Verhaallijn) -> History {
        History {
            nummer: self.dossier.nummer.clone(),
            verhaallijn,
            feiten: self.feiten,
            laatste: self.laatste,
            dossier: self.dossier,
            ouders: self.ouders,
        }
    }

    /// The working day so many days ago, or the last one before it; never today.
    pub(super) fn dag(&self, geleden: i32) -> Date {
        werkdag(self.datum(-geleden.max(1)))
    }

    /// Any date, counted from today.
    pub(super) fn datum(&self, over: i32) -> Date {
        plus(self.wereld.vandaag, over)
    }

    /// The earlier of a date and the last working day before today: when something was recorded
    /// that may lie ahead.
    pub(super) fn verleden(&self, date: Date) -> Date {
        werkdag(date.min(self.datum(-1)))
    }

    /// The area where it happens.
    pub(super) fn verband(&self) -> &'a Verband {
        self.wereld.regio.verband_of(self.school)
    }

    /// One of the texts, about this child.
    pub(super) fn tekst(&mut self, from: &[&str]) -> String {
        over(self.worp.kies(from), &self.kind.roepnaam)
    }

    /// One of the lists, about this child.
    pub(super) fn regels(&mut self, from: &[&[&str]]) -> Vec<String> {
        self.worp.kies(from).iter().map(|line| over(line, &self.kind.roepnaam)).collect()
    }

    /// Somebody of the school does one thing.
    pub(super) fn ib(&mut self, op: Date, opdracht: impl Into<Opdracht>) -> Stap {
        self.doe(op, self.school.ib(), vec![opdracht.into()])
    }

    /// The school leader does one thing.
    pub(super) fn directie(&mut self, op: Date, opdracht: impl Into<Opdracht>) -> Stap {
        self.doe(op, self.school.directie(), vec![opdracht.into()])
    }

    /// A parent does one thing on the own page, or the school in their name.
    pub(super) fn ouder(&mut self, op: Date, opdracht: impl Into<Opdracht>) -> Stap {
        let actor = self.ouder_actor().unwrap_or_else(|| self.school.ib());
        self.doe(op, actor, vec![opdracht.into()])
    }

    /// Everybody with authority says the same: who has a page there, and of the others the school records it.
    pub(super) fn samen(&mut self, op: Date, zegt: impl Fn(Option<u32>) -> Opdracht) -> Stap {
        for (actor, van) in self.sprekers(op) {
            self.doe(op, actor, vec![zegt(van)])?;
        }
        Ok(())
    }

    /// One of them says it.
    pub(super) fn een_ouder(&mut self, op: Date, zegt: impl FnOnce(Option<u32>) -> Opdracht) -> Stap {
        let first = self.sprekers(op).into_iter().next();
        let (actor, van) = first.unwrap_or_else(|| (self.school.ib(), None));
        self.doe(op, actor, vec![zegt(van)])
    }

    /// Who records the word of each of those with authority, and whose it is: who has a page first.
    fn sprekers(&self, op: Date) -> Vec<(Actor, Option<u32>)> {
        let mut people = self.dossier.beslissen_samen(op);
        people.sort_by_key(|persoon| (!self.dossier.antwoordt_zelf(persoon), persoon.nr));
        let speaks = |persoon: &dossier::staat::Persoon| {
            let own = persoon.account.clone().filter(|_| self.dossier.antwoordt_zelf(persoon));
            own.map_or_else(|| self.school.ib(), |account| self.gezinslid(account))
        };
        people.into_iter().map(|persoon| (speaks(persoon), Some(persoon.nr))).collect()
    }

    /// The first parent with an own page.
    pub(super) fn ouder_actor(&self) -> Option<Actor> {
        let account = self.ouders.first()?.account.clone();
        Some(self.gezinslid(account))
    }

    /// Somebody who acts for the family.
    pub(super) fn gezinslid(&self, persoon: PersoonId) -> Actor {
        Actor { persoon, rol: Rol::Ouder, organisatie: self.gezin() }
    }

    fn gezin(&self) -> OrganisatieId {
        self.dossier.nummer.gezin()
    }

    /// Gives commands on a day, in one act, if matrix and core allow it.
    pub(super) fn doe(&mut self, op: Date, actor: Actor, opdrachten: Vec<Opdracht>) -> Stap {
        let betrokken = self.dossier.betrokkenen();
        let grond = if self.dossier.versie == 0 { Grond::NieuwDossier } else { Grond::from(&betrokken) };
        let kijker = Kijker::from(actor.clone());
        for opdracht in &opdrachten {
            let toegang = self.wereld.matrix.mag(&kijker, grond, opdracht.naam(), op);
            if !toegang.toegestaan {
                return Err(Stop {
                    opdracht: opdracht.naam(),
                    op,
                    reden: app::AppError::Forbidden { reden: toegang.reden }.to_string(),
                });
            }
        }
        self.doe_bewezen(op, actor, opdrachten)
    }

    /// The same for somebody who proved by other means that they may: with the number of a
    /// declaration, or with a code from a letter.
    pub(super) fn doe_bewezen(&mut self, op: Date, actor: Actor, opdrachten: Vec<Opdracht>) -> Stap {
        let recorded_at = self.moment(op);
        let law = Beleid::default();
        for opdracht in &opdrachten {
            let swv = self.dossier.beleid_van(opdracht);
            let verband = swv.and_then(|swv| self.wereld.regio.verband_met(swv));
            let beleid = verband.and_then(|verband| self.beleid.get(verband.nr)).unwrap_or(&law);
            let ctx = Besluitvorming { wet: self.wereld.wet, beleid, vandaag: op, actor: &actor };
            let decided = self.dossier.decide(opdracht, &ctx);
            let stop = |refusal: dossier::Refusal| Stop {
                opdracht: opdracht.naam(),
                op,
                reden: app::AppError::from(refusal).to_string(),
            };
            for vaststelling in decided.map_err(stop)? {
                self.record(recorded_at, &actor, vaststelling);
            }
        }
        self.laatste = Some(Voorval { recorded_at, actor, opdrachten });
        Ok(())
    }

    /// Decides a command on a copy of the file: whether the law of that day allows it.
    pub(super) fn would_refuse(&self, op: Date, actor: &Actor, opdracht: &Opdracht) -> bool {
        let law = Beleid::default();
        let ctx = Besluitvorming { wet: self.wereld.wet, beleid: &law, vandaag: op, actor };
        self.dossier.decide(opdracht, &ctx).is_err()
    }

    /// What the policy of the partnership of a request says.
    pub(super) fn beleid_of(&self, nr: u32) -> &'a Beleid {
        let swv = self.dossier.aanvraag(nr).map(|aanvraag| &aanvraag.swv.uitkomst);
        let verband =
            swv.and_then(|swv| self.wereld.regio.verband_met(swv)).unwrap_or_else(|| self.verband());
        &self.beleid[verband.nr]
    }

    fn record(&mut self, recorded_at: Timestamp, actor: &Actor, vaststelling: Vaststelling) {
        self.dossier.apply(vaststelling.clone().feit(self.dossier.versie + 1, recorded_at, actor));
        self.feiten.push(Vastgelegd { recorded_at, actor: actor.clone(), vaststelling });
    }

    /// A moment in the working hours of a day, after everything that was recorded.
    fn moment(&mut self, op: Date) -> Timestamp {
        let midnight = dates::start_of_day_in_nl(op).unwrap_or(self.last);
        let minutes = |count: i32| std::time::Duration::from_secs(u64::from(count.unsigned_abs()) * 60);
        let fresh = midnight + minutes(self.worp.tussen(8 * 60, 16 * 60));
        let after = self.last + minutes(self.worp.tussen(1, 20));
        self.last = fresh.max(after);
        self.last
    }
}

/// The working day on or before a date.
pub(super) fn werkdag(date: Date) -> Date {
    let back = match date.weekday() {
        Weekday::Saturday => 1,
        Weekday::Sunday => 2,
        _ => 0,
    };
    plus(date, -back)
}

/// The working day on or after a date.
pub(super) fn werkdag_na(date: Date) -> Date {
    let ahead = match date.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    plus(date, ahead)
}

/// A date moved by days; dates of stories lie far from the ends of the calendar.
pub(super) fn plus(date: Date, days: i32) -> Date {
    dates::plus_days(date, days).unwrap_or(date)
}
