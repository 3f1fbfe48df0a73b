//! Every act, in one list: what an act is, and who decides it, stands in [`crate::opdracht`].

use base::SwvCode;

use super::{Decide, aanvulsel, daad_van, over};
use crate::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, GaVerderZonderOuder, LaatAanmeldingDoorgaan, LaatToe, MeldFeitelijkeWeigering,
    StelBuitenBehandeling, TrekAanmeldingIn, Weiger, WijsAanbodAf,
};
use crate::aanmelding::gekomen::{MeldGekomen, MeldNietGekomen};
use crate::aanmelding::herroepen::HerroepWeigering;
use crate::aanmelding::inleveren::LeverInformatieIn;
use crate::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn,
    VraagInformatie,
};
use crate::aanmelding::opp::MeldOpp;
use crate::aanmelding::oppakken::PakWeigeringOp;
use crate::aanmelding::plek::StelPlekVast;
use crate::aanmelding::verklaring::{GaVerklaringNa, MeldVerklaringVervallen, ToonVerklaring};
use crate::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use crate::algemeen::opdracht::{NeemOsoOver, OpenDossier};
use crate::algemeen::post::VerwerkPost;
use crate::algemeen::vrijgave::GeefTekstVrij;
use crate::beurt::Onderwerp;
use crate::leven::bereik::ZoekOuders;
use crate::leven::bereikbaar::ZegDigitaalBereikbaar;
use crate::leven::opdracht::{
    BeeindigEigenPagina, GaSchoolNa, GaVerhuizingNa, KijkGezagNa, LegTaalVast, MeldMeerderjarig,
    MeldOverlijden, MeldPleegzorg, NodigOuderUit, OntvangNummer, SchrijfIn, SchrijfUit, SluitOuderAan,
    VerbindPersoon, Verhuis, WijzigContact, WijzigGezag, WijzigNaam, ZetGeheimhouding,
};
use crate::leven::verzorger::StaLezingToe;
use crate::leven::woorden::{LaatWeten, ZegGezien};
use crate::opdracht::aanvulsel::{Aanvulsel, Conceptkring};
use crate::opdracht::velden::{Daad, Ingevuld, Waarden};
use crate::plan::opdracht::{
    AdviseerOverPlan, BeeindigPlan, DeelConcept, EvalueerPlan, LegInbrengVast, LegOverlegVast,
    LichtToeAanLeerling, SluitCyclusAf, StartPlan, StelLeerlingInGelegenheid, StelPlanVast, StemIn,
    WeigerInstemming,
};
use crate::staat::Dossier;
use crate::tlv::aanvulling::LaatAanvullingVervallen;
use crate::tlv::behandelen::{BeoordeelAanvulling, StelAanvraagBuitenBehandeling};
use crate::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, OntvangIngebrekestelling,
    VraagCategorieWijziging,
};
use crate::tlv::doorzenden::ZendTlvDoor;
use crate::tlv::dwangsom::StelDwangsomVast;
use crate::tlv::herzien::HerzieAdvies;
use crate::tlv::identiteit::{BeoordeelVerbetering, VerbeterKind};
use crate::tlv::inleveren::LeverAanvullingIn;
use crate::tlv::intrekken::TrekTlvIn;
use crate::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, TekenAdvies,
    TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use crate::tlv::vervolg::BepaalVervolg;
use crate::tlv::zienswijze::LegAanvraagVoor;
use crate::verwijdering::elders::StelEldersVast;
use crate::verwijdering::gesprek::VerzetGesprek;
use crate::verwijdering::herroepen::{HerroepSchorsing, HerroepVerwijdering};
use crate::verwijdering::opdracht::{
    BeeindigSchorsing, BeginOverleg, HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, NeemVerwijderingVoor,
    RaadpleegInspectie, Schors, TrekVoornemenIn, Verwijder, VindBereideSchool,
};

