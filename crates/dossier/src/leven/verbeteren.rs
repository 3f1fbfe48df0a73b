//! Facts about people, addresses and places, on which no term or decision hangs: the act by which each would have been
//! recorded, so that a correction passes the checks of that act.

use sleutels::Tekst;

use crate::leven::feiten::{
    GeheimhoudingGezet, Ingeschreven, NaamOfGeslachtGewijzigd, NummerOntvangen, PersoonVerbonden,
    Uitgeschreven, Verhuisd,
};
use crate::leven::opdracht::{
    OntvangNummer, SchrijfIn, SchrijfUit, VerbindPersoon, Verhuis, WijzigNaam, ZetGeheimhouding,
};
use crate::opdracht::Opdracht;
use crate::refusal::Refusal;

/// Somebody around the child.
pub(super) fn vervang_persoon(new: &PersoonVerbonden) -> Opdracht {
    let PersoonVerbonden { persoon: _, naam, relatie, van, tot, brondocument, contact } = new.clone();
    VerbindPersoon { naam, relatie, van, tot, brondocument, contact }.into()
}

/// A move.
pub(super) fn vervang_verhuizing(new: &Verhuisd) -> Opdracht {
    let Verhuisd { per, adres } = new.clone();
    Verhuis { per, adres }.into()
}

/// Another name.
pub(super) fn vervang_naam(new: &NaamOfGeslachtGewijzigd) -> Opdracht {
    let NaamOfGeslachtGewijzigd { per, roepnaam, voorvoegsel, achternaam, geslacht } = new.clone();
    WijzigNaam { per, roepnaam, voorvoegsel, achternaam, geslacht }.into()
}

/// Secrecy, or its end.
pub(super) fn vervang_geheimhouding(new: &GeheimhoudingGezet) -> Opdracht {
    let GeheimhoudingGezet { geheim, voor_personen, bron } = new.clone();
    ZetGeheimhouding { geheim, voor_personen, bron }.into()
}

/// A number.
pub(super) fn vervang_nummer(new: &NummerOntvangen) -> Opdracht {
    OntvangNummer { pgn: new.pgn.clone() }.into()
}

/// An enrolment.
pub(super) fn vervang_inschrijving(new: &Ingeschreven) -> Opdracht {
    let Ingeschreven { vestiging, schoolnaam, schoolsoort, swv, groep, per } = new.clone();
    SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, groep, per }.into()
}

/// The end of one.
pub(super) fn vervang_uitschrijving(new: &Uitgeschreven) -> Opdracht {
    let Uitgeschreven { vestiging, per, reden } = new.clone();
    SchrijfUit { vestiging, per, reden }.into()
}

/// The same person.
pub(super) fn zelfde_persoon(old: &PersoonVerbonden, new: &PersoonVerbonden) -> Result<(), Refusal> {
    same(old.persoon == new.persoon, sleutels::leven::zelfde_persoon())
}

/// The same school: another one is another enrolment.
pub(super) fn zelfde_inschrijving(old: &Ingeschreven, new: &Ingeschreven) -> Result<(), Refusal> {
    same(old.vestiging == new.vestiging, sleutels::leven::zelfde_school_of_inschrijven())
}

/// The same school.
pub(super) fn zelfde_uitschrijving(old: &Uitgeschreven, new: &Uitgeschreven) -> Result<(), Refusal> {
    same(old.vestiging == new.vestiging, sleutels::leven::zelfde_school())
}

fn same(it_is: bool, reden: Tekst) -> Result<(), Refusal> {
    if it_is { Ok(()) } else { Err(Refusal::field("nieuw", reden)) }
}
