//! What follows from the date of birth in facts that were recorded after it: when the pupil comes of age, and in a removal that runs
//! whether the Leerplichtwet holds and who had to be heard. With another date of birth each says what it would have said.

use std::sync::Arc;

use base::{Date, Sector, dates};

use crate::algemeen::correctie::{effective, replacement, taken_back};
use crate::algemeen::grenzen::{met, put};
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::opdracht::MeldMeerderjarig;
use crate::opdracht::{Besluitvorming, Opdracht, Vaststelling, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};
use crate::verwijdering::feiten::{OudersEnLeraarGehoord, VerwijderingVoorgenomen};
use crate::verwijdering::opdracht::HoorOudersEnLeraar;

/// What a fact should have said with another date of birth.
enum Anders {
    /// What it says.
    Zelfde,
    /// This.
    Zo(Gebeurtenis),
    /// Nothing: it could not have been recorded.
    Niets,
}

/// The corrections that follow from these, where they put another date of birth in the file.
pub(super) fn volgt(
    dossier: &Dossier,
    (events, waarom): (&[Vaststelling], &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let was = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let Some(born) = events.iter().find_map(born).filter(|born| was != Some(*born)) else {
        return Ok(Vec::new());
    };
    let mut straight = met(dossier, events, ctx);
    let mut follow = Vec::new();
    for feit in &dossier.feiten {
        let Some(said) = effective(dossier, feit) else { continue };
        let correction = match otherwise(&straight, (feit, &said, born), ctx)? {
            Anders::Zelfde => continue,
            Anders::Zo(right) if right == said => continue,
            Anders::Zo(right) => replacement(feit.volgnummer, waarom, &right)?,
            Anders::Niets => taken_back(feit.volgnummer, waarom),
        };
        let event = Vaststelling::new(ctx.vandaag, dossier, ctx, correction);
        put(&mut straight, &event, ctx);
        follow.push(event);
    }
    Ok(follow)
}

/// The date of birth that a correction puts in the file.
fn born(event: &Vaststelling) -> Option<Date> {
    let Gebeurtenis::Gecorrigeerd(correction) = &event.gebeurtenis else { return None };
    let Gebeurtenis::DossierGeopend(opened) = correction.nieuw.as_ref()?.lees().ok()? else { return None };
    Some(opened.geboortedatum)
}

fn otherwise(
    straight: &Dossier,
    (feit, said, born): (&Feit, &Gebeurtenis, Date),
    ctx: &Besluitvorming<'_>,
) -> Result<Anders, Refusal> {
    let then = Besluitvorming { vandaag: dates::today_in_nl(feit.recorded_at), ..*ctx };
    if let Gebeurtenis::Meerderjarig(event) = said {
        let act = MeldMeerderjarig { handelingsbekwaam: event.handelingsbekwaam };
        return Ok(decided(straight, (feit, said, &act.into()), &then));
    }
    if let Gebeurtenis::VerwijderingVoorgenomen(event) = said {
        return intended(straight, (event, born), &then);
    }
    if let Gebeurtenis::OudersEnLeraarGehoord(event) = said
        && runs(straight, event.verwijdering)
    {
        let OudersEnLeraarGehoord { verwijdering, ouders, leraar, leerling, kwamen } = event.as_ref().clone();
        // Of whom nobody asked who came, everybody did.
        let everybody = || straight.ouders_op(feit.on).map(|persoon| persoon.nr).collect();
        let kwamen = kwamen.unwrap_or_else(everybody);
        let act = HoorOudersEnLeraar { verwijdering, op: feit.on, kwamen, ouders, leraar, leerling };
        return Ok(decided(straight, (feit, said, &act.into()), &then));
    }
    Ok(Anders::Zelfde)
}

/// A removal that was neither carried out nor withdrawn.
fn runs(straight: &Dossier, nr: u32) -> bool {
    straight.verwijdering(nr).is_some_and(|v| v.besluit.is_none() && v.ingetrokken_op.is_none())
}

/// What the act says on the file as it was then, with the right date of birth.
fn decided(
    straight: &Dossier,
    (feit, said, act): (&Feit, &Gebeurtenis, &Opdracht),
    then: &Besluitvorming<'_>,
) -> Anders {
    let events = act.as_decide().decide(&straight.voor_feit(feit.volgnummer), then).unwrap_or_default();
    let mut same = events.into_iter().filter(|one| one.gebeurtenis.event_type() == said.event_type());
    same.next().map_or(Anders::Niets, |one| Anders::Zo(one.gebeurtenis))
}

/// An intention says when the Leerplichtwet holds for the pupil; not in primary education (WPO 40(11)).
fn intended(
    straight: &Dossier,
    (event, born): (&Arc<VerwijderingVoorgenomen>, Date),
    then: &Besluitvorming<'_>,
) -> Result<Anders, Refusal> {
    if event.sector == Sector::Po || !runs(straight, event.verwijdering) {
        return Ok(Anders::Zelfde);
    }
    let leerplicht = Some(regels::leerplicht(then, born)?);
    Ok(Anders::Zo(VerwijderingVoorgenomen { leerplicht, ..event.as_ref().clone() }.into()))
}
