//! A place at a school and its end: who may say that a child is a pupil, and from when.

use base::{Date, dates};
use verband::grenzen::MOST_MONTHS_ENROLMENT_AHEAD;

use crate::aanmelding::afloop::has_temporary;
use crate::aanmelding::tijdelijk::{place_of_right, right_after_leaving};
use crate::leven::feiten::{Ingeschreven, Uitgeschreven};
use crate::opdracht::velden::{Dag, MagRegel, Regel, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider, regels};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier, Inschrijving, TlvAanvraag};
use crate::verwijdering::opdracht::intended;

daad! {
    /// Records an enrolment that is already a fact.
    SchrijfIn {
        /// Where.
        vestiging: eigen::Vestiging,
        /// Name of the school.
        schoolnaam: eigen::Schoolnaam,
        /// Kind of school.
        schoolsoort: eigen::Soort,
        /// Partnership of the school.
        swv: eigen::Verband,
        /// Group; may be empty.
        groep: MagRegel,
        /// First day.
        per: Dag,
    }
}

/// The first day at a school: not so far ahead that it is a slip of the pen and no fact.
pub(crate) fn not_too_far(veld: &'static str, per: Date, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    if dates::plus_months(ctx.vandaag, MOST_MONTHS_ENROLMENT_AHEAD).is_some_and(|last| per > last) {
        let ahead = sleutels::leven::InschrijvingTeVer { dag: per, maanden: MOST_MONTHS_ENROLMENT_AHEAD };
        return Err(Refusal::field(veld, ahead.tekst()));
    }
    Ok(per)
}

impl SchrijfIn {
    /// First day: not before birth, and not so far ahead that it is no fact.
    fn first_day(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        let per = invoer::not_before("per", self.per, born)?;
        not_too_far("per", per, ctx)
    }

    /// A place follows from the own admission or a declaration, from being a pupil here already, or from there being no
    /// other school and no registration here that waits for a decision: nobody takes a pupil over by saying so.
    fn refuse_takeover(&self, dossier: &Dossier) -> Result<(), Refusal> {
        let own = self.vestiging.organisatie();
        let undecided =
            dossier.aanmeldingen.iter().any(|a| a.vestiging.organisatie() == own && a.afloop.is_none());
        let elsewhere = || dossier.inschrijvingen.iter().filter(|i| i.vestiging.organisatie() != own);
        let pupil =
            dossier.inschrijvingen.iter().any(|i| i.vestiging.organisatie() == own && i.is_current(self.per));
        let admitted = dossier.aanmeldingen.iter().filter(|a| a.vestiging.organisatie() == own);
        let admitted = admitted.filter_map(|a| {
            let Some(Afloop::Toegelaten { per, .. }) = a.afloop else { return None };
            Some(per)
        });
        let placed = dossier.aanvragen.iter().flat_map(TlvAanvraag::plaatsingen);
        let placed =
            placed.filter(|gebruik| gebruik.vestiging.organisatie() == own).map(|gebruik| gebruik.per);
        let mut places = admitted.chain(placed);
        let by_place = places.any(|per| per <= self.per && !elsewhere().any(|i| i.van > per));
        if pupil || by_place || !undecided && !elsewhere().any(|i| i.runs_after(self.per)) {
            return Ok(());
        }
        Err(Refusal::new("niet_toegelaten", sleutels::leven::niet_toegelaten())
            .instead(sleutels::leven::eerst_toelaten()))
    }
}

impl Decide for SchrijfIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_outsider(ctx, &self.vestiging.organisatie())?;
        let now = dossier.inschrijving_op(self.per);
        if now.is_some_and(|i| i.vestiging == self.vestiging && i.groep == self.groep) {
            return Err(Refusal::field("vestiging", sleutels::leven::al_ingeschreven()));
        }
        let per = self.first_day(dossier, ctx)?;
        self.refuse_takeover(dossier)?;
        Ok(vec![Vaststelling::new(
            per,
            dossier,
            ctx,
            Ingeschreven {
                vestiging: self.vestiging.clone(),
                schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
                schoolsoort: self.schoolsoort,
                swv: self.swv.clone(),
                groep: invoer::optional_line("groep", &self.groep)?,
                per,
            },
        )])
    }
}

