//! Agreeing to the action part, or not: each for themselves, of the part as it stands in a version and of no other.

use crate::leven::stem::Stem;
use crate::opdracht::velden::{MagTekst, Nummer, VanStem, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::plan::gehoord::{HandelingsdeelIngestemd, InstemmingGeweigerd};
use crate::plan::opdracht::of_pupil;
use crate::plan::staat::Plan;
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::staat::Dossier;

/// Where it stands that the parents agree to the action part.
pub(super) const INSTEMMING: &str = "opp.instemming";

/// Refuses a word of somebody who is not asked, or of a part that changed since.
fn asked<'a>(
    dossier: &'a Dossier,
    plan: u32,
    (van, versie): (Stem, u32),
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Plan, Refusal> {
    let plan = of_pupil(dossier, plan, ctx)?;
    let article = || regels::artikel(ctx, INSTEMMING, plan.sector, ctx.vandaag);
    let Some(part) = plan.te_beoordelen() else {
        return Err(Refusal::new("niets_voorgelegd", sleutels::plan::niets_te_beoordelen()));
    };
    if part.versie != versie {
        return Err(Refusal::new("plan_veranderd", sleutels::plan::plan_veranderd())
            .because(article())
            .instead(sleutels::plan::nieuwe_versie_lezen()));
    }
    match van {
        // Nobody speaks as the pupil but who is: a school enters what the pupil signed.
        Stem::Leerling => {
            let other = ctx.actor.rol == Rol::Ouder;
            if other || !dossier.handelt_zelf(ctx.vandaag) {
                let refusal = Refusal::field("van", sleutels::plan::leerling_beslist_niet());
                return Err(refusal.because(article()));
            }
        }
        Stem::Persoon(nr) => {
            let place = (plan.sector, ctx.vandaag);
            dossier.wie_spreekt(place, Some(nr), ctx).map_err(|refusal| {
                if refusal.vindplaats.is_some() { refusal } else { refusal.because(article()) }
            })?;
        }
    }
    Ok(plan)
}

/// The same word was said by the same person of the same part.
fn refuse_again(plan: &Plan, (van, versie): (Stem, u32), ja: bool) -> Result<(), Refusal> {
    let said = plan.stemmen_over(versie);
    match said.iter().find(|said| said.van == van && said.ja == ja) {
        Some(said) => Err(Refusal::new("al_gezegd", sleutels::plan::AlGezegd { op: said.op }.tekst())),
        None => Ok(()),
    }
}

/// What somebody said on their own page is changed by nobody but them: no school enters the opposite.
fn refuse_for_who_spoke(
    (dossier, plan): (&Dossier, &Plan),
    (van, versie): (Stem, u32),
    ja: bool,
    namens: bool,
) -> Result<(), Refusal> {
    let said = plan.stemmen_over(versie);
    let last = said.iter().rev().find(|said| said.van.is_zelfde(van, &dossier.personen));
    match last {
        Some(said) if namens && !said.namens && said.ja != ja => {
            Err(Refusal::field("van", sleutels::plan::EigenWoord { op: said.op }.tekst())
                .instead(sleutels::plan::eigen_woord_wat_wel()))
        }
        Some(_) | None => Ok(()),
    }
}

daad! {
    /// Agrees to the action part, for one person.
    StemIn,
    /// Plan.
    plan {
        /// Whose word it is.
        van: VanStem,
        /// The version in which the action part that they read last changed.
        handelingsdeel: Nummer,
        /// Entered by the school, by what they signed.
        namens: eigen::Namens,
    }
}

impl Decide for StemIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (van, versie) = (self.van, self.handelingsdeel);
        let plan = asked(dossier, self.plan, (van, versie), ctx)?;
        refuse_again(plan, (van, versie), true)?;
        refuse_for_who_spoke((dossier, plan), (van, versie), true, self.namens)?;
        let said = HandelingsdeelIngestemd { plan: plan.nr, versie, van, namens: self.namens };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}

daad! {
    /// Does not agree to the action part, for one person.
    WeigerInstemming,
    /// Plan.
    plan {
        /// Whose word it is.
        van: VanStem,
        /// The version in which the action part that they read last changed.
        handelingsdeel: Nummer,
        /// Why; a school says how they let it be known.
        reden: MagTekst,
        /// Entered by the school.
        namens: eigen::Namens,
    }
}

impl Decide for WeigerInstemming {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (van, versie) = (self.van, self.handelingsdeel);
        let plan = asked(dossier, self.plan, (van, versie), ctx)?;
        refuse_again(plan, (van, versie), false)?;
        refuse_for_who_spoke((dossier, plan), (van, versie), false, self.namens)?;
        let reden = invoer::words_of_parent("reden", &self.reden, ctx)?;
        let said = InstemmingGeweigerd { plan: plan.nr, versie, van, reden, namens: self.namens };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}
