//! P1: a place at a school for special primary, special or special secondary education, or in praktijkonderwijs, needs a declaration
//! (R2.1), for good or for the time being. It was granted in this file, or in that of another school: then the parents show it.

use std::sync::Arc;

use base::{Date, SwvCode};
use serde::{Deserialize, Serialize};

use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::aanmelding::opdracht::open;
use crate::algemeen::correctie::effective;
use crate::gebeurtenis::Feitsoort;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::velden::{Later, MagSwv, Regel, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, regels};
use crate::refusal::Refusal;
use crate::soort::TlvSoort;
use crate::staat::{Aanmelding, Dossier, Feit, TlvAanvraag};
use crate::tlv::besluit::GebruikTlv;

pub use crate::aanmelding::vervallen::{GaVerklaringNa, MeldVerklaringVervallen};

/// A declaration as the register of its partnership knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registerverklaring {
    /// Partnership that granted it.
    pub swv: SwvCode,
    /// Number within that partnership.
    pub nummer: String,
    /// For what.
    pub soort: TlvSoort,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
}

impl Registerverklaring {
    /// It is for such a place and holds on this day.
    fn geldt(&self, plek: Onderwijsplek, op: Date) -> bool {
        plek.past_bij(self.soort) && self.van <= op && op <= self.tot_en_met
    }
}

/// The parents showed a declaration that was granted in the file of another school, and the register knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerklaringGetoond {
    /// Registration.
    pub aanmelding: u32,
    /// What the register says.
    pub verklaring: Registerverklaring,
}

kaart! {
    VerklaringGetoond, "verklaring_getoond", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::VerklaringGetoond { nummer: &event.verklaring.nummer }.tekst();
    terugnemen (nothing_rests_on_it); vervangen (vervang_getoond, zelfde_aanmelding, nu nothing_rests_on_it); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(VerklaringGetoond, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.getoond.push(Arc::clone(self));
});

/// Another one that was shown.
fn vervang_getoond(new: &VerklaringGetoond, _: &Dossier) -> Opdracht {
    let VerklaringGetoond { aanmelding, verklaring } = new.clone();
    let (swv, nummer) = (Some(verklaring.swv.clone()), verklaring.nummer.clone());
    ToonVerklaring { aanmelding, swv, nummer, gevonden: Some(verklaring) }.into()
}

/// At the same registration.
fn zelfde_aanmelding(old: &VerklaringGetoond, new: &VerklaringGetoond) -> Result<(), Refusal> {
    if old.aanmelding == new.aanmelding {
        return Ok(());
    }
    Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()))
}

/// What was shown stays as long as a place rests on it: who is there leaves by the rules on removal alone (WPO 40(11), WEC 40(18)).
fn nothing_rests_on_it(dossier: &Dossier, feit: &Feit, _: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let stands = effective(dossier, feit);
    let Some(shown) = stands.as_ref().or_else(|| feit.gebeurtenis()).and_then(VerklaringGetoond::uit) else {
        return Ok(());
    };
    let Some(aanmelding) = dossier.aanmelding(shown.aanmelding) else { return Ok(()) };
    let placed = aanmelding.tijdelijke_plaatsing.as_ref().map(|plaatsing| plaatsing.per);
    let rests = |per: Option<Date>| per.is_some_and(|per| shown.verklaring.geldt(aanmelding.plek(), per));
    if !rests(aanmelding.toegelaten_per()) && !rests(placed) {
        return Ok(());
    }
    Err(Refusal::new("plek_rust_op_verklaring", sleutels::aanmelding::plek_rust_op_verklaring())
        .instead(sleutels::aanmelding::eerst_toelating_terugnemen()))
}

daad! {
    /// Records that the parents showed a declaration, with what the register says of it.
    ToonVerklaring,
    /// Registration.
    aanmelding {
        /// Partnership that granted it.
        swv: MagSwv,
        /// Its number.
        nummer: Regel,
        /// What the register says; nothing when it knows no such declaration of this child that can be used.
        gevonden: Later<Option<Registerverklaring>>,
    }
}

impl Decide for ToonVerklaring {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        if self.swv.is_none() {
            return Err(Refusal::field("swv", sleutels::aanmelding::verklaring_van_wie()));
        }
        let Some(verklaring) = self.gevonden.clone() else {
            return Err(Refusal::field("nummer", sleutels::aanmelding::verklaring_onbekend())
                .instead(sleutels::aanmelding::brief_nakijken()));
        };
        if !aanmelding.plek().past_bij(verklaring.soort) {
            let voor = sleutels::aanmelding::VerklaringVoor { soort: verklaring.soort.label() };
            return Err(Refusal::field("nummer", voor.tekst()));
        }
        let getoond = VerklaringGetoond { aanmelding: aanmelding.nr, verklaring };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, getoond)])
    }
}

