//! The days of a declaration: on which it can begin and end, so that a form offers nothing that is refused afterwards.

use base::{Date, Schooljaar, dates};
use verband::grenzen::{MAANDEN_TOT_BEGIN, MEESTE_SCHOOLJAREN_TLV, MEESTE_SCHOOLJAREN_TLV_VO};

use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::TlvSoort;
use crate::staat::{Dossier, TlvAanvraag};

/// What can be chosen for a declaration that is given today. Each first day goes with each last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periodes {
    /// First days, earliest first: today, the next school year, or the day after the declaration that it follows.
    pub van: Vec<Date>,
    /// Last days, earliest first: each the end of a school year.
    pub tot_en_met: Vec<Date>,
    /// The last of them is that on which a pupil leaves schools of that kind by age.
    pub einde_school: bool,
}

/// The periods that can be given today.
pub fn periodes(dossier: &Dossier, aanvraag: &TlvAanvraag, ctx: &Besluitvorming<'_>) -> Periodes {
    let (first, last) = bounds(dossier, aanvraag, ctx.vandaag);
    let ended =
        |nr: u32| dossier.aanvraag(nr).and_then(TlvAanvraag::laatste_dag_verklaring).map(invoer::day_after);
    let replaces = aanvraag.andere_categorie.as_ref().map(|asked| asked.van);
    let follows = aanvraag.verlenging_van.or(replaces).and_then(ended);
    let next = Schooljaar::of(ctx.vandaag).next().first_day();
    // Before its own first day a renewal would run beside what it renews.
    let renewed = aanvraag.verlenging_van.and_then(ended).filter(|day| *day > ctx.vandaag);
    let mut van = match renewed {
        Some(day) => vec![day],
        None => vec![ctx.vandaag, next].into_iter().chain(follows).collect(),
    };
    van.retain(|day| first <= *day && *day <= last);
    van.sort();
    van.dedup();
    let by_age = laatste_leeftijd(aanvraag.soort).is_some();
    let ends = last_days(
        van.first().copied().unwrap_or(ctx.vandaag),
        if by_age { MEESTE_SCHOOLJAREN_TLV } else { MEESTE_SCHOOLJAREN_TLV_VO },
    );
    let lawful =
        |van: &[Date], end: Date| van.iter().all(|van| is_lawful(dossier, aanvraag, (*van, end), ctx));
    // Of a pupil who leaves soon no last day may go with each first day: then the earliest is left.
    while van.len() > 1 && !ends.iter().any(|end| lawful(&van, *end)) {
        van.pop();
    }
    let tot_en_met: Vec<Date> = ends.iter().copied().filter(|end| lawful(&van, *end)).collect();
    let einde_school = by_age && tot_en_met.last() != ends.last();
    Periodes { van, tot_en_met, einde_school }
}

/// The ends of so many school years, from that of a day on.
fn last_days(from: Date, years: usize) -> Vec<Date> {
    let all = std::iter::successors(Some(Schooljaar::of(from)), |year| Some(year.next()));
    all.take(years).map(Schooljaar::last_day).collect()
}

/// A declaration can be given today for these days.
fn is_lawful(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    (van, end): (Date, Date),
    ctx: &Besluitvorming<'_>,
) -> bool {
    regels::geldigheid(ctx, aanvraag.soort, van, end).is_ok_and(|known| {
        let earliest = known.as_ref().map(|known| known.uitkomst.vroegste_einddatum);
        refuse_beyond_school(dossier, aanvraag.soort, (van, end, earliest), ctx).is_ok()
    })
}

/// First day of a declaration: a child is admitted after it was declared admissible, so not before the decision (WPO 40(8), WEC
/// 40(10), (12)); of a renewal, not before the day after the declaration that it renews and that ran when it was asked, with which the
/// child is there already. One of another category follows on the one that it replaces, so that no day is left between.
pub(super) fn first_day(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    van: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    let (first, last) = bounds(dossier, aanvraag, ctx.vandaag);
    invoer::not_after("van", invoer::not_before("van", van, first)?, last)
}

