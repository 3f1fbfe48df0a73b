//! The acts by which a plan begins and ends.

use base::{Date, dates};
use recht::Plicht;

use crate::aanmelding::afloop::has_temporary;
use crate::aanmelding::onderwijs::{Onderwijsplek, chosen};
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::opdracht::regels::sector_of;
use crate::opdracht::velden::{Keuze, MagNummer, MagOnderwijs, MagTekst, daad, eigen};
use crate::opdracht::{
    Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, refuse_outsider, regels,
};
use crate::plan::feiten::{PlanBeeindigd, PlanGestart};
use crate::plan::soort::{Planeinde, Plansoort};
use crate::plan::staat::Plan;
use crate::refusal::Refusal;
use crate::staat::{Dossier, Inschrijving};

pub use crate::plan::concept::DeelConcept;
pub use crate::plan::horen::{
    AdviseerOverPlan, LegInbrengVast, LegOverlegVast, LichtToeAanLeerling, StelLeerlingInGelegenheid,
};
pub use crate::plan::instemmen::{StemIn, WeigerInstemming};
pub use crate::plan::uitvoeren::{EvalueerPlan, SluitCyclusAf};
pub use crate::plan::vaststellen::StelPlanVast;

/// What of a plan not every act asks.
const PLANPLICHTEN: [Plicht; 1] = [Plicht::OppAdviesCommissie];

/// The plan with this number, of the own school.
pub(super) fn find<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a Plan, Refusal> {
    let plan = dossier.plan(nr).ok_or_else(|| Onderwerp::Plan(nr).niet_in_dossier())?;
    refuse_outsider::<Plan>(ctx, &plan.vestiging.organisatie())?;
    Ok(plan)
}

/// The same, as long as it runs.
pub(super) fn open<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a Plan, Refusal> {
    let plan = find(dossier, nr, ctx)?;
    match &plan.beeindigd {
        Some(ended) => Err(Refusal::new("plan_gestopt", sleutels::plan::AlGestopt { op: ended.op }.tekst())
            .instead(sleutels::plan::nieuw_plan_beginnen())),
        None => Ok(plan),
    }
}

/// The same, as long as the child is a pupil there: nothing is made of a plan of a child that left.
pub(super) fn of_pupil<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Plan, Refusal> {
    let plan = open(dossier, nr, ctx)?;
    match dossier.leerling_tot(&plan.vestiging, ctx.vandaag) {
        Some(left) if left <= ctx.vandaag => {
            Err(Refusal::new("geen_leerling", sleutels::plan::geen_leerling_meer())
                .instead(sleutels::plan::plan_beeindigen()))
        }
        Some(_) | None => Ok(plan),
    }
}

impl Plan {
    /// Of what kind the place is for which the rules ask.
    pub fn plek(&self) -> Onderwijsplek {
        Onderwijsplek { schoolsoort: self.schoolsoort, keuze: self.onderwijs }
    }

    /// The law asked this of a plan on the day on which it began.
    pub fn eist(&self, plicht: Plicht) -> bool {
        self.plichten.contains(&plicht)
    }
}

daad! {
    /// Begins a plan for a pupil.
    StartPlan {
        /// School; must be the one of enrolment.
        vestiging: eigen::Vestiging,
        /// What kind of plan.
        soort: Keuze<Plansoort>,
        /// Which education, where the school gives more than one.
        onderwijs: MagOnderwijs,
        /// The plan of this school from which it takes over what stood there.
        uit_plan: MagNummer,
    }
}

/// The day by which the law wants a plan, with its computation where a rule gives it.
#[derive(Default)]
struct Termijn {
    berekend: Option<Berekend<Option<Date>>>,
    uiterlijk: Option<Date>,
}

