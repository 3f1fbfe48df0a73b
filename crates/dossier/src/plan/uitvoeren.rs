//! What came of a plan: goal by goal, and once in a school year of the whole.

use verband::grenzen::MEESTE_DOELEN;

use crate::opdracht::velden::{
    Bron, Dag, Invulling, Keuze, Leesfout, MagTekst, Nummer, Omgeving, Personen, Rijen, Rijgroep, Tekst,
    Veld, Vinkje, daad, per_rij, samen,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::plan::horen::talked_with;
use crate::plan::opdracht::of_pupil;
use crate::plan::soort::{Doelresultaat, Planvervolg};
use crate::plan::uitgevoerd::{CyclusAfgesloten, Doeluitkomst, PlanGeevalueerd};
use crate::refusal::Refusal;
use crate::staat::Dossier;

/// Where it stands that a plan is evaluated once in a school year.
const EVALUATIE: &str = "opp.evaluatie_per_schooljaar";

samen!(
    /// What came of one goal.
    Uitkomstvelden -> Doeluitkomst {
        doel: Nummer = "doel",
        resultaat: Keuze<Doelresultaat> = "resultaat",
        toelichting: MagTekst = "toelichting",
    }
);

impl Rijgroep for Uitkomstvelden {
    const MINSTENS: u32 = 0;
    const HOOGSTENS: u32 = MEESTE_DOELEN;

    fn rij(nr: u32) -> sleutels::Tekst {
        sleutels::plan::RijDoel { nr: i32::try_from(nr).unwrap_or(i32::MAX) }.tekst()
    }
}

daad! {
    /// Ends a cycle: says of each goal what came of it.
    SluitCyclusAf,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// Goal by goal.
        uitkomsten: Rijen<Uitkomstvelden>,
    }
}

impl Decide for SluitCyclusAf {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let Some((since, part)) = plan.geldend_handelingsdeel().filter(|(_, part)| !part.doelen.is_empty())
        else {
            return Err(Refusal::new("geen_doelen", sleutels::plan::geen_doelen()));
        };
        let closed = plan.cycli.last().map_or(since, |done| done.op.max(since));
        let op = invoer::happened("op", self.op, closed, ctx)?;
        let goals = u32::try_from(part.doelen.len()).unwrap_or(u32::MAX);
        let uitkomsten = per_rij(&self.uitkomsten, |one| {
            if !(1..=goals).contains(&one.doel) {
                return Err(Refusal::field("doel", sleutels::plan::doel_onbekend()));
            }
            let toelichting = invoer::optional_text("toelichting", &one.toelichting)?;
            Ok(Doeluitkomst { toelichting, ..one.clone() })
        })?;
        let each = (1..=goals).all(|goal| uitkomsten.iter().filter(|one| one.doel == goal).count() == 1);
        if !each {
            return Err(Refusal::field("uitkomsten", sleutels::plan::elk_doel_een_keer()));
        }
        let over = CyclusAfgesloten { plan: plan.nr, versie: part.versie, uitkomsten };
        Ok(vec![Vaststelling::new(op, dossier, ctx, over)])
    }
}

daad! {
    /// Records the evaluation with parents and pupil.
    EvalueerPlan,
    /// Plan.
    plan {
        /// When.
        op: Dag,
        /// With whom of the parents; nobody where the pupil decides.
        personen: Personen,
        /// With the pupil.
        met_leerling: Vinkje,
        /// Why without somebody.
        waarom_niet: MagTekst,
        /// What was concluded.
        conclusie: Tekst,
        /// How it goes on.
        vervolg: Keuze<Planvervolg>,
    }
}

impl Decide for EvalueerPlan {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let plan = of_pupil(dossier, self.plan, ctx)?;
        let Some(adopted) = plan.vaststellingen.first() else {
            return Err(Refusal::new("niet_vastgesteld", sleutels::plan::nog_niet_vastgesteld()));
        };
        let op = invoer::happened("op", self.op, adopted.besluit.op, ctx)?;
        let alone = dossier.handelt_zelf(op);
        let met = talked_with(dossier, &self.personen, op)?;
        let of_parents = !met.is_empty() && dossier.stemmen_nog_niet_gehoord(op, &met).is_empty();
        let with_all = of_parents && (alone || self.met_leerling);
        // The law asks both to be there: who was not, is said why.
        let waarom_niet = if with_all {
            invoer::optional_text("waarom_niet", &self.waarom_niet)?
        } else {
            invoer::text("waarom_niet", &self.waarom_niet).map_err(|refusal| {
                refusal
                    .because(regels::vindplaats_in(ctx, EVALUATIE, plan.sector, op))
                    .instead(sleutels::plan::zeg_waarom_niet())
            })?
        };
        let evaluated = PlanGeevalueerd {
            plan: plan.nr,
            met,
            met_leerling: alone || self.met_leerling,
            waarom_niet,
            conclusie: invoer::text("conclusie", &self.conclusie)?,
            vervolg: self.vervolg,
        };
        Ok(vec![Vaststelling::new(op, dossier, ctx, evaluated)])
    }
}
