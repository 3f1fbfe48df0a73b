//! Which letters events ask for. The core says that one is due and by which fact; making it is done elsewhere.

use sleutels::Tekst;

use crate::algemeen::staat::Brief;
use crate::beurt::Onderwerp;
use crate::staat::Dossier;

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
    /// As long as what does it make sense to send it.
    pub(crate) zin: Briefzin,
}

/// As long as what it makes sense to send a letter that was written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Briefzin {
    /// It tells something that stays true, or asks what can still be given.
    Altijd,
    /// It asks something: as long as this holds of the file. Sent later, it would ask what nobody has to say any more.
    Zolang(fn(&Dossier, &Brief) -> bool),
}

/// Whether something counts from the day on which a letter leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Briefdag {
    /// Nothing does.
    Vrij,
    /// A decision, a term that stands still, a notice that the law wants within a term: it counts from the date of the letter.
    Brief,
    /// The same of a decision of a school, against which one can object within a time that begins with its letter
    /// ([`crate::bekend::Besluitzaak`]).
    Bezwaar,
    /// The decision is made known by it, on a day that is a fact of its own.
    Bekendmaking,
}

/// Declares the kinds of letter: the stored name, its words in a list, those inside a sentence, what counts from the day on
/// which it leaves ([`Briefdag`]), and as long as what it makes sense to send it ([`Briefzin`]).
macro_rules! brieven {
    (@zin altijd) => { $crate::brief::Briefzin::Altijd };
    (@zin zolang $open:path) => { $crate::brief::Briefzin::Zolang($open) };
    ($($naam:literal, $titel:path, $in_zin:path, $dag:ident, $zin:ident $($open:path)?;)+) => {
        /// Every kind of letter, in words.
        pub static BRIEVEN: &[$crate::brief::Briefsoort] = &[$($crate::brief::Briefsoort {
            naam: $naam,
            titel: $titel,
            in_zin: $in_zin,
            dag: $crate::brief::Briefdag::$dag,
            zin: $crate::brief::brieven!(@zin $zin $($open)?),
        }),+];
    };
}

pub(crate) use brieven;

impl Briefvraag<'_> {
    /// The letter to the family, or to who asked, as it is stored.
    pub const fn soort(&self) -> &'static str {
        match self {
            Self::GezagVeranderd(_) => "mededeling_gezag",
            Self::WordtMeerderjarig(_) => "mededeling_meerderjarig",
            Self::Uitschrijving(_) => "uitschrijving",
            Self::OntvangstAanmelding(_) | Self::OntvangstVoorLater(_) => "ontvangstbevestiging_aanmelding",
            Self::VerzoekOmInformatie(_) => "verzoek_om_informatie",
            Self::InformatieNietCompleet(_) => "informatie_niet_compleet",
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
            Self::GesprekVerzet(_) => "gesprek_verzet",
            Self::VoornemenIngetrokken(_) => "voornemen_ingetrokken",
            Self::Verwijdering(_) => "verwijdering",
            Self::VerwijderingHerroepen(_) | Self::SchorsingHerroepen(_) | Self::WeigeringHerroepen(_) => {
                "besluit_herroepen"
            }
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
            Self::PlanConcept(_) => "plan_concept",
            Self::PlanBesluit(_) => "plan_besluit",
            Self::GeenInstemming(_) => "geen_instemming",
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

/// The letter that a decision is revoked: its kind does not say which.
const HERROEPEN: &str = "besluit_herroepen";

/// The same of a letter about a case, where its kind alone does not say what was decided.
pub fn titel_van(naam: &str, over: Option<Onderwerp>) -> Tekst {
    match over.filter(|_| naam == HERROEPEN) {
        Some(over) => sleutels::verwijdering::BriefHerroepenVan { zaak: over.woord() }.tekst(),
        None => brief_titel(naam),
    }
}

/// A kind of letter inside a sentence; one that is not known keeps its own words.
pub fn brief_in_zin(naam: &str) -> Tekst {
    soort(naam).map_or_else(|| Tekst::letterlijk(naam.replace('_', " ")), |soort| (soort.in_zin)())
}

/// Whether something counts from the day on which a letter of this kind leaves; nothing that is known, of one that is not.
pub fn brief_dag(naam: &str) -> Briefdag {
    soort(naam).map_or(Briefdag::Vrij, |soort| soort.dag)
}

/// What it asks is answered, or nobody waits for it any more; never, of a kind that is not known.
pub(crate) fn vraagt_niets_meer(dossier: &Dossier, brief: &Brief) -> bool {
    match soort(&brief.inhoud.soort).map(|soort| soort.zin) {
        Some(Briefzin::Zolang(open)) => !open(dossier, brief),
        Some(Briefzin::Altijd) | None => false,
    }
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
