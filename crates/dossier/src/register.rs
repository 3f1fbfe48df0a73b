//! The register of the house: every process, every kind of case, turn, event and letter, each in one list.
//!
//! What they are stands elsewhere, beside what they do ([`crate::proces`], [`crate::beurt`], [`crate::gebeurtenis`],
//! [`crate::brief`]); acts have their list in [`crate::opdracht`]. A new process writes its lines here.

use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, EerstContactGemeld, FeitelijkGeweigerd, Geweigerd, InformatieGevraagd,
    InformatieOntvangen, OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst, TijdelijkRechtGewijzigd,
    TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::algemeen::feiten::{BriefVastgelegd, DossierGeopend, Gecorrigeerd, OsoOvergenomen};
use crate::gebeurtenis::{Fold, gebeurtenissen};
use crate::kaart::Kaart;
use crate::leven::feiten::{
    GeheimhoudingGezet, GezagGewijzigd, Ingeschreven, Meerderjarig, NaamOfGeslachtGewijzigd, NummerOntvangen,
    OnderPleegzorg, OuderAangesloten, OuderUitgenodigd, Overleden, PersoonVerbonden, Uitgeschreven, Verhuisd,
};
use crate::proces::{Proces, onderwerpen};
use crate::tlv::besluitfeiten::{
    Bekendgemaakt, CategorieWijzigingAangevraagd, IngebrekestellingOntvangen, TlvGebruikt, TlvGeweigerd,
    TlvIngetrokken, TlvVerleend, TlvVerlopen, VertragingGemeld,
};
use crate::tlv::feiten::{
    AanvullingGevraagd, AanvullingOntvangen, AdviesUitgebracht, DeskundigeToegewezen,
    GezamenlijkAdviesVoorgelegd, OudersReageerden, TlvAangevraagd, TlvAanvraagGestart,
    TlvAanvraagIngetrokken, ToewijzingBeeindigd,
};
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, InspectieGeraadpleegd, OudersEnLeraarGehoord,
    SchoolBereidGevonden, Verwijderd, VerwijderingIngetrokken, VerwijderingVoorgenomen,
};
use crate::{aanmelding, leven, tlv, verwijdering};

/// Every process. What stands first comes first where two turns are equal.
pub static PROCESSEN: &[Proces] = &[leven::PROCES, aanmelding::PROCES, verwijdering::PROCES, tlv::PROCES];

onderwerpen! {
    /// Registration.
    Aanmelding = "aanmelding", B, aanmelding;
    /// Removal.
    Verwijdering = "verwijdering", B, verwijdering;
    /// Suspension.
    Schorsing = "schorsing", B, verwijdering;
    /// TLV request.
    Aanvraag = "aanvraag", H, tlv;
}

