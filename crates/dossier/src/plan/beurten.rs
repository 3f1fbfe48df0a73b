//! Whose turn it is in a plan: the school makes it and hears pupil and parents, who agree or not; the commissie advises; the board adopts
//! it; and while it holds the school looks what came of it.

use std::borrow::Cow;

use base::{Date, dates};
use recht::Plicht;
use recht::soort::OppOnderdeel;
use verband::grenzen::{
    DAGEN_NA_CYCLUS, DAGEN_OM_TE_VERVOLGEN, DAGEN_VOOR_EINDE_PLAN, WEKEN_OM_TE_EVALUEREN,
};

use crate::beurt::{Beurt, Onderwerp, Step, Zet, article, loopt_nog};
use crate::plan::feiten::PlanGestart;
use crate::plan::soort::Planvervolg;
use crate::plan::staat::{Plan, Planversie};
use crate::plan::vaststellen::Planinstemming;
use crate::staat::{Dossier, Inschrijving};

/// The turns of every plan that runs, as long as the child is a pupil of its school.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for plan in dossier.plannen.iter().filter(|plan| !plan.is_beeindigd()) {
        let since = beurten.len();
        let plan = &*dossier.met_termijn(plan);
        making(plan, beurten);
        if let Some(laid) = plan.ligt_voor() {
            advising(plan, laid, beurten);
        }
        if let Some(open) = plan.open_versie() {
            agreeing(dossier, plan, open, beurten);
        }
        holding(plan, beurten);
        let (came, left) = dossier.leerling_bij(plan);
        for beurt in beurten.iter_mut().skip(since) {
            beurt.van = beurt.van.max(came);
            beurt.tot = [beurt.tot, left].into_iter().flatten().min();
        }
    }
}

/// A step of the school in a plan, with the day of the law as long as the plan was never adopted.
fn step(plan: &Plan, zet: Zet, van: Date) -> Step {
    let step = Step::new(zet, Onderwerp::Plan(plan.nr), van);
    if plan.laatst_vastgesteld().is_some() {
        return step;
    }
    let ground = plan.termijn.as_ref().map(|termijn| article(termijn.berekening.vindplaats_in(plan.sector)));
    let step = step.until(plan.uiterlijk);
    match (ground, plan.uiterlijk) {
        (Some(ground), _) => step.because(ground),
        (None, Some(_)) => step.because(sleutels::plan::beurt_behoefte_later()),
        (None, None) => step,
    }
}

/// What comes before a version is adopted, whichever: it is written, and the pupil is heard.
fn making(plan: &Plan, beurten: &mut Vec<Beurt>) {
    let school = || plan.vestiging.organisatie();
    if plan.versies.is_empty() {
        beurten.push(step(plan, Zet::PlanMaken, plan.begonnen_op).by(school()));
    } else if let Some(laid) = plan.ligt_voor().filter(|laid| misses_content(laid)) {
        beurten.push(step(plan, Zet::PlanMaken, laid.op).by(school()));
    }
    if plan.laatst_vastgesteld().is_some() && plan.ligt_voor().is_none() {
        return;
    }
    let since = plan.ligt_voor().map_or(plan.begonnen_op, |laid| laid.op);
    if plan.vraagt(OppOnderdeel::InbrengLeerling) && plan.ronde.inbreng.is_none() {
        beurten.push(step(plan, Zet::LeerlingVragen, since).by(school()));
    }
    if plan.ronde.wacht_op_uitleg() {
        beurten.push(step(plan, Zet::LeerlingUitleggen, since).by(school()));
    }
}

/// A version lacks something that the law asks to stand in it.
fn misses_content(laid: &Planversie) -> bool {
    let heard = |part: &OppOnderdeel| {
        matches!(
            part,
            OppOnderdeel::OverlegOuders
                | OppOnderdeel::InbrengLeerling
                | OppOnderdeel::InstemmingHandelingsdeel
        )
    };
    laid.feit.ontbreekt.as_ref().is_some_and(|toets| !toets.uitkomst.iter().all(heard))
}

/// The commissie is heard about the version that lies there.
fn advising(plan: &Plan, laid: &Planversie, beurten: &mut Vec<Beurt>) {
    if plan.eist(Plicht::OppAdviesCommissie) && !plan.is_geadviseerd(laid) {
        beurten.push(step(plan, Zet::PlanAdviseren, laid.op).by(plan.vestiging.organisatie()));
    }
}

