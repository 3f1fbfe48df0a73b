//! P4: whether what came of a supplement is enough is said, and a request that stays too bare to decide on is not dealt with (Awb 4:5).

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::berekend::Berekend;
use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::opdracht::regels::{self, sector_of_tlv};
use crate::opdracht::velden::{JaNee, Keuze, MagTekst, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::Bekendmakingswijze;
use crate::staat::{Dossier, Gedaan, TlvAanvraag};
use crate::tlv::aanvulling::{Aanvulafloop, Aanvulling, termijn_heropend};
use crate::tlv::besluit::Bekendmaking;
use crate::tlv::besluitfeiten::TlvTermijn;
use crate::tlv::doorzenden::refuse_not_competent;
use crate::tlv::dwangsom::Dwangsomperiode;
use crate::tlv::opdracht::{IN_BEHANDELING, of_swv, vereis_fase};

/// The partnership said whether what came is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvullingBeoordeeld {
    /// Request.
    pub aanvraag: u32,
    /// It is.
    pub genoeg: bool,
    /// What is still missing; empty where it is enough.
    pub toelichting: String,
    /// The term as it stands where the school can go on adding: the clock stood still all the while. None where it is enough, where the
    /// time for it is over, and in the first shape.
    pub heropend: Option<Berekend<TlvTermijn>>,
}

/// The first shape closed what was asked with the first thing that came.
fn closed_by_what_came(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("heropend", Value::Null)])
}

kaart! {
    AanvullingBeoordeeld, "aanvulling_beoordeeld", versie 2 [closed_by_what_came];
    over aanvraag; deel H; lezers allen; zin |event| if event.genoeg { sleutels::tlv::aanvulling_genoeg() } else { sleutels::tlv::aanvulling_niet_genoeg() };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvullingBeoordeeld, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    if let Some(last) = aanvraag.aanvullingen.last_mut() {
        last.beoordeeld = Some(Gedaan::op(feit, self));
        if self.heropend.is_some() {
            last.geeindigd_op = None;
            last.afloop = Aanvulafloop::Open;
        }
    }
    if let Some(termijn) = &self.heropend {
        aanvraag.termijn = Some(termijn.clone());
    }
});

/// The request is not dealt with: that is a decision, against which one can object (Awb 4:5 lid 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvBuitenBehandeling {
    /// Request.
    pub aanvraag: u32,
    /// Why nothing can be decided with what there is.
    pub reden: String,
    /// How it was made known.
    pub bekend: Bekendmaking,
    /// The days for which a penalty is due, where one ran.
    pub dwangsom: Option<Dwangsomperiode>,
}

kaart! {
    TlvBuitenBehandeling, "tlv_buiten_behandeling", versie 1 [];
    over aanvraag; deel H; lezers (|event| Lezers::Vanaf(event.bekend.op)); zin |_| sleutels::tlv::niet_behandeld();
    terugnemen nee; vervangen nee; herrekenen nee; brief AanvraagNietBehandeld; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen [reden]; geboortedatum nee;
}

over_zaak!(TlvBuitenBehandeling, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.buiten_behandeling = Some(Gedaan::op(feit, self));
    aanvraag.adviesvoorstel = None;
    aanvraag.dwangsom = self.dwangsom;
});

daad! {
    /// Says whether what came of a supplement is enough to decide on.
    BeoordeelAanvulling,
    /// Request.
    aanvraag {
        /// It is.
        genoeg: JaNee,
        /// What is still missing.
        toelichting: MagTekst,
    }
}

daad! {
    /// Decides not to deal with the request.
    StelAanvraagBuitenBehandeling,
    /// Request.
    aanvraag {
        /// Why nothing can be decided with what there is.
        reden: Tekst,
        /// How it is made known today.
        wijze: Keuze<Bekendmakingswijze>,
    }
}

impl Aanvulling {
    /// Something came of it, enough or not.
    pub fn er_kwam_iets(&self) -> bool {
        self.afloop == Aanvulafloop::Gekomen || self.beoordeeld.is_some()
    }
}

impl TlvAanvraag {
    /// A supplement came, and nobody said yet whether it is enough.
    pub fn te_beoordelen(&self) -> Option<&Aanvulling> {
        let last = self.eigen_aanvullingen().next_back()?;
        let waits = last.afloop == Aanvulafloop::Gekomen && last.beoordeeld.is_none();
        (waits && self.fase().is_in_behandeling()).then_some(last)
    }
}

impl Decide for BeoordeelAanvulling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &IN_BEHANDELING, ctx)?;
        let Some(asked) = aanvraag.te_beoordelen() else {
            return Err(Refusal::new("niets_te_beoordelen", sleutels::tlv::niets_te_beoordelen()));
        };
        let toelichting = invoer::optional_text("toelichting", &self.toelichting)?;
        if !self.genoeg && toelichting.is_empty() {
            return Err(Refusal::field("toelichting", sleutels::tlv::wat_ontbreekt()));
        }
        // The time that the school was given is its own, whatever came in it: it adds what is still missing (Awb 4:5 lid 1).
        let open = !self.genoeg && ctx.vandaag <= asked.tot_en_met;
        let heropend = open.then(|| termijn_heropend(aanvraag, ctx)).transpose()?;
        let said = AanvullingBeoordeeld { aanvraag: aanvraag.nr, genoeg: self.genoeg, toelichting, heropend };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}

