//! Why something cannot be done now, in words for the person who tried.

use base::Vindplaats;

/// What was asked is not possible: what, why (article), and what can be done instead.
///
/// Display: `Dit kan nu niet: er is nog geen school gevonden (art. 40 lid 4 WPO). Wat kan wel: …`
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// Stable code for programs and tests, snake_case Dutch.
    pub code: &'static str,
    /// What is in the way, one sentence without a full stop, lower case.
    pub reden: String,
    /// Article, where the law is in the way.
    pub vindplaats: Option<Box<Vindplaats>>,
    /// What can be done instead; empty when there is nothing.
    pub wat_wel: String,
    /// The form field that is wrong, where it is one.
    pub veld: Option<&'static str>,
}

impl Refusal {
    /// A refusal without an article: something the file itself makes impossible.
    pub fn new(code: &'static str, reden: impl Into<String>) -> Self {
        Self { code, reden: reden.into(), vindplaats: None, wat_wel: String::new(), veld: None }
    }

    /// A value that is missing or cannot be right.
    pub fn field(veld: &'static str, reden: impl Into<String>) -> Self {
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
    pub fn instead(mut self, wat_wel: impl Into<String>) -> Self {
        self.wat_wel = wat_wel.into();
        self
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dit kan nu niet: {}", self.reden)?;
        if let Some(vindplaats) = &self.vindplaats {
            write!(f, " ({vindplaats})")?;
        }
        f.write_str(".")?;
        if !self.wat_wel.is_empty() {
            write!(f, " Wat kan wel: {}", self.wat_wel)?;
        }
        Ok(())
    }
}
