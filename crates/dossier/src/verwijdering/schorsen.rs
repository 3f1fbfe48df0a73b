//! P1b: suspending a pupil: for a week at most, and in secondary education longer while the board consults the Inspectie about a removal
//! (WPO 40c, WEC 40a, WVO 8.14, 8.15(4)).

use base::dates::days_between;
use base::{Date, Schooljaar, Sector, dates};
use recht::Plicht;
use verband::grenzen::{
    DAGEN_NA_SCHORSING, DAGEN_SCHORSING_BIJ_OVERLEG, DAGEN_TOT_SCHORSING, DAGEN_TOT_SCHORSING_BIJ_OVERLEG,
};

use crate::berekend::Berekend;
use crate::opdracht::regels::sector_of;
use crate::opdracht::velden::{Dag, Tekst, Vinkje, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Inschrijving, Schorsing};
use crate::verwijdering::feiten::{Geschorst, SchorsingToets};
use crate::verwijdering::opdracht::intended;

daad! {
    /// Suspends the pupil.
    Schors {
        /// School; must be the one of enrolment.
        vestiging: eigen::Vestiging,
        /// First day.
        van: Dag,
        /// Last day.
        tot_en_met: Dag,
        /// Why, as told to the parents in writing.
        redenen: Tekst,
        /// The board consults the Inspectie about a removal in these days.
        tijdens_overleg: Vinkje,
        /// It is meant so, though its first or last day is in a weekend or a public holiday.
        op_vrije_dag: Vinkje,
    }
}

/// The days of a row of suspensions beside one of them: what WVO 8.15(4) allows beside the week does not use it up, and does not make two
/// weeks of one either.
#[derive(Default)]
struct Rij {
    voor: i32,
    na: i32,
}

