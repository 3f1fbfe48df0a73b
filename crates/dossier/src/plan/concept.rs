//! A version of a plan: written in the draft of one form, and laid before the parents by one act.

use base::Date;
use verband::grenzen::MEESTE_DOELEN;

use crate::opdracht::velden::{Bron, Invulling, Leesfout, Omgeving, Rijplaats, Veld};
use crate::opdracht::velden::{
    KomendeDag, MagDag, MagNummer, MagRegel, MagTekst, Regel, Rijen, Rijgroep, Rijwaarde, Tekst, Vinkje,
    Weken, daad, per_rij, samen,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::plan::feiten::{
    ConceptGedeeld, FactorenBeschreven, HandelingsdeelBeschreven, Plandoel, UitstroomBeschreven,
};
use crate::plan::opdracht::of_pupil;
use crate::plan::staat::{Plan, Plandelen};
use crate::refusal::Refusal;
use crate::staat::Dossier;

samen!(
    /// A goal: what, by whom, how, until when, and how it is measured.
    Doelvelden -> Plandoel {
        wat: Tekst = "wat",
        wie: Regel = "wie",
        hoe: MagTekst = "hoe",
        tot_en_met: KomendeDag = "tot_en_met",
        meten: Regel = "meten",
    }
);

/// None must be there: a plan in few words has help and no goals.
impl Rijgroep for Doelvelden {
    const MINSTENS: u32 = 0;
    const HOOGSTENS: u32 = MEESTE_DOELEN;

    fn rij(nr: u32) -> sleutels::Tekst {
        sleutels::plan::RijDoel { nr: i32::try_from(nr).unwrap_or(i32::MAX) }.tekst()
    }
}

daad! {
    /// Lays a version of the plan before the parents.
    DeelConcept,
    /// Plan.
    plan {
        /// The version that whoever wrote it had before them, 0 where there was none; nothing where nobody says.
        uit_versie: MagNummer,
        /// Expected destination after this school.
        bestemming: MagRegel,
        /// Why.
        onderbouwing: MagTekst,
        /// The pupil follows less than, or other than, the whole programme.
        wijkt_af: Vinkje,
        /// From which parts, and what comes in their place.
        afwijkingen: MagTekst,
        /// Kind of work, in praktijkonderwijs.
        soort_arbeid: MagRegel,
        /// What hinders.
        belemmerend: MagTekst,
        /// What helps.
        bevorderend: MagTekst,
        /// What help the pupil gets.
        begeleiding: Tekst,
        /// First day of that help.
        van: MagDag,
        /// Last day of it.
        tot_en_met: MagDag,
        /// After how many weeks is looked what came of the goals.
        cyclus_weken: Weken,
        /// The goals.
        doelen: Rijen<Doelvelden>,
    }
}

/// What the file says now, as it was typed.
impl Plan {
    /// The act that would lay before the parents what stands there: with it a form begins.
    pub fn als_concept(&self) -> DeelConcept {
        let (out, helps, does) = (&self.delen.uitstroom, &self.delen.factoren, &self.delen.handelingsdeel);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let doelen = does.iter().flat_map(|it| &it.doelen).zip(1..);
        let row = |(doel, nr): (&Plandoel, u32)| Rijwaarde {
            rij: Rijplaats { lijst: "doelen", nr, naam: Doelvelden::rij(nr) },
            waarde: doel.clone(),
        };
        DeelConcept {
            plan: self.nr,
            uit_versie: Some(self.laatste_versie().map_or(0, |last| last.nr)),
            bestemming: text(out.as_ref().map(|it| &it.bestemming)),
            onderbouwing: text(out.as_ref().map(|it| &it.onderbouwing)),
            wijkt_af: self.delen.wijkt_af(),
            afwijkingen: text(out.as_ref().map(|it| &it.afwijkingen)),
            soort_arbeid: text(out.as_ref().map(|it| &it.soort_arbeid)),
            belemmerend: text(helps.as_ref().map(|it| &it.belemmerend)),
            bevorderend: text(helps.as_ref().map(|it| &it.bevorderend)),
            begeleiding: text(does.as_ref().map(|it| &it.begeleiding)),
            van: does.as_ref().map(|it| it.van),
            tot_en_met: does.as_ref().map(|it| it.tot_en_met),
            cyclus_weken: does.as_ref().map_or(verband::grenzen::WEKEN_CYCLUS, |it| it.cyclus_weken),
            doelen: doelen.map(row).collect(),
        }
    }
}

impl DeelConcept {
    fn uitstroom(&self, versie: u32) -> Result<UitstroomBeschreven, Refusal> {
        Ok(UitstroomBeschreven {
            plan: self.plan,
            versie,
            bestemming: invoer::optional_line("bestemming", &self.bestemming)?,
            onderbouwing: invoer::optional_text("onderbouwing", &self.onderbouwing)?,
            wijkt_af: self.wijkt_af,
            afwijkingen: invoer::optional_text("afwijkingen", &self.afwijkingen)?,
            soort_arbeid: invoer::optional_line("soort_arbeid", &self.soort_arbeid)?,
        })
    }

    fn factoren(&self, versie: u32) -> Result<FactorenBeschreven, Refusal> {
        Ok(FactorenBeschreven {
            plan: self.plan,
            versie,
            belemmerend: invoer::optional_text("belemmerend", &self.belemmerend)?,
            bevorderend: invoer::optional_text("bevorderend", &self.bevorderend)?,
        })
    }

    /// The period of the action part: from its first day to its last one.
    fn period(&self, plan: &Plan, ctx: &Besluitvorming<'_>) -> Result<(Date, Date), Refusal> {
        let van = self.van.unwrap_or(ctx.vandaag);
        let van = invoer::plannable("van", invoer::not_before("van", van, plan.begonnen_op)?, ctx)?;
        let end =
            self.tot_en_met.ok_or_else(|| Refusal::field("tot_en_met", sleutels::algemeen::nog_leeg()))?;
        let end = invoer::plannable("tot_en_met", end, ctx)?;
        if end < van {
            return Err(Refusal::field("tot_en_met", sleutels::leven::einde_voor_begin()));
        }
        Ok((van, end))
    }

    fn handelingsdeel(
        &self,
        (plan, versie): (&Plan, u32),
        ctx: &Besluitvorming<'_>,
    ) -> Result<HandelingsdeelBeschreven, Refusal> {
        let (van, tot_en_met) = self.period(plan, ctx)?;
        let doelen = per_rij(&self.doelen, |doel| {
            // A goal lies within the time of the help.
            invoer::not_before("tot_en_met", doel.tot_en_met, van)?;
            invoer::not_after("tot_en_met", doel.tot_en_met, tot_en_met)?;
            Ok(Plandoel {
                wat: invoer::text("wat", &doel.wat)?,
                wie: invoer::line("wie", &doel.wie)?,
                hoe: invoer::optional_text("hoe", &doel.hoe)?,
                tot_en_met: doel.tot_en_met,
                meten: invoer::line("meten", &doel.meten)?,
            })
        })?;
        Ok(HandelingsdeelBeschreven {
            plan: self.plan,
            versie,
            begeleiding: invoer::text("begeleiding", &self.begeleiding)?,
            doelen,
            van,
            tot_en_met,
            cyclus_weken: self.cyclus_weken,
        })
    }
}

impl Decide for DeelConcept {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let known = plan.laatste_versie().map_or(0, |last| last.nr);
        if let Some(last) =
            plan.laatste_versie().filter(|_| self.uit_versie.is_some_and(|seen| seen != known))
        {
            let versie = i32::try_from(last.nr).unwrap_or(i32::MAX);
            let shared = sleutels::plan::VersieErbij { versie, op: last.op }.tekst();
            return Err(Refusal::new("versie_erbij", shared).instead(sleutels::plan::versie_lezen()));
        }
        let versie = known.saturating_add(1);
        let (out, helps) = (self.uitstroom(versie)?, self.factoren(versie)?);
        let does = self.handelingsdeel((plan, versie), ctx)?;
        let mut after = plan.delen.clone();
        let mut events = Vec::new();
        // What stands as it stood keeps the version in which it last changed, and with it what was agreed. A part of another plan is new here.
        let own = |known: u32| known == plan.nr;
        let same = after.uitstroom.as_ref().is_some_and(|known| {
            own(known.plan) && UitstroomBeschreven { versie: known.versie, ..out.clone() } == **known
        });
        if !same && (after.uitstroom.is_some() || !out.is_leeg()) {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, out.clone()));
            after.uitstroom = Some(out.into());
        }
        let same = after.factoren.as_ref().is_some_and(|known| {
            own(known.plan) && FactorenBeschreven { versie: known.versie, ..helps.clone() } == **known
        });
        if !same && (after.factoren.is_some() || !helps.is_leeg()) {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, helps.clone()));
            after.factoren = Some(helps.into());
        }
        let same = after.handelingsdeel.as_ref().is_some_and(|known| {
            own(known.plan) && HandelingsdeelBeschreven { versie: known.versie, ..does.clone() } == **known
        });
        if !same {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, does.clone()));
            after.handelingsdeel = Some(does.into());
        }
        if events.is_empty() && plan.laatste_versie().is_some() {
            return Err(Refusal::new("niets_veranderd", sleutels::plan::niets_veranderd()));
        }
        let shared = ConceptGedeeld { plan: plan.nr, versie, ontbreekt: missing(plan, &after, ctx)? };
        events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, shared));
        Ok(events)
    }
}

/// What the law asks beside what stands in a version; nothing of a plan that the law does not know.
fn missing(
    plan: &Plan,
    delen: &Plandelen,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<crate::berekend::Berekend<Vec<recht::soort::OppOnderdeel>>>, Refusal> {
    if !plan.soort.is_opp() {
        return Ok(None);
    }
    regels::opp_ontbreekt(ctx, plan.plek(), (delen.aanwezig(), delen.wijkt_af()), ctx.vandaag).map(Some)
}

impl UitstroomBeschreven {
    /// Nothing was written.
    fn is_leeg(&self) -> bool {
        let texts = [&self.bestemming, &self.onderbouwing, &self.afwijkingen, &self.soort_arbeid];
        !self.wijkt_af && texts.iter().all(|text| text.is_empty())
    }
}

impl FactorenBeschreven {
    /// Nothing was written.
    fn is_leeg(&self) -> bool {
        self.belemmerend.is_empty() && self.bevorderend.is_empty()
    }
}
