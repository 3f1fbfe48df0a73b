//! What can stand in a cell of a table or beside the name of a fact.

use askama::Template;
use teksten::Taal;

use super::{Bronlink, Label, Termijn, Waarom};

/// A value to show.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/inhoud.html")]
pub enum Inhoud {
    /// Text.
    Tekst(String),
    /// A link.
    Link(Link),
    /// A term.
    Termijn(Termijn),
    /// Tags.
    Labels(Vec<Label>),
    /// Several values under each other.
    Regels(Vec<Inhoud>),
    /// A value with a softer line below.
    Met(Box<Inhoud>, Box<Inhoud>),
    /// A place in the law.
    Bron(Bronlink),
    /// 'Waarom?'
    Waarom(Waarom),
    /// Something to look at before going on.
    LetOp(String),
    /// The box by which the row is chosen.
    Kies(Kies),
    /// A button for the row.
    Knop(Kies),
    /// Nothing: a dash.
    Geen,
}

/// How a row is chosen, with a box or with a button of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kies {
    waarde: String,
    tekst: String,
    voor_wie: String,
    aan: bool,
}

impl Kies {
    /// What is sent for the row as `kies`; `tekst` is what the box or button is called.
    pub fn new(waarde: impl Into<String>, tekst: impl Into<String>) -> Self {
        Self { waarde: waarde.into(), tekst: tekst.into(), voor_wie: String::new(), aan: false }
    }

    /// Words that only a screen reader says behind those of a button: `voor Sam de Zonnevis`.
    #[must_use]
    pub fn spoken(self, voor_wie: impl Into<String>) -> Self {
        Self { voor_wie: voor_wie.into(), ..self }
    }

    /// The row is chosen already.
    #[must_use]
    pub fn chosen(self, aan: bool) -> Self {
        Self { aan, ..self }
    }
}

/// A link inside the program.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/link.html")]
pub struct Link {
    tekst: String,
    adres: String,
    voor_wie: String,
    /// A word in a small box behind it.
    merk: String,
    /// The page is in this language, and what it leads to is Dutch all the same.
    dutch_from: Option<Taal>,
}

impl Link {
    /// A link with its text.
    pub fn new(tekst: impl Into<String>, adres: impl Into<String>) -> Self {
        Self {
            tekst: tekst.into(),
            adres: adres.into(),
            voor_wie: String::new(),
            merk: String::new(),
            dutch_from: None,
        }
    }

    /// Words that only a screen reader says, where the same text stands in many rows: `van Sam de Zonnevis`.
    #[must_use]
    pub fn spoken(mut self, voor_wie: impl Into<String>) -> Self {
        self.voor_wie = voor_wie.into();
        self
    }

    /// A word behind it that tells this row from the others: `nieuw`.
    #[must_use]
    pub fn marked(mut self, merk: impl Into<String>) -> Self {
        self.merk = merk.into();
        self
    }
}

impl Link {
    /// To something that is there in Dutch alone: a page in another language says so beside it.
    #[must_use]
    pub fn in_dutch_from(self, taal: Taal) -> Self {
        Self { dutch_from: Some(taal).filter(|taal| *taal != Taal::Nl), ..self }
    }
}

impl Inhoud {
    /// There is nothing to show.
    pub(super) fn is_none(&self) -> bool {
        matches!(self, Self::Geen)
    }

    /// This value with a softer line below.
    #[must_use]
    pub fn above(self, onder: impl Into<Inhoud>) -> Self {
        let onder = onder.into();
        if onder.is_none() { self } else { Self::Met(Box::new(self), Box::new(onder)) }
    }
}

impl From<String> for Inhoud {
    fn from(tekst: String) -> Self {
        if tekst.is_empty() { Self::Geen } else { Self::Tekst(tekst) }
    }
}

impl From<&str> for Inhoud {
    fn from(tekst: &str) -> Self {
        tekst.to_owned().into()
    }
}

impl<T: Into<Inhoud>> From<Option<T>> for Inhoud {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Geen, Into::into)
    }
}

macro_rules! from_part {
    ($($part:ty => $variant:ident),+) => {
        $(impl From<$part> for Inhoud {
            fn from(part: $part) -> Self {
                Self::$variant(part)
            }
        })+
    };
}

from_part!(Link => Link, Termijn => Termijn, Vec<Label> => Labels, Bronlink => Bron, Waarom => Waarom, Vec<Inhoud> => Regels);

impl From<Label> for Inhoud {
    fn from(label: Label) -> Self {
        Self::Labels(vec![label])
    }
}

is_html!(Inhoud, Link);
