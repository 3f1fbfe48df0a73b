//! The facts a file is made of: every kind of event, its stored name and version.
//!
//! An event type is a Dutch past participle in snake_case and never changes; a new meaning is a new
//! type, a new shape is a new version beside the old one. `tests/golden` holds every version that
//! was ever written.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::staat::{Dossier, Feit};

mod onderwerp;

use crate::aanmelding::feiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, Aangemeld, AanmeldingIngetrokken, BeslistermijnVerlengd,
    BuitenBehandelingGesteld, EerstContactGemeld, FeitelijkGeweigerd, Geweigerd, InformatieGevraagd,
    InformatieOntvangen, OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst, TijdelijkRechtGewijzigd,
    TijdelijkePlaatsingGeeindigd, Toegelaten,
};
use crate::algemeen::feiten::{BriefVastgelegd, DossierGeopend, Gecorrigeerd, OsoOvergenomen};
use crate::leven::feiten::{
    GeheimhoudingGezet, GezagGewijzigd, Ingeschreven, Meerderjarig, NaamOfGeslachtGewijzigd, NummerOntvangen,
    OnderPleegzorg, OuderAangesloten, OuderUitgenodigd, Overleden, PersoonVerbonden, Uitgeschreven, Verhuisd,
};
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

/// Adds one fact to a file. Total: a fact that no longer fits changes nothing but the history.
pub trait Fold {
    /// Applies the fact; `feit` carries its date, number and actor.
    fn fold(&self, dossier: &mut Dossier, feit: &Feit);
}

/// Why stored bytes are no event that this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Written by a newer program.
    #[error("event type '{event_type}' version {version} is not known to this program")]
    Unknown {
        /// As stored.
        event_type: String,
        /// As stored.
        version: u16,
    },
    /// Known type, but the bytes do not have its shape. Carries no contents.
    #[error("event type '{event_type}' version {version} does not read at line {line} column {column}")]
    Shape {
        /// As stored.
        event_type: String,
        /// As stored.
        version: u16,
        /// Line of the JSON text.
        line: usize,
        /// Column of the JSON text.
        column: usize,
    },
}

