//! P4, the penalty for a late decision (Awb 4:17): from which day until which it ran, and the decision by which that, and how much it
//! comes to, is laid down (Awb 4:18).

use base::{Date, Eurocent, dates};
use serde::{Deserialize, Serialize};

use crate::berekend::Berekend;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{MagTekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::bekendmaken::vereis_postadres;
use crate::tlv::opdracht::{find, vereis_fase};

/// The days for which a penalty is due, and the last day on which that is laid down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dwangsomperiode {
    /// First day.
    pub van: Date,
    /// Last day: the day before the decision was made known, or the last for which the law asks one.
    pub tot_en_met: Date,
    /// Last day on which the penalty is laid down.
    pub vaststellen_uiterlijk: Date,
}

impl Dwangsomperiode {
    /// How many days.
    pub fn dagen(&self) -> i32 {
        dates::days_between(self.van, self.tot_en_met).saturating_add(1)
    }
}

/// Days with the penalty for each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dwangsomdeel {
    /// How many days.
    pub dagen: i32,
    /// For each of them.
    pub per_dag: Eurocent,
}

/// A penalty that ran is laid down: that it is due and how much it is, or why none is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DwangsomVastgesteld {
    /// Request.
    pub aanvraag: u32,
    /// The days for which it ran.
    pub periode: Dwangsomperiode,
    /// How it is made up.
    pub treden: Vec<Dwangsomdeel>,
    /// How much is due; nothing where none is.
    pub bedrag: Eurocent,
    /// Why none is due (Awb 4:17 lid 5); empty where it is.
    pub niet_verschuldigd: String,
    /// Last day to object; the decision is made known on the day on which it is taken.
    pub bezwaar_uiterlijk: Berekend<Date>,
}

kaart! {
    DwangsomVastgesteld, "dwangsom_vastgesteld", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::DwangsomVastgesteld { bedrag: &event.bedrag.to_string() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief BesluitDwangsom; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.niet_verschuldigd]); verhuld geen;
}

over_zaak!(DwangsomVastgesteld, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.dwangsom_vastgesteld = Some(crate::staat::Gedaan::op(feit, self));
});

daad! {
    /// Lays down the penalty that ran.
    StelDwangsomVast,
    /// Request.
    aanvraag {
        /// Why none is due; empty where it is.
        niet_verschuldigd: MagTekst,
    }
}

impl TlvAanvraag {
    /// A penalty ran to its end, and nobody laid it down yet.
    pub fn vast_te_stellen(&self) -> Option<Dwangsomperiode> {
        let open = self.dwangsom.filter(|_| self.aanvraag_ingetrokken_op.is_none())?;
        let done = self.dwangsom_vastgesteld.as_ref().is_some_and(|fixed| fixed.periode == open);
        (!done).then_some(open)
    }
}

impl Decide for StelDwangsomVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        refuse_outsider(ctx, &aanvraag.swv_organisatie())?;
        if aanvraag.aanvraag_ingetrokken_op.is_some() {
            vereis_fase(aanvraag, TlvFase::AanvraagIngetrokken, &[], ctx)?;
        }
        let sector = sector_of_tlv(aanvraag.soort);
        let article = || regels::artikel(ctx, "dwangsom.vaststellen", sector, ctx.vandaag);
        let Some(periode) = aanvraag.vast_te_stellen() else {
            let reden = match aanvraag.dwangsom_vastgesteld.as_ref() {
                Some(fixed) => sleutels::tlv::DwangsomAlVastgesteld { op: fixed.op }.tekst(),
                None => sleutels::tlv::geen_dwangsom(),
            };
            return Err(Refusal::new("geen_dwangsom", reden).because(article()));
        };
        if ctx.vandaag <= periode.tot_en_met {
            let last = sleutels::tlv::DwangsomLoopt { tot_en_met: periode.tot_en_met }.tekst();
            return Err(Refusal::new("dwangsom_loopt", last)
                .because(article())
                .instead(sleutels::tlv::nu_beslissen()));
        }
        vereis_postadres(aanvraag.soort, ctx)?;
        let niet_verschuldigd = invoer::optional_text("niet_verschuldigd", &self.niet_verschuldigd)?;
        let treden = if niet_verschuldigd.is_empty() { regels::dwangsom(ctx, &periode)? } else { Vec::new() };
        let bedrag = total(&treden);
        let fixed = DwangsomVastgesteld {
            aanvraag: aanvraag.nr,
            periode,
            treden,
            bedrag,
            niet_verschuldigd,
            bezwaar_uiterlijk: regels::bezwaar(ctx, ctx.vandaag)?,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fixed)])
    }
}

/// What the days come to together.
pub fn total(treden: &[Dwangsomdeel]) -> Eurocent {
    let each = treden.iter().map(|trede| i64::from(trede.dagen).saturating_mul(trede.per_dag.0));
    Eurocent(each.fold(0, i64::saturating_add))
}
