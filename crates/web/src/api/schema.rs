//! The shapes of the JSON interface: one declaration gives the type, its JSON and its schema, so that these cannot differ.

use std::collections::BTreeMap;
use std::fmt;

use base::{Date, SwvCode, Timestamp, Vestigingscode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Number, Value, json};

/// The largest number that every program reads from JSON as it was written.
const GROOTSTE_GETAL: u64 = 9_007_199_254_740_991;

/// The schemas that a document names.
#[derive(Debug, Default)]
pub(crate) struct Schemas {
    known: BTreeMap<String, Value>,
}

/// A field of an object: name, what it holds in words, its schema.
pub(crate) type Schemaveld<'a> = (&'a str, &'a str, Value);

impl Schemas {
    /// A reference to an object with a name; its fields are asked for once.
    pub(crate) fn object<'a>(
        &mut self,
        naam: &str,
        over: &str,
        velden: impl FnOnce(&mut Self) -> Vec<Schemaveld<'a>>,
    ) -> Value {
        self.named(naam, |schemas| closed(over, &velden(schemas)))
    }

    /// A reference to a schema with a name, made when it is asked for first.
    pub(super) fn named(&mut self, naam: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.known.contains_key(naam) {
            self.known.insert(naam.to_owned(), Value::Null);
            let schema = make(self);
            self.known.insert(naam.to_owned(), schema);
        }
        json!({ "$ref": format!("#/components/schemas/{naam}") })
    }

    /// Every schema that was asked for.
    pub(super) fn all(self) -> Value {
        self.known.into_iter().collect()
    }
}

/// An object with these fields, all of them present, and no others.
fn closed(over: &str, velden: &[Schemaveld<'_>]) -> Value {
    let names: Vec<&str> = velden.iter().map(|(naam, _, _)| *naam).collect();
    let required = json!(names);
    let properties: serde_json::Map<String, Value> =
        velden.iter().map(|(naam, zegt, schema)| ((*naam).to_owned(), described(schema, zegt))).collect();
    json!({
        "type": "object",
        "description": over,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A schema with a word about it, when there is one.
pub(super) fn described(schema: &Value, zegt: &str) -> Value {
    let mut schema = schema.clone();
    if let Some(fields) = schema.as_object_mut().filter(|_| !zegt.is_empty()) {
        fields.insert("description".to_owned(), zegt.into());
    }
    schema
}

/// A type that goes over the line.
pub(crate) trait Vorm {
    /// What its JSON looks like.
    fn schema(schemas: &mut Schemas) -> Value;

    /// As a field of an object: one, unless it says otherwise.
    fn velden<'a>(naam: &'a str, zegt: &'a str, schemas: &mut Schemas) -> Vec<Schemaveld<'a>> {
        vec![(naam, zegt, Self::schema(schemas))]
    }
}

macro_rules! plain {
    ($($soort:ty => $schema:tt;)+) => {
        $(impl Vorm for $soort {
            fn schema(_: &mut Schemas) -> Value {
                json!($schema)
            }
        })+
    };
}

plain! {
    String => { "type": "string" };
    &'static str => { "type": "string" };
    bool => { "type": "boolean" };
    u8 => { "type": "integer", "minimum": 0, "maximum": 255 };
    u32 => { "type": "integer", "minimum": 0, "maximum": 4_294_967_295_u32 };
    u64 => { "type": "integer", "minimum": 0, "maximum": GROOTSTE_GETAL };
    i64 => { "type": "integer" };
    Date => { "type": "string", "format": "date" };
    Timestamp => { "type": "string", "format": "date-time" };
}

impl<T: Vorm> Vorm for Option<T> {
    fn schema(schemas: &mut Schemas) -> Value {
        or_null(T::schema(schemas))
    }
}

/// The same, or nothing.
pub(super) fn or_null(schema: Value) -> Value {
    let kind = schema.get("type").and_then(Value::as_str).map(ToOwned::to_owned);
    match (kind, schema) {
        (Some(kind), Value::Object(mut fields)) if !fields.contains_key("enum") => {
            fields.insert("type".to_owned(), json!([kind, "null"]));
            Value::Object(fields)
        }
        (_, schema) => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

impl<T: Vorm> Vorm for Vec<T> {
    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "type": "array", "items": T::schema(schemas) })
    }
}

/// A number without a fraction, as JSON counts it: `3.0` is one too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Geheel(pub(super) u64);

impl Vorm for Geheel {
    fn schema(schemas: &mut Schemas) -> Value {
        u64::schema(schemas)
    }
}

impl<'de> Deserialize<'de> for Geheel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Number::deserialize(deserializer)?;
        let whole = given.as_u64().or_else(|| {
            let number = given.as_f64().filter(|number| number.fract() == 0.0 && *number >= 0.0)?;
            format!("{number:.0}").parse().ok()
        });
        let whole = whole.filter(|number| *number <= GROOTSTE_GETAL);
        whole.map(Self).ok_or_else(|| {
            let expected = format!("verwacht: een geheel getal van 0 tot en met {GROOTSTE_GETAL}");
            serde::de::Error::custom(expected)
        })
    }
}

/// Reads something that may be null and must be there: what is left out was forgotten.
pub(super) fn aanwezig<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

/// The bytes of a document, in base64.
#[derive(Clone, Serialize)]
#[serde(into = "String")]
pub(super) struct Bytes64(Option<Vec<u8>>);

impl Bytes64 {
    /// The bytes; none for what is no base64.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        self.0.as_deref()
    }
}

