//! Every kind of event, in one list: what an event is stands in [`crate::gebeurtenis`].

use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, EerstContactGemeld, FeitelijkGeweigerd, Geweigerd, InformatieGevraagd,
    InformatieOntvangen, InformatieOnvoldoende, OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst,
    TijdelijkRechtGewijzigd, TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::aanmelding::gekomen::{Gekomen, NietGekomen};
use crate::aanmelding::herroepen::WeigeringHerroepen;
use crate::aanmelding::inleveren::InformatieIngeleverd;
use crate::aanmelding::keuze::OuderKoos;
use crate::aanmelding::leeftijd::LeeftijdVerantwoord;
use crate::aanmelding::meegedeeld::AanmeldingMeegedeeld;
use crate::aanmelding::opp::OppGemeld;
use crate::aanmelding::oppakken::WeigeringOpgepakt;
use crate::aanmelding::plek::PlekVastgesteld;
use crate::aanmelding::verklaring::VerklaringGetoond;
use crate::aanmelding::vervallen::{VerklaringNagegaan, VerklaringVervallen};
use crate::aanmelding::voorwaarde::VoorwaardeVastgesteld;
use crate::aanmelding::zonder::ZonderVerklaring;
use crate::algemeen::feiten::{BriefVastgelegd, DossierGeopend, Gecorrigeerd, OsoOvergenomen};
use crate::algemeen::kennisgeving::KennisgevingMislukt;
use crate::algemeen::post::PostVerwerkt;
use crate::algemeen::vrijgave::TekstVrijgegeven;
use crate::gebeurtenis::{Fold, gebeurtenissen};
use crate::kaart::Kaart;
use crate::leven::bereik::OudersGezocht;
use crate::leven::bereikbaar::DigitaalBereikbaarGezegd;
use crate::leven::contact::ContactGewijzigd;
use crate::leven::eigenpagina::EigenPaginaBeeindigd;
use crate::leven::elders::EldersToegelaten;
use crate::leven::feiten::{
    GeheimhoudingGezet, GezagGewijzigd, Ingeschreven, Meerderjarig, NaamOfGeslachtGewijzigd, NummerOntvangen,
    OnderPleegzorg, OuderAangesloten, OuderUitgenodigd, Overleden, PersoonVerbonden, Uitgeschreven, Verhuisd,
};
use crate::leven::herstel::InschrijvingHersteld;
use crate::leven::nagekeken::GezagNagekeken;
use crate::leven::taal::TaalGezegd;
use crate::leven::uitschrijving::SchoolNagegaan;
use crate::leven::verbandwissel::VerhuizingNagegaan;
use crate::leven::vermeld::VerklaringVermeld;
use crate::leven::verzorger::LezingToegestaan;
use crate::leven::woorden::{IetsGezegd, WoordenGezien};
use crate::plan::feiten::{
    ConceptGedeeld, FactorenBeschreven, HandelingsdeelBeschreven, PlanBeeindigd, PlanGestart,
    PlanVastgesteld, UitstroomBeschreven,
};
use crate::plan::gehoord::{
    CommissieGeadviseerd, HandelingsdeelIngestemd, InstemmingGeweigerd, LeerlingGehoord,
    LeerlingInGelegenheidGesteld, LeerlingZagAf, OverlegGevoerd, UitlegAanLeerling,
};
use crate::plan::uitgevoerd::{CyclusAfgesloten, PlanGeevalueerd};
use crate::tlv::aanvulling::AanvullingVervallen;
use crate::tlv::behandelen::{AanvullingBeoordeeld, TlvBuitenBehandeling};
use crate::tlv::besluitfeiten::{
    Bekendgemaakt, CategorieWijzigingAangevraagd, IngebrekestellingOntvangen, TlvGebruikt, TlvGeweigerd,
    TlvVerleend, TlvVerlopen, VertragingGemeld,
};
use crate::tlv::doorzenden::TlvDoorgezonden;
use crate::tlv::dwangsom::DwangsomVastgesteld;
use crate::tlv::feiten::{
    AanvullingGevraagd, AanvullingOntvangen, AdviesUitgebracht, DeskundigeToegewezen,
    GezamenlijkAdviesVoorgelegd, TlvAangevraagd, TlvAanvraagGestart, TlvAanvraagIngetrokken,
    ToewijzingBeeindigd,
};
use crate::tlv::herzien::AdviesTeruggenomen;
use crate::tlv::identiteit::{VerbeteringBeoordeeld, VerbeteringGevraagd};
use crate::tlv::inleveren::AanvullingIngeleverd;
use crate::tlv::intrekken::TlvIngetrokken;
use crate::tlv::vervolg::VervolgBepaald;
use crate::tlv::zienswijze::{AanvraagVoorgelegd, OudersReageerden};
use crate::verwijdering::einde::SchorsingGeeindigd;
use crate::verwijdering::elders::EldersVastgesteld;
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, InspectieGeraadpleegd, OudersEnLeraarGehoord,
    SchoolBereidGevonden, Verwijderd, VerwijderingIngetrokken, VerwijderingVoorgenomen,
};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::herroepen::{SchorsingHerroepen, VerwijderingHerroepen};
use crate::verwijdering::overleg::OverlegBegonnen;

