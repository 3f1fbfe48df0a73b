//! In what language one talks with somebody around the child, and whether an interpreter is needed: so that whoever plans a talk sees it
//! beforehand. It changes no term, and letters stay in Dutch.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::{Lezers, kaart};
use crate::leven::opdracht::current;
use crate::opdracht::velden::{MagRegel, Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};

/// In what language one talks with somebody, and whether an interpreter is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaalGezegd {
    /// Who, by number in the file.
    pub persoon: u32,
    /// The language, or sign language; empty: Dutch.
    pub taal: String,
    /// An interpreter is needed at a talk.
    pub tolk: bool,
}

kaart! {
    TaalGezegd, "taal_gezegd", versie 1 [];
    over kind; deel A; lezers (|event| Lezers::NietAndereOuder(Some(event.persoon))); zin |event| if event.tolk { sleutels::leven::tolk_nodig() } else { sleutels::leven::geen_tolk_nodig() };
    terugnemen ja; vervangen (vervang_taal); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.taal]); verhuld geen;
    redenen geen; geboortedatum nee;
}

fn vervang_taal(new: &TaalGezegd, _: &Dossier) -> Opdracht {
    let TaalGezegd { persoon, taal, tolk } = new.clone();
    LegTaalVast { persoon, taal, tolk }.into()
}

impl Fold for TaalGezegd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        for persoon in dossier.personen.iter_mut().filter(|persoon| persoon.nr == self.persoon) {
            persoon.taal = Some(Arc::clone(self));
        }
    }
}

daad! {
    /// Records in what language one talks with somebody, and whether an interpreter is needed.
    LegTaalVast,
    /// With whom.
    persoon {
        /// The language, or sign language; empty: Dutch.
        taal: MagRegel,
        /// An interpreter is needed at a talk.
        tolk: Vinkje,
    }
}

impl Decide for LegTaalVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        let taal = invoer::optional_line("taal", &self.taal)?;
        if self.tolk && taal.is_empty() {
            return Err(Refusal::field("taal", sleutels::leven::tolk_in_welke_taal()));
        }
        let fact = TaalGezegd { persoon: self.persoon, taal, tolk: self.tolk };
        if persoon.taal.as_deref() == Some(&fact) {
            return Err(Refusal::field("taal", sleutels::leven::staat_al_zo()));
        }
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
