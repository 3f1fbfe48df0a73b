//! A plan as it goes over the line.

use base::Date;
use dossier::Woord;
use dossier::plan::staat;
use teksten::Taal;

use crate::api::schema::{Plaatscode, Vorm, vorm};
use crate::api::vormen::{Zaakvorm, geschreven};

vorm! {
    /// A plan.
    Plan: "Een plan: ontwikkelingsperspectief, handelingsplan of groeidocument." {
        nr: u32 = "Nummer in het dossier.",
        soort: &'static str = "Soort plan, als code.",
        vestigingscode: Plaatscode = "De school; niet waar dat geheim is.",
        schoolnaam: String = "Naam van de school.",
        fase: &'static str = "Waar het staat, als code.",
        fase_in_woorden: String = "Waar het staat.",
        begonnen_op: Date = "Begonnen op.",
        uiterlijk: Option<Date> = "Uiterlijk vast te stellen; leeg waar de wet het plan niet kent.",
        versie: Option<u32> = "De versie die het laatst met de ouders is gedeeld.",
        handelingsdeel_versie: Option<u32> = "De versie waarin het handelingsdeel dat nu bij de ouders ligt, het laatst veranderde: die hoort bij ja of nee.",
        bestemming: String = "Verwachte uitstroombestemming; mag leeg zijn.",
        belemmerend: String = "Belemmerende factoren; leeg als u die niet mag lezen.",
        bevorderend: String = "Bevorderende factoren; leeg als u die niet mag lezen.",
        begeleiding: String = "De hulp; leeg als u die niet mag lezen.",
        doelen: Vec<Plandoel> = "De doelen van het handelingsdeel.",
        vastgesteld_op: Option<Date> = "Het laatst vastgesteld op.",
        met_handelingsdeel: Option<bool> = "Of dat met handelingsdeel was.",
        begin_register: Option<Date> = "Eerste dag voor het register; leeg bij een plan dat de wet niet kent.",
        beeindigd_op: Option<Date> = "Gestopt op.",
    }
    /// A goal.
    Plandoel: "Een doel van het plan." {
        wat: String = "Wat.",
        wie: String = "Wie.",
        hoe: String = "Hoe; mag leeg zijn.",
        tot_en_met: Date = "Tot en met.",
        meten: String = "Hoe wordt gemeten.",
    }
}

/// The plans of a view.
pub(super) const PLANNEN: Zaakvorm = Zaakvorm {
    veld: "plannen",
    zegt: "Plannen.",
    schema: Vec::<Plan>::schema,
    van: |beeld| geschreven(beeld.plannen.iter().map(Plan::of)),
};

impl Plan {
    fn of(plan: &staat::Plan) -> Self {
        let (out, helps, does) = (&plan.delen.uitstroom, &plan.delen.factoren, &plan.delen.handelingsdeel);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let last = plan.laatst_vastgesteld();
        Self {
            nr: plan.nr,
            soort: plan.soort.code(),
            vestigingscode: (&plan.vestiging).into(),
            schoolnaam: plan.schoolnaam.clone(),
            fase: plan.fase().code(),
            fase_in_woorden: Taal::Nl.zeg(plan.fase().woord()),
            begonnen_op: plan.begonnen_op,
            uiterlijk: plan.uiterlijk,
            versie: plan.laatste_versie().map(|laid| laid.nr),
            handelingsdeel_versie: plan.te_beoordelen().map(|part| part.versie),
            bestemming: text(out.as_ref().map(|it| &it.bestemming)),
            belemmerend: text(helps.as_ref().map(|it| &it.belemmerend)),
            bevorderend: text(helps.as_ref().map(|it| &it.bevorderend)),
            begeleiding: text(does.as_ref().map(|it| &it.begeleiding)),
            doelen: does.iter().flat_map(|it| &it.doelen).map(Plandoel::of).collect(),
            vastgesteld_op: last.map(|last| last.besluit.op),
            met_handelingsdeel: last.map(|last| last.besluit.handelingsdeel),
            begin_register: plan.begin_register(),
            beeindigd_op: plan.beeindigd.as_ref().map(|ended| ended.op),
        }
    }
}

impl Plandoel {
    fn of(doel: &dossier::plan::feiten::Plandoel) -> Self {
        Self {
            wat: doel.wat.clone(),
            wie: doel.wie.clone(),
            hoe: doel.hoe.clone(),
            tot_en_met: doel.tot_en_met,
            meten: doel.meten.clone(),
        }
    }
}
