//! Names with their values.

use askama::Template;

use super::Inhoud;

/// A list of facts about one thing.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "onderdelen/feiten.html")]
pub struct Feiten {
    feiten: Vec<Feit>,
}

/// One fact.
#[derive(Debug, Clone)]
pub struct Feit {
    /// What it is.
    pub naam: String,
    /// A softer line below the name; may be empty.
    pub uitleg: String,
    /// Its value.
    pub inhoud: Inhoud,
}

impl Feiten {
    /// No facts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(self, naam: impl Into<String>, inhoud: impl Into<Inhoud>) -> Self {
        self.with_explained(naam, "", inhoud)
    }

    /// Adds a fact with a line that says what it means.
    #[must_use]
    pub fn with_explained(
        mut self,
        naam: impl Into<String>,
        uitleg: impl Into<String>,
        inhoud: impl Into<Inhoud>,
    ) -> Self {
        self.feiten.push(Feit { naam: naam.into(), uitleg: uitleg.into(), inhoud: inhoud.into() });
        self
    }

    /// Adds a fact when there is one.
    #[must_use]
    pub fn with_some(self, naam: &str, inhoud: Option<impl Into<Inhoud>>) -> Self {
        match inhoud {
            Some(inhoud) => self.with(naam, inhoud),
            None => self,
        }
    }

    /// There is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.feiten.is_empty()
    }
}

is_html!(Feiten);
