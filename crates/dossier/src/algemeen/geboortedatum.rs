//! What follows from the date of birth in facts that were recorded after it: when the pupil comes of age, and in a removal that runs
//! whether the Leerplichtwet holds and who had to be heard. With another date of birth each says what it would have said; which facts
//! those are stands on their cards (`geboortedatum`), so that a new one does not keep what was computed with the wrong day.

use base::{Date, dates};

use crate::algemeen::correctie::{effective, replacement, taken_back};
use crate::algemeen::grenzen::{met, put};
use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};

/// What a fact should have said with another date of birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anders {
    /// What it says.
    Zelfde,
    /// This.
    Zo(Gebeurtenis),
    /// Nothing: it could not have been recorded.
    Niets,
}

/// What a fact of this type would have said with another date of birth.
pub type Geboortevolg<T> = fn(&T, &Rechtgezet<'_>) -> Result<Anders, Refusal>;

/// A fact in the file with the right date of birth.
#[derive(Debug, Clone, Copy)]
pub struct Rechtgezet<'a> {
    /// The file, with what was put right before this fact.
    pub(crate) dossier: &'a Dossier,
    /// The fact.
    pub(crate) feit: &'a Feit,
    /// What it says, with its own corrections.
    pub(crate) said: &'a Gebeurtenis,
    /// The right date of birth.
    pub(crate) geboren: Date,
    /// The circumstances of the day on which it was recorded.
    pub(crate) toen: Besluitvorming<'a>,
}

impl Rechtgezet<'_> {
    /// What an act says on the file as it was then, with the right date of birth.
    pub(crate) fn besloten(&self, act: &Opdracht) -> Anders {
        let then = self.dossier.voor_feit(self.feit.volgnummer);
        let events = act.as_decide().decide(&then, &self.toen).unwrap_or_default();
        let mut same =
            events.into_iter().filter(|one| one.gebeurtenis.event_type() == self.said.event_type());
        same.next().map_or(Anders::Niets, |one| Anders::Zo(one.gebeurtenis))
    }
}

/// The corrections that follow from these, where they put another date of birth in the file.
pub(super) fn volgt(
    dossier: &Dossier,
    (events, waarom): (&[Vaststelling], &str),
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let was = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let Some(geboren) = events.iter().find_map(born).filter(|born| was != Some(*born)) else {
        return Ok(Vec::new());
    };
    let mut straight = met(dossier, events, ctx);
    let mut follow = Vec::new();
    for feit in &dossier.feiten {
        let Some(said) = effective(dossier, feit) else { continue };
        let toen = Besluitvorming { vandaag: dates::today_in_nl(feit.recorded_at), ..*ctx };
        let anders =
            said.met_geboortedatum(&Rechtgezet { dossier: &straight, feit, said: &said, geboren, toen })?;
        let correction = match anders {
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
