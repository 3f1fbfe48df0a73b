//! What is wrong in a form: once above it, and beside each field.

use app::weigering::voluit;
use askama::Template;
use dossier::Refusal;
use teksten::{Taal, schil};

use super::Veld;

/// Every error of a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Template)]
#[template(path = "onderdelen/fouten.html")]
pub struct Fouten {
    fouten: Vec<Foutregel>,
    taal: Taal,
}

/// One error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foutregel {
    naam: String,
    veld: Option<String>,
    label: String,
    tekst: String,
}

impl Fouten {
    /// Nothing wrong.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same errors on a page in this language; what is wrong is said by whoever adds it.
    #[must_use]
    pub fn in_taal(self, taal: Taal) -> Self {
        Self { taal, ..self }
    }

    /// Adds what is wrong with a field.
    pub fn add(&mut self, naam: &str, tekst: impl Into<String>) {
        self.add_named(naam, "", tekst);
    }

    /// Adds what is wrong with a field, in words that need its label where they stand above the form.
    pub fn add_named(&mut self, naam: &str, label: &str, tekst: impl Into<String>) {
        let (naam, label, veld) = (naam.to_owned(), label.to_owned(), Some(Veld::id_of(naam)));
        self.fouten.push(Foutregel { naam, veld, label, tekst: tekst.into() });
    }

    /// Adds what is wrong with the form as a whole.
    pub fn add_general(&mut self, tekst: impl Into<String>) {
        self.fouten.push(Foutregel {
            naam: String::new(),
            veld: None,
            label: String::new(),
            tekst: tekst.into(),
        });
    }

    /// A refusal about a field, as the error of that field; any other as one of the whole form.
    pub fn of_refusal(refusal: &Refusal, taal: Taal) -> Self {
        let mut fouten = Self::new().in_taal(taal);
        match refusal.veldnaam() {
            Some(veld) => {
                let rij = refusal.rij.as_ref().map(|rij| taal.zeg(&rij.naam)).unwrap_or_default();
                fouten.add_named(&veld, &rij, sentence(&taal.zeg(&refusal.reden)));
            }
            None => fouten.add_general(voluit(taal, refusal)),
        }
        fouten
    }

    /// These, and those after them.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.fouten.extend(more.fouten);
        self
    }

    /// The error of one field.
    pub fn of(&self, naam: &str) -> Option<&str> {
        self.fouten.iter().find(|fout| fout.naam == naam).map(|fout| fout.tekst.as_str())
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.fouten.is_empty()
    }

    /// The errors, in order.
    pub fn lines(&self) -> &[Foutregel] {
        &self.fouten
    }

    fn kop(&self) -> String {
        let aantal = i32::try_from(self.fouten.len()).unwrap_or(i32::MAX);
        self.taal.zeg(schil::Fouten { aantal }.tekst())
    }
}

impl From<&Refusal> for Fouten {
    /// In Dutch, for who works with files.
    fn from(refusal: &Refusal) -> Self {
        Self::of_refusal(refusal, Taal::Nl)
    }
}

impl Foutregel {
    /// The words above the form.
    fn whole(&self) -> String {
        if self.label.is_empty() { self.tekst.clone() } else { format!("{}: {}", self.label, self.tekst) }
    }
}

/// A reason as a sentence of its own: with a capital and a full stop.
pub(super) fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let stop = if reason.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

is_html!(Fouten);
