//! P1: how a registration ends: offer, admission, not handled. Refusal, and what parents decide, have their own modules.

use base::{Date, dates};

use crate::aanmelding::elders::{Vanaf, check_bereid, other_than, refuse_unlawful};
use crate::aanmelding::feiten::{
    AanbodGedaan, BuitenBehandelingGesteld, FeitelijkGeweigerd, Overleg, TijdelijkePlaatsingGeeindigd,
    Toegelaten,
};
use crate::aanmelding::opdracht::{open, open_for_all};
use crate::aanmelding::tijdelijk::enrolment;
use crate::aanmelding::{leeftijd, verklaring, voorwaarde, zonder};
use crate::leven::feiten::Uitgeschreven;
use crate::opdracht::velden::{
    Bereid, Dag, KomendeDag, MagDag, MagJaNee, MagKeuze, MagRegel, MagRegels, MagTekst, OverlegMetOuders,
    Tekst, daad,
};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::Toelatingsvoorwaarde;
use crate::staat::{Aanmelding, Dossier};

pub use crate::aanmelding::samen::{
    AanvaardAanbod, GaVerderZonderOuder, LaatAanmeldingDoorgaan, TrekAanmeldingIn, WijsAanbodAf,
};
pub use crate::aanmelding::weigering::{ANDERE_SCHOOL, Weiger, WeigeringsPunt, typed_evidence};

/// Talks with the parents about this registration: not from before it came in.
pub(crate) fn check_overleg(
    overleg: &Overleg,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Result<Overleg, Refusal> {
    Ok(Overleg {
        op: invoer::happened("overleg_op", overleg.op, aanmelding.ontvangen_op, ctx)?,
        met: invoer::line("overleg_met", &overleg.met)?,
        uitkomst: invoer::text("overleg_uitkomst", &overleg.uitkomst)?,
    })
}

/// A temporary place that runs now.
pub(crate) fn has_temporary(aanmelding: &Aanmelding) -> bool {
    aanmelding.tijdelijke_plaatsing.as_ref().is_some_and(|plaatsing| plaatsing.tot.is_none())
}

/// A temporary place ends with the registration: the child is enrolled there until this day.
///
/// The school holds these facts, also when a parent ends the registration.
pub(crate) fn end_temporary(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Vec<Vaststelling> {
    if !has_temporary(aanmelding) {
        return Vec::new();
    }
    let ended = TijdelijkePlaatsingGeeindigd { aanmelding: aanmelding.nr, per, definitief: false };
    let reden = "einde van de tijdelijke plaatsing";
    let left = Uitgeschreven::door_besluit(aanmelding.vestiging.clone(), per, reden);
    vec![
        Vaststelling::new(ctx.vandaag, dossier, ctx, ended),
        Vaststelling::new(ctx.vandaag, dossier, ctx, left),
    ]
}

/// R1.8: the child leaves on the day after the decision.
pub(crate) fn day_after_decision(ctx: &Besluitvorming<'_>) -> Date {
    invoer::day_after(ctx.vandaag)
}

daad! {
    /// Offers a place at another school that is willing.
    DoeAanbod,
    /// Registration.
    aanmelding {
        /// School that is willing.
        school: Bereid,
        /// What it offers.
        wat: Tekst,
        /// From when.
        per: KomendeDag,
        /// Other possibilities that were looked at.
        andere_mogelijkheden: MagRegels,
        /// Consultation with the parents.
        overleg: OverlegMetOuders,
    }
}

impl Decide for DoeAanbod {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        verklaring::refuse_when_admitted_by_law(dossier, aanmelding, ctx)?;
        if aanmelding.behoefte.is_none() {
            let artikel = regels::artikel(
                ctx,
                "aanmelding.behoefte_beoordelen",
                aanmelding.sector,
                aanmelding.ontvangen_op,
            );
            return Err(Refusal::new(
                "behoefte_niet_vastgesteld",
                sleutels::aanmelding::behoefte_niet_vastgesteld(),
            )
            .because(artikel)
            .instead(sleutels::aanmelding::eerst_behoefte()));
        }
        if aanmelding.open_aanbod().is_some() {
            return Err(Refusal::new("aanbod_open", sleutels::aanmelding::aanbod_open())
                .instead(sleutels::aanmelding::eerst_antwoord()));
        }
        let school = check_bereid((dossier, &self.school), other_than(aanmelding), aanmelding.sector, ctx)?;
        let per = invoer::not_before("per", invoer::plannable("per", self.per, ctx)?, ctx.vandaag)?;
        refuse_unlawful(dossier, &school, Vanaf::Dag(per), ctx)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            AanbodGedaan {
                aanmelding: aanmelding.nr,
                aanbod: invoer::next_nr(aanmelding.aanbiedingen.len()),
                school,
                wat: invoer::text("wat", &self.wat)?,
                per,
                andere_mogelijkheden: invoer::lines("andere_mogelijkheden", &self.andere_mogelijkheden)?,
                overleg: check_overleg(&self.overleg, aanmelding, ctx)?,
            },
        )])
    }
}

