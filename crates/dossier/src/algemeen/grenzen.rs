//! What no correction does, whichever act it would have been: it is no way round a decision. A pupil stays a pupil, who has authority keeps
//! it, and a suspension is one that may stand in the file as it is now.

use base::{Date, OrganisatieId, dates};
use verband::grenzen::DAGEN_LEERLING_TERUG;

use crate::algemeen::correctie::{effective, taken_back};
use crate::algemeen::personen;
use crate::algemeen::verstuurd::nog_niet_verstuurd;
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::inschrijving::refuse_too_young;
use crate::opdracht::{Besluitvorming, Opdracht, Vaststelling};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Inschrijving, Schorsing};
use crate::tlv::identiteit::Identiteit;

/// The file as it will be with these facts.
pub(super) fn met(dossier: &Dossier, events: &[Vaststelling], ctx: &Besluitvorming<'_>) -> Dossier {
    let mut with = dossier.clone();
    for event in events {
        put(&mut with, event, ctx);
    }
    with
}

/// Adds a fact to a file, to look at what comes of it.
pub(super) fn put(dossier: &mut Dossier, event: &Vaststelling, ctx: &Besluitvorming<'_>) {
    let Some(last) = dossier.feiten.last().map(|last| last.recorded_at) else { return };
    dossier.apply(event.clone().feit(dossier.versie + 1, last, ctx.actor));
}

/// What was corrected today is a slip of today: putting it back takes nothing from anybody that stood there yesterday.
pub(super) fn is_slip_of_today(dossier: &Dossier, volgnummer: u64, ctx: &Besluitvorming<'_>) -> bool {
    let about = |feit: &&std::sync::Arc<Feit>| matches!(feit.gebeurtenis(), Some(Gebeurtenis::Gecorrigeerd(one)) if one.volgnummer == volgnummer);
    let mut corrections = dossier.feiten.iter().filter(about).peekable();
    corrections.peek().is_some() && corrections.all(|one| dates::today_in_nl(one.recorded_at) == ctx.vandaag)
}

/// An enrolment ends by the decision beside which that was recorded (WPO 40(11), WEC 40(18), WVO 8.15): it is put right there, by who
/// takes that decision, and not by itself.
pub(super) fn refuse_beside_decision(dossier: &Dossier, feit: &Feit) -> Result<(), Refusal> {
    let Some(Gebeurtenis::Uitgeschreven(left)) = feit.gebeurtenis() else { return Ok(()) };
    let before = dossier.vastgelegd_met(feit).into_iter().filter(|one| one.volgnummer < feit.volgnummer);
    let mut decided = before.filter_map(Feit::gebeurtenis);
    let beside = decided.any(|event| {
        let removed = matches!(event, Gebeurtenis::Verwijderd(removed)
            if dossier.verwijdering(removed.verwijdering).is_some_and(|v| v.vestiging == left.vestiging));
        let ended = matches!(event, Gebeurtenis::TijdelijkePlaatsingGeeindigd(ended)
            if dossier.aanmelding(ended.aanmelding).is_some_and(|a| a.vestiging == left.vestiging));
        removed || ended
    });
    if !beside {
        return Ok(());
    }
    Err(Refusal::new("hoort_bij_besluit", sleutels::algemeen::uitschrijving_hoort_bij_besluit())
        .instead(sleutels::algemeen::besluit_herzien_of_opnieuw_inschrijven()))
}

/// What the form of an enrolment does not ask stays what stood there: which school it was then, and of which samenwerkingsverband.
pub(super) fn keep_unasked(was: &Opdracht, act: &Opdracht) -> Opdracht {
    let (Opdracht::SchrijfIn(was), Opdracht::SchrijfIn(right)) = (was, act) else { return act.clone() };
    if was.vestiging != right.vestiging {
        return act.clone();
    }
    let mut kept = was.clone();
    kept.per = right.per;
    kept.groep.clone_from(&right.groep);
    kept.into()
}

