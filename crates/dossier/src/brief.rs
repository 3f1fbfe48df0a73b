//! Which letters events ask for. The core says that one is due and by which fact; making it is done elsewhere.

use sleutels::Tekst;

pub use crate::register::{BRIEVEN, Briefvraag};

/// A kind of letter, in words.
#[derive(Debug, Clone, Copy)]
pub struct Briefsoort {
    /// The name under which it is stored.
    pub naam: &'static str,
    /// As somebody looks for it in a list.
    pub titel: fn() -> Tekst,
    /// Inside a sentence.
    pub in_zin: fn() -> Tekst,
    /// Whether something counts from the day on which it leaves.
    pub dag: Briefdag,
}

/// Whether something counts from the day on which a letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Briefdag {
    /// Nothing does.
    Vrij,
    /// A decision, a term that stands still, a notice that the law wants within a term: it counts from the date of the letter.
    Brief,
    /// The decision is made known by it, on a day that is a fact of its own.
    Bekendmaking,
}

/// Declares the kinds of letter: the stored name, its words in a list, those inside a sentence, and what counts from the day on
/// which it leaves ([`Briefdag`]).
macro_rules! brieven {
    ($($naam:literal, $titel:path, $in_zin:path, $dag:ident;)+) => {
        /// Every kind of letter, in words.
        pub static BRIEVEN: &[$crate::brief::Briefsoort] = &[$($crate::brief::Briefsoort {
            naam: $naam,
            titel: $titel,
            in_zin: $in_zin,
            dag: $crate::brief::Briefdag::$dag,
        }),+];
    };
}

pub(crate) use brieven;

impl Briefvraag<'_> {
    /// The letter to the family, or to who asked, as it is stored.
    pub const fn soort(&self) -> &'static str {
        match self {
            Self::OntvangstAanmelding(_) => "ontvangstbevestiging_aanmelding",
            Self::VerzoekOmInformatie(_) => "verzoek_om_informatie",
            Self::Verlenging(_) => "verlenging_beslistermijn",
            Self::Aanbod(_) => "aanbod_andere_school",
            Self::AndereOuderGevraagd(_) => "vraag_andere_ouder",
            Self::AanbodAangenomen(_) | Self::AanbodNietAangenomen(_) | Self::Intrekking(_) => {
                "afloop_door_ouders"
            }
            Self::Toelating(_) => "toelating",
            Self::TijdelijkePlaatsing(_) => "tijdelijke_plaatsing",
            Self::EindeTijdelijk(_) => "einde_tijdelijke_plaatsing",
            Self::Weigering(_) => "weigering",
            Self::BuitenBehandeling(_) => "buiten_behandeling",
            Self::Voornemen(_) => "voornemen_verwijdering",
            Self::Verwijdering(_) => "verwijdering",
            Self::MeldingGemeente(_) => "melding_verwijdering",
            Self::MeldingInspectie(_) => "melding_inspectie",
            Self::Schorsing(_) => "schorsing",
            Self::EindeSchorsing(_) => "einde_schorsing",
            Self::OntvangstAanvraag(_) => "ontvangst_tlv_aanvraag",
            Self::VerzoekOmAanvulling(_) => "verzoek_om_aanvulling",
            Self::AfschriftAdvies(_) => "afschrift_deskundigenadvies",
            Self::Besluit(_) => "besluit_tlv",
            Self::Vertraging(_) => "bericht_van_vertraging",
            Self::ReactieIngebrekestelling(_) => "reactie_ingebrekestelling",
            Self::BesluitDwangsom(_) => "besluit_dwangsom",
            Self::Doorzending(_) => "doorzending_tlv",
            Self::AanvraagNietBehandeld(_) => "aanvraag_niet_behandeld",
            Self::IntrekkingTlv(..) => "intrekking_tlv",
        }
    }
}

fn soort(naam: &str) -> Option<&'static Briefsoort> {
    BRIEVEN.iter().find(|soort| soort.naam == naam)
}

/// A kind of letter of this name is declared: whether a day counts from its leaving, and what it is called.
pub fn is_briefsoort(naam: &str) -> bool {
    soort(naam).is_some()
}

/// A kind of letter, as somebody looks for it in a list; one that is not known keeps its own words.
pub fn brief_titel(naam: &str) -> Tekst {
    soort(naam)
        .map_or_else(|| Tekst::letterlijk(with_capital(&naam.replace('_', " "))), |soort| (soort.titel)())
}

/// A kind of letter inside a sentence; one that is not known keeps its own words.
pub fn brief_in_zin(naam: &str) -> Tekst {
    soort(naam).map_or_else(|| Tekst::letterlijk(naam.replace('_', " ")), |soort| (soort.in_zin)())
}

/// Whether something counts from the day on which a letter of this kind leaves; nothing that is known, of one that is not.
pub fn brief_dag(naam: &str) -> Briefdag {
    soort(naam).map_or(Briefdag::Vrij, |soort| soort.dag)
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