/// Each of those who are asked is spoken with, and agrees or not; then the board adopts, also without those who had the time to answer and
/// said nothing. Where it was adopted without agreement the school says how it goes on, and a yes can still come. Whose word it is can
/// become another's while it lies there: of each time in which it is the same people's.
fn agreeing(dossier: &Dossier, plan: &Plan, laid: &Planversie, beurten: &mut Vec<Beurt>) {
    let mut changes = dossier.stemmen_wisselen_na(laid.op);
    changes.retain(|day| *day <= loopt_nog(laid.op));
    let starts = || std::iter::once(laid.op).chain(changes.iter().copied());
    let ends = changes.iter().copied().map(Some).chain(std::iter::once(None));
    let mut times: Vec<Stemtijd> = Vec::new();
    for (van, tot) in starts().zip(ends) {
        let stand = dossier.instemming(plan, van);
        let silent = dossier.zonder_antwoord_vanaf(plan, laid, van);
        let talks = !plan.vraagt(OppOnderdeel::OverlegOuders) || dossier.is_overlegd(plan, laid, van);
        let spoken = talks && (plan.soort.is_opp() || dossier.nee_onbesproken(plan, van).is_empty());
        match times.last_mut() {
            Some(last) if last.stand == stand && last.silent == silent && last.spoken == spoken => {
                last.tot = tot;
            }
            Some(_) | None => times.push(Stemtijd { van, tot, stand, silent, spoken }),
        }
    }
    let heard = is_heard(plan, laid) && !misses_content(laid);
    let school = || plan.vestiging.organisatie();
    let rest = plan.wacht_op_handelingsdeel().and(plan.laatst_vastgesteld()).map(|last| last.besluit.op);
    for time in times {
        if !time.spoken {
            beurten.push(step(plan, Zet::OudersSpreken, time.van).by(school()).ending(time.tot));
        }
        if time.stand == Planinstemming::Wacht {
            let asked = Step::new(Zet::InstemmingGeven, Onderwerp::Plan(plan.nr), time.van)
                .until(dates::plus_days(time.silent, -1))
                .because(sleutels::plan::beurt_ieder_zelf());
            beurten.push(asked.by(dossier.gezin()).ending(time.tot));
        }
        match rest.filter(|_| time.stand != Planinstemming::Ja) {
            Some(adopted) => {
                let look = Step::new(Zet::PlanVervolgen, Onderwerp::Plan(plan.nr), time.van.max(adopted));
                let look = look.until(dates::plus_days(adopted, DAGEN_OM_TE_VERVOLGEN));
                let look = look.because(sleutels::plan::beurt_geen_instemming()).by(school());
                beurten.push(look.ending(time.tot));
            }
            None if heard && time.spoken => {
                let adopt = step(plan, Zet::PlanVaststellen, time.adopted_from(plan)).by(school());
                beurten.push(adopt.ending(time.tot));
            }
            None => {}
        }
    }
}

/// A time in which the same people are asked to agree, and stand as they do.
struct Stemtijd {
    van: Date,
    tot: Option<Date>,
    stand: Planinstemming,
    silent: Date,
    /// Those who are asked were spoken with, as far as this plan asks it.
    spoken: bool,
}

impl Stemtijd {
    /// From when it can be adopted, with its action part or without.
    fn adopted_from(&self, plan: &Plan) -> Date {
        match self.stand {
            Planinstemming::Wacht if plan.soort.is_opp() => self.van.max(self.silent),
            Planinstemming::NietGevraagd
            | Planinstemming::Ja
            | Planinstemming::Nee
            | Planinstemming::Oneens
            | Planinstemming::Wacht => self.van,
        }
    }
}

/// Pupil and commissie were heard, as far as the law asks it of this plan.
fn is_heard(plan: &Plan, laid: &Planversie) -> bool {
    let pupil = !plan.vraagt(OppOnderdeel::InbrengLeerling) || plan.ronde_van(laid).heeft_inbreng();
    let advised = !plan.eist(Plicht::OppAdviesCommissie) || plan.is_geadviseerd(laid);
    pupil && advised
}

