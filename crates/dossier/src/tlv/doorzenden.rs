//! P4: another partnership turns out to be the one that decides. The request goes there, and whoever asked hears so at once (Awb 2:3).
//!
//! The child may have gone to a school elsewhere, or moved, after the request was sent. What the first partnership asked and decided
//! and did not make known counts no more: experts advise whoever decides, and the time to decide begins when that one has the request
//! (Awb 4:13). What was written stays to be read.

use std::collections::BTreeSet;

use base::{Date, SwvCode};
use recht::Wet;
use recht::tlv::bevoegd_samenwerkingsverband;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use verband::Beleid;

use crate::berekend::Berekend;
use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::regels::{self, SwvVraag, sector_of_tlv};
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::SwvGrond;
use crate::staat::{Dossier, Gedaan, TlvAanvraag, TlvFase};
use crate::tlv::aanvulling::Aanvulafloop;
use crate::tlv::besluitfeiten::TlvTermijn;
use crate::tlv::dwangsom::{DwangsomVastgesteld, Dwangsomperiode};
use crate::tlv::opdracht::{of_swv, vereis_fase};

/// The request was forwarded to the partnership that decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvDoorgezonden {
    /// Request.
    pub aanvraag: u32,
    /// The partnership that forwards.
    pub van: SwvCode,
    /// The one that decides (R2.2).
    pub swv: Berekend<SwvCode>,
    /// Why that one.
    pub swv_grond: SwvGrond,
    /// What changed since the request was sent.
    pub waarom: String,
    /// The term there, from the day on which it has the request. It promised nothing shorter than the law.
    pub termijn: Berekend<TlvTermijn>,
    /// The days for which the one that forwards owes a penalty, because it was late. Not said in the first shape.
    pub dwangsom: Option<Dwangsomperiode>,
}

/// In the first shape what was owed fell with the request.
fn nothing_owed(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("dwangsom", Value::Null)])
}

kaart! {
    TlvDoorgezonden, "tlv_doorgezonden", versie 2 [nothing_owed];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::Doorgezonden { naar: &event.swv.uitkomst.to_string() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief Doorzending; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.waarom]); verhuld geen;
    redenen geen; geboortedatum nee;
}

/// A partnership that had the request before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EerderVerband {
    /// Which one.
    pub swv: SwvCode,
    /// It had the request from this day.
    pub van: Date,
    /// It forwarded it on this day.
    pub tot: Date,
    /// Number of the fact by which it did.
    pub volgnummer: u64,
    /// When the applicant said that it was late.
    pub ingebreke_van_aanvrager_op: Option<Date>,
    /// Last day on which it could decide without a penalty.
    pub zonder_dwangsom_tot: Option<Date>,
    /// The days for which it owes a penalty.
    pub dwangsom: Option<Dwangsomperiode>,
    /// The decision by which that was laid down.
    pub dwangsom_vastgesteld: Option<Gedaan<DwangsomVastgesteld>>,
}

over_zaak!(TlvDoorgezonden, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.eerdere_verbanden.push(EerderVerband {
        swv: self.van.clone(),
        van: aanvraag.ontvangen_op.unwrap_or(feit.on),
        tot: feit.on,
        volgnummer: feit.volgnummer,
        ingebreke_van_aanvrager_op: aanvraag.ingebreke_van_aanvrager_op,
        zonder_dwangsom_tot: aanvraag.zonder_dwangsom_tot,
        dwangsom: self.dwangsom,
        dwangsom_vastgesteld: aanvraag.dwangsom_vastgesteld.take(),
    });
    aanvraag.swv.clone_from(&self.swv);
    aanvraag.swv_grond = self.swv_grond;
    aanvraag.ontvangen_op = Some(feit.on);
    aanvraag.termijn = Some(self.termijn.clone());
    for open in aanvraag.aanvullingen.iter_mut().filter(|asked| asked.afloop == Aanvulafloop::Open) {
        open.geeindigd_op = Some(feit.on);
        open.afloop = Aanvulafloop::Vervallen;
    }
    aanvraag.aanvullingen_van_eerder = aanvraag.aanvullingen.len();
    for asked in aanvraag.toewijzingen.iter_mut().filter(|asked| asked.beeindigd_op.is_none()) {
        asked.beeindigd_op = Some(feit.on);
    }
    aanvraag.adviesvoorstel = None;
    aanvraag.geen_paar = false;
    aanvraag.besluit = None;
    // What was told and promised, and who was in default, was so of the first partnership.
    aanvraag.beloofde_weken = None;
    aanvraag.vertraagd_tot = None;
    aanvraag.ingebreke_gesteld_op = None;
    aanvraag.ingebreke_van_aanvrager_op = None;
    aanvraag.zonder_dwangsom_tot = None;
    aanvraag.dwangsom = None;
    aanvraag.dwangsom_hooguit = None;
});

