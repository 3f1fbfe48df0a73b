//! JSON that keeps the digits of its numbers and refuses a key that stands there twice.

use std::fmt;

use serde::de::{self, Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON value whose numbers are still text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text; `Err` where it is no JSON, or an object has a key twice.
    pub(crate) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        read(serde_json::from_str(text)?)
    }
}

/// Nested no deeper than `serde_json` allows (128), because the outermost value was already read as a whole.
fn read(raw: &RawValue) -> Result<Json, serde_json::Error> {
    let text = raw.get();
    Ok(match text.bytes().next() {
        Some(b'{') => {
            let fields = serde_json::Deserializer::from_str(text).deserialize_map(Fields)?;
            let read = |(key, raw)| Ok::<_, serde_json::Error>((key, read(raw)?));
            Json::Object(fields.into_iter().map(read).collect::<Result<_, _>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            Json::List(items.into_iter().map(read).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Json::Text(serde_json::from_str(text)?),
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'n') => Json::Null,
        _ => Json::Number(text.to_owned()),
    })
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("een object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut seen = std::collections::BTreeSet::new();
        let mut fields = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            if !seen.insert(key.clone()) {
                return Err(de::Error::custom(format!("de sleutel '{key}' staat er dubbel")));
            }
            fields.push((key, value));
        }
        Ok(fields)
    }
}

impl From<&serde_json::Value> for Json {
    /// Numbers become the shortest text that reads back as the same value.
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(map) => Self::Object(map.iter().map(|(k, v)| (k.clone(), v.into())).collect()),
        }
    }
}

impl fmt::Display for Json {
    /// Compact JSON, for repeating what was given.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(flag) => flag.fmt(f),
            Self::Number(text) => f.write_str(text),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (i, (key, value)) in fields.iter().enumerate() {
                    write!(f, "{}{}:{value}", if i == 0 { "" } else { "," }, quoted(key))?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        let json = Json::parse(r#" {"a": [1.0, 15.99999999999999999999, -0], "b": null} "#).unwrap();
        assert_eq!(json.to_string(), r#"{"a":[1.0,15.99999999999999999999,-0],"b":null}"#);
    }

    #[test]
    fn a_key_that_stands_there_twice_is_refused_at_any_depth() {
        let error = Json::parse(r#"{"a": {"b": 1, "\u0062": 2}}"#).unwrap_err();
        assert!(error.to_string().contains("de sleutel 'b' staat er dubbel"), "{error}");
    }

    #[test]
    fn what_is_no_json_is_an_error_and_never_a_panic() {
        let deep = "[".repeat(10_000);
        for wrong in ["", "{", "nul", "{\"a\":1}x", "[1,]", "\"\\ud800\"", deep.as_str()] {
            assert!(Json::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_parsed_value_gives_the_same_as_its_text() {
        let text = r#"{"a":[0.1,7,true],"b":"x\"y"}"#;
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(Json::from(&value), Json::parse(text).unwrap());
    }
}
