//! Declared fields over the line: the schema of each kind, and what a program sent read as a form would have it.

use std::collections::BTreeMap;

use dossier::opdracht::velden::{Leesfout, Mis, Rijvorm, Veld, Veldsoort, rijveld};
use serde_json::{Map, Value, json};
use teksten::Taal;
use web_base::error::problem::{VeldProbleem, in_rij};

use super::opdrachten::{Velden, field};
use super::schema::{described, one_of, or_null};

pub(super) fn object_of(velden: &[Veld]) -> Value {
    let required: Vec<&str> = velden.iter().filter(|veld| veld.verplicht).map(|veld| veld.naam).collect();
    let properties: Map<String, Value> =
        velden.iter().map(|veld| (veld.naam.to_owned(), field_schema(veld))).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

pub(super) fn field_schema(veld: &Veld) -> Value {
    let Soort { zegt, schema, .. } = Soort::of(veld.soort);
    let schema = if veld.verplicht { schema } else { or_null(schema) };
    described(&schema, zegt)
}

/// What a kind of field is called, what it is chosen from, and what may stand in it.
pub(super) struct Soort {
    pub(super) naam: &'static str,
    pub(super) keuzes: &'static [&'static str],
    zegt: &'static str,
    schema: Value,
    /// The field of the form with what a program sent there; none for what cannot stand in it.
    lees: fn(&Value) -> Option<String>,
}

