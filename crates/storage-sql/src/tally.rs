//! What holds the log together with what its events claim and ask for: numbers that are taken, and work that is still to be done
//! (a letter that is to be made).
//!
//! Claims and work change with events alone (ADR 0048). So what all three add up to is kept under one mark: whoever puts back what
//! waited an hour ago has to take away what was recorded in that hour too, and that is missed, by its chain or by a seal.
//!
//! Kept in shares, by the file, of which only the total says something: on a server acts on other files need not wait for each
//! other (ADR 0038). A transaction works out what it adds and puts that in its share as the last thing that it does.

use crypto::{Fields, Secret};
use storage::{Digest, StreamId};

use crate::db::{Conn, DbError, args};
use crate::open::{find_fact, put_fact};
use crate::stand::Som;
use crate::tokens::statements;

statements! {
    /// Whoever changes the same share waits here until this transaction is over; it begins with nothing.
    HOLD_SHARE = "INSERT INTO instantie (naam, waarde) VALUES ($1, $2)
        ON CONFLICT (naam) DO UPDATE SET waarde = instantie.waarde RETURNING waarde";
    SHARES = "SELECT naam, waarde FROM instantie WHERE naam >= $1 AND naam < $2 ORDER BY naam";
    EVENTS = "SELECT position, hash FROM event WHERE position > $1 ORDER BY position LIMIT $2";
}

/// The table of claims.
pub(crate) const CLAIMS: &str = "claim";
/// What is still to be made after events: a row that goes is a letter that never comes, and one that is put there a letter that comes twice.
pub(crate) const WORK: &str = "nawerk";
/// The fact that keeps what there was before there were shares; of a share its number comes behind it.
pub(crate) const FACT: &str = "telling";
/// In how many shares it is kept at most: with 64, one of 32 acts at once seldom waits for another.
const SHARES_AT_MOST: u8 = 64;
/// Rows taken from the database at a time.
const STEP: i64 = 1_000;

/// What events, claims and open work add up to; of a share each can be below nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) events: Som,
    pub(crate) claims: Som,
    pub(crate) work: Som,
}

impl Tally {
    /// Of no rows.
    pub(crate) const NIETS: Self = Self { events: Som::NIETS, claims: Som::NIETS, work: Som::NIETS };

    /// With an event more, by its place in its chain.
    pub(crate) fn with_event(self, marks: &Secret, hash: &[u8]) -> Self {
        let mark = marks.mark(Fields::of("leerrecht-telling-gebeurtenis-1").bytes(hash).as_bytes());
        Self { events: self.events.with_mark(mark), ..self }
    }

    /// Both together.
    fn and(self, other: Self) -> Self {
        Self {
            events: self.events.and(other.events),
            claims: self.claims.and(other.claims),
            work: self.work.and(other.work),
        }
    }

    fn parts(self) -> [Som; 3] {
        [self.events, self.claims, self.work]
    }

    /// As it is kept, under a mark in which the name of its fact stands.
    fn text(self, marks: &Secret, name: &str) -> String {
        let fields = Fields::of("leerrecht-telling-1").text(name);
        let fields = self.parts().into_iter().fold(fields, |fields, som| som.in_fields(fields));
        let [events, claims, work] = self.parts().map(Som::words);
        format!("{events} {claims} {work} {}", Digest(marks.mark(fields.as_bytes())))
    }

    /// What was kept; nothing of what is not ours.
    fn read(marks: &Secret, name: &str, text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut next = || Som::of_words(parts.next()?, parts.next()?);
        let tally = Self { events: next()?, claims: next()?, work: next()? };
        (tally.text(marks, name) == text).then_some(tally)
    }
}

/// The name of the share of a stream.
fn share_of(stream: &StreamId) -> String {
    let nr = Digest::of(stream.to_string().as_bytes()).0[0] % SHARES_AT_MOST;
    format!("{FACT}_{nr:02}")
}

/// Adds to the share of a stream. Nobody else changes it until this transaction is over, so this comes last. In a share that is not ours
/// nothing is covered up.
pub(crate) async fn add(
    conn: &mut Conn,
    marks: &Secret,
    stream: &StreamId,
    more: Tally,
) -> Result<(), DbError> {
    let name = share_of(stream);
    let row = conn.row(HOLD_SHARE, args![&name, &Tally::NIETS.text(marks, &name)]).await?;
    let text = row.map(|row| row.read("instantie").text("waarde")).transpose()?;
    match text.and_then(|text| Tally::read(marks, &name, &text)) {
        Some(share) => put_fact(conn, &name, &share.and(more).text(marks, &name)).await,
        None => Ok(()),
    }
}

/// The total as it was kept; none where a part of it is not ours or the first one is missing. A share that was taken away is missed
/// in the total.
pub(crate) async fn kept(conn: &mut Conn, marks: &Secret) -> Result<Option<Tally>, DbError> {
    let first = find_fact(conn, FACT).await?;
    let mut total = first.and_then(|text| Tally::read(marks, FACT, &text));
    // '`' comes right after '_'.
    let (from, to) = (format!("{FACT}_"), format!("{FACT}`"));
    for row in conn.rows(SHARES, args![&from, &to]).await? {
        let mut row = row.read("instantie");
        let (name, text) = (row.text("naam")?, row.text("waarde")?);
        total = total.zip(Tally::read(marks, &name, &text)).map(|(total, share)| total.and(share));
    }
    Ok(total)
}

/// Begins with what there is already.
pub(crate) async fn begin(conn: &mut Conn, marks: &Secret, first: Tally) -> Result<(), DbError> {
    put_fact(conn, FACT, &first.text(marks, FACT)).await
}

/// What the events add up to as they stand in the database.
pub(crate) async fn count_events(conn: &mut Conn, marks: &Secret) -> Result<Som, DbError> {
    let (mut tally, mut after) = (Tally::NIETS, 0);
    loop {
        let rows = conn.rows(EVENTS, args![after, STEP]).await?;
        if rows.is_empty() {
            return Ok(tally.events);
        }
        for row in &rows {
            let mut row = row.read("event");
            after = row.int("position")?;
            tally = tally.with_event(marks, &row.bytes("hash")?);
        }
    }
}
