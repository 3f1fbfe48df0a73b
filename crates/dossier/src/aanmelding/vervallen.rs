//! P1: a child was admitted with a declaration of another file, and before its use could be recorded there the declaration was withdrawn.
//! The child is a pupil all the same, and leaves by the rules on removal alone (WPO 40(11), WEC 40(18)): the school is told, and says how
//! it goes on.

use std::sync::Arc;

use base::{Date, SwvCode};
use serde::{Deserialize, Serialize};

use crate::aanmelding::verklaring::VerklaringGetoond;
use crate::beurt::Onderwerp;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Dossier, Gedaan};

/// A declaration with which a child was admitted had been withdrawn in its own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerklaringVervallen {
    /// Registration.
    pub aanmelding: u32,
    /// Partnership that granted and withdrew it.
    pub swv: SwvCode,
    /// Its number.
    pub nummer: String,
    /// First day on which it does not hold.
    pub per: Date,
}

kaart! {
    VerklaringVervallen, "verklaring_vervallen", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::VerklaringVervallen { nummer: &event.nummer, per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(VerklaringVervallen, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.verklaring_vervallen = Some(Gedaan::op(feit, self));
});

/// The school said how it goes on without that declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerklaringNagegaan {
    /// Registration.
    pub aanmelding: u32,
    /// What parents, school and partnership agreed, or what was asked.
    pub hoe: String,
}

kaart! {
    VerklaringNagegaan, "verklaring_nagegaan", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::verklaring_nagegaan();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.hoe]); verhuld [NietVermeld ["hoe"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(VerklaringNagegaan, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.verklaring_nagegaan = Some(Arc::clone(self));
});

impl Aanmelding {
    /// What the school has to find out: a declaration with which it admitted the child had been withdrawn, and it did not say yet how it
    /// goes on.
    pub fn verklaring_na_te_gaan(&self) -> Option<&Gedaan<VerklaringVervallen>> {
        let open = self.is_toegelaten() && self.verklaring_nagegaan.is_none();
        self.verklaring_vervallen.as_ref().filter(|_| open)
    }
}

/// Records that a declaration was withdrawn before its use could be recorded: by the program, which sees both files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeldVerklaringVervallen {
    /// Registration.
    pub aanmelding: u32,
    /// Partnership that granted it.
    pub swv: SwvCode,
    /// Its number.
    pub nummer: String,
    /// First day on which it does not hold.
    pub per: Date,
}

impl Decide for MeldVerklaringVervallen {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = of_school(dossier, self.aanmelding, ctx)?;
        let is_this = |shown: &VerklaringGetoond| {
            (&shown.verklaring.swv, &shown.verklaring.nummer) == (&self.swv, &self.nummer)
        };
        let shown = aanmelding.getoond.iter().any(|shown| is_this(shown));
        if !shown || !aanmelding.is_toegelaten() || aanmelding.verklaring_vervallen.is_some() {
            return Err(nothing_to_find_out());
        }
        let (swv, nummer) = (self.swv.clone(), self.nummer.clone());
        let fact = VerklaringVervallen { aanmelding: aanmelding.nr, swv, nummer, per: self.per };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

daad! {
    /// Records how it goes on with a child that was admitted with a declaration that had been withdrawn.
    GaVerklaringNa,
    /// Registration.
    aanmelding {
        /// What parents, school and partnership agreed, or what was asked.
        hoe: Tekst,
    }
}

impl Decide for GaVerklaringNa {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = of_school(dossier, self.aanmelding, ctx)?;
        if aanmelding.verklaring_na_te_gaan().is_none() {
            return Err(nothing_to_find_out());
        }
        let hoe = invoer::reason("hoe", &self.hoe, ctx)?;
        let fact = VerklaringNagegaan { aanmelding: aanmelding.nr, hoe };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

fn of_school<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a Aanmelding, Refusal> {
    let zaak = Onderwerp::Aanmelding(nr);
    let aanmelding = dossier.aanmelding(nr).ok_or_else(|| zaak.niet_in_dossier())?;
    refuse_outsider::<Aanmelding>(ctx, &aanmelding.vestiging.organisatie())?;
    Ok(aanmelding)
}

fn nothing_to_find_out() -> Refusal {
    Refusal::new("geen_verklaring_vervallen", sleutels::aanmelding::geen_verklaring_vervallen())
}
