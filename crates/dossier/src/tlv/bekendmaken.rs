//! P4: making a decision known. Until then it has no effect (Awb 3:40), and from then on the time to object runs.

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use verband::grenzen::DAGEN_TOT_VERZENDEN;

use crate::algemeen::staat::Brief;
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{Dag, Keuze, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::{Bekendmakingswijze, TlvSoort};
use crate::staat::{Dossier, Persoon, TlvAanvraag, TlvFase};
use crate::tlv::besluitfeiten::Bekendgemaakt;
use crate::tlv::doorzenden::refuse_not_competent;
use crate::tlv::opdracht::{of_swv, vereis_fase};

/// Everybody to whom a decision is addressed uses an own page and said that it may be made known there: without it nothing reaches
/// them there.
fn all_agreed(dossier: &Dossier, on: Date) -> bool {
    if dossier.handelt_zelf(on) {
        return dossier.leerling_zelf(on).is_some_and(Persoon::is_digitaal_bereikbaar);
    }
    let mut parents = dossier.ouders_op(on).peekable();
    parents.peek().is_some() && parents.all(Persoon::is_digitaal_bereikbaar)
}

/// A decision says where one can object (Awb 3:45): the partnership filled that in.
pub(crate) fn vereis_postadres(soort: TlvSoort, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    if !ctx.beleid.postadres.trim().is_empty() {
        return Ok(());
    }
    Err(Refusal::new("geen_postadres", sleutels::tlv::geen_postadres())
        .because(regels::artikel(ctx, "tlv.bezwaar_waar", sector_of_tlv(soort), ctx.vandaag))
        .instead(sleutels::tlv::postadres_invullen()))
}

/// That and how a decision was made known, and until when one can object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bekendmaking {
    /// The day.
    pub op: Date,
    /// How.
    pub wijze: Bekendmakingswijze,
    /// Last day to object (R2.8).
    pub bezwaar_uiterlijk: Berekend<Date>,
}

impl Bekendmaking {
    /// On a day, in a way. Its letter is written now: it is sent today or within some days, and never was before (Awb 3:41, 6:8).
    pub(crate) fn of(
        dossier: &Dossier,
        soort: TlvSoort,
        (op, wijze): (Date, Bekendmakingswijze),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Self, Refusal> {
        vereis_postadres(soort, ctx)?;
        let last = dates::plus_days(ctx.vandaag, DAGEN_TOT_VERZENDEN).unwrap_or(Date::MAX);
        let op = invoer::not_after("op", invoer::not_before("op", op, ctx.vandaag)?, last)?;
        if wijze == Bekendmakingswijze::EigenPagina && !all_agreed(dossier, ctx.vandaag) {
            return Err(Refusal::field("wijze", sleutels::tlv::geen_eigen_pagina())
                .because(regels::artikel(ctx, "tlv.digitaal_bekendmaken", sector_of_tlv(soort), ctx.vandaag))
                .instead(sleutels::tlv::per_post()));
        }
        if wijze == Bekendmakingswijze::EigenPagina && op > ctx.vandaag {
            // What stands there on a later day would be told to nobody within the time of Awb 2:10.
            return Err(Refusal::field("op", sleutels::tlv::meteen_op_de_pagina())
                .instead(sleutels::tlv::VandaagKiezen { dag: ctx.vandaag }.tekst()));
        }
        Ok(Self { op, wijze, bezwaar_uiterlijk: regels::bezwaar(ctx, op)? })
    }
}

daad! {
    /// Records that and how the decision was made known; the objection term starts.
    MaakBekend,
    /// Request.
    aanvraag {
        /// The day.
        op: Dag,
        /// How.
        wijze: Keuze<Bekendmakingswijze>,
    }
}

impl MaakBekend {
    /// A decision that was made known, of which no letter left, has reached nobody: it is made known anew on another day.
    fn fasen(&self, dossier: &Dossier) -> &'static [TlvFase] {
        const ONCE: &[TlvFase] = &[TlvFase::Verleend, TlvFase::Geweigerd];
        const ANEW: &[TlvFase] =
            &[TlvFase::Verleend, TlvFase::Geweigerd, TlvFase::VerleendBekend, TlvFase::GeweigerdBekend];
        let lies_here = |aanvraag: &TlvAanvraag| {
            let bekend = aanvraag.bekendmaking.as_ref();
            dossier.ligt_nog(Onderwerp::Aanvraag(aanvraag.nr))
                && bekend.is_some_and(|bekend| bekend.op != self.op)
        };
        if dossier.aanvraag(self.aanvraag).is_some_and(lies_here) { ANEW } else { ONCE }
    }
}

impl Decide for MaakBekend {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let fasen = self.fasen(dossier);
        let aanvraag = of_swv(dossier, self.aanvraag, fasen, ctx)?;
        vereis_fase(aanvraag, aanvraag.fase(), fasen, ctx)?;
        refuse_not_competent(dossier, aanvraag, ctx)?;
        let Bekendmaking { op, wijze, bezwaar_uiterlijk } =
            Bekendmaking::of(dossier, aanvraag.soort, (self.op, self.wijze), ctx)?;
        // The first day without a decision after the two weeks of a notice of default.
        let first = aanvraag.zonder_dwangsom_tot.and_then(|last| dates::plus_days(last, 1));
        let penalty = first.map(|van| regels::dwangsom_periode(ctx, van, Some(op))).transpose()?;
        let dwangsom = penalty.flatten();
        let known = Bekendgemaakt { aanvraag: aanvraag.nr, op, wijze, bezwaar_uiterlijk, dwangsom };
        Ok(vec![Vaststelling::new(op, dossier, ctx, known)])
    }
}

/// A letter that says that nothing is decided yet goes as long as no decision was made known: the letter of that tells it all.
pub(crate) fn wacht_op_besluit(dossier: &Dossier, brief: &Brief) -> bool {
    let Some(Onderwerp::Aanvraag(nr)) = brief.inhoud.betreft.onderwerp() else { return true };
    dossier.aanvraag(nr).is_none_or(|aanvraag| aanvraag.bekendmaking.is_none())
}
