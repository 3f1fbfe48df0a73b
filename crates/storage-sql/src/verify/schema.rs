//! What the database does by itself: the tables, indexes and triggers that the migrations make, and nothing besides. A trigger that
//! somebody added keeps a line out of the log of reads, or a letter from being made, without touching one row that bears a mark.
//!
//! Of a file the texts are compared with those of one that the migrations make in memory. Of a server the names are, whether a
//! trigger is on, of every row or of some, and calls what it should: its texts are not ours.

use std::collections::BTreeMap;

use storage::StorageError;

use super::Check;
use crate::db::{Conn, args};
use crate::{postgres, schema};

/// What each of them is, its name, and its text. Known to SQLite alone.
pub(crate) const OF_FILE: &str =
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name";

/// The same of a server, of the schema in which this connection works: what a trigger is without its table and name. Known to
/// PostgreSQL alone.
const OF_SERVER: &str = "SELECT 'trigger' AS soort, CAST(t.tgname AS TEXT),
        CASE WHEN t.tgenabled <> 'O' THEN 'uit' ELSE CAST(p.proname AS TEXT) || ' ' || p.prosrc
            || CASE WHEN t.tgqual IS NULL THEN '' ELSE ' soms' END END
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND c.relnamespace = CAST(CAST(current_schema() AS TEXT) AS REGNAMESPACE)
    UNION ALL SELECT 'view', CAST(viewname AS TEXT), '' FROM pg_views WHERE schemaname = current_schema()
    UNION ALL SELECT 'regel', CAST(rulename AS TEXT), '' FROM pg_rules WHERE schemaname = current_schema()
    UNION ALL SELECT 'rijen', CAST(relname AS TEXT), '' FROM pg_class
        WHERE relrowsecurity AND relnamespace = CAST(CAST(current_schema() AS TEXT) AS REGNAMESPACE)";

/// Kind and name, with its text.
type Objects = BTreeMap<(String, String), String>;

/// What one of them is called to people.
fn told(kind: &str) -> &str {
    match kind {
        "table" => "tabel",
        other => other,
    }
}

/// A text without how it is laid out.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn objects(conn: &mut Conn, sql: &'static str) -> Result<Objects, StorageError> {
    let mut found = Objects::new();
    for row in conn.rows(sql, args![]).await? {
        let mut row = row.read("schema");
        let (kind, name) = (row.text("type")?, row.text("name")?);
        found.insert((kind, name), plain(&row.text("sql")?));
    }
    Ok(found)
}

/// The triggers that the migrations make on a server: each refuses.
fn triggers() -> Objects {
    let refuse = plain(&format!("{} {}", postgres::REFUSES, postgres::REFUSAL));
    let texts = schema::texts().flat_map(|text| text.split("CREATE TRIGGER ").skip(1));
    let one = |text: &str| {
        let name = text.split_whitespace().next()?.to_owned();
        // Of some rows alone.
        let some = text.split("{refuse}").next()?.contains("WHEN");
        let refuse = if some { format!("{refuse} soms") } else { refuse.clone() };
        Some((("trigger".to_owned(), name), refuse))
    };
    texts.filter_map(one).collect()
}

impl Check<'_> {
    /// Every one is as the migrations made it. A table that somebody laid beside ours does nothing to them.
    pub(super) async fn schema(&mut self) -> Result<(), StorageError> {
        let is_lite = self.conn.is_lite();
        let ours = if is_lite { objects(&mut schema::in_memory()?, OF_FILE).await? } else { triggers() };
        let found = objects(&mut self.conn, if is_lite { OF_FILE } else { OF_SERVER }).await?;
        for ((kind, name), text) in &ours {
            let key = (kind.clone(), name.clone());
            let kind = told(kind);
            match found.get(&key) {
                None => self.fault("schema", None, &format!("{kind} '{name}' van het programma is weg")),
                Some(now) if now != text => {
                    self.fault("schema", None, &format!("{kind} '{name}' is buiten het programma gewijzigd"));
                }
                Some(_) => {}
            }
        }
        for (kind, name) in found.keys().filter(|key| key.0 != "table" && !ours.contains_key(*key)) {
            let reden = format!("{} '{name}' is buiten het programma aan de database toegevoegd", told(kind));
            self.fault("schema", None, &reden);
        }
        Ok(())
    }
}
