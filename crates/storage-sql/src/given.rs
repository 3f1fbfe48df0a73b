//! Numbers that are given out: of files and declarations, each kind by itself and anew each year. After a restore they go on
//! above what may have been given after the backup.

use base::today_in_nl;
use crypto::Secret;
use storage::{Handeling, StorageError, limits};

use crate::acts::{self, LINKS, Touched};
use crate::backup::Value;
use crate::db::{Conn, DbError, args};
use crate::numbers::lock_acts;
use crate::open::{HALF_RESTORED, find_fact};
use crate::stand::{self, BEGIN};
use crate::tokens::statements;
use crate::{SqlStorage, at_most, marks};

statements! {
    RESERVE = "INSERT INTO nummer (soort, jaar, laatste)
        VALUES ($1, $2, CAST($3 AS {int}) + CAST($4 AS {int}))
        ON CONFLICT (soort, jaar) DO UPDATE SET laatste = nummer.laatste + CAST($3 AS {int})
        RETURNING laatste";
    FIND = "SELECT soort, jaar, laatste FROM nummer WHERE soort = $1 AND jaar = $2";
    SKIP = "UPDATE nummer SET laatste = laatste + $1";
    /// At least this far: a counter may be higher already.
    REACH = "INSERT INTO nummer (soort, jaar, laatste) VALUES ($1, $2, $3)
        ON CONFLICT (soort, jaar) DO UPDATE SET laatste = excluded.laatste
        WHERE nummer.laatste < excluded.laatste";
    /// The highest file of each year that the key ring knows; numbers of one year are equally long.
    NEWEST_FILES = "SELECT MAX(stream) FROM data_key WHERE stream > 'dossier/' AND stream < 'dossier0'
        GROUP BY SUBSTR(stream, 1, 12)";
    OPEN_LINKS = "SELECT token FROM link WHERE gebruikt_op IS NULL AND geldig_tot > $1 ORDER BY token";
    CLOSE_LINKS = "UPDATE link SET gebruikt_op = $1 WHERE gebruikt_op IS NULL AND geldig_tot > $1";
    FORGET_FACT = "DELETE FROM instantie WHERE naam = $1";
}

/// The kind of the numbers of files.
const FILES: &str = "dossier";
/// The table of what was given out.
const NUMBERS: &str = "nummer";

/// The year up to and including which counters begin higher, and how much.
async fn begin(conn: &mut Conn) -> Result<(i64, i64), DbError> {
    let fact = find_fact(conn, BEGIN).await?.unwrap_or_default();
    let parsed = fact.split_once(' ').and_then(|(year, from)| Some((year.parse().ok()?, from.parse().ok()?)));
    Ok(parsed.unwrap_or((0, 0)))
}

/// The first of some numbers of a kind in a year, which are given to nobody else.
pub(crate) async fn reserve(
    store: &SqlStorage,
    kind: &str,
    year: i16,
    count: u32,
) -> Result<u64, StorageError> {
    if count == 0 {
        return Err(StorageError::Misuse { what: "no numbers to reserve" });
    }
    at_most("numbers", usize::try_from(count).unwrap_or(usize::MAX), 10_000)?;
    let (kind, secrets) = (kind.to_owned(), store.secrets().await);
    let last = store.db.write(move |conn| {
        Box::pin(async move {
            give(conn, &secrets.marks, (&kind, i64::from(year)), count).await.map_err(StorageError::from)
        })
    });
    let last = last.await?;
    let first = last - i64::from(count) + 1;
    u64::try_from(first).map_err(|_| StorageError::inconsistent("nummer", "laatste", &year))
}

/// Gives out some numbers, and keeps what all that were given add up to.
async fn give(
    conn: &mut Conn,
    marks: &Secret,
    (kind, year): (&str, i64),
    count: u32,
) -> Result<i64, DbError> {
    let (last_year, from) = begin(conn).await?;
    let from = if year <= last_year { from } else { 0 };
    let (som, table) = (stand::hold(conn, marks, NUMBERS).await?, acts::table(NUMBERS)?);
    let before = conn.row(FIND, args![kind, year]).await?;
    let before = before.map(|row| table.read(&row)).transpose()?;
    let last = conn.number(RESERVE, args![kind, year, count, from]).await?;
    let after = [Value::Text(kind.to_owned()), Value::Int(year), Value::Int(last)];
    let som = som.map(|som| match &before {
        Some(before) => som.without(marks, table, before).with(marks, table, &after),
        None => som.with(marks, table, &after),
    });
    stand::keep(conn, marks, NUMBERS, som).await?;
    Ok(last)
}

/// Ends a restore: the chain of acts goes on, numbers jump, links that were open are over, and the database can be opened
/// again. Returns how many links.
pub(crate) async fn finish_restore(store: &SqlStorage, log: &Handeling) -> Result<u64, StorageError> {
    acts::check(log)?;
    acts::begin(store, log.at).await?;
    marks::give(store, log.at).await?;
    let (log, secrets) = (log.clone(), store.secrets().await);
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            lock_acts(conn).await?;
            // A backup may be of before that, while its ring is the newest one.
            marks::bind(conn, &secrets.marks).await?;
            jump(conn, &secrets.marks, i64::from(today_in_nl(log.at).year())).await?;
            let mut open = Vec::new();
            for row in conn.rows(OPEN_LINKS, args![log.at]).await? {
                let token = row.read(LINKS).digest("token")?;
                open.push(acts::find(conn, &secrets.marks, Touched::Link(token)).await?);
            }
            let closed = conn.execute(CLOSE_LINKS, args![log.at]).await?;
            acts::add(conn, &secrets.marks, &log, &open).await?;
            conn.execute(FORGET_FACT, args![HALF_RESTORED]).await?;
            Ok::<_, DbError>(closed)
        })
    });
    Ok(write.await?)
}

/// What the numbers of the backup add up to was looked at by nobody yet: where it was wrong, it stays so.
async fn jump(conn: &mut Conn, marks: &Secret, year: i64) -> Result<(), DbError> {
    let (most, table) = (i64::from(limits::NUMBERS_SKIPPED), acts::table(NUMBERS)?);
    let kept = stand::hold(conn, marks, NUMBERS).await?;
    let is_whole = kept == Some(stand::count(conn, marks, table).await?);
    conn.execute(SKIP, args![most]).await?;
    for row in conn.rows(NEWEST_FILES, args![]).await? {
        let stream = row.read("data_key").text("stream")?;
        let number = stream.split_once('/').and_then(|(_, number)| number.split_once('-'));
        let parsed = number.and_then(|(year, nr)| Some((year.parse::<i64>().ok()?, nr.parse::<i64>().ok()?)));
        if let Some((year, nr)) = parsed {
            conn.execute(REACH, args![FILES, year, nr + most]).await?;
        }
    }
    let (_, from) = begin(conn).await?;
    if is_whole {
        let som = stand::count(conn, marks, table).await?;
        stand::keep(conn, marks, NUMBERS, Some(som)).await?;
    }
    stand::put_marked(conn, marks, BEGIN, &format!("{year} {}", from + most)).await
}
