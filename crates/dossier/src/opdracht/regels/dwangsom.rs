//! The penalty for a late decision: for which days, and how much (R2.7).

use base::{Date, Eurocent, dates};

use super::getal;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::tlv::dwangsom::{Dwangsomdeel, Dwangsomperiode};

/// An amount of the law.
fn bedrag(ctx: &Besluitvorming<'_>, naam: &str, on: Date) -> Result<Eurocent, Refusal> {
    let parameter = ctx.wet.parameter(naam, on).ok();
    parameter.and_then(recht::Parameter::bedrag).ok_or_else(|| {
        Refusal::new("parameter_ontbreekt", sleutels::algemeen::ParameterOntbreekt { naam }.tekst())
    })
}

/// R2.7: the days for which a penalty is due, where the first of them is known: as many as the law allows, or until the decision is
/// made known. None where it is made known before (Awb 4:17, 4:18).
pub fn dwangsom_periode(
    ctx: &Besluitvorming<'_>,
    van: Date,
    bekend: Option<Date>,
) -> Result<Option<Dwangsomperiode>, Refusal> {
    let most = i32::from(getal(ctx, "dwangsom.hooguit", van)?);
    let before = i32::from(getal(ctx, "dwangsom.eindigt_voor_bekendmaking", van)?);
    let longest = dates::plus_days(van, most.saturating_sub(1)).unwrap_or(Date::MAX);
    let known = bekend.and_then(|op| dates::plus_days(op, -before));
    let tot_en_met = known.map_or(longest, |last| last.min(longest));
    if tot_en_met < van {
        return Ok(None);
    }
    let fixed = ctx.wet.termijn("dwangsom.vaststellen_binnen", tot_en_met, tot_en_met).ok().flatten();
    Ok(Some(Dwangsomperiode { van, tot_en_met, vaststellen_uiterlijk: fixed.unwrap_or(tot_en_met) }))
}

/// R2.7: what a penalty comes to: so many days at the first amount, as many at the second, the others at the third.
pub fn dwangsom(ctx: &Besluitvorming<'_>, periode: &Dwangsomperiode) -> Result<Vec<Dwangsomdeel>, Refusal> {
    let each = i32::from(getal(ctx, "dwangsom.dagen_per_bedrag", periode.van)?);
    let mut left = periode.dagen();
    let mut treden = Vec::new();
    for (naam, most) in [
        ("dwangsom.eerste_bedrag", each),
        ("dwangsom.tweede_bedrag", each),
        ("dwangsom.derde_bedrag", i32::MAX),
    ] {
        let dagen = left.min(most);
        if dagen > 0 {
            treden.push(Dwangsomdeel { dagen, per_dag: bedrag(ctx, naam, periode.van)? });
        }
        left = left.saturating_sub(dagen);
    }
    Ok(treden)
}
