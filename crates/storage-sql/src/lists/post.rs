//! Letters in the lists of the organisation that wrote them.

use storage::queries::{PostQuery, PostSort, Poststuk};
use storage::{Lezer, PostRij, Rows, StorageError};

use super::{is_current, when, without};
use crate::db::{Arg, Conn};
use crate::page::{Listing, Walk, counted};
use crate::row::Row;

/// Letters in the list of reader 1 on day 2; parameters 3–5 are the filter.
macro_rules! letters {
    ($which:literal) => {
        concat!(
            " WHERE p.lezer = $1 AND ",
            is_current!("p", "$2"),
            $which,
            when!("$3", "p.stand ="),
            when!("$4", "p.soort ="),
            when!("$5", "p.dag <=")
        )
    };
}

const FROM: &str = " FROM lijst_post p";
const ALL_LETTERS: &str = letters!("");
/// Those that wait: they have indexes of their own, so that what left, which only grows in number, costs nothing.
const WAITING: &str = letters!(" AND p.gesloten_op IS NULL");

fn of(open: bool) -> &'static str {
    if open { WAITING } else { ALL_LETTERS }
}

fn walk(open: bool, sort: PostSort) -> Walk<'static> {
    let (column, values, [index, of_open]) = match sort {
        PostSort::Datum => ("p.datum", None, ["lijst_post_datum", "lijst_open_post_datum"]),
        PostSort::Dag => {
            ("p.dag", Some(("p.dag IS NOT NULL", "p.dag IS NULL")), ["lijst_post_dag", "lijst_open_post_dag"])
        }
        PostSort::Soort => ("p.soort", None, ["lijst_post_soort", "lijst_open_post_soort"]),
        PostSort::Naam => ("p.sorteernaam", None, ["lijst_post_naam", "lijst_open_post_naam"]),
    };
    Walk {
        tell: "d.dossier, d.weergavenaam, q.lezer, q.van, q.tot, q.brief, q.soort, q.zaak, q.datum, q.dag, q.aan,
            q.zonder_adres, q.vierkantjes, q.organisaties, q.stand, q.stap, q.stap_nr, q.stap_op, q.door, q.gesloten_op",
        join: " JOIN lijst_post q ON q.lezer = k.lezer AND q.dossier = k.dossier AND q.brief = k.brief
            AND q.van = k.van JOIN lijst_dossier d ON d.dossier = k.dossier",
        keys: "p.lezer AS lezer, p.dossier AS dossier, p.brief AS brief, p.van AS van",
        from: FROM,
        of: of(open),
        column,
        along: Some(if open { of_open } else { index }),
        values,
        then: &["dossier", "brief"],
        then_up: false,
        own: 5,
    }
}

#[cfg(test)]
pub(super) fn walks() -> Vec<(Walk<'static>, storage::Direction)> {
    let both = |sort, direction| [true, false].map(|open| (walk(open, sort), direction));
    super::each_way(PostSort::ALL, both).flatten().collect()
}

/// Every text that a list of letters can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    walks()
        .into_iter()
        .map(|(walk, direction)| walk.text(direction))
        .chain([true, false].map(|open| counted([FROM, of(open)])))
        .chain(super::texts_without(walks(), "p"))
        .collect()
}

fn read_letter(row: &Row) -> Result<Poststuk, StorageError> {
    let mut row = row.read("lijst_post");
    Ok(Poststuk {
        dossier: row.parse("dossier")?,
        weergavenaam: row.text("weergavenaam")?,
        post: PostRij {
            lezer: Lezer::stored(row.text("lezer")?),
            van: row.date("van")?,
            tot: row.opt_date("tot")?,
            brief: row.count("brief")?,
            soort: row.text("soort")?,
            zaak: row.text("zaak")?,
            datum: row.date("datum")?,
            dag: row.opt_date("dag")?,
            aan: row.text("aan")?,
            zonder_adres: row.text("zonder_adres")?,
            vierkantjes: row.text("vierkantjes")?,
            organisaties: row.text("organisaties")?,
            stand: row.text("stand")?,
            stap: row.opt_text("stap")?,
            stap_nr: row.opt_count("stap_nr")?,
            stap_op: row.opt_date("stap_op")?,
            door: row.opt_parse("door")?,
            gesloten_op: row.opt_date("gesloten_op")?,
        },
    })
}

pub(super) async fn list(conn: &mut Conn, query: &PostQuery) -> Result<Rows<Poststuk>, StorageError> {
    let mut args: Vec<Arg<'_>> = vec![
        query.scope.lezer.as_str().into(),
        query.scope.on.into(),
        (&query.stand).into(),
        (&query.soort).into(),
        query.dag_tot_en_met.into(),
    ];
    let of = without(of(query.open), "p", &query.scope.zonder, &mut args);
    let walk = Walk { of: &of, own: args.len(), ..walk(query.open, query.sort) };
    let page = walk.text(query.direction).into();
    let listing = Listing { page, count: counted([FROM, &of]).into(), read: read_letter };
    Ok(listing.ask_counted(conn, args, query.page).await?)
}
