//! Files: the list, the search, one row and possible doubles.

use std::collections::BTreeMap;

use base::{Date, DossierNummer, PersoonId, Timestamp};
use storage::queries::{DossierFilter, DossierQuery, DossierSort, Kind};
use storage::{DossierRij, Rows, Scope, StorageError, StreamId, limits};

use super::{
    dossier_columns, in_order, is_current, json_list, recorded, searches_nothing, when, whole_args,
    with_without, without, word_args,
};
use crate::db::{Arg, Conn, args};
use crate::page::{Listing, Walk, counted};
use crate::row::{Reader, Row};
use crate::tokens::statements;

/// What file g is narrowed to: it is seen by reader 1 on day 2; parameters 3–8 are the filter.
macro_rules! seen {
    () => {
        concat!(
            " g.lezer = $1 AND ",
            is_current!("g", "$2"),
            when!("$3", "g.geboortedatum ="),
            when!("$4", "g.vestiging ="),
            when!("$5", "g.groep ="),
            when!("$6", "g.fase ="),
            when!("$7", "g.wacht_op_rol ="),
            when!("$8", "g.volgende_datum <=")
        )
    };
}

/// A word of the name of file g begins with what stands between two bounds.
macro_rules! word {
    ($from:literal, $to:literal) => {
        concat!(
            " AND (CAST(",
            $from,
            " AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM lijst_zoek z WHERE z.lezer = $1 AND z.dossier = g.dossier",
            " AND z.sleutel >= ",
            $from,
            " AND z.sleutel < ",
            $to,
            "))"
        )
    };
}

/// The words of a search but the first, or all of them as one; parameters 9–16 are the bounds of the words, 17 and 18
/// those of the whole, which begins with the first word.
macro_rules! more_words {
    () => {
        concat!(
            " AND ((TRUE",
            word!("$11", "$12"),
            word!("$13", "$14"),
            word!("$15", "$16"),
            ") OR (TRUE",
            word!("$17", "$18"),
            "))"
        )
    };
}

/// Every file that the reader sees.
const ALLE: [&str; 2] = [" FROM lijst_gezien g", concat!(" WHERE", seen!())];
/// Files with the words in their name, where so many have them that a walk meets one soon.
const MANY: [&str; 2] =
    [" FROM lijst_gezien g", concat!(" WHERE", seen!(), word!("$9", "$10"), more_words!())];
/// The same, where few have the first word: these are looked up. The join keeps its order, and finds the rows by their
/// key: by the index on files it would look up each of them twice.
const FEW: [&str; 2] = [
    " FROM (SELECT DISTINCT z.dossier FROM lijst_zoek z WHERE z.lezer = $1 AND z.sleutel >= $9 AND z.sleutel < $10) w
    CROSS JOIN lijst_gezien g {along sqlite_autoindex_lijst_gezien_1}",
    concat!(" WHERE g.dossier = w.dossier AND", seen!(), more_words!()),
];
/// Parameters of the reader and the filter, and with those the words.
#[cfg(test)]
const OWN: [usize; 2] = [8, 18];

