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

pub mod invoer;
pub mod regels;

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
    let reden = match eigenaar.kind() {
        "swv" => "dit is bij een ander samenwerkingsverband",
        _ => "dit is bij een andere school",
    };
    Err(Refusal::new("andere_organisatie", reden).instead("overleggen met wie het wel doet"))
}

macro_rules! opdrachten {
    ($($variant:ident = $name:literal,)+) => {
        /// Something that somebody asks to be added to a file.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Opdracht {
            $(#[doc = concat!("See [`", stringify!($variant), "`].")] $variant($variant),)+
        }

        /// Every command by its name in the access matrix.
        pub const OPDRACHTEN: &[&str] = &[$($name),+];

        impl Opdracht {
            /// Its name in the access matrix.
            pub fn naam(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            fn as_decide(&self) -> &dyn Decide {
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
    OpenDossier = "open_dossier",
    LegBriefVast = "leg_brief_vast",
    NeemOsoOver = "neem_oso_over",
    Corrigeer = "corrigeer",
    CorrigeerOntvangst = "corrigeer_ontvangst",
    VerbindPersoon = "verbind_persoon",
    WijzigGezag = "wijzig_gezag",
    NodigOuderUit = "nodig_ouder_uit",
    SluitOuderAan = "sluit_ouder_aan",
    Verhuis = "verhuis",
    MeldPleegzorg = "meld_pleegzorg",
    MeldMeerderjarig = "meld_meerderjarig",
    WijzigNaam = "wijzig_naam",
    ZetGeheimhouding = "zet_geheimhouding",
    OntvangNummer = "ontvang_nummer",
    MeldOverlijden = "meld_overlijden",
    SchrijfIn = "schrijf_in",
    SchrijfUit = "schrijf_uit",
    MeldEersteContact = "meld_eerste_contact",
    MeldAan = "meld_aan",
    StelBehoefteVast = "stel_behoefte_vast",
    VraagInformatie = "vraag_informatie",
    OntvangInformatie = "ontvang_informatie",
    VerlengBeslistermijn = "verleng_beslistermijn",
    PlaatsTijdelijk = "plaats_tijdelijk",
    DoeAanbod = "doe_aanbod",
    AanvaardAanbod = "aanvaard_aanbod",
    WijsAanbodAf = "wijs_aanbod_af",
    LaatToe = "laat_toe",
    Weiger = "weiger",
    MeldFeitelijkeWeigering = "meld_feitelijke_weigering",
    StelBuitenBehandeling = "stel_buiten_behandeling",
    TrekAanmeldingIn = "trek_aanmelding_in",
    NeemVerwijderingVoor = "neem_verwijdering_voor",
    HoorOudersEnLeraar = "hoor_ouders_en_leraar",
    RaadpleegInspectie = "raadpleeg_inspectie",
    VindBereideSchool = "vind_bereide_school",
    Verwijder = "verwijder",
    TrekVoornemenIn = "trek_voornemen_in",
    MeldAanBenW = "meld_aan_ben_w",
    MeldAanInspectie = "meld_aan_inspectie",
    Schors = "schors",
    StartTlvAanvraag = "start_tlv_aanvraag",
    VraagTlvAan = "vraag_tlv_aan",
    VraagAanvulling = "vraag_aanvulling",
    OntvangAanvulling = "ontvang_aanvulling",
    WijsDeskundigeToe = "wijs_deskundige_toe",
    BeeindigToewijzing = "beeindig_toewijzing",
    BrengAdviesUit = "breng_advies_uit",
    TekenAdvies = "teken_advies",
    GeefZienswijze = "geef_zienswijze",
    TrekTlvAanvraagIn = "trek_tlv_aanvraag_in",
    NeemBesluit = "neem_besluit",
    MaakBekend = "maak_bekend",
    MeldVertraging = "meld_vertraging",
    OntvangIngebrekestelling = "ontvang_ingebrekestelling",
    GebruikTlv = "gebruik_tlv",
    LaatTlvVerlopen = "laat_tlv_verlopen",
    TrekTlvIn = "trek_tlv_in",
    VraagCategorieWijziging = "vraag_categorie_wijziging",
}

impl Opdracht {
    /// The request that this command is about, where it is about one.
    pub fn aanvraag(&self) -> Option<u32> {
        match self {
            Self::VraagTlvAan(o) => Some(o.aanvraag),
            Self::VraagAanvulling(o) => Some(o.aanvraag),
            Self::OntvangAanvulling(o) => Some(o.aanvraag),
            Self::WijsDeskundigeToe(o) => Some(o.aanvraag),
            Self::NeemBesluit(o) => Some(o.aanvraag),
            _ => None,
        }
    }
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
        if self.alleen_lezen {
            return Err(Refusal::new(
                "nieuwer_dossier",
                "in dit dossier staat iets dat een nieuwere versie van Leerrecht heeft geschreven",
            )
            .instead("lezen. Vraag de beheerder om het programma bij te werken"));
        }
        if matches!(opdracht, Opdracht::OpenDossier(_)) == (self.versie > 0) {
            return Err(if self.versie > 0 {
                Refusal::new("dossier_bestaat", "dit dossier bestaat al")
            } else {
                Refusal::new("geen_dossier", "dit dossier bestaat niet")
            });
        }
        self.refuse_after_death(opdracht)?;
        opdracht.as_decide().decide(self, ctx)
    }

    /// After a child's death nothing runs on: only corrections, the death of others and enrolment end.
    fn refuse_after_death(&self, opdracht: &Opdracht) -> Result<(), Refusal> {
        let still_possible = matches!(
            opdracht,
            Opdracht::Corrigeer(_)
                | Opdracht::SchrijfUit(_)
                | Opdracht::MeldOverlijden(_)
                | Opdracht::LegBriefVast(_)
        );
        if self.overleden_op.is_some() && !still_possible {
            return Err(Refusal::new(
                "overleden",
                "dit kind is overleden; alle termijnen en taken zijn gestopt",
            )
            .instead("een gegeven verbeteren, of het kind uitschrijven"));
        }
        Ok(())
    }
}
