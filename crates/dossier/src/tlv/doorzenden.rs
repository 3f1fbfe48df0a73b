//! P4: another partnership turns out to be the one that decides. The request goes there, and whoever asked hears so at once (Awb 2:3).
//!
//! The child may have gone to a school elsewhere, or moved, after the request was sent. What the first partnership asked and decided
//! and did not make known counts no more: experts advise whoever decides, and the time to decide begins when that one has the request
//! (Awb 4:13). What was written stays to be read.

use base::{Date, SwvCode};
use serde::{Deserialize, Serialize};
use verband::Beleid;

use crate::berekend::Berekend;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::regels::{self, SwvVraag, sector_of_tlv};
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::SwvGrond;
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::tlv::aanvulling::Aanvulafloop;
use crate::tlv::besluitfeiten::TlvTermijn;
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
}

kaart! {
    TlvDoorgezonden, "tlv_doorgezonden", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::Doorgezonden { naar: &event.swv.uitkomst.to_string() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief Doorzending; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.waarom]); verhuld geen;
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
}

over_zaak!(TlvDoorgezonden, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.eerdere_verbanden.push(EerderVerband {
        swv: self.van.clone(),
        van: aanvraag.ontvangen_op.unwrap_or(feit.on),
        tot: feit.on,
        volgnummer: feit.volgnummer,
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

/// Another partnership than the one that has it decides on a request now; none where that is not plain (Awb 2:3: 'kennelijk'). On
/// another category decides who gave the declaration.
pub fn ander_verband(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    ctx: &Besluitvorming<'_>,
) -> Option<(Berekend<SwvCode>, SwvGrond)> {
    if aanvraag.andere_categorie.is_some() {
        return None;
    }
    let found = regels::bevoegd_swv(ctx, dossier, &SwvVraag::of(aanvraag)).ok();
    found.filter(|(now, _)| now.uitkomst != aanvraag.swv.uitkomst)
}

/// Nobody decides, and nothing is made known, of what another partnership decides on now.
pub(crate) fn refuse_not_competent(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some((now, _)) = ander_verband(dossier, aanvraag, ctx) else { return Ok(()) };
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
        let Some((swv, swv_grond)) = ander_verband(dossier, aanvraag, ctx) else {
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
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, forwarded)])
    }
}
