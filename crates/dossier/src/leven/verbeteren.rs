//! Facts about people, addresses and places, on which no term or decision hangs: what may stand in the place of a wrong one.

use base::Date;
use sleutels::Tekst;

use crate::algemeen::opdracht::check_address;
use crate::leven::feiten::{
    Ingeschreven, NaamOfGeslachtGewijzigd, PersoonVerbonden, Uitgeschreven, Verhuisd,
};
use crate::leven::opdracht::check_contact;
use crate::opdracht::{Besluitvorming, invoer};
use crate::refusal::Refusal;

fn other(reden: Tekst) -> Refusal {
    Refusal::field("nieuw", reden)
}

/// The same person, over a period that does not end before it begins.
pub(super) fn vervang_persoon(
    old: &PersoonVerbonden,
    new: &PersoonVerbonden,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if old.persoon != new.persoon {
        return Err(other(sleutels::leven::zelfde_persoon()));
    }
    if new.tot.is_some_and(|tot| tot <= new.van) {
        return Err(Refusal::field("tot", sleutels::leven::einde_voor_begin()));
    }
    check_contact(&new.contact)?;
    invoer::line("brondocument", &new.brondocument)?;
    invoer::line("naam", &new.naam).map(|_| ())
}

/// A move that happened.
pub(super) fn vervang_verhuizing(
    _old: &Verhuisd,
    new: &Verhuisd,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    invoer::happened("per", new.per, Date::MIN, ctx)?;
    check_address(&new.adres).map(|_| ())
}

/// A child has a name.
pub(super) fn vervang_naam(
    _old: &NaamOfGeslachtGewijzigd,
    new: &NaamOfGeslachtGewijzigd,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    invoer::line("roepnaam", &new.roepnaam)?;
    invoer::line("achternaam", &new.achternaam).map(|_| ())
}

/// The same school: another one is another enrolment.
pub(super) fn vervang_inschrijving(
    old: &Ingeschreven,
    new: &Ingeschreven,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if old.vestiging == new.vestiging {
        Ok(())
    } else {
        Err(other(sleutels::leven::zelfde_school_of_inschrijven()))
    }
}

/// The same school.
pub(super) fn vervang_uitschrijving(
    old: &Uitgeschreven,
    new: &Uitgeschreven,
    _ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    if old.vestiging == new.vestiging { Ok(()) } else { Err(other(sleutels::leven::zelfde_school())) }
}
