//! Turns in the lists of those who have them and of those who wait for them.

use base::DossierNummer;
use storage::queries::{Beurt, BeurtQuery, BeurtSort};
use storage::{BeurtRij, Rows, Scope, StorageError};

use super::{in_order, is_current, json_list, when, without};
use crate::db::{Arg, Conn, args};
use crate::page::{Listing, Walk, counted};
use crate::row::Row;
use crate::tokens::statements;

/// The term of a turn without a last day.
pub(super) const END_OF_TIME: &str = "9999-12-31";

/// Where a row stands in a list by last day: who was given notice of default goes before the others.
pub(super) fn orde(in_gebreke: bool, termijn: &str) -> String {
    format!("{} {termijn}", if in_gebreke { '0' } else { '1' })
}

statements! {
    KINDS = concat!("SELECT k.value AS soort FROM {list $3} AS k WHERE EXISTS (SELECT 1 FROM {list $1} AS l
        WHERE EXISTS (SELECT 1 FROM lijst_taak t WHERE t.lezer = l.value AND t.soort = k.value AND ",
        is_current!("t", "$2"), " {probe}) {probe})");
    KINDS_WITHOUT = concat!("SELECT k.value AS soort FROM {list $3} AS k WHERE EXISTS (SELECT 1 FROM {list $1} AS l
        WHERE EXISTS (SELECT 1 FROM lijst_taak t WHERE t.lezer = l.value AND t.soort = k.value AND ",
        is_current!("t", "$2"), " AND t.dossier NOT IN (SELECT zonder.value FROM {list $4} AS zonder) {probe}) {probe})");
}

/// Which of these kinds stand in the lists of these scopes.
pub(super) async fn kinds(
    conn: &mut Conn,
    of: &[Scope],
    kinds: &[&str],
) -> Result<Vec<String>, StorageError> {
    let Some(Scope { on, zonder, .. }) = of.first() else { return Ok(Vec::new()) };
    let lezers = json_list(of.iter().map(|scope| scope.lezer.as_str()));
    let asked = json_list(kinds.iter().copied());
    let rows = if zonder.is_empty() {
        conn.rows(KINDS, args![lezers, *on, asked]).await?
    } else {
        let zonder = json_list(zonder.iter().map(DossierNummer::as_str));
        conn.rows(KINDS_WITHOUT, args![lezers, *on, asked, zonder]).await?
    };
    let found = rows.iter().map(|row| row.read("lijst_taak").text("soort"));
    Ok(in_order(kinds, &found.collect::<Result<_, _>>()?))
}

/// Turns in the list of reader 1 that are open on day 2, or begin on day 6 at the latest; parameters 3–5 are the filter.
macro_rules! turns {
    () => {
        concat!(
            " WHERE t.lezer = $1 AND t.van <= $6 AND (t.tot IS NULL OR t.tot > $2)",
            when!("$3", "t.soort ="),
            when!("$4", "t.termijn <="),
            when!("$5", "t.groep =")
        )
    };
}
const FROM: &str = " FROM lijst_taak t";
const OF: &str = turns!();
/// Those that begin after day 7, and do not go on where another ends.
const LATER: &str = concat!(turns!(), " AND t.begin > $7 AND t.vervolg = 0");

/// Those with the earliest last day come first among equals.
fn walk(sort: BeurtSort) -> Walk<'static> {
    let (column, values, index) = match sort {
        BeurtSort::Uiterlijk => {
            ("t.orde", Some(("t.orde < '1 9999-12-31'", "t.orde = '1 9999-12-31'")), "lijst_taak_orde")
        }
        BeurtSort::Soort => ("t.soort", None, "lijst_taak_soort"),
        BeurtSort::Naam => ("t.sorteernaam", None, "lijst_taak_naam"),
        BeurtSort::Groep => ("t.groep", Some(("t.groep IS NOT NULL", "t.groep IS NULL")), "lijst_taak_groep"),
    };
    Walk {
        tell: "d.dossier, d.weergavenaam, k.groep, b.nr, b.soort, b.zaak, b.rol, b.organisatie, b.persoon, b.van,
            b.uiterlijk, b.wettelijk, b.in_gebreke_tot, b.einddag, b.vervolg, b.tot, b.grond, b.nieuws_op, b.nieuws_door",
        join: " JOIN lijst_beurt b ON b.dossier = k.dossier AND b.nr = k.nr
            JOIN lijst_dossier d ON d.dossier = k.dossier",
        keys: "t.dossier AS dossier, t.nr AS nr, t.termijn AS termijn, t.begin AS begin, t.sorteernaam AS sorteernaam,
            t.groep AS groep",
        from: FROM,
        of: OF,
        column,
        along: Some(index),
        values,
        then: match sort {
            BeurtSort::Uiterlijk => &["begin", "sorteernaam", "dossier", "nr"],
            BeurtSort::Naam => &["termijn", "begin", "dossier", "nr"],
            BeurtSort::Soort | BeurtSort::Groep => &["termijn", "begin", "sorteernaam", "dossier", "nr"],
        },
        then_up: true,
        own: 6,
    }
}

/// Those that begin soon, in the order in which they do: a walk past those alone, since most turns of a reader began.
fn soon() -> Walk<'static> {
    Walk {
        of: LATER,
        column: "t.begin",
        along: Some("lijst_taak_begin"),
        values: None,
        then: &["sorteernaam", "dossier", "nr"],
        own: 7,
        ..walk(BeurtSort::Uiterlijk)
    }
}

