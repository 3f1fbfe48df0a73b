//! The facts of a plan: that it began, its parts version by version, that it was adopted, and that it ended.
//!
//! A version has three parts, each a fact with readers of its own; one that did not change is not recorded again, and keeps the number of
//! the version in which it last did. An agreement is of the action part of that version, and of no other.

use std::sync::Arc;

use base::{Date, Sector, Vestigingscode};
use recht::Plicht;
use recht::soort::OppOnderdeel;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::berekend::Berekend;
use crate::brief::Briefvraag;
use crate::gebeurtenis::{Fold, Gebeurtenis};
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::Besluitvorming;
use crate::plan::soort::{Planeinde, Plansoort};
use crate::plan::staat::{Plan, Planversie, Ronde, Vastgesteld};
use crate::refusal::Refusal;
use crate::soort::{Onderwijskeuze, Schoolsoort};
use crate::staat::{Dossier, Feit, Gedaan};
use crate::woord::Woord;

/// A school begins a plan for a pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanGestart {
    /// Number in the file.
    pub plan: u32,
    /// What kind of plan.
    pub soort: Plansoort,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Which education, where the school gives more than one.
    pub onderwijs: Option<Onderwijskeuze>,
    /// Whose rules apply.
    pub sector: Sector,
    /// What the law asks of it on that day, of what not every act asks; nothing of a plan that the law does not know.
    pub plichten: Vec<Plicht>,
    /// What the law asks of such a plan on that day; none of one that it does not know.
    pub gevraagd: Option<Berekend<Vec<OppOnderdeel>>>,
    /// The term of the law from the enrolment, where that day is still to come, or every pupil of the school has one.
    pub termijn: Option<Berekend<Option<Date>>>,
    /// Last day on which it is adopted; none of a plan that the law does not know.
    pub uiterlijk: Option<Date>,
    /// The plan of this school from which it takes over what stood there.
    pub uit_plan: Option<u32>,
}

kaart! {
    PlanGestart, "plan_gestart", versie 1 [];
    over plan; deel C; lezers allen; zin |event| sleutels::plan::Gestart { soort: event.soort.woord() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for PlanGestart {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        let from = self.uit_plan.and_then(|nr| dossier.plan(nr)).map(|earlier| earlier.delen.clone());
        dossier.plannen.push(Plan {
            nr: self.plan,
            feit: Arc::clone(self),
            begonnen_op: feit.on,
            delen: from.unwrap_or_default(),
            versies: Vec::new(),
            ronde: Ronde::default(),
            stemmen: Vec::new(),
            vaststellingen: Vec::new(),
            cycli: Vec::new(),
            evaluaties: Vec::new(),
            beeindigd: None,
        });
    }
}

/// Where the pupil is expected to go after this school, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UitstroomBeschreven {
    /// Plan.
    pub plan: u32,
    /// The version in which it stands so for the first time.
    pub versie: u32,
    /// Expected destination.
    pub bestemming: String,
    /// Why.
    pub onderbouwing: String,
    /// The pupil follows less than, or other than, the whole programme.
    pub wijkt_af: bool,
    /// From which parts is deviated, and what comes in their place.
    pub afwijkingen: String,
    /// Kind of work, in praktijkonderwijs.
    pub soort_arbeid: String,
}

