//! Which tables a backup holds, with their columns: part of its format.

use storage::StorageError;

use super::Value;
use crate::db::Arg;
use crate::row::Row;

/// What a column holds; the small letter may be nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Int,
    Text,
    Bytes,
    OptInt,
    OptText,
    OptBytes,
}

use Kind::{Bytes, Int, OptBytes, OptInt, OptText, Text};

/// One table of a backup. Its key comes first in its columns.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    columns: &'static [(&'static str, Kind)],
    /// How many of the columns are the key by which it is walked through.
    key: usize,
    /// Rows at a time.
    pub(crate) step: i64,
}

/// In the order of restore: what is referred to comes first.
pub(crate) const TABLES: &[Table] = &[
    Table { name: "instantie", key: 1, step: 100, columns: &[("naam", Text), ("waarde", Text)] },
    Table {
        name: "event",
        key: 1,
        step: 100,
        columns: &[
            ("position", Int),
            ("stream", Text),
            ("sequence", Int),
            ("recorded_at", Int),
            ("event_type", Text),
            ("event_version", Int),
            ("op", Text),
            ("holder", Text),
            ("persoon", Text),
            ("rol", Text),
            ("organisatie", Text),
            ("blobs", Text),
            ("payload", OptBytes),
            ("digest", Bytes),
            ("hash", Bytes),
            ("daad", OptText),
            ("plaats", OptInt),
        ],
    },
    Table {
        name: "vernietigd",
        key: 2,
        step: 1_000,
        columns: &[("stream", Text), ("sequence", Int), ("at", Int), ("mark", Bytes)],
    },
    Table {
        name: "blob",
        key: 1,
        step: 1,
        columns: &[
            ("id", Text),
            ("stream", Text),
            ("holder", Text),
            ("stored_at", Int),
            ("len", Int),
            ("digest", Bytes),
            ("sequence", OptInt),
            ("data", OptBytes),
        ],
    },
    Table {
        name: "claim",
        key: 2,
        step: 1_000,
        columns: &[("kind", Text), ("value", Text), ("stream", Text)],
    },
    Table {
        name: "herhaling",
        key: 2,
        step: 1_000,
        columns: &[
            ("owner", Text),
            ("sleutel", Text),
            ("fingerprint", Bytes),
            ("stream", Text),
            ("first_sequence", Int),
            ("last_sequence", Int),
            ("last_position", Int),
            ("recorded_at", Int),
        ],
    },
    Table {
        name: "nawerk",
        key: 2,
        step: 1_000,
        columns: &[("stream", Text), ("eerste", Int), ("laatste", Int)],
    },
    Table {
        name: "nummer",
        key: 2,
        step: 1_000,
        columns: &[("soort", Text), ("jaar", Int), ("laatste", Int)],
    },
    Table {
        name: "concept",
        key: 5,
        step: 100,
        columns: &[
            ("stream", Text),
            ("holder", Text),
            ("persoon", Text),
            ("formulier", Text),
            ("veld", Text),
            ("versie", Int),
            ("waarde", Bytes),
            ("door", Text),
            ("gewijzigd_op", Int),
        ],
    },
    Table {
        name: "inzage",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Int),
            ("at", Int),
            ("dossier", Text),
            ("persoon", Text),
            ("rol", Text),
            ("organisatie", Text),
            ("delen", Text),
            ("doel", Text),
            ("mark", Bytes),
        ],
    },
    Table {
        name: "zegel",
        key: 1,
        step: 1_000,
        columns: &[
            ("nummer", Int),
            ("at", Int),
            ("events_to", Int),
            ("reads_to", Int),
            ("events", Int),
            ("reads", Int),
            ("root", Bytes),
            ("previous", Bytes),
            ("signature", Bytes),
            ("acts_to", OptInt),
            ("acts", OptInt),
        ],
    },
    Table {
        name: "account",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Text),
            ("naam", Text),
            ("e_mail", Text),
            ("wachtwoord", OptText),
            ("aangemaakt_op", Int),
            ("geblokkeerd_op", OptInt),
            ("taal", OptText),
        ],
    },
    Table {
        name: "mailkeuze",
        key: 1,
        step: 1_000,
        columns: &[("account", Text), ("e_mail", Text), ("sinds", Int), ("laatst", OptInt)],
    },
    Table {
        name: "rol",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Int),
            ("account", Text),
            ("rol", Text),
            ("organisatie", Text),
            ("groep", OptText),
            ("van", Text),
            ("tot", OptText),
            ("discipline", OptText),
            ("registratie", OptText),
        ],
    },
    Table {
        name: "rolvoorstel",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Int),
            ("account", Text),
            ("rol", Text),
            ("organisatie", Text),
            ("groep", OptText),
            ("van", Text),
            ("tot", OptText),
            ("gedaan_op", Int),
            ("beantwoord_op", OptInt),
            ("antwoord", OptText),
        ],
    },
    Table {
        name: "link",
        key: 1,
        step: 1_000,
        columns: &[
            ("token", Bytes),
            ("soort", Text),
            ("account", OptText),
            ("gegevens", Text),
            ("geldig_tot", Int),
            ("pogingen", Int),
            ("gebruikt_op", OptInt),
        ],
    },
    Table {
        name: "programmasleutel",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Text),
            ("sleutel", Bytes),
            ("naam", Text),
            ("account", Text),
            ("rol", Text),
            ("organisatie", Text),
            ("aangemaakt_op", Int),
            ("tot", OptText),
            ("actief_op", OptInt),
            ("ingetrokken_op", OptInt),
        ],
    },
    Table {
        name: "handeling",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Int),
            ("at", Int),
            ("persoon", OptText),
            ("rol", OptText),
            ("organisatie", OptText),
            ("handeling", Text),
            ("onderwerp", Text),
            ("toelichting", Text),
            ("plaats", OptText),
            ("gevolgen", OptText),
            ("hash", OptBytes),
        ],
    },
    Table {
        name: "referentie",
        key: 3,
        step: 500,
        columns: &[
            ("soort", Text),
            ("code", Text),
            ("geldig_van", Text),
            ("geldig_tot", OptText),
            ("naam", Text),
            ("naam_norm", Text),
            ("swv", OptText),
            ("bestuur", OptText),
            ("gemeente", OptText),
            ("gegevens", Text),
            ("vingerafdruk", Text),
            ("bron", Text),
        ],
    },
    Table {
        name: "referentie_woord",
        key: 3,
        step: 1_000,
        columns: &[("soort", Text), ("woord", Text), ("code", Text)],
    },
    Table {
        name: "invoerrun",
        key: 1,
        step: 1_000,
        columns: &[
            ("id", Int),
            ("at", Int),
            ("soort", Text),
            ("bron", Text),
            ("gelezen", Int),
            ("nieuw", Int),
            ("gewijzigd", Int),
            ("ongewijzigd", Int),
            ("vervallen", Int),
            ("onbruikbaar", Int),
        ],
    },
];

