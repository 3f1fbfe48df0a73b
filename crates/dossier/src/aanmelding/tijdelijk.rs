//! P1: the temporary place of a child on whose registration nobody decided in time (R1.8).

use base::{Date, Vestigingscode, Vindplaats};

use crate::aanmelding::eerstedag::after_other_schools;
use crate::aanmelding::feiten::{TijdelijkGeplaatst, TijdelijkRecht, TijdelijkRechtGewijzigd};
use crate::aanmelding::opdracht::{gegevens_weg, open};
use crate::aanmelding::{leeftijd, verklaring, zonder};
use crate::berekend::{Berekend, Berekening};
use crate::leven::feiten::Ingeschreven;
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::opdracht::velden::{Dag, MagRegel, MagTekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Aanmelding, Dossier, Inschrijving};

daad! {
    /// Gives the child a temporary place, on or after the day on which the right arises.
    PlaatsTijdelijk,
    /// Registration.
    aanmelding {
        /// First day.
        per: Dag,
        /// Group; may be empty.
        groep: MagRegel,
        /// Why the school gives the place where a declaration is asked and none holds; not at vso.
        zonder_verklaring: MagTekst,
        /// What happened on the days between the one on which the place began by law and this one; where there are such days.
        ertussen: MagTekst,
    }
}

impl PlaatsTijdelijk {
    /// What happened on the days that the pupil lost: the place begins by law on a day, and nobody moves that by recording it late (WPO
    /// 40(7), WEC 40(8)-(9), WVO 2020 8.13(2)).
    fn between(
        &self,
        begins: Date,
        artikel: impl Fn() -> Option<Vindplaats>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<String, Refusal> {
        if self.per <= begins {
            return Ok(String::new());
        }
        if self.ertussen.trim().is_empty() {
            let lost = sleutels::aanmelding::DagenErtussen { vanaf: begins, per: self.per }.tekst();
            return Err(Refusal::field("ertussen", lost)
                .because(artikel())
                .instead(sleutels::aanmelding::dag_van_de_wet_of_waarom()));
        }
        invoer::reason("ertussen", &self.ertussen, ctx)
    }
}

/// The first day of a temporary place by law: that of the right, or the one on which the child left another school that counts.
fn begins_by_law(dossier: &Dossier, aanmelding: &Aanmelding, vanaf: Date, on: Date) -> Date {
    let soort = aanmelding.plek().soort();
    let others = dossier.inschrijvingen.iter().filter(|place| place.vestiging != aanmelding.vestiging);
    let counting = others.filter(|place| soort.telt_inschrijving_bij(place.schoolsoort));
    counting.filter_map(|place| place.tot).filter(|left| *left <= on).fold(vanaf, Date::max)
}

impl Decide for PlaatsTijdelijk {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return Err(Refusal::new("al_geplaatst", sleutels::aanmelding::al_geplaatst()));
        }
        // Enrolments since the registration count too, so the rule is asked anew.
        let recht = temporary_right(aanmelding, dossier, ctx)?;
        let artikel = || place_of_right(aanmelding, &recht.berekening, ctx);
        if let Some(vanaf) = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.toelating) {
            return Err(Refusal::new(
                "toelating_door_de_wet",
                sleutels::aanmelding::GeenTijdelijkeMaarToelating { vanaf }.tekst(),
            )
            .because(recht.berekening.vindplaats_in(aanmelding.sector).cloned())
            .instead(sleutels::aanmelding::leg_toelating_vast()));
        }
        let Some(vanaf) = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) else {
            return Err(Refusal::new("geen_recht", sleutels::aanmelding::staat_al_op_school())
                .because(artikel())
                .instead(sleutels::aanmelding::blijft_daar()));
        };
        let begins = begins_by_law(dossier, aanmelding, vanaf, ctx.vandaag);
        if self.per < begins {
            return Err(Refusal::field("per", sleutels::aanmelding::RechtBegint { vanaf: begins }.tekst())
                .because(artikel())
                .instead(sleutels::aanmelding::eerder_toelaten()));
        }
        if self.per > ctx.vandaag {
            return Err(Refusal::field("per", sleutels::aanmelding::op_de_dag_zelf())
                .because(artikel())
                .instead(sleutels::aanmelding::op_die_dag_vastleggen()));
        }
        // A day at another school was one there.
        let soort = aanmelding.plek().soort();
        let counts = |place: &Inschrijving| soort.telt_inschrijving_bij(place.schoolsoort);
        invoer::not_before("per", self.per, after_other_schools(aanmelding, dossier, self.per, counts, ctx))?;
        leeftijd::refuse_temporary(dossier, aanmelding, self.per, ctx)?;
        let without = zonder::temporary(dossier, aanmelding, (self.per, &self.zonder_verklaring), ctx)?;
        let groep = invoer::optional_line("groep", &self.groep)?;
        let ertussen = self.between(begins, artikel, ctx)?;
        let placed =
            TijdelijkGeplaatst { aanmelding: aanmelding.nr, per: self.per, groep: groep.clone(), ertussen };
        let mut events: Vec<Vaststelling> = without.into_iter().collect();
        events.push(Vaststelling::new(self.per, dossier, ctx, placed));
        events.push(Vaststelling::new(self.per, dossier, ctx, enrolment(aanmelding, groep, self.per)));
        Ok(events)
    }
}

