//! Asking the law: the one place where commands call rules, and where an answer becomes something
//! that an event can keep.

mod bevoegd;
mod dwangsom;
mod leeftijd;

use std::sync::Arc;

use base::{Date, Sector, Vindplaats, dates};
use recht::soort::Onderwijs;
use recht::{Eenheid, Plicht, Toetsing, Waarde};
use recht::{
    aanmelding as recht_aanmelding, bezwaar as recht_bezwaar, opp, schorsing as recht_schorsing, tlv,
};
use sleutels::Tekst;

use crate::aanmelding::feiten::{Beslistermijn, TijdelijkRecht};
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::berekend::{Berekend, Berekening, Stap, wet_van};
use crate::opdracht::{Besluitvorming, invoer};
use crate::refusal::Refusal;
use crate::soort::{Discipline, Schoolsoort, TlvSoort};
use crate::staat::Aanmelding;
use crate::tlv::besluitfeiten::{Geldigheid, TlvTermijn};
use crate::verwijdering::feiten::SchorsingToets;

pub use bevoegd::{SwvVraag, bevoegd_swv};
pub use dwangsom::{dwangsom, dwangsom_periode};
pub(crate) use leeftijd::toelaatbaar_vanaf;
pub use leeftijd::{leerplicht, schoolplicht_tot_en_met};

/// A suspension: day of the invitation, and the day on which it ended.
pub type Opgeschort = (Date, Option<Date>);

/// What the term of a registration depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermijnFeiten {
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// Whose rules apply.
    pub sector: Sector,
    /// Which place is asked.
    pub plek: Onderwijsplek,
    /// Public authority or private.
    pub openbaar: bool,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// The term was extended.
    pub verlengd: bool,
    /// By how many weeks; nothing is as many as the law allows.
    pub verlenging_weken: Option<u8>,
    /// When the clock stood still.
    pub opschortingen: Vec<Opgeschort>,
}

impl TermijnFeiten {
    /// As they stand in a registration.
    pub fn of(aanmelding: &Aanmelding) -> Self {
        Self {
            ontvangen_op: aanmelding.ontvangen_op,
            sector: aanmelding.sector,
            plek: aanmelding.plek(),
            openbaar: aanmelding.openbaar,
            minderjarige_asielzoeker: aanmelding.minderjarige_asielzoeker,
            verlengd: aanmelding.verlenging.is_some(),
            verlenging_weken: aanmelding.verlenging.as_ref().and_then(|longer| longer.weken),
            opschortingen: aanmelding
                .opschortingen
                .iter()
                .map(|o| (o.uitnodiging_op, o.geeindigd_op))
                .collect(),
        }
    }

    /// Ends the suspension that runs.
    pub fn end_open(&mut self, op: Date) {
        for (_, end) in self.opschortingen.iter_mut().filter(|(_, end)| end.is_none()) {
            *end = Some(op);
        }
    }
}

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

/// R1.6, R1.6a, R1.7: the term of a registration, on the law of the day of receipt.
pub fn beslistermijn(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
) -> Result<Berekend<Beslistermijn>, Refusal> {
    let invoer = recht_aanmelding::BeslistermijnInvoer {
        ontvangen_op: feiten.ontvangen_op,
        sector: feiten.sector,
        openbaar: feiten.openbaar,
        verlengd: feiten.verlengd,
        verlenging_weken: feiten.verlenging_weken.map(i32::from),
        minderjarige_asielzoeker: feiten.minderjarige_asielzoeker,
        opschortingen: suspensions(&feiten.opschortingen),
    };
    let toetsing = recht_aanmelding::beslistermijn(ctx.wet, feiten.ontvangen_op, &invoer)
        .map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| Beslistermijn {
        uiterlijk: uitkomst.uiterlijk,
        verlenging_mogelijk: uitkomst.verlenging_mogelijk,
        opgeschorte_dagen: i64::from(uitkomst.opgeschorte_dagen),
        opgeschort_nu: uitkomst.opgeschort_nu,
    })
}

/// The last day to decide if nothing comes in by the day until which the parents can answer.
pub fn without_answer(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
    tot_en_met: Date,
) -> Result<Option<Date>, Refusal> {
    let mut lapsed = feiten.clone();
    lapsed.end_open(invoer::day_after(tot_en_met));
    Ok(beslistermijn(ctx, &lapsed)?.uitkomst.uiterlijk)
}

/// By how many weeks a term can be extended at most (WPO 40(6), WEC 40(7), WVO 8.8(2)).
pub fn langste_verlenging(ctx: &Besluitvorming<'_>, on: Date) -> Option<u8> {
    let kaart = ctx.wet.regel("aanmelding.beslistermijn");
    let versies = kaart.iter().flat_map(|kaart| &kaart.versies);
    let figures = versies.filter(|versie| versie.periode.contains(on)).flat_map(|versie| versie.parameters);
    let mut most = figures.filter(|parameter| parameter.naam == "verlenging");
    most.next()
        .and_then(|parameter| parameter.aantal(Eenheid::Weken).ok())
        .and_then(|weken| weken.try_into().ok())
}

fn suspensions(opgeschort: &[Opgeschort]) -> Vec<recht::Opschorting> {
    opgeschort
        .iter()
        .map(|(uitnodiging_op, geeindigd_op)| recht::Opschorting {
            uitnodiging_op: *uitnodiging_op,
            geeindigd_op: *geeindigd_op,
        })
        .collect()
}

