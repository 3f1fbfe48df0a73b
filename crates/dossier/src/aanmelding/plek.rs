//! P1, after a yes to a place elsewhere: the school that keeps the duty of care sees whether the child really has it, and says so.
//! A school that is in no program, or has a file of its own, would leave that turn open for ever.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::beurt::Onderwerp;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier};

/// The school saw that the child is at the school of which the place was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlekVastgesteld {
    /// Registration.
    pub aanmelding: u32,
    /// First day of the child there.
    pub van: Date,
    /// From whom the school knows it, and how.
    pub hoe: String,
}

kaart! {
    PlekVastgesteld, "plek_vastgesteld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::PlekVastgesteld { van: event.van }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.hoe]); verhuld geen;
    geboortedatum nee;
}

over_zaak!(PlekVastgesteld, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.plek_vastgesteld = Some(Arc::clone(self));
});

daad! {
    /// Records that the child is at the school of which the place was accepted.
    StelPlekVast,
    /// Registration.
    aanmelding {
        /// First day of the child there.
        van: Dag,
        /// From whom the school knows it, and how.
        hoe: Tekst,
    }
}

/// Since when a child waits for a place elsewhere by what the school did: the parents said yes to one, or the school refused because
/// another school was willing.
fn place_elsewhere_since(aanmelding: &Aanmelding) -> Option<Date> {
    match aanmelding.afloop.as_ref()? {
        Afloop::Elders { op, .. } | Afloop::Geweigerd { op, grond: Weigeringsgrond::AndereSchool(_), .. } => {
            Some(*op)
        }
        Afloop::Geweigerd { grond: Weigeringsgrond::Uitzondering { .. }, .. }
        | Afloop::Toegelaten { .. }
        | Afloop::BuitenBehandeling { .. }
        | Afloop::Ingetrokken { .. } => None,
    }
}

impl Decide for StelPlekVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let zaak = Onderwerp::Aanmelding(self.aanmelding);
        let aanmelding = dossier.aanmelding(self.aanmelding).ok_or_else(|| zaak.niet_in_dossier())?;
        refuse_outsider(ctx, &aanmelding.vestiging.organisatie())?;
        let Some(op) = place_elsewhere_since(aanmelding) else {
            return Err(Refusal::new("geen_plek_elders", sleutels::aanmelding::geen_plek_elders()));
        };
        if aanmelding.plek_vastgesteld.is_some() {
            return Err(Refusal::new("al_vastgesteld", sleutels::aanmelding::plek_al_vastgesteld()));
        }
        let fact = PlekVastgesteld {
            aanmelding: aanmelding.nr,
            van: invoer::happened("van", self.van, op, ctx)?,
            hoe: invoer::text("hoe", &self.hoe)?,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