statements! {
    ONE = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d WHERE d.dossier = $1");
    DOUBLES = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d WHERE d.dossier IN (
        SELECT g.dossier FROM lijst_gezien g WHERE g.lezer = $1 AND g.geboortedatum = $4 AND ",
            is_current!("g", "$2"), " UNION SELECT g.dossier FROM lijst_gezien g WHERE g.lezer = $1 AND g.geboortedatum = $5 AND ",
            is_current!("g", "$2"), " UNION SELECT e.dossier FROM lijst_dossier e WHERE e.naam_norm = $3 AND EXISTS (
            SELECT 1 FROM lijst_gezien h WHERE h.lezer = $1 AND h.dossier = e.dossier AND ",
            is_current!("h", "$2"), " {probe})) ORDER BY d.dossier");
    WITH_KEY = concat!("SELECT ", dossier_columns!(), " FROM lijst_dossier d WHERE d.dossier IN (
        SELECT z.dossier FROM lijst_zoek z WHERE z.lezer = $1 AND z.sleutel = $3) AND EXISTS (
        SELECT 1 FROM lijst_gezien g WHERE g.lezer = $1 AND g.dossier = d.dossier AND ",
        is_current!("g", "$2"), " {probe}) ORDER BY d.dossier");
    PHASES = concat!("SELECT f.value AS fase FROM {list $3} AS f WHERE EXISTS (SELECT 1 FROM lijst_gezien g
        WHERE g.lezer = $1 AND g.fase = f.value AND ", is_current!("g", "$2"), " {probe})");
    PHASES_WITHOUT = concat!("SELECT f.value AS fase FROM {list $3} AS f WHERE EXISTS (SELECT 1 FROM lijst_gezien g
        WHERE g.lezer = $1 AND g.fase = f.value AND ", is_current!("g", "$2"), "
        AND g.dossier NOT IN (SELECT zonder.value FROM {list $4} AS zonder) {probe})");
    LISTED = concat!("SELECT d.dossier AS dossier FROM lijst_dossier d WHERE d.dossier > $1 AND ", recorded!("d"), "
        ORDER BY d.dossier LIMIT $2");
    OUTDATED = concat!("SELECT d.dossier AS dossier FROM lijst_dossier d WHERE d.wijzigt_op <= $1 AND d.dossier || '' > $2 AND ",
        recorded!("d"), " ORDER BY d.dossier || '' LIMIT $3");
    CHANGED_SINCE = concat!("SELECT e.stream AS stream FROM
        (SELECT stream, position, recorded_at, persoon FROM event ORDER BY position DESC LIMIT 5000) e
        WHERE e.recorded_at > $3 AND e.persoon <> $4 AND EXISTS (SELECT 1 FROM lijst_gezien g
            WHERE g.lezer = $1 AND g.dossier = SUBSTR(e.stream, 9) AND ", is_current!("g", "$2"), ")
        GROUP BY e.stream ORDER BY MAX(e.position) DESC LIMIT $5");
}

/// The walk; `along` none where what is looked up by a word is sorted.
fn walk([from, of]: [&str; 2], (own, along): (usize, bool), sort: DossierSort) -> Walk<'_> {
    let (column, values, index) = match sort {
        DossierSort::Naam => ("g.sorteernaam", None, Some("lijst_gezien_naam")),
        DossierSort::Dossier => ("g.dossier", None, None),
        DossierSort::Geboortedatum => (
            "g.geboortedatum",
            Some(("g.geboortedatum IS NOT NULL", "g.geboortedatum IS NULL")),
            Some("lijst_gezien_geboren"),
        ),
        DossierSort::Groep => {
            ("g.groep", Some(("g.groep IS NOT NULL", "g.groep IS NULL")), Some("lijst_gezien_groep"))
        }
        DossierSort::Fase => ("g.fase", None, Some("lijst_gezien_fase")),
        DossierSort::VolgendeDatum => (
            "g.volgende_datum",
            Some(("g.volgende_datum IS NOT NULL", "g.volgende_datum IS NULL")),
            Some("lijst_gezien_datum"),
        ),
    };
    Walk {
        tell: concat!(
            dossier_columns!(),
            ", g.fase, g.vestiging AS bij, g.groep AS in_groep, g.aangemeld_op, g.volgende_datum, g.volgende_einddag, g.wacht_op_rol, g.delen"
        ),
        join: " JOIN lijst_gezien g ON g.lezer = $1 AND g.dossier = k.dossier AND g.van = k.van
            JOIN lijst_dossier d ON d.dossier = k.dossier",
        keys: "g.dossier AS dossier, g.van AS van",
        from,
        of,
        column,
        along: index.filter(|_| along),
        values,
        then: if sort == DossierSort::Dossier { &[] } else { &["dossier"] },
        then_up: false,
        own,
    }
}

#[cfg(test)]
pub(super) fn walks() -> Vec<(Walk<'static>, storage::Direction)> {
    let [own, with_words] = OWN;
    let of = |sort, direction| {
        [walk(ALLE, (own, true), sort), walk(MANY, (with_words, true), sort)].map(|walk| (walk, direction))
    };
    super::each_way(DossierSort::ALL, of).flatten().collect()
}

/// Every text that the list can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let [own, with_words] = OWN;
    let of = |sort, direction| {
        let all = [(ALLE, own, true), (MANY, with_words, true), (FEW, with_words, false)];
        let texts = all.map(|(narrowed, own, along)| {
            let closed = with_without(narrowed[1], "g", own + 1);
            let open = walk(narrowed, (own, along), sort).text(direction);
            [open, walk([narrowed[0], &closed], (own + 1, along), sort).text(direction)]
        });
        texts.concat()
    };
    let all = [(ALLE, own), (MANY, with_words), (FEW, with_words)];
    let counts =
        all.map(|([from, of], own)| [counted([from, of]), counted([from, &with_without(of, "g", own + 1)])]);
    super::each_way(DossierSort::ALL, of).flatten().chain(counts.concat()).collect()
}

