//! P1: what the law asks before a child is admitted that is not its age and no declaration: at an institute for cluster 1 or 2 the inquiry
//! of its commission (WEC 41(1), (4)); in the first year of secondary education the definitive advice of the primary school (WVO 2020
//! 8.6(2)), or what stands in its place (8.6(4), Uitvoeringsbesluit WVO 2020 8.3(1)), for which parents register in a week of its own
//! (8.8(8)).

use std::sync::Arc;

use base::{Date, Schooljaar, Sector, dates};
use recht::Plicht;
use serde::{Deserialize, Serialize};
use sleutels::Tekst;

use crate::aanmelding::afloop::LaatToe;
use crate::aanmelding::elders::earliest_condition;
use crate::kaart::{kaart, over_zaak};
use crate::opdracht::{Besluitvorming, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{AndereSchoolsoort, Schoolsoort, Toelatingsvoorwaarde};
use crate::staat::{Aanmelding, Dossier};

/// The school has seen what the law asks before it admits this child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoorwaardeVastgesteld {
    /// Registration.
    pub aanmelding: u32,
    /// What was asked.
    pub voorwaarde: Toelatingsvoorwaarde,
    /// Of which day it is.
    pub op: Date,
    /// What it says, and of whom it is.
    pub wat: String,
    /// Last day for which the commission judged; none of an advice.
    pub tot_en_met: Option<Date>,
}