#[cfg(test)]
pub(super) fn walks() -> Vec<(Walk<'static>, storage::Direction)> {
    let later = (soon(), storage::Direction::Up);
    super::each_way(BeurtSort::ALL, |sort, direction| (walk(sort), direction)).chain([later]).collect()
}

/// Every text that a list of turns can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    let counts = [OF, LATER].map(|of| counted([FROM, of]));
    let open = walks().into_iter().map(|(walk, direction)| walk.text(direction)).chain(counts);
    open.chain(super::texts_without(walks(), "t")).collect()
}

fn read_beurt(row: &Row) -> Result<Beurt, StorageError> {
    let mut row = row.read("lijst_beurt");
    Ok(Beurt {
        dossier: row.parse("dossier")?,
        weergavenaam: row.text("weergavenaam")?,
        groep: row.opt_text("groep")?,
        beurt: BeurtRij {
            nr: row.small("nr")?,
            soort: row.text("soort")?,
            zaak: row.text("zaak")?,
            rol: row.text("rol")?,
            organisatie: row.parse("organisatie")?,
            persoon: row.opt_parse("persoon")?,
            van: row.date("van")?,
            uiterlijk: row.opt_date("uiterlijk")?,
            wettelijk: row.opt_date("wettelijk")?,
            in_gebreke_tot: row.opt_date("in_gebreke_tot")?,
            einddag: row.opt_date("einddag")?,
            vervolg: row.flag("vervolg")?,
            tot: row.opt_date("tot")?,
            grond: row.text("grond")?,
            nieuws_op: row.opt_at("nieuws_op")?,
            nieuws_door: row.opt_parse("nieuws_door")?,
        },
    })
}

pub(super) async fn list(conn: &mut Conn, query: &BeurtQuery) -> Result<Rows<Beurt>, StorageError> {
    let mut args: Vec<Arg<'_>> = vec![
        query.scope.lezer.as_str().into(),
        query.scope.on.into(),
        (&query.soort).into(),
        query.uiterlijk_tot_en_met.into(),
        (&query.groep).into(),
        query.van_tot_en_met.map_or(query.scope.on, |last| last.max(query.scope.on)).into(),
    ];
    let (walk, direction) = match query.van_na {
        None => (walk(query.sort), query.direction),
        Some(van_na) => {
            args.push(van_na.into());
            (soon(), storage::Direction::Up)
        }
    };
    let of = without(walk.of, "t", &query.scope.zonder, &mut args);
    let page = Walk { of: &of, own: args.len(), ..walk }.text(direction);
    let listing = Listing { page: page.into(), count: counted([FROM, &of]).into(), read: read_beurt };
    Ok(listing.ask_counted(conn, args, query.page).await?)
}
