//! Adopting a plan: what the law asks of it is there, or nothing but the agreement, without which the action part is left out.

use base::{Date, dates};
use recht::Plicht;
use recht::soort::OppOnderdeel;
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::berekend::Berekend;
use crate::leven::stem::Stem;
use crate::opdracht::velden::{Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, regels};
use crate::plan::feiten::PlanVastgesteld;
use crate::plan::horen::laid;
use crate::plan::instemmen::INSTEMMING;
use crate::plan::opdracht::of_pupil;
use crate::plan::staat::{Plan, Planversie};
use crate::refusal::Refusal;
use crate::staat::Dossier;

/// How those who are asked stand on the action part that lies before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planinstemming {
    /// Nobody is asked: it holds already, or there is none.
    NietGevraagd,
    /// All of them agree.
    Ja,
    /// All of them spoke, and nobody agrees.
    Nee,
    /// All of them spoke: one agrees and another does not.
    Oneens,
    /// Somebody has not spoken, or can still say that their authority did not end.
    Wacht,
}

impl Dossier {
    /// How those who are asked on a day stand on the action part of a plan.
    pub fn instemming(&self, plan: &Plan, on: Date) -> Planinstemming {
        let Some(part) = plan.te_beoordelen() else { return Planinstemming::NietGevraagd };
        let said = self.gezegd_over(plan, part.versie, on);
        // Whose authority ended lately by the word of the school can still say that it is not so (ADR 0036).
        let lately = self.pas_zonder_gezag(on);
        let waits = lately.iter().any(|lost| {
            !plan
                .stemmen_over(part.versie)
                .iter()
                .any(|said| said.ja && said.van.is_zelfde(Stem::Persoon(lost.nr), &self.personen))
        });
        let yes = said.iter().filter(|(_, word)| *word == Some(true)).count();
        let no = said.iter().filter(|(_, word)| *word == Some(false)).count();
        match (yes, no) {
            // A no of one does not speak for another.
            (yes, no) if yes + no < said.len() || said.is_empty() => Planinstemming::Wacht,
            (_, 0) if waits => Planinstemming::Wacht,
            (_, 0) => Planinstemming::Ja,
            (0, _) => Planinstemming::Nee,
            (_, _) => Planinstemming::Oneens,
        }
    }

    /// First day on which nobody is waited for who has not spoken of those who are asked on a day: they had the time in which everybody
    /// answers, from the day on which it lay before them.
    pub(super) fn zonder_antwoord_vanaf(&self, plan: &Plan, laid: &Planversie, on: Date) -> Date {
        let part = plan.te_beoordelen().map(|part| part.versie);
        let said = part.map(|versie| self.gezegd_over(plan, versie, on)).unwrap_or_default();
        let silent = said.into_iter().filter(|(_, word)| word.is_none());
        let asked = silent.filter_map(|(stem, _)| self.stem_sinds(stem)).chain([laid.op]).max();
        dates::plus_days(asked.unwrap_or(laid.op), DAGEN_OM_TE_ANTWOORDEN + 1).unwrap_or(Date::MAX)
    }

    /// What of a plan is there on a day: what stands in the version that lies there, and who was heard about it.
    pub(super) fn aanwezig_in(&self, plan: &Plan, laid: &Planversie, on: Date) -> Vec<OppOnderdeel> {
        let mut there = laid.delen.aanwezig();
        if self.is_overlegd(plan, laid, on) {
            there.push(OppOnderdeel::OverlegOuders);
        }
        if plan.ronde_van(laid).heeft_inbreng() {
            there.push(OppOnderdeel::InbrengLeerling);
        }
        // What was agreed of an action part that did not change still stands.
        if matches!(self.instemming(plan, on), Planinstemming::Ja | Planinstemming::NietGevraagd) {
            there.push(OppOnderdeel::InstemmingHandelingsdeel);
        }
        there
    }
}

daad! {
    /// Adopts the version that lies there.
    StelPlanVast,
    /// Plan.
    plan {
        /// Without the action part, since there is no agreement on it: what held before holds.
        zonder_handelingsdeel: Vinkje,
    }
}

impl StelPlanVast {
    /// The commissie advises before a plan of special education is adopted.
    fn refuse_unadvised(plan: &Plan, laid: &Planversie, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let asked = plan.soort.is_opp() && ctx.wet.eist(Plicht::OppAdviesCommissie, plan.sector, ctx.vandaag);
        if !asked || plan.is_geadviseerd(laid) {
            return Ok(());
        }
        let code = Plicht::OppAdviesCommissie.code();
        Err(Refusal::new("geen_advies", sleutels::plan::geen_advies())
            .because(regels::artikel(ctx, code, plan.sector, ctx.vandaag))
            .instead(sleutels::plan::commissie_vragen()))
    }

