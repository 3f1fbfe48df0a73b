//! P1: from which day an admission holds. It is a decision of today about days to come (WPO 40(6), WVO 2020 8.8(2)): it takes no day from
//! the school that has the child, whose pupil it is until that day (LPW 10), and it puts off nobody who waits for a place.

use base::{Date, Schooljaar, dates};
use verband::grenzen::{DAGEN_NA_GEVRAAGDE_DAG, DAGEN_TOELATING_TERUG};

use crate::aanmelding::afloop::{LaatToe, has_temporary};
use crate::aanmelding::tijdelijk::{place_of_right, refuse_after_right, right_runs};
use crate::aanmelding::verklaring;
use crate::leven::inschrijving::not_too_far;
use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::Uitschrijfreden;
use crate::staat::{Aanmelding, Dossier, Inschrijving};

impl LaatToe {
    /// First day of the enrolment: not before the registration. A temporary place becomes definitive with the decision, not later.
    pub(super) fn first_day(
        &self,
        aanmelding: &Aanmelding,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Date, Refusal> {
        let per = invoer::not_before("per", self.per, aanmelding.ontvangen_op)?;
        let temporary = aanmelding.tijdelijke_plaatsing.as_ref().filter(|_| has_temporary(aanmelding));
        if let Some(there) = temporary {
            if per > ctx.vandaag {
                return Err(Refusal::field("per", sleutels::aanmelding::zit_al_tijdelijk())
                    .because(place_of_right(aanmelding, &aanmelding.tijdelijk_recht.berekening, ctx))
                    .instead(sleutels::aanmelding::vandaag_kiezen()));
            }
            return invoer::not_before("per", per, there.per);
        }
        // Whom the law admitted is here since that day, wherever it was.
        if !verklaring::by_law(dossier, aanmelding, ctx.vandaag, ctx)? {
            refuse_earlier(aanmelding, dossier, per, ctx)?;
        }
        refuse_after_right(aanmelding, dossier, per, ctx)?;
        refuse_for_later(aanmelding, dossier, per, ctx)?;
        not_too_far("per", per, ctx)
    }
}

/// The first day from `from` on which no day before today, that was one at another school, is taken from it; none where all of them were.
pub(super) fn after_other_schools(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    from: Date,
    counts: impl Fn(&Inschrijving) -> bool,
    ctx: &Besluitvorming<'_>,
) -> Date {
    let own = aanmelding.vestiging.organisatie();
    let taken = |place: &&Inschrijving| {
        place.vestiging.organisatie() != own && place.van < ctx.vandaag && place.runs_after(from)
    };
    let places = dossier.inschrijvingen.iter().filter(taken).filter(|place| counts(place));
    let ends = places.map(|place| place.tot.map_or(ctx.vandaag, |tot| tot.min(ctx.vandaag)));
    ends.max().map_or(from, |ends| ends.max(from))
}

/// An admission begins today or later, or where the child was at no school and came already, some days before. Who is at another school
/// stays its pupil until then: that school hears of it before, and no day is taken from it, nor from the parents who asked a later one.
fn refuse_earlier(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let own = aanmelding.vestiging.organisatie();
    let elsewhere = dossier.inschrijving_op(ctx.vandaag).filter(|now| now.vestiging.organisatie() != own);
    let at_school = elsewhere.is_some() || aanmelding.schoolsoort_nu(dossier, ctx.vandaag).is_some();
    let came = dates::plus_days(ctx.vandaag, -DAGEN_TOELATING_TERUG).unwrap_or(ctx.vandaag);
    let free = after_other_schools(aanmelding, dossier, per.max(came), |_| true, ctx);
    // A right that runs is for today; else the school of now has a day to deregister the child.
    let begins = match elsewhere {
        Some(_) if !right_runs(aanmelding, dossier, ctx)? => invoer::day_after(ctx.vandaag),
        Some(_) => ctx.vandaag,
        None if at_school => ctx.vandaag,
        None => free,
    };
    if per < begins {
        if !at_school {
            let early = sleutels::aanmelding::EersteDagVoorbij { vanaf: begins }.tekst();
            return Err(Refusal::field("per", early).instead(sleutels::aanmelding::eerste_dag_vandaag()));
        }
        let mut grounds = ctx.wet.gronden_uitschrijving(ctx.vandaag);
        let stays = grounds.find(|ground| ground.id == Uitschrijfreden::AndereSchool.code());
        let still = sleutels::aanmelding::EersteDagNogElders { vanaf: begins }.tekst();
        return Err(Refusal::field("per", still)
            .because(stays.map(|ground| ground.bron.vindplaats.clone()))
            .instead(sleutels::aanmelding::eerste_dag_na_andere_school()));
    }
    let Some(asked) = aanmelding.gewenst_per.filter(|asked| at_school && per < *asked && begins < *asked)
    else {
        return Ok(());
    };
    if right_runs(aanmelding, dossier, ctx)? {
        return Ok(());
    }
    let later = sleutels::aanmelding::OudersVragenLater { per: asked }.tekst();
    Err(Refusal::field("per", later).instead(sleutels::aanmelding::gevraagde_dag_kiezen()))
}

/// The first day from this one on that is proposed for a child to begin: no weekend and no holiday, or the first day of a school year, from
/// which a school enrols whoever begins with it.
pub fn begint_vanaf(ctx: &Besluitvorming<'_>, per: Date) -> Date {
    if Schooljaar::of(per).first_day() == per { per } else { regels::werkdag_vanaf(ctx, per) }
}

/// A place for much later than was asked is a no for now, which the law has its own rules for (WPO 40(4), (6)): who begins later
/// does so because the parents ask it, or because the declaration that it waits for begins then.
fn refuse_for_later(
    aanmelding: &Aanmelding,
    dossier: &Dossier,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let on = aanmelding.ontvangen_op;
    let of_age = regels::toelaatbaar_vanaf(ctx, dossier, aanmelding.vraag(), on)?;
    let asked = aanmelding.gewenst_per.unwrap_or_else(|| aanmelding.without_a_day(dossier, ctx));
    let begins = asked.max(of_age).max(ctx.vandaag);
    let last = dates::plus_days(begins, DAGEN_NA_GEVRAAGDE_DAG).unwrap_or(Date::MAX);
    if per <= last || verklaring::refuse_without(dossier, aanmelding, last, ctx).is_err() {
        return Ok(());
    }
    let late = sleutels::aanmelding::EersteDagTeLaat { uiterlijk: last }.tekst();
    Err(Refusal::field("per", late).instead(sleutels::aanmelding::eerder_toelaten_of_ouders_vragen()))
}

impl Aanmelding {
    /// From when a place is asked where the parents named no day: as soon as can be of a child that is at no school, the next school year
    /// of one that is, and in secondary education of one of which nobody said it, since nearly all come from a school.
    fn without_a_day(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Date {
        let secondary = self.plek().soort().is_voortgezet();
        let unsaid = self.school_nu.gang.is_none() && dossier.inschrijvingen.is_empty();
        let at_school = dossier.inschrijving_op(ctx.vandaag).is_some()
            || self.schoolsoort_nu(dossier, ctx.vandaag).is_some()
            || self.school_nu.is_op_school() && dossier.inschrijvingen.is_empty();
        if at_school || secondary && unsaid {
            return Schooljaar::of(self.ontvangen_op).next().first_day();
        }
        self.ontvangen_op
    }
}
