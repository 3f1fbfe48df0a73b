//! The card of an event: everything that the rest of the house must know of it, stated once, beside its struct.
//!
//! Which case it is about, which part of the file shows it, its sentence in the timeline, how it may be corrected, which
//! letter it asks for: these once stood in six lists, each with a wildcard that forgave what was forgotten. A card has no
//! defaults, so leaving a line out does not compile.
//!
//! A new field is a new version: the struct takes the new shape, the version on the card goes up by one, and the list behind it
//! gets an [`Upcast`] that makes the old stored shape into the new one. The golden file of the old version stays, and shows
//! that it still reads.

use base::{Date, OrganisatieId, PersoonId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sleutels::Tekst;

use crate::algemeen::geboortedatum::Geboortevolg;
use crate::beurt::Onderwerp;
use crate::brief::Briefvraag;
use crate::gebeurtenis::DecodeError;
use crate::herreken::Herrekening;
use crate::opdracht::{Besluitvorming, Opdracht};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit};
use crate::toegang::Deel;

/// Makes a payload of one version into one of the next, by JSON or by the struct that once was.
pub type Upcast = fn(Value) -> Result<Value, serde_json::Error>;

/// A payload with fields that it did not have, as they stand where nobody said anything.
pub(crate) fn met_velden<const N: usize>(
    stored: Value,
    velden: [(&str, Value); N],
) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    event.extend(velden.map(|(naam, waarde)| (naam.to_owned(), waarde)));
    Ok(event.into())
}

/// How another fact may stand in the place of a wrong one.
///
/// A correction is decided as the act that would have recorded the right fact, on the file as it stood before the wrong
/// one, so that nothing comes in by correcting that the act itself would have refused.
#[derive(Debug, Clone, Copy)]
pub struct Vervangdaad<T> {
    /// The act that would have recorded it, in the file as it stands.
    pub daad: fn(&T, &Dossier) -> Opdracht,
    /// Whether it is still about the same: the wrong fact, the right one.
    pub zelfde: fn(&T, &T) -> Result<(), Refusal>,
    /// It is a decision or an offer, which is put right as long as this refuses nothing.
    pub besluit: Option<Nogmogelijk>,
    /// The right one is decided as on the day on which the wrong one was recorded, and not as today.
    pub op_zijn_dag: bool,
}

/// Why a fact cannot be corrected or taken back any more.
pub type Nogmogelijk = fn(&Dossier, &Feit, &Besluitvorming<'_>) -> Result<(), Refusal>;

/// Bytes that an event names: a letter or an attachment, stored before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bijlageplek<'a> {
    /// Where its bytes are kept.
    pub blob: &'a str,
    /// SHA-256 of the bytes as they are stored, hexadecimal.
    pub vingerafdruk: &'a str,
    /// Length in bytes.
    pub lengte: u64,
    /// What it is to people; none of a letter, which has a list and readers of its own.
    pub document: Option<Documentplek<'a>>,
}

/// A document that somebody added to the file, as its fact tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documentplek<'a> {
    /// File name, as it was given.
    pub naam: &'a str,
    /// Code of the question that it supports; empty where it supports none.
    pub vraag: &'a str,
    /// What may stand in it: whoever does not read all of these parts does not hear of it, also where they read its fact.
    pub delen: &'static [Deel],
}

/// The parts of a document of which nobody said what stands in it: it may be a report of a doctor as well as a plan.
pub const ALLES_WAT_KAN: &[Deel] = &[Deel::D, Deel::E, Deel::F];

