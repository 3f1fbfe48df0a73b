//! An advice that was not right: whoever gave it takes it back before the decision and advises anew. What it said and why it was
//! taken back stay to be read; an advice of two is signed by both again.

use std::sync::Arc;

use base::{Date, PersoonId};
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Advies, Dossier, Feit, TlvAanvraag, TlvFase};
use crate::tlv::besluitfeiten::vervallen;
use crate::tlv::opdracht::in_fase;

/// An advice was taken back by who gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviesTeruggenomen {
    /// Request.
    pub aanvraag: u32,
    /// Number of the fact of the advice.
    pub advies: u64,
    /// Who took it back: one of those who signed it.
    pub door: PersoonId,
    /// Why.
    pub waarom: String,
}

kaart! {
    AdviesTeruggenomen, "advies_teruggenomen", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::advies_teruggenomen();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder verband;
    getypt (|event| vec![&event.waarom]); verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for AdviesTeruggenomen {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        vervallen(dossier, self.aanvraag);
        if let Some(aanvraag) = dossier.aanvraag_mut(self.aanvraag) {
            self.take_back(aanvraag, feit.on);
        }
    }
}

impl AdviesTeruggenomen {
    fn take_back(&self, aanvraag: &mut TlvAanvraag, op: Date) {
        let gone = aanvraag.adviezen.extract_if(.., |advies| advies.volgnummer == self.advies);
        let gone = gone.map(|advies| HerzienAdvies { advies, op, waarom: self.waarom.clone() });
        aanvraag.herzien.extend(gone.collect::<Vec<_>>());
    }
}

/// An advice that counts no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HerzienAdvies {
    /// As it was given.
    pub advies: Advies,
    /// Taken back on.
    pub op: Date,
    /// Why.
    pub waarom: String,
}

daad! {
    /// Takes the own advice back, to advise anew before the decision.
    HerzieAdvies,
    /// Request.
    aanvraag {
        /// Why.
        waarom: Tekst,
    }
}

/// A decision that rests on it and that nobody knows of yet is taken anew (Awb 3:40).
const TE_HERZIEN: [TlvFase; 5] = [
    TlvFase::Advisering,
    TlvFase::Geadviseerd,
    TlvFase::WachtOpAanvulling,
    TlvFase::Verleend,
    TlvFase::Geweigerd,
];

impl TlvAanvraag {
    /// The advice that this expert gave and still can take back.
    pub(crate) fn te_herzien_door(&self, persoon: &PersoonId) -> Option<&Advies> {
        let asked = self.toewijzingen_geldig().any(|toewijzing| toewijzing.persoon == *persoon);
        let own = self.adviezen.iter().find(|advies| advies.door.contains(persoon));
        own.filter(|_| asked && TE_HERZIEN.contains(&self.fase()))
    }
}

impl Decide for HerzieAdvies {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = in_fase(dossier, self.aanvraag, &TE_HERZIEN, ctx)?;
        let own = &ctx.actor.persoon;
        let Some(given) = aanvraag.te_herzien_door(own) else {
            return Err(Refusal::new("geen_eigen_advies", sleutels::tlv::geen_eigen_advies())
                .instead(sleutels::tlv::zelf_advies()));
        };
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        let back =
            AdviesTeruggenomen { aanvraag: aanvraag.nr, advies: given.volgnummer, door: own.clone(), waarom };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, back)])
    }
}
