//! P1: more time to decide, once, and as short as can be (R1.6).

use crate::aanmelding::feiten::BeslistermijnVerlengd;
use crate::aanmelding::opdracht::{open, refuse_lapsed};
use crate::opdracht::regels::{self, TermijnFeiten};
use crate::opdracht::velden::{Tekst, Weken, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::Dossier;

daad! {
    /// Extends the term, once, with notice to the parents.
    VerlengBeslistermijn,
    /// Registration.
    aanmelding {
        /// By how many weeks: as short as can be.
        weken: Weken,
        /// Why.
        reden: Tekst,
    }
}

impl Decide for VerlengBeslistermijn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let vindplaats = aanmelding.termijn.berekening.vindplaats_in(aanmelding.sector).cloned();
        if !aanmelding.termijn.uitkomst.verlenging_mogelijk {
            let reden = if aanmelding.minderjarige_asielzoeker {
                sleutels::aanmelding::asielzoeker_niet_verlengen()
            } else {
                sleutels::aanmelding::al_verlengd()
            };
            return Err(Refusal::new("verlengen_kan_niet", reden)
                .because(vindplaats)
                .instead(sleutels::aanmelding::nu_beslissen()));
        }
        refuse_lapsed(aanmelding, "verlengen", ctx)?;
        let most = regels::langste_verlenging(ctx, aanmelding.ontvangen_op);
        if self.weken == 0 || most.is_some_and(|most| self.weken > most) {
            let hoogstens = most.unwrap_or_default().into();
            return Err(Refusal::field(
                "weken",
                sleutels::aanmelding::VerlengingTeLang { hoogstens }.tekst(),
            )
            .because(vindplaats)
            .instead(sleutels::aanmelding::zo_kort_mogelijk()));
        }
        let mut feiten = TermijnFeiten::of(aanmelding);
        feiten.verlengd = true;
        feiten.verlenging_weken = Some(self.weken);
        let waiting = aanmelding.open_opschorting().map(|asked| asked.tot_en_met);
        let uiterlijk_zonder_antwoord =
            waiting.map(|day| regels::without_answer(ctx, &feiten, day)).transpose()?.flatten();
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            BeslistermijnVerlengd {
                aanmelding: aanmelding.nr,
                weken: Some(self.weken),
                reden: invoer::reason("reden", &self.reden, ctx)?,
                termijn: regels::beslistermijn(ctx, &feiten)?,
                uiterlijk_zonder_antwoord,
            },
        )])
    }
}
