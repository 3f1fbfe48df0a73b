//! Parents without an account registered a child by the open form, and said there who has authority: the school looks whether that is so.
//! No law lays that on it; until it did, nobody saw who they are, and letters and decisions go to them.

use std::sync::Arc;

use base::{OrganisatieId, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::opdracht::velden::{Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Dossier, Feit};

/// The school looked who has authority over a child that was registered by the open form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GezagNagekeken {
    /// Which school.
    pub vestiging: Vestigingscode,
    /// Which document it saw of whom, or what it saw otherwise.
    pub hoe: String,
}

kaart! {
    GezagNagekeken, "gezag_nagekeken", versie 1 [];
    over kind; deel B; lezers allen; zin |_| sleutels::leven::gezag_nagekeken();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| vec![&event.hoe]); verhuld [NietVermeld ["hoe"]];
    redenen geen; geboortedatum nee;
}

impl Fold for GezagNagekeken {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        let school = self.vestiging.organisatie();
        for aanmelding in dossier.aanmeldingen.iter_mut().filter(|a| a.vestiging.organisatie() == school) {
            aanmelding.gezag_nagekeken = Some(Arc::clone(self));
        }
    }
}

impl Aanmelding {
    /// Who wrote it on the open form stands as having authority by that word alone: the school did not say yet what it saw.
    pub fn gezag_niet_nagekeken(&self) -> bool {
        self.van_buiten.is_some() && self.gezag_nagekeken.is_none()
    }
}

impl Dossier {
    /// A school still has to say what it saw of the authority of who registered the child there; not of a registration that ended without
    /// a place, nor of a pupil who registered: then nobody stands there as having it.
    pub(crate) fn gezag_na_te_kijken(&self, school: &OrganisatieId) -> bool {
        let here = |a: &&Aanmelding| a.vestiging.organisatie() == *school && a.gezag_niet_nagekeken();
        let claimed = self.personen.iter().any(|persoon| persoon.relatie.has_gezag());
        claimed
            && self
                .aanmeldingen
                .iter()
                .filter(here)
                .any(|a| a.afloop.is_none() || a.toegelaten_per().is_some())
    }
}

daad! {
    /// Records what the school saw of the authority of who registered a child by the open form.
    KijkGezagNa {
        /// Which school.
        vestiging: eigen::Vestiging,
        /// Which document it saw of whom, or what it saw otherwise.
        hoe: Tekst,
    }
}

impl Decide for KijkGezagNa {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        if !dossier.gezag_na_te_kijken(&self.vestiging.organisatie()) {
            return Err(Refusal::new("geen_gezag_na_te_kijken", sleutels::leven::geen_gezag_na_te_kijken()));
        }
        let hoe = invoer::reason("hoe", &self.hoe, ctx)?;
        let fact = GezagNagekeken { vestiging: self.vestiging.clone(), hoe };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
