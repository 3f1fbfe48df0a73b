//! P4, the penalty for a late decision (Awb 4:17): from which day until which it ran, and the decision by which that, and how much it
//! comes to, is laid down (Awb 4:18).

use base::{Date, Eurocent, OrganisatieId, SwvCode, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::berekend::Berekend;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{MagTekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Gedaan, TlvAanvraag};
use crate::tlv::bekendmaken::vereis_postadres;
use crate::tlv::opdracht::find;

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
    /// The partnership that owes it, where it forwarded the request since; none where it still has it. Not said in the first shape.
    pub door: Option<SwvCode>,
}

/// In the first shape only the partnership that has the request owed a penalty.
fn of_who_has_it(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("door", Value::Null)])
}

kaart! {
    DwangsomVastgesteld, "dwangsom_vastgesteld", versie 2 [of_who_has_it];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::DwangsomVastgesteld { bedrag: &event.bedrag.to_string() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief BesluitDwangsom; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.niet_verschuldigd]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(DwangsomVastgesteld, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    let fixed = Some(Gedaan::op(feit, self));
    match aanvraag.eerdere_verbanden.iter_mut().rev().find(|before| Some(&before.swv) == self.door.as_ref()) {
        Some(before) => before.dwangsom_vastgesteld = fixed,
        None => aanvraag.dwangsom_vastgesteld = fixed,
    }
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

/// A penalty that ran to its end, and that nobody laid down yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verschuldigd {
    /// The partnership that owes it.
    pub swv: SwvCode,
    /// It forwarded the request since.
    pub doorgestuurd: bool,
    /// The days for which it ran.
    pub periode: Dwangsomperiode,
}

/// A penalty of these days, unless that one was laid down.
fn open(
    ran: Option<Dwangsomperiode>,
    fixed: Option<&Gedaan<DwangsomVastgesteld>>,
) -> Option<Dwangsomperiode> {
    ran.filter(|ran| fixed.is_none_or(|fixed| fixed.periode != *ran))
}

impl TlvAanvraag {
    /// What partnerships owe because they were late and nobody laid down yet: the one that has the request, and each that forwarded it.
    pub fn verschuldigd(&self) -> Vec<Verschuldigd> {
        let before = self.eerdere_verbanden.iter().filter_map(|before| {
            let periode = open(before.dwangsom, before.dwangsom_vastgesteld.as_ref())?;
            Some(Verschuldigd { swv: before.swv.clone(), doorgestuurd: true, periode })
        });
        let now = open(self.dwangsom, self.dwangsom_vastgesteld.as_ref()).map(|periode| Verschuldigd {
            swv: self.swv.uitkomst.clone(),
            doorgestuurd: false,
            periode,
        });
        before.chain(now).collect()
    }

    /// What one partnership owes.
    pub fn vast_te_stellen_door(&self, organisatie: &OrganisatieId) -> Option<Verschuldigd> {
        self.verschuldigd().into_iter().find(|owed| owed.swv.organisatie() == *organisatie)
    }

    /// Every penalty that was laid down, by whoever owed it.
    pub fn vastgesteld(&self) -> impl Iterator<Item = &Gedaan<DwangsomVastgesteld>> {
        let before = self.eerdere_verbanden.iter().filter_map(|before| before.dwangsom_vastgesteld.as_ref());
        before.chain(&self.dwangsom_vastgesteld)
    }

    /// The days for which a penalty is due where the request leaves the partnership on a day, undecided: for each day on which it was in
    /// default (Awb 4:17(1)), and from that day on nobody is.
    pub(super) fn dwangsom_tot(
        &self,
        op: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Dwangsomperiode>, Refusal> {
        let Some(ran) = self.dwangsom else { return Ok(None) };
        regels::dwangsom_periode(ctx, ran.van, Some(op))
    }
}

impl Decide for StelDwangsomVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        let owed = aanvraag.vast_te_stellen_door(&ctx.actor.organisatie);
        if owed.is_none() {
            refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
        }
        let sector = sector_of_tlv(aanvraag.soort);
        let article = || regels::artikel(ctx, "dwangsom.vaststellen", sector, ctx.vandaag);
        let Some(Verschuldigd { swv, doorgestuurd, periode }) = owed else {
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
            door: doorgestuurd.then_some(swv),
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fixed)])
    }
}

/// What the days come to together.
pub fn total(treden: &[Dwangsomdeel]) -> Eurocent {
    let each = treden.iter().map(|trede| i64::from(trede.dagen).saturating_mul(trede.per_dag.0));
    Eurocent(each.fold(0, i64::saturating_add))
}
