//! P1, after a refusal in fact: the partnership that watches over it takes it up, and says what it did. Whoever reported it reads that.
//! It decides nothing: the duty of care stays with the school, and what the law gives parents against it stays too.

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use verband::grenzen::{DAGEN_TOT_OPPAKKEN, MAANDEN_TOT_TERUGKIJKEN};

use crate::beurt::Onderwerp;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::velden::{MagDag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier, Gedaan};

/// The partnership took up a refusal in fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeigeringOpgepakt {
    /// Registration.
    pub aanmelding: u32,
    /// With whom it spoke, and what was agreed.
    pub wat: String,
    /// On which day it looks again; none where nothing is left to see to. Nothing was kept of it before.
    pub terug_op: Option<Date>,
}

/// Before, no day was named.
fn without_day(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("terug_op", Value::Null)])
}

kaart! {
    WeigeringOpgepakt, "weigering_opgepakt", versie 2 [without_day];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::weigering_opgepakt();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.wat]); verhuld geen;
    redenen geen; geboortedatum nee;
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
        /// On which day it looks again, where something is left to see to.
        terug_op: MagDag,
    }
}

impl Decide for PakWeigeringOp {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        // Whatever became of the registration: a child that was turned away and gave up is what this watches over.
        let nr = Onderwerp::Aanmelding(self.aanmelding);
        let aanmelding = dossier.aanmelding(self.aanmelding).ok_or_else(|| nr.niet_in_dossier())?;
        if let Some(Afloop::Toegelaten { .. }) = aanmelding.afloop {
            return Err(aanmelding.afgerond().unwrap_or_else(|| nr.niet_in_dossier()));
        }
        if aanmelding.feitelijk_geweigerd.is_empty() {
            return Err(Refusal::new("niets_gemeld", sleutels::aanmelding::geen_feitelijke_weigering()));
        }
        let watches = dossier.toezicht_swv(aanmelding).map(base::SwvCode::organisatie);
        if watches.as_ref() != Some(&ctx.actor.organisatie) {
            return Err(Refusal::new("ander_verband", sleutels::algemeen::ander_samenwerkingsverband())
                .instead(sleutels::algemeen::overleggen()));
        }
        let back =
            self.terug_op.map(|day| invoer::not_before("terug_op", day, invoer::day_after(ctx.vandaag)));
        let latest = dates::plus_months(ctx.vandaag, MAANDEN_TOT_TERUGKIJKEN).unwrap_or(Date::MAX);
        let terug_op = back.transpose()?.map(|day| invoer::not_after("terug_op", day, latest)).transpose()?;
        let fact =
            WeigeringOpgepakt { aanmelding: aanmelding.nr, wat: invoer::text("wat", &self.wat)?, terug_op };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

impl Aanmelding {
    /// From which day the partnership has to look at a refusal in fact, and until when; none where it did and named no day, and once
    /// the child was admitted.
    pub(super) fn nog_op_te_pakken(&self) -> Option<(Date, Option<Date>)> {
        if let Some(Afloop::Toegelaten { .. }) = self.afloop {
            return None;
        }
        let last = *self.feitelijk_geweigerd.last()?;
        let told = self.weigering_gemeld_op.unwrap_or(last);
        match &self.weigering_opgepakt {
            None => Some((last, dates::plus_days(told, DAGEN_TOT_OPPAKKEN))),
            Some(taken) => taken.terug_op.map(|day| (day, Some(day))),
        }
    }
}
