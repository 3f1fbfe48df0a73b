//! P1b: who is heard before a pupil is removed (WPO 40(11), WEC 40(18), WVO 8.15(3)): whoever is a parent when it is decided. Who came after
//! the invitation has neither had a letter nor a chance to come; whose authority ended by the word of the school can still say that it
//! is not so; and where nobody is left, nobody was heard.

use base::{Date, dates};

use crate::algemeen::staat::Brief;
use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::leven::gezag::{ieder_een_keer, is_zelfde_mens};
use crate::opdracht::{Besluitvorming, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Persoon, Verwijdering, VerwijderingFase};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::opdracht::hears_the_pupil_alone;

/// A letter of this kind invites to the talk.
pub(super) fn is_invitation(soort: &str) -> bool {
    matches!(soort, "voornemen_verwijdering" | "gesprek_verzet")
}

impl Dossier {
    /// Those who are heard about a removal, each once: whom the law calls parents on the day of the talk, and who lost authority so lately
    /// that they can still say that it is not so.
    pub fn te_horen(&self, op: Date, vandaag: Date) -> Vec<&Persoon> {
        ieder_een_keer(self.ouders_op(op).chain(self.pas_zonder_gezag(vandaag)))
    }
}

impl Dossier {
    /// This person was invited to the talk about a removal before it was moved the last time, and so knows of another day.
    pub fn was_eerder_uitgenodigd(&self, verwijdering: u32, persoon: &Persoon) -> bool {
        let newest = self.feiten.iter().rev().find(|feit| invites(feit, verwijdering));
        let before = newest.map_or(0, |feit| feit.volgnummer);
        self.is_een_van(persoon, invited_before(self, verwijdering, before))
    }

    /// This person came to a talk about a removal, or let know otherwise what they think.
    pub fn kwam_naar_gesprek(&self, verwijdering: &Verwijdering, persoon: &Persoon) -> bool {
        came(self, verwijdering, persoon)
    }
}

/// What somebody knows of the day of a talk by the letters that were written to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InBrieven {
    /// No letter of it is known.
    Geen,
    /// Letters were written, and none of them left.
    Niets,
    /// The day in the last that left.
    Dag(Date),
}

impl Dossier {
    /// The day of the talk about a removal as a reader knows it by letter; `aan`: a letter goes to that reader.
    pub fn gesprek_in_brieven(&self, verwijdering: &Verwijdering, aan: impl Fn(&Brief) -> bool) -> InBrieven {
        let over = Some(Onderwerp::Verwijdering(verwijdering.nr));
        let about =
            |brief: &&Brief| brief.inhoud.betreft.onderwerp() == over && is_invitation(&brief.inhoud.soort);
        let written: Vec<&Brief> = self.brieven.iter().filter(about).filter(|brief| aan(brief)).collect();
        let left = written.iter().rev().find(|brief| !brief.post.is_empty());
        match left {
            Some(left) => InBrieven::Dag(self.day_before(verwijdering, left.volgnummer)),
            None if written.is_empty() => InBrieven::Geen,
            None => InBrieven::Niets,
        }
    }

    /// The day of the talk as it was before a fact.
    fn day_before(&self, verwijdering: &Verwijdering, volgnummer: u64) -> Date {
        let before = self.feiten.iter().rev().filter(|feit| feit.volgnummer < volgnummer);
        let mut moved = before.filter_map(|feit| GesprekVerzet::uit(feit.gebeurtenis()?));
        let moved = moved.find(|moved| moved.verwijdering == verwijdering.nr);
        moved.map_or_else(|| verwijdering.eerste_dag_van_gesprek(), |moved| moved.op)
    }
}

impl Dossier {
    /// The first day on which a removal is decided: that of the talk, where everybody came or wrote by then; else the day after it, since
    /// whoever was invited for that day has it to its end.
    pub(crate) fn beslist_vanaf(&self, verwijdering: &Verwijdering) -> Date {
        let invited = verwijdering.dag_van_gesprek();
        // A pupil who is heard alone was heard, or nobody was asked who came.
        let alone = verwijdering.gesprekken.iter().any(|talk| talk.kwamen.is_none());
        let all = alone || self.nog_niet_gehoord(self.ouders_op(invited), verwijdering.kwamen()).is_empty();
        if all { invited } else { dates::plus_days(invited, 1).unwrap_or(invited) }
    }
}

/// The letter of this fact invites the parents to the talk about a removal.
fn invites(feit: &Feit, nr: u32) -> bool {
    let invites = |event: &Gebeurtenis| event.brief().is_some_and(|letter| is_invitation(letter.soort()));
    let over = Some(Onderwerp::Verwijdering(nr));
    feit.gebeurtenis().is_some_and(|event| event.onderwerp() == over && invites(event))
}

