//! P1b: a removal or a suspension is revoked: the pupil was never removed, or never lawfully suspended. After a revoked removal the pupil is
//! enrolled again without a gap, as far as it is at no other school since (WPO 63(3), WEC 61(3)-(4), 40(20)-(21), WVO 2020 8.15(8), Awb
//! 7:11(2)).

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use verband::grenzen::DAGEN_TERUG_NA_HERROEPING;

use crate::aanmelding::tijdelijk::right_after_return;
use crate::algemeen::herroeping::{self, Besluitsoort, BestredenBesluit, Herroeping, al_herroepen};
use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Feitsoort;
use crate::kaart::{kaart, over_zaak};
use crate::leven::herstel::hersteld;
use crate::opdracht::velden::{Herroepen, MagDag, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Gedaan, Schorsing, Verwijdering};
use crate::verwijdering::opdracht::find;

/// A removal is revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerwijderingHerroepen {
    /// Removal.
    pub verwijdering: u32,
    /// By what, and why.
    pub herroeping: Herroeping,
    /// The first day on which the pupil is back; none where it never left, left before for another reason, or is at another school.
    pub terug_op: Option<Date>,
    /// The first day at another school since, as far as the file knows one: the pupil is not enrolled here from then on.
    pub elders_sinds: Option<Date>,
}

kaart! {
    VerwijderingHerroepen, "verwijdering_herroepen", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |_| sleutels::verwijdering::verwijdering_herroepen();
    terugnemen nee; vervangen nee; herrekenen nee; brief VerwijderingHerroepen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.herroeping.reden]); verhuld [NietVermeld ["herroeping", "reden"]];
    redenen [herroeping.reden]; geboortedatum nee;
}

over_zaak!(VerwijderingHerroepen, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.herroepen = Some(Gedaan::op(feit, self));
});

/// A suspension is revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchorsingHerroepen {
    /// Suspension.
    pub schorsing: u32,
    /// By what, and why.
    pub herroeping: Herroeping,
    /// The first day on which the pupil is back, where it was suspended on that day.
    pub terug_op: Option<Date>,
}

kaart! {
    SchorsingHerroepen, "schorsing_herroepen", versie 1 [];
    over schorsing; deel B; lezers allen; zin |_| sleutels::verwijdering::schorsing_herroepen();
    terugnemen nee; vervangen nee; herrekenen nee; brief SchorsingHerroepen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.herroeping.reden]); verhuld [NietVermeld ["herroeping", "reden"]];
    redenen [herroeping.reden]; geboortedatum nee;
}

over_zaak!(SchorsingHerroepen, schorsing, schorsing_mut, |self, schorsing, feit| {
    schorsing.herroepen = Some(Gedaan::op(feit, self));
});

daad! {
    /// Revokes a removal.
    HerroepVerwijdering,
    /// Removal.
    verwijdering {
        /// By what, and why.
        herroeping: Herroepen,
        /// The first day on which the pupil is back; where nobody says another, the next school day on which it is not suspended.
        terug_op: MagDag,
        /// The school is a public authority: objections go by the Awb.
        openbaar: eigen::Openbaar,
    }
}

impl HerroepVerwijdering {
    /// The first day on which the pupil is back, where it left by this decision already and is at no other school.
    fn back(
        &self,
        (dossier, verwijdering): (&Dossier, &Verwijdering),
        (besluit_per, stays_away): (Date, bool),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Date>, Refusal> {
        if ctx.vandaag < besluit_per || stays_away {
            return Ok(None);
        }
        let Some(day) = self.terug_op else {
            let next = regels::werkdag_vanaf(ctx, invoer::day_after(ctx.vandaag));
            let here = dossier.schorsingen.iter().filter(|one| one.vestiging == verwijdering.vestiging);
            let suspended = here.filter(|one| one.van <= next).filter_map(Schorsing::laatste_dag);
            let last = suspended.filter(|last| next <= *last).max();
            return Ok(Some(last.map_or(next, |last| regels::werkdag_vanaf(ctx, invoer::day_after(last)))));
        };
        let last = dates::plus_days(ctx.vandaag, DAGEN_TERUG_NA_HERROEPING).unwrap_or(Date::MAX);
        invoer::not_after("terug_op", invoer::not_before("terug_op", day, ctx.vandaag)?, last).map(Some)
    }
}

impl Decide for HerroepVerwijdering {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = find(dossier, self.verwijdering, ctx)?;
        if verwijdering.herroepen.is_some() {
            return Err(al_herroepen());
        }
        let Some(besluit) = &verwijdering.besluit else {
            return Err(Refusal::new("niet_verwijderd", sleutels::verwijdering::niet_verwijderd()));
        };
        let herroeping =
            self.herroeping.checked(besluit.op, Some(verwijdering.zoals_besloten(self.openbaar)), ctx)?;
        let elders_sinds = elsewhere_since(dossier, verwijdering, besluit.per);
        let left = dossier.vertrok_eerder(verwijdering).is_some();
        let terug_op =
            self.back((dossier, verwijdering), (besluit.per, left || elders_sinds.is_some()), ctx)?;
        let revoked =
            VerwijderingHerroepen { verwijdering: verwijdering.nr, herroeping, terug_op, elders_sinds };
        let mut events = vec![Vaststelling::new(ctx.vandaag, dossier, ctx, revoked)];
        let again = hersteld(dossier, &verwijdering.vestiging, (besluit.per, elders_sinds));
        if let Some(again) = again {
            events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, again));
            if elders_sinds.is_none() {
                events.extend(right_after_return(dossier, &verwijdering.vestiging, ctx)?);
            }
        }
        Ok(events)
    }
}