impl Kind {
    fn fits(self, value: &Value) -> bool {
        match value {
            Value::Nothing => matches!(self, OptInt | OptText | OptBytes),
            Value::Int(_) => matches!(self, Int | OptInt),
            Value::Text(_) => matches!(self, Text | OptText),
            Value::Bytes(_) => matches!(self, Bytes | OptBytes),
        }
    }

    /// Smaller than every value of the kind that a key holds.
    fn least(self) -> Value {
        match self {
            Int | OptInt => Value::Int(i64::MIN),
            Text | OptText => Value::Text(String::new()),
            Bytes | OptBytes => Value::Bytes(Vec::new()),
        }
    }

    /// A value as an argument. Nothing has the type of its column, because a prepared statement
    /// keeps the types of its first use.
    fn arg(self, value: &Value) -> Arg<'_> {
        match (self, value) {
            (_, Value::Int(number)) => (*number).into(),
            (_, Value::Text(text)) => text.into(),
            (_, Value::Bytes(bytes)) => bytes.into(),
            (Int | OptInt, Value::Nothing) => Arg::Int(None),
            (Text | OptText, Value::Nothing) => Arg::Text(None),
            (Bytes | OptBytes, Value::Nothing) => Arg::Bytes(None),
        }
    }
}

impl Table {
    fn names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|(name, _)| *name).collect()
    }

    fn key_columns(&self) -> &[(&'static str, Kind)] {
        self.columns.get(..self.key).unwrap_or_default()
    }

    /// The rows after a key.
    pub(crate) fn select(&self) -> String {
        let key: Vec<&str> = self.key_columns().iter().map(|(name, _)| *name).collect();
        let places: Vec<String> = (1..=self.key).map(|number| format!("${number}")).collect();
        format!(
            "SELECT {} FROM {} WHERE ({}) > ({}) ORDER BY {} LIMIT ${}",
            self.names().join(", "),
            self.name,
            key.join(", "),
            places.join(", "),
            key.join(", "),
            self.key + 1
        )
    }

    /// The row with a key.
    pub(crate) fn one(&self) -> String {
        let key = self.key_columns().iter().zip(1..).map(|((name, _), number)| format!("{name} = ${number}"));
        let key = key.collect::<Vec<_>>().join(" AND ");
        format!("SELECT {} FROM {} WHERE {key}", self.names().join(", "), self.name)
    }

    /// Adds a row.
    pub(crate) fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|number| format!("${number}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.name, self.names().join(", "), places.join(", "))
    }

    /// Removes the row with a key.
    #[cfg(test)]
    pub(crate) fn remove(&self) -> String {
        let key = self.key_columns().iter().zip(1..).map(|((name, _), number)| format!("{name} = ${number}"));
        format!("DELETE FROM {} WHERE {}", self.name, key.collect::<Vec<_>>().join(" AND "))
    }

    /// The values of the first columns as arguments: a key, or a whole row.
    pub(crate) fn args<'v>(&self, values: &'v [Value]) -> Vec<Arg<'v>> {
        self.columns.iter().zip(values).map(|((_, kind), value)| kind.arg(value)).collect()
    }

    /// Before the first key.
    pub(crate) fn first_key(&self) -> Vec<Value> {
        self.key_columns().iter().map(|(_, kind)| kind.least()).collect()
    }

    /// The key of a row.
    pub(crate) fn key_of(&self, values: &[Value]) -> Vec<Value> {
        values.iter().take(self.key).cloned().collect()
    }

    /// A row of an older backup with the columns that came later: at the end, and empty where nobody filled them.
    pub(crate) fn filled(&self, mut values: Vec<Value>) -> Vec<Value> {
        let came_later = self.columns.get(values.len()..).unwrap_or_default();
        if came_later.iter().all(|(_, kind)| kind.fits(&Value::Nothing)) {
            values.resize(self.columns.len().max(values.len()), Value::Nothing);
        }
        values
    }

    /// Whether a row has the columns of this table.
    pub(crate) fn fits(&self, values: &[Value]) -> bool {
        values.len() == self.columns.len()
            && self.columns.iter().zip(values).all(|((_, kind), value)| kind.fits(value))
    }

    /// Reads a row of [`Table::select`].
    pub(crate) fn read(&self, row: &Row) -> Result<Vec<Value>, StorageError> {
        let mut row = row.read(self.name);
        let value = |(name, kind): &(&'static str, Kind)| match kind {
            Int | OptInt => Ok(row.opt_int(name)?.map_or(Value::Nothing, Value::Int)),
            Text | OptText => Ok(row.opt_text(name)?.map_or(Value::Nothing, Value::Text)),
            Bytes | OptBytes => Ok(row.opt_bytes(name)?.map_or(Value::Nothing, Value::Bytes)),
        };
        self.columns.iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_before_a_column_was_there_is_filled_with_nothing() {
        let table = |name: &str| TABLES.iter().find(|table| table.name == name).unwrap();
        let text = |text: &str| Value::Text(text.to_owned());
        let before =
            vec![text("p-1"), text("M. Reiger"), text("m@x"), Value::Nothing, Value::Int(1), Value::Nothing];
        let filled = table("account").filled(before);
        assert!(table("account").fits(&filled) && filled.last() == Some(&Value::Nothing));
        let half = vec![text("naam")];
        assert!(
            !table("instantie").fits(&table("instantie").filled(half)),
            "what must be there is not made up"
        );
    }
}
