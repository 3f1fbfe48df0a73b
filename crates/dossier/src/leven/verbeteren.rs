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
use crate::refusal::Refusal;

/// The same person.
pub(super) fn vervang_persoon(old: &PersoonVerbonden, new: &PersoonVerbonden) -> Result<Opdracht, Refusal> {
    if old.persoon != new.persoon {
        return Err(Refusal::field("nieuw", sleutels::leven::zelfde_persoon()));
    }
    let PersoonVerbonden { persoon: _, naam, relatie, van, tot, brondocument, contact } = new.clone();
    Ok(VerbindPersoon { naam, relatie, van, tot, brondocument, contact }.into())
}

/// A move.
pub(super) fn vervang_verhuizing(_old: &Verhuisd, new: &Verhuisd) -> Result<Opdracht, Refusal> {
    let Verhuisd { per, adres } = new.clone();
    Ok(Verhuis { per, adres }.into())
}

/// Another name.
pub(super) fn vervang_naam(
    _old: &NaamOfGeslachtGewijzigd,
    new: &NaamOfGeslachtGewijzigd,
) -> Result<Opdracht, Refusal> {
    let NaamOfGeslachtGewijzigd { per, roepnaam, voorvoegsel, achternaam, geslacht } = new.clone();
    Ok(WijzigNaam { per, roepnaam, voorvoegsel, achternaam, geslacht }.into())
}

/// Secrecy, or its end.
pub(super) fn vervang_geheimhouding(
    _old: &GeheimhoudingGezet,
    new: &GeheimhoudingGezet,
) -> Result<Opdracht, Refusal> {
    let GeheimhoudingGezet { geheim, voor_personen, bron } = new.clone();
    Ok(ZetGeheimhouding { geheim, voor_personen, bron }.into())
}

/// A number.
pub(super) fn vervang_nummer(_old: &NummerOntvangen, new: &NummerOntvangen) -> Result<Opdracht, Refusal> {
    Ok(OntvangNummer { pgn: new.pgn.clone() }.into())
}

/// The same school: another one is another enrolment.
pub(super) fn vervang_inschrijving(old: &Ingeschreven, new: &Ingeschreven) -> Result<Opdracht, Refusal> {
    if old.vestiging != new.vestiging {
        return Err(Refusal::field("nieuw", sleutels::leven::zelfde_school_of_inschrijven()));
    }
    let Ingeschreven { vestiging, schoolnaam, schoolsoort, swv, groep, per } = new.clone();
    Ok(SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, groep, per }.into())
}

/// The same school.
pub(super) fn vervang_uitschrijving(old: &Uitgeschreven, new: &Uitgeschreven) -> Result<Opdracht, Refusal> {
    if old.vestiging != new.vestiging {
        return Err(Refusal::field("nieuw", sleutels::leven::zelfde_school()));
    }
    let Uitgeschreven { vestiging, per, reden } = new.clone();
    Ok(SchrijfUit { vestiging, per, reden }.into())
}
