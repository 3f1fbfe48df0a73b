//! What a plan of this school says already: the plan that was adopted is the document that a request asks for, and what the pupil needs and
//! what was done is not typed again. Who decides has no plan in sight, so that what it says goes along in words.

use base::Date;
use base::dates::short_nl;

use super::bekend::{Bekend, latest};
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::plan::feiten::{HandelingsdeelBeschreven, Plandoel};
use crate::plan::staat::{Plan, Plandelen, Vastgesteld};
use crate::staat::{Dossier, TlvAanvraag};

/// The newest ontwikkelingsperspectief that was adopted and runs, of which the school that asks knows.
fn adopted<'a>(
    dossier: &'a Dossier,
    aanvraag: &TlvAanvraag,
    on: Date,
) -> Option<(&'a Plan, &'a Vastgesteld)> {
    let known = |plan: &&Plan| {
        dossier.is_bekend_bij(&aanvraag.vestiging, Onderwerp::Plan(plan.nr), on) && !plan.is_beeindigd()
    };
    let plans = dossier.plannen.iter().filter(|plan| plan.soort.is_opp()).filter(known);
    let dated = plans.filter_map(|plan| Some((plan, plan.laatst_vastgesteld()?)));
    dated.max_by_key(|(_, last)| last.besluit.op)
}

/// The plan itself, for a point that asks for it.
pub(super) fn zelf(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    let (plan, last) = adopted(dossier, aanvraag, on)?;
    let delen = &plan.versies.iter().find(|laid| laid.nr == last.besluit.versie)?.delen;
    let first = format!(
        "{} vastgesteld op {} (versie {})",
        plan.soort.label(),
        short_nl(last.besluit.op),
        last.besluit.versie
    );
    let holds = plan.geldend_handelingsdeel().map(|(_, part)| &**part);
    let missing =
        (!last.besluit.handelingsdeel).then(|| "Zonder instemming met het handelingsdeel.".to_owned());
    let written = about_pupil(delen).into_iter().chain(holds.into_iter().flat_map(helps));
    let lines: Vec<String> = [first].into_iter().chain(missing).chain(written).collect();
    known(dossier, plan, &lines)
}

/// What the pupil needs: what hinders and what helps, and the help on which school and parents agree.
pub(super) fn behoefte(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    let (plan, last) = adopted(dossier, aanvraag, on)?;
    let delen = &plan.versies.iter().find(|laid| laid.nr == last.besluit.versie)?.delen;
    let holds = plan.geldend_handelingsdeel().map(|(_, part)| said("Hulp", &part.begeleiding));
    let lines: Vec<String> = factors(delen).into_iter().chain(holds.flatten()).collect();
    known(dossier, plan, &lines)
}

/// What was done and what came of it: the help, and the results of its goals and of evaluations. Nothing before the first of these.
pub(super) fn inzet(dossier: &Dossier, aanvraag: &TlvAanvraag, on: Date) -> Option<Bekend> {
    let (plan, _) = adopted(dossier, aanvraag, on)?;
    if plan.cycli.is_empty() && plan.evaluaties.is_empty() {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    for over in &plan.cycli {
        let of_version = plan.versies.iter().filter_map(|laid| laid.delen.handelingsdeel.as_deref());
        let part = of_version.into_iter().find(|part| part.plan == plan.nr && part.versie == over.versie);
        lines.extend(part.iter().filter_map(|part| said("Hulp", &part.begeleiding)));
        for came in &over.uitkomsten {
            let nr = usize::try_from(came.doel).ok().and_then(|nr| nr.checked_sub(1));
            let doel = part.zip(nr).and_then(|(part, nr)| part.doelen.get(nr)).map_or("", |doel| &doel.wat);
            let words = [came.resultaat.label(), came.toelichting.as_str()];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            lines.push(format!("{}: {doel} {}", short_nl(over.op), words.join(". ")));
        }
    }
    let looked = plan.evaluaties.iter();
    lines.extend(looked.map(|done| format!("Evaluatie van {}: {}", short_nl(done.op), done.conclusie)));
    lines.dedup();
    known(dossier, plan, &lines)
}

fn known(dossier: &Dossier, plan: &Plan, lines: &[String]) -> Option<Bekend> {
    let (volgnummer, op) = latest(
        dossier,
        |gebeurtenis| matches!(gebeurtenis, Gebeurtenis::PlanVastgesteld(event) if event.plan == plan.nr),
    )?;
    let source = format!("plan {} van {}", plan.nr, short_nl(op));
    (!lines.is_empty()).then(|| Bekend::new(lines.join("\n"), volgnummer, source, op))
}

fn about_pupil(delen: &Plandelen) -> Vec<String> {
    let out = delen.uitstroom.as_deref();
    let told = out.map(|out| {
        [
            said("Uitstroombestemming", &out.bestemming),
            said("Waarom", &out.onderbouwing),
            said("Afwijkingen van het programma", &out.afwijkingen),
            said("Soort arbeid", &out.soort_arbeid),
        ]
    });
    told.into_iter().flatten().flatten().chain(factors(delen)).collect()
}

fn factors(delen: &Plandelen) -> Vec<String> {
    let helps = delen.factoren.as_deref();
    let told = helps.map(|helps| {
        [said("Belemmerende factoren", &helps.belemmerend), said("Bevorderende factoren", &helps.bevorderend)]
    });
    told.into_iter().flatten().flatten().collect()
}

fn helps(part: &HandelingsdeelBeschreven) -> Vec<String> {
    let goal = |doel: &Plandoel| {
        let (last, hoe) = (short_nl(doel.tot_en_met), &doel.hoe);
        let how = if hoe.is_empty() { String::new() } else { format!(" {hoe}") };
        format!("Doel: {}{how} ({}, tot en met {last}; gemeten {})", doel.wat, doel.wie, doel.meten)
    };
    let period = format!("Van {} tot en met {}", short_nl(part.van), short_nl(part.tot_en_met));
    let help = said("Hulp (handelingsdeel)", &part.begeleiding);
    help.into_iter().chain([period]).chain(part.doelen.iter().map(goal)).collect()
}

/// A heading with what was written under it, where something was.
fn said(kop: &str, text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| format!("{kop}: {text}"))
}
