//! The page of one case, in the shape that most of them have: whose turn it is, what is known, what can be done now and what
//! cannot, and its letters. A process that needs no other shape has no template of its own.

use askama::Template;
use dossier::beurt::Onderwerp;
use web_base::error::Uitkomst;
use web_base::onderdelen::{Aanzet, Feiten, Tabel, Uitleg};
use web_base::pagina::{Pagina, show};

use super::aanmelding::{Actie, NogNiet, is_turn, letters, turns};
use crate::weg::werk::Werk;

/// A card on the page of a case: facts, or the answer of a rule in words with its steps.
pub(super) struct Zaakblok {
    kop: String,
    feiten: Feiten,
    toets: Option<(String, Uitleg)>,
}

impl Zaakblok {
    /// What is known.
    pub(super) fn feiten(kop: String, feiten: Feiten) -> Self {
        Self { kop, feiten, toets: None }
    }

    /// What a rule says of it.
    pub(super) fn toets(kop: String, tekst: String, uitleg: Uitleg) -> Self {
        Self { kop, feiten: Feiten::new(), toets: Some((tekst, uitleg)) }
    }
}

/// What the page of a case tells, beside whose turn it is and its letters.
pub(super) struct Zaakblad {
    /// The page.
    pub(super) pagina: Pagina,
    /// Its cards, in order.
    pub(super) blokken: Vec<Zaakblok>,
    /// What can be done now.
    pub(super) acties: Vec<Actie>,
    /// What cannot be done now, and why.
    pub(super) nog_niet: Vec<NogNiet>,
}

#[derive(Template)]
#[template(path = "paginas/zaak.html")]
struct Zaakpagina {
    pagina: Pagina,
    aanzet: Vec<Aanzet>,
    blokken: Vec<Zaakblok>,
    /// It is this person's turn: the first thing to do is a button.
    aan_zet: bool,
    /// A family reads in one column.
    gezin: bool,
    acties: Vec<Actie>,
    nog_niet: Vec<NogNiet>,
    brieven: Tabel,
}

impl Zaakblad {
    /// Shows the page. That somebody looks is on record already: the caller knows for what.
    pub(super) fn show(self, werk: &Werk, over: Onderwerp) -> Uitkomst {
        let Self { pagina, blokken, acties, nog_niet } = self;
        show(&Zaakpagina {
            pagina,
            aanzet: turns(werk, over),
            blokken,
            aan_zet: is_turn(werk, over),
            gezin: werk.is_gezin(),
            acties,
            nog_niet,
            brieven: letters(werk, over),
        })
    }
}
