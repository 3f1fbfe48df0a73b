//! A pupil of a school for special primary or special education whose file begins there: with which declaration it is at that school, or from
//! what that follows. The word of the school: what was asked before the file began stands in no register here.

use std::sync::Arc;

use base::{Date, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::inschrijving::SchrijfIn;
use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};

/// A school said with which declaration the child is its pupil, or from what that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerklaringVermeld {
    /// Where.
    pub vestiging: Vestigingscode,
    /// First day there.
    pub per: Date,
    /// Its number and its partnership, or from what it follows, as the school typed it.
    pub verklaring: String,
}

kaart! {
    VerklaringVermeld, "verklaring_vermeld", versie 1 [];
    over kind; deel B; lezers allen; zin |_| sleutels::leven::verklaring_vermeld();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| vec![&event.verklaring]); verhuld [NietVermeld ["verklaring"]];
    redenen geen; geboortedatum nee;
}

impl Fold for VerklaringVermeld {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        let here = |i: &&mut crate::staat::Inschrijving| i.vestiging == self.vestiging && i.van == self.per;
        if let Some(place) = dossier.inschrijvingen.iter_mut().find(here) {
            place.verklaring = Some(Arc::clone(self));
        }
    }
}

/// What is said of the declaration, where the law asks one for a place at such a school (WPO 40(8), WEC 40(10), (12)) and nothing in the file
/// says with which the child came. What was typed elsewhere says nothing, and is not kept.
pub(super) fn said(
    enrolment: &SchrijfIn,
    is_known: bool,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<String>, Refusal> {
    let typed = invoer::optional_line("verklaring", &enrolment.verklaring)?;
    let plek = Onderwijsplek { schoolsoort: enrolment.schoolsoort, keuze: None };
    if is_known || plek.verklaringen().is_empty() {
        return Ok(None);
    }
    if typed.is_empty() {
        let sector = regels::sector_of(enrolment.schoolsoort);
        return Err(Refusal::field("verklaring", sleutels::leven::verklaring_bij_inschrijving())
            .because(regels::artikel(ctx, plek.asks_declaration(), sector, ctx.vandaag))
            .instead(sleutels::leven::nummer_of_waaruit()));
    }
    Ok(Some(typed))
}
