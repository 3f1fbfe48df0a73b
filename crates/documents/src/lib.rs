//! Letters: typed input in, a tagged PDF out.
//!
//! A letter is a struct whose fields are what the letter must contain, so a letter that lacks
//! something cannot be made. The words stand in `templates/*.typ`, one file per letter. No term,
//! date, article or route is written there: those come in through the fields, because the law is
//! data elsewhere. The same input gives the same bytes: no clock, no files, no network.
//!
//! The engine that lays a letter out is a room of its own, `typesetter`; here it is the trait [`Engine`].
#![deny(missing_docs)]

mod aanmelding;
mod brief;
mod delen;
mod error;
mod huisstijl;
mod instanties;
mod letters;
mod pagina;
mod pdf;
#[cfg(any(test, feature = "samples"))]
mod samples;
mod tekst;
mod tlv;
mod verwijdering;
mod view;

pub use aanmelding::{
    AanbodAndereSchool, BuitenBehandeling, EindeGrond, EindeTijdelijkePlaatsing,
    OntvangstbevestigingAanmelding, OppAfspraak, TijdelijkePlaatsUitleg, TijdelijkePlaatsing, Toelating,
    VerlengingBeslistermijn, VerzoekOmInformatie, Weigering,
};
pub use brief::{Brief, TEMPLATES};
pub use delen::{
    Adres, Afzender, AndereMogelijkheid, Briefhoofd, Contact, Gesprek, GevondenSchool, GevraagdStuk, Kind,
    Lezer, Ontvanger, Overleg, Rechtsgrond, Rechtsmiddelen, Route, RouteMetTermijn, Uitzondering,
    Vervolgplek,
};
pub use error::DocumentError;
pub use huisstijl::{Huisstijl, Kleur, KleurError};
pub use instanties::{InspectieAanleiding, MeldingInspectie, MeldingVerwijdering};
pub use letters::{Engine, Letters};
pub use pagina::{PaginaLezer, UitnodigingEigenPagina};
pub use pdf::Pdf;
#[cfg(any(test, feature = "samples"))]
pub use samples::{Sample, sample, samples};
pub use tekst::{MAX_ITEMS, MAX_TEKENS, NietLeeg, NietLeegError, Tekst, TekstError};
pub use tlv::{
    Adviseur, AfschriftDeskundigenadvies, Behoefte, BerichtVanVertraging, BesluitTlv, Bezwaarclausule,
    Deskundigenadvies, Dwangsom, Dwangsomtrede, OntvangstTlvAanvraag, ReactieIngebrekestelling, Standpunt,
    Tlvbesluit, VerzoekOmAanvulling,
};
pub use verwijdering::{Schorsing, StandAndereSchool, Verwijdering, VoornemenVerwijdering};
pub use view::printed;

#[cfg(test)]
mod tests;
