//! Looking things up in the history of a file that its state does not keep.

use base::Date;
use dossier::{Dossier, Gebeurtenis};

/// The last fact that `pick` chooses, with its date. A fact that was corrected is not looked at.
pub(super) fn laatste<'a, T>(
    dossier: &'a Dossier,
    pick: impl Fn(&'a Gebeurtenis) -> Option<T>,
) -> Option<(Date, T)> {
    alle(dossier, pick).pop()
}

/// Every fact that `pick` chooses, with its date, oldest first.
pub(super) fn alle<'a, T>(
    dossier: &'a Dossier,
    pick: impl Fn(&'a Gebeurtenis) -> Option<T>,
) -> Vec<(Date, T)> {
    dossier.geldende_feiten().filter_map(|(op, gebeurtenis)| Some((op, pick(gebeurtenis)?))).collect()
}
