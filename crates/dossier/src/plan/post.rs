//! As long as what a letter of a plan still asks something.

use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::staat::Dossier;

/// A version lies there to read: what was adopted, or ended, is asked of nobody any more. A version that came after it has a letter of its own.
pub(crate) fn ligt_nog(dossier: &Dossier, brief: &Brief) -> bool {
    let Some(Onderwerp::Plan(nr)) = brief.inhoud.betreft.onderwerp() else { return true };
    dossier
        .plan(nr)
        .is_none_or(|plan| !plan.is_beeindigd() && plan.ligt_voor().is_some_and(|laid| laid.op <= brief.op))
}
