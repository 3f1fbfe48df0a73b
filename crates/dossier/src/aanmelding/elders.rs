//! P1 and P1b: another school that is willing, at a refusal, an offer and a removal. It counts when it is of a kind that the law names
//! there, and when it may take this child: old enough, not too old, and declared admissible where a declaration is asked.

use base::{Date, Schooljaar, Sector, Vestigingscode, dates};
use recht::Plicht;

use crate::aanmelding::feiten::BereidGevonden;
use crate::aanmelding::leeftijd::leaves_at;
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::aanmelding::verklaring::declared;
use crate::opdracht::{Besluitvorming, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Schoolsoort};
use crate::staat::{Aanmelding, Dossier};

/// The list of other schools that count, as the act has it whose rules these are (WPO 40(4) and (11), WEC 40(5) and (18), WVO 8.9(2) and
/// 8.15(2)).
fn kinds_that_count(ctx: &Besluitvorming<'_>, sector: Sector, since: Date) -> Option<&'static str> {
    const SOORTEN: [&str; 3] =
        ["andere_school.soorten_po", "andere_school.soorten_so", "andere_school.soorten_vo"];
    SOORTEN.into_iter().find(|list| regels::vindplaats_in(ctx, list, sector, since).is_some())
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
    let list = kinds_that_count(ctx, sector, since);
    if list.is_some_and(|list| regels::is_listed(ctx, list, soort.code(), since)) {
        return Ok(soort);
    }
    let telt = sleutels::aanmelding::SoortTeltNiet { soort: soort.label() };
    Err(Refusal::field("andere_soort", telt.tekst())
        .because(list.and_then(|list| regels::vindplaats(ctx, list, since)))
        .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

/// Another school that is willing to take this child: not the own one, of a kind that counts, and not since before it was asked to.
/// Whether it may take the child is asked of the day on which the child would go there ([`refuse_unlawful`]).
pub(crate) fn check_bereid(
    (dossier, school): (&Dossier, &BereidGevonden),
    (own, own_name, since): (&Vestigingscode, &str, Date),
    sector: Sector,
    ctx: &Besluitvorming<'_>,
) -> Result<BereidGevonden, Refusal> {
    // By its code, and where that was not chosen by its name: two schools of one name in two towns are two schools. Another location of
    // the same school is no other school; another school of the same board is one (WPO 40(4), WEC 40(5), WVO 8.9(2)).
    let plain = |naam: &str| base::naam::key(naam);
    let is_own = match &school.vestiging {
        Some(code) => code.brin() == own.brin(),
        None => plain(&school.schoolnaam) == plain(own_name),
    };
    if is_own {
        return Err(Refusal::field("schoolnaam", sleutels::aanmelding::dezelfde_school()));
    }
    let soort = check_kind(school, (sector, since), ctx)?;
    let school = condition((dossier, school), soort, ctx)?;
    // Of one that was chosen the register says where it is; a name alone leads nobody there.
    let (plaats, contact) = match school.vestiging {
        Some(_) => (String::new(), String::new()),
        None => {
            (invoer::line("andere_plaats", &school.plaats)?, invoer::line("andere_contact", &school.contact)?)
        }
    };
    Ok(BereidGevonden {
        schoolnaam: invoer::line("schoolnaam", &school.schoolnaam)?,
        plaats,
        contact,
        bereid_op: invoer::happened("bereid_op", school.bereid_op, since, ctx)?,
        bewijs: invoer::text("bewijs", &school.bewijs)?,
        ..school
    })
}

/// What a place at a school of this kind waits for, as it was said; nothing where the law asks nothing of the kind. Only a yes counts, and
/// for the period for which it was given (WEC 41(1), (2)a, (4), LPW 3b(1)).
fn condition(
    (dossier, school): (&Dossier, &BereidGevonden),
    soort: AndereSchoolsoort,
    ctx: &Besluitvorming<'_>,
) -> Result<BereidGevonden, Refusal> {
    let asked = matches!(soort, AndereSchoolsoort::InstellingC12 | AndereSchoolsoort::Mbo);
    let Some(op) = school.voorwaarde_op.filter(|_| asked) else {
        let (voorwaarde_op, voorwaarde, voorwaarde_ja, voorwaarde_tot_en_met) =
            (None, String::new(), None, None);
        let school = school.clone();
        return Ok(BereidGevonden {
            voorwaarde_op,
            voorwaarde,
            voorwaarde_ja,
            voorwaarde_tot_en_met,
            ..school
        });
    };
    let op = invoer::happened("voorwaarde_op", op, earliest_condition(dossier, soort, ctx)?, ctx)?;
    let article = || condition_article(soort, ctx.vandaag, ctx);
    let missing = |veld, tekst| Refusal::field(veld, tekst).because(article());
    match school.voorwaarde_ja {
        Some(true) => {}
        Some(false) => {
            return Err(missing("voorwaarde_ja", sleutels::aanmelding::elders_voorwaarde_nee())
                .instead(sleutels::aanmelding::andere_soort_zoeken()));
        }
        None => return Err(missing("voorwaarde_ja", sleutels::aanmelding::elders_voorwaarde_kies())),
    }
    let Some(tot_en_met) = school.voorwaarde_tot_en_met else {
        return Err(missing("voorwaarde_tot_en_met", sleutels::aanmelding::elders_voorwaarde_periode()));
    };
    Ok(BereidGevonden {
        voorwaarde_op: Some(op),
        voorwaarde: invoer::text("voorwaarde", &school.voorwaarde)?,
        voorwaarde_tot_en_met: Some(invoer::plannable(
            "voorwaarde_tot_en_met",
            invoer::not_before("voorwaarde_tot_en_met", tot_en_met, op)?,
            ctx,
        )?),
        ..school.clone()
    })
}

/// The first day on which it can have been said: of a child that can be registered there, and for mbo in the school year before the last at school.
pub(super) fn earliest_condition(
    dossier: &Dossier,
    soort: AndereSchoolsoort,
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    let Some(born) = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum) else {
        return Ok(Date::MIN);
    };
    if soort != AndereSchoolsoort::Mbo {
        // Nobody inquires into a child that cannot be registered yet (WEC 39(1), 40(3)).
        let leeftijd = regels::getal(ctx, "aanmelding.vroegste_leeftijd_cluster_1_2", ctx.vandaag)?;
        return Ok(dates::birthday(born, leeftijd).unwrap_or(born));
    }
    let last = Schooljaar::of(regels::schoolplicht_tot_en_met(ctx, born)?);
    // Who is younger than that is too young, which is said of the kind of school.
    let year_before = dates::plus_months(last.first_day(), -12).filter(|first| *first <= ctx.vandaag);
    Ok(year_before.unwrap_or(born))
}

/// Refuses a place from a day on which what it waits for holds no more. Of facts of before nothing is known.
fn refuse_lapsed_condition(
    found: &BereidGevonden,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let lapsed = found.voorwaarde_tot_en_met.filter(|last| *last < per);
    let Some((soort, tot_en_met)) = found.soort.zip(lapsed) else { return Ok(()) };
    let over = sleutels::aanmelding::EldersVoorwaardeVoorbij { tot_en_met, per }.tekst();
    Err(Refusal::field("voorwaarde_tot_en_met", over)
        .because(condition_article(soort, per, ctx))
        .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

/// Where the law asks it: leave of the municipality for mbo, the inquiry of the commission at an institute.
fn condition_article(
    soort: AndereSchoolsoort,
    on: Date,
    ctx: &Besluitvorming<'_>,
) -> Option<base::Vindplaats> {
    if soort == AndereSchoolsoort::Mbo {
        regels::artikel_ergens(ctx, "andere_school.mbo", on)
    } else {
        regels::artikel_ergens(ctx, "andere_school.onderzoek_instelling", on)
    }
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
    refuse_lapsed_condition(found, per, ctx)?;
    let Some(school) = soort.schoolsoort() else { return refuse_institution(dossier, found, vanaf, ctx) };
    refuse_too_young(dossier, (soort, school), per, ctx)?;
    refuse_too_old(dossier, (soort, school), per, ctx)?;
    let inquiry = ctx.wet.eist_bij(Plicht::OnderzoekVoorToelating, school, per);
    if inquiry && found.voorwaarde_op.is_none() {
        return Err(Refusal::field("voorwaarde_op", sleutels::aanmelding::elders_onderzoek_nodig())
            .because(regels::artikel_ergens(ctx, "andere_school.onderzoek_instelling", per))
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
    let reden = sleutels::aanmelding::EldersVerklaringNodig { soort: soort.label(), per };
    Err(Refusal::field("andere_soort", reden.tekst())
        .because(regels::artikel(ctx, plek.asks_declaration(), school.sector(), per))
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
        // Leave is of the last year alone, and not for longer.
        let longer = found.voorwaarde_op.and(found.voorwaarde_tot_en_met).filter(|until| last < *until);
        if longer.is_some() && per <= last {
            let until = sleutels::algemeen::DagTotEnMet { tot_en_met: last }.tekst();
            let leave = sleutels::aanmelding::EldersGemeenteNodig { tot_en_met: last };
            return Err(Refusal::field("voorwaarde_tot_en_met", leave.tekst())
                .because(regels::artikel_ergens(ctx, "andere_school.mbo", per))
                .instead(until));
        }
        // In the last year only with leave; on which day it begins is asked when that is known.
        let in_the_last_year = matches!(begins, Vanaf::Dag(_)) && per <= last;
        if !in_the_last_year || found.voorwaarde_op.is_some() {
            return Ok(());
        }
        let leave = sleutels::aanmelding::EldersGemeenteNodig { tot_en_met: last };
        return Err(Refusal::field("voorwaarde_op", leave.tekst())
            .because(regels::artikel_ergens(ctx, "andere_school.mbo", per))
            .instead(sleutels::aanmelding::elders_gemeente_eerst()));
    }
    let reden = sleutels::aanmelding::EldersTeJong { soort: AndereSchoolsoort::Mbo.label(), vanaf };
    Err(Refusal::field("andere_soort", reden.tekst())
        .because(regels::artikel_ergens(ctx, "andere_school.mbo", per))
        .instead(sleutels::aanmelding::andere_soort_zoeken()))
}

fn refuse_too_young(
    dossier: &Dossier,
    (soort, school): (AndereSchoolsoort, Schoolsoort),
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    // For secondary education the law has no age.
    let Some(naam) = regels::toelating_leeftijd(ctx, school) else { return Ok(()) };
    let sector = school.sector();
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
    let Some(naam) = leaves_at(Onderwijsplek { schoolsoort: school, keuze: None }, ctx) else {
        return Ok(());
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
