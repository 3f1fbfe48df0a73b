//! Which acts of a plan have their time.

use recht::Plicht;

use crate::mogelijk::{Gelegenheid, Zaakdaad, Zaakdaden};
use crate::opdracht::Opdrachtnaam;
use crate::plan::staat::{Inbreng, Plan};

impl Zaakdaden for Plan {
    const DADEN: &'static [Zaakdaad<Self>] = &[
        (Opdrachtnaam::DeelConcept, runs),
        (Opdrachtnaam::StelLeerlingInGelegenheid, runs),
        (Opdrachtnaam::LegInbrengVast, |plan, nu| runs(plan, nu) && plan.ronde.gelegenheid.is_some()),
        (Opdrachtnaam::LichtToeAanLeerling, |plan, nu| {
            runs(plan, nu) && matches!(plan.ronde.inbreng, Some(Inbreng::Gehoord(_)))
        }),
        (Opdrachtnaam::LegOverlegVast, open),
        (Opdrachtnaam::AdviseerOverPlan, |plan, nu| {
            runs(plan, nu) && plan.ligt_voor().is_some() && plan.eist(Plicht::OppAdviesCommissie)
        }),
        (Opdrachtnaam::StemIn, |plan, nu| runs(plan, nu) && plan.te_beoordelen().is_some()),
        (Opdrachtnaam::WeigerInstemming, |plan, nu| runs(plan, nu) && plan.te_beoordelen().is_some()),
        (Opdrachtnaam::StelPlanVast, open),
        (Opdrachtnaam::SluitCyclusAf, |plan, nu| {
            runs(plan, nu) && plan.geldend_handelingsdeel().is_some_and(|(_, part)| !part.doelen.is_empty())
        }),
        (Opdrachtnaam::EvalueerPlan, |plan, nu| runs(plan, nu) && plan.laatst_vastgesteld().is_some()),
        (Opdrachtnaam::BeeindigPlan, runs),
    ];
}

/// Of the own school, and not ended.
fn runs(plan: &Plan, nu: &Gelegenheid<'_>) -> bool {
    !nu.is_andere_school(&plan.vestiging) && !plan.is_beeindigd()
}

/// A version lies before the parents, or its action part is not adopted yet.
fn open(plan: &Plan, nu: &Gelegenheid<'_>) -> bool {
    runs(plan, nu) && plan.open_versie().is_some()
}
