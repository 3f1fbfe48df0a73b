//! Reads the fields of a form one after the other and collects every error, not only the first.

use base::Date;
use teksten::{Taal, schil};

use super::{Formulier, Geheimveld, Ingevuld, parse_date};
use crate::onderdelen::Fouten;

/// A reader of a form.
///
/// ```
/// # use web_base::form::{Formulier, Lezer};
/// let formulier = Formulier::parse(b"naam=Sam&op=31-2-2026")?;
/// let mut lezer = Lezer::of(&formulier);
/// let naam = lezer.required("naam", "Vul de naam in.");
/// let op = lezer.date("op");
/// assert_eq!((naam.as_str(), op), ("Sam", None));
/// let fouten = lezer.finish().unwrap_err();
/// assert_eq!(fouten.of("op"), Some("'31-2-2026' is geen datum. Schrijf dag, maand en jaar, zoals 3-3-2026."));
/// # Ok::<(), web_base::error::Fout>(())
/// ```
#[derive(Debug)]
pub struct Lezer<'a> {
    formulier: &'a Formulier,
    fouten: Fouten,
    taal: Taal,
}

impl<'a> Lezer<'a> {
    /// Reads a form.
    pub fn of(formulier: &'a Formulier) -> Self {
        Self { formulier, fouten: Fouten::new(), taal: Taal::Nl }
    }

    /// What is wrong is said in this language, on a page in it.
    #[must_use]
    pub fn in_taal(self, taal: Taal) -> Self {
        Self { taal, fouten: self.fouten.in_taal(taal), ..self }
    }

    /// A text that may be empty.
    pub fn text(&self, naam: &str) -> String {
        self.formulier.text(naam).to_owned()
    }

    /// A text that may not be empty; `error` says what to do.
    pub fn required(&mut self, naam: &str, error: &str) -> String {
        let text = self.text(naam);
        if text.is_empty() {
            self.fouten.add(naam, error);
        }
        text
    }

    /// A secret, to the last space; `error` says what to do when it is empty.
    pub fn required_secret(&mut self, veld: Geheimveld, error: &str) -> String {
        let naam = veld.naam();
        let secret = self.formulier.exact(naam).to_owned();
        if secret.is_empty() {
            self.fouten.add(naam, error);
        }
        secret
    }

    /// A date, or none when the field is empty.
    pub fn date(&mut self, naam: &str) -> Option<Date> {
        let text = self.formulier.text(naam);
        if text.is_empty() {
            return None;
        }
        let date = parse_date(text);
        if date.is_none() {
            let given: String = text.chars().take(40).collect();
            self.fouten.add(naam, self.taal.zeg(schil::GeenDatum { gegeven: &given }.tekst()));
        }
        date
    }

    /// A date that must be there; `error` says what to do when the field is empty.
    pub fn required_date(&mut self, naam: &str, error: &str) -> Option<Date> {
        if self.formulier.text(naam).is_empty() {
            self.fouten.add(naam, error);
        }
        self.date(naam)
    }

    /// One of a closed list; `error` says what to do when none was chosen.
    pub fn choice<T>(&mut self, naam: &str, from_code: impl Fn(&str) -> Option<T>, error: &str) -> Option<T> {
        let choice = from_code(self.formulier.text(naam));
        if choice.is_none() {
            self.fouten.add(naam, error);
        }
        choice
    }

    /// Yes or no; `error` says what to do when none was chosen.
    pub fn yes_no(&mut self, naam: &str, error: &str) -> Option<bool> {
        let read = |code: &str| match code {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        };
        self.choice(naam, read, error)
    }

    /// Something with a shape of its own, such as a code; empty is none, and a wrong shape says what was expected.
    pub fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, naam: &str) -> Option<T> {
        let text = self.formulier.text(naam);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fouten.add(naam, format!("{error}."));
                None
            }
        }
    }

    /// Adds an error that the caller found.
    pub fn error(&mut self, naam: &str, error: impl Into<String>) {
        self.fouten.add(naam, error);
    }

    /// Everything is right, or what is wrong.
    pub fn finish(self) -> Result<(), Fouten> {
        if self.fouten.is_empty() { Ok(()) } else { Err(self.fouten) }
    }

    /// Everything is right, or the form to show again.
    pub fn finish_or_show(self) -> Result<(), Ingevuld> {
        let formulier = self.formulier;
        self.finish().map_err(|fouten| Ingevuld::refused(formulier.clone(), fouten))
    }
}
