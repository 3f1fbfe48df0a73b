//! Reference data.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use base::Date;
use storage::references::{ReferenceQuery, ReferenceSort};
use storage::{Direction, Invoerrun, Page, ReferenceUpdate, References, Referentie, Rows, StorageError};

use crate::SqlStorage;
use crate::db::{Arg, Conn, args};
use crate::numbers::{Source, next_number};
use crate::page::Listing;
use crate::row::Row;
use crate::tokens::statements;

/// The columns of a version, in the order in which `read_one` takes them.
macro_rules! columns {
    () => {
        "f.code, f.soort, f.geldig_van, f.geldig_tot, f.naam, f.naam_norm, f.swv, f.bestuur, f.gemeente,
        f.gegevens, f.vingerafdruk, f.bron"
    };
}

/// The things of kind 1 with a word of the name, or the beginning of the code, between these bounds.
macro_rules! with_word {
    ($from:literal, $to:literal) => {
        concat!(
            "f.code IN (SELECT w.code FROM referentie_woord w WHERE w.soort = $1 AND w.woord >= ",
            $from,
            " AND w.woord < ",
            $to,
            ")"
        )
    };
}

/// A further word of a search, where there is one.
macro_rules! word {
    ($from:literal, $to:literal) => {
        concat!(" AND (CAST(", $from, " AS TEXT) IS NULL OR ", with_word!($from, $to), ")")
    };
}

/// Things of kind 1 on day 2; parameters 3–5 are the filter, 6–13 the words. What is said of the first word differs: a
/// search begins at it, and a list without a search has none.
macro_rules! which {
    ($first:expr) => {
        concat!(
            " FROM referentie f WHERE f.soort = $1
            AND f.geldig_van <= $2 AND (f.geldig_tot IS NULL OR f.geldig_tot > $2)
            AND (CAST($3 AS TEXT) IS NULL OR f.swv = $3) AND (CAST($4 AS TEXT) IS NULL OR f.bestuur = $4)
            AND (CAST($5 AS TEXT) IS NULL OR f.gemeente = $5) AND ",
            $first,
            word!("$8", "$9"),
            word!("$10", "$11"),
            word!("$12", "$13")
        )
    };
}

macro_rules! all {
    () => {
        which!("CAST($6 AS TEXT) IS NULL AND CAST($7 AS TEXT) IS NULL")
    };
}

macro_rules! found {
    () => {
        which!(with_word!("$6", "$7"))
    };
}

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
    COUNT = concat!("SELECT COUNT(*)", all!());
    COUNT_FOUND = concat!("SELECT COUNT(*)", found!());
    FINGERPRINTS = "SELECT code, vingerafdruk FROM referentie WHERE soort = $1 AND geldig_tot IS NULL";
    RUNS = "SELECT id, at, soort, bron, gelezen, nieuw, gewijzigd, ongewijzigd, vervallen, onbruikbaar
        FROM invoerrun ORDER BY id DESC LIMIT $1 OFFSET $2";
    COUNT_RUNS = "SELECT COUNT(*) FROM invoerrun";
}

/// The list and what a search finds, without their order and page.
const LIST: &str = concat!("SELECT ", columns!(), all!());
const FOUND: &str = concat!("SELECT ", columns!(), found!());

fn sorted(list: &str, sort: ReferenceSort, direction: Direction) -> String {
    let column = match sort {
        ReferenceSort::Naam => "f.naam_norm",
        ReferenceSort::Code => "f.code",
        ReferenceSort::Plaats => "{json f.gegevens school plaats}",
        ReferenceSort::Swv => "f.swv",
    };
    let way = crate::lists::way(direction);
    format!("{list} ORDER BY {column} IS NULL, {column} {way}, f.code {way} LIMIT $14 OFFSET $15")
}

/// Every text that the list can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let both = |sort, direction| [LIST, FOUND].map(|list| sorted(list, sort, direction));
    crate::lists::each_way(ReferenceSort::ALL, both).flatten().collect()
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

#[async_trait]
impl References for SqlStorage {
    async fn update_references(&self, wanted: &ReferenceUpdate) -> Result<(), StorageError> {
        if wanted.geldig.iter().any(|row| row.soort != wanted.soort || row.geldig_van != wanted.per) {
            let what = "every version of an update has its kind and begins on its day";
            return Err(StorageError::Misuse { what });
        }
        let wanted = wanted.clone();
        self.db.write(move |conn| Box::pin(async move { update(conn, &wanted).await })).await
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
        args.extend(crate::lists::word_args(zoek));
        let searches = zoek.is_some_and(|text| !text.trim().is_empty());
        let (list, count) = if searches { (FOUND, COUNT_FOUND) } else { (LIST, COUNT) };
        let page = sorted(list, query.sort, query.direction).into();
        let listing = Listing { page, count: count.into(), read: read_one };
        Ok(listing.ask(&mut self.db.read().await?, args, query.page).await?)
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
}
