//! P1: what the law asks before a child is admitted that is not its age and no declaration: at an institute for cluster 1 or 2 the inquiry
//! of its commission (WEC 41(1), (4)); in the first year of secondary education the definitive advice of the primary school (WVO 2020
//! 8.6(2)), for which parents register in a week of its own (8.8(8)).

use std::sync::Arc;

use base::{Date, Schooljaar};
use recht::Plicht;
use serde::{Deserialize, Serialize};

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
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.wat]); verhuld [NietVermeld ["wat"]];
    geboortedatum nee;
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

/// What is asked before this child is admitted, and by which provision; none where nothing is.
pub fn gevraagd(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    ctx: &Besluitvorming<'_>,
) -> Option<(Toelatingsvoorwaarde, Plicht)> {
    let asks = |plicht| ctx.wet.eist_bij(plicht, aanmelding.schoolsoort, ctx.vandaag);
    if asks(Plicht::OnderzoekVoorToelating) {
        return Some((Toelatingsvoorwaarde::Onderzoek, Plicht::OnderzoekVoorToelating));
    }
    let advice = eerste_leerjaar(dossier, aanmelding) && !aanmelding.plek().is_pro();
    let advice = advice && asks(Plicht::SchooladviesVoorToelating);
    advice.then_some((Toelatingsvoorwaarde::Schooladvies, Plicht::SchooladviesVoorToelating))
}

/// The definitive advice for a school year is of the year in which that begins (WPO 45d): the provisional one comes before it, in January.
fn earliest_advice(per: Date, ctx: &Besluitvorming<'_>) -> Date {
    let year = Schooljaar::of(per).first_day().year();
    let found = ctx.wet.parameter("aanmelding.voorlopig_advies_tot_en_met", per).ok();
    found.and_then(|day| day.dag_in(year)).map_or(Date::MIN, invoer::day_after)
}

/// What is recorded of it with an admission; refuses one without. What was typed where nothing is asked says nothing and is not kept.
pub(super) fn admission(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    (per, act): (Date, &LaatToe),
    ctx: &Besluitvorming<'_>,
) -> Result<Option<Vaststelling>, Refusal> {
    let Some((voorwaarde, plicht)) = gevraagd(dossier, aanmelding, ctx) else { return Ok(None) };
    let missing = |veld, wat| {
        let article = regels::artikel(ctx, plicht.code(), aanmelding.sector, per);
        Refusal::field(veld, wat).because(article)
    };
    let (asked, first) = match voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => {
            (sleutels::aanmelding::onderzoek_nodig(), sleutels::aanmelding::eerst_onderzoek())
        }
        Toelatingsvoorwaarde::Schooladvies => {
            (sleutels::aanmelding::schooladvies_nodig(), sleutels::aanmelding::eerst_schooladvies())
        }
    };
    let Some(op) = act.voorwaarde_op else {
        return Err(missing("voorwaarde_op", asked).instead(first));
    };
    let earliest = match voorwaarde {
        Toelatingsvoorwaarde::Onderzoek => {
            earliest_condition(dossier, AndereSchoolsoort::InstellingC12, ctx)?
        }
        Toelatingsvoorwaarde::Schooladvies => earliest_advice(per, ctx),
    };
    let op = invoer::happened("voorwaarde_op", op, earliest, ctx).map_err(|refusal| {
        refusal.because(regels::artikel(ctx, plicht.code(), aanmelding.sector, per)).instead(first.clone())
    })?;
    if voorwaarde == Toelatingsvoorwaarde::Onderzoek {
        match act.voorwaarde_ja {
            Some(true) => {}
            Some(false) => {
                return Err(missing("voorwaarde_ja", sleutels::aanmelding::onderzoek_nee())
                    .instead(sleutels::aanmelding::weigeren_om_onderzoek()));
            }
            None => return Err(missing("voorwaarde_ja", sleutels::aanmelding::elders_voorwaarde_kies())),
        }
    }
    let wat = invoer::reason("voorwaarde", &act.voorwaarde, ctx)?;
    let tot_en_met = match (voorwaarde, act.voorwaarde_tot_en_met) {
        (Toelatingsvoorwaarde::Schooladvies, _) => None,
        (Toelatingsvoorwaarde::Onderzoek, Some(last)) if per <= last => {
            Some(invoer::plannable("voorwaarde_tot_en_met", last, ctx)?)
        }
        (Toelatingsvoorwaarde::Onderzoek, _) => {
            return Err(
                missing("voorwaarde_tot_en_met", sleutels::aanmelding::onderzoek_geldt_niet()).instead(first)
            );
        }
    };
    let event = VoorwaardeVastgesteld { aanmelding: aanmelding.nr, voorwaarde, op, wat, tot_en_met };
    Ok(Some(Vaststelling::new(ctx.vandaag, dossier, ctx, event)))
}
