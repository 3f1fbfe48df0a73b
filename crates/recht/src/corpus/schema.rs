//! What a rule asks: the description of its input as the corpus gives it.

use serde::Deserialize;
use serde_json::Value;

use super::CorpusError;

/// The form of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Vorm {
    /// `2026-03-02`.
    Datum,
    /// `true` or `false`.
    JaNee,
    /// One of these codes.
    Keuze(Vec<String>),
    /// Text that is not empty.
    Tekst,
    /// A JSON integer.
    GeheelGetal,
    /// Any JSON number; exact decimals.
    Getal,
    /// `2015-2016`.
    Schooljaar,
    /// Any number of values of one form.
    Lijst(Box<Vorm>),
    /// An object with these fields.
    Groep(Vec<Veld>),
}

impl Vorm {
    /// How the list of rules names it: `keuze: po, so, vo`.
    pub fn name(&self) -> String {
        match self {
            Self::Datum => "datum".to_owned(),
            Self::JaNee => "bool".to_owned(),
            Self::Keuze(codes) => format!("keuze: {}", codes.join(", ")),
            Self::Tekst => "tekst".to_owned(),
            Self::GeheelGetal => "geheel getal".to_owned(),
            Self::Getal => "getal".to_owned(),
            Self::Schooljaar => "schooljaar".to_owned(),
            Self::Lijst(vorm) => format!("lijst van {}", vorm.name()),
            Self::Groep(velden) => {
                let parts: Vec<String> = velden.iter().map(Veld::signature).collect();
                format!("{{{}}}", parts.join(", "))
            }
        }
    }
}

/// Whether a field must be there.
#[derive(Debug, Clone, PartialEq)]
pub enum Aanwezigheid {
    /// Always.
    Verplicht,
    /// It may be null or absent (`?`).
    MagLeeg,
    /// It may be absent, not null; then it is this.
    Standaard(Value),
}

/// A field of a rule's input.
#[derive(Debug, Clone, PartialEq)]
pub struct Veld {
    /// Key.
    pub naam: String,
    /// Form of its value.
    pub vorm: Vorm,
    /// Whether it must be there.
    pub aanwezigheid: Aanwezigheid,
    /// What it means, in plain Dutch.
    pub betekenis: String,
}

impl Veld {
    fn signature(&self) -> String {
        let mark = if self.aanwezigheid == Aanwezigheid::Verplicht { "" } else { "?" };
        format!("{}{mark}: {}", self.naam, self.vorm.name())
    }
}

/// A field of a rule's outcome.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitkomstveld {
    /// Key.
    pub naam: String,
    /// Form of its value, in words.
    #[serde(rename = "type")]
    pub soort: String,
    /// What it means, in plain Dutch.
    pub betekenis: String,
}

/// A field as it stands in a corpus file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VeldTekst {
    naam: String,
    #[serde(rename = "type")]
    soort: String,
    #[serde(default)]
    verplicht: bool,
    standaard: Option<toml::Value>,
    betekenis: String,
    #[serde(default)]
    waarden: Vec<String>,
    #[serde(default)]
    velden: Vec<VeldTekst>,
}

impl VeldTekst {
    /// The field, when its description holds together.
    pub(crate) fn read(self, bestand: &str) -> Result<Veld, CorpusError> {
        let naam = self.naam.clone();
        let wrong = |reden| CorpusError::Schema { bestand: bestand.to_owned(), veld: naam.clone(), reden };
        let aanwezigheid = match (self.verplicht, self.standaard) {
            (true, None) => Aanwezigheid::Verplicht,
            (false, None) => Aanwezigheid::MagLeeg,
            (false, Some(value)) => {
                Aanwezigheid::Standaard(default_value(&value).ok_or_else(|| wrong("vreemde standaard"))?)
            }
            (true, Some(_)) => return Err(wrong("verplicht en toch een standaard")),
        };
        let keuze = self.soort.ends_with("keuze");
        if keuze == self.waarden.is_empty() || self.soort.ends_with("groep") == self.velden.is_empty() {
            return Err(wrong("een keuze heeft waarden en een groep heeft velden; een ander type niet"));
        }
        let velden = self.velden.into_iter().map(|veld| veld.read(bestand)).collect::<Result<_, _>>()?;
        let vorm = form(&self.soort, self.waarden, velden).ok_or_else(|| wrong("onbekend type"))?;
        Ok(Veld { naam: self.naam, vorm, aanwezigheid, betekenis: self.betekenis })
    }
}

fn form(soort: &str, waarden: Vec<String>, velden: Vec<Veld>) -> Option<Vorm> {
    if let Some(item) = soort.strip_prefix("lijst van ") {
        return form(item, waarden, velden).map(|vorm| Vorm::Lijst(Box::new(vorm)));
    }
    Some(match soort {
        "datum" => Vorm::Datum,
        "bool" => Vorm::JaNee,
        "keuze" => Vorm::Keuze(waarden),
        "tekst" => Vorm::Tekst,
        "geheel getal" => Vorm::GeheelGetal,
        "getal" => Vorm::Getal,
        "schooljaar" => Vorm::Schooljaar,
        "groep" => Vorm::Groep(velden),
        _ => return None,
    })
}

/// Defaults are `true`, `false`, an empty list or a code: others have no rule yet.
fn default_value(value: &toml::Value) -> Option<Value> {
    match value {
        toml::Value::Boolean(flag) => Some(Value::Bool(*flag)),
        toml::Value::String(code) => Some(Value::String(code.clone())),
        toml::Value::Array(items) if items.is_empty() => Some(Value::Array(Vec::new())),
        toml::Value::Array(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Datetime(_)
        | toml::Value::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veld(text: &str) -> Result<Veld, CorpusError> {
        super::super::read::<VeldTekst>("proef.toml", text).and_then(|veld| veld.read("proef.toml"))
    }

    #[test]
    fn a_field_names_its_form_as_the_list_of_rules_shows_it() {
        let suspended = veld(
            r#"
            naam = "opschortingen"
            type = "lijst van groep"
            standaard = []
            betekenis = "…"
            [[velden]]
            naam = "uitnodiging_op"
            type = "datum"
            verplicht = true
            betekenis = "…"
            [[velden]]
            naam = "geeindigd_op"
            type = "datum"
            betekenis = "…"
            "#,
        )
        .unwrap();
        assert_eq!(suspended.vorm.name(), "lijst van {uitnodiging_op: datum, geeindigd_op?: datum}");
        assert_eq!(suspended.aanwezigheid, Aanwezigheid::Standaard(serde_json::json!([])));
    }

    #[test]
    fn a_description_that_does_not_hold_together_does_not_load() {
        for wrong in [
            "naam='a'\ntype='keuze'\nbetekenis=''",
            "naam='a'\ntype='datum'\nwaarden=['po']\nbetekenis=''",
            "naam='a'\ntype='groep'\nbetekenis=''",
            "naam='a'\ntype='bool'\nverplicht=true\nstandaard=false\nbetekenis=''",
            "naam='a'\ntype='bool'\nstandaard=1.5\nbetekenis=''",
            "naam='a'\ntype='tijdstip'\nbetekenis=''",
            "naam='a'\ntype='datum'\nbetekenis=''\nextra=1",
        ] {
            assert!(veld(wrong).is_err(), "{wrong}");
        }
    }
}