/// Reads the columns of `dossier_columns!`.
pub(super) fn read_dossier(row: &mut Reader<'_>) -> Result<DossierRij, StorageError> {
    Ok(DossierRij {
        dossier: row.parse("dossier")?,
        weergavenaam: row.text("weergavenaam")?,
        sorteernaam: row.text("sorteernaam")?,
        naam_norm: row.text("naam_norm")?,
        geboortedatum: row.opt_date("geboortedatum")?,
        vestiging: row.opt_parse("vestiging")?,
        groep: row.opt_text("groep")?,
        stand: row.text("stand")?,
        gewijzigd_op: row.at("gewijzigd_op")?,
        wijzigt_op: row.opt_date("wijzigt_op")?,
    })
}

fn read_kind(row: &Row) -> Result<Kind, StorageError> {
    let mut row = row.read("lijst_dossier");
    let dossier = read_dossier(&mut row)?;
    let (fase, vestiging) = (row.text("fase")?, row.opt_parse("vestiging")?);
    Ok(Kind {
        // In which group the child is, as far as this reader is told.
        dossier: DossierRij { groep: row.opt_text("in_groep")?, ..dossier },
        fase,
        vestiging,
        aangemeld_op: row.opt_date("aangemeld_op")?,
        volgende_datum: row.opt_date("volgende_datum")?,
        volgende_einddag: row.opt_date("volgende_einddag")?,
        wacht_op_rol: row.opt_text("wacht_op_rol")?,
        delen: row.text("delen")?,
    })
}

fn read_one(row: &Row) -> Result<DossierRij, StorageError> {
    read_dossier(&mut row.read("lijst_dossier"))
}

fn which_args<'a>(scope: &'a Scope, filter: &'a DossierFilter) -> Vec<Arg<'a>> {
    vec![
        scope.lezer.as_str().into(),
        scope.on.into(),
        filter.geboortedatum.into(),
        (&filter.vestiging).into(),
        (&filter.groep).into(),
        (&filter.fase).into(),
        (&filter.wacht_op_rol).into(),
        filter.volgende_tot_en_met.into(),
    ]
}

/// A list is one walk. A search first counts: those that few names fit are looked up by the word, and where many fit,
/// the walk in order of the list meets them soon. Either way the cost has a bound.
pub(super) async fn list(conn: &mut Conn, query: &DossierQuery) -> Result<Rows<Kind>, StorageError> {
    let DossierQuery { scope, filter, sort, direction, page } = query;
    let mut args = which_args(scope, filter);
    let zoek = filter.zoek.as_deref().filter(|zoek| !zoek.trim().is_empty());
    if searches_nothing(zoek) {
        return Ok(Rows::none());
    }
    let listing = |[from, of]: [&str; 2], own: usize, along: bool| Listing {
        page: walk([from, of], (own, along), *sort).text(*direction).into(),
        count: counted([from, of]).into(),
        read: read_kind,
    };
    if zoek.is_none() {
        let of = without(ALLE[1], "g", &scope.zonder, &mut args);
        return Ok(listing([ALLE[0], &of], args.len(), true).ask_counted(conn, args, *page).await?);
    }
    args.extend(word_args(zoek));
    args.extend(whole_args(zoek));
    let few = without(FEW[1], "g", &scope.zonder, &mut args);
    let (own, found) = (args.len(), conn.number(counted([FEW[0], &few]), &args).await?);
    if found <= i64::from(limits::COUNTED_ROWS) {
        return Ok(listing([FEW[0], &few], own, false).ask_known(found, conn, args, *page).await?);
    }
    let many = if scope.zonder.is_empty() { MANY[1].to_owned() } else { with_without(MANY[1], "g", own) };
    Ok(listing([MANY[0], &many], own, true).ask_known(found, conn, args, *page).await?)
}

