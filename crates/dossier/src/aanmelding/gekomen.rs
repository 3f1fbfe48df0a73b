//! P1, after an admission: the child did not come on its first day. The school records what it did, whom it asks and until when, and has
//! the turn to find out until the child came, is a pupil elsewhere, or is taken off the list.

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use verband::grenzen::DAGEN_TOT_NAGAAN;

use crate::beurt::Onderwerp;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::velden::{Dag, KomendeDag, Regel, Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Aanmelding, Afloop, Dossier, Gedaan};

/// The child did not come on its first day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NietGekomen {
    /// Registration.
    pub aanmelding: u32,
    /// Since which day it was awaited.
    pub sinds: Date,
    /// What the school did.
    pub gedaan: String,
    /// Who is asked: parents, the school before, the municipality.
    pub wie: String,
    /// Last day on which the school knows more.
    pub tot_en_met: Date,
}

kaart! {
    NietGekomen, "niet_gekomen", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::NietGekomen { sinds: event.sinds }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.gedaan, &event.wie]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(NietGekomen, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.gekomen = None;
    aanmelding.niet_gekomen = Some(Gedaan::op(feit, self));
});

/// The child came: on its first day, or after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gekomen {
    /// Registration.
    pub aanmelding: u32,
    /// On which day.
    pub op: Date,
    /// It had been missed first: it came after all.
    pub na_gemist: bool,
}

/// Before, nobody kept whether it had been missed.
fn as_awaited(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("na_gemist", Value::Bool(false))])
}

/// Another day.
fn vervang_gekomen(new: &Gekomen, _: &Dossier) -> Opdracht {
    MeldGekomen { aanmelding: new.aanmelding, op: new.op }.into()
}

/// The same registration.
fn zelfde_gekomen(old: &Gekomen, new: &Gekomen) -> Result<(), Refusal> {
    let other = || Refusal::field("nieuw", sleutels::algemeen::zelfde_soort());
    (old.aanmelding == new.aanmelding).then_some(()).ok_or_else(other)
}

kaart! {
    Gekomen, "gekomen", versie 2 [as_awaited];
    over aanmelding; deel B; lezers allen; zin |event| if event.na_gemist { sleutels::aanmelding::AlsnogGekomen { op: event.op }.tekst() } else { sleutels::aanmelding::Gekomen { op: event.op }.tekst() };
    terugnemen ja; vervangen (vervang_gekomen, zelfde_gekomen); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(Gekomen, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.niet_gekomen = None;
    aanmelding.gekomen = Some(self.op);
});

/// The registration that led to an admission, and the first day; of the own school.
pub(super) fn admitted<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<(&'a Aanmelding, Date), Refusal> {
    let aanmelding = dossier.aanmelding(nr).ok_or_else(|| Onderwerp::Aanmelding(nr).niet_in_dossier())?;
    refuse_outsider::<Aanmelding>(ctx, &aanmelding.vestiging.organisatie())?;
    let Some(Afloop::Toegelaten { op: _, per }) = aanmelding.afloop else {
        return Err(Refusal::new("niet_toegelaten", sleutels::aanmelding::niet_toegelaten()));
    };
    Ok((aanmelding, per))
}

/// Whether a child comes is seen on its first day.
fn refuse_before(first: Date, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    if ctx.vandaag >= first {
        return Ok(());
    }
    let to_come = sleutels::aanmelding::EersteDagKomtNog { per: first }.tekst();
    Err(Refusal::new("eerste_dag_komt_nog", to_come))
}

/// Who came has come: a day that is wrong is put right in what was recorded of it.
fn refuse_came(aanmelding: &Aanmelding) -> Result<(), Refusal> {
    match aanmelding.gekomen {
        Some(_) => Err(Refusal::new("al_gekomen", sleutels::aanmelding::al_gekomen())),
        None => Ok(()),
    }
}

daad! {
    /// Records that an admitted child did not come, and what the school does about it.
    MeldNietGekomen,
    /// Registration.
    aanmelding {
        /// Since which day it was awaited.
        sinds: Dag,
        /// What the school did.
        gedaan: Tekst,
        /// Who is asked.
        wie: Regel,
        /// Last day on which the school knows more.
        tot_en_met: KomendeDag,
    }
}

impl Decide for MeldNietGekomen {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (aanmelding, first) = admitted(dossier, self.aanmelding, ctx)?;
        refuse_before(first, ctx)?;
        refuse_came(aanmelding)?;
        let fact = NietGekomen {
            aanmelding: aanmelding.nr,
            sinds: invoer::happened("sinds", self.sinds, first, ctx)?,
            gedaan: invoer::text("gedaan", &self.gedaan)?,
            wie: invoer::line("wie", &self.wie)?,
            tot_en_met: invoer::not_after(
                "tot_en_met",
                invoer::not_before("tot_en_met", self.tot_en_met, ctx.vandaag)?,
                base::dates::plus_days(ctx.vandaag, DAGEN_TOT_NAGAAN).unwrap_or(Date::MAX),
            )?,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

daad! {
    /// Records that an admitted child came: on its first day, or after all.
    MeldGekomen,
    /// Registration.
    aanmelding {
        /// On which day.
        op: Dag,
    }
}

impl Decide for MeldGekomen {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (aanmelding, first) = admitted(dossier, self.aanmelding, ctx)?;
        refuse_before(first, ctx)?;
        refuse_came(aanmelding)?;
        let since = aanmelding.niet_gekomen.as_ref().map_or(first, |missed| missed.sinds);
        let op = invoer::happened("op", self.op, since, ctx)?;
        let came = Gekomen { aanmelding: aanmelding.nr, op, na_gemist: aanmelding.niet_gekomen.is_some() };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, came)])
    }
}