impl Soort {
    pub(super) fn of(soort: Veldsoort) -> Self {
        let text = json!({ "type": "string" });
        let (naam, zegt, schema): (&'static str, &'static str, Value) = match soort {
            Veldsoort::Regel => ("regel", "Eén regel tekst.", text),
            Veldsoort::Tekst => ("tekst", "Tekst.", text),
            Veldsoort::Regels => (
                "regels",
                "Een lijst; als één tekst met op elke regel één punt mag ook.",
                json!({ "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "string" }] }),
            ),
            Veldsoort::Datum => ("datum", "Een datum.", json!({ "type": "string", "format": "date" })),
            Veldsoort::JaNee => (
                "ja_nee",
                "Ja of nee.",
                json!({ "anyOf": [{ "type": "boolean" }, { "type": "string", "enum": ["ja", "nee"] }] }),
            ),
            Veldsoort::Keuze(codes) => ("keuze", "Een van de keuzes.", one_of(codes)),
            Veldsoort::Vestiging => ("vestigingscode", "Vestigingscode van een school.", text),
            Veldsoort::Account => ("account", "Het account van iemand die met dossiers werkt.", text),
            Veldsoort::Verband => ("samenwerkingsverband", "Code van een samenwerkingsverband.", text),
            Veldsoort::Stem => ("stem", "`leerling`, of `persoon-` met het nummer van een persoon.", text),
            Veldsoort::Zaak => {
                ("zaak", "Een zaak van het dossier: haar soort en haar nummer, zoals `aanmelding-1`.", text)
            }
            Veldsoort::Nummer => (
                "nummer",
                "Een nummer in het dossier.",
                json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string" }] }),
            ),
            Veldsoort::Aantal => (
                "aantal",
                "Een aantal.",
                json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string" }] }),
            ),
            Veldsoort::Nummers(_) => (
                "nummers",
                "Nummers in het dossier.",
                json!({ "anyOf": [
                    { "type": "array", "items": { "type": "integer", "minimum": 0 } },
                    { "type": "string" },
                ] }),
            ),
            Veldsoort::Rijen(vorm) => (
                "rijen",
                "Een lijst; elke rij heeft eigen velden.",
                json!({
                    "type": "array",
                    "items": object_of(&(vorm.velden)()),
                    "minItems": vorm.minstens,
                    "maxItems": vorm.hoogstens,
                }),
            ),
        };
        let keuzes = if let Veldsoort::Keuze(codes) = soort { codes } else { &[] };
        Self { naam, keuzes, zegt, schema, lees: read_as(soort) }
    }
}

/// The field of the form with what a program sent in a field of a kind.
fn read_as(soort: Veldsoort) -> fn(&Value) -> Option<String> {
    match soort {
        Veldsoort::Regels => lines,
        Veldsoort::JaNee => yes_or_no,
        Veldsoort::Nummer | Veldsoort::Aantal => number,
        Veldsoort::Nummers(_) => numbers,
        Veldsoort::Regel
        | Veldsoort::Tekst
        | Veldsoort::Datum
        | Veldsoort::Keuze(_)
        | Veldsoort::Vestiging
        | Veldsoort::Account
        | Veldsoort::Verband
        | Veldsoort::Stem
        | Veldsoort::Zaak
        | Veldsoort::Rijen(_) => text_of,
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Null => Some(String::new()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn lines(value: &Value) -> Option<String> {
    let Value::Array(items) = value else { return text_of(value) };
    let lines: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
    Some(lines?.join("\n"))
}

fn number(value: &Value) -> Option<String> {
    let Value::Number(number) = value else { return text_of(value) };
    Some(number.to_string())
}

fn numbers(value: &Value) -> Option<String> {
    let Value::Array(items) = value else { return text_of(value) };
    let all: Option<Vec<String>> =
        items.iter().map(|item| item.as_u64().map(|number| number.to_string())).collect();
    Some(all?.join("\n"))
}

fn yes_or_no(value: &Value) -> Option<String> {
    let Value::Bool(yes) = value else { return text_of(value) };
    Some(if *yes { "ja" } else { "nee" }.to_owned())
}

/// What a program sent in declared fields, as a form would have it. What is wrong is added to `wrong`, with `at` before the
/// name of its field.
pub(super) fn typed(
    at: &str,
    velden: &[Veld],
    given: &Velden,
    wrong: &mut Vec<VeldProbleem>,
) -> BTreeMap<String, String> {
    let mut typed = BTreeMap::new();
    for (naam, value) in given {
        let Some(veld) = velden.iter().find(|veld| veld.naam == naam) else {
            let known: Vec<&str> = velden.iter().map(|veld| veld.naam).collect();
            let expected = format!("geen onbekend veld; wel: {}", known.join(", "));
            wrong.push(field(&format!("{at}{naam}"), &expected));
            continue;
        };
        if let Veldsoort::Rijen(vorm) = veld.soort {
            typed.extend(rows((&format!("{at}{naam}"), veld.naam, &vorm), value, wrong));
            continue;
        }
        let soort = Soort::of(veld.soort);
        if let Some(text) = (soort.lees)(value) {
            typed.insert(veld.naam.to_owned(), text);
        } else {
            let expected = format!("iets anders: {}", soort.zegt.to_lowercase());
            wrong.push(field(&format!("{at}{naam}"), &expected));
        }
    }
    typed
}

/// What a program sent as the rows of a list: each row that it sent is there, also an empty one.
fn rows(
    (at, lijst, vorm): (&str, &str, &Rijvorm),
    value: &Value,
    wrong: &mut Vec<VeldProbleem>,
) -> BTreeMap<String, String> {
    let mut typed_rows = BTreeMap::new();
    if value.is_null() {
        return typed_rows;
    }
    let given = objects(value);
    let Some(given) = given else {
        wrong.push(field(
            at,
            &format!("een lijst van {} tot {} rijen met velden", vorm.minstens, vorm.hoogstens),
        ));
        return typed_rows;
    };
    let mut numbers = Vec::new();
    // One more than there can be is enough to say so.
    for (nr, row) in (1..=vorm.hoogstens.saturating_add(1)).zip(&given) {
        let place = format!("{at}[{}].", nr - 1);
        let fields = typed(&place, &(vorm.velden)(), row, wrong);
        typed_rows.extend(fields.into_iter().map(|(naam, text)| (rijveld(lijst, nr, &naam), text)));
        numbers.push(nr.to_string());
    }
    let said = if numbers.is_empty() { "0".to_owned() } else { numbers.join("\n") };
    typed_rows.insert(lijst.to_owned(), said);
    typed_rows
}

/// The rows of a list as objects; none for what is no list of objects.
fn objects(value: &Value) -> Option<Vec<Velden>> {
    let object = |one: &Value| Some(one.as_object()?.clone().into_iter().collect());
    value.as_array()?.iter().map(object).collect()
}

/// What is wrong with a declared field, with `at` before its name.
pub(super) fn said(at: &str, fout: &Leesfout) -> VeldProbleem {
    let (rij, fout) = fout.plek();
    let own = rij.map_or_else(|| fout.veld.to_owned(), |rij| in_rij(rij, fout.veld));
    let naam = format!("{at}{own}");
    match &fout.wat {
        Mis::Leeg | Mis::Rij(_) => field(&naam, "dit moet worden ingevuld"),
        Mis::GeenDatum(_) => field(&naam, "een datum als 2026-03-02"),
        Mis::Vorm(expected) => field(&naam, &Taal::Nl.zeg(expected)),
    }
}