/// A request that was sent is of one child, and stays so: also where a slip of today is put back.
pub(super) fn refuse_other_child(
    dossier: &Dossier,
    events: &[Vaststelling],
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let wordt = met(dossier, events, ctx).leerling.as_ref().map(Identiteit::from);
    wordt.map_or(Ok(()), |wordt| dossier.refuse_other_child(&wordt, ctx.vandaag))
}

/// The corrections of a fact leave what they may not touch.
pub(super) fn bewaak(
    dossier: &Dossier,
    (feit, events): (&Feit, &[Vaststelling]),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let na = met(dossier, events, ctx);
    refuse_gone_pupil(dossier, &na, ctx.vandaag)?;
    refuse_gone_days(dossier, &na, ctx.vandaag)?;
    refuse_gone_from_first(dossier, &na, ctx.vandaag)?;
    refuse_taken_days((dossier, &na), &feit.holder, ctx.vandaag)?;
    refuse_too_young_there((dossier, &na), ctx)?;
    refuse_later_than_told((dossier, &na), feit, ctx)?;
    refuse_gone_ground(dossier, &na)?;
    refuse_moved_suspension(dossier, &na, ctx.vandaag)?;
    personen::bewaak((dossier, &na), feit, ctx)?;
    refuse_nobody_left((dossier, &na), feit, ctx.vandaag)?;
    if feit.inhoud.event_type() == "geschorst" {
        return refuse_suspension_of_now(dossier, (feit, &na), ctx);
    }
    Ok(())
}

/// How many places the child has or had at a school.
fn begun<'a>(dossier: &'a Dossier, at: &'a Inschrijving, vandaag: Date) -> usize {
    let there = |i: &&Inschrijving| {
        i.vestiging == at.vestiging && i.van <= vandaag && i.tot.is_none_or(|tot| i.van < tot)
    };
    dossier.inschrijvingen.iter().filter(there).count()
}

/// Who is a pupil leaves by a removal or a deregistration, of which the file tells, and not by another first day.
fn refuse_gone_pupil(voor: &Dossier, na: &Dossier, vandaag: Date) -> Result<(), Refusal> {
    let mut places = voor.inschrijvingen.iter();
    if places.any(|place| begun(na, place, vandaag) < begun(voor, place, vandaag)) {
        return Err(Refusal::field("per", sleutels::algemeen::al_begonnen_op_school())
            .instead(sleutels::algemeen::uitschrijven_of_verwijderen()));
    }
    Ok(())
}

/// The first days of the places at a school that have begun, in order.
fn first_days(dossier: &Dossier, at: &Inschrijving, vandaag: Date) -> Vec<Date> {
    let there = dossier.inschrijvingen.iter().filter(|i| i.vestiging == at.vestiging && i.van <= vandaag);
    let mut days: Vec<Date> = there.map(|place| place.van).collect();
    days.sort_unstable();
    days
}

/// Another first day takes no more of the time at a school than a school can hear of late.
fn refuse_gone_days(voor: &Dossier, na: &Dossier, vandaag: Date) -> Result<(), Refusal> {
    let far = |was: Date| dates::plus_days(was, DAGEN_LEERLING_TERUG).unwrap_or(Date::MAX);
    let moved = |place: &Inschrijving| {
        let (was, now) = (first_days(voor, place, vandaag), first_days(na, place, vandaag));
        was.into_iter().zip(now).any(|(was, now)| now > far(was))
    };
    if voor.inschrijvingen.iter().any(moved) {
        let gone = sleutels::algemeen::EersteDagTeVerVooruit { dagen: DAGEN_LEERLING_TERUG };
        return Err(Refusal::field("per", gone.tekst()).instead(sleutels::algemeen::andere_dag_kiezen()));
    }
    Ok(())
}