/// R1.8: the right to a temporary place, as long as nothing is decided.
pub fn tijdelijke_plaatsing(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
    toelaatbaar_vanaf: Date,
    ingeschreven_in_zelfde_sector: bool,
) -> Result<Berekend<TijdelijkRecht>, Refusal> {
    let invoer = recht_aanmelding::TijdelijkePlaatsingInvoer {
        ontvangen_op: feiten.ontvangen_op,
        toelaatbaar_vanaf: toelaatbaar_vanaf.max(feiten.ontvangen_op),
        ingeschreven_in_zelfde_sector,
        besloten_op: None,
        minderjarige_asielzoeker: feiten.minderjarige_asielzoeker,
        sector: feiten.plek.onderwijs(),
    };
    let toetsing = recht_aanmelding::tijdelijke_plaatsing(ctx.wet, feiten.ontvangen_op, &invoer)
        .map_err(|fout| wrong_input(&fout))?;
    // WEC 40(24) speaks of special education; whether it holds for special secondary education too is not sure, and there a
    // child keeps the place that it can have.
    let sure = feiten.plek.onderwijs() != Onderwijs::Vso;
    keep(toetsing, |uitkomst| TijdelijkRecht {
        recht: uitkomst.recht,
        vanaf: uitkomst.vanaf,
        toelating: sure && uitkomst.soort == Some(recht_aanmelding::Plaatssoort::Toelating),
    })
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

/// R2.7, and the SWV's promise where that is shorter.
pub fn tlv_termijn(
    ctx: &Besluitvorming<'_>,
    ontvangen_op: Date,
    opgeschort: &[Opgeschort],
) -> Result<Berekend<TlvTermijn>, Refusal> {
    let invoer = tlv::TlvBeslistermijnInvoer { ontvangen_op, opschortingen: suspensions(opgeschort) };
    let toetsing = tlv::beslistermijn(ctx.wet, ontvangen_op, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| TlvTermijn {
        uiterlijk: uitkomst.uiterlijk,
        beloofd: promised(ctx, ontvangen_op, uitkomst.opgeschorte_dagen, uitkomst.uiterlijk),
        opgeschorte_dagen: i64::from(uitkomst.opgeschorte_dagen),
        opgeschort_nu: uitkomst.opgeschort_nu,
    })
}

/// The day that the SWV promised, where it is earlier than the law's. A promise is no statutory
/// term: the Termijnenwet does not move it.
fn promised(
    ctx: &Besluitvorming<'_>,
    ontvangen_op: Date,
    dagen: i32,
    uiterlijk: Option<Date>,
) -> Option<Date> {
    let weken = i32::from(ctx.beleid.tlv_beslistermijn_weken?);
    let day = dates::plus_days(ontvangen_op, weken.checked_mul(7)?.checked_add(dagen)?)?;
    (day < uiterlijk?).then_some(day)
}

/// R2.5: a lawful period of a declaration that is given today, or why not; no answer of the rule for pro and lwoo, which know no
/// such rule.
pub fn geldigheid(
    ctx: &Besluitvorming<'_>,
    soort: TlvSoort,
    van: Date,
    tot_en_met: Date,
) -> Result<Option<Berekend<Geldigheid>>, Refusal> {
    if matches!(soort, TlvSoort::Pro | TlvSoort::Lwoo) {
        return if tot_en_met < van {
            Err(Refusal::field("tot_en_met", sleutels::leven::einde_voor_begin()))
        } else {
            Ok(None)
        };
    }
    let invoer =
        tlv::GeldigheidInvoer { ingangsdatum: van, einddatum: tot_en_met, gegeven_op: Some(ctx.vandaag) };
    let toetsing = tlv::geldigheid(ctx.wet, ctx.vandaag, &invoer).map_err(|fout| wrong_input(&fout))?;
    let redenen = toetsing.uitkomst().map(|uitkomst| uitkomst.redenen.join("; ")).unwrap_or_default();
    let kept = keep(toetsing, |uitkomst| Geldigheid {
        geldig: uitkomst.geldig,
        vroegste_einddatum: uitkomst.vroegste_einddatum,
    })?;
    if kept.uitkomst.geldig {
        return Ok(Some(kept));
    }
    Err(Refusal::field("tot_en_met", Tekst::letterlijk(redenen))
        .because(kept.berekening.vindplaats_in(sector_of_tlv(soort)).cloned())
        .instead(sleutels::algemeen::EinddatumKiezen { vroegst: kept.uitkomst.vroegste_einddatum }.tekst()))
}

/// R2.3: which experts are missing, in words; empty when the law is met.
pub fn deskundigen(
    ctx: &Besluitvorming<'_>,
    disciplines: &[Discipline],
    voor: TlvSoort,
) -> Result<Berekend<Vec<Tekst>>, Refusal> {
    let invoer = tlv::DeskundigenInvoer { disciplines: disciplines.to_vec(), voor };
    let toetsing = tlv::deskundigen(ctx.wet, ctx.vandaag, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| {
        let words = uitkomst.ontbreekt.iter().map(|ontbrekend| match ontbrekend {
            tlv::Ontbrekend::EersteDeskundige => sleutels::tlv::eerste_deskundige(),
            tlv::Ontbrekend::TweedeDeskundige => sleutels::tlv::tweede_deskundige(),
        });
        words.collect()
    })
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
