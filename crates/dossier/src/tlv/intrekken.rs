//! P4, the end that the partnership decides on: withdrawing a declaration. It takes a right away, so it is a decision like the one that
//! gave it: whoever it touches is heard first, it says why, it is made known, and one can object to it.

use base::{Date, Schooljaar};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::brief::Briefvraag;
use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{Dag, Keuze, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Bekendmakingswijze;
use crate::staat::{Dossier, Gedaan, TlvFase};
use crate::tlv::besluit::Bekendmaking;
use crate::tlv::opdracht::{of_swv, vereis_fase};

/// The declaration was withdrawn by the SWV.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvIngetrokken {
    /// Request.
    pub aanvraag: u32,
    /// From when.
    pub per: Date,
    /// Why.
    pub reden: String,
    /// What parents and schools said of the intention, and what was done with it. Empty in the first shape.
    pub gehoord: String,
    /// How it was made known; none in the first shape.
    pub bekend: Option<Bekendmaking>,
}

kaart! {
    TlvIngetrokken, "tlv_ingetrokken", versie 2 [unheard];
    over aanvraag; deel H; lezers (|event| event.bekend.as_ref().map_or(Lezers::Allen, |bekend| Lezers::Vanaf(bekend.op))); zin |event| sleutels::tlv::Ingetrokken { per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief (|event| event.bekend.as_ref().map(|bekend| Briefvraag::IntrekkingTlv(event, bekend))); bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden, &event.gehoord]); verhuld geen;
    redenen [reden]; geboortedatum nee;
}

impl TlvIngetrokken {
    /// The declaration ends in the course of a school year, and not with one (WPO 40(13), WEC 40(15)).
    pub fn eindigt_in_het_jaar(&self) -> bool {
        self.per != Schooljaar::of(self.per).first_day()
    }
}

/// The first shape heard nobody and told nobody.
fn unheard(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("gehoord", Value::String(String::new())), ("bekend", Value::Null)])
}

over_zaak!(TlvIngetrokken, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.intrekking = Some(Gedaan::op(feit, self));
});

daad! {
    /// Withdraws a declaration that was made known.
    TrekTlvIn,
    /// Request.
    aanvraag {
        /// From when.
        per: Dag,
        /// Why.
        reden: Tekst,
        /// What parents and schools said of the intention, and what was done with it.
        gehoord: Tekst,
        /// The day on which it is made known.
        op: Dag,
        /// How.
        wijze: Keuze<Bekendmakingswijze>,
    }
}

impl Decide for TrekTlvIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let of_day = [TlvFase::VerleendBekend, TlvFase::Gebruikt, TlvFase::Verleend];
        let aanvraag = of_swv(dossier, self.aanvraag, &of_day, ctx)?;
        // What nobody knows of is not withdrawn.
        if aanvraag.bekendmaking.is_none() {
            vereis_fase(aanvraag, aanvraag.fase(), &[TlvFase::VerleendBekend, TlvFase::Gebruikt], ctx)?;
        }
        // One that ends on a day to come, by another decision or by another category, still holds, and can end sooner.
        if let Some(per) = aanvraag.eerder_geeindigd_per().filter(|per| *per <= self.per) {
            return Err(Refusal::field("per", sleutels::tlv::EindigtAl { per }.tekst()));
        }
        // One whose day is still to come has no effect yet: it is taken anew, or waited for (Awb 3:40).
        if let Some(later) = aanvraag.bekendmaking.as_ref().filter(|bekend| bekend.op > ctx.vandaag) {
            return Err(Refusal::new(
                "nog_niet_bekend",
                sleutels::tlv::NogNietBekend { op: later.op }.tekst(),
            ));
        }
        let bekend = Bekendmaking::of(dossier, aanvraag.soort, (self.op, self.wijze), ctx)?;
        // It has no effect before it was made known (Awb 3:40).
        let per = invoer::not_before("per", self.per, bekend.op)?;
        if let Some(besluit) = aanvraag.verleend().filter(|besluit| per > besluit.tot_en_met) {
            let (van, tot_en_met) = (besluit.van, besluit.tot_en_met);
            return Err(Refusal::field("per", sleutels::tlv::GeldtVan { van, tot_en_met }.tekst()));
        }
        let hearing =
            || regels::artikel(ctx, "tlv.intrekken_horen", sector_of_tlv(aanvraag.soort), ctx.vandaag);
        let gehoord = invoer::text("gehoord", &self.gehoord)
            .map_err(|refusal| refusal.because(hearing()).instead(sleutels::tlv::eerst_horen()))?;
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let withdrawn = TlvIngetrokken { aanvraag: aanvraag.nr, per, reden, gehoord, bekend: Some(bekend) };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, withdrawn)])
    }
}
