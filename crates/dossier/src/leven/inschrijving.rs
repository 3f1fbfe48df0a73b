//! A place at a school: who may say that a child is a pupil, and from when. Its end is in [`super::uitschrijving`].

use base::{Date, dates};
use recht::Plicht;
use verband::grenzen::{JONGSTE_LEERLING_VOORTGEZET, MOST_MONTHS_ENROLMENT_AHEAD};

use crate::leven::feiten::Ingeschreven;
use crate::leven::vermeld::{self, VerklaringVermeld};
use crate::opdracht::velden::{Dag, MagRegel, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, regels};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Afloop, Dossier, Inschrijving, TlvAanvraag};

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
        /// With which declaration of admissibility, or from what that follows: where the law asks one and the file does not know it.
        verklaring: MagRegel,
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

/// Nobody was a pupil of a school for primary education before the age of admission (WPO 39(1)). At a school for special education the
/// inspectorate can allow it sooner (WEC 39(2)), which an enrolment that is a fact does not say: there nobody was a pupil before the age of
/// registration (WEC 40(3)). For secondary education the law names no age, and the program a low one of its own.
pub(crate) fn refuse_too_young(
    soort: Schoolsoort,
    (born, per): (Date, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(toelating) = regels::toelating_leeftijd(ctx, soort) else {
        let usual = dates::birthday(born, JONGSTE_LEERLING_VOORTGEZET).filter(|usual| per < *usual);
        let Some(vanaf) = usual else { return Ok(()) };
        let young = sleutels::leven::TeJongVoorVoortgezet { vanaf }.tekst();
        return Err(Refusal::field("per", young).instead(sleutels::leven::dag_of_geboortedatum_nakijken()));
    };
    let sooner = ctx.wet.eist(Plicht::EerderMetInspecteur, regels::sector_of(soort), per);
    let naam = if sooner { regels::vroegste_leeftijd(ctx, soort) } else { toelating };
    let leeftijd = regels::getal(ctx, naam, per)?;
    let Some(vanaf) = dates::birthday(born, leeftijd).filter(|day| per < *day) else { return Ok(()) };
    let reden = sleutels::aanmelding::ToelatenVanaf { vanaf, leeftijd: leeftijd.into() };
    Err(Refusal::field("per", reden.tekst()).because(regels::vindplaats_in(
        ctx,
        naam,
        regels::sector_of(soort),
        per,
    )))
}

impl SchrijfIn {
    /// First day: not before birth, and not so far ahead that it is no fact.
    fn first_day(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        let per = invoer::not_before("per", self.per, born)?;
        refuse_too_young(self.schoolsoort, (born, per), ctx)?;
        not_too_far("per", per, ctx)
    }

    /// It is a pupil here already, or has its place by the own admission or with a declaration that is used here.
    fn follows_from_a_place(&self, dossier: &Dossier) -> bool {
        let own = self.vestiging.organisatie();
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
        pupil || places.any(|per| per <= self.per && !elsewhere().any(|i| i.van > per))
    }

    /// A place follows from the own admission or a declaration, from being a pupil here already, or from there being no
    /// other school and no registration here: nobody takes a pupil over by saying so. A registration that waits for a decision, or that
    /// ended without a place, is no way round one: the parents register the child anew, and the board decides (WPO 40(1)).
    fn refuse_takeover(&self, dossier: &Dossier) -> Result<(), Refusal> {
        let own = self.vestiging.organisatie();
        let registered = dossier.aanmeldingen.iter().any(|a| {
            a.vestiging.organisatie() == own && !matches!(a.afloop, Some(Afloop::Toegelaten { .. }))
        });
        let elsewhere =
            dossier.inschrijvingen.iter().any(|i| i.vestiging.organisatie() != own && i.runs_after(self.per));
        if self.follows_from_a_place(dossier) || !registered && !elsewhere {
            return Ok(());
        }
        Err(Refusal::new("niet_toegelaten", sleutels::leven::niet_toegelaten())
            .instead(sleutels::leven::eerst_toelaten()))
    }
}

impl Decide for SchrijfIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let now = dossier.inschrijving_op(self.per);
        if now.is_some_and(|i| i.vestiging == self.vestiging && i.groep == self.groep) {
            return Err(Refusal::field("vestiging", sleutels::leven::al_ingeschreven()));
        }
        let per = self.first_day(dossier, ctx)?;
        self.refuse_takeover(dossier)?;
        let enrolled = Ingeschreven {
            vestiging: self.vestiging.clone(),
            schoolnaam: invoer::line("schoolnaam", &self.schoolnaam)?,
            schoolsoort: self.schoolsoort,
            swv: self.swv.clone(),
            groep: invoer::optional_line("groep", &self.groep)?,
            per,
        };
        let said = vermeld::said(self, self.follows_from_a_place(dossier), ctx)?;
        let said = said.map(|verklaring| {
            let fact = VerklaringVermeld { vestiging: self.vestiging.clone(), per, verklaring };
            Vaststelling::new(ctx.vandaag, dossier, ctx, fact)
        });
        Ok([Vaststelling::new(per, dossier, ctx, enrolled)].into_iter().chain(said).collect())
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