/// While a plan holds: what came of its goals, once in a school year of the whole, and how it goes on when its help ends.
fn holding(plan: &Plan, beurten: &mut Vec<Beurt>) {
    let Some(adopted) = plan.laatst_vastgesteld().map(|last| last.besluit.op) else { return };
    let (over, school) = (Onderwerp::Plan(plan.nr), || plan.vestiging.organisatie());
    if let Some(ends) = plan.einde_cyclus() {
        let look = Step::new(Zet::CyclusAfsluiten, over, ends).until(dates::plus_days(ends, DAGEN_NA_CYCLUS));
        beurten.push(look.because(sleutels::plan::beurt_cyclus_voorbij()).by(school()));
    }
    if let Some(last) = plan.evalueren_uiterlijk() {
        let first = plan.vaststellingen.first().map_or(adopted, |first| first.besluit.op);
        let begins = dates::plus_days(last, -7 * WEKEN_OM_TE_EVALUEREN).unwrap_or(first);
        let look = Step::new(Zet::PlanEvalueren, over, begins.max(first)).until(Some(last));
        beurten.push(look.because(sleutels::plan::beurt_elk_schooljaar()).by(school()));
    }
    if plan.ligt_voor().is_none() && concluded(plan, beurten) {
        return;
    }
    if let Some((_, part)) = plan.geldend_handelingsdeel().filter(|_| plan.open_versie().is_none()) {
        let begins = dates::plus_days(part.tot_en_met, -DAGEN_VOOR_EINDE_PLAN).unwrap_or(adopted);
        let look = Step::new(Zet::PlanVervolgen, over, begins.max(adopted)).until(Some(part.tot_en_met));
        beurten.push(look.because(sleutels::plan::beurt_hulp_loopt_af()).by(school()));
    }
}

/// What the newest evaluation said of how it goes on, as long as nothing came of it.
fn concluded(plan: &Plan, beurten: &mut Vec<Beurt>) -> bool {
    let newest = plan.evaluaties.iter().max_by_key(|done| done.op);
    let Some(done) = newest.filter(|done| plan.versies.iter().all(|laid| laid.op < done.op)) else {
        return false;
    };
    let zet = match done.vervolg {
        Planvervolg::Doorgaan => return false,
        Planvervolg::Bijstellen => Zet::PlanMaken,
        // Where it waits for agreement the school has that turn already.
        Planvervolg::Beeindigen if plan.open_versie().is_some() => return false,
        Planvervolg::Beeindigen => Zet::PlanVervolgen,
    };
    let look = Step::new(zet, Onderwerp::Plan(plan.nr), done.op);
    let look = look.until(dates::plus_days(done.op, DAGEN_OM_TE_VERVOLGEN));
    beurten.push(look.because(sleutels::plan::beurt_na_evaluatie()).by(plan.vestiging.organisatie()));
    true
}

impl Dossier {
    /// A plan with its term: one that began in a temporary place has that of the definitive one (WPO 40a(3), WEC 41a(3), WVO 2020 2.44(2)).
    fn met_termijn<'a>(&self, plan: &'a Plan) -> Cow<'a, Plan> {
        let waits = plan.termijn.as_ref().is_some_and(|termijn| termijn.uitkomst.is_none());
        let here = self.aanmeldingen.iter().rev().filter(|one| waits && one.vestiging == plan.vestiging);
        let termijn =
            here.filter_map(|one| one.opp_termijn.as_ref()).find(|termijn| termijn.uitkomst.is_some());
        let Some(termijn) = termijn else { return Cow::Borrowed(plan) };
        let (uiterlijk, termijn) = (termijn.uitkomst, Some(termijn.clone()));
        let begun = PlanGestart { termijn, uiterlijk, ..(*plan.feit).clone() };
        Cow::Owned(Plan { feit: begun.into(), ..plan.clone() })
    }

    /// From when until when the child is a pupil of the school of a plan, as the file knows it last: who left and came back goes on with it.
    fn leerling_bij(&self, plan: &Plan) -> (Date, Option<Date>) {
        let here = |place: &&Inschrijving| place.vestiging.organisatie() == plan.vestiging.organisatie();
        let mut places: Vec<&Inschrijving> = self.inschrijvingen.iter().filter(here).collect();
        places.sort_unstable_by_key(|place| place.van);
        let came = places.iter().map(|place| place.van).rfind(|van| *van <= plan.begonnen_op);
        let mut there =
            (came.unwrap_or(plan.begonnen_op), self.leerling_tot(&plan.vestiging, plan.begonnen_op));
        for place in places {
            if there.1.is_some_and(|left| left < place.van) {
                there = (place.van, self.leerling_tot(&plan.vestiging, place.van));
            }
        }
        there
    }
}
