//! About which case of the file a fact is.

use super::Gebeurtenis;
use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, FeitelijkGeweigerd, Geweigerd, InformatieGevraagd, InformatieOntvangen,
    OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst, TijdelijkRechtGewijzigd,
    TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::algemeen::feiten::Betreft;
use crate::beurt::Onderwerp;
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
    GemeldAanBenW, InspectieGeraadpleegd, InspectieMelding, OudersEnLeraarGehoord, SchoolBereidGevonden,
    Verwijderd, VerwijderingIngetrokken, VerwijderingVoorgenomen,
};

impl Gebeurtenis {
    /// The case that a fact is about; none when it is about the child itself.
    pub fn onderwerp(&self) -> Option<Onderwerp> {
        self.of_registration()
            .map(Onderwerp::Aanmelding)
            .or_else(|| self.of_request().map(Onderwerp::Aanvraag))
            .or_else(|| self.of_removal())
            .or_else(|| self.of_letter())
    }

    fn of_registration(&self) -> Option<u32> {
        match self {
            Self::Aangemeld(Aangemeld { aanmelding, .. })
            | Self::OndersteuningsbehoefteVastgesteld(OndersteuningsbehoefteVastgesteld {
                aanmelding, ..
            })
            | Self::InformatieGevraagd(InformatieGevraagd { aanmelding, .. })
            | Self::InformatieOntvangen(InformatieOntvangen { aanmelding, .. })
            | Self::BuitenBehandelingGesteld(BuitenBehandelingGesteld { aanmelding, .. })
            | Self::BeslistermijnVerlengd(BeslistermijnVerlengd { aanmelding, .. })
            | Self::TijdelijkRechtGewijzigd(TijdelijkRechtGewijzigd { aanmelding, .. })
            | Self::TijdelijkGeplaatst(TijdelijkGeplaatst { aanmelding, .. })
            | Self::TijdelijkePlaatsingGeeindigd(TijdelijkePlaatsingGeeindigd { aanmelding, .. })
            | Self::AanbodGedaan(AanbodGedaan { aanmelding, .. })
            | Self::AanbodAanvaard(AanbodAanvaard { aanmelding, .. })
            | Self::AanbodAfgewezen(AanbodAfgewezen { aanmelding, .. })
            | Self::Toegelaten(Toegelaten { aanmelding, .. })
            | Self::Geweigerd(Geweigerd { aanmelding, .. })
            | Self::FeitelijkGeweigerd(FeitelijkGeweigerd { aanmelding, .. })
            | Self::AanmeldingIngetrokken(AanmeldingIngetrokken { aanmelding, .. }) => Some(*aanmelding),
            _ => None,
        }
    }

    fn of_request(&self) -> Option<u32> {
        match self {
            Self::TlvAanvraagGestart(TlvAanvraagGestart { aanvraag, .. })
            | Self::TlvAangevraagd(TlvAangevraagd { aanvraag, .. })
            | Self::AanvullingGevraagd(AanvullingGevraagd { aanvraag, .. })
            | Self::AanvullingOntvangen(AanvullingOntvangen { aanvraag, .. })
            | Self::DeskundigeToegewezen(DeskundigeToegewezen { aanvraag, .. })
            | Self::ToewijzingBeeindigd(ToewijzingBeeindigd { aanvraag, .. })
            | Self::GezamenlijkAdviesVoorgelegd(GezamenlijkAdviesVoorgelegd { aanvraag, .. })
            | Self::AdviesUitgebracht(AdviesUitgebracht { aanvraag, .. })
            | Self::OudersReageerden(OudersReageerden { aanvraag, .. })
            | Self::TlvAanvraagIngetrokken(TlvAanvraagIngetrokken { aanvraag, .. })
            | Self::TlvVerleend(TlvVerleend { aanvraag, .. })
            | Self::TlvGeweigerd(TlvGeweigerd { aanvraag, .. })
            | Self::Bekendgemaakt(Bekendgemaakt { aanvraag, .. })
            | Self::VertragingGemeld(VertragingGemeld { aanvraag, .. })
            | Self::IngebrekestellingOntvangen(IngebrekestellingOntvangen { aanvraag, .. })
            | Self::TlvGebruikt(TlvGebruikt { aanvraag, .. })
            | Self::TlvVerlopen(TlvVerlopen { aanvraag, .. })
            | Self::TlvIngetrokken(TlvIngetrokken { aanvraag, .. })
            | Self::CategorieWijzigingAangevraagd(CategorieWijzigingAangevraagd { aanvraag, .. }) => {
                Some(*aanvraag)
            }
            _ => None,
        }
    }

    fn of_removal(&self) -> Option<Onderwerp> {
        match self {
            Self::VerwijderingVoorgenomen(VerwijderingVoorgenomen { verwijdering, .. })
            | Self::OudersEnLeraarGehoord(OudersEnLeraarGehoord { verwijdering, .. })
            | Self::InspectieGeraadpleegd(InspectieGeraadpleegd { verwijdering, .. })
            | Self::SchoolBereidGevonden(SchoolBereidGevonden { verwijdering, .. })
            | Self::Verwijderd(Verwijderd { verwijdering, .. })
            | Self::VerwijderingIngetrokken(VerwijderingIngetrokken { verwijdering, .. })
            | Self::GemeldAanBenW(GemeldAanBenW { verwijdering, .. }) => {
                Some(Onderwerp::Verwijdering(*verwijdering))
            }
            Self::GemeldAanInspectie(event) => Some(match event.over {
                InspectieMelding::Verwijdering(nr) => Onderwerp::Verwijdering(nr),
                InspectieMelding::Schorsing(nr) => Onderwerp::Schorsing(nr),
            }),
            Self::Geschorst(event) => Some(Onderwerp::Schorsing(event.schorsing)),
            _ => None,
        }
    }

    fn of_letter(&self) -> Option<Onderwerp> {
        match self {
            Self::BriefVastgelegd(event) => event.betreft.onderwerp(),
            _ => None,
        }
    }
}

impl Betreft {
    /// The case that a letter is about; none for a letter about the parents' own page.
    pub fn onderwerp(self) -> Option<Onderwerp> {
        match self {
            Self::Aanmelding(nr) => Some(Onderwerp::Aanmelding(nr)),
            Self::Verwijdering(nr) => Some(Onderwerp::Verwijdering(nr)),
            Self::Schorsing(nr) => Some(Onderwerp::Schorsing(nr)),
            Self::Aanvraag(nr) => Some(Onderwerp::Aanvraag(nr)),
            Self::EigenPagina => None,
        }
    }
}
