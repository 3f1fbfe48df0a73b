//! What one act recorded, as a whole: who is admitted is enrolled too, so that putting the admission right puts the enrolment right.
//!
//! The log says of a fact by which act it was recorded, and at which place among the facts of that act. Of facts that were recorded before
//! it did, it is found by deciding the act anew, on the file as it stood then: what it gives, is what stands there.

use base::dates;

use crate::aanmelding::afloop::LaatToe;
use crate::aanmelding::feiten::Toegelaten;
use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Daadplek, Dossier, Feit};

/// The most facts that an act recorded before the one that it is corrected by, as long as the log did not say.
const MOST_BEFORE: u64 = 3;

/// The facts that one act recorded, one after the other.
pub(super) struct Geheel<'a> {
    /// They, or the one fact that is corrected where nobody can tell what was recorded with it.
    feiten: Vec<&'a Feit>,
    /// The file as it stood before the first.
    toen: Dossier,
}

/// The circumstances in which an act that recorded this fact is decided anew.
fn circumstances<'c>(feit: &Feit, old: &Gebeurtenis, ctx: &Besluitvorming<'c>) -> Besluitvorming<'c> {
    let vandaag = if old.op_zijn_dag() { dates::today_in_nl(feit.recorded_at) } else { ctx.vandaag };
    Besluitvorming { vandaag, ..*ctx }
}

impl<'a> Geheel<'a> {
    /// What was recorded with this fact, by the act that would record it.
    pub(super) fn of(
        dossier: &'a Dossier,
        feit: &'a Feit,
        (old, act): (&Gebeurtenis, &Opdracht),
        ctx: &Besluitvorming<'_>,
    ) -> Self {
        let said = feit.daad.filter(|plek| plek.daad == act.welke());
        let facts =
            said.map_or_else(|| found_anew(dossier, feit, (old, act), ctx), |_| dossier.van_een_daad(feit));
        let first = facts.first().map_or(feit.volgnummer, |first| first.volgnummer);
        Self { toen: dossier.voor_feit(first), feiten: facts }
    }

    /// They.
    pub(super) fn feiten(&self) -> impl Iterator<Item = &'a Feit> {
        self.feiten.iter().copied()
    }

    /// What another act would have recorded in their place; it has to record what is corrected.
    pub(super) fn anew(
        &self,
        feit: &Feit,
        (old, act): (&Gebeurtenis, &Opdracht),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        let decided = act.as_decide().decide(&self.toen, &circumstances(feit, old, ctx))?;
        let right = decided.iter().find(|one| one.gebeurtenis.event_type() == old.event_type());
        let right = right.ok_or_else(|| Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()))?;
        old.is_zelfde(&right.gebeurtenis)?;
        Ok(decided)
    }
}

/// What was recorded with this fact, where no log says so; itself alone where deciding its act anew gives something else than stands there.
fn found_anew<'a>(
    dossier: &'a Dossier,
    feit: &'a Feit,
    (old, act): (&Gebeurtenis, &Opdracht),
    ctx: &Besluitvorming<'_>,
) -> Vec<&'a Feit> {
    let ctx = circumstances(feit, old, ctx);
    let earliest = feit.volgnummer.saturating_sub(MOST_BEFORE).max(1);
    let whole = (earliest..=feit.volgnummer).rev().find_map(|first| {
        let decided = act.as_decide().decide(&dossier.voor_feit(first), &ctx).ok()?;
        same_facts(dossier, feit, first, &decided)
    });
    whole.unwrap_or_else(|| vec![feit])
}

impl Dossier {
    /// The facts that one act recorded, this one among them, in order; this one alone where the log does not say.
    fn van_een_daad<'a>(&'a self, feit: &'a Feit) -> Vec<&'a Feit> {
        let Some(Daadplek { daad, plaats }) = feit.daad else { return vec![feit] };
        let first = feit.volgnummer.saturating_sub(u64::from(plaats));
        let there = self.feiten.iter().map(AsRef::as_ref).skip_while(|one: &&Feit| one.volgnummer < first);
        let placed =
            there.zip(0..).take_while(|(one, plaats)| one.daad == Some(Daadplek { daad, plaats: *plaats }));
        placed.map(|(one, _)| one).collect()
    }

    /// What was recorded with this fact, itself among it, in order: by the same act, or at the same moment where the log does not say by
    /// which.
    pub(crate) fn vastgelegd_met<'a>(&'a self, feit: &'a Feit) -> Vec<&'a Feit> {
        if feit.daad.is_some() {
            return self.van_een_daad(feit);
        }
        let facts = self.feiten.iter().map(AsRef::as_ref);
        facts.filter(|one: &&Feit| one.recorded_at == feit.recorded_at).collect()
    }
}

/// The facts from this one on, where they are of the kinds that the act gives, were recorded at once, and this one is among them.
fn same_facts<'a>(
    dossier: &'a Dossier,
    feit: &Feit,
    first: u64,
    decided: &[Vaststelling],
) -> Option<Vec<&'a Feit>> {
    let there = dossier.feiten.iter().map(AsRef::as_ref).skip_while(|one: &&Feit| one.volgnummer < first);
    let facts: Vec<&Feit> = there.take(decided.len()).collect();
    let same = facts.len() == decided.len()
        && facts.iter().any(|one| one.volgnummer == feit.volgnummer)
        && facts.iter().zip(decided).all(|(one, given)| {
            one.recorded_at == feit.recorded_at && one.inhoud.event_type() == given.gebeurtenis.event_type()
        });
    same.then_some(facts)
}

/// The admission that enrolled the child by this fact, with the act that says of it what the act says of the enrolment: its first day
/// and its group are those of the admission.
pub(super) fn toelating_van<'a>(
    dossier: &'a Dossier,
    feit: &Feit,
    act: &Opdracht,
) -> Option<(&'a Feit, Opdracht)> {
    let Opdracht::SchrijfIn(right) = act else { return None };
    let Gebeurtenis::Ingeschreven(place) = feit.gebeurtenis()? else { return None };
    let before: &Feit = dossier.feit(feit.volgnummer.checked_sub(1)?)?;
    let admitted = Toegelaten::uit(before.gebeurtenis()?)?;
    let school = dossier.aanmelding(admitted.aanmelding)?.vestiging == place.vestiging;
    // Another enrolment may be recorded at the same moment: that of the admission has its group, and where a temporary place became
    // permanent it begins on the day of the decision.
    let same = admitted.groep == place.groep && admitted.per <= place.per;
    let with_it = dossier.vastgelegd_met(feit).iter().any(|one| one.volgnummer == before.volgnummer);
    if !school || !same || !with_it {
        return None;
    }
    let Opdracht::LaatToe(was) = Gebeurtenis::from(admitted.clone()).daad(dossier)? else { return None };
    let admit = LaatToe { per: right.per, groep: right.groep.clone(), ..was };
    Some((before, admit.into()))
}