/// The school is asked once for the same: with what came, or did not come, of it the partnership decides. What was not needed any more
/// may be asked after all.
pub(crate) fn refuse_asked_before(
    aanvraag: &TlvAanvraag,
    wat: &[String],
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let asked = aanvraag.eigen_aanvullingen().filter(|asked| asked.afloop != Aanvulafloop::Vervallen);
    let same = |asked: &&Aanvulling| {
        wat.iter().any(|item| asked.wat.iter().any(|before| base::naam::is_same(before, item)))
    };
    let Some(before) = asked.into_iter().find(same) else { return Ok(()) };
    let sector = sector_of_tlv(aanvraag.soort);
    Err(Refusal::field("wat", sleutels::tlv::VroegUAl { op: before.uitnodiging_op }.tekst())
        .because(regels::artikel(ctx, "tlv.buiten_behandeling", sector, ctx.vandaag))
        .instead(sleutels::tlv::beslissen_of_niet_behandelen()))
}

/// The day from which the four weeks count: on which the request was completed, or that was the last for it. What came before that day and
/// was not enough completed nothing.
fn counts_from(asked: &Aanvulling) -> Date {
    match asked.afloop {
        Aanvulafloop::Gekomen => asked.geeindigd_op.map_or(asked.tot_en_met, |op| op.max(asked.tot_en_met)),
        Aanvulafloop::Open | Aanvulafloop::Niets | Aanvulafloop::Vervallen => asked.tot_en_met,
    }
}

/// Whether a request can be left: only after the school had the chance to add what is missing, while it is still not enough, and within the time for
/// making it known (Awb 4:5 lid 1 and 4).
///
/// # Errors
/// Why it cannot, with the article.
pub fn mag_niet_behandelen(aanvraag: &TlvAanvraag, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let sector = sector_of_tlv(aanvraag.soort);
    let article = || regels::artikel(ctx, "tlv.buiten_behandeling", sector, ctx.vandaag);
    let first = || {
        Refusal::new("niets_gevraagd", sleutels::tlv::eerst_kans_om_aan_te_vullen())
            .because(article())
            .instead(sleutels::tlv::om_aanvulling_vragen())
    };
    let asked = aanvraag.eigen_aanvullingen().next_back().ok_or_else(first)?;
    match asked.afloop {
        Aanvulafloop::Vervallen => return Err(first()),
        Aanvulafloop::Open if ctx.vandaag <= asked.tot_en_met => {
            let still = sleutels::tlv::NogTijdOmAanTeVullen { tot_en_met: asked.tot_en_met }.tekst();
            return Err(Refusal::new("nog_tijd", still).because(article()));
        }
        Aanvulafloop::Gekomen => match asked.beoordeeld.as_ref().map(|said| said.genoeg) {
            // In the first shape what came closed what was asked, also where its time went on.
            Some(false) if ctx.vandaag <= asked.tot_en_met => {
                let still = sleutels::tlv::NogTijdOmAanTeVullen { tot_en_met: asked.tot_en_met }.tekst();
                return Err(Refusal::new("nog_tijd", still).because(article()));
            }
            Some(false) => {}
            Some(true) => {
                return Err(Refusal::new("genoeg", sleutels::tlv::aanvulling_was_genoeg())
                    .because(article())
                    .instead(sleutels::tlv::nu_beslissen()));
            }
            None => {
                return Err(
                    Refusal::new("niet_beoordeeld", sleutels::tlv::eerst_beoordelen()).because(article())
                );
            }
        },
        Aanvulafloop::Open | Aanvulafloop::Niets => {}
    }
    let naam = "tlv.buiten_behandeling_bekend_binnen";
    let weken = regels::getal(ctx, naam, ctx.vandaag)?;
    let uiterlijk = dates::plus_days(counts_from(asked), 7 * i32::from(weken)).unwrap_or(Date::MAX);
    if ctx.vandaag <= uiterlijk {
        return Ok(());
    }
    Err(Refusal::new("te_laat", sleutels::tlv::TeLaatNietBehandelen { uiterlijk }.tekst())
        .because(regels::vindplaats(ctx, naam, ctx.vandaag))
        .instead(sleutels::tlv::beslissen_op_wat_er_is()))
}

impl Decide for StelAanvraagBuitenBehandeling {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = of_swv(dossier, self.aanvraag, &IN_BEHANDELING, ctx)?;
        vereis_fase(aanvraag, aanvraag.fase(), &IN_BEHANDELING, ctx)?;
        refuse_not_competent(dossier, aanvraag, ctx)?;
        mag_niet_behandelen(aanvraag, ctx)?;
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        // The weeks of the law are for making it known: that is done today.
        let bekend = Bekendmaking::of(dossier, aanvraag.soort, (ctx.vandaag, self.wijze), ctx)?;
        let first = aanvraag.zonder_dwangsom_tot.and_then(|last| dates::plus_days(last, 1));
        let penalty = first.map(|van| regels::dwangsom_periode(ctx, van, Some(bekend.op))).transpose()?;
        let ended =
            TlvBuitenBehandeling { aanvraag: aanvraag.nr, reden, bekend, dwangsom: penalty.flatten() };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, ended)])
    }
}
