//! P1, after an admission: the ontwikkelingsperspectief that its letter promises by a day (WPO 40a(3), WEC 41a(3), WVO 2.44). The plan
//! itself is made elsewhere; the school records that it is there, and has the turn until then.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::aanmelding::gekomen::admitted;
use crate::beurt::{Beurt, Onderwerp, Step, Zet, article};
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::plan::staat::Vastgesteld;
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier};

/// The school says that the plan of an admitted child is there, and nothing of what it says: whoever reads of the registration alone
/// reads this too. The adoption of the plan itself is a fact of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OppGemeld {
    /// Registration.
    pub aanmelding: u32,
    /// The day on which it was adopted, by the word of the school.
    pub op: Date,
}

kaart! {
    OppGemeld, "opp_gemeld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::OppGemeld { op: event.op }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(OppGemeld, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.opp_gemeld = Some(self.op);
});

daad! {
    /// Says that the plan of an admitted child is there.
    MeldOpp,
    /// Registration.
    aanmelding {
        /// The day on which it was adopted.
        op: Dag,
    }
}

impl Decide for MeldOpp {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (aanmelding, _) = admitted(dossier, self.aanmelding, ctx)?;
        if aanmelding.opp_uiterlijk().is_none() {
            return Err(Refusal::new("geen_opp", sleutels::aanmelding::geen_opp_beloofd()));
        }
        if let Some(op) = aanmelding.opp_gemeld {
            return Err(Refusal::new("opp_al_gemeld", sleutels::aanmelding::OppAlGemeld { op }.tekst()));
        }
        if let Some(plan) = dossier.lopend_opp(&aanmelding.vestiging) {
            let sinds = plan.begonnen_op;
            return Err(Refusal::new("plan_loopt_hier", sleutels::plan::OppLooptAl { sinds }.tekst())
                .instead(sleutels::plan::hier_vaststellen()));
        }
        let op = invoer::happened("op", self.op, aanmelding.ontvangen_op, ctx)?;
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, OppGemeld { aanmelding: aanmelding.nr, op })])
    }
}

impl Aanmelding {
    /// Last day on which the plan is there, as the letter of the admission says it.
    pub fn opp_uiterlijk(&self) -> Option<Date> {
        self.opp_termijn.as_ref().and_then(|termijn| termijn.uitkomst)
    }
}

impl Dossier {
    /// The school makes the plan by the day that it promised, as long as the child is a pupil there.
    pub(super) fn plan_turn(&self, aanmelding: &Aanmelding) -> Option<Beurt> {
        let Some(Afloop::Toegelaten { op, per }) = aanmelding.afloop else { return None };
        let termijn = aanmelding.opp_termijn.as_ref()?;
        // A plan that is made here has turns of its own. One that ended before it was adopted, or that is of an earlier time there, keeps no
        // promise of this admission.
        let keeps = |adopted: &Vastgesteld| aanmelding.ontvangen_op <= adopted.besluit.op;
        let here = self.plannen.iter().any(|plan| {
            let own = plan.vestiging == aanmelding.vestiging && plan.soort.is_opp();
            own && (!plan.is_beeindigd() || plan.laatst_vastgesteld().is_some_and(keeps))
        });
        let last = aanmelding.opp_uiterlijk().filter(|_| aanmelding.opp_gemeld.is_none() && !here)?;
        let since = per.max(op);
        let step = Step::new(Zet::OppMelden, Onderwerp::Aanmelding(aanmelding.nr), since)
            .because(article(termijn.berekening.vindplaats_in(aanmelding.sector)))
            .until(Some(last));
        let school = aanmelding.vestiging.organisatie();
        Some(step.by(school).ending(self.leerling_tot(&aanmelding.vestiging, since)))
    }
}