impl fmt::Debug for Bytes64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes64({:?})", self.0.as_ref().map(Vec::len))
    }
}

impl From<Bytes64> for String {
    fn from(given: Bytes64) -> Self {
        STANDARD.encode(given.0.unwrap_or_default())
    }
}

impl Vorm for Bytes64 {
    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string", "contentEncoding": "base64", "minLength": 4 })
    }
}

impl<'de> Deserialize<'de> for Bytes64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AsBytes)
    }
}

/// Reads base64 from where it stands: a copy of a text of many megabytes is saved.
struct AsBytes;

impl Visitor<'_> for AsBytes {
    type Value = Bytes64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Bytes64, E> {
        Ok(Bytes64(STANDARD.decode(text).ok().filter(|bytes| !bytes.is_empty())))
    }
}

/// The code of a school or of a partnership; nothing where it is secret from who reads which one it is. Such a code has no
/// other shape over the line: what the core has in its place is no code of anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Plaatscode(Option<String>);

impl From<&Vestigingscode> for Plaatscode {
    fn from(code: &Vestigingscode) -> Self {
        Self((!code.is_plaatsvervanger()).then(|| code.to_string()))
    }
}

impl From<&SwvCode> for Plaatscode {
    fn from(code: &SwvCode) -> Self {
        Self((!code.is_plaatsvervanger()).then(|| code.to_string()))
    }
}

impl<'c, T> From<Option<&'c T>> for Plaatscode
where
    Self: From<&'c T>,
{
    fn from(code: Option<&'c T>) -> Self {
        code.map_or(Self(None), Self::from)
    }
}

impl Vorm for Plaatscode {
    fn schema(schemas: &mut Schemas) -> Value {
        or_null(String::schema(schemas))
    }
}

/// A text of which is said per field what is wrong with it, with the schema of what it should be.
macro_rules! teksten {
    ($($(#[$doc:meta])* $naam:ident = $schema:tt;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
            pub(in crate::api) struct $naam(pub(in crate::api) String);

            impl $crate::api::schema::Vorm for $naam {
                fn schema(_: &mut $crate::api::schema::Schemas) -> serde_json::Value {
                    serde_json::json!($schema)
                }
            }
        )+
    };
}

/// One of these codes.
pub(super) fn one_of(codes: &[&str]) -> Value {
    json!({ "type": "string", "enum": codes })
}

/// Declares an object that goes over the line: its name, what it is, and its fields with their types and words.
macro_rules! vorm {
    ($($(#[$meta:meta])* $naam:ident: $over:literal { $($(#[$bij:meta])* $veld:ident: $soort:ty = $zegt:literal,)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, serde::Serialize)]
            pub(crate) struct $naam {
                $($(#[$bij])* pub(crate) $veld: $soort,)+
            }

            impl $crate::api::schema::Vorm for $naam {
                fn schema(schemas: &mut $crate::api::schema::Schemas) -> serde_json::Value {
                    schemas.object(stringify!($naam), $over, |schemas| {
                        let velden = [$(<$soort as $crate::api::schema::Vorm>::velden(
                            stringify!($veld),
                            $zegt,
                            &mut *schemas,
                        ),)+];
                        velden.concat()
                    })
                }
            }
        )+
    };
}

/// Lets values of closed lists go over the line by their codes.
macro_rules! codes {
    ($($soort:ty = $all:expr;)+) => {
        $(impl $crate::api::schema::Vorm for $soort {
            fn schema(_: &mut $crate::api::schema::Schemas) -> serde_json::Value {
                let codes: Vec<&str> = $all.iter().map(|value| value.code()).collect();
                $crate::api::schema::one_of(&codes)
            }
        })+
    };
}

pub(crate) use vorm;
pub(super) use {codes, teksten};
