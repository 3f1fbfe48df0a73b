//! Letters: typed input in, a tagged PDF out.
//!
//! A letter is a struct whose fields are what the letter must contain, so a letter that lacks
//! something cannot be made. The words stand in `templates/*.typ`, one file per letter. No term,
//! date, article or route is written there: those come in through the fields, because the law is
//! data elsewhere. The same input gives the same bytes: no clock, no files, no network.
//!
//! ```
//! # #[cfg(feature = "typst")] {
//! let letters = documents::Letters::new();
//! let sample = documents::samples().remove(0);
//! let pdf = letters.render(&sample.brief, &documents::Huisstijl::default()).unwrap();
//! assert!(pdf.bytes().starts_with(b"%PDF"));
//! # }
//! ```
#![deny(missing_docs)]

mod aanmelding;
mod brief;
mod delen;
mod error;
mod huisstijl;
mod instanties;
mod pagina;
mod pdf;
mod samples;
mod tekst;
mod tlv;
mod verwijdering;
#[cfg(feature = "typst")]
mod view;

#[cfg(feature = "typst")]
mod engine;
#[cfg(feature = "typst")]
mod glyphs;
#[cfg(not(feature = "typst"))]
mod not_built;

pub use aanmelding::{
    AanbodAndereSchool, BuitenBehandeling, EindeGrond, EindeTijdelijkePlaatsing,
    OntvangstbevestigingAanmelding, OppAfspraak, TijdelijkePlaatsUitleg, TijdelijkePlaatsing, Toelating,
    VerlengingBeslistermijn, VerzoekOmInformatie, Weigering,
};
pub use brief::Brief;
pub use delen::{
    Adres, Afzender, AndereMogelijkheid, Briefhoofd, Contact, Gesprek, GevondenSchool, GevraagdStuk, Kind,
    Lezer, Ontvanger, Overleg, Rechtsgrond, Rechtsmiddelen, Route, RouteMetTermijn, Uitzondering,
    Vervolgplek,
};
pub use error::DocumentError;
pub use huisstijl::{Huisstijl, Kleur, KleurError};
pub use instanties::{InspectieAanleiding, MeldingInspectie, MeldingVerwijdering};
pub use pagina::{PaginaLezer, UitnodigingEigenPagina};
pub use pdf::Pdf;
pub use samples::{Sample, samples};
pub use tekst::{MAX_ITEMS, MAX_TEKENS, NietLeeg, NietLeegError, Tekst, TekstError};
pub use tlv::{
    Adviseur, AfschriftDeskundigenadvies, Behoefte, BerichtVanVertraging, BesluitTlv, Bezwaarclausule,
    Deskundigenadvies, Dwangsom, Dwangsomtrede, OntvangstTlvAanvraag, ReactieIngebrekestelling, Standpunt,
    Tlvbesluit, VerzoekOmAanvulling,
};
pub use verwijdering::{Schorsing, StandAndereSchool, Verwijdering, VoornemenVerwijdering};

#[cfg(feature = "typst")]
pub use engine::Letters;
#[cfg(not(feature = "typst"))]
pub use not_built::Letters;

#[cfg(test)]
mod tests;
