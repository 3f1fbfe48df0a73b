//! Asking the law: the one place where commands call rules, and where an answer becomes something
//! that an event can keep.

mod bevoegd;
mod dwangsom;
mod leeftijd;
mod plan;
mod termijn;
mod verklaring;

use std::sync::Arc;

use base::{Date, Sector, Vindplaats, dates};
use recht::{Eenheid, Plicht, Toetsing, Waarde};
use recht::{bezwaar as recht_bezwaar, opp, schorsing as recht_schorsing};
use sleutels::Tekst;

use crate::berekend::{Berekend, Berekening, Stap, wet_van};
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::soort::{Schoolsoort, TlvSoort};
use crate::staat::Aanmelding;
use crate::verwijdering::feiten::SchorsingToets;

pub use bevoegd::{SwvVraag, bevoegd_swv};
pub use dwangsom::{dwangsom, dwangsom_periode};
pub(crate) use leeftijd::toelaatbaar_vanaf;
pub use leeftijd::{leerplicht, schoolplicht_tot_en_met};
pub use plan::opp_ontbreekt;
pub use termijn::{
    Opgeschort, TermijnFeiten, beslistermijn, langste_verlenging, tijdelijke_plaatsing, without_answer,
};
pub use verklaring::{deskundigen, geldigheid, tlv_termijn};

/// An applied rule as an event keeps it. A rule that is not in force, or leaves it to a person, is a
/// refusal here: the act cannot be done by itself.
fn keep<T: Clone, U>(toetsing: Toetsing<T>, outcome: impl FnOnce(T) -> U) -> Result<Berekend<U>, Refusal> {
    let uitkomst = toetsing.uitkomst().cloned().ok_or_else(|| {
        Refusal::new(
            "regel_geldt_niet",
            sleutels::algemeen::RegelGeldtNiet { regel: &toetsing.regel, op: toetsing.op }.tekst(),
        )
        .instead(sleutels::algemeen::datum_nakijken())
    })?;
    let berekening = Berekening {
        regel: toetsing.regel,
        op: toetsing.op,
        stappen: toetsing
            .stappen
            .into_iter()
            .map(|stap| Stap {
                omschrijving: stap.omschrijving,
                resultaat: stap.resultaat,
                vindplaats: stap.vindplaats,
            })
            .collect(),
        vindplaatsen: toetsing.vindplaatsen.into_iter().map(|bron| bron.vindplaats).collect(),
        bewijs_regels: toetsing.bewijs.regels,
        bewijs_invoer: toetsing.bewijs.invoer,
    };
    Ok(Berekend { uitkomst: outcome(uitkomst), berekening: Arc::new(berekening) })
}

fn wrong_input(fout: &recht::InvoerFout) -> Refusal {
    Refusal::new("regel_invoer", Tekst::letterlijk(fout.to_string()))
}

/// R3.2: last day to adopt the ontwikkelingsperspectief of a child that is enrolled from `per`, or
/// that was placed temporarily before and stays.
pub fn opp_termijn(
    ctx: &Besluitvorming<'_>,
    per: Date,
    tijdelijk_sinds: Option<Date>,
) -> Result<Berekend<Option<Date>>, Refusal> {
    let invoer = opp::VaststellingstermijnInvoer {
        ingeschreven_op: tijdelijk_sinds.unwrap_or(per),
        tijdelijk_geplaatst: tijdelijk_sinds.is_some(),
        definitief_geplaatst_op: tijdelijk_sinds.map(|_| per),
    };
    let toetsing = opp::vaststellingstermijn(ctx.wet, per, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| uitkomst.uiterlijk)
}

/// The same of a child whose place is temporary still: the law names no day yet.
pub fn opp_termijn_tijdelijk(
    ctx: &Besluitvorming<'_>,
    sinds: Date,
) -> Result<Berekend<Option<Date>>, Refusal> {
    let invoer = opp::VaststellingstermijnInvoer {
        ingeschreven_op: sinds,
        tijdelijk_geplaatst: true,
        definitief_geplaatst_op: None,
    };
    let toetsing =
        opp::vaststellingstermijn(ctx.wet, ctx.vandaag, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| uitkomst.uiterlijk)
}

/// A code stands in a list of the law.
pub fn is_listed(ctx: &Besluitvorming<'_>, naam: &str, code: &str, on: Date) -> bool {
    let parameter = ctx.wet.parameter(naam, on);
    parameter
        .is_ok_and(|p| matches!(&p.waarde, Waarde::Lijst(codes) if codes.iter().any(|listed| listed == code)))
}

