//! P4: what was asked of the school besides its request is not needed any more. The partnership says so, and the clock runs on
//! (Awb 4:5, 4:15).

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::berekend::Berekend;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Gedaan, TlvAanvraag, TlvFase, begint_met};
use crate::tlv::behandelen::AanvullingBeoordeeld;
use crate::tlv::besluitfeiten::TlvTermijn;
use crate::tlv::feiten::AanvullingGevraagd;
use crate::tlv::inleveren::AanvullingIngeleverd;
use crate::tlv::opdracht::{of_swv, ontvangen, term_as_promised, termijn_vanaf};

/// The supplement that was asked is not needed any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvullingVervallen {
    /// Request.
    pub aanvraag: u32,
    /// First day on which the clock runs again.
    pub op: Date,
    /// Why: what is known from elsewhere, or was too much to ask.
    pub waarom: String,
    /// The term as it runs now.
    pub termijn: Berekend<TlvTermijn>,
}

kaart! {
    AanvullingVervallen, "aanvulling_vervallen", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::aanvulling_vervallen();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.waarom]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvullingVervallen, aanvraag, aanvraag_mut, |self, aanvraag, _feit| {
    for open in aanvraag.aanvullingen.iter_mut().filter(|asked| asked.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(self.op);
        open.afloop = Aanvulafloop::Vervallen;
    }
    aanvraag.termijn = Some(self.termijn.clone());
});

/// A request for more that stops the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aanvulling {
    /// What was asked, and until when.
    pub feit: Arc<AanvullingGevraagd>,
    /// First day on which the clock ran again.
    pub geeindigd_op: Option<Date>,
    /// What parents handed in to the school for it, or said to bring.
    pub ingeleverd: Vec<Gedaan<AanvullingIngeleverd>>,
    /// What came of it.
    pub afloop: Aanvulafloop,
    /// Whether that is enough, as the partnership said.
    pub beoordeeld: Option<Gedaan<AanvullingBeoordeeld>>,
}

/// What came of a request for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aanvulafloop {
    /// Nobody recorded anything yet.
    Open,
    /// Something came.
    Gekomen,
    /// Nothing came in the time for it.
    Niets,
    /// It was not needed any more.
    Vervallen,
}

begint_met! {
    Aanvulling: AanvullingGevraagd;
}

daad! {
    /// Says that what was asked is not needed any more; the clock runs again.
    LaatAanvullingVervallen,
    /// Request.
    aanvraag {
        /// Why.
        waarom: Tekst,
    }
}

impl Decide for LaatAanvullingVervallen {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &[TlvFase::WachtOpAanvulling], ctx)?;
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        // The day on which it was asked counts: the clock stood still from the day after (Awb 4:15).
        let termijn = termijn_vanaf(aanvraag, ctx.vandaag, ctx)?;
        let gone = AanvullingVervallen { aanvraag: aanvraag.nr, op: ctx.vandaag, waarom, termijn };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, gone)])
    }
}

/// The term anew, where the clock still stands for what was asked last: what came of it was not enough.
pub(super) fn termijn_heropend(
    aanvraag: &TlvAanvraag,
    ctx: &Besluitvorming<'_>,
) -> Result<Berekend<TlvTermijn>, Refusal> {
    let (received, mut opgeschort) = ontvangen(aanvraag)?;
    if let Some((_, end)) = opgeschort.last_mut() {
        *end = None;
    }
    term_as_promised(aanvraag, received, &opgeschort, ctx)
}
