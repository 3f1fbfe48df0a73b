//! P1: a place at a school for special primary, special or special secondary education needs a declaration (R2.1), for good or
//! for the time being.

use base::Date;

use crate::opdracht::{Besluitvorming, regels};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Aanmelding, Dossier};

/// Refuses a place at such a school from a day on which no declaration for it holds, made known. Whoever admits a minor asylum
/// seeker after six weeks does so by law (WPO 40 lid 16, WEC 40 lid 24); for an institute of cluster 1 or 2 others decide.
pub(super) fn refuse_without(
    dossier: &Dossier,
    aanmelding: &Aanmelding,
    per: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let needed = aanmelding.schoolsoort.verklaringen();
    let mut declarations = dossier.aanvragen.iter().filter(|aanvraag| needed.contains(&aanvraag.soort));
    let holds = declarations.any(|aanvraag| {
        let begun = aanvraag.verleend().is_some_and(|granted| granted.van <= per);
        begun && aanvraag.bekendmaking.is_some() && aanvraag.geldig_tot_en_met(per).is_some()
    });
    if needed.is_empty() || holds || aanmelding.minderjarige_asielzoeker {
        return Ok(());
    }
    let naam = if aanmelding.schoolsoort == Schoolsoort::Vso {
        "aanmelding.verklaring_nodig_vso"
    } else {
        "aanmelding.verklaring_nodig"
    };
    let artikel = regels::artikel(ctx, naam, aanmelding.sector, per);
    Err(Refusal::new("verklaring_nodig", sleutels::aanmelding::verklaring_nodig())
        .because(artikel)
        .instead(sleutels::aanmelding::verklaring_vragen()))
}