/// Those to whom an invitation went: who was a parent in the file as it stood then. What was put in the file after it, also from a day
/// before, has sent nobody a letter.
fn invited(dossier: &Dossier, nr: u32) -> Vec<u32> {
    invited_before(dossier, nr, u64::MAX)
}

/// The same, of the facts before one.
fn invited_before(dossier: &Dossier, nr: u32, before: u64) -> Vec<u32> {
    let mut all = Vec::new();
    let earlier = dossier.feiten.iter().filter(|feit| feit.volgnummer < before);
    for feit in earlier.filter(|feit| invites(feit, nr)) {
        let until = dossier.feiten.iter().filter(|one| one.volgnummer <= feit.volgnummer).cloned();
        let then = dossier.folded(until.collect());
        all.extend(then.ouders_op(feit.on).map(|persoon| persoon.nr));
    }
    all
}

/// This person came to a talk, or let know otherwise what they think.
pub(super) fn came(dossier: &Dossier, verwijdering: &Verwijdering, persoon: &Persoon) -> bool {
    dossier.is_een_van(persoon, verwijdering.kwamen())
}

impl Dossier {
    /// This person wrote to the school on the own page about this removal: that is a way to be heard too.
    pub fn schreef_over(&self, verwijdering: u32, persoon: &Persoon) -> bool {
        let about = self.woorden.iter().filter(|said| said.feit.verwijdering == Some(verwijdering));
        self.is_een_van(persoon, about.map(|said| said.feit.persoon))
    }
}

/// Whoever wrote about a removal, and of whom the school did not record that they were heard.
fn unrecorded<'a>(
    dossier: &'a Dossier,
    verwijdering: &Verwijdering,
    parents: impl Iterator<Item = &'a Persoon>,
) -> Vec<&'a Persoon> {
    let wrote = |persoon: &&Persoon| {
        dossier.schreef_over(verwijdering.nr, persoon) && !came(dossier, verwijdering, persoon)
    };
    parents.filter(wrote).collect()
}

/// Refuses what leaves out somebody who wrote: of these parents, who are not named among those who were heard (`kwamen`).
pub(super) fn refuse_unread(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    (parents, kwamen): (&[&Persoon], &[u32]),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let silent = dossier.nog_niet_gehoord(parents.iter().copied(), kwamen.iter().copied());
    if unrecorded(dossier, verwijdering, silent.into_iter()).is_empty() {
        return Ok(());
    }
    Err(Refusal::field("kwamen", sleutels::verwijdering::ouder_schreef())
        .because(article(verwijdering, ctx))
        .instead(sleutels::verwijdering::ouder_schreef_vastleggen()))
}

/// A parent of today was neither invited nor heard.
pub(super) fn is_somebody_missed(dossier: &Dossier, verwijdering: &Verwijdering, on: Date) -> bool {
    !missed(dossier, verwijdering, dossier.ouders_op(on)).is_empty()
}

/// Those of these people who neither came nor were invited.
fn missed<'a>(
    dossier: &'a Dossier,
    verwijdering: &Verwijdering,
    parents: impl Iterator<Item = &'a Persoon>,
) -> Vec<&'a Persoon> {
    let invited = invited(dossier, verwijdering.nr);
    let asked = |persoon: &Persoon| dossier.is_een_van(persoon, invited.iter().copied());
    parents.filter(|persoon| !asked(persoon) && !came(dossier, verwijdering, persoon)).collect()
}

/// Of a pupil who does not decide somebody is heard: where those who had authority are gone, and nobody is in their place, the school finds
/// out first who has it.
pub(super) fn refuse_nobody(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    on: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if dossier.handelt_zelf(on) || dossier.ouders_op(on).next().is_some() {
        return Ok(());
    }
    Err(Refusal::new("niemand_met_gezag", sleutels::leven::beurt_niemand_met_gezag())
        .because(article(verwijdering, ctx))
        .instead(sleutels::leven::zet_gezag_nagaan()))
}

pub(super) fn article(verwijdering: &Verwijdering, ctx: &Besluitvorming<'_>) -> Option<base::Vindplaats> {
    regels::artikel(ctx, "verwijdering.horen", verwijdering.sector, verwijdering.voorgenomen_op)
}

