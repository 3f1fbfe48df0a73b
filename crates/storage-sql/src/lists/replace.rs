//! Writing the rows of one file.
//!
//! A row stands in up to seven indexes, and most acts change few of a file's rows: a letter that was made changes none.
//! So what stands there is read first, and a list is written only where it says something else.

use std::collections::BTreeSet;

use base::DossierNummer;
use storage::{AppendError, Lezer, Projection, StorageError, StreamId, TlvRij, limits};

use super::recorded;
use super::rows::{self, Rows};
use crate::db::{Arg, Conn, DbError, args};
use crate::log::head;
use crate::numbers::lock_stream;
use crate::row::Row;
use crate::tokens::statements;

statements! {
    OUTDATE = "UPDATE lijst_dossier SET wijzigt_op = $2
        WHERE dossier IN (SELECT g.dossier FROM lijst_gezien g WHERE g.lezer = $1) AND (wijzigt_op IS NULL OR wijzigt_op <> $2)";
    MADE_BY = "SELECT door FROM lijst_gemaakt WHERE nr = 1";
    SET_MADE_BY = "INSERT INTO lijst_gemaakt (nr, door) VALUES (1, $1)
        ON CONFLICT (nr) DO UPDATE SET door = excluded.door";
}

/// A list: how the rows of a file are found in it, removed from it and added to it. What is found has the columns of
/// what is added, in the same order.
struct Lijst {
    table: &'static str,
    find: &'static str,
    remove: &'static str,
    add: &'static str,
    /// Rows of no file of the log: how many, and how they go.
    strays: &'static str,
    remove_strays: &'static str,
    /// A row that is added takes the place of the one that is there.
    takes_place: bool,
}

macro_rules! lijst {
    ($table:literal, $columns:literal, $values:literal) => {
        Lijst {
            table: $table,
            find: concat!("SELECT ", $columns, " FROM ", $table, " WHERE dossier = $1"),
            remove: concat!("DELETE FROM ", $table, " WHERE dossier = $1"),
            add: concat!("INSERT INTO ", $table, " (", $columns, ") VALUES (", $values, ")"),
            strays: concat!("SELECT COUNT(*) FROM ", $table, " r WHERE NOT ", recorded!("r")),
            remove_strays: concat!("DELETE FROM ", $table, " AS r WHERE NOT ", recorded!("r")),
            takes_place: false,
        }
    };
}

/// The moment of the last event changes with each of them, and stands in no index.
const DOSSIER: Lijst = Lijst {
    table: "lijst_dossier",
    find: "SELECT dossier, weergavenaam, sorteernaam, naam_norm, geboortedatum, vestiging, groep, stand, gewijzigd_op,
            wijzigt_op
        FROM lijst_dossier WHERE dossier = $1",
    remove: "DELETE FROM lijst_dossier WHERE dossier = $1",
    add: "INSERT INTO lijst_dossier (dossier, weergavenaam, sorteernaam, naam_norm, geboortedatum, vestiging, groep,
            stand, gewijzigd_op, wijzigt_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (dossier) DO UPDATE SET weergavenaam = excluded.weergavenaam,
            sorteernaam = excluded.sorteernaam, naam_norm = excluded.naam_norm,
            geboortedatum = excluded.geboortedatum, vestiging = excluded.vestiging, groep = excluded.groep,
            stand = excluded.stand, gewijzigd_op = excluded.gewijzigd_op, wijzigt_op = excluded.wijzigt_op",
    strays: concat!("SELECT COUNT(*) FROM lijst_dossier r WHERE NOT ", recorded!("r")),
    remove_strays: concat!("DELETE FROM lijst_dossier AS r WHERE NOT ", recorded!("r")),
    takes_place: true,
};

/// Who sees the file in a list finds it by the words of its name.
const ZOEK: Lijst = lijst!("lijst_zoek", "lezer, sleutel, dossier", "$1, $2, $3");
const GEZIEN: Lijst = lijst!(
    "lijst_gezien",
    "lezer, dossier, van, tot, sorteernaam, geboortedatum, groep, fase, vestiging, aangemeld_op, volgende_datum,
        volgende_einddag, wacht_op_rol, delen",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14"
);
const BEURTEN: Lijst = lijst!(
    "lijst_beurt",
    "dossier, nr, soort, zaak, rol, organisatie, persoon, van, uiterlijk, tot, grond, nieuws_op, nieuws_door,
        wettelijk, in_gebreke_tot, einddag, vervolg",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17"
);
const TAKEN: Lijst = lijst!(
    "lijst_taak",
    "lezer, dossier, nr, van, tot, soort, termijn, begin, sorteernaam, groep, orde, vervolg",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12"
);
const VERZOEKEN: Lijst = lijst!(
    "lijst_verzoek",
    "lezer, dossier, aanvraag, van, tot, soort, fase, vestiging, ontvangen_op, uiterlijk, gesloten_op, sorteernaam,
        orde, adviesstand",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14"
);
const AANVRAGEN: Lijst = lijst!(
    "lijst_aanvraag",
    "dossier, aanvraag, swv, vestiging, soort, fase, ontvangen_op, uiterlijk, opgeschort, volledig, behandelaar,
        gesloten_op, wettelijk, in_gebreke_tot, adviesstand, adviezen, adviezen_nodig, geadviseerd, wacht_op_advies,
        andere_categorie",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20"
);
const TOEWIJZINGEN: Lijst =
    lijst!("lijst_toewijzing", "dossier, aanvraag, persoon, toegewezen_op, gereed_op", "$1, $2, $3, $4, $5");
