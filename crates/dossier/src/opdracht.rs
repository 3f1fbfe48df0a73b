//! Commands: what somebody asks to be added to a file, and the decision whether that is lawful.
//!
//! Each command is a struct with [`Decide`] in the module of its process. What must be looked up
//! (a school, a person's account, a number from the register) is looked up first and stands in the
//! command; the law and the SWV's policy come with [`Besluitvorming`].

use base::{Date, OrganisatieId};
use recht::Wet;
use verband::Beleid;

use crate::aanmelding::afloop::{
    AanvaardAanbod, DoeAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn,
    Weiger, WijsAanbodAf,
};
use crate::aanmelding::opdracht::{
    MeldAan, MeldEersteContact, OntvangInformatie, PlaatsTijdelijk, StelBehoefteVast, VerlengBeslistermijn,
    VraagInformatie,
};
use crate::algemeen::correctie::{Corrigeer, CorrigeerOntvangst};
use crate::algemeen::opdracht::{LegBriefVast, NeemOsoOver, OpenDossier};
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, NodigOuderUit, OntvangNummer, SchrijfIn, SchrijfUit,
    SluitOuderAan, VerbindPersoon, Verhuis, WijzigGezag, WijzigNaam, ZetGeheimhouding,
};
use crate::opdracht::velden::Daad;
use crate::refusal::Refusal;
use crate::rol::Actor;
use crate::staat::Dossier;
use crate::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MaakBekend, MeldVertraging, NeemBesluit, OntvangIngebrekestelling,
    TrekTlvIn, VraagCategorieWijziging,
};
use crate::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, TekenAdvies,
    TrekTlvAanvraagIn, VraagAanvulling, VraagTlvAan, WijsDeskundigeToe,
};
use crate::verwijdering::opdracht::{
    HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, NeemVerwijderingVoor, RaadpleegInspectie, Schors,
    TrekVoornemenIn, Verwijder, VindBereideSchool,
};

mod geheim;
pub mod invoer;
mod over;
pub mod regels;
pub mod velden;

pub use over::zaak_van;

/// The circumstances in which a command is decided.
#[derive(Debug, Clone, Copy)]
pub struct Besluitvorming<'a> {
    /// The law.
    pub wet: &'a Wet,
    /// Policy of the competent SWV; the default where none applies.
    pub beleid: &'a Beleid,
    /// Today in the Netherlands.
    pub vandaag: Date,
    /// Who asks.
    pub actor: &'a Actor,
}

/// An event that was decided and is not yet recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vaststelling {
    /// The date it is about.
    pub on: Date,
    /// Under whose key its contents will stand.
    pub holder: OrganisatieId,
    /// What it says.
    pub gebeurtenis: Gebeurtenis,
}

impl Vaststelling {
    /// An event held as its card says: by the organisation of whoever acts, or by whose case it is. What a parent sends to
    /// a school is the school's.
    pub fn new(
        on: Date,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
        gebeurtenis: impl Into<Gebeurtenis>,
    ) -> Self {
        let gebeurtenis = gebeurtenis.into();
        let holder = gebeurtenis.houder(dossier).unwrap_or_else(|| ctx.actor.organisatie.clone());
        Self { on, holder, gebeurtenis }
    }

    /// An event held by an organisation that is known otherwise: a letter is held by whoever writes it.
    pub fn held_by(on: Date, holder: OrganisatieId, gebeurtenis: impl Into<Gebeurtenis>) -> Self {
        Self { on, holder, gebeurtenis: gebeurtenis.into() }
    }
}

/// Decides one kind of command.
pub trait Decide {
    /// The new events, or why not.
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal>;
}

/// Refuses an act of one school, or one partnership, on what belongs to another. Being concerned
/// with the same child does not make it theirs.
pub(crate) fn refuse_outsider(ctx: &Besluitvorming<'_>, eigenaar: &OrganisatieId) -> Result<(), Refusal> {
    let actor = &ctx.actor.organisatie;
    if actor.kind() != eigenaar.kind() || actor == eigenaar {
        return Ok(());
    }
    let reden = if eigenaar.kind() == "swv" {
        sleutels::algemeen::ander_samenwerkingsverband()
    } else {
        sleutels::algemeen::andere_school()
    };
    Err(Refusal::new("andere_organisatie", reden).instead(sleutels::algemeen::overleggen()))
}

/// What stands of an act behind its name, in words: nothing is left to a default.
macro_rules! daad {
    (@dood loopt_door) => {
        true
    };
    (@dood stopt) => {
        false
    };
    (@beleid van_aanvraag, $opdracht:ident) => {
        Some($opdracht.aanvraag)
    };
    (@beleid zonder, $opdracht:ident) => {{
        let _ = $opdracht;
        None
    }};
}

