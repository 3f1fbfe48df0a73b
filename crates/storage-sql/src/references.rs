//! Reference data.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use base::Date;
use crypto::Secret;
#[cfg(test)]
use storage::Direction;
use storage::references::{ReferenceField, ReferenceQuery, ReferenceSort};
use storage::{Invoerrun, Page, ReferenceUpdate, References, Referentie, Rows, StorageError, limits};

use crate::db::{Arg, Conn, args};
use crate::numbers::{Source, lock_acts, lock_imports, next_number};
use crate::page::{Listing, Walk, counted};
use crate::row::Row;
use crate::stand::{self, REFERENCES, SUMS, Som};
use crate::tokens::statements;
use crate::{SqlStorage, acts};

/// What an act is called that changed reference data.
const CHANGED: &str = "gegevens_ingelezen";

/// The columns of a version, in the order in which `read_one` takes them.
macro_rules! columns {
    () => {
        "f.code, f.soort, f.geldig_van, f.geldig_tot, f.naam, f.naam_norm, f.swv, f.bestuur, f.gemeente,
        f.gegevens, f.vingerafdruk, f.bron"
    };
}

/// A word of the name, or the beginning of the code, of thing f is between these bounds.
macro_rules! word {
    ($from:literal, $to:literal) => {
        concat!(
            " AND (CAST(",
            $from,
            " AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM referentie_woord w WHERE w.soort = $1 AND w.code = f.code",
            " AND w.woord >= ",
            $from,
            " AND w.woord < ",
            $to,
            "))"
        )
    };
}

/// Things of kind 1 on day 2; parameters 3–5 are the filter.
macro_rules! held {
    () => {
        "f.soort = $1 AND f.geldig_van <= $2 AND (f.geldig_tot IS NULL OR f.geldig_tot > $2)
            AND (CAST($3 AS TEXT) IS NULL OR f.swv = $3) AND (CAST($4 AS TEXT) IS NULL OR f.bestuur = $4)
            AND (CAST($5 AS TEXT) IS NULL OR f.gemeente = $5)"
    };
}

/// The words of a search but the first; parameters 6–13 are the bounds of all.
macro_rules! more_words {
    () => {
        concat!(word!("$8", "$9"), word!("$10", "$11"), word!("$12", "$13"))
    };
}

/// Everything of the kind.
const ALLE: [&str; 2] = [" FROM referentie f", concat!(" WHERE ", held!())];
/// Things with the words in their name, where so many have them that a walk meets one soon.
const MANY: [&str; 2] = [" FROM referentie f", concat!(" WHERE ", held!(), word!("$6", "$7"), more_words!())];
/// The same, where few have the first word: these are looked up.
const FEW: [&str; 2] = [
    " FROM referentie f",
    concat!(
        " WHERE f.code IN (SELECT w.code FROM referentie_woord w WHERE w.soort = $1 AND w.woord >= $6 AND w.woord < $7)
            AND ",
        held!(),
        more_words!()
    ),
];
/// Parameters of the filter, and with those the words.
const OWN: [usize; 2] = [5, 13];