/// Who of those that read its part reads a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lezers<'a> {
    /// All of them.
    Allen,
    /// The parents: one of them noted it for themselves. To one from whom the places of the child are secret, what another
    /// noted is closed.
    Ouders,
    /// All of them but a parent from whom the places of the child are secret, unless it is their own word: these are the own
    /// words of this person in the file, or of the pupil, and may tell where it is.
    Woorden(Option<u32>),
    /// All of them but a parent who is not this person in the file: it is of one of them, and another parent needs not know it.
    NietAndereOuder(Option<u32>),
    /// Those of the school under whose key it stands, and this person in the file: words that somebody of the family wrote for that school
    /// alone.
    AlleenSchool(u32),
    /// Those of the organisation that recorded it, as long as the decision of this case was not made known
    /// ([`crate::bekend::Besluitzaak`]): until then it has no effect (Awb 3:40). From then on all of them, unless another decision was
    /// taken in its place before.
    NaBekendmaking(Onderwerp),
    /// All of them from this day on; before it those of the organisation that recorded it. A decision is made known on a day, and
    /// nobody reads it before (Awb 3:40).
    Vanaf(Date),
    /// Those of the organisation that recorded it, and the family: what a school shows the parents before it sends it is not given
    /// to who decides.
    SchoolEnGezin,
    /// Those of the school to which it was handed in, and the family: no parent from whom the places of the child are secret,
    /// unless this person in the file, who handed it in, is that parent. What the school does with it is another fact.
    Ingeleverd(u32),
    /// These two.
    Alleen([&'a PersoonId; 2]),
    /// Those of the organisation under whose key it stands: nobody can say any more who else might.
    Houder,
    /// Nobody.
    Niemand,
}

/// What an event is, beside what it says and does. Written with [`kaart!`].
pub trait Kaart: Serialize + DeserializeOwned {
    /// The stored name, for ever.
    const NAAM: &'static str;
    /// The version that is written today.
    const VERSIE: u16;
    /// From version 1 to 2, from 2 to 3, and so on to today's.
    const UPCASTS: &'static [Upcast];
    /// The part of the file that shows it, whatever it says: of a fact about the child itself that all read who read one part. None
    /// where what it says decides in which part, in which case, or to whom.
    const VAST_DEEL: Option<Deel>;
    /// It can be taken back as if it had not been recorded, as long as this refuses nothing; never where there is none.
    const TERUG_TE_NEMEN: Option<Nogmogelijk>;
    /// Another of its kind can stand in its place, as this act would have recorded it; none where terms or decisions hang on
    /// it.
    const VERVANGING: Option<Vervangdaad<Self>>;
    /// How a term that it carries is computed anew when the day of receipt of its registration was wrong; none where it
    /// carries none.
    const HERREKENING: Option<Herrekening<Self>>;
    /// What it would have said with another date of birth of the child; none where nothing in it hangs on that.
    const GEBOORTEDATUM: Option<Geboortevolg<Self>>;
    /// The reasons in it that stand in a letter in the words of whoever decided; none where it has no such reasons.
    const REDENEN: Option<Redenen<Self>>;

    /// The case that it is about; none when it is about the child itself.
    fn onderwerp(&self) -> Option<Onderwerp>;
    /// The part of the file that shows it.
    fn deel(&self) -> Deel;
    /// Who of those that read that part reads it.
    fn lezers(&self) -> Lezers<'_>;
    /// What happened, in one plain sentence.
    fn zin(&self) -> Tekst;
    /// The letter that it asks for.
    fn brief(&self) -> Option<Briefvraag<'_>>;
    /// What it names that is stored beside the log.
    fn bijlagen(&self) -> Vec<Bijlageplek<'_>>;
    /// Under whose key it stands, where that is not simply the organisation of whoever acts.
    fn houder(&self, dossier: &Dossier) -> Option<OrganisatieId>;
    /// The words that somebody typed into it, in the order of the form, for the timeline: whoever reads the fact reads them. What a
    /// page of its case shows in full (a request, an advice) is not said again. Told by no timeline: contact data, of which each
    /// sees only their own, the number of the child, from which document something follows, and why the assignment of an expert
    /// ended, which can be about the health of that expert.
    fn getypt(&self) -> Vec<&str>;
    /// What is left out of it for a parent from whom the places of the child are secret.
    fn verhuld(&self) -> &'static [Verhuld];
}

/// Where the reasons of a decision stand in a fact.
#[derive(Debug, Clone, Copy)]
pub struct Redenen<T> {
    /// As names of fields.
    pub pad: &'static [&'static str],
    /// As they were written.
    pub lees: fn(&T) -> &str,
}