/// Where the right to a temporary place stands in the law of this school: for special secondary education and praktijkonderwijs in a
/// paragraph of its own.
pub(crate) fn place_of_right(
    aanmelding: &Aanmelding,
    berekening: &Berekening,
    ctx: &Besluitvorming<'_>,
) -> Option<Vindplaats> {
    let plek = aanmelding.plek();
    let naam =
        if plek.is_pro() { "aanmelding.tijdelijke_plek_pro" } else { "aanmelding.tijdelijke_plek_vso" };
    let own = || regels::artikel(ctx, naam, aanmelding.sector, aanmelding.ontvangen_op);
    plek.asks_conditions_first()
        .then(own)
        .flatten()
        .or_else(|| berekening.vindplaats_in(aanmelding.sector).cloned())
}

/// The child has the right to a temporary place today, and is not there yet.
pub(super) fn right_runs(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let recht = temporary_right(aanmelding, dossier, ctx)?.uitkomst;
    Ok(recht.recht && recht.vanaf.is_some_and(|vanaf| vanaf <= ctx.vandaag))
}

/// R1.8 for a registration, with the child's enrolment of today.
fn temporary_right(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    ctx: &Besluitvorming<'_>,
) -> Result<Berekend<TijdelijkRecht>, Refusal> {
    dossier.leerling.as_ref().ok_or_else(gegevens_weg)?;
    let soort = aanmelding.plek().soort();
    let vroegst = regels::toelaatbaar_vanaf(ctx, dossier, aanmelding.vraag(), aanmelding.ontvangen_op)?;
    let counts = |now: Schoolsoort| soort.telt_inschrijving_bij(now);
    // A right that stands was given with what the parents said in view.
    let stands = aanmelding.tijdelijk_recht.uitkomst.recht;
    let enrolled = match dossier.inschrijving_op(ctx.vandaag) {
        Some(place) => counts(place.schoolsoort),
        None => !stands && aanmelding.schoolsoort_nu(dossier, ctx.vandaag).is_some_and(counts),
    };
    regels::tijdelijke_plaatsing(ctx, &TermijnFeiten::of(aanmelding), vroegst, enrolled)
}

