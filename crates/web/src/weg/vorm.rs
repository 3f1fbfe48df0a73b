//! What a form is made of: groups of fields with what one has to know while filling them.

use std::borrow::Cow;

use askama::Template;

use teksten::Taal;
use web_base::form::Ingevuld;
use web_base::onderdelen::{Checklijst, Feiten, Link, Tabel, Uitleg, Veld};

use super::scholen::ZOEKEN;

/// A form: groups in their order and the word on the button.
#[derive(Debug, Clone)]
pub(crate) struct Vorm {
    /// Groups.
    pub(crate) groepen: Vec<Groep>,
    /// What the button says.
    pub(crate) knop: String,
    /// The button stands in the form itself, where it comes and goes with what is filled in.
    pub(crate) knop_elders: bool,
    /// The Enter key looks again, and sends nothing.
    pub(crate) enter_zoekt: bool,
}

/// Fields that belong together.
#[derive(Debug, Clone)]
pub(crate) struct Groep {
    /// Heading; may be empty.
    pub(crate) kop: String,
    /// What stands in it.
    pub(crate) blokken: Vec<Blok>,
}

/// A piece of a form.
#[derive(Debug, Clone, Template)]
#[template(path = "weg/blok.html")]
pub(crate) enum Blok {
    /// A paragraph.
    Tekst(String),
    /// Something to mind.
    LetOp(String),
    /// Good to know.
    Weetje(String),
    /// What somebody just asked for: they stand at it when the page comes.
    Antwoord(String),
    /// A field.
    Veld(Veld),
    /// A field for the code of a school: shown as what was found by its name or place.
    Scholen(Veld),
    /// Fields beside each other.
    Naast(Vec<Veld>),
    /// A row of fields that repeat.
    Rij(Rijblok),
    /// Facts.
    Feiten(Feiten),
    /// Facts that are Dutch on a page in any language.
    OpNederlands(Feiten),
    /// Points of the law.
    Checklijst(Checklijst),
    /// Steps and sources.
    Uitleg(Uitleg),
    /// Short lines.
    Lijst(Vec<String>),
    /// A table.
    Tabel(Tabel),
    /// Documents that were added and not sent yet, each with its way out.
    Documenten(Vec<Toegevoegd>),
    /// The button of the form, fetched anew while somebody types.
    Verzend {
        /// Where it comes from.
        adres: String,
        /// As it is now.
        knop: Verzendknop,
    },
    /// A button that shows the form again, with a row more.
    Erbij {
        /// The list.
        lijst: &'static str,
        /// What it says.
        tekst: String,
    },
    /// Somebody took rows of this list away: no more of them are shown than there are.
    Minder(&'static str),
    /// A button that shows the form again, with more on it.
    Knop {
        /// What the form sends.
        naam: &'static str,
        /// What it says.
        tekst: Cow<'static, str>,
    },
}

impl askama::filters::HtmlSafe for Blok {}

/// A document that was added to a form, and not sent yet.
#[derive(Debug, Clone)]
pub(crate) struct Toegevoegd {
    /// To look at it.
    pub(crate) link: Link,
    /// What it is called.
    pub(crate) naam: String,
    /// Where its bytes are, for taking it away.
    pub(crate) blob: String,
    /// What the button says by which it is taken away.
    pub(crate) weg: String,
}

/// A row of fields that repeat.
#[derive(Debug, Clone)]
pub(crate) struct Rijblok {
    /// Which row: `doelen.2`.
    pub(crate) plek: String,
    /// What it is called.
    pub(crate) kop: String,
    /// Its fields; those of one part stand beside each other.
    pub(crate) delen: Vec<Vec<Veld>>,
    /// What the button says by which it is taken away; none where it must be there.
    pub(crate) weg: Option<String>,
    /// Whoever gets the page stands at its heading: the row that was below it, or in its place, was taken away.
    pub(crate) begint_hier: bool,
}

/// A button that is there when nothing is missing. Whether it is enough is decided after it was pressed.
#[derive(Debug, Clone, Template)]
#[template(path = "weg/verzendknop.html")]
pub(crate) struct Verzendknop {
    /// What it says.
    pub(crate) tekst: &'static str,
    /// Nothing is missing.
    pub(crate) compleet: bool,
}

impl askama::filters::HtmlSafe for Verzendknop {}

impl Blok {
    /// Its fields, in order.
    fn velden(&self) -> impl Iterator<Item = &Veld> {
        let (flat, parts): (&[Veld], &[Vec<Veld>]) = match self {
            Self::Veld(veld) | Self::Scholen(veld) => (std::slice::from_ref(veld), &[]),
            Self::Naast(velden) => (velden.as_slice(), &[]),
            Self::Rij(rij) => (&[], rij.delen.as_slice()),
            Self::Tekst(_)
            | Self::LetOp(_)
            | Self::Weetje(_)
            | Self::Antwoord(_)
            | Self::Feiten(_)
            | Self::OpNederlands(_)
            | Self::Checklijst(_)
            | Self::Uitleg(_)
            | Self::Lijst(_)
            | Self::Tabel(_)
            | Self::Documenten(_)
            | Self::Verzend { .. }
            | Self::Erbij { .. }
            | Self::Minder(_)
            | Self::Knop { .. } => (&[], &[]),
        };
        flat.iter().chain(parts.iter().flatten())
    }
}

impl Vorm {
    /// A form without fields yet.
    pub(crate) fn new(knop: impl Into<String>) -> Self {
        Self { groepen: Vec::new(), knop: knop.into(), knop_elders: false, enter_zoekt: false }
    }

