//! The log of acts: a chain of marks that only the program can make, with in each act how what it changed stands since.
//!
//! Who changes an account or a role in the database itself cannot write the act that says so; who changes or removes an
//! act breaks the chain. Verification walks the chain and compares what stands in the database with what it says.
//!
//! An act says too how it found what it changed. Without that the next act on a row that somebody changed in the database
//! would mark the change as its own, and nothing would be seen of it any more.

use base::Timestamp;
use crypto::{Fields, Secret};
use storage::{Digest, Handeling, StorageError, limits};

use crate::backup::{TABLES, Table, Value};
use crate::db::{Arg, Conn, DbError, args};
use crate::keys::{self, Marking};
use crate::numbers::{Source, lock_acts, next_number};
use crate::open::put_fact;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    ADD = "INSERT INTO handeling (id, at, persoon, rol, organisatie, handeling, onderwerp, toelichting,
            plaats, gevolgen, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    LAST = "SELECT id, hash FROM handeling ORDER BY id DESC LIMIT 1";
    /// What seals cover.
    CHAINED = "SELECT id, hash FROM handeling WHERE id > $1 AND id <= $2 AND hash IS NOT NULL
        ORDER BY id LIMIT $3";
    HAS_BEGUN = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM handeling WHERE hash IS NOT NULL LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM zegel WHERE acts > 0 LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM instantie WHERE naam = 'einde_handelingen' LIMIT 1) AS x)";
    HOLDS_ANYTHING = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM handeling LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM account LIMIT 1) AS x)";
}

/// The log itself.
pub(crate) const LOG: &str = "handeling";
/// One-time links.
pub(crate) const LINKS: &str = "link";
/// The tables of which the log says how each row stands.
pub(crate) const WATCHED: [&str; 5] = ["account", "rol", "rolvoorstel", "link", "programmasleutel"];
/// Of a link as it was made, everything but how often it was tried and when it was used.
const LINK_COLUMNS: usize = 5;
/// The fact that says where the log ends, so that its last lines are missed too.
pub(crate) const END: &str = "einde_handelingen";

/// What an act changes, by the key of its row.
#[derive(Debug, Clone)]
pub(crate) enum Touched {
    Account(String),
    Rol(i64),
    Voorstel(i64),
    Link(Digest),
    Sleutel(String),
}

impl Touched {
    fn place(&self) -> (&'static str, Value) {
        match self {
            Self::Account(id) => ("account", Value::Text(id.clone())),
            Self::Rol(id) => ("rol", Value::Int(*id)),
            Self::Voorstel(id) => ("rolvoorstel", Value::Int(*id)),
            Self::Link(token) => (LINKS, Value::Bytes(token.0.to_vec())),
            Self::Sleutel(id) => ("programmasleutel", Value::Text(id.clone())),
        }
    }
}

/// A row as it was before an act changed it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    touched: Touched,
    /// Its mark; none when it was not there.
    mark: Option<Digest>,
}

/// How a row stands that an act is about to change. From here on other writers of acts wait, so that it is the row that the
/// act changes; so this comes before any statement of its transaction that locks a row.
pub(crate) async fn find(conn: &mut Conn, marks: &Secret, touched: Touched) -> Result<Found, DbError> {
    lock_acts(conn).await?;
    let (name, key) = touched.place();
    let table = table(name)?;
    let row = conn.row(table.one(), &table.args(&[key])).await?;
    let mark = row.map(|row| Ok::<_, StorageError>(state(marks, table, &table.read(&row)?))).transpose()?;
    Ok(Found { touched, mark })
}

/// A table of a backup by its name.
pub(crate) fn table(name: &str) -> Result<&'static Table, StorageError> {
    let found = TABLES.iter().find(|table| table.name == name);
    found.ok_or(StorageError::Misuse { what: "a table that no backup holds" })
}

/// Values one after the other, each with its kind.
fn with_values(fields: Fields, values: &[Value]) -> Fields {
    values.iter().fold(fields, |fields, value| match value {
        Value::Nothing => fields.text("-"),
        Value::Int(number) => fields.text("i").int(*number),
        Value::Text(text) => fields.text("t").text(text),
        Value::Bytes(bytes) => fields.text("b").bytes(bytes),
    })
}

/// A link that nobody tried or used.
fn is_as_made(values: &[Value]) -> bool {
    values.get(LINK_COLUMNS..).is_some_and(|rest| matches!(rest, [Value::Int(0), Value::Nothing]))
}

/// The mark of a row as it stands. Empty columns at its end do not count, so that one that comes later changes nothing. A link
/// that was not touched yet has the mark that it had before its use was noted.
pub(crate) fn state(marks: &Secret, table: &Table, values: &[Value]) -> Digest {
    let counted = if table.name == LINKS && is_as_made(values) { LINK_COLUMNS } else { values.len() };
    let values = values.get(..counted).unwrap_or(values);
    let filled = values.iter().rposition(|value| *value != Value::Nothing).map_or(0, |last| last + 1);
    let fields = Fields::of("leerrecht-stand-1").text(table.name);
    Digest(marks.mark(with_values(fields, values.get(..filled).unwrap_or(values)).as_bytes()))
}

