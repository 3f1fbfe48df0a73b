//! What somebody sent: the fields of a form, as they were typed, and what is wrong with them.
//!
//! A form that is refused is shown again with everything that was typed and the error beside its field
//! ([`Ingevuld`]); a file has to be chosen again, because browsers allow nothing else.

mod formulier;
mod lezer;

pub use formulier::{Bestand, Bestandsgrens, Formulier, Geheimveld, Getypt};
pub use lezer::Lezer;

use crate::onderdelen::Fouten;

/// What was typed and what is wrong with it: what a form is shown with.
#[derive(Debug, Clone, Default)]
pub struct Ingevuld {
    /// What was typed; `None` while nothing was sent.
    pub formulier: Option<Formulier>,
    /// What is wrong.
    pub fouten: Fouten,
}

impl Ingevuld {
    /// Nothing sent yet.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A form that is refused.
    pub fn refused(formulier: Formulier, fouten: Fouten) -> Self {
        Self { formulier: Some(formulier), fouten }
    }
}

pub use base::dates::parse_typed as parse_date;

#[cfg(test)]
mod tests {
    use base::dates::Date;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let third: Date = "2026-03-03".parse().unwrap();
        for right in ["2026-03-03", "3-3-2026", "03-03-2026", "3/3/2026", "3.3.2026", "3 3 2026"] {
            assert_eq!(parse_date(right), Some(third), "{right}");
        }
        for wrong in [
            "",
            "3-3-26",
            "2026-02-30",
            "30-2-2026",
            "3 maart 2026",
            "0000-01-01",
            "3-3-2026-1",
            "１-1-2026",
            "-3-3-2026",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
