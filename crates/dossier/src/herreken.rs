//! Computing the terms of a registration anew, fact by fact, when the day on which it was received was wrong.
//!
//! What is computed anew in a fact stands on its card (`herrekenen`), so that a new fact with a term in it does not
//! compile before it is said how that term follows a corrected day.

use std::sync::Arc;

use base::Date;

use crate::Berekend;
use crate::aanmelding::feiten::{Beslistermijn, SchoolNu, TijdelijkRecht};
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::Kaart;
use crate::opdracht::Besluitvorming;
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::refusal::Refusal;
use crate::staat::Aanmelding;

/// How a fact of a registration takes a term that was computed anew.
pub type Herrekening<T> = fn(&mut T, &mut Herrekend<'_>) -> Result<(), Refusal>;

/// What a registration should have said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Zoals {
    /// Day of receipt.
    pub(crate) ontvangen_op: Date,
    /// R1.6a applies.
    pub(crate) minderjarige_asielzoeker: bool,
    /// Which place is asked.
    pub(crate) plek: Onderwijsplek,
    /// From when.
    pub(crate) gewenst_per: Option<Date>,
    /// Where the child goes to school.
    pub(crate) school_nu: SchoolNu,
    /// Other schools.
    pub(crate) andere_scholen: Vec<String>,
}

/// The terms of one registration as they would have run, up to the fact that is looked at.
pub struct Herrekend<'a> {
    aanmelding: u32,
    vroegst: Date,
    /// From when a place is asked.
    pub(crate) gewenst_per: Option<Date>,
    /// Where the child goes to school, as the parents state it.
    pub(crate) school_nu: SchoolNu,
    /// Other schools, as the parents state them.
    pub(crate) andere_scholen: Vec<String>,
    /// The child was enrolled in the sector on the day of receipt; nothing where the answer that stood there tells.
    ingeschreven: Option<bool>,
    /// Until when the parents can answer what was asked last, as long as they have not.
    pub(crate) antwoord_tot: Option<Date>,
    /// What the term follows from, so far.
    pub(crate) feiten: TermijnFeiten,
    /// Law and policy.
    pub(crate) ctx: &'a Besluitvorming<'a>,
}

impl<'a> Herrekend<'a> {
    /// As the registration should have been, before any other fact, of a child that can be admitted from a day on.
    pub(crate) fn from(
        aanmelding: &Aanmelding,
        recht: Zoals,
        (vroegst, ingeschreven): (Date, Option<bool>),
        ctx: &'a Besluitvorming<'a>,
    ) -> Self {
        let Zoals { ontvangen_op, minderjarige_asielzoeker, plek, gewenst_per, school_nu, andere_scholen } =
            recht;
        let feiten = TermijnFeiten {
            ontvangen_op,
            minderjarige_asielzoeker,
            plek,
            verlengd: false,
            verlenging_weken: None,
            opschortingen: Vec::new(),
            ..TermijnFeiten::of(aanmelding)
        };
        Self {
            aanmelding: aanmelding.nr,
            vroegst,
            gewenst_per,
            school_nu,
            andere_scholen,
            ingeschreven,
            antwoord_tot: None,
            feiten,
            ctx,
        }
    }

    /// The same fact with its term computed anew, where it carries a term of this registration.
    pub(crate) fn event(&mut self, gebeurtenis: Gebeurtenis) -> Result<Option<Gebeurtenis>, Refusal> {
        if gebeurtenis.onderwerp() != Some(Onderwerp::Aanmelding(self.aanmelding)) {
            return Ok(None);
        }
        gebeurtenis.herrekend(self)
    }

    /// One fact, by its card.
    pub(crate) fn fact<K: Kaart + Clone + Into<Gebeurtenis>>(
        &mut self,
        event: Arc<K>,
    ) -> Result<Option<Gebeurtenis>, Refusal> {
        let Some(anew) = K::HERREKENING else { return Ok(None) };
        let mut event = Arc::unwrap_or_clone(event);
        anew(&mut event, self)?;
        Ok(Some(event.into()))
    }

    /// The term to decide.
    pub(crate) fn term(&self) -> Result<Berekend<Beslistermijn>, Refusal> {
        regels::beslistermijn(self.ctx, &self.feiten)
    }

    /// The last day to decide if nothing comes in by this day.
    pub(crate) fn without_answer(&self, tot_en_met: Date) -> Result<Option<Date>, Refusal> {
        regels::without_answer(self.ctx, &self.feiten, tot_en_met)
    }

    /// The right as the registration itself should have had it.
    pub(crate) fn first_right(
        &self,
        was: &Berekend<TijdelijkRecht>,
    ) -> Result<Berekend<TijdelijkRecht>, Refusal> {
        match self.ingeschreven {
            None => self.right(was),
            Some(enrolled) => regels::tijdelijke_plaatsing(self.ctx, &self.feiten, self.vroegst, enrolled),
        }
    }

    /// Whether the child was enrolled in the sector is known from the answer that stood there.
    pub(crate) fn right(&self, was: &Berekend<TijdelijkRecht>) -> Result<Berekend<TijdelijkRecht>, Refusal> {
        regels::tijdelijke_plaatsing(self.ctx, &self.feiten, self.vroegst, !was.uitkomst.recht)
    }
}
