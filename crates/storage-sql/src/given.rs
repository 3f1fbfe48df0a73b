//! Numbers that are given out: of files and declarations, each kind by itself and anew each year. After a restore they go on
//! above what may have been given after the backup.

use base::today_in_nl;
use storage::{Handeling, StorageError, limits};

use crate::acts;
use crate::db::{Conn, DbError, args};
use crate::open::{HALF_RESTORED, find_fact, put_fact};
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    RESERVE = "INSERT INTO nummer (soort, jaar, laatste)
        VALUES ($1, $2, CAST($3 AS {int}) + CAST($4 AS {int}))
        ON CONFLICT (soort, jaar) DO UPDATE SET laatste = nummer.laatste + CAST($3 AS {int})
        RETURNING laatste";
    SKIP = "UPDATE nummer SET laatste = laatste + $1";
    /// At least this far: a counter may be higher already.
    REACH = "INSERT INTO nummer (soort, jaar, laatste) VALUES ($1, $2, $3)
        ON CONFLICT (soort, jaar) DO UPDATE SET laatste = excluded.laatste
        WHERE nummer.laatste < excluded.laatste";
    /// The highest file of each year that the key ring knows; numbers of one year are equally long.
    NEWEST_FILES = "SELECT MAX(stream) FROM data_key WHERE stream > 'dossier/' AND stream < 'dossier0'
        GROUP BY SUBSTR(stream, 1, 12)";
    FORGET_FACT = "DELETE FROM instantie WHERE naam = $1";
}

/// The kind of the numbers of files.
const FILES: &str = "dossier";
/// The fact that says where counters begin that a backup did not know: the last year of which, and the number.
const BEGIN: &str = "nummers_beginnen";

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
    let kind = kind.to_owned();
    let last = store.db.write(move |conn| {
        Box::pin(async move {
            let (last_year, from) = begin(conn).await?;
            let from = if i64::from(year) <= last_year { from } else { 0 };
            let args = args![&kind, i64::from(year), count, from];
            conn.number(RESERVE, args).await.map_err(StorageError::from)
        })
    });
    let last = last.await?;
    let first = last - i64::from(count) + 1;
    u64::try_from(first).map_err(|_| StorageError::inconsistent("nummer", "laatste", &year))
}

/// Ends a restore: the chain of acts goes on, numbers jump, and the database can be opened again.
pub(crate) async fn finish_restore(store: &SqlStorage, log: &Handeling) -> Result<(), StorageError> {
    acts::check(log)?;
    acts::begin(store, log.at).await?;
    let (log, secrets) = (log.clone(), store.secrets().await);
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            jump(conn, i64::from(today_in_nl(log.at).year())).await?;
            acts::add(conn, &secrets.marks, &log, &[]).await?;
            conn.execute(FORGET_FACT, args![HALF_RESTORED]).await.map(|_| ())
        })
    });
    Ok(write.await?)
}

async fn jump(conn: &mut Conn, year: i64) -> Result<(), DbError> {
    let most = i64::from(limits::NUMBERS_SKIPPED);
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
    put_fact(conn, BEGIN, &format!("{year} {}", from + most)).await
}