/// The day that was recorded first of an enrolment, and those by which it was corrected before: of a correction that stood to the end of
/// its day, so that a slip of the pen that was put back at once counts for nothing.
fn recorded_days(dossier: &Dossier, feit: &Feit) -> Option<Vec<Date>> {
    let Some(Gebeurtenis::Ingeschreven(first)) = feit.gebeurtenis() else { return None };
    let about = |one: &&std::sync::Arc<Feit>| matches!(one.gebeurtenis(), Some(Gebeurtenis::Gecorrigeerd(it)) if it.volgnummer == feit.volgnummer);
    let mut days = vec![first.per];
    let mut corrections = dossier.feiten.iter().filter(about).peekable();
    while let Some(one) = corrections.next() {
        let day = |feit: &Feit| dates::today_in_nl(feit.recorded_at);
        let replaced = corrections.peek().is_some_and(|next| day(next) == day(one));
        let Some(Gebeurtenis::Gecorrigeerd(correction)) = one.gebeurtenis() else { continue };
        let read = correction.nieuw.as_ref().and_then(|nieuw| nieuw.lees().ok());
        if let Some(Gebeurtenis::Ingeschreven(place)) = read.filter(|_| !replaced) {
            days.push(place.per);
        }
    }
    Some(days)
}

/// Many small corrections take no more than one: another first day is held against the earliest that was recorded of this enrolment.
fn refuse_gone_from_first(voor: &Dossier, na: &Dossier, vandaag: Date) -> Result<(), Refusal> {
    let gone = |feit: &std::sync::Arc<Feit>| {
        let earliest = recorded_days(voor, feit)?.into_iter().min()?;
        let per = |dossier: &Dossier| {
            let Gebeurtenis::Ingeschreven(place) = effective(dossier, feit)? else { return None };
            Some(place.per)
        };
        let (was, now) = (per(voor)?, per(na)?);
        let last = dates::plus_days(earliest, DAGEN_LEERLING_TERUG)?;
        Some(was <= vandaag && was < now && last < now)
    };
    if voor.feiten.iter().any(|feit| gone(feit).unwrap_or_default()) {
        let gone = sleutels::algemeen::EersteDagTeVerVooruit { dagen: DAGEN_LEERLING_TERUG };
        return Err(Refusal::field("per", gone.tekst()).instead(sleutels::algemeen::andere_dag_kiezen()));
    }
    Ok(())
}

/// Days that are over, on which the child was a pupil of another school, stay days there (LPW 10): that school reads of it no more, and
/// could not set it right.
fn refuse_taken_days(
    (voor, na): (&Dossier, &Dossier),
    own: &OrganisatieId,
    vandaag: Date,
) -> Result<(), Refusal> {
    let until = |place: &Inschrijving| place.tot.map_or(vandaag, |tot| tot.min(vandaag));
    let others = voor.inschrijvingen.iter().filter(|place| place.vestiging.organisatie() != *own);
    let shorter = |place: &Inschrijving| {
        let last = until(place);
        let stands = |now: &Inschrijving| {
            now.vestiging == place.vestiging && now.van <= place.van && last <= until(now)
        };
        place.van < last && !na.inschrijvingen.iter().any(stands)
    };
    let mut others = others.filter(|place| shorter(place));
    if others.next().is_some() {
        return Err(Refusal::field("per", sleutels::algemeen::toen_op_andere_school())
            .instead(sleutels::aanmelding::eerste_dag_na_andere_school()));
    }
    Ok(())
}

/// No date of birth makes a pupil of primary education one who was too young to be there (WPO 39(1)).
fn refuse_too_young_there((voor, na): (&Dossier, &Dossier), ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
    let born = |dossier: &Dossier| dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let Some((was, now)) = born(voor).zip(born(na)).filter(|(was, now)| was != now) else { return Ok(()) };
    for place in &na.inschrijvingen {
        let lawful = |born: Date| refuse_too_young(place.schoolsoort, (born, place.van), ctx);
        if lawful(was).is_ok() {
            lawful(now).map_err(|refusal| Refusal { veld: Some("geboortedatum"), ..refusal })?;
        }
    }
    Ok(())
}

