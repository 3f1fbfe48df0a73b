//! P1: from what age and until what age a child can have a place (WPO 39, WEC 39, WVO 2020 8.5 and 8.7), and on what a place outside it
//! rests: the inspectorate allows it, or a young child is ready for secondary education.

use std::sync::Arc;

use base::{Date, Schooljaar, dates};
use recht::Plicht;
use serde::{Deserialize, Serialize};
use verband::grenzen::JONGSTE_VOORTGEZET;

use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::regels::{self, sector_of};
use crate::opdracht::{Besluitvorming, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::{Leeftijdsgrond, Schoolsoort};
use crate::staat::{Aanmelding, Dossier};

/// A child was admitted outside the usual age, and the school said on what that rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeeftijdVerantwoord {
    /// Registration.
    pub aanmelding: u32,
    /// First day of the place.
    pub per: Date,
    /// On what it rests.
    pub grond: Leeftijdsgrond,
    /// In words: who allowed or judged it, and when.
    pub toelichting: String,
}

kaart! {
    LeeftijdVerantwoord, "leeftijd_verantwoord", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| match event.grond {
        Leeftijdsgrond::Eerder => sleutels::aanmelding::leeftijd_eerder(),
        Leeftijdsgrond::Voorbereid => sleutels::aanmelding::leeftijd_voorbereid(),
        Leeftijdsgrond::Langer => sleutels::aanmelding::leeftijd_langer(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld [NietVermeld ["toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(LeeftijdVerantwoord, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.leeftijd = Some(Arc::clone(self));
});

/// A pupil of a school of this kind who was born then has left it on this day by age (WPO 39(4), WEC 39(4)).
///
/// # Errors
/// A figure of the law is missing.
pub(crate) fn is_te_oud(
    schoolsoort: Schoolsoort,
    (born, per): (Date, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let Some(leaves) = leaves_at(Onderwijsplek { schoolsoort, keuze: None }, ctx) else { return Ok(false) };
    let leeftijd = regels::getal(ctx, leaves, per)?;
    Ok(end_of_year(born, leeftijd).is_some_and(|last| per > last))
}

/// A day outside the usual age: why not, and what would make it lawful, where something does.
struct Buiten {
    refusal: Refusal,
    kan: Option<Leeftijdsgrond>,
}

/// The figure that says at what age a pupil leaves such a school, at the end of a school year; none in secondary education, where the
/// law names none but for praktijkonderwijs. Of an institute for cluster 1 or 2, and where nobody said which part of a school for both, the
/// last age that it can be.
pub(super) fn leaves_at(plek: Onderwijsplek, ctx: &Besluitvorming<'_>) -> Option<&'static str> {
    const PRO: [&str; 1] = ["aanmelding.laatste_leeftijd_pro"];
    const ANDERE: [&str; 3] =
        ["tlv.laatste_leeftijd_sbo", "tlv.laatste_leeftijd_so", "tlv.laatste_leeftijd_vso"];
    let figures: &[&'static str] = if plek.is_pro() { &PRO } else { &ANDERE };
    ctx.wet.cijfer_bij(figures, plek.soort())
}

/// The last day of the last school year for which the Inspectie can allow a pupil to stay; the end of time where the law names no end.
fn longest(
    plek: Onderwijsplek,
    (born, per): (Date, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    let Some(naam) = ctx.wet.cijfer_bij(&["aanmelding.laatste_toestemming_pro"], plek.soort()) else {
        return Ok(Date::MAX);
    };
    let once_more = regels::getal(ctx, naam, per)?;
    let last = dates::birthday(born, once_more).map(|day| Schooljaar::of(day).next().last_day());
    Ok(last.unwrap_or(Date::MIN))
}

/// The last day of the school year in which somebody who was born then reaches an age.
fn end_of_year(born: Date, leeftijd: i16) -> Option<Date> {
    dates::birthday(born, leeftijd).map(|day| Schooljaar::of(day).last_day())
}

/// A day after the school year in which the child reaches the age at which a pupil leaves.
fn too_old(
    plek: Onderwijsplek,
    (born, per): (Date, Date),
    leaves: &'static str,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Buiten>, Refusal> {
    let leeftijd = regels::getal(ctx, leaves, per)?;
    let Some(last) = end_of_year(born, leeftijd).filter(|last| per > *last) else { return Ok(None) };
    let reden = sleutels::aanmelding::TeOud { leeftijd: leeftijd.into(), tot_en_met: last }.tekst();
    let can = ctx.wet.eist_bij(Plicht::LangerMetInspectie, plek.soort(), per)
        && per <= longest(plek, (born, per), ctx)?;
    let instead = if can {
        sleutels::aanmelding::inspectie_opschrijven()
    } else {
        sleutels::aanmelding::oudere_leerling_elders()
    };
    let refusal = Refusal::field(if can { "leeftijd" } else { "per" }, reden);
    let refusal = refusal.because(regels::vindplaats(ctx, leaves, per)).instead(instead);
    Ok(Some(Buiten { refusal, kan: can.then_some(Leeftijdsgrond::Langer) }))
}

/// A day before the child reaches the age from which it can be admitted. In secondary education the law names no age but what goes
/// before; of a child that is younger than nearly all who begin there, it is asked.
fn too_young(
    plek: Onderwijsplek,
    (born, per): (Date, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Buiten>, Refusal> {
    let sector = sector_of(plek.schoolsoort);
    let Some(naam) = regels::toelating_leeftijd(ctx, plek.soort()) else {
        let usual = dates::birthday(born, JONGSTE_VOORTGEZET);
        if usual.is_none_or(|usual| per >= usual) {
            return Ok(None);
        }
        let refusal = Refusal::field("leeftijd", sleutels::aanmelding::jong_voor_voortgezet())
            .because(regels::artikel(ctx, "aanmelding.voorwaarden_eerste_leerjaar", sector, per))
            .instead(sleutels::aanmelding::voorbereid_opschrijven());
        return Ok(Some(Buiten { refusal, kan: Some(Leeftijdsgrond::Voorbereid) }));
    };
    let leeftijd = regels::getal(ctx, naam, per)?;
    let Some(of_age) = dates::birthday(born, leeftijd).filter(|day| per < *day) else { return Ok(None) };
    let reden = sleutels::aanmelding::ToelatenVanaf { vanaf: of_age, leeftijd: leeftijd.into() }.tekst();
    let by_inspector = ctx.wet.eist(Plicht::EerderMetInspecteur, sector, per);
    let veld = if by_inspector { "leeftijd" } else { "per" };
    let refusal = Refusal::field(veld, reden).because(regels::vindplaats_in(ctx, naam, sector, per));
    let instead = if by_inspector {
        sleutels::aanmelding::toelaten_of_inspecteur()
    } else {
        sleutels::aanmelding::toelaten_per_die_dag()
    };
    Ok(Some(Buiten {
        refusal: refusal.instead(instead),
        kan: by_inspector.then_some(Leeftijdsgrond::Eerder),
    }))
}

fn outside(
    plek: Onderwijsplek,
    dossier: &Dossier,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Buiten>, Refusal> {
    let Some(born) = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum) else {
        return Ok(None);
    };
    if let Some(young) = too_young(plek, (born, per), ctx)? {
        return Ok(Some(young));
    }
    match leaves_at(plek, ctx) {
        Some(leaves) => too_old(plek, (born, per), leaves, ctx),
        None => Ok(None),
    }
}

/// What is recorded of an admission outside the usual age; refuses one that rests on nothing. What was typed where the age is usual says
/// nothing and is not kept.
pub(super) fn admission(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (per, leeftijd): (Date, &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Vaststelling>, Refusal> {
    let toelichting = invoer::optional_line("leeftijd", leeftijd)?;
    let Some(buiten) = outside(aanmelding.plek(), dossier, per, ctx)? else { return Ok(None) };
    let Some(grond) = buiten.kan.filter(|_| !toelichting.is_empty()) else { return Err(buiten.refusal) };
    let event = LeeftijdVerantwoord { aanmelding: aanmelding.nr, per, grond, toelichting };
    Ok(Some(Vaststelling::new(ctx.vandaag, dossier, ctx, event)))
}

/// A temporary place is for who can be admitted; on what a place outside the usual age rests is said when it is.
pub(super) fn refuse_temporary(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    match outside(aanmelding.plek(), dossier, per, ctx)? {
        Some(buiten) if buiten.kan.is_some() => {
            let asked = Refusal { veld: Some("per"), ..buiten.refusal };
            Err(asked.instead(sleutels::aanmelding::liever_toelaten()))
        }
        Some(buiten) => Err(buiten.refusal),
        None => Ok(()),
    }
}

/// Why no place can come any more: on the day for which one is asked, today at the earliest, the child is too old for the school, and
/// nobody can allow it. The registration counts all the same, and the school decides on it (WPO 40(1), (2), WEC 40(3), WVO 2020 8.8). None
/// where a place can come.
///
/// # Errors
/// A figure of the law is missing.
pub fn geen_plek_meer(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Refusal>, Refusal> {
    let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let Some((leaves, born)) = leaves_at(aanmelding.plek(), ctx).zip(born) else { return Ok(None) };
    let per = aanmelding.gewenst_per.map_or(ctx.vandaag, |per| per.max(ctx.vandaag));
    let buiten = too_old(aanmelding.plek(), (born, per), leaves, ctx)?;
    Ok(buiten.filter(|buiten| buiten.kan.is_none()).map(|buiten| buiten.refusal))
}
