//! P0: a parent, or a pupil of age, says whether decisions may be made known on the own page. Without it nothing is made known there (Awb 2:8, 2:10):
//! having an own page is no agreement.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sleutels::Tekst;

use crate::gebeurtenis::Fold;
use crate::kaart::{kaart, met_velden};
use crate::leven::leerling::LEERLING;
use crate::opdracht::velden::{JaNee, Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Gedaan};

/// A parent said that decisions may be made known on the own page, or no longer. It holds for this child and from this day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigitaalBereikbaarGezegd {
    /// Who, by number in the file.
    pub persoon: u32,
    /// They may; otherwise no longer.
    pub ja: bool,
    /// They want no notice that a decision is there (Awb 2:10(1)). Not asked in the first shape.
    pub geen_bericht: bool,
}

/// The first shape did not ask whether a notice is wanted.
fn nobody_declined(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("geen_bericht", Value::Bool(false))])
}

kaart! {
    DigitaalBereikbaarGezegd, "digitaal_bereikbaar_gezegd", versie 2 [nobody_declined];
    over kind; deel A; lezers allen; zin |event| said(event);
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

fn said(event: &DigitaalBereikbaarGezegd) -> Tekst {
    match (event.persoon == LEERLING, event.ja) {
        (false, true) => sleutels::leven::wel_digitaal_bereikbaar(),
        (false, false) => sleutels::leven::niet_digitaal_bereikbaar(),
        (true, true) => sleutels::leven::leerling_wel_digitaal_bereikbaar(),
        (true, false) => sleutels::leven::leerling_niet_digitaal_bereikbaar(),
    }
}

impl Fold for DigitaalBereikbaarGezegd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for persoon in dossier.personen.iter_mut().filter(|p| p.nr == self.persoon) {
            persoon.digitaal = Some(Gedaan::op(feit, self));
        }
    }
}

daad! {
    /// Says whether decisions may be made known on the own page.
    ZegDigitaalBereikbaar {
        /// They may; otherwise no longer.
        ja: JaNee,
        /// They want no notice by e-mail that a decision is there.
        geen_bericht: Vinkje,
    }
}

impl Decide for ZegDigitaalBereikbaar {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        // Nobody says it for another.
        let mut own = dossier.beslissers_op(ctx.vandaag);
        let own = own.find(|persoon| persoon.account.as_ref() == Some(&ctx.actor.persoon));
        let Some(persoon) = own else {
            return Err(Refusal::new("alleen_zelf", sleutels::leven::alleen_ouder_zelf()));
        };
        // Who agreed can say since that no notice is wanted, or that one is.
        let notice = self.ja && !self.geen_bericht;
        if (persoon.is_digitaal_bereikbaar(), persoon.wil_bericht()) == (self.ja, notice) {
            return Err(Refusal::field("ja", sleutels::leven::staat_al_zo()));
        }
        let said = DigitaalBereikbaarGezegd {
            persoon: persoon.nr,
            ja: self.ja,
            geen_bericht: self.ja && self.geen_bericht,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, said)])
    }
}
