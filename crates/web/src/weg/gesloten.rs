//! Which fields the draft of a form has: a closed list, so that nothing else can be kept under its name.
//!
//! Of an act with declared fields they follow from the declaration. What a form asks besides, and what a form without a file
//! asks, its process or page says: the road knows neither and is handed both ([`Bijkomend`]).

use std::pin::Pin;

use app::concepten::{Formulier, LosFormulier};
use app::geopend::Geopend;
use dossier::opdracht::Opdrachtnaam;
use dossier::opdracht::velden::Veld;
use web_base::error::Fout;

use super::vrij;

/// The names of fields that only the file tells.
pub(crate) type Vragen<'a> = Pin<Box<dyn Future<Output = Result<Vec<String>, Fout>> + Send + 'a>>;

/// What forms ask besides the fields of their acts, as the pages hand it over.
pub(crate) struct Bijkomend {
    /// What the form of an act asks besides its fields. A `#` is a number.
    pub(crate) ernaast: fn(Opdrachtnaam) -> Vec<&'static str>,
    /// What a form asks that only its file tells.
    pub(crate) vragen: for<'a> fn(&'a Geopend, &'a Formulier) -> Vragen<'a>,
    /// The parts of a form without a file.
    pub(crate) los: fn(LosFormulier) -> &'static [Los],
}

fn is_one_of(known: &[&str], naam: &str) -> bool {
    known.iter().any(|field| match field.split_once('#') {
        None => *field == naam,
        Some((begin, end)) => naam
            .strip_prefix(begin)
            .and_then(|rest| rest.strip_suffix(end))
            .is_some_and(|nr| !nr.is_empty() && nr.bytes().all(|digit| digit.is_ascii_digit())),
    })
}

/// A form on a file has this field.
pub(crate) fn has_field(bijkomend: &Bijkomend, formulier: &Formulier, naam: &str) -> bool {
    let opdracht = formulier.opdracht();
    let declared = opdracht.daad().is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam)));
    declared || vrij::is_veld(opdracht, naam) || is_one_of(&(bijkomend.ernaast)(opdracht), naam)
}

/// It is a field of a row of a form on a file.
pub(super) fn is_in_row(formulier: &Formulier, naam: &str) -> bool {
    let declared = formulier.opdracht().daad().map(|daad| (daad.velden)()).unwrap_or_default();
    declared.iter().any(|veld| veld.rij_van(naam).is_some())
}

/// A form without a file has this field.
pub(crate) fn has_loose_field(parts: &[Los], naam: &str) -> bool {
    parts.iter().any(|part| match part {
        Los::Velden(known) => is_one_of(known, naam),
        Los::Declared(velden) => velden().iter().any(|veld| veld.is_van(naam)),
        Los::Daad(act) => act.daad().is_some_and(|daad| (daad.velden)().iter().any(|veld| veld.is_van(naam))),
    })
}

/// A part of a form without a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Los {
    /// Fields of its own. A `#` is a number.
    Velden(&'static [&'static str]),
    /// Those of an act.
    Daad(Opdrachtnaam),
    /// Those of a part that is no act of a file.
    Declared(fn() -> Vec<Veld>),
}
