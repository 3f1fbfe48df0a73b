//! A field of a form: label, explanation, error, and the value that was typed.

use std::borrow::Cow;
use std::fmt;

use askama::Template;
use teksten::{Taal, schil};

use super::Optie;
use crate::form::{Geheimveld, Ingevuld};

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/veld.html")]
pub struct Veld {
    naam: String,
    label: String,
    uitleg: String,
    fout: Option<String>,
    verplicht: bool,
    /// What to do when nothing was filled in.
    leeg: Cow<'static, str>,
    /// When it must be filled in, where that depends on something else; empty for one that must or need not.
    wanneer: &'static str,
    /// Seldom needed.
    gevouwen: bool,
    /// This form asks it although the act leaves it open.
    ook_hier: bool,
    /// Whoever gets the page stands in it.
    begint_hier: bool,
    herkomst: String,
    taal: Taal,
    /// Of what the browser offers a list; what is not in it can be typed all the same.
    register: Option<Register>,
    keuzes: Vec<Optie>,
    soort: Veldsoort,
}

/// What is known by a register, and is typed where it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// Partnerships, by code.
    Samenwerkingsverbanden,
    /// Municipalities, by name.
    Gemeenten,
}

/// What kind of field, with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Veldsoort {
    /// One line.
    Regel {
        /// What is in it.
        waarde: String,
        /// `text`, `email`, `tel`, `password`.
        invoer: &'static str,
        /// What a browser may fill in, `email`, `current-password`; empty for nothing special.
        aanvullen: &'static str,
    },
    /// Several lines.
    Lang {
        /// What is in it.
        waarde: String,
        /// Height in lines.
        rijen: u8,
    },
    /// A date as it was given.
    Datum(String),
    /// A list to choose one from.
    Lijst(Vec<Optie>),
    /// Radio buttons.
    Rondjes(Vec<Optie>),
    /// Checkboxes.
    Vinkjes(Vec<Optie>),
    /// One checkbox that says yes.
    Vinkje(bool),
    /// A file.
    Bestand {
        /// Endings or media types, `.pdf,.docx`.
        soorten: &'static str,
        /// More than one.
        meer: bool,
    },
    /// Not shown.
    Verborgen(String),
}

/// Attributes of a field: built from ids and fixed words only.
struct Attributen(String);

impl fmt::Display for Attributen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

is_html!(Veld, Attributen);

impl Veld {
    fn new(naam: &str, label: impl Into<String>, soort: Veldsoort) -> Self {
        Self {
            naam: naam.to_owned(),
            label: label.into(),
            uitleg: String::new(),
            fout: None,
            verplicht: false,
            leeg: Cow::Borrowed(""),
            wanneer: "",
            gevouwen: false,
            ook_hier: false,
            begint_hier: false,
            herkomst: String::new(),
            taal: Taal::Nl,
            register: None,
            keuzes: Vec::new(),
            soort,
        }
    }

    /// The same field on a page in this language; its label is said by whoever makes it.
    #[must_use]
    pub fn in_taal(mut self, taal: Taal) -> Self {
        // A date has an example behind whatever else it explains.
        if let Some(own) = self.uitleg.strip_suffix(&self.taal.zeg(schil::datum_voorbeeld())) {
            self.uitleg = format!("{own}{}", taal.zeg(schil::datum_voorbeeld()));
        }
        Self { taal, ..self }
    }

    /// The language of its page.
    pub fn taal(&self) -> Taal {
        self.taal
    }

    /// One line of text.
    pub fn text(naam: &str, label: impl Into<String>) -> Self {
        Self::line(naam, label, "text", "")
    }

    /// An e-mail address.
    pub fn e_mail(naam: &str, label: impl Into<String>) -> Self {
        Self::line(naam, label, "email", "email")
    }

    /// A password to sign in with.
    pub fn password(veld: Geheimveld, label: impl Into<String>) -> Self {
        Self::line(veld.naam(), label, "password", "current-password")
    }

    /// A password to choose.
    pub fn new_password(veld: Geheimveld, label: impl Into<String>) -> Self {
        Self::line(veld.naam(), label, "password", "new-password")
    }

    fn line(naam: &str, label: impl Into<String>, invoer: &'static str, aanvullen: &'static str) -> Self {
        Self::new(naam, label, Veldsoort::Regel { waarde: String::new(), invoer, aanvullen })
    }

    /// Several lines of text.
    pub fn textarea(naam: &str, label: impl Into<String>, rijen: u8) -> Self {
        Self::new(naam, label, Veldsoort::Lang { waarde: String::new(), rijen })
    }

    /// A date.
    pub fn date(naam: &str, label: impl Into<String>) -> Self {
        Self::new(naam, label, Veldsoort::Datum(String::new())).hint(Taal::Nl.zeg(schil::datum_voorbeeld()))
    }

    /// A list to choose one from. Give it a first choice with an empty code where none may be chosen yet.
    pub fn select(naam: &str, label: impl Into<String>, opties: Vec<Optie>) -> Self {
        Self::new(naam, label, Veldsoort::Lijst(opties))
    }

