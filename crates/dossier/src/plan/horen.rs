//! The acts by which pupil, parents and commissie are heard about a plan.

use base::Date;
use recht::Plicht;

use crate::leven::stem::Stem;
use crate::opdracht::velden::{Dag, MagKeuze, MagTekst, Personen, Regel, Tekst, Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::plan::gehoord::{
    CommissieGeadviseerd, LeerlingGehoord, LeerlingInGelegenheidGesteld, LeerlingZagAf, OverlegGevoerd,
    UitlegAanLeerling,
};
use crate::plan::opdracht::of_pupil;
use crate::plan::soort::Hoorwijze;
use crate::plan::staat::{Inbreng, Plan, Planversie};
use crate::refusal::Refusal;
use crate::staat::Dossier;

/// The pupil is heard about what is written, in the law of the sector of a plan.
pub(super) const LEERLING_HOREN: &str = "opp.leerling_horen";

/// The first day of the round that runs: the last adoption, or the begin.
fn since(plan: &Plan) -> Date {
    plan.laatst_vastgesteld().map_or(plan.begonnen_op, |last| last.besluit.op)
}

/// The version that lies before the parents, or of which the action part is not adopted yet.
pub(super) fn laid(plan: &Plan) -> Result<&Planversie, Refusal> {
    plan.open_versie().ok_or_else(nothing_laid)
}

fn nothing_laid() -> Refusal {
    Refusal::new("niets_voorgelegd", sleutels::plan::niets_voorgelegd())
        .instead(sleutels::plan::eerst_voorleggen())
}

daad! {
    /// Records that the pupil was offered the opportunity to say what they think.
    StelLeerlingInGelegenheid,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// Who asked the pupil.
        door: Regel,
        /// How, with what support.
        hoe: Tekst,
    }
}

impl Decide for StelLeerlingInGelegenheid {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let op = invoer::happened("op", self.op, since(plan), ctx)?;
        let offered = LeerlingInGelegenheidGesteld {
            plan: plan.nr,
            door: invoer::line("door", &self.door)?,
            hoe: invoer::text("hoe", &self.hoe)?,
        };
        Ok(vec![Vaststelling::new(op, dossier, ctx, offered)])
    }
}

daad! {
    /// Records what the pupil said of the plan, or that they chose not to.
    LegInbrengVast,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// The pupil chose to say nothing.
        zag_af: Vinkje,
        /// The way that the pupil chose.
        wijze: MagKeuze<Hoorwijze>,
        /// In the words of the pupil.
        woorden: MagTekst,
    }
}

impl Decide for LegInbrengVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let Some(offered) = &plan.ronde.gelegenheid else {
            return Err(Refusal::new("niet_gevraagd", sleutels::plan::leerling_niet_gevraagd())
                .because(regels::artikel(ctx, LEERLING_HOREN, plan.sector, ctx.vandaag))
                .instead(sleutels::plan::eerst_leerling_vragen()));
        };
        let op = invoer::happened("op", self.op, offered.op, ctx)?;
        if self.zag_af {
            let woorden = invoer::optional_text("woorden", &self.woorden)?;
            let said = LeerlingZagAf { plan: plan.nr, woorden };
            return Ok(vec![Vaststelling::new(op, dossier, ctx, said)]);
        }
        let wijze = self.wijze.ok_or_else(|| Refusal::field("wijze", sleutels::plan::wijze_kiezen()))?;
        let woorden = invoer::text("woorden", &self.woorden)?;
        let said = LeerlingGehoord { plan: plan.nr, wijze, woorden };
        Ok(vec![Vaststelling::new(op, dossier, ctx, said)])
    }
}

daad! {
    /// Records that the pupil heard what was done with what they said.
    LichtToeAanLeerling,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// How it changed the plan, or why not.
        invloed: Tekst,
    }
}

impl Decide for LichtToeAanLeerling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let Some(Inbreng::Gehoord(heard)) = &plan.ronde.inbreng else {
            return Err(Refusal::new("geen_inbreng", sleutels::plan::geen_inbreng())
                .instead(sleutels::plan::eerst_leerling_vragen()));
        };
        let op = invoer::happened("op", self.op, heard.op, ctx)?;
        let told = UitlegAanLeerling { plan: plan.nr, invloed: invoer::text("invloed", &self.invloed)? };
        Ok(vec![Vaststelling::new(op, dossier, ctx, told)])
    }
}

daad! {
    /// Records the talk with the parents, aiming at agreement.
    LegOverlegVast,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// With whom of the parents; nobody where the pupil decides.
        personen: Personen,
        /// Why not with another whose word counts, who could have been there; empty where that one is still to be spoken with.
        waarom_niet: MagTekst,
        /// What was said.
        woorden: Tekst,
    }
}

/// With whom was talked on a day: parents of that day, or the pupil who decides and nobody else; nobody where nobody is named.
pub(super) fn talked_with(dossier: &Dossier, personen: &[u32], op: Date) -> Result<Vec<Stem>, Refusal> {
    if dossier.handelt_zelf(op) {
        return match personen {
            [] => Ok(vec![Stem::Leerling]),
            [_, ..] => Err(Refusal::field("personen", sleutels::plan::leerling_spreekt_zelf())),
        };
    }
    let parent = |nr: u32| dossier.ouders_op(op).any(|persoon| dossier.is_een_van(persoon, [nr]));
    match personen.iter().find(|nr| !parent(**nr)) {
        Some(_) => Err(Refusal::field("personen", sleutels::plan::geen_ouder())),
        None => Ok(personen.iter().map(|nr| Stem::Persoon(*nr)).collect()),
    }
}

impl Decide for LegOverlegVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let laid = laid(plan)?;
        let op = invoer::happened("op", self.op, laid.op, ctx)?;
        let met = talked_with(dossier, &self.personen, op)?;
        if met.is_empty() {
            return Err(Refusal::field("personen", sleutels::plan::met_wie_kiezen()));
        }
        let waarom_niet = invoer::optional_text("waarom_niet", &self.waarom_niet)?;
        let mut zonder = dossier.nog_niet_gesproken(plan, laid, op);
        zonder.retain(|one| !met.iter().any(|with| with.is_zelfde(*one, &dossier.personen)));
        if waarom_niet.is_empty() {
            zonder.clear();
        } else if zonder.is_empty() {
            return Err(Refusal::field("waarom_niet", sleutels::plan::iedereen_gesproken()));
        }
        let woorden = invoer::text("woorden", &self.woorden)?;
        let versie = Some(laid.nr);
        let talk = OverlegGevoerd { plan: plan.nr, versie, met, zonder, waarom_niet, woorden };
        Ok(vec![Vaststelling::new(op, dossier, ctx, talk)])
    }
}

daad! {
    /// Records what the commissie advises on the version that lies there.
    AdviseerOverPlan,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// What it advises.
        advies: Tekst,
    }
}

impl Decide for AdviseerOverPlan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        if !plan.eist(Plicht::OppAdviesCommissie) {
            return Err(Refusal::new("geen_commissie", sleutels::plan::geen_commissie()));
        }
        let Some(laid) = plan.ligt_voor() else { return Err(nothing_laid()) };
        let op = invoer::happened("op", self.op, laid.op, ctx)?;
        let advies = invoer::text("advies", &self.advies)?;
        let advised = CommissieGeadviseerd { plan: plan.nr, versie: laid.nr, advies };
        Ok(vec![Vaststelling::new(op, dossier, ctx, advised)])
    }
}