pub(super) async fn one(
    conn: &mut Conn,
    dossier: &DossierNummer,
) -> Result<Option<DossierRij>, StorageError> {
    conn.row(ONE, args![dossier]).await?.as_ref().map(read_one).transpose()
}

/// Files that share the name or the day of birth, or were born on that day with day and month changed places.
pub(super) async fn with_keys(
    conn: &mut Conn,
    scope: &Scope,
    keys: &[String],
) -> Result<Vec<DossierRij>, StorageError> {
    let mut found = BTreeMap::new();
    for key in keys {
        for row in conn.rows(WITH_KEY, args![scope.lezer.as_str(), scope.on, key]).await? {
            let row = read_one(&row)?;
            found.insert(row.dossier.clone(), row);
        }
    }
    Ok(found.into_values().collect())
}

/// Which of these phases the files that somebody sees have.
pub(super) async fn phases(
    conn: &mut Conn,
    scope: &Scope,
    phases: &[&str],
) -> Result<Vec<String>, StorageError> {
    let asked = json_list(phases.iter().copied());
    let rows = if scope.zonder.is_empty() {
        conn.rows(PHASES, args![scope.lezer.as_str(), scope.on, asked]).await?
    } else {
        let zonder = json_list(scope.zonder.iter().map(DossierNummer::as_str));
        conn.rows(PHASES_WITHOUT, args![scope.lezer.as_str(), scope.on, asked, zonder]).await?
    };
    let found = rows.iter().map(|row| row.read("lijst_gezien").text("fase"));
    Ok(in_order(phases, &found.collect::<Result<_, _>>()?))
}

pub(super) async fn doubles(
    conn: &mut Conn,
    scope: &Scope,
    naam_norm: &str,
    geboortedatum: Date,
) -> Result<Vec<DossierRij>, StorageError> {
    let turned = base::dates::turned(geboortedatum).unwrap_or(geboortedatum);
    let asked = args![scope.lezer.as_str(), scope.on, naam_norm, geboortedatum, turned];
    conn.rows(DOUBLES, asked).await?.iter().map(read_one).collect()
}

/// Files that have rows, by number.
pub(super) async fn listed(
    conn: &mut Conn,
    after: Option<&DossierNummer>,
    limit: u32,
) -> Result<Vec<DossierNummer>, StorageError> {
    let rows = conn.rows(LISTED, args![after.map_or("", DossierNummer::as_str), limit]).await?;
    rows.iter().map(|row| row.read("lijst_dossier").parse("dossier")).collect()
}

pub(super) async fn outdated(
    conn: &mut Conn,
    on: Date,
    after: Option<&DossierNummer>,
    limit: u32,
) -> Result<Vec<DossierNummer>, StorageError> {
    let after = after.map_or("", DossierNummer::as_str);
    let rows = conn.rows(OUTDATED, args![on, after, limit]).await?;
    rows.iter().map(|row| row.read("lijst_dossier").parse("dossier")).collect()
}

/// Files in which others recorded something: of a stream `dossier/2026-000017` the number is what stands behind the kind.
pub(super) async fn changed_since(
    conn: &mut Conn,
    scope: &Scope,
    (not_by, since): (&PersoonId, Timestamp),
    most: u32,
) -> Result<Vec<DossierNummer>, StorageError> {
    let args = args![scope.lezer.as_str(), scope.on, since, not_by, most];
    let rows = conn.rows(CHANGED_SINCE, args).await?;
    let streams = rows.iter().map(|row| row.read("event").parse::<StreamId>("stream"));
    Ok(streams.collect::<Result<Vec<_>, _>>()?.iter().filter_map(StreamId::as_dossier).collect())
}
