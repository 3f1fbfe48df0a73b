//! What follows from the age of a child: from when it can be admitted, and when the Leerplichtwet holds.

use base::{Date, Schooljaar, dates};

use super::{getal, keep, toelating_leeftijd, wrong_input};
use crate::aanmelding::schoolnu::Plaatsvraag;
use crate::berekend::Berekend;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::staat::Dossier;
use crate::verwijdering::feiten::Leerplichttijd;

/// The first day on which a child can be admitted to a school of a kind: at the age of admission, and to secondary education not
/// while it is a pupil of a school for primary education, which it leaves at the end of a school year (WPO 39(4), WEC 39(4),
/// WEC 40(9), WVO 8.13(2)). Whether it meets the other conditions is for the school to say.
pub(crate) fn toelaatbaar_vanaf(
    ctx: &Besluitvorming<'_>,
    dossier: &Dossier,
    vraag: Plaatsvraag,
    ontvangen_op: Date,
) -> Result<Date, Refusal> {
    let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let figure = toelating_leeftijd(ctx, vraag.soort);
    let leeftijd = figure.map(|naam| getal(ctx, naam, ontvangen_op)).transpose()?;
    let of_age = born.zip(leeftijd).and_then(|(born, leeftijd)| dates::birthday(born, leeftijd));
    let of_age = of_age.unwrap_or(ontvangen_op);
    // Where the law names no age, it names what goes before.
    let secondary = figure.is_none();
    let known = dossier.inschrijving_op(ontvangen_op);
    let from = known.map(|place| place.schoolsoort).or(vraag.nu);
    let leaves = from.filter(|soort| soort.is_primair()).filter(|_| secondary).map(|_| {
        let next = Schooljaar::of(ontvangen_op).next().first_day();
        let asked = vraag.gewenst_per.map_or(next, |per| Schooljaar::of(per).first_day().max(next));
        known.and_then(|place| place.tot).map_or(asked, |tot| tot.min(asked))
    });
    Ok(leaves.map_or(of_age, |leaves| leaves.max(of_age)))
}

/// Outcome of `leerplicht.periode`: from when until when the Leerplichtwet holds for a child, kwalificatieplicht included.
pub fn leerplicht(
    ctx: &Besluitvorming<'_>,
    geboortedatum: Date,
) -> Result<Berekend<Leerplichttijd>, Refusal> {
    let invoer = recht::leerplicht::LeerplichtInvoer { geboortedatum };
    let toetsing =
        recht::leerplicht::periode(ctx.wet, ctx.vandaag, &invoer).map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| Leerplichttijd {
        van: uitkomst.leerplicht_vanaf,
        tot: uitkomst.kwalificatieplicht_tot,
    })
}

/// The last day on which a child has to be enrolled at a school, before the kwalificatieplicht (LPW 3(1)b).
pub fn schoolplicht_tot_en_met(ctx: &Besluitvorming<'_>, geboortedatum: Date) -> Result<Date, Refusal> {
    let invoer = recht::leerplicht::LeerplichtInvoer { geboortedatum };
    let toetsing =
        recht::leerplicht::periode(ctx.wet, ctx.vandaag, &invoer).map_err(|fout| wrong_input(&fout))?;
    Ok(keep(toetsing, |uitkomst| uitkomst.leerplicht_tot_en_met)?.uitkomst)
}