/// Refuses a decision while a parent of today was neither invited nor heard, while somebody who was not heard can still say that they have
/// authority, or where nobody is left to be heard.
pub(super) fn refuse_unheard(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if hears_the_pupil_alone(dossier, verwijdering, ctx.vandaag, ctx)? {
        return Ok(());
    }
    refuse_nobody(dossier, verwijdering, ctx.vandaag, ctx)?;
    let heard = dossier.te_horen(ctx.vandaag, ctx.vandaag);
    refuse_unread(dossier, verwijdering, (&heard, &[]), ctx).map_err(|refusal| Refusal {
        code: "ouder_schreef",
        veld: None,
        ..refusal
    })?;
    if is_somebody_missed(dossier, verwijdering, ctx.vandaag) {
        return Err(Refusal::new("ouder_niet_gehoord", sleutels::verwijdering::ouder_niet_gehoord())
            .because(article(verwijdering, ctx))
            .instead(sleutels::verwijdering::ouder_alsnog_horen()));
    }
    let mut lately = dossier.pas_zonder_gezag(ctx.vandaag).into_iter();
    let waits = lately.any(|lost| !came(dossier, verwijdering, lost));
    match decides_after(dossier, verwijdering).filter(|_| waits) {
        Some(op) => Err(Refusal::new("pas_zonder_gezag", sleutels::verwijdering::pas_zonder_gezag())
            .because(article(verwijdering, ctx))
            .instead(sleutels::verwijdering::DieOuderHorenOfVanaf { op }.tekst())),
        None => Ok(()),
    }
}

/// The first day on which nobody who was not heard can say any more that they still have authority.
fn decides_after(dossier: &Dossier, verwijdering: &Verwijdering) -> Option<Date> {
    let lost = dossier.gezag_beeindigd().into_iter();
    let back = |lost: &Persoon| {
        let mut has = dossier.personen.iter().filter(|p| p.relatie.has_gezag() && p.tot.is_none());
        has.any(|has| !has.overleden && is_zelfde_mens(has, lost))
    };
    let waits = lost.filter(|(persoon, _)| !back(persoon) && !came(dossier, verwijdering, persoon));
    waits.filter_map(|(_, last)| dates::plus_days(last, 1)).max()
}

/// The turns of a removal, where somebody is still to be heard: then that is the turn, and the decision waits. Where nobody is left to be
/// heard, it is no turn of the school but to find out who has authority.
pub(super) fn first_heard(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    (beurten, since): (&mut Vec<Beurt>, usize),
) {
    let heard = match verwijdering.fase() {
        VerwijderingFase::Verwijderd
        | VerwijderingFase::Gemeld
        | VerwijderingFase::Ingetrokken
        | VerwijderingFase::Herroepen => return,
        VerwijderingFase::Voorgenomen => None,
        VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => verwijdering.gehoord_op,
    };
    let mut own = beurten.split_off(since);
    if let Some(heard) = heard {
        let runs = |p: &&Persoon| p.relatie.is_ouder_in_onderwijs() && !p.overleden && p.tot.is_none();
        let mut missed = missed(dossier, verwijdering, dossier.personen.iter().filter(runs));
        let because = if missed.is_empty() {
            sleutels::verwijdering::beurt_ouder_schreef()
        } else {
            sleutels::verwijdering::beurt_ouder_niet_gehoord()
        };
        missed.extend(unrecorded(dossier, verwijdering, dossier.personen.iter().filter(runs)));
        let of_age = dossier.handelt_zelf_vanaf();
        if let Some(from) = missed.iter().map(|persoon| persoon.van.max(heard)).min() {
            own.retain_mut(|beurt| decided_from(beurt, of_age));
            if !own.iter().any(|beurt| beurt.zet == Zet::OudersEnLeraarHoren) {
                let over = Onderwerp::Verwijdering(verwijdering.nr);
                let step = Step::new(Zet::OudersEnLeraarHoren, over, from);
                let step = step.because(because).by(verwijdering.vestiging.organisatie());
                own.push(step.ending(of_age));
            }
        }
        if let Some(from) = decides_after(dossier, verwijdering) {
            let from = of_age.map_or(from, |of_age| from.min(of_age));
            own.retain_mut(|beurt| decided_from(beurt, Some(from)));
        }
    }
    if let Some((from, until)) = dossier.zonder_ouders() {
        own.retain_mut(|beurt| !hears_or_decides(beurt) || outside(beurt, (from, until)));
    }
    own.retain(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot));
    beurten.extend(own);
}

fn hears_or_decides(beurt: &Beurt) -> bool {
    matches!(beurt.zet, Zet::OudersEnLeraarHoren | Zet::VerwijderingBeslissen)
}

/// The turn to decide begins on this day at the earliest, or never; any other stays.
fn decided_from(beurt: &mut Beurt, from: Option<Date>) -> bool {
    if beurt.zet != Zet::VerwijderingBeslissen {
        return true;
    }
    let Some(from) = from else { return false };
    beurt.van = beurt.van.max(from);
    true
}

/// Makes a turn one before, or else after, the days on which nobody is there; false where nothing of it is left.
fn outside(beurt: &mut Beurt, (from, until): (Date, Option<Date>)) -> bool {
    if beurt.van < from {
        beurt.tot = Some(beurt.tot.map_or(from, |tot| tot.min(from)));
        return true;
    }
    let Some(until) = until else { return false };
    beurt.van = beurt.van.max(until);
    true
}