/// Declares the acts: the name in the access matrix, whether it stops with the death of the child, and whether it is decided
/// by the policy of the partnership of its request.
macro_rules! opdrachten {
    ($($variant:ident = $name:literal, $dood:ident, $beleid:ident;)+) => {
        /// Something that somebody asks to be added to a file.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Opdracht {
            $(#[doc = concat!("See [`", stringify!($variant), "`].")] $variant($variant),)+
        }

        /// The name of an act, for who does not give it but names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Opdrachtnaam {
            $(#[doc = concat!("Of [`", stringify!($variant), "`].")] $variant,)+
        }

        impl Opdrachtnaam {
            /// As it stands in the access matrix.
            pub fn naam(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        /// Every command by its name in the access matrix.
        pub const OPDRACHTEN: &[&str] = &[$($name),+];

        impl Opdracht {
            /// Its name in the access matrix.
            pub fn naam(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            /// The request by the policy of whose partnership this is decided, where it is by a policy.
            pub fn aanvraag(&self) -> Option<u32> {
                match self { $(Self::$variant(opdracht) => daad!(@beleid $beleid, opdracht)),+ }
            }

            /// Still possible on the file of a child that died.
            fn loopt_door_na_overlijden(&self) -> bool {
                match self { $(Self::$variant(_) => daad!(@dood $dood)),+ }
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
    OpenDossier = "open_dossier", stopt, zonder;
    LegBriefVast = "leg_brief_vast", loopt_door, zonder;
    NeemOsoOver = "neem_oso_over", stopt, zonder;
    Corrigeer = "corrigeer", loopt_door, zonder;
    CorrigeerOntvangst = "corrigeer_ontvangst", stopt, zonder;
    VerbindPersoon = "verbind_persoon", stopt, zonder;
    WijzigGezag = "wijzig_gezag", stopt, zonder;
    NodigOuderUit = "nodig_ouder_uit", stopt, zonder;
    SluitOuderAan = "sluit_ouder_aan", stopt, zonder;
    Verhuis = "verhuis", stopt, zonder;
    MeldPleegzorg = "meld_pleegzorg", stopt, zonder;
    MeldMeerderjarig = "meld_meerderjarig", stopt, zonder;
    WijzigNaam = "wijzig_naam", stopt, zonder;
    ZetGeheimhouding = "zet_geheimhouding", stopt, zonder;
    OntvangNummer = "ontvang_nummer", stopt, zonder;
    MeldOverlijden = "meld_overlijden", loopt_door, zonder;
    SchrijfIn = "schrijf_in", stopt, zonder;
    SchrijfUit = "schrijf_uit", loopt_door, zonder;
    MeldEersteContact = "meld_eerste_contact", stopt, zonder;
    MeldAan = "meld_aan", stopt, zonder;
    StelBehoefteVast = "stel_behoefte_vast", stopt, zonder;
    VraagInformatie = "vraag_informatie", stopt, zonder;
    OntvangInformatie = "ontvang_informatie", stopt, zonder;
    VerlengBeslistermijn = "verleng_beslistermijn", stopt, zonder;
    PlaatsTijdelijk = "plaats_tijdelijk", stopt, zonder;
    DoeAanbod = "doe_aanbod", stopt, zonder;
    AanvaardAanbod = "aanvaard_aanbod", stopt, zonder;
    WijsAanbodAf = "wijs_aanbod_af", stopt, zonder;
    LaatToe = "laat_toe", stopt, zonder;
    Weiger = "weiger", stopt, zonder;
    MeldFeitelijkeWeigering = "meld_feitelijke_weigering", stopt, zonder;
    StelBuitenBehandeling = "stel_buiten_behandeling", stopt, zonder;
    TrekAanmeldingIn = "trek_aanmelding_in", stopt, zonder;
    NeemVerwijderingVoor = "neem_verwijdering_voor", stopt, zonder;
    HoorOudersEnLeraar = "hoor_ouders_en_leraar", stopt, zonder;
    RaadpleegInspectie = "raadpleeg_inspectie", stopt, zonder;
    VindBereideSchool = "vind_bereide_school", stopt, zonder;
    Verwijder = "verwijder", stopt, zonder;
    TrekVoornemenIn = "trek_voornemen_in", stopt, zonder;
    MeldAanBenW = "meld_aan_ben_w", stopt, zonder;
    MeldAanInspectie = "meld_aan_inspectie", stopt, zonder;
    Schors = "schors", stopt, zonder;
    StartTlvAanvraag = "start_tlv_aanvraag", stopt, zonder;
    VraagTlvAan = "vraag_tlv_aan", stopt, van_aanvraag;
    VraagAanvulling = "vraag_aanvulling", stopt, van_aanvraag;
    OntvangAanvulling = "ontvang_aanvulling", stopt, van_aanvraag;
    WijsDeskundigeToe = "wijs_deskundige_toe", stopt, van_aanvraag;
    BeeindigToewijzing = "beeindig_toewijzing", stopt, zonder;
    BrengAdviesUit = "breng_advies_uit", stopt, zonder;
    TekenAdvies = "teken_advies", stopt, zonder;
    GeefZienswijze = "geef_zienswijze", stopt, zonder;
    TrekTlvAanvraagIn = "trek_tlv_aanvraag_in", stopt, zonder;
    NeemBesluit = "neem_besluit", stopt, van_aanvraag;
    MaakBekend = "maak_bekend", stopt, zonder;
    MeldVertraging = "meld_vertraging", stopt, zonder;
    OntvangIngebrekestelling = "ontvang_ingebrekestelling", stopt, zonder;
    GebruikTlv = "gebruik_tlv", stopt, zonder;
    LaatTlvVerlopen = "laat_tlv_verlopen", stopt, zonder;
    TrekTlvIn = "trek_tlv_in", stopt, zonder;
    VraagCategorieWijziging = "vraag_categorie_wijziging", stopt, zonder;
}

/// The acts whose fields are declared: a form, a draft, a trial and a JSON body follow from that.
pub const DADEN: &[Daad] = &[
    Daad::of::<StelBehoefteVast>(),
    Daad::of::<VraagInformatie>(),
    Daad::of::<OntvangInformatie>(),
    Daad::of::<VerlengBeslistermijn>(),
    Daad::of::<PlaatsTijdelijk>(),
    Daad::of::<DoeAanbod>(),
    Daad::of::<LaatToe>(),
    Daad::of::<MeldFeitelijkeWeigering>(),
    Daad::of::<StelBuitenBehandeling>(),
    Daad::of::<TrekAanmeldingIn>(),
    Daad::of::<CorrigeerOntvangst>(),
    Daad::of::<HoorOudersEnLeraar>(),
    Daad::of::<RaadpleegInspectie>(),
    Daad::of::<VindBereideSchool>(),
    Daad::of::<TrekVoornemenIn>(),
    Daad::of::<MeldAanBenW>(),
    Daad::of::<VraagAanvulling>(),
    Daad::of::<TrekTlvAanvraagIn>(),
    Daad::of::<MeldVertraging>(),
    Daad::of::<OntvangIngebrekestelling>(),
    Daad::of::<TrekTlvIn>(),
    Daad::of::<VerbindPersoon>(),
    Daad::of::<WijzigGezag>(),
    Daad::of::<Verhuis>(),
    Daad::of::<MeldPleegzorg>(),
    Daad::of::<MeldMeerderjarig>(),
    Daad::of::<WijzigNaam>(),
    Daad::of::<ZetGeheimhouding>(),
    Daad::of::<OntvangNummer>(),
    Daad::of::<MeldOverlijden>(),
    Daad::of::<SchrijfIn>(),
    Daad::of::<SchrijfUit>(),
    Daad::of::<MeldEersteContact>(),
    Daad::of::<MeldAan>(),
    Daad::of::<AanvaardAanbod>(),
    Daad::of::<WijsAanbodAf>(),
    Daad::of::<NeemVerwijderingVoor>(),
    Daad::of::<Verwijder>(),
    Daad::of::<Schors>(),
    Daad::of::<MaakBekend>(),
    Daad::of::<Weiger>(),
    Daad::of::<LaatTlvVerlopen>(),
    Daad::of::<VraagCategorieWijziging>(),
    Daad::of::<StartTlvAanvraag>(),
    Daad::of::<VraagTlvAan>(),
    Daad::of::<OntvangAanvulling>(),
    Daad::of::<WijsDeskundigeToe>(),
    Daad::of::<BeeindigToewijzing>(),
    Daad::of::<BrengAdviesUit>(),
    Daad::of::<TekenAdvies>(),
    Daad::of::<GeefZienswijze>(),
    Daad::of::<NeemBesluit>(),
];

/// The declaration of an act, where its fields are declared.
pub fn daad_van(naam: &str) -> Option<&'static Daad> {
    DADEN.iter().find(|daad| daad.naam == naam)
}

impl Dossier {
    /// Decides a command on this file: the events to record, or why it cannot be.
    ///
    /// Who may give the command is decided before, by [`crate::toegang`].
    pub fn decide(
        &self,
        opdracht: &Opdracht,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        if let Some(closed) = self.gesloten_voor(opdracht.naam(), ctx.actor) {
            return Err(closed);
        }
        if self.alleen_lezen {
            return Err(Refusal::new("nieuwer_dossier", sleutels::algemeen::nieuwer_dossier())
                .instead(sleutels::algemeen::lezen()));
        }
        if matches!(opdracht, Opdracht::OpenDossier(_)) == (self.versie > 0) {
            return Err(if self.versie > 0 {
                Refusal::new("dossier_bestaat", sleutels::algemeen::dossier_bestaat())
            } else {
                Refusal::new("geen_dossier", sleutels::algemeen::geen_dossier())
            });
        }
        self.refuse_after_death(opdracht)?;
        opdracht.as_decide().decide(self, ctx)
    }

    /// After a child's death nothing runs on: only corrections, the death of others and enrolment end.
    fn refuse_after_death(&self, opdracht: &Opdracht) -> Result<(), Refusal> {
        if self.overleden_op.is_some() && !opdracht.loopt_door_na_overlijden() {
            return Err(Refusal::new("overleden", sleutels::algemeen::overleden())
                .instead(sleutels::algemeen::verbeteren_of_uitschrijven()));
        }
        Ok(())
    }
}
