//! What holds whole tables and facts together that no chain covers: numbers that were given out, reference data, and what the
//! database says of itself.
//!
//! Of a set of rows is kept how many there are and the sum of their marks, under a mark of its own: who adds, changes or takes
//! away a row in the database itself cannot write what belongs to it. Of a fact stands its mark beside it. An earlier sum can be put
//! back with its rows: of reference data the log of acts says which sum is the last. Claims and open work are held together with
//! the events that brought them (`tally.rs`).
//!
//! Who changes a set holds what it adds up to until the end of a transaction.

use crypto::{Fields, Secret};
use storage::Digest;

use crate::acts;
use crate::backup::{Table, Value};
use crate::db::{Conn, DbError, args};
use crate::open::{find_fact, put_fact};
use crate::tally::{self, Tally};
use crate::tokens::statements;

statements! {
    /// Whoever changes the same set waits here until this transaction is over.
    HOLD_FACT = "UPDATE instantie SET waarde = waarde WHERE naam = $1";
    SHARES = "SELECT naam, waarde FROM instantie WHERE naam >= $1 AND naam < $2 ORDER BY naam";
    FORGET_SET = "DELETE FROM instantie WHERE naam = $1 OR (naam >= $2 AND naam < $3)";
}

/// The tables that are held together as a set.
pub(crate) const SETS: [&str; 2] = ["nummer", REFERENCES];
/// Schools, boards, partnerships and postcodes: by these follows who may see what.
pub(crate) const REFERENCES: &str = "referentie";
/// What the log of acts calls the sums of sets.
pub(crate) const SUMS: &str = "som";
/// The facts that bear a mark.
pub(crate) const MARKED: [&str; 5] = ["id", "aangemaakt_op", DEMO, BEGIN, GIVEN];
/// The fact that says that the database is one of the demo.
pub(crate) const DEMO: &str = "demo";
/// The fact that says where counters begin that a backup did not know: the last year of which, and the number.
pub(crate) const BEGIN: &str = "nummers_beginnen";

/// The fact that says that everything which bears a mark has one; never missing.
pub(crate) const GIVEN: &str = "merken";

/// How many rows a set has, and the sum of their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Som {
    count: i64,
    sum: [u8; 32],
}

impl Som {
    /// Of no rows.
    pub(crate) const NIETS: Self = Self { count: 0, sum: [0; 32] };

    /// With a row more.
    pub(crate) fn with(self, marks: &Secret, table: &Table, values: &[Value]) -> Self {
        self.with_mark(acts::state(marks, table, values).0)
    }

    /// With a row more, by its mark.
    pub(crate) fn with_mark(self, mark: [u8; 32]) -> Self {
        Self { count: self.count + 1, sum: xor(self.sum, mark) }
    }

    /// With a row less: adding twice is taking away.
    pub(crate) fn without(self, marks: &Secret, table: &Table, values: &[Value]) -> Self {
        Self { count: self.count - 1, sum: xor(self.sum, acts::state(marks, table, values).0) }
    }

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { count: self.count + other.count, sum: xor(self.sum, other.sum) }
    }

    /// How many rows.
    pub(crate) fn count(self) -> i64 {
        self.count
    }

    /// Behind the fields of a mark.
    pub(crate) fn in_fields(self, fields: Fields) -> Fields {
        fields.int(self.count).bytes(&self.sum)
    }

    /// In two words.
    pub(crate) fn words(self) -> String {
        format!("{} {}", self.count, Digest(self.sum))
    }

    /// Out of two words.
    pub(crate) fn of_words(count: &str, sum: &str) -> Option<Self> {
        let sum = storage::ids::from_hex(sum)?.try_into().ok()?;
        Some(Self { count: count.parse().ok()?, sum })
    }

    /// The mark under which it is kept.
    pub(crate) fn mark(self, marks: &Secret, table: &str) -> Digest {
        let fields = self.in_fields(Fields::of("leerrecht-som-1").text(table));
        Digest(marks.mark(fields.as_bytes()))
    }

    /// As it is kept.
    fn text(self, marks: &Secret, table: &str) -> String {
        format!("{} {}", self.words(), self.mark(marks, table))
    }

    /// What was kept; nothing of what is not ours.
    fn read(marks: &Secret, table: &str, text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let som = Self::of_words(parts.next()?, parts.next()?)?;
        (som.text(marks, table) == text).then_some(som)
    }
}

fn xor(mut sum: [u8; 32], more: [u8; 32]) -> [u8; 32] {
    for (byte, more) in sum.iter_mut().zip(more) {
        *byte ^= more;
    }
    sum
}

/// From where to where the names of the shares of a set go, in which claims and work were kept for a while.
fn shares_of(table: &str) -> (String, String) {
    // '`' comes right after '_'.
    (format!("{}_", fact_of_set(table)), format!("{}`", fact_of_set(table)))
}

