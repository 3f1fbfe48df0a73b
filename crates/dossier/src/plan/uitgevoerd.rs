//! What came of a plan: goal by goal at the end of a cycle, and of the whole once in a school year.

use serde::{Deserialize, Serialize};

use crate::kaart::{kaart, over_zaak};
use crate::leven::stem::Stem;
use crate::plan::soort::{Doelresultaat, Planvervolg};
use crate::staat::Gedaan;
use crate::woord::Woord;

/// What came of one goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doeluitkomst {
    /// Which of the goals, counted from 1.
    pub doel: u32,
    /// What came of it.
    pub resultaat: Doelresultaat,
    /// In words; may be empty.
    pub toelichting: String,
}

/// A cycle is over: what came of each goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CyclusAfgesloten {
    /// Plan.
    pub plan: u32,
    /// The version of the action part.
    pub versie: u32,
    /// Goal by goal.
    pub uitkomsten: Vec<Doeluitkomst>,
}

kaart! {
    CyclusAfgesloten, "cyclus_afgesloten", versie 1 [];
    over plan; deel F; lezers allen; zin |_| sleutels::plan::cyclus_afgesloten();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| event.uitkomsten.iter().map(|one| one.toelichting.as_str()).collect()); verhuld [NietVermeld ["uitkomsten", "*", "toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(CyclusAfgesloten, plan, plan_mut, |self, plan, feit| {
    plan.cycli.push(Gedaan::op(feit, self));
});

/// The plan was evaluated with parents and pupil (WPO 40a(4), WEC 41a(4), WVO 2020 2.44(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanGeevalueerd {
    /// Plan.
    pub plan: u32,
    /// With whom of the parents, or the pupil who decides.
    pub met: Vec<Stem>,
    /// With the pupil.
    pub met_leerling: bool,
    /// Why without somebody; empty where all of them were there.
    pub waarom_niet: String,
    /// What was concluded.
    pub conclusie: String,
    /// How it goes on.
    pub vervolg: Planvervolg,
}

kaart! {
    PlanGeevalueerd, "plan_geevalueerd", versie 1 [];
    over plan; deel F; lezers allen; zin |event| sleutels::plan::Geevalueerd { vervolg: event.vervolg.woord() }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.waarom_niet, &event.conclusie]); verhuld [NietVermeld ["waarom_niet"], NietVermeld ["conclusie"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(PlanGeevalueerd, plan, plan_mut, |self, plan, feit| {
    plan.evaluaties.push(Gedaan::op(feit, self));
});
