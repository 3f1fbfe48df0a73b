//! P1b: the talk about an intended removal is moved: who could not come is heard on another day. The new day stands for the first one
//! everywhere: until then nobody decides, and the parents can come or write (WPO 40(11), WEC 40(18), WVO 8.15(3)). What was heard before it
//! stays; what comes of the new day is recorded before it is decided. It is a later day, and one for which there is time: an earlier one
//! only where all who are still to be heard agree.

use std::sync::Arc;

use base::{Date, dates};
use recht::Plicht;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use verband::grenzen::{DAGEN_GESPREK_VERZETTEN, DAGEN_TOT_GESPREK, KEREN_GESPREK_VERZETTEN};

use crate::gebeurtenis::{Feitsoort, Gebeurtenis};
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::velden::{Dag, Personen, Tekst, Vinkje, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::proces::Onderwerp;
use crate::refusal::Refusal;
use crate::staat::{Brief, Dossier, Verwijdering, Verzetting};
use crate::verwijdering::gehoord::{article, is_invitation, is_somebody_missed};
use crate::verwijdering::opdracht::{day_of_talk, hears_the_pupil_alone, open};

/// The talk about a removal is on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GesprekVerzet {
    /// Removal.
    pub verwijdering: u32,
    /// The new day: a working day.
    pub op: Date,
    /// Why, as the letter tells it.
    pub reden: String,
    /// The parents who agreed to this day, where it is an earlier one or one at short notice, by number.
    pub akkoord: Vec<u32>,
    /// The pupil who is heard agreed to that.
    pub leerling_akkoord: bool,
}

/// Before, nobody was asked whether they agreed.
fn nobody_asked(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("akkoord", Value::Array(Vec::new())), ("leerling_akkoord", Value::Bool(false))])
}

kaart! {
    GesprekVerzet, "gesprek_verzet", versie 2 [nobody_asked];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::GesprekVerzet { op: event.op }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief GesprekVerzet; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld [NietVermeld ["reden"]];
    redenen [reden]; geboortedatum nee;
}

over_zaak!(GesprekVerzet, verwijdering, verwijdering_mut, |self, verwijdering, _feit| {
    let (was, na_gesprekken) = (verwijdering.dag_van_gesprek(), verwijdering.gesprekken.len());
    verwijdering.verzettingen.push(Verzetting { feit: Arc::clone(self), was, na_gesprekken });
});

daad! {
    /// Moves the talk about a removal to another day.
    VerzetGesprek,
    /// Removal.
    verwijdering {
        /// The new day: a working day.
        op: Dag,
        /// Why.
        reden: Tekst,
        /// The parents who agree to an earlier day, or to one at short notice.
        akkoord: Personen,
        /// The pupil who is heard agrees to that.
        leerling_akkoord: Vinkje,
    }
}

impl VerzetGesprek {
    /// Everybody who is still to be heard agrees to this day.
    fn all_agree(
        &self,
        dossier: &Dossier,
        verwijdering: &Verwijdering,
        ctx: &Besluitvorming<'_>,
    ) -> Result<bool, Refusal> {
        let alone = hears_the_pupil_alone(dossier, verwijdering, ctx.vandaag, ctx)?;
        let parents = if alone { Vec::new() } else { dossier.te_horen(ctx.vandaag, ctx.vandaag) };
        let is_parent = |nr: u32| parents.iter().any(|persoon| dossier.is_een_van(persoon, [nr]));
        if let Some(other) = self.akkoord.iter().find(|nr| !is_parent(**nr)) {
            let persoon = i32::try_from(*other).unwrap_or(i32::MAX);
            return Err(Refusal::field("akkoord", sleutels::verwijdering::GeenOuder { persoon }.tekst()));
        }
        let open = dossier.nog_niet_gehoord(parents.iter().copied(), verwijdering.kwamen());
        // Where all were heard, all of them are asked: the letter invites them again.
        let asked = if open.is_empty() { &parents } else { &open };
        let pupil = self.leerling_akkoord || !alone && !verwijdering.eist(Plicht::VerwijderingHorenLeerling);
        let silent = dossier.nog_niet_gehoord(asked.iter().copied(), self.akkoord.iter().copied());
        Ok((alone || !asked.is_empty()) && pupil && silent.is_empty())
    }