/// The first day from this one on that is no weekend and no holiday.
pub fn werkdag_vanaf(ctx: &Besluitvorming<'_>, from: Date) -> Date {
    let Some(termijnenwet) = ctx.wet.termijnenwet(from) else { return from };
    let mut day = from;
    while let (Some(_), Some(next)) = (termijnenwet.geen_werkdag(day), dates::plus_days(day, 1)) {
        day = next;
    }
    day
}

/// No school day lies between two days: the second follows the first, or only weekend and holidays
/// stand between.
pub fn follows(ctx: &Besluitvorming<'_>, last: Date, next: Date) -> bool {
    let mut day = last;
    while let Some(after) = dates::plus_days(day, 1).filter(|after| *after < next) {
        let free = ctx.wet.termijnenwet(after).is_some_and(|wet| wet.geen_werkdag(after).is_some());
        if !free {
            return false;
        }
        day = after;
    }
    true
}

/// R1.11: whether a suspension of this length is allowed. The week does not bind one for the time of the consultation with the Inspectie
/// (WVO 8.15(4)): the computation says so, with that article.
pub fn schorsing(
    ctx: &Besluitvorming<'_>,
    van: Date,
    tot_en_met: Date,
    tijdens_overleg: bool,
) -> Result<Berekend<SchorsingToets>, Refusal> {
    let invoer = recht_schorsing::SchorsingInvoer { van, tot_en_met };
    let toetsing = recht_schorsing::schorsing(ctx.wet, van, &invoer).map_err(|fout| wrong_input(&fout))?;
    let kept = keep(toetsing, |uitkomst| SchorsingToets {
        toegestaan: uitkomst.toegestaan || tijdens_overleg,
        melding_inspectie: uitkomst.melding_inspectie,
        dagen: i64::from(uitkomst.dagen),
    })?;
    let overleg = ctx.wet.bepaling_ergens(Plicht::SchorsingTijdensOverleg.code(), van);
    let Some(overleg) = overleg.filter(|_| tijdens_overleg) else { return Ok(kept) };
    let mut berekening = Arc::unwrap_or_clone(kept.berekening);
    berekening.stappen.push(Stap {
        omschrijving: overleg.tekst.clone(),
        resultaat: "ja".to_owned(),
        vindplaats: Some(berekening.vindplaatsen.len()),
    });
    berekening.vindplaatsen.push(overleg.bron.vindplaats.clone());
    Ok(Berekend { uitkomst: kept.uitkomst, berekening: Arc::new(berekening) })
}

/// R2.8: last day to object against a decision made known on a day.
pub fn bezwaar(ctx: &Besluitvorming<'_>, bekendgemaakt_op: Date) -> Result<Berekend<Date>, Refusal> {
    let invoer = recht_bezwaar::BezwaarInvoer { bekendgemaakt_op };
    let toetsing =
        recht_bezwaar::termijnen(ctx.wet, bekendgemaakt_op, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| uitkomst.indienen_uiterlijk)
}

/// Last day to object to a decision that a public school told on this day and of which the law of schools says nothing: by the Awb. The
/// letter and the own page both ask it here.
pub fn bezwaar_openbaar_uiterlijk(wet: &recht::Wet, op: Date) -> Option<Date> {
    wet.termijn("bezwaar.openbare_school_indienen", op, op).ok().flatten()
}

/// R1.9: last day to object against a refusal or removal that is told today.
pub fn bezwaar_toelating(ctx: &Besluitvorming<'_>, openbaar: bool) -> Result<Date, Refusal> {
    let naam = if openbaar { "bezwaar.openbare_school_indienen" } else { "bezwaar.school_indienen" };
    let weken = i32::from(getal(ctx, naam, ctx.vandaag)?);
    let last = dates::plus_days(ctx.vandaag, 7 * weken).unwrap_or(ctx.vandaag);
    let termijnenwet = ctx.wet.termijnenwet(ctx.vandaag);
    Ok(termijnenwet.and_then(|wet| wet.roll(last, weken, Eenheid::Weken)).unwrap_or(last))
}

/// R1.5: the exceptions that hold for the school and the date of a registration. `geen_plek`: the child is too old for the school.
pub fn gronden<'a>(
    ctx: &Besluitvorming<'a>,
    (aanmelding, geen_plek): (&'a Aanmelding, bool),
) -> impl Iterator<Item = &'a recht::Weigeringsgrond> {
    let ctx = *ctx;
    ctx.wet
        .gronden_weigering(aanmelding.sector, aanmelding.ontvangen_op)
        .filter(move |grond| holds_at(&ctx, grond, (aanmelding, geen_plek)))
}