daad! {
    /// Admits the child.
    LaatToe,
    /// Registration.
    aanmelding {
        /// First day at school.
        per: Dag,
        /// Group; may be empty.
        groep: MagRegel,
        /// In which institution the child lives, and what shows that: then no declaration is needed. Empty where it does not.
        residentieel: MagRegel,
        /// On what the admission of a child outside the usual age rests: who allowed or judged it. Empty within that age.
        leeftijd: MagRegel,
        /// On what the decision on the first year of secondary education rests. None where the law asks no advice.
        voorwaarde_soort: MagKeuze<Toelatingsvoorwaarde>,
        /// Of which day the inquiry or the advice is that the law asks before. None where it asks none.
        voorwaarde_op: MagDag,
        /// What it says, and of whom it is.
        voorwaarde: MagTekst,
        /// What the commission judged: the child qualifies, or it does not. None of an advice.
        voorwaarde_ja: MagJaNee,
        /// Last day for which a commission judged.
        voorwaarde_tot_en_met: MagDag,
    }
}

impl Decide for LaatToe {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let per = self.first_day(aanmelding, dossier, ctx)?;
        let without = zonder::admission(dossier, aanmelding, (per, &self.residentieel), ctx)?;
        let outside_age = leeftijd::admission(dossier, aanmelding, (per, &self.leeftijd), ctx)?;
        let condition = voorwaarde::admission(dossier, aanmelding, (per, self), ctx)?;
        let groep = invoer::optional_line("groep", &self.groep)?;
        let temporary = aanmelding.tijdelijke_plaatsing.as_ref().filter(|_| has_temporary(aanmelding));
        // Who is there already stays in the same group, unless the school says another.
        let same_group = temporary.filter(|_| groep.is_empty()).map(|plaatsing| plaatsing.groep.clone());
        let groep = same_group.unwrap_or(groep);
        let needs_support = aanmelding.behoefte.as_ref().is_some_and(|behoefte| behoefte.extra_ondersteuning);
        let opp_uiterlijk = if needs_support || aanmelding.plek().always_opp(ctx, ctx.vandaag) {
            let definitive = temporary.map_or(per, |_| ctx.vandaag);
            Some(regels::opp_termijn(ctx, definitive, temporary.map(|plaatsing| plaatsing.per))?)
        } else {
            None
        };
        let mut events: Vec<Vaststelling> = outside_age.into_iter().chain(without).chain(condition).collect();
        if temporary.is_some() {
            let definitive = TijdelijkePlaatsingGeeindigd {
                aanmelding: aanmelding.nr,
                per: ctx.vandaag,
                definitief: true,
            };
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, definitive));
        }
        let admitted = Toegelaten { aanmelding: aanmelding.nr, per, groep: groep.clone(), opp_uiterlijk };
        events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, admitted));
        let per = temporary.map_or(per, |_| ctx.vandaag);
        let other_group = temporary.is_some_and(|plaatsing| !groep.is_empty() && plaatsing.groep != groep);
        if temporary.is_none() || other_group {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, enrolment(aanmelding, groep, per)));
        }
        events.extend(verklaring::used_by(dossier, aanmelding, per, ctx)?);
        Ok(events)
    }
}

