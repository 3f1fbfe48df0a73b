//! P1: as long as what a letter of a registration still asks something.

use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::staat::{Aanmelding, Dossier};

/// The registration that a letter is about.
fn of<'a>(dossier: &'a Dossier, brief: &Brief) -> Option<&'a Aanmelding> {
    let Some(Onderwerp::Aanmelding(nr)) = brief.inhoud.betreft.onderwerp() else { return None };
    dossier.aanmelding(nr)
}

/// The registration has no end yet.
pub(crate) fn loopt(dossier: &Dossier, brief: &Brief) -> bool {
    of(dossier, brief).is_none_or(|aanmelding| aanmelding.afloop.is_none())
}

/// Parents still say yes or no to an offer.
pub(crate) fn wacht_op_antwoord(dossier: &Dossier, brief: &Brief) -> bool {
    of(dossier, brief)
        .is_none_or(|aanmelding| aanmelding.afloop.is_none() && aanmelding.open_aanbod().is_some())
}

/// Another parent still says what they want.
pub(crate) fn wacht_op_ouder(dossier: &Dossier, brief: &Brief) -> bool {
    of(dossier, brief).is_none_or(|aanmelding| !aanmelding.lopende_keuzes().is_empty())
}