    /// Radio buttons.
    pub fn radio(naam: &str, label: impl Into<String>, opties: Vec<Optie>) -> Self {
        Self::new(naam, label, Veldsoort::Rondjes(opties))
    }

    /// Yes or no as two radio buttons, with the codes `ja` and `nee`.
    pub fn yes_no(naam: &str, label: impl Into<String>) -> Self {
        Self::radio(naam, label, vec![Optie::new("ja", "Ja"), Optie::new("nee", "Nee")])
    }

    /// Checkboxes.
    pub fn checkboxes(naam: &str, label: impl Into<String>, opties: Vec<Optie>) -> Self {
        Self::new(naam, label, Veldsoort::Vinkjes(opties))
    }

    /// One checkbox; sends `ja` when it is on.
    pub fn checkbox(naam: &str, label: impl Into<String>) -> Self {
        Self::new(naam, label, Veldsoort::Vinkje(false)).required()
    }

    /// A file to send along.
    pub fn file(naam: &str, label: impl Into<String>, soorten: &'static str, meer: bool) -> Self {
        Self::new(naam, label, Veldsoort::Bestand { soorten, meer })
    }

    /// A value that is sent and not shown.
    pub fn hidden(naam: &str, waarde: impl Into<String>) -> Self {
        Self::new(naam, "", Veldsoort::Verborgen(waarde.into()))
    }

    /// Explains what is asked. Put before the example that a date has of itself.
    #[must_use]
    pub fn hint(mut self, uitleg: impl Into<String>) -> Self {
        let uitleg = uitleg.into();
        self.uitleg = if self.uitleg.is_empty() { uitleg } else { format!("{uitleg} {}", self.uitleg) };
        self
    }

    /// One line in which something of a register is typed or chosen. What is in the register is looked up when the page is shown.
    #[must_use]
    pub fn from_register(self, register: Register) -> Self {
        Self { register: Some(register), ..self }
    }

    /// The register of which something is asked.
    pub fn register(&self) -> Option<Register> {
        self.register
    }

    /// What the register has: each code with its words.
    #[must_use]
    pub fn offering(self, keuzes: Vec<Optie>) -> Self {
        Self { keuzes, ..self }
    }

    /// Marks it as a field that must be filled in; says what to do when it is not.
    #[must_use]
    pub fn required_or(self, leeg: impl Into<Cow<'static, str>>) -> Self {
        Self { leeg: leeg.into(), ..self.required() }
    }

    /// It must be filled in where the rest of the form or the file asks it: when that is stands beside its label, and what to do when it
    /// is empty all the same.
    #[must_use]
    pub fn asked_when(self, wanneer: &'static str, leeg: impl Into<Cow<'static, str>>) -> Self {
        Self { leeg: leeg.into(), wanneer, ..self }
    }

    /// Seldom needed: shown folded, until something stands in it or is wrong with it.
    #[must_use]
    pub fn folded(self) -> Self {
        Self { gevouwen: true, ..self }
    }

    /// What stands behind the label of a field that need not always be filled in.
    fn hoeft(&self) -> String {
        if self.wanneer.is_empty() {
            self.taal.zeg(schil::hoeft_niet())
        } else {
            format!("({})", self.wanneer)
        }
    }

    fn is_folded(&self) -> bool {
        self.gevouwen && self.fout.is_none() && !self.is_filled()
    }

    /// Asked by this form although the act leaves it open: a school says how the parents let it be known.
    #[must_use]
    pub fn asked_here(self) -> Self {
        Self { ook_hier: true, ..self }
    }

    /// Whoever gets the page stands in this field: they just asked for it. One field of a page, at most.
    #[must_use]
    pub fn start_here(self) -> Self {
        Self { begint_hier: true, ..self }
    }

    /// This form asks it although the act leaves it open.
    pub fn is_asked_here(&self) -> bool {
        self.ook_hier
    }

    /// Its name.
    pub fn naam(&self) -> &str {
        &self.naam
    }

    /// What to do when nothing was filled in; empty where it may stay empty.
    pub fn leeg(&self) -> &str {
        &self.leeg
    }

