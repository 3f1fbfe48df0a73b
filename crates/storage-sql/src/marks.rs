//! Marks for what a database of an older version holds without one: claims, numbers that were given out, what it says of
//! itself, and the use of links.
//!
//! They are given once, when such a database is brought up to date or restored, and in the open: an act says what was marked. So it is
//! where claims and work are held together with events from then on (`tally.rs`).
//! That they were given stands under the key of the installation (`keys::marking`), and in its ring: whoever takes marks away in the
//! database makes no database of before of it, and verification misses them.
//! What somebody changed before that cannot be told from what the program wrote; what the log of acts knew is compared with
//! that log first, and keeps its fault. That a database is one of the demo is never marked here: that would open it.

use std::collections::BTreeMap;

use base::Timestamp;
use crypto::Secret;
use storage::StorageError;

use crate::SqlStorage;
use crate::acts::{self, LINKS, LOG, NOT_THERE, add_with, key_text, lines_of, state};
use crate::backup::Value;
use crate::db::{Conn, DbError, args};
use crate::keys::{self, Marking};
use crate::numbers::lock_acts;
use crate::open::find_fact;
use crate::stand::{self, BEGIN, GIVEN, REFERENCES, fact_of_mark, fact_of_set, find_marked, put_marked};
use crate::tally::{self, CLAIMS, Tally, WORK};
use crate::tokens::statements;

statements! {
    WAS_DONE = "SELECT COUNT(*) FROM handeling WHERE handeling = 'bijgewerkt' AND hash IS NOT NULL";
    HOLDS_ANYTHING = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM handeling LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM claim LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM nummer LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM referentie LIMIT 1) AS x)";
}

/// What the act is called.
const DONE: &str = "bijgewerkt";
/// The facts that get a mark.
const FACTS: [&str; 3] = ["id", "aangemaakt_op", BEGIN];

/// The sets that were held together first.
const FIRST: [&str; 2] = [CLAIMS, "nummer"];

/// The sets that were held together later than the others, the last one first.
const LATER: [&str; 2] = [WORK, REFERENCES];

/// Gives marks to a database of before; does nothing to one that has them, or that had them once.
pub(crate) async fn give(store: &SqlStorage, at: Timestamp) -> Result<(), StorageError> {
    let (secrets, instance) = (store.secrets().await, store.instance.clone());
    if keys::marking(&mut store.db.read().await?, &instance).await? == Some(Marking::Bound) {
        return Ok(());
    }
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            lock_acts(conn).await?;
            let marks = &secrets.marks;
            let known = keys::marking(conn, &instance).await?;
            if known == Some(Marking::Bound) {
                return Ok(());
            }
            keys::say_marking(conn, &instance, Marking::Bound).await?;
            let (mut told, lines) = if known == Some(Marking::Given) {
                (Vec::new(), Vec::new())
            } else {
                first(conn, marks).await?
            };
            told.extend(bind(conn, marks).await?);
            if told.is_empty() || conn.number(HOLDS_ANYTHING, args![]).await? == 0 {
                return Ok(());
            }
            let log = acts::by_itself(at, DONE, GIVEN, told.join(", "));
            add_with(conn, marks, &log, lines.join("\n")).await
        })
    });
    Ok(write.await?)
}

/// What a database of before there were any marks gets: in words, and how its links stand.
async fn first(conn: &mut Conn, marks: &Secret) -> Result<(Vec<String>, Vec<String>), DbError> {
    // Where they were given once, somebody took away that they were: verification says so.
    if conn.number(WAS_DONE, args![]).await? > 0 || find_marked(conn, marks, GIVEN).await?.is_some() {
        later(conn, marks).await?;
        return Ok((Vec::new(), Vec::new()));
    }
    let mut told = sets_and_facts(conn, marks).await?;
    let lines = links(conn, marks).await?;
    told.push(format!("links {}", lines.len()));
    put_marked(conn, marks, GIVEN, "1").await?;
    Ok((told, lines))
}

