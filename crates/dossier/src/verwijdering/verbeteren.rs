//! What of a removal can be put right: who was heard, until it is decided, and what its facts would have said with another date of birth.

use recht::Plicht;

use crate::algemeen::geboortedatum::{Anders, Rechtgezet};
use crate::gebeurtenis::Feitsoort;
use crate::opdracht::{Besluitvorming, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};
use crate::verwijdering::feiten::{OudersEnLeraarGehoord, VerwijderingVoorgenomen};
use crate::verwijdering::opdracht::HoorOudersEnLeraar;

/// A removal that was neither carried out nor withdrawn.
fn runs(dossier: &Dossier, nr: u32) -> bool {
    dossier.verwijdering(nr).is_some_and(|v| v.besluit.is_none() && v.ingetrokken_op.is_none())
}

/// Who was heard is taken back until it is decided: the decision, and its letter, say who was. The talk is recorded anew, with who came.
pub(super) fn nog_niet_besloten(
    dossier: &Dossier,
    feit: &Feit,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let heard = feit.gebeurtenis().and_then(OudersEnLeraarGehoord::uit);
    if heard.is_none_or(|heard| runs(dossier, heard.verwijdering)) {
        return Ok(());
    }
    Err(Refusal::new("gesprek_ligt_vast", sleutels::verwijdering::gesprek_ligt_vast())
        .instead(sleutels::algemeen::besluit_herroepen()))
}

/// An intention says when the Leerplichtwet holds for the pupil, where another school is asked of such a pupil alone.
pub(super) fn voornemen(event: &VerwijderingVoorgenomen, toen: &Rechtgezet<'_>) -> Result<Anders, Refusal> {
    let asked = event.eist(Plicht::VerwijderingSchoolBijLeerplicht);
    if !asked || !runs(toen.dossier, event.verwijdering) {
        return Ok(Anders::Zelfde);
    }
    let leerplicht = Some(regels::leerplicht(&toen.toen, toen.geboren)?);
    Ok(Anders::Zo(VerwijderingVoorgenomen { leerplicht, ..event.clone() }.into()))
}

/// Who had to be heard hangs on whether the pupil was of age.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a card asks whatever it would have said, and a rule can refuse"
)]
pub(super) fn gehoord(event: &OudersEnLeraarGehoord, toen: &Rechtgezet<'_>) -> Result<Anders, Refusal> {
    if !runs(toen.dossier, event.verwijdering) {
        return Ok(Anders::Zelfde);
    }
    let OudersEnLeraarGehoord { verwijdering, ouders, leraar, leerling, kwamen, .. } = event.clone();
    // Of whom nobody asked who came, everybody did.
    let everybody = || toen.dossier.ouders_op(toen.feit.on).map(|persoon| persoon.nr).collect();
    let kwamen = kwamen.unwrap_or_else(everybody);
    let (op, leerling_kwam) = (toen.feit.on, event.hoorde_leerling());
    let act = HoorOudersEnLeraar { verwijdering, op, kwamen, leerling_kwam, ouders, leraar, leerling };
    Ok(toen.besloten(&act.into()))
}