/// Some exceptions hold for some schools of a sector only: a foundation is no ground for a public
/// school, and what holds for the institutes of cluster 1 and 2 holds nowhere else.
/// That a child is too old is one where it needs no extra support: with that need another school comes first.
fn holds_at(
    ctx: &Besluitvorming<'_>,
    grond: &recht::Weigeringsgrond,
    (aanmelding, geen_plek): (&Aanmelding, bool),
) -> bool {
    let listed = |lijst| is_listed(ctx, lijst, &grond.id, aanmelding.ontvangen_op);
    let without_need = aanmelding.behoefte.as_ref().is_some_and(|behoefte| !behoefte.extra_ondersteuning);
    let this_kind = grond.scholen.is_empty() || grond.scholen.contains(&aanmelding.schoolsoort);
    this_kind
        && !(listed("weigering.alleen_te_oud") && !(geen_plek && without_need)
            || listed("weigering.alleen_bijzonder") && aanmelding.openbaar)
}

/// A whole number of the law: weeks, years.
pub fn getal(ctx: &Besluitvorming<'_>, naam: &str, on: Date) -> Result<i16, Refusal> {
    let parameter = ctx.wet.parameter(naam, on);
    parameter
        .ok()
        .and_then(|parameter| parameter.aantal(parameter.eenheid).ok())
        .and_then(|aantal| i16::try_from(aantal).ok())
        .ok_or_else(|| {
            Refusal::new("parameter_ontbreekt", sleutels::algemeen::ParameterOntbreekt { naam }.tekst())
        })
}

/// Where a figure stands in the law.
pub fn vindplaats(ctx: &Besluitvorming<'_>, naam: &str, on: Date) -> Option<Vindplaats> {
    ctx.wet.parameter(naam, on).ok().map(|parameter| parameter.bron.vindplaats.clone())
}

/// Where a figure stands in the law of a sector; none where that law does not have it.
pub fn vindplaats_in(ctx: &Besluitvorming<'_>, naam: &str, sector: Sector, on: Date) -> Option<Vindplaats> {
    let parameter = ctx.wet.parameter(naam, on).ok()?;
    parameter.bron_in(wet_van(sector)).map(|bron| bron.vindplaats.clone())
}

/// The figure that says from which age a school of a kind can admit a child; none for secondary education, where the law names what goes
/// before and no age.
pub fn toelating_leeftijd(ctx: &Besluitvorming<'_>, soort: Schoolsoort) -> Option<&'static str> {
    const LEEFTIJDEN: [&str; 2] =
        ["aanmelding.toelating_leeftijd", "aanmelding.toelating_leeftijd_cluster_1_2"];
    ctx.wet.cijfer_bij(&LEEFTIJDEN, soort)
}

/// The figure that says from which age a child can be registered at a school of a kind.
pub fn vroegste_leeftijd(ctx: &Besluitvorming<'_>, soort: Schoolsoort) -> &'static str {
    const LEEFTIJDEN: [&str; 2] =
        ["aanmelding.vroegste_leeftijd", "aanmelding.vroegste_leeftijd_cluster_1_2"];
    ctx.wet.cijfer_bij(&LEEFTIJDEN, soort).unwrap_or("aanmelding.vroegste_leeftijd")
}

/// The provision by which a registration is not handled, and that on when this is made known: a public school falls under the Awb. In
/// private vo the law names no time for the second.
pub fn buiten_behandeling(openbaar: bool) -> [&'static str; 2] {
    if openbaar {
        ["aanmelding.buiten_behandeling_openbaar", "aanmelding.buiten_behandeling_bekend_openbaar"]
    } else {
        ["aanmelding.buiten_behandeling", "aanmelding.buiten_behandeling_bekend"]
    }
}

/// Where a requirement stands that is no figure and no rule of its own, in the law of a sector.
pub fn artikel(ctx: &Besluitvorming<'_>, naam: &str, sector: Sector, on: Date) -> Option<Vindplaats> {
    ctx.wet.bepaling(naam, sector, on).map(|bepaling| bepaling.bron.vindplaats.clone())
}

/// The same in whatever act has it, for a refusal in a sector of which the law does not.
pub fn artikel_ergens(ctx: &Besluitvorming<'_>, naam: &str, on: Date) -> Option<Vindplaats> {
    ctx.wet.bepaling_ergens(naam, on).map(|bepaling| bepaling.bron.vindplaats.clone())
}

/// The sector of a kind of school: all schools of the WEC are `so`, vso included.
pub fn sector_of(soort: Schoolsoort) -> Sector {
    soort.sector()
}

/// The sector whose law speaks of the partnership that gives this kind of declaration, and of who asks it there.
pub fn sector_of_verband(soort: TlvSoort) -> Sector {
    soort.sector_van_verband()
}

/// The sector whose law speaks of this kind of declaration.
pub fn sector_of_tlv(soort: TlvSoort) -> Sector {
    soort.sector()
}