    /// Must be filled in. Fields that need not be say so themselves.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.verplicht = true;
        self
    }

    /// Says where a prefilled value comes from: `uit het dossier, 12 jan 2026`.
    #[must_use]
    pub fn from_source(mut self, herkomst: impl Into<String>) -> Self {
        self.herkomst = herkomst.into();
        self
    }

    /// Puts a value in the field; of a list of choices, chooses it. Passwords and files stay empty.
    #[must_use]
    pub fn value(self, value: &str) -> Self {
        self.values(&[value])
    }

    /// [`Self::value`] with several values, for checkboxes.
    #[must_use]
    pub fn values(mut self, values: &[&str]) -> Self {
        let first = values.first().copied().unwrap_or_default();
        match &mut self.soort {
            Veldsoort::Regel { invoer: "password", .. } | Veldsoort::Bestand { .. } => {}
            Veldsoort::Regel { waarde, .. }
            | Veldsoort::Lang { waarde, .. }
            | Veldsoort::Datum(waarde)
            | Veldsoort::Verborgen(waarde) => first.clone_into(waarde),
            Veldsoort::Lijst(opties) | Veldsoort::Rondjes(opties) | Veldsoort::Vinkjes(opties) => {
                for optie in opties {
                    optie.gekozen = values.contains(&optie.code.as_str());
                }
            }
            Veldsoort::Vinkje(aan) => *aan = first == "ja",
        }
        self
    }

    /// Puts back what was typed, with what is wrong with it. A form that was not sent yet changes nothing.
    #[must_use]
    pub fn filled(mut self, ingevuld: &Ingevuld) -> Self {
        if let Some(formulier) = &ingevuld.formulier {
            let values: Vec<&str> = formulier.all(&self.naam).collect();
            self = self.values(&values);
        }
        self.fout = ingevuld.fouten.of(&self.naam).map(ToOwned::to_owned);
        self
    }

    /// Of the field with this name, leaves only these options, the empty one and what is chosen.
    #[must_use]
    pub(super) fn only(mut self, naam: &str, can: &impl Fn(&str) -> bool) -> Self {
        if let Veldsoort::Lijst(opties) = &mut self.soort
            && self.naam == naam
        {
            opties.retain(|optie| optie.code.is_empty() || optie.gekozen || can(&optie.code));
        }
        self
    }

    /// Says what is wrong with it.
    #[must_use]
    pub fn error(mut self, fout: Option<&str>) -> Self {
        self.fout = fout.map(ToOwned::to_owned);
        self
    }

    /// The id of the field with this name, to link to it.
    pub fn id_of(naam: &str) -> String {
        let mut id = String::from("veld-");
        for letter in naam.chars().filter(|letter| *letter != ']') {
            id.push(if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' });
        }
        id
    }

    /// It is sent and not shown.
    pub fn is_hidden(&self) -> bool {
        matches!(self.soort, Veldsoort::Verborgen(_))
    }

    /// What is asked.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What stands in it as one reads it, line by line: of what was chosen the words. Nothing of what is not shown.
    pub fn gelezen(&self) -> Vec<String> {
        match &self.soort {
            Veldsoort::Regel { invoer: "password", .. }
            | Veldsoort::Bestand { .. }
            | Veldsoort::Verborgen(_)
            | Veldsoort::Vinkje(false) => Vec::new(),
            Veldsoort::Regel { waarde, .. } | Veldsoort::Lang { waarde, .. } | Veldsoort::Datum(waarde) => {
                waarde.lines().map(ToOwned::to_owned).collect()
            }
            Veldsoort::Lijst(opties) | Veldsoort::Rondjes(opties) | Veldsoort::Vinkjes(opties) => {
                let chosen = opties.iter().filter(|optie| optie.gekozen && !optie.code.is_empty());
                chosen.map(|optie| optie.tekst.clone()).collect()
            }
            Veldsoort::Vinkje(true) => vec!["✓".to_owned()],
        }
    }

    /// Something is filled in or chosen.
    pub(super) fn is_filled(&self) -> bool {
        match &self.soort {
            Veldsoort::Regel { waarde, .. }
            | Veldsoort::Lang { waarde, .. }
            | Veldsoort::Datum(waarde)
            | Veldsoort::Verborgen(waarde) => !waarde.is_empty(),
            Veldsoort::Lijst(opties) | Veldsoort::Rondjes(opties) | Veldsoort::Vinkjes(opties) => {
                opties.iter().any(|optie| optie.gekozen && !optie.code.is_empty())
            }
            Veldsoort::Vinkje(aan) => *aan,
            Veldsoort::Bestand { .. } => false,
        }
    }

    /// It takes files.
    pub fn is_file(&self) -> bool {
        matches!(self.soort, Veldsoort::Bestand { .. })
    }

    fn id(&self) -> String {
        Self::id_of(&self.naam)
    }

    fn is_group(&self) -> bool {
        matches!(self.soort, Veldsoort::Rondjes(_) | Veldsoort::Vinkjes(_))
    }

    fn aria(&self) -> Attributen {
        let id = self.id();
        let mut described = Vec::new();
        if self.fout.is_some() {
            described.push(format!("{id}-fout"));
        }
        if !self.uitleg.is_empty() {
            described.push(format!("{id}-uitleg"));
        }
        let mut text = String::new();
        if !described.is_empty() {
            text = format!(" aria-describedby=\"{}\"", described.join(" "));
        }
        if self.fout.is_some() && !self.is_group() {
            text.push_str(" aria-invalid=\"true\"");
        }
        if !self.keuzes.is_empty() {
            text.push_str(" list=\"");
            text.push_str(&id);
            text.push_str("-keuzes\"");
        }
        if self.begint_hier && !self.is_group() {
            text.push_str(" autofocus");
        }
        Attributen(text)
    }
}

/// The browser's own date field shows nothing but dates; anything else that was typed stays readable as text.
fn date_input(waarde: &str) -> &'static str {
    let iso = waarde.is_empty() || (waarde.len() == 10 && waarde.parse::<base::Date>().is_ok());
    if iso { "date" } else { "text" }
}
