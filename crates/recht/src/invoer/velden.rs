//! The well-formed fields of an input, as far as there are any: what a rule's own checks look at.

use base::Date;
use serde_json::{Map, Value};

/// Fields by name. A field that was wrong or absent is simply not there, so that one wrong field hides no other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Velden<'a>(Option<&'a Map<String, Value>>);

impl<'a> Velden<'a> {
    pub(crate) fn of(value: &'a Value) -> Self {
        Self(value.as_object())
    }

    fn get(self, naam: &str) -> Option<&'a Value> {
        self.0?.get(naam).filter(|value| !value.is_null())
    }

    /// `true` when the field was well formed: a value, a default, or null where that is allowed.
    pub(crate) fn is_read(self, naam: &str) -> bool {
        self.0.is_some_and(|map| map.contains_key(naam))
    }

    /// `true` when the field is there, well formed and not null.
    pub(crate) fn has(self, naam: &str) -> bool {
        self.get(naam).is_some()
    }

    pub(crate) fn text(self, naam: &str) -> Option<&'a str> {
        self.get(naam)?.as_str()
    }

    pub(crate) fn date(self, naam: &str) -> Option<Date> {
        self.get(naam)?.as_str()?.parse().ok()
    }

    /// `true` when the field says so.
    pub(crate) fn is_true(self, naam: &str) -> bool {
        self.get(naam).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(crate) fn integer(self, naam: &str) -> Option<i64> {
        self.get(naam)?.as_i64()
    }

    /// The text of a number.
    pub(crate) fn number(self, naam: &str) -> Option<String> {
        match self.get(naam)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn items(self, naam: &str) -> impl Iterator<Item = (usize, &'a Value)> {
        self.get(naam).and_then(Value::as_array).into_iter().flatten().enumerate()
    }

    /// `true` when no item of the list was wrong.
    pub(crate) fn is_well_formed_list(self, naam: &str) -> bool {
        self.is_read(naam) && self.items(naam).all(|(_, item)| !item.is_null())
    }

    /// The objects of a list with their place in it.
    pub(crate) fn groups(self, naam: &str) -> impl Iterator<Item = (usize, Velden<'a>)> {
        self.items(naam).map(|(i, item)| (i, Velden::of(item)))
    }

    /// The dates of a list with their place in it.
    pub(crate) fn dates(self, naam: &str) -> impl Iterator<Item = (usize, Date)> {
        self.items(naam).filter_map(|(i, item)| Some((i, item.as_str()?.parse().ok()?)))
    }
}