    /// Whether the rest can be adopted without the action part: everybody spoke or had the time to, and not all of them agree. The law asks
    /// agreement for that part alone (WPO 40a(2), WEC 41a(2), WVO 2020 2.44(2)).
    fn without_agreement(
        &self,
        (dossier, plan): (&Dossier, &Plan),
        laid: &Planversie,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let article = || regels::artikel(ctx, INSTEMMING, plan.sector, ctx.vandaag);
        let vanaf = dossier.zonder_antwoord_vanaf(plan, laid, ctx.vandaag);
        let stand = dossier.instemming(plan, ctx.vandaag);
        if plan.wacht_op_handelingsdeel().is_some() && stand != Planinstemming::Ja {
            return Err(Refusal::new("rest_al_vastgesteld", sleutels::plan::rest_al_vastgesteld())
                .because(article())
                .instead(sleutels::plan::verder_zonder_instemming()));
        }
        let ready = match stand {
            Planinstemming::Ja | Planinstemming::NietGevraagd => return Ok(()),
            Planinstemming::Oneens if !self.zonder_handelingsdeel => {
                return Err(Refusal::field("zonder_handelingsdeel", sleutels::plan::ouders_oneens())
                    .because(article())
                    .instead(sleutels::plan::ouders_oneens_wat_wel()));
            }
            Planinstemming::Nee | Planinstemming::Oneens => true,
            Planinstemming::Wacht => vanaf <= ctx.vandaag,
        };
        if !ready {
            return Err(Refusal::new("wacht_op_instemming", sleutels::plan::wacht_op_instemming())
                .because(article())
                .instead(sleutels::plan::ZonderVanaf { vanaf }.tekst()));
        }
        if !self.zonder_handelingsdeel {
            return Err(Refusal::field("zonder_handelingsdeel", sleutels::plan::geen_instemming())
                .because(article())
                .instead(sleutels::plan::zonder_handelingsdeel_kiezen()));
        }
        Ok(())
    }

    /// What the law of today asks and is not there: nothing, or the agreement alone.
    fn missing(
        &self,
        (dossier, plan): (&Dossier, &Plan),
        laid: &Planversie,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Berekend<Vec<OppOnderdeel>>, Refusal> {
        let there = dossier.aanwezig_in(plan, laid, ctx.vandaag);
        let toets = regels::opp_ontbreekt(ctx, plan.plek(), (there, laid.delen.wijkt_af()), ctx.vandaag)?;
        let open = |part: &&OppOnderdeel| **part != OppOnderdeel::InstemmingHandelingsdeel;
        let wat: Vec<&str> = toets.uitkomst.iter().filter(open).map(|part| part.label()).collect();
        if !wat.is_empty() {
            let wat = wat.join(", ");
            let of_part =
                toets.uitkomst.iter().find(open).and_then(|part| toets.berekening.waar_mist(part.label()));
            let place = of_part.or_else(|| toets.berekening.vindplaats_in(plan.sector));
            return Err(Refusal::new("plan_onvolledig", sleutels::plan::Onvolledig { wat: &wat }.tekst())
                .because(place.cloned())
                .instead(sleutels::plan::eerst_aanvullen()));
        }
        if !toets.uitkomst.is_empty() {
            self.without_agreement((dossier, plan), laid, ctx)?;
        }
        Ok(toets)
    }
}

/// A plan that the law does not know needs no agreement: who said no is spoken with before it holds.
fn refuse_unspoken(dossier: &Dossier, plan: &Plan, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    if dossier.nee_onbesproken(plan, ctx.vandaag).is_empty() {
        return Ok(());
    }
    Err(Refusal::new("nee_onbesproken", sleutels::plan::nee_onbesproken())
        .instead(sleutels::plan::eerst_overleggen()))
}

impl Decide for StelPlanVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let laid = laid(plan)?;
        Self::refuse_unadvised(plan, laid, ctx)?;
        let toets = if plan.soort.is_opp() {
            Some(self.missing((dossier, plan), laid, ctx)?)
        } else {
            refuse_unspoken(dossier, plan, ctx)?;
            None
        };
        let adopted = PlanVastgesteld {
            plan: plan.nr,
            versie: laid.nr,
            handelingsdeel: toets.as_ref().is_none_or(|toets| toets.uitkomst.is_empty()),
            bijgesteld: plan.laatst_vastgesteld().is_some(),
            alsnog: plan.wacht_op_handelingsdeel().is_some(),
            ontbreekt: toets,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, adopted)])
    }
}