/// Another partnership than the one that has it decides on a request on a day; none where that is not plain (Awb 2:3: 'kennelijk'). On
/// another category decides who gave the declaration.
pub fn ander_verband(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    wet_op: (&Wet, Date),
) -> Option<(Berekend<SwvCode>, SwvGrond)> {
    if aanvraag.andere_categorie.is_some() {
        return None;
    }
    let found = regels::bevoegd_swv(wet_op, dossier, &SwvVraag::of(aanvraag)).ok();
    found.filter(|(now, _)| now.uitkomst != aanvraag.swv.uitkomst)
}

/// Nobody decides, and nothing is made known, of what another partnership decides on now.
pub(crate) fn refuse_not_competent(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some((now, _)) = ander_verband(dossier, aanvraag, (ctx.wet, ctx.vandaag)) else { return Ok(()) };
    Err(not_competent(aanvraag, &now).instead(sleutels::tlv::aanvraag_doorzenden()))
}

/// That another partnership decides now than the one of the request.
pub(crate) fn not_competent(aanvraag: &TlvAanvraag, now: &Berekend<SwvCode>) -> Refusal {
    let (nu, eerst) = (now.uitkomst.to_string(), aanvraag.swv.uitkomst.to_string());
    let reden = sleutels::tlv::AnderSwvBevoegd { nu: &nu, eerst: &eerst }.tekst();
    Refusal::new("ander_swv_bevoegd", reden).because(now.berekening.vindplaats().cloned())
}

daad! {
    /// Forwards the request to the partnership that decides on it now.
    ZendTlvDoor,
    /// Request.
    aanvraag {
        /// What changed since the request was sent.
        waarom: Tekst,
    }
}

/// What can be forwarded: nothing was made known of it yet.
const ONBESLIST: [TlvFase; 6] = [
    TlvFase::Aangevraagd,
    TlvFase::WachtOpAanvulling,
    TlvFase::Advisering,
    TlvFase::Geadviseerd,
    TlvFase::Verleend,
    TlvFase::Geweigerd,
];

impl Decide for ZendTlvDoor {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &ONBESLIST, ctx)?;
        vereis_fase(aanvraag, aanvraag.fase(), &ONBESLIST, ctx)?;
        let Some((swv, swv_grond)) = ander_verband(dossier, aanvraag, (ctx.wet, ctx.vandaag)) else {
            let article = regels::artikel(ctx, "tlv.doorzenden", sector_of_tlv(aanvraag.soort), ctx.vandaag);
            return Err(Refusal::new("zelf_bevoegd", sleutels::tlv::zelf_bevoegd())
                .because(article)
                .instead(sleutels::tlv::nu_beslissen()));
        };
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        // Another partnership promised nothing by the policy of this one.
        let law = Beleid { tlv_beslistermijn_weken: None, ..ctx.beleid.clone() };
        let termijn = regels::tlv_termijn(&Besluitvorming { beleid: &law, ..*ctx }, ctx.vandaag, &[])?;
        let forwarded = TlvDoorgezonden {
            aanvraag: aanvraag.nr,
            van: aanvraag.swv.uitkomst.clone(),
            swv,
            swv_grond,
            waarom,
            termijn,
            dwangsom: aanvraag.dwangsom_tot(ctx.vandaag, ctx)?,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, forwarded)])
    }
}