    /// The Enter key looks for what was typed, as long as no school was chosen: whoever searches has not filled in the form yet.
    #[must_use]
    pub(crate) fn enter_zoekt(mut self, zoekt: bool) -> Self {
        self.enter_zoekt = zoekt;
        self
    }

    /// Leaves the button to [`Blok::Verzend`].
    #[must_use]
    pub(crate) fn button_inside(mut self) -> Self {
        self.knop_elders = true;
        self
    }

    /// Adds a group.
    #[must_use]
    pub(crate) fn groep(mut self, groep: Groep) -> Self {
        self.groepen.push(groep);
        self
    }

    /// Adds a group where there is one.
    #[must_use]
    pub(crate) fn groepen(mut self, groepen: impl IntoIterator<Item = Groep>) -> Self {
        self.groepen.extend(groepen);
        self
    }

    /// Its fields with what is said of them, for a form in which something else is done with them: without buttons, and without what is
    /// looked up for who does the act itself.
    #[must_use]
    pub(crate) fn alleen_velden(mut self) -> Self {
        for groep in &mut self.groepen {
            groep.blokken.retain(|blok| match blok {
                Blok::Veld(veld) => veld.naam() != ZOEKEN,
                Blok::Naast(_) | Blok::Rij(_) => true,
                Blok::Tekst(_)
                | Blok::LetOp(_)
                | Blok::Weetje(_)
                | Blok::Antwoord(_)
                | Blok::Scholen(_)
                | Blok::Feiten(_)
                | Blok::OpNederlands(_)
                | Blok::Checklijst(_)
                | Blok::Uitleg(_)
                | Blok::Lijst(_)
                | Blok::Tabel(_)
                | Blok::Documenten(_)
                | Blok::Verzend { .. }
                | Blok::Erbij { .. }
                | Blok::Minder(_)
                | Blok::Knop { .. } => false,
            });
        }
        self.groepen.retain(|groep| !groep.blokken.is_empty());
        self
    }

    /// Every field, in order.
    pub(crate) fn velden(&self) -> impl Iterator<Item = &Veld> {
        self.met_rij().map(|(_, veld)| veld)
    }

    /// Every field, in order, with what its row is called where it is in one.
    pub(crate) fn met_rij(&self) -> impl Iterator<Item = (&str, &Veld)> {
        let blokken = self.groepen.iter().flat_map(|groep| &groep.blokken);
        blokken.flat_map(|blok| {
            let kop = if let Blok::Rij(rij) = blok { rij.kop.as_str() } else { "" };
            blok.velden().map(move |veld| (kop, veld))
        })
    }

