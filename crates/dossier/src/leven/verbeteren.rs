//! Facts about people, addresses and places, on which no term or decision hangs: the act by which each would have been
//! recorded, so that a correction passes the checks of that act.

use crate::leven::feiten::{
    GeheimhoudingGezet, Ingeschreven, NaamOfGeslachtGewijzigd, NummerOntvangen, PersoonVerbonden,
    Uitgeschreven, Verhuisd,
};
use crate::leven::opdracht::{
    OntvangNummer, SchrijfIn, SchrijfUit, VerbindPersoon, Verhuis, WijzigNaam, ZetGeheimhouding,
};
use crate::opdracht::Opdracht;
use crate::staat::Dossier;

/// Somebody around the child.
pub(super) fn vervang_persoon(new: &PersoonVerbonden, _: &Dossier) -> Opdracht {
    let PersoonVerbonden { persoon: _, naam, relatie, van, tot, brondocument, contact } = new.clone();
    VerbindPersoon { naam, relatie, van, tot, brondocument, contact }.into()
}

/// A move.
pub(super) fn vervang_verhuizing(new: &Verhuisd, _: &Dossier) -> Opdracht {
    let Verhuisd { per, adres } = new.clone();
    Verhuis { per, adres }.into()
}

/// Another name.
pub(crate) fn vervang_naam(new: &NaamOfGeslachtGewijzigd, _: &Dossier) -> Opdracht {
    let NaamOfGeslachtGewijzigd { per, roepnaam, voorvoegsel, achternaam, geslacht } = new.clone();
    WijzigNaam { per, roepnaam, voorvoegsel, achternaam, geslacht }.into()
}

/// Secrecy, or its end.
pub(super) fn vervang_geheimhouding(new: &GeheimhoudingGezet, _: &Dossier) -> Opdracht {
    let GeheimhoudingGezet { geheim, voor_personen, bron } = new.clone();
    ZetGeheimhouding { geheim, voor_personen, bron }.into()
}

/// A number.
pub(super) fn vervang_nummer(new: &NummerOntvangen, _: &Dossier) -> Opdracht {
    OntvangNummer { pgn: new.pgn.clone() }.into()
}

/// An enrolment.
pub(super) fn vervang_inschrijving(new: &Ingeschreven, _: &Dossier) -> Opdracht {
    let Ingeschreven { vestiging, schoolnaam, schoolsoort, swv, groep, per } = new.clone();
    SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, groep, per }.into()
}

/// The end of one.
pub(super) fn vervang_uitschrijving(new: &Uitgeschreven, _: &Dossier) -> Opdracht {
    let Uitgeschreven { vestiging, per, reden } = new.clone();
    SchrijfUit { vestiging, per, reden }.into()
}