/// The key of a row in words.
pub(crate) fn key_text(values: &[Value]) -> String {
    match values.first() {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Int(number)) => number.to_string(),
        Some(Value::Bytes(bytes)) => storage::ids::to_hex(bytes),
        Some(Value::Nothing) | None => String::new(),
    }
}

/// What an act led to for one row.
pub(crate) struct Line<'a> {
    pub(crate) table: &'a str,
    pub(crate) key: &'a str,
    /// How the row stands since; [`NOT_THERE`] when the act took it away.
    pub(crate) mark: &'a str,
    /// How the act found it; none in lines of before this was noted.
    pub(crate) found: Option<Before<'a>>,
}

/// How an act found a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before<'a> {
    /// It was not there.
    Nothing,
    /// With this mark.
    Mark(&'a str),
}

/// What stands for [`Before::Nothing`], and for how a row stands that an act took away.
pub(crate) const NOT_THERE: &str = "-";

/// An act that the program does by itself.
pub(crate) fn by_itself(at: Timestamp, handeling: &str, onderwerp: &str, toelichting: String) -> Handeling {
    Handeling {
        at,
        door: None,
        organisatie: None,
        handeling: handeling.to_owned(),
        onderwerp: onderwerp.to_owned(),
        toelichting,
    }
}

/// One line of what an act led to: table, key, mark.
fn line(marks: &Secret, table: &Table, values: &[Value]) -> String {
    format!("{} {} {}", table.name, key_text(values), state(marks, table, values))
}

/// The lines of what an act led to.
pub(crate) fn lines_of(gevolgen: &str) -> impl Iterator<Item = Option<Line<'_>>> {
    gevolgen.lines().map(|line| {
        let (table, rest) = line.split_once(' ')?;
        let (key, rest) = rest.split_once(' ')?;
        let (mark, found) = match rest.split_once(' ') {
            Some((mark, NOT_THERE)) => (mark, Some(Before::Nothing)),
            Some((mark, found)) => (mark, Some(Before::Mark(found))),
            None => (rest, None),
        };
        Some(Line { table, key, mark, found })
    })
}

/// The hash of a row of the log in its chain; the row with all its columns, of which the last is that hash.
pub(crate) fn chained(marks: &Secret, previous: &[u8], values: &[Value]) -> Digest {
    let covered = values.split_last().map_or(values, |(_, covered)| covered);
    let fields = Fields::of("leerrecht-handeling-1").bytes(previous);
    Digest(marks.mark(with_values(fields, covered).as_bytes()))
}

/// What a seal covers of an act: its place and its hash, which covers the rest.
pub(crate) fn sealed(id: i64, hash: &[u8]) -> Vec<u8> {
    Fields::of(LOG).int(id).bytes(hash).as_bytes().to_vec()
}

/// What is kept of where the log ends.
pub(crate) fn end_mark(marks: &Secret, id: i64, hash: &[u8]) -> String {
    let mark = marks.mark(Fields::of("leerrecht-handelingen-einde-1").int(id).bytes(hash).as_bytes());
    format!("{id} {}", Digest(mark))
}

/// The hash that the next row follows. Rows of before the chain have none: theirs is computed.
async fn last_hash(conn: &mut Conn, marks: &Secret) -> Result<Vec<u8>, DbError> {
    let Some(row) = conn.row(LAST, args![]).await? else { return Ok(Digest::ZERO.0.to_vec()) };
    let mut row = row.read(LOG);
    row.int("id")?;
    if let Some(hash) = row.opt_bytes("hash")? {
        return Ok(hash);
    }
    let (log, mut hash) = (table(LOG)?, Digest::ZERO.0.to_vec());
    let mut after = log.first_key();
    loop {
        let rows = page_of(conn, log, &after).await?;
        let Some(last) = rows.last() else { return Ok(hash) };
        after = log.key_of(last);
        for values in &rows {
            hash = chained(marks, &hash, values).0.to_vec();
        }
    }
}

/// The next rows of a table after a key.
pub(crate) async fn page_of(
    conn: &mut Conn,
    table: &'static Table,
    after: &[Value],
) -> Result<Vec<Vec<Value>>, DbError> {
    let mut args = table.args(after);
    args.push(table.step.into());
    let rows = conn.rows(table.select(), &args).await?;
    Ok(rows.iter().map(|row| table.read(row)).collect::<Result<_, _>>()?)
}