/// The first day of an admission of which the letter left goes no further away: that letter promised it (WPO 40(6)).
fn refuse_later_than_told(
    (voor, na): (&Dossier, &Dossier),
    feit: &Feit,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(Gebeurtenis::Toegelaten(admitted)) = feit.gebeurtenis() else { return Ok(()) };
    let per = |dossier: &Dossier| dossier.aanmelding(admitted.aanmelding)?.toegelaten_per();
    if per(voor).zip(per(na)).is_some_and(|(was, now)| now > was) {
        return nog_niet_verstuurd(voor, feit, ctx);
    }
    Ok(())
}

/// A case about a pupil, such as a suspension or an intended removal, was about a pupil of that school, and stays so.
fn refuse_gone_ground(voor: &Dossier, na: &Dossier) -> Result<(), Refusal> {
    let at = |dossier: &Dossier, vestiging, op| {
        dossier.inschrijving_op(op).is_some_and(|place| &place.vestiging == vestiging)
    };
    let lost = |vestiging, op| at(voor, vestiging, op) && !at(na, vestiging, op);
    let mut leaning = voor.zaken().filter_map(|zaak| Some((zaak.vestiging()?, zaak.leerling_op?)));
    let Some((_, op)) = leaning.find(|(vestiging, op)| lost(*vestiging, *op)) else { return Ok(()) };
    let needed = sleutels::algemeen::ToenNogLeerling { op };
    Err(Refusal::field("per", needed.tekst()).instead(sleutels::algemeen::andere_dag_kiezen()))
}

/// A suspension of which days have gone by is not moved to days to come: that is another one.
fn refuse_moved_suspension(voor: &Dossier, na: &Dossier, vandaag: Date) -> Result<(), Refusal> {
    let moved = |was: &Schorsing| {
        let now = na.schorsingen.iter().find(|s| s.nr == was.nr);
        was.van < vandaag && now.is_some_and(|now| now.van > vandaag)
    };
    if voor.schorsingen.iter().any(moved) {
        return Err(Refusal::field("van", sleutels::algemeen::schorsing_is_begonnen())
            .instead(sleutels::algemeen::nieuwe_schorsing()));
    }
    Ok(())
}

/// The suspension as it becomes, beside all others that stand in the file now.
fn refuse_suspension_of_now(
    dossier: &Dossier,
    (feit, na): (&Feit, &Dossier),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(becomes) = effective(na, feit) else { return Ok(()) };
    let Gebeurtenis::Geschorst(suspended) = &becomes else { return Ok(()) };
    let Some(Opdracht::Schors(act)) = becomes.daad(dossier) else { return Ok(()) };
    let gone = Vaststelling::new(ctx.vandaag, dossier, ctx, taken_back(feit.volgnummer, ""));
    act.past_naast(&met(dossier, &[gone], ctx), suspended.tijdens_overleg, ctx)
}

/// Somebody decides for a child that is not of age (BW 1:233, 1:245).
fn refuse_nobody_left((voor, na): (&Dossier, &Dossier), feit: &Feit, vandaag: Date) -> Result<(), Refusal> {
    let who_decides =
        matches!(feit.gebeurtenis(), Some(Gebeurtenis::PersoonVerbonden(_) | Gebeurtenis::DossierGeopend(_)));
    let decides =
        |dossier: &Dossier| dossier.handelt_zelf(vandaag) || dossier.gezag_op(vandaag).next().is_some();
    if !who_decides || !decides(voor) || decides(na) {
        return Ok(());
    }
    Err(Refusal::new("niemand_met_gezag", sleutels::algemeen::niemand_met_gezag_over())
        .instead(sleutels::algemeen::eerst_gezag_vastleggen()))
}
