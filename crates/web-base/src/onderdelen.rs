//! The parts that pages are built from, each a typed value with its template in `templates/onderdelen/`.
//!
//! A part renders itself: a page template writes `{{ tabel }}` and nothing more. What a part may hold is what its
//! type can hold, so that a page cannot forget the caption of a table, the label of a field or the words beside a
//! colour. Everything that goes into a part as text is escaped by the template engine.

/// Declares that a part escapes its own contents, so that a template may take it in as it stands.
macro_rules! is_html {
    ($($part:ty),+ $(,)?) => {
        $(impl askama::filters::HtmlSafe for $part {})+
    };
}

mod aanzet;
mod bladeren;
mod bron;
mod checklijst;
mod datum;
mod feiten;
mod filters;
mod fouten;
mod inhoud;
mod label;
mod melding;
mod opties;
mod tabel;
mod termijn;
mod tijdlijn;
mod veld;
mod waarom;
mod weigering;

pub use aanzet::{Aanzet, VolgendeDatum};
pub use bladeren::{BladerStap, Bladeren, aantal, zoveel};
pub use bron::Bronlink;
pub use checklijst::{Checklijst, Checkpunt, Checkstand};
pub use datum::{day_in, short_date};
pub use feiten::{Feit, Feiten};
pub use filters::Filters;
pub use fouten::{Fouten, Foutregel};
pub use inhoud::{Inhoud, Kies, Link};
pub use label::{Label, Labelsoort};
pub use melding::{Melding, Meldingsoort};
pub use opties::Optie;
pub use tabel::{Kolom, Sorteer, Tabel, Telefoonplek};
pub use termijn::{Ernst, Termijn};
pub use tijdlijn::{Tijdlijn, Tijdpunt};
pub use veld::{Register, Veld, Veldsoort};
pub use waarom::{Uitleg, Uitlegstap, Waarom};
pub use weigering::Weigering;

#[cfg(test)]
mod tests;
