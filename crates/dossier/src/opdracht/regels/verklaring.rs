//! A request for a declaration: its term, its experts, and how long it holds (R2.3, R2.5, R2.7).

use base::{Date, dates};
use recht::tlv;
use sleutels::Tekst;

use super::termijn::suspensions;
use super::{Opgeschort, keep, sector_of_tlv, wrong_input};
use crate::berekend::Berekend;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::soort::{Discipline, TlvSoort};
use crate::tlv::besluitfeiten::{Geldigheid, TlvTermijn};

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
