//! Whether a decision has reached the family: until its letter left it can be taken back as if it had not been taken; from then on it
//! holds, and ends by a new decision (Awb 3:40).

use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::staat::{Brief, Dossier, Feit};

/// The kind of the pupil's own letter of a decision: it is asked for by the fact that asks for the letter to the parents.
const EIGEN_BRIEF: &str = "besluit_leerling";

/// Which letter a fact asks for, and about which case; none where it is about the child.
type Gevraagd = (&'static str, Option<crate::beurt::Onderwerp>);

/// A fact about which is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeSchrijven {
    /// It.
    pub gebeurtenis: Gebeurtenis,
    /// Number of the fact in the place of which a correction put it.
    pub verbetert: Option<u64>,
}

/// A letter that lapsed because the places of the child became secret from its reader, or that lacks reasons which were released for them, and
/// was not written anew yet.
#[derive(Debug)]
pub struct TeHerschrijven<'a> {
    /// It.
    pub brief: &'a Brief,
    /// The fact that asked for it: of what was corrected before it, the correction.
    pub feit: &'a Feit,
    /// To whom it went who gets another now, by number in the file.
    pub aan: Vec<u32>,
    /// The file as it stood right after the act of that fact, with what is secret now.
    pub toen: Dossier,
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

/// What a fact asks to be written.
fn asks(gebeurtenis: &Gebeurtenis) -> Option<Gevraagd> {
    Some((gebeurtenis.brief()?.soort(), gebeurtenis.onderwerp()))
}

impl Dossier {
    /// The fact that a letter was written about: the last before it that asks for such a letter in that case.
    pub(super) fn feit_van_brief(&self, brief: &Brief) -> Option<&Feit> {
        let about = brief.inhoud.betreft.onderwerp();
        let before =
            self.feiten.iter().map(AsRef::as_ref).filter(|feit: &&Feit| feit.volgnummer < brief.volgnummer);
        // The pupil's own letter tells of the decision that was told last.
        let of_pupil = brief.inhoud.soort == EIGEN_BRIEF;
        let told = |(soort, over): Gevraagd| over == about && (of_pupil || soort == brief.inhoud.soort);
        before.rev().find(|feit| feit.gebeurtenis().and_then(asks).is_some_and(told))
    }

    /// A fact asked for this letter.
    pub fn komt_van_feit(&self, brief: &Brief) -> bool {
        self.feit_van_brief(brief).is_some()
    }

    /// The letters to the family that a fact asked for, in the order in which they were written.
    pub fn brieven_over<'a>(&'a self, feit: &'a Feit) -> impl Iterator<Item = &'a Brief> {
        let about = move |brief: &&Brief| {
            self.feit_van_brief(brief).is_some_and(|of| of.volgnummer == feit.volgnummer)
        };
        self.brieven.iter().filter(|brief| brief.volgnummer > feit.volgnummer).filter(about)
    }

    /// The letters that nobody may send any more for that reason alone: who did not get one would miss a decision and the time to object.
    pub fn te_herschrijven(&self) -> Vec<TeHerschrijven<'_>> {
        let anew = |brief: &&Brief| self.vervalt_door_geheim(brief) || self.is_anders_na_verzending(brief);
        let lapsed = self.brieven.iter().filter(anew);
        let asked = lapsed.filter_map(|brief| {
            let aan: Vec<u32> =
                brief.inhoud.aan_personen.iter().copied().filter(|nr| self.mist_brief(brief, *nr)).collect();
            let feit = self.vraagt_brief(brief).filter(|_| !aan.is_empty())?;
            let of_act =
                |one: &&Feit| one.volgnummer >= feit.volgnummer && one.recorded_at == feit.recorded_at;
            let last =
                self.feiten.iter().map(AsRef::as_ref).filter(of_act).map(|one| one.volgnummer).max()?;
            let mut toen = self.waar(|one| one.volgnummer <= last).into_owned();
            toen.neem_geheim_over(self);
            Some(TeHerschrijven { brief, feit, aan, toen })
        });
        asked.collect()
    }

    /// Number of the fact since which a letter to this person is another than this one: the places became secret from them, or its reasons
    /// were released for them, or that was taken back.
    pub(super) fn anders_sinds(&self, brief: &Brief, nr: u32) -> Option<u64> {
        let secret = self.geheim_sinds(nr).filter(|since| brief.volgnummer < *since);
        secret.max(self.vrijgegeven_na(brief, nr)).max(self.vrijgave_teruggenomen_na(brief, nr))
    }

    /// It is another since it was written, and no letter of the kind about the same says what they may have: one of before a release that was taken
    /// back, without the reasons. Of several the last alone is written anew.
    fn mist_brief(&self, brief: &Brief, nr: u32) -> bool {
        if self.anders_sinds(brief, nr).is_none() {
            return false;
        }
        let anew = self.brieven.iter().any(|other| {
            let same =
                (&other.inhoud.soort, other.inhoud.betreft) == (&brief.inhoud.soort, brief.inhoud.betreft);
            same && other.op == brief.op
                && other.inhoud.aan_personen.contains(&nr)
                && (other.volgnummer > brief.volgnummer || self.anders_sinds(other, nr).is_none())
        });
        !anew && self.krijgt_brieven(nr)
    }

    /// The fact by which a letter was asked, or the correction of it that the letter tells of.
    fn vraagt_brief(&self, brief: &Brief) -> Option<&Feit> {
        let feit = self.feit_van_brief(brief)?;
        let corrects = |one: &&Feit| match one.gebeurtenis() {
            Some(Gebeurtenis::Gecorrigeerd(correction)) => correction.volgnummer == feit.volgnummer,
            Some(_) | None => false,
        };
        let mut before =
            self.feiten.iter().rev().map(AsRef::as_ref).filter(|one| one.volgnummer < brief.volgnummer);
        Some(before.find(corrects).unwrap_or(feit))
    }

    /// What a letter says was corrected after it was written.
    pub(crate) fn is_verbeterd(&self, brief: &Brief) -> bool {
        let mut later =
            self.feiten.iter().filter(|feit| feit.volgnummer > brief.volgnummer).filter_map(|feit| {
                let Gebeurtenis::Gecorrigeerd(correction) = feit.gebeurtenis()? else { return None };
                Some(correction.volgnummer)
            });
        later.any(|wrong| self.feit_van_brief(brief).is_some_and(|feit| feit.volgnummer == wrong))
            || self.gesprek_verzet_na(brief)
    }

    /// It invites for a talk that was moved after it was written.
    fn gesprek_verzet_na(&self, brief: &Brief) -> bool {
        self.uitnodiging_ingehaald(&brief.inhoud.soort, brief.inhoud.betreft.onderwerp(), brief.volgnummer)
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
