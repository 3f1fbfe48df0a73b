//! Why something cannot be done now: by key and arguments, said in a language by whoever shows it.

use std::borrow::Cow;

use base::Vindplaats;
use sleutels::Tekst;

use crate::opdracht::velden::Rijplaats;

/// What was asked is not possible: what, why (article), and what can be done instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code for programs and tests, snake_case Dutch.
    pub code: &'static str,
    /// What is in the way, one sentence without a full stop, lower case.
    pub reden: Tekst,
    /// Article, where the law is in the way.
    pub vindplaats: Option<Box<Vindplaats>>,
    /// What can be done instead; none when there is nothing.
    pub wat_wel: Option<Box<Tekst>>,
    /// The form field that is wrong, where it is one.
    pub veld: Option<&'static str>,
    /// The row that the field is in, where it is in one.
    pub rij: Option<Box<Rijplaats>>,
}

impl Refusal {
    /// A refusal without an article: something the file itself makes impossible.
    pub fn new(code: &'static str, reden: Tekst) -> Self {
        Self { code, reden, vindplaats: None, wat_wel: None, veld: None, rij: None }
    }

    /// A value that is missing or cannot be right.
    pub fn field(veld: &'static str, reden: Tekst) -> Self {
        Self { veld: Some(veld), ..Self::new("ongeldige_invoer", reden) }
    }

    /// Adds the article.
    #[must_use]
    pub fn because(mut self, vindplaats: Option<Vindplaats>) -> Self {
        self.vindplaats = vindplaats.map(Box::new);
        self
    }

    /// Adds what can be done instead.
    #[must_use]
    pub fn instead(mut self, wat_wel: Tekst) -> Self {
        self.wat_wel = Some(Box::new(wat_wel));
        self
    }

    /// Says in which row the field is, where it is in one; a refusal that names no field is about the row as a whole.
    #[must_use]
    pub fn in_rij(mut self, rij: Option<&Rijplaats>) -> Self {
        self.rij = rij.cloned().map(Box::new);
        self
    }

    /// The same, where the whole act was read from a row; what its decision says of a row of its own stays.
    #[must_use]
    pub fn of_rij(self, rij: Option<&Rijplaats>) -> Self {
        if self.rij.is_some() { self } else { self.in_rij(rij) }
    }

    /// The field that is wrong as forms and drafts call it, with its row.
    pub fn veldnaam(&self) -> Option<Cow<'static, str>> {
        let veld = self.veld?;
        Some(self.rij.as_ref().map_or(Cow::Borrowed(veld), |rij| Cow::Owned(rij.veld(veld))))
    }
}
