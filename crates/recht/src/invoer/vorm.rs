//! Holds an input against its description: forms, presence, defaults, unknown fields.

use base::Date;
use serde_json::{Map, Value};

use super::Veldfout;
use super::json::Json;
use crate::corpus::schema::{Aanwezigheid, Veld, Vorm};

/// The input with its defaults filled in, without its wrong fields, and what was wrong.
///
/// A number keeps its digits: it is text here, and a [`super::decimaal::Decimaal`] reads it.
pub(crate) fn conform(json: &Json, velden: &[Veld]) -> (Value, Vec<Veldfout>) {
    let mut fouten = Vec::new();
    let Json::Object(fields) = json else {
        fouten.push(Veldfout::new("", json, "een object"));
        return (Value::Object(Map::new()), fouten);
    };
    let value = object(fields, velden, "", &mut fouten);
    (value, fouten)
}

fn object(fields: &[(String, Json)], velden: &[Veld], path: &str, fouten: &mut Vec<Veldfout>) -> Value {
    let mut out = Map::new();
    for veld in velden {
        let at = join(path, &veld.naam);
        let given = fields.iter().find(|(naam, _)| *naam == veld.naam).map(|(_, json)| json);
        if let Some(value) = field(given, veld, &at, fouten) {
            out.insert(veld.naam.clone(), value);
        }
    }
    for (naam, json) in fields {
        if !velden.iter().any(|veld| veld.naam == *naam) {
            let known: Vec<&str> = velden.iter().map(|veld| veld.naam.as_str()).collect();
            let verwacht = format!("geen onbekend veld; wel: {}", known.join(", "));
            fouten.push(Veldfout::new(join(path, naam), json, verwacht));
        }
    }
    Value::Object(out)
}

fn join(path: &str, naam: &str) -> String {
    if path.is_empty() { naam.to_owned() } else { format!("{path}.{naam}") }
}

fn field(given: Option<&Json>, veld: &Veld, at: &str, fouten: &mut Vec<Veldfout>) -> Option<Value> {
    match (given, &veld.aanwezigheid) {
        (None | Some(Json::Null), Aanwezigheid::MagLeeg) => Some(Value::Null),
        (None, Aanwezigheid::Standaard(value)) => Some(value.clone()),
        (None, Aanwezigheid::Verplicht) => {
            fouten.push(Veldfout::new(at, "niets", expected(&veld.vorm)));
            None
        }
        (Some(json), _) => value(json, &veld.vorm, at, fouten),
    }
}

fn value(json: &Json, vorm: &Vorm, at: &str, fouten: &mut Vec<Veldfout>) -> Option<Value> {
    let read = match (vorm, json) {
        (Vorm::Groep(velden), Json::Object(fields)) => return Some(object(fields, velden, at, fouten)),
        (Vorm::Lijst(item), Json::List(items)) => {
            // A wrong item becomes null, so that the others keep their place.
            let each =
                items.iter().enumerate().map(|(i, json)| value(json, item, &format!("{at}[{i}]"), fouten));
            return Some(Value::Array(each.map(Option::unwrap_or_default).collect()));
        }
        (Vorm::JaNee, Json::Bool(flag)) => Some(Value::Bool(*flag)),
        (Vorm::Datum, Json::Text(text)) => date(text).map(|day| Value::String(day.to_string())),
        (Vorm::Keuze(codes), Json::Text(text)) => codes.contains(text).then(|| Value::String(text.clone())),
        (Vorm::Tekst, Json::Text(text)) => (!text.is_empty()).then(|| Value::String(text.clone())),
        (Vorm::Schooljaar, Json::Text(text)) => is_school_year(text).then(|| Value::String(text.clone())),
        (Vorm::GeheelGetal, Json::Number(text)) => integer(text).map(Value::from),
        (Vorm::Getal, Json::Number(text)) => {
            text.parse::<serde_json::Number>().ok().map(|_| Value::String(text.clone()))
        }
        (
            Vorm::Datum
            | Vorm::JaNee
            | Vorm::Keuze(_)
            | Vorm::Tekst
            | Vorm::GeheelGetal
            | Vorm::Getal
            | Vorm::Schooljaar
            | Vorm::Lijst(_)
            | Vorm::Groep(_),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_),
        ) => None,
    };
    if read.is_none() {
        fouten.push(Veldfout::new(at, json, expected(vorm)));
    }
    read
}

/// `2026-03-02` and nothing else: four digits, two, two, a day that exists in the years 1 to 9999.
pub(crate) fn date(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    let day: Date = shape.then(|| text.parse().ok())??;
    (day.year() >= 1).then_some(day)
}

/// `2015-2016`: two years of four digits, the second right after the first.
fn is_school_year(text: &str) -> bool {
    let years = text.split_once('-').filter(|_| text.len() == 9);
    let year = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok())?;
    years.and_then(|(from, to)| Some(year(from)? >= 1 && year(from)? + 1 == year(to)?)).unwrap_or(false)
}

/// A JSON integer: digits only, so `1.0` and `1e2` are none.
fn integer(text: &str) -> Option<i64> {
    text.parse().ok()
}

/// What a field of this form expects, in Dutch.
fn expected(vorm: &Vorm) -> String {
    match vorm {
        Vorm::Datum => "een datum als 2026-03-02".to_owned(),
        Vorm::JaNee => "true of false".to_owned(),
        Vorm::Keuze(codes) => format!("een van: {}", codes.join(", ")),
        Vorm::Tekst => "een tekst die niet leeg is".to_owned(),
        Vorm::GeheelGetal => "een geheel getal, zonder punt of exponent".to_owned(),
        Vorm::Getal => "een getal".to_owned(),
        Vorm::Schooljaar => "een schooljaar als 2015-2016".to_owned(),
        Vorm::Lijst(item) => format!("een lijst van {}", item.name()),
        Vorm::Groep(_) => format!("een object {}", vorm.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_one_way_only() {
        assert!(date("2024-02-29").is_some());
        assert!(date("0001-01-01").is_some());
        assert!(date("9999-12-31").is_some());
        for wrong in [
            "2026-02-29",
            "0000-01-01",
            "2026-1-01",
            "20260101",
            "2026-01-01T00:00",
            "-026-01-01",
            "2026-W01-1",
            "2026-13-01",
            "10000-01-01",
            " 2026-01-01",
            "２026-01-01",
            "",
        ] {
            assert!(date(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_school_year_is_two_years_in_a_row() {
        for right in ["2015-2016", "0001-0002", "9998-9999", "1899-1900"] {
            assert!(is_school_year(right), "{right}");
        }
        for wrong in [
            "2015-2017",
            "2015/2016",
            "15-16",
            "9999-10000",
            "0000-0001",
            "2016-2015",
            "+015-2016",
            "2015-+016",
        ] {
            assert!(!is_school_year(wrong), "{wrong}");
        }
    }

    #[test]
    fn an_integer_has_no_point_and_no_exponent() {
        assert_eq!(integer("-0"), Some(0));
        assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
        for wrong in ["1.0", "1e2", "9223372036854775808"] {
            assert_eq!(integer(wrong), None, "{wrong}");
        }
    }
}