const POST: Lijst = lijst!(
    "lijst_post",
    "lezer, dossier, brief, van, tot, soort, zaak, datum, dag, aan, organisaties, stand, stap, stap_nr, stap_op,
        door, gesloten_op, sorteernaam, zonder_adres, vierkantjes",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20"
);
const TLVS: Lijst = lijst!(
    "lijst_tlv",
    "swv, nummer, dossier, aanvraag, weergavenaam, geboortedatum, soort, categorie, van, tot_en_met, status,
        sorteernaam",
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12"
);

/// Every list.
const LISTS: [&Lijst; 10] =
    [&DOSSIER, &ZOEK, &GEZIEN, &BEURTEN, &TAKEN, &VERZOEKEN, &AANVRAGEN, &TOEWIJZINGEN, &POST, &TLVS];

/// What is asked of and done to each list of rows.
#[cfg(test)]
pub(super) fn variants() -> Vec<String> {
    let of = |list: &&Lijst| [list.find, list.remove, list.add, list.strays, list.remove_strays];
    LISTS.iter().flat_map(of).map(ToOwned::to_owned).collect()
}

/// How many rows belong to no file of the log, per list that has them.
pub(crate) async fn strays(conn: &mut Conn) -> Result<Vec<(&'static str, u64)>, StorageError> {
    let mut found = Vec::new();
    for list in LISTS {
        let rows = conn.number(list.strays, args![]).await?.unsigned_abs();
        if rows > 0 {
            found.push((list.table, rows));
        }
    }
    Ok(found)
}

/// Removes those, and reads none of them.
pub(crate) async fn remove_strays(conn: &mut Conn) -> Result<(), DbError> {
    for list in LISTS {
        conn.execute(list.remove_strays, args![]).await?;
    }
    Ok(())
}

/// Whether these can be the list rows of this stream.
pub(crate) fn check(stream: &StreamId, projection: &Projection) -> Result<(), StorageError> {
    let Some(dossier) = stream.as_dossier() else {
        return Err(StorageError::Misuse { what: "only files have list rows" });
    };
    if projection.dossier.as_ref().is_some_and(|row| row.dossier != dossier) {
        return Err(StorageError::Misuse { what: "list rows of another file" });
    }
    let texts = projection.beurten.iter().map(|beurt| beurt.grond.len());
    let names = projection.dossier.iter().map(|row| row.weergavenaam.len());
    let readers = projection.post.iter().map(|row| row.aan.len());
    crate::at_most(
        "text of a list row",
        texts.chain(names).chain(readers).max().unwrap_or_default(),
        limits::TEXT_BYTES,
    )
}

/// Replaces every row of a file. `is_new` says that there cannot be rows yet.
pub(crate) async fn replace(
    conn: &mut Conn,
    stream: &StreamId,
    projection: &Projection,
    is_new: bool,
) -> Result<(), AppendError> {
    let Some(dossier) = stream.as_dossier() else { return Ok(()) };
    let wanted = Wanted::of(&dossier, projection);
    for (list, rows) in wanted.lists {
        if is_new || make_way(conn, list, &dossier, &rows).await? {
            conn.insert_all(list.add, rows).await?;
        }
    }
    if is_new || make_way(conn, &TLVS, &dossier, &wanted.tlvs).await? {
        for (tlv, row) in projection.tlvs.iter().zip(&wanted.tlvs) {
            conn.execute(TLVS.add, row).await.map_err(|error| taken(tlv, error))?;
        }
    }
    Ok(())
}

/// Replaces the rows of a file that stands at a sequence; `false` when it stands elsewhere.
pub(super) async fn if_at(
    conn: &mut Conn,
    stream: &StreamId,
    sequence: u64,
    projection: &Projection,
) -> Result<bool, StorageError> {
    // Whoever adds to the file meanwhile writes its rows: without this they could be written over with those of before.
    lock_stream(conn, stream).await?;
    if !is_at(conn, stream, sequence).await? {
        return Ok(false);
    }
    match replace(conn, stream, projection, false).await {
        Ok(()) => Ok(true),
        Err(AppendError::Storage(error)) => Err(error),
        Err(_) => Err(StorageError::Taken { what: "tlv" }),
    }
}

