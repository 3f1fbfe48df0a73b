//! P1: a place without a declaration of admissibility. Who lives in an institution counts as declared by law (WEC 40 lid 16); whether a
//! temporary place can be had without one, the law does not say for sbo and so, and the school chooses and says why.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::aanmelding::verklaring;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::{Besluitvorming, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::WaaromZonder;
use crate::staat::{Aanmelding, Dossier};

/// The child has a place for which no declaration was shown, and the school said why it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZonderVerklaring {
    /// Registration.
    pub aanmelding: u32,
    /// First day of the place.
    pub per: Date,
    /// On what it rests.
    pub waarom: WaaromZonder,
    /// In words: in which institution and what shows it, or why the school chose so.
    pub toelichting: String,
}

kaart! {
    ZonderVerklaring, "zonder_verklaring", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| match event.waarom {
        WaaromZonder::Residentieel => sleutels::aanmelding::zonder_verklaring_residentieel(),
        WaaromZonder::Tijdelijk => sleutels::aanmelding::zonder_verklaring_tijdelijk(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(ZonderVerklaring, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.zonder_verklaring.push(Arc::clone(self));
});

/// What is recorded of a place that rests on where the child lives; refuses a place that rests on nothing.
pub(super) fn admission(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (per, residentieel): (Date, &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Vaststelling>, Refusal> {
    let toelichting = invoer::optional_line("residentieel", residentieel)?;
    if toelichting.is_empty() {
        return verklaring::refuse_without(dossier, aanmelding, per, ctx).map(|()| None);
    }
    let artikel = regels::artikel(ctx, "aanmelding.residentieel", aanmelding.sector, per);
    if artikel.is_none() || aanmelding.plek().verklaringen().is_empty() {
        return Err(Refusal::field("residentieel", sleutels::aanmelding::residentieel_niet_hier())
            .instead(sleutels::aanmelding::residentieel_leeg_laten()));
    }
    let waarom = WaaromZonder::Residentieel;
    let event = ZonderVerklaring { aanmelding: aanmelding.nr, per, waarom, toelichting };
    Ok(Some(Vaststelling::new(ctx.vandaag, dossier, ctx, event)))
}

/// What is recorded of a temporary place without a declaration. In special secondary education and in praktijkonderwijs the law asks that
/// the pupil can be admitted (WEC 40 lid 9, WVO 2020 8.13 lid 2); elsewhere it names no more than the age, and the school says why it gives the place.
/// What was typed where a declaration is there, or none is needed, says nothing and is not kept.
pub(super) fn temporary(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (per, zonder_verklaring): (Date, &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Vaststelling>, Refusal> {
    let toelichting = invoer::optional_text("zonder_verklaring", zonder_verklaring)?;
    let Err(refusal) = verklaring::refuse_without(dossier, aanmelding, per, ctx) else { return Ok(None) };
    if aanmelding.plek().asks_conditions_first() {
        return Err(refusal);
    }
    if toelichting.is_empty() {
        let artikel = regels::artikel(ctx, "aanmelding.tijdelijk_zonder_verklaring", aanmelding.sector, per);
        return Err(Refusal::field("zonder_verklaring", sleutels::aanmelding::tijdelijk_zonder_verklaring())
            .because(artikel)
            .instead(sleutels::aanmelding::tijdelijk_zonder_kiezen()));
    }
    let event =
        ZonderVerklaring { aanmelding: aanmelding.nr, per, waarom: WaaromZonder::Tijdelijk, toelichting };
    Ok(Some(Vaststelling::new(per, dossier, ctx, event)))
}
