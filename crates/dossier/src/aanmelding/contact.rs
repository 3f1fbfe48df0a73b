//! A first contact with a school, before there is a registration.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::aanmelding::staat::EersteContact;
use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::opdracht::velden::{Dag, Regel, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};

daad! {
    /// A parent reports a first contact with a school, by telephone for instance.
    MeldEersteContact {
        /// School, in the parent's words.
        school: Regel,
        /// When.
        op: Dag,
        /// What was said.
        gezegd: Tekst,
    }
}

impl Decide for MeldEersteContact {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let op = invoer::happened("op", self.op, Date::MIN, ctx)?;
        Ok(vec![Vaststelling::new(
            op,
            dossier,
            ctx,
            EerstContactGemeld {
                school: invoer::line("school", &self.school)?,
                op,
                gezegd: invoer::text("gezegd", &self.gezegd)?,
            },
        )])
    }
}

/// A parent reports a first contact with a school. No legal effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EerstContactGemeld {
    /// School, in the parent's words.
    pub school: String,
    /// When.
    pub op: Date,
    /// What was said.
    pub gezegd: String,
}

kaart! {
    EerstContactGemeld, "eerst_contact_gemeld", versie 1 [];
    over kind; deel B; lezers ouders; zin |event| sleutels::aanmelding::EersteContact { school: &event.school }.tekst();
    terugnemen ja; vervangen (vervang_contact); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.gezegd]); verhuld geen;
    redenen geen; geboortedatum nee;
}

/// Another contact with a school.
fn vervang_contact(new: &EerstContactGemeld, _: &Dossier) -> Opdracht {
    let EerstContactGemeld { school, op, gezegd } = new.clone();
    MeldEersteContact { school, op, gezegd }.into()
}

impl Fold for EerstContactGemeld {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.contacten.push(EersteContact { van: feit.actor.persoon.clone(), inhoud: Self::clone(self) });
    }
}