/// A declaration for such a school that was granted in this file, was made known by today, and holds on a day.
fn own(dossier: &Dossier, plek: Onderwijsplek, per: Date, today: Date) -> Option<&TlvAanvraag> {
    let fits = |aanvraag: &&TlvAanvraag| plek.past_bij(aanvraag.soort);
    dossier.aanvragen.iter().filter(fits).find(|aanvraag| {
        let known = aanvraag.bekendmaking.as_ref().is_some_and(|known| known.op <= today);
        let begun = aanvraag.plaatsing_vanaf().is_some_and(|first| first <= per);
        known && begun && aanvraag.geldig_tot_en_met(per).is_some()
    })
}

/// A declaration for such a school was granted in this file and made known, or was shown at a registration of it: one that holds on
/// the day on which a place begins, or where that day is not known, one that did not end yet.
pub(super) fn declared(dossier: &Dossier, school: Onderwijsplek, begins: Option<Date>, today: Date) -> bool {
    let mut shown = dossier.aanmeldingen.iter().flat_map(|a| &a.getoond).map(|getoond| &getoond.verklaring);
    if let Some(per) = begins {
        return own(dossier, school, per, today).is_some() || shown.any(|one| one.geldt(school, per));
    }
    let to_come = |aanvraag: &TlvAanvraag| {
        school.past_bij(aanvraag.soort)
            && aanvraag.bekendmaking.as_ref().is_some_and(|known| known.op <= today)
            && aanvraag.geldig_tot_en_met(today).is_some()
    };
    dossier.aanvragen.iter().any(to_come)
        || shown.any(|one| school.past_bij(one.soort) && today <= one.tot_en_met)
}

impl Aanmelding {
    /// The declarations of elsewhere with which this child can have a place here on a day.
    pub fn getoond_voor(&self, per: Date) -> impl Iterator<Item = &Registerverklaring> {
        let of_elsewhere = self.getoond.iter().map(|getoond| &getoond.verklaring);
        of_elsewhere.filter(move |verklaring| verklaring.geldt(self.plek(), per))
    }
}

/// A minor asylum seeker on whose registration was not decided in time is admitted by law, at a school for primary or
/// special education, never at one for (special) secondary education (WPO 40(16), WEC 40(24)). Those deviate from
/// the paragraph on the temporary place alone: that such a child needs no declaration either is our reading.
pub(crate) fn by_law(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let leeftijd = regels::getal(ctx, "meerderjarig.leeftijd", per)?;
    let minor = !dossier.is_van_leeftijd(leeftijd, per);
    let since = aanmelding.tijdelijk_recht.uitkomst.vanaf;
    Ok(aanmelding.tijdelijk_recht.uitkomst.toelating && minor && since.is_some_and(|since| since <= per))
}

/// Whom the law admits is not refused, offered another school or left without a decision: the school records the admission.
pub(super) fn refuse_when_admitted_by_law(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let since = aanmelding.tijdelijk_recht.uitkomst.vanaf;
    let Some(vanaf) = since.filter(|_| aanmelding.tijdelijk_recht.uitkomst.toelating) else { return Ok(()) };
    if !by_law(dossier, aanmelding, ctx.vandaag, ctx)? {
        return Ok(());
    }
    Err(Refusal::new("toelating_door_de_wet", sleutels::aanmelding::AlToegelatenDoorDeWet { vanaf }.tekst())
        .because(aanmelding.tijdelijk_recht.berekening.vindplaats_in(aanmelding.sector).cloned())
        .instead(sleutels::aanmelding::leg_toelating_vast()))
}

/// Refuses a place at such a school from a day on which no declaration for it holds, made known, unless the child is there by
/// law; for an institute of cluster 1 or 2 others decide.
pub(super) fn refuse_without(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let needed = !aanmelding.plek().verklaringen().is_empty();
    let holds = own(dossier, aanmelding.plek(), per, ctx.vandaag).is_some()
        || aanmelding.getoond_voor(per).next().is_some();
    if !needed || holds || by_law(dossier, aanmelding, per, ctx)? {
        return Ok(());
    }
    let artikel = regels::artikel(ctx, aanmelding.plek().asks_declaration(), aanmelding.sector, per);
    Err(Refusal::new("verklaring_nodig", sleutels::aanmelding::verklaring_nodig())
        .because(artikel)
        .instead(sleutels::aanmelding::verklaring_vragen()))
}

/// Whoever is admitted with a declaration of this file uses it from that day on, and a place is arranged.
pub(super) fn used_by(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let here = |aanvraag: &TlvAanvraag| {
        aanvraag.gebruik.as_ref().is_some_and(|gebruik| gebruik.vestiging == aanmelding.vestiging)
    };
    match own(dossier, aanmelding.plek(), per, ctx.vandaag).filter(|aanvraag| !here(aanvraag)) {
        Some(aanvraag) => GebruikTlv {
            aanvraag: aanvraag.nr,
            vestiging: aanmelding.vestiging.clone(),
            schoolnaam: aanmelding.schoolnaam.clone(),
            per,
            elders: false,
        }
        .decide(dossier, ctx),
        None => Ok(Vec::new()),
    }
}
