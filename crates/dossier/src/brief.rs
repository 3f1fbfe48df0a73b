//! Which letters events ask for. The core says that one is due and by which fact; making it is done elsewhere.

use crate::aanmelding::feiten::{
    AanbodGedaan, Aangemeld, BeslistermijnVerlengd, BuitenBehandelingGesteld, Geweigerd, InformatieGevraagd,
    TijdelijkGeplaatst, TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::tlv::besluitfeiten::{Bekendgemaakt, IngebrekestellingOntvangen, VertragingGemeld};
use crate::tlv::feiten::{AanvullingGevraagd, AdviesUitgebracht, TlvAangevraagd};
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, Verwijderd, VerwijderingVoorgenomen,
};

/// A letter that an event asks for, with that event. Whoever writes letters answers every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Briefvraag<'a> {
    /// The registration was received.
    OntvangstAanmelding(&'a Aangemeld),
    /// Information is asked of the parents.
    VerzoekOmInformatie(&'a InformatieGevraagd),
    /// The term was extended.
    Verlenging(&'a BeslistermijnVerlengd),
    /// A place at another school is offered.
    Aanbod(&'a AanbodGedaan),
    /// The child is admitted.
    Toelating(&'a Toegelaten),
    /// The child has a temporary place.
    TijdelijkePlaatsing(&'a TijdelijkGeplaatst),
    /// The temporary place ends.
    EindeTijdelijk(&'a TijdelijkePlaatsingGeeindigd),
    /// The child is refused.
    Weigering(&'a Geweigerd),
    /// The registration is not handled.
    BuitenBehandeling(&'a BuitenBehandelingGesteld),
    /// The board intends to remove the pupil.
    Voornemen(&'a VerwijderingVoorgenomen),
    /// The pupil is removed.
    Verwijdering(&'a Verwijderd),
    /// The municipality is told.
    MeldingGemeente(&'a GemeldAanBenW),
    /// The Inspectie is told.
    MeldingInspectie(&'a GemeldAanInspectie),
    /// The pupil is suspended.
    Schorsing(&'a Geschorst),
    /// The request was received.
    OntvangstAanvraag(&'a TlvAangevraagd),
    /// More is asked of the school.
    VerzoekOmAanvulling(&'a AanvullingGevraagd),
    /// Parents get a copy of an advice.
    AfschriftAdvies(&'a AdviesUitgebracht),
    /// The decision is made known.
    Besluit(&'a Bekendgemaakt),
    /// The decision comes later.
    Vertraging(&'a VertragingGemeld),
    /// An answer to a notice of default.
    ReactieIngebrekestelling(&'a IngebrekestellingOntvangen),
}