/// A field that is left out as a whole for a parent from whom the places of the child are secret: it may tell a place although no
/// list of names knows it. Names of schools, partnerships and towns are taken out of every text besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verhuld {
    /// Where it stands, as names of fields; `*` for each item of a list.
    pub pad: &'static [&'static str],
    /// How it is left out.
    pub hoe: Verhulling,
}

/// How a field is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verhulling {
    /// A text that says nothing any more.
    Leeg,
    /// A text that says that something is not told.
    NietVermeld,
    /// A list without its items.
    Geen,
}

/// What was typed as a list, and more with it.
pub(crate) fn genoemd<'a, const N: usize>(items: &'a [String], more: [&'a String; N]) -> Vec<&'a str> {
    items.iter().chain(more).map(String::as_str).collect()
}

/// Reads a payload of any version that was ever written.
pub(crate) fn lees<K: Kaart>(version: u16, payload: &[u8]) -> Result<K, DecodeError> {
    let shape = |error: serde_json::Error| DecodeError::Shape {
        event_type: K::NAAM.to_owned(),
        version,
        line: error.line(),
        column: error.column(),
    };
    if version == K::VERSIE {
        return serde_json::from_slice(payload).map_err(shape);
    }
    let behind = version.checked_sub(1).and_then(|done| K::UPCASTS.get(usize::from(done)..));
    let Some(steps) = behind.filter(|steps| !steps.is_empty()) else {
        return Err(DecodeError::Unknown { event_type: K::NAAM.to_owned(), version });
    };
    let stored: Value = serde_json::from_slice(payload).map_err(shape)?;
    let today = steps.iter().try_fold(stored, |value, step| step(value)).map_err(shape)?;
    serde_json::from_value(today).map_err(shape)
}

/// The card of an event: one line per question, in this order, none left out.
///
/// - `versie N [..]`: the version that is written, and one [`Upcast`] for each earlier one;
/// - `over`: `kind`, a kind of case such as `aanmelding` (by the field of that name), or `(|event| ..)`;
/// - `deel`: a [`Deel`], or `(|event| ..)`; `lezers`: `allen` who read that part, `ouders`, or `(|event| ..)` (see [`Lezers`]);
/// - `zin`: the sentence in the timeline;
/// - `terugnemen`: `ja`, `nee`, or in brackets why not any more; `vervangen`: `nee`, or in brackets the act of the right fact, what
///   must stay the same, and of a decision why not any more, with `toen` or `nu` for by which day (see [`Vervangdaad`]);
/// - `herrekenen`: `nee`, or in brackets how a term in it follows a corrected day of receipt (see [`Herrekening`]);
/// - `brief`: `geen`, a [`Briefvraag`], or `(|event| ..)`; `bijlagen`: `geen`, or `(|event| ..)`;
/// - `houder`: `handelend` for whoever acts, `school` or `verband` of the case, or `(|event, dossier| ..)`;
/// - `getypt`: `geen`, or `(|event| ..)` with the words that somebody typed; `verhuld`: `geen`, or in square brackets how each
///   field is left out that may tell a place, with the path to it (see [`Verhuld`]);
/// - `redenen`: `geen`, or in square brackets the field with the reasons of a decision that stand in a letter in the words of whoever
///   decided: those can be released (see [`crate::algemeen::vrijgave`]);
/// - `geboortedatum`: `nee` where nothing in it hangs on the date of birth, or in brackets what it would have said with another
///   (see [`Geboortevolg`]).
macro_rules! kaart {
    (@over kind, $this:ident) => { None };
    (@over $een:ident, $this:ident) => { Some($crate::register::onderwerp_van!($een, $this.$een)) };
    (@over (|$e:ident| $over:expr), $this:ident) => {{ let $e = $this; $over }};

    (@deel (|$e:ident| $deel:expr), $this:ident) => {{ let $e = $this; $deel }};
    (@deel $deel:ident, $this:ident) => { $crate::toegang::Deel::$deel };

    (@vast kind $deel:ident allen) => { Some($crate::toegang::Deel::$deel) };
    (@vast $over:tt $deel:tt $lezers:tt) => { None };

    (@lezers allen, $this:ident) => { $crate::kaart::Lezers::Allen };
    (@lezers ouders, $this:ident) => { $crate::kaart::Lezers::Ouders };
    (@lezers (|$e:ident| $lezers:expr), $this:ident) => {{ let $e = $this; $lezers }};

    (@terug ja) => { Some(|_, _, _| Ok(())) };
    (@terug nee) => { None };
    (@terug ($nog:expr)) => { Some($nog) };

    (@vervangen nee) => { None };
    (@vervangen ($daad:expr)) => { $crate::kaart::kaart!(@vervangen ($daad, |_, _| Ok(()))) };
    (@vervangen ($daad:expr, $zelfde:expr)) => {
        Some($crate::kaart::Vervangdaad { daad: $daad, zelfde: $zelfde, besluit: None, op_zijn_dag: false })
    };
    (@vervangen ($daad:expr, $zelfde:expr, toen $nog:expr)) => {
        Some($crate::kaart::Vervangdaad { daad: $daad, zelfde: $zelfde, besluit: Some($nog), op_zijn_dag: true })
    };
    (@vervangen ($daad:expr, $zelfde:expr, nu $nog:expr)) => {
        Some($crate::kaart::Vervangdaad { daad: $daad, zelfde: $zelfde, besluit: Some($nog), op_zijn_dag: false })
    };

    (@herrekenen nee) => { None };
    (@herrekenen ($anew:expr)) => { Some($anew) };

    (@geboortedatum nee) => { None };
    (@geboortedatum ($anew:expr)) => { Some($anew) };

    (@brief geen, $this:ident) => { None };
    (@brief (|$e:ident| $brief:expr), $this:ident) => {{ let $e = $this; $brief }};
    (@brief $brief:ident, $this:ident) => { Some($crate::brief::Briefvraag::$brief($this)) };

    (@bijlagen geen, $this:ident) => { Vec::new() };
    (@bijlagen (|$e:ident| $plekken:expr), $this:ident) => {{ let $e = $this; $plekken }};

    (@getypt geen, $this:ident) => { Vec::new() };
    (@getypt (|$e:ident| $words:expr), $this:ident) => {{ let $e = $this; $words }};

    (@verhuld geen) => { &[] };
    (@verhuld [$($hoe:ident [$($stap:literal),+]),+]) => {
        &[$($crate::kaart::Verhuld { pad: &[$($stap),+], hoe: $crate::kaart::Verhulling::$hoe }),+]
    };

    (@redenen geen) => { None };
    (@redenen [$($veld:ident).+]) => {
        Some($crate::kaart::Redenen { pad: &[$(stringify!($veld)),+], lees: |event| event.$($veld).+.as_str() })
    };

    (@houder handelend, $this:ident, $dossier:ident) => {{ let _ = $dossier; None }};
    (@houder school, $this:ident, $dossier:ident) => {
        $crate::kaart::Kaart::onderwerp($this)
            .and_then(|zaak| $dossier.vestiging_van(zaak))
            .map(::base::Vestigingscode::organisatie)
    };
    (@houder verband, $this:ident, $dossier:ident) => {
        $crate::kaart::Kaart::onderwerp($this)
            .and_then(|zaak| $dossier.zaak(zaak)?.valt_onder())
            .map(::base::SwvCode::organisatie)
    };
    (@houder (|$e:ident, $d:pat_param| $houder:expr), $this:ident, $dossier:ident) => {{
        let ($e, $d) = ($this, $dossier);
        $houder
    }};

    ($name:ident, $naam:literal, versie $versie:literal [$($upcast:expr),*];
        over $over:tt; deel $deel:tt; lezers $lezers:tt; zin |$e:pat_param| $zin:expr;
        terugnemen $terug:tt; vervangen $vervangen:tt; herrekenen $herrekenen:tt;
        brief $brief:tt; bijlagen $bijlagen:tt; houder $houder:tt;
        getypt $getypt:tt; verhuld $verhuld:tt;
        redenen $redenen:tt; geboortedatum $geboortedatum:tt $(;)?
    ) => {
        impl $crate::kaart::Kaart for $name {
            const NAAM: &'static str = $naam;
            const VERSIE: u16 = $versie;
            const UPCASTS: &'static [$crate::kaart::Upcast] = {
                // One step for each version before today's.
                const STEPS: [$crate::kaart::Upcast; $versie - 1] = [$($upcast),*];
                &STEPS
            };
            const VAST_DEEL: Option<$crate::toegang::Deel> = $crate::kaart::kaart!(@vast $over $deel $lezers);
            const TERUG_TE_NEMEN: Option<$crate::kaart::Nogmogelijk> = $crate::kaart::kaart!(@terug $terug);
            const VERVANGING: Option<$crate::kaart::Vervangdaad<Self>> =
                $crate::kaart::kaart!(@vervangen $vervangen);
            const HERREKENING: Option<$crate::herreken::Herrekening<Self>> =
                $crate::kaart::kaart!(@herrekenen $herrekenen);
            const GEBOORTEDATUM: Option<$crate::algemeen::geboortedatum::Geboortevolg<Self>> =
                $crate::kaart::kaart!(@geboortedatum $geboortedatum);
            const REDENEN: Option<$crate::kaart::Redenen<Self>> = $crate::kaart::kaart!(@redenen $redenen);

            fn onderwerp(&self) -> Option<$crate::beurt::Onderwerp> {
                $crate::kaart::kaart!(@over $over, self)
            }

            fn deel(&self) -> $crate::toegang::Deel {
                $crate::kaart::kaart!(@deel $deel, self)
            }

            fn lezers(&self) -> $crate::kaart::Lezers<'_> {
                $crate::kaart::kaart!(@lezers $lezers, self)
            }

            fn zin(&self) -> ::sleutels::Tekst {
                let $e = self;
                $zin
            }

            fn brief(&self) -> Option<$crate::brief::Briefvraag<'_>> {
                $crate::kaart::kaart!(@brief $brief, self)
            }

            fn bijlagen(&self) -> Vec<$crate::kaart::Bijlageplek<'_>> {
                $crate::kaart::kaart!(@bijlagen $bijlagen, self)
            }

            fn houder(&self, dossier: &$crate::staat::Dossier) -> Option<::base::OrganisatieId> {
                $crate::kaart::kaart!(@houder $houder, self, dossier)
            }

            fn getypt(&self) -> Vec<&str> {
                $crate::kaart::kaart!(@getypt $getypt, self)
            }

            fn verhuld(&self) -> &'static [$crate::kaart::Verhuld] {
                $crate::kaart::kaart!(@verhuld $verhuld)
            }
        }
    };
}
pub(crate) use kaart;

/// Declares how an event about one case changes that case: the field with its number, and how the file finds it.
macro_rules! over_zaak {
    ($name:ident, $nummer:ident, $vind:ident, |$self:ident, $zaak:ident, $feit:ident| $body:block) => {
        impl $crate::gebeurtenis::Fold for $name {
            fn fold($self: &::std::sync::Arc<Self>, dossier: &mut $crate::staat::Dossier, $feit: &$crate::staat::Feit) {
                if let Some($zaak) = dossier.$vind($self.$nummer) $body
            }
        }
    };
}
pub(crate) use over_zaak;

#[cfg(test)]
mod tests;
