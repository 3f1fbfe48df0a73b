//! Reading a rule's input: every wrong field is found, not only the first.
//!
//! The description in the corpus says which fields there are and what form they have ([`vorm`]); what no
//! description can say (an invitation before the receipt) each rule checks itself on the fields that are well
//! formed ([`velden::Velden`]).

pub(crate) mod decimaal;
pub(crate) mod json;
pub(crate) mod velden;
pub(crate) mod vorm;

use std::fmt;

use base::Date;

/// Longest text of a rule's input, in bytes.
pub const MAX_INVOER_BYTES: usize = 1024 * 1024;

/// Longest piece of wrong input that an error repeats, in characters.
const MAX_GEGEVEN: usize = 60;

/// One field that is wrong: where, what was given, what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veldfout {
    /// Path of the field: `opschortingen[0].geeindigd_op`; empty for the input as a whole.
    pub veld: String,
    /// What was given, cut short; `niets` where nothing was.
    pub gegeven: String,
    /// What was expected, in Dutch.
    pub verwacht: String,
}

impl Veldfout {
    pub(crate) fn new(
        veld: impl Into<String>,
        gegeven: impl fmt::Display,
        verwacht: impl Into<String>,
    ) -> Self {
        Self { veld: cut(&veld.into()), gegeven: cut(&gegeven.to_string()), verwacht: verwacht.into() }
    }
}

/// Fit for one line: cut short, and a line break or other control character as a person can see it.
pub(crate) fn cut(text: &str) -> String {
    let shown = |text: &str, most: usize| -> String {
        let mut line = String::new();
        for letter in text.chars().take(most) {
            if letter.is_control() { line.extend(letter.escape_default()) } else { line.push(letter) }
        }
        line
    };
    if text.chars().count() <= MAX_GEGEVEN {
        return shown(text, MAX_GEGEVEN);
    }
    format!("{}…", shown(text, MAX_GEGEVEN))
}

impl fmt::Display for Veldfout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let veld = if self.veld.is_empty() { "(invoer)" } else { &self.veld };
        write!(f, "{veld}: gegeven {}, verwacht {}", self.gegeven, self.verwacht)
    }
}

/// Input that the law cannot be asked about: one line per wrong field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", lines(velden))]
pub struct InvoerFout {
    /// Every wrong field, at least one.
    pub velden: Vec<Veldfout>,
}

fn lines(velden: &[Veldfout]) -> String {
    velden.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl InvoerFout {
    /// One wrong field.
    pub(crate) fn one(fout: Veldfout) -> Self {
        Self { velden: vec![fout] }
    }

    /// A date from which the term would run past the last date there is.
    pub(crate) fn past_calendar(veld: &str, given: Date) -> Self {
        Self::one(Veldfout::new(veld, given, "een datum waarbij de termijn uiterlijk op 9999-12-31 eindigt"))
    }
}