macro_rules! gebeurtenissen {
    ($($variant:ident = $name:literal, $version:literal;)+) => {
        /// One fact in a child's file.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Gebeurtenis {
            $(#[doc = concat!("`", $name, "`, see [`", stringify!($variant), "`].")] $variant($variant),)+
        }

        /// Every event type with the version that is written today.
        pub const EVENT_TYPES: &[(&str, u16)] = &[$(($name, $version)),+];

        impl Gebeurtenis {
            /// The stored event type.
            pub fn event_type(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            /// The stored version.
            pub fn event_version(&self) -> u16 {
                match self { $(Self::$variant(_) => $version),+ }
            }

            /// The payload as stored: JSON.
            pub fn encode(&self) -> Result<Vec<u8>, serde_json::Error> {
                match self { $(Self::$variant(event) => to_json(event)),+ }
            }

            /// Reads a stored payload.
            pub fn decode(event_type: &str, version: u16, payload: &[u8]) -> Result<Self, DecodeError> {
                match (event_type, version) {
                    $(($name, $version) => from_json(event_type, version, payload).map(Self::$variant),)+
                    _ => Err(DecodeError::Unknown { event_type: event_type.to_owned(), version }),
                }
            }

            /// Adds the fact to a file.
            pub(crate) fn fold(&self, dossier: &mut Dossier, feit: &Feit) {
                match self { $(Self::$variant(event) => event.fold(dossier, feit)),+ }
            }
        }

        $(impl From<$variant> for Gebeurtenis {
            fn from(event: $variant) -> Self {
                Self::$variant(event)
            }
        })+
    };
}

gebeurtenissen! {
    DossierGeopend = "dossier_geopend", 1;
    Gecorrigeerd = "gecorrigeerd", 1;
    BriefVastgelegd = "brief_vastgelegd", 1;
    OsoOvergenomen = "oso_overgenomen", 1;
    PersoonVerbonden = "persoon_verbonden", 1;
    GezagGewijzigd = "gezag_gewijzigd", 1;
    OuderUitgenodigd = "ouder_uitgenodigd", 1;
    OuderAangesloten = "ouder_aangesloten", 1;
    Verhuisd = "verhuisd", 1;
    OnderPleegzorg = "onder_pleegzorg", 1;
    Meerderjarig = "meerderjarig", 1;
    NaamOfGeslachtGewijzigd = "naam_of_geslacht_gewijzigd", 1;
    GeheimhoudingGezet = "geheimhouding_gezet", 1;
    NummerOntvangen = "nummer_ontvangen", 1;
    Overleden = "overleden", 1;
    Ingeschreven = "ingeschreven", 1;
    Uitgeschreven = "uitgeschreven", 1;
    EerstContactGemeld = "eerst_contact_gemeld", 1;
    Aangemeld = "aangemeld", 1;
    OndersteuningsbehoefteVastgesteld = "ondersteuningsbehoefte_vastgesteld", 1;
    InformatieGevraagd = "informatie_gevraagd", 1;
    InformatieOntvangen = "informatie_ontvangen", 1;
    BuitenBehandelingGesteld = "buiten_behandeling_gesteld", 1;
    BeslistermijnVerlengd = "beslistermijn_verlengd", 1;
    TijdelijkRechtGewijzigd = "tijdelijk_recht_gewijzigd", 1;
    TijdelijkGeplaatst = "tijdelijk_geplaatst", 1;
    TijdelijkePlaatsingGeeindigd = "tijdelijke_plaatsing_geeindigd", 1;
    AanbodGedaan = "aanbod_gedaan", 1;
    AanbodAanvaard = "aanbod_aanvaard", 1;
    AanbodAfgewezen = "aanbod_afgewezen", 1;
    Toegelaten = "toegelaten", 1;
    Geweigerd = "geweigerd", 1;
    FeitelijkGeweigerd = "feitelijk_geweigerd", 1;
    AanmeldingIngetrokken = "aanmelding_ingetrokken", 1;
    VerwijderingVoorgenomen = "verwijdering_voorgenomen", 1;
    OudersEnLeraarGehoord = "ouders_en_leraar_gehoord", 1;
    InspectieGeraadpleegd = "inspectie_geraadpleegd", 1;
    SchoolBereidGevonden = "school_bereid_gevonden", 1;
    Verwijderd = "verwijderd", 1;
    VerwijderingIngetrokken = "verwijdering_ingetrokken", 1;
    GemeldAanBenW = "gemeld_aan_ben_w", 1;
    GemeldAanInspectie = "gemeld_aan_inspectie", 1;
    Geschorst = "geschorst", 1;
    TlvAanvraagGestart = "tlv_aanvraag_gestart", 1;
    TlvAangevraagd = "tlv_aangevraagd", 1;
    AanvullingGevraagd = "aanvulling_gevraagd", 1;
    AanvullingOntvangen = "aanvulling_ontvangen", 1;
    DeskundigeToegewezen = "deskundige_toegewezen", 1;
    ToewijzingBeeindigd = "toewijzing_beeindigd", 1;
    GezamenlijkAdviesVoorgelegd = "gezamenlijk_advies_voorgelegd", 1;
    AdviesUitgebracht = "advies_uitgebracht", 1;
    OudersReageerden = "ouders_reageerden", 1;
    TlvAanvraagIngetrokken = "tlv_aanvraag_ingetrokken", 1;
    VertragingGemeld = "vertraging_gemeld", 1;
    IngebrekestellingOntvangen = "ingebrekestelling_ontvangen", 1;
    TlvVerleend = "tlv_verleend", 1;
    TlvGeweigerd = "tlv_geweigerd", 1;
    Bekendgemaakt = "bekendgemaakt", 1;
    TlvGebruikt = "tlv_gebruikt", 1;
    TlvVerlopen = "tlv_verlopen", 1;
    TlvIngetrokken = "tlv_ingetrokken", 1;
    CategorieWijzigingAangevraagd = "categorie_wijziging_aangevraagd", 1;
}

fn to_json<T: Serialize>(event: &T) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(event)
}

fn from_json<T: DeserializeOwned>(event_type: &str, version: u16, payload: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(payload).map_err(|error| DecodeError::Shape {
        event_type: event_type.to_owned(),
        version,
        line: error.line(),
        column: error.column(),
    })
}