impl StartPlan {
    /// Six weeks after the enrolment (WPO 40a(3), WEC 41a(3), WVO 2020 2.44(2)), as the letter of the admission said it where there was
    /// one; of a temporary place the law names none until it is definitive. Where that day is past and not every pupil of the school has a plan, the need came up later: then the law names no day, and
    /// it is as many weeks from today.
    fn termijn(
        &self,
        (dossier, enrolled): (&Dossier, &Inschrijving),
        plek: Onderwijsplek,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Termijn, Refusal> {
        let mut own = dossier.aanmeldingen.iter().rev().filter(|one| one.vestiging == self.vestiging);
        let promised =
            own.find_map(|one| one.opp_termijn.clone().filter(|termijn| termijn.uitkomst.is_some()));
        let here =
            dossier.aanmeldingen.iter().filter(|one| one.vestiging == self.vestiging && has_temporary(one));
        let temporary = here.filter_map(|one| one.tijdelijke_plaatsing.as_ref()).next_back();
        let berekend = match (promised, temporary) {
            (Some(promised), _) => promised,
            (None, Some(place)) => {
                let none_yet = regels::opp_termijn_tijdelijk(ctx, place.per)?;
                return Ok(Termijn { berekend: Some(none_yet), uiterlijk: None });
            }
            (None, None) => regels::opp_termijn(ctx, enrolled.van, None)?,
        };
        let runs = berekend.uitkomst.is_some_and(|last| ctx.vandaag <= last);
        if runs || plek.always_opp(ctx, ctx.vandaag) {
            return Ok(Termijn { uiterlijk: berekend.uitkomst, berekend: Some(berekend) });
        }
        let weken = regels::getal(ctx, "opp.termijn_na_vaststellen_behoefte", ctx.vandaag)?;
        Ok(Termijn { berekend: None, uiterlijk: dates::plus_days(ctx.vandaag, 7 * i32::from(weken)) })
    }
}

impl Decide for StartPlan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let enrolled = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == self.vestiging);
        let Some(enrolled) = enrolled else {
            return Err(Refusal::new("niet_ingeschreven", sleutels::plan::niet_ingeschreven()));
        };
        let keuze = chosen(enrolled.schoolsoort, self.onderwijs)?;
        let plek = Onderwijsplek { schoolsoort: enrolled.schoolsoort, keuze };
        if let Some(runs) = dossier.lopend_opp(&self.vestiging).filter(|_| self.soort.is_opp()) {
            let since = runs.begonnen_op;
            return Err(Refusal::new("opp_loopt_al", sleutels::plan::OppLooptAl { sinds: since }.tekst())
                .instead(sleutels::plan::bijstellen_of_beeindigen()));
        }
        let known = |nr: &u32| dossier.plan(*nr).is_some_and(|plan| plan.vestiging == self.vestiging);
        if self.uit_plan.is_some_and(|nr| !known(&nr)) {
            return Err(Refusal::field("uit_plan", sleutels::plan::niet_in_dossier()));
        }
        let sector = sector_of(enrolled.schoolsoort);
        let opp = self.soort.is_opp();
        let asked = |plicht: &Plicht| opp && ctx.wet.eist(*plicht, sector, ctx.vandaag);
        let termijn = if opp { self.termijn((dossier, enrolled), plek, ctx)? } else { Termijn::default() };
        let gevraagd = regels::opp_ontbreekt(ctx, plek, (Vec::new(), false), ctx.vandaag);
        let begun = PlanGestart {
            plan: dossier.next_nr::<PlanGestart>(),
            soort: self.soort,
            vestiging: self.vestiging.clone(),
            schoolnaam: enrolled.schoolnaam.clone(),
            schoolsoort: enrolled.schoolsoort,
            onderwijs: keuze,
            sector,
            plichten: PLANPLICHTEN.into_iter().filter(asked).collect(),
            gevraagd: if opp { Some(gevraagd?) } else { None },
            termijn: termijn.berekend,
            uiterlijk: termijn.uiterlijk,
            uit_plan: self.uit_plan,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, begun)])
    }
}

daad! {
    /// Ends a plan.
    BeeindigPlan,
    /// Plan.
    plan {
        /// Why.
        reden: Keuze<Planeinde>,
        /// The same in words; asked where the reason says nothing.
        toelichting: MagTekst,
    }
}

impl BeeindigPlan {
    /// Where every pupil has an ontwikkelingsperspectief it is never 'not needed' of who is a pupil there (WPO 40a(1), WEC 41a(1), WVO 2020
    /// 2.44(1)).
    fn refuse_where_all_have_one(
        &self,
        (dossier, plan): (&Dossier, &Plan),
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let by = plan.plek().always_opp_by(ctx, ctx.vandaag).filter(|_| plan.soort.is_opp());
        let left = dossier.leerling_tot(&plan.vestiging, ctx.vandaag).is_some_and(|left| left <= ctx.vandaag);
        let Some(by) = by.filter(|_| self.reden == Planeinde::NietMeerNodig && !left) else { return Ok(()) };
        Err(Refusal::field("reden", sleutels::plan::iedereen_heeft_er_een())
            .because(regels::vindplaats(ctx, by, ctx.vandaag))
            .instead(sleutels::plan::bijstellen_of_ander_plan()))
    }
}

impl Decide for BeeindigPlan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = open(dossier, self.plan, ctx)?;
        self.refuse_where_all_have_one((dossier, plan), ctx)?;
        let toelichting = match self.reden {
            Planeinde::Anders => invoer::reason("toelichting", &self.toelichting, ctx)?,
            Planeinde::NietMeerNodig | Planeinde::VanSchool | Planeinde::AnderPlan => {
                invoer::optional_text("toelichting", &self.toelichting)?
            }
        };
        let ended = PlanBeeindigd { plan: plan.nr, reden: self.reden, toelichting };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, ended)])
    }
}