daad! {
    /// Records that the school turned the child away in fact, without a lawful decision.
    MeldFeitelijkeWeigering,
    /// Registration.
    aanmelding {
        /// When.
        op: Dag,
        /// What happened.
        wat: Tekst,
    }
}

impl Decide for MeldFeitelijkeWeigering {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        // The school where the child is now may tell what another school did.
        let aanmelding = open_for_all(dossier, self.aanmelding)?;
        let op = invoer::happened("op", self.op, aanmelding.ontvangen_op, ctx)?;
        Ok(vec![Vaststelling::new(
            op,
            dossier,
            ctx,
            FeitelijkGeweigerd { aanmelding: aanmelding.nr, op, wat: invoer::text("wat", &self.wat)? },
        )])
    }
}

daad! {
    /// Does not handle the registration: the information did not come in time.
    StelBuitenBehandeling,
    /// Registration.
    aanmelding {
        /// Why.
        reden: Tekst,
    }
}

impl StelBuitenBehandeling {
    /// Possible only when what was asked did not come, after the time for it, and within the time for
    /// making it known.
    fn refuse_unlawful(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let on = aanmelding.ontvangen_op;
        let [handling, telling] = regels::buiten_behandeling(aanmelding.openbaar);
        let artikel = || regels::artikel(ctx, handling, aanmelding.sector, on);
        let Some(gevraagd) = aanmelding.opschortingen.last() else {
            return Err(Refusal::new("niets_gevraagd", sleutels::aanmelding::niet_om_gevraagd())
                .because(artikel())
                .instead(sleutels::aanmelding::eerst_verzoek()));
        };
        if gevraagd.compleet == Some(true) {
            return Err(Refusal::new("informatie_compleet", sleutels::aanmelding::informatie_compleet())
                .because(artikel())
                .instead(sleutels::aanmelding::beslissen()));
        }
        if gevraagd.geeindigd_op.is_none() && ctx.vandaag <= gevraagd.tot_en_met {
            let still = sleutels::aanmelding::NogTijd { tot_en_met: gevraagd.tot_en_met }.tekst();
            return Err(Refusal::new("nog_tijd", still)
                .because(artikel())
                .instead(sleutels::aanmelding::wachten_of_verwerken()));
        }
        let Some(told_by) = regels::artikel(ctx, telling, aanmelding.sector, on) else { return Ok(()) };
        let weken = regels::getal(ctx, "aanmelding.buiten_behandeling_bekend_binnen", on)?;
        let latest = dates::plus_days(gevraagd.tot_en_met, 7 * i32::from(weken)).unwrap_or(Date::MAX);
        if ctx.vandaag > latest {
            return Err(Refusal::new(
                "te_laat",
                sleutels::aanmelding::TeLaatBekend { uiterlijk: latest }.tekst(),
            )
            .because(Some(told_by))
            .instead(sleutels::aanmelding::beslissen_op_wat_er_is()));
        }
        Ok(())
    }
}

impl Decide for StelBuitenBehandeling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        verklaring::refuse_when_admitted_by_law(dossier, aanmelding, ctx)?;
        Self::refuse_unlawful(aanmelding, ctx)?;
        let mut events = end_temporary(dossier, aanmelding, day_after_decision(ctx), ctx);
        events.push(Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            BuitenBehandelingGesteld {
                aanmelding: aanmelding.nr,
                reden: invoer::reason("reden", &self.reden, ctx)?,
                bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, aanmelding.openbaar)?,
            },
        ));
        Ok(events)
    }
}