kaart! {
    UitstroomBeschreven, "uitstroom_beschreven", versie 1 [];
    over plan; deel C; lezers allen; zin |event| sleutels::plan::UitstroomBeschreven { versie: event.nummer() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt geen; verhuld [NietVermeld ["bestemming"], NietVermeld ["onderbouwing"], NietVermeld ["afwijkingen"], NietVermeld ["soort_arbeid"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(UitstroomBeschreven, plan, plan_mut, |self, plan, _feit| {
    plan.delen.uitstroom = Some(Arc::clone(self));
});

/// What hinders and what helps the pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorenBeschreven {
    /// Plan.
    pub plan: u32,
    /// The version in which they stand so for the first time.
    pub versie: u32,
    /// What hinders.
    pub belemmerend: String,
    /// What helps.
    pub bevorderend: String,
}

kaart! {
    FactorenBeschreven, "factoren_beschreven", versie 1 [];
    over plan; deel D; lezers allen; zin |event| sleutels::plan::FactorenBeschreven { versie: event.nummer() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt geen; verhuld [NietVermeld ["belemmerend"], NietVermeld ["bevorderend"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(FactorenBeschreven, plan, plan_mut, |self, plan, _feit| {
    plan.delen.factoren = Some(Arc::clone(self));
});

/// A goal of the action part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plandoel {
    /// What is to be reached.
    pub wat: String,
    /// Who sees to it.
    pub wie: String,
    /// How.
    pub hoe: String,
    /// Until and including which day.
    pub tot_en_met: Date,
    /// How is measured whether it is reached.
    pub meten: String,
}

/// The individual support: the action part, to which the parents agree (WPO 40a(2), WEC 41a(2), WVO 2020 2.44(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandelingsdeelBeschreven {
    /// Plan.
    pub plan: u32,
    /// The version in which it stands so for the first time.
    pub versie: u32,
    /// What help the pupil gets.
    pub begeleiding: String,
    /// With which goals.
    pub doelen: Vec<Plandoel>,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// After how many weeks is looked what came of the goals.
    pub cyclus_weken: u8,
}

kaart! {
    HandelingsdeelBeschreven, "handelingsdeel_beschreven", versie 1 [];
    over plan; deel F; lezers allen; zin |event| sleutels::plan::HandelingsdeelBeschreven { versie: event.nummer() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt geen; verhuld [NietVermeld ["begeleiding"], Geen ["doelen"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(HandelingsdeelBeschreven, plan, plan_mut, |self, plan, _feit| {
    plan.delen.handelingsdeel = Some(Arc::clone(self));
});

/// A version of the plan lies before the parents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptGedeeld {
    /// Plan.
    pub plan: u32,
    /// Which version: 1 is the first.
    pub versie: u32,
    /// What the law asks of a plan like this one on that day, beside what stands in it; none of a plan that the law does not know.
    pub ontbreekt: Option<Berekend<Vec<OppOnderdeel>>>,
}

kaart! {
    ConceptGedeeld, "concept_gedeeld", versie 1 [];
    over plan; deel C; lezers allen; zin |event| sleutels::plan::ConceptGedeeld { versie: event.nummer() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief (|event| event.ontbreekt.is_some().then_some(Briefvraag::PlanConcept(event))); bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(ConceptGedeeld, plan, plan_mut, |self, plan, feit| {
    let delen = plan.delen.clone();
    plan.versies.push(Planversie { nr: self.versie, op: feit.on, delen, feit: Arc::clone(self) });
});

/// The board adopts the plan, or another version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanVastgesteld {
    /// Plan.
    pub plan: u32,
    /// Which version.
    pub versie: u32,
    /// The action part with it; else the one of before holds until there is agreement.
    pub handelingsdeel: bool,
    /// It was adopted before: this is another version of it, or the action part of the same one.
    pub bijgesteld: bool,
    /// The rest of this version was adopted before, and now its action part too.
    pub alsnog: bool,
    /// What the law asked on that day and was not there: nothing, or the agreement alone. None of a plan that the law does not know.
    pub ontbreekt: Option<Berekend<Vec<OppOnderdeel>>>,
}

/// Before, an action part was adopted with the rest of its version alone.
fn at_once(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("alsnog", Value::Bool(false))])
}

kaart! {
    PlanVastgesteld, "plan_vastgesteld", versie 2 [at_once];
    over plan; deel C; lezers allen; zin |event| event.in_woorden();
    terugnemen ja; vervangen nee; herrekenen nee; brief (|event| event.ontbreekt.is_some().then_some(Briefvraag::PlanBesluit(event))); bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl PlanVastgesteld {
    fn in_woorden(&self) -> sleutels::Tekst {
        let versie = i32::try_from(self.versie).unwrap_or(i32::MAX);
        if self.alsnog {
            return sleutels::plan::HandelingsdeelVastgesteld { versie }.tekst();
        }
        match (self.bijgesteld, self.handelingsdeel) {
            (false, true) => sleutels::plan::Vastgesteld { versie }.tekst(),
            (false, false) => sleutels::plan::VastgesteldZonder { versie }.tekst(),
            (true, true) => sleutels::plan::Bijgesteld { versie }.tekst(),
            (true, false) => sleutels::plan::BijgesteldZonder { versie }.tekst(),
        }
    }
}

over_zaak!(PlanVastgesteld, plan, plan_mut, |self, plan, feit| {
    // For another version everybody is heard again (WPO 40a(5)-(6), WEC 41a(5)-(7), WVO 2020 2.44(4)-(5)).
    let same = plan.laatst_vastgesteld().filter(|last| self.alsnog && last.besluit.versie == self.versie);
    let ronde = match same.map(|last| last.ronde.clone()) {
        Some(heard) => heard,
        None => std::mem::take(&mut plan.ronde),
    };
    plan.vaststellingen.push(Vastgesteld { besluit: Gedaan::op(feit, self), ronde });
});

/// A plan ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanBeeindigd {
    /// Plan.
    pub plan: u32,
    /// Why.
    pub reden: Planeinde,
    /// The same in words.
    pub toelichting: String,
}

kaart! {
    PlanBeeindigd, "plan_beeindigd", versie 1 [];
    over plan; deel C; lezers allen; zin |event| sleutels::plan::Beeindigd { reden: event.reden.woord() }.tekst();
    terugnemen (geen_ander_loopt); vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld [NietVermeld ["toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(PlanBeeindigd, plan, plan_mut, |self, plan, feit| {
    plan.beeindigd = Some(Gedaan::op(feit, self));
});

/// A plan runs again where no other took its place.
fn geen_ander_loopt(dossier: &Dossier, feit: &Feit, _ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let ended = match feit.gebeurtenis() {
        Some(Gebeurtenis::PlanBeeindigd(ended)) => dossier.plan(ended.plan),
        Some(_) | None => None,
    };
    let plan = ended.filter(|plan| plan.soort.is_opp());
    match plan.and_then(|plan| dossier.lopend_opp(&plan.vestiging)) {
        Some(runs) => {
            let since = runs.begonnen_op;
            Err(Refusal::new("opp_loopt_al", sleutels::plan::OppLooptAl { sinds: since }.tekst())
                .instead(sleutels::plan::bijstellen_of_beeindigen()))
        }
        None => Ok(()),
    }
}

/// The number of a version as a sentence says it.
macro_rules! nummer {
    ($($name:ty),+) => {
        $(impl $name {
            fn nummer(&self) -> i32 {
                i32::try_from(self.versie).unwrap_or(i32::MAX)
            }
        })+
    };
}

nummer!(UitstroomBeschreven, FactorenBeschreven, HandelingsdeelBeschreven, ConceptGedeeld);
