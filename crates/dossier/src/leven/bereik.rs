//! Nobody with authority can be reached: what the school tried, on which days, until somebody is. Who acts meanwhile stays nobody: the
//! file invents no guardian. Where the place of who has authority is unknown that authority rests, and a court gives it to the other parent
//! or to a guardian, as the council for child protection can ask (BW 1:253q(2)-(4), 1:253r). Terms run on, and letters go by post.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::{Lezers, kaart};
use crate::opdracht::velden::{Dag, JaNee, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};

/// The school tried to reach those with authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OudersGezocht {
    /// Somebody was reached; otherwise nobody.
    pub bereikt: bool,
    /// On which day.
    pub op: Date,
    /// What was tried, or who was reached and how.
    pub hoe: String,
}

kaart! {
    OudersGezocht, "ouders_gezocht", versie 1 [];
    over kind; deel A; lezers (|_event| Lezers::NietAndereOuder(None)); zin |event| if event.bereikt { sleutels::leven::iemand_bereikt() } else { sleutels::leven::niemand_bereikt() };
    terugnemen ja; vervangen (vervang_gezocht); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.hoe]); verhuld [Leeg ["hoe"]];
    redenen geen; geboortedatum nee;
}

fn vervang_gezocht(new: &OudersGezocht, _: &Dossier) -> Opdracht {
    let OudersGezocht { bereikt, op, hoe } = new.clone();
    ZoekOuders { bereikt, op, hoe }.into()
}

impl Fold for OudersGezocht {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        if self.bereikt {
            dossier.vergeefs_gezocht.clear();
        } else {
            dossier.vergeefs_gezocht.push(Arc::clone(self));
        }
    }
}

daad! {
    /// Records that the school tried to reach those with authority, and whether it reached somebody.
    ZoekOuders {
        /// Somebody was reached; otherwise nobody.
        bereikt: JaNee,
        /// On which day.
        op: Dag,
        /// What was tried, or who was reached and how.
        hoe: Tekst,
    }
}

impl Decide for ZoekOuders {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        if dossier.handelt_zelf(ctx.vandaag) {
            return Err(Refusal::new("leerling_zelf", sleutels::leven::leerling_beslist_zelf()));
        }
        if self.bereikt && dossier.vergeefs_gezocht.is_empty() {
            return Err(Refusal::field("bereikt", sleutels::leven::niemand_werd_gezocht()));
        }
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        // Who was reached was reached after the last time that nobody was.
        let last = dossier.vergeefs_gezocht.iter().map(|tried| tried.op).max().filter(|_| self.bereikt);
        let op = invoer::happened("op", self.op, last.unwrap_or(born), ctx)?;
        let fact = OudersGezocht { bereikt: self.bereikt, op, hoe: invoer::text("hoe", &self.hoe)? };
        Ok(vec![Vaststelling::new(op, dossier, ctx, fact)])
    }
}

impl Dossier {
    /// Since when nobody with authority can be reached, and the last day on which that was tried; none where somebody can, or where
    /// nobody tried.
    pub fn niemand_bereikbaar(&self) -> Option<(Date, Date)> {
        let days = || self.vergeefs_gezocht.iter().map(|tried| tried.op);
        Some((days().min()?, days().max()?))
    }
}
