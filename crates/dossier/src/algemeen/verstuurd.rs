//! Whether a decision has reached the family: until its letter left it can be taken back as if it had not been taken; from then on it
//! holds, and ends by a new decision (Awb 3:40).

use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::staat::{Brief, Dossier, Feit};

/// A fact about which is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeSchrijven {
    /// It.
    pub gebeurtenis: Gebeurtenis,
    /// Number of the fact in the place of which a correction put it.
    pub verbetert: Option<u64>,
}

/// The facts of one act about which is written: themselves, and of a correction what it puts in the place of the wrong fact. Of several
/// facts of one case that were corrected at once the first alone: its letter tells how the case stands. What follows from another date
/// of birth in the intention of a removal changes no letter of it.
pub fn te_schrijven(decided: &[Gebeurtenis]) -> Vec<TeSchrijven> {
    let mut told = Vec::new();
    let once = |event: &Gebeurtenis| {
        let Gebeurtenis::Gecorrigeerd(correction) = event else {
            return Some(TeSchrijven { gebeurtenis: event.clone(), verbetert: None });
        };
        let right = correction.nieuw.as_ref()?.lees().ok()?;
        if matches!(right, Gebeurtenis::VerwijderingVoorgenomen(_)) {
            return None;
        }
        let (_, about) = asks(&right)?;
        let first = !told.contains(&about);
        told.push(about);
        first.then_some(TeSchrijven { gebeurtenis: right, verbetert: Some(correction.volgnummer) })
    };
    decided.iter().filter_map(once).collect()
}

/// What a fact asks to be written, and about which case.
fn asks(gebeurtenis: &Gebeurtenis) -> Option<(&'static str, crate::beurt::Onderwerp)> {
    Some((gebeurtenis.brief()?.soort(), gebeurtenis.onderwerp()?))
}

impl Dossier {
    /// The fact that a letter was written about: the last before it that asks for such a letter in that case.
    fn feit_van_brief(&self, brief: &Brief) -> Option<&Feit> {
        let about = brief.inhoud.betreft.onderwerp()?;
        let asked = (brief.inhoud.soort.as_str(), about);
        let before =
            self.feiten.iter().map(AsRef::as_ref).filter(|feit: &&Feit| feit.volgnummer < brief.volgnummer);
        before.rev().find(|feit| feit.gebeurtenis().and_then(asks) == Some(asked))
    }

    /// The letters to the family that a fact asked for, in the order in which they were written.
    pub fn brieven_over<'a>(&'a self, feit: &'a Feit) -> impl Iterator<Item = &'a Brief> {
        let about = move |brief: &&Brief| {
            self.feit_van_brief(brief).is_some_and(|of| of.volgnummer == feit.volgnummer)
        };
        self.brieven.iter().filter(|brief| brief.volgnummer > feit.volgnummer).filter(about)
    }

    /// What a letter says was corrected after it was written.
    pub(crate) fn is_verbeterd(&self, brief: &Brief) -> bool {
        let mut later =
            self.feiten.iter().filter(|feit| feit.volgnummer > brief.volgnummer).filter_map(|feit| {
                let Gebeurtenis::Gecorrigeerd(correction) = feit.gebeurtenis()? else { return None };
                Some(correction.volgnummer)
            });
        later.any(|wrong| self.feit_van_brief(brief).is_some_and(|feit| feit.volgnummer == wrong))
    }
}

/// Refuses once the letter of a decision left.
pub(crate) fn nog_niet_verstuurd(
    dossier: &Dossier,
    feit: &Feit,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let left =
        dossier.brieven_over(feit).filter_map(|brief| dossier.verzonden(brief)).map(|sent| sent.op).min();
    match left {
        None => Ok(()),
        Some(op) => {
            let reden = sleutels::algemeen::AlVerstuurd { op }.tekst();
            Err(Refusal::new("al_verstuurd", reden).instead(sleutels::algemeen::besluit_herroepen()))
        }
    }
}
