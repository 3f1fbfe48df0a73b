//! P1 and P1b: another school that is willing, at a refusal, an offer and a removal. It counts when it is of a kind that the law names
//! there, and when it may take this child: old enough, not too old, and declared admissible where a declaration is asked.

use base::{Date, Schooljaar, Sector, Vestigingscode, dates};

use crate::aanmelding::feiten::BereidGevonden;
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::aanmelding::verklaring::declared;
use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Schoolsoort};
use crate::staat::{Aanmelding, Dossier};

/// Which kinds of other schools count, for a school whose rules these are (WPO 40(4) and (11), WEC 40(5) and (18), WVO 8.9(2) and
/// 8.15(2)).
fn kinds_that_count(sector: Sector) -> &'static str {
    match sector {
        Sector::Po => "andere_school.soorten_po",
        Sector::So => "andere_school.soorten_so",
        Sector::Vo => "andere_school.soorten_vo",
    }
}

/// Of what kind the other school is: it must be known, and count.
fn check_kind(
    school: &BereidGevonden,
    (sector, since): (Sector, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<AndereSchoolsoort, Refusal> {
    let Some(soort) = school.soort else {
        return Err(Refusal::field("andere_soort", sleutels::aanmelding::soort_onbekend()));
    };
    let list = kinds_that_count(sector);
    if regels::is_listed(ctx, list, soort.code(), since) {
        return Ok(soort);
    }
    let telt = sleutels::aanmelding::SoortTeltNiet { soort: soort.label() };
    Err(Refusal::field("andere_soort", telt.tekst())
        .because(regels::vindplaats(ctx, list, since))
        .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

/// Another school that is willing to take this child: not the own one, of a kind that counts, and not since before it was asked to.
/// Whether it may take the child is asked of the day on which the child would go there ([`refuse_unlawful`]).
pub(crate) fn check_bereid(
    school: &BereidGevonden,
    (own, own_name, since): (&Vestigingscode, &str, Date),
    sector: Sector,
    ctx: &Besluitvorming<'_>,
) -> Result<BereidGevonden, Refusal> {
    // By its code, and where that was not chosen by its name: two schools of one name in two towns are two schools.
    let plain = |naam: &str| base::naam::key(naam);
    let is_own = match &school.vestiging {
        Some(code) => code == own,
        None => plain(&school.schoolnaam) == plain(own_name),
    };
    if is_own {
        return Err(Refusal::field("schoolnaam", sleutels::aanmelding::dezelfde_school()));
    }
    let soort = check_kind(school, (sector, since), ctx)?;
    let (voorwaarde_op, voorwaarde) = condition(school, soort, ctx)?;
    Ok(BereidGevonden {
        voorwaarde_op,
        voorwaarde,
        soort: school.soort,
        schoolnaam: invoer::line("schoolnaam", &school.schoolnaam)?,
        vestiging: school.vestiging.clone(),
        bereid_op: invoer::happened("bereid_op", school.bereid_op, since, ctx)?,
        bewijs: invoer::text("bewijs", &school.bewijs)?,
    })
}

/// What a place at a school of this kind can wait for, as it was said; nothing where the law asks nothing of the kind.
fn condition(
    school: &BereidGevonden,
    soort: AndereSchoolsoort,
    ctx: &Besluitvorming<'_>,
) -> Result<(Option<Date>, String), Refusal> {
    let asked = matches!(soort, AndereSchoolsoort::InstellingC12 | AndereSchoolsoort::Mbo);
    let Some(op) = school.voorwaarde_op.filter(|_| asked) else { return Ok((None, String::new())) };
    let op = invoer::happened("voorwaarde_op", op, Date::MIN, ctx)?;
    Ok((Some(op), invoer::text("voorwaarde", &school.voorwaarde)?))
}

/// The school of a registration, and since when another can be asked.
pub(crate) fn other_than(aanmelding: &Aanmelding) -> (&Vestigingscode, &str, Date) {
    (&aanmelding.vestiging, &aanmelding.schoolnaam, aanmelding.ontvangen_op)
}

/// The day on which a child that is refused now would begin at another school: as the parents asked, and not before today.
pub(crate) fn first_day_elsewhere(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Date {
    aanmelding.gewenst_per.map_or(ctx.vandaag, |per| per.max(ctx.vandaag))
}

/// From which day a child goes to another school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vanaf {
    /// From this day: a declaration holds on it.
    Dag(Date),
    /// From a day that nobody chose yet, today at the earliest: a declaration that begins later serves too.
    Later,
}

/// Refuses a school that may not take this child on that day: whoever says yes there makes a place that cannot be had (WPO 39(1),
/// 40(8), WEC 39(1), (4), 40(10), (12), LPW 3, 3b). Of a school of which the kind was never said nothing is known.
pub(crate) fn refuse_unlawful(
    dossier: &Dossier,
    found: &BereidGevonden,
    vanaf: Vanaf,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(soort) = found.soort else { return Ok(()) };
    let per = match vanaf {
        Vanaf::Dag(per) => per,
        Vanaf::Later => ctx.vandaag,
    };
    let Some(school) = soort.schoolsoort() else { return refuse_institution(dossier, found, vanaf, ctx) };
    refuse_too_young(dossier, (soort, school), per, ctx)?;
    refuse_too_old(dossier, (soort, school), per, ctx)?;
    if school == Schoolsoort::InstellingC12 && found.voorwaarde_op.is_none() {
        return Err(Refusal::field("voorwaarde_op", sleutels::aanmelding::elders_onderzoek_nodig())
            .because(regels::artikel(ctx, "andere_school.onderzoek_instelling", Sector::So, per))
            .instead(sleutels::aanmelding::elders_onderzoek_eerst()));
    }
    let begins = match vanaf {
        Vanaf::Dag(per) => Some(per),
        Vanaf::Later => None,
    };
    // Which education a school that is described gives, is not said: any declaration for a school of its kind serves.
    let plek = Onderwijsplek { schoolsoort: school, keuze: None };
    if plek.verklaringen().is_empty() || declared(dossier, plek, begins, ctx.vandaag) {
        return Ok(());
    }
    let (naam, sector) = match school {
        Schoolsoort::Vso => ("aanmelding.verklaring_nodig_vso", Sector::So),
        Schoolsoort::Sbo => ("aanmelding.verklaring_nodig", Sector::Po),
        Schoolsoort::Basisschool
        | Schoolsoort::So
        | Schoolsoort::SoVso
        | Schoolsoort::Vo
        | Schoolsoort::InstellingC12 => ("aanmelding.verklaring_nodig", Sector::So),
    };
    let reden = sleutels::aanmelding::EldersVerklaringNodig { soort: soort.label(), per };
    Err(Refusal::field("andere_soort", reden.tekst())
        .because(regels::artikel(ctx, naam, sector, per))
        .instead(sleutels::aanmelding::elders_verklaring_eerst()))
}

/// At an institution of LPW 1(c) a child is enrolled after the years in which it has to be at a school, or with leave of the municipality in the
/// last of them (LPW 3(1), 3b(1)).
fn refuse_institution(
    dossier: &Dossier,
    found: &BereidGevonden,
    begins: Vanaf,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(born) = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum) else { return Ok(()) };
    let last = regels::schoolplicht_tot_en_met(ctx, born)?;
    let vanaf = Schooljaar::of(last).first_day();
    let per = match begins {
        Vanaf::Dag(per) => per,
        Vanaf::Later => ctx.vandaag,
    };
    if per >= vanaf {
        // In the last year only with leave; on which day it begins is asked when that is known.
        let in_the_last_year = matches!(begins, Vanaf::Dag(_)) && per <= last;
        if !in_the_last_year || found.voorwaarde_op.is_some() {
            return Ok(());
        }
        let leave = sleutels::aanmelding::EldersGemeenteNodig { tot_en_met: last };
        return Err(Refusal::field("voorwaarde_op", leave.tekst())
            .because(regels::artikel(ctx, "andere_school.mbo", Sector::Vo, per))
            .instead(sleutels::aanmelding::elders_gemeente_eerst()));
    }
    let reden = sleutels::aanmelding::EldersTeJong { soort: AndereSchoolsoort::Mbo.label(), vanaf };
    Err(Refusal::field("andere_soort", reden.tekst())
        .because(regels::artikel(ctx, "andere_school.mbo", Sector::Vo, per))
        .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

fn refuse_too_young(
    dossier: &Dossier,
    (soort, school): (AndereSchoolsoort, Schoolsoort),
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let sector = match school {
        Schoolsoort::Basisschool | Schoolsoort::Sbo => Sector::Po,
        Schoolsoort::So | Schoolsoort::SoVso | Schoolsoort::InstellingC12 => Sector::So,
        // For secondary education the corpus has no age.
        Schoolsoort::Vso | Schoolsoort::Vo => return Ok(()),
    };
    let naam = regels::toelating_leeftijd(school);
    let leeftijd = regels::getal(ctx, naam, per)?;
    let of_age = dossier.leerling.as_ref().and_then(|l| dates::birthday(l.geboortedatum, leeftijd));
    let Some(vanaf) = of_age.filter(|day| per < *day) else { return Ok(()) };
    Err(Refusal::field(
        "andere_soort",
        sleutels::aanmelding::EldersTeJong { soort: soort.label(), vanaf }.tekst(),
    )
    .because(regels::vindplaats_in(ctx, naam, sector, per))
    .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

fn refuse_too_old(
    dossier: &Dossier,
    (soort, school): (AndereSchoolsoort, Schoolsoort),
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let naam = match school {
        Schoolsoort::Basisschool | Schoolsoort::Sbo => "tlv.laatste_leeftijd_sbo",
        Schoolsoort::So => "tlv.laatste_leeftijd_so",
        Schoolsoort::Vso | Schoolsoort::SoVso => "tlv.laatste_leeftijd_vso",
        Schoolsoort::Vo | Schoolsoort::InstellingC12 => return Ok(()),
    };
    let leeftijd = regels::getal(ctx, naam, per)?;
    let reached = dossier.leerling.as_ref().and_then(|l| dates::birthday(l.geboortedatum, leeftijd));
    let last = reached.map(|day| Schooljaar::of(day).last_day());
    let Some(tot_en_met) = last.filter(|last| *last < per) else { return Ok(()) };
    Err(Refusal::field(
        "andere_soort",
        sleutels::aanmelding::EldersTeOud { soort: soort.label(), tot_en_met }.tekst(),
    )
    .because(regels::vindplaats(ctx, naam, per))
    .instead(sleutels::aanmelding::andere_soort_zoeken()))
}