/// What stands of an act behind its name, in words: nothing is left to a default.
macro_rules! daad {
    (@dood loopt_door) => {
        true
    };
    (@dood stopt) => {
        false
    };
    (@beleid van_zaak, $opdracht:ident, $dossier:ident) => {
        over::Over::over_zaak($opdracht, $dossier).and_then(|zaak| $dossier.zaak(zaak)?.valt_onder())
    };
    // It begins a case, and names the school.
    (@beleid van_school, $opdracht:ident, $dossier:ident) => {
        $dossier.swv_van(&$opdracht.vestiging)
    };
    // It begins a case at a school that the file need not know yet.
    (@beleid meegegeven, $opdracht:ident, $dossier:ident) => {
        $opdracht.swv.as_ref()
    };
    (@beleid zonder, $opdracht:ident, $dossier:ident) => {{
        let _ = $opdracht;
        None
    }};
    (@kring gedeeld) => {
        Conceptkring::Gedeeld
    };
    (@kring eigen) => {
        Conceptkring::Eigen
    };
    (@kring geen) => {
        Conceptkring::Geen
    };
    (@redenen redenen) => {
        true
    };
    (@redenen geen_redenen) => {
        false
    };
    (@vult zo, $opdracht:ident) => {{
        let _ = $opdracht;
        None
    }};
    (@vult (|$act:ident| $aanvulsel:expr), $opdracht:ident) => {{
        let $act = $opdracht;
        $aanvulsel
    }};
    // What nobody types, somebody fills in.
    (@later velden, zo, $variant:ident) => {
        const _: () =
            assert!(!aanvulsel::has_later::<$variant>(), "a field of kind Later that nobody fills in");
    };
    (@later $lezer:ident, $vult:tt, $variant:ident) => {};
    (@veld velden, $variant:ident, $naam:literal) => {
        &[Daad::of::<$variant>($naam)]
    };
    (@veld eigen_lezer, $variant:ident, $naam:literal) => {
        zonder_velden::<$variant>()
    };
    (@veld opent, $variant:ident, $naam:literal) => {
        &[]
    };
    (@schrijf velden, $opdracht:ident) => {
        Ingevuld::schrijf($opdracht)
    };
    (@schrijf opent, $opdracht:ident) => {
        Ingevuld::schrijf($opdracht)
    };
    (@schrijf eigen_lezer, $opdracht:ident) => {{
        let _ = $opdracht;
        Waarden::new()
    }};
    (@lezer velden, $variant:ident) => {};
    (@lezer opent, $variant:ident) => {};
    (@lezer eigen_lezer, $variant:ident) => {
        impl ZonderVelden for $variant {}
    };
}

/// An act without declared fields. No act is both, so an act that declares its fields and says in the list that it has a
/// reader of its own does not compile.
trait ZonderVelden {}

impl<D: Ingevuld> ZonderVelden for D {}

const fn zonder_velden<D: ZonderVelden>() -> &'static [Daad] {
    &[]
}