    /// Files are sent with it.
    pub(super) fn met_bestanden(&self) -> bool {
        self.velden().any(Veld::is_file)
    }

    /// Fields in it repeat.
    pub(crate) fn heeft_rijen(&self) -> bool {
        let mut blokken = self.groepen.iter().flat_map(|groep| &groep.blokken);
        blokken.any(|blok| matches!(blok, Blok::Rij(_) | Blok::Erbij { .. }))
    }

    /// Puts in every field what was typed, and beside it what is wrong.
    #[must_use]
    pub(crate) fn filled(self, ingevuld: &Ingevuld) -> Self {
        self.each(|veld| veld.filled(ingevuld))
    }

    /// The same fields on a page in this language.
    #[must_use]
    pub(crate) fn in_taal(self, taal: Taal) -> Self {
        self.each(|veld| veld.in_taal(taal))
    }

    /// Every field changed in the same way.
    #[must_use]
    pub(crate) fn each(mut self, change: impl Fn(Veld) -> Veld) -> Self {
        for blok in self.groepen.iter_mut().flat_map(|groep| &mut groep.blokken) {
            match blok {
                Blok::Veld(veld) | Blok::Scholen(veld) => *veld = change(veld.clone()),
                Blok::Naast(velden) => {
                    for veld in velden {
                        *veld = change(veld.clone());
                    }
                }
                Blok::Rij(rij) => {
                    for veld in rij.delen.iter_mut().flatten() {
                        *veld = change(veld.clone());
                    }
                }
                Blok::Tekst(_)
                | Blok::LetOp(_)
                | Blok::Weetje(_)
                | Blok::Antwoord(_)
                | Blok::Feiten(_)
                | Blok::OpNederlands(_)
                | Blok::Checklijst(_)
                | Blok::Uitleg(_)
                | Blok::Lijst(_)
                | Blok::Tabel(_)
                | Blok::Documenten(_)
                | Blok::Verzend { .. }
                | Blok::Erbij { .. }
                | Blok::Minder(_)
                | Blok::Knop { .. } => {}
            }
        }
        self
    }
}

impl Groep {
    /// A group with its heading.
    pub(crate) fn new(kop: impl Into<String>) -> Self {
        Self { kop: kop.into(), blokken: Vec::new() }
    }

    /// Adds a field.
    #[must_use]
    pub(crate) fn veld(self, veld: Veld) -> Self {
        self.blok(Blok::Veld(veld))
    }

    /// Adds fields beside each other.
    #[must_use]
    pub(crate) fn naast(self, velden: impl IntoIterator<Item = Veld>) -> Self {
        self.blok(Blok::Naast(velden.into_iter().collect()))
    }

    /// Adds a paragraph.
    #[must_use]
    pub(crate) fn tekst(self, tekst: impl Into<String>) -> Self {
        self.blok(Blok::Tekst(tekst.into()))
    }

    /// The same where there is one.
    pub(crate) fn met_tekst(self, tekst: Option<String>) -> Self {
        match tekst {
            Some(tekst) => self.tekst(tekst),
            None => self,
        }
    }

    /// Adds something to mind.
    #[must_use]
    pub(crate) fn let_op(self, tekst: impl Into<String>) -> Self {
        self.blok(Blok::LetOp(tekst.into()))
    }

    /// Adds something that is good to know.
    #[must_use]
    pub(crate) fn weetje(self, tekst: impl Into<String>) -> Self {
        self.blok(Blok::Weetje(tekst.into()))
    }

    /// Adds what somebody just asked for.
    #[must_use]
    pub(crate) fn antwoord(self, tekst: impl Into<String>) -> Self {
        self.blok(Blok::Antwoord(tekst.into()))
    }

    /// Adds anything.
    #[must_use]
    pub(crate) fn blok(mut self, blok: Blok) -> Self {
        self.blokken.push(blok);
        self
    }
}