daad! {
    /// Records the end of an enrolment.
    SchrijfUit {
        /// Where.
        vestiging: eigen::Vestiging,
        /// First day no longer enrolled.
        per: Dag,
        /// Why.
        reden: Regel,
    }
}

impl Dossier {
    /// The place at another school by which a place ends, as long as its own school did not deregister the child.
    pub(crate) fn volgende_school(&self, place: &Inschrijving) -> Option<&Inschrijving> {
        let elsewhere = |i: &&Inschrijving| i.vestiging.organisatie() != place.vestiging.organisatie();
        let ends = place.tot.filter(|_| !place.uitgeschreven)?;
        self.inschrijvingen.iter().filter(elsewhere).find(|i| i.van == ends)
    }
}

impl SchrijfUit {
    /// The child died, and is a pupil until then: a place that ended before it died ended by something else.
    fn by_death(&self, dossier: &Dossier) -> bool {
        dossier.overleden_op.is_some_and(|died| self.per >= died)
    }

    /// A temporary place ends with a decision on the registration, and not by deregistering (WPO 40(7)).
    fn refuse_temporary(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let undecided =
            |a: &&Aanmelding| a.vestiging == self.vestiging && a.afloop.is_none() && has_temporary(a);
        let Some(aanmelding) = dossier.aanmeldingen.iter().find(undecided) else { return Ok(()) };
        Err(Refusal::new("tijdelijke_plek", sleutels::leven::tijdelijke_plek_loopt())
            .because(place_of_right(aanmelding, &aanmelding.tijdelijk_recht.berekening, ctx))
            .instead(sleutels::leven::eerst_toelaten()))
    }

    /// Deregistration is no way round the rules on removal.
    fn refuse_removal_in_disguise(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let elsewhere =
            dossier.inschrijvingen.iter().any(|i| i.vestiging != self.vestiging && i.is_current(self.per));
        let Some(verwijdering) = intended(dossier, &self.vestiging).filter(|_| !elsewhere) else {
            return Ok(());
        };
        let artikel = regels::artikel(
            ctx,
            "verwijdering.andere_school",
            verwijdering.sector,
            verwijdering.voorgenomen_op,
        );
        Err(Refusal::new("verwijdering_loopt", sleutels::leven::verwijdering_loopt())
            .because(artikel)
            .instead(sleutels::leven::afmaken_of_intrekken()))
    }
}

impl Decide for SchrijfUit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_outsider(ctx, &self.vestiging.organisatie())?;
        let here = || dossier.inschrijvingen.iter().filter(|i| i.vestiging == self.vestiging);
        let leaves = || here().find(|i| i.tot == Some(self.per) && dossier.volgende_school(i).is_some());
        let Some(running) = here().find(|i| i.runs_after(self.per.max(i.van))).or_else(leaves) else {
            return Err(Refusal::field("vestiging", sleutels::leven::niet_ingeschreven()));
        };
        let per = invoer::plannable("per", invoer::not_before("per", self.per, running.van)?, ctx)?;
        let by_death = self.by_death(dossier);
        if !by_death {
            self.refuse_temporary(dossier, ctx)?;
            self.refuse_removal_in_disguise(dossier, ctx)?;
        }
        let left = Uitgeschreven {
            vestiging: self.vestiging.clone(),
            per,
            reden: invoer::line("reden", &self.reden)?,
        };
        let mut events = vec![Vaststelling::new(per, dossier, ctx, left)];
        let elsewhere = dossier.inschrijvingen.iter().any(|i| {
            i.vestiging != self.vestiging
                && i.is_current(per)
                && running.schoolsoort.telt_inschrijving_bij(i.schoolsoort)
        });
        if !by_death && !elsewhere {
            events.extend(right_after_leaving(dossier, &self.vestiging, ctx)?);
        }
        Ok(events)
    }
}
