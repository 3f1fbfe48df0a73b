//! What each process has on pages that are not its own: what can be begun from a child, its card there, why a turn has its
//! date, and how a family is told of a case.
//!
//! Their list stands with the pages ([`PROCESPAGINAS`]), beside that of the core; a test compares the two.

use app::geopend::Geopend;
use app::kind::Kindbeeld;
use app::mijn::MijnKind;
use axum::Router;
use base::Date;
use dossier::Beurt;
use dossier::beurt::Onderwerp;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use teksten::{Taal, Tekst};
use web_base::onderdelen::{Tabel, Uitleg};
use web_base::state::WebState;

use super::PROCESPAGINAS;
use super::gezin::Gezin;
use crate::api::vormen::Zaakvorm;
use crate::weg::werk::Werk;
use crate::weg::{Stap, Vragen};

/// A process on pages.
pub(super) struct Procespagina {
    /// Its code in the core.
    pub(super) code: &'static str,
    /// Its own pages.
    pub(super) routes: fn() -> Router<WebState>,
    /// An example of each of its addresses, for the tests that walk them all.
    pub(super) voorbeelden: &'static [&'static str],
    /// What can be begun from a child.
    pub(super) begin: &'static [Beginpunt],
    /// Its card on the page of a child; none where there is nothing to tell.
    pub(super) kaart: fn(&Kindbeeld, Date, Taal) -> Option<Kindkaart>,
    /// The computation behind the date of one of its turns, where a rule made it.
    pub(super) waarom: fn(&Kindbeeld, &Beurt) -> Option<Uitleg>,
    /// The link to the page of a case, to a family.
    pub(super) lees: fn() -> Tekst,
    /// Why the case with this number has this date, to a family.
    pub(super) reden: fn(&MijnKind, u32, Date, Taal) -> Option<Uitleg>,
    /// What a family does in it.
    pub(super) gezin: Gezin,
    /// Its cases as they go over the line, kind by kind in the order of the core.
    pub(super) vormen: &'static [Zaakvorm],
    /// The form of one of its acts, filled again to put right what it recorded; none of an act of another process, or that nothing is
    /// put right by.
    pub(super) verbeter: fn(&Werk, &Opdracht) -> Option<Actvorm>,
    /// What its forms ask besides the fields of their acts: the act, and the fields.
    pub(super) ernaast: &'static [Bijvelden],
    /// What its forms ask that only the file tells, for their drafts: the act, and who tells it.
    pub(super) vragen: &'static [Bijvragen],
}

/// The form of an act.
pub(super) type Actvorm = Box<dyn Stap + Send>;

/// What the form of an act asks besides the fields of the act.
pub(super) type Bijvelden = (Opdrachtnaam, &'static [&'static str]);

/// What the form of an act asks that only the file tells, of the case with this number.
pub(super) type Bijvragen = (Opdrachtnaam, for<'a> fn(&'a Geopend, u32) -> Vragen<'a>);

/// Something that can be begun from a child.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beginpunt {
    /// The act.
    pub(super) opdracht: Opdrachtnaam,
    /// In words.
    pub(super) tekst: fn() -> Tekst,
    /// Where, below the page of the child.
    pub(super) pad: &'static str,
    /// The lower, the earlier it stands among what can be begun.
    pub(super) plaats: u8,
}

/// A card on the page of a child.
pub(super) struct Kindkaart {
    /// Above it.
    pub(super) kop: String,
    /// Before the table; may be empty.
    pub(super) vooraf: String,
    /// Its cases.
    pub(super) tabel: Tabel,
}

impl Kindkaart {
    /// A card with a table, where that has something to tell.
    pub(super) fn of(kop: String, tabel: Tabel) -> Option<Self> {
        (!tabel.is_empty()).then(|| Self { kop, vooraf: String::new(), tabel })
    }
}

/// The process of a case.
pub(super) fn van(onderwerp: Onderwerp) -> Option<&'static Procespagina> {
    met_code(onderwerp.proces())
}

/// The process with this code.
pub(super) fn met_code(code: &str) -> Option<&'static Procespagina> {
    PROCESPAGINAS.iter().find(|proces| proces.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_process_of_the_core_has_its_pages_and_no_other() {
        let of_core: BTreeSet<&str> = dossier::proces::PROCESSEN.iter().map(|proces| proces.code).collect();
        let of_pages: BTreeSet<&str> = PROCESPAGINAS.iter().map(|proces| proces.code).collect();
        assert_eq!(of_core, of_pages);
    }
}