gebeurtenissen! {
    DossierGeopend,
    Gecorrigeerd,
    BriefVastgelegd,
    PostVerwerkt,
    KennisgevingMislukt,
    TekstVrijgegeven,
    OsoOvergenomen,
    PersoonVerbonden,
    GezagGewijzigd,
    ContactGewijzigd,
    TaalGezegd,
    LezingToegestaan,
    IetsGezegd,
    WoordenGezien,
    OudersGezocht,
    OuderUitgenodigd,
    OuderAangesloten,
    EigenPaginaBeeindigd,
    DigitaalBereikbaarGezegd,
    Verhuisd,
    OnderPleegzorg,
    Meerderjarig,
    NaamOfGeslachtGewijzigd,
    GeheimhoudingGezet,
    NummerOntvangen,
    Overleden,
    Ingeschreven,
    Uitgeschreven,
    InschrijvingHersteld,
    SchoolNagegaan,
    VerklaringVermeld,
    EldersToegelaten,
    VerhuizingNagegaan,
    GezagNagekeken,
    EerstContactGemeld,
    Aangemeld,
    OndersteuningsbehoefteVastgesteld,
    InformatieGevraagd,
    InformatieIngeleverd,
    InformatieOnvoldoende,
    InformatieOntvangen,
    BuitenBehandelingGesteld,
    BeslistermijnVerlengd,
    TijdelijkRechtGewijzigd,
    TijdelijkGeplaatst,
    TijdelijkePlaatsingGeeindigd,
    AanbodGedaan,
    AanbodAanvaard,
    AanbodAfgewezen,
    OuderKoos,
    VerklaringGetoond,
    VerklaringVervallen,
    VerklaringNagegaan,
    LeeftijdVerantwoord,
    VoorwaardeVastgesteld,
    ZonderVerklaring,
    AanmeldingMeegedeeld,
    PlekVastgesteld,
    Toegelaten,
    NietGekomen,
    Gekomen,
    OppGemeld,
    Geweigerd,
    WeigeringHerroepen,
    FeitelijkGeweigerd,
    WeigeringOpgepakt,
    AanmeldingIngetrokken,
    VerwijderingVoorgenomen,
    GesprekVerzet,
    OudersEnLeraarGehoord,
    OverlegBegonnen,
    InspectieGeraadpleegd,
    SchoolBereidGevonden,
    Verwijderd,
    VerwijderingHerroepen,
    EldersVastgesteld,
    VerwijderingIngetrokken,
    GemeldAanBenW,
    GemeldAanInspectie,
    Geschorst,
    SchorsingGeeindigd,
    SchorsingHerroepen,
    TlvAanvraagGestart,
    AanvraagVoorgelegd,
    TlvAangevraagd,
    AanvullingGevraagd,
    AanvullingIngeleverd,
    AanvullingOntvangen,
    AanvullingVervallen,
    AanvullingBeoordeeld,
    TlvBuitenBehandeling,
    TlvDoorgezonden,
    DeskundigeToegewezen,
    ToewijzingBeeindigd,
    GezamenlijkAdviesVoorgelegd,
    AdviesUitgebracht,
    AdviesTeruggenomen,
    OudersReageerden,
    TlvAanvraagIngetrokken,
    VertragingGemeld,
    IngebrekestellingOntvangen,
    TlvVerleend,
    TlvGeweigerd,
    Bekendgemaakt,
    DwangsomVastgesteld,
    TlvGebruikt,
    TlvVerlopen,
    TlvIngetrokken,
    CategorieWijzigingAangevraagd,
    VervolgBepaald,
    VerbeteringGevraagd,
    VerbeteringBeoordeeld,
    PlanGestart,
    UitstroomBeschreven,
    FactorenBeschreven,
    HandelingsdeelBeschreven,
    ConceptGedeeld,
    LeerlingInGelegenheidGesteld,
    LeerlingGehoord,
    LeerlingZagAf,
    UitlegAanLeerling,
    OverlegGevoerd,
    HandelingsdeelIngestemd,
    InstemmingGeweigerd,
    CommissieGeadviseerd,
    PlanVastgesteld,
    CyclusAfgesloten,
    PlanGeevalueerd,
    PlanBeeindigd,
}
