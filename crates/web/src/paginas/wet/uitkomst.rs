//! What a rule answered, for people.

use base::dates::short_nl;
use base::{Date, Eurocent, Vindplaats};
use recht::{Bron, Regelkaart, Uitkomstveld};
use serde::Deserialize;
use serde_json::Value;
use web_base::onderdelen::{Bronlink, Feiten, Uitleg};

use super::invoer::{code_words, for_readers, is_amount, label};

/// The answer: a sentence, the outcome, and how it came about.
pub(super) struct Antwoord {
    pub(super) zin: &'static str,
    pub(super) feiten: Feiten,
    pub(super) uitleg: Uitleg,
    pub(super) bewijs: String,
}

/// The object of the public contract, as far as it is shown.
#[derive(Deserialize)]
struct Object {
    op: Date,
    status: String,
    uitkomst: Value,
    stappen: Vec<Stap>,
    vindplaatsen: Vec<Vindplaats>,
    bewijs: Bewijs,
}

#[derive(Deserialize)]
struct Stap {
    omschrijving: String,
    resultaat: String,
    vindplaats: Option<usize>,
}

#[derive(Deserialize)]
struct Bewijs {
    regels: String,
}

impl Antwoord {
    /// Reads the answer of a rule.
    pub(super) fn new(kaart: &Regelkaart<'_>, answer: &Value) -> Self {
        let Ok(object) = Object::deserialize(answer) else {
            return Self { zin: "", feiten: Feiten::new(), uitleg: Uitleg::default(), bewijs: String::new() };
        };
        let zin = match object.status.as_str() {
            "nog_niet_geldig" => "Deze regel geldt op die dag nog niet. Daarom is er geen uitkomst.",
            "beeindigd" => "Deze regel geldt op die dag niet meer. Daarom is er geen uitkomst.",
            "oordeel_nodig" => "Dit laat de wet aan een mens over.",
            _ => "",
        };
        let mut uitleg = Uitleg::default();
        for stap in &object.stappen {
            let place = stap.vindplaats.and_then(|at| object.vindplaatsen.get(at));
            uitleg = uitleg.step(&stap.omschrijving, &stap.resultaat, place.map(ToString::to_string));
        }
        for place in &object.vindplaatsen {
            let read = source(kaart, place);
            uitleg = uitleg.source(read.map_or_else(|| Bronlink::on(place, object.op), Bronlink::from));
        }
        Self { zin, feiten: facts(kaart, &object), uitleg, bewijs: object.bewijs.regels }
    }
}

/// The source in the corpus that a place of the answer names, as sure as it is there: it knows the text that was read.
/// The Algemene termijnenwet is of no rule of its own.
fn source<'a>(kaart: &Regelkaart<'a>, place: &Vindplaats) -> Option<&'a Bron> {
    kaart.vindplaatsen.iter().copied().find(|bron| bron.vindplaats == *place)
}

fn facts(kaart: &Regelkaart<'_>, object: &Object) -> Feiten {
    let Some(uitkomst) = object.uitkomst.as_object() else { return Feiten::new() };
    if object.status == "oordeel_nodig" {
        let text = |key: &str| uitkomst.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        return Feiten::new().with("Wie beslist", text("aan_wie")).with("Waarom", text("grond"));
    }
    let shown = |facts: Feiten, veld: &Uitkomstveld| {
        let value = uitkomst.get(&veld.naam).unwrap_or(&Value::Null);
        facts.with_explained(label(&veld.naam), for_readers(&veld.betekenis), value_words(&veld.naam, value))
    };
    kaart.uitkomst.iter().fold(Feiten::new(), shown)
}

fn value_words(naam: &str, value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nee".to_owned(),
        Value::Number(number) => match number.as_i64() {
            Some(cents) if is_amount(naam) => Eurocent(cents).to_string(),
            _ => number.to_string().replace('.', ","),
        },
        Value::String(text) => text.parse().map_or_else(|_| code_words(text), short_nl),
        Value::Array(items) if items.is_empty() => "niets".to_owned(),
        Value::Array(items) => {
            items.iter().map(|item| value_words(naam, item)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(_) => value.to_string(),
    }
}