impl Dossier {
    /// The first day on which the pupil was not enrolled at the school that removed it, before the one of the removal and for another
    /// reason; none where it was until then.
    pub fn vertrok_eerder(&self, verwijdering: &Verwijdering) -> Option<Date> {
        let per = verwijdering.besluit.as_ref()?.per;
        let mut places = self.inschrijvingen.iter().rev();
        let last = places.find(|place| place.vestiging == verwijdering.vestiging && place.van < per)?;
        last.tot.filter(|tot| *tot < per)
    }
}

/// The first day at another school since the pupil had to leave: by an enrolment of this file, or by what its school found out.
fn elsewhere_since(dossier: &Dossier, verwijdering: &Verwijdering, per: Date) -> Option<Date> {
    let own = verwijdering.vestiging.organisatie();
    let enrolled = dossier.inschrijvingen.iter().filter(|place| place.vestiging.organisatie() != own);
    let enrolled = enrolled.filter(|place| place.tot.is_none_or(|tot| per < tot)).map(|place| place.van);
    let seen = verwijdering.elders_vastgesteld.as_ref().map(|seen| seen.van);
    enrolled.chain(seen).map(|van| van.max(per)).min()
}

daad! {
    /// Revokes a suspension.
    HerroepSchorsing,
    /// Suspension.
    schorsing {
        /// By what, and why.
        herroeping: Herroepen,
        /// The school is a public authority: objections go by the Awb.
        openbaar: eigen::Openbaar,
    }
}

impl Decide for HerroepSchorsing {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let nr = self.schorsing;
        let schorsing = dossier.schorsing(nr).ok_or_else(|| Onderwerp::Schorsing(nr).niet_in_dossier())?;
        refuse_outsider::<Schorsing>(ctx, &schorsing.vestiging.organisatie())?;
        if schorsing.herroepen.is_some() {
            return Err(al_herroepen());
        }
        let Some(last) = schorsing.laatste_dag() else {
            return Err(Refusal::new("nooit_geschorst", sleutels::verwijdering::schorsing_was_er_niet()));
        };
        let besluit = schorsing.zoals_besloten(dossier, self.openbaar);
        let herroeping = self.herroeping.checked(schorsing.besloten_op, besluit, ctx)?;
        let away = schorsing.van <= ctx.vandaag && ctx.vandaag <= last;
        let terug_op = away.then(|| regels::werkdag_vanaf(ctx, invoer::day_after(ctx.vandaag)));
        let revoked = SchorsingHerroepen { schorsing: nr, herroeping, terug_op };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, revoked)])
    }
}

impl Verwijdering {
    /// The removal, as somebody objects to it at a school that is a public authority, or is not.
    pub fn zoals_besloten(&self, openbaar: bool) -> BestredenBesluit {
        BestredenBesluit { soort: Besluitsoort::Verwijdering, sector: self.sector, openbaar }
    }
}

impl Schorsing {
    /// The suspension, as somebody objects to it; none of one of before, of which nobody knows whose rules applied.
    pub fn zoals_besloten(&self, dossier: &Dossier, openbaar: bool) -> Option<BestredenBesluit> {
        Some(BestredenBesluit { soort: Besluitsoort::Schorsing, sector: self.sector(dossier)?, openbaar })
    }
}

/// The letter of a removal or suspension, or the report of it, tells something as long as that was not revoked after it was written.
pub(crate) fn geldt_nog(dossier: &Dossier, brief: &Brief) -> bool {
    herroeping::geldt_nog(dossier, brief, |event| {
        let removal = VerwijderingHerroepen::uit(event).map(|one| Onderwerp::Verwijdering(one.verwijdering));
        removal.or_else(|| Some(Onderwerp::Schorsing(SchorsingHerroepen::uit(event)?.schorsing)))
    })
}

/// The report of a removal or suspension, as long as there is something to report: not of a suspension that was ended before its first day.
pub(crate) fn te_melden(dossier: &Dossier, brief: &Brief) -> bool {
    let Some(Onderwerp::Schorsing(nr)) = brief.inhoud.betreft.onderwerp() else {
        return geldt_nog(dossier, brief);
    };
    geldt_nog(dossier, brief) && dossier.schorsing(nr).is_none_or(|one| one.laatste_dag().is_some())
}
