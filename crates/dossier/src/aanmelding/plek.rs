//! P1, after a yes to a place elsewhere, or a registration that ended without a place: the school sees whether the child really has a
//! school, and says so. A school that is in no program, or has a file of its own, would leave that turn open for ever.

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::beurt::Onderwerp;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Dag, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::soort::Schoolgang;
use crate::staat::{Aanmelding, Afloop, Dossier, Inschrijving};

/// The school saw that the child is at another school, or where it is else.
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
    redenen geen; geboortedatum nee;
}

over_zaak!(PlekVastgesteld, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.plek_vastgesteld = Some(Arc::clone(self));
});

daad! {
    /// Records that the child is at another school, or where it is else and who knows of it.
    StelPlekVast,
    /// Registration.
    aanmelding {
        /// First day of the child there.
        van: Dag,
        /// From whom the school knows it, and how.
        hoe: Tekst,
    }
}

/// Since when a child waits for a place: the parents said yes to one elsewhere, or the registration ended without one.
fn waits_since(aanmelding: &Aanmelding) -> Option<Date> {
    match aanmelding.afloop.as_ref()? {
        Afloop::Elders { op, .. }
        | Afloop::Geweigerd { op, .. }
        | Afloop::BuitenBehandeling { op, .. }
        | Afloop::Ingetrokken { op } => Some(*op),
        Afloop::Toegelaten { .. } => None,
    }
}

impl Dossier {
    /// A child of which is known that it is at no school, and that was admitted for later than the day from which it would have had a place
    /// without a decision: from that day, until the first one here.
    pub(crate) fn wacht_op_eerste_dag(&self, aanmelding: &Aanmelding) -> Option<(Date, Date)> {
        let Some(Afloop::Toegelaten { op, per }) = aanmelding.afloop else { return None };
        let right = aanmelding.tijdelijk_recht.uitkomst;
        let since = right.vanaf.filter(|_| right.recht && aanmelding.tijdelijke_plaatsing.is_none())?.max(op);
        let elsewhere = |place: &Inschrijving| place.van < per && place.runs_after(since);
        let left = self.inschrijvingen.iter().any(|place| place.van < since);
        let at_home = aanmelding.school_nu.gang == Some(Schoolgang::Geen) || left;
        let waits = since < per && at_home && !self.inschrijvingen.iter().any(elsewhere);
        waits.then_some((since, per))
    }
}

impl Aanmelding {
    /// Admitted for a day to come, and by that perhaps without a school until then.
    pub(crate) fn is_toegelaten_voor_later(&self, on: Date) -> bool {
        let right = self.tijdelijk_recht.uitkomst;
        let later = |per: Date| on < per && right.recht && right.vanaf.is_some_and(|vanaf| vanaf < per);
        matches!(self.afloop, Some(Afloop::Toegelaten { per, .. }) if later(per))
    }

    /// It ended, and the child has no place at this school by it: the school sees where the child is.
    pub fn is_zonder_plek(&self) -> bool {
        waits_since(self).is_some()
    }

    /// Since when it stands without a place: refused on an exception, not dealt with or withdrawn. None where a place elsewhere was found.
    pub(crate) fn zonder_plek_sinds(&self) -> Option<Date> {
        match self.afloop.as_ref()? {
            Afloop::Geweigerd { op, grond: Weigeringsgrond::Uitzondering { .. }, .. }
            | Afloop::BuitenBehandeling { op, .. }
            | Afloop::Ingetrokken { op } => Some(*op),
            Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(_), .. }
            | Afloop::Elders { .. }
            | Afloop::Toegelaten { .. } => None,
        }
    }
}

impl Decide for StelPlekVast {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let zaak = Onderwerp::Aanmelding(self.aanmelding);
        let aanmelding = dossier.aanmelding(self.aanmelding).ok_or_else(|| zaak.niet_in_dossier())?;
        refuse_outsider::<Aanmelding>(ctx, &aanmelding.vestiging.organisatie())?;
        let until_first_day =
            || dossier.wacht_op_eerste_dag(aanmelding).filter(|(_, per)| ctx.vandaag < *per);
        let Some(op) = waits_since(aanmelding).or_else(|| Some(until_first_day()?.0.min(ctx.vandaag))) else {
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
