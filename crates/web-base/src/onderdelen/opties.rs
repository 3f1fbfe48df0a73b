//! What can be chosen in a field.

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optie {
    /// What the form sends.
    pub code: String,
    /// The words.
    pub tekst: String,
    /// A softer line below, for radio buttons and checkboxes; may be empty.
    pub uitleg: String,
    /// Chosen now.
    pub gekozen: bool,
}

impl Optie {
    /// A choice that is not chosen.
    pub fn new(code: impl Into<String>, tekst: impl Into<String>) -> Self {
        Self { code: code.into(), tekst: tekst.into(), uitleg: String::new(), gekozen: false }
    }

    /// Adds a softer line.
    #[must_use]
    pub fn explained(mut self, uitleg: impl Into<String>) -> Self {
        self.uitleg = uitleg.into();
        self
    }
}
