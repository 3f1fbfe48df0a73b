//! Looking things up in the history of a file that its state does not keep.

use base::Date;
use dossier::{Dossier, Gebeurtenis, Inhoud};

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
    let readable = dossier.feiten.iter().filter_map(|feit| match &feit.inhoud {
        Inhoud::Leesbaar(gebeurtenis) if dossier.correction(feit.volgnummer).is_none() => {
            Some((feit.on, pick(gebeurtenis)?))
        }
        _ => None,
    });
    readable.collect()
}