/// A child that has a place here by law already is not put off by a later first day. Whom the law admitted is here since that day;
/// whoever has the right to a temporary place, and no declaration to wait for, is admitted today at the latest.
pub(super) fn refuse_after_right(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if verklaring::by_law(dossier, aanmelding, ctx.vandaag, ctx)? {
        let stored = &aanmelding.tijdelijk_recht;
        let Some(vanaf) = stored.uitkomst.vanaf.filter(|vanaf| *vanaf != per) else { return Ok(()) };
        let reden = sleutels::aanmelding::AlToegelatenDoorDeWet { vanaf }.tekst();
        return Err(Refusal::field("per", reden)
            .because(stored.berekening.vindplaats_in(aanmelding.sector).cloned())
            .instead(sleutels::aanmelding::dag_van_de_wet()));
    }
    let recht = temporary_right(aanmelding, dossier, ctx)?;
    let runs = recht.uitkomst.recht && !recht.uitkomst.toelating;
    let Some(vanaf) = recht.uitkomst.vanaf.filter(|vanaf| runs && *vanaf <= ctx.vandaag) else {
        return Ok(());
    };
    let waits = verklaring::refuse_without(dossier, aanmelding, ctx.vandaag, ctx).is_err();
    if per <= ctx.vandaag || waits {
        return Ok(());
    }
    Err(Refusal::field("per", sleutels::aanmelding::RechtLoopt { vanaf }.tekst())
        .because(place_of_right(aanmelding, &recht.berekening, ctx))
        .instead(sleutels::aanmelding::vandaag_of_eerder()))
}

/// A child that leaves its school while registrations in that sector run gets the right to a
/// temporary place there (R1.8).
pub(crate) fn right_after_leaving(
    dossier: &Dossier,
    vestiging: &Vestigingscode,
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let without = |a: &Aanmelding| !a.tijdelijk_recht.uitkomst.recht;
    rights_elsewhere(dossier, vestiging, (false, without), ctx)
}

/// A child that turns out to be a pupil of its school all the time has no right to a temporary place at another of that sector (R1.8).
pub(crate) fn right_after_return(
    dossier: &Dossier,
    vestiging: &Vestigingscode,
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let place = dossier.inschrijvingen.iter().rev().find(|place| place.vestiging == *vestiging);
    let counts =
        |a: &Aanmelding| place.is_some_and(|i| a.plek().soort().telt_inschrijving_bij(i.schoolsoort));
    let by_leaving = |a: &Aanmelding| {
        let right = a.tijdelijk_recht.uitkomst;
        right.recht && !right.toelating && a.tijdelijke_plaatsing.is_none() && counts(a)
    };
    rights_elsewhere(dossier, vestiging, (true, by_leaving), ctx)
}

/// The right to a temporary place of the registrations at other schools that wait for a decision, computed anew for some of them.
fn rights_elsewhere(
    dossier: &Dossier,
    vestiging: &Vestigingscode,
    (enrolled, which): (bool, impl Fn(&Aanmelding) -> bool),
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    if dossier.leerling.is_none() {
        return Ok(Vec::new());
    }
    let open = dossier.aanmeldingen.iter().filter(|a| a.afloop.is_none() && a.vestiging != *vestiging);
    let anew = open.filter(|a| which(a)).map(|aanmelding| {
        let vroegst = regels::toelaatbaar_vanaf(ctx, dossier, aanmelding.vraag(), aanmelding.ontvangen_op)?;
        let tijdelijk_recht =
            regels::tijdelijke_plaatsing(ctx, &TermijnFeiten::of(aanmelding), vroegst, enrolled)?;
        let event = TijdelijkRechtGewijzigd { aanmelding: aanmelding.nr, tijdelijk_recht };
        Ok(Vaststelling::new(ctx.vandaag, dossier, ctx, event))
    });
    anew.collect()
}

/// The enrolment that follows from a registration.
pub(crate) fn enrolment(aanmelding: &Aanmelding, groep: String, per: Date) -> Ingeschreven {
    Ingeschreven {
        vestiging: aanmelding.vestiging.clone(),
        schoolnaam: aanmelding.schoolnaam.clone(),
        schoolsoort: aanmelding.schoolsoort,
        swv: aanmelding.swv.clone(),
        groep,
        per,
    }
}