/// Whether the rows of a file that stands at a sequence are these already: then nothing has to wait for the writer.
/// The rows are read first. Whoever adds to the file in between writes the rows of that.
pub(super) async fn are_there(
    conn: &mut Conn,
    stream: &StreamId,
    sequence: u64,
    projection: &Projection,
) -> Result<bool, StorageError> {
    let Some(dossier) = stream.as_dossier() else { return Ok(false) };
    let wanted = Wanted::of(&dossier, projection);
    for (list, rows) in wanted.lists.iter().chain([&(&TLVS, wanted.tlvs.clone())]) {
        if !are_alike(&conn.rows(list.find, args![&dossier]).await?, rows) {
            return Ok(false);
        }
    }
    is_at(conn, stream, sequence).await
}

async fn is_at(conn: &mut Conn, stream: &StreamId, sequence: u64) -> Result<bool, StorageError> {
    let (actual, _) = head(conn, stream).await?;
    Ok(u64::try_from(actual).ok() == Some(sequence))
}

/// The rows of one file, per list.
struct Wanted<'a> {
    lists: [(&'static Lijst, Vec<Vec<Arg<'a>>>); 9],
    tlvs: Vec<Vec<Arg<'a>>>,
}

impl<'a> Wanted<'a> {
    fn of(dossier: &'a DossierNummer, projection: &'a Projection) -> Self {
        // Every list is named, so that one that is added later is not forgotten here.
        let Projection {
            dossier: row,
            zoeksleutels,
            zoekers,
            oudersleutels,
            ouderzoekers,
            gezien,
            beurten,
            taken,
            aanvragen,
            verzoeken,
            toewijzingen,
            tlvs,
            post,
        } = projection;
        let of = Rows { dossier, projection };
        let (mut words, mut seen, mut tasks, mut asked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut letters = Vec::new();
        // Without a name there is nothing to list.
        if let Some(row) = row {
            let by = |lezers: &'a [Lezer], keys: &'a [String]| {
                lezers.iter().flat_map(|lezer| keys.iter().map(move |key| (lezer, key)))
            };
            let keys: BTreeSet<(&Lezer, &String)> =
                by(zoekers, zoeksleutels).chain(by(ouderzoekers, oudersleutels)).collect();
            words = keys.into_iter().map(|(lezer, key)| of.zoek(lezer, key)).collect();
            seen = gezien.iter().map(|seen| of.gezien(row, seen)).collect();
            tasks = taken.iter().filter_map(|taak| of.taak(row, taak)).collect();
            asked = verzoeken.iter().filter_map(|verzoek| of.verzoek(row, verzoek)).collect();
            letters = post.iter().map(|post| of.post(row, post)).collect();
        }
        Self {
            lists: [
                (&BEURTEN, beurten.iter().map(|row| of.beurt(row)).collect()),
                (&AANVRAGEN, aanvragen.iter().map(|row| of.aanvraag(row)).collect()),
                (&TOEWIJZINGEN, toewijzingen.iter().map(|row| of.toewijzing(row)).collect()),
                (&DOSSIER, row.iter().map(rows::dossier).collect()),
                (&ZOEK, words),
                (&GEZIEN, seen),
                (&TAKEN, tasks),
                (&VERZOEKEN, asked),
                (&POST, letters),
            ],
            tlvs: tlvs.iter().map(|row| of.tlv(row)).collect(),
        }
    }
}

/// Removes the rows of a file that others take the place of; `false` when these are there already.
async fn make_way(
    conn: &mut Conn,
    list: &Lijst,
    dossier: &DossierNummer,
    rows: &[Vec<Arg<'_>>],
) -> Result<bool, DbError> {
    let found = conn.rows(list.find, args![dossier]).await?;
    if are_alike(&found, rows) {
        return Ok(false);
    }
    let is_replaced = list.takes_place && rows.len() == found.len();
    if !found.is_empty() && !is_replaced {
        conn.execute(list.remove, args![dossier]).await?;
    }
    Ok(true)
}

/// The same rows in whatever order. What is found twice has to be there twice.
fn are_alike(found: &[Row], rows: &[Vec<Arg<'_>>]) -> bool {
    let mut left: Vec<&Row> = found.iter().collect();
    found.len() == rows.len()
        && rows.iter().all(|row| {
            let at = left.iter().position(|found| found.holds(row));
            at.map(|at| left.swap_remove(at)).is_some()
        })
}

/// The number of a declaration is unique within its partnership.
fn taken(row: &TlvRij, error: DbError) -> AppendError {
    match error {
        DbError::Unique => AppendError::Taken { what: format!("tlv {} {}", row.swv, row.nummer) },
        DbError::Storage(error) => error.into(),
    }
}