/// Holds claims and work together with the events from here on, as they were held until now: what was wrong stays so. Where there is
/// nothing to go on, verification says so. Returns what it did, in words.
pub(crate) async fn bind(conn: &mut Conn, marks: &Secret) -> Result<Option<String>, DbError> {
    if find_fact(conn, tally::FACT).await?.is_some() {
        return Ok(None);
    }
    let claims = stand::kept(conn, marks, CLAIMS).await?;
    let Some((claims, work)) = claims.zip(stand::kept(conn, marks, WORK).await?) else { return Ok(None) };
    let events = tally::count_events(conn, marks).await?;
    tally::begin(conn, marks, Tally { events, claims, work }).await?;
    for set in [CLAIMS, WORK] {
        stand::forget(conn, set).await?;
    }
    Ok(Some(format!("event {}", events.count())))
}

/// The sets that a version held together later: what lacks one of them is of before that.
async fn later(conn: &mut Conn, marks: &Secret) -> Result<Vec<String>, DbError> {
    let mut told = Vec::new();
    for name in LATER {
        if find_fact(conn, &fact_of_set(name)).await?.is_none() {
            told.push(set(conn, marks, name).await?);
        }
    }
    Ok(told)
}

/// Of what was not held together later: where there is no mark at all, it is a database of before there were any; what lacks one of
/// several lost it.
async fn sets_and_facts(conn: &mut Conn, marks: &Secret) -> Result<Vec<String>, DbError> {
    let mut told = later(conn, marks).await?;
    for name in FIRST.map(fact_of_set).into_iter().chain(["id", "aangemaakt_op"].map(fact_of_mark)) {
        if find_fact(conn, &name).await?.is_some() {
            return Ok(told);
        }
    }
    for name in FIRST {
        told.push(set(conn, marks, name).await?);
    }
    for name in FACTS {
        if let Some(value) = find_fact(conn, name).await? {
            put_marked(conn, marks, name, &value).await?;
            told.push(name.to_owned());
        }
    }
    Ok(told)
}

/// Keeps what a set adds up to as it stands, in words.
async fn set(conn: &mut Conn, marks: &Secret, name: &str) -> Result<String, DbError> {
    let rows = stand::keep_whole(conn, marks, acts::table(name)?).await?;
    Ok(format!("{name} {rows}"))
}

/// How the log of acts knows each link.
async fn known_links(conn: &mut Conn) -> Result<BTreeMap<String, String>, DbError> {
    let log = acts::table(LOG)?;
    let (mut known, mut after) = (BTreeMap::new(), log.first_key());
    loop {
        let rows = acts::page_of(conn, log, &after).await?;
        let Some(last) = rows.last() else { return Ok(known) };
        after = log.key_of(last);
        for values in &rows {
            let [.., Value::Text(gevolgen), _] = values.as_slice() else { continue };
            for line in lines_of(gevolgen).flatten().filter(|line| line.table == LINKS) {
                if line.mark == NOT_THERE {
                    known.remove(line.key);
                } else {
                    known.insert(line.key.to_owned(), line.mark.to_owned());
                }
            }
        }
    }
}

/// The lines that say how links stand which were used, tried, kept for somebody or taken away while nothing noted that. One that
/// is not as the log knows it in any of these ways gets none, and stays a fault.
async fn links(conn: &mut Conn, marks: &Secret) -> Result<Vec<String>, DbError> {
    let (mut known, table) = (known_links(conn).await?, acts::table(LINKS)?);
    let (mut lines, mut after) = (Vec::new(), table.first_key());
    loop {
        let rows = acts::page_of(conn, table, &after).await?;
        let Some(last) = rows.last() else { break };
        after = table.key_of(last);
        for values in &rows {
            let key = key_text(values);
            let Some(before) = known.remove(&key) else { continue };
            let now = state(marks, table, values).to_string();
            let [token, soort, account, gegevens, geldig_tot, ..] = values.as_slice() else { continue };
            let as_made = |account: &Value| {
                let [token, soort, gegevens, geldig_tot] =
                    [token, soort, gegevens, geldig_tot].map(Value::clone);
                let values =
                    [token, soort, account.clone(), gegevens, geldig_tot, Value::Int(0), Value::Nothing];
                state(marks, table, &values).to_string() == before
            };
            if now != before && (as_made(account) || as_made(&Value::Nothing)) {
                lines.push(format!("{LINKS} {key} {now} {before}"));
            }
        }
    }
    lines.extend(known.iter().map(|(key, before)| format!("{LINKS} {key} {NOT_THERE} {before}")));
    Ok(lines)
}