/// Declares the acts: the name in the access matrix, whether it stops with the death of the child, by whose policy it
/// is decided (that of the partnership that its case falls under, `van_zaak`; of the school at which it begins one, `van_school`, or which comes
/// with the act, `meegegeven`), and where what somebody fills in is read: as its fields are declared
/// (`velden`), by its own page or nowhere (`eigen_lezer`), or before there is a file (`opent`); who sees what was kept of it before it is
/// sent ([`Conceptkring`]: `gedeeld`, `eigen`, `geen`), whether it writes reasons that can be released (`redenen` of the card of its fact), and what the program fills in of it or looks up for it ([`Aanvulsel`]; `zo`, as it
/// was typed).
macro_rules! opdrachten {
    ($($variant:ident = $name:literal, $dood:ident, $beleid:ident, $lezer:ident, $kring:ident, $redenen:ident, $vult:tt;)+) => {
        /// Something that somebody asks to be added to a file.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Opdracht {
            $(#[doc = concat!("See [`", stringify!($variant), "`].")] $variant($variant),)+
        }

        /// The name of an act, for who does not give it but names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Opdrachtnaam {
            $(#[doc = concat!("Of [`", stringify!($variant), "`].")] $variant,)+
        }

        impl Opdrachtnaam {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As it stands in the access matrix.
            pub const fn naam(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// By its name in the access matrix.
            pub fn met_naam(naam: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.naam() == naam)
            }

            /// The case that it is about, by the number of the case or fact.
            pub fn zaak(self, dossier: &Dossier, nr: Option<u64>) -> Option<Onderwerp> {
                match self { $(Self::$variant => <$variant as over::Over>::zaak_met(nr, dossier)),+ }
            }

            /// Still possible on the file of a child that died.
            pub(crate) const fn loopt_door_na_overlijden(self) -> bool {
                match self { $(Self::$variant => daad!(@dood $dood)),+ }
            }

            /// Who sees what was kept of it before it is sent.
            pub const fn conceptkring(self) -> Conceptkring {
                match self { $(Self::$variant => daad!(@kring $kring)),+ }
            }

            /// It writes reasons that can be released: whoever does it can release them with it.
            pub const fn schrijft_redenen(self) -> bool {
                match self { $(Self::$variant => daad!(@redenen $redenen)),+ }
            }

            /// The declaration of its fields, where they are declared.
            pub fn daad(self) -> Option<&'static Daad> {
                daad_van(self.naam())
            }
        }

        /// Every command by its name in the access matrix.
        pub const OPDRACHTEN: &[&str] = &[$($name),+];

        /// The declarations, act by act: one, or none.
        pub(super) const DECLARATIES: &[&[Daad]] = &[$(daad!(@veld $lezer, $variant, $name)),+];

        $(daad!(@lezer $lezer, $variant);)+
        $(daad!(@later $lezer, $vult, $variant);)+

        impl Opdracht {
            /// Its name in the access matrix.
            pub fn naam(&self) -> &'static str {
                self.welke().naam()
            }

            /// Which act it is.
            pub const fn welke(&self) -> Opdrachtnaam {
                match self { $(Self::$variant(_) => Opdrachtnaam::$variant),+ }
            }

            /// What stands in its declared fields where it was filled in; nothing of an act with a reader of its own.
            pub fn ingevuld(&self) -> Waarden {
                match self { $(Self::$variant(opdracht) => daad!(@schrijf $lezer, opdracht)),+ }
            }

            /// What the program fills in of it, or looks up for it.
            pub fn aanvulsel(&mut self) -> Option<Aanvulsel<'_>> {
                match self { $(Self::$variant(act) => daad!(@vult $vult, act)),+ }
            }

            /// The case that it is about; none when it is about the child itself, or begins a case.
            pub fn over_zaak(&self, dossier: &Dossier) -> Option<Onderwerp> {
                match self { $(Self::$variant(act) => over::Over::over_zaak(act, dossier)),+ }
            }

            /// The partnership by whose policy it is decided, as the list of acts says.
            pub(super) fn beleid_van<'a>(&'a self, dossier: &'a Dossier) -> Option<&'a SwvCode> {
                match self { $(Self::$variant(act) => daad!(@beleid $beleid, act, dossier)),+ }
            }

            pub(crate) fn as_decide(&self) -> &dyn Decide {
                match self { $(Self::$variant(opdracht) => opdracht),+ }
            }
        }

        $(impl From<$variant> for Opdracht {
            fn from(opdracht: $variant) -> Self {
                Self::$variant(opdracht)
            }
        })+
    };
}