/// What a set adds up to as it was kept, in one piece and in shares; none where one of these is missing or not ours. A share that was
/// taken away is missed in the total.
pub(crate) async fn kept(conn: &mut Conn, marks: &Secret, table: &str) -> Result<Option<Som>, DbError> {
    let whole = find_fact(conn, &fact_of_set(table)).await?;
    let mut total = whole.and_then(|text| Som::read(marks, table, &text));
    let (from, to) = shares_of(table);
    for row in conn.rows(SHARES, args![&from, &to]).await? {
        let mut row = row.read("instantie");
        let (name, text) = (row.text("naam")?, row.text("waarde")?);
        let share = name.strip_prefix("som_").and_then(|label| Som::read(marks, label, &text));
        total = total.zip(share).map(|(total, share)| total.and(share));
    }
    Ok(total)
}

/// Keeps what a set adds up to as it stands, in one piece. Returns how many rows it has.
pub(crate) async fn keep_whole(
    conn: &mut Conn,
    marks: &Secret,
    table: &'static Table,
) -> Result<i64, DbError> {
    let som = count(conn, marks, table).await?;
    forget(conn, table.name).await?;
    keep(conn, marks, table.name, Some(som)).await?;
    Ok(som.count)
}

/// Keeps a set no longer by itself.
pub(crate) async fn forget(conn: &mut Conn, table: &str) -> Result<(), DbError> {
    let (from, to) = shares_of(table);
    conn.execute(FORGET_SET, args![&fact_of_set(table), &from, &to]).await.map(|_| ())
}

/// The fact that keeps what a set adds up to.
pub(crate) fn fact_of_set(table: &str) -> String {
    format!("som_{table}")
}

/// The fact that bears the mark of another.
pub(crate) fn fact_of_mark(name: &str) -> String {
    format!("merk_{name}")
}

/// What a set adds up to, and nobody else changes it until this transaction is over: so this comes before any row of the
/// set. None where it is missing or not ours: verification says so, and nothing here covers that up.
pub(crate) async fn hold(conn: &mut Conn, marks: &Secret, table: &str) -> Result<Option<Som>, DbError> {
    let name = fact_of_set(table);
    conn.execute(HOLD_FACT, args![&name]).await?;
    Ok(find_fact(conn, &name).await?.and_then(|text| Som::read(marks, table, &text)))
}

/// Keeps what a set adds up to now.
pub(crate) async fn keep(
    conn: &mut Conn,
    marks: &Secret,
    table: &str,
    som: Option<Som>,
) -> Result<(), DbError> {
    match som {
        Some(som) => put_fact(conn, &fact_of_set(table), &som.text(marks, table)).await,
        None => Ok(()),
    }
}

/// What a set adds up to as it stands in the database.
pub(crate) async fn count(conn: &mut Conn, marks: &Secret, table: &'static Table) -> Result<Som, DbError> {
    let (mut som, mut after) = (Som::NIETS, table.first_key());
    loop {
        let rows = acts::page_of(conn, table, &after).await?;
        let Some(last) = rows.last() else { return Ok(som) };
        after = table.key_of(last);
        for values in &rows {
            som = som.with(marks, table, values);
        }
    }
}

/// The mark of a fact.
pub(crate) fn mark_of(marks: &Secret, name: &str, value: &str) -> String {
    let fields = Fields::of("leerrecht-feit-1").text(name).text(value);
    Digest(marks.mark(fields.as_bytes())).to_string()
}

/// Writes a fact with its mark.
pub(crate) async fn put_marked(
    conn: &mut Conn,
    marks: &Secret,
    name: &str,
    value: &str,
) -> Result<(), DbError> {
    put_fact(conn, name, value).await?;
    put_fact(conn, &fact_of_mark(name), &mark_of(marks, name, value)).await
}

/// A fact that the program itself wrote; none of one that somebody else put there.
pub(crate) async fn find_marked(
    conn: &mut Conn,
    marks: &Secret,
    name: &str,
) -> Result<Option<String>, DbError> {
    let Some(value) = find_fact(conn, name).await? else { return Ok(None) };
    let mark = find_fact(conn, &fact_of_mark(name)).await?;
    Ok((mark.as_deref() == Some(&mark_of(marks, name, &value))).then_some(value))
}

/// What the program wrote with a mark and has none any more, by the names of the facts: what can be told without looking at each row.
pub(crate) async fn unmarked(conn: &mut Conn, marks: &Secret) -> Result<Vec<String>, DbError> {
    let mut told = Vec::new();
    for name in ["id", "aangemaakt_op", GIVEN] {
        if find_marked(conn, marks, name).await?.is_none() {
            told.push(name.to_owned());
        }
    }
    for table in SETS {
        if kept(conn, marks, table).await?.is_none() {
            told.push(fact_of_set(table));
        }
    }
    if tally::kept(conn, marks).await?.is_none() {
        told.push(tally::FACT.to_owned());
    }
    Ok(told)
}

/// A database that was made a moment ago: its facts, and sets without rows.
pub(crate) async fn begin(conn: &mut Conn, marks: &Secret, facts: &[(&str, &str)]) -> Result<(), DbError> {
    for (name, value) in facts.iter().chain(&[(GIVEN, "1")]) {
        put_marked(conn, marks, name, value).await?;
    }
    for table in SETS {
        keep(conn, marks, table, Some(Som::NIETS)).await?;
    }
    tally::begin(conn, marks, Tally::NIETS).await
}