statements! {
    /// A version that began on the day of the change or later never held: it is replaced.
    REMOVE_UNBORN = "DELETE FROM referentie WHERE soort = $1 AND code = $2 AND geldig_van >= $3";
    END = "UPDATE referentie SET geldig_tot = $3 WHERE soort = $1 AND code = $2
        AND (geldig_tot IS NULL OR geldig_tot > $3)";
    ADD = "INSERT INTO referentie (soort, code, geldig_van, geldig_tot, naam, naam_norm, swv, bestuur,
            gemeente, gegevens, vingerafdruk, bron)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    ADD_WORDS = "INSERT INTO referentie_woord (soort, woord, code)
        SELECT CAST($1 AS TEXT), s.value, CAST($2 AS TEXT) FROM {list $3} AS s WHERE 1 = 1
        ON CONFLICT (soort, woord, code) DO NOTHING";
    ADD_RUN = "INSERT INTO invoerrun (id, at, soort, bron, gelezen, nieuw, gewijzigd, ongewijzigd,
            vervallen, onbruikbaar)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FIND = concat!("SELECT ", columns!(), " FROM referentie f WHERE f.soort = $1 AND f.code = $2
        AND f.geldig_van <= $3 AND (f.geldig_tot IS NULL OR f.geldig_tot > $3)");
    HISTORY = concat!("SELECT ", columns!(), " FROM referentie f WHERE f.soort = $1 AND f.code = $2
        ORDER BY f.geldig_van");
    SWVS = "SELECT DISTINCT f.swv AS waarde FROM referentie f WHERE f.soort = $1 AND f.geldig_van <= $2
        AND (f.geldig_tot IS NULL OR f.geldig_tot > $2) AND f.swv IS NOT NULL ORDER BY waarde";
    MUNICIPALITIES = "SELECT DISTINCT {json f.gegevens gemeentenaam} AS waarde FROM referentie f WHERE f.soort = $1
        AND f.geldig_van <= $2 AND (f.geldig_tot IS NULL OR f.geldig_tot > $2)
        AND {json f.gegevens gemeentenaam} IS NOT NULL ORDER BY waarde";
    FINGERPRINTS = "SELECT code, vingerafdruk FROM referentie WHERE soort = $1 AND geldig_tot IS NULL";
    RUNS = "SELECT id, at, soort, bron, gelezen, nieuw, gewijzigd, ongewijzigd, vervallen, onbruikbaar
        FROM invoerrun ORDER BY id DESC LIMIT $1 OFFSET $2";
    SOURCES_OF_RUNS = "SELECT bron FROM invoerrun WHERE soort = $1 ORDER BY id DESC";
    COUNT_RUNS = "SELECT COUNT(*) FROM invoerrun";
}

/// A list in one order. Without a filter it is read along the index of that order; what a filter or a search leaves is few,
/// and is sorted.
fn walk([from, of]: [&'static str; 2], own: usize, sort: ReferenceSort, narrow: bool) -> Walk<'static> {
    let (column, values, index) = match sort {
        ReferenceSort::Naam => ("f.naam_norm", None, Some("referentie_op_naam")),
        ReferenceSort::Code => ("f.code", None, None),
        ReferenceSort::Plaats => (
            "{json f.gegevens school plaats}",
            Some(("{json f.gegevens school plaats} IS NOT NULL", "{json f.gegevens school plaats} IS NULL")),
            Some("referentie_op_plaats"),
        ),
        ReferenceSort::Swv => {
            ("f.swv", Some(("f.swv IS NOT NULL", "f.swv IS NULL")), Some("referentie_op_swv"))
        }
    };
    Walk {
        tell: columns!(),
        join: " JOIN referentie f ON f.soort = $1 AND f.code = k.code AND f.geldig_van = k.geldig_van",
        keys: "f.code AS code, f.geldig_van AS geldig_van",
        from,
        of,
        column,
        along: index.filter(|_| !narrow),
        values,
        then: if sort == ReferenceSort::Code { &[] } else { &["code"] },
        then_up: false,
        own,
    }
}

/// The walks along an index that the lists are, each with its direction.
#[cfg(test)]
pub(crate) fn walks() -> Vec<(Walk<'static>, Direction)> {
    let of = |sort, direction| (walk(ALLE, OWN[0], sort, false), direction);
    crate::lists::each_way(ReferenceSort::ALL, of).collect()
}

/// Every text that the list can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let [own, with_words] = OWN;
    let of = |sort, direction| {
        [(ALLE, own, false), (ALLE, own, true), (MANY, with_words, false), (FEW, with_words, true)]
            .map(|(of, own, narrow)| walk(of, own, sort, narrow).text(direction))
    };
    let counts = [ALLE, MANY, FEW].map(counted);
    crate::lists::each_way(ReferenceSort::ALL, of).flatten().chain(counts).collect()
}

fn read_one(row: &Row) -> Result<Referentie, StorageError> {
    let mut row = row.read("referentie");
    Ok(Referentie {
        code: row.text("code")?,
        soort: row.text("soort")?,
        geldig_van: row.date("geldig_van")?,
        geldig_tot: row.opt_date("geldig_tot")?,
        naam: row.text("naam")?,
        naam_norm: row.text("naam_norm")?,
        swv: row.opt_text("swv")?,
        bestuur: row.opt_text("bestuur")?,
        gemeente: row.opt_text("gemeente")?,
        gegevens: row.text("gegevens")?,
        vingerafdruk: row.text("vingerafdruk")?,
        bron: row.text("bron")?,
    })
}

fn read_run(row: &Row) -> Result<Invoerrun, StorageError> {
    let mut row = row.read("invoerrun");
    row.int("id")?;
    Ok(Invoerrun {
        at: row.at("at")?,
        soort: row.text("soort")?,
        bron: row.text("bron")?,
        gelezen: row.count("gelezen")?,
        nieuw: row.count("nieuw")?,
        gewijzigd: row.count("gewijzigd")?,
        ongewijzigd: row.count("ongewijzigd")?,
        vervallen: row.count("vervallen")?,
        onbruikbaar: row.count("onbruikbaar")?,
    })
}

/// Words by which a version is found: those of its name, and its code.
fn words(referentie: &Referentie) -> String {
    let code = base::naam::normalise(&referentie.code);
    let mut words: BTreeSet<&str> = referentie.naam_norm.split_whitespace().collect();
    words.extend(code.split_whitespace());
    crate::lists::json_list(words)
}

async fn end(conn: &mut Conn, soort: &str, code: &str, per: Date) -> Result<(), StorageError> {
    conn.execute(REMOVE_UNBORN, args![soort, code, per]).await?;
    conn.execute(END, args![soort, code, per]).await?;
    Ok(())
}

async fn add(conn: &mut Conn, row: &Referentie) -> Result<(), StorageError> {
    let args = args![
        &row.soort,
        &row.code,
        row.geldig_van,
        row.geldig_tot,
        &row.naam,
        &row.naam_norm,
        &row.swv,
        &row.bestuur,
        &row.gemeente,
        &row.gegevens,
        &row.vingerafdruk,
        &row.bron,
    ];
    conn.execute(ADD, args).await?;
    conn.execute(ADD_WORDS, args![&row.soort, &row.code, words(row)]).await?;
    Ok(())
}

async fn update(conn: &mut Conn, update: &ReferenceUpdate) -> Result<(), StorageError> {
    for code in &update.vervallen {
        end(conn, &update.soort, code, update.per).await?;
    }
    for row in &update.geldig {
        end(conn, &update.soort, &row.code, update.per).await?;
        add(conn, row).await?;
    }
    let run = &update.run;
    let id = next_number(conn, Source::Invoerrun).await?;
    let args = args![
        id,
        run.at,
        &run.soort,
        &run.bron,
        run.gelezen,
        run.nieuw,
        run.gewijzigd,
        run.ongewijzigd,
        run.vervallen,
        run.onbruikbaar,
    ];
    conn.execute(ADD_RUN, args).await?;
    Ok(())
}

/// Every update, unless another import was first. What all rows add up to is counted before and after: where it was wrong, it stays
/// so.
async fn update_all(
    conn: &mut Conn,
    marks: &Secret,
    updates: &[ReferenceUpdate],
    after: u64,
) -> Result<bool, StorageError> {
    lock_imports(conn).await?;
    let runs = conn.number(COUNT_RUNS, &[]).await?;
    if u64::try_from(runs) != Ok(after) {
        return Ok(false);
    }
    let table = acts::table(REFERENCES)?;
    let kept = stand::hold(conn, marks, REFERENCES).await?;
    let before = stand::count(conn, marks, table).await?;
    for one in updates {
        update(conn, one).await?;
    }
    if kept == Some(before) {
        let som = stand::count(conn, marks, table).await?;
        stand::keep(conn, marks, REFERENCES, Some(som)).await?;
        if let Some(first) = updates.first().filter(|_| som != before) {
            log_change(conn, marks, &first.run, (before, som)).await?;
        }
    }
    Ok(true)
}

/// The log of acts, which is a chain that seals cover, says which sum is the last: whoever puts back an earlier one with its rows is
/// found by it.
async fn log_change(
    conn: &mut Conn,
    marks: &Secret,
    run: &Invoerrun,
    (before, now): (Som, Som),
) -> Result<(), StorageError> {
    lock_acts(conn).await?;
    let log = acts::by_itself(run.at, CHANGED, &run.soort, run.bron.clone());
    acts::check(&log)?;
    let [before, now] = [before, now].map(|som| som.mark(marks, REFERENCES));
    Ok(acts::add_with(conn, marks, &log, format!("{SUMS} {REFERENCES} {now} {before}")).await?)
}

#[async_trait]
impl References for SqlStorage {
    async fn update_references(&self, updates: &[ReferenceUpdate], after: u64) -> Result<bool, StorageError> {
        let other = |update: &ReferenceUpdate, row: &Referentie| {
            row.soort != update.soort || row.geldig_van != update.per
        };
        if updates.iter().any(|update| update.geldig.iter().any(|row| other(update, row))) {
            let what = "every version of an update has its kind and begins on its day";
            return Err(StorageError::Misuse { what });
        }
        let (updates, secrets) = (updates.to_vec(), self.secrets().await);
        let write = self.db.write(move |conn| {
            Box::pin(async move { update_all(conn, &secrets.marks, &updates, after).await })
        });
        write.await
    }

    async fn reference(&self, soort: &str, code: &str, on: Date) -> Result<Option<Referentie>, StorageError> {
        let row = self.db.read().await?.row(FIND, args![soort, code, on]).await?;
        row.as_ref().map(read_one).transpose()
    }

    async fn reference_history(&self, soort: &str, code: &str) -> Result<Vec<Referentie>, StorageError> {
        let rows = self.db.read().await?.rows(HISTORY, args![soort, code]).await?;
        rows.iter().map(read_one).collect()
    }

    async fn references(&self, query: &ReferenceQuery) -> Result<Rows<Referentie>, StorageError> {
        let zoek = query.zoek.as_deref();
        if crate::lists::searches_nothing(zoek) {
            return Ok(Rows::none());
        }
        let mut args: Vec<Arg<'_>> = vec![
            (&query.soort).into(),
            query.on.into(),
            (&query.swv).into(),
            (&query.bestuur).into(),
            (&query.gemeente).into(),
        ];
        let mut conn = self.db.read().await?;
        let [own, with_words] = OWN;
        let narrow = query.swv.is_some() || query.bestuur.is_some() || query.gemeente.is_some();
        let listing = |of, own, narrow| Listing {
            page: walk(of, own, query.sort, narrow).text(query.direction).into(),
            count: counted(of).into(),
            read: read_one,
        };
        if zoek.is_none_or(|text| text.trim().is_empty()) {
            return Ok(listing(ALLE, own, narrow).ask_counted(&mut conn, args, query.page).await?);
        }
        args.extend(crate::lists::word_args(zoek));
        let found = conn.number(counted(FEW), &args).await?;
        let few = narrow || found <= i64::from(limits::COUNTED_ROWS);
        let of = if few { FEW } else { MANY };
        Ok(listing(of, with_words, few).ask_known(found, &mut conn, args, query.page).await?)
    }

    async fn reference_values(
        &self,
        soort: &str,
        of: ReferenceField,
        on: Date,
    ) -> Result<Vec<String>, StorageError> {
        let question = match of {
            ReferenceField::Swv => SWVS,
            ReferenceField::Gemeentenaam => MUNICIPALITIES,
        };
        let rows = self.db.read().await?.rows(question, args![soort, on]).await?;
        rows.iter().map(|row| row.read("referentie").text("waarde")).collect()
    }

    async fn fingerprints(&self, soort: &str) -> Result<BTreeMap<String, String>, StorageError> {
        let rows = self.db.read().await?.rows(FINGERPRINTS, args![soort]).await?;
        let pair = |row: &Row| {
            let mut row = row.read("referentie");
            Ok((row.text("code")?, row.text("vingerafdruk")?))
        };
        rows.iter().map(pair).collect()
    }

    async fn import_runs(&self, page: Page) -> Result<Rows<Invoerrun>, StorageError> {
        let listing = Listing { page: RUNS.into(), count: COUNT_RUNS.into(), read: read_run };
        Ok(listing.ask(&mut self.db.read().await?, Vec::new(), page).await?)
    }

    async fn sources_of_runs(&self, soort: &str) -> Result<Vec<String>, StorageError> {
        let rows = self.db.read().await?.rows(SOURCES_OF_RUNS, args![soort]).await?;
        rows.iter().map(|row| row.read("invoerrun").text("bron")).collect()
    }
}
