//! Looking things up in the history of a file that its state does not keep.

use base::Date;
use dossier::Dossier;
use dossier::gebeurtenis::Feitsoort;

/// The last fact of a kind that is such a one, with its date. A fact that was corrected is not looked at.
pub(super) fn laatste<T: Feitsoort>(dossier: &Dossier, is: impl Fn(&T) -> bool) -> Option<(Date, &T)> {
    alle(dossier, is).pop()
}

/// Every fact of a kind that is such a one, with its date, oldest first.
pub(super) fn alle<T: Feitsoort>(dossier: &Dossier, is: impl Fn(&T) -> bool) -> Vec<(Date, &T)> {
    let of_kind = dossier.geldende_feiten().filter_map(|(op, fact)| Some((op, T::uit(fact)?)));
    of_kind.filter(|(_, fact)| is(fact)).collect()
}
