//! The facts a file is made of: every kind of event, its stored name and version.
//!
//! An event type is a Dutch past participle in snake_case and never changes; a new meaning is a new
//! type, a new shape is a new version beside the old one. `tests/golden` holds every version that
//! was ever written.

use std::sync::Arc;

use crate::staat::{Dossier, Feit};

pub use crate::register::{EVENT_TYPES, Gebeurtenis};

/// Adds one fact to a file. Total: a fact that no longer fits changes nothing but the history.
pub trait Fold {
    /// Applies the fact; `feit` carries its date, number and actor. The file keeps the fact itself where it needs what it
    /// says: it shares it with the history.
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit);
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

/// A kind of fact, to be found by its type.
pub trait Feitsoort: Sized {
    /// This fact, where it is one of this kind.
    fn uit(gebeurtenis: &Gebeurtenis) -> Option<&Self>;
}

macro_rules! gebeurtenissen {
    ($($variant:ident,)+) => {
        /// One fact in a child's file. What each is stands on its [`Kaart`](crate::kaart::Kaart).
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Gebeurtenis {
            $(#[doc = concat!("See [`", stringify!($variant), "`].")] $variant(::std::sync::Arc<$variant>),)+
        }

        $(impl $crate::gebeurtenis::Feitsoort for $variant {
            fn uit(gebeurtenis: &Gebeurtenis) -> Option<&Self> {
                if let Gebeurtenis::$variant(event) = gebeurtenis { Some(event) } else { None }
            }
        })+

        /// Every event type with the version that is written today.
        pub const EVENT_TYPES: &[(&str, u16)] = &[$(($variant::NAAM, $variant::VERSIE)),+];

        impl Gebeurtenis {
            /// The stored event type.
            pub fn event_type(&self) -> &'static str {
                match self { $(Self::$variant(_) => $variant::NAAM),+ }
            }

            /// The stored version.
            pub fn event_version(&self) -> u16 {
                match self { $(Self::$variant(_) => $variant::VERSIE),+ }
            }

            /// The payload as stored: JSON.
            pub fn encode(&self) -> Result<Vec<u8>, serde_json::Error> {
                match self { $(Self::$variant(event) => serde_json::to_vec(&**event)),+ }
            }

            /// Reads a stored payload of any version that was ever written.
            pub fn decode(event_type: &str, version: u16, payload: &[u8]) -> Result<Self, $crate::gebeurtenis::DecodeError> {
                match event_type {
                    $($variant::NAAM => $crate::kaart::lees::<$variant>(version, payload).map(Self::from),)+
                    _ => Err($crate::gebeurtenis::DecodeError::Unknown { event_type: event_type.to_owned(), version }),
                }
            }

            /// The case that it is about; none when it is about the child itself.
            pub fn onderwerp(&self) -> Option<$crate::register::Onderwerp> {
                match self { $(Self::$variant(event) => event.onderwerp()),+ }
            }

            /// The part of the file that shows it.
            pub fn deel(&self) -> $crate::toegang::Deel {
                match self { $(Self::$variant(event) => event.deel()),+ }
            }

            /// The part that shows a fact of this type whatever it says; none where what it says decides, or of a type that
            /// is not known.
            pub(crate) fn vast_deel(event_type: &str) -> Option<$crate::toegang::Deel> {
                match event_type {
                    $($variant::NAAM => $variant::VAST_DEEL,)+
                    _ => None,
                }
            }

            /// Who of those that read that part reads it.
            pub fn lezers(&self) -> $crate::kaart::Lezers<'_> {
                match self { $(Self::$variant(event) => event.lezers()),+ }
            }

            /// What happened, in one plain sentence.
            pub fn zin(&self) -> ::sleutels::Tekst {
                match self { $(Self::$variant(event) => event.zin()),+ }
            }

            /// The letter that it asks for.
            pub fn brief(&self) -> Option<$crate::register::Briefvraag<'_>> {
                match self { $(Self::$variant(event) => event.brief()),+ }
            }

            /// The letter or attachments that it names, which are stored beside the log.
            pub fn bijlagen(&self) -> Vec<$crate::kaart::Bijlageplek<'_>> {
                match self { $(Self::$variant(event) => event.bijlagen()),+ }
            }

            /// Under whose key it stands, where that is not simply the organisation of whoever acts.
            pub(crate) fn houder(&self, dossier: &$crate::staat::Dossier) -> Option<::base::OrganisatieId> {
                match self { $(Self::$variant(event) => event.houder(dossier)),+ }
            }

            /// The words that somebody typed into it, in the order of the form; none of what stands on a page of its own.
            pub fn getypt(&self) -> Vec<&str> {
                let words = match self { $(Self::$variant(event) => event.getypt()),+ };
                words.into_iter().filter(|words| !words.trim().is_empty()).collect()
            }

            /// What is left out of it for a parent from whom the places of the child are secret.
            pub fn verhuld(&self) -> &'static [$crate::kaart::Verhuld] {
                match self { $(Self::$variant(event) => event.verhuld()),+ }
            }

            /// The reasons in it that stand in a letter in the words of whoever decided: those can be released.
            pub fn redenen(&self) -> Option<&str> {
                match self { $(Self::$variant(event) => $variant::REDENEN.map(|redenen| (redenen.lees)(event))),+ }
            }

            /// Where those stand in it as it is stored (RFC 6901).
            pub fn plek_van_redenen(&self) -> Option<String> {
                let pad = match self { $(Self::$variant(_) => $variant::REDENEN.map(|redenen| redenen.pad)),+ };
                pad.map(|pad| pad.iter().map(|veld| format!("/{veld}")).collect())
            }

            /// It can be taken back as if it had not been recorded, as long as this refuses nothing; never where there is none.
            pub fn terug_te_nemen(&self) -> Option<$crate::kaart::Nogmogelijk> {
                match self { $(Self::$variant(_) => $variant::TERUG_TE_NEMEN),+ }
            }

            /// The act that would record it anew, in the file as it stands; none where nothing may stand in its place.
            pub fn daad(&self, dossier: &$crate::staat::Dossier) -> Option<$crate::opdracht::Opdracht> {
                match self {
                    $(Self::$variant(event) => $variant::VERVANGING.map(|act| (act.daad)(event, dossier))),+
                }
            }

            /// Why another cannot stand in its place any more, of a decision; none of any other fact.
            pub(crate) fn besluit(&self) -> Option<$crate::kaart::Nogmogelijk> {
                match self {
                    $(Self::$variant(_) => $variant::VERVANGING.and_then(|act| act.besluit)),+
                }
            }

            /// The right one is decided as on the day on which this one was recorded.
            pub(crate) fn op_zijn_dag(&self) -> bool {
                match self {
                    $(Self::$variant(_) => $variant::VERVANGING.is_some_and(|act| act.op_zijn_dag)),+
                }
            }

            /// Refuses a fact that is not about the same.
            pub(crate) fn is_zelfde(&self, nieuw: &Self) -> Result<(), $crate::refusal::Refusal> {
                match self {
                    $(Self::$variant(old) => {
                        let Self::$variant(new) = nieuw else { return Ok(()) };
                        $variant::VERVANGING.map_or(Ok(()), |act| (act.zelfde)(old, new))
                    }),+
                }
            }

            /// The same fact with the terms in it computed anew; none where it carries none.
            pub(crate) fn herrekend(
                self,
                anew: &mut $crate::herreken::Herrekend<'_>,
            ) -> Result<Option<Self>, $crate::refusal::Refusal> {
                match self { $(Self::$variant(event) => anew.fact(event)),+ }
            }

            /// What it would have said with another date of birth.
            pub(crate) fn met_geboortedatum(
                &self,
                toen: &$crate::algemeen::geboortedatum::Rechtgezet<'_>,
            ) -> Result<$crate::algemeen::geboortedatum::Anders, $crate::refusal::Refusal> {
                match self {
                    $(Self::$variant(event) => $variant::GEBOORTEDATUM
                        .map_or(Ok($crate::algemeen::geboortedatum::Anders::Zelfde), |anders| anders(event, toen))),+
                }
            }

            /// Adds the fact to a file.
            pub(crate) fn fold(&self, dossier: &mut $crate::staat::Dossier, feit: &$crate::staat::Feit) {
                match self { $(Self::$variant(event) => event.fold(dossier, feit)),+ }
            }
        }

        $(impl From<$variant> for Gebeurtenis {
            fn from(event: $variant) -> Self {
                Self::$variant(::std::sync::Arc::new(event))
            }
        })+
    };
}

pub(crate) use gebeurtenissen;
