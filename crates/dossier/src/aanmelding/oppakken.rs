//! P1, after a refusal in fact: the partnership that watches over it takes it up, and says what it did. Whoever reported it reads that.
//! It decides nothing: the duty of care stays with the school, and what the law gives parents against it stays too.

use serde::{Deserialize, Serialize};

use crate::aanmelding::opdracht::open_for_all;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Gedaan};

/// The partnership took up a refusal in fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeigeringOpgepakt {
    /// Registration.
    pub aanmelding: u32,
    /// With whom it spoke, and what was agreed.
    pub wat: String,
}

kaart! {
    WeigeringOpgepakt, "weigering_opgepakt", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::weigering_opgepakt();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.wat]); verhuld geen;
}

over_zaak!(WeigeringOpgepakt, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.weigering_opgepakt = Some(Gedaan::op(feit, self));
});

daad! {
    /// Records what the partnership did with a refusal in fact.
    PakWeigeringOp,
    /// Registration.
    aanmelding {
        /// With whom it spoke, and what was agreed.
        wat: Tekst,
    }
}

impl Decide for PakWeigeringOp {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open_for_all(dossier, self.aanmelding)?;
        if aanmelding.feitelijk_geweigerd.is_empty() {
            return Err(Refusal::new("niets_gemeld", sleutels::aanmelding::geen_feitelijke_weigering()));
        }
        let watches = dossier.toezicht_swv(aanmelding).map(base::SwvCode::organisatie);
        if watches.as_ref() != Some(&ctx.actor.organisatie) {
            return Err(Refusal::new("ander_verband", sleutels::algemeen::ander_samenwerkingsverband())
                .instead(sleutels::algemeen::overleggen()));
        }
        let fact = WeigeringOpgepakt { aanmelding: aanmelding.nr, wat: invoer::text("wat", &self.wat)? };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
