//! P4: making a decision known. Until then it has no effect (Awb 3:40), and from then on the time to object runs.

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use verband::grenzen::DAGEN_TOT_VERZENDEN;

use crate::berekend::Berekend;
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{Dag, Keuze, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::{Bekendmakingswijze, TlvSoort};
use crate::staat::{Dossier, Persoon, TlvAanvraag, TlvFase};
use crate::tlv::besluitfeiten::Bekendgemaakt;
use crate::tlv::opdracht::of_swv;

/// Everybody to whom a decision is addressed uses an own page and said that it may be made known there: without it nothing reaches
/// them there.
fn all_agreed(dossier: &Dossier, on: Date) -> bool {
    let mut parents = dossier.ouders_op(on).peekable();
    !dossier.handelt_zelf(on) && parents.peek().is_some() && parents.all(Persoon::is_digitaal_bereikbaar)
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
        let article = |naam| regels::artikel(ctx, naam, sector_of_tlv(soort), ctx.vandaag);
        if ctx.beleid.postadres.trim().is_empty() {
            return Err(Refusal::new("geen_postadres", sleutels::tlv::geen_postadres())
                .because(article("tlv.bezwaar_waar"))
                .instead(sleutels::tlv::postadres_invullen()));
        }
        let last = dates::plus_days(ctx.vandaag, DAGEN_TOT_VERZENDEN).unwrap_or(Date::MAX);
        let op = invoer::not_after("op", invoer::not_before("op", op, ctx.vandaag)?, last)?;
        if wijze == Bekendmakingswijze::EigenPagina && !all_agreed(dossier, ctx.vandaag) {
            return Err(Refusal::field("wijze", sleutels::tlv::geen_eigen_pagina())
                .because(article("tlv.digitaal_bekendmaken"))
                .instead(sleutels::tlv::per_post()));
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
            dossier.ligt_nog(aanvraag) && bekend.is_some_and(|bekend| bekend.op != self.op)
        };
        if dossier.aanvraag(self.aanvraag).is_some_and(lies_here) { ANEW } else { ONCE }
    }
}

impl Decide for MaakBekend {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, self.fasen(dossier), ctx)?;
        let Bekendmaking { op, wijze, bezwaar_uiterlijk } =
            Bekendmaking::of(dossier, aanvraag.soort, (self.op, self.wijze), ctx)?;
        let known = Bekendgemaakt { aanvraag: aanvraag.nr, op, wijze, bezwaar_uiterlijk };
        Ok(vec![Vaststelling::new(op, dossier, ctx, known)])
    }
}
