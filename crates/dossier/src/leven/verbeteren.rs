//! Facts about people, addresses and places, on which no term or decision hangs: the act by which each would have been
//! recorded, so that a correction passes the checks of that act.

use crate::algemeen::geboortedatum::{Anders, Rechtgezet};
use crate::leven::feiten::{
    GeheimhoudingGezet, Ingeschreven, Meerderjarig, NaamOfGeslachtGewijzigd, NummerOntvangen,
    PersoonVerbonden, Uitgeschreven, Verhuisd,
};
use crate::leven::opdracht::{
    MeldMeerderjarig, OntvangNummer, SchrijfIn, SchrijfUit, VerbindPersoon, Verhuis, WijzigNaam,
    ZetGeheimhouding,
};
use crate::opdracht::Opdracht;
use crate::refusal::Refusal;
use crate::soort::Uitschrijfreden;
use crate::staat::Dossier;

/// Somebody around the child.
pub(super) fn vervang_persoon(new: &PersoonVerbonden, _: &Dossier) -> Opdracht {
    let PersoonVerbonden { persoon: _, naam, relatie, van, tot, brondocument, contact, namens } = new.clone();
    VerbindPersoon { naam, relatie, van, tot, brondocument, contact, namens }.into()
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
pub(super) fn vervang_inschrijving(new: &Ingeschreven, dossier: &Dossier) -> Opdracht {
    let Ingeschreven { vestiging, schoolnaam, schoolsoort, swv, groep, per } = new.clone();
    // What the school said of the declaration stays; where it said nothing yet, it does with the correction.
    let mut here = dossier.inschrijvingen.iter().filter(|place| place.vestiging == vestiging);
    let said = here.find_map(|place| place.verklaring.as_ref()).map(|said| said.verklaring.clone());
    let verklaring = said.unwrap_or_default();
    SchrijfIn { vestiging, schoolnaam, schoolsoort, swv, groep, per, verklaring }.into()
}

/// The end of one.
pub(super) fn vervang_uitschrijving(new: &Uitgeschreven, _: &Dossier) -> Opdracht {
    let Uitgeschreven { vestiging, per, reden, grond, blijkt, verzoek_van, nagaan: _ } = new.clone();
    // Of before a ground was asked: its words are what was seen, and the school chooses the ground anew.
    let blijkt = if blijkt.is_empty() { reden } else { blijkt };
    let grond = grond.unwrap_or(Uitschrijfreden::AndereSchool);
    SchrijfUit { vestiging, per, grond, blijkt, verzoek_van }.into()
}

/// With another date of birth the pupil comes of age on another day, or did not yet.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a card asks whatever it would have said, and a rule can refuse"
)]
pub(super) fn meerderjarig(event: &Meerderjarig, toen: &Rechtgezet<'_>) -> Result<Anders, Refusal> {
    let act = MeldMeerderjarig { handelingsbekwaam: event.handelingsbekwaam };
    Ok(toen.besloten(&act.into()))
}