    /// The day stands long enough ahead, and not before the one for which was invited: who is invited counts on it.
    fn refuse_too_soon(
        &self,
        dossier: &Dossier,
        verwijdering: &Verwijdering,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let stood = verwijdering.dag_van_gesprek();
        let first = day_of_talk(ctx).max(invoer::day_after(stood));
        if first <= self.op || self.all_agree(dossier, verwijdering, ctx)? {
            return Ok(());
        }
        let soon = sleutels::verwijdering::GesprekTeVroeg { dagen: DAGEN_TOT_GESPREK, stond: stood };
        Err(Refusal::field("op", soon.tekst())
            .because(article(verwijdering, ctx))
            .instead(sleutels::verwijdering::LatereDagOfAkkoord { vanaf: first }.tekst()))
    }
}

impl Decide for VerzetGesprek {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let often = verwijdering.verzettingen.len() >= KEREN_GESPREK_VERZETTEN;
        if often && !is_somebody_missed(dossier, verwijdering, ctx)? {
            let keren = i32::try_from(KEREN_GESPREK_VERZETTEN).unwrap_or(i32::MAX);
            return Err(Refusal::new(
                "vaak_verzet",
                sleutels::verwijdering::GesprekVaakVerzet { keren }.tekst(),
            )
            .instead(sleutels::verwijdering::vastleggen_of_intrekken()));
        }
        // A letter tells of it, so that it is not today any more.
        let op = invoer::not_before("op", self.op, invoer::day_after(ctx.vandaag))?;
        if op == verwijdering.dag_van_gesprek() {
            return Err(Refusal::field("op", sleutels::verwijdering::gesprek_staat_al_zo()));
        }
        self.refuse_too_soon(dossier, verwijdering, ctx)?;
        let latest = dates::plus_days(ctx.vandaag, DAGEN_GESPREK_VERZETTEN).unwrap_or(Date::MAX);
        invoer::not_after("op", op, latest)?;
        if regels::werkdag_vanaf(ctx, op) != op {
            return Err(Refusal::field("op", sleutels::verwijdering::gesprek_op_werkdag()));
        }
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        self.all_agree(dossier, verwijdering, ctx)?;
        let mut akkoord = self.akkoord.clone();
        akkoord.sort_unstable();
        akkoord.dedup();
        let moved = GesprekVerzet {
            verwijdering: verwijdering.nr,
            op,
            reden,
            akkoord,
            leerling_akkoord: self.leerling_akkoord,
        };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, moved)])
    }
}

impl Verwijdering {
    /// The talk was moved, and what came of it was not recorded since: whoever was not heard before can come on the new day, and it is said
    /// whether they did. What is recorded since of a day for which was invited before says nothing of the new one.
    pub fn wacht_op_gesprek(&self) -> bool {
        let Some(moved) = self.laatste_verzetting() else { return false };
        self.gesprekken.iter().skip(moved.na_gesprekken).all(|talk| self.was_eerder_op(talk.op))
    }

    /// The talk was on this day, until it was moved.
    pub(super) fn was_eerder_op(&self, op: Date) -> bool {
        let now = self.dag_van_gesprek();
        op != now && self.verzettingen.iter().any(|moved| moved.was == op)
    }
}

impl Dossier {
    /// A letter of this kind about this case invites for a talk that was moved after this fact: another one says the day that holds.
    pub fn uitnodiging_ingehaald(&self, soort: &str, over: Option<Onderwerp>, na: u64) -> bool {
        let moved = |event: &Gebeurtenis| {
            GesprekVerzet::uit(event)
                .is_some_and(|one| over == Some(Onderwerp::Verwijdering(one.verwijdering)))
        };
        let mut later = self.feiten.iter().filter(|feit| feit.volgnummer > na);
        is_invitation(soort) && later.any(|feit| feit.gebeurtenis().is_some_and(moved))
    }
}

/// Of an intention that was withdrawn or decided on nobody is invited any more.
pub(crate) fn nodigt_nog_uit(dossier: &Dossier, brief: &Brief) -> bool {
    let Some(Onderwerp::Verwijdering(nr)) = brief.inhoud.betreft.onderwerp() else { return true };
    dossier.verwijdering(nr).is_none_or(|v| v.besluit.is_none() && v.ingetrokken_op.is_none())
}
