//! Turns: what I have to do, and what we are waiting for.

use storage::queries::{Beurt, BeurtOf, BeurtQuery, BeurtSort};
use storage::{BeurtRij, Direction, Rows, StorageError};

use super::dossiers::read_dossier;
use super::{case_seen, counts, dossier_columns, scope_args, seen_by, way, when};
use crate::db::{Arg, Conn};
use crate::page::Listing;
use crate::row::Row;
use crate::tokens::statements;

/// Turns open on day 2 of organisation 1, or of everybody but who looks from there; parameters 3–5 are the filter.
macro_rules! turns {
    ($whose:expr) => {
        concat!(
            " FROM lijst_beurt b JOIN lijst_dossier d ON d.dossier = b.dossier
            WHERE b.van <= $2 AND (b.tot IS NULL OR b.tot > $2)",
            when!("$3", "b.soort ="),
            when!("$4", "b.uiterlijk <="),
            when!("$5", "d.groep ="),
            $whose
        )
    };
}

macro_rules! of_organisatie {
    () => {
        turns!(
            " AND b.organisatie = $1 AND (CAST($6 AS TEXT) IS NULL OR b.rol = $6)
            AND (CAST($7 AS TEXT) IS NULL OR b.persoon IS NULL OR b.persoon = $7)"
        )
    };
}

macro_rules! of_others {
    () => {
        turns!(concat!(
            " AND NOT (b.organisatie = $1 AND b.rol = $12
                AND (CAST($13 AS TEXT) IS NULL OR b.persoon IS NULL OR b.persoon = $13))
            AND b.dossier IN ",
            seen_by!("$6", "$7", "$8", "$9", "$10"),
            " AND ",
            case_seen!("b.dossier", "b.zaak", "b.deel"; "$6", "$7", "$8", "$9", "$10", "$11")
        ))
    };
}

macro_rules! rows {
    ($turns:expr) => {
        concat!(
            "SELECT ",
            dossier_columns!(),
            ", b.nr, b.soort, b.zaak, b.deel, b.rol, b.organisatie, b.persoon, b.van, b.uiterlijk, b.tot, b.grond",
            $turns
        )
    };
}

statements! {
    COUNT_OF_ORGANISATIE = concat!("SELECT COUNT(*)", of_organisatie!());
    COUNT_OF_OTHERS = concat!("SELECT COUNT(*)", of_others!());
}

/// Turns without their order and page.
const OF_ORGANISATIE: &str = rows!(of_organisatie!());
const OF_OTHERS: &str = rows!(of_others!());

/// The text for turns of one kind, whose own parameters go before those of the page.
fn sorted(turns: &str, own: u8, sort: BeurtSort, direction: Direction) -> String {
    const BY_TERM: &str = ", b.uiterlijk IS NULL, b.uiterlijk";
    let (column, then) = match sort {
        BeurtSort::Uiterlijk => ("b.uiterlijk", ""),
        BeurtSort::Soort => ("b.soort", BY_TERM),
        BeurtSort::Naam => ("d.sorteernaam", BY_TERM),
        BeurtSort::Groep => ("d.groep", BY_TERM),
    };
    let (way, limit, offset) = (way(direction), own + 1, own + 2);
    format!(
        "{turns} ORDER BY {column} IS NULL, {column} {way}{then}, b.van, d.sorteernaam, b.dossier, b.nr
        LIMIT ${limit} OFFSET ${offset}"
    )
}

fn of_organisatie(sort: BeurtSort, direction: Direction) -> String {
    sorted(OF_ORGANISATIE, 7, sort, direction)
}

fn of_others(sort: BeurtSort, direction: Direction) -> String {
    sorted(OF_OTHERS, 13, sort, direction)
}

/// Every text that a list of turns can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    super::each_way(BeurtSort::ALL, of_organisatie)
        .chain(super::each_way(BeurtSort::ALL, of_others))
        .collect()
}

fn read_beurt(row: &Row) -> Result<Beurt, StorageError> {
    let mut row = row.read("lijst_beurt");
    let dossier = read_dossier(&mut row)?;
    let beurt = BeurtRij {
        nr: row.small("nr")?,
        soort: row.text("soort")?,
        zaak: row.text("zaak")?,
        deel: row.text("deel")?,
        rol: row.text("rol")?,
        organisatie: row.parse("organisatie")?,
        persoon: row.opt_parse("persoon")?,
        van: row.date("van")?,
        uiterlijk: row.opt_date("uiterlijk")?,
        tot: row.opt_date("tot")?,
        grond: row.text("grond")?,
    };
    Ok(Beurt { dossier, beurt })
}

pub(super) async fn list(conn: &mut Conn, query: &BeurtQuery) -> Result<Rows<Beurt>, StorageError> {
    let organisatie = match &query.of {
        BeurtOf::Organisatie { organisatie, .. } | BeurtOf::Anderen { organisatie, .. } => organisatie,
    };
    let mut args: Vec<Arg<'_>> = vec![
        organisatie.into(),
        query.on.into(),
        (&query.soort).into(),
        query.uiterlijk_tot_en_met.into(),
        (&query.groep).into(),
    ];
    let (page, count) = match &query.of {
        BeurtOf::Organisatie { rol, persoon, .. } => {
            args.extend::<[Arg<'_>; 2]>([rol.into(), persoon.into()]);
            (of_organisatie(query.sort, query.direction), COUNT_OF_ORGANISATIE)
        }
        BeurtOf::Anderen { scope, rol, persoon, .. } => {
            args.extend(scope_args(scope)?);
            args.extend::<[Arg<'_>; 2]>([rol.into(), persoon.into()]);
            (of_others(query.sort, query.direction), COUNT_OF_OTHERS)
        }
    };
    let listing = Listing { page: page.into(), count, read: read_beurt };
    Ok(listing.ask(conn, args, query.page).await?)
}