impl Schors {
    /// How many days of ordinary suspensions by the same school stand before this one and after it, each next to the other or to a
    /// consultation: a row of short ones is one long one.
    fn row(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Rij {
        let own = dossier.schorsingen.iter().filter(|s| s.vestiging == self.vestiging);
        let own = own.filter_map(|s| Some((s.van, s.laatste_dag()?, s.tijdens_overleg.is_some())));
        let mut others: Vec<_> = own.collect();
        others.sort_unstable();
        let mut row = Rij::default();
        // The free days between two ordinary ones count with them, those beside a consultation do not.
        let (mut edge, mut beside) = (self.van, self.tijdens_overleg);
        for (first, last, overleg) in others.iter().rev().filter(|(_, last, _)| *last < self.van) {
            if !regels::follows(ctx, *last, edge) {
                break;
            }
            if !overleg {
                row.voor += if beside { days_between(*first, *last) + 1 } else { days_between(*first, edge) };
            }
            (edge, beside) = (*first, *overleg);
        }
        (edge, beside) = (self.tot_en_met, self.tijdens_overleg);
        for (first, last, overleg) in others.iter().filter(|(first, _, _)| *first > self.tot_en_met) {
            if !regels::follows(ctx, edge, *first) {
                break;
            }
            if !overleg {
                row.na += if beside { days_between(*first, *last) + 1 } else { days_between(edge, *last) };
            }
            (edge, beside) = (*last, *overleg);
        }
        row
    }

    /// Refuses a consultation that would stand between more than one week of ordinary suspensions (WVO 8.14(1)).
    fn refuse_between(
        &self,
        dossier: &Dossier,
        sector: Sector,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let row = self.row(dossier, ctx);
        let days = row.voor + row.na;
        if days < 1 {
            return Ok(());
        }
        let last = dates::plus_days(self.van, days - 1).unwrap_or(Date::MAX);
        let week = regels::schorsing(ctx, self.van, last, false)?;
        if week.uitkomst.toegestaan {
            return Ok(());
        }
        let together = sleutels::verwijdering::SamenTeLang { dagen: days }.tekst();
        Err(Refusal::field("tot_en_met", together)
            .because(week.berekening.vindplaats_in(sector).cloned())
            .instead(sleutels::verwijdering::korter_of_praten()))
    }

    /// The removal of which the Inspectie is consulted in these days, where that is why the pupil is suspended: in secondary education, for a
    /// pupil under the Leerplichtwet, as long as it is intended, from the day on which the consultation began until it was held.
    fn consultation(
        &self,
        dossier: &Dossier,
        enrolled: &Inschrijving,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<u32>, Refusal> {
        if !self.tijdens_overleg {
            return Ok(None);
        }
        let plicht = Plicht::SchorsingTijdensOverleg;
        let artikel = regels::artikel_ergens(ctx, plicht.code(), self.van);
        let may = ctx.wet.eist(plicht, sector_of(enrolled.schoolsoort), self.van);
        let about = intended(dossier, &self.vestiging).filter(|v| may && v.needs_inspectie(self.van));
        let Some(verwijdering) = about else {
            return Err(Refusal::field("tijdens_overleg", sleutels::verwijdering::geen_overleg_gaande())
                .because(artikel)
                .instead(sleutels::verwijdering::korter_of_praten()));
        };
        if !verwijdering.is_in_overleg(self.van) {
            return Err(Refusal::field("tijdens_overleg", sleutels::verwijdering::overleg_niet_begonnen())
                .because(artikel)
                .instead(sleutels::verwijdering::eerst_overleg_beginnen()));
        }
        // Nobody knows how long a consultation lasts: a suspension for the time of it begins now, and not when it may be over.
        let latest = dates::plus_days(ctx.vandaag, DAGEN_TOT_SCHORSING_BIJ_OVERLEG).unwrap_or(Date::MAX);
        invoer::not_after("van", self.van, latest)?;
        self.refuse_used_up(dossier, ctx)?;
        Ok(Some(verwijdering.nr))
    }

    /// All days of consultations in one school year count together, and those in a row also over its end: it is no way to keep a pupil out
    /// one month after another, and a new intention begins no new month.
    fn refuse_used_up(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let year = Schooljaar::of(self.van);
        let in_a_row = |s: &Schorsing| {
            s.laatste_dag().is_some_and(|last| last < self.van && regels::follows(ctx, last, self.van))
        };
        let counts = |s: &&Schorsing| {
            let same = s.vestiging == self.vestiging && s.tijdens_overleg.is_some();
            same && (Schooljaar::of(s.van) == year || in_a_row(s))
        };
        let used: i32 = dossier.schorsingen.iter().filter(counts).map(Schorsing::dagen).sum();
        let left = DAGEN_SCHORSING_BIJ_OVERLEG - used;
        if left < 1 {
            let gone = sleutels::verwijdering::OverlegDagenOp { dagen: used }.tekst();
            // No law counts these days: 8.15(4) names no length.
            return Err(
                Refusal::field("tijdens_overleg", gone).instead(sleutels::verwijdering::korter_of_praten())
            );
        }
        let last = dates::plus_days(self.van, left - 1).unwrap_or(Date::MAX);
        invoer::not_after("tot_en_met", self.tot_en_met, last).map(|_| ())
    }

    /// A first or last day on which no school is open is asked about: it can be meant so, as part of a longer row of days.
    fn ask_about_free_days(&self, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let mut free =
            [self.van, self.tot_en_met].into_iter().filter(|day| regels::werkdag_vanaf(ctx, *day) != *day);
        match free.next().filter(|_| !self.op_vrije_dag) {
            Some(dag) => {
                Err(Refusal::field("op_vrije_dag", sleutels::verwijdering::SchorsingVrijeDag { dag }.tekst()))
            }
            None => Ok(()),
        }
    }

    /// A pupil is suspended once on a day.
    fn refuse_overlap(&self, dossier: &Dossier) -> Result<(), Refusal> {
        let days = dossier.schorsingen.iter().filter_map(|s| Some((s.van, s.laatste_dag()?)));
        let mut overlap = days.filter(|(first, last)| *first <= self.tot_en_met && self.van <= *last);
        if let Some((_, tot_en_met)) = overlap.next() {
            let earlier = sleutels::verwijdering::AlGeschorst { tot_en_met };
            return Err(Refusal::field("van", earlier.tekst()));
        }
        Ok(())
    }

    /// The answer of the rule: no longer than the law has, together with those it follows or that follow it.
    fn toets(
        &self,
        dossier: &Dossier,
        (sector, overleg): (Sector, bool),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Berekend<SchorsingToets>, Refusal> {
        let row = if overleg { Rij::default() } else { self.row(dossier, ctx) };
        if overleg {
            self.refuse_between(dossier, sector, ctx)?;
        }
        let first = dates::plus_days(self.van, -row.voor).unwrap_or(self.van);
        let last = dates::plus_days(self.tot_en_met, row.na).unwrap_or(self.tot_en_met);
        let toets = regels::schorsing(ctx, first, last, overleg)?;
        if !toets.uitkomst.toegestaan {
            let dagen = i32::try_from(toets.uitkomst.dagen).unwrap_or(i32::MAX);
            let reden = if (first, last) == (self.van, self.tot_en_met) {
                sleutels::verwijdering::TeLang { dagen }.tekst()
            } else {
                sleutels::verwijdering::SamenTeLang { dagen }.tekst()
            };
            return Err(Refusal::field("tot_en_met", reden)
                .because(toets.berekening.vindplaats_in(sector).cloned())
                .instead(sleutels::verwijdering::korter_of_praten()));
        }
        Ok(toets)
    }

    /// A suspension that is put right stands beside those of now, also what was recorded after it. Whether the Inspectie was consulted
    /// then is not asked again: that was, or was not, on its day.
    pub(crate) fn past_naast(
        &self,
        dossier: &Dossier,
        overleg: Option<u32>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let enrolled = dossier.inschrijving_op(self.van).filter(|i| i.vestiging == self.vestiging);
        let enrolled = enrolled.ok_or_else(not_enrolled)?;
        self.refuse_overlap(dossier)?;
        if overleg.is_some() {
            self.refuse_used_up(dossier, ctx)?;
        }
        self.toets(dossier, (sector_of(enrolled.schoolsoort), overleg.is_some()), ctx).map(|_| ())
    }
}

fn not_enrolled() -> Refusal {
    Refusal::new("niet_ingeschreven", sleutels::verwijdering::niet_ingeschreven())
}

impl Decide for Schors {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let enrolled = dossier.inschrijving_op(self.van).filter(|i| i.vestiging == self.vestiging);
        let enrolled = enrolled.ok_or_else(not_enrolled)?;
        // Decided and told in writing before it begins, or soon after a child was sent home.
        let earliest = dates::plus_days(ctx.vandaag, -DAGEN_NA_SCHORSING).unwrap_or(ctx.vandaag);
        let latest = dates::plus_days(ctx.vandaag, DAGEN_TOT_SCHORSING).unwrap_or(Date::MAX);
        invoer::not_after("van", invoer::not_before("van", self.van, earliest)?, latest)?;
        invoer::not_before("tot_en_met", self.tot_en_met, self.van)?;
        self.refuse_overlap(dossier)?;
        self.ask_about_free_days(ctx)?;
        let tijdens_overleg = self.consultation(dossier, enrolled, ctx)?;
        let sector = sector_of(enrolled.schoolsoort);
        let toets = self.toets(dossier, (sector, tijdens_overleg.is_some()), ctx)?;
        Ok(vec![Vaststelling::new(
            self.van,
            dossier,
            ctx,
            Geschorst {
                schorsing: dossier.next_nr::<Geschorst>(),
                vestiging: self.vestiging.clone(),
                schoolnaam: enrolled.schoolnaam.clone(),
                van: self.van,
                tot_en_met: self.tot_en_met,
                redenen: invoer::reason("redenen", &self.redenen, ctx)?,
                toets,
                tijdens_overleg,
                sector: Some(sector),
            },
        )])
    }
}