/// What fits in a line of the log.
pub(crate) fn check(log: &Handeling) -> Result<(), StorageError> {
    at_most("act", log.handeling.len().max(log.onderwerp.len()), limits::CODE_BYTES)?;
    at_most("explanation of an act", log.toelichting.len(), limits::TEXT_BYTES)
}

/// Writes a line of the log of acts, behind what it did to rows that were found before ([`find`]).
pub(crate) async fn add(
    conn: &mut Conn,
    marks: &Secret,
    log: &Handeling,
    changed: &[Found],
) -> Result<(), DbError> {
    lock_acts(conn).await?;
    let mut lines = Vec::with_capacity(changed.len());
    for Found { touched, mark } in changed {
        let (name, key) = touched.place();
        let table = table(name)?;
        let found = mark.map_or_else(|| NOT_THERE.to_owned(), |mark| mark.to_string());
        let row = conn.row(table.one(), &table.args(std::slice::from_ref(&key))).await?;
        lines.push(match row {
            Some(row) => format!("{} {found}", line(marks, table, &table.read(&row)?)),
            None if name == LINKS => format!("{LINKS} {} {NOT_THERE} {found}", key_text(&[key])),
            None => {
                return Err(
                    StorageError::Misuse { what: "an act that changed a row that is not there" }.into()
                );
            }
        });
    }
    add_with(conn, marks, log, lines.join("\n")).await
}

/// The same with what it led to in words already; nobody else is adding.
pub(crate) async fn add_with(
    conn: &mut Conn,
    marks: &Secret,
    log: &Handeling,
    gevolgen: String,
) -> Result<(), DbError> {
    let previous = last_hash(conn, marks).await?;
    let id = next_number(conn, Source::Handeling).await?;
    let text = |text: &str| Value::Text(text.to_owned());
    let some = |text: Option<&str>| text.map_or(Value::Nothing, |text| Value::Text(text.to_owned()));
    let door = log.door.as_ref();
    let mut values = vec![
        Value::Int(id),
        Value::Int(log.at.as_microsecond()),
        some(door.map(|door| door.persoon.as_str())),
        some(door.map(|door| door.rol.as_str())),
        some(door.map(|door| door.organisatie.as_str())),
        text(&log.handeling),
        text(&log.onderwerp),
        text(&log.toelichting),
        some(log.organisatie.as_ref().map(base::OrganisatieId::as_str)),
        Value::Text(gevolgen),
        Value::Nothing,
    ];
    let hash = chained(marks, &previous, &values);
    values.pop();
    values.push(Value::Bytes(hash.0.to_vec()));
    conn.execute(ADD, &table(LOG)?.args(&values)).await?;
    put_fact(conn, END, &end_mark(marks, id, &hash.0)).await
}

/// Executes a statement and, when it touched a row, logs the act with it.
pub(crate) async fn execute_logged(
    store: &SqlStorage,
    sql: &'static str,
    args: &[Arg<'_>],
    touched: Touched,
    log: &Handeling,
) -> Result<u64, DbError> {
    check(log)?;
    let args: Vec<Arg<'static>> = args.iter().map(Arg::owned).collect();
    let (log, secrets) = (log.clone(), store.secrets().await);
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            let found = find(conn, &secrets.marks, touched).await?;
            let changed = conn.execute(sql, &args).await?;
            if changed > 0 {
                add(conn, &secrets.marks, &log, &[found]).await?;
            }
            Ok::<_, DbError>(changed)
        })
    });
    write.await
}

/// Begins the chain in a database that held accounts before there was one: the first act says how every row stands. Once:
/// where an act, a seal of one or the mark of their end is there already, nothing is done.
pub(crate) async fn begin(store: &SqlStorage, at: Timestamp) -> Result<(), StorageError> {
    let mut conn = store.db.read().await?;
    if keys::marking(&mut conn, &store.instance).await?.is_some_and(|marking| marking >= Marking::Given) {
        // Its first act began the chain: where there is none, somebody took it away.
        return Ok(());
    }
    let begun = conn.number(HAS_BEGUN, args![]).await? > 0;
    let empty = conn.number(HOLDS_ANYTHING, args![]).await? == 0;
    drop(conn);
    if begun || empty {
        return Ok(());
    }
    let secrets = store.secrets().await;
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            lock_acts(conn).await?;
            if conn.number(HAS_BEGUN, args![]).await? > 0 {
                return Ok(());
            }
            let mut lines = Vec::new();
            for name in WATCHED {
                let table = table(name)?;
                let mut after = table.first_key();
                loop {
                    let rows = page_of(conn, table, &after).await?;
                    let Some(last) = rows.last() else { break };
                    after = table.key_of(last);
                    lines.extend(rows.iter().map(|values| line(&secrets.marks, table, values)));
                }
            }
            let log = by_itself(at, "logboek_begonnen", "logboek", String::new());
            add_with(conn, &secrets.marks, &log, lines.join("\n")).await
        })
    });
    Ok(write.await?)
}