opdrachten! {
    OpenDossier = "open_dossier", stopt, zonder, opent, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Gebied(&mut act.adres)));
    VerwerkPost = "verwerk_post", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    GeefTekstVrij = "geef_tekst_vrij", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    NeemOsoOver = "neem_oso_over", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    Corrigeer = "corrigeer", loopt_door, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    CorrigeerOntvangst = "corrigeer_ontvangst", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    VerbindPersoon = "verbind_persoon", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    WijzigGezag = "wijzig_gezag", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    WijzigContact = "wijzig_contact", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LegTaalVast = "leg_taal_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StaLezingToe = "sta_lezing_toe", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LaatWeten = "laat_weten", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    ZegGezien = "zeg_gezien", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    ZoekOuders = "zoek_ouders", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    NodigOuderUit = "nodig_ouder_uit", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    SluitOuderAan = "sluit_ouder_aan", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    BeeindigEigenPagina = "beeindig_eigen_pagina", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    ZegDigitaalBereikbaar = "zeg_digitaal_bereikbaar", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Bereikbaar(act)));
    Verhuis = "verhuis", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Gebied(&mut act.adres)));
    MeldPleegzorg = "meld_pleegzorg", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldMeerderjarig = "meld_meerderjarig", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    WijzigNaam = "wijzig_naam", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    ZetGeheimhouding = "zet_geheimhouding", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    OntvangNummer = "ontvang_nummer", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Nummer(act)));
    MeldOverlijden = "meld_overlijden", loopt_door, zonder, velden, gedeeld, geen_redenen, zo;
    SchrijfIn = "schrijf_in", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Inschrijving(act)));
    SchrijfUit = "schrijf_uit", loopt_door, zonder, velden, gedeeld, geen_redenen, zo;
    GaSchoolNa = "ga_school_na", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    GaVerhuizingNa = "ga_verhuizing_na", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    KijkGezagNa = "kijk_gezag_na", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldEersteContact = "meld_eerste_contact", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldAan = "meld_aan", stopt, meegegeven, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Indiener(act)));
    StelBehoefteVast = "stel_behoefte_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    VraagInformatie = "vraag_informatie", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    LeverInformatieIn = "lever_informatie_in", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Informatie(act)));
    OntvangInformatie = "ontvang_informatie", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    VerlengBeslistermijn = "verleng_beslistermijn", stopt, van_zaak, velden, gedeeld, redenen, zo;
    PlaatsTijdelijk = "plaats_tijdelijk", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    DoeAanbod = "doe_aanbod", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::AndereSchool(&mut act.school)));
    AanvaardAanbod = "aanvaard_aanbod", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    WijsAanbodAf = "wijs_aanbod_af", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    ToonVerklaring = "toon_verklaring", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Verklaring(act)));
    MeldVerklaringVervallen = "meld_verklaring_vervallen", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    GaVerklaringNa = "ga_verklaring_na", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StelPlekVast = "stel_plek_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LaatToe = "laat_toe", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Toelating(act)));
    Weiger = "weiger", stopt, van_zaak, velden, gedeeld, redenen, (|act| act.andere_school().map(Aanvulsel::AndereSchool));
    HerroepWeigering = "herroep_weigering", stopt, van_zaak, velden, gedeeld, redenen, zo;
    MeldNietGekomen = "meld_niet_gekomen", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldGekomen = "meld_gekomen", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldOpp = "meld_opp", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldFeitelijkeWeigering = "meld_feitelijke_weigering", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    PakWeigeringOp = "pak_weigering_op", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StelBuitenBehandeling = "stel_buiten_behandeling", stopt, van_zaak, velden, gedeeld, redenen, zo;
    TrekAanmeldingIn = "trek_aanmelding_in", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LaatAanmeldingDoorgaan = "laat_aanmelding_doorgaan", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    GaVerderZonderOuder = "ga_verder_zonder_ouder", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    NeemVerwijderingVoor = "neem_verwijdering_voor", stopt, van_school, velden, gedeeld, redenen, zo;
    VerzetGesprek = "verzet_gesprek", stopt, zonder, velden, gedeeld, redenen, zo;
    HoorOudersEnLeraar = "hoor_ouders_en_leraar", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    BeginOverleg = "begin_overleg", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    RaadpleegInspectie = "raadpleeg_inspectie", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    VindBereideSchool = "vind_bereide_school", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::AndereSchool(&mut act.school)));
    Verwijder = "verwijder", stopt, van_zaak, velden, gedeeld, redenen, zo;
    HerroepVerwijdering = "herroep_verwijdering", stopt, van_zaak, velden, gedeeld, redenen, zo;
    StelEldersVast = "stel_elders_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    TrekVoornemenIn = "trek_voornemen_in", stopt, van_zaak, velden, gedeeld, redenen, zo;
    MeldAanBenW = "meld_aan_ben_w", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    MeldAanInspectie = "meld_aan_inspectie", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    Schors = "schors", stopt, van_school, velden, gedeeld, redenen, zo;
    BeeindigSchorsing = "beeindig_schorsing", stopt, van_zaak, velden, gedeeld, redenen, zo;
    HerroepSchorsing = "herroep_schorsing", stopt, van_zaak, velden, gedeeld, redenen, zo;
    StartTlvAanvraag = "start_tlv_aanvraag", stopt, van_school, velden, gedeeld, geen_redenen, zo;
    LegAanvraagVoor = "leg_aanvraag_voor", stopt, van_zaak, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Aanvraag(act.aanvraag, &mut act.invoer)));
    VraagTlvAan = "vraag_tlv_aan", stopt, van_zaak, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Aanvraag(act.aanvraag, &mut act.invoer)));
    VraagAanvulling = "vraag_aanvulling", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    LeverAanvullingIn = "lever_aanvulling_in", stopt, zonder, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Aanvullend(act)));
    OntvangAanvulling = "ontvang_aanvulling", stopt, van_zaak, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Bewaard(act)));
    LaatAanvullingVervallen = "laat_aanvulling_vervallen", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    BeoordeelAanvulling = "beoordeel_aanvulling", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    StelAanvraagBuitenBehandeling = "stel_aanvraag_buiten_behandeling", stopt, van_zaak, velden, gedeeld, redenen, zo;
    ZendTlvDoor = "zend_tlv_door", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    WijsDeskundigeToe = "wijs_deskundige_toe", stopt, van_zaak, velden, gedeeld, geen_redenen, (|act| Some(Aanvulsel::Deskundige(act)));
    BeeindigToewijzing = "beeindig_toewijzing", stopt, zonder, velden, geen, geen_redenen, zo;
    BrengAdviesUit = "breng_advies_uit", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    TekenAdvies = "teken_advies", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    HerzieAdvies = "herzie_advies", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    GeefZienswijze = "geef_zienswijze", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    TrekTlvAanvraagIn = "trek_tlv_aanvraag_in", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    NeemBesluit = "neem_besluit", stopt, van_zaak, velden, eigen, redenen, zo;
    MaakBekend = "maak_bekend", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    MeldVertraging = "meld_vertraging", stopt, van_zaak, velden, gedeeld, redenen, zo;
    OntvangIngebrekestelling = "ontvang_ingebrekestelling", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StelDwangsomVast = "stel_dwangsom_vast", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    GebruikTlv = "gebruik_tlv", stopt, zonder, eigen_lezer, gedeeld, geen_redenen, zo;
    LaatTlvVerlopen = "laat_tlv_verlopen", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    TrekTlvIn = "trek_tlv_in", stopt, van_zaak, velden, gedeeld, redenen, zo;
    VraagCategorieWijziging = "vraag_categorie_wijziging", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    BepaalVervolg = "bepaal_vervolg", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    VerbeterKind = "verbeter_kind", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    BeoordeelVerbetering = "beoordeel_verbetering", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
    StartPlan = "start_plan", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    DeelConcept = "deel_concept", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StelLeerlingInGelegenheid = "stel_leerling_in_gelegenheid", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LegInbrengVast = "leg_inbreng_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LichtToeAanLeerling = "licht_toe_aan_leerling", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    LegOverlegVast = "leg_overleg_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    AdviseerOverPlan = "adviseer_over_plan", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StemIn = "stem_in", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    WeigerInstemming = "weiger_instemming", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    StelPlanVast = "stel_plan_vast", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    SluitCyclusAf = "sluit_cyclus_af", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    EvalueerPlan = "evalueer_plan", stopt, zonder, velden, gedeeld, geen_redenen, zo;
    BeeindigPlan = "beeindig_plan", stopt, van_zaak, velden, gedeeld, geen_redenen, zo;
}