/// The first and the last day on which a declaration can begin that is given on a day.
fn bounds(dossier: &Dossier, aanvraag: &TlvAanvraag, vandaag: Date) -> (Date, Date) {
    let ended = |nr: u32| dossier.aanvraag(nr).and_then(TlvAanvraag::laatste_dag_verklaring);
    let asked = aanvraag.verzonden_op().unwrap_or(vandaag);
    let renewed = aanvraag.verlenging_van.and_then(ended).filter(|last| asked <= *last);
    let follows = renewed.map(invoer::day_after);
    let first = follows.map_or(vandaag, |day| day.min(vandaag));
    let replaced = aanvraag.andere_categorie.as_ref().and_then(|asked| ended(asked.van));
    let far = dates::plus_months(vandaag, MAANDEN_TOT_BEGIN).unwrap_or(Date::MAX);
    let last = replaced.map_or(far, |end| far.min(invoer::day_after(end)).max(first));
    (first, last)
}

/// An advice names a day on which a declaration that is given today can end: the parents read it, and nobody can decide on another.
pub(super) fn refuse_unlawful_end(
    dossier: &Dossier,
    aanvraag: &TlvAanvraag,
    end: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let van = periodes(dossier, aanvraag, ctx).van.first().copied().unwrap_or(ctx.vandaag);
    let known = regels::geldigheid(ctx, aanvraag.soort, van, end)?;
    let earliest = known.as_ref().map(|known| known.uitkomst.vroegste_einddatum);
    refuse_beyond_school(dossier, aanvraag.soort, (van, end, earliest), ctx)
}

/// The figure of the law that says at which age a pupil leaves schools of a kind; none where it says nothing of them.
pub fn laatste_leeftijd(soort: TlvSoort) -> Option<&'static str> {
    match soort {
        TlvSoort::Sbo => Some("tlv.laatste_leeftijd_sbo"),
        TlvSoort::So => Some("tlv.laatste_leeftijd_so"),
        TlvSoort::Vso => Some("tlv.laatste_leeftijd_vso"),
        TlvSoort::Pro | TlvSoort::Lwoo => None,
    }
}

/// A declaration is for a school that the child can go to: until the end of the school year in which it reaches the age at which a
/// pupil leaves schools of that kind. Where no declaration can end that early, until the first day on which one can: the place ends by
/// age, whatever the declaration says (WPO 39(4), 40(13), WEC 39(4), (5), 40(15)).
pub(super) fn refuse_beyond_school(
    dossier: &Dossier,
    soort: TlvSoort,
    (van, tot_en_met, earliest): (Date, Date, Option<Date>),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(naam) = laatste_leeftijd(soort) else { return Ok(()) };
    let leeftijd = regels::getal(ctx, naam, tot_en_met)?;
    let reached = dossier.leerling.as_ref().and_then(|l| dates::birthday(l.geboortedatum, leeftijd));
    let Some(last) = reached.map(|day| Schooljaar::of(day).last_day()) else { return Ok(()) };
    // Who had to leave such a school before the first day can be at none of them with it.
    if last < van {
        let gone = sleutels::tlv::TeOudVoorDieSchool { leeftijd: leeftijd.into(), tot_en_met: last };
        return Err(Refusal::field("van", gone.tekst()).because(regels::vindplaats(ctx, naam, van)));
    }
    let latest = earliest.map_or(last, |earliest| earliest.max(last));
    if tot_en_met <= latest {
        return Ok(());
    }
    let reden = sleutels::tlv::TeOudVoorDieSchool { leeftijd: leeftijd.into(), tot_en_met: last };
    Err(Refusal::field("tot_en_met", reden.tekst())
        .because(regels::vindplaats(ctx, naam, tot_en_met))
        .instead(sleutels::algemeen::DagTotEnMet { tot_en_met: latest }.tekst()))
}