base::code_enum! {
    /// What has to be done.
    Zet {
        /// Assess the need.
        BehoefteVaststellen = "behoefte_vaststellen", "Vaststellen of er extra ondersteuning nodig is";
        /// Decide on a registration.
        AanmeldingBeslissen = "aanmelding_beslissen", "Beslissen op de aanmelding";
        /// Give the information asked.
        InformatieGeven = "informatie_geven", "Informatie geven aan de school";
        /// Record what came, or go on without.
        InformatieVerwerken = "informatie_verwerken", "Vastleggen of de informatie er is";
        /// Answer an offer.
        AanbodBeantwoorden = "aanbod_beantwoorden", "Antwoord geven op het aanbod";
        /// Register at the school of which the place was accepted.
        EldersAanmelden = "elders_aanmelden", "Het kind aanmelden bij de andere school";
        /// See whether the child has a place there.
        PlekNagaan = "plek_nagaan", "Nagaan of het kind een plek heeft op de andere school";
        /// See the child in on its first day.
        EersteDag = "eerste_dag", "Nagaan of het kind op de eerste dag komt";
        /// Give the child a temporary place.
        TijdelijkPlaatsen = "tijdelijk_plaatsen", "Het kind tijdelijk plaatsen";
        /// Take up a refusal in fact.
        WeigeringOppakken = "weigering_oppakken", "Een weigering zonder besluit oppakken";
        /// Hear parents and teacher.
        OudersEnLeraarHoren = "ouders_en_leraar_horen", "Ouders en leraar horen";
        /// Consult the Inspectie.
        InspectieRaadplegen = "inspectie_raadplegen", "Overleggen met de Inspectie";
        /// Look for another school.
        AndereSchoolZoeken = "andere_school_zoeken", "Een andere school zoeken";
        /// Decide on a removal.
        VerwijderingBeslissen = "verwijdering_beslissen", "Beslissen over de verwijdering";
        /// Tell the municipality.
        GemeenteMelden = "gemeente_melden", "De verwijdering melden aan de gemeente";
        /// Tell the Inspectie.
        InspectieMelden = "inspectie_melden", "Melden aan de Inspectie";
        /// Fill the request.
        AanvraagInvullen = "aanvraag_invullen", "De aanvraag afmaken";
        /// Say what one thinks of the request.
        ZienswijzeGeven = "zienswijze_geven", "Zeggen wat u van de aanvraag vindt";
        /// Assign experts.
        DeskundigenToewijzen = "deskundigen_toewijzen", "Twee deskundigen om advies vragen";
        /// Give what is missing.
        AanvullingGeven = "aanvulling_geven", "De aanvraag aanvullen";
        /// Record what came, or go on without.
        AanvullingVerwerken = "aanvulling_verwerken", "Vastleggen of de aanvulling er is";
        /// Advise.
        Adviseren = "adviseren", "Advies geven";
        /// Decide.
        BesluitNemen = "besluit_nemen", "Beslissen op de aanvraag";
        /// Make the decision known.
        BesluitBekendmaken = "besluit_bekendmaken", "Het besluit bekendmaken";
        /// See to a place.
        PlaatsingRegelen = "plaatsing_regelen", "Een plek regelen met de verklaring";
        /// Think about what comes after the declaration.
        VerlengingBekijken = "verlenging_bekijken", "Bekijken wat er nodig is na de verklaring";
    }
}

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

gebeurtenissen! {
    DossierGeopend,
    Gecorrigeerd,
    BriefVastgelegd,
    OsoOvergenomen,
    PersoonVerbonden,
    GezagGewijzigd,
    OuderUitgenodigd,
    OuderAangesloten,
    Verhuisd,
    OnderPleegzorg,
    Meerderjarig,
    NaamOfGeslachtGewijzigd,
    GeheimhoudingGezet,
    NummerOntvangen,
    Overleden,
    Ingeschreven,
    Uitgeschreven,
    EerstContactGemeld,
    Aangemeld,
    OndersteuningsbehoefteVastgesteld,
    InformatieGevraagd,
    InformatieOntvangen,
    BuitenBehandelingGesteld,
    BeslistermijnVerlengd,
    TijdelijkRechtGewijzigd,
    TijdelijkGeplaatst,
    TijdelijkePlaatsingGeeindigd,
    AanbodGedaan,
    AanbodAanvaard,
    AanbodAfgewezen,
    Toegelaten,
    Geweigerd,
    FeitelijkGeweigerd,
    AanmeldingIngetrokken,
    VerwijderingVoorgenomen,
    OudersEnLeraarGehoord,
    InspectieGeraadpleegd,
    SchoolBereidGevonden,
    Verwijderd,
    VerwijderingIngetrokken,
    GemeldAanBenW,
    GemeldAanInspectie,
    Geschorst,
    TlvAanvraagGestart,
    TlvAangevraagd,
    AanvullingGevraagd,
    AanvullingOntvangen,
    DeskundigeToegewezen,
    ToewijzingBeeindigd,
    GezamenlijkAdviesVoorgelegd,
    AdviesUitgebracht,
    OudersReageerden,
    TlvAanvraagIngetrokken,
    VertragingGemeld,
    IngebrekestellingOntvangen,
    TlvVerleend,
    TlvGeweigerd,
    Bekendgemaakt,
    TlvGebruikt,
    TlvVerlopen,
    TlvIngetrokken,
    CategorieWijzigingAangevraagd,
}
