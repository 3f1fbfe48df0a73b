//! In which phase of a request something is done, and how that is refused to who may not know the phase.

use crate::beurt::Onderwerp;
use crate::opdracht::{Besluitvorming, refuse_outsider};
use crate::refusal::Refusal;
use crate::staat::{Dossier, TlvAanvraag, TlvFase};
use crate::woord::Woord;

pub(crate) fn find(dossier: &Dossier, nr: u32) -> Result<&TlvAanvraag, Refusal> {
    dossier.aanvraag(nr).ok_or_else(|| Onderwerp::Aanvraag(nr).niet_in_dossier())
}

/// The request with this number, in one of these phases as it stands with all that was recorded.
pub(crate) fn in_fase<'a>(
    dossier: &'a Dossier,
    nr: u32,
    fasen: &[TlvFase],
    ctx: &Besluitvorming<'_>,
) -> Result<&'a TlvAanvraag, Refusal> {
    let aanvraag = find(dossier, nr)?;
    vereis_fase(aanvraag, aanvraag.fase(), fasen, ctx)?;
    Ok(aanvraag)
}

/// Refuses what is not done in this phase, as whoever asks may know it: until a decision is made known, what was decided is known to
/// the partnership alone (Awb 3:40), so that everybody else is told no more than that there is one.
pub(crate) fn vereis_fase(
    aanvraag: &TlvAanvraag,
    fase: TlvFase,
    fasen: &[TlvFase],
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let decides = ctx.actor.organisatie == aanvraag.swv_organisatie();
    if !decides && aanvraag.is_besloten_niet_bekend(ctx.vandaag) {
        return Err(decided(aanvraag, ctx));
    }
    if fasen.contains(&fase) {
        return Ok(());
    }
    Err(Refusal::new("verkeerde_fase", sleutels::tlv::VerkeerdeFase { fase: fase.woord() }.tekst()))
}

/// That it was decided, without what.
pub(crate) fn decided(aanvraag: &TlvAanvraag, ctx: &Besluitvorming<'_>) -> Refusal {
    let unknown = aanvraag.is_besloten_niet_bekend(ctx.vandaag);
    let instead = if unknown { sleutels::tlv::besluit_afwachten() } else { sleutels::tlv::bezwaar_maken() };
    Refusal::new("al_besloten", sleutels::tlv::al_besloten()).instead(instead)
}

/// The request in one of these phases, for the school that applies and for whoever is no school.
pub(crate) fn of_school<'a>(
    dossier: &'a Dossier,
    nr: u32,
    fasen: &[TlvFase],
    ctx: &Besluitvorming<'_>,
) -> Result<&'a TlvAanvraag, Refusal> {
    let aanvraag = in_fase(dossier, nr, fasen, ctx)?;
    refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.vestiging.organisatie())?;
    refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
    Ok(aanvraag)
}

/// The request in one of these phases as it stands today, for the partnership that decides and for whoever is none: what was
/// asked for and did not come in time stops nothing.
pub(crate) fn of_swv<'a>(
    dossier: &'a Dossier,
    nr: u32,
    fasen: &[TlvFase],
    ctx: &Besluitvorming<'_>,
) -> Result<&'a TlvAanvraag, Refusal> {
    let aanvraag = find(dossier, nr)?;
    refuse_outsider::<TlvAanvraag>(ctx, &aanvraag.swv_organisatie())?;
    vereis_fase(aanvraag, aanvraag.fase_op(ctx.vandaag), fasen, ctx)?;
    Ok(aanvraag)
}

/// Phases in which the SWV still has to decide.
pub(crate) const IN_BEHANDELING: [TlvFase; 4] =
    [TlvFase::Aangevraagd, TlvFase::WachtOpAanvulling, TlvFase::Advisering, TlvFase::Geadviseerd];