kaart! {
    VoorwaardeVastgesteld, "voorwaarde_vastgesteld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| match event.voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => sleutels::aanmelding::VoorwaardeOnderzoek { op: event.op }.tekst(),
        Toelatingsvoorwaarde::Schooladvies => sleutels::aanmelding::VoorwaardeSchooladvies { op: event.op }.tekst(),
        Toelatingsvoorwaarde::Doorstroomtoets => sleutels::aanmelding::VoorwaardeDoorstroomtoets { op: event.op }.tekst(),
        Toelatingsvoorwaarde::Geschiktheid => sleutels::aanmelding::VoorwaardeGeschiktheid { op: event.op }.tekst(),
        Toelatingsvoorwaarde::Afwijking => sleutels::aanmelding::VoorwaardeAfwijking { op: event.op }.tekst(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.wat]); verhuld [NietVermeld ["wat"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(VoorwaardeVastgesteld, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.voorwaarde = Some(Arc::clone(self));
});

/// The registration is for the first year of secondary education, as far as the file knows: a pupil of a school for primary or special
/// education is admitted to no other (WVO 2020 8.5(1)), whether its file is here or its parents say so. Of a child that is enrolled nowhere nobody knows the year.
pub fn eerste_leerjaar(dossier: &Dossier, aanmelding: &Aanmelding) -> bool {
    let from = aanmelding.schoolsoort_nu(dossier, aanmelding.ontvangen_op);
    let primary = from.is_some_and(Schoolsoort::is_primair);
    aanmelding.schoolsoort == Schoolsoort::Vo && primary
}

/// The week in which parents register for that year: that of March before the school year that is asked, the next one where no day is,
/// with where it stands.
pub fn week_van_aanmelden(aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Option<(Date, Date)> {
    let on = aanmelding.ontvangen_op;
    let next = Schooljaar::of(on).next().first_day();
    let begins = aanmelding.gewenst_per.map_or(next, |per| Schooljaar::of(per).first_day().max(next));
    let day = |naam| ctx.wet.parameter(naam, on).ok()?.dag_in(begins.year());
    Some((day("aanmelding.vo_eerste_dag")?, day("aanmelding.vo_laatste_dag")?))
}

/// What is asked before this child is admitted; none where nothing is.
pub fn gevraagd(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Option<Toelatingsvoorwaarde> {
    let asks = |plicht| ctx.wet.eist_bij(plicht, aanmelding.schoolsoort, ctx.vandaag);
    if asks(Plicht::OnderzoekVoorToelating) {
        return Some(Toelatingsvoorwaarde::Onderzoek);
    }
    let advice = eerste_leerjaar(dossier, aanmelding) && !aanmelding.plek().is_pro();
    let advice = advice && asks(Plicht::SchooladviesVoorToelating);
    advice.then_some(Toelatingsvoorwaarde::Schooladvies)
}

/// Where it stands.
const fn bepaling(voorwaarde: Toelatingsvoorwaarde) -> &'static str {
    match voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => "aanmelding.onderzoek_instelling",
        Toelatingsvoorwaarde::Schooladvies => "aanmelding.schooladvies",
        Toelatingsvoorwaarde::Doorstroomtoets | Toelatingsvoorwaarde::Geschiktheid => {
            "aanmelding.zonder_schooladvies"
        }
        Toelatingsvoorwaarde::Afwijking => "aanmelding.schooladvies_afwijking",
    }
}

/// The definitive advice for a school year is of the year in which that begins (WPO 45d): the provisional one comes before it, in January.
fn earliest_advice(per: Date, ctx: &Besluitvorming<'_>) -> Date {
    let year = Schooljaar::of(per).first_day().year();
    let found = ctx.wet.parameter("aanmelding.voorlopig_advies_tot_en_met", per).ok();
    found.and_then(|day| day.dag_in(year)).map_or(Date::MIN, invoer::day_after)
}

/// From when what is recorded can be. What stands in the place of an advice is of the school year before the one that is asked, or of
/// that one itself: no article bounds it, and what was seen of a younger child says nothing of the year.
fn earliest(
    voorwaarde: Toelatingsvoorwaarde,
    (dossier, per): (&Dossier, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    Ok(match voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => {
            earliest_condition(dossier, AndereSchoolsoort::InstellingC12, ctx)?
        }
        Toelatingsvoorwaarde::Schooladvies => earliest_advice(per, ctx),
        Toelatingsvoorwaarde::Doorstroomtoets
        | Toelatingsvoorwaarde::Geschiktheid
        | Toelatingsvoorwaarde::Afwijking => {
            let first = Schooljaar::of(per).first_day();
            Schooljaar::of(dates::plus_days(first, -1).unwrap_or(first)).first_day()
        }
    })
}

/// A refusal that names where it stands what is asked.
fn missing(
    veld: &'static str,
    wat: Tekst,
    (voorwaarde, sector, per): (Toelatingsvoorwaarde, Sector, Date),
    ctx: &Besluitvorming<'_>,
) -> Refusal {
    Refusal::field(veld, wat).because(regels::artikel(ctx, bepaling(voorwaarde), sector, per))
}

/// On what the school decides: the inquiry where that is asked, and of the first year what it says, since the law has more than one.
fn chosen(
    asked: Toelatingsvoorwaarde,
    (sector, per): (Sector, Date),
    act: &LaatToe,
    ctx: &Besluitvorming<'_>,
) -> Result<Toelatingsvoorwaarde, Refusal> {
    if asked == Toelatingsvoorwaarde::Onderzoek {
        return Ok(asked);
    }
    act.voorwaarde_soort.filter(|said| *said != Toelatingsvoorwaarde::Onderzoek).ok_or_else(|| {
        let words = sleutels::aanmelding::schooladvies_nodig();
        missing("voorwaarde_soort", words, (asked, sector, per), ctx)
            .instead(sleutels::aanmelding::eerst_schooladvies())
    })
}

/// Until when the commission judged; of an advice and what stands in its place nothing. Nobody is admitted on a no.
fn judged((per, act): (Date, &LaatToe), sector: Sector, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    let of = (Toelatingsvoorwaarde::Onderzoek, sector, per);
    match act.voorwaarde_ja {
        Some(true) => {}
        Some(false) => {
            return Err(missing("voorwaarde_ja", sleutels::aanmelding::onderzoek_nee(), of, ctx)
                .instead(sleutels::aanmelding::weigeren_om_onderzoek()));
        }
        None => {
            return Err(missing("voorwaarde_ja", sleutels::aanmelding::elders_voorwaarde_kies(), of, ctx));
        }
    }
    let Some(last) = act.voorwaarde_tot_en_met.filter(|last| per <= *last) else {
        let words = sleutels::aanmelding::onderzoek_geldt_niet();
        return Err(
            missing("voorwaarde_tot_en_met", words, of, ctx).instead(sleutels::aanmelding::eerst_onderzoek())
        );
    };
    invoer::plannable("voorwaarde_tot_en_met", last, ctx)
}

/// What is recorded of it with an admission; refuses one without. What was typed where nothing is asked says nothing and is not kept.
pub(super) fn admission(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (per, act): (Date, &LaatToe),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Vaststelling>, Refusal> {
    let Some(asked) = gevraagd(dossier, aanmelding, ctx) else { return Ok(None) };
    let voorwaarde = chosen(asked, (aanmelding.sector, per), act, ctx)?;
    let of = (voorwaarde, aanmelding.sector, per);
    let (words, first) = if voorwaarde == Toelatingsvoorwaarde::Onderzoek {
        (sleutels::aanmelding::onderzoek_nodig(), sleutels::aanmelding::eerst_onderzoek())
    } else {
        (sleutels::aanmelding::schooladvies_nodig(), sleutels::aanmelding::eerst_schooladvies())
    };
    let Some(op) = act.voorwaarde_op else {
        return Err(missing("voorwaarde_op", words, of, ctx).instead(first));
    };
    let op = invoer::happened("voorwaarde_op", op, earliest(voorwaarde, (dossier, per), ctx)?, ctx).map_err(
        |refusal| {
            let artikel = regels::artikel(ctx, bepaling(voorwaarde), aanmelding.sector, per);
            refusal.because(artikel).instead(first)
        },
    )?;
    let tot_en_met = if voorwaarde == Toelatingsvoorwaarde::Onderzoek {
        Some(judged((per, act), aanmelding.sector, ctx)?)
    } else {
        None
    };
    let wat = invoer::reason("voorwaarde", &act.voorwaarde, ctx)?;
    let event = VoorwaardeVastgesteld { aanmelding: aanmelding.nr, voorwaarde, op, wat, tot_en_met };
    Ok(Some(Vaststelling::new(ctx.vandaag, dossier, ctx, event)))
}