/// The turns of partnerships that do not decide any more: from the day on which another does each has one, to forward the request, in the
/// place of what it would do to decide (Awb 2:3: 'onverwijld').
pub(crate) fn doorsturen(dossier: &Dossier, beurten: &mut Vec<Beurt>, (wet, vandaag): (&Wet, Date)) {
    for aanvraag in dossier.aanvragen.iter().filter(|aanvraag| ONBESLIST.contains(&aanvraag.fase())) {
        let mut before = None;
        for Tijdvak { naar, van, tot } in elsewhere(dossier, aanvraag, (wet, vandaag)) {
            make_way(aanvraag, beurten, (van, tot));
            let naam = naar.to_string();
            let step = Step::new(Zet::AanvraagDoorsturen, Onderwerp::Aanvraag(aanvraag.nr), van)
                .until(Some(van))
                .because(sleutels::tlv::BeurtDoorsturen { naar: &naam }.tekst());
            beurten.push(Beurt { tot, vervolg: before == Some(van), ..step.by(aanvraag.swv_organisatie()) });
            before = tot;
        }
    }
}

/// Days on which another partnership decides on a request than the one that has it.
struct Tijdvak {
    naar: SwvCode,
    van: Date,
    tot: Option<Date>,
}

/// From the last day on which the child itself changed. Before it the file does not say how the child lived.
fn elsewhere(dossier: &Dossier, aanvraag: &TlvAanvraag, (wet, vandaag): (&Wet, Date)) -> Vec<Tijdvak> {
    let (received, days) = (aanvraag.ontvangen_op.unwrap_or(vandaag), changes(dossier));
    let since = days.range(..=vandaag).next_back().map_or(received, |day| received.max(*day));
    let starts: BTreeSet<Date> = days.into_iter().filter(|day| *day > vandaag).chain([since]).collect();
    let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
    let stretches = starts.iter().copied().zip(ends);
    stretches.flat_map(|stretch| by_law(dossier, aanvraag, (wet, stretch))).collect()
}

/// Of days on which the child stays as it is: the law of each day, so that a new version counts from its first day, and the days stay one
/// stretch where it says the same.
fn by_law(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    (wet, (van, tot)): (&Wet, (Date, Option<Date>)),
) -> Vec<Tijdvak> {
    let within = |day: &Date| *day > van && tot.is_none_or(|tot| *day < tot);
    let days =
        std::iter::once(van).chain(bevoegd_samenwerkingsverband::wisseldagen(wet).into_iter().filter(within));
    let ask = |day| ander_verband(dossier, aanvraag, (wet, day)).map(|(now, _)| now.uitkomst);
    let mut answers: Vec<(Date, Option<SwvCode>)> = days.map(|day| (day, ask(day))).collect();
    answers.dedup_by(|later, earlier| later.1 == earlier.1);
    let ends: Vec<Option<Date>> = answers.iter().skip(1).map(|(day, _)| Some(*day)).chain([tot]).collect();
    let held = answers.into_iter().zip(ends);
    held.filter_map(|((van, naar), tot)| Some(Tijdvak { naar: naar?, van, tot })).collect()
}

/// The days on which the school or the home of the child became another, or will.
fn changes(dossier: &Dossier) -> BTreeSet<Date> {
    let places = dossier.inschrijvingen.iter().flat_map(|place| [Some(place.van), place.tot]);
    let moved = dossier.leerling.as_ref().and_then(|leerling| leerling.adres_sinds);
    places.chain([moved]).flatten().collect()
}

/// What the partnership and its experts would do to decide waits while another decides.
fn make_way(aanvraag: &TlvAanvraag, beurten: &mut Vec<Beurt>, (van, tot): (Date, Option<Date>)) {
    let (over, swv) = (Some(Onderwerp::Aanvraag(aanvraag.nr)), aanvraag.swv_organisatie());
    let decides = |beurt: &mut Beurt| {
        beurt.onderwerp == over && beurt.organisatie == swv && beurt.zet != Zet::AanvraagDoorsturen
    };
    let waits: Vec<Beurt> = beurten.extract_if(.., decides).collect();
    for beurt in waits {
        let before = Beurt { tot: Some(beurt.tot.map_or(van, |end| end.min(van))), ..beurt.clone() };
        let after = tot.map(|tot| Beurt { van: beurt.van.max(tot), ..beurt });
        let held = |beurt: &Beurt| beurt.tot.is_none_or(|end| beurt.van < end);
        beurten.extend([Some(before), after].into_iter().flatten().filter(held));
    }
}
